"""How the photo lies on the listing image, and what a machine proposes to look at there.

A homography is nine numbers, row by row, that lead from points of the photo to points of the
listing image, both in their own pictures' pixels as ``geometry.Point`` counts them: edges at whole
numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import DiscrepancyKind
from claimcheck.model.projection import Projection

Homography = tuple[float, ...]
"""Nine numbers, row by row."""


class AlignedBy(StrEnum):
    """Who laid the photo over the listing image."""

    FOUND = "found"
    """The program found the product in the photo."""
    HAND = "hand"
    """Point pairs set by the user."""
    FRAMED = "framed"
    """Only the same size and middle: what has no flat face can't lie exactly."""


class Sameness(StrEnum):
    """Whether listing image and photo show the same thing."""

    YES = "yes"
    OTHER_VARIANT = "other variant"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PointPair:
    """The same spot on both pictures, set by hand."""

    listing: Point
    photo: Point


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the photo of one comparison lies on its listing image."""

    id: str
    """Of the comparison."""
    homography: Homography
    """Photo → listing image."""
    aligned_by: AlignedBy = AlignedBy.FOUND
    method: str = ""
    """Of finding it, such as ``sift``."""
    inliers: int = 0
    reprojection_error_px: float = 0.0
    """In photo pixels: the median of what was found, the root mean square of what was set."""
    confidence: float = 0.0
    """0 to 1 of what was found; 0 where nobody can tell."""
    pairs: tuple[PointPair, ...] = ()
    """What was set by hand: spots; of a framing, two opposite corners of each product's box."""
    same: Sameness | None = None
    """Whether it is the same thing; ``None`` when nobody looked."""
    doubts: tuple[Rect, ...] = ()
    """Where on the listing image it looks like another variant."""

    @property
    def is_exact(self) -> bool:
        """Whether spot lies on spot; not where only size and middle were made alike."""
        return self.aligned_by is not AlignedBy.FRAMED

    @property
    def to_photo(self) -> Homography:
        """Listing image → photo."""
        return inverted(self.homography)

    def outline(self, width: float, height: float) -> tuple[Point, ...]:
        """The corners of a listing image of this size in the photo, clockwise from top left."""
        return self.outline_of(Rect(0, 0, width, height))

    def outline_of(self, part: Rect) -> tuple[Point, ...]:
        """The corners of a part of the listing image in the photo."""
        corners = (
            Point(part.x, part.y),
            Point(part.right, part.y),
            Point(part.right, part.bottom),
            Point(part.x, part.bottom),
        )
        return tuple(mapped(self.to_photo, corner) for corner in corners)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A difference that the program sees; the user accepts, edits or dismisses it."""

    id: str
    comparison_id: str
    listing_place: Rect
    kind: DiscrepancyKind
    strength: float = 0.0
    """0 to 1."""
    note: str = ""
    """Which words differ; empty where pixels do."""
    photo_place: Rect | None = None
    """The same spot on the photo, as far as it is in view."""

    @property
    def is_of_words(self) -> bool:
        """Whether it is about print that was read, not about pixels that differ."""
        return bool(self.note)


def percent_sure(confidence: float) -> int:
    """A confidence (0 to 1) as people are told it: never 100, for a program may always err."""
    return min(round(100 * confidence), 99)


def mapped(homography: Homography, point: Point) -> Point:
    """Where ``point`` goes; what lies on the horizon goes far away, never to infinity."""
    a, b, c, d, e, f, g, h, i = homography
    depth = g * point.x + h * point.y + i
    if abs(depth) < 1e-12:
        depth = 1e-12
    return Point((a * point.x + b * point.y + c) / depth, (d * point.x + e * point.y + f) / depth)


def mapped_rect(homography: Homography, rect: Rect) -> Rect:
    """The upright rectangle around where ``rect`` goes."""
    corners = (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )
    return Rect.spanning(mapped(homography, corner) for corner in corners)


def times(after: Homography, first: Homography) -> Homography:
    """``first``, then ``after``."""
    rows = (after[0:3], after[3:6], after[6:9])
    columns = (first[0::3], first[1::3], first[2::3])
    return _normalised(sum(a * b for a, b in zip(r, c, strict=True)) for r in rows for c in columns)


def inverted(homography: Homography) -> Homography:
    """The way back. ``ValueError`` when there is none."""
    try:
        return _normalised(Projection(*homography).inverse.numbers)
    except ZeroDivisionError as error:
        raise ValueError("a homography that flattens everything") from error


def _normalised(parts: Iterable[float]) -> Homography:
    """1 at the bottom right, where that is possible."""
    numbers = tuple(parts)
    last = numbers[8]
    return tuple(part / last for part in numbers) if abs(last) > 1e-12 else numbers
