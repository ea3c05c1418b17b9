"""Change how the selected marks look, and with them how the next one will."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Review, Style, find
from claimcheck.ui.exact_places import Number, bent, with_number
from claimcheck.ui.mark_aspects import adopted, restyled
from claimcheck.ui.session import Session

COLOUR_MARKS = QT_TRANSLATE_NOOP("history", "Colour %n mark(s)")
PLACE_MARKS = QT_TRANSLATE_NOOP("history", "Place %n mark(s)")
BEND_MARKS = QT_TRANSLATE_NOOP("history", "Bend %n mark(s)")
STYLE_MARKS = QT_TRANSLATE_NOOP("history", "Style %n mark(s)")


def selected_marks(session: Session) -> tuple[Mark, ...]:
    """The selected marks as they are shown, bottom to top."""
    if not session.document.is_open:
        return ()
    chosen = session.selection.marks
    return tuple(mark for mark in session.document.shown.marks if mark.id in chosen)


def styled_kinds(session: Session) -> set[MarkKind]:
    """The kinds whose style is in hand: of what is selected, else of what is drawn next."""
    return {mark.kind for mark in selected_marks(session)} or {session.mark_defaults.kind}


def restyle(session: Session, name: str, merge: str = "", **changed: Any) -> None:
    """Set fields of the style of all selected marks, in one undo step, and of the next ones.

    A field that means nothing for a mark's kind stays as it is.
    """
    change_styles(session, name, lambda kind, style: restyled(kind, style, changed), merge)


def adopt_style(session: Session, source: Style, name: str = STYLE_MARKS) -> None:
    """Make all selected marks, and the next ones, look like ``source``."""
    change_styles(session, name, lambda kind, style: adopted(source, kind, style))


def change_styles(
    session: Session, name: str, change: Callable[[MarkKind, Style], Style], merge: str = ""
) -> None:
    """Change the style of all selected marks, and of the next ones of their kinds."""
    kinds = styled_kinds(session)
    if selected_marks(session):
        # What is drawn to hide something stays solid, though one mark was made decorative.
        kinds.discard(MarkKind.REDACTION)
    change_marks(
        session, name, lambda mark: replace(mark, style=change(mark.kind, mark.style)), merge
    )
    if session.document.read_only:
        return
    defaults = session.mark_defaults
    for kind in kinds:
        defaults.set_style(kind, change(kind, defaults.style(kind)))


def place_marks(session: Session, number: Number, value: float, merge: str = "") -> None:
    """Give all selected marks this number exactly, as far as each stays on its picture."""
    review = session.document.shown
    sizes = {e.id: (e.width_px, e.height_px) for e in review.evidence}
    change_marks(
        session,
        PLACE_MARKS,
        lambda mark: with_number(mark, number, value, sizes[mark.evidence_id]),
        merge,
    )


def bend_marks(session: Session, curved: bool) -> None:
    """Run the selected lines and arrows straight or bent, and the next ones of their kinds."""
    kinds = styled_kinds(session)
    change_marks(session, BEND_MARKS, lambda mark: bent(mark, curved))
    if not session.document.read_only:
        for kind in kinds:
            session.mark_defaults.set_curved(kind, curved)


def change_marks(
    session: Session, name: str, change: Callable[[Mark], Mark], merge: str = ""
) -> None:
    """Change all selected marks in one undo step; steps with the same ``merge`` are one."""
    ids = [mark.id for mark in selected_marks(session)]
    if not ids or session.document.read_only:
        return

    def edit(review: Review) -> Review:
        found = (find(review.marks, mark_id) for mark_id in ids)
        return edits.put_marks(review, [change(mark) for mark in found if mark is not None])

    session.document.apply_shown(edit, name, len(ids), merge)
