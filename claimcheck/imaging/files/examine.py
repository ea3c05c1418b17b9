"""A picture's file decoded once to its end: what it is, whether it is whole, and a small copy.

This is what meets files that nobody has checked. It runs in a process of its own (``guarded``),
so it imports little: Pillow, and neither OpenCV nor Qt.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.colour import to_srgb
from claimcheck.imaging.files.decode import bounded_size, decoded
from claimcheck.imaging.files.metadata import read_metadata
from claimcheck.imaging.files.opening import opened
from claimcheck.imaging.files.probe import PictureInfo, described

SMALL_PX = 400
"""The longer side of the small copy, or somewhat more: see ``small_size``."""
_AN_EIGHTH_UP_TO = 600
SMALLEST_SIDE_PX = 24

_BROKEN_OFF = 4096  # so many zeros at the end of a JPEG: room that a copy was to fill
_QUALITY = 90
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Examined:
    """A picture that is whole."""

    info: PictureInfo
    small: bytes
    """JPEG, upright, sRGB, of ``small_size``, without metadata."""


def small_size(size: tuple[int, int]) -> tuple[int, int]:
    """Width and height of the small copy of a picture of ``size``.

    An eighth where that comes near ``SMALL_PX``, as of 12-megapixel photos: so a JPEG's decoder
    gives it, and nothing has to be scaled.
    """
    width, height = size[0] // 8, size[1] // 8
    if SMALL_PX <= max(width, height) <= _AN_EIGHTH_UP_TO and min(width, height) > 0:
        return width, height
    return bounded_size(size, SMALL_PX)


def examine(file: Path | bytes, called: Path) -> Examined:
    """Decode a picture to its end; ``called`` is what the user knows it as.

    Raises ``KnownError`` as ``opened``, and PICTURE_TOO_SMALL.
    """
    data = file if isinstance(file, bytes) else file.read_bytes()
    with opened(called, data) as picture:
        metadata = read_metadata(picture.image, picture.kind)
        info = described(picture, metadata)
        _check_sides(info, called)
        wanted = small_size(picture.image.size)
        if isinstance(picture.image, ImageFile.ImageFile):
            picture.image.decodermaxblock = len(data)  # in one go: it is in memory already
        image, part = decoded(picture.image, wanted)
        _check_end(data, info, called)
        small = to_srgb(image)
        if small.size != wanted:
            box = (part.x, part.y, part.right, part.bottom)
            small = small.resize(wanted, Image.Resampling.BILINEAR, box)
        turn = _TURNS.get(metadata.orientation)
        small = small if turn is None else small.transpose(turn)
        return Examined(info, _jpeg(small))


def _check_sides(info: PictureInfo, path: Path) -> None:
    if min(info.width_px, info.height_px) < SMALLEST_SIDE_PX:
        raise KnownError(
            ErrorKind.PICTURE_TOO_SMALL,
            path,
            width=info.width_px,
            height=info.height_px,
            limit=SMALLEST_SIDE_PX,
        )


def _check_end(data: bytes, info: PictureInfo, path: Path) -> None:
    """Look for the zeros that a copy which broke off leaves behind.

    A JPEG decoder takes such zeros for grey; a whole one has its end marker before any padding.
    """
    filled_up = info.suffix == ".jpg" and not data[-_BROKEN_OFF:].strip(b"\0")
    if filled_up and not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise KnownError(ErrorKind.PICTURE_DAMAGED, path)


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    Image.frombytes(image.mode, image.size, image.tobytes()).save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
