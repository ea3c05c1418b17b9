"""What a drag means, in picture pixels."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Style
from claimcheck.ui.canvas.gestures import (
    Handle,
    dragged_frame,
    dragged_line,
    frame_handles,
    held_shift,
    nearest_handle,
    resized,
    straight_end,
    straight_shift,
)
from claimcheck.ui.canvas.reshaping import mark_handles, resized_mark, resized_text

SIZE = (400, 300)
PICTURE = Rect(0, 0, *SIZE)
points = st.builds(Point, st.floats(-200, 600), st.floats(-200, 500))
on_picture = st.builds(Point, st.floats(0, 400), st.floats(0, 300))
flags = st.booleans()


def mark(kind: MarkKind, *corners: tuple[float, float], **style: object) -> Mark:
    return Mark("m", "e", kind, tuple(Point(*c) for c in corners), Style(**style))  # type: ignore[arg-type]


def inside(rect: Rect, tolerance: float = 1e-6) -> bool:
    return PICTURE.grown(tolerance).encloses(rect)


def test_dragging_draws_the_rectangle_between_press_and_release() -> None:
    assert dragged_frame(Point(50, 60), Point(150, 90), SIZE) == Rect(50, 60, 100, 30)
    assert dragged_frame(Point(150, 90), Point(50, 60), SIZE) == Rect(50, 60, 100, 30)


def test_shift_keeps_the_proportions_of_what_is_resized_by_a_corner() -> None:
    frame = Rect(50, 60, 100, 40)
    larger = resized(frame, Handle.SE, Point(250, 110), SIZE, square=True)
    assert larger == Rect(50, 60, 200, 80)
    about = resized(frame, Handle.SE, Point(160, 100), SIZE, square=True, from_center=True)
    assert about.center == frame.center
    assert about.width == 2.5 * about.height


def test_a_square_takes_the_longer_side_and_stays_on_the_picture() -> None:
    assert dragged_frame(Point(50, 60), Point(150, 90), SIZE, square=True) == Rect(50, 60, 100, 100)
    # Only 40 px are left below: the square is as large as fits there.
    assert dragged_frame(Point(50, 260), Point(150, 290), SIZE, square=True) == Rect(
        50, 260, 40, 40
    )
    assert dragged_frame(Point(50, 60), Point(20, 55), SIZE, square=True) == Rect(20, 30, 30, 30)


def test_from_the_centre_the_press_stays_in_the_middle() -> None:
    assert dragged_frame(Point(50, 60), Point(70, 90), SIZE, from_center=True) == Rect(
        30, 30, 40, 60
    )
    frame = dragged_frame(Point(50, 60), Point(390, 90), SIZE, from_center=True)
    assert frame == Rect(0, 30, 100, 60)


@given(points, points, flags, flags)
def test_no_drag_leaves_the_picture(start: Point, to: Point, square: bool, center: bool) -> None:
    frame = dragged_frame(start, to, SIZE, square=square, from_center=center)
    assert inside(frame)
    if square:
        assert frame.width == pytest.approx(frame.height)


@given(points, points, flags, flags)
def test_no_line_leaves_the_picture(start: Point, to: Point, straight: bool, center: bool) -> None:
    tail, head = dragged_line(start, to, SIZE, straight=straight, from_center=center)
    assert inside(Rect.spanning((tail, head)))


@given(on_picture, points)
def test_a_straight_line_is_at_a_multiple_of_15_degrees(start: Point, to: Point) -> None:
    end = straight_end(start, to, SIZE)
    dx, dy = end.x - start.x, end.y - start.y
    if math.hypot(dx, dy) > 1e-3:
        parts = math.atan2(dy, dx) / (math.pi / 12)
        assert parts == pytest.approx(round(parts), abs=1e-4)


def test_a_straight_line_goes_to_the_nearest_direction() -> None:
    assert straight_end(Point(100, 100), Point(180, 105), SIZE) == Point(180, 100)
    diagonal = straight_end(Point(100, 100), Point(180, 170), SIZE)
    assert (diagonal.x, diagonal.y) == pytest.approx((175, 175))
    up = straight_end(Point(100, 100), Point(103, 20), SIZE)
    assert (up.x, up.y) == pytest.approx((100, 20))


@pytest.mark.parametrize(
    ("handle", "to", "expected"),
    [
        (Handle.NW, Point(40, 50), Rect(40, 50, 160, 110)),
        (Handle.N, Point(999, 50), Rect(100, 50, 100, 110)),
        (Handle.NE, Point(250, 50), Rect(100, 50, 150, 110)),
        (Handle.E, Point(250, 999), Rect(100, 100, 150, 60)),
        (Handle.SE, Point(250, 200), Rect(100, 100, 150, 100)),
        (Handle.S, Point(0, 200), Rect(100, 100, 100, 100)),
        (Handle.SW, Point(40, 200), Rect(40, 100, 160, 100)),
        (Handle.W, Point(40, 0), Rect(40, 100, 160, 60)),
        (Handle.E, Point(20, 0), Rect(20, 100, 80, 60)),  # through the other side
    ],
)
def test_each_handle_moves_its_own_sides(handle: Handle, to: Point, expected: Rect) -> None:
    assert resized(Rect(100, 100, 100, 60), handle, to, SIZE) == expected


def test_resizing_from_the_centre_keeps_the_centre() -> None:
    frame = Rect(100, 100, 100, 60)
    for handle, at in frame_handles(frame).items():
        result = resized(frame, handle, at.moved(13, 7), SIZE, from_center=True)
        assert (result.center.x, result.center.y) == pytest.approx((150, 130))


@given(st.sampled_from(list(frame_handles(Rect(0, 0, 1, 1)))), points, flags, flags)
def test_no_resize_leaves_the_picture(h: Handle, to: Point, square: bool, center: bool) -> None:
    assert inside(resized(Rect(100, 100, 100, 60), h, to, SIZE, square=square, from_center=center))


@given(on_picture, on_picture, st.floats(-900, 900), st.floats(-900, 900))
def test_a_moved_frame_stays_on_the_picture(a: Point, b: Point, dx: float, dy: float) -> None:
    frame = Rect.spanning((a, b))
    assert inside(frame.moved(*held_shift(frame, dx, dy, SIZE)))


def test_a_frame_that_sticks_out_may_come_back_but_not_go_further() -> None:
    frame = Rect(-30, 10, 50, 20)
    assert held_shift(frame, -5, 0, SIZE) == (0, 0)
    assert held_shift(frame, 12, 3, SIZE) == (12, 3)


def test_shift_moves_along_the_longer_way_only() -> None:
    assert straight_shift(10, -3) == (10, 0)
    assert straight_shift(2, -3) == (0, -3)


def test_the_nearest_handle_within_reach_is_taken() -> None:
    handles = frame_handles(Rect(100, 100, 30, 30))
    assert nearest_handle(handles, Point(104, 103), 10) is Handle.NW
    assert nearest_handle(handles, Point(110, 100), 10) is Handle.N
    assert nearest_handle(handles, Point(85, 100), 10) is None


def test_an_arrow_is_resized_by_its_ends() -> None:
    arrow = mark(MarkKind.ARROW, (10, 20), (110, 80))
    assert list(mark_handles(arrow)) == [Handle.TAIL, Handle.HEAD, Handle.BEND]
    assert resized_mark(arrow, Handle.HEAD, Point(200, 90), SIZE).points == (
        Point(10, 20),
        Point(200, 90),
    )
    assert resized_mark(arrow, Handle.TAIL, Point(0, 0), SIZE).points == (
        Point(0, 0),
        Point(110, 80),
    )
    straight = resized_mark(arrow, Handle.TAIL, Point(20, 78), SIZE, square=True)
    assert straight.points == (Point(20, 80), Point(110, 80))


def test_a_box_is_resized_by_its_frame() -> None:
    box = mark(MarkKind.BOX, (110, 80), (10, 20))
    assert resized_mark(box, Handle.SE, Point(150, 120), SIZE).points == (
        Point(10, 20),
        Point(150, 120),
    )


def test_the_corner_of_a_text_scales_its_letters_about_the_opposite_corner() -> None:
    text = mark(MarkKind.TEXT, (102, 102), (102, 102), font_size=40.0)
    box = Rect(100, 100, 60, 20)
    larger = resized_text(text, box, Handle.SE, Point(220, 140), SIZE)
    assert larger.style.font_size == pytest.approx(80)
    assert larger.points[0] == Point(104, 104)
    smaller = resized_text(text, box, Handle.NW, Point(130, 110), SIZE)
    assert smaller.style.font_size == pytest.approx(20)
    assert smaller.points[0] == Point(131, 111)


def test_the_side_of_a_text_sets_where_its_lines_break() -> None:
    text = mark(MarkKind.TEXT, (102, 102), (102, 102), font_size=40.0)
    narrower = resized_text(text, Rect(100, 100, 60, 20), Handle.E, Point(140, 0), SIZE)
    assert narrower.style == text.style
    assert (narrower.frame.x, narrower.frame.width) == (102, 36)
