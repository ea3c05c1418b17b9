"""The line along the bottom: the next useful action, or what is coming in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import ElidedLabel, dividing_line
from claimcheck.ui.widgets.number_disc import NumberDisc
from claimcheck.ui.widgets.progress_strip import ProgressStrip

HEIGHT = 32
RAIL = 52
"""Width of the tool rail of the canvas, which seems to reach down to the bottom edge."""


class StatusBar(QWidget):
    """Hint with the number that is coming; while pictures come in, their progress instead."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.disc = NumberDisc(1, 18)
        self.hint = ElidedLabel(role="secondary")
        self.progress = ProgressStrip()
        sentence = QWidget()
        row = QHBoxLayout(sentence)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.disc)
        row.addWidget(self.hint, 1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(dividing_line())
        column.addWidget(sentence, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(told)
        self._pages.addWidget(self.progress)
        self._foot = QWidget()
        self._foot.setFixedWidth(RAIL)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._foot)
        outer.addWidget(self._pages, 1)
        self._quiet = False
        self.disc.hide()
        self.progress.cancelled.connect(session.arrivals.cancel)
        session.arrivals.progress.connect(self._on_progress)
        session.arrivals.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether it shows progress."""
        return self._pages.currentWidget() is self.progress

    def set_place(self, quiet: bool, below_rail: bool) -> None:
        """``quiet``: nothing to hint at here, so it shows only while something is under way."""
        self._quiet = quiet
        self._foot.setVisible(below_rail)
        self._show()

    def say(self, sentence: str, number: int = 0) -> None:
        """Show ``sentence``, with a disc when a numbered thing is coming (0: none)."""
        self.hint.set_whole_text(sentence)
        self.disc.setVisible(number > 0)
        if number:
            self.disc.set_number(number)

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self.progress.show_progress(done, total, what)
        self._pages.setCurrentWidget(self.progress)
        self._show()

    def _on_finished(self, _intake: object) -> None:
        self._pages.setCurrentIndex(0)
        self._show()

    def _show(self) -> None:
        self.setVisible(self.busy or not self._quiet)
