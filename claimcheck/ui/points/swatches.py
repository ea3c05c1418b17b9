"""Two colours that were compared, as a person sees them and in figures."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from claimcheck.model.colours import ColourReading
from claimcheck.ui.theme import theme


class Swatches(QWidget):
    """Both colours, edge to edge: that is how a difference is seen best."""

    def __init__(self, listing: ColourReading, photo: ColourReading) -> None:
        super().__init__()
        self._colours = (listing.hex, photo.hex)
        self.setFixedHeight(36)
        self.setAccessibleName(f"{listing.hex} {photo.hex}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() / 2
        for index, colour in enumerate(self._colours):
            painter.fillRect(QRectF(index * half, 0, half, self.height()), QColor(colour))
        painter.setPen(QPen(theme().tokens.colour("control"), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))


def lab_told(reading: ColourReading) -> str:
    """CIELAB in whole figures, with how much the patch varies."""
    lightness, a, b = reading.lab
    return f"L {lightness:.0f}  a {a:.0f}  b {b:.0f} ± {reading.spread:.0f}"
