"""Which part of the product both pictures show: on the plane that was aligned, and not hidden.

A carton's side, its top and what stands behind it lie in other planes: there the print does not
correlate (normalised cross-correlation: Lewis, "Fast template matching", Vision Interface 1995).
What agrees is taken with all that it surrounds, for a difference lies in the middle of agreement.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane, blurred, evened
from claimcheck.imaging.aligning.silhouette import lab
from claimcheck.imaging.differing.overlay import Overlay
from claimcheck.imaging.differing.relight import Light

_AGREES = 0.6
_WINDOW = 5.0  # standard deviation of the window that is correlated, in halved pixels
_PRINTED = 0.12  # squared, evened-out values: less is noise
_GAP = 0.10  # of the longer side, over which agreeing parts belong together
_LEAST = 0.004  # of the area
_FLESH = 140  # Cr from which on skin is told from paper in neutral light
_SAME_COLOUR = 9.0  # in CIELAB
_GROWN = 0.012  # of the longer side, beyond the outermost agreement


def correlation(overlay: Overlay, reach_px: int) -> tuple[Plane, Plane]:
    """Of the print at every place, −1 to 1, each where it fits best; and how much print there is.

    Both at the size of the overlay.
    """
    grey, seen = (_halved(_grey(one)) for one in (overlay.listing, overlay.photo))
    there = _halved(overlay.there.astype(np.float32))
    template = evened(grey, np.ones_like(grey), 0.7, 6.0, 3.0)
    image = evened(seen, there, 0.7, 6.0, 3.0)
    noise = 0.05
    own = blurred(template * template, _WINDOW)
    best = np.full(own.shape, -1.0, np.float32)
    reach = max(1, round(reach_px / 2))
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            moved = np.roll(image, (down, across), axis=(0, 1))
            both = blurred(template * moved, _WINDOW)
            other = blurred(moved * moved, _WINDOW)
            np.maximum(best, both / np.sqrt((own + noise) * (other + noise)), out=best)
    size = (overlay.listing.shape[1], overlay.listing.shape[0])
    whole, printed = (np.asarray(cv2.resize(one, size), np.float32) for one in (best, own))
    return whole, printed


def _grey(rgb: Plane) -> Plane:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _halved(plane: Plane) -> Plane:
    size = max(4, plane.shape[1] // 2), max(4, plane.shape[0] // 2)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)


def agreeing(found: Plane, printed: Plane, there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the print is the same, by what ``correlation`` gives."""
    return np.asarray((found > _AGREES) & (printed > _PRINTED) & there)


def surrounded(agrees: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The largest part that agrees, with what lies between its ends."""
    longer = max(agrees.shape)
    gap = max(3, round(_GAP * longer)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (gap, gap))
    opened = cv2.morphologyEx(agrees.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    framed = cv2.copyMakeBorder(opened, gap, gap, gap, gap, cv2.BORDER_CONSTANT, value=0)
    closed = cv2.morphologyEx(framed, cv2.MORPH_CLOSE, kernel)[gap:-gap, gap:-gap]
    count, labels = cv2.connectedComponents(closed)
    areas = np.bincount(labels[opened > 0].astype(np.intp), minlength=count)
    areas[0] = 0
    if areas.max() < _LEAST * agrees.size:
        return np.zeros(agrees.shape, np.bool_)
    places = np.argwhere((labels == areas.argmax()) & (opened > 0))[:, ::-1].astype(np.int32)
    hull = np.zeros(agrees.shape, np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(places), 1)
    grown = max(1, round(_GROWN * longer))
    return np.asarray(cv2.dilate(hull, np.ones((2 * grown + 1, 2 * grown + 1), np.uint8)) > 0)


def hand(
    overlay: Overlay, light: Light | None, inside: NDArray[np.bool_], agrees: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Skin that goes on outside the product: a finger comes from somewhere.

    Looked for in neutral light as well, for under a warm lamp white paper has the colour of skin
    and a hand none. Where the print agrees, or its colour does, is no hand, whatever it looks like.
    """
    margin = overlay.margin
    height, width = inside.shape
    inner = slice(margin, margin + height), slice(margin, margin + width)
    seen = blurred(overlay.around, 1.5)
    skin = _skin(seen)
    if light is not None:
        skin[inner] &= ~(_skin(light.on(overlay.listing)) & inside)
        neutral = light.off(seen, margin)
        skin |= _skin(neutral, _FLESH)
        gap = blurred(lab(neutral[inner]) - lab(overlay.listing), 2.0)
        skin[inner] &= ~(inside & (np.linalg.norm(gap, axis=2) < _SAME_COLOUR))
    skin[inner] &= ~(inside & agrees)
    parts = cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outside = np.ones(skin.shape, np.bool_)
    outside[inner] = ~inside
    count, labels = cv2.connectedComponents(parts)
    reaching = np.bincount(labels[outside].astype(np.intp), minlength=count) > 0.2 * margin * margin
    reaching[0] = False
    grown = cv2.dilate(reaching[labels].astype(np.uint8), np.ones((11, 11), np.uint8))
    return np.asarray(grown[inner] > 0)


def _skin(rgb: Plane, least_red: int = 135) -> NDArray[np.bool_]:
    """Chai and Ngan, IEEE Transactions on Circuits and Systems for Video Technology 1999."""
    chroma = cv2.cvtColor(np.clip(rgb, 0, 255).astype(np.uint8), cv2.COLOR_RGB2YCrCb)
    red, blue = chroma[..., 1], chroma[..., 2]
    return np.asarray((red > least_red) & (red < 173) & (blue > 77) & (blue < 127))
