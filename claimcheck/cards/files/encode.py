"""A painted card as a file's bytes: JPEG, PNG or WebP, within a size limit, without metadata."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

from claimcheck.cards.files.jpeg import jpeg_of
from claimcheck.cards.files.png import png_of
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB

SUFFIXES = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp"}
"""Of the kinds of picture that can be written."""

_QUALITIES = (93, 90, 86, 82, 76, 70, 62, 54, 45, 35, 25)


def as_rgb(image: QImage) -> RGB:
    """The pixels of an image as (H, W, 3) sRGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def kind_for(out: Path, what: str) -> str:
    """The kind of picture that a file name asks for; VALUE_INVALID when ``what`` has another."""
    kind = SUFFIXES.get(out.suffix.lower())
    if kind is None:
        todo = "End it with .jpg, .png or .webp."
        raise KnownError(ErrorKind.VALUE_INVALID, out, what=what, value=out.name, todo=todo)
    return kind


def encode_picture(image: QImage, kind: str, max_bytes: int, threads: int = 2) -> bytes:
    """``image`` as ``jpeg``, ``png`` or ``webp``, in ``max_bytes`` where that is possible.

    At most so many ``threads`` work at it; what comes out is the same.
    """
    if kind == "png":
        return encode_png(image, max_bytes)
    if kind == "webp":
        return encode_webp(image, max_bytes)
    return encode_jpeg(image, max_bytes, threads)


def encode_jpeg(image: QImage, max_bytes: int, threads: int = 2) -> bytes:
    """A JPEG of at most ``max_bytes``: the best quality that fits, with full colour resolution.

    Type on yellow shows what halved colour resolution does, so that comes only when nothing else
    helps. The smallest possible file is given back even if it is larger than ``max_bytes``.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)  # a copy only if it isn't that
    pixels = _in_memory(image)
    data = b""
    for halved_colour in (False, True):
        for quality in _QUALITIES[-3:] if halved_colour else _QUALITIES:
            data = jpeg_of(pixels, quality, halved_colour, threads)
            if len(data) <= max_bytes:
                return data
    return data


def encode_webp(image: QImage, max_bytes: int) -> bytes:
    """A WebP of at most ``max_bytes``, as ``encode_jpeg``; its colour is always halved."""
    picture = Image.fromarray(as_rgb(image))
    data = b""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=2)
        data = buffer.getvalue()
        if len(data) <= max_bytes:
            break
    return data


def encode_png(image: QImage, max_bytes: int | None = None) -> bytes:
    """A PNG, lossless; with its transparency where ``image`` has an alpha channel.

    One that would be larger than ``max_bytes`` is packed with more care, which takes five times as
    long and makes it a tenth smaller.
    """
    alpha = image.hasAlphaChannel()
    formats = QImage.Format
    image = image.convertToFormat(formats.Format_ARGB32 if alpha else formats.Format_RGB32)
    pixels = _in_memory(image)
    rgb = cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA if alpha else cv2.COLOR_BGRA2RGB)
    data = png_of(np.asarray(rgb, dtype=np.uint8))
    if max_bytes is None or len(data) <= max_bytes:
        return data
    # Run lengths alone pack flat colour and filtered photos better than a search for repeats.
    options = [
        *(cv2.IMWRITE_PNG_COMPRESSION, 1),
        *(cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE),
        *(cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_PAETH),
    ]
    bgr = pixels if alpha else cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR)
    done, smaller = cv2.imencode(".png", bgr, options)
    return min(data, smaller.tobytes(), key=len) if done else data


def _in_memory(image: QImage) -> NDArray[np.uint8]:
    """An image's own pixels as (H, W, 4): blue, green, red, alpha; valid as long as the image."""
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4)
