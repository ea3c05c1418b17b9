"""Find the product of a listing image in a photo, and lay one over the other; or say why not.

Features of both first; only where those are weak also the listing seen at a slant and the photo
closer. The homography is made exact on the pixels, and accepted by what the overlaid pictures show
as well as by the number of matches.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import cv2
import numpy as np

from claimcheck.imaging.aligning.align_search import (
    Candidate,
    Listing,
    Look,
    Method,
    first_look,
    reprojection_error_px,
    second_look,
)
from claimcheck.imaging.aligning.features import Grey, luma
from claimcheck.imaging.aligning.homography import (
    Matrix,
    Points,
    corners_of,
    inverse,
    mapped,
    scaling,
)
from claimcheck.imaging.aligning.silhouette import product_of
from claimcheck.imaging.pixels import RGB

_SMALLEST_PX = 24
_PRODUCT_PX = 500  # size at which it is told from its background
_HALO = 7
_FLAT = 2.0  # standard deviation in grey levels up to which a picture shows nothing
_CERTAIN = 0.97  # confidence at which the first look is enough
_ACCEPTED = 0.65
_STEADY_PX = 4.0  # what corners may be off for an even chance: twice that is 0.5 % of a photo
_WEIGHTS = (-9.0, 1.6, 2.0, 12.0, 2.0)  # of 1, log inliers, their share, score and coverage


class Reason(StrEnum):
    """Why there is no alignment."""

    BLANK = "blank"
    TINY = "tiny"
    IDENTICAL = "identical"
    NO_MATCH = "no-match"
    IMPLAUSIBLE = "implausible"
    CONTENT_DIFFERS = "content-differs"
    ONE_SPOT = "one-spot"


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Where the listing lies in the photo."""

    homography: Matrix
    """Photo pixels → listing pixels; the centre of the top-left pixel is (0, 0) in both."""
    outline: Points
    """The centres of the listing's corner pixels in the photo, clockwise from its top left."""
    inliers: int
    reprojection_error_px: float
    """Median, in photo pixels."""
    confidence: float
    """The chance, 0.65 to 1, that the outline is right."""
    method: Method
    score: float
    """How well the overlaid pictures correlate where there is something to see, −1 to 1."""
    coverage: float
    """The share of the listing's print that is seen in the photo, 0 to 1."""
    accepted: Literal[True] = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """No alignment, and why. ``confidence`` is that of the best candidate, below 0.65."""

    reason: Reason
    confidence: float = 0.0
    inliers: int = 0
    accepted: Literal[False] = False


def align(listing: RGB, photo: RGB) -> Alignment | Refusal:
    """Find ``listing`` in ``photo``; the same answer every time, and never an exception.

    Both are H × W × 3, uint8, sRGB, upright, of any size. Some 0.5 s, 2 s where it is hard.
    """
    bad = _unusable(listing, photo)
    if bad is not None:
        return Refusal(bad)
    sought, seen = _listing(listing), luma(photo)
    if min(sought.grey.std(), seen.std()) < _FLAT:
        return Refusal(Reason.BLANK)
    look = first_look(sought, seen)
    best = _best(look)
    if best is None or _confidence(best) < _CERTAIN:
        look = second_look(sought, seen)
        best = max(filter(None, (best, _best(look))), key=_evidence, default=None)
    if best is None:
        return Refusal(Reason.IMPLAUSIBLE if look.misfits else Reason.NO_MATCH)
    if _confidence(best) < _ACCEPTED:
        return Refusal(_why(best), _confidence(best), best.inliers)
    return _alignment(best, sought.grey)


def _unusable(listing: RGB, photo: RGB) -> Reason | None:
    if min(*listing.shape[:2], *photo.shape[:2]) < _SMALLEST_PX:
        return Reason.TINY
    if listing.shape == photo.shape and np.array_equal(listing, photo):
        return Reason.IDENTICAL
    return None


def _listing(rgb: RGB) -> Listing:
    height, width = rgb.shape[:2]
    scale = min(1.0, _PRODUCT_PX / max(height, width))
    size = max(8, round(width * scale)), max(8, round(height * scale))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.float32)
    product = product_of(rgb, small).astype(np.uint8)
    x, y, across, down = cv2.boundingRect(product) if product.any() else (0, 0, *size)
    corners = corners_of(across, down) + np.array([x, y])
    # The halo that JPEG leaves around a product is no part of it.
    kernel = np.ones((_HALO, _HALO), np.uint8)
    inner = cv2.erode(255 * product, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=255)
    return Listing(
        grey=luma(rgb),
        product=np.asarray(cv2.resize(inner, (width, height)), np.uint8),
        corners=mapped(inverse(scaling(size[0] / width, size[1] / height)), corners),
    )


def _why(refused: Candidate) -> Reason:
    if _chance(refused) >= _ACCEPTED:
        return Reason.ONE_SPOT
    return Reason.CONTENT_DIFFERS if refused.inliers >= 15 else Reason.NO_MATCH


def _best(look: Look) -> Candidate | None:
    return max(look.candidates, key=_evidence, default=None)


def _evidence(candidate: Candidate) -> float:
    """Many matches on a picture that agrees: the carton in the hand before those on the shelf."""
    return candidate.inliers * max(candidate.agreement.score, 0.01)


def _confidence(candidate: Candidate) -> float:
    """That it is the product, and that its print holds the whole outline."""
    return _chance(candidate) / (1 + (candidate.corners_px / _STEADY_PX) ** 4)


def _chance(candidate: Candidate) -> float:
    """A logistic regression of "is right" on what is known of a candidate."""
    known = (
        1.0,
        math.log(max(candidate.inliers, 1)),
        candidate.share,
        candidate.agreement.score,
        candidate.agreement.coverage,
    )
    odds = sum(weight * value for weight, value in zip(_WEIGHTS, known, strict=True))
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))


def _alignment(candidate: Candidate, listing: Grey) -> Alignment:
    height, width = listing.shape
    return Alignment(
        homography=inverse(candidate.matrix),
        outline=mapped(candidate.matrix, corners_of(width, height)),
        inliers=candidate.inliers,
        reprojection_error_px=reprojection_error_px(candidate),
        confidence=_confidence(candidate),
        method=candidate.method,
        score=candidate.agreement.score,
        coverage=candidate.agreement.coverage,
    )
