"""Words that one product has and the other lacks, as proposals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.imaging.differing.print_differences import read_pair
from claimcheck.imaging.differing.print_reader import Reader, print_reader
from claimcheck.imaging.differing.print_words import WordDifference
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import Alignment, Proposal
from claimcheck.model.kinds import DiscrepancyKind
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.alignment import NOTHING_HIDDEN, Redactions
from claimcheck.workflow.differences import place_on_photo, read_aligned, scaled
from claimcheck.workflow.progress import Progress, silent

_STEPS = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading the print of two pictures."""

    proposals: tuple[Proposal, ...]
    was_read: bool
    """Whether there was print on both to compare."""


def find_words(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    alignment: Alignment,
    told: Callable[[WordDifference], str],
    progress: Progress = silent,
    reader: Reader | None = None,
    redactions: Redactions = NOTHING_HIDDEN,
) -> Reading:
    """Read both and propose where words differ, the surest first; some seconds.

    ``alignment`` is the comparison's, and exact. ``told`` puts a difference into words for the
    note. What is redacted on one picture is read on neither. ``KnownError(EXTRA_MISSING)`` where
    no reader is installed; others as ``read_picture``.
    """
    read = reader or print_reader()
    shop, own, matrix = read_aligned(originals, listing, photo, alignment, progress, redactions)
    found = read_pair(shop, own, matrix, read, lambda done, _all, _: progress(2 + done, _STEPS, ""))
    enlarged = listing.width_px / shop.shape[1], listing.height_px / shop.shape[0]
    proposals = []
    for difference in found.differences:
        place = scaled(difference.place, enlarged)
        proposals.append(
            Proposal(
                id=new_id(),
                comparison_id=alignment.id,
                listing_place=place,
                kind=DiscrepancyKind.PRINT,
                strength=difference.strength,
                note=told(difference),
                photo_place=place_on_photo(alignment, place, photo),
            )
        )
    return Reading(tuple(proposals), bool(found.listing) and bool(found.product))
