"""A library that can't be opened: why, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import tell
from claimcheck.ui.widgets.buttons import button, label

READABLE = {ErrorKind.LIBRARY_BUSY, ErrorKind.FOLDER_READ_ONLY, ErrorKind.LIBRARY_READ_ONLY}
"""Failures that leave the library readable."""


class Choice(Enum):
    """What the user wants to do."""

    READ_ONLY = "read-only"
    OTHER = "other"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Answer:
    """The user's choice; ``folder`` is the other library for ``Choice.OTHER``."""

    action: Choice
    folder: Path | None = None


class LibraryTrouble(FramedDialog):
    """Says what is wrong with the library and offers what helps."""

    def __init__(self, error: KnownError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._folder = folder
        self.answer = Answer(Choice.QUIT)
        busy = error.kind is ErrorKind.LIBRARY_BUSY
        self.set_title(
            self.tr("This library is open elsewhere")
            if busy
            else self.tr("This library can’t be opened")
        )
        self.body.addWidget(label(tell(error), wrap=True))
        self.body.addWidget(label(str(folder), "meta", wrap=True))
        self.setMinimumWidth(480)
        self.quit = button(self.tr("Quit"), kind="tertiary")
        self.quit.clicked.connect(self.reject)
        self.other = button(self.tr("Choose another …"), "folder-open")
        self.other.clicked.connect(self._choose_other)
        self.add_button(self.quit, at_left=True)
        self.read_only = button(self.tr("Open read-only"), kind="primary")
        self.read_only.clicked.connect(lambda: self._finish(Answer(Choice.READ_ONLY)))
        self.add_button(self.other)
        if error.kind in READABLE:
            self.add_button(self.read_only)
        else:
            self.read_only.hide()
            self.read_only.setParent(self)

    def _choose_other(self) -> None:
        chosen = choose_library(self, self._folder.parent)
        if chosen is not None:
            self._finish(Answer(Choice.OTHER, chosen))

    def _finish(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def choose_library(over: QWidget | None, near: Path) -> Path | None:
    """Ask for the folder of another library, or for an empty one to begin a library in."""
    title = QCoreApplication.translate(
        "LibraryTrouble", "Choose the folder of a library, or an empty one"
    )
    name = QFileDialog.getExistingDirectory(over, title, str(near))
    return Path(name) if name else None


def ask_about_library(error: KnownError, folder: Path, over: QWidget | None = None) -> Answer:
    """Show why the library in ``folder`` can't be opened; closing the dialog means quitting."""
    dialog = LibraryTrouble(error, folder, over)
    dialog.exec()
    return dialog.answer
