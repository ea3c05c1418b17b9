"""Every tool without a mouse: arrow keys steer, Enter is the button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from claimcheck.model.kinds import MarkKind, Role
from tests.ui.canvas.hands import CTRL, SHIFT, Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
ENTER = Qt.Key.Key_Return


def steer(hands: Hands, key: Qt.Key, times: int, far: bool = False) -> None:
    for _ in range(times):
        hands.key(key, SHIFT if far else Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(
    ("letter", "kind"), [("B", MarkKind.BOX), ("A", MarkKind.ARROW), ("X", MarkKind.REDACTION)]
)
def test_a_mark_is_drawn_moved_and_given_up_with_keys_alone(
    hands: Hands, letter: str, kind: MarkKind
) -> None:
    hands.view(LISTING).setFocus()
    hands.key(letter)
    steer(hands, LEFT, 4)
    hands.key(ENTER)
    steer(hands, RIGHT, 6)
    steer(hands, DOWN, 5)
    hands.key(ENTER)
    (mark,) = hands.marks
    assert mark.kind is kind
    scale = hands.view(LISTING).framing.scale
    assert mark.frame.width == pytest.approx(6 * 8 / scale, abs=1.0)
    assert mark.frame.height == pytest.approx(5 * 8 / scale, abs=1.0)
    assert not hands.canvas.pointer.is_shown, "from here on the arrow keys nudge it"
    before = mark.frame
    hands.key(RIGHT)
    assert hands.marks[0].frame.x == pytest.approx(before.x + 1)
    hands.key(letter)
    steer(hands, UP, 2)
    hands.key(ENTER)
    steer(hands, UP, 5)
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.marks) == 1


def test_a_mouse_that_lies_still_on_the_other_picture_does_not_matter(hands: Hands) -> None:
    hands.view(LISTING).setFocus()
    at = QPointF(20, 20)
    # What Qt sends when something else is shown below a mouse that nobody touches.
    QApplication.sendEvent(hands.view(PHOTO).viewport(), QEnterEvent(at, at, at))
    hands.key("N")
    steer(hands, UP, 3)
    hands.key(ENTER)
    (one,) = hands.discrepancies
    assert one.listing_place is not None
    assert one.photo_place is None
    hands.move(PHOTO, (600, 450))
    assert hands.canvas.sides.active is hands.view(PHOTO)


def test_a_number_is_placed_on_both_sides_with_keys_alone(hands: Hands) -> None:
    hands.view(LISTING).setFocus()
    hands.key("N")
    steer(hands, UP, 3)
    hands.key(ENTER)
    (one,) = hands.discrepancies
    assert one.photo_place is None
    hands.key("W")
    assert hands.canvas.sides.active is hands.view(PHOTO)
    steer(hands, RIGHT, 2, far=True)
    hands.key(ENTER)
    (one,) = hands.discrepancies
    assert one.listing_place is not None
    assert one.photo_place is not None
    assert one.photo_place.x > 600


def test_ctrl_goes_pixel_by_pixel_and_no_key_leaves_the_picture(hands: Hands) -> None:
    hands.view(LISTING).setFocus()
    hands.key("B")
    hands.key(LEFT)
    at = hands.canvas.pointer.point
    hands.key(LEFT, CTRL)
    assert hands.canvas.pointer.point.x == pytest.approx(at.x - 1)
    steer(hands, LEFT, 40, far=True)
    assert hands.canvas.pointer.point.x == 0
    assert hands.compare.hint != hands.canvas.tool.hint()


def test_what_lies_below_is_selected_and_the_mouse_sends_the_pointer_away(hands: Hands) -> None:
    hands.key("B")
    hands.drag(LISTING, (150, 150), (250, 250))
    hands.key("V")
    hands.session.selection.clear()
    hands.view(LISTING).setFocus()
    steer(hands, LEFT, 1)
    far = hands.canvas.pointer.point.x - 150
    steer(hands, LEFT, round(far * hands.view(LISTING).framing.scale / 8))
    for _ in range(8):
        hands.key(LEFT, CTRL) if hands.canvas.pointer.point.x > 150 else None
    hands.key(ENTER)
    assert hands.session.selection.marks == {hands.marks[0].id}
    hands.session.selection.clear()
    hands.key(LEFT)
    assert hands.canvas.pointer.is_shown
    hands.move(LISTING, (50, 50))
    assert not hands.canvas.pointer.is_shown


def test_marks_and_numbers_are_walked_through(hands: Hands) -> None:
    hands.key("B")
    for at in (50, 150, 250):
        hands.drag(LISTING, (at, at), (at + 40, at + 40), CTRL)
    ids = [mark.id for mark in hands.marks]
    hands.session.selection.clear()
    hands.key("V")
    seen: list[str] = []
    for _ in range(4):
        hands.key(".")
        seen += hands.session.selection.marks
    assert seen == [*ids, ids[0]]
    hands.key(",")
    assert hands.session.selection.marks == {ids[-1]}
