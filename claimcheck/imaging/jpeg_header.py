"""What stands before the pixels of a JPEG (ITU-T T.81, annex B), for those that are all alike.

That is: sequential, in Huffman codes, all in one scan without restarts, grey or in the usual three
colours. So cameras, phones and shops write theirs, but for progressive ones.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_START = b"\xff\xd8"
_SCAN, _HUFFMAN, _QUANTISATION, _RESTARTS, _ADOBE = 0xDA, 0xC4, 0xDB, 0xDD, 0xEE
_FRAMES = {0xC0, 0xC1}


@dataclass(frozen=True, slots=True)
class Component:
    """One colour: how many blocks of each MCU it has, and what its coefficients are read by."""

    across: int
    down: int
    quantisation: int
    """What first coefficients are multiplied by."""
    firsts: bytes
    """Huffman table of first coefficients: how many codes have each of 16 lengths, and what for."""
    others: bytes
    """The same of the other coefficients."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of ``width`` by ``height`` whose bits begin at byte ``begins`` of its file."""

    width: int
    height: int
    components: tuple[Component, ...]
    begins: int


class OtherJpegError(Exception):
    """A JPEG of another build, or none at all."""


def read_header(data: bytes) -> Scan:
    """Read up to the bits. ``OtherJpegError`` for what is damaged or of another build."""
    try:
        return _read(data)
    except (IndexError, KeyError, ValueError, struct.error) as error:
        raise OtherJpegError from error


def _read(data: bytes) -> Scan:
    quantisation: dict[int, int] = {}
    huffman: dict[int, bytes] = {}
    frame = b""
    for marker, body, after in _segments(data):
        if marker == _QUANTISATION:
            quantisation |= _first_quantisations(body)
        elif marker == _HUFFMAN:
            huffman |= _huffman_tables(body)
        elif marker in _FRAMES:
            frame = body
        elif marker == _SCAN:
            bits, height, width = struct.unpack_from(">BHH", frame)
            components = _components(frame, body, quantisation, huffman)
            if bits == 8 and height and width:
                return Scan(width, height, components, after)
            break
        elif marker == _RESTARTS and any(body):
            break
        elif marker == _ADOBE and body.startswith(b"Adobe") and body[11] != 1:
            break  # its three colours are red, green and blue
    raise OtherJpegError


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The marker of each segment, what it holds, and where it ends."""
    at = len(_START) if data.startswith(_START) else len(data)
    while True:
        lead, marker, length = struct.unpack_from(">BBH", data, at)
        if lead != 0xFF or length < 2:
            raise OtherJpegError
        end = at + 2 + length
        yield marker, data[at + 4 : end], end
        at = end


def _first_quantisations(body: bytes) -> dict[int, int]:
    found = {}
    while body:
        wide = body[0] >> 4
        (found[body[0] & 15],) = struct.unpack_from(">H" if wide else "B", body, 1)
        body = body[129 if wide else 65 :]
    return found


def _huffman_tables(body: bytes) -> dict[int, bytes]:
    found = {}
    while body:
        end = 17 + sum(body[1:17])
        found[body[0]] = body[1:end]
        body = body[end:]
    return found


def _components(
    frame: bytes, scan: bytes, quantisation: dict[int, int], huffman: dict[int, bytes]
) -> tuple[Component, ...]:
    count = frame[5]
    if count not in {1, 3} or scan[0] != count:
        raise OtherJpegError
    found = []
    for one in range(count):
        name, sampling, of_quantisation = frame[6 + 3 * one : 9 + 3 * one]
        scanned, tables = scan[1 + 2 * one : 3 + 2 * one]
        # A scan of one component goes block by block, whatever its sampling (A.2.2).
        across, down = (sampling >> 4, sampling & 15) if count == 3 else (1, 1)
        if scanned != name or not (0 < across <= 4 and 0 < down <= 4):
            raise OtherJpegError
        firsts, others = huffman[tables >> 4], huffman[16 | tables & 15]
        found.append(Component(across, down, quantisation[of_quantisation], firsts, others))
    most = found[0]
    if any(most.across % one.across or most.down % one.down for one in found):
        raise OtherJpegError
    if frame[6::3][:3] == b"RGB":
        raise OtherJpegError
    return tuple(found)
