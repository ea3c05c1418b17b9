"""A combo box that elides what doesn't fit, and never changes by scrolling past it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPalette, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_LEFT, _RIGHT, _GAP = 12, 30, 8
"""Text starts where it does in a line edit, and ends before the arrow."""


class Choice(QComboBox):
    """One value of a closed list; the items' user data are the values."""

    def __init__(
        self,
        items: Iterable[tuple[object, str]] = (),
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setAccessibleName(accessible_name)
        # A combo box is announced by what is chosen; this says what that is of.
        self.setAccessibleDescription(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fill((value, word, QIcon()) for value, word in items)

    def fill(self, items: Iterable[tuple[object, str, QIcon]]) -> None:
        """Replace the items by (value, word, picture), without telling anyone."""
        with QSignalBlocker(self):
            self.clear()
            for value, word, picture in items:
                # Qt would hand a StrEnum back as a plain text; make that so for everyone.
                plain = value.value if isinstance(value, StrEnum) else value
                self.addItem(picture, word, plain)

    def index_of(self, value: object) -> int:
        """Where ``value`` is among the items; -1 when it isn't (``None`` counts as a value)."""
        return next((i for i in range(self.count()) if self.itemData(i) == value), -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the form

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        box = self.rect().adjusted(_LEFT, 0, -_RIGHT, 0)
        picture = self.itemIcon(self.currentIndex())
        text = self.currentText() or self.placeholderText()
        if not picture.isNull() and not picture.pixmap(QSize(16, 16)).isNull():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            middle = box.center().y() - 7
            picture.paint(painter, QRect(box.x(), middle, 16, 16), mode=mode)
            box.adjust(16 + _GAP, 0, 0, 0)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.Text))
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)


def blank_icon() -> QIcon:
    """Keeps the words in line where one of a list has no picture."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
