"""Pen: whatever the hand draws, smoothed."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.freehand import FreehandTool


class PenTool(FreehandTool):
    """A line with a casing, as wide as its style says."""

    name = "pen"
    title = QT_TRANSLATE_NOOP("tools", "Pen")
    icon = "pen-line"
    key = "P"
    kind = MarkKind.PEN
    change_name = QT_TRANSLATE_NOOP("history", "Draw with the pen")
