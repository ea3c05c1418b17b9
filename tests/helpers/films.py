"""Short films in which each frame carries its number as a shade of grey."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from claimcheck.imaging.pixels import RGB

FRAMES, RATE = 60, 30


def picture(number: int, width: int = 160, height: int = 96) -> RGB:
    """A red corner at the top left, so that turning is seen, and the number as a grey."""
    rgb = np.full((height, width, 3), 40 + 3 * number, np.uint8)
    rgb[: height // 4, : width // 4] = (220, 20, 20)
    return rgb


def number_of(rgb: RGB) -> int:
    return round((float(rgb[rgb.shape[0] * 3 // 4 :, rgb.shape[1] * 3 // 4 :].mean()) - 40) / 3)


def film(path: Path, codec: str = "libx264", gop: int = 12, start: int = 0, turn: int = 0) -> Path:
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=RATE)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        stream.codec_context.gop_size = gop
        stream.options = {"sc_threshold": "0"}  # no key frames but those
        stream.codec_context.time_base = Fraction(1, RATE)
        out.metadata["creation_time"] = "2026-05-04T10:20:30Z"
        for number in range(FRAMES):
            frame = av.VideoFrame.from_ndarray(picture(number), format="rgb24")
            frame.pts, frame.time_base = start + number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    if turn:
        turned(path, turn)
    return path


def turned(path: Path, degrees: int) -> None:
    """Write a rotation into the track header, where phones write it (ISO 14496-12, 8.3.2)."""
    data = path.read_bytes()
    at = data.index(b"tkhd") + 4
    matrix = {  # clockwise, as players show it
        90: (0, 1, -1, 0),
        180: (-1, 0, 0, -1),
        270: (0, -1, 1, 0),
    }[degrees]
    a, b, c, d = (value * 65536 for value in matrix)
    values = (a, b, 0, c, d, 0, 0, 0, 0x40000000)
    packed = b"".join(value.to_bytes(4, "big", signed=True) for value in values)
    path.write_bytes(data[: at + 40] + packed + data[at + 76 :])
