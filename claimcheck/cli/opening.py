"""The library of a command."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.library.opening import DATABASE


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


def open_to_read(chosen: Namespace) -> Library:
    """The same for commands that only look: works beside the open app."""
    exists = (chosen.library / DATABASE).exists()
    return Library.open(chosen.library, read_only=exists)
