"""Paint the flat shapes of cards: polygons, and the shade under words on a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from claimcheck.cards.boxes import Polygon, Shade
from claimcheck.cards.colours import INK
from claimcheck.model.geometry import Point

SHADE_ALPHA = 0.8
"""Yellow on it reaches 6 : 1 whatever lies below, white 8 : 1."""


def path_of(corners: Sequence[Point]) -> QPainterPath:
    """The closed path through ``corners``."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(corner.x, corner.y) for corner in corners]))
    path.closeSubpath()
    return path


def paint_polygon(painter: QPainter, shape: Polygon) -> None:
    """Paint a shape and the line around it, whose joints are as pointed as its corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    if shape.edge:
        pen = QPen(QColor(shape.edge), shape.edge_width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
    painter.setBrush(QColor(shape.colour) if shape.colour else Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(shape.corners))


def paint_shade(painter: QPainter, shade: Shade) -> None:
    """Paint ink under words: as good as even below them, gone at the right end."""
    rect = shade.rect
    area = QRectF(rect.x, rect.y, rect.width + shade.fade, rect.height)
    gradient = QLinearGradient(area.left(), 0.0, area.right(), 0.0)
    dark, clear = QColor(INK), QColor(INK)
    dark.setAlphaF(SHADE_ALPHA)
    clear.setAlphaF(0.0)
    gradient.setColorAt(0.0, dark)
    gradient.setColorAt(rect.width / area.width(), dark)
    gradient.setColorAt(1.0, clear)
    painter.save()
    if shade.outline:
        painter.setClipPath(path_of(shade.outline), Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, gradient)
    painter.restore()
