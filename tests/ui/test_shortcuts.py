"""Every action has a key, stands in the list and in the palette, and can get another key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Verdict
from claimcheck.model.review import Discrepancy, Mark, new_id
from claimcheck.ui.action_table import ACTIONS, BY_NAME
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.dialogs.palette import Entry, Palette, matching
from claimcheck.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from claimcheck.ui.history_panel import HistoryPanel
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.session import Session
from claimcheck.ui.shortcuts import SETTING, Shortcuts
from claimcheck.ui.theme import theme
from tests.ui.windows import Told, fill_library

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    theme().apply("light")
    fill_library(tmp_path / "library", (Told("Bananas"), Told("Oat milk", (Verdict.HOLDS,))))
    session = Session(tmp_path / "library")
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: session.document.is_open and made.isActiveWindow())
    yield made
    session.close()


def compare(window: MainWindow) -> CompareView:
    page = window.pages.currentWidget()
    assert isinstance(page, CompareView)
    return page


# --- the table -----------------------------------------------------------------------------------


def test_every_action_has_a_key_of_its_own() -> None:
    assert all(action.keys for action in ACTIONS)
    assert len(BY_NAME) == len(ACTIONS)
    keys = [key for action in ACTIONS for key in action.keys]
    assert sorted(keys) == sorted(set(keys))
    portable = QKeySequence.SequenceFormat.PortableText
    assert [QKeySequence(key).toString(portable) for key in keys] == keys


def test_every_action_does_something(window: MainWindow) -> None:
    dialogs = {"palette", "settings", "shortcuts", "library", "history", "export"}
    dialogs |= {
        "add_receipt",
        "export_more",
        "save",
        "send",
        "empty_trash",
        "delete_claim",
        "sample",
        "brand",
    }
    files = {"choose_listing", "choose_photos", "copy_card", "tool crop"}
    for action in ACTIONS:
        if action.name not in dialogs | files | {"new_review", "trash"}:
            assert window.deeds.can(action) in {True, False}
            window.deeds.do(action.name)


def test_keys_on_the_canvas_leave_the_steps_alone(window: MainWindow) -> None:
    view = compare(window).canvas.sides.active
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_1, CTRL)
    assert window.step == "listing"


# --- changing ------------------------------------------------------------------------------------


def test_changed_keys_are_kept_and_can_be_reset() -> None:
    kept: list[str] = []
    shortcuts, box = Shortcuts(), BY_NAME["tool box"]
    shortcuts.restore("", kept.append)
    shortcuts.set_keys(box, ("F",), shortcuts.holders("F", box, ACTIONS))
    assert shortcuts.keys(box) == ("F",)
    assert "F" not in shortcuts.keys(BY_NAME["fit"])
    again = Shortcuts()
    again.restore(kept[-1], None)
    assert again.keys(box) == ("F",)
    again.reset()
    assert again.keys(box) == box.keys
    assert again.keys(BY_NAME["fit"]) == BY_NAME["fit"].keys


@pytest.mark.parametrize("text", ["{", "[1]", '{"undo": 3}'])
def test_kept_keys_that_can_t_be_read_are_the_first_ones(text: str) -> None:
    shortcuts = Shortcuts()
    shortcuts.restore(text, None)
    assert shortcuts.keys(BY_NAME["undo"]) == BY_NAME["undo"].keys


def test_a_key_that_is_taken_is_warned_of_and_can_be_taken_over(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = ShortcutsDialog(window.session.shortcuts, window)
    qtbot.addWidget(dialog)
    dialog.show()
    line = next(row for row in dialog.rows if row.action.name == "duplicate")
    QTest.mouseClick(line.keys, Qt.MouseButton.LeftButton)
    QTest.keyClick(line.entry, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(line.take.isVisible, timeout=3000)
    assert window.session.shortcuts.keys(line.action) == ("Ctrl+D",), "nothing is taken unasked"
    QTest.mouseClick(line.take, Qt.MouseButton.LeftButton)
    assert window.session.shortcuts.keys(line.action) == ("Ctrl+N",)
    assert window.session.shortcuts.keys(BY_NAME["new_review"]) == ()
    assert not line.take.isVisible()
    dialog.close()


def test_a_key_is_changed_without_a_mouse(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.session.shortcuts, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    line = next(row for row in dialog.rows if row.action.name == "duplicate")
    line.keys.setFocus()
    QTest.keyClick(line.keys, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter is for the button that has the keyboard"
    QTest.keyClick(line.entry, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(line.take.hasFocus, timeout=3000)
    QTest.keyClick(line.take, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert window.session.shortcuts.keys(line.action) == ("Ctrl+N",)
    dialog.search.setFocus()
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_changed_key_works_in_window_rail_and_library(qtbot: QtBot, window: MainWindow) -> None:
    session, page = window.session, compare(window)
    session.shortcuts.set_keys(BY_NAME["tool box"], ("Y",))
    session.shortcuts.set_keys(BY_NAME["claims"], ("Ctrl+J",))
    assert "(Y)" in page.rail.buttons["box"].toolTip()
    view = page.canvas.sides.active
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_B)
    assert page.canvas.tool.name == "select"
    QTest.keyClick(view, Qt.Key.Key_Y)
    assert page.canvas.tool.name == "box"
    QTest.keyClick(window.library.list, Qt.Key.Key_J, CTRL)
    assert window.step == "claims"
    kept: list[str] = []
    session.on_library(lambda library: library.setting(SETTING), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert "Ctrl+J" in kept[0]


def test_the_list_is_searched_by_words_and_keys(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.session.shortcuts, window)
    qtbot.addWidget(dialog)
    dialog.search.setText("zoom in")
    assert [row.action.name for row in dialog.rows if not row.isHidden()] == ["zoom_in"]
    dialog.search.setText("ctrl+z")
    assert "undo" in [row.action.name for row in dialog.rows if not row.isHidden()]


# --- the palette ---------------------------------------------------------------------------------


def test_what_begins_with_the_words_comes_first() -> None:
    entries = [Entry(text, "", lambda: None) for text in ("Go undo", "Undo", "Redo")]
    assert [one.text for one in matching(entries, " undo")] == ["Undo", "Go undo"]
    assert matching(entries, "x") == []


def test_the_palette_does_what_is_chosen_with_the_keyboard(
    qtbot: QtBot, window: MainWindow
) -> None:
    QTest.keyClick(window.library.list, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.waitUntil(palette.isVisible)
    QTest.keyClicks(palette.search, "go to the c")
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.step == "claims"


def test_the_palette_finds_reviews(qtbot: QtBot, window: MainWindow) -> None:
    window.open_palette()
    palette = window.findChild(Palette)
    assert palette is not None
    palette.search.setText("banan")
    qtbot.waitUntil(lambda: palette.list.count() == 1)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    document = window.session.document
    qtbot.waitUntil(lambda: document.review.product.name == "Bananas")


# --- undo comes into view ------------------------------------------------------------------------


def test_undo_shows_what_it_takes_back(window: MainWindow) -> None:
    document = window.session.document
    claim = document.review.claims[0]
    document.apply(lambda review: edits.remove_claim(review, claim.id), "Delete claim")
    window.show_step("card")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.step == "claims"
    assert window.session.selection.claim == claim.id
    window.show_step("photos")
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert window.step == "claims"


def test_undo_brings_a_mark_out_of_sight_into_view(window: MainWindow) -> None:
    page, document = compare(window), window.session.document
    view = page.canvas.sides.active
    evidence = view.picture_scene.evidence
    assert evidence is not None
    corner = Mark(new_id(), evidence.id, MarkKind.BOX, (Point(2, 2), Point(20, 20)))
    document.apply(lambda review: edits.put_marks(review, [corner]), "Add box")
    document.apply(lambda review: edits.put_marks(review, [edits.move_mark(corner, 5, 5)]), "Move")
    view.zoom_to(8.0)
    view.pan(-100_000, -100_000)
    assert not view.viewport().rect().contains(view.screen_point(Point(12, 12)).toPoint())
    window.undoing.undo()
    assert view.viewport().rect().contains(view.screen_point(Point(12, 12)).toPoint())
    assert window.session.selection.marks == {corner.id}


def test_the_history_lists_all_steps_and_goes_to_any(qtbot: QtBot, window: MainWindow) -> None:
    document = window.session.document
    names = ("Rename", "Edit reasoning", "Edit reasoning", "Move")
    for at, name in enumerate(names):
        product = replace(document.review.product, name=f"Version {at + 1}")
        document.apply(partial(edits.set_product, product=product), name)
    window.open_history()
    panel = window.findChild(HistoryPanel)
    assert panel is not None
    lines = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert lines == ["Start", "Rename", "Edit reasoning × 2", "Move"]
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert document.review.product.name == "Version 1"
    assert document.stack.index() == 1
    assert panel.list.currentRow() == 1
    panel.list.setCurrentRow(3)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert document.review.product.name == "Version 4"
    panel.close()
    QApplication.processEvents()


# --- buttons of panels ----------------------------------------------------------------------------


def test_a_buttons_key_goes_to_its_step_and_presses_it(window: MainWindow) -> None:
    window.show_step("compare")
    window.deeds.do("verdict holds")
    assert window.step == "claims"
    claim = window.session.document.review.claims[0]
    assert claim.verdict is None, "pressed again, a verdict is taken back"
    window.deeds.do("verdict false")
    assert judged(window) == "false"
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert judged(window) == "partly"


def judged(window: MainWindow) -> str:
    return str(window.session.document.review.claims[0].verdict)


def test_a_key_for_an_empty_field_leads_to_the_field(window: MainWindow) -> None:
    window.deeds.do("add_claims")
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClicks(box, "Lasts a week")
    window.deeds.do("add_claims")
    assert any(c.quote == "Lasts a week" for c in window.session.document.review.claims)


def test_what_is_not_possible_here_is_said(window: MainWindow) -> None:
    window.deeds.do("move_inside")
    assert window.step == "card"
    assert not window.deeds.can(BY_NAME["remove_stamp"]) or window.step != "compare"
    window.show_step("compare")
    assert not window.deeds.can(BY_NAME["remove_stamp"])
    window.deeds.do("remove_stamp")
    assert BY_NAME["remove_stamp"].told() in window.status.hint.text()


def test_the_number_moves_by_key_on_the_canvas(window: MainWindow) -> None:
    document = window.session.document
    comparison = document.review.comparisons[0]
    for key in ("a", "b"):
        place = Discrepancy(key, comparison.id, Rect(9, 9, 0, 0), None, note=key)
        document.apply(partial(edits.put_discrepancy, discrepancy=place), "Number")
    window.session.selection.select_discrepancy("b")
    view = compare(window).canvas.sides.active
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [d.id for d in document.review.discrepancies] == ["b", "a"]
    document.stack.undo()
    assert [d.id for d in document.review.discrepancies] == ["a", "b"]
