"""The numbered yellow disc: the same spot on both pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.ui.widgets import painting


class NumberDisc(QWidget):
    """A disc of ``diameter`` px with a number, in lists and hints."""

    def __init__(self, number: int, diameter: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diameter = diameter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_number(number)

    @property
    def number(self) -> int:
        """What stands on the disc."""
        return self._number

    def set_number(self, number: int) -> None:
        """Show another number."""
        self._number = number
        self.setAccessibleName(str(number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.38)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painting.number_disc(painter, middle, self._diameter, self._number)
