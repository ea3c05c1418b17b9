"""What every dialog of ours has: a title, room, and its buttons at the bottom right."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.widgets.buttons import dividing_line, label

_BESIDE_PX = 48
"""Of the screen that a dialog leaves free: room for its title bar, and to see what is below."""


class FramedDialog(QDialog):
    """Title above, ``body`` in the middle, buttons below; Escape closes it.

    Enter presses the button that has the keyboard; anywhere else it presses the default one.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 0, 24, 24)
        self.body.setSpacing(12)
        self._head = label(title, "subtitle", wrap=True)
        self._head.setContentsMargins(24, 20, 24, 12)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(16, 12, 16, 12)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self.body, 1)
        column.addWidget(dividing_line())
        column.addLayout(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused, enter = self.focusWidget(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(focused, QPushButton | QToolButton) and event.key() in enter:
            focused.click()
        else:
            super().keyPressEvent(event)

    def take_room(self, width: int, height: int) -> None:
        """As large as this, or as the screen allows: its buttons must be within reach."""
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width() - _BESIDE_PX), min(height, room.height() - _BESIDE_PX))

    def set_title(self, title: str) -> None:
        """Say something else above."""
        self.setWindowTitle(title)
        self._head.setText(title)

    def add_button(self, made: QPushButton, at_left: bool = False) -> None:
        """Put a button in the bottom row; the last one at the right is the default."""
        if at_left:
            self._buttons.insertWidget(0, made)
            return
        self._buttons.addWidget(made)
        made.setDefault(made.property("kind") == "primary")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def add_beside_buttons(self, made: QLayout) -> None:
        """Lay this out at the left of the buttons, in all the room that they leave."""
        made.setContentsMargins(8, 0, 16, 0)  # in line with what is above
        self._buttons.takeAt(0)
        self._buttons.insertLayout(0, made, 1)


def window_of(child: QObject) -> QWidget | None:
    """The widget that a helper object belongs to; asked when needed, for to keep it is a cycle."""
    parent = child.parent()
    return parent if isinstance(parent, QWidget) else None
