"""Measure: how many pixels lie between two places."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.arrow import ArrowTool
from claimcheck.ui.canvas.tools.tool import words


class MeasureTool(ArrowTool):
    """Drag from end to end; the length stands on the line."""

    name = "measure"
    title = QT_TRANSLATE_NOOP("tools", "Measure")
    icon = "ruler"
    key = "D"
    aims = True
    kind = MarkKind.MEASURE
    change_name = QT_TRANSLATE_NOOP("history", "Add measurement")

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Drag over what to measure: its length in pixels. Shift keeps to 15°."
            )
        )
