"""From one plane to another as a camera sees it: straight lines stay straight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from claimcheck.model.geometry import Point

_HORIZON = 1e-12


@dataclass(frozen=True, slots=True)
class Projection:
    """x' = (a·x + b·y + c) / w and y' = (d·x + e·y + f) / w, where w = g·x + h·y + i.

    w is the *depth*: 1 everywhere when nothing is foreshortened, positive in front of the horizon.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    g: float = 0.0
    h: float = 0.0
    i: float = 1.0

    def __call__(self, point: Point) -> Point:
        """Where ``point`` goes; what lies on the horizon goes far away, never to infinity."""
        x = self.a * point.x + self.b * point.y + self.c
        y = self.d * point.x + self.e * point.y + self.f
        depth = self.depth(point)
        if depth == 1.0:
            return Point(x, y)
        if abs(depth) < _HORIZON:
            depth = _HORIZON
        return Point(x / depth, y / depth)

    def depth(self, point: Point) -> float:
        """How far ``point`` lies in front of the horizon."""
        return self.g * point.x + self.h * point.y + self.i

    def after(self, first: Projection) -> Projection:
        """``first``, then this."""
        s, t = self.numbers, first.numbers
        return Projection(
            *(
                s[row] * t[column] + s[row + 1] * t[column + 3] + s[row + 2] * t[column + 6]
                for row in (0, 3, 6)
                for column in (0, 1, 2)
            )
        )

    @property
    def inverse(self) -> Projection:
        """Leads back; what is in front of the horizon here is so there. It must not be flat."""
        a, b, c, d, e, f, g, h, i = self.numbers
        adjugate = (
            e * i - f * h,
            c * h - b * i,
            b * f - c * e,
            f * g - d * i,
            a * i - c * g,
            c * d - a * f,
            d * h - e * g,
            b * g - a * h,
            a * e - b * d,
        )
        size = a * adjugate[0] + b * adjugate[3] + c * adjugate[6]
        return Projection(*(part / size for part in adjugate))

    @property
    def numbers(self) -> tuple[float, ...]:
        """The nine numbers, row by row."""
        return astuple(self)

    def scaled(self, factor: float) -> Projection:
        """The same way with all nine numbers, and so the depth, times ``factor``."""
        return Projection(*(factor * number for number in self.numbers))

    def stretch(self, at: Point, angle: float = 0.0) -> tuple[float, float, float]:
        """What happens around ``at`` to a small rectangle turned clockwise by ``angle`` degrees.

        How many times wider and higher it gets, and by how many degrees it turns clockwise: the
        rotation in the polar decomposition of the derivative.
        """
        to, depth = self(at), self.depth(at) or _HORIZON
        right = (self.a - to.x * self.g) / depth, (self.d - to.y * self.g) / depth
        down = (self.b - to.x * self.h) / depth, (self.e - to.y * self.h) / depth
        turn = math.degrees(math.atan2(right[1] - down[0], right[0] + down[1]))
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        across = math.hypot(cos * right[0] + sin * down[0], cos * right[1] + sin * down[1])
        along = math.hypot(cos * down[0] - sin * right[0], cos * down[1] - sin * right[1])
        return across, along, turn

    def enlargement(self, at: Point) -> float:
        """How many times longer a short line around ``at`` gets, on the whole."""
        size = self.a * (self.e * self.i - self.f * self.h)
        size -= self.b * (self.d * self.i - self.f * self.g)
        size += self.c * (self.d * self.h - self.e * self.g)
        return math.sqrt(abs(size) / max(abs(self.depth(at)), _HORIZON) ** 3)


def in_front(corners: Sequence[Point], way: Projection, nearest: float) -> tuple[Point, ...]:
    """The part of a polygon where ``way`` is at least so deep, as Sutherland and Hodgman clip."""
    kept: list[Point] = []
    for at, corner in enumerate(corners):
        last = corners[at - 1]
        deep, before = way.depth(corner) - nearest, way.depth(last) - nearest
        if (deep < 0) != (before < 0):
            share = before / (before - deep)
            kept.append(last.moved((corner.x - last.x) * share, (corner.y - last.y) * share))
        if deep >= 0:
            kept.append(corner)
    return tuple(kept)
