"""Points and rectangles in a picture's own pixels: oriented, full resolution, x right, y down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place; the top-left corner of a picture is (0, 0), its bottom-right (width, height)."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """This point, ``dx`` further right and ``dy`` further down."""
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its sides along the axes; width and height are never negative."""

    x: float
    y: float
    width: float
    height: float

    @staticmethod
    def spanning(points: Iterable[Point]) -> Rect:
        """The smallest rectangle around ``points`` (at least one)."""
        xs, ys = zip(*((p.x, p.y) for p in points), strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Clockwise from the top left."""
        return (
            Point(self.x, self.y),
            Point(self.right, self.y),
            Point(self.right, self.bottom),
            Point(self.x, self.bottom),
        )

    def moved(self, dx: float, dy: float) -> Rect:
        """This rectangle, elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> Rect:
        """This rectangle with ``margin`` more on every side (less if negative)."""
        width, height = max(0.0, self.width + 2 * margin), max(0.0, self.height + 2 * margin)
        middle = self.center
        return Rect(middle.x - width / 2, middle.y - height / 2, width, height)

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def contains(self, point: Point) -> bool:
        """Whether ``point`` lies inside or on the edge."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def encloses(self, other: Rect) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share an area (touching edges don't count)."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def common(self, other: Rect) -> Rect | None:
        """The part inside both; ``None`` where they don't overlap."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, right - x, bottom - y) if right > x and bottom > y else None

    def clipped_to(self, width: float, height: float) -> Rect:
        """The part of this rectangle inside a picture of ``width`` × ``height`` pixels."""
        x, y = min(max(self.x, 0.0), width), min(max(self.y, 0.0), height)
        right, bottom = min(max(self.right, 0.0), width), min(max(self.bottom, 0.0), height)
        return Rect(x, y, right - x, bottom - y)
