"""Arrow: from anywhere to the spot."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.gestures import dragged_line
from claimcheck.ui.canvas.tools.drawing import DrawingTool
from claimcheck.ui.canvas.tools.tool import words
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.exact_places import bent


class ArrowTool(DrawingTool):
    """Drag from tail to head; Shift keeps to multiples of 15°."""

    name = "arrow"
    title = QT_TRANSLATE_NOOP("tools", "Arrow")
    icon = "move-up-right"
    key = "A"
    kind = MarkKind.ARROW
    change_name = QT_TRANSLATE_NOOP("history", "Add arrow")

    def points(self, start: Point, at: Pointing) -> tuple[Point, ...]:
        return dragged_line(start, at.point, at.scene.size, straight=at.shift, from_center=at.alt)

    def finished(self, mark: Mark, at: Pointing) -> Mark:  # noqa: ARG002
        return bent(mark, self.canvas.session.mark_defaults.is_curved(self.kind))

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Drag towards what it points at. Shift keeps it straight, Esc stops."
            )
        )
