"""What differs between two pictures that lie on each other, and whether it is the same thing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from claimcheck.imaging import differences as seeing
from claimcheck.imaging.difference_kinds import DifferenceKind
from claimcheck.imaging.homography import Matrix, inverse
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.same import judge_aligned
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import Alignment, Proposal, mapped_rect
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.alignment import ALIGNED_PX, from_middles, size_of
from claimcheck.workflow.pictures import read_picture
from claimcheck.workflow.progress import Progress, silent

KINDS = {
    DifferenceKind.COLOUR: DiscrepancyKind.COLOUR,
    DifferenceKind.PRINT: DiscrepancyKind.PRINT,
    DifferenceKind.MISSING: DiscrepancyKind.MISSING,
    DifferenceKind.EXTRA: DiscrepancyKind.PACKAGING,
    DifferenceKind.SHAPE: DiscrepancyKind.SHAPE,
}


def find_differences(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    alignment: Alignment,
    progress: Progress = silent,
) -> tuple[Proposal, ...]:
    """What differs, the plainest first, in both pictures' full-size pixels; some 0.5 s.

    ``alignment`` is the comparison's, found or set by hand. ``KnownError`` as ``read_picture``.
    """
    shop, own, matrix = read_aligned(originals, listing, photo, alignment, progress)
    found = seeing.find_differences(shop, own, matrix)
    progress(3, 3, "")
    enlarged = listing.width_px / shop.shape[1], listing.height_px / shop.shape[0]
    proposals = []
    for difference in found:
        place = scaled(difference.place, enlarged)
        seen = place_on_photo(alignment, place, photo)
        kind, strength = KINDS[difference.kind], difference.strength
        proposals.append(Proposal(new_id(), alignment.id, place, kind, strength, "", seen))
    return tuple(proposals)


def same_thing(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    alignment: Alignment,
    progress: Progress = silent,
) -> Alignment:
    """The alignment with ``same`` and ``doubts``: whether it is the same thing, and where not."""
    shop, own, matrix = read_aligned(originals, listing, photo, alignment, progress)
    judged = judge_aligned(shop, own, matrix)
    progress(3, 3, "")
    enlarged = listing.width_px / shop.shape[1], listing.height_px / shop.shape[0]
    doubts = tuple(scaled(region.place, enlarged) for region in judged.regions)
    return replace(alignment, same=judged.same, doubts=doubts)


def read_aligned(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    alignment: Alignment,
    progress: Progress,
) -> tuple[RGB, RGB, Matrix]:
    """Both pictures, no larger than needed, and how the one's pixels lie on the other's."""
    progress(0, 3, listing.name)
    shop = read_picture(originals, listing, ALIGNED_PX)
    progress(1, 3, photo.name)
    own = read_picture(originals, photo, ALIGNED_PX)
    progress(2, 3, "")
    whole = np.array(alignment.homography, dtype=float).reshape(3, 3)
    theirs = from_middles(shop.shape, size_of(listing))
    ours = from_middles(own.shape, size_of(photo))
    return shop, own, inverse(theirs) @ whole @ ours


def scaled(place: Rect, by: tuple[float, float]) -> Rect:
    """A place of a picture of another size, ``by`` across and down."""
    return Rect(place.x * by[0], place.y * by[1], place.width * by[0], place.height * by[1])


def place_on_photo(alignment: Alignment, place: Rect, photo: Evidence) -> Rect | None:
    """Where a place of the listing image is on the photo, as far as it is in view."""
    there = mapped_rect(alignment.to_photo, place)
    left, top = max(0.0, there.x), max(0.0, there.y)
    right, bottom = min(photo.width_px, there.right), min(photo.height_px, there.bottom)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None
