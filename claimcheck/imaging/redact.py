"""Solid redaction: pixels are destroyed before anything scales, paints or encodes them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect

INK = (23, 21, 15)


def redact(rgb: RGB, places: Iterable[Rect], full_size: tuple[int, int]) -> RGB:
    """A copy of ``rgb`` with ``places`` solid ink.

    Places are in pixels of the full-size picture of ``full_size`` (width, height), of which
    ``rgb`` is all, possibly reduced by area. Every pixel that a place touches goes; on a reduced
    picture also the pixels around, since those may have been mixed from what lies below.
    """
    result = rgb.copy()
    height, width = rgb.shape[:2]
    for place in places:
        whole = _touched(place, 1.0, 1.0, 0)
        if (width, height) != full_size:
            whole = _touched(Rect(*whole), width / full_size[0], height / full_size[1], 1)
        x, y, w, h = whole
        result[max(y, 0) : max(y + h, 0), max(x, 0) : max(x + w, 0)] = INK
    return result


def _touched(place: Rect, scale_x: float, scale_y: float, margin: int) -> tuple[int, int, int, int]:
    """x, y, width and height of the whole pixels that ``place``, scaled, touches."""
    left, top = math.floor(place.x * scale_x) - margin, math.floor(place.y * scale_y) - margin
    right = math.ceil(place.right * scale_x) + margin
    bottom = math.ceil(place.bottom * scale_y) + margin
    return left, top, right - left, bottom - top
