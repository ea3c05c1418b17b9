"""A loupe beside the pointer: the pixels below it, enlarged, with a cross on the one meant."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from claimcheck.cards.colours import INK, WHITE
from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.theme import inter

_SIDE, _WORDS, _APART = 120, 20, 22
_CLOSER = 4.0
"""Times as close as the view; at least one picture pixel on ``_LEAST`` of the screen."""
_LEAST, _MOST = 2.0, 24.0


class Loupe(QWidget):
    """Stays clear of the pointer, and lets all events through."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view.viewport())
        self.view = view
        self._point = Point(0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_SIDE, _SIDE + _WORDS)

    @property
    def scale(self) -> float:
        """Screen pixels per picture pixel inside the loupe."""
        return min(max(self.view.framing.scale * _CLOSER, _LEAST), _MOST)

    def look_at(self, point: Point, screen: QPointF) -> None:
        """Show what is around ``point``; the pointer is at ``screen`` in the viewport."""
        self._point = point
        room = self.view.viewport().rect()
        left, top = screen.x() + _APART, screen.y() + _APART
        if left + self.width() > room.width():
            left = screen.x() - _APART - self.width()
        if top + self.height() > room.height():
            top = screen.y() - _APART - self.height()
        # In a low view it may fit on neither side; beside the pointer it is still clear of it.
        left = min(max(left, 0.0), max(room.width() - self.width(), 0))
        top = min(max(top, 0.0), max(room.height() - self.height(), 0))
        self.move(round(left), round(top))
        self.setVisible(self.view.picture_scene.backdrop is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, backdrop = QPainter(self), self.view.picture_scene.backdrop
        if backdrop is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(2, 2, _SIDE - 4, _SIDE - 4)
        glass = QPainterPath()
        glass.addEllipse(disc)
        painter.save()
        painter.setClipPath(glass)
        painter.fillPath(glass, self.view.backgroundBrush())
        reach = disc.width() / 2 / self.scale
        part = QRectF(self._point.x - reach, self._point.y - reach, 2 * reach, 2 * reach)
        part = _whole(part).intersected(QRectF(0, 0, *self.view.picture_scene.size))
        painter.translate(disc.center())
        painter.scale(self.scale, self.scale)
        painter.translate(-self._point.x, -self._point.y)
        if not part.isEmpty():
            image = backdrop.image(part, round(part.width()), round(part.height()))
            painter.drawImage(part, image)
        painter.restore()
        self._paint_cross(painter, disc)
        self._paint_words(painter)

    def _paint_cross(self, painter: QPainter, disc: QRectF) -> None:
        middle = disc.center()
        for colour, width in ((WHITE, 3.0), (COBALT, 1.0)):
            painter.setPen(QPen(QColor(colour), width))
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(middle + way * 5, middle + way * 14)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(WHITE), 4))
        painter.drawEllipse(disc)
        painter.setPen(QPen(QColor(INK), 1.5))
        painter.drawEllipse(disc)

    def _paint_words(self, painter: QPainter) -> None:
        plate = QRectF((_SIDE - 92) / 2, _SIDE, 92, _WORDS - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INK))
        painter.drawRoundedRect(plate, 6, 6)
        painter.setPen(QColor(WHITE))
        painter.setFont(inter(12))
        words = f"{int(self._point.x)}, {int(self._point.y)}"
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)


def _whole(rect: QRectF) -> QRectF:
    return QRectF(rect.toAlignedRect())
