"""Solid redaction: pixels are destroyed before anything scales, paints or encodes them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Evidence
from claimcheck.model.showing import ShownEvidence

INK = (23, 21, 15)
_JPEG_BLOCK_PX = 16
"""Of the largest block of a JPEG in use (ITU-T T.81 with colours at half the size): what stands in
a block shimmers through all of it."""
_SEEPS_PX = 1
"""As far as colours at half the size reach into the next block when they are enlarged."""


def block_of(evidence: Evidence) -> int:
    """The side, in pixels, of the blocks of its file that may show traces of one spot.

    Only JPEG has blocks that stand for themselves. WebP, HEIC and AVIF predict each block from the
    one before it, so no border can be drawn around what one spot did to them. What is shown turned
    or cropped has had its redacted blocks destroyed before that.
    """
    turned = isinstance(evidence, ShownEvidence) and evidence.adjustment is not None
    return _JPEG_BLOCK_PX if evidence.suffix == ".jpg" and not turned else 1


def redact(rgb: RGB, places: Iterable[Rect], full_size: tuple[int, int], block_px: int = 1) -> RGB:
    """A copy of ``rgb`` with ``places`` solid ink.

    Places are in pixels of the full-size picture of ``full_size`` (width, height), of which
    ``rgb`` is all, possibly reduced by area. Every pixel that a place touches goes; on a reduced
    picture also the pixels around, since those may have been mixed from what lies below. With
    ``block_px`` (see ``block_of``) each place grows to whole blocks: the ripples around a word tell
    of the word.
    """
    result = rgb.copy()
    height, width = rgb.shape[:2]
    for place in places:
        whole = _in_blocks(_touched(place, 1.0, 1.0, 0), full_size, block_px)
        if (width, height) != full_size:
            whole = _touched(Rect(*whole), width / full_size[0], height / full_size[1], 1)
        x, y, w, h = whole
        result[max(y, 0) : max(y + h, 0), max(x, 0) : max(x + w, 0)] = INK
    return result


def _in_blocks(
    whole: tuple[int, int, int, int], full_size: tuple[int, int], block_px: int
) -> tuple[int, int, int, int]:
    """Grown to whole blocks, counted from either edge: a picture that was turned upright has its
    first block at any of them.
    """
    if block_px <= 1:
        return whole
    x, y, width, height = whole
    if x >= full_size[0] or y >= full_size[1] or x + width <= 0 or y + height <= 0:
        return whole  # beside the picture
    left, right = _along(x, x + width, full_size[0], block_px)
    top, bottom = _along(y, y + height, full_size[1], block_px)
    return left, top, right - left, bottom - top


def _along(start: int, end: int, side: int, block: int) -> tuple[int, int]:
    before = min(start // block * block, side - (side - start + block - 1) // block * block)
    after = max((end + block - 1) // block * block, side - (side - end) // block * block)
    return before - _SEEPS_PX, after + _SEEPS_PX


def _touched(place: Rect, scale_x: float, scale_y: float, margin: int) -> tuple[int, int, int, int]:
    """x, y, width and height of the whole pixels that ``place``, scaled, touches."""
    left, top = math.floor(place.x * scale_x) - margin, math.floor(place.y * scale_y) - margin
    right = math.ceil(place.right * scale_x) + margin
    bottom = math.ceil(place.bottom * scale_y) + margin
    return left, top, right - left, bottom - top
