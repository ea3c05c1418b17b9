"""Place the numbered discs: beside their spot, off the product, clear of everything and each other.

All in card pixels. A deterministic search over directions and leader lengths for each target, then
over their combinations, so that leaders don't cross and discs don't touch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
LONGEST = 165.0
"""Of a leader: a disc farther off is hardly seen as belonging to its spot."""
_FAR_COST = 24.0
_ON_SMALL = 150.0
"""What a disc costs on top for the part of a product that it hides: nothing much of a large one."""
_KEPT = 56
_ENOUGH = 24
"""With fewer good places than this for a disc, far ones are looked at too."""
_CLASH = 1e6
_ALL_WAYS = 3
"""Up to so many spots all combinations are tried; they grow with a power of the number."""
_WAYS_KEPT, _KEPT_OF_MANY = 64, 34

Complexes = NDArray[np.complex128]


@dataclass(frozen=True, slots=True)
class Spot:
    """What a disc has to point at: a point, or the edge of a rectangle."""

    number: int
    place: Rect
    radius: float = 0.0
    """Of a ring around a point; ``place`` is the square around it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from a spot its disc stands, the best first; farther where it can't stand there."""

    lengths: tuple[float, ...]
    """Between disc and spot, from centre to edge."""
    ideal: float
    insists: float
    """What a pixel more or less than ideal costs."""


ON_LEADER = Reach(_LENGTHS, 105.0, 0.12)
PIN_LENGTH = 50.0
AT_SPOT = Reach((PIN_LENGTH,), PIN_LENGTH, 0.6)
RING_LENGTH = 32.0
ON_RING = Reach((RING_LENGTH,), RING_LENGTH, 0.6)


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
    spots: Sequence[Spot],
    ground: Ground,
    wanted: dict[int, float] | None = None,
    reach: Reach = ON_LEADER,
) -> tuple[Placed, ...]:
    """A disc for each spot that can have one; spots without are left out.

    ``wanted`` gives the direction in radians that a number's leader has on the other picture.
    """
    return _discs(tuple(spots), ground, tuple((wanted or {}).items()), reach)


@lru_cache(maxsize=256)
def _discs(
    spots: tuple[Spot, ...], ground: Ground, wanted: tuple[tuple[int, float], ...], reach: Reach
) -> tuple[Placed, ...]:
    """``place_discs``; kept, since an edit of a card's words rarely moves its pictures."""
    ways = dict(wanted)
    choices = [_choices(spot, spots, ground, ways.get(spot.number), reach) for spot in spots]
    having = [(spot, found) for spot, found in zip(spots, choices, strict=True) if found]
    if len(having) > _ALL_WAYS:
        return _one_by_one([(spot, found[:_KEPT_OF_MANY]) for spot, found in having])
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


def _choices(
    spot: Spot, spots: Sequence[Spot], ground: Ground, wanted: float | None, reach: Reach
) -> list[_Choice]:
    found: list[_Choice] = []
    others = [other for other in spots if other is not spot]
    near = (reach.lengths,) if reach is ON_LEADER else (reach.lengths, _LENGTHS)
    for lengths in (*near, _FAR_LENGTHS):
        if len(found) >= _ENOUGH:
            break
        found += _choices_at(spot, np.array(lengths), others, ground, wanted, reach)
    found.sort(key=lambda choice: choice.cost)
    return found[:_KEPT]


def _choices_at(
    spot: Spot,
    lengths: NDArray[np.float64],
    others: Sequence[Spot],
    ground: Ground,
    wanted: float | None,
    reach: Reach,
) -> list[_Choice]:
    """Every direction with every length that may be, as complex numbers: x + iy."""
    angles = np.repeat(2 * math.pi * np.arange(_ANGLES) / _ANGLES, len(lengths))
    length = np.tile(lengths, _ANGLES)
    way: Complexes = np.exp(1j * angles, dtype=np.complex128)
    middle = complex(spot.place.center.x, spot.place.center.y)
    target = middle + way * (spot.radius or _to_edge(spot.place, way))
    disc = target + length * way
    free = may_stand(disc, ground)
    free[free] = ~_meet(target[free], disc[free], _sides(ground.obstacles, _AIR))
    cost = np.abs(length - reach.ideal) * reach.insists + np.maximum(0.0, length - 160.0) * 0.2
    cost += _FAR_COST * (length > LONGEST)
    for other in others:
        free &= _gaps(disc, other.place) >= DISC + TARGET + _AIR
        center = np.array(complex(other.place.center.x, other.place.center.y))
        cost += 60.0 * (_from_leader(center, target, disc) < TARGET + 9.0)
    if ground.subject is not None:
        inside = -_gaps(disc, ground.subject, signed=True)
        area = ground.subject.width * ground.subject.height
        whole = 14.0 + _ON_SMALL * min(math.pi * DISC**2 / max(area, 1.0), 1.0)
        cost += whole * np.clip(1.0 + inside / DISC, 0.0, 1.0)
    if wanted is not None:
        cost += 9.0 * (1.0 - np.cos(angles - wanted))
    # Among equals a leader that is neither level nor upright reads best as a leader.
    cost += 1.5 * np.abs(np.cos(2 * angles))
    best = np.flatnonzero(free)
    best = best[np.argsort(cost[best], kind="stable")][:_KEPT]
    return [
        _Choice(Point(d.real, d.imag), Point(t.real, t.imag), c)
        for d, t, c in zip(
            disc[best].tolist(), target[best].tolist(), cost[best].tolist(), strict=True
        )
    ]


