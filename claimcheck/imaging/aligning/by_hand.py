"""A homography from point pairs that a person set: exact for four, least squares for more."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Matrix, Points, errors_px, normalised

LEAST_PAIRS = 4
_SHOWN_PX = 0.05  # less reads as 0.0 and says nothing against a pair
_FLATTEST = 0.01  # width over length of what the points span: below, they are on one line


@dataclass(frozen=True, slots=True, eq=False)
class HandFit:
    """How well the pairs agree with one plane."""

    matrix: Matrix
    """Photo → listing."""
    residuals_px: NDArray[np.float64]
    """Of each pair, in photo pixels; all 0 for four pairs, which always agree."""

    @property
    def worst(self) -> int | None:
        """The pair that agrees least; ``None`` where all agree."""
        index = int(np.argmax(self.residuals_px))
        return index if self.residuals_px[index] >= _SHOWN_PX else None

    @property
    def error_px(self) -> float:
        """Root mean square of the residuals."""
        return float(np.sqrt((self.residuals_px**2).mean()))


def fit_pairs(listing: Points, photo: Points, name: str = "the picture") -> HandFit:
    """The homography that brings ``photo`` (N × 2, N ≥ 4) to ``listing``.

    The sum of squared distances in the photo is minimised, after points were centred and scaled
    (R. Hartley, "In defense of the eight-point algorithm", PAMI 1997). ``KnownError``
    (POINTS_UNCLEAR) when the points lie on one line, or cross over.
    """
    count = len(listing)
    if count < LEAST_PAIRS or _on_a_line(listing) or _on_a_line(photo):
        raise KnownError(ErrorKind.POINTS_UNCLEAR, name)
    if count == LEAST_PAIRS:
        found = cv2.getPerspectiveTransform(listing.astype(np.float32), photo.astype(np.float32))
    else:
        found, _mask = cv2.findHomography(listing, photo, 0)
    if found is None or not np.isfinite(found).all() or abs(np.linalg.det(found)) < 1e-12:
        raise KnownError(ErrorKind.POINTS_UNCLEAR, name)
    to_photo = np.asarray(found, dtype=float)
    depths = np.column_stack([listing, np.ones(count)]) @ to_photo[2]
    if depths.min() * depths.max() <= 0:  # some points behind the camera: pairs are mixed up
        raise KnownError(ErrorKind.POINTS_UNCLEAR, name)
    residuals = errors_px(to_photo, listing, photo)
    if count == LEAST_PAIRS:
        residuals = np.zeros(count)
    return HandFit(normalised(np.linalg.inv(to_photo)), residuals)


def _on_a_line(points: Points) -> bool:
    """Or three of four: then no plane is fixed."""
    stretches = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    if stretches[0] < 1e-9 or stretches[1] < _FLATTEST * stretches[0]:
        return True
    if len(points) > LEAST_PAIRS:
        return False
    areas = [
        abs(np.linalg.det(np.column_stack([np.delete(points, left, axis=0), np.ones(3)])))
        for left in range(4)
    ]
    return bool(min(areas) < _FLATTEST * stretches[0] ** 2)
