"""Counterparts where the pair is aligned, copies on the other picture, both ends lit up at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from claimcheck.model import edits, findings
from claimcheck.model.alignment import Alignment, mapped
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Review, find
from claimcheck.ui.canvas.canvas_menu import CanvasMenu
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.panels.discrepancy_panel import DiscrepancyPanel
from tests.ui.canvas.hands import CTRL, SHIFT, Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO
BOTH = CTRL | SHIFT
WAY = (1 / 3, 0.0, 0.0, 0.0, 1 / 3, 50.0, 0.0, 0.0, 1.0)
"""Photo (1200 × 900) → listing image (400 × 400)."""


@pytest.fixture
def aligned(hands: Hands) -> Hands:
    comparison = hands.session.document.comparison
    assert comparison is not None
    found = Alignment(comparison.id, WAY, confidence=0.9)
    hands.session.document.apply(lambda r: findings.set_alignment(r, found), "Align")
    return hands


def proposed(hands: Hands, role: Role) -> Rect | None:
    return hands.canvas.sides.scene(role).discs.proposed


def test_enter_takes_the_counterpart_that_is_shown(aligned: Hands) -> None:
    hands = aligned
    hands.key("N")
    hands.click(PHOTO, (600, 450))
    scene = hands.canvas.sides.scene(LISTING)
    assert scene.discs.proposed is not None
    assert not scene.discs.items
    (half,) = hands.discrepancies
    assert half.listing_place is None
    assert half.photo_place is not None
    assert hands.canvas.tool.coming == 1, "the counterpart has the same number"
    hands.key(Qt.Key.Key_Return)
    assert hands.canvas.tool.coming == 2
    (whole,) = hands.discrepancies
    assert whole.listing_place is not None
    wanted = mapped(WAY, half.photo_place.center)
    place = whole.listing_place
    assert (place.x, place.y) == pytest.approx((wanted.x, wanted.y), abs=0.02)
    assert proposed(hands, LISTING) is None
    hands.session.document.stack.undo()
    assert hands.discrepancies == (half,)


def test_a_click_elsewhere_or_escape_declines_it(aligned: Hands) -> None:
    hands = aligned
    hands.key("N")
    hands.click(LISTING, (200, 200))
    assert proposed(hands, PHOTO) is not None
    hands.key(Qt.Key.Key_Escape)
    assert proposed(hands, PHOTO) is None
    hands.click(LISTING, (100, 100))
    assert proposed(hands, PHOTO) is not None
    at = hands.aimed(PHOTO, (900, 700))
    hands.click(PHOTO, (900, 700))
    assert proposed(hands, PHOTO) is None
    placed = hands.discrepancies[-1].photo_place
    assert placed is not None
    assert placed.x == pytest.approx(at.x, abs=0.02)


def test_what_is_not_in_the_other_picture_is_not_proposed(aligned: Hands) -> None:
    hands = aligned
    hands.key("N")
    hands.click(LISTING, (200, 10))  # above the photo's upper edge
    assert hands.canvas.sides.scene(PHOTO).discs.proposed is None
    hands.key(Qt.Key.Key_Return)
    assert hands.discrepancies[0].photo_place is None


def test_a_proposal_outside_the_view_is_brought_into_view(aligned: Hands) -> None:
    hands = aligned
    hands.canvas.sides.set_linked(False)
    hands.view(LISTING).zoom_to(6.0)
    hands.key("N")
    hands.click(PHOTO, (1100, 300))
    scene, view = hands.canvas.sides.scene(LISTING), hands.view(LISTING)
    assert scene.discs.proposed is not None
    at = view.screen_point(scene.discs.proposed.center).toPoint()
    assert view.viewport().rect().contains(at)


def test_without_an_alignment_nothing_is_guessed(hands: Hands) -> None:
    hands.key("N")
    hands.click(PHOTO, (600, 450))
    assert hands.canvas.sides.scene(LISTING).discs.proposed is None


def test_marks_are_copied_to_the_same_spot_on_the_other_side(aligned: Hands) -> None:
    hands = aligned
    hands.key("B")
    hands.drag(PHOTO, (300, 300), (600, 500), CTRL)
    hands.key(Qt.Key.Key_D, BOTH)
    own, copy = hands.marks
    wanted = mapped(WAY, own.frame.center)
    middle = copy.frame.center
    assert (middle.x, middle.y) == pytest.approx((wanted.x, wanted.y), abs=0.05)
    assert copy.frame.width == pytest.approx(own.frame.width / 3, abs=0.05)
    assert hands.session.selection.marks == {copy.id}
    assert hands.session.document.stack.undoText().startswith("Copy")


def test_a_discrepancy_on_one_side_is_completed_by_the_same_keys(aligned: Hands) -> None:
    hands = aligned
    hands.key("N")
    hands.click(PHOTO, (600, 450))
    hands.key("V")
    assert hands.canvas.sides.scene(LISTING).discs.proposed is None
    hands.key(Qt.Key.Key_D, BOTH)
    assert hands.discrepancies[0].listing_place is not None


def test_hovering_lights_up_both_ends_and_the_list_does_too(aligned: Hands) -> None:
    hands = aligned
    hands.key("N")
    hands.click(PHOTO, (600, 450))
    hands.key(Qt.Key.Key_Return)
    hands.key("V")
    hands.session.selection.select_discrepancy(None)
    (one,) = hands.discrepancies
    items = [hands.canvas.sides.scene(role).discs.items[one.id] for role in (LISTING, PHOTO)]
    QTest.mouseMove(hands.view(PHOTO).viewport(), hands.screen(PHOTO, _disc(hands, PHOTO)))
    assert [item.hovered for item in items] == [True, True]
    QTest.mouseMove(hands.view(PHOTO).viewport(), QPoint(2, 2))
    assert [item.hovered for item in items] == [False, False]
    panel = DiscrepancyPanel(hands.session)
    hands.qtbot.addWidget(panel)
    panel.rows[one.id].enterEvent(None)  # type: ignore[arg-type]
    assert [item.hovered for item in items] == [True, True]


def _disc(hands: Hands, role: Role) -> tuple[float, float]:
    (item,) = hands.canvas.sides.scene(role).discs.items.values()
    return item.disc.x, item.disc.y


def test_style_goes_from_one_mark_to_another(hands: Hands) -> None:
    hands.session.mark_defaults.set_kind(MarkKind.BOX)
    hands.key("B")
    hands.drag(PHOTO, (300, 300), (500, 400), CTRL)
    first = hands.marks[0]
    hands.key(Qt.Key.Key_C, BOTH)
    hands.key("E")
    hands.drag(PHOTO, (600, 300), (800, 400), CTRL)
    hands.session.document.apply(lambda r: _recoloured(r, hands.marks[1].id), "Recolour")
    hands.key(Qt.Key.Key_V, BOTH)
    assert hands.marks[1].style.colour == first.style.colour
    hands.session.document.stack.undo()
    assert hands.marks[1].style.colour == "#1558E0"


def _recoloured(review: Review, mark_id: str) -> Review:
    mark = find(review.marks, mark_id)
    assert mark is not None
    return edits.put_marks(review, [replace(mark, style=replace(mark.style, colour="#1558E0"))])


@pytest.mark.parametrize("text", ["Not green!", "A long remark " * 12, "Två\nrader 🍅"])
def test_words_are_pasted_as_a_text_mark(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    hands.view(PHOTO).entered.emit()
    hands.key(Qt.Key.Key_V, CTRL)
    (mark,) = hands.marks
    assert mark.kind is MarkKind.TEXT
    assert mark.text == text.strip()
    frame = hands.canvas.sides.scene(PHOTO).marks[mark.id].frame
    assert frame.x >= -0.1
    assert frame.right <= 1200.1
    assert hands.session.selection.marks == {mark.id}


def test_an_address_on_the_clipboard_is_left_to_the_window(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("https://shop.example/jar")
    hands.key(Qt.Key.Key_V, CTRL)
    assert hands.marks == ()


def test_the_right_button_selects_what_is_there_and_offers_what_can_be_done(hands: Hands) -> None:
    hands.key("B")
    hands.drag(PHOTO, (300, 300), (600, 500), CTRL)
    hands.session.selection.clear()
    view = hands.view(PHOTO)
    at = hands.screen(PHOTO, (450, 400)).toPointF()
    menu = CanvasMenu(hands.canvas, Pointing(view, view.picture_point(at), at, False, False), view)
    assert hands.session.selection.marks == {hands.marks[0].id}
    offered = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert offered["Copy to the other picture"].isEnabled()
    assert not offered["Paste style"].isEnabled()
    offered["Delete"].trigger()
    assert hands.marks == ()
