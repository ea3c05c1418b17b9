"""Where the numbered discs sit."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.disc_places import disc_places

SIZE, RADIUS, REACH = (400, 300), 15.0, 64.0


def test_the_disc_of_an_area_sits_on_its_top_right_corner() -> None:
    assert disc_places([Rect(100, 100, 80, 40)], SIZE, RADIUS, REACH) == (Point(180, 100),)


def test_at_the_edge_it_moves_inside() -> None:
    assert disc_places([Rect(300, 0, 100, 40)], SIZE, RADIUS, REACH) == (Point(385, 15),)


def test_the_disc_of_a_point_stands_off_it_away_from_the_middle() -> None:
    (disc,) = disc_places([Rect(120, 150, 0, 0)], SIZE, RADIUS, REACH)
    assert disc == Point(120 - REACH, 150)


def test_where_there_is_no_room_outwards_it_turns() -> None:
    (disc,) = disc_places([Rect(20, 150, 0, 0)], SIZE, RADIUS, REACH)
    assert disc.x >= RADIUS
    assert math.isclose(math.dist((disc.x, disc.y), (20, 150)), REACH)


def test_a_picture_smaller_than_the_leader_still_gets_a_disc_inside() -> None:
    (disc,) = disc_places([Rect(10, 10, 0, 0)], (40, 30), RADIUS, REACH)
    assert disc == Point(25, 15)


places = st.lists(
    st.builds(
        Rect,
        st.floats(0, 400),
        st.floats(0, 300),
        st.sampled_from([0.0, 30.0]),
        st.sampled_from([0.0, 30.0]),
    ),
    max_size=9,
)


@given(places)
def test_discs_are_inside_the_picture_and_the_same_each_time(found: list[Rect]) -> None:
    discs = disc_places(found, SIZE, RADIUS, REACH)
    assert len(discs) == len(found)
    assert discs == disc_places(found, SIZE, RADIUS, REACH)
    for disc in discs:
        assert RADIUS - 1e-9 <= disc.x <= 400 - RADIUS + 1e-9
        assert RADIUS - 1e-9 <= disc.y <= 300 - RADIUS + 1e-9


def test_discs_of_points_close_together_do_not_cover_each_other() -> None:
    found = [Rect(200 + i * 3, 150, 0, 0) for i in range(6)]
    discs = disc_places(found, SIZE, RADIUS, REACH)
    for i, one in enumerate(discs):
        for other in discs[:i]:
            assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * RADIUS - 1e-9
