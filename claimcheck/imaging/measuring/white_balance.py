"""Taking a tint off a photo by something in it that is known to be neutral: von Kries' rule.

Each channel of linear light gets its own gain (von Kries, 1902, in the picture's own primaries, as
cameras do it). White paper also sets the exposure, a grey thing of unknown lightness does not.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.measuring.colour_reading import light_of, patch_pixels
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import ColourCorrection, Reference
from claimcheck.model.geometry import Point, Rect

PAPER_LIGHTNESS = 96.0
"""L* of white office paper; ISO 12647-2:2013 has printing papers from 93 to 95, brightened ones
and the retouched white of listings are lighter."""

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # Rec. 709
_CLIPPED_SHARE = 0.05
_DARKEST = 0.01  # of full light: what is darker is mostly noise


def balance_from_patch(
    rgb: RGB,
    patch: Rect,
    reference: Reference = Reference.WHITE,
    lightness: float = PAPER_LIGHTNESS,
    *,
    name: str = "the picture",
    evidence_id: str = "",
) -> ColourCorrection:
    """Gains that make ``patch`` neutral, and for ``Reference.WHITE`` as light as L* ``lightness``.

    An over-exposed patch tells nothing: the correction then is ``clipped`` and does nothing.
    ``KnownError`` PATCH_OUTSIDE, or PATCH_TOO_DARK.
    """
    codes = patch_pixels(rgb, patch, name)
    found = ColourCorrection(
        id="",
        evidence_id=evidence_id,
        reference=reference,
        points=(Point(patch.x, patch.y), Point(patch.right, patch.bottom)),
    )
    if (codes.max(axis=1) >= 254).mean() > _CLIPPED_SHARE:
        return replace(found, clipped=True)
    mean = np.median(light_of(codes), axis=0)
    if mean.min() < _DARKEST:
        raise KnownError(ErrorKind.PATCH_TOO_DARK, name)
    target = float(_LUMINANCE @ mean)
    if reference is Reference.WHITE:
        target = ((lightness + 16) / 116) ** 3
    gains = target / mean
    return replace(found, matrix=tuple(np.diag(gains).ravel().tolist()))
