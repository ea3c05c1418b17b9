"""Pictures and listing details into a stored review, as undo steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, Review
from claimcheck.workflow.frames import take_frames, time_of_frame
from claimcheck.workflow.intake import Intake, take_in
from claimcheck.workflow.progress import Progress, silent
from claimcheck.workflow.reviews import ListingDetails, change_review, note_listing


@dataclass(frozen=True, slots=True)
class ClipFrame:
    """One frame of a clip, or of a picture that moves."""

    path: Path
    where: float | int
    """A time in seconds; as an ``int`` the number of the frame, the first being 1."""
    role: Role


def add_pictures(
    library: Library,
    review_id: str,
    listing_images: Sequence[Path],
    photos: Sequence[Path],
    details: ListingDetails | None = None,
    progress: Progress = silent,
    frames: Sequence[ClipFrame] = (),
) -> tuple[Review, Intake]:
    """Note the listing's details, and take pictures into a review; those that fail are told.

    Listing images belong to the listing that the details are about, else to the last one.
    """
    review = library.load(review_id)
    if details and details.given:
        review = note_listing(library, review_id, details)
    listing_id = review.listings[-1].id if review.listings else None
    total = len(listing_images) + len(photos)
    shop = take_in(
        library.originals,
        listing_images,
        Role.LISTING,
        Origin.COMMAND_LINE,
        listing_id,
        review.evidence,
        lambda done, _total, what: progress(done, total, what),
    )
    own = take_in(
        library.originals,
        photos,
        Role.PHOTO,
        Origin.COMMAND_LINE,
        None,
        (*review.evidence, *shop.evidence),
        lambda done, _total, what: progress(len(listing_images) + done, total, what),
    )
    intake = _together(shop, own)
    for frame in frames:
        known = (*review.evidence, *intake.evidence)
        intake = _together(intake, _taken(library, frame, listing_id, known, progress))
    review = change_review(
        library,
        review_id,
        lambda review: edits.add_evidence(review, intake.evidence),
        QT_TRANSLATE_NOOP("history", "Add %n picture(s)"),
        len(intake.evidence),
    )
    return review, intake


def _together(*intakes: Intake) -> Intake:
    return Intake(
        tuple(item for one in intakes for item in one.evidence),
        tuple(item for one in intakes for item in one.repeated),
        tuple(item for one in intakes for item in one.problems),
    )


def _taken(
    library: Library,
    frame: ClipFrame,
    listing_id: str | None,
    known: Sequence[Evidence],
    progress: Progress,
) -> Intake:
    belongs_to = listing_id if frame.role is Role.LISTING else None
    try:
        time_s = frame.where
        if isinstance(time_s, int):
            time_s = time_of_frame(frame.path, time_s, progress)
        return take_frames(
            library.originals, frame.path, [time_s], frame.role, belongs_to, known, progress
        )
    except KnownError as problem:
        return Intake(problems=(problem,))
