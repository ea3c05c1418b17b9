"""The same spot on the other picture: where the pair is aligned by its alignment, else by share.

Pure; places are in the pixels of the two pictures as they are shown.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from claimcheck.model.alignment import Alignment, Homography, mapped, mapped_rect
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Evidence, Mark, new_id
from claimcheck.ui.canvas.gestures import clamped, corners, rounded, rounded_rect, shift_onto
from claimcheck.ui.canvas.reshaping import TURNED, source_and_inset, with_frame

_POINTWISE = frozenset(
    {
        MarkKind.ARROW,
        MarkKind.LINE,
        MarkKind.MEASURE,
        MarkKind.PEN,
        MarkKind.HIGHLIGHTER,
        MarkKind.SWATCH,
    }
)
_SMALLEST_SHARE = 0.002
"""Of the other picture's longer side: a place that would be smaller is a point there."""


@dataclass(frozen=True, slots=True)
class Across:
    """The way from one picture to the other."""

    onto: Evidence
    homography: Homography | None
    """Between their pixels; ``None`` where they aren't aligned."""
    share: tuple[float, float]
    """Width and height there, as a part of those here."""

    @property
    def is_aligned(self) -> bool:
        """Whether it leads to the same spot of the product, not just of the picture."""
        return self.homography is not None

    def point(self, point: Point) -> Point:
        """The same spot, maybe outside the other picture."""
        if self.homography is not None:
            return mapped(self.homography, point)
        return Point(point.x * self.share[0], point.y * self.share[1])

    def grows(self, at: Point) -> float:
        """How many times as large things are there, around the spot ``at``."""
        here, right, down = (self.point(p) for p in (at, at.moved(1, 0), at.moved(0, 1)))
        area = (right.x - here.x) * (down.y - here.y) - (right.y - here.y) * (down.x - here.x)
        return math.sqrt(abs(area))

    def turns(self, at: Point) -> float:
        """Degrees clockwise that things are turned by there."""
        if self.homography is None:
            return 0.0
        here, right = self.point(at), self.point(at.moved(1, 0))
        return math.degrees(math.atan2(right.y - here.y, right.x - here.x))


def across(alignment: Alignment | None, here: Role, home: Evidence, onto: Evidence) -> Across:
    """From the picture ``home``, which is on the side ``here``, to ``onto`` on the other side."""
    homography = None
    if alignment is not None:
        homography = alignment.homography if here is Role.PHOTO else alignment.to_photo
    share = onto.width_px / home.width_px, onto.height_px / home.height_px
    return Across(onto, homography, share)


def counterpart(way: Across, place: Rect) -> Rect | None:
    """Where ``place`` is on the other picture; ``None`` when its middle isn't on it."""
    width, height = way.onto.width_px, way.onto.height_px
    middle = way.point(place.center)
    if not (0 <= middle.x <= width and 0 <= middle.y <= height):
        return None
    if place.width <= 0 or place.height <= 0:
        return rounded_rect(Rect(middle.x, middle.y, 0, 0))
    if way.homography is not None:
        there = mapped_rect(way.homography, place)
    else:
        size = place.width * way.share[0], place.height * way.share[1]
        there = _about(middle, *size)
    there = there.clipped_to(width, height)
    if min(there.width, there.height) < _SMALLEST_SHARE * max(width, height):
        return rounded_rect(Rect(middle.x, middle.y, 0, 0))
    return rounded_rect(there)


def mark_across(way: Across, mark: Mark) -> Mark:
    """A copy of ``mark`` on the other picture, as far as there is room for it there."""
    copy = _moved_across(way, mark)
    size = way.onto.width_px, way.onto.height_px
    shift = shift_onto(copy.frame, size)
    points = tuple(rounded(clamped(p.moved(*shift), size)) for p in copy.points)
    return replace(copy, id=new_id(), evidence_id=way.onto.id, points=points)


def _moved_across(way: Across, mark: Mark) -> Mark:
    if mark.kind in _POINTWISE:
        return replace(mark, points=tuple(way.point(point) for point in mark.points))
    if mark.kind is MarkKind.MAGNIFIER:
        source, inset = (_frame_across(way, part) for part in source_and_inset(mark))
        return replace(mark, points=(*corners(source), *corners(inset)))
    if mark.kind is MarkKind.REDACTION:
        return replace(mark, points=corners(_around(way.point, mark.covered)), angle=0.0)
    if mark.kind is MarkKind.TEXT:
        # As large as it was for its picture; only where it stands and breaks goes along.
        start = way.point(mark.points[0])
        width = mark.frame.width * way.grows(mark.frame.center)
        return replace(mark, points=(start, start.moved(width, 0.0)))
    moved = with_frame(mark, _frame_across(way, mark.frame))
    if mark.kind not in TURNED:
        return moved
    angle = math.remainder(mark.angle + way.turns(mark.frame.center), 360.0)
    return replace(moved, angle=round(angle, 2) + 0.0)


def _frame_across(way: Across, frame: Rect) -> Rect:
    """Its middle goes along exactly; it grows as things do there, and keeps its shape."""
    middle, grows = frame.center, way.grows(frame.center)
    return _about(way.point(middle), frame.width * grows, frame.height * grows)


def _around(to: Callable[[Point], Point], rect: Rect) -> Rect:
    return Rect.spanning(
        to(Point(x, y)) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
    )


def _about(middle: Point, width: float, height: float) -> Rect:
    return Rect(middle.x - width / 2, middle.y - height / 2, width, height)
