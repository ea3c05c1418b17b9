"""Box: a rectangle around what matters."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.drawing import DrawingTool


class BoxTool(DrawingTool):
    """Drag from corner to corner; Shift makes a square, Alt starts from the middle."""

    name = "box"
    title = QT_TRANSLATE_NOOP("tools", "Box")
    icon = "square"
    key = "BR"
    starts_group = True
    kind = MarkKind.BOX
    change_name = QT_TRANSLATE_NOOP("history", "Add box")
