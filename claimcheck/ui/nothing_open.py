"""The step's place while the library has reviews and none is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.tips import serve


class NothingOpen(QWidget):
    """Leads to the list at the left, or to a new review."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.begin = button(self.tr("New review"), "plus", "primary")
        serve(self.begin, session.shortcuts, BY_NAME["new_review"])
        lock_when_read_only(session.document, (self.begin,))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (label(self.tr("Choose a review at the left"), "subtitle"), self.begin):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
