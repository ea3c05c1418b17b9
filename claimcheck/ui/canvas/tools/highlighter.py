"""Highlighter: a broad see-through line over words."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.freehand import FreehandTool


class HighlighterTool(FreehandTool):
    """Shift keeps it straight, as along a line of small print."""

    name = "highlighter"
    title = QT_TRANSLATE_NOOP("tools", "Highlighter")
    icon = "highlighter"
    key = "M"
    kind = MarkKind.HIGHLIGHTER
    change_name = QT_TRANSLATE_NOOP("history", "Highlight")
