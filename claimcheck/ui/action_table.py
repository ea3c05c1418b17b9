"""Everything that can be done with a key, in one table.

Shortcuts, their list, the command palette and tooltips all read it. What an action does stands in
``window_actions.py``, or in ``canvas/keys.py`` for what works on the canvas.
"""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.canvas.looks.look import ALIGN_TITLE, LOOKS
from claimcheck.ui.canvas.tools.table import TOOLS
from claimcheck.ui.panel_actions import PANEL_ACTIONS
from claimcheck.ui.shortcuts import Action

_ = QT_TRANSLATE_NOOP
_EVERYWHERE = _("shortcuts", "Everywhere")
_REVIEW = _("shortcuts", "Review")
_COMPARE = _("shortcuts", "Compare")
_LOOKS = _("shortcuts", "Ways to look")
_TOOLS = _("shortcuts", "Tools")


def _window(name: str, title: str, *keys: str, group: str = _EVERYWHERE) -> Action:
    return Action(name, title, keys, group)


def _canvas(name: str, title: str, *keys: str) -> Action:
    return Action(name, title, keys, _COMPARE, on_canvas=True)


WINDOW_ACTIONS: tuple[Action, ...] = (
    _window("palette", _("shortcuts", "Search actions and reviews"), "Ctrl+K"),
    _window("undo", _("shortcuts", "Undo"), "Ctrl+Z"),
    _window("redo", _("shortcuts", "Redo"), "Ctrl+Shift+Z", "Ctrl+Y"),
    _window("history", _("shortcuts", "History"), "Ctrl+H"),
    _window("next_part", _("shortcuts", "To the next part of the window"), "Ctrl+Tab"),
    _window("settings", _("shortcuts", "Settings"), "Ctrl+,"),
    _window("shortcuts", _("shortcuts", "Keyboard shortcuts"), "?", "F1"),
    _window("search", _("shortcuts", "Search the library"), "Ctrl+F"),
    _window("library", _("shortcuts", "Open another library"), "Ctrl+O"),
    _window("fold_library", _("shortcuts", "Fold or unfold the library"), "Ctrl+B"),
    _window("show_trash", _("shortcuts", "Show the trash, or the reviews again"), "Ctrl+Shift+B"),
    _window("sample", _("shortcuts", "Open the sample"), "Ctrl+Shift+O"),
    _window("new_review", _("shortcuts", "New review"), "Ctrl+N", group=_REVIEW),
    _window("trash", _("shortcuts", "Move to trash"), "Ctrl+Shift+Del", group=_REVIEW),
    _window("listing", _("shortcuts", "Go to the listing"), "Ctrl+1", group=_REVIEW),
    _window("photos", _("shortcuts", "Go to the photos"), "Ctrl+2", group=_REVIEW),
    _window("compare", _("shortcuts", "Go to comparing"), "Ctrl+3", group=_REVIEW),
    _window("claims", _("shortcuts", "Go to the claims"), "Ctrl+4", group=_REVIEW),
    _window("card", _("shortcuts", "Go to the card"), "Ctrl+5", group=_REVIEW),
    _window("next_step", _("shortcuts", "Next step"), "Ctrl+PgDown", group=_REVIEW),
    _window("previous_step", _("shortcuts", "Previous step"), "Ctrl+PgUp", group=_REVIEW),
    _window("paste", _("shortcuts", "Paste"), "Ctrl+V", group=_REVIEW),
    _window("choose_listing", _("shortcuts", "Choose listing images"), "Ctrl+I", group=_REVIEW),
    _window("choose_photos", _("shortcuts", "Choose photos"), "Ctrl+Shift+I", group=_REVIEW),
    _window("export", _("shortcuts", "Export picture"), "Ctrl+E", group=_REVIEW),
    _window("copy_card", _("shortcuts", "Copy picture"), "Ctrl+Shift+E", group=_REVIEW),
)
"""What works wherever the keyboard is in the window."""

