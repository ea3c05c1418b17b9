"""Place the numbered discs: beside their spot, off the product, clear of everything and each other.

All in card pixels. A deterministic search over directions and leader lengths for each target, then
over their combinations, so that leaders don't cross and discs don't touch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.formats import SafeArea
from claimcheck.model.geometry import Point, Rect

DISC = 38.0
"""Radius of a disc with its halo."""
TARGET = 18.0
"""Radius of a target with its halo."""

_AIR = 6.0
_ANGLES = 24
_LENGTHS = (100.0, 80.0, 120.0, 140.0, 160.0, 68.0)
_FAR_LENGTHS = (190.0, 230.0, 280.0, 340.0, 420.0, 520.0, 640.0, 780.0)
_KEPT = 56
_ENOUGH = 24
"""With fewer good places than this for a disc, far ones are looked at too."""
_CLASH = 1e6


@dataclass(frozen=True, slots=True)
class Spot:
    """What a disc has to point at: a point, or the edge of a rectangle."""

    number: int
    place: Rect


@dataclass(frozen=True, slots=True)
class Ground:
    """Where discs may stand."""

    panel: Rect
    safe: SafeArea
    obstacles: tuple[Rect, ...]
    subject: Rect | None
    """Discs rather stand off it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A disc and the target at the other end of its leader."""

    number: int
    disc: Point
    target: Point
    length: float
    """Between the two centres."""


@dataclass(frozen=True, slots=True)
class _Choice:
    disc: Point
    target: Point
    cost: float


def place_discs(
    spots: Sequence[Spot], ground: Ground, wanted: dict[int, float] | None = None
) -> tuple[Placed, ...]:
    """A disc for each spot that can have one; spots without are left out.

    ``wanted`` gives the direction in radians that a number's leader has on the other picture.
    """
    choices = [_choices(spot, spots, ground, (wanted or {}).get(spot.number)) for spot in spots]
    having = [(spot, found) for spot, found in zip(spots, choices, strict=True) if found]
    while having:
        picked = _best_together([found for _, found in having])
        if picked is not None:
            return tuple(
                Placed(spot.number, pick.disc, pick.target, _distance(pick.disc, pick.target))
                for (spot, _), pick in zip(having, picked, strict=True)
            )
        having.pop()  # no way to show all: the last number goes
    return ()


def direction(placed: Placed) -> float:
    """The direction from target to disc, in radians."""
    return math.atan2(placed.disc.y - placed.target.y, placed.disc.x - placed.target.x)


def target_on(place: Rect, towards: Point) -> Point:
    """The spot itself, or where the way to ``towards`` leaves its box: the difference's edge."""
    middle = place.center
    if place.width <= 0 or place.height <= 0:
        return middle
    dx, dy = towards.x - middle.x, towards.y - middle.y
    part = min(
        (place.width / 2) / abs(dx) if dx else math.inf,
        (place.height / 2) / abs(dy) if dy else math.inf,
    )
    return Point(middle.x + dx * part, middle.y + dy * part) if part < 1.0 else middle


def _choices(
    spot: Spot, spots: Sequence[Spot], ground: Ground, wanted: float | None
) -> list[_Choice]:
    found: list[_Choice] = []
    for lengths in (_LENGTHS, _FAR_LENGTHS):
        if len(found) >= _ENOUGH:
            break
        for step in range(_ANGLES):
            angle = 2 * math.pi * step / _ANGLES
            for length in lengths:
                choice = _choice(spot, angle, length, spots, ground, wanted)
                if choice is not None:
                    found.append(choice)
    found.sort(key=lambda choice: choice.cost)
    return found[:_KEPT]


def _choice(
    spot: Spot,
    angle: float,
    length: float,
    spots: Sequence[Spot],
    ground: Ground,
    wanted: float | None,
) -> _Choice | None:
    cos, sin = math.cos(angle), math.sin(angle)
    middle = spot.place.center
    far = Point(middle.x + 1e4 * cos, middle.y + 1e4 * sin)
    target = target_on(spot.place, far)
    disc = target.moved(length * cos, length * sin)
    if not _may_stand(disc, ground):
        return None
    if any(_meets(target, disc, obstacle.grown(_AIR)) for obstacle in ground.obstacles):
        return None
    cost = abs(length - 105.0) * 0.12 + max(0.0, length - 160.0) * 0.2
    for other in spots:
        if other is spot:
            continue
        if _gap(disc, other.place) < DISC + TARGET + _AIR:
            return None
        if _distance_to_leader(other.place.center, target, disc) < TARGET + 12.0:
            cost += 60.0
    if ground.subject is not None:
        inside = -_gap(disc, ground.subject, signed=True)
        cost += 14.0 if inside > 0 else 14.0 * max(0.0, 1.0 + inside / DISC)
    if wanted is not None:
        cost += 9.0 * (1.0 - math.cos(angle - wanted))
    # Among equals a leader that is neither level nor upright reads best as a leader.
    cost += 1.5 * abs(math.cos(2 * angle))
    return _Choice(disc, target, cost)


