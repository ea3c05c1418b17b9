"""The two views, the tool in hand, and the review: who gets which event, and what is shown.

Everything that changes the review goes through ``document.apply``, once per gesture, on release.
Whatever else changes marks or pictures meanwhile (undo, another review) gives the gesture up.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.changes import Change
from claimcheck.model.kinds import Role
from claimcheck.model.review import Discrepancy, Mark, Review, find
from claimcheck.ui.canvas.framing import Framing, followed
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.tools.table import TOOLS
from claimcheck.ui.canvas.tools.tool import Tool, words
from claimcheck.ui.canvas.view import PictureView, Pointing
from claimcheck.ui.canvas.writing import TextEditor, text_change
from claimcheck.ui.session import Session

_DRAWN = ("evidence", "comparisons", "discrepancies", "marks")


class Canvas(QObject):
    """What the tools work on."""

    tool_changed = Signal(str)
    hint_changed = Signal(str)
    note_requested = Signal(str)
    """The user wants to write the note of this discrepancy."""
    shown = Signal()
    """The review or the selection is shown anew."""
    pictures_changed = Signal()
    """Another listing image or photo is in view."""
    linked_changed = Signal(bool)
    active_changed = Signal()
    """The pointer or keyboard went to the other view."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.is_linked = True
        self._editor: TextEditor | None = None
        self._ended_by_click = False
        self.views: dict[Role, PictureView] = {}
        self.sources: dict[Role, PictureSource] = {}
        for role in Role:
            self._add_side(role, parent)
        self.active = self.views[Role.LISTING]
        self.tools: dict[str, Tool] = {}
        for make in TOOLS:
            self.tools[make.name] = make(self)
        self.tool = self.tools["select"]
        session.document.opened.connect(self._on_opened)
        session.document.changed.connect(self._on_changed)
        session.selection.changed.connect(self._on_selected)
        session.selection.go_to_requested.connect(self.go_to)
        self._on_opened()

    # --- what the tools ask and do ----------------------------------------------------------------

    @property
    def review(self) -> Review | None:
        """The open review."""
        document = self.session.document
        return document.review if document.is_open else None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: no review, or a library opened read-only."""
        return self.review is None or self.session.document.read_only

    def scene(self, role: Role) -> PictureScene:
        """One side's scene."""
        return self.views[role].picture_scene

    def other(self, view: PictureView) -> PictureView:
        """The view on the other side."""
        role = view.picture_scene.role
        return self.views[Role.PHOTO if role is Role.LISTING else Role.LISTING]

    def selected_marks(self) -> tuple[Mark, ...]:
        """The selected marks on the pictures in view, bottom to top."""
        if self.review is None:
            return ()
        shown = {view.picture_scene.evidence for view in self.views.values()}
        ids = {evidence.id for evidence in shown if evidence is not None}
        chosen = self.session.selection.marks
        return tuple(m for m in self.review.marks if m.id in chosen and m.evidence_id in ids)

    def selected_discrepancy(self) -> Discrepancy | None:
        """The selected discrepancy."""
        if self.review is None:
            return None
        return find(self.review.discrepancies, self.session.selection.discrepancy)

    def apply(
        self, edit: Callable[[Review], Review], name: str, count: int = 1, merge: str = ""
    ) -> bool:
        """Make one undo step."""
        return self.session.document.apply(edit, name, count, merge)

    @property
    def hint(self) -> str:
        """The next useful thing to do, in one sentence."""
        if self._editor is None:
            return self.tool.hint()
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Enter keeps the text, Shift+Enter breaks the line, Esc drops it."
            )
        )

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
            self.tool = self.tools[name]
        self.tool.take_up()
        for view in self.views.values():
            view.show_cursor(self.tool.cursor)
        self.tool_changed.emit(name)
        self.say_hint()

    def has_something_to_escape(self) -> bool:
        """Whether Escape would do anything here; else it is the window's."""
        return self.tool.is_busy or self.tool.can_escape()

    def give_up(self) -> bool:
        """Drop the gesture under way and show the review as it is; whether there was one."""
        dropped = self.tool.give_up()
        for view in self.views.values():
            view.picture_scene.clear_previews()
        return dropped

    # --- writing in place -------------------------------------------------------------------------

    def write_text(self, view: PictureView, mark: Mark) -> None:
        """Let the user write ``mark``, new or there already, on its picture."""
        self.finish_writing()
        editor = TextEditor(view, mark)
        editor.finished.connect(self._on_written)
        view.picture_scene.hide_mark(mark.id)
        self._editor = editor
        self.say_hint()

    def finish_writing(self) -> bool:
        """Keep what is being written, because the user goes elsewhere; whether something was."""
        editor = self._editor
        if editor is not None:
            editor.end(keep=True)
        return editor is not None

    def _forget_click(self) -> None:
        self._ended_by_click = False

    def _drop_writing(self) -> None:
        if self._editor is not None:
            self._editor.end(keep=False)

    def _on_written(self, keep: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        mark = editor.written()
        self._ended_by_click = editor.left_by_click
        QTimer.singleShot(0, self._forget_click)  # a click elsewhere never gets to a view
        editor.view.picture_scene.hide_mark(None)
        editor.hide()
        editor.deleteLater()
        editor.view.setFocus()
        change = text_change(mark, self.review) if keep and self.review is not None else None
        if change is not None and self.apply(*change):
            self.session.selection.select_marks({mark.id})
        self.say_hint()

    # --- views ------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole pictures."""
        views = self.views.values() if self.is_linked else (self.active,)
        for view in views:
            view.fit()

    def set_linked(self, linked: bool) -> None:
        """Whether zooming and panning one view moves the other one along."""
        if linked != self.is_linked:
            self.is_linked = linked
            self.linked_changed.emit(linked)

    def go_to(self, discrepancy_id: str) -> None:
        """Bring the places of a discrepancy into the middle of both views."""
        review = self.review
        discrepancy = find(review.discrepancies, discrepancy_id) if review else None
        if discrepancy is None:
            return
        for role, view in self.views.items():
            place = discrepancy.place(role)
            if place is not None and view.picture_scene.evidence is not None:
                view.show_place(place)

    def _add_side(self, role: Role, parent: QWidget) -> None:
        scene = PictureScene(role)
        view = PictureView(scene, parent)
        source = PictureSource(self.session.originals, self.session.tasks, self)
        source.arrived.connect(scene.picture.show_pixels)
        view.reframed.connect(lambda: source.want(self._device_scale(view)))
        view.pressed.connect(self._on_pressed)
        view.moved.connect(self._on_moved)
        view.released.connect(self._on_released)
        view.double_clicked.connect(self._on_double_clicked)
        view.framing_changed.connect(lambda before, _after: self._follow(view, before))
        view.entered.connect(lambda: self._activate(view))
        self.views[role], self.sources[role] = view, source

    @staticmethod
    def _device_scale(view: PictureView) -> float:
        return view.framing.scale * view.devicePixelRatioF()

    def _activate(self, view: PictureView) -> None:
        if view is not self.active:
            self.active = view
            self.active_changed.emit()

    def _follow(self, view: PictureView, before: Framing) -> None:
        other = self.other(view)
        if not self.is_linked or other.picture_scene.evidence is None:
            return
        other.show_framing(
            followed(
                other.framing,
                before,
                view.framing,
                view.picture_size,
                other.picture_size,
                view.view_size,
                other.view_size,
            )
        )

    # --- events -----------------------------------------------------------------------------------

    def _on_pressed(self, at: Pointing) -> None:
        ended, self._ended_by_click = self._ended_by_click, False
        if self.finish_writing() or ended:
            return  # the click that ended the writing does nothing else
        if at.scene.evidence is not None:
            self.tool.press(at)

    def _on_moved(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self.tool.move(at)

    def _on_released(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self.tool.release(at)
            self.say_hint()

    def _on_double_clicked(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self.tool.double_click(at)

    def _on_opened(self) -> None:
        for tool in self.tools.values():
            tool.give_up()
            tool.forget()
        self._drop_writing()
        self._show_review()
        if self.read_only and self.tool.draws:
            self.use("select")
        for view in self.views.values():
            view.fit()
        self.say_hint()

    def _on_changed(self, change: Change) -> None:
        if any(change.touches(part) for part in _DRAWN):
            self.tool.give_up()
            for view in self.views.values():
                view.picture_scene.clear_previews()
            self._show_review()
            self.say_hint()

    def _show_review(self) -> None:
        comparison = self.session.document.comparison
        another = False
        for role, view in self.views.items():
            scene = view.picture_scene
            if scene.show_review(self.review, comparison):
                self.sources[role].show(scene.evidence)
                view.fit()
                another = True
        self._on_selected()
        if another:
            self.pictures_changed.emit()

    def _on_selected(self) -> None:
        selection = self.session.selection
        for view in self.views.values():
            view.picture_scene.select(selection.marks, selection.discrepancy)
        self.shown.emit()
        self.say_hint()
