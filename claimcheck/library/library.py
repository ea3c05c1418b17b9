"""The library: reviews in one database, originals beside it, one writer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import filelock
from sqlite_utils import Database

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import trash
from claimcheck.library.check import Progress, check_library
from claimcheck.library.finding import read_evidence
from claimcheck.library.fingerprints import read_fingerprints, write_fingerprints
from claimcheck.library.opening import DATABASE, open_to_read, open_to_write
from claimcheck.library.originals import Originals
from claimcheck.library.reading import (
    read_exports,
    read_exports_like,
    read_history,
    read_review,
    read_summaries,
)
from claimcheck.library.records import CheckReport, ExportRecord, ReviewSummary
from claimcheck.library.sqlite_errors import database_errors_told
from claimcheck.library.values import to_plain
from claimcheck.library.writing import utc, write_history, write_review
from claimcheck.model.history import History
from claimcheck.model.review import Evidence, Review


def _silent(_done: int, _total: int, _what: str) -> None:
    """Nobody wants to know."""


class Library:
    """One open library. Used from the thread that opened it, but for ``originals``.

    Whatever fails in the user's world (a full disk, a folder that is gone, a damaged database)
    raises ``KnownError`` and leaves the library as it was before the call.
    """

    def __init__(self, folder: Path, db: Database, lock: filelock.BaseFileLock | None) -> None:
        """Use ``Library.open``."""
        self.folder = folder
        self.read_only = lock is None
        self.originals = Originals(folder / "originals", read_only=self.read_only)
        self._db = db
        self._lock = lock

    @staticmethod
    def open(folder: Path, read_only: bool = False) -> Library:
        """Open the library in ``folder``; for writing it is made when there is none.

        Raises ``KnownError``: LIBRARY_BUSY (somebody else writes; reading is possible),
        FOLDER_READ_ONLY (reading is possible), LIBRARY_TOO_NEW, LIBRARY_DAMAGED, NOT_A_LIBRARY,
        FOLDER_MISSING, DISK_FULL, WRITE_FAILED.
        """
        folder = Path(os.path.abspath(folder))  # noqa: PTH100 - keeps links, the folder may not exist
        if read_only:
            return Library(folder, open_to_read(folder), None)
        db, lock = open_to_write(folder)
        library = Library(folder, db, lock)
        library.originals.clear_incoming()
        return library

    def close(self) -> None:
        """Let others write."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def summaries(self, search: str = "", trashed: bool = False) -> tuple[ReviewSummary, ...]:
        """The reviews in which every word of ``search`` begins a word, newest first.

        Looks at product, brand, GTIN, category, sellers, promoters, claims with their reasoning,
        and notes; case and accents don't count.
        """
        with database_errors_told(self.folder):
            return read_summaries(self._db, search, trashed)

    def load(self, review_id: str) -> Review:
        """A review, in the trash or not; ``KnownError`` REVIEW_UNKNOWN when there is none."""
        with database_errors_told(self.folder):
            review = read_review(self._db, review_id)
        if review is None:
            raise KnownError(ErrorKind.REVIEW_UNKNOWN, id=review_id)
        return review

    def evidence(self, id_start: str = "") -> tuple[tuple[str, Evidence], ...]:
        """Evidence whose id begins so, of all reviews outside the trash, with its review's id."""
        with database_errors_told(self.folder):
            return read_evidence(self._db, id_start)

    def fingerprints(self, version: int) -> dict[str, bytes]:
        """What pictures look like, by the SHA-256 of their originals."""
        with database_errors_told(self.folder):
            return read_fingerprints(self._db, version)

    def keep_fingerprints(self, version: int, hashes: Mapping[str, bytes]) -> None:
        """Keep what pictures look like, so that they are found again."""
        if hashes:
            with self._writing() as db:
                write_fingerprints(db, version, hashes)

    def load_history(self, review_id: str) -> History:
        """What undo steps through for this review; empty when nothing was recorded."""
        with database_errors_told(self.folder):
            return read_history(self._db, review_id)

    def save(self, review: Review, history: History | None = None) -> None:
        """Make the library hold ``review``, and ``history`` if given, in one transaction.

        Only what differs is written. When this returns, it is on the disk.
        """
        with self._writing() as db:
            write_review(db, review)
            if history is not None:
                write_history(db, review.id, history)

    def trash(self, review_id: str) -> None:
        """Put a review in the trash; REVIEW_UNKNOWN when there is none."""
        self._set_trashed(review_id, utc(datetime.now(UTC)))

    def restore(self, review_id: str) -> None:
        """Take a review out of the trash; REVIEW_UNKNOWN when there is none."""
        self._set_trashed(review_id, None)

    def empty_trash(self) -> int:
        """Delete what is in the trash for good, with the originals that nothing else needs.

        Gives the number of reviews deleted. Rows go first: a crash in between leaves files that
        nothing names, never rows without their file; the next emptying takes those.
        """
        with self._writing() as db:
            before = trash.trashed_originals(db)
            count = trash.delete_trashed(db)
        trash.sweep_originals(self._db, self.originals, before)
        return count

    def setting(self, name: str, default: str = "") -> str:
        """A value that belongs to this library, not to this computer."""
        with database_errors_told(self.folder):
            sql = "SELECT value FROM settings WHERE name = ?"
            row = self._db.execute(sql, [name]).fetchone()
        return str(row[0]) if row else default

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value for ``setting``."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])

    def record_exports(self, records: Iterable[ExportRecord]) -> None:
        """Keep that files left the app, all or none; their reviews must be saved already."""
        with self._writing() as db:
            for record in records:
                row = to_plain(record) | {"made_at": utc(record.made_at)}
                names = ", ".join(row)
                places = ", ".join(f":{name}" for name in row)
                db.execute(f"INSERT INTO exports ({names}) VALUES ({places})", row)

    def exports(self, review_id: str) -> tuple[ExportRecord, ...]:
        """The files made from a review, newest first."""
        with database_errors_told(self.folder):
            return read_exports(self._db, review_id)

    def find_export(self, text: str) -> ExportRecord:
        """The export with this id or SHA-256, or the only one whose id begins so; else
        EXPORT_UNKNOWN.
        """
        with database_errors_told(self.folder):
            found = read_exports_like(self._db, text.strip().lower())
        if len(found) != 1:
            raise KnownError(ErrorKind.EXPORT_UNKNOWN, id=text)
        return found[0]

    def check(self, progress: Progress = _silent) -> CheckReport:
        """Verify the database, and every original against its hash; changes nothing."""
        return check_library(self._db, self.originals, progress)

    def _set_trashed(self, review_id: str, moment: str | None) -> None:
        with self._writing() as db:
            sql = "UPDATE reviews SET trashed_at = ? WHERE id = ?"
            if not db.execute(sql, [moment, review_id]).rowcount:
                raise KnownError(ErrorKind.REVIEW_UNKNOWN, id=review_id)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """One transaction; all of it or nothing."""
        if self.read_only:
            raise KnownError(ErrorKind.LIBRARY_READ_ONLY, self.folder)
        if not (self.folder / DATABASE).is_file():
            # Writing to a deleted file would succeed, and be lost.
            raise KnownError(ErrorKind.FOLDER_MISSING, self.folder)
        with database_errors_told(self.folder), self._db.atomic():
            yield self._db
