"""What speaks for the same variant, and against it, once two pictures lie on each other.

Matches cannot tell: variants of a brand share the logo, which is where most matches are. Two
statistics remain that a person would also name, *agreement* of the print and *colour* in even
light, and both are taken over the face of the product that was aligned. That face is more than
what agrees, for the flavour's picture lies below the logo: the plane is carried on over the
product's length, and a hand before it left out. Other statistics that were tried on held-out
products (the correlation within the face, rows that agree, the largest differing part, colour
histograms, matches) say nothing that these two don't.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane
from claimcheck.imaging.differing.difference_map import Differing, best_fit, contrast, saturated
from claimcheck.imaging.differing.overlay import Overlay
from claimcheck.imaging.differing.visible import hand, surrounded

_FARTHEST = 40.0  # differences in colour beyond which more says no more, in CIELAB
_EDGE = 0.3  # of the print's local contrast in colour that a misfit may leave
_OTHER_COLOUR = 8.0
_PRINTED = 0.3
_LEAST, _PARTS = 0.004, 3  # of the picture's area, and how many parts are shown


@dataclass(frozen=True, slots=True)
class Signs:
    """All are comparable between pictures of any size, light and sharpness."""

    colour: float
    """The mean difference in a and b over the face, at the best fit within a few pixels, less what
    a misfit would leave; of a saturated colour less counts, for cameras differ there; 0 to 40."""
    agreement: float
    """The share of the product's print that is there, 0 to 1."""
    seen: float = 1.0
    """The share of the product that hangs together with what agrees, and isn't covered; where the
    print was exchanged nothing hangs together."""
    differs: tuple[NDArray[np.bool_], ...] = ()
    """Where on the face it is another colour or another print, the largest part first."""


def signs(overlay: Overlay, found: Differing, reach_px: int) -> Signs:
    """Measure them; ``reach_px`` is how far a place may be off."""
    face = _face(overlay, found)
    print_ = np.minimum(found.printed, 1.0) * overlay.product
    agreement = float((print_ * found.agrees).sum()) / max(1e-6, float(print_.sum()))
    shown = found.visible & overlay.product
    seen = float(shown.sum()) / max(1, int(overlay.product.sum()))
    if not face.any():
        return Signs(_FARTHEST, agreement, seen)
    ours, theirs = (_chroma(one) for one in (found.listing_lab, found.photo_lab))
    tolerance = saturated(found.listing_lab)
    beyond = best_fit(ours, theirs, reach_px, tolerance) - _EDGE * contrast(ours, tolerance)
    colour = float(np.clip(beyond, 0, _FARTHEST)[face].mean())
    other = face & ((beyond > _OTHER_COLOUR) | ((print_ > _PRINTED) & ~found.agrees))
    return Signs(colour, agreement, seen, _parts(other))


def _parts(other: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], ...]:
    opened = cv2.morphologyEx(other.astype(np.uint8), cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    _count, labels, stats, _middles = cv2.connectedComponentsWithStats(opened)
    areas = stats[1:, cv2.CC_STAT_AREA]
    largest = np.argsort(-areas, kind="stable")[:_PARTS]
    return tuple(labels == part + 1 for part in largest if areas[part] > _LEAST * other.size)


def _chroma(lab: Plane) -> Plane:
    coloured = lab.copy()
    coloured[..., 0] = 0
    return coloured


def _face(overlay: Overlay, found: Differing) -> NDArray[np.bool_]:
    """The aligned plane of the product over the product's whole length, without a hand."""
    plane = surrounded(found.agrees) & found.inside
    rows, columns = np.nonzero(overlay.product)
    if not plane.any() or not len(rows):
        return np.zeros_like(plane)
    along = 0 if np.ptp(rows) >= np.ptp(columns) else 1
    across = np.nonzero(plane.any(axis=along))[0]
    carried_on = np.zeros(plane.shape[1 - along], np.bool_)
    carried_on[across.min() : across.max() + 1] = True
    band = carried_on[None, :] if along == 0 else carried_on[:, None]
    face = (plane | band) & overlay.product & found.inside
    return np.asarray(face & ~hand(overlay, found.light, face, found.agrees))
