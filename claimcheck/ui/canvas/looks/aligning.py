"""Lay the photo over the listing image, off the GUI thread and as one undo step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from claimcheck.cards.compose import redactions_of
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.imaging.aligning.align import Reason, Refusal
from claimcheck.imaging.aligning.by_hand import LEAST_PAIRS
from claimcheck.library.originals import Originals
from claimcheck.model import findings
from claimcheck.model.alignment import (
    AlignedBy,
    Alignment,
    Proposal,
    Sameness,
    percent_sure,
)
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review, find
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.looks.words_told import told
from claimcheck.ui.tasks import Task
from claimcheck.workflow.alignment import Redactions, find_alignment, find_framing
from claimcheck.workflow.differences import find_differences, same_thing
from claimcheck.workflow.printed_words import Reading, find_words
from claimcheck.workflow.progress import Progress

T = TypeVar("T")
_ = QT_TRANSLATE_NOOP
ALIGN = _("history", "Align")
FRAME = _("history", "Frame alike")
PROPOSE = _("history", "Propose differences")
READ = _("history", "Compare the print")
FORGET = _("history", "Forget the alignment")
REASONS: dict[Reason, str] = {
    Reason.BLANK: _("alignment", "One picture shows nothing to find."),
    Reason.TINY: _("alignment", "One picture is too small to find anything in."),
    Reason.IDENTICAL: _("alignment", "Both pictures are the same file."),
    Reason.NO_MATCH: _("alignment", "The listing’s product isn’t found in the photo."),
    Reason.IMPLAUSIBLE: _("alignment", "What was found can’t be a product before a camera."),
    Reason.CONTENT_DIFFERS: _("alignment", "Something alike is there, but its print differs."),
    Reason.ONE_SPOT: _("alignment", "All that matches is on one spot, so the rest may be off."),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """An alignment, and what it shows."""

    alignment: Alignment
    proposals: tuple[Proposal, ...]


class Aligning(QObject):
    """Of the comparison in view."""

    changed = Signal()
    """Busy or not, aligned or not: everything here may differ."""

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._session = canvas, canvas.session
        self.refusal: Reason | None = None
        """Why the last try found nothing."""
        self.step: tuple[int, int] | None = None
        """Steps done and in all, while at work."""
        self.remark = ""
        """What came of the last work besides proposals."""
        self._doing = ""
        self._task: Task[Seen | Refusal] | Task[Seen] | Task[Reading] | None = None
        self._framed: Alignment | None = None
        self._framing: Task[Alignment] | None = None
        self._pair: tuple[Evidence, ...] = ()
        canvas.shown.connect(self._on_shown)
        self._on_shown()

    @property
    def pair(self) -> tuple[Evidence, Evidence] | None:
        """Listing image and photo in view, as they are shown; ``None`` when one is missing."""
        listing, photo = (self._canvas.sides.scene(r).evidence for r in (Role.LISTING, Role.PHOTO))
        return (listing, photo) if listing is not None and photo is not None else None

    @property
    def alignment(self) -> Alignment | None:
        """What the review keeps."""
        review, comparison = self._canvas.review, self._session.document.comparison
        if review is None or comparison is None or self.pair is None:
            return None
        return find(review.alignments, comparison.id)

    @property
    def way(self) -> Alignment | None:
        """How to lay the photo over the listing image now: as kept, else framed alike for now."""
        return self.alignment or self._framed

    @property
    def can_align(self) -> bool:
        """Whether there are two pictures and the review may be changed."""
        return self.pair is not None and not self._canvas.read_only

    @property
    def can_read(self) -> bool:
        """Whether the two lie so exactly on each other that their print can be compared."""
        return self.can_align and self.alignment is not None and self.alignment.is_exact

    def align(self) -> None:
        """Find the product of the listing image in the photo."""
        pair, comparison = self.pair, self._session.document.comparison
        if pair is None or comparison is None or not self.can_align or self._task is not None:
            return
        originals, review_id = self._session.originals, self._session.document.review.id
        comparison_id, hidden = comparison.id, self._redactions(pair)

        def work(progress: Progress) -> Seen | Refusal:
            found = find_alignment(originals, *pair, comparison_id, progress, hidden)
            return (
                found
                if isinstance(found, Refusal)
                else _looked_over(originals, pair, found, progress, hidden)
            )

        def done(found: Seen | Refusal) -> None:
            here = self.pair == pair and self._session.document.review.id == review_id
            if not here:  # another review or picture is in view by now
                return
            if isinstance(found, Refusal):
                self.refusal = found.reason
            else:
                self._keep_seen(found, ALIGN)

        self.refusal = None
        self._run(work, done, self.tr("Looking for the product …"))

    def propose(self) -> None:
        """Look for differences again, by the alignment as it is kept."""
        pair, alignment = self.pair, self.alignment
        if pair is None or alignment is None or not self.can_align or self._task is not None:
            return
        originals, hidden = self._session.originals, self._redactions(pair)

        def done(seen: Seen) -> None:
            if self.pair == pair and self.alignment == alignment:
                self._keep_seen(seen, PROPOSE)

        self._run(
            lambda progress: _looked_over(originals, pair, alignment, progress, hidden),
            done,
            self.tr("Looking for differences …"),
        )

    def read_print(self) -> None:
        """Read the print on both products, and propose where words differ."""
        pair, alignment = self.pair, self.alignment
        if pair is None or alignment is None or not self.can_read or self._task is not None:
            return
        originals, hidden = self._session.originals, self._redactions(pair)

        def done(reading: Reading) -> None:
            if self.pair != pair or self.alignment != alignment:
                return
            self.remark = "" if reading.proposals else self._nothing_told(reading)
            self._canvas.apply(
                lambda review: findings.propose_words(review, alignment.id, reading.proposals), READ
            )
            self.changed.emit()

        self._run(
            lambda progress: find_words(
                originals, *pair, alignment, told, progress, redactions=hidden
            ),
            done,
            self.tr("Reading the print …"),
        )

    def cancel(self) -> None:
        """Stop at once; what is under way ends by itself at its next step, and is dropped."""
        if self._task is not None:
            self._task.cancel()
            self._task, self.step = None, None
            self.changed.emit()

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], doing: str) -> None:
        """Off the GUI thread, one at a time."""
        self.remark, self.step, self._doing = "", (0, 0), doing

        def finished() -> None:
            if self._task is task:
                self._task, self.step = None, None
                self.changed.emit()

        def progress(step: int, steps: int, _what: str) -> None:
            if self._task is task:
                self.step = (step, steps)
                self.changed.emit()

        task: Any = self._session.tasks.run(
            work, done, self._session.tasks.broke.emit, progress, finished
        )
        self._task = task
        self.changed.emit()

    def keep(self, alignment: Alignment, name: str) -> None:
        """Make it the review's, as one undo step."""
        self.refusal = None
        self._canvas.apply(lambda review: findings.set_alignment(review, alignment), name)

    def _keep_seen(self, seen: Seen, name: str) -> None:
        """The alignment and what it shows, as one undo step."""
        self.refusal = None

        def edit(review: Review) -> Review:
            review = findings.set_alignment(review, seen.alignment)
            return findings.propose(review, seen.alignment.id, seen.proposals)

        self._canvas.apply(edit, name)

    def frame(self) -> None:
        """Keep the framing with the same size and middle."""
        framed = self._framed
        if framed is not None and self.can_align:
            self.keep(framed, FRAME)

    def forget(self) -> None:
        """The photo lies nowhere in particular."""
        comparison = self._session.document.comparison
        if comparison is not None:
            self.refusal = None
            self._canvas.apply(lambda r: findings.remove_alignment(r, comparison.id), FORGET)

    def want_way(self) -> None:
        """Something is to be laid over: find a framing where nothing better is known."""
        pair = self.pair
        if pair is None or self._framed is not None or self._framing is not None:
            return
        originals, comparison = self._session.originals, self._session.document.comparison
        comparison_id = comparison.id if comparison else ""
        hidden = self._redactions(pair)

        def done(framed: Alignment) -> None:
            if self.pair == pair:
                self._framed = framed
                self.changed.emit()

        def finished() -> None:
            self._framing = None

        self._framing = self._session.tasks.run(
            lambda progress: find_framing(
                originals, *pair, comparison_id, progress=progress, redactions=hidden
            ),
            done,
            lambda _error: None,  # the view itself tells what can't be read
            finished=finished,
        )

    def _redactions(self, pair: tuple[Evidence, Evidence]) -> Redactions:
        review = self._canvas.review
        assert review is not None
        first, second = (redactions_of(review.marks_on(one.id)) for one in pair)
        return first, second

    @property
    def words(self) -> str:
        """How the two pictures lie on each other, in one phrase."""
        if self.step is not None:
            return self._doing
        if self.pair is None:
            return ""
        if self.alignment is not None:
            lies = self._told(self.alignment)
            return f"{lies} · {self.remark}" if self.remark else lies
        return self.tr("Not aligned yet") if self.refusal is None else self.tr("Not aligned")

    @property
    def reason(self) -> str:
        """Why the last try found nothing, in a sentence; empty when it didn't fail."""
        if self.refusal is None:
            return ""
        return QCoreApplication.translate("alignment", REASONS[self.refusal])

    def _told(self, found: Alignment) -> str:
        if found.aligned_by is AlignedBy.FRAMED:
            return self.tr("Same size and middle")
        if found.aligned_by is AlignedBy.HAND:
            if len(found.pairs) <= LEAST_PAIRS:
                return self.tr("Aligned by hand")  # four pairs always agree: that tells nothing
            error = QLocale().toString(found.reprojection_error_px, "f", 1)
            return self.tr("Aligned by hand · ± %1 px").replace("%1", error)
        return self.tr("Aligned · %1 % sure").replace("%1", str(percent_sure(found.confidence)))

    def _nothing_told(self, reading: Reading) -> str:
        if reading.was_read:
            return self.tr("no words differ")
        return self.tr("no print could be read on both")

    def _on_shown(self) -> None:
        pair = self.pair or ()
        if pair != self._pair:
            self._pair = pair
            self.cancel()
            if self._framing is not None:
                self._framing.cancel()
            self.refusal, self._framed, self._framing, self.remark = None, None, None, ""
        self.changed.emit()


def _looked_over(
    originals: Originals,
    pair: tuple[Evidence, Evidence],
    found: Alignment,
    progress: Progress,
    hidden: Redactions,
) -> Seen:
    """Whether it is the same thing, and what differs; of another thing nothing is proposed."""
    judged = same_thing(originals, *pair, found, progress, hidden)
    if judged.same is Sameness.NO:
        return Seen(judged, ())
    return Seen(judged, find_differences(originals, *pair, judged, progress, hidden))
