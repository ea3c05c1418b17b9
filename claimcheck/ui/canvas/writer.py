"""Writing a text mark in place: when it starts, when it ends, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from claimcheck.model.review import Mark, Review
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.canvas.writing import TextEditor, text_change
from claimcheck.ui.session import Session


class Writer(QObject):
    """At most one text is written at a time."""

    changed = Signal()
    """Writing started or ended."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._editor: TextEditor | None = None
        self._ended_by_click = False

    @property
    def is_writing(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    def write(self, view: PictureView, mark: Mark) -> None:
        """Let the user write ``mark``, new or there already, on its picture."""
        self.finish()
        editor = TextEditor(view, mark)
        editor.finished.connect(self._on_finished)
        view.picture_scene.hide_mark(mark.id)
        self._editor = editor
        self.changed.emit()

    def finish(self) -> bool:
        """Keep what is being written, because the user goes elsewhere; whether something was."""
        editor = self._editor
        if editor is not None:
            editor.end(keep=True)
        return editor is not None

    def drop(self) -> None:
        """Forget what is being written: its review is not in view any more."""
        if self._editor is not None:
            self._editor.end(keep=False)

    def takes_click(self) -> bool:
        """Whether the click that comes in now only ended the writing."""
        ended, self._ended_by_click = self._ended_by_click, False
        return self.finish() or ended

    def _on_finished(self, keep: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        mark = editor.written()
        self._ended_by_click = editor.left_by_click
        QTimer.singleShot(0, self._forget_click)  # a click elsewhere never gets to a view
        editor.view.picture_scene.hide_mark(None)
        if editor.hasFocus():  # else the user has gone to another field, and stays there
            editor.view.setFocus()
        editor.hide()
        editor.deleteLater()
        document = self._session.document
        change: tuple[Callable[[Review], Review], str] | None = None
        if keep and document.is_open:
            change = text_change(mark, document.shown)
        if change is not None and document.apply_shown(*change):
            self._session.selection.select_marks({mark.id})
        self.changed.emit()

    def _forget_click(self) -> None:
        self._ended_by_click = False
