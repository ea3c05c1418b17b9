"""Frames into an MP4 that every platform takes: H.264 High 4:2:0, BT.709, index first, silent AAC.

Nothing is written but what a player needs: no encoder's name, no date, no tags.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, Protocol

import av
import numpy as np
from av.audio.stream import AudioStream
from av.bitstream import BitStreamFilterContext
from av.codec.context import Flags
from av.container import OutputContainer
from av.video.stream import VideoStream

from claimcheck.cards.clips.planes import Planes

AUDIO_RATE = 48_000
PRESET = "veryfast"
QUALITY = 18
"""x264's constant rate factor: type on flat colour stays clean, and so does what is re-encoded."""
MAX_BITS_PER_SECOND = 20_000_000
"""Of the 25 million that Reels takes."""

_AUDIO_BITS = 64_000
_AUDIO_FRAME = 1024
_BT709 = 1
_LIMITED = 1
_SEI = 6
"""The unit in which the encoder writes its name and settings; nothing a player needs."""


class FrameKind(Protocol):
    """How large frames are, how many, and how fast they follow each other."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, both even."""
        ...

    @property
    def fps(self) -> int:
        """Frames per second."""
        ...

    @property
    def frame_count(self) -> int:
        """How many frames there are."""
        ...


class FrameSource(FrameKind, Protocol):
    """What can be encoded: it composes frame after frame into a buffer that it is given."""

    def write_frame(self, index: int, out: Planes, holds: int | None = None) -> None:
        """Fill ``out`` with frame ``index``; it ``holds`` the frame of that number, if any."""
        ...


def encode_clip(source: FrameSource, file: BinaryIO) -> Generator[int, None, None]:
    """Encode ``source`` into ``file``, an open, empty file on a disk; gives each frame's number.

    The file is finished when the iterator is; whoever stops before closes the iterator and throws
    the file away. Raises ``OSError`` when the disk is full.
    """
    return encode_frames(_video_frames(source), source, file)


def encode_frames(
    frames: Iterable[av.VideoFrame], kind: FrameKind, file: BinaryIO
) -> Generator[int, None, None]:
    """The same for frames (yuv420p, BT.709, limited range) that come as the encoder has them."""
    target = Target(file)
    try:
        yield from _encoded(frames, kind, target)
    except av.FFmpegError as error:
        # What the muxer makes of a failed write hides the reason.
        raise target.problem or error from error
    if target.problem:
        raise target.problem


class Target:
    """The file as the muxer uses it; remembers why writing failed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.name = file.name
        self.problem: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write, and remember why when that fails."""
        try:
            return self._file.write(data)
        except OSError as error:
            self.problem = self.problem or error
            raise

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place in the file."""
        try:
            return self._file.seek(offset, whence)  # writes what is still in memory
        except OSError as error:
            self.problem = self.problem or error
            raise

    def tell(self) -> int:
        """Where in the file it is."""
        return self._file.tell()

    def read_again(self, _url: str, _flags: int, _options: dict[str, str]) -> BinaryIO:
        """A second look: to bring the index to the front the muxer reads what it has written."""
        try:
            self._file.flush()
        except OSError as error:
            self.problem = self.problem or error
            raise
        return Path(self.name).open("rb")


def _encoded(
    frames: Iterable[av.VideoFrame], source: FrameKind, target: Target
) -> Generator[int, None, None]:
    with av.open(
        target,
        "w",
        format="mp4",
        options={
            "movflags": "+faststart",
            "fflags": "+bitexact",
            "movie_timescale": str(1000 * source.fps),  # frames end on whole units
        },
        io_open=target.read_again,
    ) as container:
        video = _video_stream(container, source)
        audio = container.add_stream("aac", rate=AUDIO_RATE, layout="stereo")
        audio.bit_rate = _AUDIO_BITS
        audio.codec_context.flags |= Flags.bitexact  # or it signs the sound with its name
        bare = BitStreamFilterContext(f"filter_units=remove_types={_SEI}", video)
        silence = _silence(source.frame_count / source.fps)
        for index, frame in enumerate(frames):
            container.mux(_bared(bare, video.encode(frame)))
            _mux_silence(container, audio, silence, (index + 1) / source.fps)
            yield index
        container.mux(_bared(bare, video.encode(None)))
        container.mux(bare.filter(None))
        _mux_silence(container, audio, silence, float("inf"))
        container.mux(audio.encode(None))


def _bared(
    bare: BitStreamFilterContext, packets: Iterable[av.Packet[VideoStream]]
) -> list[av.Packet[VideoStream]]:
    """The packets without the encoder's remarks."""
    return [kept for packet in packets for kept in bare.filter(packet)]


def _video_stream(container: OutputContainer, source: FrameKind) -> VideoStream:
    keyframes = max(source.fps // 2, 1)
    settings = [
        f"keyint={keyframes}:min-keyint={keyframes}:scenecut=0:open-gop=0",
        f"vbv-maxrate={MAX_BITS_PER_SECOND // 1000}:vbv-bufsize={MAX_BITS_PER_SECOND // 1000}",
    ]
    stream = container.add_stream(
        "libx264",
        rate=source.fps,
        options={
            "preset": PRESET,
            "crf": str(QUALITY),
            "profile": "high",
            "x264-params": ":".join(settings),
        },
    )
    stream.width, stream.height = source.size
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.thread_type = "AUTO"  # several frames at once; PyAV's own choice leaves cores idle
    context.time_base = Fraction(1, source.fps)
    context.color_range = _LIMITED
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    return stream


def _video_frames(source: FrameSource) -> Iterator[av.VideoFrame]:
    """The frames, composed straight into the encoder's memory, each while the one before it is
    encoded; in two buffers by turns, for the encoder copies a frame before it takes the next.
    """
    frames = [av.VideoFrame(*source.size, "yuv420p") for _ in range(2)]

    def compose(index: int) -> av.VideoFrame:
        frame = frames[index % 2]
        source.write_frame(index, planes_in(frame), index - 2 if index >= 2 else None)
        frame.pts = index
        return frame

    with ThreadPoolExecutor(max_workers=1) as ahead:
        coming = ahead.submit(compose, 0)
        for index in range(source.frame_count):
            frame = coming.result()
            if index + 1 < source.frame_count:
                coming = ahead.submit(compose, index + 1)
            yield frame


def planes_in(frame: av.VideoFrame) -> Planes:
    """The memory of a yuv420p frame, to read or to write; rows may be padded."""
    views = []
    for plane in frame.planes:
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
        views.append(rows[:, : plane.width])
    return Planes(*views)


def _silence(seconds: float) -> Iterator[tuple[float, av.AudioFrame]]:
    """Silent frames that last ``seconds`` in all, each with the time at which it begins."""
    total = round(seconds * AUDIO_RATE)
    for start in range(0, total, _AUDIO_FRAME):
        samples = min(_AUDIO_FRAME, total - start)
        frame = av.AudioFrame(format="fltp", layout="stereo", samples=samples)
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        frame.sample_rate = AUDIO_RATE
        frame.pts = start
        frame.time_base = Fraction(1, AUDIO_RATE)
        yield start / AUDIO_RATE, frame


def _mux_silence(
    container: OutputContainer,
    stream: AudioStream,
    silence: Iterable[tuple[float, av.AudioFrame]],
    until: float,
) -> None:
    """Write silence up to a time in seconds, so that sound and picture lie side by side."""
    for start, frame in silence:
        container.mux(stream.encode(frame))
        if start >= until:
            return
