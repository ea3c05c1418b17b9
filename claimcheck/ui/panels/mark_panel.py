"""How the selected marks look, and how the next one will."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Review, Style
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.parts import TITLE_TOP, row, title_row
from claimcheck.ui.panels.swatches import Swatches
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label

STROKES = (3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
FONT_SIZES = (24.0, 32.0, 40.0, 56.0, 72.0, 96.0)


class MarkPanel(QWidget):
    """Colour, stroke, fill and type size; shows what the selected marks have in common."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.what = label("", "meta")
        colour = self.tr("Colour")
        self.colours = Swatches(
            (
                ("#FFD60A", self.tr("Yellow")),
                ("#FFFFFF", self.tr("White")),
                ("#17150F", self.tr("Ink")),
                ("#1558E0", self.tr("Blue")),
                ("#C04608", self.tr("Orange")),
            ),
            colour,
        )
        on_small = self.tr("On a picture of 1000 pixels; it grows with the picture.")
        self.stroke = _sizes(STROKES, self.tr("Stroke width"), on_small)
        self.font_size = _sizes(FONT_SIZES, self.tr("Type size"), on_small)
        self.filled = QCheckBox(self.tr("Filled"))
        self.solid = label(
            self.tr("Solid: what lies below never leaves this computer."), "meta", wrap=True
        )
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the selection has in common, or the next mark's style."""
        marks = self._selected()
        kinds = {mark.kind for mark in marks} or {self._session.mark_defaults.kind}
        styles = [mark.style for mark in marks] or [
            self._session.mark_defaults.style(self._session.mark_defaults.kind)
        ]
        self.what.setText(self._told(marks, kinds))
        self.colours.set_colour(_common(style.colour for style in styles) or "")
        for combo, value in (
            (self.stroke, _common(style.stroke for style in styles)),
            (self.font_size, _common(style.font_size for style in styles)),
        ):
            combo.setCurrentIndex(-1 if value is None else _offer(combo, value))
        filled = _common(style.filled for style in styles)
        self.filled.setTristate(filled is None)
        if filled is not None:
            self.filled.setChecked(filled)
        only_redactions = kinds == {MarkKind.REDACTION}
        is_text = kinds <= {MarkKind.TEXT, MarkKind.REDACTION}
        self.solid.setVisible(only_redactions)
        self.colours.setVisible(not only_redactions)
        self.stroke.setVisible(not only_redactions and not is_text)
        self.font_size.setVisible(not only_redactions and is_text)
        self.filled.setVisible(not only_redactions and MarkKind.ARROW not in kinds)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, TITLE_TOP - 6, 24, 14)
        outer.setSpacing(4)
        for part in (
            title_row(label(self.tr("Mark"), "title"), None, self.what),
            row(self.filled),
            row(self.solid),
        ):
            part.setContentsMargins(4, 0, 0, 0)
            outer.addLayout(part)
        # Its first disc has room for a ring at the left, so it starts 4 px before the text.
        outer.insertLayout(1, row(self.colours, None, self.stroke, self.font_size))
        lock_when_read_only(
            self._document, (self.colours, self.stroke, self.font_size, self.filled)
        )

    def _connect(self) -> None:
        self.colours.chosen.connect(self._set_colour)
        self.stroke.activated.connect(self._set_stroke)
        self.font_size.activated.connect(self._set_font_size)
        self.filled.clicked.connect(self._set_filled)
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        self._session.selection.changed.connect(self.refresh)
        self._session.mark_defaults.changed.connect(self.refresh)

    def _selected(self) -> tuple[Mark, ...]:
        if not self._document.is_open:
            return ()
        chosen = self._session.selection.marks
        return tuple(mark for mark in self._document.review.marks if mark.id in chosen)

    def _told(self, marks: tuple[Mark, ...], kinds: set[MarkKind]) -> str:
        if len(marks) > 1:
            return self.tr("%n mark(s)", "", len(marks))
        return name_of(next(iter(kinds)))

    def _set_colour(self, colour: str) -> None:
        self._restyle(QT_TRANSLATE_NOOP("history", "Colour %n mark(s)"), colour=colour)

    def _set_stroke(self, index: int) -> None:
        stroke = self.stroke.itemData(index)
        self._restyle(QT_TRANSLATE_NOOP("history", "Change stroke of %n mark(s)"), stroke=stroke)

    def _set_font_size(self, index: int) -> None:
        size = self.font_size.itemData(index)
        self._restyle(QT_TRANSLATE_NOOP("history", "Resize text of %n mark(s)"), font_size=size)

    def _set_filled(self, filled: bool) -> None:
        self.filled.setTristate(False)
        self._restyle(QT_TRANSLATE_NOOP("history", "Fill %n mark(s)"), filled=filled)

    def _restyle(self, name: str, **changed: Any) -> None:
        marks = self._selected()
        defaults = self._session.mark_defaults
        restyle: Callable[[Style], Style] = lambda style: replace(style, **changed)  # noqa: E731
        for kind in {mark.kind for mark in marks} or {defaults.kind}:
            defaults.set_style(kind, restyle(defaults.style(kind)))

        def edit(review: Review) -> Review:
            return edits.put_marks(review, [replace(m, style=restyle(m.style)) for m in marks])

        if marks:
            self._document.apply(edit, name, len(marks))
        self.refresh()


def _sizes(values: Iterable[float], name: str, tip: str) -> Choice:
    combo = Choice(((value, f"{value:g} px") for value in values), name)
    combo.setFixedWidth(88)
    combo.setToolTip(tip)
    combo.setPlaceholderText("–")
    return combo


def _common(values: Iterable[Any]) -> Any:
    """The one value that all have, or ``None``."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _offer(combo: Choice, value: float) -> int:
    """Where ``value`` stands in the combo; one that isn't offered yet is put in its place."""
    at = combo.index_of(value)
    if at < 0:
        at = sum(combo.itemData(i) < value for i in range(combo.count()))
        combo.insertItem(at, f"{value:g} px", value)
    return at