CANVAS_ACTIONS: tuple[Action, ...] = (
    _canvas("fit", _("shortcuts", "Show the whole picture"), "0", "F", "Ctrl+0"),
    _canvas("full", _("shortcuts", "Show at 100 %"), "1"),
    _canvas("zoom_in", _("shortcuts", "Zoom in"), "+", "=", "Ctrl++", "Ctrl+="),
    _canvas("zoom_out", _("shortcuts", "Zoom out"), "-", "Ctrl+-"),
    _canvas("link", _("shortcuts", "Zoom and move both pictures together"), "K"),
    _canvas("rulers", _("shortcuts", "Rulers"), "Ctrl+R"),
    _canvas("pixel_grid", _("shortcuts", "Lines between pixels above 800 %"), "Ctrl+G"),
    _canvas("snapping", _("shortcuts", "Snap to what lies near"), "Ctrl+Shift+G"),
    _canvas("perspective", _("shortcuts", "Correct the perspective of the picture"), "Shift+G"),
    _canvas("other_side", _("shortcuts", "To the other picture"), "W"),
    _canvas("next_mark", _("shortcuts", "Select the next mark"), "."),
    _canvas("previous_mark", _("shortcuts", "Select the mark before"), ","),
    _canvas("next_number", _("shortcuts", "Select the next number"), "PgDown"),
    _canvas("previous_number", _("shortcuts", "Select the number before"), "PgUp"),
    _canvas("number_up", _("shortcuts", "Move the number up in the list"), "Alt+Up"),
    _canvas("number_down", _("shortcuts", "Move the number down in the list"), "Alt+Down"),
    _canvas("note", _("shortcuts", "Write the note of the number"), "Ctrl+Return"),
    _canvas("edit_text", _("shortcuts", "Edit the text"), "Alt+E"),
    _canvas("select_all", _("shortcuts", "Select all marks of the picture"), "Ctrl+A"),
    _canvas("copy", _("shortcuts", "Copy"), "Ctrl+C"),
    _canvas("cut", _("shortcuts", "Cut"), "Ctrl+X"),
    _canvas("copy_style", _("shortcuts", "Copy style"), "Ctrl+Shift+C"),
    _canvas("paste_style", _("shortcuts", "Paste style"), "Ctrl+Shift+V"),
    _canvas("copy_across", _("shortcuts", "Copy to the other picture"), "Ctrl+Shift+D"),
    _canvas("duplicate", _("shortcuts", "Duplicate"), "Ctrl+D"),
    _canvas("delete", _("shortcuts", "Delete"), "Del", "Backspace"),
    _canvas("raise", _("shortcuts", "Bring to the front"), "Ctrl+]"),
    _canvas("lower", _("shortcuts", "Send to the back"), "Ctrl+["),
)
"""What works while the canvas has the keyboard."""

TOOL_ACTIONS: tuple[Action, ...] = tuple(
    Action(f"tool {tool.name}", tool.title, tuple(tool.key), _TOOLS, "tools", on_canvas=True)
    for tool in TOOLS
)
"""Taking each tool in hand."""


def _look(name: str, title: str, key: str) -> Action:
    return Action(name, title, (key,), _LOOKS, on_canvas=True)


PAIR_ACTIONS: tuple[Action, ...] = (
    _look("hand", _("shortcuts", "Align by hand"), "Shift+F9"),
    _look("frame", _("shortcuts", "Lay over with the same size and middle"), "Ctrl+F9"),
    _look("frame_by_box", _("shortcuts", "Same size and middle, by boxes"), "Ctrl+F10"),
    _look("forget", _("shortcuts", "Forget the alignment"), "Ctrl+Shift+F9"),
    _look("differences", _("shortcuts", "Propose differences"), "F10"),
    _look("print", _("shortcuts", "Compare the print"), "Shift+F10"),
    _look("colours", _("shortcuts", "Compare colours"), "F11"),
    _look("sizes", _("shortcuts", "Measure sizes"), "F12"),
    _look("send", _("shortcuts", "Show the view on the card"), "Shift+F12"),
    _look("save", _("shortcuts", "Save this view as a picture"), "Ctrl+Shift+S"),
)
"""What else can be done with two pictures: the menu beside *Align*."""

LOOK_ACTIONS: tuple[Action, ...] = (
    *(
        Action(f"look {spec.look}", spec.title, (spec.key,), _LOOKS, "looks", on_canvas=True)
        for spec in LOOKS
    ),
    Action("align", ALIGN_TITLE, ("F9",), _LOOKS, "looks", on_canvas=True),
    *PAIR_ACTIONS,
)
"""Looking at the two pictures in another way."""

ACTIONS = (*WINDOW_ACTIONS, *CANVAS_ACTIONS, *LOOK_ACTIONS, *TOOL_ACTIONS, *PANEL_ACTIONS)
BY_NAME = {action.name: action for action in ACTIONS}

FIXED: tuple[tuple[str, str], ...] = (
    ("← → ↑ ↓", _("shortcuts", "Nudge; with Shift ten times as far")),
    ("← → ↑ ↓, ↵", _("shortcuts", "With a tool: a pointer, and its button")),
    (_("shortcuts", "Space + drag"), _("shortcuts", "Move the picture")),
    (_("shortcuts", "Ctrl + wheel"), _("shortcuts", "Zoom to the pointer")),
    ("Esc", _("shortcuts", "Give up the gesture")),
)
"""Keys and gestures on the canvas that stay as they are."""
