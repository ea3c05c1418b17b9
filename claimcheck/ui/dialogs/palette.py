"""Everything that can be done, and every review, found by a few letters (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.shortcuts import Action, Shortcuts, shown
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets.buttons import dividing_line, label
from claimcheck.ui.widgets.painting import plate
from claimcheck.ui.widgets.search_entry import search_entry

_WIDTH, _ROW, _ROWS_SHOWN = 560, 36, 9
_KEYS = Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette."""

    text: str
    keys: str
    """What is shown at the right: the key, or what kind of thing it is."""
    act: Callable[[], object]


def entries_of(
    actions: Iterable[Action], shortcuts: Shortcuts, do: Callable[[str], object]
) -> list[Entry]:
    """A line for each action, with its first key."""
    made = []
    for action in actions:
        keys = shortcuts.keys(action)
        key = shown(keys[0]) if keys else ""
        made.append(Entry(action.told(), key, partial(do, action.name)))
    return made


def matching(entries: Sequence[Entry], search: str) -> list[Entry]:
    """The entries that have every word of ``search``; those that begin with it come first."""
    words = search.casefold().split()
    found = [one for one in entries if all(word in one.text.casefold() for word in words)]
    start = search.strip().casefold()
    return sorted(found, key=lambda one: not one.text.casefold().startswith(start))


class _Rows(QStyledItemDelegate):
    """Words at the left, key at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = theme().tokens
        box: QRect = option.rect
        if index.row() == index.model().property("current"):
            plate(painter, box.adjusted(8, 1, -8, -1).toRectF(), 8, colours.colour("selected"))
        painter.setFont(inter(12))
        painter.setPen(colours.colour("text-2"))
        keys = str(index.data(_KEYS))
        side = Qt.AlignmentFlag.AlignVCenter
        inner = box.adjusted(20, 0, -20, 0)
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignRight, keys)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(keys) - 16
        painter.setFont(inter(13))
        painter.setPen(colours.colour("text"))
        text = str(index.data())
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignLeft, elided)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)


class Palette(QDialog):
    """Typing narrows the list, Enter does what is selected, Escape leaves."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Search actions and reviews"))
        self._entries = list(entries)
        self.search = search_entry(self.tr("What do you want to do?"), self.windowTitle())
        self.search.textChanged.connect(self._refresh)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(_ROW * _ROWS_SHOWN)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.currentRowChanged.connect(self._mark)
        self._nothing = label(self.tr("Nothing is called that."), "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(_ROW * _ROWS_SHOWN)
        self._build()
        self._refresh()

    def add(self, entries: Iterable[Entry]) -> None:
        """Offer more, such as reviews that have just been looked up."""
        self._entries += entries
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk through the list while the keyboard stays in the search field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        frame = QFrame()
        frame.setObjectName("palette")
        colours = theme().tokens
        frame.setStyleSheet(
            f"#palette {{ background: {colours.raised}; border: 1px solid {colours.control}; }}"
        )
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 12)
        head.addWidget(self.search)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 9)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(dividing_line())
        column.addSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        frame.setFixedWidth(_WIDTH)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        home = self.parentWidget()
        if home is not None:
            self.move(home.mapToGlobal(home.rect().topLeft()))
            self.move(self.x() + (home.width() - _WIDTH) // 2, self.y() + 64)

    def _refresh(self) -> None:
        found = matching(self._entries, self.search.text())
        self.list.clear()
        for entry in found:
            item = QListWidgetItem(entry.text)
            item.setData(_KEYS, entry.keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text} {entry.keys}".rstrip())
            self.list.addItem(item)
        self._found = found
        self.list.setCurrentRow(0 if found else -1)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _mark(self, row: int) -> None:
        self.list.model().setProperty("current", row)
        self.list.viewport().update()

    def _take(self, item: QListWidgetItem) -> None:
        entry = self._found[self.list.row(item)]
        self.accept()
        entry.act()
