"""What moves: a clip or an animated picture, open, whose frames are looked at one at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from claimcheck.imaging.pixels import RGB


@dataclass(frozen=True, slots=True)
class Frame:
    """One upright picture of a clip."""

    rgb: RGB
    time_s: float
    """From the first frame."""


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """What the container tells; sizes are of the upright picture in pixels."""

    width_px: int
    height_px: int
    duration_s: float
    """0 where the container doesn't say."""
    frames_per_second: float
    codec: str
    taken_at: datetime | None
    has_location: bool
    camera: str


Wanted = Callable[[], bool]
"""Whether someone still waits for a frame; asked between the frames on the way to it."""


class Film(ABC):
    """A place in it is a time in seconds from the first frame. Close it, or use it in ``with``."""

    info: VideoInfo

    @abstractmethod
    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        """The frame that is shown at ``time_s``: the last one that begins at or before it.

        With ``at_most_px`` it is shrunk to that, for a preview. Raises ``KnownError``
        VIDEO_DAMAGED, or PICTURE_DAMAGED, when nothing can be decoded there; ``Cancelled`` when
        ``is_wanted`` says no before it is reached.
        """

    def near(self, time_s: float, at_most_px: int | None = None) -> Frame | None:
        """A frame not far before ``time_s`` that is there at once, to be seen meanwhile.

        ``None`` where the frame itself takes no longer.
        """
        del time_s, at_most_px
        return None

    @abstractmethod
    def step(self, frame: Frame, by: int, at_most_px: int | None = None) -> Frame:
        """The frame after (``by`` 1) or before (−1) ``frame``; the same at either end."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file; nothing happens the second time."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
