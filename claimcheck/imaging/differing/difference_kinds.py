"""In what way a place differs: told by its print, its colour and its shade on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane
from claimcheck.imaging.differing.difference_map import Differing

_RIM = 15  # pixels of a region's outline that belong to the window, not to what differs
_FINE, _COARSE = 3.0, 5.0  # standard deviations that part print from shade
_PRINTED = 1.5  # how much print varies at least, in CIELAB's L
_GONE = 0.3  # of the other side's print: as good as none
_REPLACED = 20.0  # difference in lightness from which on a plain patch is something else
_PLAIN = 4.0
_ALIKE = 0.4  # correlation of the print from which on only its colour differs
_COLOURED, _RECOLOURED = 14.0, 18.0  # how far colours are apart in a and b
_BOLD = 9.0  # print that no shade makes
_SHADED, _BALANCED = 4.5, 7.0  # a dent has a light and a dark side, and the same mean


class DifferenceKind(StrEnum):
    """In what way a place differs."""

    COLOUR = "colour"
    PRINT = "print"
    """Print or text is another."""
    MISSING = "missing"
    """Something that the listing shows isn't there."""
    EXTRA = "extra"
    """Something is there that the listing doesn't show."""
    SHAPE = "shape"
    """Dented, bent or bulging."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What tells the kinds apart, in CIELAB."""

    print_listing: float
    print_photo: float
    likeness: float
    """Correlation of the print, −1 to 1."""
    colour: float
    """Between the mean colours."""
    colour_spread: float
    lightness: float
    """Of the photo, less that of the listing."""
    shade: float
    """How much the difference in lightness varies, print left out."""


def kind_of(region: NDArray[np.bool_], found: Differing) -> DifferenceKind:
    """The kind of the difference in ``region`` (height × width of the overlay)."""
    look = _look(region, found)
    plain, printed = sorted([look.print_listing, look.print_photo])
    if printed > _PRINTED and plain < _GONE * printed:
        gone = look.print_photo < look.print_listing
        return DifferenceKind.MISSING if gone else DifferenceKind.EXTRA
    if abs(look.lightness) > _REPLACED and look.print_photo < _PLAIN:
        return DifferenceKind.MISSING
    apart = max(look.colour, look.colour_spread)
    if (apart > _COLOURED and look.likeness > _ALIKE) or look.colour > _RECOLOURED:
        return DifferenceKind.COLOUR
    if printed > _BOLD:
        return DifferenceKind.PRINT
    if look.shade > _SHADED and abs(look.lightness) < _BALANCED:
        return DifferenceKind.SHAPE
    return DifferenceKind.PRINT


def _look(region: NDArray[np.bool_], found: Differing) -> _Look:
    core = cv2.erode(region.astype(np.uint8), np.ones((_RIM, _RIM), np.uint8)) > 0
    core = core if core.sum() > 60 else region
    ours, theirs = found.listing_lab, found.photo_lab
    fine_ours, fine_theirs = (_fine(one)[core] for one in (ours, theirs))
    print_listing, print_photo = (
        float(np.sqrt((one**2).mean())) for one in (fine_ours, fine_theirs)
    )
    gap = theirs - ours
    mean, spread = gap[core].mean(axis=0), gap[core].std(axis=0)
    lightness = np.ascontiguousarray(gap[..., 0])
    return _Look(
        print_listing=print_listing,
        print_photo=print_photo,
        likeness=float((fine_ours * fine_theirs).mean()) / (print_listing * print_photo + 0.3),
        colour=float(np.hypot(mean[1], mean[2])),
        colour_spread=float(np.hypot(spread[1], spread[2])),
        lightness=float(mean[0]),
        shade=float(cv2.GaussianBlur(lightness, (0, 0), _COARSE)[core].std()),
    )


def _fine(picture: Plane) -> Plane:
    lightness = np.ascontiguousarray(picture[..., 0])
    return np.asarray(lightness - cv2.GaussianBlur(lightness, (0, 0), _FINE), np.float32)
