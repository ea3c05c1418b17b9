"""Pixels that lie in a file rather than in memory: nobody looks at all of a large picture at once.

The file lies among the platform's caches, has no name that anyone could find it by, and is gone
with the last one who reads it, also when the program is killed.
"""

from __future__ import annotations

import logging
import mmap
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np

from claimcheck.imaging.pixels import RGB

log = logging.getLogger(__name__)

_PIECE = 256
"""Rows written at a time."""


class StoredPixels:
    """``(H, W, 3)`` uint8 sRGB in a file, of which a part is read by slices as of an array."""

    def __init__(self, file: mmap.mmap, shape: tuple[int, ...]) -> None:
        self._file, self.shape = file, shape

    def __getitem__(self, part: tuple[slice, slice]) -> RGB:
        """A copy of some rows and columns (any thread)."""
        copy = np.array(np.frombuffer(self._file, np.uint8).reshape(self.shape)[part])
        # Where there is no such call (Windows) the system takes the pages back when it needs them.
        with suppress(AttributeError, OSError):
            self._file.madvise(mmap.MADV_DONTNEED)
        return copy


def stored(rgb: RGB, folder: Path) -> RGB | StoredPixels:
    """The same pixels in a file in ``folder``; as they are where none can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            for top in range(0, len(rgb), _PIECE):
                file.write(np.ascontiguousarray(rgb[top : top + _PIECE]).data)
            file.flush()
            return StoredPixels(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), rgb.shape)
    except OSError as error:
        log.info("pixels stay in memory: %s", error)
        return rgb
