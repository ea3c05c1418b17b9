"""Walking through marks and numbers with the keyboard, and bringing them into view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from claimcheck.model.review import find
from claimcheck.ui.canvas.canvas import Canvas


def select_mark(canvas: Canvas, step: int) -> None:
    """Select the next mark of the picture that was used last, or the one before; in a ring."""
    scene = canvas.sides.active.picture_scene
    marks = [mark_id for mark_id in scene.marks if mark_id in scene.marks_seen]
    if marks:
        chosen = canvas.session.selection.marks
        at = next((i for i, one in enumerate(marks) if one in chosen), None)
        wanted = marks[_stepped(at, step, len(marks))]
        canvas.session.selection.select_marks([wanted])
        reveal(canvas, [wanted], ())


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


def reveal(canvas: Canvas, marks: Iterable[str], discrepancies: Iterable[str]) -> None:
    """Bring what is out of sight on its picture into view; what is in sight stays where it is."""
    review, wanted = canvas.review, set(marks)
    if review is None:
        return
    numbered = [found for one in discrepancies if (found := find(review.discrepancies, one))]
    for role, view in canvas.sides.views.items():
        evidence = view.picture_scene.evidence
        if evidence is None:
            continue
        here = (m for m in review.marks if m.id in wanted and m.evidence_id == evidence.id)
        places = [mark.frame for mark in here]
        places += [place for one in numbered if (place := one.place(role)) is not None]
        if places:
            view.bring_into_view(places[0])


def _stepped(at: int | None, step: int, count: int) -> int:
    if at is None:
        return 0 if step > 0 else count - 1
    return (at + step) % count
