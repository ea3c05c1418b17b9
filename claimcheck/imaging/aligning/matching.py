"""Which feature of the listing is which of the photo."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.features import Features
from claimcheck.imaging.aligning.homography import Matrix, Points, mapped

_BLOCK = 1024  # listing features compared at once: bounds the memory of the distance table
_UNLIKE = 0.7  # cosine of what counts as second nearest where nothing else is near


@dataclass(frozen=True, slots=True)
class Pairs:
    """Point pairs, the most distinctive first. ``ratio``: nearest over second nearest distance."""

    listing: Points
    photo: Points
    ratio: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ratio)

    def where(self, chosen: NDArray[np.bool_]) -> Pairs:
        """Only the chosen pairs."""
        return Pairs(self.listing[chosen], self.photo[chosen], self.ratio[chosen])


def match(listing: Features, photo: Features, ratio: float) -> Pairs:
    """Pair features by Lowe's ratio test; a spot of the photo is used once, by its best match."""
    if len(listing) < 2 or len(photo) < 2:
        return Pairs(np.empty((0, 2)), np.empty((0, 2)), np.empty(0))
    nearest, quotient = _two_nearest(listing.descriptors, photo.descriptors)
    return _distinct(listing, photo, nearest, quotient, ratio)


def _distinct(
    listing: Features,
    photo: Features,
    nearest: NDArray[np.intp],
    quotient: NDArray[np.float64],
    ratio: float,
) -> Pairs:
    """The pairs below ``ratio``, without those that repeat a better one's spot in the photo."""
    rows = np.flatnonzero(quotient < ratio)
    rows = rows[np.argsort(quotient[rows], kind="stable")]
    # A corner has several orientations and several views: the same place twice is no evidence.
    spots = np.round(photo.points[nearest[rows]]).astype(np.int64)
    _unique, first = np.unique(spots, axis=0, return_index=True)
    rows = rows[np.sort(first)]
    return Pairs(listing.points[rows], photo.points[nearest[rows]], quotient[rows])


def _two_nearest(
    queries: NDArray[np.float32], targets: NDArray[np.float32]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """For every query its nearest target, and how much nearer that is than the second."""
    nearest = np.empty(len(queries), np.intp)
    quotient = np.empty(len(queries))
    for start in range(0, len(queries), _BLOCK):
        block = slice(start, start + _BLOCK)
        likeness = queries[block] @ targets.T  # cosine, for all have unit length
        rows = np.arange(len(likeness))
        best = likeness.argmax(axis=1)
        first = likeness[rows, best]
        likeness[rows, best] = -1.0
        second = likeness.max(axis=1)
        nearest[block] = best
        quotient[block] = np.sqrt(np.maximum(1 - first, 0) / np.maximum(1 - second, 1e-9))
    return nearest, quotient


def match_near(
    listing: Features, photo: Features, listing_to_photo: Matrix, reach_px: float, ratio: float
) -> Pairs:
    """Pair features again, each only with those near where the homography puts it.

    Few compete there, so that ``ratio`` may be looser; the second nearest is one elsewhere.
    """
    expected = mapped(listing_to_photo, listing.points)
    low, high = expected.min(axis=0) - reach_px, expected.max(axis=0) + reach_px
    around = ((photo.points >= low) & (photo.points <= high)).all(axis=1)
    near = Features(photo.points[around], photo.descriptors[around])
    if len(listing) < 2 or len(near) < 2:
        return Pairs(np.empty((0, 2)), np.empty((0, 2)), np.empty(0))
    nearest = np.empty(len(listing), np.intp)
    quotient = np.full(len(listing), np.inf)
    for start in range(0, len(listing), _BLOCK):
        block = slice(start, start + _BLOCK)
        likeness = listing.descriptors[block] @ near.descriptors.T
        away = _squared_distances(expected[block], near.points)
        likeness[away > reach_px * reach_px] = -1.0
        rows = np.arange(len(likeness))
        best = likeness.argmax(axis=1)
        first = likeness[rows, best]
        # Another orientation of the same spot is no rival.
        likeness[_squared_distances(near.points[best], near.points) < 4.0] = -1.0
        second = np.maximum(likeness.max(axis=1), _UNLIKE)
        nearest[block] = best
        found = np.sqrt(np.maximum(1 - first, 0) / np.maximum(1 - second, 1e-9))
        quotient[block] = np.where(first > 0, found, np.inf)
    return _distinct(listing, near, nearest, quotient, ratio)


def _squared_distances(left: Points, right: Points) -> NDArray[np.float32]:
    ours, theirs = left.astype(np.float32), right.astype(np.float32)
    squared: NDArray[np.float32] = np.subtract.outer(ours[:, 0], theirs[:, 0])
    squared *= squared
    down = np.subtract.outer(ours[:, 1], theirs[:, 1])
    down *= down
    squared += down
    return squared
