"""Same size and middle: boxes dragged on both pictures, one undo step, kept and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import AlignedBy, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.points.frame_dialog import FrameDialog
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from tests.helpers.arriving import bring_in
from tests.helpers.fruit import fruit, saved
from tests.ui.canvas.hands import LEFT, NONE

LISTING, PHOTO = Role.LISTING, Role.PHOTO


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    theme().apply("light")
    made = Session(tmp_path / "library")
    made.new_review("Apple", "Own brand")
    shop = saved(tmp_path / "shop.png", fruit((300, 300), (150, 150), 75, (250, 250, 250)))
    own = saved(tmp_path / "own.png", fruit((600, 450), (360, 240), 60))
    for role, path in ((LISTING, shop), (PHOTO, own)):
        bring_in(qtbot, made, [path], role)
    made.document.stack.clear()
    yield made
    made.close()


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Callable[[], FrameDialog]:
    def make() -> FrameDialog:
        made = FrameDialog(session)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        panes = [side.pane for side in made.sides.values()]
        qtbot.waitUntil(lambda: all(pane.source.pyramid is not None for pane in panes))
        rest(qtbot, made)
        return made

    return make


def rest(qtbot: QtBot, dialog: FrameDialog) -> None:
    """Until nothing is sought any more."""
    qtbot.waitUntil(lambda: not any(side.is_busy for side in dialog.sides.values()), timeout=10_000)


def drag(dialog: FrameDialog, role: Role, start: Point, end: Point) -> None:
    view = dialog.sides[role].pane.view
    first, last = (view.screen_point(point).toPoint() for point in (start, end))
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, last)


def test_two_dragged_boxes_frame_alike_as_one_undo_step(
    opened: Callable[[], FrameDialog], session: Session, qtbot: QtBot
) -> None:
    dialog = opened()
    drag(dialog, LISTING, Point(60, 60), Point(240, 240))
    drag(dialog, PHOTO, Point(285, 165), Point(435, 315))
    rest(qtbot, dialog)
    QTest.mouseClick(dialog.keep, LEFT)
    (found,) = session.document.review.alignments
    assert found.aligned_by is AlignedBy.FRAMED
    middle = mapped(found.homography, Point(360, 240))
    assert (middle.x, middle.y) == pytest.approx((150, 150), abs=3)
    assert found.homography[0] == pytest.approx(75 / 60, rel=0.05)
    card = session.document.review.card
    assert card.listing_crop is not None
    assert card.photo_crop is not None
    scale = card.listing_crop.width / card.photo_crop.width
    assert scale == pytest.approx(found.homography[0])
    assert session.document.stack.count() == 1
    session.document.stack.undo()
    assert session.document.review.alignments == ()
    assert session.document.review.card.photo_crop is None


def test_the_view_then_shows_both_equally_large_in_the_middle(
    session: Session, qtbot: QtBot
) -> None:
    compare = CompareView(session)
    qtbot.addWidget(compare)
    compare.resize(1000, 760)
    compare.show()
    qtbot.waitExposed(compare)
    sides = compare.canvas.sides
    qtbot.waitUntil(lambda: all(s.pyramid is not None for s in sides.sources.values()))
    QTest.keyClick(sides.active, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    dialog = compare.findChild(FrameDialog)
    assert dialog is not None
    rest(qtbot, dialog)
    drag(dialog, PHOTO, Point(285, 165), Point(435, 315))
    rest(qtbot, dialog)
    QTest.mouseClick(dialog.keep, LEFT)
    shop, own = (sides.views[role].framing for role in (LISTING, PHOTO))
    assert own.scale / shop.scale == pytest.approx(75 / 60, rel=0.05)
    assert (own.center.x, own.center.y) == pytest.approx((360, 240), abs=8)
    assert not compare.looks_bar.can("differences")


def test_the_boxes_are_there_again_and_a_corner_moves_by_mouse_and_keys(
    opened: Callable[[], FrameDialog], session: Session, qtbot: QtBot
) -> None:
    dialog = opened()
    drag(dialog, PHOTO, Point(285, 165), Point(435, 315))
    rest(qtbot, dialog)
    QTest.mouseClick(dialog.on_card, LEFT)
    QTest.mouseClick(dialog.keep, LEFT)
    assert session.document.review.card.photo_crop is None
    again = opened()
    box = again.sides[PHOTO].box
    assert box is not None
    assert (box.x, box.bottom) == pytest.approx((285, 315), abs=3)
    drag(again, PHOTO, Point(box.x, box.y), Point(box.x - 40, box.y - 10))
    moved = again.sides[PHOTO].box
    assert moved is not None
    assert (moved.right, moved.bottom) == pytest.approx((box.right, box.bottom))
    assert moved.x == pytest.approx(box.x - 40, abs=3)
    QTest.keyClick(again.sides[PHOTO].pane.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    nudged = again.sides[PHOTO].box
    assert nudged is not None
    assert nudged.x == pytest.approx(moved.x - 10)
    first, last = Point(nudged.x, nudged.y), Point(nudged.right - 8, nudged.bottom - 8)
    drag(again, PHOTO, first, last)  # a new one, drawn over the old
    drawn = again.sides[PHOTO].box
    assert drawn is not None
    assert (drawn.x, drawn.right) == pytest.approx((first.x, last.x), abs=3)


def test_a_box_is_moved_and_sized_by_keys_alone(
    opened: Callable[[], FrameDialog], qtbot: QtBot
) -> None:
    dialog = opened()
    side = dialog.sides[PHOTO]
    side.pane.view.setFocus()
    guessed = side.box
    assert guessed is not None
    press(side.pane.view, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up)
    moved = side.box
    assert moved is not None
    assert (moved.x, moved.y) == pytest.approx((guessed.x - 12, guessed.y - 6))
    assert (moved.width, moved.height) == pytest.approx((guessed.width, guessed.height))
    shift = Qt.KeyboardModifier.ShiftModifier
    press(side.pane.view, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, keys=shift)
    sized = side.box
    assert sized is not None
    assert (sized.x, sized.y) == pytest.approx((moved.x, moved.y))
    assert (sized.width, sized.height) == pytest.approx((moved.width + 6, moved.height + 12))
    press(side.pane.view, *[Qt.Key.Key_Right] * 120)
    assert side.box is not None
    assert side.box.right == pytest.approx(600)
    press(side.pane.view, *[Qt.Key.Key_Left] * 120, keys=shift)
    assert side.box.width == pytest.approx(24)
    rest(qtbot, dialog)
    side.box = None
    press(side.pane.view, Qt.Key.Key_Up)
    begun: Rect | None = side.box
    assert begun == Rect(150, 112.5, 300, 225)


def press(view: QWidget, *pressed: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    for key in pressed:
        QTest.keyClick(view, key, keys)


def test_a_bad_box_is_refused_with_the_reason_and_can_be_put_right(
    opened: Callable[[], FrameDialog], qtbot: QtBot
) -> None:
    dialog = opened()
    for start, end, word in (
        (Point(2, 2), Point(598, 448), "leaves nothing around"),
        (Point(80, 80), Point(170, 170), "only one colour"),
    ):
        drag(dialog, PHOTO, start, end)
        rest(qtbot, dialog)
        assert not dialog.keep.isEnabled()
        assert "own.png" in dialog.words.text()
        assert word in dialog.words.text()
    drag(dialog, PHOTO, Point(285, 165), Point(435, 315))
    rest(qtbot, dialog)
    assert dialog.keep.isEnabled()


def test_giving_up_changes_nothing_and_waits_for_nobody(
    opened: Callable[[], FrameDialog], session: Session
) -> None:
    dialog = opened()
    drag(dialog, PHOTO, Point(285, 165), Point(435, 315))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(side.is_busy for side in dialog.sides.values())
    assert session.document.review.alignments == ()
    assert not session.document.stack.count()


def test_boxes_are_kept_in_the_picture_itself_where_it_is_shown_turned(
    opened: Callable[[], FrameDialog], session: Session, qtbot: QtBot
) -> None:
    document = session.document
    photo_id = document.review.comparisons[0].photo_id
    assert photo_id is not None
    turned = Adjustment(photo_id, 600, 450, quarter_turns=1)
    document.apply(lambda r: edits.set_adjustment(r, turned), "turn")
    dialog = opened()
    drag(dialog, PHOTO, Point(135, 285), Point(285, 435))
    rest(qtbot, dialog)
    QTest.mouseClick(dialog.keep, LEFT)
    (kept,) = document.review.alignments
    middle = mapped(kept.homography, Point(360, 240))
    assert (middle.x, middle.y) == pytest.approx((150, 150), abs=3)
