"""One question before something that can't be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.widgets.buttons import button, label


class Question(FramedDialog):
    """``question`` as title, what it means below; the safe answer has the keyboard."""

    def __init__(
        self, question: str, meaning: str, yes: str, no: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, parent)
        self.setMinimumWidth(420)
        self.body.addWidget(label(meaning, wrap=True))
        self.no = button(no)
        self.no.clicked.connect(self.reject)
        self.yes = button(yes, kind="primary")
        self.yes.clicked.connect(self.accept)
        self.add_button(self.no)
        self.add_button(self.yes)
        self.yes.setDefault(False)
        self.no.setDefault(True)
        self.no.setFocus()

    def asked(self) -> bool:
        """Ask, and wait for the answer."""
        return self.exec() == QDialog.DialogCode.Accepted
