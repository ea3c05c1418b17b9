"""Listing image and photo as layers of one view, painted from the same tiles as on the canvas.

Everything is in pixels of the listing image; the painter carries the photo over, in perspective.
What is redacted is covered in its own layer, before anything is laid over anything.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from claimcheck.cards.paint.marks import paint_marks
from claimcheck.model.alignment import Homography, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.pyramid import TILE_PX
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.tiles import TileImages, paint_tiles

_NEAREST = 0.05
"""Of the depth of the photo's middle: tiles beyond have vanished towards the horizon."""
_BORDER = 1


def as_transform(homography: Homography) -> QTransform:
    """What a painter understands."""
    a, b, c, d, e, f, g, h, i = homography
    return QTransform(a, d, g, b, e, h, c, f, i)


class Layers:
    """The two pictures, and how the photo lies on the listing image."""

    def __init__(self, listing: PictureScene, photo: PictureScene) -> None:
        self.listing, self.photo = listing, photo
        self.homography: Homography = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
        self.to_photo: Homography = self.homography

    def lay(self, homography: Homography, to_photo: Homography) -> None:
        """Lay the photo so from now on."""
        self.homography, self.to_photo = homography, to_photo

    def outline(self) -> QPainterPath:
        """Where the photo is on the listing image."""
        width, height = self.photo.size
        corners = QPolygonF([QPointF(0, 0), QPointF(width, 0), QPointF(width, height)])
        corners.append(QPointF(0, height))
        path = QPainterPath()
        path.addPolygon(as_transform(self.homography).map(corners))
        path.closeSubpath()
        return path

    def photo_point(self, listing: Point) -> Point:
        """The same spot on the photo."""
        return mapped(self.to_photo, listing)

    def photo_scale(self, at: Point) -> float:
        """Listing pixels per photo pixel near a spot of the listing image."""
        spot = self.photo_point(at)
        across = self.photo_point(at.moved(1, 0))
        down = self.photo_point(at.moved(0, 1))
        area = abs(
            (across.x - spot.x) * (down.y - spot.y) - (across.y - spot.y) * (down.x - spot.x)
        )
        return 1 / math.sqrt(area) if area > 1e-12 else 1.0

    def paint_listing(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The listing image where ``seen`` (its pixels); ``scale`` device pixels per pixel."""
        scene = self.listing
        seen = seen.intersected(QRectF(0, 0, *scene.size))
        if scene.picture.tiles is None or seen.isEmpty():
            return
        paint_tiles(painter, scene.picture.tiles, seen, scale)
        _paint_covers(painter, scene)

    def paint_photo(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The photo where ``seen`` (listing pixels)."""
        scene = self.photo
        tiles = scene.picture.tiles
        if tiles is None or seen.isEmpty():
            return
        middle = Point(seen.center().x(), seen.center().y())
        near = scale * self.photo_scale(middle)
        part = _around(self.to_photo, seen).intersected(QRectF(0, 0, *scene.size))
        painter.save()
        painter.setTransform(as_transform(self.homography), True)
        _paint_warped(painter, tiles, part, near, self.homography)
        _paint_covers(painter, scene)
        painter.restore()


def _paint_covers(painter: QPainter, scene: PictureScene) -> None:
    covers = [i.mark for i in scene.marks.values() if i.mark.kind is MarkKind.REDACTION]
    paint_marks(painter, covers, scene.size, scene.backdrop)


def _around(to_photo: Homography, seen: QRectF) -> QRectF:
    """The photo's pixels that may be in view: around the corners and the edges between them."""
    rect = Rect(seen.x(), seen.y(), seen.width(), seen.height())
    steps = [step / 4 for step in range(5)]
    spots = [Point(rect.x + x * rect.width, rect.y + y * rect.height) for x in steps for y in steps]
    depths = [_depth(to_photo, spot) for spot in spots]
    if min(depths) <= 0 < max(depths):  # the horizon runs through the view
        return QRectF(-1e9, -1e9, 2e9, 2e9)
    box = Rect.spanning(mapped(to_photo, spot) for spot in spots)
    return QRectF(box.x, box.y, box.width, box.height)


def _depth(homography: Homography, point: Point) -> float:
    return homography[6] * point.x + homography[7] * point.y + homography[8]


def _paint_warped(
    painter: QPainter, tiles: TileImages, part: QRectF, scale: float, homography: Homography
) -> None:
    """As ``paint_tiles``, in perspective: tiles overlap by a pixel, so that no seam shows."""
    pyramid = tiles.pyramid
    level = pyramid.level_for(scale)
    width, height = pyramid.level_size(level)
    across, down = width / pyramid.full_size[0], height / pyramid.full_size[1]
    middle = Point(pyramid.full_size[0] / 2, pyramid.full_size[1] / 2)
    farthest = _NEAREST * _depth(homography, middle)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(1 / across, 1 / down)
    bounds = (part.left() * across, part.top() * down, part.right() * across, part.bottom() * down)
    for column, row in pyramid.tiles_in(level, *bounds):
        left, top = column * TILE_PX, row * TILE_PX
        corners = [
            Point(x / across, y / down)
            for x in (left, left + TILE_PX)
            for y in (top, top + TILE_PX)
        ]
        depths = [_depth(homography, corner) / farthest for corner in corners]
        if min(depths) < 1:
            continue
        corner = QPointF(left - _BORDER if column else 0, top - _BORDER if row else 0)
        painter.drawImage(corner, tiles.image(level, column, row))
    painter.scale(across, down)


def clip_to(painter: QPainter, rect: QRectF) -> None:
    """Paint nothing outside ``rect`` from now on."""
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
