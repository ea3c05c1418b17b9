"""Looks with a name: take one, keep the one at hand, rename and delete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedLayout, QToolButton, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.mark_aspects import adopted
from claimcheck.ui.mark_defaults import Preset
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.inspector.rows import InHand
from claimcheck.ui.panels.parts import column, row
from claimcheck.ui.restyling import adopt_style
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import icon_button, label
from claimcheck.ui.widgets.tips import serve

APPLY_PRESET = QT_TRANSLATE_NOOP("history", "Style %n mark(s)")


class PresetRow(QWidget):
    """A list of looks, and a menu of what can be done with them; names are typed in place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._defaults = session, session.mark_defaults
        self._renaming = ""
        self._whose: tuple[frozenset[str], frozenset[MarkKind]] | None = None
        """The marks and kinds whose look the name in the list is, or was before a change."""
        self.choice = Choice((), self.tr("Preset"))
        self.choice.setPlaceholderText(self.tr("Presets"))
        self.name = _NameEntry()
        self.name.setPlaceholderText(self.tr("Name of this look"))
        self.name.setAccessibleName(self.tr("Name of this look"))
        self.more = icon_button("ellipsis", self.tr("Keep, rename or delete a look"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.save = QAction(self.tr("Keep this look as …"), self)
        self.replace = QAction(self)
        self.rename = QAction(self.tr("Rename …"), self)
        self.delete = QAction(self.tr("Delete"), self)
        menu.addActions((self.save, self.replace))
        menu.addSeparator()
        menu.addActions((self.rename, self.delete))
        self.more.setMenu(menu)
        serve(self.more, session.shortcuts, BY_NAME["presets"])
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.choice)
        self._stack.addWidget(self.name)
        line = row(spacing=4)
        line.addWidget(holder, 1)
        line.addWidget(self.more)
        self.remark = label("", "meta", wrap=True)
        self.remark.hide()
        lines = column(spacing=4)
        lines.addLayout(line)
        lines.addWidget(self.remark)
        self.setLayout(lines)
        self._fill()
        self._connect()

    def show_common(self, hand: InHand) -> None:
        """Show the look that all have, if it has a name."""
        self._hand = hand
        chosen, whose = self._chosen(), (frozenset(mark.id for mark in hand.marks), hand.kinds)
        alike = [i for i, p in enumerate(self._defaults.presets) if _looks_like(hand, p)]
        # Changed since it was taken: still the one that can be replaced, renamed, deleted.
        stays = chosen is not None and (self._whose == whose or _looks_like(hand, chosen))
        at = self.choice.currentIndex() if stays else next(iter(alike), -1)
        self._whose = whose if at >= 0 else None
        self.choice.setCurrentIndex(at)
        self.choice.setEnabled(bool(self._defaults.presets) and not self._session.read_only)
        self._show_actions()

    # --- inside -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._defaults.presets_changed.connect(self._fill)
        self.choice.activated.connect(self._apply)
        self.save.triggered.connect(lambda: self._ask(""))
        self.rename.triggered.connect(lambda: self._ask(self._chosen_name()))
        self.replace.triggered.connect(lambda: self._keep(self._chosen_name()))
        self.delete.triggered.connect(lambda: self._defaults.delete_preset(self._chosen_name()))
        self.name.returnPressed.connect(self._named)
        self.name.textEdited.connect(self._judge)
        self.name.editingFinished.connect(self._on_left)
        self.name.dropped.connect(self._stop_asking)

    def _fill(self) -> None:
        names = [preset.name for preset in self._defaults.presets]
        chosen = self._chosen_name()
        self.choice.fill((name, name, QIcon()) for name in names)
        self.choice.setCurrentIndex(names.index(chosen) if chosen in names else -1)
        self.show_common(InHand.of(self._session))

    def _chosen(self) -> Preset | None:
        return self._defaults.preset(self._chosen_name())

    def _chosen_name(self) -> str:
        return str(self.choice.currentData() or "")

    def _show_actions(self) -> None:
        chosen = self._chosen_name()
        for action in (self.replace, self.rename, self.delete):
            action.setEnabled(bool(chosen))
        self.replace.setText(self.tr("Replace “%1”").replace("%1", chosen or "…"))

    def _apply(self, _index: int) -> None:
        preset = self._chosen()
        if preset is not None:
            adopt_style(self._session, preset.style, APPLY_PRESET)

    def _ask(self, renaming: str) -> None:
        self._renaming = renaming
        self.name.setText(renaming)
        self._judge()
        self._stack.setCurrentWidget(self.name)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _named(self) -> None:
        name = self.name.text().strip()
        if not name or self._is_taken():
            return
        if self._renaming:
            self._defaults.rename_preset(self._renaming, name)
        else:
            self._keep(name)
        self.choice.setCurrentIndex(self.choice.index_of(name))
        self._show_actions()

    def _keep(self, name: str) -> None:
        if name:
            self._defaults.put_preset(name, self._hand.styles[0])

    def _is_taken(self) -> bool:
        """Whether another look has the name that is typed."""
        name = self.name.text().strip()
        return name != self._renaming and self._defaults.preset(name) is not None

    def _judge(self) -> None:
        """Say while it is typed that a name is taken: Enter then changes nothing."""
        taken = self._is_taken()
        self.remark.setText(self.tr("Another look has this name.") if taken else "")
        self.remark.setVisible(taken)
        self.name.setAccessibleDescription(self.remark.text())
        self.name.setProperty("faulty", taken)
        self.name.style().polish(self.name)

    def _on_left(self) -> None:
        """Enter or another control; after Enter a name that is taken waits to be changed."""
        if not (self.name.hasFocus() and self._is_taken()):
            self._stop_asking()

    def _stop_asking(self) -> None:
        had_focus = self.name.hasFocus()
        self.remark.hide()
        self._stack.setCurrentWidget(self.choice)
        if had_focus:
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)


class _NameEntry(QLineEdit):
    """Escape drops what was typed."""

    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


def _looks_like(hand: InHand, preset: Preset) -> bool:
    """Whether taking ``preset`` would change nothing about what is in hand."""
    kinds = [mark.kind for mark in hand.marks] or list(hand.kinds)
    return all(
        adopted(preset.style, kind, style) == style
        for kind, style in zip(kinds, hand.styles, strict=True)
    )
