"""Discrepancies on the canvas: pairing, numbering, selecting, going there."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Discrepancy
from tests.ui.canvas.hands import Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO


def put(hands: Hands, *places: tuple[Rect | None, Rect | None]) -> list[str]:
    comparison = hands.session.document.comparison
    assert comparison is not None
    for i, (listing, photo) in enumerate(places):
        one = Discrepancy(f"d{i}", comparison.id, listing, photo)
        hands.session.document.apply(partial(edits.put_discrepancy, discrepancy=one), "Put")
    return [f"d{i}" for i in range(len(places))]


@pytest.mark.parametrize(("first", "second"), [(LISTING, PHOTO), (PHOTO, LISTING)])
def test_one_click_on_each_side_makes_one_discrepancy(
    hands: Hands, first: Role, second: Role
) -> None:
    spots = {LISTING: (120.0, 140.0), PHOTO: (600.0, 320.0)}
    hands.key("N")
    alone = hands.compare.hint
    wanted = {role: hands.aimed(role, spot) for role, spot in spots.items()}
    hands.click(first, spots[first])
    assert hands.compare.hint != alone
    hands.click(second, spots[second])
    assert hands.compare.hint == alone
    (found,) = hands.discrepancies
    for role, at in wanted.items():
        place = found.place(role)
        assert place is not None
        assert (place.x, place.y) == pytest.approx((at.x, at.y), abs=0.011)
        assert (place.width, place.height) == (0, 0)
    assert hands.session.selection.discrepancy == found.id
    assert hands.session.document.stack.count() == 2


def test_a_drag_marks_an_area(hands: Hands) -> None:
    hands.key("N")
    a, b = hands.aimed(PHOTO, (300, 300)), hands.aimed(PHOTO, (600, 500))
    hands.drag(PHOTO, (300, 300), (600, 500))
    place = hands.discrepancies[0].photo_place
    assert place is not None
    assert (place.x, place.y) == pytest.approx((a.x, a.y), abs=0.011)
    assert (place.right, place.bottom) == pytest.approx((b.x, b.y), abs=0.02)


def test_two_clicks_on_the_same_side_are_two_discrepancies(hands: Hands) -> None:
    hands.key("N")
    hands.click(LISTING, (100, 300))
    hands.click(LISTING, (300, 100))
    hands.click(PHOTO, (900, 200))
    one, two = hands.discrepancies
    assert one.photo_place is None
    assert two.photo_place is not None


def test_escape_leaves_it_on_one_side_and_the_next_click_is_a_new_one(hands: Hands) -> None:
    hands.key("N")
    hands.click(LISTING, (100, 300))
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.tool.name == "number"
    hands.click(PHOTO, (600, 400))
    one, two = hands.discrepancies
    assert (one.photo_place, two.listing_place) == (None, None)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.tool.name == "select"
    assert len(hands.discrepancies) == 2


def test_a_selected_half_is_completed_when_the_tool_is_taken(hands: Hands) -> None:
    put(hands, (Rect(100, 300, 0, 0), None))
    hands.session.selection.select_discrepancy("d0")
    hands.key("N")
    hands.click(PHOTO, (600, 400))
    (found,) = hands.discrepancies
    assert found.photo_place is not None


def test_pressing_a_disc_takes_it_instead_of_adding_one(hands: Hands) -> None:
    put(hands, (Rect(100, 300, 0, 0), Rect(600, 400, 0, 0)))
    hands.key("N")
    disc = hands.canvas.sides.scene(PHOTO).discs.items["d0"].disc
    hands.click(PHOTO, (disc.x, disc.y))
    assert len(hands.discrepancies) == 1
    assert hands.session.selection.discrepancy == "d0"


def test_undo_of_the_second_side_asks_for_nothing_wrong(hands: Hands) -> None:
    hands.key("N")
    hands.click(LISTING, (100, 300))
    hands.session.document.stack.undo()
    assert not hands.review.discrepancies
    hands.click(PHOTO, (600, 400))
    (found,) = hands.discrepancies
    assert found.listing_place is None


def numbers(hands: Hands, role: Role) -> dict[str, int]:
    return {id_: item.number for id_, item in hands.canvas.sides.scene(role).discs.items.items()}


def test_deleting_one_renumbers_the_others_on_both_pictures_at_once(hands: Hands) -> None:
    place = Rect(100, 100, 60, 40)
    put(hands, (place, place), (None, place.moved(200, 0)), (place.moved(0, 150), place))
    assert numbers(hands, LISTING) == {"d0": 1, "d2": 3}
    hands.session.selection.select_discrepancy("d0")
    hands.canvas.sides.active.setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert numbers(hands, LISTING) == {"d2": 2}
    assert numbers(hands, PHOTO) == {"d1": 1, "d2": 2}
    hands.session.document.stack.undo()
    assert numbers(hands, PHOTO) == {"d0": 1, "d1": 2, "d2": 3}


def test_selecting_anywhere_shows_a_ring_on_both_pictures(hands: Hands) -> None:
    put(hands, (Rect(100, 100, 0, 0), Rect(300, 300, 90, 60)))
    hands.session.selection.select_discrepancy("d0")
    for role in SIDES:
        assert hands.canvas.sides.scene(role).discs.items["d0"].selected
    assert not hands.canvas.sides.scene(PHOTO).handles.boundingRect().isEmpty()
    hands.session.selection.clear()
    assert not hands.canvas.sides.scene(PHOTO).discs.items["d0"].selected


def test_going_there_brings_both_places_into_the_middle(hands: Hands) -> None:
    put(hands, (Rect(140, 160, 30, 30), Rect(700, 500, 100, 80)))
    before = hands.view(PHOTO).framing.scale
    hands.session.selection.go_to("d0")
    assert hands.view(LISTING).framing.center.x == pytest.approx(155)
    assert hands.view(PHOTO).framing.center.y == pytest.approx(540)
    assert hands.view(PHOTO).framing.scale > before


def test_double_click_on_a_disc_asks_for_its_note(hands: Hands) -> None:
    put(hands, (Rect(100, 100, 0, 0), None))
    asked: list[str] = []
    hands.compare.note_requested.connect(asked.append)
    disc = hands.canvas.sides.scene(LISTING).discs.items["d0"].disc
    hands.double_click(LISTING, (disc.x, disc.y))
    assert asked == ["d0"]
    assert hands.discrepancies[0].listing_place == Rect(100, 100, 0, 0)


def test_pictures_have_all_the_room_until_something_is_numbered(hands: Hands) -> None:
    whole = hands.compare.sides[PHOTO].height()
    assert not hands.compare.close_ups[PHOTO].isVisible()
    hands.key("n")
    QApplication.processEvents()
    room = hands.compare.sides[PHOTO].height()
    assert room < 0.75 * whole, "the close-ups have their row before the first click"
    put(hands, (Rect(100, 100, 0, 0), Rect(300, 300, 90, 60)))
    assert hands.compare.close_ups[PHOTO].isVisible()
    hands.key("v")
    QApplication.processEvents()
    assert hands.compare.sides[PHOTO].height() == room


def test_close_ups_show_the_selected_places_also_while_dragged(hands: Hands) -> None:
    put(hands, (Rect(100, 100, 0, 0), Rect(300, 300, 90, 60)))
    hands.session.selection.select_discrepancy("d0")
    assert hands.compare.close_ups[PHOTO].place == Rect(300, 300, 90, 60)
    framing = hands.view(PHOTO).framing
    hands.press(PHOTO, (345, 330))
    hands.move(PHOTO, (445, 330))
    moved = hands.compare.close_ups[PHOTO].place
    assert moved is not None
    assert moved.x == pytest.approx(400, abs=3)
    hands.key(Qt.Key.Key_Escape)
    assert hands.compare.close_ups[PHOTO].place == Rect(300, 300, 90, 60)
    assert hands.view(PHOTO).framing == framing


def test_close_ups_are_never_empty_where_something_is_numbered(hands: Hands) -> None:
    first, second = Rect(300, 300, 90, 60), Rect(120, 200, 30, 30)
    close_up = hands.compare.close_ups[PHOTO]
    assert not close_up.isVisible()
    put(hands, (Rect(100, 100, 0, 0), first), (None, second))
    assert close_up.isVisible()
    assert close_up.place == first
    hands.session.selection.select_discrepancy("d1")
    hands.session.selection.select_discrepancy(None)
    assert close_up.place == second
    hands.session.document.apply(lambda r: edits.remove_discrepancies(r, {"d1"}), "Delete")
    assert close_up.place == first
