"""Paint a pyramid: only the tiles in view, from the level that the zoom needs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from itertools import count
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.ui.canvas.pyramid import TILE_PX, Pyramid
from claimcheck.ui.images import to_qimage

TILES_KEPT = 96
"""At most this many tiles of 1 MB each, of all pictures together; a 4K screen shows about 56."""
PIXELS_SHOW_FROM = 12.0
"""From this scale on, pixels are shown as squares: they are what there is to see."""

_BORDER = 1
_WAITING = QColor(128, 128, 128, 40)


_Key = tuple[int, int, int, int]


class TileImages:
    """The tiles of one picture as images, as long as they are among those painted last.

    GUI thread only.
    """

    _last: ClassVar[OrderedDict[_Key, QImage]] = OrderedDict()
    _numbers: ClassVar[Iterator[int]] = count()

    def __init__(self, pyramid: Pyramid, kept: int | None = None) -> None:
        """All pictures share room for ``TILES_KEPT``; with ``kept`` this one has so much alone."""
        self.pyramid = pyramid
        self._kept = TILES_KEPT if kept is None else kept
        self._images = self._last if kept is None else OrderedDict()
        self._number = next(self._numbers)

    def __len__(self) -> int:
        return sum(key[0] == self._number for key in self._images)

    def image(self, level: int, column: int, row: int) -> QImage:
        """One tile with a pixel more on each side, for smooth scaling across its edges."""
        key = (self._number, level, column, row)
        found = self._images.get(key)
        if found is None:
            found = to_qimage(self.pyramid.tile(level, column, row, _BORDER))
            self._images[key] = found
            if len(self._images) > self._kept:
                self._images.popitem(last=False)
        else:
            self._images.move_to_end(key)
        return found

    def forget(self) -> None:
        """Leave the room to others: the picture is no longer shown."""
        for key in [key for key in self._images if key[0] == self._number]:
            del self._images[key]


def paint_tiles(painter: QPainter, tiles: TileImages, exposed: QRectF, scale: float) -> None:
    """Paint the part ``exposed`` of the picture; both it and the painter are in picture pixels.

    ``scale`` is device pixels per picture pixel.
    """
    pyramid = tiles.pyramid
    level = pyramid.level_for(scale)
    width, height = pyramid.level_size(level)
    across, down = width / pyramid.full_size[0], height / pyramid.full_size[1]
    enlarged = scale > across
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(
        QPainter.RenderHint.SmoothPixmapTransform, scale < PIXELS_SHOW_FROM or not pyramid.is_full
    )
    painter.scale(1 / across, 1 / down)
    part = (
        exposed.left() * across,
        exposed.top() * down,
        exposed.right() * across,
        exposed.bottom() * down,
    )
    for column, row in pyramid.tiles_in(level, *part):
        _paint_tile(painter, tiles, level, column, row, enlarged)
    painter.restore()


def _paint_tile(
    painter: QPainter, tiles: TileImages, level: int, column: int, row: int, enlarged: bool
) -> None:
    image = tiles.image(level, column, row)
    left, top = column * TILE_PX, row * TILE_PX
    corner = QPointF(left - _BORDER if column else 0, top - _BORDER if row else 0)
    if not enlarged:
        painter.drawImage(corner, image)
        return
    # Without the clip, the outermost half pixel of one tile would lie over its neighbour's.
    painter.save()
    painter.setClipRect(QRectF(left, top, TILE_PX, TILE_PX), Qt.ClipOperation.IntersectClip)
    painter.drawImage(corner, image)
    painter.restore()


class PictureItem(QGraphicsItem):
    """The picture at the bottom of a scene, in its own pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._size = (0, 0)
        self._tiles: TileImages | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(-1)

    @property
    def tiles(self) -> TileImages | None:
        """What is painted from; ``None`` until the first pixels are decoded."""
        return self._tiles

    def show_size(self, size: tuple[int, int]) -> None:
        """Take the place of a picture of this size; its pixels come later."""
        self.prepareGeometryChange()
        self._size = size
        self._show_tiles(None)

    def show_pixels(self, pyramid: Pyramid | None) -> None:
        """Paint these pixels from now on."""
        self._show_tiles(TileImages(pyramid) if pyramid else None)
        self.update()

    def _show_tiles(self, tiles: TileImages | None) -> None:
        if self._tiles is not None:
            self._tiles.forget()
        self._tiles = tiles

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, *self._size)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        exposed = option.exposedRect.intersected(self.boundingRect())
        if self._tiles is None:
            painter.fillRect(exposed, _WAITING)
            return
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        ratio = painter.device().devicePixelRatioF()
        paint_tiles(painter, self._tiles, exposed, scale * ratio)
