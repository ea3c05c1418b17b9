"""Clips on their way in: a dialog for each, to take frames out of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.ui.dialogs.film_dialog import FilmDialog
from claimcheck.ui.dialogs.frame import window_of
from claimcheck.ui.landing import Landing
from claimcheck.ui.session import Session
from claimcheck.workflow.frames import take_frames


class Filming(QObject):
    """Opens clips one after the other; the frames taken land in the review as one step."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._waiting: deque[tuple[Path, Role]] = deque()
        self.dialog: FilmDialog | None = None
        """The one in view."""

    def open_files(self, paths: Iterable[Path], role: Role) -> None:
        """Show clips; their frames become evidence of ``role``."""
        self._waiting.extend((path, role) for path in paths)
        self._next()

    def _next(self) -> None:
        if self.dialog is not None or not self._waiting or self._session.read_only:
            return
        path, role = self._waiting.popleft()
        self.dialog = dialog = FilmDialog(self._session, path, window_of(self))
        dialog.chosen.connect(lambda times: self._land(path, role, times))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._next()

    def _land(self, path: Path, role: Role, times: list[float]) -> None:
        originals = self._session.originals
        self._session.arrivals.bring_in(
            lambda known, listing_id, progress: take_frames(
                originals, path, times, role, listing_id, known, progress
            ),
            role,
            Landing(
                lambda review, intake: edits.add_evidence(review, intake.evidence),
                QT_TRANSLATE_NOOP("history", "Add %n frame(s) of a clip"),
            ),
        )
