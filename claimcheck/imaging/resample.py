"""Changing the size of pictures: smaller by area, larger by Lanczos in linear light.

Pixel centres lie at half coordinates: the pixel in column 0 covers x from 0 to 1.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.stored import StoredPixels
from claimcheck.model.geometry import Rect

_MARGIN = 4  # pixels around a crop that Lanczos (three lobes) and the limits below look at
_LEVELS = 1 << 16

# The sRGB transfer function, IEC 61966-2-1.
_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_TO_LINEAR = _LINEAR.astype(np.float32)
_LIGHT = np.arange(_LEVELS) / (_LEVELS - 1)
_TO_SRGB = np.rint(
    255.0 * np.where(_LIGHT <= 0.0031308, _LIGHT * 12.92, 1.055 * _LIGHT ** (1 / 2.4) - 0.055)
).astype(np.uint8)


def resize(rgb: RGB, width: int, height: int) -> RGB:
    """The whole picture at another size, in pixels (both at least 1)."""
    return crop_resize(rgb, Rect(0, 0, rgb.shape[1], rgb.shape[0]), width, height)


def crop_resize(rgb: RGB | StoredPixels, crop: Rect, width: int, height: int) -> RGB:
    """The part ``crop`` of a picture (in its pixels, fractions allowed) at ``width`` × ``height``.

    What lies outside the picture is left out of ``crop``; ``ValueError`` when nothing is left.
    When shrinking, the crop's edges move to whole pixels: by less than half a pixel of the result.
    """
    crop = crop.clipped_to(rgb.shape[1], rgb.shape[0])
    if crop.width <= 0 or crop.height <= 0 or width < 1 or height < 1:
        raise ValueError(f"nothing to show: {crop} at {width} × {height}")
    if width <= crop.width and height <= crop.height:
        return _shrunk(rgb, crop, width, height)
    return _enlarged(rgb, crop, width, height)


def _shrunk(rgb: RGB | StoredPixels, crop: Rect, width: int, height: int) -> RGB:
    left, top = round(crop.x), round(crop.y)
    right, bottom = max(round(crop.right), left + 1), max(round(crop.bottom), top + 1)
    part = rgb[top:bottom, left:right]
    if part.shape[:2] == (height, width):
        return part.copy()
    small = cv2.resize(np.ascontiguousarray(part), (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def _enlarged(rgb: RGB | StoredPixels, crop: Rect, width: int, height: int) -> RGB:
    """Lanczos by Pillow in floating point, without the halos that it would draw beside edges."""
    left, top = max(math.floor(crop.x) - _MARGIN, 0), max(math.floor(crop.y) - _MARGIN, 0)
    right, bottom = math.ceil(crop.right) + _MARGIN, math.ceil(crop.bottom) + _MARGIN
    linear = _TO_LINEAR[rgb[top:bottom, left:right]]
    box = (crop.x - left, crop.y - top, crop.right - left, crop.bottom - top)
    result = np.empty((height, width, 3), np.uint8)
    for channel in range(3):
        result[..., channel] = _channel_enlarged(linear[..., channel], box, (width, height))
    return result


def _channel_enlarged(
    light: NDArray[np.float32], box: tuple[float, float, float, float], size: tuple[int, int]
) -> NDArray[np.uint8]:
    light = np.ascontiguousarray(light)
    sharp = _pillow_resized(light, box, size, Image.Resampling.LANCZOS)
    # A pixel may not be darker or lighter than the pixels around the spot where it comes from;
    # these limits change smoothly, or they would show as little squares.
    around = np.ones((3, 3), np.uint8)
    lowest = np.asarray(cv2.erode(light, around), dtype=np.float32)
    highest = np.asarray(cv2.dilate(light, around), dtype=np.float32)
    np.maximum(sharp, _pillow_resized(lowest, box, size, Image.Resampling.BILINEAR), out=sharp)
    np.minimum(sharp, _pillow_resized(highest, box, size, Image.Resampling.BILINEAR), out=sharp)
    codes: NDArray[np.uint8] = _TO_SRGB[(sharp * (_LEVELS - 1) + 0.5).astype(np.uint16)]
    return codes


def _pillow_resized(
    values: NDArray[np.float32],
    box: tuple[float, float, float, float],
    size: tuple[int, int],
    method: Image.Resampling,
) -> NDArray[np.float32]:
    image = Image.fromarray(values).resize(size, method, box=box)
    return np.array(image, dtype=np.float32)
