"""What differs between the listing and the photo laid over it: proposals, the plainest first."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.homography import Matrix
from claimcheck.imaging.differing.difference_kinds import DifferenceKind, kind_of
from claimcheck.imaging.differing.difference_map import Differing, differing
from claimcheck.imaging.differing.overlay import Overlay, lay_over
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect

_SMALLEST_PX, _LARGEST_PX = 240, 480
_REACH = 0.006  # of the working size: how far a place may be off
_SEED, _GROWN = 3.3, 1.7  # strengths from which on a region begins, and to which it extends
_LEAST_SHARE = 0.0012  # of the picture's area; what is smaller is noise, or a speck
_JOINED = 0.02  # of the working size: regions nearer than that are one
_THIN = 5  # pixels: narrower than that is an edge that misfits
_RING = (3, 15)
_LEAST_SEEN, _LEAST_AMID = 0.68, 0.55


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference that a person may accept, edit or dismiss."""

    place: Rect
    """In listing pixels; the whole picture is (0, 0, width, height)."""
    kind: DifferenceKind
    strength: float
    """0 to 1: how plain it is. 0.5 is just worth proposing."""


def find_differences(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> tuple[Difference, ...]:
    """What differs, the plainest first; some 0.3 s.

    Both are H × W × 3, uint8, sRGB, upright; the homography is between pixel centres, as ``align``
    gives it.
    """
    return regions_of(*compared(listing, photo, photo_to_listing))


def compared(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> tuple[Overlay, Differing]:
    """The photo laid over the listing, and how much it differs everywhere."""
    overlay = lay_over(listing, photo, photo_to_listing, _SMALLEST_PX, _LARGEST_PX)
    return overlay, differing(overlay, reach_px(overlay))


def reach_px(overlay: Overlay) -> int:
    """How many working pixels a place may be off, for packages bulge."""
    return max(2, round(_REACH * int(max(overlay.product.shape))))


def regions_of(overlay: Overlay, found: Differing) -> tuple[Difference, ...]:
    """The regions worth proposing, the plainest first."""
    proposals = [difference_at(region, overlay, found) for region in _regions(found)]
    return tuple(sorted(proposals, key=lambda one: -one.strength))


def _regions(found: Differing) -> list[NDArray[np.bool_]]:
    """Where it differs plainly, on enough places, amid agreement."""
    strength = found.strength
    longer = max(strength.shape)
    thin = np.ones((_THIN, _THIN), np.uint8)
    grown = cv2.morphologyEx((strength > _GROWN).astype(np.uint8), cv2.MORPH_OPEN, thin)
    joint = max(3, round(_JOINED * longer)) | 1
    closed = cv2.morphologyEx(grown, cv2.MORPH_CLOSE, np.ones((joint, joint), np.uint8))
    count, labels = cv2.connectedComponents(closed)
    regions = []
    for label in range(1, count):
        inside = (labels == label) & (grown > 0)
        seeds = int((strength[inside] > _SEED).sum())
        if seeds >= _LEAST_SHARE * strength.size and _is_amid(inside, found):
            regions.append(inside)
    return regions


def _is_amid(region: NDArray[np.bool_], found: Differing) -> bool:
    """Whether a ring around the region can be compared, and agrees.

    At the rim of what both show, a fold, a thumb or the next plane begins.
    """
    inner, outer = (
        cv2.dilate(region.astype(np.uint8), np.ones((side, side), np.uint8)) > 0 for side in _RING
    )
    ring = outer & ~inner
    agrees = ring & found.visible & (found.strength < _GROWN)
    seen, agreeing = (float(one.sum()) for one in (ring & found.visible, agrees))
    size = max(1, int(ring.sum()))
    return seen > _LEAST_SEEN * size and agreeing > _LEAST_AMID * size


def difference_at(region: NDArray[np.bool_], overlay: Overlay, found: Differing) -> Difference:
    """What ``region`` (height × width of the overlay) is to the user."""
    x, y, width, height = cv2.boundingRect(region.astype(np.uint8))
    across, down = overlay.scale
    place = Rect(x / across, y / down, width / across, height / down)
    typical = float(np.percentile(found.strength[region], 80))
    strength = 1 - 0.5 * _SEED / max(typical, _SEED)
    return Difference(place, kind_of(region, found), round(strength, 3))
