"""Colour swatch: which colour the picture really has at a spot."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, new_id
from claimcheck.ui.canvas.gestures import clamped, rounded
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing

_BESIDE = (0.09, -0.06)
"""From the spot to its label after a click, in parts of the picture's longer side."""


class SwatchTool(DrawingTool):
    """Click the spot, or drag from it to where its label goes."""

    name = "swatch"
    title = QT_TRANSLATE_NOOP("tools", "Colour swatch")
    icon = "swatch-book"
    key = "C"
    clicks = True
    aims = True
    snaps = False
    kind = MarkKind.SWATCH
    change_name = QT_TRANSLATE_NOOP("history", "Add colour swatch")

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        return clamped(start, at.scene.size), clamped(at.point, at.scene.size)

    def clicked(self, at: Pointing) -> None:
        evidence = at.scene.evidence
        assert evidence is not None
        spot, longer = clamped(at.point, at.scene.size), max(at.scene.size)
        dx, dy = (part * longer for part in _BESIDE)
        dx = dx if spot.x + 2 * dx < at.scene.size[0] else -dx
        dy = dy if spot.y + dy > 0 else -dy
        points = (rounded(spot), rounded(clamped(spot.moved(dx, dy), at.scene.size)))
        mark = Mark(new_id(), evidence.id, self.kind, points, self.style())
        self.add(at.scene.settled(mark))

    def finished(self, mark: Mark, at: Pointing) -> Mark:
        return at.scene.settled(mark)

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Click a colour, or drag from it to where its label goes.")
        )
