"""What happened while the user did something else, told above the step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from claimcheck.ui.dialogs.seen_dialog import SeenDialog
from claimcheck.ui.intake_notes import notes_of
from claimcheck.ui.language import tell, tell_together
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.message_bar import MessageBar
from claimcheck.workflow.intake import Intake
from claimcheck.workflow.seen_before import Seen


class Tidings(QObject):
    """Shows a session's problems and finds in one window's message bar."""

    def __init__(self, session: Session, messages: MessageBar) -> None:
        super().__init__(messages)
        self._session, self._messages = session, messages
        # Methods, for the session outlives this window: Qt lets go of those, not of a lambda.
        session.problems.connect(self._on_problems)
        session.problem_solved.connect(self._on_problem_solved)
        session.seen_shown.connect(self._show_seen)
        session.arrivals.finished.connect(self._on_arrived)
        session.arrivals.seen_before.connect(self._tell_seen)

    def _on_problems(self, errors: list[Exception]) -> None:
        self._messages.tell(tell_together(errors))

    def _on_problem_solved(self, error: Exception) -> None:
        self._messages.forget(tell(error))

    def _on_arrived(self, intake: object) -> None:
        if isinstance(intake, Intake):
            for note in notes_of(intake):
                self._messages.note(note)

    def _tell_seen(self, seen: tuple[Seen, ...]) -> None:
        words = self.tr("%n picture(s) of these are in other reviews already.", "", len(seen))
        self._messages.inform(words, self.tr("Show"), lambda: self._show_seen(seen))

    def _show_seen(self, seen: tuple[Seen, ...]) -> None:
        dialog = SeenDialog(self._session, seen, self._messages.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.review_asked.connect(self._session.open_review)
        dialog.open()
