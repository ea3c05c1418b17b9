"""Walking through marks and numbers with the keyboard, and bringing them into view."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import Discrepancy, Mark, find
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.names import name_of

RENUMBER = QT_TRANSLATE_NOOP("history", "Renumber")


def select_mark(canvas: Canvas, step: int) -> None:
    """Select the next mark of the picture that was used last, or the one before; in a ring."""
    scene = canvas.sides.active.picture_scene
    seen = scene.marks_seen
    marks = [item.mark for mark_id, item in scene.marks.items() if mark_id in seen]
    if marks:
        chosen = canvas.session.selection.marks
        at = next((i for i, one in enumerate(marks) if one.id in chosen), None)
        wanted = marks[_stepped(at, step, len(marks))]
        canvas.session.selection.select_marks([wanted.id])
        reveal(canvas, [wanted], ())


def walk(canvas: Canvas, view: PictureView, forth: bool) -> bool:
    """Select the next number or mark on a view's picture, or the one before.

    Numbers come first, then marks from the bottom up. After the last one nothing is selected, and
    the answer is false: the keyboard goes elsewhere.
    """
    scene, selection, review = view.picture_scene, canvas.session.selection, canvas.review
    if review is None:
        return False
    seen = scene.marks_seen
    numbered = [one for one in review.discrepancies if one.id in scene.discs.items]
    stops: list[Discrepancy | Mark] = [*numbered]
    stops += (one for one in review.marks if one.id in seen)
    chosen = selection.marks or {selection.discrepancy}
    here = [at for at, one in enumerate(stops) if one.id in chosen]
    step = 1 if forth else -1
    wanted = (here[-1 if forth else 0] + step) if here else (0 if forth else len(stops) - 1)
    if canvas.tool.is_busy or not 0 <= wanted < len(stops):
        selection.select_marks(())
        return False
    canvas.sides.activate(view)
    stop = stops[wanted]
    if isinstance(stop, Discrepancy):
        selection.select_discrepancy(stop.id)
        reveal(canvas, (), [stop])
    else:
        selection.select_marks([stop.id])
        reveal(canvas, [stop], ())
    return True


def describe(canvas: Canvas, view: PictureView) -> str:
    """What is selected on a view's picture, for those who don't see the frame."""
    review, selection = canvas.review, canvas.session.selection
    if review is None:
        return ""
    numbered = find(review.discrepancies, selection.discrepancy)
    if numbered is not None and numbered.id in view.picture_scene.discs.items:
        number, kind = review.number_of(numbered), name_of(numbered.kind)
        return f"{number}: {kind}. {numbered.note}".strip()
    marks = (find(review.marks, one) for one in view.picture_scene.marks if one in selection.marks)
    return ", ".join(f"{name_of(m.kind)} {m.text}".strip() for m in marks if m is not None)


def select_number(canvas: Canvas, step: int) -> None:
    """Select the next discrepancy or the one before, and show its places; in a ring."""
    comparison = canvas.session.document.comparison
    if canvas.review is None or comparison is None:
        return
    numbered = canvas.review.discrepancies_of(comparison.id)
    if numbered:
        chosen = canvas.session.selection.discrepancy
        at = next((i for i, one in enumerate(numbered) if one.id == chosen), None)
        canvas.session.selection.go_to(numbered[_stepped(at, step, len(numbered))].id)


def move_number(canvas: Canvas, step: int) -> None:
    """Move the selected discrepancy up or down in the list; the others close up."""
    discrepancy = canvas.selected_discrepancy()
    if canvas.review is None or discrepancy is None:
        return
    number = canvas.review.number_of(discrepancy) + step
    canvas.apply(lambda review: edits.renumber(review, discrepancy.id, number), RENUMBER)


def write_note(canvas: Canvas) -> None:
    """Put the keyboard into the note of the selected discrepancy."""
    discrepancy = canvas.selected_discrepancy()
    if discrepancy is not None:
        canvas.ask_for_note(discrepancy.id)


def to_other_side(canvas: Canvas) -> None:
    """Give the keyboard to the view on the other side."""
    other = canvas.sides.other(canvas.sides.active)
    other.setFocus(Qt.FocusReason.ShortcutFocusReason)
    canvas.sides.activate(other)


def reveal(canvas: Canvas, marks: Collection[Mark], discrepancies: Collection[Discrepancy]) -> None:
    """Bring what is out of sight on its picture into view; what is in sight stays where it is.

    They may be gone from the review: then it is their place that comes into view.
    """
    for role, view in canvas.sides.views.items():
        evidence = view.picture_scene.evidence
        if evidence is None:
            continue
        places = [mark.frame for mark in marks if mark.evidence_id == evidence.id]
        places += [place for one in discrepancies if (place := one.place(role)) is not None]
        if places:
            view.bring_into_view(places[0])


def _stepped(at: int | None, step: int, count: int) -> int:
    if at is None:
        return 0 if step > 0 else count - 1
    return (at + step) % count
