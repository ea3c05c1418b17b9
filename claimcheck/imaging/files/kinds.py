"""Which kind of file it really is, by its first bytes; by its name only where they can't tell."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

HEAD_BYTES = 4096
"""How much of a file is enough to know its kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. ``plugin`` is Pillow's name for it, empty when claimcheck doesn't open it."""

    name: str
    suffix: str = ""
    plugin: str = ""


JPEG = Kind("JPEG", ".jpg", "JPEG")  # with MPO, whose first picture it is
PNG = Kind("PNG", ".png", "PNG")
GIF = Kind("GIF", ".gif", "GIF")
WEBP = Kind("WebP", ".webp", "WEBP")
BMP = Kind("BMP", ".bmp", "BMP")
TIFF = Kind("TIFF", ".tif", "TIFF")
AVIF = Kind("AVIF", ".avif", "AVIF")
HEIC = Kind("HEIC", ".heic", "HEIF")
HEIF = Kind("HEIF", ".heif", "HEIF")

_OPENED: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
# Files that are none of ours but whose name helps the user, by how they begin.
_NAMED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"8BPS", "PSD"),
    (b"gimp xcf", "GIMP"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"\x00\x00\x02\x00", "CUR"),
    (b"icns", "ICNS"),
    (b"DDS ", "DDS"),
    (b"qoif", "QOI"),
    (b"FUJIFILMCCD-RAW", "RAF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"PK\x03\x04", "ZIP"),
)
_PORTABLE = {f"P{digit}".encode(): "Netpbm" for digit in range(1, 8)}
_RAW_SUFFIXES = {".cr2", ".nef", ".nrw", ".arw", ".srf", ".sr2", ".dng", ".orf", ".rw2", ".pef"}
_NO_MAGIC = {".tga": "TGA", ".pcx": "PCX", ".fli": "FLI", ".flc": "FLI", ".svgz": "SVG"}
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
_VIDEO_BRANDS = {b"qt  ": "MOV video"}


def kind_of(head: bytes, path: Path) -> Kind | None:
    """The kind of a file from its first ``HEAD_BYTES`` bytes; ``None`` when nobody knows."""
    return _ours(head, path) or _isobmff(head) or _other(head, path)


def _ours(head: bytes, path: Path) -> Kind | None:
    for start, kind in _OPENED:
        if head.startswith(start):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return _tiff(head, path)
    # "BM" alone may begin a letter about a car.
    if head.startswith(b"BM") and len(head) >= 18:
        return BMP if struct.unpack("<I", head[14:18])[0] in _BMP_HEADERS else None
    return None


def _tiff(head: bytes, path: Path) -> Kind:
    """Raw files of cameras are TIFF inside, with a thumbnail where the picture would be."""
    if head[8:10] == b"CR":
        return Kind("CR2")
    suffix = path.suffix.lower()
    return Kind(suffix[1:].upper()) if suffix in _RAW_SUFFIXES else TIFF


def _isobmff(head: bytes) -> Kind | None:
    """HEIF, AVIF and videos share one container (ISO/IEC 14496-12); its brands tell them apart."""
    if head[4:8] != b"ftyp":
        return None
    size = struct.unpack(">I", head[:4])[0]
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4))]
    if b"avif" in brands or b"avis" in brands:
        return AVIF
    if brands[0] in {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}:
        return HEIC
    if brands[0] in {b"mif1", b"msf1", b"mif2"}:
        return HEIC if b"heic" in brands else HEIF
    if brands[0] == b"crx ":
        return Kind("CR3")
    return Kind(_VIDEO_BRANDS.get(brands[0], "MP4 video"))


def _other(head: bytes, path: Path) -> Kind | None:
    by_suffix = _NO_MAGIC.get(path.suffix.lower())
    if by_suffix and b"\0" in head:  # before ICO, since TGA often begins like it
        return Kind(by_suffix)
    if head[:2] in _PORTABLE and head[2:3].isspace():
        return Kind(_PORTABLE[head[:2]])
    if head.startswith(b"RIFF") and head[8:12] == b"AVI ":
        return Kind("AVI video")
    if head.startswith(b"\x1aE\xdf\xa3"):  # Matroska, or its subset WebM
        return Kind("Matroska video" if b"matroska" in head[:64] else "WebM video")
    name = next((name for start, name in _NAMED if head.startswith(start)), None) or _markup(head)
    return Kind(name) if name else None


def _markup(head: bytes) -> str | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!")) and b"<svg" in text):
        return "SVG"
    return "HTML" if text.startswith((b"<!doctype html", b"<html")) else None
