"""The bar along the top: wordmark, steps, what is saved, undo and redo, search, settings, next."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.document import ReviewCommand
from claimcheck.ui.icons import paint_icon, pixmap
from claimcheck.ui.language import name_of
from claimcheck.ui.session import Session
from claimcheck.ui.shortcuts import shown
from claimcheck.ui.steps import STEPS, next_words, states, step_name
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import button, dividing_line, icon_button, label
from claimcheck.ui.widgets.stepper import Stepper
from claimcheck.ui.widgets.tips import ACTION_PROPERTY, keep_tip, serve

HEIGHT = 56
LIBRARY_WIDTH = 264
"""The stepper starts where the canvas does: right of the library."""


ROOMY = 1360


def paint_logo(painter: QPainter, side: int) -> None:
    """Paint the mark, ``side`` px square, at the origin."""
    colours = theme().tokens
    painting.plate(painter, QRectF(0, 0, side, side), side / 4, QColor(colours.yellow))
    size = round(side * 18 / 28)
    inset = (side - size) / 2
    paint_icon(painter, "scan-search", inset, inset, size, colours.ink)


def logo_icon() -> QIcon:
    """The mark for title bars and task bars."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        pixels = QPixmap(side, side)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        paint_logo(painter, side)
        painter.end()
        made.addPixmap(pixels)
    return made


class Logo(QWidget):
    """The mark: a search in a frame, ink on yellow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_logo(QPainter(self), 28)


class SavedState(QWidget):
    """Check and word: the user never has to save, but wants to know."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._word = label(role="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._word)
        # Both words' room is kept, so that nothing beside it moves.
        metrics = self._word.fontMetrics()
        words = (self.tr("Saved"), self.tr("Saving …"), self.tr("Read-only"))
        self._word.setMinimumWidth(max(metrics.horizontalAdvance(word) for word in words[:2]) + 2)
        self._words = words
        self._read_only = session.read_only
        self.show_saved(session.saved)
        session.saved_changed.connect(self.show_saved)

    @property
    def word(self) -> str:
        """What it says."""
        return self._word.text()

    def show_saved(self, saved: bool) -> None:
        """Say whether everything is in the library."""
        colour = theme().tokens.text_2
        name = "lock" if self._read_only else "check" if saved else "ellipsis"
        self._sign.setPixmap(pixmap(name, 16, colour, self.devicePixelRatioF()))
        word = self._words[2] if self._read_only else self._words[0 if saved else 1]
        self._word.setText(word)
        self.setToolTip(
            self.tr("This library is open read-only: nothing can be changed.")
            if self._read_only
            else self.tr("Every change is kept in the library by itself.")
        )
        self.setAccessibleName(word)


