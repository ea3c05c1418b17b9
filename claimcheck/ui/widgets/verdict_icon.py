"""A verdict's shape in its colour: never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.cards.paint_marks import paint_verdict_shape
from claimcheck.model.kinds import Verdict
from claimcheck.ui.names import name_of
from claimcheck.ui.theme import theme


class VerdictIcon(QWidget):
    """The shape of ``verdict``, ``size`` px square; its word is the tooltip."""

    def __init__(self, verdict: Verdict, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_verdict(verdict)

    @property
    def verdict(self) -> Verdict:
        """Which shape is shown."""
        return self._verdict

    def set_verdict(self, verdict: Verdict) -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.setAccessibleName(name_of(verdict))
        self.setToolTip(name_of(verdict))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.38)
        box = QRectF(0, 0, self._size, self._size)
        box.moveCenter(QRectF(self.rect()).center())
        paint_verdict_shape(painter, box, self._verdict, theme().tokens.verdict(self._verdict))


def verdict_qicon(verdict: Verdict, size: int = 16) -> QIcon:
    """The same shape for combo boxes and menus."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        side = round(size * ratio)
        image = QPixmap(side, side)
        image.setDevicePixelRatio(ratio)
        image.fill(theme().tokens.colour("text", 0))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().tokens.verdict(verdict)
        paint_verdict_shape(painter, QRectF(0, 0, size, size), verdict, colour)
        painter.end()
        made.addPixmap(image)
    return made
