"""A clip that nobody has checked, decoded in a process of its own that can be killed.

The process keeps the clip open, so that scrubbing goes on from where it is; frames come back
through shared memory. A clip that hangs its decoder, crashes it or eats memory costs that process
and is told as slow, damaged or too large; the next frame asked for begins a new one.
"""

from __future__ import annotations

import logging
import math
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import numpy as np

from claimcheck.capture.film import Film, Frame, Wanted
from claimcheck.capture.video import Video
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.imaging.files.guarded import limit_this_process
from claimcheck.imaging.pixels import RGB

log = logging.getLogger(__name__)

SECONDS_AT_MOST = 30.0
"""For one frame, or for opening: minutes of 4K without a key frame are decoded on the way."""
_ENDING_S = 2.0
_ASK_S = 0.01
"""How often is asked whether a frame is still waited for."""
_ENOUGH = "enough"
"""Asked for while a frame is decoded: it is no longer wanted."""

Opener = Callable[[Path], Film]


class GuardedVideo(Film):
    """As ``Video``, and with its errors. ``close`` may come from any thread, at any time."""

    def __init__(
        self, path: Path, seconds: float = SECONDS_AT_MOST, opener: Opener = Video
    ) -> None:
        """``opener`` is what opens the clip there: a class or function that a module has by name.

        Raises ``KnownError`` as ``Video``.
        """
        self._path, self._seconds, self._opener = path, seconds, opener
        self._lock = threading.Lock()
        self._is_closed = False
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._room: SharedMemory | None = None
        self._begin()

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        """As ``Video``; a process that was lost is begun anew."""
        return _given(self._ask("frame_at", time_s, 0, at_most_px, is_wanted))

    def near(self, time_s: float, at_most_px: int | None = None) -> Frame | None:
        """As ``Video``."""
        return self._ask("near", time_s, 0, at_most_px)

    def step(self, frame: Frame, by: int, at_most_px: int | None = None) -> Frame:
        """As ``Video``."""
        return _given(self._ask("step", frame.time_s, by, at_most_px))

    def close(self) -> None:
        """End the process, whatever it is at: a frame that is waited for is then damaged."""
        self._is_closed = True
        self._lose()

    # --- inside -----------------------------------------------------------------------------------

    def _lose(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            pipe, self._pipe = self._pipe, None
            room, self._room = self._room, None
        if process is not None:
            process.kill()
            process.join(_ENDING_S)
        if pipe is not None:
            pipe.close()
        if room is not None:
            room.close()
            room.unlink()

    def _begin(self) -> None:
        # A fork would copy Qt's threads and locks in whatever state they are.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve, args=(theirs, self._opener, self._path), name="film", daemon=True
        )
        process.start()
        theirs.close()
        with self._lock:
            self._process, self._pipe = process, ours
        try:
            self.info = self._answer(ours)
            room = SharedMemory(create=True, size=self.info.width_px * self.info.height_px * 3)
            with self._lock:
                self._room = room
        except BaseException:
            self._lose()
            raise

    def _ask(
        self,
        what: str,
        time_s: float,
        by: int,
        at_most_px: int | None,
        is_wanted: Wanted | None = None,
    ) -> Frame | None:
        if self._process is None and not self._is_closed:  # the one before was lost to this clip
            self._begin()
        pipe, room = self._pipe, self._room
        if pipe is None or room is None:
            raise KnownError(ErrorKind.VIDEO_DAMAGED, self._path)
        with suppress(OSError):  # an ended process is met when its answer is waited for
            pipe.send((what, time_s, by, at_most_px, room.name))
        answer = self._answer(pipe, is_wanted)
        if answer is None:
            return None
        found_s, shape, pixels = answer
        if pixels is not None:
            return Frame(np.frombuffer(pixels, np.uint8).reshape(shape).copy(), found_s)
        with self._lock:
            if self._room is None or self._room.buf is None:  # closed meanwhile
                raise KnownError(ErrorKind.VIDEO_DAMAGED, self._path)
            rgb = _seen_in(self._room.buf, shape).copy()
        return Frame(rgb, found_s)

    def _answer(self, pipe: Connection, is_wanted: Wanted | None = None):  # type: ignore[no-untyped-def]
        """What the process says, or the user's error that it raised."""
        try:
            if not self._has_answer(pipe, is_wanted):
                log.warning("%s gave no frame in %s s", self._path, self._seconds)
                self._lose()
                raise KnownError(ErrorKind.FILE_SLOW, self._path)
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            log.warning("%s broke a decoder: %r", self._path, error)
            self._lose()
            raise KnownError(ErrorKind.VIDEO_DAMAGED, self._path) from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _has_answer(self, pipe: Connection, is_wanted: Wanted | None) -> bool:
        """Wait for it; when nobody wants it any more, tell the process and wait for that."""
        end = time.monotonic() + self._seconds
        while is_wanted is not None and time.monotonic() < end:
            if pipe.poll(_ASK_S):
                return True
            if not is_wanted():
                pipe.send((_ENOUGH, 0.0, 0, None, ""))
                break
        return pipe.poll(max(0.0, end - time.monotonic()))


def _given(frame: Frame | None) -> Frame:
    """An answer that is always a frame."""
    assert frame is not None
    return frame


def serve(pipe: Connection, opener: Opener, path: Path) -> None:
    """In the other process: open the clip, then give frames until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the app's; it ends this one
    limit_this_process()
    room: SharedMemory | None = None
    try:
        with opener(path) as film:
            pipe.send(film.info)
            while True:
                what, time_s, by, at_most_px, name = pipe.recv()
                if what == _ENOUGH:  # of a frame that was there by then
                    continue
                room = room or SharedMemory(name)
                pipe.send(_frame(film, what, (time_s, by, at_most_px), room, path, pipe))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except KnownError as error:
        pipe.send(error)
    except MemoryError:
        pipe.send(KnownError(ErrorKind.MEMORY_FULL, path))


def _frame(
    film: Film,
    what: str,
    asked: tuple[float, int, int | None],
    room: SharedMemory,
    path: Path,
    pipe: Connection,
) -> tuple[float, tuple[int, ...], bytes | None] | Exception | None:
    """Time and shape of a frame whose pixels are in ``room``, or come along where it is larger.

    What comes through ``pipe`` meanwhile says that the frame is not wanted any more.
    """
    time_s, by, at_most_px = asked
    frame: Frame | None
    try:
        if what == "step":
            nothing = np.empty((0, 0, 3), np.uint8)
            frame = film.step(Frame(nothing, time_s), by, at_most_px)
        elif what == "near":
            frame = film.near(time_s, at_most_px)
        else:
            frame = film.frame_at(time_s, at_most_px, lambda: not pipe.poll())
    except (KnownError, Cancelled) as error:
        return error
    except MemoryError:
        return KnownError(ErrorKind.MEMORY_FULL, path)
    if frame is None:
        return None
    shape = frame.rgb.shape
    if frame.rgb.nbytes > room.size:  # a stream may grow on the way
        return frame.time_s, shape, frame.rgb.tobytes()
    assert room.buf is not None
    _seen_in(room.buf, shape)[:] = frame.rgb
    return frame.time_s, shape, None


def _seen_in(buffer: memoryview, shape: tuple[int, ...]) -> RGB:
    return np.frombuffer(buffer, np.uint8, math.prod(shape)).reshape(shape)
