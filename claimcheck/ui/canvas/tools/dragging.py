"""What dragging can do to what is selected. Each gesture previews, and commits once on release."""

from __future__ import annotations

from typing import Protocol

from claimcheck.cards.paint.mark_shapes import mark_frame
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Discrepancy, Mark
from claimcheck.ui.canvas.gestures import (
    Handle,
    frame_handles,
    frame_of,
    held_shift,
    resized,
    rounded_rect,
    straight_shift,
    turned,
)
from claimcheck.ui.canvas.reshaping import (
    in_place,
    moved_lens,
    resized_mark,
    resized_text,
    turned_mark,
)
from claimcheck.ui.canvas.snapping import directions
from claimcheck.ui.canvas.tools.aiming import Aim
from claimcheck.ui.canvas.tools.bench import Bench
from claimcheck.ui.canvas.tools.tool import between
from claimcheck.ui.canvas.view import Pointing

MOVE_MARKS = QT_TRANSLATE_NOOP("history", "Move %n mark(s)")
TURN_MARK = QT_TRANSLATE_NOOP("history", "Turn mark")
RESIZE_MARK = QT_TRANSLATE_NOOP("history", "Resize mark")
MOVE_PLACE = QT_TRANSLATE_NOOP("history", "Move discrepancy")
RESIZE_PLACE = QT_TRANSLATE_NOOP("history", "Resize discrepancy")


class Drag(Protocol):
    """A drag under way."""

    def preview(self, at: Pointing) -> None:
        """Show what releasing here would do."""
        ...

    def commit(self, at: Pointing) -> None:
        """Do it, as one undo step."""
        ...


class MoveMarks:
    """Move marks of one picture together, as far as all of them stay on it."""

    def __init__(self, canvas: Bench, start: Pointing, marks: tuple[Mark, ...]) -> None:
        self._canvas, self._start, self._marks = canvas, start, marks
        self._frame = frame_of(mark.frame for mark in marks) or Rect(0, 0, 0, 0)
        self._aim = Aim(start.scene, leaving={mark.id for mark in marks})

    def preview(self, at: Pointing) -> None:
        at.scene.preview_marks(self._moved(at))

    def commit(self, at: Pointing) -> None:
        moved = self._moved(at)
        self._canvas.apply(
            lambda review: edits.put_marks(review, moved), MOVE_MARKS, len(self._marks)
        )

    def _moved(self, at: Pointing) -> tuple[Mark, ...]:
        way = between(self._start.point, at.point)
        way = straight_shift(*way) if at.shift else way
        if len(self._marks) == 1 and self._marks[0].kind is MarkKind.MAGNIFIER:
            return (moved_lens(self._marks[0], self._start.point, *way, at.scene.size),)
        way = self._aim.shifted(at, self._frame, *way)
        dx, dy = held_shift(self._frame, *way, at.scene.size)
        moved = (edits.move_mark(mark, round(dx, 2), round(dy, 2)) for mark in self._marks)
        return tuple(at.scene.settled(mark) for mark in moved)


class ResizeMark:
    """Resize one mark by the handle that was pressed."""

    def __init__(self, canvas: Bench, start: Pointing, mark: Mark, handle: Handle) -> None:
        self._canvas, self._mark, self._handle = canvas, mark, handle
        item = start.scene.marks[mark.id]
        self._box = item.frame
        self._aim = Aim(start.scene, leaving={mark.id})
        # Handles are drawn a little outside the mark: without this it would jump on the first move.
        drawn = self._upright(start.scene.handles.drawn_at(handle))
        handles = {} if mark.kind is MarkKind.MAGNIFIER else frame_handles(self._box)
        self._below = drawn.y > self._box.center.y
        self._grip = between(self._upright(start.point), handles.get(handle) or drawn)

    def preview(self, at: Pointing) -> None:
        at.scene.preview_marks((self._resized(at),))

    def commit(self, at: Pointing) -> None:
        mark = self._resized(at)
        name = TURN_MARK if self._handle is Handle.TURN else RESIZE_MARK
        self._canvas.apply(lambda review: edits.put_marks(review, (mark,)), name)

    def _resized(self, at: Pointing) -> Mark:
        if self._handle is Handle.TURN:
            middle, straight = self._box.center, at.shift
            return turned_mark(self._mark, middle, at.point, straight=straight, below=self._below)
        to = self._upright(at.point).moved(*self._grip)
        if not self._mark.angle:
            to = self._aim.at(at, to, *directions(self._handle))
        if self._mark.kind is MarkKind.TEXT:
            mark = resized_text(self._mark, self._box, self._handle, to, at.scene.size)
        else:
            mark = resized_mark(
                self._mark, self._handle, to, at.scene.size, square=at.shift, from_center=at.alt
            )
        return at.scene.settled(self._kept_in_place(mark, at))

    def _upright(self, point: Point) -> Point:
        """``point`` as if the mark weren't turned."""
        return turned(point, self._box.center, -self._mark.angle)

    def _kept_in_place(self, mark: Mark, at: Pointing) -> Mark:
        """A turned mark turns about its new middle; its other side stays where it is."""
        if not mark.angle:
            return mark
        box = mark_frame(mark, at.scene.size)
        after = Rect(box.x(), box.y(), box.width(), box.height())
        return edits.move_mark(mark, *in_place(self._box, after, mark.angle))


