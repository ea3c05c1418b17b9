"""JPEGs decoded by libjpeg-turbo's own interface: Pillow's pixels in two thirds of the time.

What is too small for it to be asked exactly is decoded by OpenCV, to the same pixels.
"""

from __future__ import annotations

import cv2
import numpy as np
import simplejpeg

from claimcheck.imaging.pixels import RGB

REDUCTIONS = (8, 4, 2, 1)
"""The fractions of its size at which a JPEG can be decoded, coarsest first."""

_SMALLEST_SIDE = 64  # below, two fractions may come to the same size, and this asks by size
_FLAGS = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}
_END = b"\xff\xd9"


def reduction(size: tuple[int, int], wanted: tuple[int, int]) -> int:
    """The largest of ``REDUCTIONS`` that leaves both sides of ``size`` at least as ``wanted``."""
    most = min(size[0] // wanted[0], size[1] // wanted[1])
    return next(factor for factor in REDUCTIONS if factor <= max(most, 1))


def decode_jpeg(data: bytes, size: tuple[int, int], factor: int) -> RGB | None:
    """A JPEG of three colours and ``size`` at 1/``factor`` of that (rounded up), not turned.

    ``None`` when it isn't whole: another decoder is to say what is the matter.
    """
    width, height = (-(-side // factor) for side in size)
    if min(width, height) < _SMALLEST_SIDE:
        return _by_opencv(data, factor)
    try:
        rgb: RGB = simplejpeg.decode_jpeg(data, "RGB", min_width=width, min_height=height)
    except ValueError:
        return None
    return rgb if rgb.shape == (height, width, 3) else None


def _by_opencv(data: bytes, factor: int) -> RGB | None:
    if not data.rstrip(b"\0").endswith(_END):
        return None  # what is missing would come out grey
    flags = _FLAGS[factor] | cv2.IMREAD_IGNORE_ORIENTATION
    bgr = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    if bgr is None:
        return None
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB, dst=bgr), dtype=np.uint8)
