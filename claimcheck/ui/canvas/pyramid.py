"""A picture at several sizes, so that a view never scales more pixels than it shows.

Pure arrays; any thread may build one. Level 0 is the largest; each next one has half its sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from claimcheck.imaging.files.stored import StoredPixels, stored
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize

TILE_PX = 512
SMALLEST_PX = 256
STORED_FROM = 16 << 20
"""Bytes: a level that is larger lies in a file."""


@dataclass(frozen=True, slots=True)
class Pyramid:
    """Levels of one picture, ``(H, W, 3)`` uint8 sRGB each, and the size of the original."""

    levels: tuple[RGB | StoredPixels, ...]
    full_size: tuple[int, int]

    @property
    def scale(self) -> float:
        """Pixels of the largest level per pixel of the original: below 1 for a reduced decode."""
        return self.level_scale(0)

    @property
    def is_full(self) -> bool:
        """Whether the largest level has every pixel of the original."""
        return self.level_size(0) == self.full_size

    @property
    def smallest(self) -> RGB:
        """All of the picture on at most ``SMALLEST_PX``."""
        return self.levels[-1][:, :]

    def level_size(self, level: int) -> tuple[int, int]:
        """Width and height of a level."""
        height, width, _ = self.levels[level].shape
        return width, height

    def level_scale(self, level: int) -> float:
        """Pixels of a level per pixel of the original, along the longer side."""
        return max(self.level_size(level)) / max(self.full_size)

    def level_for(self, scale: float) -> int:
        """The smallest level that still has a pixel for each pixel at ``scale``."""
        fine = [i for i in range(len(self.levels)) if self.level_scale(i) >= scale * 0.999]
        return fine[-1] if fine else 0

    def tile(self, level: int, column: int, row: int, border: int = 0) -> RGB:
        """The pixels of one tile with ``border`` more on each side where the picture goes on."""
        rows, columns = self.tile_span(level, column, row, border)
        return self.levels[level][rows, columns]

    def tile_span(self, level: int, column: int, row: int, border: int = 0) -> tuple[slice, slice]:
        """Rows and columns of a tile within its level."""
        width, height = self.level_size(level)
        left, top = column * TILE_PX, row * TILE_PX
        return (
            slice(max(0, top - border), min(height, top + TILE_PX + border)),
            slice(max(0, left - border), min(width, left + TILE_PX + border)),
        )

    def tiles_in(
        self, level: int, left: float, top: float, right: float, bottom: float
    ) -> Iterator[tuple[int, int]]:
        """Columns and rows of the tiles that cover a part of the level, in the level's pixels."""
        width, height = self.level_size(level)
        first_column, last_column = _tiles_between(left, right, width)
        first_row, last_row = _tiles_between(top, bottom, height)
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                yield column, row


def build_pyramid(
    pixels: RGB | StoredPixels, full_size: tuple[int, int], folder: Path | None = None
) -> Pyramid:
    """All levels of ``pixels``, maybe a reduced decode of a picture of ``full_size``.

    With a ``folder`` large levels are put into files there, that have no names.
    """
    levels: list[RGB | StoredPixels] = []
    while True:
        height, width = pixels.shape[:2]
        large = 3 * height * width > STORED_FROM
        if folder is not None and large and not isinstance(pixels, StoredPixels):
            levels.append(stored(pixels, folder))
        else:
            levels.append(pixels)
        if max(height, width) <= SMALLEST_PX:
            return Pyramid(tuple(levels), full_size)
        with pixels.whole() if isinstance(pixels, StoredPixels) else nullcontext(pixels) as rgb:
            pixels = resize(rgb, max(1, (width + 1) // 2), max(1, (height + 1) // 2))


def _tiles_between(low: float, high: float, length: int) -> tuple[int, int]:
    last = (length - 1) // TILE_PX
    if high <= 0 or low >= length:
        return 0, -1
    return max(0, int(low // TILE_PX)), min(last, int(high // TILE_PX))
