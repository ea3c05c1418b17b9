"""Everything that was done to the review, step by step; a click goes back to how it was then."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QUndoStack
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from claimcheck.ui.document import Document, ReviewCommand
from claimcheck.ui.language import name_of
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import label

_WIDTH, _HEIGHT = 296, 400
_AT = Qt.ItemDataRole.UserRole + 1


class HistoryPanel(QWidget):
    """A popup: the start on top, the latest step at the bottom, undone ones paler."""

    asked = Signal(int)
    """Go to the version after this many steps."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "raised")
        self.setObjectName("history")
        self.setWindowTitle(self.tr("History"))
        self._stack: QUndoStack = document.stack
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("History"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        title = label(self.tr("History"), "title")
        title.setContentsMargins(4, 0, 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.list)
        self.setFixedSize(_WIDTH, _HEIGHT)
        document.stack.indexChanged.connect(self.refresh)
        self.refresh()

    def open_below(self, anchor: QWidget) -> None:
        """Show it with its right edge at the anchor's, the keyboard in the list."""
        corner = anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4))
        self.move(corner)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Show the steps as they are now."""
        stack = self._stack
        self.list.clear()
        off = QColor(theme().tokens.colour("text-2"))
        off.setAlphaF(0.6)
        for at, name in self._steps():
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setData(_AT, at)
            if at > stack.index():
                item.setForeground(off)
                told = self.tr("%1, undone").replace("%1", name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.list.addItem(item)
            if at <= stack.index():
                self.list.setCurrentItem(item)

    def _steps(self) -> list[tuple[int, str]]:
        """How many steps lead to each line, and its name; typing word by word is one line.

        Where the review is now, a line ends, so that it can be shown.
        """
        stack = self._stack
        lines: list[tuple[int, str, int]] = [(0, self.tr("Start"), 0)]
        for at in range(stack.count()):
            command = stack.command(at)
            name = name_of(command.change) if isinstance(command, ReviewCommand) else ""
            before, last, count = lines[-1]
            if name == last and before not in {0, stack.index()}:
                lines[-1] = (at + 1, name, count + 1)
            else:
                lines.append((at + 1, name, 1))
        return [(at, f"{name} × {count}" if count > 1 else name) for at, name, count in lines]

    def _on_chosen(self, item: QListWidgetItem) -> None:
        at = int(item.data(_AT))
        if at != self._stack.index():
            self.asked.emit(at)
