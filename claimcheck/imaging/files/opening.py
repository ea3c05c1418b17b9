"""Opening a picture's file: the one place where Pillow meets a file that nobody has checked.

Decoders raise far more than they document, so at this boundary any exception becomes one
``KnownError`` that names the file.
"""

from __future__ import annotations

import ctypes
import io
import logging
import re
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pi_heif

# Imported by name: Pillow would otherwise load some forty more plugins at the first WebP.
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
    _imaging,
)

from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.imaging.files.kinds import HEAD_BYTES, Kind, kind_of

PIXEL_LIMIT = 200_000_000
"""More are refused from the header alone: they would take some gigabyte of memory."""

_M_MMAP_THRESHOLD = -3  # of malloc.h
_BLOCK_OF_ITS_OWN = 4 << 20
"""Bytes: larger ones are no part of the heap."""

_PLUGINS = (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
pi_heif.register_heif_opener()
# Our own limit stands in its place; Pillow's would warn at 89 and refuse at 179 megapixels.
Image.MAX_IMAGE_PIXELS = None


def _silence_libtiff() -> None:
    """Keep libtiff from writing about damaged files to the terminal: they are told in our words.

    Where it is built into Pillow without a name of its own (Windows), there is no terminal either.
    """
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(_imaging.__file__)
        for name in ("TIFFSetErrorHandler", "TIFFSetWarningHandler"):
            set_handler = library[name]
            set_handler.argtypes, set_handler.restype = [ctypes.c_void_p], ctypes.c_void_p
            set_handler(None)


def _give_memory_back() -> None:
    """Have what a large picture took go back to the system at once.

    glibc keeps freed blocks of up to 32 MB for itself, such as the 16 MB that Pillow asks for: some
    hundred MB after four large photos. Elsewhere there is no such call, and no need.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _BLOCK_OF_ITS_OWN)


_silence_libtiff()
_give_memory_back()
logging.getLogger("PIL").setLevel(logging.CRITICAL)  # Pillow logs damage as errors of the program

_FROM_DECODERS = re.compile(r"(PIL|pi_heif)\.")
_QUIET = ("ignore", None, Warning, _FROM_DECODERS, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture whose header was read and whose pixels were not."""

    image: Image.Image
    kind: Kind


@contextmanager
def opened(path: Path, data: bytes | None = None) -> Iterator[Opened]:
    """Open a picture lazily; do in the block only what Pillow does with it.

    With ``data`` the content is in memory and ``path`` only names it. Raises ``KnownError``:
    FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, FILE_IS_FOLDER, PICTURE_UNKNOWN,
    PICTURE_UNSUPPORTED, PICTURE_TOO_LARGE, PICTURE_DAMAGED or MEMORY_FULL.
    """
    _quieten_decoders()
    with _file(path, data) as file, _told(path):
        kind = _openable_kind(file, path)
        with Image.open(file, formats=(kind.plugin,)) as image:
            _check_size(image.size, path)
            yield Opened(image, kind)


@contextmanager
def _file(path: Path, data: bytes | None) -> Iterator[BinaryIO]:
    if data is not None:
        yield io.BytesIO(data)
        return
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise KnownError(ErrorKind.FILE_IS_FOLDER, path)
        if not stat.S_ISREG(mode):  # reading a pipe or a device may never end
            raise KnownError(ErrorKind.FILE_UNREADABLE, path)
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise KnownError(ErrorKind.FILE_MISSING, path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
    with file:
        yield file


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn whatever reading and decoding raise into the user's errors."""
    try:
        yield
    except (KnownError, Cancelled):
        raise
    except MemoryError as error:
        raise KnownError(ErrorKind.MEMORY_FULL, path) from error
    except Exception as error:
        # The system's errors carry a number, Pillow's about content don't.
        unreadable = isinstance(error, OSError) and error.errno is not None
        kind = ErrorKind.FILE_UNREADABLE if unreadable else ErrorKind.PICTURE_DAMAGED
        raise KnownError(kind, path) from error


def check_kind(path: Path, data: bytes | None = None) -> Kind:
    """Which kind a file is, by its first bytes alone; nothing is decoded. Errors as ``opened``."""
    with _file(path, data) as file, _told(path):
        return _openable_kind(file, path)


def _openable_kind(file: BinaryIO, path: Path) -> Kind:
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if not head:
        raise KnownError(ErrorKind.FILE_EMPTY, path)
    kind = kind_of(head, path)
    if kind is None:
        raise KnownError(ErrorKind.PICTURE_UNKNOWN, path)
    if not kind.plugin:
        raise KnownError(ErrorKind.PICTURE_UNSUPPORTED, path, format=kind.name)
    return kind


def _check_size(size: tuple[int, int], path: Path) -> None:
    pixels = size[0] * size[1]
    if pixels > PIXEL_LIMIT:
        raise KnownError(
            ErrorKind.PICTURE_TOO_LARGE,
            path,
            megapixels=round(pixels / 1e6),
            limit=PIXEL_LIMIT // 1_000_000,
        )
    if pixels <= 0:
        raise KnownError(ErrorKind.PICTURE_DAMAGED, path)


def _quieten_decoders() -> None:
    """Ignore what decoders warn of: we tell the user in our own words, or it doesn't matter.

    Once for the whole program: ``warnings.catch_warnings`` would undo other threads' settings.
    """
    if _QUIET not in warnings.filters:
        warnings.filterwarnings("ignore", module=_FROM_DECODERS.pattern)
