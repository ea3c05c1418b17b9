"""The four corners of a colour chart while they are marked, dragged and read again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from claimcheck.imaging.aligning.homography import Points
from claimcheck.model.colours import ColourCorrection, Reference
from claimcheck.model.geometry import Point
from claimcheck.ui.points.pane import point_moved


@dataclass(frozen=True, slots=True)
class ChartCorners:
    """Of a chart in the photo."""

    marked: tuple[Point, ...] = ()
    """Not read yet, or they can't be."""
    tried: tuple[Point, ...] = ()
    """Those that were tried last."""

    def shown(self, known: ColourCorrection | None) -> tuple[Point, ...]:
        """As marked, else as they were read."""
        if self.marked or known is None or known.reference is not Reference.CHART:
            return self.marked
        return known.points

    @property
    def moved_on(self) -> bool:
        """Whether they went elsewhere since they were tried."""
        return bool(self.marked) and self.marked != self.tried

    def now_tried(self) -> ChartCorners:
        """As they are being read."""
        return replace(self, tried=self.marked)

    def with_moved(
        self, known: ColourCorrection | None, at: int, corner: Point
    ) -> ChartCorners | None:
        """With one corner elsewhere; ``None`` where there is no such corner."""
        corners = self.shown(known)
        if not 0 <= at < len(corners):
            return None
        return replace(self, marked=point_moved(corners, at, corner))


def from_middles(points: tuple[Point, ...]) -> Points:
    """Counted from the middle of the first pixel, as imaging does."""
    return np.array([[p.x - 0.5, p.y - 0.5] for p in points])
