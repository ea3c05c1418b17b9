"""Frames as a video encoder wants them: BT.709 limited range, 4:2:0, and how to compose in that.

A still is converted once; what moves is then mixed, split and overlaid plane by plane, which costs
a fraction of composing in RGB. Chroma samples lie as H.264 has them: with every other column, and
between two rows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722
"""The weights of BT.709."""
_TO_YUV = np.array(
    [
        [219 * RED, 219 * GREEN, 219 * BLUE],
        [-112 * RED / (1 - BLUE), -112 * GREEN / (1 - BLUE), 112],
        [112, -112 * GREEN / (1 - RED), -112 * BLUE / (1 - RED)],
    ]
) / np.float64(255)
_OFFSETS = (16.0, 128.0, 128.0)
_COLUMNS = np.array([0.25, 0.5, 0.25], np.float32)
_ONE = np.array([1.0], np.float32)


@dataclass(frozen=True, slots=True)
class Planes:
    """One frame: ``y`` (H, W), ``u`` and ``v`` (H/2, W/2), uint8, BT.709 limited range."""

    y: Bytes
    u: Bytes
    v: Bytes

    @property
    def each(self) -> tuple[Bytes, Bytes, Bytes]:
        """The three planes."""
        return self.y, self.u, self.v

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.y.shape[1], self.y.shape[0]

    def copy_to(self, out: Planes) -> None:
        """Overwrite ``out``, of the same size, with this frame."""
        for source, target in zip(self.each, out.each, strict=True):
            np.copyto(target, source)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a frame: its corner and its sides are even."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x at its right side."""
        return self.x + self.width

    def spanning(self, other: Area) -> Area:
        """The smallest area that holds both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        bottom = max(self.y + self.height, other.y + other.height)
        return Area(left, top, max(self.right, other.right) - left, bottom - top)

    def inside(self, width: int, height: int) -> Area:
        """The part of it that a frame of this size has."""
        left, top = max(self.x, 0), max(self.y, 0)
        right, bottom = min(self.right, width), min(self.y + self.height, height)
        return Area(left, top, max(right - left, 0), max(bottom - top, 0))

    def window(self, planes: Planes) -> Planes:
        """This part of a frame, to read or to write; not a copy."""
        whole = slice(self.y, self.y + self.height), slice(self.x, self.x + self.width)
        half = tuple(slice(side.start // 2, side.stop // 2) for side in whole)
        return Planes(planes.y[whole], planes.u[half], planes.v[half])


def empty_planes(width: int, height: int) -> Planes:
    """A frame to compose into, not yet filled; both sides must be even."""
    if width % 2 or height % 2:
        raise ValueError(f"4:2:0 needs even sides, not {width} × {height}")
    half = height // 2, width // 2
    return Planes(
        np.empty((height, width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8)
    )


def copied(planes: Planes) -> Planes:
    """A frame of its own with the same content."""
    return Planes(planes.y.copy(), planes.u.copy(), planes.v.copy())


def reduced(planes: Planes, width: int) -> Planes:
    """The same frame, ``width`` (even) pixels wide, for a preview."""
    full_width, full_height = planes.size
    height = 2 * round(full_height * width / full_width / 2)
    sizes = ((width, height), (width // 2, height // 2), (width // 2, height // 2))
    small = [
        np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        for plane, size in zip(planes.each, sizes, strict=True)
    ]
    return Planes(*small)


def planes_of(rgb: RGB) -> Planes:
    """Convert (H, W, 3) sRGB with even sides."""
    if rgb.shape[0] % 2 or rgb.shape[1] % 2:
        raise ValueError(f"4:2:0 needs even sides, not {rgb.shape[1]} × {rgb.shape[0]}")
    luma = np.append(_TO_YUV[0], _OFFSETS[0]).reshape(1, 4)
    y = np.asarray(cv2.transform(rgb, luma), dtype=np.uint8)
    # All of it is linear, so chroma can be made from a picture of half the size.
    chroma = np.column_stack([_TO_YUV[1:], _OFFSETS[1:]])
    both = np.asarray(cv2.transform(_halved(rgb), chroma))
    return Planes(y, _rounded(both[..., 0]), _rounded(both[..., 1]))


def rgb_of(planes: Planes) -> RGB:
    """Convert back, for previews and for checking: (H, W, 3) sRGB."""
    width, height = planes.size
    y = (planes.y.astype(np.float32) - 16) / 219
    u, v = ((_doubled(plane, width, height) - 128) / 224 for plane in (planes.u, planes.v))
    red = y + 2 * (1 - RED) * v
    blue = y + 2 * (1 - BLUE) * u
    green = (y - RED * red - BLUE * blue) / GREEN
    return _rounded(np.dstack([red, green, blue]) * np.float32(255))


def _rounded(values: NDArray[Any]) -> Bytes:
    return np.asarray(np.clip(np.rint(values), 0, 255), dtype=np.uint8)


def _halved(values: Bytes | Floats) -> Floats:
    """Half the size: each sample over an even column, between two rows."""
    height, width = values.shape[:2]
    shape = (height // 2, width // 2, *values.shape[2:])
    # Columns 1-2-1 and rows 1-1 around the place where a chroma sample lies; the rows first, for
    # half of them is left then.
    rows = cv2.addWeighted(values[0::2], 0.5, values[1::2], 0.5, 0.0, dtype=cv2.CV_32F)
    blurred = cv2.sepFilter2D(rows, cv2.CV_32F, _COLUMNS, _ONE, borderType=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(blurred[:, 0::2]).reshape(shape)


def _doubled(plane: Bytes, width: int, height: int) -> Floats:
    """The inverse of ``_halved`` as far as there is one: linear between the samples."""
    wide = cv2.warpAffine(
        plane.astype(np.float32),
        np.array([[0.5, 0, 0], [0, 0.5, -0.25]]),
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(wide, dtype=np.float32)


def flood(out: Planes, rect: Rect, colour: str) -> None:
    """Fill a rectangle of a frame, its sides brought to even pixels, with ``#RRGGBB``."""
    rgb = np.array(list(bytes.fromhex(colour[1:])), np.uint8)
    sample = planes_of(np.tile(rgb, (2, 2, 1)))
    left, top = 2 * int(rect.x // 2), 2 * int(rect.y // 2)
    width, height = (2 * math.ceil(side / 2) for side in (rect.right - left, rect.bottom - top))
    window = Area(left, top, width, height).inside(*out.size).window(out)
    for target, one in zip(window.each, sample.each, strict=True):
        target[...] = one[0, 0]


# --- composing -----------------------------------------------------------------------------------


def mix(first: Planes, second: Planes, weight: float, out: Planes) -> None:
    """Cross-fade: ``weight`` 0 gives ``first``, 1 gives ``second``."""
    if weight <= 0 or weight >= 1:
        (first if weight <= 0 else second).copy_to(out)
        return
    for one, other, target in zip(first.each, second.each, out.each, strict=True):
        cv2.addWeighted(one, 1 - weight, other, weight, 0.0, dst=target)


def split(left: Planes, right: Planes, x: float, out: Planes) -> None:
    """``left`` up to ``x`` (a fraction counts), ``right`` from there on."""
    if x <= 0 or x >= out.size[0]:
        (right if x <= 0 else left).copy_to(out)
        return
    for number, (one, other, target) in enumerate(
        zip(left.each, right.each, out.each, strict=True)
    ):
        # A chroma sample is as wide as two pixels, and its middle is the left one's.
        edge = x if number == 0 else (x + 0.5) / 2
        width = target.shape[1]
        column = min(int(edge), width)
        target[:, :column] = one[:, :column]
        target[:, column:] = other[:, column:]
        part = edge - column
        if column < width and part > 0:
            before = one[:, column].astype(np.float32)
            target[:, column] = _rounded(part * before + (1 - part) * other[:, column])


@dataclass(frozen=True, slots=True)
class Patch:
    """Something painted to lay over frames: its colour times its cover, and what it leaves free.

    ``x`` and ``y`` are even; each plane of ``free`` is 255 where the frame below stays.
    """

    x: int
    y: int
    colour: Planes
    free: Planes

    @property
    def area(self) -> Area:
        """Where it lies; it may hang over a frame's edge."""
        return Area(self.x, self.y, *self.colour.size)

    def seen_from(self, area: Area) -> Patch:
        """The same patch for a window of the frame."""
        return replace(self, x=self.x - area.x, y=self.y - area.y)


def patch_of(premultiplied: NDArray[np.uint8], x: int, y: int) -> Patch:
    """Convert (H, W, 4) RGBA, premultiplied, even sides, to lie with its corner at ``x``, ``y``."""
    if x % 2 or y % 2:
        raise ValueError(f"a patch lies on even pixels, not at {x}, {y}")
    rgb = premultiplied[..., :3].astype(np.float32)
    cover = premultiplied[..., 3].astype(np.float32) / np.float32(255)
    full = cv2.transform(rgb, _TO_YUV.astype(np.float32))
    parts = [full[..., i] + _OFFSETS[i] * cover for i in range(3)]
    half = _halved(cover)
    colour = Planes(_rounded(parts[0]), _rounded(_halved(parts[1])), _rounded(_halved(parts[2])))
    left = _rounded(255 * (1 - half))
    return Patch(x, y, colour, Planes(_rounded(255 * (1 - cover)), left, left))


def lay_over(out: Planes, patch: Patch, opacity: float = 1.0) -> None:
    """Compose ``patch`` onto ``out`` in place; what hangs over the edge is left out."""
    if opacity <= 0:
        return
    for number, target in enumerate(out.each):
        step = 1 if number == 0 else 2
        left, top = patch.x // step, patch.y // step
        colour, free = patch.colour.each[number], patch.free.each[number]
        x0, y0 = max(left, 0), max(top, 0)
        x1 = min(left + colour.shape[1], target.shape[1])
        y1 = min(top + colour.shape[0], target.shape[0])
        if x1 <= x0 or y1 <= y0:
            continue
        window = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
        below = np.ascontiguousarray(target[y0:y1, x0:x1])
        above, kept = colour[window], free[window]
        if opacity < 1:
            above = _weakened(above, opacity, 0)
            kept = _weakened(kept, opacity, 255)
        target[y0:y1, x0:x1] = cv2.add(cv2.multiply(below, kept, scale=1 / 255), above)


def _weakened(plane: Bytes, opacity: float, other: int) -> Bytes:
    weaker = cv2.convertScaleAbs(plane, alpha=opacity, beta=other * (1 - opacity))
    return np.asarray(weaker, dtype=np.uint8)
