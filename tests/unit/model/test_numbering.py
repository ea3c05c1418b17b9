"""What stands on discs: digits or letters, from any start."""

from __future__ import annotations

import pickle

import pytest

from claimcheck.model import edits
from claimcheck.model.kinds import Numbering
from claimcheck.model.numbering import DiscNumber, letters
from claimcheck.model.review import Discrepancy, Review
from tests.helpers.reviews import full_review


@pytest.mark.parametrize(
    ("number", "text"), [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_letters_go_on_like_columns(number: int, text: str) -> None:
    assert letters(number) == text
    assert f"{DiscNumber(number, Numbering.LETTERS)}" == text
    assert str(DiscNumber(number)) == str(number)


def test_a_number_counts_whatever_it_shows() -> None:
    b = DiscNumber(2, Numbering.LETTERS)
    assert b == 2
    assert sorted([b, DiscNumber(1)])[1] is b
    assert str(pickle.loads(pickle.dumps(b))) == "B"


def three() -> tuple[Review, str]:
    review = full_review()
    comparison = review.comparisons[0]
    review = edits.remove_discrepancies(review, {d.id for d in review.discrepancies})
    for id_ in "abc":
        review = edits.put_discrepancy(review, Discrepancy(id_, comparison.id))
    return review, comparison.id


def labels(review: Review) -> list[str]:
    return [f"{d.id}{review.number_of(d)}" for d in review.discrepancies]


def test_a_comparison_starts_where_it_is_told() -> None:
    review, comparison = three()
    review = edits.set_numbering(review, comparison, 4, Numbering.DIGITS)
    assert labels(review) == ["a4", "b5", "c6"]
    review = edits.set_numbering(review, comparison, 3, Numbering.LETTERS)
    assert labels(review) == ["aC", "bD", "cE"]
    assert (
        edits.set_numbering(review, comparison, -3, Numbering.DIGITS).number_at(comparison, 0) == 1
    )


def test_renumbering_counts_from_the_start_and_leaves_no_gap() -> None:
    review, comparison = three()
    review = edits.set_numbering(review, comparison, 4, Numbering.DIGITS)
    review = edits.renumber(review, "c", 4)
    assert labels(review) == ["c4", "a5", "b6"]
    assert labels(edits.remove_discrepancies(review, {"a"})) == ["c4", "b5"]
