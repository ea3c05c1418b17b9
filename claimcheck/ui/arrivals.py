"""Pictures on their way into the open review: taken in off the GUI thread, landed as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, Review
from claimcheck.ui.finding import find_again
from claimcheck.ui.landing import Known, Landing, Work, adding
from claimcheck.ui.tasks import Task
from claimcheck.workflow.folders import unfolded
from claimcheck.workflow.intake import Intake, from_source, take_in
from claimcheck.workflow.progress import Progress
from claimcheck.workflow.seen_before import Seen

if TYPE_CHECKING:
    from claimcheck.ui.session import Session


class Arrivals(QObject):
    """Brings pictures into a session's reviews."""

    progress = Signal(int, int, str)
    """Pictures done, pictures in all, the name of the one at hand."""
    finished = Signal(object)
    """The ``Intake`` (or ``None`` when it was cancelled or failed as a whole)."""
    seen_before = Signal(object)
    """A tuple of ``Seen``: pictures that came in are in other reviews already."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._intake: Task[Intake] | None = None

    def add_pictures(
        self, paths: Iterable[Path], role: Role, origin: Origin = Origin.FILE, source: str = ""
    ) -> None:
        """Take files in beside what goes on; each that fails is told, the others still come in.

        Of a folder its pictures come in. ``source`` is the address that a browser's file is from.
        """
        sources, originals = list(paths), self._session.originals

        def work(known: Known, listing_id: str | None, progress: Progress) -> Intake:
            files = unfolded(sources)
            intake = take_in(originals, files, role, origin, listing_id, known, progress)
            return from_source(intake, source) if source else intake

        self.bring_in(work, role)

    def bring_in(self, work: Work, role: Role, landing: Landing | None = None) -> None:
        """Do ``work`` off the GUI thread; what it gives lands in the review open now, as one step.

        ``landing`` says what the step does and is called; else the evidence is added.
        """
        if self._session.read_only:
            return
        review = self._session.review_at_hand()
        listing_id = self._listing_in_view(review) if role is Role.LISTING else None
        known = review.pictures(role)
        landed: list[Intake] = []

        def done(intake: Intake) -> None:
            landed.append(intake)
            self._land(review.id, intake, landing or adding(intake))

        self._intake = self._session.tasks.run(
            lambda progress: work(known, listing_id, progress),
            done,
            self._session.tell_broken,
            self.progress.emit,
            lambda: self.finished.emit(landed[0] if landed else None),
        )

    def cancel(self) -> None:
        """Stop taking pictures in; what is in already stays in the store, not in the review."""
        if self._intake is not None:
            self._intake.cancel()

    def find_again(
        self, evidence: Sequence[Evidence], done: Callable[[tuple[Seen, ...]], None]
    ) -> None:
        """Look for pictures in all other reviews; ``done`` gets where they are, perhaps nowhere."""
        session = self._session
        review_id = session.document.review.id if session.document.is_open else ""
        find_again(evidence, review_id, session.originals, session.tasks, session.on_library, done)

    def _land(self, review_id: str, intake: Intake, landing: Landing) -> None:
        if intake.problems:
            self._session.problems.emit(list(intake.problems))
        if not intake.evidence:
            return
        shown = [item for item in intake.evidence if item.role is not Role.STICKER]
        self.find_again(shown, self._tell_seen)
        self._session.change_review(
            review_id,
            lambda review: landing.edit(review, intake),
            landing.name,
            len(intake.evidence),
        )

    def _tell_seen(self, found: tuple[Seen, ...]) -> None:
        if found:
            self.seen_before.emit(found)

    def _listing_in_view(self, review: Review) -> str | None:
        first = review.listings[0].id if review.listings else None
        return self._session.selection.listing or first
