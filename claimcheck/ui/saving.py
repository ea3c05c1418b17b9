"""Brings what the user did into the database: soon, in order, and again when that fails.

What could not be written yet is kept by review, so that going on to another review, or the
disk being full for an hour, loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from claimcheck.model.history import History
from claimcheck.model.review import Review
from claimcheck.ui.document import Document
from claimcheck.ui.tasks import TaskRunner

SAVE_AFTER_MS = 150
"""Long enough to gather a burst, short enough that a crash costs less than a second."""
RETRY_AFTER_MS = 3000


class Version(NamedTuple):
    """A review and the way it came about."""

    review: Review
    history: History


class Saving(QObject):
    """Follows the document in view; ``write`` is called on the database thread."""

    changed = Signal(bool)
    """Whether everything the user did is in the database."""
    written = Signal()
    failed = Signal(object)
    """An exception; told once, although it is tried again until it works."""
    recovered = Signal(object)
    """What ``failed`` told is over."""

    def __init__(
        self,
        document: Document,
        tasks: TaskRunner,
        write: Callable[[Review, History], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._tasks, self._write = document, tasks, write
        self._changed = False
        """Whether the review in view differs from its latest version here and in the library."""
        self._waiting: dict[str, Version] = {}
        self._under_way = 0
        self._error: Exception | None = None
        self._saved = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)

    @property
    def saved(self) -> bool:
        """Whether everything the user did is in the database."""
        return self._saved

    def waiting(self, review_id: str) -> Version | None:
        """The version of a review that is newer than the library's, if there is one."""
        return self._waiting.get(review_id)

    def mark(self) -> None:
        """The review in view has changed: write it when the burst is over."""
        self._changed = True
        self._tell()
        if not self._timer.isActive() and not self._under_way:
            self._timer.start(SAVE_AFTER_MS)

    def put(self, version: Version) -> None:
        """Write a review that is not in view."""
        self._waiting[version.review.id] = version
        self.now()

    def now(self) -> None:
        """Queue what is not written yet, without waiting for an idle moment."""
        self._gather()
        if not self._waiting:
            return
        self._timer.stop()
        self._under_way += 1
        versions = tuple(self._waiting.values())
        self._tasks.on_database(
            lambda: self._write_all(versions), lambda _: self._on_written(versions), self._on_failed
        )

    def finish(self) -> Exception | None:
        """Write everything and wait for it; what went wrong, if something did."""
        self._gather()
        versions = tuple(self._waiting.values())
        if not versions:
            return None
        self._timer.stop()
        try:
            self._tasks.wait_for_database(lambda: self._write_all(versions))
        except Exception as error:  # whatever it is, the user must know
            self._timer.start(RETRY_AFTER_MS)
            return error
        self._forget(versions)
        return None

    def stop(self) -> None:
        """Try no more: nothing can be written from now on."""
        self._timer.stop()

    def _gather(self) -> None:
        if self._changed and self._document.is_open:
            review = self._document.review
            self._waiting[review.id] = Version(review, self._document.history())
        self._changed = False
        self._tell()

    def _write_all(self, versions: tuple[Version, ...]) -> None:
        for version in versions:
            self._write(*version)

    def _forget(self, versions: tuple[Version, ...]) -> None:
        for version in versions:
            if self._waiting.get(version.review.id) is version:
                del self._waiting[version.review.id]
        error, self._error = self._error, None
        if error is not None:
            self.recovered.emit(error)
        self._tell()

    def _on_written(self, versions: tuple[Version, ...]) -> None:
        self._under_way -= 1
        self._forget(versions)
        if not self._saved:
            self._timer.start(SAVE_AFTER_MS)
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        self._timer.start(RETRY_AFTER_MS)
        before, self._error = self._error, error
        if str(error) != str(before):
            if before is not None:
                self.recovered.emit(before)
            self.failed.emit(error)

    def _tell(self) -> None:
        saved = not self._changed and not self._waiting
        if saved != self._saved:
            self._saved = saved
            self.changed.emit(saved)
