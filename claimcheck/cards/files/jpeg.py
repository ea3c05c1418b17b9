"""JPEG files in two halves, which two cores can write at the same time, joined by a restart.

After a restart marker a decoder begins anew, as at the start of a scan (ITU-T T.81, E.1.4). So the
scans of two pictures that were encoded with the same tables are those of one picture that is as
high as both, with the marker between them.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
from numpy.typing import NDArray

_LEAST_ROWS = 512
"""A lower picture is encoded before a second thread has started."""
_BLOCK_ROWS = 16  # the largest that a block of pixels is, with colours at half resolution
_MOST_BLOCKS = 0xFFFF
_START_OF_FRAME, _START_OF_SCAN = 0xC0, 0xDA
_END = b"\xff\xd9"
_RESTART = b"\xff\xd0"


def jpeg_of(bgra: NDArray[np.uint8], quality: int, halved_colour: bool, threads: int = 2) -> bytes:
    """A baseline JPEG of H × W × 4 pixels: blue, green, red, and one that is left out.

    It is the same to the byte whether one or two ``threads`` write it.
    """
    upper = -(-bgra.shape[0] // 2 // _BLOCK_ROWS) * _BLOCK_ROWS
    side = 16 if halved_colour else 8
    blocks = -(-bgra.shape[1] // side) * (upper // side)
    if bgra.shape[0] < _LEAST_ROWS or blocks > _MOST_BLOCKS:
        return _encoded(bgra, quality, halved_colour)

    def half(pixels: NDArray[np.uint8]) -> bytes:
        return _encoded(pixels, quality, halved_colour)

    halves = bgra[:upper], bgra[upper:]
    if threads < 2:
        above, below = map(half, halves)
    else:
        with ThreadPoolExecutor(max_workers=1) as beside:
            later = beside.submit(half, halves[1])
            above, below = half(halves[0]), later.result()
    return _joined(above, below, bgra.shape[0], blocks)


def _encoded(bgra: NDArray[np.uint8], quality: int, halved_colour: bool) -> bytes:
    sampling = (
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420
        if halved_colour
        else cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444
    )
    options = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
    done, data = cv2.imencode(".jpg", bgra, options)
    if not done:
        raise MemoryError
    return data.tobytes()


def _joined(above: bytes, below: bytes, height: int, blocks: int) -> bytes:
    """One picture of two; ``blocks`` is how many of them ``above`` has."""
    frame, scan = _segments(above)
    below_scan = _segments(below)[1]
    head = bytearray(above[:scan])
    head[frame + 5 : frame + 7] = height.to_bytes(2, "big")
    interval = b"\xff\xdd\x00\x04" + blocks.to_bytes(2, "big")
    length = int.from_bytes(below[below_scan + 2 : below_scan + 4], "big")
    return b"".join(
        (head, interval, above[scan : -len(_END)], _RESTART, below[below_scan + 2 + length :])
    )


def _segments(data: bytes) -> tuple[int, int]:
    """Where a file's frame header and its scan header begin."""
    at, frame = 2, 0
    while data[at + 1] != _START_OF_SCAN:
        if data[at + 1] == _START_OF_FRAME:
            frame = at
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return frame, at
