"""Print that repeats itself: by what step, so that a place one step off can be told from the right.

Dots, tiles and lines said twice match one repetition off as well as in place, but for what then
lies beside the product.
"""

from __future__ import annotations

import numpy as np

from claimcheck.imaging.aligning.features import Features
from claimcheck.imaging.aligning.homography import Matrix, estimate

_APART = 0.04  # of the listing's longer side: what is nearer is the same spot
_ALIKE = 0.9  # cosine
_TOLERANCE = 0.006  # of the longer side
_LEAST, _LEAST_SHARE = 12, 0.1  # of the features that are there again one step on


def step_of(listing: Features, longer_px: float) -> Matrix | None:
    """The step, listing → listing, that most of the print is there again after; or none."""
    if len(listing) < _LEAST:
        return None
    likeness = listing.descriptors @ listing.descriptors.T
    across = np.subtract.outer(listing.points[:, 0], listing.points[:, 0])
    down = np.subtract.outer(listing.points[:, 1], listing.points[:, 1])
    likeness[across**2 + down**2 < (_APART * longer_px) ** 2] = -1
    best = likeness.argmax(axis=1)
    again = likeness[np.arange(len(best)), best] > _ALIKE
    # There and back are the same step: only those to the right, or down, are looked at.
    moved = listing.points[best] - listing.points
    again &= (moved[:, 0] + 1e-3 * moved[:, 1]) > 0
    if again.sum() < _LEAST:
        return None
    fit = estimate(listing.points[again], listing.points[best][again], _TOLERANCE * longer_px)
    if fit is None or fit.inliers.sum() < max(_LEAST, _LEAST_SHARE * len(listing)):
        return None
    return fit.matrix
