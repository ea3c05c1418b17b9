"""Snapping to the edges and middles of the picture and of what lies on it. Pure, picture pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.gestures import Handle, Size

REACH_PX = 6.0
"""On the screen."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that something snapped to: across the picture at one x, or down it at one y."""

    upright: bool
    at: float


@dataclass(frozen=True, slots=True)
class Targets:
    """Where things snap to, in both directions."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


NOTHING = Targets((), ())


def targets_of(rects: Iterable[Rect], size: Size) -> Targets:
    """Edges and middles of the picture and of ``rects``."""
    boxes = [Rect(0, 0, *size), *rects]
    xs = {x for box in boxes for x in (box.x, box.center.x, box.right)}
    ys = {y for box in boxes for y in (box.y, box.center.y, box.bottom)}
    return Targets(tuple(sorted(xs)), tuple(sorted(ys)))


def snapped_shift(
    frame: Rect, dx: float, dy: float, targets: Targets, reach: float
) -> tuple[float, float, tuple[Guide, ...]]:
    """The shift that puts an edge or the middle of the moved ``frame`` on a target near by."""
    moved = frame.moved(dx, dy)
    more_x, x = _nearest((moved.x, moved.center.x, moved.right), targets.xs, reach)
    more_y, y = _nearest((moved.y, moved.center.y, moved.bottom), targets.ys, reach)
    return dx + more_x, dy + more_y, _guides(x, y)


def snapped_point(
    point: Point, targets: Targets, reach: float, across: bool = True, down: bool = True
) -> tuple[Point, tuple[Guide, ...]]:
    """The point, or the one near by on a target; only in the directions asked for."""
    more_x, x = _nearest((point.x,), targets.xs if across else (), reach)
    more_y, y = _nearest((point.y,), targets.ys if down else (), reach)
    return point.moved(more_x, more_y), _guides(x, y)


def directions(handle: Handle) -> tuple[bool, bool]:
    """Whether dragging a handle moves something across, and whether down."""
    return handle not in (Handle.N, Handle.S), handle not in (Handle.E, Handle.W)


def _nearest(
    places: tuple[float, ...], targets: tuple[float, ...], reach: float
) -> tuple[float, float | None]:
    """The smallest step from any place to any target within ``reach``, and that target."""
    steps = [(abs(t - p), t - p, t) for p in places for t in targets if abs(t - p) <= reach]
    if not steps:
        return 0.0, None
    _, step, target = min(steps)
    return step, target


def _guides(x: float | None, y: float | None) -> tuple[Guide, ...]:
    upright = () if x is None else (Guide(True, x),)
    level = () if y is None else (Guide(False, y),)
    return (*upright, *level)
