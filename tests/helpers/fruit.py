"""Pictures of something that has no flat face: an apple-like disc on a table."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from claimcheck.imaging.pixels import RGB

APPLE, TABLE = (190, 40, 35), (150, 160, 150)


def fruit(
    size: tuple[int, int], middle: tuple[int, int], radius: int, table: tuple[int, int, int] = TABLE
) -> RGB:
    """A red disc on a grey table, both with some grain."""
    rgb = np.full((size[1], size[0], 3), table, np.uint8)
    cv2.circle(rgb, middle, radius, APPLE, -1, cv2.LINE_AA)
    grain = np.random.default_rng(4).normal(0, 4, rgb.shape)
    return np.clip(rgb + grain, 0, 255).astype(np.uint8)


def saved(path: Path, rgb: RGB) -> Path:
    """As a file without loss."""
    Image.fromarray(rgb).save(path)
    return path
