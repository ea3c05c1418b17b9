"""Faces photographed at a slant, shown from straight in front: marks go there and back."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import (
    Face,
    face_size,
    is_face,
    seen_ratio,
    straightening,
    upright_face,
    with_corner,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark
from claimcheck.model.showing import as_shown, on_shown
from tests.unit.model.test_showing import SIZE, box, near, one, reviewed

TURNED = (MarkKind.BOX, MarkKind.ELLIPSE, MarkKind.TEXT, MarkKind.STAMP)


def a_face(*corners: tuple[float, float]) -> Face:
    return tuple(Point(*corner) for corner in corners)


SLANTED = a_face((1000, 700), (3000, 500), (3200, 2500), (900, 2200))


@st.composite
def faces(draw: st.DrawFn) -> Face:
    """Corners pulled about at random, as hands do."""
    face = upright_face(SIZE, 0.2)
    for _ in range(draw(st.integers(1, 6))):
        wanted = Point(draw(st.floats(-500, 4500)), draw(st.floats(-500, 3500)))
        face = with_corner(face, draw(st.integers(0, 3)), wanted, SIZE)
    return face


adjustments = st.builds(
    lambda face, ratio, turns, mirrored, angle: replace(
        one(quarter_turns=turns, mirrored=mirrored).rectified(face, ratio), angle=angle
    ),
    faces(),
    st.floats(0.2, 5.0),
    st.integers(0, 3),
    st.booleans(),
    st.just(0.0) | st.floats(-45, 45),
)


@given(faces())
def test_however_a_corner_is_pulled_it_stays_a_face_in_the_picture(face: Face) -> None:
    assert is_face(face)
    assert all(Rect(0, 0, *SIZE).contains(corner) for corner in face)


@given(faces(), st.floats(0.2, 5.0))
def test_the_corners_of_the_face_become_those_of_the_picture(face: Face, ratio: float) -> None:
    shown = one().rectified(face, ratio)
    width, height = shown.shown_size
    assert width * height <= 1.1 * SIZE[0] * SIZE[1]
    assert width == pytest.approx(height * ratio, abs=1 + ratio)
    wanted = [(0, 0), (width, 0), (width, height), (0, height)]
    for corner, end in zip(face, wanted, strict=True):
        at = shown.transform(corner)
        assert (at.x, at.y) == pytest.approx(end, abs=1e-3)
    assert shown.fits(shown.frame)


@given(adjustments, st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_every_place_that_is_shown_leads_back(adjustment: Adjustment, x: float, y: float) -> None:
    width, height = adjustment.shown_size
    spot = Point(width * x, height * y)
    own = adjustment.transform.inverse(spot)
    at = adjustment.transform(own)
    assert (at.x, at.y) == pytest.approx((spot.x, spot.y), abs=1e-3)


@pytest.mark.parametrize("ratio", [0.5, 0.7, 1.0, 1.586, 2.4])
@pytest.mark.parametrize(("tilt", "turn"), [(50, 20), (35, -40), (20, 55), (0, 30), (0, 0)])
def test_the_shape_of_a_face_is_seen_from_how_it_is_foreshortened(
    ratio: float, tilt: float, turn: float
) -> None:
    face = photographed(ratio, tilt, turn)
    assert is_face(face)
    assert seen_ratio(face, SIZE) == pytest.approx(ratio, rel=0.01)


def photographed(ratio: float, tilt: float, turn: float) -> Face:
    """The corners of a rectangle as a phone sees it, leaning back and to the side."""
    a, b, lens = math.radians(tilt), math.radians(turn), 0.8 * max(SIZE)
    corners = []
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        across, down = x * math.sqrt(ratio) * 0.6, y / math.sqrt(ratio) * 0.6
        depth = 4.0 + down * math.sin(a) + across * math.sin(b) * math.cos(a)
        right = across * math.cos(b)
        below = down * math.cos(a) - across * math.sin(b) * math.sin(a)
        corners.append(
            Point(SIZE[0] / 2 + lens * right / depth, SIZE[1] / 2 + lens * below / depth)
        )
    return tuple(corners)


@given(adjustments, st.sampled_from(MarkKind), st.floats(-180, 180), st.data())
def test_a_mark_moved_as_it_is_shown_moves_in_the_picture_and_back(
    adjustment: Adjustment, kind: MarkKind, angle: float, data: st.DataObject
) -> None:
    assume(kind is not MarkKind.REDACTION)  # it may cover more
    count = 4 if kind is MarkKind.MAGNIFIER else 2
    width, height = adjustment.shown_size
    parts = st.floats(0.1, 0.8)
    spots = [(data.draw(parts) * width, data.draw(parts) * height) for _ in range(count)]
    drawn = box(kind, *spots, angle=angle if kind in TURNED else 0.0)
    review = on_shown(lambda r: edits.put_marks(r, [drawn]))(reviewed(adjustment))
    (mark,) = review.marks
    shown = as_shown(review).marks[0]
    assert same_place(shown, drawn)
    moved = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(r.marks[0], 30, -20)]))(review)
    assert same_place(as_shown(moved).marks[0], edits.move_mark(drawn, 30, -20))
    back = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(r.marks[0], -30, 20)]))(moved)
    assert same_place(back.marks[0], mark)


def same_place(mark: Mark, wanted: Mark) -> bool:
    """Same points to a thousandth of a pixel; a frame's corners in any order."""
    if mark.kind in {MarkKind.ARROW, MarkKind.LINE, MarkKind.PEN, MarkKind.HIGHLIGHTER}:
        found, true = list(mark.points), list(wanted.points)
    else:
        found, true = list(_spread(mark)), list(_spread(wanted))
    turned = math.remainder(mark.angle - wanted.angle, 360)
    return abs(turned) < 1e-5 and all(
        math.dist((p.x, p.y), (q.x, q.y)) < 1e-3 * max(1.0, abs(q.x), abs(q.y)) / 100
        for p, q in zip(found, true, strict=True)
    )


