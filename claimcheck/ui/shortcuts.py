"""Which keys do what: an action's own keys, or those that the user gave it instead.

What the user changed is kept in the library's settings, as JSON.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

log = logging.getLogger(__name__)

SETTING = "shortcuts"
"""Where in the library's settings the changed keys are kept."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do, whatever it is asked with: key, menu, palette or button."""

    name: str
    title: str
    """English, marked for translation in ``context``."""
    keys: tuple[str, ...]
    """Portable key sequences, such as ``Ctrl+Shift+Z``; the first one is shown."""
    group: str
    """English, marked for translation in the context ``shortcuts``."""
    context: str = "shortcuts"
    on_canvas: bool = False
    """Whether its keys work while the canvas has the keyboard, and only then."""
    step: str = ""
    """Where the button is that does it, see ``widgets/tips.py``; empty for what needs none."""

    def told(self) -> str:
        """What it does, in the app's language."""
        return QCoreApplication.translate(self.context, self.title)


class Shortcuts(QObject):
    """The keys of every action; one per session."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed: dict[str, tuple[str, ...]] = {}
        self._keep: Callable[[str], None] | None = None

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys that do it now; perhaps none."""
        return self._changed.get(action.name, action.keys)

    def holders(self, key: str, but: Action, actions: Iterable[Action]) -> tuple[Action, ...]:
        """The other actions that ``key`` does already; on the canvas or off it, both count."""
        return tuple(one for one in actions if one.name != but.name and key in self.keys(one))

    def set_keys(self, action: Action, keys: tuple[str, ...], taken: Iterable[Action] = ()) -> None:
        """Give an action other keys, and take them from those that have them."""
        for other in taken:
            self._put(other, tuple(key for key in self.keys(other) if key not in keys))
        self._put(action, keys)
        self._tell()

    def reset(self) -> None:
        """Every action gets its own keys back."""
        self._changed.clear()
        self._tell()

    def tip(self, action: Action, words: str = "") -> str:
        """A tooltip: what it does, in other ``words`` maybe, and its first key."""
        keys, words = self.keys(action), words or action.told()
        return f"{words} ({shown(keys[0])})" if keys else words

    def line(self, action: Action) -> str:
        """A menu's line: what it does, and at the right its first key."""
        keys = self.keys(action)
        return f"{action.told()}\t{shown(keys[0])}" if keys else action.told()

    def restore(self, text: str, keep: Callable[[str], None] | None) -> None:
        """Take over what was kept as ``text``; from now on hand changes to ``keep``."""
        self._keep = keep
        try:
            plain = json.loads(text) if text else {}
            self._changed = {str(name): tuple(map(str, keys)) for name, keys in plain.items()}
        except (ValueError, TypeError, AttributeError):
            log.warning("the kept shortcuts can't be read; starting with the first ones")

    def _put(self, action: Action, keys: tuple[str, ...]) -> None:
        if keys == action.keys:
            self._changed.pop(action.name, None)
        else:
            self._changed[action.name] = keys

    def _tell(self) -> None:
        if self._keep is not None:
            self._keep(json.dumps(self._changed, ensure_ascii=False))
        self.changed.emit()


def pressed(event: QKeyEvent) -> str:
    """The portable name of what was pressed; ``?`` and ``+`` are themselves, with Shift or not."""
    return sequence_text(event.key(), event.modifiers())


def sequence_text(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """The portable name of a key with modifiers, as actions name theirs."""
    kept = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    printed = 0x21 <= key < 0x100 and not chr(key).isalnum()
    if printed:  # whether Shift is needed for it depends on the keyboard
        kept &= ~Qt.KeyboardModifier.ShiftModifier
    text: str = QKeySequence(kept.value | key).toString(QKeySequence.SequenceFormat.PortableText)
    return text


def shown(key: str) -> str:
    """A key as it is written on this system and in this language."""
    native: str = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native
