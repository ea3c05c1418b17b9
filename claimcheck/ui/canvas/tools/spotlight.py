"""Spotlight: everything else is dimmed."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words


class SpotlightTool(DrawingTool):
    """Drag from corner to corner; several spotlights light together."""

    name = "spotlight"
    title = QT_TRANSLATE_NOOP("tools", "Spotlight")
    icon = "spotlight"
    key = "S"
    kind = MarkKind.SPOTLIGHT
    change_name = QT_TRANSLATE_NOOP("history", "Add spotlight")

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Drag around what stays bright. Several spotlights light together."
            )
        )
