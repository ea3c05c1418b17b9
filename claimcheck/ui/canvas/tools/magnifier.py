"""Magnifier: a part of the picture, shown enlarged beside it."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.ui.canvas.gestures import Size, corners, dragged_frame
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing

_ENLARGED = 2.5
_MOST = 0.45
"""Of the picture's sides: no new inset is larger."""
_GAP = 0.4
"""Of the source's longer side: between source and inset."""


class MagnifierTool(DrawingTool):
    """Drag around the source; the inset lies where there is most room, and can be moved."""

    name = "magnifier"
    title = QT_TRANSLATE_NOOP("tools", "Magnifier")
    icon = "zoom-in"
    key = "Z"
    starts_group = True
    snaps = False
    kind = MarkKind.MAGNIFIER
    change_name = QT_TRANSLATE_NOOP("history", "Add magnifier")

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        # A round one is a circle unless Shift lets it be an ellipse: a lens is round.
        square = at.shift != self.style().round
        source = dragged_frame(start, at.point, at.scene.size, square=square, from_center=at.alt)
        return (*corners(source), *corners(inset_for(source, at.scene.size)))

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Drag around what to enlarge, then move the enlargement.")
        )


def inset_for(source: Rect, size: Size) -> Rect:
    """A place for the enlarged ``source``: beside it, on the side with the most room."""
    zoom = min(
        _ENLARGED,
        max(1.0, _MOST * size[0] / max(source.width, 1.0)),
        max(1.0, _MOST * size[1] / max(source.height, 1.0)),
    )
    width, height = source.width * zoom, source.height * zoom
    gap = _GAP * max(source.width, source.height)
    middle = source.center
    sides = {
        size[0] - source.right: Point(source.right + gap + width / 2, middle.y),
        source.x: Point(source.x - gap - width / 2, middle.y),
        size[1] - source.bottom: Point(middle.x, source.bottom + gap + height / 2),
        source.y: Point(middle.x, source.y - gap - height / 2),
    }
    at = sides[max(sides)]
    left = min(max(at.x - width / 2, 0.0), max(size[0] - width, 0.0))
    top = min(max(at.y - height / 2, 0.0), max(size[1] - height, 0.0))
    return Rect(left, top, width, height)
