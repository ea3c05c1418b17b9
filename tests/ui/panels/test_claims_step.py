"""Claims: pasted by the line, judged, connected, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.kinds import Topic, Verdict
from claimcheck.model.review import Claim
from claimcheck.ui.panels.claims_step import ClaimsStep
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.toast import Toast

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, session: Session) -> ClaimsStep:
    made = ClaimsStep(session)
    qtbot.addWidget(made)
    made.resize(1016, 664)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def step(qtbot: QtBot, session: Session) -> ClaimsStep:
    return shown(qtbot, session)


def claims(session: Session) -> tuple[Claim, ...]:
    return session.document.review.claims


def quotes(session: Session) -> list[str]:
    return [claim.quote for claim in claims(session)]


def test_several_promises_are_pasted_at_once(qtbot: QtBot, empty: Session) -> None:
    step = shown(qtbot, empty)
    adder = step.first_adder
    assert adder.isVisible()
    adder.box.setFocus()
    adder.box.insertPlainText("“Thicker hair”\n\n• 60 gummies\n")
    QTest.keyClicks(adder.box, "Vegan")
    QTest.mouseClick(adder.add, LEFT)
    assert quotes(empty) == ["Thicker hair", "60 gummies", "Vegan"]
    assert empty.document.stack.count() == 1
    assert empty.selection.claim == claims(empty)[0].id
    assert claims(empty)[0].listing_id == empty.document.review.listings[0].id
    assert step.list.count() == 3
    assert not adder.isVisible()
    empty.document.stack.undo()
    assert quotes(empty) == []
    assert adder.isVisible()


def test_ctrl_enter_adds_one_more(session: Session, step: ClaimsStep) -> None:
    QTest.keyClicks(step.adder.box, "Ships in 2 days")
    QTest.keyClick(step.adder.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert quotes(session) == ["60 pieces", "Thicker hair", "Ships in 2 days"]
    assert step.editor.quote.toPlainText() == "Ships in 2 days"
    assert step.adder.box.toPlainText() == ""
    assert not step.adder.add.isEnabled()


def test_the_editor_follows_the_list(session: Session, step: ClaimsStep) -> None:
    assert step.editor.quote.toPlainText() == "60 pieces", "the first is shown at once"
    at = step.list.visualItemRect(step.list.item(1)).center()
    QTest.mouseClick(step.list.viewport(), LEFT, pos=at)
    assert session.selection.claim == claims(session)[1].id
    assert step.editor.quote.toPlainText() == "Thicker hair"
    QTest.keyClick(step.list, Qt.Key.Key_Up)
    assert step.editor.quote.toPlainText() == "60 pieces"


def test_judging_with_mouse_and_keyboard(session: Session, step: ClaimsStep) -> None:
    chips = step.editor.verdicts.chips
    QTest.mouseClick(chips[Verdict.FALSE], LEFT)
    assert claims(session)[0].verdict is Verdict.FALSE
    chips[Verdict.HOLDS].setFocus()
    QTest.keyClick(chips[Verdict.HOLDS], Qt.Key.Key_Right)
    assert chips[Verdict.PARTLY].hasFocus()
    QTest.keyClick(chips[Verdict.PARTLY], Qt.Key.Key_Space)
    assert claims(session)[0].verdict is Verdict.PARTLY
    assert not chips[Verdict.FALSE].isChecked()
    session.document.stack.undo()
    assert claims(session)[0].verdict is Verdict.FALSE
    assert chips[Verdict.FALSE].isChecked()
    QTest.mouseClick(chips[Verdict.FALSE], LEFT)
    assert claims(session)[0].verdict is None, "choosing the chosen one takes it back"


def test_the_texts_go_to_the_claim_in_view(session: Session, step: ClaimsStep) -> None:
    editor = step.editor
    QTest.keyClicks(editor.reasoning, "48 in the jar.")
    QTest.keyClicks(editor.tested_how, "Counted twice")
    editor.topic.setFocus()
    QTest.keyClick(editor.topic, Qt.Key.Key_Up)
    session.selection.select_claim(claims(session)[1].id)
    assert editor.reasoning.toPlainText() == ""
    QTest.keyClicks(editor.reasoning, "No study.")
    first, second = claims(session)
    assert (first.reasoning, first.tested_how) == ("48 in the jar.", "Counted twice")
    assert first.topic is Topic.MATERIAL
    assert (second.reasoning, second.tested_how) == ("No study.", "")
    while session.document.stack.canUndo():
        session.document.stack.undo()
    assert [claim.reasoning for claim in claims(session)] == ["", ""]
    assert editor.reasoning.toPlainText() == ""


def test_undo_shows_the_claim_that_it_changed(session: Session, step: ClaimsStep) -> None:
    first, second = claims(session)
    QTest.keyClicks(step.editor.reasoning, "Counted")
    session.selection.select_claim(second.id)
    session.document.stack.undo()
    assert session.selection.claim == first.id
    assert step.editor.quote.toPlainText() == first.quote
    assert step.editor.reasoning.toPlainText() == ""


def test_the_source_is_one_of_the_listings(session: Session, step: ClaimsStep) -> None:
    listing = session.document.review.listings[0]
    session.document.apply(
        lambda review: edits.put_listing(review, replace(listing, seller="Glow shop")), "Edit"
    )
    source = step.editor.source
    assert source.itemText(1) == "Webshop · Glow shop"
    source.setFocus()
    QTest.keyClick(source, Qt.Key.Key_Down)
    assert claims(session)[0].listing_id == listing.id


def test_discrepancies_that_bear_on_it_lead_to_compare(session: Session, step: ClaimsStep) -> None:
    discrepancy = session.document.review.discrepancies[1]
    bearing = replace(discrepancy, claim_id=claims(session)[0].id)
    session.document.apply(lambda review: edits.put_discrepancy(review, bearing), "Connect")
    button = next(b for b in step.editor.findChildren(QPushButton) if b.text() == "Colour")
    assert "2" in button.accessibleName()
    asked: list[str] = []
    session.step_requested.connect(asked.append)
    session.selection.go_to_requested.connect(asked.append)
    QTest.mouseClick(button, LEFT)
    assert asked == ["compare", discrepancy.id]
    session.document.stack.undo()
    left = [b for b in step.editor.findChildren(QPushButton) if b.isVisible()]
    assert left == []


def test_delete_takes_the_next_and_undo_brings_back(session: Session, step: ClaimsStep) -> None:
    before = session.document.review
    QTest.mouseClick(step.editor.delete, LEFT)
    assert quotes(session) == ["Thicker hair"]
    assert step.editor.quote.toPlainText() == "Thicker hair"
    toast = step.findChild(Toast)
    assert isinstance(toast, Toast)
    undo = toast.findChild(QPushButton)
    assert isinstance(undo, QPushButton)
    QTest.mouseClick(undo, LEFT)
    assert claims(session) == before.claims


def test_delete_key_in_a_text_deletes_no_claim(session: Session, step: ClaimsStep) -> None:
    step.editor.quote.setFocus()
    QTest.keyClick(step.editor.quote, Qt.Key.Key_Delete)
    assert quotes(session) == ["0 pieces", "Thicker hair"]


def test_both_pictures_are_beside_it(qtbot: QtBot, session: Session, step: ClaimsStep) -> None:
    qtbot.waitUntil(lambda: all(map(_is_painted, step.pair.views.values())), timeout=5000)
    assert [v.accessibleName() for v in step.pair.views.values()] == ["shop.jpg", "home-1.jpg"]


def _is_painted(view: QWidget) -> bool:
    colours = {
        view.grab().toImage().pixelColor(QPoint(x, 40)).name() for x in range(5, view.width(), 9)
    }
    return len(colours) > 3
