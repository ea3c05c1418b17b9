"""Whether a finished film is one that every platform plays as it is.

What is asked of it is what Reels and Shorts take together, and what this program writes: H.264 High
4:2:0 in BT.709, closed groups of at most half a second, 23 to 60 frames a second at an even pace,
index first, AAC of 48 kHz.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from claimcheck.cards.files.faults import Fault, Looked
from claimcheck.cards.files.private_film_parts import box_order

_SLOWEST, _FASTEST = 23, 60
_UNEVEN = 1.5
"""Times the longest that a frame may be shown: cameras waver a little."""
_MOST_APART = 0.5
"""Seconds from one keyframe to the next."""
_MOST_BITS = 25_000_000
_MOST_PIXELS = 4096
_AUDIO_RATE = 48_000
_BT709, _FULL_RANGE = 1, 2
"""As H.264 numbers them (ITU-T H.264, tables E-3 to E-5), and as FFmpeg does the range."""


def look_at_film(path: Path, data: bytes, kind: str) -> Looked:
    """Look at ``data``, the content of ``path``, a film of this kind."""
    order = box_order(io.BytesIO(data)) if data[4:8] == b"ftyp" else ()
    if "broken" in order:
        return _damaged(kind, f"{path.name} breaks off. Copy it again from where it came.")
    try:
        with av.open(io.BytesIO(data)) as container:
            if not isinstance(container, InputContainer) or not container.streams.video:
                return _damaged(kind, f"{path.name} has no picture.")
            video = container.streams.video[0]
            packets, frame = _read(container, video)
            if frame is None:
                return _damaged(kind, "It has no frame that can be shown.")
            seconds = _seconds(container, video)
            faults = [
                *_picture_faults(video, frame),
                *_time_faults(video, packets, seconds),
                *_sound_faults(container),
            ]
    except (av.FFmpegError, ValueError) as error:
        return _damaged(kind, f"{path.name} can’t be played: {error}.")
    if seconds and len(data) * 8 / seconds > _MOST_BITS:
        rate = len(data) * 8 / seconds / 1e6
        faults.append(Fault("rate", f"It has {rate:.0f} Mbit/s; 25 are taken."))
    if "moov" in order and "mdat" in order and order.index("moov") > order.index("mdat"):
        faults.append(
            Fault("order", "Its index comes last, so it can’t start before it is all loaded.")
        )
    size = frame.width, frame.height
    # A phone's film is often turned only by the player.
    shown = size[::-1] if frame.rotation % 180 else size
    return Looked(kind, shown, tuple(faults), seconds)


def _damaged(kind: str, text: str) -> Looked:
    return Looked(kind, (0, 0), (Fault("damaged", text),))


@dataclass(frozen=True, slots=True)
class _Packet:
    """One coded frame, in the order of the file: when it is shown, in seconds."""

    time: float
    is_key: bool
    is_hidden: bool
    """By the edit list."""


def _read(
    container: InputContainer, video: VideoStream
) -> tuple[list[_Packet], av.VideoFrame | None]:
    """All coded frames, and the first one that can be shown."""
    packets: list[_Packet] = []
    frame: av.VideoFrame | None = None
    for packet in container.demux(video):
        if frame is None:
            frame = next(iter(packet.decode()), None)
        if packet.pts is not None and video.time_base is not None:
            time = float(packet.pts * video.time_base)
            packets.append(_Packet(time, packet.is_keyframe, packet.is_discard))
    return packets, frame


def _seconds(container: InputContainer, video: VideoStream) -> float:
    if video.duration and video.time_base:
        return float(video.duration * video.time_base)
    return (container.duration or 0) / av.time_base


def _picture_faults(video: VideoStream, frame: av.VideoFrame) -> Iterator[Fault]:
    context = video.codec_context
    aspect = context.sample_aspect_ratio
    if aspect and aspect.numerator != aspect.denominator:
        ratio = f"{aspect.numerator} : {aspect.denominator}"
        yield Fault("shape", f"Its pixels are not square ({ratio}).")
    if max(frame.width, frame.height) > _MOST_PIXELS:
        most = _MOST_PIXELS
        yield Fault("size", f"It is {frame.width} × {frame.height}; at most {most} are taken.")
    if frame.interlaced_frame:
        yield Fault("codec", "It is interlaced; whole frames are taken.")
    if context.name != "h264" or context.pix_fmt not in {"yuv420p", "yuvj420p"}:
        yield Fault("codec", f"It is {context.name}, {context.pix_fmt}; H.264, yuv420p is taken.")
    elif video.profile != "High":
        yield Fault("codec", f"It is H.264 {video.profile}; High is asked for.")
    if context.pix_fmt == "yuvj420p" or context.color_range == _FULL_RANGE:
        yield Fault("colour", "Its colours use the full range; films have the limited one.")
    if {context.color_primaries, context.color_trc, context.colorspace} != {_BT709}:
        yield Fault("colour", "Its colours are not marked as those of BT.709.")


def _time_faults(video: VideoStream, packets: list[_Packet], seconds: float) -> Iterator[Fault]:
    rate = float(video.average_rate or 0)
    times = sorted(packet.time for packet in packets if not packet.is_hidden)
    longest = max((after - before for before, after in pairwise(times)), default=0.0)
    if not _SLOWEST <= rate <= _FASTEST:
        yield Fault("rate", f"It has {rate:g} frames a second; 23 to 60 are taken.")
    elif longest > _UNEVEN / _SLOWEST:
        yield Fault("rate", f"It stands still for {longest:.2f} s between two frames.")
    yield from _keyframe_faults(packets, times, 1 / rate if rate else 0.0)
    hidden = sum(packet.is_hidden for packet in packets)
    if hidden:
        yield Fault("edits", f"Its edit list hides {hidden} frames, which not every player does.")
    if times and times[0] > 1 / _SLOWEST:
        yield Fault("edits", f"Its edit list starts the picture {times[0]:.2f} s late.")
    if not seconds + 0.05 >= 3.0:
        yield Fault("length", f"It lasts {seconds:.1f} s; 3 or more are taken.")


def _keyframe_faults(packets: list[_Packet], times: list[float], frame_s: float) -> Iterator[Fault]:
    keys = [index for index, packet in enumerate(packets) if packet.is_key]
    starts = [packets[index].time for index in keys]
    ends = [*starts[1:], times[-1] + frame_s if times else 0.0]
    apart = max((end - start for start, end in zip(starts, ends, strict=True)), default=0.0)
    if apart > _MOST_APART + frame_s:
        text = f"Its keyframes are up to {apart:.1f} s apart; at most half a second is asked for."
        yield Fault("keyframes", text)
    # In a closed group nothing that follows a keyframe in the file is shown before it.
    following = zip(keys, [*keys[1:], len(packets)], strict=True)
    if any(
        packet.time < packets[key].time - 1e-9
        for key, after in following
        for packet in packets[key:after]
    ):
        yield Fault("keyframes", "Its groups are open: it can’t be played from every keyframe.")


def _sound_faults(container: InputContainer) -> Iterator[Fault]:
    if not container.streams.audio:
        yield Fault("sound", "It has no sound track; AAC of 48 kHz is asked for, silent or not.")
        return
    sound = container.streams.audio[0]
    if sound.codec_context.name != "aac" or sound.rate != _AUDIO_RATE:
        name = sound.codec_context.name
        yield Fault("sound", f"Its sound is {name} of {sound.rate} Hz, not AAC of 48 kHz.")
