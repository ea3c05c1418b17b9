"""The listing laid over its place in the photo, both evened out so that light does not count."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.features import Grey
from claimcheck.imaging.aligning.homography import (
    Matrix,
    Points,
    corners_of,
    mapped,
    scaling,
    shifting,
)

Plane = NDArray[np.float32]
"""Height × width, one value a pixel."""

WORKING_PX = 760
"""The longer side of the product's place; more shows no more of what a homography can explain."""
_MARGIN = 0.04


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of the photo at working size."""

    photo: Plane
    matrix: Matrix
    """From photo pixels to those of this window."""


def frame_around(photo: Grey, outline: Points) -> Frame | None:
    """The part of the photo in which ``outline`` lies; none if they hardly overlap."""
    height, width = photo.shape
    margin = _MARGIN * float(np.ptp(outline, axis=0).max()) + 4
    low = np.clip(np.floor(outline.min(axis=0) - margin), 0, [width - 1, height - 1]).astype(int)
    high = np.clip(np.ceil(outline.max(axis=0) + margin), 0, [width - 1, height - 1]).astype(int)
    left, top = int(low[0]), int(low[1])
    part = photo[top : int(high[1]) + 1, left : int(high[0]) + 1]
    if min(part.shape) < 16:
        return None
    scale = min(1.0, WORKING_PX / max(part.shape))
    size = max(8, round(part.shape[1] * scale)), max(8, round(part.shape[0] * scale))
    resized = cv2.resize(part, size, interpolation=cv2.INTER_AREA) if scale < 1 else part
    matrix = scaling(size[0] / part.shape[1], size[1] / part.shape[0]) @ shifting(-left, -top)
    return Frame(resized.astype(np.float32), matrix)


def rendered(
    picture: NDArray[np.uint8],
    to_frame: Matrix,
    size: tuple[int, int],
    counts: NDArray[np.uint8] | None = None,
) -> tuple[Plane, Plane]:
    """A picture as it would look in a window of ``size`` (width, height), and where it is (0..1).

    Grey or RGB. Reduced by area first and drawn at double size, for a warp alone would alias.
    ``counts``: height × width of the picture, 0 to 255: which part of it is meant; else all.
    """
    height, width = picture.shape[:2]
    outline = mapped(to_frame, corners_of(width, height))
    sides = np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1)
    shrink = min(1.0, 1.5 * max(sides[0], sides[2]) / width, 1.5 * max(sides[1], sides[3]) / height)
    shrink = max(shrink, 1.5 * float(sides.max()) / max(width, height), 8 / min(width, height))
    small, matrix = picture, to_frame
    part = np.full(picture.shape[:2], 255, np.uint8) if counts is None else counts
    if shrink < 0.95:
        reduced = max(1, round(width * shrink)), max(1, round(height * shrink))
        small = np.asarray(cv2.resize(picture, reduced, interpolation=cv2.INTER_AREA), np.uint8)
        part = np.asarray(cv2.resize(part, reduced, interpolation=cv2.INTER_AREA), np.uint8)
        matrix = to_frame @ np.linalg.inv(scaling(reduced[0] / width, reduced[1] / height))
    double = (2 * size[0], 2 * size[1])
    matrix = scaling(2.0, 2.0) @ matrix
    drawn = cv2.warpPerspective(small, matrix, double, flags=cv2.INTER_LINEAR)
    there = cv2.warpPerspective(part, matrix, double)
    drawn = cv2.resize(drawn, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    there = cv2.resize(there, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    return np.asarray(drawn), np.asarray(there)


def blurred(plane: Plane, sigma: float) -> Plane:
    """Smoothed by a Gaussian of that standard deviation."""
    return np.asarray(cv2.GaussianBlur(plane, (0, 0), sigma), dtype=np.float32)


def evened(plane: Plane, weight: Plane, blur: float, reach: float, floor: float) -> Plane:
    """``plane`` smoothed by ``blur``, with mean 0 and spread 1 within ``reach`` everywhere.

    ``weight`` says which pixels count; ``floor`` is the spread below which there is only noise.
    """
    kernel = (0, 0)
    near = np.maximum(cv2.GaussianBlur(weight, kernel, blur), 1e-3)
    smooth = cv2.GaussianBlur(plane * weight, kernel, blur) / near
    total = np.maximum(cv2.GaussianBlur(weight, kernel, reach), 1e-3)
    mean = cv2.GaussianBlur(smooth * weight, kernel, reach) / total
    centred = smooth - mean
    spread = np.sqrt(cv2.GaussianBlur(centred * centred * weight, kernel, reach) / total)
    return np.asarray(centred / (spread + floor), dtype=np.float32)
