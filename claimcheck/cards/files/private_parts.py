"""Look through a finished file for anything that isn't needed to show it.

Nothing is looked for by name: whatever is not known to be needed is told. So a kind of metadata
that nobody thought of is found as well. The structures are those of JPEG (ITU-T T.81), PNG (W3C),
GIF89a and WebP (RFC 9649); for MP4 see ``private_film_parts``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from claimcheck.cards.files import private_film_parts

_JPEG_NEEDED = {0xDB, 0xC4, 0xDD, 0xC0, 0xC1, 0xC2}
"""Tables, restarts, and the three kinds of frame that are in use."""
_JPEG_NAMES = {
    0xE0: "JFIF thumbnail",
    0xE1: "EXIF or XMP",
    0xE2: "colour profile",
    0xED: "IPTC",
    0xFE: "comment",
}
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)
"""In a scan, after its own zeros and restarts."""
_JFIF_BYTES = 14
"""Of a JFIF header without a thumbnail."""
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = {b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"IDAT", b"IEND"}
_WEBP_NEEDED = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
_ANMF_HEAD = 16
_LOOPING = b"NETSCAPE2.0"


def private_parts(file: BinaryIO) -> tuple[str, ...]:
    """What ``file``, a finished JPEG, PNG, GIF, WebP or MP4, tells besides picture and sound.

    Empty when there is nothing. A file that is none of these, or breaks off, is told as well.
    """
    file.seek(0)
    head = file.read(16)
    if head[4:8] == b"ftyp":
        return private_film_parts.private_parts(file)
    finders: tuple[tuple[bytes, Callable[[bytes], Iterator[str]]], ...] = (
        (b"\xff\xd8", _in_jpeg),
        (_PNG_START, _in_png),
        (b"GIF8", _in_gif),
        (b"RIFF", _in_webp),
    )
    file.seek(0)
    for start, find in finders:
        if head.startswith(start):
            data = file.read()
            try:
                return tuple(dict.fromkeys(find(data)))
            except (IndexError, ValueError):
                return ("file that breaks off",)
    return ("file of another kind",)


def _in_jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        code = data[at + 1]
        if code == 0xFF:  # filling
            at += 1
            continue
        if code == 0xD9:
            break
        length = int.from_bytes(_exactly(data, at + 2, 2))
        content = _exactly(data, at + 4, length - 2)
        at += 2 + length
        if code == 0xDA:
            at = _after_scan(data, at)
        elif code == 0xE0 and content.startswith(b"JFIF\0") and len(content) == _JFIF_BYTES:
            continue
        elif code not in _JPEG_NEEDED:
            yield _JPEG_NAMES.get(code, f"JPEG segment {code:02X}")
    if len(data) > at + 2:
        yield "data after the end"


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker is that isn't part of the scan's own data."""
    found = _MARKER.search(data, at)
    if found is None:
        raise ValueError("breaks off")
    return found.start()


def _in_png(data: bytes) -> Iterator[str]:
    at = len(_PNG_START)
    kind = b""
    while kind != b"IEND":
        length = int.from_bytes(_exactly(data, at, 4))
        kind = _exactly(data, at + 4, 4)
        _exactly(data, at + 8, length + 4)
        at += 12 + length
        if kind not in _PNG_NEEDED:
            yield f"PNG chunk {kind.decode('latin-1')}"
    if len(data) > at:
        yield "data after the end"


def _in_gif(data: bytes) -> Iterator[str]:
    at = 13 + _colours(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 10 + _colours(data[at + 9]) + 1
        elif data[at] == 0x21:
            looping = data[at + 1] == 0xFF and data[at + 3 : at + 14] == _LOOPING
            if data[at + 1] != 0xF9 and not looping:
                yield "comment" if data[at + 1] == 0xFE else f"GIF extension {data[at + 1]:02X}"
            at += 2
        else:
            raise ValueError("no block")
        while data[at]:
            at += data[at] + 1
        at += 1
    if len(data) > at + 1:
        yield "data after the end"


def _colours(flags: int) -> int:
    """Bytes of the colour table that a flag byte tells of."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _in_webp(data: bytes) -> Iterator[str]:
    end = 8 + int.from_bytes(_exactly(data, 4, 4), "little")
    if _exactly(data, 8, 4) != b"WEBP" or end > len(data):
        raise ValueError("not a whole WebP")
    yield from _webp_chunks(data, 12, end)
    if len(data) > end:
        yield "data after the end"


def _webp_chunks(data: bytes, at: int, end: int) -> Iterator[str]:
    while at < end:
        kind, length = data[at : at + 4], int.from_bytes(_exactly(data, at + 4, 4), "little")
        _exactly(data, at + 8, length)
        if kind not in _WEBP_NEEDED:
            yield f"WebP chunk {kind.decode('latin-1').strip()}"
        if kind == b"ANMF":  # a frame: its place and time, then chunks of its own
            yield from _webp_chunks(data, at + 8 + _ANMF_HEAD, at + 8 + length)
        at += 8 + length + length % 2


def _exactly(data: bytes, at: int, count: int) -> bytes:
    part = data[at : at + count]
    if count < 0 or len(part) != count:
        raise ValueError("breaks off")
    return part
