"""A printed label, and the same label photographed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import cv2
import fontpkg_inter
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from claimcheck.imaging.pixels import RGB
from tests.unit.imaging.test_align import at_corners, photo_of, print_of

SIZE = (600, 780)
CORNERS = [(420.0, 90.0), (1010.0, 130.0), (980.0, 1010.0), (380.0, 960.0)]
ROW, FIRST = 125, 60


def label(words: Sequence[str], seed: int = 4) -> RGB:
    """Words below each other on cream fields, amid coloured print; an empty one is an empty row."""
    picture = Image.fromarray(cv2.resize(print_of(seed), SIZE))
    draw = ImageDraw.Draw(picture)
    for at, word in enumerate(words):
        top = FIRST + ROW * at
        draw.rectangle((40, top - 8, SIZE[0] - 40, top + 78), fill=(245, 240, 225))
        left = (SIZE[0] - draw.textlength(word, _font())) / 2
        draw.text((left, top), word, (40, 40, 70), _font())
    return np.asarray(picture)


def label_photo(words: Sequence[str], seed: int = 4) -> RGB:
    """The label with these words before a camera, 1400 × 1100, at ``CORNERS``."""
    printed = label(words, seed)
    return photo_of(printed, at_corners(printed, CORNERS), (1400, 1100), seed)


@lru_cache(maxsize=1)
def _font() -> ImageFont.FreeTypeFont:
    folder = Path(str(fontpkg_inter.__file__)).parent
    upright = min(folder.rglob("*.ttf"), key=lambda path: len(path.name))
    return ImageFont.truetype(str(upright), 60)
