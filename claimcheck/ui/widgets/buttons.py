"""Buttons and labels as the style sheet knows them, in one line each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from claimcheck.ui.icons import icon

_GAP = 4
"""Added to the style's own 4 px between icon and text."""


def button(
    text: str,
    icon_name: str = "",
    kind: str = "secondary",
    parent: QWidget | None = None,
    trailing: bool = False,
) -> QPushButton:
    """A push button; ``kind`` is ``primary`` (one per screen), ``secondary`` or ``tertiary``.

    ``trailing`` puts the icon behind the text, for buttons that lead on.
    """
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.ArrowCursor)
    if trailing:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if icon_name:
        set_button_icon(made, icon_name)
    return made


def set_button_icon(push_button: QPushButton, icon_name: str) -> None:
    """Show another icon beside the text, in the colour that goes with its kind."""
    trailing = push_button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    role = "on-primary" if push_button.property("kind") == "primary" else "text"
    push_button.setIcon(icon(icon_name, 18, role, gap=-_GAP if trailing else _GAP))
    push_button.setIconSize(QSize(18 + _GAP, 18))


def icon_button(
    icon_name: str, tip: str, size: int = 20, kind: str = "icon", parent: QWidget | None = None
) -> QToolButton:
    """A 32 px button with only an icon; ``tip`` is its tooltip and its accessible name."""
    made = QToolButton(parent)
    made.setProperty("kind", kind)
    made.setIcon(icon(icon_name, size))
    made.setIconSize(QSize(size, size))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def label(
    text: str = "", role: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label; ``role`` as in the style sheet: ``title``, ``label``, ``meta``, ``secondary`` …"""
    made = QLabel(text, parent)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def dividing_line(vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """One pixel of ``line``."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setProperty("flat", "vertical" if vertical else "horizontal")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


class ElidedLabel(QLabel):
    """One line that ends in “…” when there is no room; the tooltip then has the whole."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole_text(text)

    def set_whole_text(self, text: str) -> None:
        """Show ``text``, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole_text(self) -> str:
        """The text, whether it is elided or not."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
