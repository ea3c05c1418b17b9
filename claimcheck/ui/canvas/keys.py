"""What each action does on the canvas; which key does it, the action table says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.action_table import BY_NAME, CANVAS_ACTIONS, TOOL_ACTIONS
from claimcheck.ui.canvas import actions, copying, stepping
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.framing import STEP
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.shortcuts import pressed

Deed = Callable[[Canvas], object]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NUDGES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _toggle_pixel_grid(canvas: Canvas) -> None:
    on = QT_TRANSLATE_NOOP("tools", "Lines part the pixels above 800 %.")
    off = QT_TRANSLATE_NOOP("tools", "No lines part the pixels.")
    canvas.say(words(on if canvas.sides.toggle_pixel_grid() else off))


def _toggle_snapping(canvas: Canvas) -> None:
    on = QT_TRANSLATE_NOOP("tools", "Things snap to what lies near; Ctrl leaves that aside.")
    off = QT_TRANSLATE_NOOP("tools", "Nothing snaps; with Ctrl it does.")
    canvas.say(words(on if canvas.sides.toggle_snapping() else off))


def _correct_perspective(canvas: Canvas) -> None:
    evidence = canvas.sides.active.picture_scene.evidence
    if evidence is not None:
        canvas.ask_to_adjust(evidence.id, perspective=True)


_DEEDS: dict[str, Deed] = {
    "fit": lambda canvas: canvas.sides.fit(),
    "full": lambda canvas: canvas.sides.active.zoom_to(1.0),
    "zoom_in": lambda canvas: canvas.sides.active.zoom(STEP),
    "zoom_out": lambda canvas: canvas.sides.active.zoom(1 / STEP),
    "link": lambda canvas: canvas.sides.set_linked(not canvas.sides.is_linked),
    "other_side": stepping.to_other_side,
    "next_mark": partial(stepping.select_mark, step=1),
    "previous_mark": partial(stepping.select_mark, step=-1),
    "next_number": partial(stepping.select_number, step=1),
    "previous_number": partial(stepping.select_number, step=-1),
    "number_up": partial(stepping.move_number, step=-1),
    "number_down": partial(stepping.move_number, step=1),
    "note": stepping.write_note,
    "edit_text": actions.edit_selected_text,
    "select_all": actions.select_all,
    "copy": copying.copy_selected,
    "cut": copying.cut_selected,
    "copy_style": copying.copy_style,
    "paste_style": copying.paste_style,
    "copy_across": copying.copy_across,
    "rulers": lambda canvas: canvas.sides.set_rulers(not canvas.sides.has_rulers),
    "pixel_grid": _toggle_pixel_grid,
    "snapping": _toggle_snapping,
    "perspective": _correct_perspective,
    "duplicate": actions.duplicate_selected,
    "delete": actions.delete_selected,
    "raise": actions.raise_selected,
    "lower": actions.lower_selected,
}
_STEERING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_NEED_MARKS = {"copy", "cut"}
"""Without a selected mark, these keys are for the window."""


def deed(name: str) -> Deed:
    """What the action of this name does on the canvas."""
    tool = name.removeprefix("tool ")
    return _DEEDS[name] if tool == name else lambda canvas: canvas.use(tool)


def action_for(event: QKeyEvent, canvas: Canvas) -> Deed | None:
    """What ``event`` means on the canvas; ``None`` leaves it to the window.

    Pressed during a gesture, only Escape means something: it gives the gesture up.
    """
    by_pointer = _by_pointer(event, canvas)
    if by_pointer is not None:
        return by_pointer
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and not keys):
        return _answer(event, canvas)
    if canvas.tool.is_busy:
        return None
    nudge = _NUDGES.get(event.key())
    if nudge is not None and not keys & ~Qt.KeyboardModifier.ShiftModifier:
        far = 10 if keys & Qt.KeyboardModifier.ShiftModifier else 1
        return partial(actions.nudge_selected, dx=nudge[0] * far, dy=nudge[1] * far)
    return _by_shortcut(pressed(event), canvas)


def _by_pointer(event: QKeyEvent, canvas: Canvas) -> Deed | None:
    """Arrow keys steer the pointer where nothing is to be nudged; Enter is its button."""
    pointer, keys = canvas.pointer, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in _ENTER and not keys & ~Qt.KeyboardModifier.ShiftModifier:
        return (lambda _: pointer.enter(hold=shift)) if pointer.is_shown else None
    way = _NUDGES.get(event.key())
    if way is None or keys & ~_STEERING or (canvas.tool.is_busy and not pointer.is_pressed):
        return None
    nothing = not canvas.selected_marks() and canvas.selected_discrepancy() is None
    if not (pointer.is_shown or pointer.is_due or nothing):
        return None
    ctrl = bool(keys & Qt.KeyboardModifier.ControlModifier)
    return lambda _: pointer.move(*way, shift=shift, ctrl=ctrl)


def _by_shortcut(key: str, canvas: Canvas) -> Deed | None:
    shortcuts = canvas.session.shortcuts
    if key in shortcuts.keys(BY_NAME["paste"]):
        return paste_here(canvas)
    for action in (*CANVAS_ACTIONS, *TOOL_ACTIONS):
        if key in shortcuts.keys(action):
            missing = action.name in _NEED_MARKS and not canvas.selected_marks()
            return None if missing else deed(action.name)
    return None


def paste_here(canvas: Canvas) -> Deed | None:
    """Marks and words land on the picture; anything else is for the window to paste."""
    if copying.has_marks_to_paste(canvas):
        return copying.paste_marks
    return copying.paste_text if copying.has_text_to_paste() else None


def _answer(event: QKeyEvent, canvas: Canvas) -> Deed | None:
    """Escape steps back once, Enter takes what the tool in hand offers."""
    if event.key() == Qt.Key.Key_Escape:
        return _escape if canvas.has_something_to_escape() else None
    offers = canvas.tool.offers and not canvas.tool.is_busy
    if not offers and canvas.tool.name == "select":
        return actions.edit_selected_text if _has_text(canvas) else None
    return (lambda canvas: canvas.tool.accept()) if offers else None


def _has_text(canvas: Canvas) -> bool:
    marks = canvas.selected_marks()
    return not canvas.read_only and [mark.kind for mark in marks] == [MarkKind.TEXT]


def _escape(canvas: Canvas) -> None:
    if not canvas.give_up():
        canvas.tool.escape()
