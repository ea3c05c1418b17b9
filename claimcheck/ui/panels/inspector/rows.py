"""What all rows of the mark inspector share: what is in hand, and how it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Style
from claimcheck.ui.mark_aspects import Aspect, common, shared_aspects
from claimcheck.ui.panels.parts import row
from claimcheck.ui.restyling import restyle, selected_marks
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label

V = TypeVar("V")

LABEL_WIDTH = 72


@dataclass(frozen=True, slots=True)
class InHand:
    """The selected marks, or else the style of the mark that is drawn next."""

    marks: tuple[Mark, ...]
    kinds: frozenset[MarkKind]
    styles: tuple[Style, ...]
    aspects: frozenset[Aspect]

    @classmethod
    def of(cls, session: Session) -> InHand:
        """What the inspector is about now."""
        marks, defaults = selected_marks(session), session.mark_defaults
        kinds = frozenset(mark.kind for mark in marks) or frozenset({defaults.kind})
        styles = tuple(mark.style for mark in marks) or (defaults.style(defaults.kind),)
        return cls(marks, kinds, styles, shared_aspects(kinds))

    def common(self, read: Callable[[Style], V]) -> V | None:
        """What all styles have in common; ``None`` when they differ."""
        return common(read(style) for style in self.styles)

    def field(self, name: str) -> Any:
        """The value of a field of the style that all have; ``None`` when they differ."""
        return self.common(lambda style: getattr(style, name))


def merge_key(session: Session, what: str) -> str:
    """Steps with this key are one: the same thing, of the same marks."""
    return f"{what} {' '.join(sorted(session.selection.marks))}"


def set_field(session: Session, name: str, merge: bool = False, **changed: Any) -> None:
    """Set fields of the style of what is in hand; while ``merge``, all steps are one."""
    key = merge_key(session, "style " + " ".join(changed)) if merge else ""
    restyle(session, name, key, **changed)


def labelled(text: str, control: QWidget) -> tuple[QWidget, QHBoxLayout]:
    """A row of its own with a word before the control."""
    holder = QWidget()
    word = label(text, "label")
    word.setFixedWidth(LABEL_WIDTH)
    word.setBuddy(control)
    holder.setLayout(line := row(word, spacing=4))
    line.addWidget(control, 1)
    return holder, line


def holding(parts: Iterable[QWidget | None], spacing: int = 8) -> QWidget:
    """A row of widgets that is shown and hidden as one."""
    holder = QWidget()
    holder.setLayout(row(*parts, spacing=spacing))
    return holder
