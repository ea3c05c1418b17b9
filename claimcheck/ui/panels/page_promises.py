"""The promises that a page makes, to tick as claims: in its own words, never rewritten."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimcheck.ui.widgets.buttons import button, label


class _Promise(QWidget):
    """A tick box whose words wrap; a click on the words ticks it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self._label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._label.setContentsMargins(0, 7, 0, 7)
        across.addWidget(self._label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class PagePromises(QWidget):
    """None is ticked at first: which ones to hold the brand to is the user's to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label("", "count")
        self.every = button(self.tr("Tick all"), kind="tertiary")
        self.every.clicked.connect(self._tick_all)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Promises"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.every)
        self._none = label(
            self.tr("The page makes no promise in words. Add claims by hand later."),
            "secondary",
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(
            label(self.tr("Tick what you want to check: it becomes a claim, word for word."),
                  "secondary", wrap=True)
        )  # fmt: skip
        column.addWidget(self._none)
        column.addLayout(self._list)
        self.rows: list[_Promise] = []

    @property
    def ticked(self) -> tuple[str, ...]:
        """In the order of the page."""
        return tuple(one.words for one in self.rows if one.box.isChecked())

    def show_promises(self, promises: Iterable[str]) -> None:
        """List them."""
        for old in self.rows:
            old.deleteLater()
        self.rows = [_Promise(words) for words in promises]
        for one in self.rows:
            self._list.addWidget(one)
        self._count.setText(str(len(self.rows)))
        self.every.setVisible(bool(self.rows))
        self._none.setVisible(not self.rows)

    def _tick_all(self) -> None:
        wanted = not all(one.box.isChecked() for one in self.rows)
        for one in self.rows:
            one.box.setChecked(wanted)
