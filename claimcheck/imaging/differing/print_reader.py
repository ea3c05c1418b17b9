"""Reads the print in a picture, by RapidOCR: an optional extra, its models come with it.

PP-OCR (Cui et al., "PaddleOCR 3.0 Technical Report", 2025) on ONNX Runtime; it reads Latin letters
with their accents and needs no network.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import cv2
import numpy as np

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Points
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Point, Rect

EXTRA_COMMAND = 'pip install "claimcheck[ocr]"'
_PACKAGES = ("rapidocr", "onnxruntime")
_SMALLEST_PX, _LONGEST = 24, 8


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was read."""

    text: str
    place: Rect
    """In the pixels of the picture that was read; the whole picture is (0, 0, width, height)."""
    score: float
    """0 to 1: how sure the reader is of the line that the word stands in."""
    line: int
    """Words of one line have one number."""


Reader = Callable[[RGB], tuple[Word, ...]]
"""H × W × 3, uint8, sRGB, upright → its words."""


def print_reader() -> Reader:
    """A reader; ``KnownError(EXTRA_MISSING)``, which says what to install, where there is none."""
    if any(find_spec(package) is None for package in _PACKAGES):
        raise KnownError(
            ErrorKind.EXTRA_MISSING, package=" + ".join(_PACKAGES), command=EXTRA_COMMAND
        )
    from rapidocr import RapidOCR  # noqa: PLC0415 - an optional extra that takes a second to load

    threads = max(1, (os.cpu_count() or 2) - 1)  # the window wants one as well
    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        }
    )

    def read(rgb: RGB) -> tuple[Word, ...]:
        shorter, longer = sorted(rgb.shape[:2])
        if shorter < _SMALLEST_PX or longer > _LONGEST * shorter:
            return ()  # it would be enlarged beyond all memory
        found = engine(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR))
        if found.txts is None or found.boxes is None:
            return ()
        lines = zip(found.txts, found.boxes, found.scores, strict=True)
        return tuple(
            word
            for number, (text, box, score) in enumerate(lines)
            for word in words_of(text, np.asarray(box, dtype=float), float(score), number)
        )

    return read


def words_of(text: str, corners: Points, score: float, line: int) -> tuple[Word, ...]:
    """The words of a line, each where its letters are if all were equally wide.

    ``corners`` of the line, 4 × 2, clockwise from where it begins.
    """
    words, at = [], 0
    for part in text.split(" "):
        if part:
            begin, end = at / len(text), (at + len(part)) / len(text)
            words.append(Word(part, _part_of(corners, begin, end), score, line))
        at += len(part) + 1
    return tuple(words)


def _part_of(corners: Points, begin: float, end: float) -> Rect:
    (left_top, right_top, right_bottom, left_bottom) = corners
    spots = [
        start + share * (stop - start)
        for start, stop in ((left_top, right_top), (left_bottom, right_bottom))
        for share in (begin, end)
    ]
    return Rect.spanning(Point(float(x), float(y)) for x, y in spots)
