"""The pictures of one side: shown, compared, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.panels.photos_step import PhotosStep
from claimcheck.ui.panels.picture_grid import SIDES, fitting_side
from claimcheck.ui.panels.picture_model import COMPARED, EVIDENCE, PICTURE
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.toast import Toast
from tests.helpers.pictures import photo, written


@pytest.fixture
def step(qtbot: QtBot, session: Session) -> PhotosStep:
    made = PhotosStep(session)
    qtbot.addWidget(made)
    made.resize(1016, 664)
    made.show()
    qtbot.waitExposed(made)
    return made


def compared(session: Session) -> str:
    comparison = session.document.comparison
    assert comparison is not None
    assert comparison.photo_id is not None
    return session.document.review.evidence[
        [e.id for e in session.document.review.evidence].index(comparison.photo_id)
    ].name


def test_each_photo_is_there_with_its_thumbnail(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    model = step.board.grid.pictures
    assert model.rowCount() == 2
    names = [model.index(row).data(EVIDENCE).name for row in range(2)]
    assert names == ["home-1.jpg", "home-2.jpg"]
    assert [model.index(row).data(COMPARED) for row in range(2)] == [True, False]
    qtbot.waitUntil(
        lambda: all(model.index(row).data(PICTURE) is not None for row in range(2)), timeout=5000
    )
    assert model.index(0).data(PICTURE).height() == 512
    assert "480 × 640" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_double_click_compares_the_other_and_undo_goes_back(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    grid = step.board.grid
    at = grid.visualRect(grid.pictures.index(1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert compared(session) == "home-2.jpg"
    assert grid.pictures.index(1).data(COMPARED) is True
    session.document.stack.undo()
    assert compared(session) == "home-1.jpg"


def test_the_button_compares_the_selected_one(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    board = step.board
    board.grid.select(session.document.review.pictures(Role.PHOTO)[0].id)
    assert not board.compare.isEnabled(), "it is compared already"
    board.grid.select(session.document.review.pictures(Role.PHOTO)[1].id)
    QTest.mouseClick(board.compare, Qt.MouseButton.LeftButton)
    assert compared(session) == "home-2.jpg"
    assert not board.compare.isEnabled()


def test_delete_removes_and_the_toast_brings_back(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    before = session.document.review
    grid = step.board.grid
    grid.select(before.pictures(Role.PHOTO)[0].id)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert [e.name for e in session.document.review.pictures(Role.PHOTO)] == ["home-2.jpg"]
    assert compared(session) == "home-2.jpg"
    toast = step.findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.isVisible()
    assert "home-1.jpg" in toast.text
    undo = toast.findChild(QPushButton)
    assert isinstance(undo, QPushButton)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert session.document.review.evidence == before.evidence
    assert grid.pictures.rowCount() == 2


def test_the_toast_goes_when_something_else_is_done(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    grid = step.board.grid
    grid.select(session.document.review.pictures(Role.PHOTO)[1].id)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    toast = step.findChild(Toast)
    assert isinstance(toast, Toast)
    session.document.stack.undo()
    assert not toast.isVisible()


def test_without_photos_the_zone_says_what_to_do(
    qtbot: QtBot, session: Session, step: PhotosStep
) -> None:
    for item in session.document.review.pictures(Role.PHOTO):
        step.board.grid.remove_requested.emit(item.id)
    assert step.board.zone.isVisible()
    session.document.stack.undo()
    assert not step.board.zone.isVisible()


def test_what_comes_in_is_brought_into_view(
    qtbot: QtBot, session: Session, step: PhotosStep, tmp_path: Path
) -> None:
    path = written(tmp_path / "new.png", photo(60, 48, 3))
    session.arrivals.add_pictures([path], Role.PHOTO)
    grid = step.board.grid
    qtbot.waitUntil(lambda: grid.selected is not None, timeout=10_000)
    assert grid.selected is not None
    assert grid.selected.name == "new.png"


def test_tiles_are_as_large_as_all_fit() -> None:
    assert fitting_side(1, 900, 500) == SIDES[0]
    assert fitting_side(2, 900, 500) == SIDES[0]
    assert fitting_side(3, 900, 500) == SIDES[1]
    assert fitting_side(40, 900, 500) == SIDES[-1]
    assert fitting_side(1, 10, 10) == SIDES[-1]
