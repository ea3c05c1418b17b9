"""Turn, straighten and crop decoded pixels, as an ``Adjustment`` says."""

from __future__ import annotations

import math

import cv2
import numpy as np

from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_resize
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Rect
from claimcheck.model.projection import Projection


def decoding_side(adjustment: Adjustment, at_most_px: int | None) -> int | None:
    """How long the decoded picture's longer side must be for ``adjusted`` to lose nothing.

    ``None`` is all of it; ``at_most_px`` bounds the picture as it is shown.
    """
    if at_most_px is None or max(adjustment.shown_size) <= at_most_px:
        return None
    longer = max(adjustment.width_px, adjustment.height_px)
    return math.ceil(longer * at_most_px / max(adjustment.shown_size))


def adjusted(rgb: RGB, adjustment: Adjustment, at_most_px: int | None = None) -> RGB:
    """``rgb``, all of the picture and maybe reduced, as it is shown: H × W × 3, uint8, sRGB.

    Neither side of the result is longer than ``at_most_px``. Quarter turns, mirrors and crops of
    a picture at full size are exact; straightening and rectifying mix each pixel from the four
    around it.
    """
    wanted = _size(rgb, adjustment, at_most_px)
    if adjustment.angle or adjustment.face:
        return _warped(rgb, adjustment, wanted)
    turned = rgb[:, ::-1] if adjustment.mirrored else rgb
    turned = np.rot90(turned, -adjustment.quarter_turns)
    across = turned.shape[1] / adjustment.upright_size[0]
    down = turned.shape[0] / adjustment.upright_size[1]
    frame = adjustment.frame
    part = Rect(frame.x * across, frame.y * down, frame.width * across, frame.height * down)
    return np.ascontiguousarray(crop_resize(turned, part, *wanted))


def _size(rgb: RGB, adjustment: Adjustment, at_most_px: int | None) -> tuple[int, int]:
    """Of the result: what there are pixels for, and no more than asked for."""
    width, height = adjustment.shown_size
    scale = min(1.0, max(rgb.shape[:2]) / max(adjustment.width_px, adjustment.height_px))
    if at_most_px is not None:
        scale = min(scale, at_most_px / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def seen_through(
    rgb: RGB, own_size: tuple[int, int], way: Projection, size: tuple[int, int]
) -> RGB:
    """``rgb``, all of the picture and maybe reduced, as ``way`` leads to ``size`` pixels.

    ``way`` leads from the picture's own pixels, of which it has ``own_size``. Its edge goes on
    beyond it.
    """
    matrix = np.array(way.numbers).reshape(3, 3)
    into = np.diag([own_size[0] / rgb.shape[1], own_size[1] / rgb.shape[0], 1.0])
    # Places count from the corner of the first pixel, OpenCV counts from its middle.
    middle, corner = np.eye(3), np.eye(3)
    middle[:2, 2], corner[:2, 2] = -0.5, 0.5
    warped = cv2.warpPerspective(
        np.ascontiguousarray(rgb),
        middle @ matrix @ into @ corner,
        size,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(warped, dtype=np.uint8)


def _warped(rgb: RGB, adjustment: Adjustment, wanted: tuple[int, int]) -> RGB:
    width, height = adjustment.shown_size
    out = Projection(wanted[0] / width, 0, 0, 0, wanted[1] / height, 0)
    own = adjustment.width_px, adjustment.height_px
    return seen_through(rgb, own, out.after(adjustment.transform), wanted)
