"""Folders on their way in: what they hold that claimcheck can use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_KINDS = "jpg jpeg jpe mpo png webp avif heic heif hif tif tiff gif bmp"
PICTURE_SUFFIXES = frozenset(f".{kind}" for kind in _KINDS.split(" "))
FILES_AT_MOST = 1000


def unfolded(paths: Iterable[Path]) -> list[Path]:
    """``paths`` with each folder replaced by the pictures in it and its subfolders, by name.

    Hidden files and folders are left out. A folder without pictures stays, so that whoever takes
    it in can say what is wrong with it; after ``FILES_AT_MOST`` no more are looked for.
    """
    found: list[Path] = []
    for path in paths:
        inside = _pictures(path) if path.is_dir() else []
        found += inside or [path]
    return found[:FILES_AT_MOST]


def _pictures(folder: Path) -> list[Path]:
    found: list[Path] = []
    for at, folders, names in os.walk(folder):  # doesn't follow links, so it ends
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(at, name)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in PICTURE_SUFFIXES
        ]
        if len(found) >= FILES_AT_MOST:
            break
    return found[:FILES_AT_MOST]
