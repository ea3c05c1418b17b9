"""The frame and handles of what is selected: cobalt, and the same size at every zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.gestures import (
    CORNERS,
    Handle,
    frame_handles,
    nearest_handle,
    turned,
)
from claimcheck.ui.canvas.items import COBALT, RING_RADIUS_PX, DiscrepancyItem, MarkItem
from claimcheck.ui.canvas.reshaping import (
    LINES,
    TURNED,
    mark_handles,
    source_and_inset,
)

HANDLES_HEIGHT = 1e9
HANDLE_PX = 9.0
HIT_PX = 20.0
OUTSIDE_PX = 6.0
_SIDE_HANDLES_FROM_PX = 36.0
_FRAME_PEN_PX = 1.5
_HANDLE_PEN_PX = 1.75
_RADIUS_PX = 2.0
_TURN_PX = 24.0
"""From the frame to the handle that turns it."""


@dataclass(frozen=True, slots=True)
class Framed:
    """One selected thing: the frame drawn around it (if any) and where its handles are drawn.

    Inside ``gap``, the middle and radius of a disc, nothing is drawn.
    """

    frame: Rect | None
    handles: dict[Handle, Point]
    gap: tuple[Point, float] | None = None
    angle: float = 0.0
    """Degrees that the frame is turned clockwise about its middle; the handles are already."""
    others: tuple[Rect, ...] = ()
    """More frames of the same thing."""


def framed_mark(item: MarkItem, scale: float, with_handles: bool) -> Framed:
    """Frame and handles of a mark at ``scale`` screen pixels per picture pixel."""
    mark = item.mark
    if mark.kind in LINES or mark.kind is MarkKind.SWATCH:
        handles = mark_handles(mark)
        if not with_handles:
            handles.pop(Handle.BEND, None)
        return Framed(None, handles)
    if mark.kind is MarkKind.MAGNIFIER:
        source, inset = source_and_inset(mark)
        return Framed(inset, mark_handles(mark) if with_handles else {}, others=(source,))
    framed = framed_rect(
        item.frame, scale, with_handles, sides_only_across=mark.kind is MarkKind.TEXT
    )
    if mark.kind is MarkKind.STAMP:  # keeps its shape
        corners = {h: at for h, at in framed.handles.items() if h in CORNERS}
        framed = replace(framed, handles=corners)
    if mark.kind not in TURNED:
        return framed
    return _turned(framed, mark.angle, scale, Rect(0, 0, *item.picture_size))


def _turned(framed: Framed, angle: float, scale: float, picture: Rect) -> Framed:
    """The handles turned with the frame, and one more to turn it by.

    That one is above the frame, or below it where it would be outside of the picture: what is seen
    of a picture often ends there.
    """
    frame = framed.frame
    if frame is None or not framed.handles:
        return replace(framed, angle=angle)
    middle = frame.center
    above = Point(middle.x, frame.y - _TURN_PX / scale)
    below = Point(middle.x, frame.bottom + _TURN_PX / scale)
    inside = [picture.contains(turned(at, middle, angle)) for at in (above, below)]
    stem = below if inside == [False, True] else above
    handles = framed.handles | {Handle.TURN: stem}
    handles = {h: turned(at, middle, angle) for h, at in handles.items()}
    return replace(framed, handles=handles, angle=angle)


def framed_rect(
    rect: Rect, scale: float, with_handles: bool, sides_only_across: bool = False
) -> Framed:
    """Frame 6 px outside ``rect``; a short side has no handle in its middle."""
    frame = rect.grown(OUTSIDE_PX / scale)
    if not with_handles:
        return Framed(frame, {})
    handles = frame_handles(frame)
    short = {
        Handle.N: frame.width * scale,
        Handle.S: frame.width * scale,
        Handle.E: frame.height * scale,
        Handle.W: frame.height * scale,
    }
    left_out = {h for h, length in short.items() if length < _SIDE_HANDLES_FROM_PX}
    if sides_only_across:  # text is as high as its lines
        left_out = {Handle.N, Handle.S}
    return Framed(frame, {h: at for h, at in handles.items() if h in CORNERS or h not in left_out})


def framed_place(item: DiscrepancyItem, scale: float) -> Framed:
    """Frame and handles of a discrepancy's area; its disc sits where one handle would be."""
    framed = framed_rect(item.place, scale, True)
    handles = dict(framed.handles)
    handles.pop(Handle.NE, None)
    return Framed(framed.frame, handles, (item.disc, RING_RADIUS_PX / scale))


