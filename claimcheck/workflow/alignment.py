"""Find the product of a listing image in a photo, as the review keeps it."""

from __future__ import annotations

import numpy as np

from claimcheck.imaging.align import Refusal, align
from claimcheck.imaging.homography import Matrix, inverse, normalised, scaling, shifting
from claimcheck.imaging.subject import find_subject
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import AlignedBy, Alignment, Homography
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Evidence
from claimcheck.workflow.pictures import read_picture
from claimcheck.workflow.progress import Progress, silent

ALIGNED_PX = 2400
"""Longer side at which pictures are looked at: more shows no more, and takes its time."""
_STEPS = 3


def find_alignment(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    comparison_id: str,
    progress: Progress = silent,
) -> Alignment | Refusal:
    """Where ``listing`` lies in ``photo``, in both pictures' full-size pixels; or why not.

    ``KnownError`` as ``read_picture``. Some 0.5 s, 2 s where it is hard.
    """
    progress(0, _STEPS, listing.name)
    theirs = read_picture(originals, listing, ALIGNED_PX)
    progress(1, _STEPS, photo.name)
    ours = read_picture(originals, photo, ALIGNED_PX)
    progress(2, _STEPS, "")
    found = align(theirs, ours)
    progress(3, _STEPS, "")
    if isinstance(found, Refusal):
        return found
    enlarged = photo.width_px / ours.shape[1]
    return Alignment(
        id=comparison_id,
        homography=flat(
            from_middles(theirs.shape, listing)
            @ found.homography
            @ inverse(from_middles(ours.shape, photo))
        ),
        method=str(found.method),
        inliers=found.inliers,
        reprojection_error_px=found.reprojection_error_px * enlarged,
        confidence=found.confidence,
    )


def frame_alike(
    originals: Originals,
    listing: Evidence,
    photo: Evidence,
    comparison_id: str,
    frames: tuple[Rect | None, Rect | None] = (None, None),
    progress: Progress = silent,
) -> Alignment:
    """The photo as large as the listing image and with its product in the same place, no more.

    For what has no flat face: fruit, clothes, food. ``frames`` are where the product is in the
    listing image and in the photo; where ``None``, it is found.
    """
    found = []
    for step, (evidence, frame) in enumerate(zip((listing, photo), frames, strict=True)):
        progress(step, 2, evidence.name)
        found.append(frame or _subject(originals, evidence))
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


def _subject(originals: Originals, evidence: Evidence) -> Rect:
    rgb = read_picture(originals, evidence, 512)
    scale, small = evidence.width_px / rgb.shape[1], find_subject(rgb).frame
    return Rect(*(scale * part for part in (small.x, small.y, small.width, small.height)))


def from_middles(shape: tuple[int, ...], evidence: Evidence) -> Matrix:
    """From a decoded picture's pixel middles to the edges that the model counts from."""
    across, down = evidence.width_px / shape[1], evidence.height_px / shape[0]
    return shifting(0.5, 0.5) @ scaling(across, down)