def _spread(mark: Mark) -> tuple[Point, ...]:
    pairs = [mark.points[i : i + 2] for i in range(0, len(mark.points), 2)]
    frames = [Rect.spanning(pair) for pair in pairs]
    return tuple(p for f in frames for p in (Point(f.x, f.y), Point(f.right, f.bottom)))


@given(adjustments, st.floats(0.1, 0.6), st.floats(0.1, 0.6))
def test_a_redaction_covers_the_same_and_maybe_more_when_the_face_is_taken_back(
    adjustment: Adjustment, x: float, y: float
) -> None:
    width, height = adjustment.shown_size
    frame = Rect(x * width, y * height, width * 0.2, height * 0.1)
    drawn = box(MarkKind.REDACTION, (frame.x, frame.y), (frame.right, frame.bottom))
    review = on_shown(lambda r: edits.put_marks(r, [drawn]))(reviewed(adjustment))
    own, back = review.marks[0].covered.grown(1e-3), adjustment.transform.inverse
    shown = as_shown(review).marks[0].covered.grown(1e-2)
    for corner_x in (frame.x, frame.right):
        for corner_y in (frame.y, frame.bottom):
            assert own.contains(back(Point(corner_x, corner_y)))
            assert shown.contains(Point(corner_x, corner_y))


@pytest.mark.parametrize(("turns", "mirrored"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_redaction_of_a_face_stays_as_large_however_often_it_is_moved(
    turns: int, mirrored: bool
) -> None:
    adjustment = replace(one().rectified(SLANTED, 1.0), quarter_turns=turns, mirrored=mirrored)
    drawn = box(MarkKind.REDACTION, (400, 400), (700, 500))
    review = on_shown(lambda r: edits.put_marks(r, [drawn]))(reviewed(adjustment))
    before = as_shown(review).marks[0].frame
    for _ in range(20):
        review = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(r.marks[0], 30, 20)]))(
            review
        )
    after = as_shown(review).marks[0].frame
    assert (after.x, after.y) == pytest.approx((before.x + 600, before.y + 400), abs=1e-3)
    assert (after.width, after.height) == pytest.approx((before.width, before.height), abs=1e-3)


