"""Pixels that lie in a file rather than in memory: nobody looks at all of a large picture at once.

The file lies among the platform's caches, has no name that anyone could find it by, and is gone
with the last one who reads it, also when the program is killed.
"""

from __future__ import annotations

import logging
import mmap
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

from claimcheck.imaging.pixels import RGB

log = logging.getLogger(__name__)

_PIECE = 256
"""Rows written at a time."""


class StoredPixels:
    """``(H, W, 3)`` uint8 sRGB in a file, of which a part is read by slices as of an array."""

    def __init__(self, shape: tuple[int, ...], folder: Path) -> None:
        """Black at first. ``OSError`` where there is no such file to be had."""
        self.shape = shape
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            # Not only made that long: a disk that is full has to be told now, not while painting.
            row = bytes(shape[1] * 3)
            for _ in range(shape[0]):
                file.write(row)
            file.flush()
            self._file = mmap.mmap(file.fileno(), 0)

    def __getitem__(self, part: tuple[slice, slice]) -> RGB:
        """A copy of some rows and columns (any thread)."""
        copy = np.array(self._all[part])
        self._let_go()
        return copy

    def __setitem__(self, part: tuple[slice, slice], rgb: RGB) -> None:
        self._all[part] = rgb
        self._let_go()

    @contextmanager
    def whole(self) -> Iterator[RGB]:
        """All of it as an array, for as long as the block lasts; read as it is needed."""
        yield self._all
        self._let_go()

    @property
    def _all(self) -> RGB:
        return np.frombuffer(self._file, np.uint8).reshape(self.shape)

    def _let_go(self) -> None:
        # Where there is no such call (Windows) the system takes the pages back when it needs them.
        with suppress(AttributeError, OSError):
            self._file.madvise(mmap.MADV_DONTNEED)


def empty(shape: tuple[int, ...], folder: Path) -> StoredPixels | None:
    """Room for pixels in a file in ``folder``; ``None`` where none can be written."""
    try:
        return StoredPixels(shape, folder)
    except OSError as error:
        log.info("pixels stay in memory: %s", error)
        return None


def stored(rgb: RGB, folder: Path) -> RGB | StoredPixels:
    """The same pixels in a file in ``folder``; as they are where none can be written."""
    made = empty(rgb.shape, folder)
    if made is None:
        return rgb
    for top in range(0, len(rgb), _PIECE):
        made[top : top + _PIECE, :] = rgb[top : top + _PIECE]
    return made
