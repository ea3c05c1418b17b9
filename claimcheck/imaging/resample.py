"""Changing the size of pictures: smaller by area, larger by Lanczos in linear light.

Pixel centres lie at half coordinates: the pixel in column 0 covers x from 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray
from PIL import Image

from claimcheck.imaging.files.stored import StoredPixels
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect

_MARGIN = 4  # pixels around a crop that Lanczos (three lobes) and the limits below look at
_LITTLE = 0.72
"""From this scale on cubic interpolation alone loses nothing that one sees."""
_SOFT = np.array([0.18, 0.64, 0.18], np.float32)
"""What takes away the detail that cubic interpolation at 0.5 to ``_LITTLE`` would trip over: of
seven such kernels the nearest to Lanczos by its structural similarity."""
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
    crop = _inside(rgb, crop, width, height)
    if width <= crop.width and height <= crop.height:
        return _by_area(_whole(rgb, crop), width, height)
    return _enlarged(rgb, crop, width, height)


def softened(rgb: RGB) -> RGB:
    """The picture without the finest detail: what ``crop_quickly`` shrinks by less than half."""
    return np.asarray(cv2.sepFilter2D(rgb, -1, _SOFT, _SOFT), np.uint8)


def crop_quickly(
    rgb: RGB, crop: Rect, width: int, height: int, soft: Callable[[RGB], RGB] = softened
) -> RGB:
    """As ``crop_resize``, in half the time or less where it shrinks: for pictures on cards.

    By a little, cubic interpolation alone does it; by less than half, the same of the ``softened``
    picture, which whoever wants more of its parts keeps and gives as ``soft``; else interpolation
    to twice the size, and means of four of those. In looks as good as the mean of all, but a pixel
    may take from pixels up to two beyond those that lie below it.
    """
    crop = _inside(rgb, crop, width, height)
    if width > crop.width or height > crop.height:
        return _enlarged(rgb, crop, width, height)
    part = _whole(rgb, crop)
    if part.shape[:2] == (height, width):
        return part.copy()
    scale = min(width / part.shape[1], height / part.shape[0])
    if scale < 0.5:
        part = _halved(part, width, height)
        twice = cv2.resize(part, (2 * width, 2 * height), interpolation=cv2.INTER_LINEAR)
        return _by_area(twice, width, height)
    if scale < _LITTLE:
        part = _whole(soft(rgb), crop)
    return np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def _inside(rgb: RGB | StoredPixels, crop: Rect, width: int, height: int) -> Rect:
    inside = crop.clipped_to(rgb.shape[1], rgb.shape[0])
    if inside.width <= 0 or inside.height <= 0 or width < 1 or height < 1:
        raise ValueError(f"nothing to show: {inside} at {width} × {height}")
    return inside


def whole_pixels(crop: Rect) -> Rect:
    """``crop`` with its edges moved to whole pixels, at least one each way."""
    left, top = round(crop.x), round(crop.y)
    width, height = round(crop.right) - left, round(crop.bottom) - top
    return Rect(float(left), float(top), float(max(width, 1)), float(max(height, 1)))


def _whole(rgb: RGB | StoredPixels, crop: Rect) -> RGB:
    """The part of a picture, its edges moved to whole pixels; not copied."""
    part = whole_pixels(crop)
    return rgb[int(part.y) : int(part.bottom), int(part.x) : int(part.right)]


def _by_area(part: MatLike, width: int, height: int) -> RGB:
    if part.shape[:2] == (height, width):
        return np.array(part, dtype=np.uint8)
    small = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def _halved(part: RGB, width: int, height: int) -> RGB:
    """Halves of it, by means of four, as long as both sides stay twice as wanted or more.

    A last row or column that is left over goes: half a pixel of the result at most.
    """
    while part.shape[0] >= 4 * height and part.shape[1] >= 4 * width:
        rows, columns = part.shape[0] // 2, part.shape[1] // 2
        even = part[: 2 * rows, : 2 * columns]
        halved = cv2.resize(even, (columns, rows), interpolation=cv2.INTER_AREA)
        part = np.asarray(halved, dtype=np.uint8)
    return part


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
