"""Whether listing and photo show the same thing, another variant of it, or something else.

Matches say where a product is, not which of its brand's it is: the flavours of a yoghurt share the
logo. After alignment the print and the colours are compared, place by place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from claimcheck.imaging.aligning.align import Alignment, Reason, Refusal, align
from claimcheck.imaging.aligning.homography import Matrix
from claimcheck.imaging.differing.differences import (
    Difference,
    compared,
    difference_at,
    reach_px,
    regions_of,
)
from claimcheck.imaging.differing.signs import Signs, signs
from claimcheck.imaging.pixels import RGB
from claimcheck.model.alignment import Sameness


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer, how sure it is, and where the pictures speak against each other."""

    same: Sameness
    confidence: float
    """0 to 1, that the answer is right."""
    regions: tuple[Difference, ...] = ()
    """The plainest first."""


_UNSEEN = (Reason.BLANK, Reason.TINY, Reason.ONE_SPOT)
_WEIGHTS = (3.5, -0.942, 4.899)  # of 1 and of what Signs has, in its order
_SAME, _OTHER = 0.52, 0.35
_GREY, _GREY_SHARE = 12, 0.002  # levels between channels, and the share of pixels with more
_LEAST_SEEN = 0.22  # of the product: of less nobody can say that it is the same


def judge_same(listing: RGB, photo: RGB, found: Alignment | Refusal) -> Judgement:
    """Judge what ``align`` found; both pictures are H × W × 3, uint8, sRGB, upright."""
    if isinstance(found, Refusal):
        return _refused(found)
    return judge_aligned(listing, photo, found.homography)


def judge_aligned(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> Judgement:
    """Judge two pictures that lie on each other, by hand perhaps."""
    overlay, differing = compared(listing, photo, photo_to_listing)
    known = signs(overlay, differing, reach_px(overlay))
    chance = chance_same(known)
    regions = regions_of(overlay, differing)
    if is_grey(listing) != is_grey(photo):
        return Judgement(Sameness.UNSURE, round(chance, 3), regions)
    if chance >= _SAME and known.seen >= _LEAST_SEEN:
        return Judgement(Sameness.YES, round(chance, 3), regions)
    # What differs all over lies amid no agreement, and is no proposal; but it says why.
    regions = regions or tuple(difference_at(one, overlay, differing) for one in known.differs)
    if chance >= _OTHER:
        return Judgement(Sameness.UNSURE, round(chance, 3), regions)
    return Judgement(Sameness.OTHER_VARIANT, round(1 - chance, 3), regions)


def is_grey(rgb: RGB) -> bool:
    """Whether a picture shows no colour: from it nobody can tell the red variant from the green."""
    spread = rgb.max(axis=2) - rgb.min(axis=2)
    return bool((spread > _GREY).mean() < _GREY_SHARE)


def same_thing(listing: RGB, photo: RGB) -> Judgement:
    """Align and judge; some 1 s. Never an exception."""
    return judge_same(listing, photo, align(listing, photo))


def _refused(refusal: Refusal) -> Judgement:
    if refusal.reason is Reason.IDENTICAL:
        return Judgement(Sameness.YES, 1.0)
    if refusal.reason in _UNSEEN:
        return Judgement(Sameness.UNSURE, 0.0)
    if refusal.reason is Reason.CONTENT_DIFFERS:
        return Judgement(Sameness.OTHER_VARIANT, round(1 - refusal.confidence, 3))
    return Judgement(Sameness.NO, round(0.9 - refusal.confidence, 3))


def chance_same(known: Signs) -> float:
    """A logistic regression of "is the same variant" on the signs.

    Fitted to 38 real pairs of cartons, their neighbours of one brand, and the same pairs with the
    listing made another variant: recoloured wholly or in part, its picture, its label or its lower
    half exchanged. At 0.52 it keeps 35 of 40 true pairs and lets 6 of 80 variants through.
    """
    values = (1.0, known.colour, known.agreement)
    odds = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))
