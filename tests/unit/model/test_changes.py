"""Undo is a difference: applied it does the edit, reversed it undoes it, exactly."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

from hypothesis import given, settings

from claimcheck.model.changes import COLLECTIONS, VALUES, apply, difference
from claimcheck.model.edits import new_review, set_product
from claimcheck.model.review import Product, Review
from tests.helpers.reviews import dangling, edited_reviews

thorough = settings(max_examples=150, deadline=None)


def test_every_field_of_a_review_is_tracked_or_known_not_to_be() -> None:
    # A field added to Review must be a collection or a value in changes.py, or undo misses it.
    untracked = {"id", "created_at", "updated_at"}
    assert {field.name for field in fields(Review)} == {*COLLECTIONS, *VALUES, *untracked}


@thorough
@given(edited_reviews(at_most=6))
def test_a_difference_leads_there_and_back(versions: list[Review]) -> None:
    before, after = versions[0], versions[-1]
    change = difference(before, after)
    assert apply(before, change) == after
    assert apply(after, change.reversed()) == before


@thorough
@given(edited_reviews())
def test_edits_undone_one_by_one_lead_through_every_version_to_the_start(
    versions: list[Review],
) -> None:
    changes = [difference(before, after) for before, after in pairwise(versions)]
    review = versions[-1]
    for change, before in zip(reversed(changes), reversed(versions[:-1]), strict=True):
        review = apply(review, change.reversed())
        assert review == before
    for change, after in zip(changes, versions[1:], strict=True):
        review = apply(review, change)
        assert review == after


@thorough
@given(edited_reviews())
def test_merged_changes_do_what_they_did_one_by_one(versions: list[Review]) -> None:
    merged = difference(versions[0], versions[0])
    for before, after in pairwise(versions):
        merged = merged.followed_by(difference(before, after, "last", 2))
    assert apply(versions[0], merged) == versions[-1]
    assert apply(versions[-1], merged.reversed()) == versions[0]
    assert (merged.name, merged.count) == ("last", 2)


def test_a_change_taken_back_leaves_nothing_when_merged() -> None:
    change = difference(*_renamed())
    assert change.patches
    assert not change.followed_by(change.reversed()).patches


def test_a_change_says_what_it_touches() -> None:
    change = difference(*_renamed())
    assert change.touches("product")
    assert not change.touches("marks")


@thorough
@given(edited_reviews())
def test_numbers_stay_consecutive_and_nothing_dangles(versions: list[Review]) -> None:
    for review in versions:
        for comparison in review.comparisons:
            peers = review.discrepancies_of(comparison.id)
            first = comparison.first_number
            assert first >= 1
            assert [review.number_of(d) for d in peers] == list(range(first, first + len(peers)))
        assert dangling(review) == []


def _renamed() -> tuple[Review, Review]:
    before = new_review("Gummies")
    return before, set_product(before, Product("Other gummies"))
