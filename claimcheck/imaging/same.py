"""Whether listing and photo show the same thing, another variant of it, or something else.

Matches say where a product is, not which of its brand's it is: the flavours of a yoghurt share the
logo. After alignment the print and the colours are compared, place by place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from claimcheck.imaging.align import Alignment, Reason, Refusal, align
from claimcheck.imaging.difference_map import Differing
from claimcheck.imaging.differences import Difference, compared, regions_of
from claimcheck.imaging.homography import Matrix
from claimcheck.imaging.overlay import Overlay
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.refine_frame import blurred
from claimcheck.model.alignment import Sameness


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer, how sure it is, and where the pictures speak against each other."""

    same: Sameness
    confidence: float
    """0 to 1, that the answer is right."""
    regions: tuple[Difference, ...] = ()
    """The plainest first."""


_UNSEEN = (Reason.BLANK, Reason.TINY)
_WEIGHTS = (2.512, -0.232, -0.229, 5.919)  # of 1 and of what Signs has, in its order
_SAME, _OTHER = 0.45, 0.35
_SMOOTHED = 4.0  # working pixels over which colours are taken
_FARTHEST = 60.0  # differences in colour beyond which more says no more


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks against the same variant, and for it."""

    colour: float
    """The mean difference in a and b where both show the product."""
    colour_elsewhere: float
    """The median difference over the whole product: a hand, a side and what is hidden count too."""
    agreement: float
    """The share of the product's print that is there, 0 to 1."""


def judge_same(listing: RGB, photo: RGB, found: Alignment | Refusal) -> Judgement:
    """Judge what ``align`` found; both pictures are H × W × 3, uint8, sRGB, upright."""
    if isinstance(found, Refusal):
        return _refused(found)
    return judge_aligned(listing, photo, found.homography)


def judge_aligned(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> Judgement:
    """Judge two pictures that lie on each other, by hand perhaps."""
    overlay, differing = compared(listing, photo, photo_to_listing)
    chance = chance_same(signs(overlay, differing))
    regions = regions_of(overlay, differing)
    if chance >= _SAME:
        return Judgement(Sameness.YES, round(chance, 3), regions)
    if chance >= _OTHER:
        return Judgement(Sameness.UNSURE, round(chance, 3), regions)
    return Judgement(Sameness.OTHER_VARIANT, round(1 - chance, 3), regions)


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


def signs(overlay: Overlay, found: Differing) -> Signs:
    """Measure them."""
    product = overlay.product & overlay.there
    gap = blurred(found.photo_lab - found.listing_lab, _SMOOTHED)
    colour = np.minimum(np.hypot(gap[..., 1], gap[..., 2]), _FARTHEST)
    print_ = np.minimum(found.printed, 1.0) * product
    return Signs(
        colour=float(colour[found.visible].mean()) if found.visible.any() else _FARTHEST,
        colour_elsewhere=float(np.median(colour[product])) if product.any() else _FARTHEST,
        agreement=float((print_ * found.agrees).sum() / max(1e-6, float(print_.sum()))),
    )


def chance_same(known: Signs) -> float:
    """A logistic regression of "is the same variant" on the signs.

    Fitted to 38 real pairs of cartons, the same with the listing recoloured or half of its print
    exchanged, and neighbours of one brand; each product judged by the others.
    """
    values = (1.0, known.colour, known.colour_elsewhere, known.agreement)
    odds = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))
