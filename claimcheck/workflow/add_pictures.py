"""Pictures and listing details into a stored review, as undo steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Review
from claimcheck.workflow.intake import Intake, take_in
from claimcheck.workflow.progress import Progress, silent
from claimcheck.workflow.reviews import ListingDetails, change_review, note_listing


def add_pictures(
    library: Library,
    review_id: str,
    listing_images: Sequence[Path],
    photos: Sequence[Path],
    details: ListingDetails | None = None,
    progress: Progress = silent,
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
    intake = Intake(
        (*shop.evidence, *own.evidence),
        (*shop.repeated, *own.repeated),
        (*shop.problems, *own.problems),
    )
    review = change_review(
        library,
        review_id,
        lambda review: edits.add_evidence(review, intake.evidence),
        QT_TRANSLATE_NOOP("history", "Add %n picture(s)"),
        len(intake.evidence),
    )
    return review, intake
