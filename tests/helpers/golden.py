"""Compare a painted image with the picture of it that a person approved.

``CLAIMCHECK_GOLDEN=write pytest …`` writes the pictures anew; look at them before committing.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from claimcheck.cards.files.encode import as_rgb

FOLDER = Path(__file__).resolve().parents[1] / "golden"

MEAN_TOLERANCE = 1.0
"""Of 255, over all pixels: other builds of FreeType set glyph edges a little differently."""
PART_TOLERANCE = 0.01
"""Part of the pixels that may differ by more than ``PIXEL_TOLERANCE``."""
PIXEL_TOLERANCE = 40


def assert_looks_like(image: QImage, name: str) -> None:
    """Fail when ``image`` differs from ``tests/golden/NAME.png`` by more than the tolerance.

    The new picture is then written beside it as ``NAME.new.png``.
    """
    path = FOLDER / f"{name}.png"
    pixels = as_rgb(image)
    if os.environ.get("CLAIMCHECK_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        Image.fromarray(pixels).save(path, optimize=True)
        return
    wanted = np.asarray(Image.open(path).convert("RGB"))
    assert pixels.shape == wanted.shape, f"{name}: {pixels.shape} instead of {wanted.shape}"
    difference = np.abs(pixels.astype(np.int16) - wanted).max(axis=2)
    mean, part = float(difference.mean()), float((difference > PIXEL_TOLERANCE).mean())
    if mean > MEAN_TOLERANCE or part > PART_TOLERANCE:
        Image.fromarray(pixels).save(FOLDER / f"{name}.new.png")
        raise AssertionError(f"{name} differs: mean {mean:.2f}, {part:.2%} of the pixels clearly")
