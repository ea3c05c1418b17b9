"""On a picture: where the listing's product was found, and the places that are proposed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.cards.colours import INK, WHITE
from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.theme import barlow, theme

_ABOVE_MARKS = 0.9e6
"""Below the discs."""


class FoundItem(QGraphicsItem):
    """An outline in white and cobalt, and dashed yellow boxes with the letters of proposals."""

    def __init__(self) -> None:
        super().__init__()
        self.outline: tuple[Point, ...] = ()
        self.places: tuple[tuple[Rect, str, bool], ...] = ()
        """Place, letter, and whether it is the one looked at."""
        self.doubts: tuple[Rect, ...] = ()
        self.setZValue(_ABOVE_MARKS)

    def show_found(
        self,
        outline: tuple[Point, ...],
        places: tuple[tuple[Rect, str, bool], ...] = (),
        doubts: tuple[Rect, ...] = (),
    ) -> None:
        """Paint these from now on."""
        wanted = (outline, places, doubts)
        if wanted != (self.outline, self.places, self.doubts):
            self.prepareGeometryChange()
            self.outline, self.places, self.doubts = wanted
            self.update()

    def boundingRect(self) -> QRectF:
        spots = [*self.outline]
        for rect in (*(place for place, _, _ in self.places), *self.doubts):
            spots += [Point(rect.x, rect.y), Point(rect.right, rect.bottom)]
        if not spots:
            return QRectF()
        box = Rect.spanning(spots)
        margin = 0.05 * max(box.width, box.height) + 40
        return QRectF(box.x, box.y, box.width, box.height).adjusted(
            -margin, -margin, margin, margin
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        unit = 1 / option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        cobalt = theme().tokens.colour("focus")
        if self.outline:
            shape = QPolygonF([QPointF(p.x, p.y) for p in self.outline])
            for colour, thick in ((QColor(WHITE), 3.5), (cobalt, 1.5)):
                painter.setPen(QPen(colour, thick * unit))
                painter.drawPolygon(shape)
        for rect in self.doubts:
            _dashed(painter, rect, unit, QColor(theme().tokens.misleading), 3.0)
        for rect, _letter, chosen in self.places:
            yellow = QColor(theme().tokens.yellow)
            _dashed(painter, rect, unit, cobalt if chosen else yellow, 3.0 if chosen else 2.0)
        for rect, letter, _chosen in self.places:
            _tag(painter, rect, unit, letter)


def _dashed(painter: QPainter, rect: Rect, unit: float, colour: QColor, thick: float) -> None:
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(INK), (thick + 2) * unit))
    painter.drawRect(box)
    pen = QPen(colour, thick * unit)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRect(box)


def _tag(painter: QPainter, rect: Rect, unit: float, letter: str) -> None:
    """A square with a letter: discs with numbers are for what the user judged."""
    painter.save()
    painter.translate(rect.x, rect.y)
    painter.scale(unit, unit)
    box = QRectF(-1, -19, 20, 19)
    painter.setPen(QPen(QColor(INK), 2))
    painter.setBrush(QColor(WHITE))
    painter.drawRect(box)
    painter.setFont(barlow(14, 800))
    painter.setPen(QColor(INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()
