"""The photo over the listing image, half through each other, as it will lie."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.model.alignment import Homography, inverted
from claimcheck.ui.canvas.framing import fit_scale
from claimcheck.ui.canvas.looks.layers import Layers, clip_to
from claimcheck.ui.theme import inter, theme


class AlignPreview(QWidget):
    """Paints from the same tiles as the two panes, at once."""

    def __init__(self, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._laid = False
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    def show_laid(self, homography: Homography | None, words: str = "") -> None:
        """Show how the photo lies, or ``words`` on what is missing."""
        self._laid, self._words = homography is not None, words
        if homography is not None:
            self._layers.lay(homography, inverted(homography))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.colour("canvas"))
        width, height = self._layers.listing.size
        if not self._laid or not width:
            painter.setPen(theme().tokens.colour("text-2"))
            painter.setFont(inter(13))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), flags, self._words)
            return
        scale = fit_scale((width, height), (self.width(), self.height()))
        painter.translate((self.width() - width * scale) / 2, (self.height() - height * scale) / 2)
        painter.scale(scale, scale)
        whole = QRectF(0, 0, width, height)
        clip_to(painter, whole)
        ratio = self.devicePixelRatioF()
        self._layers.paint_listing(painter, whole, scale * ratio)
        painter.setOpacity(0.5)
        self._layers.paint_photo(painter, whole, scale * ratio)