class HandlesItem(QGraphicsItem):
    """Drawn on top of everything else in its scene."""

    def __init__(self) -> None:
        super().__init__()
        self._framed: tuple[Framed, ...] = ()
        self._band: Rect | None = None
        self._scale = 1.0
        self._bounds = QRectF()
        self.setZValue(HANDLES_HEIGHT)

    def show_framed(self, framed: Sequence[Framed], scale: float, band: Rect | None = None) -> None:
        """Draw these, and the rubber band if there is one."""
        if (tuple(framed), scale, band) == (self._framed, self._scale, self._band):
            return
        self.prepareGeometryChange()
        self._framed, self._scale, self._band = tuple(framed), scale, band
        self._bounds = self._drawn_bounds()
        self.update()

    def handle_at(self, point: Point) -> Handle | None:
        """The handle under ``point``; only what is selected alone has handles."""
        if len(self._framed) != 1:
            return None
        return nearest_handle(self._framed[0].handles, point, HIT_PX / 2 / self._scale)

    @property
    def angle(self) -> float:
        """Degrees that the frame of what is selected alone is turned clockwise; else 0."""
        return self._framed[0].angle if len(self._framed) == 1 else 0.0

    def drawn_at(self, handle: Handle) -> Point:
        """The middle of a handle of what is selected alone."""
        return self._framed[0].handles[handle]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        unit = 1 / self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._framed:
            painter.save()
            if one.gap is not None:
                painter.setClipPath(self._all_but(*one.gap))
            if one.frame is not None:
                painter.setPen(QPen(COBALT, _FRAME_PEN_PX * unit))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                self._paint_frame(painter, one)
            painter.setPen(QPen(COBALT, _HANDLE_PEN_PX * unit))
            painter.setBrush(Qt.GlobalColor.white)
            side, radius = (HANDLE_PX - _HANDLE_PEN_PX) * unit, _RADIUS_PX * unit
            for handle, at in one.handles.items():
                if handle in _ROUND:
                    painter.drawEllipse(QPointF(at.x, at.y), side / 2, side / 2)
                    continue
                corner = QPointF(at.x - side / 2, at.y - side / 2)
                painter.drawRoundedRect(QRectF(corner.x(), corner.y(), side, side), radius, radius)
            painter.restore()
        if self._band is not None:
            self._paint_band(painter, unit)

    @staticmethod
    def _paint_frame(painter: QPainter, one: Framed) -> None:
        assert one.frame is not None
        for other in one.others:
            painter.drawRect(_qrect(other))
        middle = QPointF(one.frame.center.x, one.frame.center.y)
        stem = one.handles.get(Handle.TURN)
        if stem is not None:
            upright = turned(stem, one.frame.center, -one.angle)
            edge = one.frame.y if upright.y < one.frame.center.y else one.frame.bottom
            top = turned(Point(middle.x(), edge), one.frame.center, one.angle)
            painter.drawLine(QPointF(top.x, top.y), QPointF(stem.x, stem.y))
        painter.save()
        painter.translate(middle)
        painter.rotate(one.angle)
        painter.translate(-middle)
        painter.drawRect(_qrect(one.frame))
        painter.restore()

    def _all_but(self, middle: Point, radius: float) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._bounds)
        path.addEllipse(QPointF(middle.x, middle.y), radius, radius)  # odd-even: a hole
        return path

    def _paint_band(self, painter: QPainter, unit: float) -> None:
        assert self._band is not None
        pen = QPen(COBALT, unit)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        wash = QColor(COBALT)
        wash.setAlphaF(0.08)
        painter.setBrush(wash)
        painter.drawRect(_qrect(self._band))

    def _drawn_bounds(self) -> QRectF:
        margin = HANDLE_PX / self._scale
        box = QRectF()
        for one in self._framed:
            for rect in (
                _around(one),
                *one.others,
                *(Rect(at.x, at.y, 0, 0) for at in one.handles.values()),
            ):
                if rect is not None:
                    box = box.united(_qrect(rect.grown(margin)))
        if self._band is not None:
            box = box.united(_qrect(self._band.grown(margin)))
        return box


_ROUND = frozenset({Handle.BEND, Handle.TURN})
"""Handles that don't stretch anything are round."""


def _around(one: Framed) -> Rect | None:
    """The upright rectangle around a frame, turned as it may be."""
    if one.frame is None or not one.angle:
        return one.frame
    return Rect.spanning(
        turned(at, one.frame.center, one.angle) for at in frame_handles(one.frame).values()
    )


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
