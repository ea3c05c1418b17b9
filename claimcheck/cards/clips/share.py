"""Frames into a GIF or an animated WebP, smaller than the film, for where no film can be shared."""

from __future__ import annotations

from collections.abc import Generator
from fractions import Fraction
from typing import Any, BinaryIO, cast

import av
import cv2
import numpy as np
from av.video.stream import VideoStream
from PIL import Image

from claimcheck.cards.clips.clip import Clip
from claimcheck.cards.clips.encode import Target
from claimcheck.cards.clips.planes import Planes, empty_planes, reduced, rgb_of

WIDTHS = {"gif": 480, "webp": 540}
"""Of the animation, in pixels; a wider card is shown as large as its height allows."""
STEPS = {"gif": 3, "webp": 2}
"""Every so many frames of the film one is shown: a GIF counts in hundredths of a second."""
_WEBP_QUALITY = 92
"""Where any frame is within 38 dB of the painter's, type on flat colour the furthest."""
_COLOURS = 256
_SAMPLES = 9
"""Frames that a GIF's one palette is made from."""
_UNSETTLED = 1000
"""Their pixels that may still change colours when its colours are good enough."""
_LARGEST_SIDE = 960


def shared_size(clip: Clip, kind: str) -> tuple[int, int]:
    """Width and height of the animation in pixels, both even."""
    width, height = clip.size
    scale = min(WIDTHS[kind] / min(width, height), _LARGEST_SIDE / max(width, height), 1.0)
    return 2 * round(width * scale / 2), 2 * round(height * scale / 2)


def encode_shared(clip: Clip, file: BinaryIO, kind: str) -> Generator[int, None, None]:
    """Encode ``clip`` as ``gif`` or ``webp`` into ``file``; gives numbers of the film's frames.

    It loops for ever. The file is finished when the iterator is; whoever stops before closes the
    iterator and throws the file away. Raises ``OSError`` when the disk is full.
    """
    target = Target(file)
    try:
        yield from _encoded(clip, target, kind)
    except av.FFmpegError as error:
        raise target.problem or error from error
    if target.problem:
        raise target.problem


def _encoded(clip: Clip, target: Target, kind: str) -> Generator[int, None, None]:
    width, height = shared_size(clip, kind)
    step = STEPS[kind]
    rate = Fraction(clip.fps, step)
    palette = _palette(clip, width) if kind == "gif" else None
    with av.open(target, "w", format=kind, options={"loop": "0"}) as container:
        codec = "gif" if kind == "gif" else "libwebp_anim"
        options = {} if kind == "gif" else {"quality": str(_WEBP_QUALITY), "compression_level": "3"}
        stream = cast(VideoStream, container.add_stream(codec, rate=rate, options=options))
        stream.width, stream.height = width, height
        stream.pix_fmt = "pal8" if kind == "gif" else "bgra"
        whole = empty_planes(*clip.size)
        holds: int | None = None
        for number, index in enumerate(range(0, clip.frame_count, step)):
            clip.write_frame(index, whole, holds)
            holds = index
            small = reduced(whole, width)
            frame = _full_frame(small) if palette is None else _indexed_frame(small, palette)
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
            yield index
        container.mux(stream.encode(None))


def _full_frame(planes: Planes) -> av.VideoFrame:
    """As RGB: WebP's own YUV is that of BT.601."""
    bgra = cv2.cvtColor(rgb_of(planes), cv2.COLOR_RGB2BGRA)
    return av.VideoFrame.from_ndarray(np.asarray(bgra, np.uint8), format="bgra")


def _indexed_frame(planes: Planes, palette: Image.Image) -> av.VideoFrame:
    """Without dithering: its dots would flicker, and cost more than all else."""
    image = Image.fromarray(rgb_of(planes))
    indexed = np.array(image.quantize(palette=palette, dither=Image.Dither.NONE))
    colours = np.array(palette.getpalette("RGBA") or [], np.uint8).reshape(-1, 4)
    table = np.zeros((_COLOURS, 4), np.uint8)
    table[: len(colours)] = colours[:, [3, 0, 1, 2]]  # alpha, red, green, blue
    table[:, 0] = 255
    # PyAV's types don't know that a picture with a palette is two arrays.
    return av.VideoFrame.from_ndarray(cast(Any, (indexed, table)), format="pal8")


def _palette(clip: Clip, width: int) -> Image.Image:
    """The colours of some frames, from its beginning to its end, moved to where they err least."""
    times = np.linspace(0.0, (clip.frame_count - 1) / clip.fps, _SAMPLES)
    frames = [clip.preview_at(float(t), width // 4 * 2)[::2, ::2] for t in times]
    together = Image.fromarray(np.ascontiguousarray(np.concatenate(frames)))
    return together.quantize(_COLOURS, Image.Quantize.MEDIANCUT, kmeans=_UNSETTLED)
