"""The same spot on the other picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.alignment import Alignment, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.counterparts import across, counterpart, mark_across
from tests.helpers.reviews import evidence

LISTING = replace(evidence(Role.LISTING), id="l", width_px=1000, height_px=800)
PHOTO = replace(evidence(Role.PHOTO), id="p", width_px=4000, height_px=3000)
TURNED = Alignment("c", (0.0, -0.25, 800.0, 0.25, 0.0, 100.0, 0.0, 0.0, 1.0))
"""Photo → listing: a quarter turn clockwise, four times smaller."""


def test_a_point_goes_through_the_alignment_both_ways() -> None:
    to_photo = across(TURNED, Role.LISTING, LISTING, PHOTO)
    to_listing = across(TURNED, Role.PHOTO, PHOTO, LISTING)
    there = counterpart(to_photo, Rect(500, 400, 0, 0))
    assert there is not None
    assert counterpart(to_listing, there) == Rect(500, 400, 0, 0)
    assert mapped(TURNED.homography, there.center).x == pytest.approx(500)


def test_an_area_is_the_one_around_and_what_is_not_there_is_nothing() -> None:
    to_photo = across(TURNED, Role.LISTING, LISTING, PHOTO)
    area = counterpart(to_photo, Rect(400, 300, 100, 50))
    assert area is not None
    assert (area.width, area.height) == pytest.approx((200, 400))
    assert counterpart(to_photo, Rect(900, 10, 0, 0)) is None


def test_without_an_alignment_it_is_the_same_share_of_the_picture() -> None:
    way = across(None, Role.LISTING, LISTING, PHOTO)
    assert not way.is_aligned
    assert counterpart(way, Rect(250, 200, 100, 80)) == Rect(1000, 750, 400, 300)


def test_a_copy_is_turned_and_enlarged_with_the_product() -> None:
    way = across(TURNED, Role.LISTING, LISTING, PHOTO)
    box = Mark("m", "l", MarkKind.BOX, (Point(450, 380), Point(550, 420)))
    copy = mark_across(way, box)
    assert copy.evidence_id == "p"
    assert copy.id != "m"
    assert (copy.frame.width, copy.frame.height) == pytest.approx((400, 160))
    assert copy.angle == pytest.approx(-90)
    assert mapped(TURNED.homography, copy.frame.center).x == pytest.approx(500)


def test_a_redaction_never_covers_less() -> None:
    tilted = Alignment("c", (0.2, -0.1, 300.0, 0.1, 0.2, 50.0, 0.0, 0.0, 1.0))
    way = across(tilted, Role.LISTING, LISTING, PHOTO)
    mark = Mark("m", "l", MarkKind.REDACTION, (Point(450, 380), Point(550, 420)))
    covered = mark_across(way, mark).covered.grown(0.02)
    for corner in ((450, 380), (550, 380), (550, 420), (450, 420)):
        assert covered.contains(way.point(Point(*corner)))


points = st.builds(Point, st.floats(0, 1000), st.floats(0, 800))
marks = st.builds(
    Mark,
    st.just("m"),
    st.just("l"),
    st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.TEXT]),
    st.tuples(points, points, points, points),
    text=st.just("#FF0000"),
)
ways = st.sampled_from([None, TURNED, Alignment("c", (0.3, 0, 0, 0, 0.3, 0, 1e-5, 0, 1.0))])


@settings(max_examples=80)
@given(marks, ways)
def test_copies_lie_on_the_other_picture(mark: Mark, alignment: Alignment | None) -> None:
    copy = mark_across(across(alignment, Role.LISTING, LISTING, PHOTO), mark)
    assert Rect(0, 0, 4000, 3000).grown(0.02).encloses(copy.frame)
    assert len(copy.points) >= 2