class MovePlace:
    """Move the place of a discrepancy on one picture."""

    def __init__(self, canvas: Bench, start: Pointing, discrepancy: Discrepancy) -> None:
        self._canvas, self._start, self._discrepancy = canvas, start, discrepancy
        self._place = discrepancy.place(start.scene.role) or Rect(0, 0, 0, 0)
        self._aim = Aim(start.scene, leaving={discrepancy.id})

    def preview(self, at: Pointing) -> None:
        at.scene.discs.preview(self._discrepancy.id, self._moved(at))

    def commit(self, at: Pointing) -> None:
        change_place(self._canvas, self._discrepancy, at, self._moved(at), MOVE_PLACE)

    def _moved(self, at: Pointing) -> Rect:
        way = between(self._start.point, at.point)
        way = straight_shift(*way) if at.shift else way
        if self._place.width > 0:  # a point goes exactly where it is put
            way = self._aim.shifted(at, self._place, *way)
        return rounded_rect(self._place.moved(*held_shift(self._place, *way, at.scene.size)))


class ResizePlace:
    """Resize the area of a discrepancy on one picture."""

    def __init__(
        self, canvas: Bench, start: Pointing, discrepancy: Discrepancy, handle: Handle
    ) -> None:
        self._canvas, self._discrepancy, self._handle = canvas, discrepancy, handle
        self._place = discrepancy.place(start.scene.role) or Rect(0, 0, 0, 0)
        self._grip = between(start.point, frame_handles(self._place)[handle])
        self._aim = Aim(start.scene, leaving={discrepancy.id})

    def preview(self, at: Pointing) -> None:
        at.scene.discs.preview(self._discrepancy.id, self._resized(at))

    def commit(self, at: Pointing) -> None:
        change_place(self._canvas, self._discrepancy, at, self._resized(at), RESIZE_PLACE)

    def _resized(self, at: Pointing) -> Rect:
        to = self._aim.at(at, at.point.moved(*self._grip), *directions(self._handle))
        place = resized(
            self._place, self._handle, to, at.scene.size, square=at.shift, from_center=at.alt
        )
        return rounded_rect(place)


class Band:
    """Drag over empty picture to select the marks inside."""

    def __init__(self, canvas: Bench, start: Pointing) -> None:
        self._canvas, self._start = canvas, start
        self._before = canvas.session.selection.marks if start.shift else frozenset()

    def preview(self, at: Pointing) -> None:
        at.scene.preview_band(self._band(at))

    def commit(self, at: Pointing) -> None:
        inside = at.scene.hits.marks_inside(self._band(at))
        self._canvas.session.selection.select_marks(self._before | inside)

    def _band(self, at: Pointing) -> Rect:
        return Rect.spanning((self._start.point, at.point))


def change_place(
    canvas: Bench, discrepancy: Discrepancy, at: Pointing, place: Rect, name: str
) -> bool:
    """Put a discrepancy's place on the picture under the pointer; one undo step."""
    changed = edits.with_place(discrepancy, at.scene.role, place)
    return canvas.apply(lambda review: edits.put_discrepancy(review, changed), name)
