"""A slanted line across a card, between a picture above it and one below it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.cards.boxes import Polygon
from claimcheck.cards.colours import INK, YELLOW
from claimcheck.model.geometry import Point, Rect

BAR = 30.0
"""How thick it is painted."""
_BAR_EDGE = 8.0
_STAIRS = 12


@dataclass(frozen=True, slots=True)
class SlantedSeam:
    """From the card's left edge to its right one, in card pixels."""

    start: Point
    end: Point

    @property
    def top(self) -> float:
        """Where its higher end is."""
        return min(self.start.y, self.end.y)

    @property
    def bottom(self) -> float:
        """Where its lower end is."""
        return max(self.start.y, self.end.y)

    def y_at(self, x: float) -> float:
        """Where it passes ``x``."""
        part = (x - self.start.x) / (self.end.x - self.start.x)
        return self.start.y + part * (self.end.y - self.start.y)

    def stairs(self) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
        """What lies above and below it, as stairs of rectangles with the bar in both."""
        step, above, below = (self.end.x - self.start.x) / _STAIRS, [], []
        for index in range(_STAIRS):
            x = self.start.x + index * step
            ends = self.y_at(x), self.y_at(x + step)
            above.append(Rect(x, -100.0, step, max(ends) + BAR + 100.0))
            top = min(ends) - BAR
            below.append(Rect(x, top, step, max(self.bottom - top, 1.0) + 200.0))
        return tuple(above), tuple(below)

    def bar(self) -> tuple[Polygon, ...]:
        """The bar along it: ink, and yellow within."""
        shapes = []
        for half, colour in ((BAR / 2, INK), (BAR / 2 - _BAR_EDGE, YELLOW)):
            corners = (
                self.start.moved(0.0, -half),
                self.end.moved(0.0, -half),
                self.end.moved(0.0, half),
                self.start.moved(0.0, half),
            )
            shapes.append(Polygon(corners, colour))
        return tuple(shapes)
