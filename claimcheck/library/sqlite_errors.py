"""What SQLite says, in the user's terms."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import ErrorKind, KnownError

_KINDS = {
    sqlite3.SQLITE_FULL: ErrorKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: ErrorKind.FOLDER_READ_ONLY,
    sqlite3.SQLITE_BUSY: ErrorKind.LIBRARY_BUSY,
    sqlite3.SQLITE_CORRUPT: ErrorKind.LIBRARY_DAMAGED,
    sqlite3.SQLITE_NOTADB: ErrorKind.LIBRARY_DAMAGED,
    sqlite3.SQLITE_IOERR: ErrorKind.WRITE_FAILED,
    sqlite3.SQLITE_CANTOPEN: ErrorKind.WRITE_FAILED,
    sqlite3.SQLITE_PERM: ErrorKind.FOLDER_READ_ONLY,
}


@contextmanager
def database_errors_told(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors about the world into the user's; its errors about us stay bugs."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = database_error(error, folder)
        if told is None:
            raise
        raise told from error


def database_error(error: sqlite3.DatabaseError, folder: Path) -> KnownError | None:
    """The user's error, or ``None`` when it is our mistake (bad SQL, a broken constraint)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest only says where it happened
    kind = _KINDS.get(code)
    if kind is None:
        return None
    if not folder.is_dir() or error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DBMOVED:
        kind = ErrorKind.FOLDER_MISSING
    return KnownError(kind, folder, reason=str(error))
