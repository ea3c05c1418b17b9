"""What each action of the action table does in the window, and the keys that do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from claimcheck.model.kinds import Role
from claimcheck.ui.action_table import BY_NAME, WINDOW_ACTIONS
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.panel_actions import PANEL_ACTIONS
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.panels.fields import why_read_only
from claimcheck.ui.shortcuts import Action
from claimcheck.ui.steps import STEPS, following, preceding
from claimcheck.ui.widgets.tips import ACTION_PROPERTY

if TYPE_CHECKING:
    from claimcheck.ui.main_window import MainWindow


class WindowActions(QObject):
    """Belongs to its window. Actions of the canvas go to Compare first, wherever one is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._keys: list[QShortcut] = []
        self._session.shortcuts.changed.connect(self._bind)
        self._bind()

    @property
    def _window(self) -> MainWindow:
        """Asked when needed, for to keep it would be a cycle."""
        return cast("MainWindow", self.parent())

    def _deeds(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "palette": window.open_palette,
            "undo": window.undoing.undo,
            "redo": window.undoing.redo,
            "history": window.open_history,
            "next_part": self._to_next_part,
            "settings": window.open_settings,
            "shortcuts": window.open_shortcuts,
            "search": window.search_library,
            "library": window.reviews.choose_other_library,
            "new_review": window.reviews.begin,
            "trash": self._trash,
            "next_step": lambda: self._to_step(following(window.step)),
            "previous_step": lambda: self._to_step(preceding(window.step)),
            "paste": window.paste,
            "choose_listing": lambda: window.incoming.choose(Role.LISTING, window),
            "choose_photos": lambda: window.incoming.choose(Role.PHOTO, window),
            "export": lambda: self._on_card(lambda card: card.export.export.click()),
            "copy_card": lambda: self._on_card(lambda card: card.export.copy.click()),
            "fold_library": lambda: window.library.fold_asked.emit(not window.library.folded),
            "show_trash": lambda: window.library.show_trash(not window.library.model.trashed),
            "sample": window.reviews.open_sample,
            **{step: partial(self._to_step, step) for step in STEPS},
            **{one.name: partial(self.press, one) for one in PANEL_ACTIONS},
        }

    def do(self, name: str) -> None:
        """Do what the action of this name means now, or say that a read-only library forbids it."""
        if self._session.read_only and not self.can(BY_NAME[name]):
            self._window.status.say(why_read_only(), 0)
            return
        deed = self._deeds().get(name)
        if deed is not None:
            deed()
            return
        if not self._session.document.is_open:
            return
        self._window.show_step("compare")
        compare = self._window.pages.currentWidget()
        if isinstance(compare, CompareView):
            compare.do(name)

    def press(self, action: Action) -> None:
        """Go to the step where the button of ``action`` is, and press it.

        A field that the button needs first gets the keyboard instead.
        """
        if action.step and action.step != self._window.step:
            if not self._session.document.is_open:
                return
            self._window.show_step(action.step)
        found = self._serving(action)
        if isinstance(found, QAbstractButton):
            _press(found)
        elif found is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            words = self.tr("Not possible here now: %1.")
            self._window.status.say(words.replace("%1", action.told()), 0)

    def _serving(self, action: Action) -> QWidget | None:
        """What does the action now: a button beside the keyboard's place, another one, a field."""
        there = [w for w in self._window.findChildren(QWidget) if _serves(w, action)]
        here = self._window.focusWidget()

        def rank(widget: QWidget) -> tuple[bool, bool]:
            row = widget.parentWidget()
            beside = (
                row is not None and here is not None and (row is here or row.isAncestorOf(here))
            )
            return not isinstance(widget, QAbstractButton), not beside

        return min(there, key=rank, default=None)

    def can(self, action: Action) -> bool:
        """Whether the action has something to act on now."""
        document, free = self._session.document, not self._session.read_only
        if action in PANEL_ACTIONS:
            elsewhere = bool(action.step) and action.step != self._window.step
            return document.is_open if elsewhere else self._serving(action) is not None
        if action.name == "sample":
            return free
        if action.name in {"undo", "redo"}:
            stack = document.stack
            return free and (stack.canUndo() if action.name == "undo" else stack.canRedo())
        if action.name in {"new_review", "choose_listing", "choose_photos", "paste"}:
            return free
        if action.name == "trash":
            return free and document.is_open
        needs_review = action.on_canvas or action.name in _OF_A_REVIEW
        return document.is_open or not needs_review

    def _bind(self) -> None:
        for old in self._keys:
            old.setEnabled(False)
            old.deleteLater()
        self._keys = []
        for action in (*WINDOW_ACTIONS, *PANEL_ACTIONS):
            for key in self._session.shortcuts.keys(action):
                made = QShortcut(QKeySequence(key), self._window)
                made.activated.connect(partial(self.do, action.name))
                self._keys.append(made)

    def _to_step(self, step: str) -> None:
        if not step or not self._session.document.is_open:
            return
        self._window.show_step(step)
        page = self._window.pages.currentWidget()
        if isinstance(page, CompareView):
            page.take_keyboard()

    def _trash(self) -> None:
        document = self._session.document
        if self.can(BY_NAME["trash"]):
            review = document.review
            self._window.reviews.trash(review.id, self._window.library.name_of(review.id))

    def _on_card(self, use: Callable[[CardStep], object]) -> None:
        if not self._session.document.is_open:
            return
        self._window.show_step("card")
        card = self._window.pages.currentWidget()
        if isinstance(card, CardStep):
            use(card)

    def _to_next_part(self) -> None:
        """From the bar to the library, the step, each part of the inspector, and round again."""
        window = self._window
        parts: list[QWidget] = [window.top_bar, window.library, window.stage]
        if window.inspector is not None and window.inspector.isVisible():
            parts += [part for part in window.inspector.parts if part.isVisible()]
        here = window.focusWidget()
        at = next((i for i, part in enumerate(parts) if here and part.isAncestorOf(here)), -1)
        for step in range(1, len(parts) + 1):
            first = _first_stop(parts[(at + step) % len(parts)])
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return


_OF_A_REVIEW = {*STEPS, "history", "next_step", "previous_step", "export", "copy_card"}


def _serves(widget: QWidget, action: Action) -> bool:
    named = widget.property(ACTION_PROPERTY) == action.name
    return named and widget.isVisible() and widget.isEnabled()


def _press(pressed: QAbstractButton) -> None:
    """Click it; a menu opens below it, and the keyboard is in that."""
    menu = pressed.menu() if isinstance(pressed, QToolButton) else None
    if menu is None:
        pressed.click()
        return
    menu.popup(pressed.mapToGlobal(QPoint(0, pressed.height() + 4)))


def _first_stop(part: QWidget) -> QWidget | None:
    """The first widget of ``part`` that the Tab key stops at."""
    stop = part.nextInFocusChain()
    while stop is not None and stop is not part:
        tabs = bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if part.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled() and tabs:
            return stop
        stop = stop.nextInFocusChain()
    return None
