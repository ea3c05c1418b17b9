"""Whether two pictures are the same one, though cropped, resized, recompressed or written over.

A picture is hashed whole and in windows of 80 to 95 % of its sides, so that a crop of it looks
like one of its windows. Each hash is the signs of the low frequencies of the luma (a DCT hash:
Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010). What is near
by hash is then compared as small pictures, block by block, so that lettering laid over some of it
doesn't hide it, and so that another package in the same place isn't taken for it.
"""

from __future__ import annotations

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
_MIDDLE = 128.0  # of the grey levels: sums of squares stay exact
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
    small = whole[half]
    best_score, best_part = -1.0, other[other_half]
    for nearby in _NEARBY if share < 1.0 else (1.0,):
        side = max(SMALL, round(SMALL / (share * nearby)))
        enlarged = cv2.resize(other[other_half], (side, side), interpolation=cv2.INTER_LINEAR)
        left, right = _around(x * side, side)
        top, bottom = _around(y * side, side)
        field = enlarged[top : bottom + SMALL, left : right + SMALL]
        _low, score, _where, at = cv2.minMaxLoc(
            cv2.matchTemplate(field, small, cv2.TM_CCOEFF_NORMED)
        )
        if score > best_score:
            best_score, best_part = score, field[at[1] : at[1] + SMALL, at[0] : at[0] + SMALL]
    return _agreeing(small, np.asarray(best_part, np.uint8))


def _around(at: float, side: int) -> tuple[int, int]:
    most = side - SMALL
    return min(most, max(0, round(at) - _REACH)), min(most, max(0, round(at) + _REACH))


def _agreeing(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Share of the blocks with something in them whose print agrees, though off by a pixel.

    Correlations from sums over blocks, which OpenCV has ready; blocks of their own take six times
    as long.
    """
    ours = one.astype(np.float32) - _MIDDLE
    theirs = cv2.copyMakeBorder(other, 1, 1, 1, 1, cv2.BORDER_REPLICATE).astype(np.float32)
    theirs -= _MIDDLE
    our_mean = _block_means(ours)
    our_spread = np.sqrt(np.maximum(_block_means(ours * ours) - our_mean * our_mean, 0))
    means = _running_means(theirs)
    spreads = np.sqrt(np.maximum(_running_means(theirs * theirs) - means * means, 0))
    told = our_spread > _PLAIN
    best = np.zeros_like(our_mean)
    for down in range(3):
        for across in range(3):
            part = slice(down, down + SMALL, _BLOCK), slice(across, across + SMALL, _BLOCK)
            shifted = theirs[down : down + SMALL, across : across + SMALL]
            spread = spreads[part]
            told |= spread > _PLAIN
            common = _block_means(ours * shifted) - our_mean * means[part]
            is_plain = np.minimum(our_spread, spread) <= _PLAIN
            best = np.maximum(best, common / np.where(is_plain, np.inf, our_spread * spread))
    if told.sum() < 6:
        return 0.0  # two plain pictures are alike, and not the same
    return float((best[told] > _AGREES).mean())


def _block_means(small: NDArray[np.float32]) -> NDArray[np.float32]:
    count = SMALL // _BLOCK
    return np.asarray(cv2.resize(small, (count, count), interpolation=cv2.INTER_AREA), np.float32)


def _running_means(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of the block that begins at each pixel."""
    means = cv2.boxFilter(picture, -1, (_BLOCK, _BLOCK), anchor=(0, 0))
    return np.asarray(means, np.float32)


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
