"""A clip from a phone, or a screen recording of a Story: its frames, one at a time.

Decoding is libav's (PyAV). A place in a clip is the time of a frame as the container gives it, in
seconds from the first frame; frames are upright and sRGB, whatever way the phone was held.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from claimcheck.capture.film import Film, Frame, VideoInfo, Wanted
from claimcheck.errors import Cancelled, ErrorKind, KnownError

PIXELS_AT_MOST = 36_000_000  # 8K, which phones film; more is no film
SUFFIXES = (".mp4", ".mov", ".m4v", ".webm", ".mkv", ".3gp", ".avi")
_WALK_S = 1.0  # going on is quicker than seeking, so far
_HELD_PIXELS = 100_000_000
"""Of the frames walked past, which are held for going back over them: a dozen of 4K, some fifty of
1080p. To decode one of them again, all since the last key frame must be."""
_DAMAGES_SKIPPED = 50
_TURNS = {
    90: cv2.ROTATE_90_COUNTERCLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_CLOCKWISE,
}
_PLACE = re.compile(r"location|gps", re.I)
_METADATA: dict[str, Any] = (
    {"metadata_errors": "replace"} if int(av.__version__.split(".")[0]) < 19 else {}
)
"""What isn't text in a clip's metadata is no reason to refuse it; PyAV 19 does not ask."""


class Video(Film):
    """An open clip, decoded in this process (see ``guarded_video``). Not for several threads."""

    def __init__(self, path: Path) -> None:
        """Raises ``KnownError``: FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, VIDEO_DAMAGED."""
        self._path = path
        self._check_file()
        with self._told():
            self._container = av.open(str(path), **_METADATA)
            streams = self._container.streams.video
            if not streams:
                raise KnownError(ErrorKind.VIDEO_DAMAGED, path)
            self._stream = streams[0]
            self._stream.thread_type = "AUTO"
            self._frames: Iterator[av.VideoFrame] = self._container.decode(self._stream)
            self._ahead: av.VideoFrame | None = None
            first = self._peek()
            if first is None or first.width * first.height > PIXELS_AT_MOST:
                self._container.close()
                raise KnownError(ErrorKind.VIDEO_DAMAGED, path)
        self._start = first.time or 0.0
        self._turn = int(first.rotation) % 360
        self._held, self._ahead = deque([first]), None
        self._held_at_most = max(2, _HELD_PIXELS // (first.width * first.height))
        self.info = self._describe(first)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(Exception):
            self._container.close()

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        """As ``Film``."""
        wanted = max(time_s, 0.0) + 1e-4
        with self._told():
            if not self._is_at_hand(wanted):
                self._seek(wanted)
            self._walk(wanted, is_wanted)
            at = next((one for one in reversed(self._held) if self._time(one) <= wanted), None)
            return self._shown(at or self._held[0], at_most_px)

    def near(self, time_s: float, at_most_px: int | None = None) -> Frame | None:
        """As ``Film``: the key frame from which decoding must begin."""
        wanted = max(time_s, 0.0) + 1e-4
        with self._told():
            if self._is_at_hand(wanted):
                return None
            self._seek(wanted)
            return self._shown(self._held[0], at_most_px)

    def step(self, frame: Frame, by: int, at_most_px: int | None = None) -> Frame:
        """As ``Film``."""
        gap = 1.0 / max(self.info.frames_per_second, 1.0)
        if by > 0:
            for reach in (0.6, 1.0, 2.0, 8.0):  # frames of a phone don't come at even intervals
                found = self.frame_at(frame.time_s + gap * reach, at_most_px)
                if found.time_s > frame.time_s + 1e-6:
                    return found
            return frame
        return self.frame_at(max(frame.time_s - 2e-3, 0.0), at_most_px)

    # --- inside -----------------------------------------------------------------------------------

    def _check_file(self) -> None:
        try:
            if not self._path.is_file():
                raise KnownError(ErrorKind.FILE_MISSING, self._path)
            if self._path.stat().st_size == 0:
                raise KnownError(ErrorKind.FILE_EMPTY, self._path)
        except OSError as error:
            raise KnownError(ErrorKind.FILE_UNREADABLE, self._path) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (KnownError, Cancelled):
            raise
        except MemoryError as error:
            raise KnownError(ErrorKind.MEMORY_FULL, self._path) from error
        except Exception as error:
            raise KnownError(ErrorKind.VIDEO_DAMAGED, self._path) from error

    def _time(self, frame: av.VideoFrame) -> float:
        return (frame.time or 0.0) - self._start

    def _is_at_hand(self, time_s: float) -> bool:
        """Whether a frame is held, or so near that going on is quicker than seeking."""
        return self._time(self._held[0]) <= time_s < self._time(self._held[-1]) + _WALK_S

    def _peek(self) -> av.VideoFrame | None:
        """The frame after the one at hand, without going there; ``None`` at the end."""
        for _ in range(_DAMAGES_SKIPPED):
            if self._ahead is not None:
                break
            try:
                self._ahead = next(self._frames, None)
                break
            except av.error.InvalidDataError:  # a damaged packet: the ones after it may be good
                self._frames = self._container.decode(self._stream)
        return self._ahead

    def _walk(self, time_s: float, is_wanted: Wanted | None) -> None:
        """Decode on to a time; the frames on the way are held, for those who step back."""
        while self._time(self._held[-1]) <= time_s:
            if is_wanted is not None and not is_wanted():
                raise Cancelled
            ahead = self._peek()
            if ahead is None or self._time(ahead) > time_s:
                return
            self._held.append(ahead)
            self._ahead = None
            if len(self._held) > self._held_at_most:
                self._held.popleft()

    def _seek(self, time_s: float) -> None:
        """To a key frame at or before a time; some containers land behind it at first."""
        base = self._stream.time_base or Fraction(1, 90_000)
        for before in (0.0, 2.0, 10.0, time_s):
            target = max(time_s - before, 0.0)
            offset = int((target + self._start) / base)
            self._container.seek(offset, stream=self._stream, backward=True)
            self._frames, self._ahead = self._container.decode(self._stream), None
            found = self._peek()
            if found is not None:
                self._held, self._ahead = deque([found]), None
                if self._time(found) <= time_s:
                    return

    def _shown(self, frame: av.VideoFrame, at_most_px: int | None) -> Frame:
        width, height = frame.width, frame.height
        if at_most_px is not None and max(width, height) > at_most_px:
            scale = at_most_px / max(width, height)
            width, height = max(2, round(width * scale)), max(2, round(height * scale))
        rgb = np.asarray(frame.to_ndarray(format="rgb24", width=width, height=height), np.uint8)
        turn = _TURNS.get(self._turn)
        upright = rgb if turn is None else np.asarray(cv2.rotate(rgb, turn), np.uint8)
        return Frame(np.ascontiguousarray(upright), max(self._time(frame), 0.0))

    def _describe(self, first: av.VideoFrame) -> VideoInfo:
        stream = self._stream
        metadata = {**self._container.metadata, **stream.metadata}
        # PyAV 19 hands on bytes that are no text as lone surrogates, which no database takes.
        told = {name: text.encode("utf-8", "replace").decode() for name, text in metadata.items()}
        base = stream.time_base or Fraction(0)
        duration = float(stream.duration * base) if stream.duration else 0.0
        if not duration and self._container.duration:
            duration = self._container.duration / av.time_base
        width, height = first.width, first.height
        if self._turn in {90, 270}:
            width, height = height, width
        maker = told.get("com.apple.quicktime.make") or told.get("make") or ""
        model = told.get("com.apple.quicktime.model") or told.get("model") or ""
        return VideoInfo(
            width,
            height,
            duration,
            float(stream.average_rate or 25),
            stream.codec_context.name,
            _time_told(told),
            any(_PLACE.search(name) and value for name, value in told.items()),
            f"{maker} {model}".strip()[:80],
        )


def _time_told(told: dict[str, str]) -> datetime | None:
    for name in ("com.apple.quicktime.creationdate", "creation_time", "date"):
        with suppress(ValueError):
            moment = datetime.fromisoformat(told.get(name, "").replace("Z", "+00:00"))
            if moment.year > 1990:  # some phones write the beginning of their own time
                return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
