"""Bounded work: past the deadline, reading goes on with what it has.

Counted is the processor's time of the thread, since a busy machine makes no page harder to read.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_CHECK_EVERY = 64


class Deadline:
    """After so many seconds loops over a page stop early; ``missed`` tells that one did.

    For the thread that made it.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.thread_time() + seconds
        self.missed = False

    def passed(self) -> bool:
        """Whether the time is up."""
        if time.thread_time() > self._end:
            self.missed = True
        return self.missed

    def within(self, items: Iterable[T]) -> Iterator[T]:
        """The items, until the time is up."""
        for count, item in enumerate(items):
            if count % _CHECK_EVERY == 0 and self.passed():
                return
            yield item
