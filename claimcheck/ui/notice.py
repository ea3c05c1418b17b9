"""A line above the step that stays: this library is open read-only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.icons import pixmap
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import button, dividing_line, label
from claimcheck.ui.widgets.tips import serve


class Notice(QWidget):
    """Hidden unless the library can't be written."""

    other_library_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sign = QLabel()
        sign.setPixmap(pixmap("lock", 18, theme().tokens.text, self.devicePixelRatioF()))
        self.words = label(
            self.tr("This library is open read-only: look around, nothing can be changed."),
            wrap=True,
        )
        other = button(self.tr("Open another library"), "folder-open", "tertiary")
        other.clicked.connect(self.other_library_asked)
        serve(other, session.shortcuts, BY_NAME["library"])
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(dividing_line())
        self.setVisible(session.read_only)
