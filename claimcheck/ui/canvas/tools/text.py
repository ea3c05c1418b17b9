"""Text: click or drag, then write in place."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, new_id
from claimcheck.ui.canvas.gestures import clamped, rounded
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing


class TextTool(DrawingTool):
    """A click starts a line that is as long as its words; a drag sets where lines break."""

    name = "text"
    title = QT_TRANSLATE_NOOP("tools", "Text")
    icon = "type"
    key = "T"
    clicks = True
    kind = MarkKind.TEXT
    change_name = QT_TRANSLATE_NOOP("history", "Add text")

    def move(self, at: Pointing) -> None:
        super().move(at)
        if self._drawn is not None and self._start is not None:
            at.scene.preview_marks(())
            at.scene.preview_band(self._drawn.frame)

    def clicked(self, at: Pointing) -> None:
        mark = at.scene.hits.mark_at(at.point)
        if mark is not None and mark.kind is MarkKind.TEXT:
            self.canvas.writer.write(at.view, mark)
            return
        evidence = at.scene.evidence
        assert evidence is not None
        spot = rounded(clamped(at.point, at.scene.size))
        style = self.canvas.session.mark_defaults.style(self.kind)
        height = style.font_size * max(at.scene.size) / 1000
        corner = rounded(Point(spot.x, max(0.0, spot.y - height * 0.6)))
        mark = Mark(new_id(), evidence.id, MarkKind.TEXT, (corner, corner), style)
        self.canvas.writer.write(at.view, mark)

    def double_click(self, at: Pointing) -> None:
        self.press(at)

    def add(self, mark: Mark) -> None:
        for view in self.canvas.sides.views.values():
            evidence = view.picture_scene.evidence
            if evidence is not None and evidence.id == mark.evidence_id:
                self.canvas.writer.write(view, mark)

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Click where the text starts, or drag how wide it may be.")
        )
