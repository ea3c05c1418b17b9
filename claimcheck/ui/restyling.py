"""Change how the selected marks look, and with them how the next one will."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Review, Style
from claimcheck.ui.session import Session

COLOUR_MARKS = QT_TRANSLATE_NOOP("history", "Colour %n mark(s)")


def selected_marks(session: Session) -> tuple[Mark, ...]:
    """The selected marks, bottom to top."""
    if not session.document.is_open:
        return ()
    chosen = session.selection.marks
    return tuple(mark for mark in session.document.review.marks if mark.id in chosen)


def styled_kinds(session: Session) -> set[MarkKind]:
    """The kinds whose style is in hand: of what is selected, else of what is drawn next."""
    return {mark.kind for mark in selected_marks(session)} or {session.mark_defaults.kind}


def restyle(session: Session, name: str, merge: str = "", **changed: Any) -> None:
    """Set fields of the style of all selected marks, in one undo step, and of the next ones."""
    change: Callable[[Style], Style] = lambda style: replace(style, **changed)  # noqa: E731
    change_marks(session, name, lambda mark: replace(mark, style=change(mark.style)), merge)
    defaults = session.mark_defaults
    for kind in styled_kinds(session):
        defaults.set_style(kind, change(defaults.style(kind)))


def change_marks(
    session: Session, name: str, change: Callable[[Mark], Mark], merge: str = ""
) -> None:
    """Change all selected marks in one undo step; steps with the same ``merge`` are one."""
    marks = selected_marks(session)
    if not marks or session.document.read_only:
        return

    def edit(review: Review) -> Review:
        return edits.put_marks(review, [change(mark) for mark in marks])

    session.document.apply(edit, name, len(marks), merge)
