"""The library of a command."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.library import Library
from claimcheck.library.opening import DATABASE


def open_to_write(chosen: Namespace) -> Library:
    """The library that the user chose; it is made when there is none."""
    return Library.open(chosen.library)


def open_to_read(chosen: Namespace) -> Library:
    """The same for commands that only look: works beside the open app."""
    exists = (chosen.library / DATABASE).exists()
    return Library.open(chosen.library, read_only=exists)
