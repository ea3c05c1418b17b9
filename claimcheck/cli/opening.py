"""The library of a command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.library.opening import BACKUPS, DATABASE


def open_to_write(chosen: Namespace) -> Library:
    """The library that the user chose; it is made when there is none."""
    return Library.open(chosen.library)


def open_to_export(chosen: Namespace) -> Library:
    """To write, so that exports go on record; where that can't be, to read."""
    try:
        return open_to_write(chosen)
    except KnownError as error:
        if error.kind not in {ErrorKind.LIBRARY_BUSY, ErrorKind.FOLDER_READ_ONLY}:
            raise
        return Library.open(chosen.library, read_only=True)


@contextmanager
def open_to_read(chosen: Namespace) -> Iterator[Library]:
    """The same for commands that only look: works beside the open app, and makes nothing.

    Where there is no library yet it is an empty one, in a temporary folder of its own.
    """
    folder = chosen.library
    if (folder / DATABASE).exists() or (folder / BACKUPS).exists() or folder.is_file():
        with Library.open(folder, read_only=True) as library:
            yield library
        return
    with TemporaryDirectory(prefix="claimcheck-") as empty, Library.open(Path(empty)) as library:
        yield library
