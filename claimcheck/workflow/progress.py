"""How a use case tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""``progress(done, total, what)``: ``what`` is being done now. It may raise ``Cancelled``."""


def silent(_done: int, _total: int, _what: str) -> None:
    """For callers whom nobody watches."""
