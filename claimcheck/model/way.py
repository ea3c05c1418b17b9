"""Marks and rectangles on their way between a picture's own pixels and those that are shown."""

from __future__ import annotations

import math
from dataclasses import replace

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import NEAREST
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.projection import Projection, in_front
from claimcheck.model.review import Mark

_FRAMES = frozenset({MarkKind.BOX, MarkKind.ELLIPSE})
"""Kinds that look the same after a quarter turn with width and height swapped."""
_WORDS = frozenset({MarkKind.TEXT, MarkKind.STAMP})
"""Kinds that a quarter turn lays on their side."""
_UPRIGHT = frozenset({MarkKind.SPOTLIGHT, MarkKind.MAGNIFIER, MarkKind.REDACTION})
_STILL = 1e-9
_NEAREST_BACK = 0.01
"""The same as ``NEAREST`` for the way back, where what is close is shallow."""
_TRIES, _CLOSE, _FLAT = 30, 1e-6, 0.1
"""How often and how closely (pixels) a way back is sought, and from which slope on none is."""
_FAR = 1e7
"""Pixels left of and above the picture that what is beyond the horizon is shown at."""


class Way:
    """From a picture's own pixels to those that are shown, or the other way."""

    def __init__(self, adjustment: Adjustment, *, inverse: bool) -> None:
        self.adjustment, self._inverse = adjustment, inverse
        forth = adjustment.transform
        self.point: Projection = forth.inverse if inverse else forth
        self._swaps = adjustment.quarter_turns % 2 == 1
        self._rectifying = adjustment.rectifying if adjustment.face else None

    def mark(self, mark: Mark) -> Mark:
        """``mark`` over there."""
        away = None if self._rectifying is None else self._away(mark)
        if away is not None:
            return away
        if mark.kind in _WORDS:
            quarters = 90.0 * self.adjustment.quarter_turns
            points = corners(self._moved(mark.frame))
            return replace(mark, points=points, angle=self._angle(mark.angle, quarters))
        if mark.kind in _FRAMES or mark.kind is MarkKind.REDACTION:
            return self._framed(mark)
        if mark.kind is MarkKind.MAGNIFIER:
            return replace(mark, points=self._lens(mark))
        if mark.kind in _UPRIGHT:
            return replace(mark, points=corners(self.rect(mark.frame)))
        return replace(mark, points=tuple(self.point(point) for point in mark.points))

    def rect(self, rect: Rect) -> Rect:
        """An upright rectangle: its middle goes along, its size stays, swapped or stretched."""
        if self._rectifying is None:
            return self._sized(rect, 1.0, 1.0)
        across, along, _turn = self._rectifying.stretch(self._own(rect.center))
        return self._sized(rect, across, along)

    def _sized(self, rect: Rect, across: float, along: float) -> Rect:
        """``rect`` over there, where the picture's own width and height are so many times as long.

        Sides are stretched before they are swapped, and the other way round on the way back.
        """
        middle = self.point(rect.center)
        width, height = rect.width, rect.height
        if self._inverse:
            width, height = (height, width) if self._swaps else (width, height)
            width, height = width / across, height / along
        else:
            width, height = width * across, height * along
            width, height = (height, width) if self._swaps else (width, height)
        return Rect(middle.x - width / 2, middle.y - height / 2, width, height)

    def _moved(self, rect: Rect) -> Rect:
        middle = self.point(rect.center)
        return Rect(middle.x - rect.width / 2, middle.y - rect.height / 2, rect.width, rect.height)

    def _framed(self, mark: Mark) -> Mark:
        """A box, an ellipse or a redaction, turned with the picture."""
        if self._rectifying is None:
            angle = self._angle(mark.angle, 0.0)
            return replace(mark, points=corners(self.rect(mark.frame)), angle=angle)
        if mark.kind is MarkKind.REDACTION:
            return replace(mark, points=corners(self.around(mark.covered)), angle=0.0)
        own = self._own(mark.frame.center)
        turn = self._rectifying.stretch(own)[2]
        if self._inverse:
            own_angle = angle = _half_turn(self._angle(mark.angle, 0.0) - turn)
        else:
            own_angle, angle = mark.angle, self._angle(mark.angle + turn, 0.0)
        across, along, _turn = self._rectifying.stretch(own, own_angle)
        return replace(mark, points=corners(self._sized(mark.frame, across, along)), angle=angle)

    def _lens(self, mark: Mark) -> tuple[Point, ...]:
        """The corners of source and inset: both grow alike, so that it enlarges as before."""
        rects = (Rect.spanning(mark.points[:2]), Rect.spanning(mark.points[2:4]))
        by = self._rectifying.enlargement(self._own(rects[0].center)) if self._rectifying else 1.0
        return tuple(point for rect in rects for point in corners(self._sized(rect, by, by)))

    def around(self, rect: Rect) -> Rect:
        """The upright rectangle around where ``rect`` goes, as far as that is before the horizon.

        As little of it must be, see ``_away``.
        """
        nearest = _NEAREST_BACK if self._inverse else NEAREST
        ends = in_front(rect.corners, self.point, nearest) or rect.corners
        return Rect.spanning(map(self.point, ends))

    def _own(self, point: Point) -> Point:
        """The place in the picture's own pixels."""
        return self.point(point) if self._inverse else point

    def _away(self, mark: Mark) -> Mark | None:
        """What has a part beyond the horizon, far outside, and back from there; else nothing."""
        if self._inverse:
            far = all(point.x < -_FAR / 2 for point in mark.points)
            by = _FAR
        else:
            assert self._rectifying is not None
            beyond = [self._rectifying.depth(point) < NEAREST for point in _ends(mark)]
            far = all(beyond) if mark.kind is MarkKind.REDACTION else any(beyond)
            by = -_FAR
        if not far:
            return None
        return replace(mark, points=tuple(point.moved(by, by) for point in mark.points))

    def _angle(self, angle: float, quarters: float) -> float:
        """Of what is turned by ``angle``, over there; −180 to 180."""
        by = self.adjustment.angle + quarters
        sign = -1.0 if self.adjustment.mirrored else 1.0
        return _half_turn(sign * (angle - by) if self._inverse else sign * angle + by)


