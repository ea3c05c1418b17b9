"""Form fields that show one value of the open review and write what is typed back as one undo step.

A link never fights the cursor: while the text in a field already means the value in the review,
it is left as typed. The value is written out neatly when the field loses the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimcheck.model.review import Review
from claimcheck.ui.document import Document
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.entries import begins_step
from claimcheck.ui.widgets.tips import LOCKED_PROPERTY

V = TypeVar("V")
TextControl = QLineEdit | QPlainTextEdit

LABEL_TO_FIELD, FIELD_TO_FIELD, GROUP_TO_GROUP = 4, 12, 24


class Field(QVBoxLayout):
    """A label above a control, and below it a sentence when something is off with what it holds.

    A layout, not a widget: the controls lie in the form itself, where a focus ring has room.
    """

    def __init__(self, label: str, control: QWidget, beside: QWidget | None = None) -> None:
        """``beside`` stands in the same row, at its own width."""
        super().__init__()
        self.control = control
        self.label = QLabel(label)
        self.label.setProperty("role", "label")
        self.label.setBuddy(control)
        self.remark = QLabel("", wordWrap=True)
        self.remark.setProperty("role", "meta")
        self.remark.hide()
        if not control.accessibleName():
            control.setAccessibleName(label)
        # A choice is announced by what is chosen in it.
        self._description = control.accessibleName() if isinstance(control, Choice) else ""
        control.setAccessibleDescription(self._description)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(LABEL_TO_FIELD)
        self.addWidget(self.label)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(control, 1)
        if beside is not None:
            line.addWidget(beside)
        self.addLayout(line)
        self.addWidget(self.remark)

    def tell(self, sentence: str) -> None:
        """Show ``sentence`` below the control, or nothing."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._description)

    def mark_faulty(self, faulty: bool) -> None:
        """Give the control the border of something that isn't taken as it stands."""
        if bool(self.control.property("faulty")) != faulty:
            self.control.setProperty("faulty", faulty)
            self.control.style().polish(self.control)


