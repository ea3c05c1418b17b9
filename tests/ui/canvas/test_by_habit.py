"""What hands used to other editors try: each of these went wrong once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.canvas_menu import CanvasMenu
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.session import Session
from tests.helpers.arriving import bring_in
from tests.ui.canvas.hands import CTRL, Hands

PHOTO = Role.PHOTO


def test_a_mark_at_the_upper_edge_is_turned_by_a_handle_below_it(hands: Hands) -> None:
    hands.key("B")
    hands.drag(PHOTO, (400, 10), (700, 200), CTRL)
    scene = hands.canvas.sides.scene(PHOTO)
    turn = scene.handles.drawn_at(Handle.TURN)
    assert turn.y > 200
    hands.drag(PHOTO, (turn.x, turn.y), (turn.x - 150, turn.y - 60))
    (mark,) = hands.marks
    assert 20 < mark.angle < 90
    before = mark.angle
    turn = scene.handles.drawn_at(Handle.TURN)
    hands.drag(PHOTO, (turn.x, turn.y), (turn.x + 1, turn.y))
    assert hands.marks[0].angle == pytest.approx(before, abs=3), "it doesn't jump to the other side"


def test_pasting_twice_puts_the_second_beside_the_first(hands: Hands) -> None:
    hands.key("B")
    hands.drag(PHOTO, (400, 300), (500, 400), CTRL)
    hands.key(Qt.Key.Key_C, CTRL)
    for _ in range(3):
        hands.key(Qt.Key.Key_V, CTRL)
    corners = [(mark.points[0].x, mark.points[0].y) for mark in hands.marks]
    assert len(set(corners)) == 4


def test_marks_pasted_at_the_edge_keep_their_places_to_each_other(hands: Hands) -> None:
    hands.key("L")
    hands.drag(PHOTO, (900, 600), (1000, 700), CTRL)
    hands.drag(PHOTO, (1100, 800), (1195, 895), CTRL)
    hands.key("V")
    hands.key(Qt.Key.Key_A, CTRL)
    hands.key(Qt.Key.Key_C, CTRL)
    hands.key(Qt.Key.Key_V, CTRL)
    one, two, one_again, two_again = hands.marks
    for axis in ("x", "y"):
        apart = getattr(two.points[0], axis) - getattr(one.points[0], axis)
        again = getattr(two_again.points[0], axis) - getattr(one_again.points[0], axis)
        assert again == pytest.approx(apart, abs=0.02)


def test_copied_marks_are_pasted_after_a_restart(
    hands: Hands, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    hands.key("E")
    hands.drag(PHOTO, (400, 300), (500, 400), CTRL)
    hands.key(Qt.Key.Key_C, CTRL)
    session.close()
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()  # it ended with the program that filled it
    clipboard.setProperty("claimcheck-marks", None)
    again = Session(tmp_path / "library")
    compare = CompareView(again)
    qtbot.addWidget(compare)
    compare.show()
    with qtbot.waitSignal(again.document.opened):
        again.new_review("Other")
    bring_in(qtbot, again, [tmp_path / "listing.png"], Role.LISTING)
    compare.canvas.sides.activate(compare.canvas.sides.views[Role.LISTING])
    compare.canvas.sides.active.setFocus()
    Hands(compare, qtbot).key(Qt.Key.Key_V, CTRL)
    (mark,) = again.document.review.marks
    assert mark.kind.value == "ellipse"
    again.close()


def test_enter_and_the_menu_edit_the_selected_text(hands: Hands) -> None:
    hands.key("T")
    hands.click(PHOTO, (300, 300))
    hands.key("full?")
    hands.key(Qt.Key.Key_Return)
    hands.key("V")
    (mark,) = hands.marks
    assert hands.session.selection.marks == {mark.id}
    hands.key(Qt.Key.Key_Return)
    assert hands.canvas.writer.is_writing
    hands.key(Qt.Key.Key_A, CTRL)
    hands.key("half")
    hands.key(Qt.Key.Key_Return)
    assert hands.marks[0].text == "half"
    at = Pointing(hands.view(PHOTO), mark.frame.center, QPointF(), False, False)
    menu = CanvasMenu(hands.canvas, at, hands.compare)
    first = menu.actions()[0]
    assert first.text().startswith("Edit the text")
    first.trigger()
    assert hands.canvas.writer.is_writing
    hands.key(Qt.Key.Key_Escape)
    menu.close()
