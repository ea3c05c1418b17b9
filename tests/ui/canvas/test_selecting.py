"""Select, move, resize, nudge, duplicate, order, delete, copy and paste."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent

from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Discrepancy, Mark, Style
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.canvas.keys import action_for
from tests.ui.canvas.hands import ALT, CTRL, SHIFT, Hands, Spot

LISTING, PHOTO = Role.LISTING, Role.PHOTO


def put(hands: Hands, role: Role, *frames: tuple[float, float, float, float]) -> list[Mark]:
    """Boxes on one side, given by left, top, right, bottom."""
    evidence = hands.canvas.sides.scene(role).evidence
    assert evidence is not None
    marks = [
        Mark(f"{role}{i}", evidence.id, MarkKind.BOX, (Point(*f[:2]), Point(*f[2:])), Style())
        for i, f in enumerate(frames)
    ]
    hands.session.document.apply(lambda r: edits.put_marks(r, marks), "Put")
    return marks


def handle_spot(hands: Hands, role: Role, handle: Handle) -> Spot:
    at = hands.canvas.sides.scene(role).handles.drawn_at(handle)
    return at.x, at.y


def test_clicking_a_line_selects_and_clicking_beside_lets_go(hands: Hands) -> None:
    one, other = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    hands.click(LISTING, (50, 100))
    assert hands.session.selection.marks == {one.id}
    hands.click(LISTING, (250, 200))
    assert hands.session.selection.marks == {other.id}
    hands.click(LISTING, (350, 50))
    assert hands.session.selection.marks == frozenset()


def test_clicking_inside_an_empty_box_takes_the_smallest_around(hands: Hands) -> None:
    _, inner = put(hands, LISTING, (20, 20, 380, 380), (100, 100, 200, 200))
    hands.click(LISTING, (150, 150))
    assert hands.session.selection.marks == {inner.id}


def test_shift_click_adds_and_takes_away(hands: Hands) -> None:
    one, other = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    hands.click(LISTING, (50, 100))
    hands.click(LISTING, (200, 250), SHIFT)
    assert hands.session.selection.marks == {one.id, other.id}
    hands.click(LISTING, (50, 100), SHIFT)
    assert hands.session.selection.marks == {other.id}


def test_a_click_on_one_of_several_means_that_one(hands: Hands) -> None:
    one, other = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    hands.session.selection.select_marks({one.id, other.id})
    hands.click(LISTING, (250, 250))
    assert hands.session.selection.marks == {other.id}


def test_a_rubber_band_selects_what_lies_wholly_inside(hands: Hands) -> None:
    one, other, _ = put(
        hands, LISTING, (50, 50, 100, 100), (120, 120, 180, 180), (150, 200, 350, 250)
    )
    hands.drag(LISTING, (20, 20), (190, 220))
    assert hands.session.selection.marks == {one.id, other.id}
    assert hands.session.document.stack.count() == 1


def test_several_marks_move_together_and_come_back(hands: Hands) -> None:
    before = put(hands, PHOTO, (100, 100, 300, 300), (500, 500, 700, 600))
    hands.session.selection.select_marks(mark.id for mark in before)
    start, to = hands.aimed(PHOTO, (100, 200)), hands.aimed(PHOTO, (220, 260))
    hands.drag(PHOTO, (100, 200), (220, 260))
    dx, dy = to.x - start.x, to.y - start.y
    for old, new in zip(before, hands.marks, strict=True):
        assert (new.frame.x, new.frame.y) == pytest.approx(
            (old.frame.x + dx, old.frame.y + dy), abs=0.02
        )
        assert (new.frame.width, new.frame.height) == pytest.approx(
            (old.frame.width, old.frame.height)
        )
    assert hands.session.document.stack.undoText() == "Move %n mark(s)"
    hands.session.document.stack.undo()
    assert list(hands.marks) == before


def test_a_mark_can_not_be_moved_off_the_picture(hands: Hands) -> None:
    put(hands, LISTING, (50, 50, 150, 150))
    hands.drag(LISTING, (50, 100), (-300, 700))
    assert hands.marks[0].frame == Rect(0, 300, 100, 100)


def test_shift_moves_straight(hands: Hands) -> None:
    put(hands, LISTING, (50, 50, 150, 150))
    hands.drag(LISTING, (50, 100), (150, 112))
    assert hands.marks[0].frame.y != 50
    hands.session.document.stack.undo()
    hands.session.selection.clear()
    hands.press(LISTING, (50, 100))
    hands.move(LISTING, (150, 112), SHIFT)
    hands.release(LISTING, (150, 112), SHIFT)
    assert hands.marks[0].frame.y == 50
    assert hands.marks[0].frame.x > 140


@pytest.mark.parametrize(
    ("handle", "sides"),
    [
        (Handle.NW, "lt"),
        (Handle.N, "t"),
        (Handle.NE, "rt"),
        (Handle.E, "r"),
        (Handle.SE, "rb"),
        (Handle.S, "b"),
        (Handle.SW, "lb"),
        (Handle.W, "l"),
    ],
)
def test_a_handle_moves_its_sides_as_far_as_the_pointer(
    hands: Hands, handle: Handle, sides: str
) -> None:
    (before,) = put(hands, PHOTO, (300, 300, 700, 600))
    hands.session.selection.select_marks({before.id})
    spot = handle_spot(hands, PHOTO, handle)
    to = (spot[0] + 60, spot[1] + 45)
    a, b = hands.aimed(PHOTO, spot), hands.aimed(PHOTO, to)
    hands.drag(PHOTO, spot, to)
    frame, old = hands.marks[0].frame, before.frame
    dx, dy = b.x - a.x, b.y - a.y
    assert frame.x == pytest.approx(old.x + dx * ("l" in sides), abs=0.02)
    assert frame.right == pytest.approx(old.right + dx * ("r" in sides), abs=0.02)
    assert frame.y == pytest.approx(old.y + dy * ("t" in sides), abs=0.02)
    assert frame.bottom == pytest.approx(old.bottom + dy * ("b" in sides), abs=0.02)


def test_alt_resizes_from_the_centre(hands: Hands) -> None:
    (before,) = put(hands, PHOTO, (300, 300, 700, 600))
    hands.session.selection.select_marks({before.id})
    spot = handle_spot(hands, PHOTO, Handle.SE)
    hands.drag(PHOTO, spot, (spot[0] + 60, spot[1] + 45), ALT)
    center = hands.marks[0].frame.center
    assert (center.x, center.y) == pytest.approx((500, 450), abs=0.02)
    assert hands.marks[0].frame.width > before.frame.width


def test_escape_during_a_move_puts_it_back(hands: Hands) -> None:
    before = put(hands, LISTING, (50, 50, 150, 150))
    hands.press(LISTING, (50, 100))
    hands.move(LISTING, (150, 200))
    assert hands.canvas.sides.scene(LISTING).marks[before[0].id].mark != before[0]
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.sides.scene(LISTING).marks[before[0].id].mark == before[0]
    hands.release(LISTING, (150, 200))
    assert list(hands.marks) == before


def test_keys_other_than_escape_wait_until_a_drag_is_over(hands: Hands) -> None:
    before = put(hands, LISTING, (50, 50, 150, 150))
    hands.press(LISTING, (50, 100))
    hands.move(LISTING, (100, 100))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Right, Qt.Key.Key_B):
        hands.key(key)
    assert list(hands.marks) == before
    assert hands.canvas.tool.name == "select"
    hands.release(LISTING, (100, 100))
    assert hands.marks[0].frame.x == pytest.approx(100, abs=2)


def test_a_burst_of_nudges_is_one_undo_step(hands: Hands) -> None:
    before = put(hands, LISTING, (50, 50, 150, 150))
    hands.click(LISTING, (50, 100))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        hands.key(key)
    hands.key(Qt.Key.Key_Left, SHIFT)
    assert hands.marks[0].frame == Rect(42, 51, 100, 100)
    assert hands.session.document.stack.count() == 2
    hands.session.document.stack.undo()
    assert list(hands.marks) == before


def test_nudging_something_else_starts_a_new_step(hands: Hands) -> None:
    one, other = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    for mark in (one, other, one):
        hands.session.selection.select_marks({mark.id})
        hands.key(Qt.Key.Key_Right)
    assert hands.session.document.stack.count() == 4


def test_duplicates_lie_beside_and_are_selected(hands: Hands) -> None:
    put(hands, LISTING, (50, 50, 150, 150))
    hands.click(LISTING, (50, 100))
    hands.key(Qt.Key.Key_D, CTRL)
    original, copy = hands.marks
    assert copy.frame == original.frame.moved(8, 8)
    assert hands.session.selection.marks == {copy.id}


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_deleting_takes_only_what_is_selected(hands: Hands, key: Qt.Key) -> None:
    both = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    hands.canvas.sides.active.setFocus()
    hands.key(key)
    assert list(hands.marks) == both  # nothing was selected
    assert hands.session.document.stack.count() == 1
    hands.click(LISTING, (50, 100))
    hands.key(key)
    assert list(hands.marks) == both[1:]
    hands.session.document.stack.undo()
    assert list(hands.marks) == both


def test_order_goes_to_the_front_and_to_the_back(hands: Hands) -> None:
    a, b, c = put(hands, LISTING, (50, 50, 150, 150), (60, 60, 160, 160), (70, 70, 170, 170))
    hands.session.selection.select_marks({a.id})
    hands.key(Qt.Key.Key_BracketRight, CTRL)
    assert [m.id for m in hands.marks] == [b.id, c.id, a.id]
    assert hands.canvas.sides.scene(LISTING).marks[a.id].zValue() == 2
    hands.key(Qt.Key.Key_BracketLeft, CTRL)
    assert [m.id for m in hands.marks] == [a.id, b.id, c.id]


def test_select_all_takes_the_marks_of_the_picture_used_last(hands: Hands) -> None:
    listing = put(hands, LISTING, (50, 50, 150, 150), (200, 200, 300, 300))
    put(hands, PHOTO, (50, 50, 150, 150))
    hands.click(LISTING, (350, 50))
    hands.key(Qt.Key.Key_A, CTRL)
    assert hands.session.selection.marks == {m.id for m in listing}


def test_copy_and_paste_carries_marks_to_the_other_picture(hands: Hands) -> None:
    put(hands, LISTING, (100, 100, 200, 200))
    hands.click(LISTING, (100, 150))
    hands.key(Qt.Key.Key_C, CTRL)
    hands.click(PHOTO, (1000, 100))
    hands.key(Qt.Key.Key_V, CTRL)
    pasted = hands.marks[-1]
    photo = hands.canvas.sides.scene(PHOTO).evidence
    assert photo is not None
    assert pasted.evidence_id == photo.id
    assert pasted.frame == Rect(300, 187.5, 300, 300), "in the same place, and still a square"


def test_cut_takes_away_and_paste_brings_back(hands: Hands) -> None:
    put(hands, LISTING, (100, 100, 200, 200))
    hands.click(LISTING, (100, 150))
    hands.key(Qt.Key.Key_X, CTRL)
    assert hands.marks == ()
    hands.key(Qt.Key.Key_V, CTRL)
    assert len(hands.marks) == 1


def test_pasting_a_picture_is_left_to_the_window(hands: Hands) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, CTRL, "v")
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    assert action_for(event, hands.canvas) is None
    put(hands, LISTING, (100, 100, 200, 200))
    hands.click(LISTING, (100, 150))
    hands.key(Qt.Key.Key_C, CTRL)
    assert action_for(event, hands.canvas) is not None
    assert QGuiApplication.clipboard().text() == "Box"
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    assert action_for(event, hands.canvas) is None


def test_discrepancies_move_and_resize_like_marks(hands: Hands) -> None:
    comparison = hands.session.document.comparison
    assert comparison is not None
    found = Discrepancy("d", comparison.id, photo_place=Rect(300, 300, 400, 300))
    hands.session.document.apply(lambda r: edits.put_discrepancy(r, found), "Put")
    hands.click(PHOTO, (300, 400))  # its box's line
    assert hands.session.selection.discrepancy == "d"
    hands.drag(PHOTO, (500, 450), (560, 480))  # inside, now that it is selected
    place = hands.discrepancies[0].photo_place
    assert place is not None
    assert (place.x, place.y) == pytest.approx((360, 330), abs=3)
    spot = handle_spot(hands, PHOTO, Handle.SW)
    hands.drag(PHOTO, spot, (spot[0] - 60, spot[1] + 30))
    resized = hands.discrepancies[0].photo_place
    assert resized is not None
    assert resized.width == pytest.approx(place.width + 60, abs=3)
    assert resized.right == pytest.approx(place.right, abs=0.02)
    hands.key(Qt.Key.Key_Up)
    assert hands.discrepancies[0].photo_place == resized.moved(0, -1)


def test_a_read_only_library_lets_one_look_and_nothing_else(hands: Hands) -> None:
    before = put(hands, LISTING, (50, 50, 150, 150))
    hands.session.document.read_only = True
    hands.session.document.opened.emit()
    assert not hands.compare.rail.buttons["box"].isEnabled()
    assert hands.compare.rail.buttons["hand"].isEnabled()
    hands.key("B")
    assert hands.canvas.tool.name == "select"
    hands.click(LISTING, (50, 100))
    assert hands.session.selection.marks == {before[0].id}
    hands.drag(LISTING, (50, 100), (150, 200))
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_D, CTRL)
    assert list(hands.marks) == before
    scale = hands.view(LISTING).framing.scale
    hands.wheel(LISTING, (100, 100), 2)
    assert hands.view(LISTING).framing.scale > scale
