"""How well the listing, laid over the photo by a homography, agrees with it, cell by cell.

Both are evened out first, so that light does not count. What the listing shows around the product,
a studio's white mostly, is no part of it: its edge to the product looks the other way round where
the photo's background is darker.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.features import Grey
from claimcheck.imaging.aligning.homography import Matrix, corners_of, mapped
from claimcheck.imaging.aligning.refine_frame import Frame, Plane, evened, frame_around, rendered

JUDGED = (1.2, 8.0)
"""Blur and reach for the correlation that decides, in working pixels."""
CELL = 24
FLOOR = 2.0  # grey levels


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well the overlaid pictures correlate, cell by cell of the working window."""

    correlation: NDArray[np.float32]
    """Rows × columns, −1 to 1; 0 where a cell has no part of the listing."""
    texture: NDArray[np.float32]
    """How much there is to see in the listing: the sum of its squared, evened-out values."""

    @property
    def score(self) -> float:
        """The correlation of a typical cell, weighted by what there is to see."""
        total = float(self.texture.sum())
        return float((self.correlation * self.texture).sum() / total) if total > 0 else 0.0

    @property
    def coverage(self) -> float:
        """The share of what there is to see that is seen, in cells that correlate."""
        total = float(self.texture.sum())
        seen = self.texture[self.correlation > 0.5].sum()
        return float(seen / total) if total > 0 else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A listing, and which part of it is compared."""

    grey: Grey
    counts: NDArray[np.uint8] | None = None
    """0 to 255 at the listing's size; else all of it."""


def agreement(listing: Shown, photo: Grey, listing_to_photo: Matrix) -> Agreement:
    """Lay the listing over the photo and correlate, light evened out."""
    frame = frame_of(listing, photo, listing_to_photo)
    if frame is None:
        return Agreement(np.zeros((1, 1), np.float32), np.zeros((1, 1), np.float32))
    template, image, mask = evened_pair(listing, frame, listing_to_photo, *JUDGED, apart=True)
    return agreement_in(template, image, mask)


def frame_of(listing: Shown, photo: Grey, listing_to_photo: Matrix) -> Frame | None:
    """The window of the photo in which the listing lies; ``None`` if it hardly does."""
    height, width = listing.grey.shape
    return frame_around(photo, mapped(listing_to_photo, corners_of(width, height)))


def evened_pair(
    listing: Shown,
    frame: Frame,
    listing_to_photo: Matrix,
    blur: float,
    reach: float,
    apart: bool = False,
) -> tuple[Plane, Plane, Plane]:
    """Listing and photo in the window, evened out, and where both are.

    ``apart``: what lies behind the product in the photo has no part in its evening out.
    """
    size = (frame.photo.shape[1], frame.photo.shape[0])
    drawn, there = rendered(listing.grey, frame.matrix @ listing_to_photo, size, listing.counts)
    whole = (there > 0.99).astype(np.float32)
    template = evened(drawn, whole, blur, reach, FLOOR)
    around = whole if apart else np.ones_like(whole)
    image = evened(frame.photo, around, blur, reach, FLOOR)
    # Near the edge what lies behind the product has a part in the photo's mean.
    inner = cv2.erode(
        whole, np.ones((5, 5), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0
    )
    return template, image, np.asarray(inner, dtype=np.float32)


def agreement_in(template: Plane, image: Plane, mask: Plane) -> Agreement:
    """The same for what ``evened_pair`` gave."""
    both, ours, theirs = (
        cell_sums(values * mask)
        for values in (template * image, template * template, image * image)
    )
    # A cell with little to see agrees by chance: as if it had some noise of its own.
    noise = 0.02 * CELL * CELL
    correlation = both / np.sqrt((ours + noise) * (theirs + noise))
    return Agreement(correlation.astype(np.float32), ours.astype(np.float32))


def cell_sums(values: Plane) -> Plane:
    """Rows × columns of cells; those at the edge may be smaller."""
    rows, columns = (-(-side // CELL) for side in values.shape)
    padded = np.zeros((rows * CELL, columns * CELL), np.float32)
    padded[: values.shape[0], : values.shape[1]] = values
    sums: Plane = padded.reshape(rows, CELL, columns, CELL).sum(axis=(1, 3))
    return sums


def cell_weights(agreement_: Agreement, mask: Plane) -> Plane:
    """How much each pixel's surroundings agree already: 0 below a correlation of 0.2."""
    weights = np.clip((agreement_.correlation - 0.2) / 0.4, 0, 1)
    spread = np.kron(weights, np.ones((CELL, CELL), np.float32))
    return np.asarray(spread[: mask.shape[0], : mask.shape[1]] * mask, dtype=np.float32)
