"""Which action a widget does, and tooltips that name its key, whatever key that is by now."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.ui.shortcuts import Action, Shortcuts

ACTION_PROPERTY = "action"
"""Dynamic property with the name of the action that pressing the widget does."""
LOCKED_PROPERTY = "locked"
"""Dynamic property, true where the tooltip says for good why the widget is off."""


class _Tip(QObject):
    """Belongs to its widget, so that it goes with it: the session's keys outlive a window."""

    def __init__(self, widget: QWidget, shortcuts: Shortcuts, action: Action, words: str) -> None:
        super().__init__(widget)
        self._widget, self._shortcuts, self._action = widget, shortcuts, action
        self._words = words
        shortcuts.changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Say what the widget does, and with which key."""
        if not self._widget.property(LOCKED_PROPERTY):
            self._widget.setToolTip(self._shortcuts.tip(self._action, self._words))


def keep_tip(widget: QWidget, shortcuts: Shortcuts, action: Action) -> None:
    """Let the tooltip of ``widget`` say what ``action`` does, and with which key."""
    serve(widget, shortcuts, action)
    widget.setAccessibleName(action.told())


def serve(widget: QWidget, shortcuts: Shortcuts, action: Action, words: str = "") -> None:
    """Pressing ``widget`` is how ``action`` is done; its tooltip says the key.

    ``words`` say there what it does, where that is more than the action's own words.
    """
    widget.setProperty(ACTION_PROPERTY, action.name)
    _Tip(widget, shortcuts, action, words)
