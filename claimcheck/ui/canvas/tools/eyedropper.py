"""Eyedropper: give what is selected, or what comes next, a colour that the picture has."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.canvas.tools.tool import Tool, words
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.restyling import COLOUR_MARKS, restyle


class EyedropperTool(Tool):
    """A click takes the colour, and the tool before comes back."""

    name = "eyedropper"
    title = QT_TRANSLATE_NOOP("tools", "Take a colour from the picture")
    icon = "pipette"
    key = "I"
    clicks = True
    aims = True
    in_rail = False

    _before = "select"

    def take_up(self) -> None:
        if self.canvas.tool_before != self.name:
            self._before = self.canvas.tool_before

    def press(self, at: Pointing) -> None:
        backdrop = at.scene.backdrop
        if backdrop is None:
            return
        spot = QRectF(at.point.x - 1.5, at.point.y - 1.5, 3, 3)
        if not spot.intersects(QRectF(0, 0, *at.scene.size)):
            return
        colour = backdrop.mean(spot).name().upper()
        before = self._before
        restyle(self.canvas.session, COLOUR_MARKS, colour=colour)
        self.canvas.use(before)

    def escape(self) -> None:
        self.canvas.use(self._before)

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Click a colour on either picture to draw with it.")
        )