class TextLink(QObject):
    """Keeps a text control and one text of the review the same, both ways."""

    def __init__(
        self,
        document: Document,
        control: TextControl,
        read: Callable[[Review], str],
        write: Callable[[Review, str], Review],
        name: str,
        key: str,
        *,
        normal: Callable[[str], str] = str,
        judge: Callable[[str], str] | None = None,
        field: Field | None = None,
    ) -> None:
        """``read`` gives the text as written out neatly, ``write`` makes the edit.

        ``normal`` turns what is typed into what ``read`` would give; it may raise ``ValueError``,
        and then nothing is written. ``judge`` gives the remark for what is typed, or ``""``.
        ``name`` is the English history phrase; steps with the same ``key`` merge word by word.
        """
        super().__init__(control)
        self._document, self.control = document, control
        self._read, self._write, self._normal = read, write, normal
        self._judge, self._field = judge, field
        self._name, self._key = name, key
        self._known = self._before = ""
        if isinstance(control, QLineEdit):
            control.textEdited.connect(self._on_typed)
            control.editingFinished.connect(self._finish)
        else:
            control.setUndoRedoEnabled(False)
            control.textChanged.connect(self._on_typed)
        control.installEventFilter(self)
        document.opened.connect(self.reset)
        document.changed.connect(self.refresh)
        self.reset()

    @property
    def text(self) -> str:
        """What stands in the control."""
        control = self.control
        return control.text() if isinstance(control, QLineEdit) else control.toPlainText()

    def reset(self) -> None:
        """Show the review's value whatever stands in the control: another thing is edited now."""
        self._known = self._wanted()
        self._show(self._known)
        self._remark()

    def refresh(self) -> None:
        """Show the review's value if it changed to something else than was typed."""
        wanted = self._wanted()
        if wanted == self._known:
            return
        self._known = wanted
        if self._meaning(self.text) != wanted:
            self._show(wanted)
            self._remark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo belong to the review, not to the text in one field."""
        if event.type() is QEvent.Type.FocusIn:
            self._document.end_merging()
        elif event.type() is QEvent.Type.FocusOut and shiboken6.isValid(self.control):
            self._finish()  # a field that is deleted while it has the keyboard loses it, too
        elif isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                return self._pass_on(event, undo)
        return super().eventFilter(watched, event)

    def _pass_on(self, event: QKeyEvent, undo: bool) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()  # so that the window's own action gets it
        elif event.type() is QEvent.Type.KeyPress:
            stack = self._document.stack
            (stack.undo if undo else stack.redo)()
        return True

    def _on_typed(self, *_: object) -> None:
        text, before = self.text, self._before
        self._before = text
        if text == before:
            return
        meaning = self._meaning(text)
        self._remark()
        if meaning is None:
            return
        if begins_step(before, text):
            self._document.end_merging()
        self._known = meaning
        self._document.apply(lambda r: self._write(r, meaning), self._name, merge=self._key)
        self.refresh()

    def _finish(self) -> None:
        self._document.end_merging()
        if self._meaning(self.text) == self._known and self.text != self._known:
            self._show(self._known)

    def _wanted(self) -> str:
        return self._read(self._document.review) if self._document.is_open else ""

    def _meaning(self, text: str) -> str | None:
        try:
            return self._normal(text)
        except ValueError:
            return None

    def _remark(self) -> None:
        if self._field is not None:
            self._field.tell(self._judge(self.text) if self._judge else "")
            self._field.mark_faulty(self._meaning(self.text) is None)

    def _show(self, text: str) -> None:
        control = self.control
        self._before = text
        if text == self.text:
            return
        with QSignalBlocker(control):
            if isinstance(control, QLineEdit):
                at = control.cursorPosition()
                control.setText(text)
                control.setCursorPosition(min(at, len(text)))
                if not control.hasFocus():
                    control.setCursorPosition(0)
            else:
                at = control.textCursor().position()
                control.setPlainText(text)
                cursor = control.textCursor()
                cursor.setPosition(min(at, len(text)))
                control.setTextCursor(cursor)


class ChoiceLink(QObject):
    """Keeps a combo box and one choice of the review the same, both ways."""

    def __init__(
        self,
        document: Document,
        control: Choice,
        read: Callable[[Review], object],
        write: Callable[[Review, object], Review],
        name: str,
    ) -> None:
        """The items' user data are the values; ``read`` gives the one to show."""
        super().__init__(control)
        self._document, self.control = document, control
        self._read, self._write, self._name = read, write, name
        control.activated.connect(self._on_chosen)
        document.opened.connect(self.refresh)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the review's value."""
        if not self._document.is_open:
            return
        value = self._read(self._document.review)
        at = self.control.index_of(value)
        if at != self.control.currentIndex():
            with QSignalBlocker(self.control):
                self.control.setCurrentIndex(at)
            self.control.update()

    def _on_chosen(self, index: int) -> None:
        value = self.control.itemData(index)
        self._document.apply(lambda review: self._write(review, value), self._name)
        self.refresh()


def lock_when_read_only(document: Document, controls: Iterable[QWidget]) -> None:
    """Switch off what would change a library that is open read-only, and say why."""
    if not document.read_only:
        return
    for control in controls:
        control.setEnabled(False)
        for part in (control, *control.findChildren(QAbstractButton)):
            part.setProperty(LOCKED_PROPERTY, True)
            part.setToolTip(why_read_only())


def say_when_read_only(document: Document, action: QAction) -> None:
    """Say at a menu's line that is off in a library open read-only why that is.

    Whether it is off is up to whoever makes the menu; the menu must show tooltips.
    """
    if document.read_only and not action.isEnabled():
        action.setToolTip(why_read_only())


def why_read_only() -> str:
    """The sentence that stands at whatever is off in a library open read-only."""
    return QCoreApplication.translate(
        "panels", "This library is open read-only, so nothing can be changed."
    )
