"""What several painted widgets share: rounded plates, discs, shadows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from claimcheck.ui.theme import barlow, theme


def plate(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    edge_width: float = 1.0,
) -> None:
    """A rounded rectangle; its edge lies inside ``rect``, so nothing is cut."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = edge_width / 2 if edge else 0.0
    painter.setPen(QPen(edge, edge_width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def number_disc(painter: QPainter, middle: QPointF, diameter: float, number: int) -> None:
    """The yellow disc of a discrepancy, as in lists: ink ring, number in ink."""
    colours = theme().tokens
    ring = max(1.5, diameter / 12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.ink), ring))
    painter.setBrush(QColor(colours.yellow))
    half = (diameter - ring) / 2
    painter.drawEllipse(middle, half, half)
    text = str(number)
    size = round(diameter * (0.70 if len(text) == 1 else 0.56))
    painter.setFont(barlow(size, 800))
    painter.setPen(QColor(colours.ink))
    box = QRectF(middle.x() - diameter, middle.y() - diameter, 2 * diameter, 2 * diameter)
    # Barlow's figures stand a little high in their line.
    painter.drawText(box.translated(0, size * 0.02), Qt.AlignmentFlag.AlignCenter, text)


def shadow(painter: QPainter, rect: QRectF, radius: float, dark: bool) -> None:
    """Elevation 1 below a floating plate: painted, since an effect would blur the text on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rings = 14
    strength = 0.40 if dark else 0.12
    for ring in range(rings, 0, -1):
        alpha = strength * (1 - ring / (rings + 1)) ** 2 / 3
        painter.setBrush(QColor.fromRgbF(0, 0, 0, alpha))
        grown = rect.adjusted(-ring, -ring + 4, ring, ring + 4)
        painter.drawRoundedRect(grown, radius + ring, radius + ring)
