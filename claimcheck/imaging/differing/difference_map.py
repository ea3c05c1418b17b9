"""How much the photo differs from the listing at every place, once light and sharpness are evened.

Each small window is compared where it fits best within a few pixels, for packages bulge; what is
left is taken relative to what a misfit of a pixel would do to that print, and to the noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane, blurred
from claimcheck.imaging.aligning.silhouette import lab
from claimcheck.imaging.differing.overlay import Overlay
from claimcheck.imaging.differing.relight import Light, light_of
from claimcheck.imaging.differing.visible import agreeing, correlation, hand, surrounded

_BASE_BLUR = 0.8
_BLURS = (0.0, 0.8, 1.4, 2.2, 3.2)  # working pixels, tried on the sharper of the two
_WINDOW = 3.0  # standard deviation of the window that is compared
_WHITE = 235.0  # what the brightest print of the photo is brought to before comparing
_LIGHTNESS = 0.7  # shade is not print: lightness counts less than colour
_SLOPE = 0.16  # of the print's local contrast that a misfit may leave
_LEAST_NOISE = 2.2  # in CIELAB
_NEARLY_CLIPPED = 215.0
_PRINTED_DELTA, _PRINTED_SHARE = 12.0, 0.6
_OF_HUE, _OF_CHROMA = 0.015, 0.045  # CIE 116-1995
_BRIGHTENED = 4.0  # at most: a dark photo's noise is not made to look like print


@dataclass(frozen=True, slots=True, eq=False)
class Differing:
    """Planes at the overlay's size."""

    strength: Plane
    """The difference, 1 where noise and a small misfit may explain it."""
    listing_lab: Plane
    """The listing in the photo's light and sharpness, CIELAB."""
    photo_lab: Plane
    visible: NDArray[np.bool_]
    """Where both show the product."""
    agrees: NDArray[np.bool_]
    """Where the print is the same."""
    printed: Plane
    """How much print the listing has at every place, 0 to about 1."""
    inside: NDArray[np.bool_]
    """Where the photo reaches, and some way beyond."""
    light: Light | None


def differing(overlay: Overlay, reach_px: int) -> Differing:
    """Compare what both show; elsewhere ``strength`` is 0."""
    inside = _inside(overlay.there)
    found, printed = correlation(overlay, reach_px)
    agrees = agreeing(found, printed, overlay.there)
    surroundings = surrounded(agrees) & inside
    if not surroundings.any():
        surroundings = inside
    # Print that agrees shows the light wherever it is, also beyond what hangs together.
    lit = (surroundings | agrees) & inside & overlay.product
    light = light_of(overlay.listing, overlay.photo, lit)
    ours_lit = overlay.listing if light is None else light.on(overlay.listing)
    plane = surroundings
    if not _is_print(~overlay.product & inside, ours_lit, overlay.photo):
        plane = surroundings & overlay.product
    visible = plane & ~hand(overlay, light, plane, agrees)
    bright = np.percentile(ours_lit.max(axis=2)[visible], 98) if visible.any() else _WHITE
    gain = np.float32(np.clip(_WHITE / max(float(bright), 1.0), 1 / _BRIGHTENED, _BRIGHTENED))
    ours, theirs = (lab(np.clip(one * gain, 0, 280)) for one in (ours_lit, overlay.photo))
    ours[..., 0] *= _LIGHTNESS
    theirs[..., 0] *= _LIGHTNESS
    ours, theirs = _equally_sharp(ours, theirs, visible)
    distance = best_fit(ours, theirs, reach_px, saturated(ours))
    noise = (
        max(_LEAST_NOISE, float(np.median(distance[visible]))) if visible.any() else _LEAST_NOISE
    )
    allowed = noise * _clipped(ours_lit, overlay.photo) + _SLOPE * contrast(ours)
    strength = np.where(visible, distance / allowed, 0).astype(np.float32)
    return Differing(strength, ours, theirs, visible, agrees, printed, inside, light)


def _is_print(backdrop: NDArray[np.bool_], lit: Plane, photo: Plane) -> bool:
    """Whether the listing's plain background is there in the photo too: then it is printed."""
    if not backdrop.any():
        return True
    gap = lab(lit)[backdrop] - lab(photo)[backdrop]
    return bool((np.linalg.norm(gap, axis=1) < _PRINTED_DELTA).mean() > _PRINTED_SHARE)


