"""What each edit means; that all of them can be undone is in test_changes.py."""

from __future__ import annotations

import pytest

from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, MarkKind, Role, Verdict
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Comparison,
    Discrepancy,
    Listing,
    Mark,
    Review,
    put,
)
from tests.helpers.reviews import evidence


def _pair() -> Review:
    review = edits.new_review("Gummies")
    return edits.add_evidence(review, [evidence(Role.LISTING), evidence(Role.PHOTO)])


def _with_discrepancies(count: int) -> Review:
    review = _pair()
    comparison = review.comparisons[0]
    for index in range(count):
        place = Rect(index, 0, 0, 0)
        review = edits.put_discrepancy(
            review, Discrepancy(f"d{index + 1}", comparison.id, place, place)
        )
    return review


def test_the_first_pictures_of_either_role_are_compared() -> None:
    review = edits.new_review()
    photos = [evidence(Role.PHOTO), evidence(Role.PHOTO)]
    review = edits.add_evidence(review, photos)
    assert [(c.listing_image_id, c.photo_id) for c in review.comparisons] == [(None, photos[0].id)]
    shop = evidence(Role.LISTING)
    review = edits.add_evidence(review, [shop])
    assert [(c.listing_image_id, c.photo_id) for c in review.comparisons] == [
        (shop.id, photos[0].id)
    ]


def test_removing_a_picture_takes_its_marks_and_moves_the_comparison_on() -> None:
    review = _pair()
    second = evidence(Role.PHOTO)
    review = edits.add_evidence(review, [second])
    first = review.pictures(Role.PHOTO)[0]
    review = edits.put_marks(
        review, [Mark("m", first.id, MarkKind.BOX, (Point(0, 0), Point(1, 1)))]
    )
    comparison = review.comparisons[0]
    for item_id, listing_place in (("both", Rect(1, 1, 0, 0)), ("photo only", None)):
        review = edits.put_discrepancy(
            review, Discrepancy(item_id, comparison.id, listing_place, Rect(2, 2, 0, 0))
        )
    review = edits.remove_evidence(review, first.id)
    assert review.marks == ()
    assert review.comparisons[0].photo_id == second.id
    assert [(d.id, d.photo_place) for d in review.discrepancies] == [("both", None)]


def test_removing_what_is_not_there_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        edits.remove_evidence(_pair(), "nobody")
    with pytest.raises(KeyError):
        edits.renumber(_pair(), "nobody", 1)


def test_the_comparison_in_view_is_the_first_and_an_empty_one_is_not_kept() -> None:
    review = _pair()
    shop, photo = (review.pictures(role)[0] for role in SIDES)
    other = evidence(Role.PHOTO)
    review = edits.add_evidence(review, [other])
    review = edits.compare_pictures(review, shop.id, other.id)
    assert [c.photo_id for c in review.comparisons] == [other.id, photo.id]
    review = edits.compare_pictures(review, shop.id, None)
    review = edits.compare_pictures(review, shop.id, photo.id)
    assert [c.photo_id for c in review.comparisons] == [photo.id, other.id]


@pytest.mark.parametrize(
    ("number", "order"),
    [
        (1, ["d3", "d1", "d2", "d4"]),
        (4, ["d1", "d2", "d4", "d3"]),
        (3, ["d1", "d2", "d3", "d4"]),
        (99, ["d1", "d2", "d4", "d3"]),
        (-5, ["d3", "d1", "d2", "d4"]),
    ],
)
def test_renumbering_makes_room(number: int, order: list[str]) -> None:
    review = edits.renumber(_with_discrepancies(4), "d3", number)
    assert [d.id for d in review.discrepancies] == order


def test_renumbering_leaves_other_comparisons_alone() -> None:
    review = _with_discrepancies(2)
    review = edits.compare_pictures(review, None, review.pictures(Role.PHOTO)[0].id)
    other = review.comparisons[0]
    review = edits.put_discrepancy(review, Discrepancy("x", other.id, None, Rect(0, 0, 0, 0)))
    review = edits.renumber(review, "d2", 1)
    assert [d.id for d in review.discrepancies] == ["d2", "d1", "x"]
    assert review.number_of(review.discrepancies[2]) == 1


def test_a_removed_claim_is_forgotten_by_card_and_discrepancies() -> None:
    review = _with_discrepancies(1)
    review = edits.put_claim(review, Claim("c", "Real raspberry"))
    review = edits.set_card(review, CardSettings(claim_id="c"))
    review = edits.put_discrepancy(
        review, Discrepancy("d1", review.comparisons[0].id, None, None, claim_id="c")
    )
    review = edits.remove_claim(review, "c")
    assert review.card.claim_id is None
    assert review.discrepancies[0].claim_id is None


def test_a_removed_listing_is_forgotten_by_claims() -> None:
    review = edits.put_listing(edits.new_review(), Listing("l"))
    review = edits.put_claim(review, Claim("c", "Real raspberry", listing_id="l"))
    assert edits.remove_listing(review, "l").claims[0].listing_id is None


def test_the_quoted_claim_is_the_chosen_one_else_the_first_judged() -> None:
    review = edits.put_claim(edits.new_review(), Claim("unjudged", "a"))
    assert review.quoted_claim is None
    review = edits.put_claim(review, Claim("judged", "b", verdict=Verdict.HOLDS))
    assert review.quoted_claim is not None
    assert review.quoted_claim.id == "judged"
    review = edits.set_card(review, CardSettings(claim_id="unjudged"))
    assert review.quoted_claim is not None
    assert review.quoted_claim.id == "unjudged"


def test_marks_are_raised_and_lowered_in_their_own_order() -> None:
    review = _pair()
    photo = review.pictures(Role.PHOTO)[0]
    corners = (Point(0, 0), Point(1, 1))
    review = edits.put_marks(review, [Mark(i, photo.id, MarkKind.BOX, corners) for i in "abcd"])
    assert [m.id for m in edits.raise_marks(review, {"c", "a"}).marks] == list("bdac")
    assert [m.id for m in edits.lower_marks(review, {"d", "b"}).marks] == list("bdac")
    assert [m.id for m in edits.remove_marks(review, {"b"}).marks] == list("acd")
    moved = edits.move_mark(review.marks[0], 2, -3)
    assert moved.points == (Point(2, -3), Point(3, -2))


def test_put_replaces_in_place_and_appends_what_is_new() -> None:
    items = (Comparison("a"), Comparison("b"))
    assert put(items, Comparison("a", "x")) == (Comparison("a", "x"), Comparison("b"))
    assert put(items, Comparison("c")) == (*items, Comparison("c"))
