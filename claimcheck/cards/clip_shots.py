"""Shots: the pieces that a clip is made of. Each draws itself at any time into a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from claimcheck.cards.clip_motion import (
    FADE_S,
    STAMP_LANDS_S,
    Span,
    ease_through,
    part_of,
    stamp_opacity,
    stamp_scale,
)
from claimcheck.cards.clip_paint import slider_patches
from claimcheck.cards.clip_planes import Patch, Planes, empty_planes, lay_over, mix, split

_PHASES = 8
"""The slider stands at eighths of a pixel, so that it is painted only so often."""
_PEEK = 0.075
"""Of the width: what shows of the other picture while the slider rests."""
_BLINK_FADE_S = 0.1
CHANGE_S = 0.5
"""How long a story takes from one shot to the next."""


class Shot(Protocol):
    """A piece of a clip."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        ...

    def draw(self, t: float, out: Planes) -> None:
        """Fill ``out`` with the frame at ``t`` seconds from its start."""
        ...


@dataclass(slots=True)
class Landing:
    """A stamp that lands: painted anew for each size on its way down, then kept."""

    paint: Callable[[float], Patch]
    frame_s: float
    _kept: dict[float, Patch] = field(default_factory=dict)

    def draw(self, shown: Span, t: float, out: Planes) -> None:
        """Lay the stamp over ``out``: it lands at the start of ``shown`` and fades at its end."""
        since = t - shown.start
        opacity = shown.shown(t) * stamp_opacity(since)
        if opacity <= 0.0:
            return
        scale = stamp_scale(since, self.frame_s)
        if scale not in self._kept:
            self._kept[scale] = self.paint(scale)
        lay_over(out, self._kept[scale], opacity)


# --- wipe ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Slider:
    """The bar between two frames, and its handle unless ``handle_y`` is ``None``."""

    top: float
    bottom: float
    handle_y: float | None
    _kept: dict[int, tuple[Patch, Patch]] = field(default_factory=dict)

    def snapped(self, x: float) -> float:
        """The nearest place where it can stand."""
        return round(x * _PHASES) / _PHASES

    def draw(self, x: float, out: Planes) -> None:
        """Paint it at ``x``, a snapped place."""
        whole = 2 * int(x // 2)
        phase = round((x - whole) * _PHASES)
        if phase not in self._kept:
            middle = self.handle_y if self.handle_y is not None else self.top
            self._kept[phase] = slider_patches(phase / _PHASES, self.top, self.bottom, middle)
        bar, handle = self._kept[phase]
        lay_over(out, replace(bar, x=bar.x + whole))
        if self.handle_y is not None:
            lay_over(out, replace(handle, x=handle.x + whole))


@dataclass(slots=True)
class Wipe:
    """A slider travels over the listing image and uncovers the photo; then the stamp lands."""

    seconds: float
    listing: Planes
    photo: Planes
    slider: Slider
    landing: Landing | None
    returns: bool = True
    """Whether the slider travels back at the end, so that the clip can loop."""

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        x = self.slider.snapped(self._slider_x(t))
        split(self.listing, self.photo, x, out)
        self.slider.draw(x, out)
        if self.landing:
            uncovering, _, back = self._times()
            end = back.start if self.returns else self.seconds + 1.0
            self.landing.draw(Span(uncovering.end - 0.1, end + FADE_S), t, out)

    def _times(self) -> tuple[Span, Span, Span]:
        """Uncovering, resting and going back."""
        travel = min(1.5, 0.3 * self.seconds)
        start = min(0.7, 0.12 * self.seconds)
        back = min(1.1, 0.22 * self.seconds) if self.returns else 0.0
        uncovering = Span(start, start + travel)
        last = self.seconds - (0.1 if self.returns else 0.0)
        going = Span(last - back, last)
        return uncovering, Span(uncovering.end, going.start), going

    def _slider_x(self, t: float) -> float:
        width = self.listing.size[0]
        uncovering, _, back = self._times()
        part = ease_through(uncovering.part(t))
        if self.returns:
            part -= ease_through(back.part(t))
        return width * (1 - _PEEK - part * (1 - 2 * _PEEK))


# --- blink ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Blink:
    """Listing image and photo in turn at the same place, so that the eye sees what changes."""

    seconds: float
    listing: Planes
    photo: Planes
    landing: Landing | None
    period_s: float = 0.9

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        turns = 2 * max(round(self.seconds / self.period_s / 2), 1)
        each = self.seconds / turns
        turn = int(t / each) % turns
        weight = part_of(t - turn * each, each - _BLINK_FADE_S, each)
        one, other = (self.listing, self.photo) if turn % 2 == 0 else (self.photo, self.listing)
        mix(one, other, weight, out)
        if self.landing:  # it has landed: what blinks is the product
            self.landing.draw(Span(-1.0, self.seconds + 1.0), t, out)


# --- checklist -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Checklist:
    """A receipt with claims; the verdicts are stamped on it one by one."""

    seconds: float
    receipt: Planes
    landings: tuple[Landing, ...]
    clears: bool = True
    """Whether the stamps fade at the end, so that the clip can loop."""

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        self.receipt.copy_to(out)
        end = self.seconds - 0.1 if self.clears else self.seconds + 1.0
        for landing, start in zip(self.landings, self.starts(), strict=True):
            landing.draw(Span(start, end), t, out)

    def starts(self) -> tuple[float, ...]:
        """When each stamp begins to land, in seconds."""
        first = min(0.8, 0.15 * self.seconds)
        last = self.seconds - max(0.3 * self.seconds, STAMP_LANDS_S + 2 * FADE_S)
        count = len(self.landings)
        step = min(0.9, (last - first) / max(count - 1, 1))
        return tuple(first + i * step for i in range(count))


# --- story ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Story:
    """Shots one after the other, a yellow edge passing between them; the last meets the first."""

    shots: tuple[Shot, ...]
    edge: Slider
    size: tuple[int, int]
    _ends: dict[int, tuple[Planes, Planes]] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """All shots; each change takes the end of one shot."""
        return sum(shot.seconds for shot in self.shots) + CHANGE_S * len(self.shots)

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        t %= self.seconds
        for number, shot in enumerate(self.shots):
            if t < shot.seconds - 1e-9:
                shot.draw(t, out)
                return
            t -= shot.seconds
            if t < CHANGE_S - 1e-9:
                self._change(number, t / CHANGE_S, out)
                return
            t -= CHANGE_S
        self.shots[0].draw(0.0, out)

    def _change(self, number: int, part: float, out: Planes) -> None:
        before, after = self._ends_of(number)
        width = out.size[0]
        # From off one edge to off the other, so that it comes and goes whole.
        x = self.edge.snapped((width + 40.0) * (1 - ease_through(part)) - 20.0)
        split(before, after, x, out)
        self.edge.draw(x, out)

    def _ends_of(self, number: int) -> tuple[Planes, Planes]:
        if number not in self._ends:
            shot, following = self.shots[number], self.shots[(number + 1) % len(self.shots)]
            before, after = (empty_planes(*self.size) for _ in range(2))
            shot.draw(shot.seconds - 1e-6, before)
            following.draw(0.0, after)
            self._ends = {number: (before, after)}
        return self._ends[number]