def _inside(there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the whole window lies in the photo."""
    reach = 2 * round(2 * _WINDOW) + 1
    kernel = np.ones((reach, reach), np.uint8)
    # The edge of the listing is none of the photo's.
    return np.asarray(cv2.erode(there.astype(np.uint8), kernel) > 0)


def _clipped(ours: Plane, theirs: Plane) -> Plane:
    """How much more two places may differ where both are near what a camera can't show."""
    brightest = np.minimum(ours.max(axis=2), theirs.max(axis=2))
    near = np.clip((brightest - _NEARLY_CLIPPED) / (255 - _NEARLY_CLIPPED), 0, 1)
    return blurred(1 + near.astype(np.float32), _WINDOW)


def _equally_sharp(ours: Plane, theirs: Plane, visible: NDArray[np.bool_]) -> tuple[Plane, Plane]:
    """The sharper one blurred until they are most alike."""
    ours, theirs = (blurred(one, _BASE_BLUR) for one in (ours, theirs))
    if not visible.any():
        return ours, theirs

    def unlike(left: Plane, right: Plane) -> float:
        gap = np.abs(left[..., 0] - right[..., 0])[visible]
        return float(np.minimum(gap, 12).mean())

    tried = [(unlike(ours, theirs), ours, theirs)]
    for blur in _BLURS[1:]:
        softer, soft = (blurred(one, blur) for one in (ours, theirs))
        tried += [(unlike(softer, theirs), softer, theirs), (unlike(ours, soft), ours, soft)]
    _least, ours, theirs = min(tried, key=lambda one: one[0])
    return ours, theirs


@dataclass(frozen=True, slots=True, eq=False)
class Tolerance:
    """How much less a difference in chroma and in hue counts at every place."""

    away: Plane
    """Height × width × 2: the direction in a and b away from grey."""
    hue: Plane
    """The weight of a squared difference across that direction, 0 to 1."""
    chroma: Plane
    """Along it."""


def saturated(lab_: Plane) -> Tolerance:
    """Of a saturated colour more may be off than of a grey one, and more in chroma than in hue.

    CIE 116-1995 (ΔE*94): cameras differ in how saturated they show a colour, and so do eyes.
    """
    ab = lab_[..., 1:]
    chroma = np.linalg.norm(ab, axis=2)
    away = ab / np.maximum(chroma, 1e-3)[..., None]
    hue, along = ((1 + k * chroma) ** -2 for k in (_OF_HUE, _OF_CHROMA))
    return Tolerance(*(np.asarray(one, np.float32) for one in (away, hue, along)))


def best_fit(
    ours: Plane, theirs: Plane, reach_px: int, tolerance: Tolerance | None = None
) -> Plane:
    """The root mean square difference of each window, at the shift where it is least."""
    best = np.full(ours.shape[:2], np.inf, np.float32)
    for down in range(-reach_px, reach_px + 1):
        for across in range(-reach_px, reach_px + 1):
            if across * across + down * down > reach_px * reach_px + 1:
                continue
            shift = np.array([[1, 0, across], [0, 1, down]], np.float32)
            size = (ours.shape[1], ours.shape[0])
            moved = cv2.warpAffine(
                theirs, shift, size, flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE
            )
            squared = _squared(ours - moved, tolerance)
            np.minimum(best, cv2.GaussianBlur(squared, (0, 0), _WINDOW), out=best)
    return np.asarray(np.sqrt(best), dtype=np.float32)


def _squared(gap: Plane, tolerance: Tolerance | None) -> Plane:
    if tolerance is None:
        return np.asarray(np.einsum("ijk,ijk->ij", gap, gap), np.float32)
    lightness, across, down = cv2.split(gap)
    along = across * tolerance.away[..., 0] + down * tolerance.away[..., 1]
    colour = (across * across + down * down - along * along) * tolerance.hue
    return np.asarray(lightness * lightness + colour + along * along * tolerance.chroma, np.float32)


def contrast(picture: Plane, tolerance: Tolerance | None = None) -> Plane:
    """How much a picture varies within the window."""
    mean = cv2.GaussianBlur(picture, (0, 0), _WINDOW)
    squared = _squared(picture - mean, tolerance)
    return np.asarray(np.sqrt(cv2.GaussianBlur(squared, (0, 0), _WINDOW)), dtype=np.float32)
