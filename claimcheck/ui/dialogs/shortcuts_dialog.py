"""Which keys do what: to look up, and to change."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.action_table import ACTIONS, FIXED
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.shortcuts import Action, Shortcuts, sequence_text, shown
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.search_entry import search_entry


class ShortcutRow(QWidget):
    """One action with its keys; a click on them asks for others."""

    def __init__(self, action: Action, shortcuts: Shortcuts) -> None:
        super().__init__()
        self.action, self._shortcuts = action, shortcuts
        self._pending: tuple[str, ...] = ()
        self.keys = QToolButton()
        self.keys.setProperty("kind", "keys")
        self.keys.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keys.clicked.connect(self._ask)
        self.entry = QKeySequenceEdit()
        self.entry.setMaximumSequenceLength(1)
        self.entry.setFixedWidth(160)
        name = self.tr("New key for “%1”").replace("%1", action.told())
        self.entry.setAccessibleName(name)
        for line in self.entry.findChildren(QLineEdit):
            line.setAccessibleName(name)
        self.entry.editingFinished.connect(self._on_entered)
        self._warning = label("", "secondary", wrap=True)
        self.take = button(self.tr("Use it here"))
        self.take.clicked.connect(self._take_over)
        self.keep = button(self.tr("Cancel"), kind="tertiary")
        self.keep.clicked.connect(self.refresh)
        self._doubt = QWidget()
        doubt = row(self._warning, self.take, self.keep)
        doubt.setStretch(0, 1)
        doubt.addStrut(36)
        self._doubt.setLayout(doubt)
        first = row(label(action.told(), "secondary"), None, self.keys, self.entry)
        first.addStrut(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._doubt)
        shortcuts.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the keys as they are now."""
        keys = self._shortcuts.keys(self.action)
        words = " · ".join(shown(key) for key in keys) or self.tr("No key")
        self.keys.setText(words)
        told = self.action.told()
        self.keys.setAccessibleName(f"{told}: {words}")
        self.keys.setToolTip(self.tr("Click to choose another key"))
        self.keys.setVisible(True)
        self.entry.setVisible(False)
        self._doubt.setVisible(False)

    def matches(self, search: str) -> bool:
        """Whether its words or keys have every word of ``search``."""
        words = f"{self.action.told()} {self.keys.text()}".casefold()
        return all(word in words for word in search.casefold().split())

    def _ask(self) -> None:
        self.entry.clear()
        self.keys.setVisible(False)
        self.entry.setVisible(True)
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_entered(self) -> None:
        entered = self.entry.keySequence()
        if entered.isEmpty():
            self.refresh()
            return
        pressed = cast(QKeyCombination, entered[0])  # type: ignore[index]  # PySide says not
        key = sequence_text(pressed.key().value, pressed.keyboardModifiers())
        holders = self._shortcuts.holders(key, self.action, ACTIONS)
        self._pending = (key,)
        if not holders:
            self._shortcuts.set_keys(self.action, self._pending)
            return
        names = ", ".join(f"“{one.told()}”" for one in holders)
        words = self.tr("%1 is in use: %2.").replace("%1", shown(key)).replace("%2", names)
        self._warning.setText(words)
        self._doubt.setVisible(True)
        self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_over(self) -> None:
        holders = self._shortcuts.holders(self._pending[0], self.action, ACTIONS)
        self._shortcuts.set_keys(self.action, self._pending, holders)


class ShortcutsDialog(FramedDialog):
    """All actions with their keys, by group; typing in the field narrows the list."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Keyboard shortcuts"))
        self._shortcuts = shortcuts
        self.search = search_entry(self.tr("Search"), self.tr("Search"))
        self.search.textChanged.connect(self._narrow)
        self.rows = [ShortcutRow(action, shortcuts) for action in ACTIONS]
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(0)
        self._heads: dict[str, QWidget] = {}
        for made in self.rows:
            self._add_head(made.action.group)
            self._column.addWidget(made)
        self._fixed = QWidget()
        self._fixed.setLayout(self._build_fixed())
        self._column.addWidget(self._fixed)
        self._column.addStretch(1)
        self.body.addWidget(self.search)
        self.body.addWidget(DownScroll(page))
        self.reset = button(self.tr("Reset all"), kind="tertiary")
        self.reset.clicked.connect(shortcuts.reset)
        self.add_button(self.reset, at_left=True)
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.add_button(close)
        self.take_room(560, 600)

    def _add_head(self, group: str) -> None:
        if group in self._heads:
            return
        head = label(_told(group), "title")
        head.setContentsMargins(0, 16 if self._heads else 0, 0, 4)
        self._heads[group] = head
        self._column.addWidget(head)

    def _build_fixed(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = label(self.tr("Always the same"), "title")
        head.setContentsMargins(0, 16, 0, 4)
        column.addWidget(head)
        for keys, what in FIXED:
            line: QHBoxLayout = row(
                label(_told(what), "secondary"), None, label(_told(keys), "secondary")
            )
            line.addStrut(32)
            line.setContentsMargins(0, 0, 12, 0)
            column.addLayout(line)
        return column

    def _narrow(self, search: str) -> None:
        for made in self.rows:
            made.setVisible(made.matches(search))
        for group, head in self._heads.items():
            head.setVisible(any(r.action.group == group and not r.isHidden() for r in self.rows))
        self._fixed.setVisible(not search.strip())


def _told(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
