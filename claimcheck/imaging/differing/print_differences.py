"""The print of the listing and of the product in the photo, read on one plane and compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.homography import Matrix, corners_of, inverse, mapped, scaling
from claimcheck.imaging.aligning.refine_frame import Plane, rendered
from claimcheck.imaging.differing.difference_map import Differing
from claimcheck.imaging.differing.differences import compared
from claimcheck.imaging.differing.overlay import Overlay
from claimcheck.imaging.differing.print_reader import Reader, Word
from claimcheck.imaging.differing.print_words import Ground, WordDifference, differing_words
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect

_SMALLEST_PX, _LARGEST_PX = 960, 1600
"""Longer side at which print is read: small pictures are enlarged, for the reader wants that."""
_IN_VIEW = 0.9  # of a word's place
_NEAR = 2.0  # heights of a word: how far from agreeing print its place may be
_LEAST_PART = 0.002  # of the picture's area; what agrees on less may do so by chance
_AGREEING = 0.7
_BLANK = 0.45  # of the contrast that the word itself has
_LEAST_CONTRAST = 3.0  # in CIELAB
_OTHER_GROUND = 14.0  # in CIELAB: beyond that something lies over the place

Step = Callable[[int, int, str], None]
"""How far it is; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class ReadPair:
    """What was read on both, and what differs, in listing pixels."""

    listing: tuple[Word, ...]
    product: tuple[Word, ...]
    differences: tuple[WordDifference, ...]


def read_pair(
    listing: RGB,
    photo: RGB,
    photo_to_listing: Matrix,
    reader: Reader,
    step: Step = lambda _done, _total, _what: None,
) -> ReadPair:
    """Read both and tell which words differ; some seconds.

    Both are H × W × 3, uint8, sRGB, upright; the homography is between pixel centres, as ``align``
    gives it. Print that the photo doesn't show, or that something covers, doesn't differ.
    """
    ours, theirs, enlarged = _on_one_plane(listing, photo, photo_to_listing)
    step(1, 4, "")
    words = tuple(_scaled(word, enlarged) for word in reader(ours))
    step(2, 4, "")
    seen = tuple(_scaled(word, enlarged) for word in reader(theirs))
    step(3, 4, "")
    overlay, differing = compared(listing, photo, photo_to_listing)
    grounds = Grounds(overlay, differing)
    found = differing_words(words, seen, grounds.on_product, grounds.on_listing)
    step(4, 4, "")
    return ReadPair(words, seen, found)


class Grounds:
    """What each of two pictures shows at a place, beside the other.

    In view is what lies amid print that agrees, or near it: farther off the product may bend away.
    """

    def __init__(self, overlay: Overlay, differing: Differing) -> None:
        self._scale, self._differing, self._there = overlay.scale, differing, overlay.there
        self._product = overlay.product
        self._far = _distance_px(differing.agrees)

    def on_product(self, place: Rect) -> Ground:
        """At the place of a word of the listing."""
        return self._shown(
            place, self._differing.listing_lab, self._differing.photo_lab, self._there
        )

    def on_listing(self, place: Rect) -> Ground:
        """At the place of a word in the photo: beside the product stand others with print."""
        amid = self._there & (self._product | (self._far <= 0))
        return self._shown(place, self._differing.photo_lab, self._differing.listing_lab, amid)

    def _shown(self, place: Rect, printed: Plane, other: Plane, there: NDArray[np.bool_]) -> Ground:
        inside = self._window(place)
        reached = there[inside] & (self._far[inside] <= _NEAR * place.height * self._scale[1])
        if reached.size == 0 or reached.mean() < _IN_VIEW:
            return Ground.HIDDEN
        word, here = printed[inside], other[inside]
        if self._differing.agrees[inside].mean() > _AGREEING:
            return Ground.SAME
        if np.linalg.norm(_ground(word) - _ground(here)) > _OTHER_GROUND:
            return Ground.HIDDEN
        contrast = _contrast(word)
        if contrast > _LEAST_CONTRAST and _contrast(here) < _BLANK * contrast:
            return Ground.BLANK
        return Ground.PRINTED

    def _window(self, place: Rect) -> tuple[slice, slice]:
        across, down = self._scale
        height, width = self._there.shape
        left, right = np.clip((place.x * across, place.right * across), 0, width)
        top, bottom = np.clip((place.y * down, place.bottom * down), 0, height)
        return slice(int(top), int(np.ceil(bottom))), slice(int(left), int(np.ceil(right)))


def _distance_px(agrees: NDArray[np.bool_]) -> Plane:
    """How far each place is from the outline around all print that agrees; 0 within."""
    opened = cv2.morphologyEx(agrees.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels = cv2.connectedComponents(opened)
    areas = np.bincount(labels.ravel().astype(np.intp), minlength=count)
    large = areas >= _LEAST_PART * agrees.size
    large[0] = False
    places = np.argwhere(large[labels])[:, ::-1].astype(np.int32)
    outside = np.ones(agrees.shape, np.uint8)
    if len(places) == 0:
        return np.full(agrees.shape, np.inf, np.float32)
    cv2.fillConvexPoly(outside, cv2.convexHull(places), 0)
    return np.asarray(cv2.distanceTransform(outside, cv2.DIST_L2, 5), dtype=np.float32)


def _ground(lab: Plane) -> NDArray[np.float32]:
    """The colour that print stands on: what most of a word's place has."""
    return np.asarray(np.median(lab.reshape(-1, 3), axis=0), dtype=np.float32)


def _contrast(lab: Plane) -> float:
    return float(np.sqrt(lab.reshape(-1, 3).var(axis=0).sum()))


def _on_one_plane(
    listing: RGB, photo: RGB, photo_to_listing: Matrix
) -> tuple[RGB, RGB, tuple[float, float]]:
    """Both in the listing's plane at one size, and listing pixels per pixel of that."""
    height, width = listing.shape[:2]
    outline = mapped(inverse(photo_to_listing), corners_of(width, height))
    sides = np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1)
    longer = np.clip(max(float(sides.max()), height, width), _SMALLEST_PX, _LARGEST_PX)
    scale = float(longer) / max(height, width)
    size = max(8, round(width * scale)), max(8, round(height * scale))
    to_plane = scaling(size[0] / width, size[1] / height)
    ours, _there = rendered(listing, to_plane, size)
    theirs, _there = rendered(photo, to_plane @ photo_to_listing, size)
    return _as_picture(ours), _as_picture(theirs), (width / size[0], height / size[1])


def _as_picture(plane: Plane) -> RGB:
    return np.ascontiguousarray(np.clip(np.rint(plane), 0, 255), dtype=np.uint8)


def _scaled(word: Word, by: tuple[float, float]) -> Word:
    place = word.place
    scaled = Rect(place.x * by[0], place.y * by[1], place.width * by[0], place.height * by[1])
    return Word(word.text, scaled, word.score, word.line)
