"""A field for a day: typed as anyone writes it, or picked from a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from claimcheck.ui.icons import icon
from claimcheck.ui.panels.entries import read_date, write_date
from claimcheck.ui.panels.parts import row
from claimcheck.ui.widgets.buttons import button


class DateEntry(QLineEdit):
    """A line edit with a calendar behind its button; empty means that no day was noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: QFrame | None = None
        action = QAction(icon("calendar", 16, "text-2"), self.tr("Choose a day"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        for inner in self.findChildren(QToolButton):
            # The style sheet's 32 px are for buttons on their own.
            inner.setStyleSheet("min-width: 0; min-height: 0; padding: 0;")
            inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setPlaceholderText(self.tr("Not noted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() == Qt.Key.Key_Down or event.key() == Qt.Key.Key_F4
        if opens and not self.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show the calendar below the field; choosing a day writes it as if typed."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "card")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        calendar.setLocale(QLocale())
        _dress(calendar)
        calendar.setMaximumDate(QDate.currentDate())
        calendar.setSelectedDate(self._day())
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        today = button(self.tr("Today"), kind="tertiary")
        today.clicked.connect(lambda: self._choose(QDate.currentDate()))
        nothing = button(self.tr("Clear"), kind="tertiary")
        nothing.clicked.connect(lambda: self._type(""))
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(calendar)
        column.addLayout(row(today, None, nothing))
        self._calendar = popup
        popup.adjustSize()
        popup.move(self._place_for(popup))
        popup.show()
        calendar.setFocus()

    def _place_for(self, popup: QWidget) -> QPoint:
        """Below the field, or above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        screen = self.screen().availableGeometry()
        if below.y() + popup.height() <= screen.bottom():
            return below
        return self.mapToGlobal(QPoint(0, -popup.height() - 4))

    def _day(self) -> QDate:
        try:
            day = read_date(self.text(), QLocale())
        except ValueError:
            day = None
        return QDate(day.year, day.month, day.day) if day else QDate.currentDate()

    def _choose(self, day: QDate) -> None:
        self._type(QLocale().toString(day, "yyyy-MM-dd"))

    def _type(self, text: str) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        day = read_date(text, QLocale())
        self.setText(write_date(day, QLocale()))
        self.textEdited.emit(self.text())
        self.editingFinished.emit()


def _dress(calendar: QCalendarWidget) -> None:
    """Our arrows instead of the platform's, and weekends like other days."""
    for name, arrow in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
        step = calendar.findChild(QToolButton, f"qt_calendar_{name}")
        if isinstance(step, QToolButton):
            step.setIcon(icon(arrow, 16))
    plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
