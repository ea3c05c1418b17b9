"""Line: from one place to another."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.arrow import ArrowTool
from claimcheck.ui.canvas.tools.tool import words


class LineTool(ArrowTool):
    """Drag from end to end; Shift keeps to multiples of 15°."""

    name = "line"
    title = QT_TRANSLATE_NOOP("tools", "Line")
    icon = "slash"
    key = "L"
    kind = MarkKind.LINE
    change_name = QT_TRANSLATE_NOOP("history", "Add line")

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Drag from end to end. Shift keeps to 15°, Ctrl snaps to nothing."
            )
        )