def moved_redaction(adjustment: Adjustment, own: Mark, to: Rect) -> Mark | None:
    """``own``, which is shown as a rectangle as large as ``to``, where it is shown as ``to``.

    The rectangle around what goes back is larger than what went forth, and would grow with each
    move. So its four sides are sought that lead to ``to``, by Newton's method with the slope of the
    way at its middle. ``None`` where there are none, as near half a right angle.
    """
    forth, back = Way(adjustment, inverse=False), Way(adjustment, inverse=True)
    size, middle = (own.covered.width, own.covered.height), back.point(to.center)
    for _ in range(_TRIES):
        rect = Rect(middle.x - size[0] / 2, middle.y - size[1] / 2, *size)
        seen = forth.around(rect)
        off = (to.center.x - seen.center.x, to.center.y - seen.center.y)
        lacks = (to.width - seen.width, to.height - seen.height)
        if max(map(abs, (*off, *lacks))) < _CLOSE:
            return replace(own, points=corners(rect), angle=0.0)
        here, right, down = (
            forth.point(p) for p in (middle, middle.moved(1, 0), middle.moved(0, 1))
        )
        slope = (right.x - here.x, down.x - here.x, right.y - here.y, down.y - here.y)
        way = _solved(slope, off)
        grows = _solved((abs(slope[0]), abs(slope[1]), abs(slope[2]), abs(slope[3])), lacks)
        if way is None or grows is None:
            return None
        middle = middle.moved(*way)
        size = (size[0] + grows[0], size[1] + grows[1])
        if min(size) <= 0:
            return None
    return None


def _solved(
    rows: tuple[float, float, float, float], right: tuple[float, float]
) -> tuple[float, float] | None:
    """x and y of ``a x + b y = right[0]``, ``c x + d y = right[1]``; ``None`` if hardly any are."""
    a, b, c, d = rows
    determinant = a * d - b * c
    if abs(determinant) <= _FLAT * (abs(a * d) + abs(b * c)):
        return None
    return (
        (d * right[0] - b * right[1]) / determinant,
        (a * right[1] - c * right[0]) / determinant,
    )


def _half_turn(angle: float) -> float:
    """The same angle, −180 to 180."""
    found = math.remainder(angle, 360.0)
    return 0.0 if abs(found) < _STILL else round(found, 9)


def _ends(mark: Mark) -> tuple[Point, ...]:
    """What of a mark must be in front of the horizon for it to be shown."""
    if mark.kind is MarkKind.MAGNIFIER:
        rects = (Rect.spanning(mark.points[:2]), Rect.spanning(mark.points[2:4]))
        return tuple(rect.center for rect in rects)
    if mark.kind is MarkKind.REDACTION:
        return mark.covered.corners
    if mark.kind in _FRAMES | _WORDS | _UPRIGHT:
        return (mark.frame.center,)
    return mark.points


def corners(rect: Rect) -> tuple[Point, Point]:
    """The two that a mark keeps of its frame."""
    return Point(rect.x, rect.y), Point(rect.right, rect.bottom)
