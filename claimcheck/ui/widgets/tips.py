"""Tooltips that name the key, whatever key that is by now."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.ui.shortcuts import Action, Shortcuts


class _Tip(QObject):
    """Belongs to its widget, so that it goes with it: the session's keys outlive a window."""

    def __init__(self, widget: QWidget, shortcuts: Shortcuts, action: Action) -> None:
        super().__init__(widget)
        self._widget, self._shortcuts, self._action = widget, shortcuts, action
        shortcuts.changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Say what the widget does, and with which key."""
        self._widget.setToolTip(self._shortcuts.tip(self._action))


def keep_tip(widget: QWidget, shortcuts: Shortcuts, action: Action) -> None:
    """Let the tooltip of ``widget`` say what ``action`` does, and with which key."""
    _Tip(widget, shortcuts, action)
    widget.setAccessibleName(action.told())
