"""Whether two pictures are the same one, though cropped, resized, recompressed or written over.

A picture is hashed whole and in windows of 80 to 95 % of its sides, so that a crop of it looks
like one of its windows. Each hash is the signs of the low frequencies of the luma (a DCT hash:
Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010). What is near
by hash is then compared as small pictures, block by block, so that lettering laid over some of it
doesn't hide it, and so that another package in the same place isn't taken for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB

VERSION = 1
"""Raised when fingerprints come out differently, so that old ones are made anew."""

_LOW = 10  # frequencies a side that count; the mean doesn't
_WORK = 32
SMALL = 96
_SCALES = ((1.0, 1), (0.9, 3), (0.8, 4))
"""Share of each side, and how many places along each side."""
_NEARBY = (0.97, 1.0, 1.03)
"""A crop's real size relative to the nearest window's."""
_REACH = 5
_BLOCK = 8
_AGREES = 0.8  # correlation of two blocks that show the same print
_PLAIN = 3.0  # grey levels: a block that varies less tells nothing
_BORDER = 6.0  # grey levels that a plain border may vary by
_MOST_BORDER = 0.42


Hashes = NDArray[np.uint64]
Smalls = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Of one picture: without a plain border around it, and then with."""

    hashes: Hashes
    """2 · windows × 2 words; each half begins with the whole picture."""
    smalls: Smalls
    """2 × ``SMALL`` × ``SMALL`` of luma, whatever the shape of the picture."""


@lru_cache(maxsize=1)
def windows() -> tuple[tuple[float, float, float], ...]:
    """Left, top and size of each window, as shares of the sides; the first is the whole."""
    found = []
    for share, places in _SCALES:
        steps = np.linspace(0.0, 1.0 - share, places) if places > 1 else [0.0]
        found += [(float(x), float(y), share) for y in steps for x in steps]
    return tuple(found)


def fingerprint(rgb: RGB) -> Fingerprint:
    """The fingerprint of a picture of any size (some 400 px are enough); about 6 ms."""
    middles = _middles(rgb)
    hashes = [_hash(_window(middle, *window)) for middle in middles for window in windows()]
    return Fingerprint(np.array(hashes, np.uint64), _shrunk(middles))


def small_copies(rgb: RGB) -> NDArray[np.uint8]:
    """``Fingerprint.smalls`` alone."""
    return _shrunk(_middles(rgb))


def _middles(rgb: RGB) -> list[NDArray[np.float32]]:
    luma = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
    return [
        np.asarray(cv2.resize(shown, (256, 256), interpolation=cv2.INTER_AREA), np.float32)
        for shown in (_without_border(luma), luma)
    ]


def _shrunk(middles: list[NDArray[np.float32]]) -> NDArray[np.uint8]:
    smalls = [cv2.resize(one, (SMALL, SMALL), interpolation=cv2.INTER_AREA) for one in middles]
    return np.rint(smalls).astype(np.uint8)


def hash_distances(one: NDArray[np.uint64], many: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Differing bits of one hash (2 words) and many (2 × N words), 0 to 99."""
    found = np.bitwise_count(many[0] ^ one[0]) + np.bitwise_count(many[1] ^ one[1])
    return np.asarray(found, np.uint8)


def agreement(whole: Smalls, half: int, other: Smalls, place: int) -> float:
    """Which share of ``whole`` is found in a window of ``other``, 0 to 1.

    Both are ``Fingerprint.smalls``; ``half`` says which of the two of ``whole`` is meant,
    ``place`` is that of the window's hash. Of the blocks with something in them, the share whose
    print agrees.
    """
    other_half, window = divmod(place, len(windows()))
    x, y, share = windows()[window]
    small, best = whole[half], 0.0
    for nearby in _NEARBY if share < 1.0 else (1.0,):
        side = max(SMALL, round(SMALL / (share * nearby)))
        enlarged = cv2.resize(other[other_half], (side, side), interpolation=cv2.INTER_LINEAR)
        left, right = _around(x * side, side)
        top, bottom = _around(y * side, side)
        field = enlarged[top : bottom + SMALL, left : right + SMALL]
        _low, _score, _where, at = cv2.minMaxLoc(
            cv2.matchTemplate(field, small, cv2.TM_CCOEFF_NORMED)
        )
        part = field[at[1] : at[1] + SMALL, at[0] : at[0] + SMALL]
        best = max(best, _agreeing(small, np.asarray(part, np.uint8)))
    return best


def _around(at: float, side: int) -> tuple[int, int]:
    most = side - SMALL
    return min(most, max(0, round(at) - _REACH)), min(most, max(0, round(at) + _REACH))


def _agreeing(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    ours = _normal(_blocks(one))
    padded = np.pad(other, 1, mode="edge")
    places = [(down, across) for down in range(3) for across in range(3)]
    theirs = _normal(  # a block may be off by a pixel
        np.stack([_blocks(padded[y : y + SMALL, x : x + SMALL]) for y, x in places])
    )
    told = ours.any(axis=1) | theirs.any(axis=(0, 2))
    if told.sum() < 6:
        return 0.0  # two plain pictures are alike, and not the same
    product = np.einsum("bi,sbi->sb", ours, theirs).max(axis=0)
    return float((product[told] > _AGREES).mean())


def _normal(blocks: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each block with mean 0 and length 1; a plain one is all zeros."""
    level = blocks - blocks.mean(axis=-1, keepdims=True)
    length = np.sqrt(np.einsum("...i,...i->...", level, level))[..., None]
    is_plain = length <= _PLAIN * math.sqrt(blocks.shape[-1])
    normal: NDArray[np.float32] = level / np.where(is_plain, np.float32(np.inf), length)
    return normal


def _blocks(small: NDArray[np.uint8]) -> NDArray[np.float32]:
    count = SMALL // _BLOCK
    cut = small.astype(np.float32).reshape(count, _BLOCK, count, _BLOCK)
    return cut.transpose(0, 2, 1, 3).reshape(count * count, _BLOCK * _BLOCK)


def _hash(luma: NDArray[np.float32]) -> NDArray[np.uint64]:
    low = cv2.dct(luma)[:_LOW, :_LOW].ravel()[1:]
    bits = np.zeros(128, bool)
    bits[: low.size] = low > 0
    return np.packbits(bits).view(np.uint64)


def _window(middle: NDArray[np.float32], x: float, y: float, share: float) -> NDArray[np.float32]:
    side = middle.shape[0]
    left, top, size = round(x * side), round(y * side), round(share * side)
    part = middle[top : top + size, left : left + size]
    return np.asarray(
        cv2.resize(part, (_WORK, _WORK), interpolation=cv2.INTER_AREA), dtype=np.float32
    )


def _without_border(luma: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without rows and columns at the edges that are all of one grey, up to two fifths a side."""
    height, width = luma.shape
    rows, columns = luma.std(axis=1) > _BORDER, luma.std(axis=0) > _BORDER
    top, bottom = _trimmed(rows, height)
    left, right = _trimmed(columns, width)
    return luma[top:bottom, left:right]


def _trimmed(told: NDArray[np.bool_], length: int) -> tuple[int, int]:
    places = np.flatnonzero(told)
    if not places.size:
        return 0, length
    most = round(length * _MOST_BORDER)
    return min(int(places[0]), most), max(int(places[-1]) + 1, length - most)
