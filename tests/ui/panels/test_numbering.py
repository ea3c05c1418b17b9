"""One numbering for canvas, list, card and clip: digits or letters, from any start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.cards.content import content_of
from claimcheck.model.kinds import Numbering, Role
from claimcheck.model.numbering import number_in
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.panels.discrepancy_panel import DiscrepancyPanel
from claimcheck.ui.panels.numbering_menu import NumberingMenu
from claimcheck.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> DiscrepancyPanel:
    made = DiscrepancyPanel(session)
    qtbot.addWidget(made)
    made.resize(312, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_same_labels_everywhere(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    compare = CompareView(session)
    qtbot.addWidget(compare)
    menu = panel.numbering.menu()
    assert isinstance(menu, NumberingMenu)
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    menu.kind.setFocus()
    QTest.keyClick(menu.kind, Qt.Key.Key_Right)
    menu.first.selectAll()
    QTest.keyClicks(menu.first, "c")
    QTest.keyClick(menu.first, Qt.Key.Key_Return)
    review = session.document.review
    assert review.comparisons[0].first_number == 3
    assert review.comparisons[0].numbering is Numbering.LETTERS
    numbers = [str(review.number_of(d)) for d in review.discrepancies]
    assert numbers == ["C", "D"]
    assert [str(panel.rows[d.id].disc.number) for d in review.discrepancies] == numbers
    items = compare.canvas.sides.scene(Role.PHOTO).discs.items
    assert [str(items[d.id].number) for d in review.discrepancies] == numbers
    assert [str(entry.number) for entry in content_of(review, "en").legend] == numbers
    assert str(compare.canvas.tools["number"].coming) == "E"
    session.document.stack.undo()
    session.document.stack.undo()
    assert [str(items[d.id].number) for d in review.discrepancies] == ["1", "2"]


def test_the_menu_is_used_without_a_mouse(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    menu = panel.numbering.menu()
    assert isinstance(menu, NumberingMenu)
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    qtbot.waitUntil(menu.kind.hasFocus)
    QTest.keyClick(menu.kind, Qt.Key.Key_Right)
    QTest.keyClick(menu.kind, Qt.Key.Key_Tab)
    assert menu.first.hasFocus()
    QTest.keyClicks(menu.first, "d")
    QTest.keyClick(menu.first, Qt.Key.Key_Return)
    assert not menu.isVisible()
    comparison = session.document.review.comparisons[0]
    assert (comparison.numbering, comparison.first_number) == (Numbering.LETTERS, 4)


def test_up_and_down_step_and_nonsense_changes_nothing(
    session: Session, panel: DiscrepancyPanel
) -> None:
    menu = panel.numbering.menu()
    assert isinstance(menu, NumberingMenu)
    menu.refresh()
    QTest.keyClick(menu.first, Qt.Key.Key_Up)
    assert session.document.review.comparisons[0].first_number == 2
    menu.first.setText("?!")
    menu.first.editingFinished.emit()
    assert session.document.review.comparisons[0].first_number == 2
    assert menu.first.text() == "2"


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("c", 3), (" AA ", 27), ("0", None), ("", None), ("1a", None)]
)
def test_a_label_is_read_back(text: str, number: int | None) -> None:
    assert number_in(text) == number
