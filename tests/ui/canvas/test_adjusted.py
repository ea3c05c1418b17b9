"""Pictures that are shown turned, straightened and cropped: hands work on what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from tests.ui.canvas.conftest import PHOTO_SIZE
from tests.ui.canvas.hands import CTRL, Hands

PHOTO = Role.PHOTO


def adjust(hands: Hands, qtbot: QtBot, **changed: object) -> Adjustment:
    """Show the photo in another way, and wait for its pixels."""
    document = hands.session.document
    photo = document.review.pictures(PHOTO)[0]
    adjustment = Adjustment(photo.id, *PHOTO_SIZE, **changed)  # type: ignore[arg-type]
    document.apply(lambda review: edits.set_adjustment(review, adjustment), "Adjust")
    qtbot.waitUntil(lambda: hands.canvas.sides.sources[PHOTO].pyramid is not None)
    return adjustment


def test_a_turned_picture_is_shown_turned(hands: Hands, qtbot: QtBot) -> None:
    adjust(hands, qtbot, quarter_turns=1)
    scene = hands.canvas.sides.scene(PHOTO)
    assert scene.size == (PHOTO_SIZE[1], PHOTO_SIZE[0])
    pyramid = hands.canvas.sides.sources[PHOTO].pyramid
    assert pyramid is not None
    assert pyramid.levels[0].shape[:2] == (PHOTO_SIZE[0], PHOTO_SIZE[1])


@pytest.mark.parametrize(
    "how", [{"quarter_turns": 1}, {"mirrored": True}, {"crop": Rect(200, 100, 800, 600)}]
)
def test_what_is_drawn_on_it_is_recorded_in_the_pictures_own_pixels(
    hands: Hands, qtbot: QtBot, how: dict[str, object]
) -> None:
    adjustment = adjust(hands, qtbot, **how)
    ends = [hands.aimed(PHOTO, spot) for spot in ((200.0, 150.0), (430.0, 370.0))]
    hands.key("L")
    hands.drag(PHOTO, (200, 150), (430, 370), CTRL)
    (line,) = hands.marks
    assert line.kind is MarkKind.LINE
    back = adjustment.transform.inverse
    for point, end in zip(line.points, ends, strict=True):
        own = back(end)
        assert (point.x, point.y) == pytest.approx((own.x, own.y), abs=0.02)
    hands.session.document.stack.undo()
    hands.session.document.stack.undo()
    assert hands.canvas.sides.scene(PHOTO).size == PHOTO_SIZE


def test_a_discrepancy_goes_with_its_picture_and_back(hands: Hands, qtbot: QtBot) -> None:
    hands.key("N")
    hands.click(PHOTO, (300, 200))
    (before,) = hands.discrepancies
    adjust(hands, qtbot, quarter_turns=2)
    assert hands.discrepancies == (before,)
    (item,) = hands.canvas.sides.scene(PHOTO).discs.items.values()
    assert before.photo_place is not None
    assert item.place.x == pytest.approx(PHOTO_SIZE[0] - before.photo_place.x)


def test_what_a_crop_leaves_out_is_not_selected_by_selecting_all(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.key("L")
    hands.drag(PHOTO, (20, 20), (80, 90), CTRL)
    hands.drag(PHOTO, (500, 400), (600, 500), CTRL)
    left_out, seen = hands.marks
    adjust(hands, qtbot, crop=Rect(400, 300, 500, 400))
    hands.view(PHOTO).setFocus()
    hands.view(PHOTO).entered.emit()
    hands.key(Qt.Key.Key_A, CTRL)
    assert hands.session.selection.marks == {seen.id}
    hands.key(Qt.Key.Key_Delete)
    assert hands.marks == (left_out,)


def test_a_redaction_on_a_turned_picture_keeps_the_view_where_it_is(
    hands: Hands, qtbot: QtBot
) -> None:
    adjust(hands, qtbot, angle=10.0)
    hands.view(PHOTO).zoom_to(2.0)
    before = hands.view(PHOTO).framing
    hands.key("X")
    hands.drag(PHOTO, (500, 400), (560, 460), CTRL)
    assert hands.marks
    assert hands.view(PHOTO).framing == before
    hands.key(Qt.Key.Key_Right)
    assert isinstance(hands.marks[0].points[0], Point)
