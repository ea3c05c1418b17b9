"""What the dialogs in which points are set on pictures have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from claimcheck.errors import KnownError
from claimcheck.model.review import Evidence, Review, find
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import tell
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.workflow.progress import Progress


class PointsDialog(FramedDialog):
    """Of the comparison in view; every edit is an undo step of its own, kept at once.

    ``words`` below the pictures say what to do next, or why the last thing didn't work.
    """

    stale = Signal()
    """What is shown may not be so any more."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._session, self._document = session, session.document
        comparison = self._document.comparison
        assert comparison is not None
        self._comparison = comparison
        self._task: Task[Any] | None = None
        self._failure = ""
        self.words = label("", "secondary", wrap=True)
        self.words.setMinimumHeight(20)
        self.ready = button(self.tr("Done"), kind="primary")
        self.ready.clicked.connect(self.accept)
        self.take_room(1120, 700)

    def _kept(self, evidence_id: str | None) -> Evidence | None:
        """A picture as it is recorded, not as it is shown."""
        return find(self._document.review.evidence, evidence_id)

    def _apply(self, edit: Callable[[Review], Review], name: str, merge: str = "") -> None:
        self._document.apply(edit, name, merge=merge)

    def _follow_document(self) -> None:
        """Show every change, also those of undo and redo, whose keys work in here."""
        self._document.changed.connect(self.stale)
        stack = self._document.stack
        for keys, act in (("Ctrl+Z", stack.undo), ("Ctrl+Shift+Z", stack.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _run(
        self, work: Callable[[Progress], object], done: Callable[..., None], doing: str
    ) -> None:
        """Off the GUI thread, one at a time; ``doing`` says what meanwhile."""
        self.words.setText(doing)
        self._task = self._session.tasks.run(work, done, self._on_failed, None, self._on_finished)

    def _on_failed(self, error: Exception) -> None:
        self._failure = tell(error)
        if not isinstance(error, KnownError):
            self._session.tasks.broke.emit(error)

    def _on_finished(self) -> None:
        self._task = None
        failure, self._failure = self._failure, ""
        self.stale.emit()
        if failure:
            self.words.setText(failure)
