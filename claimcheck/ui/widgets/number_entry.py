"""A short field for one number: typed, or stepped with Up and Down. Empty when values differ."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_NUMBER = re.compile(r"[-+−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")


class NumberEntry(QLineEdit):
    """Enter or leaving takes what was typed, Escape puts back what was there.

    Only what a number is written with is taken: a tool's key that is pressed while the keyboard is
    still here changes nothing.
    """

    entered = Signal(float)
    """The user gave another number; each step with Up or Down counts."""
    left = Signal()
    """The keyboard went elsewhere: what follows is another change."""

    def __init__(
        self,
        name: str,
        suffix: str = "",
        least: float = float("-inf"),
        most: float = float("inf"),
        decimals: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what is entered here; ``suffix`` follows the number, such as `` %``."""
        super().__init__(parent)
        self._suffix, self._decimals = suffix, decimals
        self._least, self._most = least, most
        self._value: float | None = None
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(0)
        self.returnPressed.connect(self._take)

    @property
    def value(self) -> float | None:
        """The number; ``None`` when there is none in common."""
        return self._value

    def set_value(self, value: float | None, mixed: str = "–") -> None:
        """Show a number without telling anyone; ``None`` shows ``mixed`` in its place."""
        self._value = None if value is None else float(round(value, self._decimals))
        self.setPlaceholderText(mixed)
        if not (self.hasFocus() and self.isModified()):
            self._write()

    def step(self, by: float) -> None:
        """One more or less, from what is typed."""
        typed = self._read()
        value = typed if typed is not None else self._value
        if value is not None:
            self._give(value + by)
            self._write()
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(step * (10 if shift else 1))
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._write()
            self.selectAll()
        elif self._could_be_typed(event.text()):
            super().keyPressEvent(event)

    def _could_be_typed(self, text: str) -> bool:
        """Whether a key's text, if it has any, may stand in the field."""
        return not text.isprintable() or all(
            sign.isdecimal() or sign in "+-−., " or sign in self._suffix for sign in text
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take()
            self.left.emit()

    def _take(self) -> None:
        value = self._read() if self.isModified() else None
        if value is not None:
            self._give(value)
        self._write()

    def _give(self, value: float) -> None:
        value = round(min(max(value, self._least), self._most), self._decimals)
        if value != self._value:
            self._value = value
            self.setModified(False)
            self.entered.emit(value)

    def _read(self) -> float | None:
        found = _NUMBER.search(self.text())
        if found is None:
            return None
        return float(found[0].replace(",", ".").replace("−", "-"))

    def _write(self) -> None:
        text = ""
        if self._value is not None:
            locale = QLocale()
            locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
            digits = 0 if self._value == round(self._value) else self._decimals
            text = locale.toString(float(self._value), "f", digits) + self._suffix
        self.setText(text)
        self.setModified(False)
        self.setCursorPosition(0)
