"""What can be recognised in a picture: RootSIFT features, also as seen from the side.

SIFT: Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 2004. Its
descriptors are compared by the Hellinger distance: Arandjelović and Zisserman, "Three things
everyone should know to improve object retrieval", CVPR 2012. A print seen at a slant is found by
compressing the flat one beforehand: Morel and Yu, "ASIFT", SIAM Journal on Imaging Sciences 2009.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.homography import Matrix, inverse, mapped, scaling
from claimcheck.imaging.pixels import RGB

Grey = NDArray[np.uint8]
"""Height × width, luma of sRGB."""

_CONTRAST = 0.02  # half of SIFT's usual: a dark or blurred photo has few strong features
_EDGE = 10.0
_TILTS = ((math.sqrt(2), 4), (2.0, 6))
"""How much the slant compresses the print, and in how many directions; 2 is 60°."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """A grey picture at working size; ``matrix`` leads from the picture's own pixels to it."""

    grey: Grey
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Features:
    """``points`` (N × 2, float64) are in pixels of the whole picture, pixel centres at integers."""

    points: NDArray[np.float64]
    descriptors: NDArray[np.float32]
    """N × 128, of unit length."""

    def __len__(self) -> int:
        return len(self.points)


def luma(rgb: RGB) -> Grey:
    """The grey picture that all matching looks at."""
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def scaled_to(grey: Grey, longer_px: int, enlarge: bool = False) -> Scaled:
    """The picture with its longer side at ``longer_px``; smaller ones grow only on request."""
    height, width = grey.shape
    scale = longer_px / max(height, width)
    if scale == 1 or (scale > 1 and not enlarge):
        return Scaled(grey, np.eye(3))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = np.asarray(cv2.resize(grey, size, interpolation=how), dtype=np.uint8)
    return Scaled(resized, scaling(size[0] / width, size[1] / height))


def find_features(scaled: Scaled, at_most: int) -> Features:
    """The strongest features of a picture, in a fixed order."""
    # Without precise upscaling all places are off by a quarter of a pixel.
    sift = cv2.SIFT.create(at_most, 3, _CONTRAST, _EDGE, 1.6, enable_precise_upscale=True)
    keypoints, descriptors = sift.detectAndCompute(scaled.grey, None)
    if descriptors is None or not len(keypoints):
        return Features(np.empty((0, 2)), np.empty((0, 128), np.float32))
    places = np.array([keypoint.pt for keypoint in keypoints], dtype=np.float64)
    sums = np.maximum(descriptors.sum(axis=1, keepdims=True), 1e-7)
    rooted = np.sqrt(np.asarray(descriptors, dtype=np.float32) / sums)
    return Features(mapped(inverse(scaled.matrix), places), rooted)


def slanted(scaled: Scaled) -> Iterator[Scaled]:
    """The picture as it looks tilted away in several directions, up to about 60°."""
    for tilt, directions in _TILTS:
        for step in range(directions):
            yield _compressed(scaled, tilt, math.pi * step / directions)


def joined(parts: Iterable[Features]) -> Features:
    """All features of several views of one picture."""
    kept = list(parts)
    return Features(
        np.concatenate([part.points for part in kept]),
        np.concatenate([part.descriptors for part in kept]),
    )


def _compressed(scaled: Scaled, tilt: float, angle: float) -> Scaled:
    """Turned by ``angle``, then narrowed by ``tilt`` after the blur that keeps it from aliasing."""
    height, width = scaled.grey.shape
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array([[cos, -sin, 0.0], [sin, cos, 0.0], [0.0, 0.0, 1.0]])
    corners = mapped(
        turn, np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]])
    )
    turn[:2, 2] = -corners.min(axis=0)
    across, down = (int(span) + 1 for span in np.ptp(corners, axis=0))
    turned = cv2.warpAffine(
        scaled.grey,
        turn[:2],
        (across, down),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    blurred = cv2.GaussianBlur(turned, (0, 0), 0.8 * math.sqrt(tilt * tilt - 1), sigmaY=0.01)
    narrow = max(1, round(across / tilt))
    seen = cv2.resize(blurred, (narrow, down), interpolation=cv2.INTER_LINEAR)
    matrix = scaling(narrow / across, 1.0) @ turn @ scaled.matrix
    return Scaled(np.asarray(seen, dtype=np.uint8), matrix)
