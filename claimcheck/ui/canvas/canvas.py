"""The two views, the tool in hand, and the review: who gets which event, and what is shown.

Everything that changes the review goes through ``apply``, once per gesture, on release.
Whatever else changes marks or pictures meanwhile (undo, another review) gives the gesture up.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.changes import Change
from claimcheck.model.kinds import Role
from claimcheck.model.review import Discrepancy, Mark, Review, find
from claimcheck.ui.canvas.counterparts import Across, across
from claimcheck.ui.canvas.cursors import aiming_cursor
from claimcheck.ui.canvas.key_pointer import KeyPointer
from claimcheck.ui.canvas.mouse import Mouse
from claimcheck.ui.canvas.sides import Sides
from claimcheck.ui.canvas.tools.table import TOOLS
from claimcheck.ui.canvas.tools.tool import Tool, words
from claimcheck.ui.canvas.writer import Writer
from claimcheck.ui.session import Session

_UNDER_THE_HAND = ("comparisons", "discrepancies", "marks", "adjustments")
"""Parts of a review that a gesture may be working on."""
_BESIDES = ("evidence", "scales", "alignments")
"""More parts that are shown, or that change what tools offer."""


class Canvas(QObject):
    """What the tools work on."""

    tool_changed = Signal(str)
    hint_changed = Signal(str)
    note_requested = Signal(str)
    """The user wants to write the note of this discrepancy."""
    adjust_requested = Signal(str, bool)
    """The user wants to crop, turn or straighten this picture, or correct its perspective."""
    shown = Signal()
    """The review or the selection is shown anew."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.sides = Sides(session, parent)
        self.writer = Writer(session, self)
        self.writer.changed.connect(self.say_hint)
        self.tools: dict[str, Tool] = {}
        for make in TOOLS:
            self.tools[make.name] = make(self)
        self.tool = self.tools["select"]
        self.tool_before = "select"
        self._mouse = Mouse(self, self)
        self.pointer = KeyPointer(self, self)
        self._close: str | None = None
        session.mark_defaults.picking.connect(lambda: self.use("eyedropper"))
        session.document.opened.connect(self._on_opened)
        session.document.changed.connect(self._on_changed)
        session.selection.changed.connect(self._on_selected)
        session.selection.hovered_changed.connect(self._on_hovered)
        session.selection.go_to_requested.connect(self.go_to)
        self._on_opened()

    # --- what the tools ask and do ----------------------------------------------------------------

    @property
    def review(self) -> Review | None:
        """The open review, in the pixels of its pictures as they are shown."""
        document = self.session.document
        return document.shown if document.is_open else None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: no review, or a library opened read-only."""
        return self.review is None or self.session.document.read_only

    def selected_marks(self) -> tuple[Mark, ...]:
        """The selected marks on the pictures in view, bottom to top."""
        if self.review is None:
            return ()
        ids = {scene.evidence.id for scene in self.sides.scenes if scene.evidence is not None}
        chosen = self.session.selection.marks
        return tuple(m for m in self.review.marks if m.id in chosen and m.evidence_id in ids)

    def selected_discrepancy(self) -> Discrepancy | None:
        """The selected discrepancy."""
        if self.review is None:
            return None
        return find(self.review.discrepancies, self.session.selection.discrepancy)

    def close_discrepancy(self) -> Discrepancy | None:
        """What is shown close up: the selected discrepancy, or the one before it, or the first."""
        review, comparison = self.review, self.session.document.comparison
        if review is None or comparison is None:
            return None
        offered = review.discrepancies_of(comparison.id)
        return find(offered, self._close) or next(iter(offered), None)

    def across(self, here: Role) -> Across | None:
        """The way from one side's picture to the other's; ``None`` when one is missing."""
        comparison, review = self.session.document.comparison, self.review
        there = Role.PHOTO if here is Role.LISTING else Role.LISTING
        home, onto = self.sides.scene(here).evidence, self.sides.scene(there).evidence
        if review is None or comparison is None or home is None or onto is None:
            return None
        return across(find(review.alignments, comparison.id), here, home, onto)

    def apply(
        self, edit: Callable[[Review], Review], name: str, count: int = 1, merge: str = ""
    ) -> bool:
        """Make one undo step."""
        return self.session.document.apply_shown(edit, name, count, merge)

    @property
    def hint(self) -> str:
        """The next useful thing to do, in one sentence."""
        if not self.writer.is_writing:
            return self._pointer_hint() if self.pointer.is_shown else self.tool.hint()
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Enter keeps the text, Shift+Enter breaks the line, Esc drops it."
            )
        )

    def _pointer_hint(self) -> str:
        if self.pointer.is_pressed:
            return words(QT_TRANSLATE_NOOP("tools", "Arrow keys drag, Enter lets go, Esc stops."))
        if self.tool.clicks:
            return words(
                QT_TRANSLATE_NOOP("tools", "Arrow keys move, Enter clicks, Shift+Enter drags.")
            )
        return words(QT_TRANSLATE_NOOP("tools", "Arrow keys move, Enter begins the drag."))

    def ask_for_note(self, discrepancy_id: str) -> None:
        """The user wants to write the note of this discrepancy."""
        self.note_requested.emit(discrepancy_id)

    def ask_to_adjust(self, evidence_id: str, perspective: bool = False) -> None:
        """The user wants to crop, turn or straighten this picture, or correct its perspective."""
        if not self.read_only:
            self.adjust_requested.emit(evidence_id, perspective)

    def say(self, sentence: str) -> None:
        """Tell what was just done, until there is another hint."""
        QTimer.singleShot(0, self, lambda: self.hint_changed.emit(sentence))

    def say_hint(self) -> None:
        """The next useful sentence may be another one."""
        self.hint_changed.emit(self.hint)

    # --- tools ------------------------------------------------------------------------------------

    def use(self, name: str) -> None:
        """Take another tool in hand."""
        if self.read_only and self.tools[name].draws:
            return
        if self.tool.name != name:
            self.tool.give_up()
            self.tool.put_down()
            self.tool_before, self.tool = self.tool.name, self.tools[name]
        self.tool.take_up()
        self.pointer.reset(due=self.tool.draws)
        self._mouse.drop_loupe()
        for view in self.sides.views.values():
            shape, ratio = self.tool.cursor, view.devicePixelRatioF()
            aims = shape is Qt.CursorShape.CrossCursor
            view.show_cursor(aiming_cursor(self.tool.icon, ratio) if aims else shape)
        self.tool_changed.emit(name)
        self.say_hint()

    def has_something_to_escape(self) -> bool:
        """Whether Escape would do anything here; else it is the window's."""
        return self.tool.is_busy or self.tool.can_escape()

    def give_up(self) -> bool:
        """Drop the gesture under way and show the review as it is; whether there was one."""
        self._mouse.drop_loupe()
        self.pointer.reset(due=self.pointer.is_due)
        dropped = self.tool.give_up()
        for scene in self.sides.scenes:
            scene.clear_previews()
        return dropped

    # --- views ------------------------------------------------------------------------------------

    def go_to(self, discrepancy_id: str) -> None:
        """Bring the places of a discrepancy into the middle of both views."""
        review = self.review
        discrepancy = find(review.discrepancies, discrepancy_id) if review else None
        if discrepancy is None:
            return
        self.sides.show_places(discrepancy)

    # --- events -----------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        for tool in self.tools.values():
            tool.give_up()
            tool.forget()
        self.writer.drop()
        self._show_review()
        if self.read_only and self.tool.draws:
            self.use("select")
        self.sides.fit()
        self.say_hint()

    def _on_changed(self, change: Change) -> None:
        if any(change.touches(part) for part in _UNDER_THE_HAND):
            self.give_up()
        if any(change.touches(part) for part in (*_UNDER_THE_HAND, *_BESIDES)):
            self._show_review()
            self.say_hint()

    def _show_review(self) -> None:
        self.sides.show(self.review, self.session.document.comparison)
        self._on_selected()

    def _on_selected(self) -> None:
        selection = self.session.selection
        self._close = selection.discrepancy or self._close
        for scene in self.sides.scenes:
            scene.select(selection.marks, selection.discrepancy)
        self.tool.refresh()
        self.shown.emit()
        self.say_hint()

    def _on_hovered(self) -> None:
        for scene in self.sides.scenes:
            scene.discs.hover(self.session.selection.hovered)
