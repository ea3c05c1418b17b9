"""Select: choose, move and resize what lies on the pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, find
from claimcheck.ui.canvas.cursors import sign_cursor, stretching_shape
from claimcheck.ui.canvas.gestures import Handle
from claimcheck.ui.canvas.tools.dragging import (
    Band,
    Drag,
    MoveMarks,
    MovePlace,
    ResizeMark,
    ResizePlace,
)
from claimcheck.ui.canvas.tools.tool import Tool, is_drag, words
from claimcheck.ui.canvas.view import Pointing

_CURSORS = {
    Handle.TAIL: Qt.CursorShape.CrossCursor,
    Handle.HEAD: Qt.CursorShape.CrossCursor,
    Handle.BEND: Qt.CursorShape.PointingHandCursor,
    Handle.SOURCE_NW: Qt.CursorShape.SizeFDiagCursor,
    Handle.SOURCE_SE: Qt.CursorShape.SizeFDiagCursor,
    Handle.SOURCE_NE: Qt.CursorShape.SizeBDiagCursor,
    Handle.SOURCE_SW: Qt.CursorShape.SizeBDiagCursor,
}


class SelectTool(Tool):
    """Click, shift-click, rubber band, move, resize by handles."""

    name = "select"
    title = QT_TRANSLATE_NOOP("tools", "Select")
    icon = "mouse-pointer-2"
    key = "V"
    clicks = True
    draws = False
    cursor = Qt.CursorShape.ArrowCursor

    _start: Pointing | None = None
    _drag: Drag | None = None
    _dragging = False

    def press(self, at: Pointing) -> None:
        self._start, self._dragging = at, False
        self._drag = self._resize(at) or self._grab_discrepancy(at) or self._grab_mark(at)
        if self._drag is None and self._nothing_at(at):
            self._drag = Band(self.canvas, at)

    def move(self, at: Pointing) -> None:
        if self._start is None:
            self._show_cursor(at)
            return
        if at.view is not self._start.view or self._drag is None:
            return
        if self._dragging or is_drag(self._start, at):
            self._dragging = True
            self._drag.preview(at)

    def release(self, at: Pointing) -> None:
        start, drag, dragging = self._start, self._drag, self._dragging
        self._start, self._drag, self._dragging = None, None, False
        if start is None:
            return
        if dragging and drag is not None:
            at.scene.clear_previews()
            drag.commit(at)
        elif isinstance(drag, Band):
            self._click_through(at)
        elif not at.shift:
            self._single_out(start)

    def double_click(self, at: Pointing) -> None:
        discrepancy_id = at.scene.hits.disc_at(at.point)
        if discrepancy_id is not None:
            self.canvas.session.selection.select_discrepancy(discrepancy_id)
            self.canvas.ask_for_note(discrepancy_id)
            return
        mark = at.scene.hits.mark_at(at.point)
        if mark is not None and mark.kind is MarkKind.TEXT and not self.canvas.read_only:
            self.canvas.writer.write(at.view, mark)
            return
        self.press(at)

    @property
    def is_busy(self) -> bool:
        return self._start is not None

    def give_up(self) -> bool:
        start, self._start, self._drag, self._dragging = self._start, None, None, False
        if start is not None:
            start.scene.clear_previews()
        return start is not None

    def can_escape(self) -> bool:
        selection = self.canvas.session.selection
        return bool(selection.marks) or selection.discrepancy is not None

    def escape(self) -> None:
        self.canvas.session.selection.select_discrepancy(None)

    def hint(self) -> str:
        selection = self.canvas.session.selection
        if self.canvas.read_only:
            return words(
                QT_TRANSLATE_NOOP("tools", "Read-only: you can look at everything, not change it.")
            )
        if selection.marks:
            return words(
                QT_TRANSLATE_NOOP(
                    "tools", "Drag to move, arrow keys to nudge. Ctrl+D duplicates, Del deletes."
                )
            )
        if selection.discrepancy:
            return words(
                QT_TRANSLATE_NOOP(
                    "tools",
                    "Drag the number or its box. Double click the number to write its note.",
                )
            )
        return words(
            QT_TRANSLATE_NOOP("tools", "Click a mark to select it, drag to select several.")
        )

    # --- what was pressed -------------------------------------------------------------------------

    def _resize(self, at: Pointing) -> Drag | None:
        handle = at.scene.handles.handle_at(at.point)
        if handle is None or self.canvas.read_only:
            return None
        marks = self.canvas.selected_marks()
        if marks:
            return ResizeMark(self.canvas, at, marks[0], handle)
        discrepancy = self.canvas.selected_discrepancy()
        # The disc sits on the corner's handle, and is what one sees there.
        if discrepancy is None or at.scene.hits.disc_at(at.point) == discrepancy.id:
            return None
        return ResizePlace(self.canvas, at, discrepancy, handle)

    def _grab_discrepancy(self, at: Pointing) -> Drag | None:
        discrepancy_id = at.scene.hits.discrepancy_at(at.point)
        review = self.canvas.review
        discrepancy = find(review.discrepancies, discrepancy_id) if review else None
        if discrepancy is None:
            selected = self.canvas.selected_discrepancy()
            place = selected.place(at.scene.role) if selected else None
            inside = place is not None and place.width > 0 and place.contains(at.point)
            if not inside or at.scene.hits.mark_at(at.point) is not None:
                return None
            discrepancy = selected
        assert discrepancy is not None
        self.canvas.session.selection.select_discrepancy(discrepancy.id)
        return _Still() if self.canvas.read_only else MovePlace(self.canvas, at, discrepancy)

    def _grab_mark(self, at: Pointing) -> Drag | None:
        selection, mark = self.canvas.session.selection, self._mark_under(at)
        if mark is None:
            return None
        if at.shift:
            selection.select_marks(selection.marks ^ {mark.id})
        elif mark.id not in selection.marks:
            selection.select_marks({mark.id})
        if mark.id not in selection.marks or self.canvas.read_only:
            return _Still()
        here = tuple(m for m in self.canvas.selected_marks() if m.id in at.scene.marks)
        return MoveMarks(self.canvas, at, here)

    def _mark_under(self, at: Pointing) -> Mark | None:
        """The mark whose line is there; else, without Shift, a selected one around the pointer."""
        mark = at.scene.hits.mark_at(at.point)
        if mark is not None or at.shift:
            return mark
        inside = [
            m
            for m in self.canvas.selected_marks()
            if m.id in at.scene.marks and at.scene.marks[m.id].frame.contains(at.point)
        ]
        return inside[-1] if inside else None

    def _single_out(self, at: Pointing) -> None:
        """A click on one of several selected marks means that one; only a drag moves them all."""
        selection, mark = self.canvas.session.selection, self._mark_under(at)
        if mark is not None and mark.id in selection.marks and len(selection.marks) > 1:
            selection.select_marks({mark.id})

    @staticmethod
    def _nothing_at(at: Pointing) -> bool:
        return (
            at.scene.hits.mark_at(at.point) is None
            and at.scene.hits.discrepancy_at(at.point) is None
        )

    def _click_through(self, at: Pointing) -> None:
        """A click on no line: take the smallest thing around it, or let go of everything."""
        selection = self.canvas.session.selection
        mark = at.scene.hits.mark_around(at.point)
        if mark is not None:
            selection.select_marks(selection.marks ^ {mark.id} if at.shift else {mark.id})
            return
        if not at.shift:
            selection.select_discrepancy(at.scene.hits.discrepancy_around(at.point))

    def _show_cursor(self, at: Pointing) -> None:
        handle = at.scene.handles.handle_at(at.point)
        if handle is not None and not self.canvas.read_only:
            at.view.show_cursor(_cursor_at(handle, at))
        elif self._nothing_at(at):
            at.view.show_cursor(Qt.CursorShape.ArrowCursor)
        else:
            at.view.show_cursor(Qt.CursorShape.SizeAllCursor)


def _cursor_at(handle: Handle, at: Pointing) -> QCursor | Qt.CursorShape:
    if handle is Handle.TURN:
        return sign_cursor("rotate-cw", at.view.devicePixelRatioF())
    stretching = stretching_shape(handle, at.scene.handles.angle)
    return _CURSORS[handle] if stretching is None else stretching


class _Still:
    """A press that selected or deselected something; dragging on does nothing."""

    def preview(self, at: Pointing) -> None:
        """Nothing moves."""

    def commit(self, at: Pointing) -> None:
        """Nothing changes."""
