"""The open review, and the undo stack that leads to every version of it.

Whatever changes the review goes through :meth:`Document.apply` with a pure edit from
``model/edits.py``; the document computes the difference, records it as one undo step and tells
who listens what changed. Widgets never keep a review of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from claimcheck.model.changes import Change, apply, difference
from claimcheck.model.history import History, Step
from claimcheck.model.review import Comparison, Review
from claimcheck.model.showing import as_shown, on_shown

_MERGEABLE = 1
"""One id for all commands: whether two really merge is decided by their keys."""


class ReviewCommand(QUndoCommand):
    """One undo step: a difference between two versions of the review, and nothing else."""

    def __init__(self, document: Document, change: Change, step_id: int, merge: str = "") -> None:
        super().__init__(change.name)
        self._document = document
        self.change = change
        self.step_id = step_id
        self.merge = merge

    def redo(self) -> None:
        """Make the change (also called by ``QUndoStack.push``)."""
        self._document.make(self.change)

    def undo(self) -> None:
        """Take the change back."""
        self._document.make(self.change.reversed())

    def id(self) -> int:
        """Qt asks only neighbours with the same id to merge."""
        return _MERGEABLE if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow a later step of the same gesture, such as the next letter of a word."""
        if not isinstance(other, ReviewCommand) or other.merge != self.merge:
            return False
        self.change = self.change.followed_by(other.change)
        self.step_id = other.step_id
        self.setObsolete(not self.change.patches)
        return True


class Document(QObject):
    """The review in view. ``None`` when the library is empty or nothing is open."""

    opened = Signal()
    """Another review (or none) is in view; forget everything about the last."""
    changed = Signal(object)
    """A ``Change`` was made, undone or redone; ``review`` is the new version."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.read_only = False
        self._review: Review | None = None
        self._shown: tuple[Review, Review] | None = None
        """A version, and the same as it is shown."""
        self._quiet = False
        self._gathers = False
        """Whether steps that are made or undone are told afterwards, all as one change."""
        self._next_step = 1
        self._run = 0
        self.stack.indexChanged.connect(self._on_index_changed)

    @property
    def review(self) -> Review:
        """The current version. Raises ``LookupError`` when nothing is open: ask ``is_open``."""
        if self._review is None:
            raise LookupError("no review is open")
        return self._review

    @property
    def shown(self) -> Review:
        """The current version in the pixels of its pictures as they are shown: turned, cropped.

        What is drawn, measured or typed on a picture is in these. Raises as ``review``.
        """
        review = self.review
        if self._shown is None or self._shown[0] is not review:
            self._shown = review, as_shown(review)
        return self._shown[1]

    @property
    def is_open(self) -> bool:
        """Whether a review is in view."""
        return self._review is not None

    @property
    def comparison(self) -> Comparison | None:
        """The comparison in view: the first of the review."""
        if self._review is None or not self._review.comparisons:
            return None
        return self._review.comparisons[0]

    @property
    def restoring(self) -> bool:
        """Whether a stored history is just being put back on the stack."""
        return self._quiet

    def open(self, review: Review | None, history: History | None = None) -> None:
        """Show another review with its undo history, or nothing."""
        history = history or History()
        with self._silently():
            self.stack.clear()
            self._review = review
            for step in history.steps:
                self.stack.push(ReviewCommand(self, step.change, step.id))
            self.stack.setIndex(history.done)
        self._next_step = max((step.id for step in history.steps), default=0) + 1
        self.end_merging()
        self.opened.emit()

    def apply(
        self, edit: Callable[[Review], Review], name: str, count: int = 1, merge: str = ""
    ) -> bool:
        """Make an edit as one undo step; ``False`` when it changed nothing or nothing may change.

        ``name`` is an English phrase for the history, with ``%n`` for ``count``. Steps with the
        same non-empty ``merge`` in a row become one, until :meth:`end_merging`.
        """
        if self._review is None or self.read_only:
            return False
        change = difference(self._review, edit(self._review), name, count)
        if not change.patches:
            return False
        key = f"{merge}#{self._run}" if merge else ""
        self.stack.push(ReviewCommand(self, change, self._take_step_id(), key))
        return True

    def apply_shown(
        self, edit: Callable[[Review], Review], name: str, count: int = 1, merge: str = ""
    ) -> bool:
        """As :meth:`apply`, for an edit of the review as it is ``shown``."""
        return self.apply(on_shown(edit), name, count, merge)

    def go_to(self, index: int) -> None:
        """Be at the version after ``index`` steps; a jump over many is told as one change."""
        before = self.review
        self._gathers = True
        try:
            self.stack.setIndex(index)
        finally:
            self._gathers = False
        change = difference(before, self.review)
        if change.patches:
            self.changed.emit(change)

    def end_merging(self) -> None:
        """The gesture or the typing is over: the next step stands on its own."""
        self._run += 1

    def history(self) -> History:
        """The undo stack as values, for the library."""
        commands = (self.stack.command(i) for i in range(self.stack.count()))
        steps = tuple(
            Step(command.step_id, command.change)
            for command in commands
            if isinstance(command, ReviewCommand)
        )
        return History(steps, self.stack.index())

    def make(self, change: Change) -> None:
        """Called by undo commands only."""
        if self._quiet or self._review is None:
            return
        self._review = replace(apply(self._review, change), updated_at=datetime.now(UTC))
        if not self._gathers:
            self.changed.emit(change)

    def _take_step_id(self) -> int:
        taken = self._next_step
        self._next_step += 1
        return taken

    def _on_index_changed(self, index: int) -> None:
        if index < self.stack.count():  # something was undone: typing on must not alter that step
            self.end_merging()

    @contextmanager
    def _silently(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
