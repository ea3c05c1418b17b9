"""Offering to take back what was just deleted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.ui.document import Document
from claimcheck.ui.widgets.toast import Toast


class UndoToast(QObject):
    """A toast over one panel; it goes away when anything else is done meanwhile."""

    def __init__(self, document: Document, over: QWidget) -> None:
        super().__init__(over)
        self._document = document
        self.toast = Toast(over)
        self._at = -1
        document.changed.connect(self._on_changed)
        document.opened.connect(self.toast.hide)

    def offer(self, text: str) -> None:
        """Say what the last step of the document did, with Undo."""
        self._at = self._document.stack.index()
        self.toast.offer(text, self._undo)

    def _undo(self) -> None:
        if self._document.stack.index() == self._at:
            self._document.stack.undo()

    def _on_changed(self) -> None:
        self._at = -1  # another step is the last one now; ``offer`` comes after its own
        self.toast.hide()
