"""From the trembling way of a hand to few points that a smooth line goes through. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimcheck.model.geometry import Point

MOST_POINTS = 240
"""A stroke keeps at most so many, however long it was drawn."""


def simplified(points: Sequence[Point], tolerance: float, most: int = MOST_POINTS) -> list[Point]:
    """Those of ``points`` that a line needs to stay within ``tolerance`` of all of them.

    Ramer, An iterative procedure for the polygonal approximation of plane curves (1972); Douglas
    and Peucker (1973). When more than ``most`` are left, the tolerance grows until they aren't.
    """
    kept = list(points)
    while True:
        kept = _needed(kept, tolerance)
        if len(kept) <= most:
            return kept
        tolerance *= 1.5


def _needed(points: list[Point], tolerance: float) -> list[Point]:
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        farthest, far = first, tolerance
        for index in range(first + 1, last):
            off = _off(points[index], points[first], points[last])
            if off > far:
                farthest, far = index, off
        if farthest != first:
            keep.add(farthest)
            parts += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far ``point`` is from the line between two others."""
    dx, dy = end.x - start.x, end.y - start.y
    squared = dx * dx + dy * dy
    if squared == 0:
        return math.hypot(point.x - start.x, point.y - start.y)
    share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point.x - start.x - share * dx, point.y - start.y - share * dy)
