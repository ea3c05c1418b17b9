"""What is under way: a thin bar, the count in words, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from claimcheck.ui.widgets.buttons import ElidedLabel, button


class ProgressStrip(QWidget):
    """Hidden until :meth:`show_progress`; as high as the status bar it takes the place of."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._words = ElidedLabel(role="secondary")
        self._cancel = button(self.tr("Cancel"), kind="tertiary")
        self._cancel.setProperty("size", "small")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 4, 0)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence in view."""
        return self._words.whole_text()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show ``done`` of ``total`` and the name of the one at hand; 0 of 0 shows a busy bar."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = self.tr("{done} of %n picture(s)", "", total).format(done=done)
        self._words.set_whole_text(f"{words} · {what}" if what else words)
        self._cancel.setEnabled(True)
        self.show()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._words.set_whole_text(self.tr("Stopping …"))
        self.cancelled.emit()
