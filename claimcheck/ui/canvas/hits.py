"""What lies where on one picture, as the hand means it: marks and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.items import MARK_TOLERANCE_PX, DiscrepancyItem, MarkItem

if TYPE_CHECKING:
    from claimcheck.ui.canvas.scene import PictureScene


class Hits:
    """Asked with places in picture pixels; what is near enough on the screen is hit."""

    def __init__(self, scene: PictureScene) -> None:
        self._scene = scene

    @property
    def _tolerance(self) -> float:
        return MARK_TOLERANCE_PX / self._scene.scale

    @property
    def _topmost_first(self) -> list[DiscrepancyItem]:
        return list(self._scene.discs.items.values())[::-1]

    def mark_at(self, point: Point) -> Mark | None:
        """The topmost mark whose line or solid area is at ``point``."""
        near = self._tolerance
        reach = QRectF(point.x - near, point.y - near, 2 * near, 2 * near)
        for item in self._scene.items(reach):
            if isinstance(item, MarkItem) and item.isVisible() and item.is_hit(point, near):
                return item.mark
        return None

    def mark_around(self, point: Point) -> Mark | None:
        """The smallest mark whose frame is around ``point``."""
        around = [item.mark for item in self._scene.marks.values() if item.is_around(point)]
        return min(around, key=lambda m: m.frame.width * m.frame.height, default=None)

    def marks_inside(self, band: Rect) -> frozenset[str]:
        """The marks that lie wholly inside ``band``."""
        marks = self._scene.marks
        return frozenset(
            id_ for id_ in self._scene.marks_seen if band.encloses(marks[id_].mark.frame)
        )

    def disc_at(self, point: Point) -> str | None:
        """The discrepancy whose disc is at ``point``."""
        hit = (i.discrepancy_id for i in self._topmost_first if i.is_disc_hit(point))
        return next(hit, None)

    def discrepancy_at(self, point: Point) -> str | None:
        """The discrepancy whose disc, dot or box line is at ``point``; discs come first."""
        near = self._tolerance
        hit = (i.discrepancy_id for i in self._topmost_first if i.is_hit(point, near))
        return self.disc_at(point) or next(hit, None)

    def discrepancy_around(self, point: Point) -> str | None:
        """The discrepancy with the smallest area around ``point``."""
        around = [i for i in self._scene.discs.items.values() if i.place.contains(point)]
        smallest = min(around, key=lambda i: i.place.width * i.place.height, default=None)
        return smallest.discrepancy_id if smallest else None
