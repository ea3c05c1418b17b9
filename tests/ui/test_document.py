"""The document and its undo stack: every version can be reached again, also after a restart."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.changes import Change
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Claim, Discrepancy, Mark, Product, Review
from claimcheck.ui.document import Document
from claimcheck.ui.selection import Selection


def opened(review: Review | None = None) -> Document:
    document = Document()
    document.open(review or edits.new_review("Jar"))
    return document


def add_mark(document: Document, mark_id: str) -> None:
    mark = Mark(mark_id, "e1", MarkKind.BOX, (Point(0, 0), Point(5, 5)))
    document.apply(lambda review: edits.put_marks(review, [mark]), "Add box")


def test_undo_and_redo_lead_to_the_same_versions(qtbot: QtBot) -> None:
    document = opened()
    start = document.review
    add_mark(document, "a")
    add_mark(document, "b")
    end = document.review
    document.stack.undo()
    document.stack.undo()
    assert replace(document.review, updated_at=start.updated_at) == start
    document.stack.redo()
    document.stack.redo()
    assert replace(document.review, updated_at=end.updated_at) == end


def test_typing_is_one_step_and_typing_back_is_none(qtbot: QtBot) -> None:
    document = opened(edits.new_review(""))
    for name in ("J", "Ja", "Jar"):
        product = Product(name)
        document.apply(partial(edits.set_product, product=product), "Edit name", merge="name")
    assert document.stack.count() == 1
    document.apply(lambda r: edits.set_product(r, Product("")), "Edit name", merge="name")
    assert document.stack.count() == 0
    assert document.review.product.name == ""


def test_a_pause_and_an_undo_end_the_merging(qtbot: QtBot) -> None:
    document = opened(edits.new_review(""))

    def type_name(name: str) -> None:
        document.apply(lambda r: edits.set_product(r, Product(name)), "Edit name", merge="name")

    type_name("a")
    document.end_merging()
    type_name("ab")
    assert document.stack.count() == 2
    document.stack.undo()
    type_name("ax")
    document.stack.undo()
    assert document.review.product.name == "a"


def test_history_survives_closing_and_opening(qtbot: QtBot) -> None:
    document = opened()
    start = document.review
    for mark_id in "abc":
        add_mark(document, mark_id)
    document.stack.undo()
    again = Document()
    again.open(document.review, document.history())
    assert again.review == document.review
    assert (again.stack.count(), again.stack.index()) == (3, 2)
    again.stack.redo()
    assert [mark.id for mark in again.review.marks] == ["a", "b", "c"]
    for _ in range(3):
        again.stack.undo()
    assert replace(again.review, updated_at=start.updated_at) == start
    add_mark(again, "d")
    steps = again.history().steps
    assert len({step.id for step in steps}) == len(steps)


def test_a_jump_over_many_steps_is_told_once(qtbot: QtBot) -> None:
    document = Document()
    document.open(edits.new_review("Gummies"))
    versions = [document.review]
    for name in ("Bears", "Sweets", "Candy"):
        product = replace(document.review.product, name=name)
        document.apply(partial(edits.set_product, product=product), "Edit name")
        versions.append(document.review)
    told: list[Change] = []
    document.changed.connect(told.append)
    document.go_to(0)
    assert document.review.product == versions[0].product
    (change,) = told
    (patch,) = change.patches
    assert (patch.before, patch.after) == (versions[3].product, versions[0].product)
    document.go_to(3)
    assert document.review.product == versions[3].product
    assert len(told) == 2


def test_an_edit_that_changes_nothing_is_no_step(qtbot: QtBot) -> None:
    document = opened()
    assert not document.apply(lambda review: review, "Nothing")
    assert document.stack.count() == 0


def test_a_read_only_document_takes_no_edit(qtbot: QtBot) -> None:
    document = opened()
    document.read_only = True
    before = document.review
    assert not document.apply(lambda r: edits.set_product(r, Product("x")), "Edit name")
    assert document.review is before


def test_selection_drops_what_is_gone(qtbot: QtBot) -> None:
    document = opened()
    selection = Selection(document)
    add_mark(document, "a")
    add_mark(document, "b")
    selection.select_marks({"a", "b"})
    with qtbot.waitSignal(selection.changed):
        document.apply(lambda r: edits.remove_marks(r, {"a"}), "Delete")
    assert selection.marks == {"b"}
    document.apply(
        lambda r: edits.put_discrepancy(r, Discrepancy("d", "c", Rect(1, 1, 0, 0))), "Add"
    )
    document.apply(lambda r: edits.put_claim(r, Claim("q", "60 gummies")), "Add")
    selection.select_discrepancy("d")
    selection.select_claim("q")
    document.open(None)
    assert (selection.marks, selection.discrepancy, selection.claim) == (frozenset(), None, None)
