"""Text is written in place, on the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, Style
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.canvas.writing import TextEditor
from tests.ui.canvas.hands import SHIFT, Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO


def editor(hands: Hands) -> TextEditor:
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TextEditor))
    found = QApplication.focusWidget()
    assert isinstance(found, TextEditor)
    return found


def write(hands: Hands, text: str) -> None:
    QTest.keyClicks(editor(hands), text)


def test_click_write_enter_adds_a_text_where_it_was_clicked(hands: Hands) -> None:
    hands.key("T")
    spot = hands.aimed(PHOTO, (400, 300))
    hands.click(PHOTO, (400, 300))
    assert hands.compare.hint.startswith("Enter keeps the text")
    write(hands, "Not like this")
    hands.key(Qt.Key.Key_Return)
    (mark,) = hands.marks
    assert (mark.kind, mark.text) == (MarkKind.TEXT, "Not like this")
    assert mark.frame.x == pytest.approx(spot.x, abs=0.011)
    assert mark.frame.width == 0  # as long as its words
    assert hands.session.selection.marks == {mark.id}
    assert hands.session.document.stack.count() == 1


def test_a_drag_sets_the_width_at_which_lines_break(hands: Hands) -> None:
    hands.key("T")
    hands.drag(PHOTO, (300, 300), (700, 400))
    write(hands, "A long sentence that breaks")
    hands.key(Qt.Key.Key_Return)
    (mark,) = hands.marks
    assert mark.frame.width == pytest.approx(400, abs=4)
    assert hands.canvas.sides.scene(PHOTO).marks[mark.id].boundingRect().width() < 480


@pytest.mark.parametrize("x", [700, 1000, 1190])
def test_words_clicked_near_the_right_edge_break_there(hands: Hands, x: int) -> None:
    hands.key("T")
    spot = hands.aimed(PHOTO, (x, 860))
    hands.click(PHOTO, (x, 860))
    write(hands, "Much smaller than the listing says it is, really")
    assert hands.view(PHOTO).viewport().rect().right() >= editor(hands).geometry().right() - 14
    hands.key(Qt.Key.Key_Return)
    (mark,) = hands.marks
    box = hands.canvas.sides.scene(PHOTO).marks[mark.id].frame
    assert box.x >= 0
    assert box.x + box.width <= 1200.02
    assert box.y + box.height <= 900.02
    assert mark.frame.width > 0
    if x == 700:  # there is room: it begins where it was clicked
        assert mark.frame.x == pytest.approx(spot.x, abs=0.011)


def test_a_word_that_only_just_does_not_fit_moves_instead_of_breaking(hands: Hands) -> None:
    hands.key("T")
    hands.click(PHOTO, (1180, 300))
    write(hands, "Here")
    hands.key(Qt.Key.Key_Return)
    (mark,) = hands.marks
    box = hands.canvas.sides.scene(PHOTO).marks[mark.id].frame
    assert mark.frame.width == 0
    assert box.x + box.width == pytest.approx(1200, abs=2)


def test_shift_enter_breaks_the_line_and_emoji_are_kept(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    editor(hands).insertPlainText("🍅 één")
    hands.key(Qt.Key.Key_Return, SHIFT)
    write(hands, "two")
    hands.key(Qt.Key.Key_Return)
    assert hands.marks[0].text == "🍅 één\ntwo"


def test_escape_drops_the_text(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "never mind")
    hands.key(Qt.Key.Key_Escape)
    assert hands.marks == ()
    assert hands.session.document.stack.count() == 0


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_text_adds_nothing(hands: Hands, text: str) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, text)
    hands.key(Qt.Key.Key_Return)
    assert hands.marks == ()


def test_a_click_outside_keeps_the_text_and_does_nothing_else(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "kept")
    hands.click(LISTING, (300, 350))
    assert [m.text for m in hands.marks] == ["kept"]
    assert not isinstance(QApplication.focusWidget(), TextEditor)


def test_going_to_another_field_keeps_the_text_and_stays_there(hands: Hands) -> None:
    field = QLineEdit(hands.compare)
    field.show()
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "kept")
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert [m.text for m in hands.marks] == ["kept"]
    assert QApplication.focusWidget() is field


def test_letters_that_are_tool_keys_are_only_letters_while_writing(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "bean 01")
    assert hands.canvas.tool.name == "text"
    hands.key(Qt.Key.Key_Return)
    assert hands.marks[0].text == "bean 01"


def text_mark(hands: Hands) -> Mark:
    evidence = hands.canvas.sides.scene(PHOTO).evidence
    assert evidence is not None
    at = Point(300, 300)
    mark = Mark("t", evidence.id, MarkKind.TEXT, (at, at), Style(font_size=80), "Before")
    hands.session.document.apply(lambda r: edits.put_marks(r, (mark,)), "Put")
    return mark


def test_double_click_changes_the_text_and_nothing_else(hands: Hands) -> None:
    before = text_mark(hands)
    hands.double_click(PHOTO, (340, 350))
    assert "t" not in hands.canvas.sides.scene(PHOTO).marks  # the editor stands in for it
    assert editor(hands).toPlainText() == "Before"
    write(hands, "After")
    hands.key(Qt.Key.Key_Return)
    (after,) = hands.marks
    assert (after.text, after.points, after.style) == ("After", before.points, before.style)
    assert hands.session.document.stack.undoText() == "Change text"
    hands.session.document.stack.undo()
    assert hands.marks == (before,)


def test_emptying_a_text_deletes_it(hands: Hands) -> None:
    text_mark(hands)
    hands.double_click(PHOTO, (340, 350))
    editor(hands).clear()
    hands.key(Qt.Key.Key_Return)
    assert hands.marks == ()
    assert hands.session.document.stack.undoText() == "Delete text"


def test_escape_leaves_an_edited_text_as_it_was(hands: Hands) -> None:
    before = text_mark(hands)
    hands.double_click(PHOTO, (340, 350))
    write(hands, "other")
    hands.key(Qt.Key.Key_Escape)
    assert hands.marks == (before,)
    assert hands.canvas.sides.scene(PHOTO).marks["t"].isVisible()


def test_another_step_keeps_what_was_written(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "kept")
    hands.compare.hide()
    assert [m.text for m in hands.marks] == ["kept"]


def test_another_review_never_gets_the_text_of_this_one(hands: Hands) -> None:
    hands.key("T")
    hands.click(LISTING, (100, 100))
    write(hands, "lost in time")
    hands.session.new_review("Another")
    assert hands.marks == ()
    assert hands.session.document.stack.count() == 0


def test_the_corner_of_a_text_changes_its_size(hands: Hands) -> None:
    text_mark(hands)
    hands.session.selection.select_marks({"t"})
    handle = hands.canvas.sides.scene(PHOTO).handles.drawn_at(Handle.SE)
    box = hands.canvas.sides.scene(PHOTO).marks["t"].frame
    hands.drag(PHOTO, (handle.x, handle.y), (handle.x + box.width, handle.y + box.height))
    assert hands.marks[0].style.font_size == pytest.approx(160, rel=0.05)
