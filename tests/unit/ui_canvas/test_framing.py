"""Zooming, fitting and following: pure arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.framing import (
    Framing,
    fit_scale,
    fitted,
    followed,
    held_scale,
    showing,
    zoomed_at,
)

VIEW = (384.0, 396.0)


def test_fitting_shows_the_whole_picture_as_large_as_it_goes() -> None:
    assert fit_scale((198, 198), VIEW) == pytest.approx(384 / 198)
    assert fit_scale((8000, 6000), VIEW) == pytest.approx(384 / 8000)
    assert fitted((8000, 6000), VIEW).center == Point(4000, 3000)
    assert fit_scale((0, 0), VIEW) == 1.0


@given(
    st.floats(0, 400),
    st.floats(0, 300),
    st.floats(-190, 190),
    st.floats(-190, 190),
    st.floats(0.5, 32),
)
def test_the_anchor_stays_where_it_is_on_the_screen(
    x: float, y: float, dx: float, dy: float, scale: float
) -> None:
    framing = zoomed_at(Point(x, y), (dx, dy), scale, (400, 300))
    center = Point(x - dx / scale, y - dy / scale)
    if 0 <= center.x <= 400 and 0 <= center.y <= 300:  # else the picture would leave the view
        assert (x - framing.center.x) * scale == pytest.approx(dx, abs=1e-6)
        assert (y - framing.center.y) * scale == pytest.approx(dy, abs=1e-6)
    assert 0 <= framing.center.x <= 400


def test_the_scale_is_held_between_a_quarter_of_the_fit_and_32() -> None:
    assert held_scale(0.0001, (4000, 3000), VIEW) == pytest.approx(384 / 4000 / 4)
    assert held_scale(1000, (4000, 3000), VIEW) == 32
    assert held_scale(3, (4000, 3000), VIEW) == 3


@given(st.lists(st.tuples(st.floats(0.8, 1.25), st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_linked_views_stay_on_the_same_relative_spot(
    steps: list[tuple[float, float, float]],
) -> None:
    mine, other_size = (400.0, 300.0), (3000.0, 4000.0)
    one, other = fitted(mine, VIEW), fitted(other_size, VIEW)
    for factor, x, y in steps:
        after = Framing(one.scale * factor, Point(x * mine[0], y * mine[1]))
        other = followed(other, one, after, mine, other_size, VIEW, VIEW)
        one = after
    depth = one.scale / fit_scale(mine, VIEW)
    assert other.scale / fit_scale(other_size, VIEW) == pytest.approx(depth)
    assert other.center.x / other_size[0] == pytest.approx(one.center.x / mine[0], abs=1e-6)
    assert other.center.y / other_size[1] == pytest.approx(one.center.y / mine[1], abs=1e-6)


def test_linked_views_keep_the_offset_that_they_were_sent_to() -> None:
    size = (1000.0, 1000.0)
    one, other = Framing(2, Point(200, 200)), Framing(2, Point(700, 400))
    after = Framing(2, Point(230, 190))
    assert followed(other, one, after, size, size, VIEW, VIEW).center == Point(730, 390)


def test_a_place_is_shown_whole_with_some_of_its_surroundings() -> None:
    framing = showing(Rect(2000, 1500, 200, 50), (4000, 3000), VIEW)
    assert framing.center == Point(2100, 1525)
    seen = VIEW[0] / framing.scale
    assert 200 < seen < 4000
    point = showing(Rect(2000, 1500, 0, 0), (4000, 3000), VIEW)
    assert point.center == Point(2000, 1500)
    assert fit_scale((4000, 3000), VIEW) < point.scale <= 3 * fit_scale((4000, 3000), VIEW)


@given(st.floats(0, 3900), st.floats(0, 2900), st.floats(0, 100), st.floats(0, 100))
def test_a_place_at_the_edge_is_shown_without_empty_margins(
    x: float, y: float, width: float, height: float
) -> None:
    framing = showing(Rect(x, y, width, height), (4000, 3000), VIEW)
    half_width, half_height = VIEW[0] / framing.scale / 2, VIEW[1] / framing.scale / 2
    assert half_width - 1e-6 <= framing.center.x <= 4000 - half_width + 1e-6
    assert half_height - 1e-6 <= framing.center.y <= 3000 - half_height + 1e-6
    assert abs(x + width / 2 - framing.center.x) <= half_width + 1e-6
