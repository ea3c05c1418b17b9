"""What the user does with whole reviews: begin one, open it, throw it away, change library."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimcheck.model.review import Review
from claimcheck.ui.dialogs.library_trouble import choose_library
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.language import chosen_language
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.toast import Toast
from claimcheck.workflow.sample import add_sample


class LibraryDeeds(QObject):
    """Asks where that is due, and offers to undo what can be undone."""

    other_library_chosen = Signal(Path)
    """Folder of another library to open instead."""

    def __init__(self, session: Session, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._toast = session, toast

    @property
    def _window(self) -> QWidget:
        """Asked when needed, for to keep it would be a cycle."""
        return cast("QWidget", self.parent())

    def open(self, review_id: str) -> None:
        """Show a review, unless it is shown."""
        document = self._session.document
        if not (document.is_open and document.review.id == review_id):
            self._session.open_review(review_id)

    def begin(self) -> None:
        """Start an empty review at its first step."""
        if self._session.read_only:
            return
        self._session.new_review()
        self._session.step_requested.emit("listing")

    def open_sample(self) -> None:
        """Add the sample review to the library, and show it."""
        language = chosen_language(self._session.settings.language)

        def show(review: Review) -> None:
            self._session.library_changed.emit()
            self._session.open_review(review.id)

        self._session.on_library(lambda library: add_sample(library, language), show)

    def trash(self, review_id: str, name: str) -> None:
        """Move a review to the trash, and offer to undo that."""
        document = self._session.document
        was_open = document.is_open and document.review.id == review_id

        def undo() -> None:
            self._session.restore_review(review_id)
            if was_open:
                self._session.open_review(review_id)

        self._session.trash_review(review_id)
        self._toast.offer(self.tr("“{name}” is in the trash").format(name=name), undo)

    def empty_trash(self, count: int) -> None:
        """Delete all ``count`` reviews in the trash, when the user really wants that."""
        question = Question(
            self.tr("Delete %n review(s) for good?", "", count),
            self.tr("Their pictures go too, unless another review uses them. No undo for this."),
            self.tr("Delete for good"),
            self.tr("Keep"),
            self._window,
        )
        if question.asked():
            self._session.empty_trash()

    def choose_other_library(self) -> None:
        """Ask for another library's folder, and open that instead."""
        folder = choose_library(self._window, self._session.library_folder.parent)
        if folder is not None and folder != self._session.library_folder:
            self.other_library_chosen.emit(folder)
