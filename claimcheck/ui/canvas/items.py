"""What lies on a picture: marks and discrepancies, painted as on the card. Scene units are pixels.

Items only show values; they never hold what the review doesn't.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.mark_shapes import mark_frame, mark_outline, turn
from claimcheck.cards.paint.marks import (
    DISC_HALO_RADIUS,
    DISC_RADIUS,
    DISC_RING,
    TARGET_HALO_RADIUS,
    mark_bounds,
    paint_callout,
    paint_disc,
    paint_mark,
    paint_place,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.numbering import DiscNumber
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.disc_places import is_point

COBALT = QColor("#1558E0")

DISC_SCALE = 0.45
"""Callouts on the canvas, as a part of their size on a card; constant on the screen."""
DISC_RADIUS_PX = (DISC_RADIUS + DISC_RING / 2) * DISC_SCALE
"""Of the disc with its ring, on the screen."""
DISC_REACH_PX = 64.0
"""From a point to the middle of its disc, on the screen."""
_PLACE_STROKE_PX = 3.0
_RING_PX = 2.5
_HOVERED_ALPHA = 0.55
RING_RADIUS_PX = DISC_HALO_RADIUS * DISC_SCALE + _RING_PX / 2

MARK_TOLERANCE_PX = 5.0


class MarkItem(QGraphicsItem):
    """One mark."""

    def __init__(
        self, mark: Mark, size: tuple[int, int], backdrop: Callable[[], Backdrop | None]
    ) -> None:
        """``backdrop`` gives the picture's pixels, once they are there."""
        super().__init__()
        self.mark = mark
        self._size, self._backdrop = size, backdrop
        self._bounds = mark_bounds(mark, size)

    def show_mark(self, mark: Mark) -> None:
        """Paint this version from now on."""
        if mark == self.mark:
            return
        self.prepareGeometryChange()
        self.mark = mark
        self._bounds = mark_bounds(mark, self._size)
        self.update()

    @property
    def frame(self) -> Rect:
        """The rectangle to draw handles around, before it is turned: a text's as it is painted."""
        box = mark_frame(self.mark, self._size)
        return Rect(box.x(), box.y(), box.width(), box.height())

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of the picture that it is on."""
        return self._size

    @property
    def is_in_picture(self) -> bool:
        """Whether any of it is: a crop may have left it out, though it is still recorded."""
        return self._bounds.intersects(self._picture)

    @property
    def _picture(self) -> QRectF:
        return QRectF(0, 0, *self._size)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        if not self._picture.contains(self._bounds):  # on a card it ends there, too
            painter.setClipRect(self._picture, Qt.ClipOperation.IntersectClip)
        paint_mark(painter, self.mark, self._size, self._backdrop())

    def is_around(self, point: Point) -> bool:
        """Whether ``point`` lies inside the mark, though maybe not on what is painted."""
        at = QPointF(point.x, point.y)
        if self.mark.kind is MarkKind.MAGNIFIER:
            return mark_outline(self.mark, self._size).contains(at)
        box = mark_frame(self.mark, self._size)
        back, _ = turn(self.mark, self._size).inverted()
        return box.contains(back.map(at))

    def is_hit(self, point: Point, tolerance: float) -> bool:
        """Whether a click at ``point`` means this mark: its line, or all of it when it is solid."""
        at = QPointF(point.x, point.y)
        if not self._bounds.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(at):
            return False
        return mark_outline(self.mark, self._size, tolerance).contains(at)


class DiscrepancyItem(QGraphicsItem):
    """A discrepancy's place on one picture, with its numbered disc; selected with a cobalt ring."""

    def __init__(self, discrepancy_id: str, size: tuple[int, int]) -> None:
        super().__init__()
        self.discrepancy_id = discrepancy_id
        self.place = Rect(0, 0, 0, 0)
        self.number = DiscNumber(1)
        self.hovered = False
        self.disc = Point(0, 0)
        self.selected = False
        self._size = size
        self._scale = 1.0
        self._bounds = QRectF()

    def show_place(
        self, place: Rect, number: DiscNumber, disc: Point, scale: float, selected: bool
    ) -> None:
        """Paint this from now on; ``scale`` is screen pixels per picture pixel."""
        wanted = (place, number, disc, scale, selected)
        same = wanted == (self.place, self.number, self.disc, self._scale, self.selected)
        if same and str(number) == str(self.number):  # 3 and C are equal, but look different
            return
        self.prepareGeometryChange()
        self.place, self.number, self.disc, self._scale, self.selected = wanted
        self._bounds = self._painted_bounds()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        disc, unit = QPointF(self.disc.x, self.disc.y), 1 / self._scale
        if is_point(self.place):
            paint_callout(
                painter, disc, QPointF(self.place.x, self.place.y), self.number, DISC_SCALE * unit
            )
        else:
            paint_place(painter, self.place, self._size, _PLACE_STROKE_PX * unit)
            paint_disc(painter, disc, self.number, DISC_SCALE * unit)
        if self.selected or self.hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QColor(COBALT)
            ring.setAlphaF(1.0 if self.selected else _HOVERED_ALPHA)
            painter.setPen(QPen(ring, _RING_PX * unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc, RING_RADIUS_PX * unit, RING_RADIUS_PX * unit)

    def show_hovered(self, hovered: bool) -> None:
        """Whether the pointer is on it, here or on the other picture."""
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    def is_disc_hit(self, point: Point) -> bool:
        """Whether ``point`` is on the numbered disc."""
        reach = (DISC_RADIUS_PX + 2) / self._scale
        return (point.x - self.disc.x) ** 2 + (point.y - self.disc.y) ** 2 <= reach**2

    def is_hit(self, point: Point, tolerance: float) -> bool:
        """Whether a click at ``point`` means this discrepancy: disc, target dot or box line."""
        if self.is_disc_hit(point):
            return True
        if is_point(self.place):
            reach = max(tolerance, TARGET_HALO_RADIUS * DISC_SCALE / self._scale)
            return (point.x - self.place.x) ** 2 + (point.y - self.place.y) ** 2 <= reach**2
        outside, inside = self.place.grown(tolerance), self.place.grown(-tolerance)
        hollow = inside.width > 0 and inside.height > 0 and inside.contains(point)
        return outside.contains(point) and not hollow

    def _painted_bounds(self) -> QRectF:
        unit = 1 / self._scale
        ring = (RING_RADIUS_PX + _RING_PX) * unit
        box = QRectF(self.disc.x - ring, self.disc.y - ring, 2 * ring, 2 * ring)
        margin = max(TARGET_HALO_RADIUS * DISC_SCALE, 2 * _PLACE_STROKE_PX) * unit
        place = self.place.grown(margin)
        return box.united(QRectF(place.x, place.y, place.width, place.height))
