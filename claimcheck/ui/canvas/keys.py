"""Which key does what while the canvas has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from claimcheck.ui.canvas import actions, copying
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.framing import STEP

Action = Callable[[Canvas], object]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NUDGES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN: dict[int, Action] = {
    Qt.Key.Key_Delete: actions.delete_selected,
    Qt.Key.Key_Backspace: actions.delete_selected,
    Qt.Key.Key_0: lambda canvas: canvas.sides.fit(),
    Qt.Key.Key_F: lambda canvas: canvas.sides.fit(),
    Qt.Key.Key_1: lambda canvas: canvas.sides.active.zoom_to(1.0),
    Qt.Key.Key_Plus: lambda canvas: canvas.sides.active.zoom(STEP),
    Qt.Key.Key_Equal: lambda canvas: canvas.sides.active.zoom(STEP),
    Qt.Key.Key_Minus: lambda canvas: canvas.sides.active.zoom(1 / STEP),
    Qt.Key.Key_K: lambda canvas: canvas.sides.set_linked(not canvas.sides.is_linked),
}
_CONTROL: dict[int, Action] = {
    Qt.Key.Key_D: actions.duplicate_selected,
    Qt.Key.Key_BracketRight: actions.raise_selected,
    Qt.Key.Key_BracketLeft: actions.lower_selected,
    Qt.Key.Key_A: actions.select_all,
    Qt.Key.Key_R: lambda canvas: canvas.sides.set_rulers(not canvas.sides.has_rulers),
    Qt.Key.Key_0: lambda canvas: canvas.sides.fit(),
    Qt.Key.Key_1: lambda canvas: canvas.sides.active.zoom_to(1.0),
    Qt.Key.Key_Plus: lambda canvas: canvas.sides.active.zoom(STEP),
    Qt.Key.Key_Equal: lambda canvas: canvas.sides.active.zoom(STEP),
    Qt.Key.Key_Minus: lambda canvas: canvas.sides.active.zoom(1 / STEP),
}

_CONTROL_SHIFT: dict[int, Action] = {
    Qt.Key.Key_C: copying.copy_style,
    Qt.Key.Key_V: copying.paste_style,
    Qt.Key.Key_D: copying.copy_across,
}
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def action_for(event: QKeyEvent, canvas: Canvas) -> Action | None:
    """What ``event`` means on the canvas; ``None`` leaves it to the window.

    Pressed during a gesture, only Escape means something: it gives the gesture up.
    """
    if event.key() in (Qt.Key.Key_Escape, *_ENTER):
        return _answer(event, canvas)
    if canvas.tool.is_busy:
        return None
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if keys in (Qt.KeyboardModifier.ControlModifier, _BOTH):
        return _with_control(event, canvas, shift=keys == _BOTH)
    if keys & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    nudge = _NUDGES.get(event.key())
    if nudge is not None:
        far = 10 if keys & Qt.KeyboardModifier.ShiftModifier else 1
        return partial(actions.nudge_selected, dx=nudge[0] * far, dy=nudge[1] * far)
    return _PLAIN.get(event.key()) or _tool_for(event.text(), canvas)


def _with_control(event: QKeyEvent, canvas: Canvas, *, shift: bool) -> Action | None:
    if shift:
        return _CONTROL_SHIFT.get(event.key())
    return _clipboard_action(event, canvas) or _CONTROL.get(event.key())


def _answer(event: QKeyEvent, canvas: Canvas) -> Action | None:
    """Escape steps back once, Enter takes what the tool in hand offers."""
    if event.key() == Qt.Key.Key_Escape:
        return _escape if canvas.has_something_to_escape() else None
    offers = canvas.tool.offers and not canvas.tool.is_busy
    return (lambda canvas: canvas.tool.accept()) if offers else None


def _clipboard_action(event: QKeyEvent, canvas: Canvas) -> Action | None:
    """Copying and cutting needs marks that are selected, pasting needs marks on the clipboard."""
    if event.matches(QKeySequence.StandardKey.Copy) and canvas.selected_marks():
        return copying.copy_selected
    if event.matches(QKeySequence.StandardKey.Cut) and canvas.selected_marks():
        return copying.cut_selected
    if event.matches(QKeySequence.StandardKey.Paste):
        if copying.has_marks_to_paste():
            return copying.paste_marks
        return copying.paste_text if copying.has_text_to_paste() else None
    return None


def _tool_for(letter: str, canvas: Canvas) -> Action | None:
    for tool in canvas.tools.values():
        if letter and letter.upper() in tool.key:
            name = tool.name
            return lambda canvas: canvas.use(name)
    return None


def _escape(canvas: Canvas) -> None:
    if not canvas.give_up():
        canvas.tool.escape()
