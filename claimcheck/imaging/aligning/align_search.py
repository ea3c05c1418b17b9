"""Where the listing may lie in the photo: candidates from features, each made exact and judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.agreement import Agreement, Shown, agreement
from claimcheck.imaging.aligning.features import (
    Features,
    Grey,
    find_features,
    joined,
    scaled_to,
    slanted,
)
from claimcheck.imaging.aligning.homography import (
    Matrix,
    Points,
    corners_of,
    errors_px,
    estimate,
    inverse,
    is_plausible,
)
from claimcheck.imaging.aligning.matching import Pairs, match, match_near
from claimcheck.imaging.aligning.refine import refine
from claimcheck.imaging.aligning.repeats import step_of
from claimcheck.imaging.aligning.steadiness import spread_px

_LISTING_PX = 500
_SLANTED_PX = 360  # what is seen at a slant is seen small
_PHOTO_PX = 1000
_CLOSE_PX = 1600
_ENLARGED = 2.5  # small pictures grow, for SIFT finds little in 200 pixels; more shows nothing new
_LISTING_FEATURES = 1500
_VIEW_FEATURES = 700  # in each slanted view
_PHOTO_FEATURES = 8000
_RATIO = 0.8  # Lowe's
_NEAR_RATIO = 0.9
_TOLERANCE = 0.004  # of the photo's longer side: packages bulge; the refinement makes it exact
_REACH = 0.025  # of the photo's longer side
_LEAST_INLIERS = 7
_MISFIT = 20  # chance may bring fewer together
_ENOUGH = 80  # matches from which on more make no difference
_CANDIDATES = 3
_STEPS, _AS_MANY = 6, 0.7  # of a repetition at most, and of the matches before it
_BACKGROUND = 0.02  # gained in correlation without it: its edge to the product is not in the photo
_USUAL_PX = 1600  # what small photos don't show can't be asked of them


class Method(StrEnum):
    """How a homography was found."""

    FEATURES = "features"
    SLANTED = "slanted-features"


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """What is looked for."""

    grey: Grey
    product: NDArray[np.uint8]
    """255 where it shows the product, well within its silhouette; 0 where its studio background."""
    corners: Points
    """Of the frame around the product, clockwise from the top left."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way in which the listing may lie in the photo, and what speaks for it."""

    matrix: Matrix
    """Listing pixels → photo pixels."""
    pairs: Pairs
    """The matches that agree with it."""
    share: float
    """How many of all matches those are."""
    agreement: Agreement
    method: Method
    corners_px: float
    """How far off the product's corners may be, by where its print lies; in pixels of the photo,
    or of one of 1600 where it is larger."""

    @property
    def inliers(self) -> int:
        """How many places of the photo are matched."""
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the two pictures found.

    ``misfits``: how many matched well as no camera could.
    """

    candidates: tuple[Candidate, ...]
    misfits: int
    features: tuple[int, int]
    """How many there were in the listing and in the photo."""


def first_look(listing: Listing, photo: Grey) -> Look:
    """Plain features of both, at moderate size."""
    plain = _features(listing.grey, _LISTING_PX, _LISTING_FEATURES)
    theirs = _features(photo, _PHOTO_PX, _PHOTO_FEATURES)
    return _look(listing, photo, (plain, plain), theirs, Method.FEATURES)


def second_look(listing: Listing, photo: Grey) -> Look:
    """The listing also at a slant, the photo closer, and each candidate matched once more."""
    flat = scaled_to(listing.grey, min(_SLANTED_PX, _grown(listing.grey)), enlarge=True)
    plain = _features(listing.grey, _LISTING_PX, _LISTING_FEATURES)
    ours = joined([plain, *(find_features(view, _VIEW_FEATURES) for view in slanted(flat))])
    theirs = _features(photo, _CLOSE_PX, _PHOTO_FEATURES)
    return _look(listing, photo, (plain, ours), theirs, Method.SLANTED)


def _features(grey: Grey, longer_px: int, at_most: int) -> Features:
    return find_features(scaled_to(grey, min(longer_px, _grown(grey)), enlarge=True), at_most)


def _grown(grey: Grey) -> int:
    height, width = grey.shape
    return round(_ENLARGED * max(int(height), int(width)))


def _look(
    listing: Listing,
    photo: Grey,
    of_listing: tuple[Features, Features],
    theirs: Features,
    method: Method,
) -> Look:
    """``of_listing``: seen from the front, and from all sides."""
    plain, ours = of_listing
    pairs = match(ours, theirs, _RATIO)
    step = step_of(plain, max(listing.grey.shape)) if len(pairs) >= _LEAST_INLIERS else None
    candidates: list[Candidate] = []
    misfits = 0
    for matrix, agreeing in _fits(pairs, _TOLERANCE * max(photo.shape)):
        if not _is_plausible(matrix, listing.grey, photo):
            misfits += len(agreeing) >= _MISFIT
            continue
        found = [(matrix, agreeing)]
        if step is not None:
            found = _stepped(matrix, step, ours, theirs, max(photo.shape)) or found
        elif len(agreeing) < _ENOUGH:
            again = _matched_again(matrix, ours, theirs, max(photo.shape))
            found = [max(found[0], again, key=lambda one: len(one[1]))]
        candidates += [
            _judged(listing, photo, *one, len(pairs), method)
            for one in found
            if _is_plausible(one[0], listing.grey, photo)
        ]
    return Look(tuple(candidates), misfits, (len(ours), len(theirs)))


def _fits(pairs: Pairs, tolerance: float) -> Iterator[tuple[Matrix, Pairs]]:
    """The best homography, then the best of what that leaves over, and so on.

    In a shop the same product stands on the shelf behind the one in the hand.
    """
    for _ in range(_CANDIDATES):
        fit = estimate(pairs.listing, pairs.photo, tolerance)
        if fit is None or fit.inliers.sum() < _LEAST_INLIERS:
            return
        yield fit.matrix, pairs.where(fit.inliers)
        # What nearly agrees is the same product, bulging; it is no other candidate.
        apart = errors_px(fit.matrix, pairs.listing, pairs.photo) > 5 * tolerance
        pairs = pairs.where(apart & ~fit.inliers)


def _stepped(
    matrix: Matrix, step: Matrix, ours: Features, theirs: Features, longer_px: int
) -> list[tuple[Matrix, Pairs]]:
    """Where most of a print that repeats itself is there: as found, and some steps off.

    Those with nearly as many matches as the best, and at most two; the pixels decide.
    """
    places = [_matched_again(matrix, ours, theirs, longer_px)]
    for way in (step, inverse(step)):
        here = places[0]
        for _ in range(_STEPS):
            there = _matched_again(here[0] @ way, ours, theirs, longer_px)
            if len(there[1]) < _AS_MANY * len(here[1]):
                break
            here = there
            places.append(here)
    most = sorted(places, key=lambda one: -len(one[1]))[:2]
    return [one for one in most if len(one[1]) >= max(_LEAST_INLIERS, _AS_MANY * len(most[0][1]))]


def _matched_again(
    matrix: Matrix, ours: Features, theirs: Features, longer_px: int
) -> tuple[Matrix, Pairs]:
    near = match_near(ours, theirs, matrix, _REACH * longer_px, _NEAR_RATIO)
    fit = estimate(near.listing, near.photo, _TOLERANCE * longer_px)
    return (
        (matrix, near.where(np.zeros(len(near), np.bool_)))
        if fit is None
        else (
            fit.matrix,
            near.where(fit.inliers),
        )
    )


def _judged(
    listing: Listing, photo: Grey, rough: Matrix, agreeing: Pairs, of: int, method: Method
) -> Candidate:
    shown = _as_seen(listing, photo, rough)
    exact = refine(shown, photo, rough)
    if not _is_plausible(exact, listing.grey, photo):
        exact = rough
    share = min(1.0, len(agreeing) / max(of, 1))
    height, width = listing.grey.shape
    corners = corners_of(width, height) if shown.counts is None else listing.corners
    off = spread_px(shown, photo, exact, corners)
    return Candidate(
        matrix=exact,
        pairs=agreeing,
        share=share,
        agreement=agreement(shown, photo, exact),
        method=method,
        corners_px=off / max(1.0, max(photo.shape) / _USUAL_PX),
    )


def _as_seen(listing: Listing, photo: Grey, rough: Matrix) -> Shown:
    """The listing without its background, where that is none of the product.

    A plain ground with a word on it looks like a studio's and is printed: whole, it agrees too.
    """
    whole, product = Shown(listing.grey), Shown(listing.grey, listing.product)
    if listing.product.all():
        return whole
    gained = agreement(product, photo, rough).score - agreement(whole, photo, rough).score
    return product if gained > _BACKGROUND else whole


def _is_plausible(matrix: Matrix, listing: Grey, photo: Grey) -> bool:
    return is_plausible(matrix, listing.shape[::-1], photo.shape[::-1])


def reprojection_error_px(candidate: Candidate) -> float:
    """The median distance of the matched places from where the homography puts them."""
    errors = errors_px(candidate.matrix, candidate.pairs.listing, candidate.pairs.photo)
    return float(np.median(errors)) if len(errors) else 0.0
