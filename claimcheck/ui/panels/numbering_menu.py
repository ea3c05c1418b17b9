"""What stands on the discs of the comparison in view: digits or letters, and the first of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Numbering
from claimcheck.model.numbering import DiscNumber, number_in
from claimcheck.model.review import Comparison
from claimcheck.ui.panels.fields import Field
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.segmented import SegmentedControl

CHANGE_NUMBERING = QT_TRANSLATE_NOOP("history", "Change numbering")
_MOST = 999


class NumberingMenu(QMenu):
    """Opens below its button; each choice is one undo step."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = session.document
        self.kind = SegmentedControl(
            ((Numbering.DIGITS.value, "1 2 3"), (Numbering.LETTERS.value, "A B C")),
            self.tr("Discs show"),
        )
        self.first = _FirstEntry()
        self.first.setAccessibleName(self.tr("Starts at"))
        ground = QWidget()
        ground.setProperty("role", "raised")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(12)
        column.addLayout(Field(self.tr("Discs show"), self.kind))
        column.addLayout(Field(self.tr("Starts at"), self.first))
        ground.setFixedWidth(200)
        action = QWidgetAction(self)
        action.setDefaultWidget(ground)
        self.addAction(action)
        self.kind.chosen.connect(lambda key: self._set(numbering=Numbering(key)))
        self.first.editingFinished.connect(self._take_first)
        self.first.returnPressed.connect(self.close)
        self.aboutToShow.connect(self.refresh)
        self._document.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show how the comparison in view is numbered."""
        comparison = self._comparison()
        if comparison is None:
            return
        self.kind.set_key(comparison.numbering.value)
        self.first.setText(str(self._document.review.number_at(comparison.id, 0)))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard goes to the first control: a menu has no use for its keys here."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.kind.setFocus(Qt.FocusReason.TabFocusReason))

    def focusNextPrevChild(self, forth: bool) -> bool:
        """Tab goes from control to control; a menu's own would go from line to line."""
        return QWidget.focusNextPrevChild(self, forth)

    def _comparison(self) -> Comparison | None:
        return self._document.comparison if self._document.is_open else None

    def _take_first(self) -> None:
        number = number_in(self.first.text())
        if number is not None:
            self._set(first=min(number, _MOST))
        self.refresh()

    def _set(self, numbering: Numbering | None = None, first: int | None = None) -> None:
        comparison = self._comparison()
        if comparison is None:
            return
        wanted = numbering or comparison.numbering
        number = first if first is not None else comparison.first_number
        self._document.apply(
            lambda review: edits.set_numbering(review, comparison.id, number, wanted),
            CHANGE_NUMBERING,
        )


class _FirstEntry(QLineEdit):
    """Up and Down step; Escape is the menu's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        number = number_in(self.text())
        if step is None or number is None:
            super().keyPressEvent(event)
            return
        lettered = self.text().strip().isalpha()
        wanted = Numbering.LETTERS if lettered else Numbering.DIGITS
        self.setText(str(DiscNumber(max(number + step, 1), wanted)))
        self.editingFinished.emit()
