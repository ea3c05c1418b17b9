"""Two colours that were compared, as a person sees them and in figures."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from claimcheck.model.colours import ColourReading
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Evidence, Mark, new_id
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


def swatch_mark(evidence: Evidence, patch: Rect, reading: ColourReading) -> Mark:
    """The colour as a swatch on its picture, which goes along onto the card."""
    longer, spot = max(evidence.width_px, evidence.height_px), patch.center
    dx, dy = 0.09 * longer, -0.06 * longer
    dx = dx if spot.x + 2 * dx < evidence.width_px else -dx
    dy = dy if spot.y + dy > 0 else -dy
    beside = spot.moved(dx, dy)
    return Mark(new_id(), evidence.id, MarkKind.SWATCH, (spot, beside), text=reading.hex)


def lab_told(reading: ColourReading) -> str:
    """CIELAB in whole figures, with how much the patch varies."""
    lightness, a, b = reading.lab
    return f"L {lightness:.0f}  a {a:.0f}  b {b:.0f} ± {reading.spread:.0f}"