class TopBar(QWidget):
    """Emits what the user asks for; the window answers."""

    step_chosen = Signal(str)
    next_asked = Signal()
    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    history_asked = Signal()
    settings_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.stepper = Stepper([(key, step_name(key)) for key in STEPS], self.tr("done"))
        for key, made in self.stepper.buttons.items():
            serve(made, session.shortcuts, BY_NAME[key])
        self.saved = SavedState(session)
        self.undo = icon_button("undo-2", self.tr("Undo"))
        self.redo = icon_button("redo-2", self.tr("Redo"))
        self.history = icon_button("history", "", 18)
        self.search = icon_button("search", "", 18)
        self.settings = icon_button("settings", "")
        for widget, name in (
            (self.history, "history"),
            (self.search, "palette"),
            (self.settings, "settings"),
        ):
            keep_tip(widget, session.shortcuts, BY_NAME[name])
        self.next = button("", "arrow-right", "primary", trailing=True)
        self.undo.setProperty(ACTION_PROPERTY, "undo")
        self.redo.setProperty(ACTION_PROPERTY, "redo")
        serve(self.next, session.shortcuts, BY_NAME["next_step"])
        self._build()
        self._connect()
        self.refresh()

    def show_step(self, key: str) -> None:
        """Make ``key`` the current step; the button leads on from there."""
        self.stepper.set_current(key)
        words = next_words(key)
        self.next.setText(words)
        self._show_next()

    def refresh(self) -> None:
        """Show how far the open review is; without one, only what works without."""
        document = self._session.document
        for widget in (self.stepper, self.saved, self.undo, self.redo, self.history):
            widget.setVisible(document.is_open)
        self._show_next()
        if document.is_open:
            for key, state in states(document.review).items():
                self.stepper.set_state(key, state.done, state.count)
        self._refresh_undo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps begin above the canvas, as long as there is room for that."""
        super().resizeEvent(event)
        own = self._brand.sizeHint().width() + 16
        self._brand.setFixedWidth(LIBRARY_WIDTH - 16 if self.width() >= ROOMY else own)

    def _build(self) -> None:
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        self._key = label("", "key")
        self._key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._gap = QWidget()
        self._gap.setFixedWidth(12)
        self._brand = QWidget()
        brand_row = QHBoxLayout(self._brand)
        brand_row.setContentsMargins(0, 0, 0, 0)
        brand_row.setSpacing(10)
        brand_row.addWidget(Logo())
        brand_row.addWidget(label("claimcheck", "wordmark"))
        brand_row.addStretch(1)
        row.addWidget(self._brand)
        row.addWidget(self.stepper, 1000)
        row.addStretch(1)
        row.addWidget(self.saved)
        for widget, gap in (
            (self.undo, 8),
            (self.redo, 8),
            (self.history, 8),
            (self.search, 0),
            (self._key, 16),
            (self.settings, 0),
            (self._gap, 0),
            (self.next, 0),
        ):
            row.addWidget(widget)
            row.addSpacing(gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(across, 1)
        column.addWidget(dividing_line())

    def _show_next(self) -> None:
        leads_on = self._session.document.is_open and bool(self.next.text())
        self.next.setVisible(leads_on)
        self._gap.setVisible(leads_on)

    def _show_keys(self) -> None:
        keys = self._session.shortcuts.keys(BY_NAME["palette"])
        self._key.setText(shown(keys[0]).replace("+", " ") if keys else "")
        self._key.setVisible(bool(keys))
        self._refresh_undo()

    def _connect(self) -> None:
        document = self._session.document
        self.stepper.chosen.connect(self.step_chosen)
        self.next.clicked.connect(self.next_asked)
        self.search.clicked.connect(self.search_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.history.clicked.connect(self.history_asked)
        self._session.shortcuts.changed.connect(self._show_keys)
        self._show_keys()
        document.stack.indexChanged.connect(self._refresh_undo)
        document.changed.connect(self.refresh)
        document.opened.connect(self.refresh)

    def _refresh_undo(self) -> None:
        stack, free = self._session.document.stack, not self._session.read_only
        if not shiboken6.isValid(stack):
            return  # the session is gone: a stack empties itself when it is destroyed
        self.undo.setEnabled(free and stack.canUndo())
        self.redo.setEnabled(free and stack.canRedo())
        self._tell(self.undo, self.tr("Undo"), _named(stack, stack.index() - 1), "undo")
        self._tell(self.redo, self.tr("Redo"), _named(stack, stack.index()), "redo")

    def _tell(self, widget: QWidget, verb: str, what: str, name: str) -> None:
        keys = self._session.shortcuts.keys(BY_NAME[name])
        if self._session.read_only:
            widget.setToolTip(self.tr("This library is open read-only: nothing can be changed."))
        elif what:
            widget.setToolTip(f"{verb}: {what} ({shown(keys[0])})" if keys else f"{verb}: {what}")
        else:
            nothing = self.tr("Nothing to undo") if widget is self.undo else ""
            widget.setToolTip(nothing or self.tr("Nothing to redo"))
        widget.setAccessibleName(f"{verb}: {what}" if what else verb)


def _named(stack: QUndoStack, index: int) -> str:
    command = stack.command(index) if 0 <= index < stack.count() else None
    return name_of(command.change) if isinstance(command, ReviewCommand) else ""
