"""What keys and menus do to what is selected: delete, duplicate, nudge, order, copy and paste."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Review
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.gestures import frame_of, held_shift
from claimcheck.ui.canvas.mark_clipboard import (
    copies_beside,
)

DELETE_MARKS = QT_TRANSLATE_NOOP("history", "Delete %n mark(s)")
DELETE_DISCREPANCY = QT_TRANSLATE_NOOP("history", "Delete discrepancy")
DUPLICATE_MARKS = QT_TRANSLATE_NOOP("history", "Duplicate %n mark(s)")
MOVE_MARKS = QT_TRANSLATE_NOOP("history", "Move %n mark(s)")
MOVE_DISCREPANCY = QT_TRANSLATE_NOOP("history", "Move discrepancy")
RAISE_MARKS = QT_TRANSLATE_NOOP("history", "Bring %n mark(s) to the front")
LOWER_MARKS = QT_TRANSLATE_NOOP("history", "Send %n mark(s) to the back")


def delete_selected(canvas: Canvas) -> None:
    """Delete the selected marks, or the selected discrepancy; nothing when nothing is selected."""
    marks = canvas.selected_marks()
    if marks:
        remove_marks(canvas, marks, DELETE_MARKS)
        return
    discrepancy = canvas.selected_discrepancy()
    if discrepancy is not None:
        canvas.apply(
            lambda review: edits.remove_discrepancies(review, {discrepancy.id}), DELETE_DISCREPANCY
        )


def duplicate_selected(canvas: Canvas) -> None:
    """Put copies beside the selected marks, and select the copies."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in canvas.selected_marks():
        groups[mark.evidence_id].append(mark)
    sizes = _sizes(canvas)
    copies = tuple(c for id_, group in groups.items() for c in copies_beside(group, sizes[id_]))
    add_marks(canvas, copies, DUPLICATE_MARKS)


def nudge_selected(canvas: Canvas, dx: float, dy: float) -> None:
    """Move what is selected by picture pixels; a burst of nudges is one undo step."""
    marks = canvas.selected_marks()
    if marks:
        _nudge_marks(canvas, marks, dx, dy)
        return
    discrepancy = canvas.selected_discrepancy()
    scene = canvas.sides.active.picture_scene
    place = discrepancy.place(scene.role) if discrepancy is not None else None
    if discrepancy is None or place is None:
        return
    moved = edits.with_place(
        discrepancy, scene.role, place.moved(*held_shift(place, dx, dy, scene.size))
    )
    canvas.apply(
        lambda review: edits.put_discrepancy(review, moved),
        MOVE_DISCREPANCY,
        merge=f"nudge {discrepancy.id} {scene.role}",
    )


def raise_selected(canvas: Canvas) -> None:
    """Bring the selected marks to the front."""
    _reorder(canvas, edits.raise_marks, RAISE_MARKS)


def lower_selected(canvas: Canvas) -> None:
    """Send the selected marks to the back."""
    _reorder(canvas, edits.lower_marks, LOWER_MARKS)


def edit_selected_text(canvas: Canvas) -> bool:
    """Write in the selected text, where nothing else is selected; whether there is one."""
    marks = canvas.selected_marks()
    if canvas.read_only or len(marks) != 1 or marks[0].kind is not MarkKind.TEXT:
        return False
    (mark,) = marks
    for view in canvas.sides.views.values():
        if mark.id in view.picture_scene.marks:
            canvas.writer.write(view, mark)
    return True


def select_all(canvas: Canvas) -> None:
    """Select all marks of the picture that was used last."""
    canvas.session.selection.select_marks(canvas.sides.active.picture_scene.marks_seen)


def _sizes(canvas: Canvas) -> dict[str, tuple[int, int]]:
    review = canvas.review
    return {e.id: (e.width_px, e.height_px) for e in review.evidence} if review else {}


def add_marks(canvas: Canvas, marks: tuple[Mark, ...], name: str) -> None:
    """Put marks on top as one undo step, and select them."""
    if canvas.apply(lambda review: edits.put_marks(review, marks), name, len(marks)):
        canvas.session.selection.select_marks(mark.id for mark in marks)


def remove_marks(canvas: Canvas, marks: tuple[Mark, ...], name: str) -> None:
    """Take marks away as one undo step."""
    ids = {mark.id for mark in marks}
    canvas.apply(lambda review: edits.remove_marks(review, ids), name, len(ids))


def _nudge_marks(canvas: Canvas, marks: tuple[Mark, ...], dx: float, dy: float) -> None:
    sizes = _sizes(canvas)
    moved: list[Mark] = []
    for evidence_id, size in sizes.items():
        here = [mark for mark in marks if mark.evidence_id == evidence_id]
        frame = frame_of(mark.frame for mark in here)
        if frame is not None:
            shift = held_shift(frame, dx, dy, size)
            moved += [edits.move_mark(mark, *shift) for mark in here]
    ids = " ".join(sorted(mark.id for mark in marks))
    canvas.apply(
        lambda review: edits.put_marks(review, moved), MOVE_MARKS, len(moved), f"nudge {ids}"
    )


def _reorder(canvas: Canvas, edit: Callable[[Review, set[str]], Review], name: str) -> None:
    ids = {mark.id for mark in canvas.selected_marks()}
    canvas.apply(lambda review: edit(review, ids), name, len(ids))
