"""Where the numbered disc of each discrepancy sits on its picture. Pure.

The disc of an area sits on its top right corner. The disc of a point stands off it, with a leader,
away from the middle of the picture (where the product is), inside the picture and clear of the
other discs where there is room.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimcheck.model.geometry import Point, Rect

Size = tuple[int, int]

# Turns from the outward direction, tried in this order: 0, then ever further to both sides.
_TURNS = tuple(
    math.radians(turn) for turn in (0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180)
)


def is_point(place: Rect) -> bool:
    """Whether a place is a point, marked by a leader instead of a box."""
    return place.width == 0 and place.height == 0


def disc_places(
    places: Sequence[Rect], size: Size, radius: float, reach: float
) -> tuple[Point, ...]:
    """The middles of the discs of ``places``, in the same order.

    ``radius`` is that of a disc and ``reach`` the distance from a point to its disc, both in
    picture pixels (they are constant on the screen, so they depend on the zoom).
    """
    taken: list[Point] = [
        _corner_disc(place, size, radius) for place in places if not is_point(place)
    ]
    discs: list[Point] = []
    for place in places:
        if is_point(place):
            disc = _standing_off(place.center, size, radius, reach, taken)
            taken.append(disc)
        else:
            disc = _corner_disc(place, size, radius)
        discs.append(disc)
    return tuple(discs)


def _corner_disc(place: Rect, size: Size, radius: float) -> Point:
    return _inside(Point(place.right, place.y), size, radius)


def _standing_off(
    target: Point, size: Size, radius: float, reach: float, taken: Sequence[Point]
) -> Point:
    middle = Point(size[0] / 2, size[1] / 2)
    outward = math.atan2(target.y - middle.y, target.x - middle.x)
    if target == middle:
        outward = -math.pi / 4
    candidates = [
        target.moved(reach * math.cos(outward + turn), reach * math.sin(outward + turn))
        for turn in _TURNS
    ]
    inside = [c for c in candidates if _inside(c, size, radius) == c]
    clear = [c for c in inside if all(_distance(c, disc) >= 2 * radius for disc in taken)]
    if clear:
        return clear[0]
    if inside:
        return max(inside, key=lambda c: min((_distance(c, d) for d in taken), default=0.0))
    # A picture smaller than the leader: as far away from the target as it goes.
    return max((_inside(c, size, radius) for c in candidates), key=lambda c: _distance(c, target))


def _inside(point: Point, size: Size, radius: float) -> Point:
    margin_x, margin_y = min(radius, size[0] / 2), min(radius, size[1] / 2)
    return Point(
        min(max(point.x, margin_x), size[0] - margin_x),
        min(max(point.y, margin_y), size[1] - margin_y),
    )


def _distance(a: Point, b: Point) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)
