"""A picture that moves (GIF, WebP, APNG, AVIF): its frames one at a time, like those of a clip.

Decoding is Pillow's, in a process that can be stopped, as of every picture.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimcheck.capture.film import Film, Frame, VideoInfo, Wanted
from claimcheck.capture.guarded_video import GuardedVideo
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.colour import to_srgb
from claimcheck.imaging.files.decode import bounded_size
from claimcheck.imaging.files.guarded import guarded
from claimcheck.imaging.files.opening import opened
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_resize
from claimcheck.model.geometry import Rect

SUFFIXES = (".gif", ".webp", ".png", ".apng", ".avif")
"""Of pictures that may move; most don't (``moves``)."""

_HEAD = 1 << 18
_SECONDS = 20.0
_MOST_FRAMES = 3000
_SHORTEST_S = 0.02  # browsers show shorter ones, and those without a time, for a tenth of a second
_UNTOLD_S = 0.1
_GIF_FRAME = b"\x21\xf9\x04"  # a graphic control extension; each frame of an animation has one


@dataclass(frozen=True, slots=True)
class _Told:
    """What a pass over the whole file gives."""

    width_px: int
    height_px: int
    kind: str
    starts_s: tuple[float, ...]
    """When each frame begins, from the first."""
    duration_s: float


def moves(path: Path) -> bool:
    """Whether a file's beginning says that it is a picture with several frames; decodes nothing."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    head = b""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"GIF8"):
        return head.count(_GIF_FRAME) > 1
    if head.startswith(b"RIFF") and head[8:16] == b"WEBPVP8X":
        return bool(head[20] & 2)  # https://developers.google.com/speed/webp/docs/riff_container
    if head.startswith(b"\x89PNG"):
        return 0 < head.find(b"acTL") < head.find(b"IDAT")
    return head[4:12] == b"ftypavis"


class Animation(Film):
    """An animated picture, in the words of ``Video``: a place in it is a time in seconds."""

    def __init__(self, path: Path) -> None:
        """Raises ``KnownError`` as ``imaging.opening.opened``."""
        self._path = path
        told = guarded(read_times, (path,), path, _SECONDS).result()
        self._starts = told.starts_s
        self.info = VideoInfo(
            told.width_px, told.height_px, told.duration_s,
            len(told.starts_s) / max(told.duration_s, _SHORTEST_S), told.kind, None, False, "",
        )  # fmt: skip

    def close(self) -> None:
        """Nothing is held open between frames."""

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        """As ``Film``."""
        del is_wanted  # any frame is a moment away
        return self._frame(bisect_right(self._starts, max(time_s, 0.0) + 1e-4) - 1, at_most_px)

    def step(self, frame: Frame, by: int, at_most_px: int | None = None) -> Frame:
        """As ``Film``."""
        now = bisect_right(self._starts, frame.time_s + 1e-4) - 1
        return self._frame(min(max(now + by, 0), len(self._starts) - 1), at_most_px)

    def _frame(self, number: int, at_most_px: int | None) -> Frame:
        work = guarded(read_frame, (self._path, number, at_most_px), self._path, _SECONDS)
        return Frame(work.result(), self._starts[number])


def open_film(path: Path) -> Film:
    """A clip, or an animated picture. Raises ``KnownError`` as either does."""
    return Animation(path) if moves(path) else GuardedVideo(path)


def read_times(path: Path) -> _Told:
    """When the frames begin. ``KnownError`` as ``opened``, PICTURE_DAMAGED without any frame."""
    starts: list[float] = []
    now = 0.0
    with opened(path) as picture:
        image = picture.image
        for number in range(min(getattr(image, "n_frames", 1), _MOST_FRAMES)):
            image.seek(number)
            image.load()  # WebP tells how long a frame lasts only with its pixels
            starts.append(round(now, 6))
            lasts = float(image.info.get("duration") or 0) / 1000
            now += lasts if lasts >= _SHORTEST_S else _UNTOLD_S
        if not starts:
            raise KnownError(ErrorKind.PICTURE_DAMAGED, path)
        return _Told(*image.size, picture.kind.name, tuple(starts), now)


def read_frame(path: Path, number: int, at_most_px: int | None) -> RGB:
    """One frame, sRGB, transparency over white. ``KnownError`` as ``opened``."""
    with opened(path) as picture:
        picture.image.seek(number)
        wanted = bounded_size(picture.image.size, at_most_px)
        rgb: RGB = np.array(to_srgb(picture.image))
        if (rgb.shape[1], rgb.shape[0]) != wanted:
            rgb = crop_resize(rgb, Rect(0, 0, rgb.shape[1], rgb.shape[0]), *wanted)
        return rgb
