"""Redact: cover faces, names and numbers for good."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words


class RedactTool(DrawingTool):
    """Drag a solid box; a card is made without the pixels below it."""

    name = "redact"
    title = QT_TRANSLATE_NOOP("tools", "Redact")
    icon = "eye-off"
    key = "X"
    starts_group = True
    kind = MarkKind.REDACTION
    change_name = QT_TRANSLATE_NOOP("history", "Add redaction")

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Drag over what nobody may see. It is gone from every card, for good."
            )
        )
