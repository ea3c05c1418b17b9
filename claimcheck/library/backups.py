"""Copies of the database in the folder ``backups``: one a day, and one before each migration."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from claimcheck.errors import KnownError
from claimcheck.library.atomic import sync_folder, write_errors_told
from claimcheck.library.sqlite_errors import database_errors_told

KEPT = 5
_DAILY = re.compile(r"claimcheck-\d{4}-\d\d-\d\d\.db")

log = logging.getLogger(__name__)


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the open database to ``path``, whole or not at all; ``KnownError`` when it can't."""
    part = path.with_suffix(".part")
    with write_errors_told(path), database_errors_told(path.parent):
        path.parent.mkdir(exist_ok=True)
        try:
            part.unlink(missing_ok=True)
            with closing(sqlite3.connect(part)) as copy:
                connection.backup(copy)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        sync_folder(path.parent)


def back_up_daily(connection: sqlite3.Connection, folder: Path, today: date) -> None:
    """The day's first copy, and away with the oldest; a failure is only logged.

    A full disk must not keep anyone from opening the library.
    """
    path = folder / f"claimcheck-{today.isoformat()}.db"
    if path.exists():
        return
    try:
        back_up(connection, path)
        daily = sorted(file for file in folder.iterdir() if _DAILY.fullmatch(file.name))
        for old in daily[:-KEPT]:
            old.unlink()
    except (KnownError, OSError) as error:
        log.warning("no daily backup: %s", error)
