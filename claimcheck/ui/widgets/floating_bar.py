"""A bar that floats above the canvas: buttons on a raised plate with the one shadow we allow."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import dividing_line

_SHADE = QMargins(14, 10, 14, 18)
"""Room for the shadow around the plate; part of the widget's own size."""


class FloatingBar(QWidget):
    """A row of controls. The owner places it; ``shade`` is the room that its shadow takes."""

    shade = _SHADE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SHADE + QMargins(8, 8, 8, 8))
        self._row.setSpacing(4)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)

    def add_line(self) -> None:
        """Divide what follows from what is there."""
        line = dividing_line(vertical=True)
        line.setFixedHeight(24)
        self._row.addSpacing(4)
        self._row.addWidget(line)
        self._row.addSpacing(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        current = theme()
        painter = QPainter(self)
        box = QRectF(self.rect().marginsRemoved(_SHADE))
        painting.shadow(painter, box, 12, current.dark)
        edge = QColor(current.tokens.line) if current.dark else None
        painting.plate(painter, box, 12, QColor(current.tokens.raised), edge)
