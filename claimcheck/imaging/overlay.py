"""The photo laid over the listing: both at one size, and where the listing shows the product."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.homography import Matrix, corners_of, inverse, mapped, scaling, shifting
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.refine_frame import Plane, rendered
from claimcheck.imaging.subject import find_subject

_BACKGROUND_DELTA = 8.0
_BAY = 0.06  # of the longer side
_WHITE = 243.0
_MARGIN = 0.12  # of the longer side: how far around the listing hands are looked for


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """Both pictures in working pixels of the listing's plane."""

    listing: Plane
    """Height × width × 3, sRGB, 0 to 255."""
    photo: Plane
    there: NDArray[np.bool_]
    """Where the photo reaches."""
    product: NDArray[np.bool_]
    """What isn't the listing's studio background."""
    around: Plane
    """The photo with ``margin`` more on every side."""
    margin: int
    scale: tuple[float, float]
    """Working pixels per listing pixel, across and down."""


def lay_over(
    listing: RGB, photo: RGB, photo_to_listing: Matrix, smallest_px: int, largest_px: int
) -> Overlay:
    """Both at the size of the sharper one, its longer side within the two bounds."""
    height, width = listing.shape[:2]
    outline = mapped(inverse(photo_to_listing), corners_of(width, height))
    sides = np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1)
    longer = int(np.clip(max(float(sides.max()), height, width), smallest_px, largest_px))
    scale = longer / max(height, width)
    size = max(8, round(width * scale)), max(8, round(height * scale))
    to_work = scaling(size[0] / width, size[1] / height)
    ours, _all = rendered(listing, to_work, size)
    margin = round(_MARGIN * longer)
    around = size[0] + 2 * margin, size[1] + 2 * margin
    wide, there = rendered(photo, shifting(margin, margin) @ to_work @ photo_to_listing, around)
    inner = slice(margin, margin + size[1]), slice(margin, margin + size[0])
    product = _product(listing, ours)
    return Overlay(
        listing=ours,
        photo=np.ascontiguousarray(wide[inner]),
        there=there[inner] > 0.99,
        product=product,
        around=wide,
        margin=margin,
        scale=(size[0] / width, size[1] / height),
    )


def lab(rgb: Plane) -> Plane:
    """CIELAB of sRGB, 0 to 255; L from 0 to 100."""
    return np.asarray(cv2.cvtColor(rgb / np.float32(255), cv2.COLOR_RGB2LAB), dtype=np.float32)


def _product(listing: RGB, ours: Plane) -> NDArray[np.bool_]:
    """All but the studio background, which is what has its colour and reaches the border."""
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
