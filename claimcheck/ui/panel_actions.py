"""What the buttons of panels do, each with a key: the part of the action table that needs them.

A button says which action it does (``widgets/tips.py``); to do the action is to press that button.
"""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.shortcuts import Action

_ = QT_TRANSLATE_NOOP
_EVERYWHERE = _("shortcuts", "Everywhere")
_COMPARE = _("shortcuts", "Compare")
_CLAIMS = _("shortcuts", "Claims")
_CARD = _("shortcuts", "Card")
_PICTURES = _("shortcuts", "Listing and photos")


def _panel(name: str, title: str, key: str, step: str, group: str = _COMPARE) -> Action:
    """``step`` is where its button is; empty where that may be any step."""
    return Action(name, title, (key,), group, step=step)


PANEL_ACTIONS: tuple[Action, ...] = (
    _panel("library_menu", _("shortcuts", "Order and trash"), "Alt+L", "", _EVERYWHERE),
    _panel("empty_trash", _("shortcuts", "Empty the trash"), "Ctrl+Alt+Del", "", _EVERYWHERE),
    _panel(
        "add_listing", _("shortcuts", "Add another place of sale"), "Alt+A", "listing", _PICTURES
    ),
    _panel(
        "remove_listing", _("shortcuts", "Remove this listing"), "Alt+Shift+A", "listing", _PICTURES
    ),
    _panel(
        "fetch_page", _("shortcuts", "Fetch the page at the address"), "Alt+F", "listing", _PICTURES
    ),
    _panel("add_receipt", _("shortcuts", "Add receipt"), "Alt+R", "listing", _PICTURES),
    _panel(
        "proof_details",
        _("shortcuts", "Where the proof comes from"),
        "Alt+Shift+R",
        "listing",
        _PICTURES,
    ),
    _panel("remove_proof", _("shortcuts", "Remove the proof"), "Ctrl+Alt+R", "listing", _PICTURES),
    _panel("compare_this", _("shortcuts", "Compare this picture"), "Alt+C", "", _PICTURES),
    _panel(
        "picture_details", _("shortcuts", "Where the picture comes from"), "Alt+I", "", _PICTURES
    ),
    _panel("remove_picture", _("shortcuts", "Remove the picture"), "Alt+Del", "", _PICTURES),
    _panel("other_picture", _("shortcuts", "Compare another picture"), "Alt+O", "compare"),
    _panel("more_looks", _("shortcuts", "More ways to compare"), "Alt+M", "compare"),
    _panel("numbering", _("shortcuts", "How discrepancies are numbered"), "Alt+N", "compare"),
    _panel("number_menu", _("shortcuts", "More about the number"), "Alt+Shift+N", "compare"),
    _panel("presets", _("shortcuts", "Keep, rename or delete a look"), "Alt+P", "compare"),
    _panel("filled", _("shortcuts", "Filled, or only outlined"), "Alt+Shift+F", "compare"),
    _panel("shadow", _("shortcuts", "With a shadow, or without"), "Alt+S", "compare"),
    _panel(
        "remove_stamp",
        _("shortcuts", "Remove an own picture from the stamps"),
        "Alt+Shift+Q",
        "compare",
    ),
    _panel("accept", _("shortcuts", "Accept the proposal"), "Alt+Return", "compare"),
    _panel(
        "accept_note",
        _("shortcuts", "Accept the proposal and write a note"),
        "Alt+Shift+Return",
        "compare",
    ),
    _panel("dismiss", _("shortcuts", "Dismiss the proposal"), "Alt+Backspace", "compare"),
    _panel(
        "dismiss_all", _("shortcuts", "Dismiss all proposals"), "Alt+Shift+Backspace", "compare"
    ),
    _panel("add_claims", _("shortcuts", "Add claims"), "Alt+Shift+C", "claims", _CLAIMS),
    _panel("verdict holds", _("shortcuts", "Verdict: holds"), "Alt+1", "claims", _CLAIMS),
    _panel("verdict partly", _("shortcuts", "Verdict: partly"), "Alt+2", "claims", _CLAIMS),
    _panel("verdict misleading", _("shortcuts", "Verdict: misleading"), "Alt+3", "claims", _CLAIMS),
    _panel("verdict false", _("shortcuts", "Verdict: false"), "Alt+4", "claims", _CLAIMS),
    _panel("verdict unproven", _("shortcuts", "Verdict: unproven"), "Alt+5", "claims", _CLAIMS),
    _panel("delete_claim", _("shortcuts", "Delete the claim"), "Alt+Shift+Del", "claims", _CLAIMS),
    _panel(
        "frame_card", _("shortcuts", "Frame both pictures automatically"), "Alt+G", "card", _CARD
    ),
    _panel("app_buttons", _("shortcuts", "Show what the app covers"), "Alt+B", "card", _CARD),
    _panel("edit_card", _("shortcuts", "Edit the card’s texts"), "Alt+T", "card", _CARD),
    _panel(
        "export_more",
        _("shortcuts", "Export a carousel, all formats or a clip"),
        "Ctrl+Alt+E",
        "card",
        _CARD,
    ),
    _panel("brand", _("shortcuts", "Your look on cards"), "Alt+K", "card", _CARD),
    _panel("footer", _("shortcuts", "Say what was done to the pictures"), "Alt+D", "card", _CARD),
    _panel("copy_caption", _("shortcuts", "Copy the caption"), "Ctrl+Alt+C", "card", _CARD),
    _panel(
        "move_inside", _("shortcuts", "Move inside the safe area"), "Alt+Shift+G", "card", _CARD
    ),
    _panel(
        "show_folder", _("shortcuts", "Show the export in its folder"), "Alt+Shift+E", "card", _CARD
    ),
)
"""What a button of a panel does, by its key: see ``WindowActions.press``."""
