"""Pointers say which tool is in hand and which way a handle pulls, sharp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.cursors import aiming_cursor, sign_cursor, stretching_shape
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.canvas.tools.table import TOOLS
from tests.ui.canvas.hands import Hands


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_tools_pointer_has_a_pixel_for_each_of_the_screens(
    qtbot: QtBot, ratio: float
) -> None:
    seen = set()
    for tool in TOOLS:
        for made in (aiming_cursor(tool.icon, ratio), sign_cursor(tool.icon, ratio)):
            picture = made.pixmap()
            assert picture.width() == round(32 * ratio)
            assert picture.devicePixelRatio() == ratio
        seen.add(bytes(aiming_cursor(tool.icon, ratio).pixmap().toImage().bits()))
    assert len(seen) == len(TOOLS)


def test_the_pixel_that_is_aimed_at_is_free(qtbot: QtBot) -> None:
    made = aiming_cursor("square", 2.0)
    spot = made.hotSpot()
    assert made.pixmap().toImage().pixelColor(2 * spot.x() + 1, 2 * spot.y() + 1).alpha() == 0


def test_a_drawing_tool_shows_its_sign(hands: Hands) -> None:
    hands.key("B")
    box = hands.view(Role.PHOTO).viewport().cursor()
    assert box.shape() is Qt.CursorShape.BitmapCursor
    hands.key("E")
    assert hands.view(Role.PHOTO).viewport().cursor().pixmap().cacheKey() != box.pixmap().cacheKey()
    hands.key("V")
    assert hands.view(Role.PHOTO).viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_arrows_turn_with_the_frame() -> None:
    assert stretching_shape(Handle.N, 0) is Qt.CursorShape.SizeVerCursor
    assert stretching_shape(Handle.N, 90) is Qt.CursorShape.SizeHorCursor
    assert stretching_shape(Handle.NE, -45) is Qt.CursorShape.SizeVerCursor
    assert stretching_shape(Handle.SW, 0) is Qt.CursorShape.SizeBDiagCursor
    assert stretching_shape(Handle.TURN, 0) is None
