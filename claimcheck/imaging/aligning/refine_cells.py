"""Carry a homography on to where it does not fit yet: each cell of the listing looked for nearby.

Matches in one half of the product leave the other half off by more than a descent on the pixels
can reach. There each cell is found again by normalised cross-correlation (Lewis, "Fast template
matching", Vision Interface 1995), and all cells together give the next homography.
"""

from __future__ import annotations

import cv2
import numpy as np

from claimcheck.imaging.aligning.homography import Matrix, Points, estimate, inverse, normalised
from claimcheck.imaging.aligning.refine_frame import Frame, Plane

_CELL, _STEP = 36, 20  # working pixels
_REACH = 22
_ALIKE = 0.6
_TEXTURE = 0.15  # mean squared, evened-out value: less is noise
_WHOLE = 0.9
_TOLERANCE = 3.0
_LEAST_CELLS = 10


def carried_on(
    template: Plane, image: Plane, mask: Plane, frame: Frame, at: Matrix
) -> Matrix | None:
    """The homography that most cells agree on; ``None`` with too few.

    ``template`` is the listing drawn by ``at`` (listing → photo) in ``frame``, ``image`` the photo
    there, both evened out, ``mask`` where both are.
    """
    drawn, found = _found(template, image, mask)
    if len(drawn) < _LEAST_CELLS:
        return None
    fit = estimate(drawn, found, _TOLERANCE)
    if fit is None or fit.inliers.sum() < _LEAST_CELLS:
        return None
    return normalised(inverse(frame.matrix) @ fit.matrix @ frame.matrix @ at)


def _found(template: Plane, image: Plane, mask: Plane) -> tuple[Points, Points]:
    """The middles of cells where they are drawn, and where they are."""
    padded = cv2.copyMakeBorder(image, _REACH, _REACH, _REACH, _REACH, cv2.BORDER_CONSTANT, value=0)
    whole = cv2.boxFilter(mask, -1, (_CELL, _CELL), anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    energy = cv2.boxFilter(
        template * template * mask,
        -1,
        (_CELL, _CELL),
        anchor=(0, 0),
        borderType=cv2.BORDER_CONSTANT,
    )
    drawn, found = [], []
    rows, columns = template.shape
    for top in range(0, rows - _CELL + 1, _STEP):
        for left in range(0, columns - _CELL + 1, _STEP):
            if whole[top, left] < _WHOLE or energy[top, left] < _TEXTURE:
                continue
            cell = template[top : top + _CELL, left : left + _CELL]
            around = padded[top : top + _CELL + 2 * _REACH, left : left + _CELL + 2 * _REACH]
            likeness = cv2.matchTemplate(around, cell, cv2.TM_CCOEFF_NORMED)
            _low, best, _at, (across, down) = cv2.minMaxLoc(likeness)
            if best > _ALIKE:
                middle = np.array([left, top]) + (_CELL - 1) / 2
                drawn.append(middle)
                found.append(middle + np.array([across, down]) - _REACH)
    return np.array(drawn).reshape(-1, 2), np.array(found).reshape(-1, 2)
