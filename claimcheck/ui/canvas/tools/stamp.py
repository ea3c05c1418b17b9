"""Stamp: a verdict, a price tag, an arrow of shame."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.paint_stamp import sticker_ratio
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, new_id
from claimcheck.ui.canvas.gestures import clamped, corners, rounded
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.stickers import ANGLES, first_words

_HEIGHT = 0.09
"""Of the picture's longer side: a stamp that was clicked, not dragged."""


class StampTool(DrawingTool):
    """Click for one of the usual size, or drag how large it is."""

    name = "stamp"
    title = QT_TRANSLATE_NOOP("tools", "Stamp")
    icon = "stamp"
    key = "Q"
    kind = MarkKind.STAMP
    change_name = QT_TRANSLATE_NOOP("history", "Add stamp")

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        start, to = clamped(start, at.scene.size), clamped(at.point, at.scene.size)
        ratio = sticker_ratio(self._blank())
        width = max(abs(to.x - start.x), abs(to.y - start.y) * ratio, 1.0)
        across = width if to.x >= start.x else -width
        down = width / ratio if to.y >= start.y else -width / ratio
        return start, start.moved(across, down)

    def clicked(self, at: Pointing) -> None:
        evidence = at.scene.evidence
        assert evidence is not None
        blank, size = self._blank(), at.scene.size
        height = min(_HEIGHT * max(size), size[1])
        width = min(height * sticker_ratio(blank), size[0])
        frame = Rect(at.point.x - width / 2, at.point.y - height / 2, width, height)
        frame = frame.moved(*_onto(frame, size))
        points = tuple(rounded(point) for point in corners(frame))
        self.add(replace(blank, id=new_id(), evidence_id=evidence.id, points=points))

    def finished(self, mark: Mark, at: Pointing) -> Mark:  # noqa: ARG002
        blank = self._blank()
        return replace(mark, text=blank.text, angle=blank.angle)

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Click where the stamp goes. Which one, and its words: at the right."
            )
        )

    def _blank(self) -> Mark:
        style = self.style()
        corner = Point(0, 0)
        return Mark(
            "",
            "",
            self.kind,
            (corner, corner),
            style,
            first_words(style.sticker),
            ANGLES.get(style.sticker, 0.0),
        )


def _onto(frame: Rect, size: tuple[int, int]) -> tuple[float, float]:
    """The shift that brings ``frame`` onto the picture."""
    x = min(max(frame.x, 0.0), max(size[0] - frame.width, 0.0))
    y = min(max(frame.y, 0.0), max(size[1] - frame.height, 0.0))
    return x - frame.x, y - frame.y
