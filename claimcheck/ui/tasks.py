"""Work off the GUI thread: a small pool for pixels, one thread for the database.

Results, errors and progress come back on the GUI thread. A callback that belongs to a widget
which is gone by then is dropped.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from claimcheck.errors import Cancelled
from claimcheck.workflow.progress import Progress

T = TypeVar("T")
log = logging.getLogger(__name__)

PIXEL_WORKERS = 2
_PROGRESS_EVERY_S = 0.05


class Task(Generic[T]):
    """One piece of work under way."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self.finished = False

    def cancel(self) -> None:
        """Ask it to stop at its next step; neither ``done`` nor ``failed`` will be called."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone asked it to stop."""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """Work, and whom to tell how it went."""

    work: Callable[[], T]
    task: Task[T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None] | None
    finished: Callable[[], None] | None


class TaskRunner(QObject):
    """Runs functions elsewhere and calls back here."""

    broke = Signal(object)
    """An exception that nobody handles: a bug, or a failure without a ``failed`` callback."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pixels = ThreadPoolExecutor(PIXEL_WORKERS, thread_name_prefix="pixels")
        self._database = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._arrived.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
        self._open = True

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
        finished: Callable[[], None] | None = None,
    ) -> Task[T]:
        """Run ``work`` in the pixel pool; ``finished`` is called last whatever happened."""
        task: Task[T] = Task()
        report = self._reporter(task, progress)
        self._submit(self._pixels, _Job(lambda: work(report), task, done, failed, finished))
        return task

    def on_database(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[T]:
        """Run ``work`` on the one thread that owns the database, in the order of the calls."""
        task: Task[T] = Task()
        self._submit(self._database, _Job(work, task, done or _ignore, failed, None))
        return task

    def wait_for_database(self, work: Callable[[], T]) -> T:
        """Run ``work`` on the database thread and wait: for starting and closing only."""
        return self._database.submit(work).result()

    def close(self) -> None:
        """Finish what is queued for the database, drop what is queued for pixels; call nobody."""
        self._open = False
        self._pixels.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)

    def _submit(self, pool: ThreadPoolExecutor, job: _Job[T]) -> None:
        if not self._open:
            return

        def land(future: Future[T]) -> None:
            if not future.cancelled() and shiboken6.isValid(self):
                self._arrived.emit(lambda: self._deliver(future, job))

        def unless_cancelled() -> T:
            if job.task.cancelled:
                raise Cancelled
            return job.work()

        pool.submit(unless_cancelled).add_done_callback(land)

    def _deliver(self, future: Future[T], job: _Job[T]) -> None:
        job.task.finished = True
        if not self._open:  # whoever asked is going
            return
        error = future.exception()
        if not job.task.cancelled:
            if error is None:
                _call_if_alive(job.done, future.result())
            elif isinstance(error, Exception) and not isinstance(error, Cancelled):
                self._fail(error, job.failed)
        if job.finished is not None:
            _call_if_alive(job.finished)

    def _fail(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if failed is not None:
            _call_if_alive(failed, error)
        else:
            self.broke.emit(error)

    def _reporter(
        self, task: Task[T], progress: Callable[[int, int, str], None] | None
    ) -> Progress:
        last = 0.0

        def report(done: int, total: int, what: str) -> None:
            nonlocal last
            if task.cancelled:
                raise Cancelled
            now = time.monotonic()
            if progress is None or (now - last < _PROGRESS_EVERY_S and 0 < done < total):
                return
            last = now
            if shiboken6.isValid(self):
                self._arrived.emit(lambda: _call_if_alive(progress, done, total, what))

        return report


def _ignore(_: object) -> None:
    pass


def _call_if_alive(callback: Callable[..., None], *arguments: Any) -> None:
    owner = getattr(getattr(callback, "func", callback), "__self__", None)  # func: of a partial
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    callback(*arguments)
