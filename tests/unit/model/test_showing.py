"""Pictures shown turned, straightened and cropped: where marks and places go, and back."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import edits, findings
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Discrepancy, Mark, Review, find, new_id
from claimcheck.model.showing import ShownEvidence, as_shown, on_shown
from tests.helpers.reviews import an_alignment, evidence

SIZE = (4000, 3000)


def one(**changed: object) -> Adjustment:
    return replace(Adjustment("p", *SIZE), **changed)  # type: ignore[arg-type]


adjustments = st.builds(
    lambda turns, mirrored, angle, crop: one(
        quarter_turns=turns, mirrored=mirrored, angle=angle, crop=crop
    ),
    st.integers(0, 3),
    st.booleans(),
    st.just(0.0) | st.floats(-45, 45),
    st.none() | st.just(Rect(1200, 1100, 700, 500)),
)
coordinates = st.floats(0, 3000)


def reviewed(adjustment: Adjustment | None, *marks: Mark) -> Review:
    shop, photo = replace(evidence(Role.LISTING), id="s"), replace(evidence(Role.PHOTO), id="p")
    review = edits.add_evidence(edits.new_review(), [shop, photo])
    review = edits.put_marks(review, marks)
    comparison = review.comparisons[0]
    place = Discrepancy("d", comparison.id, Rect(1, 2, 3, 4), Rect(1500, 1300, 60, 40))
    review = edits.put_discrepancy(review, place)
    return edits.set_adjustment(review, adjustment) if adjustment else review


def box(kind: MarkKind, *points: tuple[float, float], angle: float = 0.0) -> Mark:
    return Mark(new_id(), "p", kind, tuple(Point(*p) for p in points), angle=angle)


def near(a: Point, b: Point) -> bool:
    return (a.x, a.y) == pytest.approx((b.x, b.y), abs=1e-6)


def test_a_quarter_turn_clockwise_takes_the_top_left_to_the_top_right() -> None:
    turned = one(quarter_turns=1)
    assert turned.shown_size == (3000, 4000)
    assert near(turned.transform(Point(0, 0)), Point(3000, 0))
    assert near(turned.transform(Point(4000, 0)), Point(3000, 4000))
    assert near(one(mirrored=True).transform(Point(10, 20)), Point(3990, 20))


def test_straightening_shows_the_largest_part_without_empty_corners() -> None:
    straight = one(angle=5.0)
    width, height = straight.shown_size
    assert width / height == pytest.approx(4 / 3, abs=0.002)
    assert straight.fits(straight.frame)
    assert not straight.fits(straight.frame.grown(8))
    middle = straight.transform(Point(2000, 1500))
    assert (middle.x, middle.y) == pytest.approx((width / 2, height / 2), abs=1)


def test_a_crop_never_leaves_the_picture() -> None:
    turned = one(angle=10.0)
    held = turned.held(Rect(-500, -500, 6000, 5000))
    assert turned.fits(held)
    assert held.width > turned.frame.width - 1
    assert turned.held(Rect(1800, 1400, 100, 100)) == Rect(1800, 1400, 100, 100)


@given(adjustments, coordinates, coordinates)
def test_every_transform_leads_back(adjustment: Adjustment, x: float, y: float) -> None:
    there = adjustment.transform
    assert near(there.inverse(there(Point(x, y))), Point(x, y))


@given(adjustments)
def test_turning_all_the_way_round_and_flipping_twice_is_nothing(adjustment: Adjustment) -> None:
    again = adjustment
    for _ in range(4):
        again = again.quarter_turned(1)
    point = Point(1500, 1300)
    assert near(again.transform(point), adjustment.transform(point))
    twice = adjustment.flipped().flipped()
    assert near(twice.transform(point), adjustment.transform(point))
    once = adjustment.flipped()
    width = adjustment.shown_size[0]
    assert once.transform(point).x == pytest.approx(width - adjustment.transform(point).x, abs=1.01)


@given(adjustments, st.sampled_from(MarkKind), st.floats(-180, 180), st.data())
def test_a_mark_moved_as_it_is_shown_moves_in_the_picture(
    adjustment: Adjustment, kind: MarkKind, angle: float, data: st.DataObject
) -> None:
    count = 4 if kind is MarkKind.MAGNIFIER else 2
    spots = [(data.draw(coordinates), data.draw(coordinates)) for _ in range(count)]
    turned = kind in (MarkKind.BOX, MarkKind.ELLIPSE, MarkKind.TEXT, MarkKind.STAMP)
    mark = box(kind, *spots, angle=angle if turned else 0.0)
    review = reviewed(adjustment, mark)
    shown = as_shown(review).marks[0]
    edit = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(r.marks[0], 30, -20)]))
    after = edit(review)
    moved = as_shown(after).marks[0]
    for was, now in zip(shown.points, moved.points, strict=True):
        assert near(now, was.moved(30, -20))
    back = on_shown(lambda r: edits.put_marks(r, [edits.move_mark(r.marks[0], -30, 20)]))(after)
    if kind is not MarkKind.REDACTION:
        assert back.marks[0].frame.center.x == pytest.approx(mark.frame.center.x, abs=1e-6)
        difference = math.remainder(back.marks[0].angle - mark.angle, 360)
        assert difference == pytest.approx(0, abs=1e-6)


@given(adjustments)
def test_a_redaction_is_never_shown_smaller_than_it_is(adjustment: Adjustment) -> None:
    mark = box(MarkKind.REDACTION, (1500, 1400), (1900, 1440))
    shown = as_shown(reviewed(adjustment, mark)).marks[0].covered
    for corner in ((1500, 1400), (1900, 1400), (1900, 1440), (1500, 1440)):
        assert shown.grown(1e-6).contains(adjustment.transform(Point(*corner)))


def test_a_redaction_drawn_on_a_turned_picture_covers_it_when_the_turn_is_taken_back() -> None:
    review = reviewed(one(angle=8.0))
    drawn = box(MarkKind.REDACTION, (800, 900), (1600, 960))
    review = on_shown(lambda r: edits.put_marks(r, [drawn]))(review)
    assert as_shown(review).marks[0].frame.width == pytest.approx(800)
    plain = as_shown(edits.set_adjustment(review, one()))
    back = one(angle=8.0).transform.inverse
    for corner in ((800, 900), (1600, 900), (1600, 960), (800, 960)):
        assert plain.marks[0].frame.grown(1e-6).contains(back(Point(*corner)))


def test_only_what_an_edit_changed_is_written_back() -> None:
    still = box(MarkKind.ARROW, (1 / 3, 2), (400.5, 300))
    review = reviewed(one(angle=3.3, quarter_turns=1), still)
    added = box(MarkKind.BOX, (10, 10), (60, 40))
    after = on_shown(lambda r: edits.put_marks(r, [added]))(review)
    assert after.marks[0] == still
    assert after.discrepancies == review.discrepancies
    assert after.evidence == review.evidence
    assert after.adjustments == review.adjustments
    shown = as_shown(after).marks[1]
    assert near(shown.points[0], Point(10, 10))
    assert shown.angle == pytest.approx(0, abs=1e-9)


def test_a_place_outside_the_crop_is_not_shown_and_not_lost() -> None:
    review = reviewed(one(crop=Rect(0, 0, 400, 300)))
    shown = as_shown(review)
    assert shown.discrepancies[0].photo_place is None
    after = on_shown(lambda r: edits.put_discrepancy(r, replace(r.discrepancies[0], note="cap")))(
        review
    )
    assert after.discrepancies[0].photo_place == Rect(1500, 1300, 60, 40)
    assert after.discrepancies[0].note == "cap"


def test_the_evidence_shown_has_its_own_size_and_is_shown_once() -> None:
    review = reviewed(one(crop=Rect(100, 100, 700, 500)))
    shown = as_shown(review)
    photo = shown.evidence[1]
    assert isinstance(photo, ShownEvidence)
    assert (photo.width_px, photo.height_px) == (700, 500)
    assert as_shown(shown) == shown
    plain = reviewed(None)
    assert as_shown(plain) is plain


def test_the_cards_crop_goes_along() -> None:
    review = reviewed(None)
    review = edits.set_card(review, replace(review.card, photo_crop=Rect(1000, 1000, 400, 300)))
    cropped = edits.set_adjustment(review, one(crop=Rect(900, 950, 1000, 1000)))
    assert cropped.card.photo_crop == Rect(100, 50, 400, 300)
    assert edits.set_adjustment(cropped, one()).card.photo_crop == Rect(1000, 1000, 400, 300)
    away = edits.set_adjustment(review, one(crop=Rect(0, 0, 100, 100)))
    assert away.card.photo_crop is None


def test_removing_a_picture_forgets_how_it_was_shown() -> None:
    review = reviewed(one(angle=1.0))
    assert edits.remove_evidence(review, "p").adjustments == ()


@given(adjustments, adjustments, coordinates, coordinates)
def test_what_lies_on_each_other_still_does_when_the_pictures_are_shown_otherwise(
    shop: Adjustment, photo: Adjustment, x: float, y: float
) -> None:
    review = reviewed(photo)
    review = edits.set_adjustment(review, replace(shop, id="s"))
    alignment = an_alignment(review.comparisons[0].id, (Point(1, 2),))
    review = findings.set_alignment(review, alignment)
    shown = as_shown(review).alignments[0]
    spot = Point(x, y)
    wanted = mapped(alignment.homography, spot)
    if shop.id and find(review.adjustments, "s"):
        wanted = replace(shop, id="s").transform(wanted)
    at = photo.transform(spot) if find(review.adjustments, "p") else spot
    found = mapped(shown.homography, at)
    assert (found.x, found.y) == pytest.approx((wanted.x, wanted.y), rel=1e-6, abs=1e-4)
    same = on_shown(lambda r: findings.set_alignment(r, replace(shown, inliers=7)))(review)
    back = same.alignments[0]
    assert back.inliers == 7
    assert back.homography == pytest.approx(alignment.homography, rel=1e-6, abs=1e-6)
