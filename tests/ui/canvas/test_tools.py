"""Every tool draws what was dragged, at the picture's own pixels, at any zoom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from claimcheck.model import edits
from claimcheck.model.kinds import SIDES, MarkKind, Role
from claimcheck.model.review import Style
from claimcheck.ui.canvas.canvas import Canvas
from tests.helpers.arriving import bring_in
from tests.ui.canvas.conftest import save_picture
from tests.ui.canvas.hands import ALT, SHIFT, Hands

BOTH = pytest.mark.parametrize("role", list(SIDES))
DRAWN = [
    ("B", MarkKind.BOX),
    ("R", MarkKind.BOX),
    ("E", MarkKind.ELLIPSE),
    ("A", MarkKind.ARROW),
    ("X", MarkKind.REDACTION),
    ("L", MarkKind.LINE),
    ("S", MarkKind.SPOTLIGHT),
    ("D", MarkKind.MEASURE),
    ("C", MarkKind.SWATCH),
]


@BOTH
@pytest.mark.parametrize("scale", [None, 1.0, 3.0])
@pytest.mark.parametrize(("key", "kind"), DRAWN)
def test_a_drag_draws_between_press_and_release(
    hands: Hands, role: Role, scale: float | None, key: str, kind: MarkKind
) -> None:
    hands.canvas.sides.set_linked(False)
    if scale is not None:
        hands.view(role).zoom_to(scale)
    center = hands.view(role).framing.center
    start, to = (center.x - 40, center.y - 20), (center.x + 30, center.y + 35)
    hands.canvas.sides.active.setFocus()
    hands.key(key)
    expected = hands.aimed(role, start), hands.aimed(role, to)
    hands.drag(role, start, to)
    (mark,) = hands.marks
    assert mark.kind is kind
    evidence = hands.canvas.sides.scene(role).evidence
    assert evidence is not None
    assert mark.evidence_id == evidence.id
    for point, wanted in zip(mark.points, expected, strict=True):
        assert (point.x, point.y) == pytest.approx((wanted.x, wanted.y), abs=0.011)
    assert hands.session.selection.marks == {mark.id}


def test_drawing_is_one_undo_step_and_comes_back_with_redo(hands: Hands) -> None:
    hands.key("B")
    hands.drag(Role.LISTING, (50, 50), (200, 150))
    drawn = hands.marks
    assert hands.session.document.stack.count() == 1
    hands.session.document.stack.undo()
    assert hands.marks == ()
    assert hands.canvas.sides.scene(Role.LISTING).marks == {}
    hands.session.document.stack.redo()
    assert hands.marks == drawn


def test_shift_makes_squares_and_straight_lines(hands: Hands) -> None:
    hands.key("B")
    hands.drag(Role.PHOTO, (300, 300), (500, 380), SHIFT)
    hands.key("A")
    hands.drag(Role.PHOTO, (300, 700), (600, 720), SHIFT)
    box, arrow = hands.marks
    assert box.frame.width == pytest.approx(box.frame.height, abs=0.02)
    assert arrow.points[0].y == pytest.approx(arrow.points[1].y, abs=0.011)


def test_alt_draws_from_the_middle(hands: Hands) -> None:
    hands.key("E")
    middle = hands.aimed(Role.LISTING, (200, 180))
    hands.drag(Role.LISTING, (200, 180), (260, 230), ALT)
    center = hands.marks[0].frame.center
    assert (center.x, center.y) == pytest.approx((middle.x, middle.y), abs=0.02)


def test_drawing_beyond_the_edge_stops_at_the_edge(hands: Hands) -> None:
    hands.key("B")
    hands.drag(Role.LISTING, (300, 300), (900, 500))
    frame = hands.marks[0].frame
    assert (frame.right, frame.bottom) == (400, 400)


def test_escape_gives_the_gesture_up(hands: Hands) -> None:
    hands.key("B")
    hands.press(Role.LISTING, (50, 50))
    hands.move(Role.LISTING, (200, 150))
    assert len(hands.canvas.sides.scene(Role.LISTING).marks) == 1  # the preview
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.sides.scene(Role.LISTING).marks == {}
    hands.move(Role.LISTING, (220, 170))
    hands.release(Role.LISTING, (220, 170))
    assert hands.marks == ()
    assert hands.canvas.tool.name == "box"
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.tool.name == "select"


def test_a_click_with_a_drawing_tool_adds_nothing_and_selects(hands: Hands) -> None:
    hands.key("B")
    hands.drag(Role.LISTING, (50, 50), (200, 150))
    hands.session.selection.clear()
    hands.click(Role.LISTING, (50, 100))
    assert len(hands.marks) == 1
    assert hands.session.selection.marks == {hands.marks[0].id}


def test_a_new_mark_has_the_style_chosen_last(hands: Hands) -> None:
    defaults = hands.session.mark_defaults
    style = Style(colour="#1558E0", stroke=12.0)
    defaults.set_style(MarkKind.ELLIPSE, style)
    hands.key("E")
    assert defaults.kind is MarkKind.ELLIPSE
    hands.drag(Role.LISTING, (50, 50), (200, 150))
    assert hands.marks[0].style == style


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("V", "select"),
        ("H", "hand"),
        ("N", "number"),
        ("B", "box"),
        ("R", "box"),
        ("E", "ellipse"),
        ("A", "arrow"),
        ("T", "text"),
        ("X", "redact"),
        ("L", "line"),
        ("P", "pen"),
        ("M", "highlighter"),
        ("Z", "magnifier"),
        ("S", "spotlight"),
        ("D", "measure"),
        ("C", "swatch"),
        ("Q", "stamp"),
    ],
)
def test_each_tool_has_its_key_and_its_button(hands: Hands, key: str, name: str) -> None:
    hands.key(key)
    assert hands.canvas.tool.name == name
    assert hands.compare.rail.buttons[name].isChecked()
    assert f"({hands.canvas.tool.key[0]})" in hands.compare.rail.buttons[name].toolTip()
    hands.key("V")
    hands.compare.rail.buttons[name].click()
    assert hands.canvas.tool.name == name


def test_every_tool_says_what_to_do_next(hands: Hands) -> None:
    said: list[str] = []
    hands.compare.hint_changed.connect(said.append)
    for name in hands.canvas.tools:
        hands.canvas.use(name)
        assert said[-1] == hands.compare.hint != ""


def test_undo_in_the_middle_of_a_gesture_gives_the_gesture_up(hands: Hands) -> None:
    hands.key("B")
    hands.drag(Role.LISTING, (50, 50), (200, 150))
    before = hands.marks
    hands.key("A")
    hands.press(Role.LISTING, (100, 300))
    hands.move(Role.LISTING, (300, 350))
    hands.session.document.stack.undo()
    hands.release(Role.LISTING, (300, 350))
    assert hands.marks == ()
    assert hands.canvas.sides.scene(Role.LISTING).marks == {}
    hands.session.document.stack.redo()
    assert hands.marks == before


def test_another_step_in_the_middle_of_a_gesture_gives_it_up(hands: Hands) -> None:
    hands.key("B")
    hands.press(Role.LISTING, (50, 50))
    hands.move(Role.LISTING, (200, 150))
    hands.compare.hide()
    hands.release(Role.LISTING, (200, 150))
    assert hands.marks == ()


def test_another_review_in_the_middle_of_a_gesture_gives_it_up(hands: Hands) -> None:
    hands.key("B")
    hands.press(Role.LISTING, (50, 50))
    hands.move(Role.LISTING, (200, 150))
    hands.session.new_review("Another")
    hands.release(Role.LISTING, (200, 150))
    assert hands.marks == ()
    assert isinstance(hands.canvas, Canvas)


def test_a_review_that_is_edited_elsewhere_does_not_disturb_a_gesture(hands: Hands) -> None:
    hands.key("B")
    hands.press(Role.LISTING, (50, 50))
    hands.move(Role.LISTING, (200, 150))
    hands.session.document.apply(
        lambda r: edits.set_product(r, replace(r.product, brand="Other")), "Change brand"
    )
    hands.release(Role.LISTING, (200, 150))
    assert len(hands.marks) == 1


def test_pictures_that_come_in_do_not_disturb_a_gesture(hands: Hands, tmp_path: Path) -> None:
    hands.key("B")
    hands.press(Role.LISTING, (50, 50))
    hands.move(Role.LISTING, (200, 150))
    another = save_picture(tmp_path / "another.png", (300, 200))
    bring_in(hands.qtbot, hands.session, [another], Role.PHOTO)
    hands.release(Role.LISTING, (200, 150))
    assert len(hands.marks) == 1
