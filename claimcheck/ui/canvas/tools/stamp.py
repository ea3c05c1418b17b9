"""Stamp: a verdict, a price tag, an arrow of shame, a picture of one's own."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.paint.stamp import sticker_ratio
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Sticker
from claimcheck.model.review import Evidence, Mark, new_id
from claimcheck.ui.canvas.gestures import clamped, corners, rounded, shift_onto
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.stickers import ANGLES, first_words, picture_in_hand

_HEIGHT = 0.09
"""Of the picture's longer side: a stamp that was clicked, not dragged."""


class StampTool(DrawingTool):
    """Click for one of the usual size, or drag how large it is."""

    name = "stamp"
    title = QT_TRANSLATE_NOOP("tools", "Stamp")
    icon = "stamp"
    key = "Q"
    clicks = True
    kind = MarkKind.STAMP
    change_name = QT_TRANSLATE_NOOP("history", "Add stamp")

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        start, to = clamped(start, at.scene.size), clamped(at.point, at.scene.size)
        ratio = self._ratio()
        width = max(abs(to.x - start.x), abs(to.y - start.y) * ratio, 1.0)
        across = width if to.x >= start.x else -width
        down = width / ratio if to.y >= start.y else -width / ratio
        return start, start.moved(across, down)

    def clicked(self, at: Pointing) -> None:
        evidence = at.scene.evidence
        assert evidence is not None
        blank, size = self._blank(), at.scene.size
        height = min(_HEIGHT * max(size), size[1])
        width = min(height * self._ratio(), size[0])
        height = min(height, width / self._ratio())
        frame = Rect(at.point.x - width / 2, at.point.y - height / 2, width, height)
        frame = frame.moved(*shift_onto(frame, size))
        points = tuple(rounded(point) for point in corners(frame))
        self.add(replace(blank, id=new_id(), evidence_id=evidence.id, points=points))

    def finished(self, mark: Mark, at: Pointing) -> Mark:  # noqa: ARG002
        blank = self._blank()
        return replace(
            mark,
            style=blank.style,
            text=blank.text,
            angle=blank.angle,
            picture_id=blank.picture_id,
        )

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Click where the stamp goes. Which one, and its words: at the right."
            )
        )

    def _picture(self) -> Evidence | None:
        """The picture of the user's own that comes next, if one does."""
        review = self.canvas.review
        if review is None or self.style().sticker is not Sticker.PICTURE:
            return None
        return picture_in_hand(review, self.canvas.session.mark_defaults.picture_id)

    def _ratio(self) -> float:
        picture = self._picture()
        if picture is not None:
            return picture.width_px / picture.height_px
        return sticker_ratio(self._blank())

    def _blank(self) -> Mark:
        style, picture = self.style(), self._picture()
        if style.sticker is Sticker.PICTURE and picture is None:  # of another review
            style = replace(style, sticker=Sticker.FALSE)
        corner = Point(0, 0)
        return Mark(
            "",
            "",
            self.kind,
            (corner, corner),
            style,
            first_words(style.sticker),
            ANGLES.get(style.sticker, 0.0),
            picture.id if picture else "",
        )