def _to_edge(place: Rect, way: Complexes) -> NDArray[np.float64]:
    """From a box's middle to where each way leaves it; 0 for a point."""
    if place.width <= 0 or place.height <= 0:
        return np.zeros(len(way))
    across = (place.width / 2) / np.maximum(np.abs(way.real), 1e-12)
    down = (place.height / 2) / np.maximum(np.abs(way.imag), 1e-12)
    return np.asarray(np.minimum(across, down))


def may_stand(disc: Complexes, ground: Ground) -> NDArray[np.bool_]:
    """Whether discs with these middles (x + iy) stay in panel and safe area, clear of obstacles."""
    reach = DISC + 1.0
    x, y, right, bottom = disc.real - reach, disc.imag - reach, disc.real + reach, disc.imag + reach
    panel = ground.panel.grown(-_AIR)
    free = (panel.x <= x) & (panel.y <= y) & (right <= panel.right) & (bottom <= panel.bottom)
    free &= (y >= ground.safe.top) & (bottom <= ground.safe.bottom)
    for top, low, left, end in ground.safe.bands():
        beside = (low <= y) | (bottom <= top)
        free &= beside | ((left <= x) & (right <= end))
    left, above, end, below = _sides(ground.obstacles, 0.0)
    beyond_x = np.maximum(left - disc.real, disc.real - end)
    beyond_y = np.maximum(above - disc.imag, disc.imag - below)
    gaps = np.hypot(np.maximum(beyond_x, 0.0), np.maximum(beyond_y, 0.0))
    return np.asarray(free & (gaps > DISC + _AIR).all(axis=0))


def _sides(rects: Sequence[Rect], air: float) -> NDArray[np.float64]:
    """Left, upper, right and lower sides of n ``rects`` with ``air`` around them: 4 × n × 1."""
    grown = [rect.grown(air) for rect in rects]
    sides = [(rect.x, rect.y, rect.right, rect.bottom) for rect in grown]
    return np.array(sides).reshape(-1, 4).T[:, :, None]


def _gaps(points: Complexes, rect: Rect, signed: bool = False) -> NDArray[np.float64]:
    """From points to a rectangle; inside it 0, or how deep as a negative number."""
    dx = np.maximum(rect.x - points.real, points.real - rect.right)
    dy = np.maximum(rect.y - points.imag, points.imag - rect.bottom)
    outside = np.hypot(np.maximum(dx, 0.0), np.maximum(dy, 0.0))
    return np.asarray(
        np.where((dx <= 0) & (dy <= 0), np.maximum(dx, dy), outside) if signed else outside
    )


def _distance(a: Point, b: Point) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)


def _meet(start: Complexes, end: Complexes, sides: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether the lines from ``start`` to ``end`` touch any rectangle (Liang and Barsky)."""
    left, top, right, bottom = sides
    first, last = np.zeros((len(left), len(start))), np.ones((len(left), len(start)))
    way = end - start
    for origin, along, low, high in (
        (start.real, way.real, left, right),
        (start.imag, way.imag, top, bottom),
    ):
        still = np.abs(along) < 1e-9
        within = (low <= origin) & (origin <= high)
        step = np.where(still, 1.0, along)
        one, other = (low - origin) / step, (high - origin) / step
        enters = np.where(still, np.where(within, 0.0, 2.0), np.minimum(one, other))
        leaves = np.where(still, np.where(within, 1.0, -1.0), np.maximum(one, other))
        first, last = np.maximum(first, enters), np.minimum(last, leaves)
    return np.asarray((first <= last).any(axis=0))


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


def _one_by_one(having: Sequence[tuple[Spot, list[_Choice]]]) -> tuple[Placed, ...]:
    """For many spots: those with the fewest choices first, the best few ways kept at each step.

    A spot for which every way clashes is left out.
    """
    order = sorted(range(len(having)), key=lambda i: (len(having[i][1]), i))
    states, costs = np.zeros((1, 0), dtype=int), np.zeros(1)
    taken: list[int] = []
    for index in order:
        found = having[index][1]
        total = costs[:, None] + np.array([choice.cost for choice in found])[None, :]
        for place, earlier in enumerate(taken):
            clash = _clashes(having[earlier][1], found)
            total = total + clash[states[:, place]]
        flat = np.argsort(total, axis=None, kind="stable")[:_WAYS_KEPT]
        flat = flat[total.flat[flat] < _CLASH]
        if not len(flat):
            continue
        rows, columns = np.unravel_index(flat, total.shape)
        states = np.column_stack([states[rows], columns])
        costs = total.flat[flat]
        taken.append(index)
    best = dict(zip(taken, (int(choice) for choice in states[0]), strict=True))
    placed = []
    for index in sorted(best):
        spot, found = having[index]
        pick = found[best[index]]
        length = _distance(pick.disc, pick.target)
        placed.append(Placed(spot.number, pick.disc, pick.target, length))
    return tuple(placed)


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
