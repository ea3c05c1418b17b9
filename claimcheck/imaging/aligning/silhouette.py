"""Where a listing shows the product: all but its studio background."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.subject import find_subject

_BACKGROUND_DELTA = 8.0
_BAY = 0.06  # of the longer side
_WHITE = 243.0


def lab(rgb: Plane) -> Plane:
    """CIELAB of sRGB, 0 to 255; L from 0 to 100."""
    return np.asarray(cv2.cvtColor(rgb / np.float32(255), cv2.COLOR_RGB2LAB), dtype=np.float32)


def product_of(listing: RGB, ours: Plane) -> NDArray[np.bool_]:
    """All but the studio background, which is what has its colour and reaches the border.

    ``ours`` is the listing at the size of the answer, 0 to 255.
    """
    backdrop = find_subject(listing).background or _white_border(ours)
    if backdrop is None:
        return np.ones(ours.shape[:2], np.bool_)
    flat = np.array(backdrop, np.float32).reshape(1, 1, 3)
    differs = (np.linalg.norm(lab(ours) - lab(flat), axis=2) > _BACKGROUND_DELTA).astype(np.uint8)
    edge = 3  # drawn together with the nothing beyond
    framed = np.zeros(differs.shape, np.uint8)
    framed[edge:-edge, edge:-edge] = differs[edge:-edge, edge:-edge]
    # White print on a white edge is a bay in the silhouette.
    bay = round(_BAY * max(ours.shape)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (bay, bay))
    framed = cv2.copyMakeBorder(framed, bay, bay, bay, bay, cv2.BORDER_CONSTANT, value=0)
    closed = cv2.morphologyEx(framed, cv2.MORPH_CLOSE, kernel)[bay:-bay, bay:-bay]
    contours, _tree = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(ours.shape[:2], np.uint8)
    cv2.drawContours(filled, contours, -1, 1, cv2.FILLED)
    return np.asarray(cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)) > 0)


def _white_border(ours: Plane) -> tuple[int, int, int] | None:
    """White, where much of the border is: a tall carton reaches it at the top and the bottom."""
    border = np.concatenate([ours[3], ours[-4], ours[:, 3], ours[:, -4]])
    white = border.min(axis=1) > _WHITE
    return (255, 255, 255) if white.mean() > 0.5 else None
