"""Aligning by hand: pairs set with the mouse, corrected, judged by their residuals."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.errors import KnownError
from claimcheck.imaging.aligning.by_hand import fit_pairs
from claimcheck.model.alignment import AlignedBy, inverted, mapped
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role
from claimcheck.ui.points.hand_dialog import HandDialog
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import LEFT, NONE

LISTING, PHOTO = Role.LISTING, Role.PHOTO
WAY = (0.4, 0.05, -20.0, -0.03, 0.42, 15.0, 0.00005, 0.00002, 1.0)
SPOTS = ((50, 60), (340, 40), (350, 300), (60, 290), (200, 170), (120, 220))


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[HandDialog]:
    made = HandDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: all(p.source.pyramid is not None for p in made.panes.values()))
    yield made
    made.close()


def click(dialog: HandDialog, role: Role, point: Point) -> None:
    view = dialog.panes[role].view
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.screen_point(point).toPoint())


def on_photo(spot: tuple[float, float]) -> Point:
    return mapped(inverted(WAY), Point(*spot))


def set_pairs(dialog: HandDialog, count: int) -> None:
    for spot in SPOTS[:count]:
        click(dialog, LISTING, Point(*spot))
        click(dialog, PHOTO, on_photo(spot))


def test_four_pairs_align_as_one_undo_step(dialog: HandDialog, session: Session) -> None:
    set_pairs(dialog, 3)
    assert not dialog.keep.isEnabled()
    set_pairs(dialog, 0)
    click(dialog, LISTING, Point(*SPOTS[3]))
    click(dialog, PHOTO, on_photo(SPOTS[3]))
    assert dialog.keep.isEnabled()
    QTest.mouseClick(dialog.keep, LEFT)
    (found,) = session.document.review.alignments
    assert (found.aligned_by, len(found.pairs)) == (AlignedBy.HAND, 4)
    middle = mapped(found.homography, on_photo((200, 170)))
    assert (middle.x, middle.y) == pytest.approx((200, 170), abs=4)
    assert session.document.stack.count() == 1
    session.document.stack.undo()
    assert session.document.review.alignments == ()


def test_the_fifth_pair_is_proposed_where_the_fit_says_and_the_worst_is_marked(
    dialog: HandDialog,
) -> None:
    set_pairs(dialog, 4)
    click(dialog, LISTING, Point(*SPOTS[4]))
    assert dialog.pairs.count == 5
    wanted, found = on_photo(SPOTS[4]), dialog.pairs.photo[4]
    assert (found.x, found.y) == pytest.approx((wanted.x, wanted.y), abs=8)
    view = dialog.panes[PHOTO].view
    start, to = (view.screen_point(p).toPoint() for p in (found, found.moved(120, 60)))
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), to)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, to)
    assert dialog.pairs.photo[4].x > found.x + 80
    spots = dialog.panes[PHOTO].item.spots
    assert sum(spot.bad for spot in spots) == 1
    assert dialog.alignment is not None
    assert dialog.alignment.reprojection_error_px > 5


def test_a_chosen_point_moves_by_keys_and_goes_with_delete(dialog: HandDialog) -> None:
    set_pairs(dialog, 4)
    view = dialog.panes[PHOTO].view
    before = dialog.pairs.photo[3]
    click(dialog, PHOTO, before)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    after = dialog.pairs.photo[3]
    assert (after.x, after.y) == pytest.approx((before.x + 1, before.y - 10))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert dialog.pairs.count == 3
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pairs.count == 4


def test_corners_of_a_face_are_there_to_be_dragged(dialog: HandDialog) -> None:
    QTest.mouseClick(dialog.corners, LEFT)
    assert dialog.pairs.count == 4
    assert dialog.keep.isEnabled()


def test_points_on_a_line_are_refused(dialog: HandDialog) -> None:
    for x in (50, 150, 250, 350):
        click(dialog, LISTING, Point(x, 100))
        click(dialog, PHOTO, Point(3 * x, 300))
    assert not dialog.keep.isEnabled()
    assert dialog.alignment is None


def test_cancelling_changes_nothing(dialog: HandDialog, session: Session) -> None:
    set_pairs(dialog, 4)
    QTest.mouseClick(dialog.cancel, LEFT)
    assert session.document.review.alignments == ()
    assert not session.document.stack.count()


def test_more_pairs_than_needed_average_their_errors_out() -> None:
    rng = np.random.default_rng(3)
    shop = rng.uniform(0, 400, (30, 2))
    own = np.array([[p.x, p.y] for p in (on_photo((x, y)) for x, y in shop)])
    fit = fit_pairs(shop, own + rng.normal(0, 2, own.shape))
    assert 1.5 < fit.error_px < 4
    middle = mapped(tuple(fit.matrix.ravel()), on_photo((200, 200)))
    assert (middle.x, middle.y) == pytest.approx((200, 200), abs=1.0)


@pytest.mark.parametrize("wrong", [[0, 0], [1, 1]])
def test_two_points_in_one_place_fix_no_plane(wrong: list[int]) -> None:
    shop = np.array([[0, 0], [100, 0], [100, 100], wrong], dtype=float)
    with pytest.raises(KnownError):
        fit_pairs(shop, shop * 2)
