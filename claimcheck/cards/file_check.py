"""Whether a finished file, ours or another's, is one that a platform takes as it is.

What platforms ask for is in the formats' data; what every one of them asks of a film (H.264 4:2:0,
23 to 60 frames a second, index first, AAC of 48 kHz) is in DESIGN.md §6.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from PIL import ImageCms

from claimcheck.cards.clip_check import box_order
from claimcheck.cards.formats import Format, all_formats
from claimcheck.cards.private_parts import private_parts
from claimcheck.errors import KnownError
from claimcheck.imaging.opening import opened

_KINDS = {"JPEG": "jpeg", "PNG": "png", "WebP": "webp"}
_SHAPE_TOLERANCE = 0.01
_SLOWEST, _FASTEST = 23, 60
_MOST_BITS = 25_000_000
_AUDIO_RATE = 48_000
_CAMERA_SPACE = {"CMYK", "LAB", "YCbCr", "I;16", "I", "F"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a platform would refuse or change."""

    kind: str
    """``type``, ``shape``, ``size``, ``bytes``, ``colour``, ``private``, ``damaged``, ``codec``,
    ``rate``, ``length``, ``order`` or ``sound``."""
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one file, for the format that it suits best or that was asked for."""

    format: Format
    faults: tuple[Fault, ...]


def check_file(path: Path, data: bytes, format_id: str = "") -> Verdict:
    """Check ``data``, the content of ``path``, against one format, or the one it suits best."""
    wanted = [one for one in all_formats() if format_id in {"", one.id}]
    is_film = data[4:8] == b"ftyp" or data.startswith(b"\x1aE\xdf\xa3")
    look = _film_faults if is_film else _picture_faults
    found = [Verdict(one, tuple(look(path, data, one))) for one in wanted]
    return min(found, key=lambda verdict: len(verdict.faults))


# --- pictures ------------------------------------------------------------------------------------


def _picture_faults(path: Path, data: bytes, card_format: Format) -> Iterator[Fault]:
    try:
        with opened(path, data) as picture:
            image, kind = picture.image, picture.kind.name
            image.load()
            size, mode, profile = image.size, image.mode, image.info.get("icc_profile")
            frames = getattr(image, "n_frames", 1)
    except KnownError as error:
        yield Fault("damaged", str(error))
        return
    if _KINDS.get(kind) not in card_format.picture_kinds:
        takes = ", ".join(card_format.picture_kinds)
        yield Fault("type", f"It is a {kind} file; {card_format.name('en')} takes {takes}.")
    if frames > 1:
        yield Fault("type", f"It is an animation of {frames} frames.")
    yield from _size_faults(size, card_format)
    if len(data) > card_format.max_bytes:
        yield Fault(
            "bytes", f"It has {len(data)} bytes; at most {card_format.max_bytes} are taken."
        )
    if mode in _CAMERA_SPACE or (profile and not _is_srgb(profile)):
        yield Fault("colour", f"Its colours are not sRGB ({mode}).")
    yield from _private_faults(data)


def _size_faults(size: tuple[int, int], card_format: Format) -> Iterator[Fault]:
    width, height = size
    wanted = f"{card_format.width} × {card_format.height}"
    shape = Fraction(width, height) / Fraction(card_format.width, card_format.height)
    if abs(float(shape) - 1.0) > _SHAPE_TOLERANCE:
        yield Fault("shape", f"It is {width} × {height}, another shape than {wanted}.")
    elif width < card_format.width * 2 / 3:
        yield Fault("size", f"It is only {width} × {height}; {wanted} is sharp.")


def _is_srgb(profile: bytes) -> bool:
    try:
        opened_profile = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return "srgb" in ImageCms.getProfileDescription(opened_profile).lower()
    except (OSError, ImageCms.PyCMSError):
        return False


def _private_faults(data: bytes) -> Iterator[Fault]:
    told = private_parts(io.BytesIO(data))
    if told:
        yield Fault("private", f"It holds more than is needed to show it: {', '.join(told)}.")


# --- films ---------------------------------------------------------------------------------------


def _film_faults(path: Path, data: bytes, card_format: Format) -> Iterator[Fault]:
    order = box_order(io.BytesIO(data)) if data[4:8] == b"ftyp" else ()
    if "broken" in order:
        yield Fault("damaged", f"{path.name} breaks off. Copy it again from where it came.")
        return
    try:
        with av.open(io.BytesIO(data)) as container:
            if not isinstance(container, InputContainer) or not container.streams.video:
                yield Fault("damaged", f"{path.name} has no picture.")
                return
            yield from _stream_faults(container, card_format, len(data))
    except (av.FFmpegError, ValueError) as error:
        yield Fault("damaged", f"{path.name} can’t be played: {error}.")
        return
    if len(data) > card_format.max_video_bytes:
        most = card_format.max_video_bytes
        yield Fault("bytes", f"It has {len(data)} bytes; at most {most} are taken.")
    if "moov" in order and "mdat" in order and order.index("moov") > order.index("mdat"):
        yield Fault("order", "Its index comes last, so it can’t start before it is all loaded.")
    yield from _private_faults(data)


def _stream_faults(
    container: InputContainer, card_format: Format, size_bytes: int
) -> Iterator[Fault]:
    video = container.streams.video[0]
    context = video.codec_context
    frame = next(container.decode(video), None)
    if frame is None:
        yield Fault("damaged", "It has no frame that can be shown.")
        return
    yield from _frame_faults(frame, context.sample_aspect_ratio, card_format)
    if context.name != "h264" or context.pix_fmt not in {"yuv420p", "yuvj420p"}:
        yield Fault("codec", f"It is {context.name}, {context.pix_fmt}; H.264, yuv420p is taken.")
    if context.pix_fmt == "yuv420p" and context.color_primaries not in {1, 2}:
        yield Fault("colour", "Its colours are not those of BT.709.")
    rate = float(video.average_rate or 0)
    if not _SLOWEST <= rate <= _FASTEST:
        yield Fault("rate", f"It has {rate:g} frames a second; 23 to 60 are taken.")
    seconds = _seconds(container)
    if not seconds + 0.05 >= 3.0 or seconds > card_format.max_video_seconds:
        most = card_format.max_video_seconds
        yield Fault("length", f"It lasts {seconds:.1f} s; 3 to {most} are taken.")
    if seconds and size_bytes * 8 / seconds > _MOST_BITS:
        yield Fault("rate", f"It has {size_bytes * 8 / seconds / 1e6:.0f} Mbit/s; 25 are taken.")
    sound = container.streams.audio
    if sound and (sound[0].codec_context.name != "aac" or sound[0].rate != _AUDIO_RATE):
        yield Fault("sound", "Its sound is not AAC of 48 kHz.")


def _frame_faults(
    frame: av.VideoFrame, aspect: Fraction | None, card_format: Format
) -> Iterator[Fault]:
    """What is wrong with a frame as players show it: a phone's film is often turned only then."""
    size = frame.width, frame.height
    yield from _size_faults(size[::-1] if frame.rotation % 180 else size, card_format)
    if aspect and aspect != 1:
        ratio = f"{aspect.numerator} : {aspect.denominator}"
        yield Fault("shape", f"Its pixels are not square ({ratio}).")
    if frame.interlaced_frame:
        yield Fault("codec", "It is interlaced; whole frames are taken.")


def _seconds(container: InputContainer) -> float:
    video = container.streams.video[0]
    if video.duration and video.time_base:
        return float(video.duration * video.time_base)
    return (container.duration or 0) / av.time_base
