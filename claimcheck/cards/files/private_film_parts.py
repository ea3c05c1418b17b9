"""Look through a finished MP4 for anything that isn't needed to play it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

_FOLDERS = {"moov", "trak", "mdia", "minf", "dinf", "stbl", "edts"}
_NEEDED = {
    *("ftyp", "free", "mdat", "mvhd", "tkhd", "elst", "mdhd", "hdlr", "vmhd", "smhd", "dref"),
    *("stsd", "stts", "stss", "ctts", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp"),
}
_SIGNATURES = (b"x264 - core", b"Lavf", b"Lavc")
_CHUNK = 1 << 20
_EMPTY_TAGS = 53


def box_order(file: BinaryIO) -> tuple[str, ...]:
    """The kinds of the file's outermost boxes, in their order."""
    size = file.seek(0, 2)
    return tuple(kind for kind, _, _ in _boxes(file, 0, size))


def private_parts(file: BinaryIO) -> tuple[str, ...]:
    """What the file tells besides picture and sound: tags, user data, an encoder's name."""
    size = file.seek(0, 2)
    boxes = list(_leaves(file, 0, size))
    found = [f"box {kind}" for kind, _, _ in boxes if kind not in _NEEDED]
    if "box udta" in found and _has_empty_tags(file, size):
        found.remove("box udta")
    for kind, inside, after in boxes:
        if kind in _TELLING:
            file.seek(inside)
            content = file.read(min(after - inside, _CHUNK))
            found += [told for told in (_TELLING[kind](content),) if told]
    found += [f"text {text.decode()}" for text in _SIGNATURES if _contains(file, text)]
    return tuple(found)


def _has_empty_tags(file: BinaryIO, size: int) -> bool:
    """Whether the index's user data is the muxer's list of tags with nothing in it."""
    for kind, inside, after in _boxes(file, 0, size):
        if kind == "moov":
            for part, start, end in _boxes(file, inside, after):
                if part == "udta":
                    file.seek(start)
                    content = file.read(end - start)
                    return len(content) == _EMPTY_TAGS and content.endswith(b"\0\0\0\x08ilst")
    return False


def _leaves(file: BinaryIO, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for kind, inside, after in _boxes(file, start, end):
        if kind in _FOLDERS:
            yield from _leaves(file, inside, after)
        else:
            yield kind, inside, after


def _dated(content: bytes) -> str:
    """Version, flags, then when it was made and changed: in 32 bits, or 64 in version 1."""
    times = content[4:20] if content[:1] == b"\1" else content[4:12]
    return "date" if any(times) else ""


def _named(content: bytes) -> str:
    """A handler's name follows 24 bytes; cameras and editors sign there."""
    name = content[24:].strip(b"\0")
    return "" if name in _PLAIN_NAMES else f"name {name.decode('latin-1')[:40]}"


def _filled(content: bytes) -> str:
    return "hidden data" if any(content) else ""


_TELLING: dict[str, Callable[[bytes], str]] = {
    "mvhd": _dated,
    "tkhd": _dated,
    "mdhd": _dated,
    "hdlr": _named,
    "free": _filled,
}
"""Boxes that are needed, and may tell more than is needed."""
_PLAIN_NAMES = {b"", b"VideoHandler", b"SoundHandler"}


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Kind, begin of the content and end of each box between two places of the file."""
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        length, kind, inside = int.from_bytes(head[:4]), head[4:8], start + 8
        if length == 1:
            length, inside = int.from_bytes(head[8:16]), start + 16
        after = start + length if length else end
        if after < inside or after > end:
            yield "broken", start, end
            return
        yield kind.decode("latin-1"), inside, after
        start = after


def _contains(file: BinaryIO, text: bytes) -> bool:
    file.seek(0)
    kept = b""
    while chunk := file.read(_CHUNK):
        if text in kept + chunk:
            return True
        kept = chunk[-len(text) :]
    return False
