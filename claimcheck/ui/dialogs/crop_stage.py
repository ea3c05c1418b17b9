"""The picture on which a crop is chosen: turned as it will be, what is left out dimmed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from claimcheck.cards.boxes import intersection
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.cropping import as_recorded, moved_crop, resized_crop
from claimcheck.ui.canvas.gestures import Handle, frame_handles, nearest_handle
from claimcheck.ui.canvas.handles import HANDLE_PX, HIT_PX
from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.dialogs.picture_stage import PictureStage, nudge_of
from claimcheck.ui.dialogs.seen_picture import seen_outline
from claimcheck.ui.theme import inter, theme

_MARGIN = 20
_DIMMED = 0.62
_AROUND = 0.4
"""So much of a face's longer side is shown beside it, to crop into."""
_CURSORS = {
    Handle.NW: Qt.CursorShape.SizeFDiagCursor,
    Handle.SE: Qt.CursorShape.SizeFDiagCursor,
    Handle.NE: Qt.CursorShape.SizeBDiagCursor,
    Handle.SW: Qt.CursorShape.SizeBDiagCursor,
    Handle.N: Qt.CursorShape.SizeVerCursor,
    Handle.S: Qt.CursorShape.SizeVerCursor,
    Handle.E: Qt.CursorShape.SizeHorCursor,
    Handle.W: Qt.CursorShape.SizeHorCursor,
}


class CropStage(PictureStage):
    """Drag a handle to crop, inside the frame to move it; arrow keys move it by pixels."""

    changed = Signal(object)
    """The ``Adjustment`` with another crop."""

    def __init__(self, adjustment: Adjustment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Part of the picture that is shown"))
        self.adjustment = adjustment
        self.ratio = 0.0
        self.fine = False
        """Whether a close grid helps to straighten by."""
        self._drag: tuple[Handle | None, QPointF, Rect] | None = None
        self.words = self.tr("Loading the picture …")

    def show_adjustment(self, adjustment: Adjustment) -> None:
        """Show another way of showing it."""
        self.adjustment = adjustment
        self.update()

    # --- where what is ----------------------------------------------------------------------------

    def on_screen(self) -> QTransform:
        """From pixels of the turned picture to this widget."""
        return self.fitting(self._turned_bounds(), _MARGIN)

    def frame_on_screen(self) -> Rect:
        """The crop's frame in this widget."""
        frame = self.adjustment.frame
        box = self.on_screen().mapRect(QRectF(frame.x, frame.y, frame.width, frame.height))
        return Rect(box.x(), box.y(), box.width(), box.height())

    def _turned_bounds(self) -> QRectF:
        around = Rect.spanning(seen_outline(self.adjustment))
        if self.adjustment.face:  # what lies far behind it has no end
            whole = Rect(0, 0, *self.adjustment.upright_size)
            near = whole.grown(_AROUND * max(whole.width, whole.height))
            parts = (intersection(around, near) or near, whole)
            around = parts[0].united(parts[1])
        return QRectF(around.x, around.y, max(around.width, 1), max(around.height, 1))

    def _handle_at(self, at: QPointF) -> Handle | None:
        handles = frame_handles(self.frame_on_screen())
        return nearest_handle(handles, Point(at.x(), at.y()), HIT_PX / 2)

    # --- hands ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        handle = self._handle_at(at)
        if handle is not None or self.frame_on_screen().contains(Point(at.x(), at.y())):
            self._drag = (handle, at, self.adjustment.frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is None:
            handle = self._handle_at(at)
            inside = self.frame_on_screen().contains(Point(at.x(), at.y()))
            usual = Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor
            self.setCursor(_CURSORS[handle] if handle else usual)
            return
        handle, start, frame = self._drag
        scale = self.on_screen().m11()
        dx, dy = (at.x() - start.x()) / scale, (at.y() - start.y()) / scale
        if handle is None:
            self._give(moved_crop(self.adjustment, frame, dx, dy))
        else:
            self._give(resized_crop(self.adjustment, frame, handle, dx, dy, self.ratio))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = nudge_of(event)
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            _handle, _start, frame = self._drag
            self._drag = None
            self._give(frame)
        elif way is None:
            super().keyPressEvent(event)
        else:
            self._nudge(event, *way)

    def _nudge(self, event: QKeyEvent, dx: int, dy: int) -> None:
        frame = self.adjustment.frame
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:  # its lower right corner
            self._give(resized_crop(self.adjustment, frame, Handle.SE, dx, dy, self.ratio))
        else:
            self._give(moved_crop(self.adjustment, frame, dx, dy))

    def _give(self, crop: Rect) -> None:
        changed = replace(self.adjustment, crop=as_recorded(self.adjustment, crop))
        if changed != self.adjustment:
            self.adjustment = changed
            self.update()
            self.changed.emit(changed)

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self.begun_painting()
        if self._rgb is None:
            painter.setPen(theme().tokens.colour("text-2"))
            painter.setFont(inter(13))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.words)
            return
        self._seen.paint(painter, self._rgb, self.adjustment, self.on_screen())
        frame = self.frame_on_screen()
        box = QRectF(frame.x, frame.y, frame.width, frame.height)
        shown = QPainterPath()
        shown.addRect(box)
        self.dim_around(painter, shown, _DIMMED)
        self._paint_lines(painter, box)
        self._paint_frame(painter, box, frame)

    def _paint_lines(self, painter: QPainter, box: QRectF) -> None:
        """Thirds; while straightening, many more to hold a horizon against."""
        parts = 12 if self.fine else 3
        for colour, shift in ((QColor(0, 0, 0, 70), 1.0), (QColor(255, 255, 255, 150), 0.0)):
            painter.setPen(QPen(colour, 1))
            for part in range(1, parts):
                x = round(box.x() + box.width() * part / parts) + 0.5 + shift
                y = round(box.y() + box.height() * part / parts) + 0.5 + shift
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_frame(self, painter: QPainter, box: QRectF, frame: Rect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.white, 3.5))
        painter.drawRect(box)
        painter.setPen(QPen(COBALT, 1.5))
        painter.drawRect(box)
        painter.setPen(QPen(COBALT, 1.75))
        painter.setBrush(Qt.GlobalColor.white)
        side = HANDLE_PX
        for at in frame_handles(frame).values():
            painter.drawRoundedRect(QRectF(at.x - side / 2, at.y - side / 2, side, side), 2, 2)
