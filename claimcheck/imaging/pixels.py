"""The one form in which pixels travel, and turning them upright."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

RGB = NDArray[np.uint8]
"""Height × width × 3, 8 bits, sRGB, upright; red first."""

RGBA = NDArray[np.uint8]
"""Height × width × 4, 8 bits, sRGB multiplied by the opacity that comes last."""

_TURNS: dict[int, Callable[[MatLike], MatLike]] = {
    2: partial(cv2.flip, flipCode=1),
    3: partial(cv2.rotate, rotateCode=cv2.ROTATE_180),
    4: partial(cv2.flip, flipCode=0),
    5: cv2.transpose,
    6: partial(cv2.rotate, rotateCode=cv2.ROTATE_90_CLOCKWISE),
    7: lambda pixels: cv2.rotate(cv2.transpose(pixels), cv2.ROTATE_180),
    8: partial(cv2.rotate, rotateCode=cv2.ROTATE_90_COUNTERCLOCKWISE),
}


def turned_upright(pixels: RGB, orientation: int) -> RGB:
    """Undo an EXIF orientation: 2 to 8, others change nothing."""
    turn = _TURNS.get(orientation)
    return pixels if turn is None else np.asarray(turn(pixels), dtype=np.uint8)


def upright_place(rows: slice, height: int, orientation: int) -> tuple[slice, slice]:
    """Rows and columns of the upright picture where some ``rows`` of the file's come to lie.

    ``height`` is that of the picture as it lies in the file.
    """
    if orientation in {3, 4, 6, 7}:  # the last row comes first
        rows = slice(height - rows.stop, height - rows.start)
    whole = slice(None)
    return (whole, rows) if orientation in {5, 6, 7, 8} else (rows, whole)
