"""A slider with its number beside it: dragged, stepped or typed. Shows when values differ."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStyle, QWidget

from claimcheck.ui.widgets.number_entry import NumberEntry

_STEPS = 200
_FIELD = 68
_KEY_STEPS: dict[Qt.Key, float] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_Home: -math.inf,
    Qt.Key.Key_End: math.inf,
}


class Slide(QWidget):
    """``moved`` while dragging, ``done`` when the hand lets go: what follows is another change."""

    moved = Signal(float)
    done = Signal()

    def __init__(
        self,
        name: str,
        suffix: str,
        least: float,
        most: float,
        *,
        even: bool = True,
        decimals: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """From ``least`` to ``most``; unless ``even``, small values have more room."""
        super().__init__(parent)
        self._least, self._most, self._even, self._decimals = least, most, even, decimals
        self.bar = _Bar(Qt.Orientation.Horizontal)
        self.bar.setRange(0, _STEPS)
        self.bar.setPageStep(_STEPS // 10)
        self.bar.setAccessibleName(name)
        self.field = NumberEntry(name, suffix, least, most, decimals)
        self.field.setFixedWidth(_FIELD)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.bar, 1)
        line.addWidget(self.field)
        self.setFocusProxy(self.bar)
        self.bar.valueChanged.connect(self._on_slid)
        self.bar.sliderReleased.connect(self.done)
        self.bar.left.connect(self.done)
        self.bar.stepped.connect(self._on_stepped)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self.done)

    @property
    def value(self) -> float | None:
        """The number; ``None`` when there is none in common."""
        return self.field.value

    def set_value(self, value: float | None, mixed: str = "–") -> None:
        """Show a number without telling anyone; ``None`` shows ``mixed``."""
        self.field.set_value(value, mixed)
        if bool(self.bar.property("mixed")) != (value is None):
            self.bar.setProperty("mixed", value is None)
            self.bar.style().polish(self.bar)
        if not self.bar.isSliderDown():
            with QSignalBlocker(self.bar):
                self.bar.setValue(0 if value is None else self._notch(value))

    def _on_slid(self, notch: int) -> None:
        share = notch / _STEPS
        value = self._least + (share if self._even else share * share) * (self._most - self._least)
        value = round(value, self._decimals)
        self.field.set_value(value)
        self.moved.emit(value)

    def _on_entered(self, value: float) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setValue(self._notch(value))
        self.moved.emit(value)

    def _on_stepped(self, by: float) -> None:
        """As in the field, for a notch is less than nothing where small values have more room."""
        if self.value is None:
            self.field.set_value(self._least)
        self.field.step(by)

    def _notch(self, value: float) -> int:
        share = (value - self._least) / (self._most - self._least)
        share = min(max(share, 0.0), 1.0)
        return round((share if self._even else math.sqrt(share)) * _STEPS)


class _Bar(QSlider):
    """Goes where it is pressed, steps by whole numbers, and never moves by scrolling past it."""

    left = Signal()
    stepped = Signal(float)
    """A key asks for so much more, or less."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            # Not setSliderDown alone: Qt's own press would page towards the pointer.
            self.setSliderDown(True)
            self._follow(event)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown() and event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEY_STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.stepped.emit(step * (10 if shift else 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def _follow(self, event: QMouseEvent) -> None:
        knob = 16
        at = round(event.position().x()) - knob // 2
        self.setValue(
            QStyle.sliderValueFromPosition(
                self.minimum(), self.maximum(), at, max(self.width() - knob, 1)
            )
        )