@given(adjustments, st.floats(0.2, 0.5), st.floats(0.2, 0.5))
def test_a_moved_redaction_of_a_face_covers_what_it_is_moved_over(
    adjustment: Adjustment, x: float, y: float
) -> None:
    width, height = adjustment.shown_size
    frame = Rect(x * width, y * height, width * 0.2, height * 0.1)
    drawn = box(MarkKind.REDACTION, (frame.x, frame.y), (frame.right, frame.bottom))
    review = on_shown(lambda r: edits.put_marks(r, [drawn]))(reviewed(adjustment))
    moved = edits.move_mark(as_shown(review).marks[0], 3, 2)
    review = on_shown(lambda r: edits.put_marks(r, [moved]))(review)
    shown = as_shown(review).marks[0].frame.grown(1e-2)
    assert all(shown.contains(c) for c in moved.frame.clipped_to(width, height).corners)


def test_a_box_gets_as_large_as_what_it_is_around() -> None:
    far = a_face((1500, 500), (2500, 500), (3500, 2800), (500, 2800))
    adjustment = one().rectified(far, 1.0)
    near_end = box(MarkKind.BOX, (1900, 2500), (2100, 2600))
    far_end = box(MarkKind.BOX, (1900, 600), (2100, 700))
    arrow = box(MarkKind.ARROW, (1500, 500), (3500, 2800))
    text = replace(box(MarkKind.TEXT, (1900, 600), (2100, 700)), text="far")
    shown = as_shown(reviewed(adjustment, near_end, far_end, arrow, text)).marks
    assert shown[1].frame.width > 1.8 * shown[0].frame.width
    assert shown[1].frame.height > 2 * shown[0].frame.height
    assert near(shown[2].points[0], Point(0, 0))
    assert (shown[3].frame.width, shown[3].frame.height) == (200, 100)
    assert shown[3].angle == 0


def test_what_lies_beyond_the_horizon_is_not_in_view_and_not_lost() -> None:
    steep = a_face((1800, 1200), (2200, 1200), (3900, 2900), (100, 2900))
    adjustment = one().rectified(steep, 1.0)
    sky = [box(kind, (1000, 20), (1400, 90)) for kind in MarkKind if kind is not MarkKind.MAGNIFIER]
    across = box(MarkKind.ARROW, (2000, 100), (2000, 2000))
    review = reviewed(adjustment, *sky, across)
    frame = Rect(0, 0, *adjustment.shown_size)
    for mark in as_shown(review).marks:
        assert not mark.frame.overlaps(frame), mark.kind
    moved = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(m, 5, 5) for m in r.marks]))(
        review
    )
    for mark, was in zip(moved.marks, review.marks, strict=True):
        for point, before in zip(mark.points, was.points, strict=True):
            assert near(point, before.moved(5, 5))


def test_a_redaction_across_the_horizon_still_covers_what_is_in_view() -> None:
    steep = a_face((1800, 1200), (2200, 1200), (3900, 2900), (100, 2900))
    adjustment = one().rectified(steep, 1.0)
    shown = as_shown(reviewed(adjustment, box(MarkKind.REDACTION, (1000, 100), (3000, 2000))))
    assert shown.marks[0].frame.contains(adjustment.transform(Point(1990, 1220)))
    assert shown.marks[0].frame.contains(adjustment.transform(Point(2990, 1990)))


def test_a_crop_may_reach_beyond_the_face_but_not_beyond_the_picture() -> None:
    adjustment = one().rectified(SLANTED, 1.1)
    wider = adjustment.held(adjustment.frame.grown(100))
    assert wider.width == pytest.approx(adjustment.frame.width + 200)
    widest = adjustment.held(adjustment.frame.grown(5000))
    assert adjustment.fits(widest)
    assert not adjustment.fits(widest.grown(20))


def test_no_pixel_is_lost_and_none_is_made_up() -> None:
    assert face_size(upright_face((400, 300)), 4 / 3, (400, 300)) == (400, 300)
    width, height = face_size(SLANTED, 8.0, SIZE)
    assert width * height <= SIZE[0] * SIZE[1] * 1.01
    same = straightening(upright_face((400, 300)), 400, 300)
    assert near(same(Point(17, 23)), Point(17, 23))


def test_another_face_forgets_crop_and_angle_of_the_one_before() -> None:
    before = replace(one(angle=3.0, crop=Rect(1200, 1100, 700, 500)), quarter_turns=1)
    after = before.rectified(SLANTED, 1.0)
    assert (after.angle, after.crop, after.quarter_turns) == (0.0, None, 1)
    assert after.rectified(SLANTED, 1.0) is after
    assert after.rectified(()) == replace(one(), quarter_turns=1)
