"""How things move in a clip: eased, and the same at every frame rate. Times are in seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

Curve = Callable[[float], float]

STAMP_LANDS_S = 0.24
STAMP_FROM = 1.25
STAMP_OVERSHOOT = 0.975
POP_S = 0.24
FADE_S = 0.16


def clamped(part: float) -> float:
    """Between 0 and 1."""
    return min(max(part, 0.0), 1.0)


def part_of(t: float, start: float, end: float) -> float:
    """How far ``t`` is between two times: 0 before the first, 1 after the last."""
    if end <= start:
        return 1.0 if t >= end else 0.0
    return clamped((t - start) / (end - start))


@lru_cache(maxsize=16)
def bezier(x1: float, y1: float, x2: float, y2: float) -> Curve:
    """The easing curve with these handles, as style sheets define it: from (0, 0) to (1, 1)."""

    def along(a: float, b: float, u: float) -> float:
        return 3 * a * u * (1 - u) ** 2 + 3 * b * u * u * (1 - u) + u**3

    @lru_cache(maxsize=256)  # neighbouring frames ask for the same moments
    def curve(part: float) -> float:
        if part <= 0.0 or part >= 1.0:
            return clamped(part)
        low, high = 0.0, 1.0
        for _ in range(40):  # far below what a pixel could show
            middle = (low + high) / 2
            low, high = (middle, high) if along(x1, x2, middle) < part else (low, middle)
        return along(y1, y2, (low + high) / 2)

    return curve


ease_out = bezier(0.2, 0.0, 0.0, 1.0)
"""Of everything that appears."""
ease_through = bezier(0.5, 0.0, 0.2, 1.0)
"""Of what travels: slider and camera; they take off gently and arrive more gently."""


def stamp_scale(since_s: float, frame_s: float) -> float:
    """How large a stamp is, ``since_s`` after it appeared: down to 1 with one frame below that."""
    if since_s < STAMP_LANDS_S - 1e-9:
        return STAMP_FROM + (1.0 - STAMP_FROM) * ease_out(since_s / STAMP_LANDS_S)
    return STAMP_OVERSHOOT if since_s < STAMP_LANDS_S + frame_s - 1e-9 else 1.0


def stamp_opacity(since_s: float) -> float:
    """A stamp is all there when it is a third of the way down."""
    return part_of(since_s, -STAMP_LANDS_S / 6, STAMP_LANDS_S / 3)


def pop_scale(since_s: float) -> float:
    """How large a label is, ``since_s`` after it began to pop in: up to 1.06 and back to 1."""
    part = part_of(since_s, 0.0, POP_S)
    return 0.5 + 0.56 * ease_out(part / 0.6) if part < 0.6 else 1.06 - 0.06 * (part - 0.6) / 0.4


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it lasts."""
        return self.end - self.start

    def part(self, t: float) -> float:
        """How far ``t`` is in it, 0 to 1."""
        return part_of(t, self.start, self.end)

    def shown(self, t: float, fade_s: float = FADE_S) -> float:
        """How visible what lasts this long is at ``t``: at once there, faded out at the end."""
        if t < self.start - 1e-9 or t >= self.end:
            return 0.0
        return part_of(-t, -self.end, -self.end + fade_s)
