"""Ellipse: a circle around what matters."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.drawing import DrawingTool


class EllipseTool(DrawingTool):
    """Drag from corner to corner; Shift makes a circle, Alt starts from the middle."""

    name = "ellipse"
    title = QT_TRANSLATE_NOOP("tools", "Ellipse")
    icon = "circle"
    key = "E"
    kind = MarkKind.ELLIPSE
    change_name = QT_TRANSLATE_NOOP("history", "Add ellipse")
