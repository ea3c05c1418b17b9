"""What was just deleted, with Undo, for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import label

STAYS_MS = 8000
_SHADE = 16
_EDGE = 12


class Toast(QWidget):
    """Floats above the bottom edge of ``over``; stays while the mouse is on it."""

    def __init__(self, over: QWidget, left: bool = False, above: int = 30) -> None:
        """``left`` puts it at the left edge instead of the middle, ``above`` px over the bottom."""
        super().__init__(over)
        self._left, self._above = left, above
        self._over = over
        self._undo: Callable[[], None] | None = None
        self._text: QLabel = label()
        self._button = QPushButton(self.tr("Undo"))
        self._button.setProperty("kind", "toast")
        self._button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADE + 16, _SHADE + 8, _SHADE + 8, _SHADE + 8)
        row.setSpacing(16)
        row.addWidget(self._text)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def offer(self, text: str, undo: Callable[[], None]) -> None:
        """Say ``text``; ``undo`` is called when the user asks for it in time."""
        self._undo = undo
        width = max(self._over.width() - 240, 160)
        metrics = self._text.fontMetrics()
        self._text.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width))
        self._text.setStyleSheet(f"color: {_colours()[1].name()}")
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(STAYS_MS)

    def enterEvent(self, _event: object) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: object) -> None:
        self._timer.start(STAYS_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        painting.shadow(painter, box, 12, theme().dark)
        painting.plate(painter, box, 12, _colours()[0])

    def _place(self) -> None:
        middle = (self._over.width() - self.width()) // 2
        x = _EDGE - _SHADE if self._left else middle
        self.move(x, self._over.height() - self.height() - self._above + _SHADE)

    def _on_undo(self) -> None:
        self._timer.stop()
        self.hide()
        if self._undo is not None:
            self._undo()


def _colours() -> tuple[QColor, QColor]:
    """Plate and text: the window's own, turned round."""
    colours = theme().tokens
    return QColor(colours.text), QColor(colours.surface)
