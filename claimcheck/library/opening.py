"""Opening a library's database: whose it is, how new it is, who else has it open."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import filelock
from sqlite_utils import Database

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import write_errors_told
from claimcheck.library.backups import back_up, back_up_daily
from claimcheck.library.schema import APPLICATION_ID, MIGRATIONS
from claimcheck.library.sqlite_errors import database_errors_told

DATABASE = "claimcheck.db"
LOCK = "claimcheck.lock"
BACKUPS = "backups"
_BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"


def open_to_write(folder: Path) -> tuple[Database, filelock.BaseFileLock]:
    """Open or create; the caller closes the database, then releases the lock.

    Raises ``KnownError``: LIBRARY_BUSY, LIBRARY_TOO_NEW, LIBRARY_DAMAGED, NOT_A_LIBRARY,
    FOLDER_READ_ONLY, DISK_FULL or WRITE_FAILED.
    """
    if folder.exists() and not folder.is_dir():
        raise KnownError(ErrorKind.NOT_A_LIBRARY, folder)
    with write_errors_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undo:
        lock = _take_lock(folder)
        undo.callback(lock.release)
        path = folder / DATABASE
        _refuse_foreign_file(path)
        with database_errors_told(folder):
            db = Database(sqlite3.connect(path, timeout=_BUSY_SECONDS), execute_plugins=False)
            undo.callback(db.close)
            _refuse_foreign_database(db, folder)
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA synchronous = FULL")
            _migrate(db, folder)
            db.execute("PRAGMA foreign_keys = ON")
            if db.execute("SELECT count(*) FROM reviews").fetchone()[0]:
                back_up_daily(db.conn, folder / BACKUPS, datetime.now().astimezone().date())
        undo.pop_all()
        return db, lock


def open_to_read(folder: Path) -> Database:
    """Open beside whoever writes; nothing is written, whatever the caller does.

    Raises ``KnownError``: NOT_A_LIBRARY, LIBRARY_TOO_NEW, LIBRARY_DAMAGED, LIBRARY_BUSY.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise KnownError(ErrorKind.NOT_A_LIBRARY, folder)
    _refuse_foreign_file(path)
    with ExitStack() as undo, database_errors_told(folder):
        db = _connect_to_read(path)
        undo.callback(db.close)
        _refuse_foreign_database(db, folder)
        if MIGRATIONS.pending(db):
            db = _migrated_in_memory(db)
            undo.callback(db.close)
        db.execute("PRAGMA query_only = ON")
        undo.pop_all()
        return db


def _connect_to_read(path: Path) -> Database:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    db = Database(
        sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS),
        execute_plugins=False,
        recursive_triggers=False,
    )
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode not in {
            sqlite3.SQLITE_READONLY_ROLLBACK,
            sqlite3.SQLITE_CANTOPEN,
        }:
            raise
        # A crashed writer left a transaction that must be rolled back first, which takes writing.
        open_db, lock = open_to_write(path.parent)
        open_db.close()
        lock.release()
        return _connect_to_read(path)
    return db


def _migrated_in_memory(db: Database) -> Database:
    """An older library, read-only: the file must stay as it is, so migrate a copy."""
    copy = sqlite3.connect(":memory:")
    db.conn.backup(copy)
    db.close()
    migrated = Database(copy, execute_plugins=False)
    MIGRATIONS.apply(migrated)
    return migrated


def _take_lock(folder: Path) -> filelock.BaseFileLock:
    lock = filelock.FileLock(folder / LOCK, timeout=0, thread_local=False)
    with write_errors_told(folder):
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise KnownError(ErrorKind.LIBRARY_BUSY, folder) from error
    return lock


def _refuse_foreign_file(path: Path) -> None:
    """What isn't SQLite is either somebody else's, or was a library once."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        start = b""
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
    if start == _MAGIC:
        return
    backups = path.parent / BACKUPS
    if backups.is_dir() and any(backups.iterdir()):
        reason = "it is not a database any more" if start else "its database is gone"
        raise KnownError(ErrorKind.LIBRARY_DAMAGED, path.parent, reason=reason)
    if start:  # empty without backups: new, or a crash in the first moment of a new library
        raise KnownError(ErrorKind.NOT_A_LIBRARY, path.parent)


def _refuse_foreign_database(db: Database, folder: Path) -> None:
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    tables = set(db.table_names()) - {MIGRATIONS.migrations_table}
    is_new = application_id == 0 and not tables
    if application_id != APPLICATION_ID and not is_new:
        raise KnownError(ErrorKind.NOT_A_LIBRARY, folder)
    with Database(memory=True) as empty:
        known = {migration.name for migration in MIGRATIONS.pending(empty)}
    if any(migration.name not in known for migration in MIGRATIONS.applied(db)):
        raise KnownError(ErrorKind.LIBRARY_TOO_NEW, folder)


def _migrate(db: Database, folder: Path) -> None:
    """Bring the tables up to date; an existing library is copied into ``backups`` first."""
    pending = MIGRATIONS.pending(db)
    if not pending:
        return
    if MIGRATIONS.applied(db):
        back_up(db.conn, folder / BACKUPS / f"claimcheck-before-{pending[0].name}.db")
    db.execute("PRAGMA foreign_keys = OFF")  # tables can't be rebuilt with them on
    MIGRATIONS.apply(db)
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise KnownError(ErrorKind.LIBRARY_DAMAGED, folder, reason="rows without their review")
