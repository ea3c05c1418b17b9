"""Bring in a picture of one's own as a stamp: evidence with the role sticker, used at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import MarkKind, Origin, Role
from claimcheck.model.review import Evidence, Review, find
from claimcheck.model.showing import on_shown
from claimcheck.ui.landing import Known, Landing
from claimcheck.ui.session import Session
from claimcheck.ui.stickers import with_picture
from claimcheck.workflow.intake import Intake, take_in
from claimcheck.workflow.progress import Progress

ADD_STICKER = QT_TRANSLATE_NOOP("history", "Add %n picture(s) as a stamp")
REMOVE_STICKER = QT_TRANSLATE_NOOP("history", "Remove a picture and %n stamp(s)")
CHANGE_STAMP = QT_TRANSLATE_NOOP("history", "Change %n stamp(s)")


class OwnStamps(QObject):
    """What is brought in goes onto the selected stamps, and onto the next one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting = False
        session.arrivals.finished.connect(self._on_finished)

    def bring(self, paths: Iterable[Path]) -> None:
        """Take files in; a file that is no picture is told, as everywhere."""
        sources, session = list(paths), self._session

        def work(known: Known, _listing_id: str | None, progress: Progress) -> Intake:
            return take_in(
                session.originals, sources, Role.STICKER, Origin.FILE, None, known, progress
            )

        stamps = self._selected_stamps()

        def landed(review: Review, intake: Intake) -> Review:
            review = edits.add_evidence(review, intake.evidence)
            return on_shown(lambda shown: _showing(shown, intake.evidence[0], stamps))(review)

        self._waiting = True
        session.arrivals.bring_in(work, Role.STICKER, Landing(landed, ADD_STICKER))

    def use(self, evidence_id: str) -> None:
        """Let the selected stamps, and the next one, show a picture that is there already."""
        document = self._session.document
        picture = find(document.review.evidence, evidence_id) if document.is_open else None
        if picture is None or document.read_only:
            return
        stamps = self._selected_stamps()
        if stamps:
            document.apply_shown(
                lambda review: _showing(review, picture, stamps), CHANGE_STAMP, len(stamps)
            )
        self._session.mark_defaults.set_picture(picture.id)

    def stamps_of(self, evidence_id: str) -> int:
        """How many stamps show this picture."""
        document = self._session.document
        marks = document.review.marks if document.is_open else ()
        return sum(mark.picture_id == evidence_id for mark in marks)

    def remove(self, evidence_id: str) -> None:
        """Offer this picture no longer, and take away the stamps that show it; one undo step."""
        document = self._session.document
        if document.read_only or find(document.review.evidence, evidence_id) is None:
            return
        document.apply(
            lambda review: edits.remove_evidence(review, evidence_id),
            REMOVE_STICKER,
            self.stamps_of(evidence_id),
        )

    def _selected_stamps(self) -> frozenset[str]:
        document = self._session.document
        if not document.is_open:
            return frozenset()
        chosen = self._session.selection.marks
        marks = document.review.marks
        return frozenset(m.id for m in marks if m.id in chosen and m.kind is MarkKind.STAMP)

    def _on_finished(self, intake: object) -> None:
        if not self._waiting or not isinstance(intake, Intake):
            self._waiting = False
            return
        self._waiting = False
        if intake.evidence:
            self._session.mark_defaults.set_picture(intake.evidence[0].id)
        elif intake.repeated:  # it was brought in before
            self.use(intake.repeated[0].evidence.id)


def _showing(review: Review, picture: Evidence, stamps: frozenset[str]) -> Review:
    changed = [with_picture(mark, picture) for mark in review.marks if mark.id in stamps]
    return edits.put_marks(review, changed)
