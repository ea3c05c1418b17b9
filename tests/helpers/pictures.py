"""Test pictures: photo-like, cheap at any size, the same on every run."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import ExifTags, Image

from claimcheck.imaging.pixels import RGB


def photo(width: int = 400, height: int = 300, seed: int = 1) -> RGB:
    """Soft blobs of colour with a little noise: compresses and downscales as photos do."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (12, 16, 3), dtype=np.uint8)
    soft = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.int16)
    tile = rng.integers(-6, 7, (64, 64, 1), dtype=np.int16)
    noise = np.tile(tile, (height // 64 + 1, width // 64 + 1, 1))[:height, :width]
    return np.asarray(np.clip(soft + noise, 0, 255), dtype=np.uint8)


def corners(width: int = 60, height: int = 40) -> RGB:
    """Four quarters: red, green / blue, white; so every turn and mirroring can be told."""
    rgb = np.empty((height, width, 3), np.uint8)
    rgb[: height // 2, : width // 2] = (220, 30, 30)
    rgb[: height // 2, width // 2 :] = (30, 200, 30)
    rgb[height // 2 :, : width // 2] = (30, 30, 220)
    rgb[height // 2 :, width // 2 :] = (250, 250, 250)
    return rgb


def studio(
    size: tuple[int, int] = (400, 300),
    product: tuple[int, int, int, int] = (120, 60, 140, 180),
    background: tuple[int, int, int] = (255, 255, 255),
) -> RGB:
    """A patterned box (x, y, width, height) on a flat background."""
    rgb = np.empty((size[1], size[0], 3), np.uint8)
    rgb[:] = background
    x, y, width, height = product
    rgb[y : y + height, x : x + width] = photo(width, height) // 2 + (40, 0, 20)
    return rgb


def encoded(rgb: RGB, kind: str = "JPEG", **options: Any) -> bytes:
    """A picture file's content, by Pillow."""
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, kind, **options)
    return buffer.getvalue()


def written(path: Path, rgb: RGB, kind: str = "JPEG", **options: Any) -> Path:
    """Write a picture file, and give its path."""
    path.write_bytes(encoded(rgb, kind, **options))
    return path


def twelve_megapixels(folder: Path, count: int = 1) -> list[Path]:
    """Different 4000 × 3000 JPEGs of some 3 MB; encoded once, told apart by a comment."""
    data = encoded(photo(4000, 3000), quality=88)
    paths = []
    for index in range(count):
        text = f"photo {index}".encode()
        comment = b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text
        paths.append(folder / f"photo-{index:03}.jpg")
        paths[-1].write_bytes(data[:2] + comment + data[2:])
    return paths


def exif(
    orientation: int | None = None,
    taken_at: str = "",
    offset: str = "",
    latitude: bool = False,
) -> Image.Exif:
    """EXIF as cameras write it; ``taken_at`` like ``2026:05:01 12:30:00``."""
    values = Image.Exif()
    if orientation is not None:
        values[ExifTags.Base.Orientation] = orientation
    if taken_at:
        inner = {ExifTags.Base.DateTimeOriginal: taken_at}
        if offset:
            inner[ExifTags.Base.OffsetTimeOriginal] = offset
        values[ExifTags.IFD.Exif] = inner
    if latitude:
        gps = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (52.0, 5.0, 0.0)}
        values[ExifTags.IFD.GPSInfo] = gps
    return values


def png_header_only(width: int, height: int) -> bytes:
    """A PNG that claims a size and has next to no pixels: what a decompression bomb looks like."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


COLOURS = ((220, 20, 20), (20, 200, 20), (20, 20, 220), (240, 240, 20))


def animated(path: Path, lasts_ms: int = 200) -> Path:
    frames = [Image.new("RGB", (64, 48), colour) for colour in COLOURS]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=lasts_ms, lossless=True)
    return path
