"""A painted card as the bytes of a file: JPEG or PNG, within a size limit, without metadata."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFile
from PySide6.QtGui import QImage

from claimcheck.imaging.pixels import RGB

JPEG_SUFFIXES = (".jpg", ".jpeg")
PNG_SUFFIXES = (".png",)

_QUALITIES = (93, 90, 86, 82, 76, 70, 62, 54, 45, 35, 25)


def as_rgb(image: QImage) -> RGB:
    """The pixels of an image as (H, W, 3) sRGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def encode_jpeg(image: QImage, max_bytes: int) -> bytes:
    """A JPEG of at most ``max_bytes``: the best quality that fits, with full colour resolution.

    Type on yellow shows what halved colour resolution does, so that comes only when nothing else
    helps. The smallest possible file is given back even if it is larger than ``max_bytes``.
    """
    picture = Image.fromarray(as_rgb(image))
    data = b""
    for subsampling in (0, 2):
        for quality in _QUALITIES if subsampling == 0 else _QUALITIES[-3:]:
            data = _jpeg(picture, quality, subsampling)
            if len(data) <= max_bytes:
                return data
    return data


def _jpeg(picture: Image.Image, quality: int, subsampling: int) -> bytes:
    buffer = io.BytesIO()
    # Pillow's optimizer needs the whole file in one buffer, and takes noise for a broken one.
    ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, 4 * picture.width * picture.height)
    picture.save(buffer, "JPEG", quality=quality, subsampling=subsampling, optimize=True)
    return buffer.getvalue()


def encode_png(image: QImage) -> bytes:
    """A PNG, lossless, moderately packed."""
    buffer = io.BytesIO()
    Image.fromarray(as_rgb(image)).save(buffer, "PNG", compress_level=4)
    return buffer.getvalue()
