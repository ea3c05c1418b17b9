"""The photo laid over the listing: both at one size, and where the listing shows the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.homography import (
    Matrix,
    corners_of,
    inverse,
    mapped,
    scaling,
    shifting,
)
from claimcheck.imaging.aligning.refine_frame import Plane, rendered
from claimcheck.imaging.aligning.silhouette import product_of
from claimcheck.imaging.pixels import RGB

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
    product = product_of(listing, ours)
    return Overlay(
        listing=ours,
        photo=np.ascontiguousarray(wide[inner]),
        there=there[inner] > 0.99,
        product=product,
        around=wide,
        margin=margin,
        scale=(size[0] / width, size[1] / height),
    )
