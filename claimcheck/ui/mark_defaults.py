"""How the next mark of each kind will look: the last style chosen for that kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Style

INK, YELLOW = "#17150F", "#FFD60A"

_FIRST: dict[MarkKind, Style] = {kind: Style(colour=INK) for kind in MarkKind} | {
    MarkKind.REDACTION: Style(colour=INK, filled=True),
    MarkKind.HIGHLIGHTER: Style(colour=YELLOW, stroke=28.0, opacity=0.5),
    MarkKind.MAGNIFIER: Style(colour=INK, stroke=4.0),
    MarkKind.SPOTLIGHT: Style(colour=INK, opacity=0.6),
    MarkKind.MEASURE: Style(colour=INK, stroke=4.0, font_size=32.0),
    MarkKind.SWATCH: Style(colour=INK, stroke=4.0, font_size=32.0),
}


class MarkDefaults(QObject):
    """Shared by the canvas, which reads it for a new mark, and the mark panel, which sets it."""

    changed = Signal()
    picking = Signal()
    """The user wants to take a colour from a picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._styles = dict(_FIRST)
        self._kind = MarkKind.BOX

    @property
    def kind(self) -> MarkKind:
        """The kind that is drawn next: what the panel shows when nothing is selected."""
        return self._kind

    def style(self, kind: MarkKind) -> Style:
        """The style for the next mark of ``kind``."""
        return self._styles[kind]

    def set_kind(self, kind: MarkKind) -> None:
        """The canvas says which kind its tool draws."""
        if kind is not self._kind:
            self._kind = kind
            self.changed.emit()

    def set_style(self, kind: MarkKind, style: Style) -> None:
        """Remember ``style`` for the next mark of ``kind``; a redaction stays filled."""
        if kind is MarkKind.REDACTION:
            style = replace(style, filled=True)
        if style != self._styles[kind]:
            self._styles[kind] = style
            self.changed.emit()
