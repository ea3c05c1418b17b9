"""The clipboard: marks, looks and words, within a picture, across pictures and across reviews."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCursor, QGuiApplication

from claimcheck.cards.paint.mark_shapes import mark_frame
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Discrepancy, Mark, Review, new_id
from claimcheck.ui.canvas.actions import add_marks, remove_marks
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.counterparts import counterpart, mark_across
from claimcheck.ui.canvas.gestures import clamped, rounded, shift_onto
from claimcheck.ui.canvas.mark_clipboard import pack_marks, unpack_marks, unpack_pictures
from claimcheck.ui.names import name_of
from claimcheck.ui.payload import has_pictures
from claimcheck.ui.restyling import adopt_style

_MARKS, _TOLD = "claimcheck-marks", "claimcheck-told"
"""Properties of the clipboard: the copied marks, and the text that was put there with them."""
CUT_MARKS = QT_TRANSLATE_NOOP("history", "Cut %n mark(s)")
PASTE_MARKS = QT_TRANSLATE_NOOP("history", "Paste %n mark(s)")
COPY_ACROSS = QT_TRANSLATE_NOOP("history", "Copy %n mark(s) to the other picture")
PLACE_DISCREPANCY = QT_TRANSLATE_NOOP("history", "Place discrepancy on the other picture")
PASTE_STYLE = QT_TRANSLATE_NOOP("history", "Paste style onto %n mark(s)")
PASTE_TEXT = QT_TRANSLATE_NOOP("history", "Paste text")
LONGEST_TEXT = 2000
_ONE_LINE = 32
"""Letters: a longer text breaks its lines within half of the picture."""
_REFLOWS_AT = 0.5


def copy_selected(canvas: Canvas) -> None:
    """Copy the selected marks to the clipboard; other programs get their words."""
    marks = canvas.selected_marks()
    if not marks:
        return
    clipboard, told = QGuiApplication.clipboard(), _in_words(marks)
    # The marks ride along as a property. As mime data made in Python they would crash the process
    # when it ends: Qt lets go of the clipboard after Python is gone (PySide 6.11).
    clipboard.setText(told)
    _put(canvas, marks, told)
    copy_style(canvas)


def _put(canvas: Canvas, marks: Iterable[Mark], told: str) -> None:
    """Remember the copied marks, also over a restart."""
    assert canvas.review is not None
    clipboard, packed = QGuiApplication.clipboard(), pack_marks(marks, canvas.review.evidence)
    clipboard.setProperty(_MARKS, QByteArray(packed))
    clipboard.setProperty(_TOLD, told)
    canvas.session.keep_copied(packed.decode(), told)


def cut_selected(canvas: Canvas) -> None:
    """Copy the selected marks to the clipboard and delete them."""
    copy_selected(canvas)
    remove_marks(canvas, canvas.selected_marks(), CUT_MARKS)


def has_marks_to_paste(canvas: Canvas) -> bool:
    """Whether marks were copied last; anything else there is for the window to paste."""
    return bool(_copied(canvas))


def _copied(canvas: Canvas) -> bytes:
    """The marks that were copied last, maybe before a restart; nothing when something else was.

    Where a clipboard ends with the program that filled it, it is empty after a restart.
    """
    clipboard = QGuiApplication.clipboard()
    data = clipboard.property(_MARKS)
    if isinstance(data, QByteArray) and not data.isEmpty():
        return bytes(data.data()) if clipboard.text() == clipboard.property(_TOLD) else b""
    packed, told = canvas.session.copied
    mime = clipboard.mimeData()
    empty = mime is None or not mime.formats()
    return packed.encode() if packed and (empty or clipboard.text() == told) else b""


def paste_marks(canvas: Canvas) -> None:
    """Paste the marks on the clipboard onto the picture that was used last, and select them."""
    evidence = canvas.sides.active.picture_scene.evidence
    packed = _copied(canvas)
    if evidence is None or canvas.review is None or not packed:
        return
    marks, pictures = (
        unpack_marks(packed, evidence),
        unpack_pictures(packed, canvas.review.evidence),
    )

    def edit(review: Review) -> Review:
        return edits.put_marks(edits.add_evidence(review, pictures), marks)

    if canvas.apply(edit, PASTE_MARKS, len(marks)):
        canvas.session.selection.select_marks(mark.id for mark in marks)
        # What is pasted next lies beside these, not on them.
        _put(canvas, marks, QGuiApplication.clipboard().text())


def copy_across(canvas: Canvas) -> None:
    """Copy the selected marks to the same spot on the other picture, and select the copies.

    A selected discrepancy that is on one picture only gets its place on the other one.
    """
    copies = []
    for scene in canvas.sides.scenes:
        way = canvas.across(scene.role)
        if way is not None:
            marks = (mark for mark in canvas.selected_marks() if mark.id in scene.marks)
            other = canvas.sides.opposite(scene)
            copies += [other.settled(mark_across(way, mark)) for mark in marks]
    if copies:
        add_marks(canvas, tuple(copies), COPY_ACROSS)
    elif (discrepancy := canvas.selected_discrepancy()) is not None:
        _complete(canvas, discrepancy)


def _complete(canvas: Canvas, discrepancy: Discrepancy) -> None:
    for scene in canvas.sides.scenes:
        other, place = canvas.sides.opposite(scene), discrepancy.place(scene.role)
        way = canvas.across(scene.role)
        if place is None or way is None or discrepancy.place(other.role) is not None:
            continue
        there = counterpart(way, place)
        if there is not None:
            placed = edits.with_place(discrepancy, other.role, there)
            canvas.apply(partial(edits.put_discrepancy, discrepancy=placed), PLACE_DISCREPANCY)
            return


def copy_style(canvas: Canvas) -> None:
    """Remember how the topmost selected mark looks."""
    marks = canvas.selected_marks()
    if marks:
        canvas.session.mark_defaults.copied = marks[-1].style


def paste_style(canvas: Canvas) -> None:
    """Make the selected marks look like the one that was copied, as far as their kinds can."""
    copied = canvas.session.mark_defaults.copied
    if copied is not None and canvas.selected_marks():
        adopt_style(canvas.session, copied, PASTE_STYLE)


def has_text_to_paste() -> bool:
    """Whether there are words on the clipboard: no picture, no file, no address."""
    mime = QGuiApplication.clipboard().mimeData()
    return mime is not None and bool(mime.text().strip()) and not has_pictures(mime)


def paste_text(canvas: Canvas) -> None:
    """Make the words on the clipboard a text mark where the pointer is, and select it."""
    view = canvas.sides.active
    scene, text = view.picture_scene, QGuiApplication.clipboard().text().strip()[:LONGEST_TEXT]
    if scene.evidence is None or canvas.read_only or not text:
        return
    pointer = view.viewport().mapFromGlobal(QCursor.pos())
    inside = view.viewport().rect().contains(pointer)
    at = view.picture_point(pointer.toPointF()) if inside else view.framing.center
    style = canvas.session.mark_defaults.style(MarkKind.TEXT)
    width = _REFLOWS_AT * scene.size[0] if len(text) > _ONE_LINE else 0.0
    corner = clamped(at, scene.size)
    points = (corner, corner.moved(width, 0.0))
    mark = Mark(new_id(), scene.evidence.id, MarkKind.TEXT, points, style, text)
    box = mark_frame(mark, scene.size)
    shift = shift_onto(Rect(box.x(), box.y(), box.width(), box.height()), scene.size)
    moved = edits.move_mark(mark, *shift)
    mark = replace(moved, points=tuple(rounded(point) for point in moved.points))
    add_marks(canvas, (mark,), PASTE_TEXT)


def _in_words(marks: tuple[Mark, ...]) -> str:
    return "\n".join(mark.text or name_of(mark.kind) for mark in marks)
