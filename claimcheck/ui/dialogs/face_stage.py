"""The picture on which the four corners of a flat face are set, to show it from the front."""

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
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import Face, straightening, upright_face, with_corner
from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.handles import HANDLE_PX
from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.dialogs.picture_stage import PictureStage, nudge_of
from claimcheck.ui.dialogs.seen_picture import SeenPicture
from claimcheck.ui.theme import theme

_MARGIN = 28
_HANDLE = HANDLE_PX + 5
_REACH = 22.0
_DIMMED = 0.45
_FIRST_INSET = 0.12
_LOUPE, _LOUPE_ZOOM = 132.0, 4.0


class FaceStage(PictureStage):
    """Drag corners; ``.`` and ``,`` go from corner to corner, arrow keys move the one in hand."""

    changed = Signal(object)
    """The ``Face``: four corners in the picture's own pixels."""

    def __init__(self, adjustment: Adjustment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Corners of the flat face"))
        self._close = SeenPicture()
        self._drag: tuple[Face, QPointF] | None = None
        self.corner = 0
        """The one in hand: 0 to 3, clockwise from the top left."""
        self.show_adjustment(adjustment)

    def show_adjustment(self, adjustment: Adjustment) -> None:
        """Show its face, or one to begin with, on the picture turned by its quarters."""
        self._turned = replace(adjustment, face=(), face_ratio=0.0, angle=0.0, crop=None)
        size = adjustment.width_px, adjustment.height_px
        self.face: Face = adjustment.face or upright_face(size, _FIRST_INSET)
        self._tell()

    # --- where what is ----------------------------------------------------------------------------

    def on_screen(self) -> QTransform:
        """From pixels of the turned picture to this widget."""
        return self.fitting(QRectF(0, 0, *self._turned.upright_size), _MARGIN)

    def screen_point(self, own: Point) -> QPointF:
        """Where in this widget a pixel of the picture is."""
        at = self._turned.turning(own)
        return self.on_screen().map(QPointF(at.x, at.y))

    def own_point(self, screen: QPointF) -> Point:
        """The pixel of the picture at a place in this widget."""
        at = self.on_screen().inverted()[0].map(screen)
        return self._turned.turning.inverse(Point(at.x(), at.y()))

    def _corner_at(self, at: QPointF) -> int | None:
        ways = [self.screen_point(corner) - at for corner in self.face]
        far = [way.x() ** 2 + way.y() ** 2 for way in ways]
        nearest = far.index(min(far))
        return nearest if far[nearest] <= _REACH**2 else None

    # --- hands ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        corner = self._corner_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and corner is not None:
            self.corner = corner
            self._drag = self.face, event.position() - self.screen_point(self.face[corner])
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            over = self._corner_at(event.position()) is not None
            shape = Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        self._move_to(self.own_point(event.position() - self._drag[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = nudge_of(event)
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            face, _ = self._drag
            self._drag = None
            self._give(face)
        elif event.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
            step = 1 if event.key() == Qt.Key.Key_Period else -1
            self.corner = (self.corner + step) % 4
            self._tell()
        elif way is not None:
            turning = self._turned.turning
            at = turning(self.face[self.corner]).moved(*way)
            self._move_to(turning.inverse(at))
        else:
            super().keyPressEvent(event)

    def _move_to(self, own: Point) -> None:
        size = self._turned.width_px, self._turned.height_px
        self._give(with_corner(self.face, self.corner, own, size))

    def _give(self, face: Face) -> None:
        if face != self.face:
            self.face = face
            self._tell()
            self.changed.emit(face)

    def _tell(self) -> None:
        at = self.face[self.corner]
        self.setAccessibleDescription(
            self.tr("Corner {number} of 4 at {place}").format(
                number=self.corner + 1, place=f"{at.x:.0f}, {at.y:.0f}"
            )
        )
        self.update()

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self.begun_painting()
        if self._rgb is None:
            return
        self._seen.paint(painter, self._rgb, self._turned, self.on_screen())
        outline = QPolygonF([self.screen_point(corner) for corner in self.face])
        face = QPainterPath()
        face.addPolygon(outline)
        face.closeSubpath()
        self.dim_around(painter, face, _DIMMED)
        self._paint_grid(painter)
        for colour, width in ((QColor(Qt.GlobalColor.white), 3.5), (COBALT, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawPolygon(outline)
        self._paint_corners(painter)
        if self._drag is not None:
            self._paint_loupe(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        """Thirds of the face as it leans: they lie right when its own lines do."""
        back = straightening(self.face, 3.0, 3.0).inverse
        for colour, shift in ((QColor(0, 0, 0, 90), 1.0), (QColor(255, 255, 255, 190), 0.0)):
            painter.setPen(QPen(colour, 1))
            for part in (1.0, 2.0):
                for start, end in (
                    (Point(part, 0), Point(part, 3)),
                    (Point(0, part), Point(3, part)),
                ):
                    ends = [self.screen_point(back(at)) for at in (start, end)]
                    off = QPointF(shift, shift)
                    painter.drawLine(ends[0] + off, ends[1] + off)

    def _paint_corners(self, painter: QPainter) -> None:
        for at, corner in enumerate(self.face):
            middle, in_hand = self.screen_point(corner), at == self.corner
            painter.setPen(QPen(Qt.GlobalColor.white, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _HANDLE / 2, _HANDLE / 2)
            painter.setPen(QPen(COBALT, 2))
            wash = QColor(COBALT if in_hand else Qt.GlobalColor.white)
            wash.setAlphaF(0.55 if in_hand else 0.35)
            painter.setBrush(wash)
            painter.drawEllipse(middle, _HANDLE / 2, _HANDLE / 2)
            painter.setBrush(QColor(Qt.GlobalColor.white))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, 1.5, 1.5)

    def _paint_loupe(self, painter: QPainter) -> None:
        """What is below the corner in hand, enlarged, in the half of the stage it isn't in."""
        assert self._rgb is not None
        at = self.screen_point(self.face[self.corner])
        left = 12.0 if at.x() > self.width() / 2 else self.width() - 12.0 - _LOUPE
        box = QRectF(left, 12.0, _LOUPE, _LOUPE)
        enlarged = self.on_screen()
        closer = QTransform()
        closer.translate(box.center().x(), box.center().y())
        closer.scale(_LOUPE_ZOOM, _LOUPE_ZOOM)
        closer.translate(-at.x(), -at.y())
        edge = QPainterPath()
        edge.addRoundedRect(box, 8, 8)
        painter.save()
        painter.setClipPath(edge)
        painter.fillRect(box, theme().tokens.colour("canvas"))
        painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
        self._close.paint(painter, self._rgb, self._turned, enlarged * closer, within=box)
        middle = box.center()
        for colour, width in ((QColor(Qt.GlobalColor.white), 3.0), (COBALT, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
            painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().tokens.colour("control"), 1))
        painter.drawRoundedRect(box, 8, 8)
