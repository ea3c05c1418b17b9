"""A face photographed at a slant, rectified by dragging its corners: recorded, undoable, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import Face
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Evidence
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog
from claimcheck.ui.session import Session
from tests.ui.canvas.conftest import PHOTO_SIZE
from tests.ui.canvas.hands import CTRL, Hands
from tests.ui.canvas.test_cropping import drag, recorded

LEFT = Qt.MouseButton.LeftButton
FACE = (Point(200, 150), Point(1000, 220), Point(1080, 800), Point(120, 700))


@pytest.fixture
def photo(session: Session) -> Evidence:
    return session.document.review.pictures(Role.PHOTO)[0]


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, photo: Evidence) -> AdjustDialog:
    return shown(qtbot, session, photo)


def shown(qtbot: QtBot, session: Session, photo: Evidence) -> AdjustDialog:
    made = AdjustDialog(session, photo)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.stage._rgb is not None)
    return made


def pull(dialog: AdjustDialog, corner: int, to: Point, release: bool = True) -> None:
    stage = dialog.corners
    start = stage.screen_point(stage.face[corner]).toPoint()
    end = stage.screen_point(to).toPoint()
    QTest.mousePress(stage, LEFT, pos=start)
    for share in (0.4, 1.0):
        way = end - start
        QTest.mouseMove(stage, start + QPoint(round(way.x() * share), round(way.y() * share)))
    if release:
        QTest.mouseRelease(stage, LEFT, pos=end)


def pull_all(dialog: AdjustDialog, face: Face) -> None:
    for corner, to in enumerate(face):
        pull(dialog, corner, to)


def test_dragging_four_corners_shows_the_face_from_the_front_and_one_undo_takes_it_back(
    session: Session, dialog: AdjustDialog
) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    assert dialog.corners.isVisible()
    pull_all(dialog, FACE)
    dialog.keep.click()
    (found,) = recorded(session)
    # A small screen shows the stage reduced: one of its pixels is more than two of the picture.
    for corner, wanted in zip(found.face, FACE, strict=True):
        assert (corner.x, corner.y) == pytest.approx((wanted.x, wanted.y), abs=3)
    assert session.document.stack.count() == 1
    assert session.document.shown.pictures(Role.PHOTO)[0].width_px == found.shown_size[0]
    session.document.stack.undo()
    assert recorded(session) == ()
    session.document.stack.redo()
    assert recorded(session) == (found,)


def test_it_is_kept_with_the_review_and_found_again_in_the_dialog(
    qtbot: QtBot, session: Session, dialog: AdjustDialog, photo: Evidence, tmp_path: Path
) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    pull_all(dialog, FACE)
    a4 = dialog.proportions.index_of("a4-lying")
    dialog.proportions.setCurrentIndex(a4)
    dialog.proportions.activated.emit(a4)
    width, height = dialog.adjustment.shown_size
    assert width / height == pytest.approx(297 / 210, rel=0.01)
    dialog.keep.click()
    review = session.document.review
    again = shown(qtbot, session, photo)
    assert again.adjustment == recorded(session)[0]
    assert again.proportions.currentData() == "a4-lying"
    assert session.finish_saving() is None
    session.close()
    with Library.open(tmp_path / "library", read_only=True) as library:
        assert library.load(review.id).adjustments == review.adjustments


def test_escape_gives_up_the_drag_first_and_the_dialog_then(
    session: Session, dialog: AdjustDialog
) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    before = dialog.corners.face
    pull(dialog, 2, Point(900, 600), release=False)
    assert dialog.corners.face != before
    QTest.keyClick(dialog.corners, Qt.Key.Key_Escape)
    assert dialog.corners.face == before
    assert dialog.isVisible()
    QTest.keyClick(dialog.corners, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert recorded(session) == ()


def test_corners_are_set_with_the_keyboard_alone(dialog: AdjustDialog) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    stage = dialog.corners
    first, second = stage.face[:2]
    QTest.keyClick(stage, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(stage, Qt.Key.Key_Period)
    QTest.keyClick(stage, Qt.Key.Key_Down)
    assert (stage.face[0].x, stage.face[0].y) == pytest.approx((first.x - 10, first.y))
    assert (stage.face[1].x, stage.face[1].y) == pytest.approx((second.x, second.y + 1))
    assert dialog.adjustment.face == stage.face


def test_corners_cannot_be_crossed(dialog: AdjustDialog) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    pull(dialog, 0, Point(1190, 890))
    width, height = dialog.adjustment.shown_size
    assert min(width, height) > 8
    dialog.reset.click()
    assert dialog.adjustment.is_nothing


def test_a_rectified_picture_can_be_cropped_wider_and_straightened(dialog: AdjustDialog) -> None:
    QTest.keyClick(dialog.stage, Qt.Key.Key_P)
    pull_all(dialog, FACE)
    QTest.keyClick(dialog.corners, Qt.Key.Key_P)
    before = dialog.adjustment.shown_size
    drag(dialog, Handle.E, 40, 0)
    assert dialog.adjustment.shown_size[0] > before[0]
    assert dialog.adjustment.fits(dialog.adjustment.frame.grown(-1))
    dialog.angle.moved.emit(3.0)
    dialog.right.click()
    assert dialog.adjustment.face
    assert dialog.adjustment.fits(dialog.adjustment.frame.grown(-1))


def rectify(hands: Hands, qtbot: QtBot) -> Adjustment:
    document = hands.session.document
    photo = document.review.pictures(Role.PHOTO)[0]
    adjustment = Adjustment(photo.id, *PHOTO_SIZE).rectified(FACE, 1.4)
    document.apply(lambda review: edits.set_adjustment(review, adjustment), "Adjust")
    qtbot.waitUntil(lambda: hands.canvas.sides.sources[Role.PHOTO].pyramid is not None)
    return adjustment


def test_what_is_drawn_hit_and_moved_on_it_is_where_the_hand_was(
    hands: Hands, qtbot: QtBot
) -> None:
    adjustment = rectify(hands, qtbot)
    photo = Role.PHOTO
    ends = [hands.aimed(photo, spot) for spot in ((200.0, 150.0), (430.0, 370.0))]
    hands.key("L")
    hands.drag(photo, (200, 150), (430, 370), CTRL)
    (line,) = hands.marks
    back = adjustment.transform.inverse
    for point, end in zip(line.points, ends, strict=True):
        own = back(end)
        assert (point.x, point.y) == pytest.approx((own.x, own.y), abs=0.05)
    hands.key("B")
    hands.drag(photo, (500, 200), (700, 330), CTRL)
    box = hands.marks[-1]
    scene = hands.canvas.sides.scene(photo)
    frame = scene.marks[box.id].mark.frame
    drawn = hands.aimed(photo, (500.0, 200.0))
    assert (frame.x, frame.y) == pytest.approx((drawn.x, drawn.y), abs=0.1)
    hands.key("V")
    hands.key(Qt.Key.Key_Escape)
    hands.click(photo, (500, 260))
    assert hands.session.selection.marks == {box.id}
    hands.key(Qt.Key.Key_Right)
    moved = scene.marks[box.id].mark.frame
    assert moved.x == pytest.approx(frame.x + 1, abs=1e-3)
    assert hands.marks[-1].kind is MarkKind.BOX
