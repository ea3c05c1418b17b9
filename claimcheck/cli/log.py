"""Warnings and bugs go to a file in the cache folder; the terminal stays for results."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.paths import cache_folder


class _QuietFileHandler(logging.handlers.RotatingFileHandler):
    """A log that can't be written is no reason to print a traceback about logging."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let it go."""


def log_file() -> Path:
    """Where the log is, once there is something in it."""
    return cache_folder() / "claimcheck.log"


@contextmanager
def logging_to_file() -> Iterator[None]:
    """While the block lasts, what is logged goes to the log file; never a reason to fail."""
    handler: logging.Handler = logging.NullHandler()
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = _QuietFileHandler(
            log_file(), maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
        )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
