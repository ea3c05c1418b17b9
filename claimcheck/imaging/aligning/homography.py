"""How one plane lies in another picture: the 3 × 3 matrix, from point pairs, and whether it can be.

Matrices map column vectors (x, y, 1); coordinates are pixels, the centre of the top-left pixel is
(0, 0). Estimation is MAGSAC++ (Barath, Noskova, Ivashechkin and Matas, CVPR 2020) as in OpenCV.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""3 × 3."""
Points = NDArray[np.float64]
"""N × 2: x, y."""

_LEAST_PAIRS = 6
_SMALLEST_SIDE = 12.0  # pixels in the photo; what is smaller shows nothing worth comparing
_STEEPEST = 9.0  # how much larger the nearest corner may look than the farthest
_FLATTEST = 0.12  # width over length of the outline, relative to the listing's


@dataclass(frozen=True, slots=True)
class Fit:
    """A homography and which of the pairs agree with it."""

    matrix: Matrix
    inliers: NDArray[np.bool_]


def scaling(across: float, down: float) -> Matrix:
    """What resizing does to pixel centres: the half pixel at the edge scales as well."""
    return np.array([[across, 0, (across - 1) / 2], [0, down, (down - 1) / 2], [0, 0, 1.0]])


def shifting(x: float, y: float) -> Matrix:
    """Moves points by (x, y)."""
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def mapped(matrix: Matrix, points: Points) -> Points:
    """Where ``points`` go; those on the horizon go far away, never to infinity."""
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    depth = homogeneous[:, 2:]
    depth = np.where(np.abs(depth) < 1e-12, 1e-12, depth)
    places: Points = homogeneous[:, :2] / depth
    return places


def corners_of(width: float, height: float) -> Points:
    """The centres of a picture's four corner pixels, clockwise from the top left."""
    return np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], dtype=float)


def estimate(source: Points, target: Points, threshold_px: float) -> Fit | None:
    """The homography that most pairs agree on within ``threshold_px`` of the target; or none."""
    if len(source) < _LEAST_PAIRS:
        return None
    cv2.setRNGSeed(1)
    try:
        matrix, mask = cv2.findHomography(
            source, target, cv2.USAC_MAGSAC, threshold_px, maxIters=5000, confidence=0.9999
        )
    except cv2.error:  # pairs that are all on one line, or one point
        return None
    if matrix is None or not np.isfinite(matrix).all() or abs(np.linalg.det(matrix)) < 1e-12:
        return None
    inliers = mask.ravel().astype(bool)
    return (
        Fit(normalised(np.asarray(matrix, dtype=np.float64)), inliers)
        if inliers.sum() >= 4
        else None
    )


def normalised(matrix: Matrix) -> Matrix:
    """The same homography with 1 at the bottom right, where that is possible."""
    last = matrix[2, 2]
    scaled: Matrix = matrix / (last if abs(last) > 1e-12 else np.linalg.norm(matrix))
    return scaled


def inverse(matrix: Matrix) -> Matrix:
    """The way back, normalised."""
    return normalised(np.asarray(np.linalg.inv(matrix), dtype=np.float64))


def errors_px(matrix: Matrix, source: Points, target: Points) -> NDArray[np.float64]:
    """The distance of each mapped source point from its target, in target pixels."""
    distances: NDArray[np.float64] = np.linalg.norm(mapped(matrix, source) - target, axis=1)
    return distances


def is_plausible(
    listing_to_photo: Matrix, listing: tuple[int, int], photo: tuple[int, int]
) -> bool:
    """Whether a camera could see a flat picture so: in front of it, not mirrored, not a sliver.

    Sizes are (width, height).
    """
    corners = corners_of(*listing)
    depth = np.column_stack([corners, np.ones(4)]) @ listing_to_photo[2]
    if depth.min() <= 0 or depth.max() > _STEEPEST * depth.min():
        return False
    outline = mapped(listing_to_photo, corners)
    if not np.isfinite(outline).all() or not _is_convex_clockwise(outline):
        return False
    sides = np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1)
    if sides.min() < _SMALLEST_SIDE or _flatness(outline, corners) < _FLATTEST:
        return False
    inside = ((outline >= -0.5) & (outline <= np.array(photo) - 0.5)).all(axis=1)
    middle = mapped(listing_to_photo, corners.mean(axis=0, keepdims=True))[0]
    seen = bool(
        (middle > -0.25 * np.array(photo)).all() and (middle < 1.25 * np.array(photo)).all()
    )
    return seen and bool(inside.any() or _overlap(outline, photo) > 0.2)


def _is_convex_clockwise(outline: Points) -> bool:
    """Clockwise as seen, with y pointing down: a mirrored outline runs the other way."""
    sides = np.roll(outline, -1, axis=0) - outline
    following = np.roll(sides, -1, axis=0)
    turns = sides[:, 0] * following[:, 1] - sides[:, 1] * following[:, 0]
    return bool((turns > 0).all())


def _flatness(outline: Points, corners: Points) -> float:
    """How much the outline is squeezed: the smaller over the larger stretch of the plane."""
    affine, *_rest = np.linalg.lstsq(np.column_stack([corners, np.ones(4)]), outline, rcond=None)
    stretches = np.linalg.svd(affine[:2], compute_uv=False)
    return float(stretches[1] / max(stretches[0], 1e-12))


def _overlap(outline: Points, photo: tuple[int, int]) -> float:
    """The share of the outline's area that lies in the photo."""
    frame = corners_of(*photo).astype(np.float32)
    quad = outline.astype(np.float32)
    shared, _polygon = cv2.intersectConvexConvex(quad, frame)
    return float(shared / max(abs(cv2.contourArea(quad)), 1e-9))
