"""The frame and handles of what is selected: cobalt, and the same size at every zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.gestures import (
    CORNERS,
    Handle,
    frame_handles,
    mark_handles,
    nearest_handle,
)
from claimcheck.ui.canvas.items import COBALT, RING_RADIUS_PX, DiscrepancyItem, MarkItem

HANDLES_HEIGHT = 1e9
HANDLE_PX = 9.0
HIT_PX = 20.0
OUTSIDE_PX = 6.0
_SIDE_HANDLES_FROM_PX = 36.0
_FRAME_PEN_PX = 1.5
_HANDLE_PEN_PX = 1.75
_RADIUS_PX = 2.0


@dataclass(frozen=True, slots=True)
class Framed:
    """One selected thing: the frame drawn around it (if any) and where its handles are drawn.

    Inside ``gap``, the middle and radius of a disc, nothing is drawn.
    """

    frame: Rect | None
    handles: dict[Handle, Point]
    gap: tuple[Point, float] | None = None


def framed_mark(item: MarkItem, scale: float, with_handles: bool) -> Framed:
    """Frame and handles of a mark at ``scale`` screen pixels per picture pixel."""
    mark = item.mark
    if mark.kind is MarkKind.ARROW:
        return Framed(None, mark_handles(mark))
    return framed_rect(
        item.frame, scale, with_handles, sides_only_across=mark.kind is MarkKind.TEXT
    )


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
                painter.drawRect(_qrect(one.frame))
            painter.setPen(QPen(COBALT, _HANDLE_PEN_PX * unit))
            painter.setBrush(Qt.GlobalColor.white)
            side, radius = (HANDLE_PX - _HANDLE_PEN_PX) * unit, _RADIUS_PX * unit
            for at in one.handles.values():
                corner = QPointF(at.x - side / 2, at.y - side / 2)
                painter.drawRoundedRect(QRectF(corner.x(), corner.y(), side, side), radius, radius)
            painter.restore()
        if self._band is not None:
            self._paint_band(painter, unit)

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
            for rect in (one.frame, *(Rect(at.x, at.y, 0, 0) for at in one.handles.values())):
                if rect is not None:
                    box = box.united(_qrect(rect.grown(margin)))
        if self._band is not None:
            box = box.united(_qrect(self._band.grown(margin)))
        return box


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
