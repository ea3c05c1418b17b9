"""Homographies as nine numbers, and what becomes of proposals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import edits, findings
from claimcheck.model.alignment import (
    Homography,
    Proposal,
    inverted,
    mapped,
    percent_sure,
    times,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import DiscrepancyKind, Role, Severity
from claimcheck.model.review import Review
from tests.helpers.reviews import an_alignment, evidence

small = st.floats(-0.2, 0.2)
homographies = st.builds(
    lambda a, b, c, d, e, f, g, h: (1 + a, b, 900 * c, d, 1 + e, 900 * f, g / 4e3, h / 4e3, 1.0),
    *[small] * 8,
)
coordinates = st.floats(0, 4000)


@given(homographies, coordinates, coordinates)
def test_the_way_back_leads_back(way: Homography, x: float, y: float) -> None:
    back = mapped(inverted(way), mapped(way, Point(x, y)))
    assert (back.x, back.y) == pytest.approx((x, y), rel=1e-6, abs=1e-4)


@given(homographies, homographies, coordinates, coordinates)
def test_two_ways_are_one(first: Homography, after: Homography, x: float, y: float) -> None:
    there = mapped(after, mapped(first, Point(x, y)))
    at_once = mapped(times(after, first), Point(x, y))
    assert (at_once.x, at_once.y) == pytest.approx((there.x, there.y), rel=1e-5, abs=1e-3)


def _proposed() -> Review:
    review = edits.new_review("Gummies")
    review = edits.add_evidence(review, [evidence(Role.LISTING), evidence(Role.PHOTO)])
    comparison = review.comparisons[0].id
    review = findings.set_alignment(review, an_alignment(comparison, (Point(0, 0),)))
    made = [
        Proposal(name, comparison, Rect(1, 2, 3, 4), DiscrepancyKind.PRINT, strength)
        for name, strength in (("weak", 0.2), ("strong", 0.9))
    ]
    return findings.propose(review, comparison, made)


def test_the_strongest_proposal_comes_first() -> None:
    assert [p.id for p in _proposed().proposals] == ["strong", "weak"]


def test_an_accepted_proposal_is_the_next_discrepancy() -> None:
    review = findings.accept_proposal(_proposed(), "strong", "new")
    (made,) = review.discrepancies
    assert (made.id, made.kind, made.severity) == ("new", DiscrepancyKind.PRINT, Severity.MAJOR)
    assert [p.id for p in review.proposals] == ["weak"]


def test_a_new_alignment_takes_the_proposals_of_the_last_one_along() -> None:
    review = _proposed()
    review = findings.set_alignment(review, an_alignment(review.comparisons[0].id, ()))
    assert review.proposals == ()


def test_another_photo_has_another_alignment() -> None:
    review = _proposed()
    photo = review.pictures(Role.PHOTO)[0]
    review = edits.add_evidence(review, [evidence(Role.PHOTO)])
    review = edits.remove_evidence(review, photo.id)
    assert review.comparisons[0].photo_id != photo.id
    assert review.alignments == () == review.proposals


def test_nobody_is_told_that_the_program_is_quite_sure() -> None:
    assert [percent_sure(one) for one in (0.0, 0.614, 0.99, 0.998, 1.0)] == [0, 61, 99, 99, 99]
