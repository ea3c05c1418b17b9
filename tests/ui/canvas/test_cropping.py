"""Crop, turn and straighten in the window: one undo step, and the picture's file stays as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.gestures import Handle, frame_handles
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog
from claimcheck.ui.session import Session
from tests.ui.canvas.conftest import PHOTO_SIZE
from tests.ui.canvas.hands import Hands

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photo(session: Session) -> Evidence:
    return session.document.review.pictures(Role.PHOTO)[0]


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, photo: Evidence) -> AdjustDialog:
    made = AdjustDialog(session, photo)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.stage._rgb is not None)
    return made


def drag(dialog: AdjustDialog, handle: Handle | None, dx: int, dy: int) -> None:
    frame = dialog.stage.frame_on_screen()
    at = frame_handles(frame)[handle] if handle else frame.center
    start = QPoint(round(at.x), round(at.y))
    QTest.mousePress(dialog.stage, LEFT, pos=start)
    for share in (0.5, 1.0):
        QTest.mouseMove(dialog.stage, start + QPoint(round(dx * share), round(dy * share)))
    QTest.mouseRelease(dialog.stage, LEFT, pos=start + QPoint(dx, dy))


def recorded(session: Session) -> tuple[Adjustment, ...]:
    return session.document.review.adjustments


def test_dragging_handles_crops_and_one_undo_shows_all_of_it_again(
    session: Session,
    dialog: AdjustDialog,
) -> None:
    scale = dialog.stage.on_screen().m11()
    drag(dialog, Handle.SE, -100, -80)
    drag(dialog, Handle.W, 60, 0)
    dialog.keep.click()
    (found,) = recorded(session)
    assert found.crop is not None
    assert found.crop.x == pytest.approx(60 / scale, abs=2 / scale)
    assert found.crop.right == pytest.approx(PHOTO_SIZE[0] - 100 / scale, abs=2 / scale)
    assert found.crop.bottom == pytest.approx(PHOTO_SIZE[1] - 80 / scale, abs=2 / scale)
    assert session.document.stack.count() == 1
    session.document.stack.undo()
    assert recorded(session) == ()


def test_escape_changes_nothing(session: Session, dialog: AdjustDialog) -> None:
    drag(dialog, Handle.SE, -100, -80)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert recorded(session) == ()
    assert not dialog.isVisible()


def test_keys_turn_mirror_and_nudge(session: Session, dialog: AdjustDialog) -> None:
    dialog.activateWindow()
    QTest.keyClick(dialog.stage, Qt.Key.Key_BracketRight)
    QTest.keyClick(dialog.stage, Qt.Key.Key_M)
    QTest.keyClick(dialog.stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert dialog.adjustment.crop is None  # already at the edge
    QTest.keyClick(dialog.stage, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.stage, Qt.Key.Key_Right)
    QTest.keyClick(dialog.stage, Qt.Key.Key_Return)
    (found,) = recorded(session)
    assert (found.quarter_turns % 2, found.mirrored) == (1, True)
    assert found.crop == Rect(1, 0, PHOTO_SIZE[1] - 1, PHOTO_SIZE[0])


def test_straightened_it_shows_no_empty_corner_and_keeps_a_shape(
    session: Session,
    dialog: AdjustDialog,
) -> None:
    dialog.angle.moved.emit(7.5)
    assert dialog.adjustment.fits(dialog.adjustment.frame)
    dialog.shape.setCurrentIndex(dialog.shape.index_of("1:1"))
    dialog.shape.activated.emit(dialog.shape.currentIndex())
    drag(dialog, Handle.NE, -60, 10)
    drag(dialog, None, 400, 0)  # far beyond the edge
    assert dialog.adjustment.fits(dialog.adjustment.frame)
    width, height = dialog.adjustment.shown_size
    assert abs(width - height) <= 1
    dialog.keep.click()
    assert recorded(session)[0].angle == 7.5


def test_the_tool_opens_the_picture_that_is_clicked(hands: Hands, qtbot: QtBot) -> None:
    hands.key("G")
    hands.click(Role.PHOTO, (600, 400))
    (found,) = hands.compare.findChildren(AdjustDialog)
    assert found._evidence.role is Role.PHOTO
    found.right.click()
    found.keep.click()
    assert hands.canvas.tool.name == "select"
    assert hands.canvas.sides.scene(Role.PHOTO).size == (PHOTO_SIZE[1], PHOTO_SIZE[0])
    qtbot.waitUntil(lambda: hands.canvas.sides.sources[Role.PHOTO].pyramid is not None)


def test_enter_opens_the_picture_in_hand(compare: CompareView, hands: Hands) -> None:
    hands.key("G")
    hands.view(Role.LISTING).entered.emit()
    hands.key(Qt.Key.Key_Return)
    (found,) = compare.findChildren(AdjustDialog)
    assert found._evidence.role is Role.LISTING
    found.reject()