def _may_stand(disc: Point, ground: Ground) -> bool:
    reach = DISC + 1.0
    box = Rect(disc.x - reach, disc.y - reach, 2 * reach, 2 * reach)
    if not ground.panel.grown(-_AIR).encloses(box):
        return False
    if not ground.safe.encloses(box.x, box.y, box.right, box.bottom):
        return False
    return all(_gap(disc, obstacle) > DISC + _AIR for obstacle in ground.obstacles)


def _gap(point: Point, rect: Rect, signed: bool = False) -> float:
    """From a point to a rectangle; inside it 0, or how deep as a negative number."""
    dx = max(rect.x - point.x, point.x - rect.right)
    dy = max(rect.y - point.y, point.y - rect.bottom)
    if dx <= 0 and dy <= 0:
        return max(dx, dy) if signed else 0.0
    return math.hypot(max(dx, 0.0), max(dy, 0.0))


def _distance(a: Point, b: Point) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)


def _meets(start: Point, end: Point, rect: Rect) -> bool:
    """Whether the line from ``start`` to ``end`` touches ``rect`` (Liang and Barsky)."""
    first, last = 0.0, 1.0
    for origin, way, low, high in (
        (start.x, end.x - start.x, rect.x, rect.right),
        (start.y, end.y - start.y, rect.y, rect.bottom),
    ):
        if way == 0.0:
            if not low <= origin <= high:
                return False
            continue
        enters, leaves = sorted(((low - origin) / way, (high - origin) / way))
        first, last = max(first, enters), min(last, leaves)
    return first <= last


def _distance_to_leader(point: Point, start: Point, end: Point) -> float:
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    part = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length if length else 0.0
    part = min(max(part, 0.0), 1.0)
    return _distance(point, Point(start.x + part * dx, start.y + part * dy))


# --- choosing together ---------------------------------------------------------------------------


def _best_together(choices: list[list[_Choice]]) -> list[_Choice] | None:
    """One choice for each, at the least sum without a clash; ``None`` when every way clashes."""
    clashes = {
        (a, b): _clashes(choices[a], choices[b])
        for a in range(len(choices))
        for b in range(a + 1, len(choices))
    }
    shape = tuple(len(found) for found in choices)
    total = np.zeros(shape)
    for axis, found in enumerate(choices):
        costs = np.array([choice.cost for choice in found])
        total += costs.reshape([-1 if i == axis else 1 for i in range(len(shape))])
    for (a, b), clash in clashes.items():
        total += clash.reshape([shape[i] if i in (a, b) else 1 for i in range(len(shape))])
    best = int(np.argmin(total))
    if total.flat[best] >= _CLASH:
        return None
    picked = np.unravel_index(best, shape)
    return [found[int(index)] for found, index in zip(choices, picked, strict=True)]


def _clashes(first: list[_Choice], second: list[_Choice]) -> NDArray[np.float64]:
    """``_CLASH`` for every pair of choices that can't stand together, else 0."""
    a_disc, a_end = (
        _complex([c.disc for c in first])[:, None],
        _complex([c.target for c in first])[:, None],
    )
    b_disc, b_end = (
        _complex([c.disc for c in second])[None],
        _complex([c.target for c in second])[None],
    )
    clash = np.abs(a_disc - b_disc) < 2 * DISC + _AIR
    clash |= np.abs(a_disc - b_end) < DISC + TARGET + 2.0
    clash |= np.abs(b_disc - a_end) < DISC + TARGET + 2.0
    clash |= _from_leader(a_disc, b_disc, b_end) < DISC + _AIR
    clash |= _from_leader(b_disc, a_disc, a_end) < DISC + _AIR
    clash |= (_side(a_disc, a_end, b_disc) * _side(a_disc, a_end, b_end) < 0) & (
        _side(b_disc, b_end, a_disc) * _side(b_disc, b_end, a_end) < 0
    )
    return np.asarray(clash * _CLASH)


Complexes = NDArray[np.complex128]


def _complex(points: list[Point]) -> Complexes:
    """Points as complex numbers: x + iy."""
    return np.array([complex(p.x, p.y) for p in points])


def _from_leader(point: Complexes, start: Complexes, end: Complexes) -> NDArray[np.float64]:
    """How far ``point`` is from the line from ``start`` to ``end``."""
    way = end - start
    part = ((point - start) * way.conjugate()).real / np.maximum(np.abs(way) ** 2, 1e-9)
    return np.asarray(np.abs(point - start - np.clip(part, 0.0, 1.0) * way))


def _side(start: Complexes, end: Complexes, point: Complexes) -> NDArray[np.float64]:
    """Positive on one side of the line, negative on the other."""
    return np.asarray(((end - start).conjugate() * (point - start)).imag)
