"""What the drawing tools share: drag, see it grow, release, and one mark is added."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Style, new_id
from claimcheck.ui.canvas.gestures import corners, dragged_frame, rounded
from claimcheck.ui.canvas.tools.aiming import Aim
from claimcheck.ui.canvas.tools.select import SelectTool
from claimcheck.ui.canvas.tools.tool import Tool, is_drag, words
from claimcheck.ui.canvas.view import Pointing


class DrawingTool(Tool):
    """Draws one kind of mark. What is selected can still be resized by its handles."""

    kind: ClassVar[MarkKind]
    change_name: ClassVar[str]
    snaps: ClassVar[bool] = True
    """Whether the corners snap to what lies near."""

    _aim: Aim | None = None
    _start: Pointing | None = None
    _drawn: Mark | None = None
    _resizing: SelectTool | None = None

    def take_up(self) -> None:
        self.canvas.session.mark_defaults.set_kind(self.kind)

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        """The points of the mark that a drag from ``start`` means."""
        return corners(
            dragged_frame(start, at.point, at.scene.size, square=at.shift, from_center=at.alt)
        )

    def press(self, at: Pointing) -> None:
        if at.scene.handles.handle_at(at.point) is not None:
            self._resizing = self._select_tool()
            self._resizing.press(at)
            return
        self._aim = Aim(at.scene) if self.snaps else None
        self._start, self._drawn = self._aimed(at), None

    def move(self, at: Pointing) -> None:
        if self._resizing is not None:
            self._resizing.move(at)
            return
        if self._start is None or at.view is not self._start.view:
            return
        if self._drawn is None and not is_drag(self._start, at):
            return
        self._drawn = self._mark(self._start, self._aimed(at))
        at.scene.preview_marks((self._drawn,))

    def release(self, at: Pointing) -> None:
        if self._resizing is not None:
            select, self._resizing = self._resizing, None
            select.release(at)
            return
        start, drawn = self._start, self._drawn
        self._start = self._drawn = None
        if start is None:
            return
        at.scene.show_guides(())
        if drawn is None:
            self.clicked(at)
            return
        at.scene.clear_previews()
        self.add(drawn)

    def clicked(self, at: Pointing) -> None:
        """A click without a drag selects what is there, as the select tool would."""
        select = self._select_tool()
        select.press(at)
        select.release(at)

    def add(self, mark: Mark) -> None:
        """Put a new mark on top and select it."""
        if self.canvas.apply(lambda review: edits.put_marks(review, (mark,)), self.change_name):
            self.canvas.session.selection.select_marks({mark.id})

    @property
    def is_busy(self) -> bool:
        return self._start is not None or self._resizing is not None

    def give_up(self) -> bool:
        if self._resizing is not None:
            select, self._resizing = self._resizing, None
            return select.give_up()
        start, self._start, self._drawn = self._start, None, None
        if start is not None:
            start.scene.clear_previews()
        return start is not None

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Drag on either picture. Shift keeps it square, Esc stops.")
        )

    def _mark(self, start: Pointing, at: Pointing) -> Mark:
        evidence = at.scene.evidence
        assert evidence is not None
        points = tuple(rounded(point) for point in self.points(start.point, at))
        mark_id = self._drawn.id if self._drawn else new_id()
        return self.finished(Mark(mark_id, evidence.id, self.kind, points, self.style()), at)

    def style(self) -> Style:
        """How the next mark looks."""
        return self.canvas.session.mark_defaults.style(self.kind)

    def finished(self, mark: Mark, at: Pointing) -> Mark:  # noqa: ARG002 - for those that need it
        """``mark`` with what else belongs to its kind, such as words."""
        return mark

    def _select_tool(self) -> SelectTool:
        select = self.canvas.tools["select"]
        assert isinstance(select, SelectTool)
        return select

    def _aimed(self, at: Pointing) -> Pointing:
        straight = at.shift and self._start is not None  # held at an angle, or to a square
        if self._aim is None or straight:
            return at
        return replace(at, point=self._aim.at(at, at.point))
