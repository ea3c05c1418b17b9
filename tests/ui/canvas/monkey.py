"""Random hands: every tool, key and menu of the canvas, also broken off and in dialogs."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimcheck.model import findings
from claimcheck.model.alignment import Alignment
from claimcheck.model.kinds import SIDES, Role
from claimcheck.ui.canvas.canvas_menu import CanvasMenu
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.canvas.writing import TextEditor
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog
from tests.ui.canvas.hands import ALT, CTRL, LEFT, NONE, SHIFT, Hands, Spot

_BOTH = CTRL | SHIFT
TOOLS = "VHNBEATXLPMZSDCQIG"
_KEYS = [
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_R, CTRL),
    (Qt.Key.Key_C, _BOTH),
    (Qt.Key.Key_V, _BOTH),
    (Qt.Key.Key_D, _BOTH),
    (Qt.Key.Key_BracketLeft, CTRL),
    (Qt.Key.Key_BracketRight, CTRL),
    (Qt.Key.Key_Left, NONE),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_0, NONE),
]


class Monkey:
    """Makes one random gesture after another."""

    def __init__(self, hands: Hands, seed: int) -> None:
        self._hands, self._chance = hands, random.Random(seed)

    def act(self) -> None:
        often = (self._tool, self._drag, self._drag, self._click, self._key)
        seldom = (self._wheel, self._break_off, self._menu, self._double_click, self._align)
        self._chance.choice((*often, *often, *seldom))()
        focus = QApplication.focusWidget()
        if isinstance(focus, TextEditor):
            focus.insertPlainText(self._chance.choice(("", "é 🍅", "text")))
            self._hands.key(self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        for dialog in self._hands.compare.findChildren(AdjustDialog):
            if dialog.isVisible():
                self._adjust(dialog)

    def _role(self) -> Role:
        return self._chance.choice(list(SIDES))

    def _spot(self, role: Role) -> Spot:
        view = self._hands.view(role)
        at = (
            view.picture_point(view.viewport().rect().topLeft().toPointF()),
            view.picture_point(view.viewport().rect().bottomRight().toPointF()),
        )
        return (
            self._chance.uniform(at[0].x, at[1].x),
            self._chance.uniform(at[0].y, at[1].y),
        )

    def _modifiers(self) -> Qt.KeyboardModifier:
        return self._chance.choice((NONE, NONE, SHIFT, ALT, CTRL))

    def _tool(self) -> None:
        self._hands.view(self._role()).setFocus()
        self._hands.key(self._chance.choice(TOOLS))

    def _drag(self) -> None:
        role = self._role()
        self._hands.drag(role, self._spot(role), self._spot(role), self._modifiers())

    def _click(self) -> None:
        role = self._role()
        self._hands.click(role, self._spot(role), self._modifiers())

    def _double_click(self) -> None:
        role = self._role()
        self._hands.double_click(role, self._spot(role))

    def _key(self) -> None:
        self._hands.key(*self._chance.choice(_KEYS))

    def _wheel(self) -> None:
        role = self._role()
        notches = self._chance.choice((-2, -1, 1, 2))
        self._hands.wheel(role, self._spot(role), notches, self._chance.choice((NONE, CTRL)))

    def _break_off(self) -> None:
        role = self._role()
        self._hands.press(role, self._spot(role))
        self._hands.move(role, self._spot(role))
        stack = self._hands.session.document.stack
        self._chance.choice((stack.undo, lambda: self._hands.key(Qt.Key.Key_Escape)))()
        self._hands.release(role, self._spot(role))

    def _menu(self) -> None:
        view = self._hands.view(self._role())
        at = self._hands.screen(view.picture_scene.role, self._spot(view.picture_scene.role))
        spot = at.toPointF()
        pointing = Pointing(view, view.picture_point(spot), spot, shift=False, alt=False)
        menu = CanvasMenu(self._hands.canvas, pointing, self._hands.compare)
        offered = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        if offered:
            self._chance.choice(offered).trigger()
        menu.deleteLater()

    def _align(self) -> None:
        """Aligned another way, or not at all: number and copies then go elsewhere."""
        comparison = self._hands.session.document.comparison
        if comparison is None:
            return
        scale, shift = self._chance.uniform(0.2, 0.5), self._chance.uniform(-50, 150)
        way = Alignment(comparison.id, (scale, 0.0, shift, 0.0, scale, 10.0, 1e-5, 0.0, 1.0))
        if self._chance.random() < 0.6:
            self._hands.canvas.apply(lambda r: findings.set_alignment(r, way), "Align")
        else:
            self._hands.canvas.apply(
                lambda r: findings.remove_alignment(r, comparison.id), "Forget alignment"
            )

    def _adjust(self, dialog: AdjustDialog) -> None:
        stage = dialog.stage
        for _ in range(self._chance.randint(0, 4)):
            act = self._chance.choice(("drag", "turn", "mirror", "angle", "key"))
            if act == "drag":
                start, to = (self._on(stage.width(), stage.height()) for _ in range(2))
                QTest.mousePress(stage, LEFT, NONE, start)
                QTest.mouseMove(stage, to)
                QTest.mouseRelease(stage, LEFT, NONE, to)
            elif act == "turn":
                self._chance.choice((dialog.left, dialog.right)).click()
            elif act == "mirror":
                self._chance.choice((dialog.mirror, dialog.flip)).click()
            elif act == "angle":
                dialog.angle.moved.emit(round(self._chance.uniform(-45, 45), 2))
            else:
                QTest.keyClick(stage, Qt.Key.Key_Left, self._chance.choice((NONE, SHIFT, CTRL)))
        self._chance.choice((dialog.accept, dialog.accept, dialog.reject))()

    def _on(self, width: int, height: int) -> QPoint:
        return QPoint(self._chance.randrange(width), self._chance.randrange(height))
