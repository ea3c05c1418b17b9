"""What dragging means for the part of a picture that is shown. Pure, pixels of the turned picture.

A crop never shows anything but picture: it stops where the turned picture's edge is.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model.adjustment import SMALLEST_CROP_PX, Adjustment, whole_pixels
from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.gestures import CORNERS, Handle, frame_handles

_LEFT = (Handle.NW, Handle.W, Handle.SW)
_RIGHT = (Handle.NE, Handle.E, Handle.SE)
_TOP = (Handle.NW, Handle.N, Handle.NE)
_BOTTOM = (Handle.SW, Handle.S, Handle.SE)


def moved_crop(adjustment: Adjustment, crop: Rect, dx: float, dy: float) -> Rect:
    """``crop`` elsewhere, as far as there is picture; along an edge it slides."""
    across = _held(adjustment, crop.moved(round(dx), 0), crop)
    return _held(adjustment, across.moved(0, round(dy)), across)


def resized_crop(
    adjustment: Adjustment, crop: Rect, handle: Handle, dx: float, dy: float, ratio: float = 0.0
) -> Rect:
    """``crop`` with one of its eight handles dragged by a distance.

    ``ratio`` keeps width to height; 0 leaves both free.
    """
    if ratio:
        return _held(adjustment, _in_ratio(crop, handle, dx, dy, ratio), crop)
    across = _held(adjustment, _stretched(crop, handle, dx, 0.0), crop)
    return _held(adjustment, _stretched(across, handle, 0.0, dy), across)


def crop_in_ratio(adjustment: Adjustment, crop: Rect, ratio: float) -> Rect:
    """The largest part of ``crop`` about its middle with this width to height."""
    width = min(crop.width, crop.height * ratio)
    height, middle = width / ratio, crop.center
    wanted = Rect(middle.x - width / 2, middle.y - height / 2, width, height)
    return _held(adjustment, wanted, crop)


def as_recorded(adjustment: Adjustment, crop: Rect) -> Rect | None:
    """``crop``, or ``None`` where it is what is shown without one."""
    whole = replace(adjustment, crop=None).frame
    return None if crop == whole_pixels(whole) else crop


def _held(adjustment: Adjustment, wanted: Rect, valid: Rect) -> Rect:
    """As far as there is picture, on whole pixels; a picture that isn't straightened ends sharp."""
    crop = whole_pixels(adjustment.held(wanted, valid))
    if adjustment.angle or adjustment.face:
        return crop
    width, height = adjustment.upright_size
    x = min(max(crop.x, 0), max(width - crop.width, 0))
    y = min(max(crop.y, 0), max(height - crop.height, 0))
    return Rect(x, y, min(crop.width, width), min(crop.height, height))


def _stretched(crop: Rect, handle: Handle, dx: float, dy: float) -> Rect:
    left, top, right, bottom = crop.x, crop.y, crop.right, crop.bottom
    least_x, least_y = min(SMALLEST_CROP_PX, crop.width), min(SMALLEST_CROP_PX, crop.height)
    if handle in _LEFT:
        left = min(left + dx, right - least_x)
    elif handle in _RIGHT:
        right = max(right + dx, left + least_x)
    if handle in _TOP:
        top = min(top + dy, bottom - least_y)
    elif handle in _BOTTOM:
        bottom = max(bottom + dy, top + least_y)
    return Rect(left, top, right - left, bottom - top)


def _in_ratio(crop: Rect, handle: Handle, dx: float, dy: float, ratio: float) -> Rect:
    free = _stretched(crop, handle, dx, dy)
    if handle in (Handle.N, Handle.S):
        width = free.height * ratio
    elif handle in (Handle.E, Handle.W):
        width = free.width
    else:
        width = max(free.width, free.height * ratio)
    width = max(width, min(SMALLEST_CROP_PX * max(ratio, 1.0), crop.width))
    height = width / ratio
    anchor = _anchor(crop, handle)
    x = anchor.x - (width if handle in _LEFT else 0 if handle in _RIGHT else width / 2)
    y = anchor.y - (height if handle in _TOP else 0 if handle in _BOTTOM else height / 2)
    return Rect(x, y, width, height)


def _anchor(crop: Rect, handle: Handle) -> Point:
    """What stays where it is: the opposite corner, or the middle of the opposite side."""
    at = frame_handles(crop)
    if handle in CORNERS:
        return at[CORNERS[(CORNERS.index(handle) + 2) % 4]]
    opposite = {Handle.N: Handle.S, Handle.S: Handle.N, Handle.E: Handle.W, Handle.W: Handle.E}
    return at[opposite[handle]]
