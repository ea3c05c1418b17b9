"""Rulers, grid, snapping and the like are chosen once and still so after a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import CTRL, SHIFT, Hands

PHOTO = Role.PHOTO


def test_view_choices_are_kept_over_a_restart(
    hands: Hands, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    hands.key(Qt.Key.Key_R, CTRL)
    hands.key(Qt.Key.Key_G, CTRL)
    hands.key(Qt.Key.Key_G, CTRL | SHIFT)
    hands.key("K")
    hands.key(Qt.Key.Key_F3)
    hands.canvas.sides.rulers[PHOTO].unit_chosen.emit(True)
    session.close()
    again = Session(tmp_path / "library")
    compare = CompareView(again)
    qtbot.addWidget(compare)
    sides = compare.canvas.sides
    assert sides.has_rulers
    assert not sides.is_linked
    assert not sides.scene(PHOTO).snaps
    assert not sides.scene(PHOTO)._grid.isVisible()
    assert sides.rulers[Role.LISTING].unit == "px"
    assert not sides.rulers[Role.LISTING]._in_mm
    assert compare.zoom_bar.rulers.isChecked()
    assert not compare.zoom_bar.linked.isChecked()
    assert compare.looks.look is Look.STACKED
    again.close()


def test_with_snapping_off_ctrl_snaps(hands: Hands) -> None:
    hands.key(Qt.Key.Key_G, CTRL | SHIFT)
    start = hands.aimed(PHOTO, (3.0, 100.0))
    hands.key("B")
    hands.drag(PHOTO, (3, 100), (300, 200))
    (free,) = hands.marks
    assert free.points[0].x == round(start.x, 2)
    hands.key(Qt.Key.Key_Delete)
    hands.key("B")
    hands.drag(PHOTO, (3, 100), (300, 200), CTRL)
    (snapped,) = hands.marks
    assert snapped.points[0].x == 0.0


def test_tab_walks_through_what_lies_on_the_picture_and_then_leaves_it(hands: Hands) -> None:
    hands.key("N")
    hands.click(PHOTO, (300, 200))
    hands.key(Qt.Key.Key_Escape)
    hands.key("L")
    hands.drag(PHOTO, (500, 400), (600, 500), CTRL)
    (number,), (line,) = hands.discrepancies, hands.marks
    selection, view = hands.session.selection, hands.view(PHOTO)
    hands.key("V")
    selection.clear()
    view.setFocus()
    hands.key(Qt.Key.Key_Tab)
    assert selection.discrepancy == number.id
    hands.key(Qt.Key.Key_Tab)
    assert selection.marks == {line.id}
    assert view.hasFocus()
    assert view.accessibleDescription()
    hands.key(Qt.Key.Key_Tab)
    assert not selection.marks
    assert not view.hasFocus()
    view.setFocus()
    hands.key(Qt.Key.Key_Backtab, SHIFT)
    assert selection.marks == {line.id}
