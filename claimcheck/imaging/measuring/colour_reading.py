"""The colour of a patch: its mean without outliers, its spread, as CIELAB; and ΔE2000.

Light is averaged as light (linear sRGB, IEC 61966-2-1), not as code values. CIELAB (D65) and
ΔE2000 (Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Research and
Application 30, 2005) are coloraide's, which is tested against that paper's own table.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from coloraide import Color
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import ColourCorrection, ColourReading, Lab
from claimcheck.model.geometry import Rect

Light = NDArray[np.float64]
"""… × 3, linear sRGB, 0 to 1 (more after a correction)."""

_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_OUTLIER = 2.5  # robust standard deviations
_ROBUST = 1.4826  # from the median distance to the standard deviation of a normal distribution
_MOST_PIXELS = 400_000  # a patch over a whole photo; more tells nothing new


def read_patch(
    rgb: RGB, patch: Rect, correction: ColourCorrection | None = None, name: str = "the picture"
) -> ColourReading:
    """The colour of the part ``patch`` of a picture (in its pixels, edges at whole numbers).

    Pixels unlike most others (a printed letter, a glint) are left out. A patch without area is the
    few pixels around its point. ``KnownError(PATCH_OUTSIDE, name)`` when none of it is in the
    picture.
    """
    pixels = patch_pixels(rgb, patch, name)
    codes = pixels[_alike(pixels)]
    light = corrected_light(_LINEAR[codes], correction)
    mean = light.mean(axis=0)
    lab = lab_of_light(mean)
    shown = np.rint(255 * srgb_of_light(mean)).astype(int)
    return ColourReading(
        lab=lab,
        spread=_spread(light, lab),
        pixels=len(codes),
        hex="#{:02X}{:02X}{:02X}".format(*shown),
    )


def delta_e_2000(one: Lab, other: Lab) -> float:
    """The difference of two colours (CIELAB, D65) by CIEDE2000; below 1 nobody sees it."""
    return float(
        Color("lab-d65", one).delta_e(Color("lab-d65", other), method="2000", space="lab-d65")
    )


def patch_pixels(rgb: RGB, patch: Rect, name: str = "the picture") -> NDArray[np.uint8]:
    """The pixels under ``patch`` as N × 3; of very large patches an even sample."""
    height, width = rgb.shape[:2]
    if patch.width == 0 and patch.height == 0:
        patch = Rect(patch.x, patch.y, 0, 0).grown(max(2.0, max(width, height) / 400))
    left, top = max(math.floor(patch.x), 0), max(math.floor(patch.y), 0)
    right, bottom = min(math.ceil(patch.right), width), min(math.ceil(patch.bottom), height)
    if right <= left or bottom <= top:
        raise KnownError(ErrorKind.PATCH_OUTSIDE, name, width=width, height=height)
    part = rgb[top:bottom, left:right]
    step = max(1, math.isqrt(part.shape[0] * part.shape[1] // _MOST_PIXELS))
    return part[::step, ::step].reshape(-1, 3)


def light_of(codes: NDArray[np.uint8]) -> Light:
    """From sRGB code values to linear light."""
    light: Light = _LINEAR[codes]
    return light


def srgb_of_light(light: Light) -> Light:
    """From linear light to sRGB, 0 to 1; what no screen shows is cut."""
    light = np.clip(light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def corrected_light(light: Light, correction: ColourCorrection | None) -> Light:
    """``light`` (N × 3) after a correction; not cut, so brighter than white stays brighter."""
    if correction is None:
        return light
    toned = light if correction.tone == 1.0 else np.power(np.maximum(light, 0), correction.tone)
    changed: Light = toned @ np.array(correction.matrix).reshape(3, 3).T
    return changed


def lab_of_light(light: Light) -> Lab:
    """One colour's CIELAB (D65)."""
    lightness, a, b = (
        Color("srgb-linear", [float(part) for part in light]).convert("lab-d65").coords()
    )
    return (lightness, a, b)


def _alike(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Those near the patch's middle colour; at least half of them are."""
    lab = np.asarray(
        cv2.cvtColor((pixels[None] / 255).astype(np.float32), cv2.COLOR_RGB2Lab)[0], dtype=float
    )
    distance = np.linalg.norm(lab - np.median(lab, axis=0), axis=1)
    usual = float(np.median(distance))
    return np.asarray(distance <= max(_OUTLIER * _ROBUST * usual, 1.0))


def _spread(light: Light, mean: Lab) -> float:
    shown = np.clip(light, 0, 1)[None].astype(np.float32)
    lab = np.asarray(cv2.cvtColor(shown, cv2.COLOR_LRGB2Lab)[0], dtype=float)
    around = np.asarray(mean) if light.max() <= 1 and light.min() >= 0 else lab.mean(axis=0)
    return float(np.sqrt(((lab - around) ** 2).sum(axis=1).mean()))
