"""Changing stored reviews: each change is an undo step, and redo is given up as in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import KnownError
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.changes import apply, difference
from claimcheck.model.history import History, Step
from claimcheck.model.review import Claim, Product, Review
from claimcheck.workflow.reviews import add_claims, change_review, find_item, find_review


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def _renamed(library: Library, review: Review, name: str) -> Review:
    return change_review(
        library, review.id, lambda r: edits.set_product(r, Product(name)), "Edit product"
    )


def test_a_change_is_saved_with_its_undo_step(library: Library) -> None:
    before = edits.new_review("Gummies")
    library.save(before)
    after = _renamed(library, before, "Bears")
    assert after.updated_at > before.updated_at
    assert library.load(before.id) == after
    history = library.load_history(before.id)
    assert (len(history.steps), history.done) == (1, 1)
    undone = apply(after, history.steps[0].change.reversed())
    assert undone.product == before.product


def test_nothing_is_saved_when_nothing_changed(library: Library) -> None:
    before = edits.new_review("Gummies")
    library.save(before)
    assert _renamed(library, before, "Gummies") == before
    assert library.load_history(before.id) == History()


def test_a_change_after_an_undo_gives_up_what_could_be_redone(library: Library) -> None:
    versions = [edits.new_review("One")]
    for name in ("Two", "Three"):
        versions.append(edits.set_product(versions[-1], Product(name)))
    steps = tuple(
        Step(number, difference(versions[number - 1], versions[number], "Edit product"))
        for number in (1, 2)
    )
    library.save(versions[1], History(steps, 1))  # the second was undone
    _renamed(library, versions[1], "Four")
    history = library.load_history(versions[1].id)
    # The number of the step that was given up is not used again.
    assert [step.id for step in history.steps] == [1, 3]
    assert history.done == 2


def test_several_claims_are_one_step(library: Library) -> None:
    review = edits.new_review()
    library.save(review)
    after = add_claims(library, review.id, [Claim("a", "One"), Claim("b", "Two")])
    assert [claim.quote for claim in after.claims] == ["One", "Two"]
    (step,) = library.load_history(review.id).steps
    assert (step.change.name, step.change.count) == ("Add %n claim(s)", 2)


def test_items_are_found_by_number_id_or_its_start() -> None:
    claims = [Claim("1234aaaa0000", "One"), Claim("1234bbbb0000", "Two")]
    for text, quote in [
        ("1", "One"),
        ("2", "Two"),
        ("1234aaaa0000", "One"),
        ("1234b", "Two"),
        ("1234B", "Two"),
    ]:
        assert find_item(claims, text, "claim").quote == quote
    for text in ("0", "3", "1234", "", "x", "-1", "²"):
        with pytest.raises(KnownError, match="no claim"):
            find_item(claims, text, "claim")


def test_a_review_in_the_trash_is_found_only_there(library: Library) -> None:
    review = edits.new_review()
    library.save(review)
    assert find_review(library, review.id[:6]) == review.id
    library.trash(review.id)
    with pytest.raises(KnownError, match="no review"):
        find_review(library, review.id)
    assert find_review(library, review.id, trashed=True) == review.id
