"""Find the product of a listing image in a photo, as the review keeps it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from claimcheck.imaging.aligning import align as seeing
from claimcheck.imaging.aligning.align import Refusal, align
from claimcheck.imaging.aligning.homography import Matrix, inverse, normalised, scaling, shifting
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.subject import find_subject
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import AlignedBy, Alignment, Homography
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Evidence
from claimcheck.workflow.pictures import read_redacted
from claimcheck.workflow.progress import Progress, silent

ALIGNED_PX = 2400
"""Longer side at which pictures are looked at: more shows no more, and takes its time."""
_STEPS = 3

Size = tuple[int, int]
"""Width and height in pixels."""
Redactions = tuple[tuple[Rect, ...], tuple[Rect, ...]]
"""Of the listing image and of the photo, in the pixels that they are shown in."""
NOTHING_HIDDEN: Redactions = ((), ())


def lie_on_each_other(
    listing: RGB, photo: RGB, listing_size: Size, photo_size: Size
) -> seeing.Alignment | Refusal:
    """How ``photo`` lies on ``listing``, between both pictures' full sizes.

    The pixels may be reduced, and their redactions must be destroyed. Places count from the corner
    of the first pixel, as everywhere in a review. Some 0.5 s, 2 s where it is hard.
    """
    found = align(listing, photo)
    if isinstance(found, Refusal):
        return found
    whole = (
        from_middles(listing.shape, listing_size)
        @ found.homography
        @ inverse(from_middles(photo.shape, photo_size))
    )
    enlarged = photo_size[0] / photo.shape[1]
    error_px = found.reprojection_error_px * enlarged
    return replace(found, homography=normalised(whole), reprojection_error_px=error_px)


def find_alignment(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    comparison_id: str,
    progress: Progress = silent,
    redactions: Redactions = NOTHING_HIDDEN,
) -> Alignment | Refusal:
    """Where ``listing`` lies in ``photo``, in both pictures' full-size pixels; or why not.

    What is redacted is not looked at: how the pictures lie must not tell of it. ``KnownError`` as
    ``read_picture``.
    """
    progress(0, _STEPS, listing.name)
    theirs = read_redacted(originals, listing, redactions[0], ALIGNED_PX)
    progress(1, _STEPS, photo.name)
    ours = read_redacted(originals, photo, redactions[1], ALIGNED_PX)
    progress(2, _STEPS, "")
    found = lie_on_each_other(theirs, ours, size_of(listing), size_of(photo))
    progress(3, _STEPS, "")
    if isinstance(found, Refusal):
        return found
    return Alignment(
        id=comparison_id,
        homography=flat(found.homography),
        method=str(found.method),
        inliers=found.inliers,
        reprojection_error_px=found.reprojection_error_px,
        confidence=found.confidence,
    )


def find_framing(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    comparison_id: str,
    frames: tuple[Rect | None, Rect | None] = (None, None),
    progress: Progress = silent,
    redactions: Redactions = NOTHING_HIDDEN,
) -> Alignment:
    """The photo as large as the listing image and with its product in the same place, no more.

    For what has no flat face: fruit, clothes, food. ``frames`` are where the product is in the
    listing image and in the photo; where ``None``, it is found.
    """
    found = []
    both = zip((listing, photo), frames, redactions, strict=True)
    for step, (evidence, frame, hidden) in enumerate(both):
        progress(step, 2, evidence.name)
        found.append(frame or subject_box(originals, evidence, hidden))
    progress(2, 2, "")
    return Alignment(comparison_id, matched_framing(*found), AlignedBy.FRAMED)


def matched_framing(listing: Rect, photo: Rect) -> Homography:
    """Moves and scales, nothing else: the two frames get one middle and one area."""
    theirs, ours = listing.width * listing.height, photo.width * photo.height
    scale = (theirs / ours) ** 0.5 if min(theirs, ours) > 0 else 1.0
    x = listing.center.x - scale * photo.center.x
    y = listing.center.y - scale * photo.center.y
    return (scale, 0.0, x, 0.0, scale, y, 0.0, 0.0, 1.0)


def flat(matrix: Matrix) -> Homography:
    """A matrix as the model keeps it."""
    return tuple(float(part) for part in normalised(np.asarray(matrix, dtype=float)).ravel())


def subject_box(originals: Originals, evidence: Evidence, hidden: tuple[Rect, ...] = ()) -> Rect:
    """Where the product seems to be, in full-size pixels. ``KnownError`` as ``read_picture``."""
    rgb = read_redacted(originals, evidence, hidden, 512)
    scale, small = evidence.width_px / rgb.shape[1], find_subject(rgb).frame
    return Rect(*(scale * part for part in (small.x, small.y, small.width, small.height)))


def size_of(evidence: Evidence) -> Size:
    """Its full size."""
    return evidence.width_px, evidence.height_px


def from_middles(shape: tuple[int, ...], size: Size) -> Matrix:
    """From a decoded picture's pixel middles to the edges that the model counts from."""
    across, down = size[0] / shape[1], size[1] / shape[0]
    return shifting(0.5, 0.5) @ scaling(across, down)
