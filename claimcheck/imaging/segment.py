"""The product inside a box that a person drew: roughly its silhouette, its middle and its area.

For what has no flat face to align, such as fruit, clothes and food.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize
from claimcheck.model.geometry import Point, Rect

_WORKING_PX = 200
_ROUNDS = 3
_AROUND = 0.35  # of the box's longer side: what is looked at beside it, as background
_LEAST_PX, _LEAST_SHARE = 12.0, 0.02  # a box's shorter side, in pixels and of the picture's
_LEAST_BACKGROUND = 0.06  # of what is looked at: without, nothing says what isn't the product
_PLAIN = 4.0  # CIELAB, 2nd to 98th percentile: less is one colour
_LEAST_FOUND = 0.15  # of the box
_PART = 0.1  # of the largest part's area: smaller ones are specks
_SIMPLER = 0.004  # of the outline's length

Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Product:
    """Found in a box; all in pixels of the picture, edges at whole numbers."""

    frame: Rect
    """Around the silhouette."""
    middle: Point
    """The silhouette's centre of gravity."""
    area: float
    """The silhouette's, in square pixels."""
    outline: tuple[Point, ...] = ()
    """Of its largest part, simplified; empty where nothing stood out and the box itself is it."""

    @property
    def is_the_box(self) -> bool:
        """Whether no silhouette was found, as of one apple among many."""
        return not self.outline


def find_product(rgb: RGB, box: Rect, name: str = "the picture") -> Product:
    """What stands out inside ``box`` from what is around it; H × W × 3, uint8, sRGB.

    GrabCut (C. Rother, V. Kolmogorov and A. Blake, "GrabCut: interactive foreground extraction
    using iterated graph cuts", SIGGRAPH 2004) as OpenCV has it, on the box and what is beside it,
    at a reduced size; some 0.2 s, the same answer each time. Where all is alike, as in a crate of
    apples, it is the box itself. ``KnownError``: BOX_TOO_SMALL, BOX_TOO_LARGE when it leaves no
    background, BOX_PLAIN when all is of one colour.
    """
    height, width = rgb.shape[:2]
    box = _checked(box.clipped_to(width, height), (width, height), name)
    window = _whole(box.grown(_AROUND * max(box.width, box.height)).clipped_to(width, height))
    cut = rgb[int(window.y) : int(window.bottom), int(window.x) : int(window.right)]
    scale = min(1.0, _WORKING_PX / max(window.width, window.height))
    size = max(1, round(window.width * scale)), max(1, round(window.height * scale))
    small = np.ascontiguousarray(resize(cut, *size))
    across, down = size[0] / window.width, size[1] / window.height
    left, top = round((box.x - window.x) * across), round((box.y - window.y) * down)
    right = min(size[0], max(left + 1, round((box.right - window.x) * across)))
    bottom = min(size[1], max(top + 1, round((box.bottom - window.y) * down)))
    if 1 - (right - left) * (bottom - top) / (size[0] * size[1]) < _LEAST_BACKGROUND:
        raise KnownError(ErrorKind.BOX_TOO_LARGE, name)
    if _is_plain(small):
        raise KnownError(ErrorKind.BOX_PLAIN, name)
    mask = _silhouette(small, (left, top, right - left, bottom - top))
    if mask.sum() < _LEAST_FOUND * (right - left) * (bottom - top):
        return Product(box, box.center, box.width * box.height)
    return _measured(mask, window, (across, down))


def _checked(box: Rect, size: tuple[int, int], name: str) -> Rect:
    least = max(_LEAST_PX, _LEAST_SHARE * min(size))
    if min(box.width, box.height) < least:
        raise KnownError(ErrorKind.BOX_TOO_SMALL, name)
    return box


def _whole(rect: Rect) -> Rect:
    left, top = math.floor(rect.x), math.floor(rect.y)
    return Rect(left, top, math.ceil(rect.right) - left, math.ceil(rect.bottom) - top)


def _is_plain(rgb: RGB) -> bool:
    smooth = cv2.GaussianBlur(rgb, (0, 0), 2.0)  # grain is no colour of its own
    lab = cv2.cvtColor(smooth.astype(np.float32) / 255.0, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    low, high = np.percentile(lab, (2, 98), axis=0)
    return bool((high - low).max() < _PLAIN)


def _silhouette(rgb: RGB, box: tuple[int, int, int, int]) -> Mask:
    """1 where the product is: what hangs together, without specks and holes."""
    mask = np.zeros(rgb.shape[:2], np.uint8)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)  # its clusters begin at random
    cv2.grabCut(rgb, mask, box, *models, _ROUNDS, cv2.GC_INIT_WITH_RECT)
    found = ((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8)
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    outlines, _tree = cv2.findContours(found, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros_like(found)
    areas = [cv2.contourArea(one) for one in outlines]
    for outline, area in zip(outlines, areas, strict=True):
        if area >= _PART * max(areas):
            cv2.drawContours(filled, [outline], -1, 1, cv2.FILLED)
    return filled


def _measured(mask: Mask, window: Rect, scale: tuple[float, float]) -> Product:
    across, down = scale
    rows, columns = np.nonzero(mask)

    def place(x: float, y: float) -> Point:
        return Point(float(window.x + x / across), float(window.y + y / down))

    outlines, _tree = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(outlines, key=cv2.contourArea)
    simpler = cv2.approxPolyDP(largest, _SIMPLER * cv2.arcLength(largest, True), True)
    left, top, right, bottom = map(int, (columns.min(), rows.min(), columns.max(), rows.max()))
    corners = place(left, top), place(right + 1, bottom + 1)
    return Product(
        frame=Rect.spanning(corners),
        middle=place(columns.mean() + 0.5, rows.mean() + 0.5),
        area=float(mask.sum()) / (across * down),
        outline=tuple(place(x + 0.5, y + 0.5) for x, y in simpler[:, 0]),
    )
