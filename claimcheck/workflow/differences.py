"""What differs between two pictures that lie on each other, and whether it is the same thing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from claimcheck.imaging.aligning.homography import Matrix, inverse
from claimcheck.imaging.differing import differences as seeing
from claimcheck.imaging.differing.difference_kinds import DifferenceKind
from claimcheck.imaging.differing.same import judge_aligned
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.redact import INK
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import Alignment, Proposal, mapped_rect
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.alignment import (
    ALIGNED_PX,
    NOTHING_HIDDEN,
    Redactions,
    from_middles,
    size_of,
)
from claimcheck.workflow.pictures import read_redacted
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
    redactions: Redactions = NOTHING_HIDDEN,
) -> tuple[Proposal, ...]:
    """What differs, the plainest first, in both pictures' full-size pixels; some 0.5 s.

    ``alignment`` is the comparison's, found or set by hand. What is redacted on one picture is
    looked at on neither. ``KnownError`` as ``read_picture``.
    """
    shop, own, matrix = read_aligned(originals, listing, photo, alignment, progress, redactions)
    hidden, _ = hidden_on_both(alignment, listing, photo, redactions)
    found = seeing.find_differences(shop, own, matrix)
    progress(3, 3, "")
    enlarged = listing.width_px / shop.shape[1], listing.height_px / shop.shape[0]
    proposals = []
    for difference in found:
        place = scaled(difference.place, enlarged)
        if any(rect.contains(place.center) for rect in hidden):
            continue  # the rim of what is hidden
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
    redactions: Redactions = NOTHING_HIDDEN,
) -> Alignment:
    """The alignment with ``same`` and ``doubts``: whether it is the same thing, and where not."""
    shop, own, matrix = read_aligned(originals, listing, photo, alignment, progress, redactions)
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
    redactions: Redactions = NOTHING_HIDDEN,
) -> tuple[RGB, RGB, Matrix]:
    """Both pictures, no larger than needed, and how the one's pixels lie on the other's.

    What is redacted on one of them is destroyed on both: it differs from nothing.
    """
    theirs, ours = hidden_on_both(alignment, listing, photo, redactions)
    progress(0, 3, listing.name)
    shop = _read_unremarkable(originals, listing, theirs)
    progress(1, 3, photo.name)
    own = _read_unremarkable(originals, photo, ours)
    progress(2, 3, "")
    whole = np.array(alignment.homography, dtype=float).reshape(3, 3)
    to_shop = from_middles(shop.shape, size_of(listing))
    to_own = from_middles(own.shape, size_of(photo))
    return shop, own, inverse(to_shop) @ whole @ to_own


def _read_unremarkable(originals: Originals, evidence: Evidence, hidden: tuple[Rect, ...]) -> RGB:
    """Redacted in the picture's own mean colour: ink would pass for print, and for its shade."""
    rgb = read_redacted(originals, evidence, hidden, ALIGNED_PX)
    inked = (rgb == INK).all(axis=2)
    if hidden and not inked.all():
        rgb[inked] = rgb[~inked].mean(axis=0)
    return rgb


def hidden_on_both(
    alignment: Alignment, listing: Evidence, photo: Evidence, redactions: Redactions
) -> Redactions:
    """``redactions`` of each picture, and on each the places of the other's."""
    theirs, ours = redactions
    to_photo = (place_on_photo(alignment, place, photo) for place in theirs)
    product = place_on_photo(alignment, Rect(0, 0, listing.width_px, listing.height_px), photo)
    on_product = (product.common(place) for place in ours) if product else ()
    to_listing = (mapped_rect(alignment.homography, place) for place in on_product if place)
    return (*theirs, *to_listing), (*ours, *(place for place in to_photo if place))


def scaled(place: Rect, by: tuple[float, float]) -> Rect:
    """A place of a picture of another size, ``by`` across and down."""
    return Rect(place.x * by[0], place.y * by[1], place.width * by[0], place.height * by[1])


def place_on_photo(alignment: Alignment, place: Rect, photo: Evidence) -> Rect | None:
    """Where a place of the listing image is on the photo, as far as it is in view."""
    whole = Rect(0, 0, photo.width_px, photo.height_px)
    return mapped_rect(alignment.to_photo, place).common(whole)
