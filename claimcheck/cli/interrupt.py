"""Ctrl-C. Qt crashes when Python's own interrupt comes up in the middle of it, so it is asked for
at places where stopping is safe: between the steps that report their progress.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from claimcheck.errors import Cancelled

_asked: list[bool] = []


@contextmanager
def stopping_between_steps() -> Iterator[None]:
    """While the block lasts, Ctrl-C makes the next ``progress`` raise; a second one kills."""
    _asked.clear()
    before = signal.signal(signal.SIGINT, _ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if _asked:  # too late to stop, but a loop around the command is to end
        raise Cancelled


def progress(_done: int, _total: int, _what: str) -> None:
    """The progress of a command; ``Cancelled`` when the user wants it to stop."""
    if _asked:
        raise Cancelled


def _ask(_number: int, _frame: FrameType | None) -> None:
    _asked.append(True)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
