"""The colour of one spot on both pictures, as it is read and as the review keeps it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.imaging.measuring.colour_reading import delta_e_2000, read_patch
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.subject import find_subject
from claimcheck.library.originals import Originals
from claimcheck.model.colours import ColourComparison, ColourCorrection
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.pictures import read_picture

_MIDDLE = 0.5
"""Of the product's frame: clear of what is around it."""


def compare_colours(
    listing: RGB,
    photo: RGB,
    patches: tuple[Rect, Rect],
    correction: ColourCorrection | None = None,
    *,
    comparison_id: str = "",
    names: tuple[str, str] = ("the listing image", "the photo"),
    listing_correction: ColourCorrection | None = None,
) -> ColourComparison:
    """How different two patches are, in the pictures' own pixels; ``correction`` is the photo's.

    Calibrated is only what has a reference in the photo that could be read.
    ``KnownError(PATCH_OUTSIDE)``.
    """
    theirs = read_patch(listing, patches[0], listing_correction, names[0])
    ours = read_patch(photo, patches[1], correction, names[1])
    return ColourComparison(
        id=new_id(),
        comparison_id=comparison_id,
        listing_patch=patches[0],
        photo_patch=patches[1],
        listing=theirs,
        photo=ours,
        delta_e_2000=delta_e_2000(theirs.lab, ours.lab),
        calibrated=correction is not None and not correction.clipped,
    )


def read_anew(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    known: tuple[ColourComparison, ...],
    correction: ColourCorrection | None,
) -> list[ColourComparison]:
    """The same patches by another reference, under their own ids."""
    if not known:
        return []
    theirs, ours = read_picture(originals, listing), read_picture(originals, photo)
    found = []
    for one in known:
        read = compare_colours(
            theirs,
            ours,
            (one.listing_patch, one.photo_patch),
            correction,
            comparison_id=one.comparison_id,
            names=(listing.name, photo.name),
        )
        found.append(replace(read, id=one.id, claim_id=one.claim_id))
    return found


def middle_of_product(rgb: RGB) -> Rect:
    """The patch that is compared when nobody says which: the middle of the product."""
    frame = find_subject(rgb).frame
    middle = frame.center
    width, height = frame.width * _MIDDLE, frame.height * _MIDDLE
    return Rect(middle.x - width / 2, middle.y - height / 2, width, height)
