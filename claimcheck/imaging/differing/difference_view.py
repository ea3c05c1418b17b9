"""How much two pictures that lie on each other differ, pixel by pixel, for the eye.

Light and tint are evened out first: what differs only slowly over the picture is taken off the
difference (a high pass in CIELAB, weighted by what is visible), and a pixel counts as alike when
anything within two pixels is. It shows; what is *proposed* is decided elsewhere.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB

Map = NDArray[np.float32]

_SLOW = 0.12  # of the longer side: light and tint change no faster
_REACH = 2
_NOTHING, _MUCH = 6.0, 40.0
"""CIELAB distances shown as no colour and as full colour."""


def difference_map(listing: RGB, photo: RGB, visible: NDArray[np.bool_]) -> Map:
    """The CIELAB distance (H × W) of two pictures of one size; 0 where nothing is ``visible``."""
    one, other = _lab(listing), _lab(photo)
    weight = visible.astype(np.float32)
    sigma = max(_SLOW * max(listing.shape[:2]), 1.0)
    tint = _slow(other - one, weight, sigma)
    evened = other - tint
    nearest = np.full(listing.shape[:2], np.inf, np.float32)
    for dy in range(-_REACH, _REACH + 1, _REACH):
        for dx in range(-_REACH, _REACH + 1, _REACH):
            shifted = np.roll(evened, (dy, dx), axis=(0, 1))
            nearest = np.minimum(nearest, np.linalg.norm(one - shifted, axis=2))
    found: Map = np.where(visible, cv2.GaussianBlur(nearest, (0, 0), 1.0), 0).astype(np.float32)
    return found


def coloured(listing: RGB, differences: Map) -> RGB:
    """The listing image in grey, redder where the photo differs more."""
    grey = cv2.cvtColor(listing, cv2.COLOR_RGB2GRAY)
    base = np.repeat((0.55 * grey.astype(np.float32) + 96)[..., None], 3, axis=2)
    share = np.clip((differences - _NOTHING) / (_MUCH - _NOTHING), 0, 1)[..., None]
    hot = np.array([214, 32, 18], np.float32) * share + np.array([255, 150, 30]) * (1 - share)
    strength = np.sqrt(share)
    mixed: RGB = np.rint(base * (1 - strength) + hot * strength).astype(np.uint8)
    return mixed


def _lab(rgb: RGB) -> Map:
    smooth = cv2.GaussianBlur(rgb, (0, 0), 1.0)
    lab = cv2.cvtColor(smooth.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.asarray(lab, dtype=np.float32)


def _slow(values: Map, weight: Map, sigma: float) -> Map:
    """What changes slowly, at a quarter of the size: nobody sees the difference."""
    height, width = weight.shape
    small = max(1, width // 4), max(1, height // 4)
    top = cv2.resize(values * weight[..., None], small, interpolation=cv2.INTER_AREA)
    below = cv2.resize(weight, small, interpolation=cv2.INTER_AREA)
    top = cv2.GaussianBlur(top, (0, 0), sigma / 4)
    below = cv2.GaussianBlur(below, (0, 0), sigma / 4)
    slow = top / np.maximum(below, 1e-3)[..., None]
    return np.asarray(cv2.resize(slow, (width, height)), dtype=np.float32)
