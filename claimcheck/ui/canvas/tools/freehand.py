"""What follows the hand: the pen and the highlighter."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.gestures import clamped
from claimcheck.ui.canvas.hand_drawn import simplified
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing

_TOLERANCE_PX = 0.9
"""On the screen: how far the smooth line may be from where the hand was."""
_MOST_PASSED = 4000
"""From here on, what was passed is simplified while the hand still draws."""


class FreehandTool(DrawingTool):
    """Drag along; Shift draws a straight line."""

    snaps = False
    _passed: tuple[Point, ...] = ()

    def press(self, at: Pointing) -> None:
        self._passed = (at.point,)
        super().press(at)

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        size, tolerance = at.scene.size, _TOLERANCE_PX / at.view.framing.scale
        if at.shift:
            return clamped(start, size), clamped(at.point, size)
        self._passed = (*self._passed, at.point)
        if len(self._passed) > _MOST_PASSED:
            self._passed = tuple(simplified(self._passed, tolerance / 2, _MOST_PASSED // 2))
        return tuple(clamped(point, size) for point in simplified(self._passed, tolerance))

    def hint(self) -> str:
        return words(QT_TRANSLATE_NOOP("tools", "Drag to draw. Shift draws straight, Esc stops."))
