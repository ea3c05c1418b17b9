"""Points and rectangles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.geometry import Point, Rect

NUMBER = st.floats(-5000, 5000)
SIZE = st.floats(0, 5000)
RECT = st.builds(Rect, NUMBER, NUMBER, SIZE, SIZE)


def test_a_rectangle_spans_its_points() -> None:
    assert Rect.spanning([Point(5, 1), Point(2, 8), Point(3, 3)]) == Rect(2, 1, 3, 7)
    assert Rect.spanning([Point(4, 4)]) == Rect(4, 4, 0, 0)


@given(RECT, RECT)
def test_two_rectangles_lie_in_their_union(a: Rect, b: Rect) -> None:
    both = a.united(b).grown(1e-6)
    assert both.encloses(a)
    assert both.encloses(b)


@given(RECT)
def test_clipping_stays_inside_the_picture(rect: Rect) -> None:
    clipped = rect.clipped_to(640, 480)
    assert Rect(0, 0, 640, 480).grown(1e-6).encloses(clipped)
    assert clipped.width >= 0
    assert clipped.height >= 0


@pytest.mark.parametrize(
    ("margin", "expected"),
    [(1, Rect(9, 19, 6, 8)), (-2, Rect(12, 22, 0, 2)), (-9, Rect(12, 23, 0, 0))],
)
def test_growing_never_turns_inside_out(margin: float, expected: Rect) -> None:
    assert Rect(10, 20, 4, 6).grown(margin) == expected


def test_edges_belong_to_a_rectangle_but_are_no_overlap() -> None:
    rect = Rect(0, 0, 10, 10)
    assert rect.contains(Point(10, 10))
    assert not rect.contains(Point(10.1, 10))
    assert not rect.overlaps(Rect(10, 0, 5, 5))
    assert rect.overlaps(Rect(9.9, 0, 5, 5))
    assert rect.center == Point(5, 5)
    assert rect.moved(1, 2) == Rect(1, 2, 10, 10)
