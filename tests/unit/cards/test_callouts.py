"""Discs stand beside their spots: inside, apart, their leaders uncrossed, off what is covered."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from claimcheck.cards.callouts import (
    AT_SPOT,
    DISC,
    ON_LEADER,
    ON_RING,
    PIN_LENGTH,
    RING_LENGTH,
    Ground,
    Placed,
    Reach,
    Spot,
    place_discs,
)
from claimcheck.cards.formats import find_format
from claimcheck.model.geometry import Point, Rect

SAFE = find_format("tiktok").safe_area
PANEL = Rect(0, 668, 536, 1252)


def ground(*obstacles: Rect, subject: Rect | None = None) -> Ground:
    return Ground(PANEL, SAFE, obstacles, subject)


def spot(number: int, x: float, y: float) -> Spot:
    return Spot(number, Rect(x, y, 0.0, 0.0))


def distance(a: Point, b: Point) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)


def inside(placed: Placed) -> bool:
    disc = placed.disc
    return SAFE.encloses(disc.x - DISC, disc.y - DISC, disc.x + DISC, disc.y + DISC)


def test_a_leader_is_short_and_ends_on_its_spot() -> None:
    (placed,) = place_discs([spot(1, 300, 900)], ground())
    assert placed.target == Point(300, 900)
    assert 60 <= placed.length <= 160
    assert distance(placed.disc, placed.target) == pytest.approx(placed.length)
    assert inside(placed)


def test_three_spots_close_together_get_discs_that_keep_apart() -> None:
    spots = [spot(1, 300, 900), spot(2, 322, 905), spot(3, 310, 930)]
    placed = place_discs(spots, ground())
    assert [item.number for item in placed] == [1, 2, 3]
    for a in placed:
        for b in placed:
            assert a is b or distance(a.disc, b.disc) >= 2 * DISC
            assert a is b or distance(a.disc, b.target) >= DISC


def test_a_spot_outside_the_safe_area_gets_a_longer_leader() -> None:
    (placed,) = place_discs([spot(1, 300, 1500)], ground())
    assert placed.length > 160
    assert inside(placed)


def test_neither_disc_nor_leader_lies_on_the_slip() -> None:
    slip = Rect(0, 1000, 788, 272)
    spots = [spot(1, 300, 960), spot(2, 180, 940)]
    for placed in place_discs(spots, ground(slip)):
        assert placed.disc.y + DISC < slip.y
        assert placed.target.y < slip.y


def test_a_spot_behind_the_slip_can_t_be_pointed_at_from_above() -> None:
    slip = Rect(0, 1000, 788, 272)
    assert place_discs([spot(1, 300, 1500)], ground(slip)) == ()


def test_discs_stand_off_the_product_where_there_is_room() -> None:
    subject = Rect(220, 760, 200, 500)
    (placed,) = place_discs([spot(1, 230, 900)], ground(subject=subject))
    assert placed.disc.x + DISC <= subject.x + DISC


def test_a_disc_stands_off_a_small_product_whatever_way_it_points_elsewhere() -> None:
    subject = Rect(300, 900, 240, 240)
    (placed,) = place_discs([spot(1, 372, 972)], ground(subject=subject), {1: math.pi / 4})
    assert not subject.grown(DISC - 2).contains(placed.disc)


def test_the_same_number_points_the_same_way_on_the_other_picture() -> None:
    for angle in (0.0, math.pi / 2, math.pi, -math.pi / 2):
        (placed,) = place_discs([spot(1, 300, 900)], ground(), {1: angle})
        turned = math.atan2(placed.disc.y - 900, placed.disc.x - 300)
        assert math.cos(turned - angle) > 0.7


def test_a_leader_ends_at_the_edge_of_a_place_with_an_area() -> None:
    place = Rect(200, 850, 100, 60)
    (placed,) = place_discs([Spot(1, place)], ground())
    on_edge = placed.target.x in (place.x, place.right) or placed.target.y in (
        place.y,
        place.bottom,
    )
    assert on_edge
    assert place.grown(0.001).contains(placed.target)
    assert not place.contains(placed.disc)


@pytest.mark.parametrize("reach", [ON_LEADER, AT_SPOT, ON_RING], ids=["leader", "pin", "ring"])
def test_up_to_twelve_differences_get_discs_that_neither_overlap_nor_leave(reach: Reach) -> None:
    """200 sets: no overlap, none outside the safe area, hardly any left out, the same each time."""
    rng = random.Random(1)
    panel = Rect(0, 668, 1080, 1252)
    wanted = found = 0
    for count in (1 + index % 12 for index in range(200)):
        spots = []
        for number in range(1, count + 1):
            size = (
                (0.0, 0.0) if rng.random() < 0.5 else (rng.uniform(20, 150), rng.uniform(20, 150))
            )
            spots.append(Spot(number, Rect(rng.uniform(130, 760), rng.uniform(700, 1240), *size)))
        around = Ground(panel, SAFE, (Rect(0, 668, 300, 60),), Rect(300, 750, 300, 500))
        placed = place_discs(spots, around, reach=reach)
        if count == 11:
            assert placed == place_discs(spots, around, reach=reach)
        assert all(inside(one) for one in placed)
        for one, other in combinations(placed, 2):
            assert distance(one.disc, other.disc) >= 2 * DISC
            assert not crosses(one, other)
        wanted, found = wanted + count, found + len(placed)
    assert found >= 0.97 * wanted


def test_a_pin_stands_right_at_its_spot_and_a_ringed_disc_on_its_ring() -> None:
    panel = Rect(0, 668, 1080, 1252)
    ground = Ground(panel, SAFE, (), None)
    (pin,) = place_discs([Spot(1, Rect(450, 950, 0, 0))], ground, reach=AT_SPOT)
    assert pin.length == pytest.approx(PIN_LENGTH)
    ring = Spot(1, Rect(404, 904, 92, 92), 46.0)
    (disc,) = place_discs([ring], ground, reach=ON_RING)
    assert disc.length == pytest.approx(RING_LENGTH)
    assert distance(disc.target, Point(450, 950)) == pytest.approx(46.0)


def crosses(a: Placed, b: Placed) -> bool:
    def side(start: Point, end: Point, point: Point) -> float:
        return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)

    return (
        side(a.disc, a.target, b.disc) * side(a.disc, a.target, b.target) < 0
        and side(b.disc, b.target, a.disc) * side(b.disc, b.target, a.target) < 0
    )
