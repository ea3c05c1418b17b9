"""Crop: choose which part of a picture is shown, and how it is turned."""

from __future__ import annotations

from PySide6.QtCore import Qt

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.canvas.tools.tool import Tool, words
from claimcheck.ui.canvas.view import Pointing


class CropTool(Tool):
    """A click on a picture, or Enter for the one in hand, opens it to be cropped and turned."""

    name = "crop"
    title = QT_TRANSLATE_NOOP("tools", "Crop, straighten, perspective")
    icon = "crop"
    key = "G"
    cursor = Qt.CursorShape.PointingHandCursor

    def release(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self.canvas.ask_to_adjust(at.scene.evidence.id)

    @property
    def offers(self) -> bool:
        return self.canvas.sides.active.picture_scene.evidence is not None

    def accept(self) -> None:
        evidence = self.canvas.sides.active.picture_scene.evidence
        if evidence is not None:
            self.canvas.ask_to_adjust(evidence.id)

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Click the picture to crop, straighten or rectify. Esc stops."
            )
        )
