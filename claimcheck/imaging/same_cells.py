"""The listing and the photo warped onto it, compared in cells: print, colour, and what hides them.

The print is correlated after evening out the light (normalised cross-correlation: Lewis, "Fast
template matching", Vision Interface 1995), each cell where it fits best within a few pixels, for
packages bulge. Colours are compared in CIELAB after one gain per channel for the light.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.homography import Matrix, corners_of, inverse, mapped, scaling
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.refine_frame import Plane, evened, rendered
from claimcheck.imaging.subject import find_subject

_LARGEST_PX = 384
_SMALLEST_PX = 160
_CELL = 16
_SHIFT = 2  # pixels a cell may be off
_BACKGROUND_DELTA = 9.0
_GAIN = (0.5, 2.0)  # how far a light's colour may be from white, relative to its green
_LIGHTNESS = 0.35  # how much a difference in lightness counts: shade is not another print


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows × columns over the whole listing image."""

    correlation: NDArray[np.float32]
    """Of the print, −1 to 1."""
    texture: NDArray[np.float32]
    """How much there is to see in the listing, 0 to about 1 a pixel."""
    colour: NDArray[np.float32]
    """How far apart the colours are, in units of CIELAB."""
    weight: NDArray[np.float32]
    """Which share of the cell is product, in the photo, not overexposed and not skin."""
    cell_px: tuple[float, float]
    """Width and height of a cell in listing pixels."""


def compare_cells(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> Cells:
    """Warp the photo onto the listing and compare cell by cell."""
    listing_to_photo = inverse(photo_to_listing)
    height, width = listing.shape[:2]
    outline = mapped(listing_to_photo, corners_of(width, height))
    sides = np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1)
    longer = int(np.clip(max(float(sides.max()), height, width), _SMALLEST_PX, _LARGEST_PX))
    scale = longer / max(height, width)
    size = max(_CELL, round(width * scale)), max(_CELL, round(height * scale))
    to_work = scaling(size[0] / width, size[1] / height)
    ours, _all = rendered(listing, to_work, size)
    theirs, there = rendered(photo, to_work @ photo_to_listing, size)
    product = _product(listing, ours)
    usable = product * (there > 0.99) * (theirs.max(axis=2) < 250)
    grey, seen = (_luma(one) for one in (ours, theirs))
    template = evened(grey, np.ones_like(grey), 1.0, 8.0, 3.0)
    image = evened(seen, np.asarray(there > 0.99, np.float32), 1.0, 8.0, 3.0)
    correlation = _correlation(template, image)
    agrees = np.kron(correlation > 0.6, np.ones((_CELL, _CELL), bool))[: size[1], : size[0]]
    lit = _relit(theirs, ours, (agrees & (usable > 0)).astype(bool))
    visible = usable * ~(_skin(lit) & ~_skin(ours))
    return Cells(
        correlation=correlation,
        texture=_means(template * template),
        colour=_colour_distance(ours, lit),
        weight=_means(visible.astype(np.float32)),
        cell_px=(_CELL * width / size[0], _CELL * height / size[1]),
    )


def _product(listing: RGB, ours: Plane) -> Plane:
    """1 where the listing shows the product, 0 on its studio background."""
    backdrop = find_subject(listing).background
    if backdrop is None:
        return np.ones(ours.shape[:2], np.float32)
    flat = np.array(backdrop, np.float32).reshape(1, 1, 3)
    differs = np.linalg.norm(_lab(ours) - _lab(flat), axis=2) > _BACKGROUND_DELTA
    contours, _tree = cv2.findContours(
        differs.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    filled = np.zeros(ours.shape[:2], np.uint8)
    cv2.drawContours(filled, contours, -1, 1, cv2.FILLED)
    opened = cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    return np.asarray(opened, dtype=np.float32)


def _correlation(template: Plane, image: Plane) -> NDArray[np.float32]:
    """The best correlation of each cell within a small shift; the cell's surroundings count too."""
    noise = 0.03
    own = _surrounding(template * template)
    best = np.full(own.shape, -1.0, np.float32)
    for down in range(-_SHIFT, _SHIFT + 1):
        for across in range(-_SHIFT, _SHIFT + 1):
            moved = np.roll(image, (down, across), axis=(0, 1))
            both = _surrounding(template * moved)
            other = _surrounding(moved * moved)
            best = np.maximum(best, both / np.sqrt((own + noise) * (other + noise)))
    return np.asarray(best, dtype=np.float32)


def _surrounding(plane: Plane) -> NDArray[np.float32]:
    """The mean over each cell and half of its neighbours."""
    means = _means(plane)
    return np.asarray(cv2.blur(means, (3, 3), borderType=cv2.BORDER_REPLICATE) * 0.5 + means * 0.5)


def _means(plane: Plane) -> NDArray[np.float32]:
    rows, columns = (-(-side // _CELL) for side in plane.shape)
    padded = np.zeros((rows * _CELL, columns * _CELL), np.float32)
    padded[: plane.shape[0], : plane.shape[1]] = plane
    means: NDArray[np.float32] = padded.reshape(rows, _CELL, columns, _CELL).mean(axis=(1, 3))
    return means


def _relit(theirs: Plane, ours: Plane, agrees: NDArray[np.bool_]) -> Plane:
    """The photo as under the listing's light: a gain per channel, from where the print agrees."""
    if agrees.sum() < 200:
        return theirs
    ratio = np.median((_linear(ours)[agrees] + 0.01) / (_linear(theirs)[agrees] + 0.01), axis=0)
    balance = np.clip(ratio / ratio[1], *_GAIN)
    lit = np.clip(_linear(theirs) * (balance * np.clip(ratio[1], 0.2, 5.0)), 0, 1)
    return np.asarray(255 * lit ** (1 / 2.2), dtype=np.float32)


def _linear(rgb: Plane) -> Plane:
    return np.asarray((rgb / 255) ** 2.2, dtype=np.float32)


def _luma(rgb: Plane) -> Plane:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _lab(rgb: Plane) -> Plane:
    return np.asarray(cv2.cvtColor(rgb / np.float32(255), cv2.COLOR_RGB2LAB), dtype=np.float32)


def _colour_distance(ours: Plane, theirs: Plane) -> NDArray[np.float32]:
    """Between the mean colours of each cell; lightness counts less than hue."""
    difference = [_means(_lab(ours)[..., k]) - _means(_lab(theirs)[..., k]) for k in range(3)]
    lightness = _LIGHTNESS * difference[0]
    return np.asarray(np.sqrt(lightness**2 + difference[1] ** 2 + difference[2] ** 2), np.float32)


def _skin(rgb: Plane) -> NDArray[np.bool_]:
    """Chai and Ngan, IEEE Transactions on Circuits and Systems for Video Technology 1999."""
    chroma = cv2.cvtColor(np.clip(rgb, 0, 255).astype(np.uint8), cv2.COLOR_RGB2YCrCb)
    red, blue = chroma[..., 1], chroma[..., 2]
    return np.asarray((red > 135) & (red < 173) & (blue > 77) & (blue < 127))
