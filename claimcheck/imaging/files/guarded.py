"""Looking at files that nobody has checked in processes that can be killed.

Decoders are C libraries that meet what anyone put on the web. A file that makes one hang, eat
memory or crash costs a process of ours and becomes one ``KnownError``; the app lives on. Work and
memory are limited (where the system can: not on Windows). The processes are Pebble's.

What is limited is the processor's time, since the clock also runs while others have the processor:
by the clock, a sound photo would be stopped on a machine that is busy enough. A decoder that waits
for ever takes none of the processor; it is stopped when it did nothing at all for as long. One that
lets no other thread of Python on while it waits can't be watched by any; an alarm that is put off
at each look ends it.
"""

from __future__ import annotations

import atexit
import ctypes
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.examine import Examined, examine

T = TypeVar("T")
log = logging.getLogger(__name__)

PROCESSES = 2
SECONDS_AT_MOST = 5.0
"""Of the processor. The hardest sound pictures take half of it."""
SECONDS_A_MEGABYTE = 0.05
"""On top, for files that are large: a 200-megapixel PNG takes its time."""
_BY_THE_CLOCK = 120.0
"""Seconds after which it is over in any case."""
_LOOKS = 5  # at whether it does anything, within the time that it has
_STILL_S = 0.001
"""Of the processor; who takes less between two looks does nothing. A busy machine gives more."""
_PATIENCE = 4.0
"""Times as long by the clock as it has of the processor: so long one may keep Python locked.
Others may have the processor, which the load of the last minute does not tell at once."""
_TOOK_TOO_LONG = 75  # exit code, as EX_TEMPFAIL
MEMORY_AT_MOST = 3 << 30
"""Bytes of address space a process: the largest picture that is let in, decoded and converted."""
_M_TRIM_THRESHOLD = -1  # of malloc.h
_KEPT_FOR_THE_NEXT = 16 << 20
"""Bytes that a process keeps between two pictures, lest each of them is given new memory."""
_PICTURES_A_PROCESS = 500  # then a new one takes its place, should a decoder have leaked

_lock = threading.Lock()
_pool: ProcessPool | None = None


class Guarded(Generic[T]):
    """Work on one file under way in another process."""

    def __init__(self, future: Future[T], called: Path) -> None:
        self._future, self._called = future, called

    def result(self) -> T:
        """Wait for it. ``KnownError`` as the work raises, FILE_SLOW for a file that took a decoder
        too long, PICTURE_DAMAGED for one that crashed it, MEMORY_FULL for one that asked for too
        much.
        """
        try:
            return self._future.result()
        except TimeoutError as error:
            log.warning("%s held a decoder up", self._called)
            raise KnownError(ErrorKind.FILE_SLOW, self._called) from error
        except ProcessExpired as error:
            log.warning("%s broke a decoder: %r", self._called, error)
            kind = ErrorKind.FILE_SLOW if _out_of_time(error) else ErrorKind.PICTURE_DAMAGED
            raise KnownError(kind, self._called) from error
        except MemoryError as error:
            raise KnownError(ErrorKind.MEMORY_FULL, self._called) from error

    def cancel(self) -> None:
        """Nobody waits for it any more; its process is stopped when it is at work."""
        self._future.cancel()


def examination(file: Path | bytes, called: Path) -> Guarded[Examined]:
    """Begin to ``examine`` a file, or bytes, in another process; ``called`` names it in errors."""
    size = len(file) if isinstance(file, bytes) else _size(file)
    seconds = SECONDS_AT_MOST + SECONDS_A_MEGABYTE * size / 1e6
    return guarded(examine, (file, called), called, seconds)


def guarded(
    work: Callable[..., T], arguments: tuple[object, ...], called: Path, seconds: float
) -> Guarded[T]:
    """Begin any ``work`` that a module has by name, with arguments and result that pickle.

    It may take so many ``seconds`` of the processor.
    """
    work_of_it = (work, arguments, seconds)
    return Guarded(_running().schedule(_limited, work_of_it, timeout=_BY_THE_CLOCK), called)


def _limited(work: Callable[..., T], arguments: tuple[object, ...], seconds: float) -> T:
    """Do the work; this process ends when it took too much of the processor, or hangs."""
    done = threading.Event()
    threading.Thread(target=_watch, args=(done, seconds), daemon=True).start()
    if hasattr(signal, "setitimer"):
        # Kills without any Python, which a decoder may keep from running; Windows has no such call.
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, _patience(seconds))
    try:
        return work(*arguments)
    finally:
        done.set()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)


def _watch(done: threading.Event, seconds: float) -> None:
    start = before = time.process_time()
    still = 0
    while not done.wait(seconds / _LOOKS):
        now = time.process_time()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _patience(seconds))
            if done.is_set():  # only just: there is nothing left to put an end to
                signal.setitimer(signal.ITIMER_REAL, 0)
        still = still + 1 if now - before < _STILL_S else 0
        before = now
        if still == _LOOKS or now - start > seconds:
            os._exit(_TOOK_TOO_LONG)


def _patience(seconds: float) -> float:
    """How long by the clock Python may be locked: as long as a busy machine takes for ``seconds``.

    Sound decoders unlock it, or are through in a part of that.
    """
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return seconds * max(_PATIENCE, waiting)


def _out_of_time(error: ProcessExpired) -> bool:
    signals = {-getattr(signal, name, -_TOOK_TOO_LONG) for name in ("SIGPROF", "SIGALRM")}
    return error.exitcode in signals | {_TOOK_TOO_LONG}


def _size(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_size
    return 0


def _running() -> ProcessPool:
    global _pool  # noqa: PLW0603 - one pool for the program; starting processes costs time
    with _lock:
        if _pool is None or not _pool.active:
            _pool = ProcessPool(
                max_workers=PROCESSES,
                max_tasks=_PICTURES_A_PROCESS,
                initializer=_prepare_this_process,
                # A fork would copy Qt's threads and locks in whatever state they are.
                context=multiprocessing.get_context("spawn"),
            )
        return _pool


@atexit.register
def stop() -> None:
    """Stop the processes; the next examination starts new ones."""
    global _pool  # noqa: PLW0603
    with _lock:
        if _pool is not None:
            _pool.stop()  # type: ignore[no-untyped-call]
            _pool.join()
            _pool = None


def _prepare_this_process() -> None:
    limit_this_process()
    with suppress(AttributeError, OSError, TypeError):  # only glibc has such a call
        ctypes.CDLL(None).mallopt(_M_TRIM_THRESHOLD, _KEPT_FOR_THE_NEXT)


def limit_this_process() -> None:
    """Bound the memory of a process that meets unchecked files; nothing happens on Windows."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
