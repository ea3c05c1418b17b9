"""Whether a finished file, ours or another's, is one that a platform takes as it is.

What each platform takes is in the formats' data; what is asked of every film is in ``film_check``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PIL import ImageCms

from claimcheck.cards.files.faults import Fault, Looked
from claimcheck.cards.files.film_check import look_at_film
from claimcheck.cards.files.private_parts import private_parts
from claimcheck.cards.formats import Format, all_formats
from claimcheck.errors import KnownError
from claimcheck.imaging.files.kinds import HEAD_BYTES, kind_of
from claimcheck.imaging.files.opening import opened

_SHAPE_TOLERANCE = 0.01
_CAMERA_SPACE = {"CMYK", "LAB", "YCbCr", "I;16", "I", "F"}
_FILM = " video"
_NEVER_SEARCHED = {"webm", "matroska", "avi"}
"""Of which it isn’t known what is needed to show them; this program never writes them."""
_SUFFIXES = {
    "JPEG": {".jpg", ".jpeg", ".jpe", ".jfif"},
    "PNG": {".png"},
    "WebP": {".webp"},
    "GIF": {".gif"},
    "MP4 video": {".mp4", ".m4v"},
    "MOV video": {".mov", ".qt"},
    "WebM video": {".webm"},
    "Matroska video": {".mkv"},
    "AVI video": {".avi"},
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one file, for the format that it suits best or that was asked for."""

    format: Format
    faults: tuple[Fault, ...]


def check_file(path: Path, data: bytes, format_id: str = "") -> Verdict:
    """Check ``data``, the content of ``path``, against one format, or the one it suits best."""
    kind = kind_of(data[:HEAD_BYTES], path)
    name = kind.name if kind else ""
    if name.endswith(_FILM):
        looked = look_at_film(path, data, name.removesuffix(_FILM).lower())
    else:
        looked = _look_at_picture(path, data)
    always = (*_name_faults(path, name), *looked.faults)
    if looked.size != (0, 0) and looked.kind not in _NEVER_SEARCHED:
        always += tuple(_private_faults(data))
    wanted = [one for one in all_formats() if format_id in {"", one.id}]
    found = [Verdict(one, (*_faults_for(one, looked, data), *always)) for one in wanted]
    return min(found, key=lambda verdict: len(verdict.faults))


def _name_faults(path: Path, kind: str) -> Iterator[Fault]:
    """A name without an ending says nothing wrong."""
    suffix = path.suffix.lower()
    if suffix and suffix not in _SUFFIXES.get(kind, {suffix}):
        yield Fault("name", f"It holds {kind}, but its name ends in {path.suffix}.")


def _faults_for(card_format: Format, looked: Looked, data: bytes) -> Iterator[Fault]:
    """What this format doesn't take."""
    if looked.size == (0, 0):
        return
    is_film = looked.seconds is not None
    kinds = card_format.video_kinds if is_film else card_format.picture_kinds
    if looked.kind not in kinds:
        takes = ", ".join(kinds)
        text = f"It is a file of type {looked.kind}; {card_format.name('en')} takes {takes}."
        yield Fault("type", text)
    yield from _size_faults(looked.size, card_format)
    if not is_film and looked.size[0] > card_format.max_picture_width:
        most = card_format.max_picture_width
        yield Fault("size", f"It is {looked.size[0]} wide; at most {most} are taken.")
    most = card_format.max_video_bytes if is_film else card_format.max_bytes
    if len(data) > most:
        yield Fault("bytes", f"It has {len(data)} bytes; at most {most} are taken.")
    if looked.seconds is not None and looked.seconds > card_format.max_video_seconds:
        most = card_format.max_video_seconds
        yield Fault("length", f"It lasts {looked.seconds:.1f} s; at most {most} are taken.")


def _size_faults(size: tuple[int, int], card_format: Format) -> Iterator[Fault]:
    width, height = size
    wanted = f"{card_format.width} × {card_format.height}"
    shape = Fraction(width, height) / Fraction(card_format.width, card_format.height)
    if abs(float(shape) - 1.0) > _SHAPE_TOLERANCE:
        yield Fault("shape", f"It is {width} × {height}, another shape than {wanted}.")
    elif width < card_format.width * 2 / 3:
        yield Fault("size", f"It is only {width} × {height}; {wanted} is sharp.")


# --- pictures ------------------------------------------------------------------------------------


def _look_at_picture(path: Path, data: bytes) -> Looked:
    try:
        with opened(path, data) as picture:
            image, kind = picture.image, picture.kind.name
            image.load()
            size, mode, profile = image.size, image.mode, image.info.get("icc_profile")
            frames = getattr(image, "n_frames", 1)
    except KnownError as error:
        return Looked("", (0, 0), (Fault("damaged", str(error)),))
    faults = []
    if frames > 1:
        faults.append(Fault("type", f"It is an animation of {frames} frames."))
    if mode in _CAMERA_SPACE or (profile and not _is_srgb(profile)):
        faults.append(Fault("colour", f"Its colours are not sRGB ({mode})."))
    return Looked(kind.lower(), size, tuple(faults))


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
