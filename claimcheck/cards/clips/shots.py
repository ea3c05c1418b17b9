"""Shots: the pieces that a clip is made of. Each draws itself at any time into a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from claimcheck.cards.clips.motion import (
    FADE_S,
    STAMP_LANDS_S,
    Span,
    ease_through,
    part_of,
    stamp_opacity,
    stamp_scale,
)
from claimcheck.cards.clips.paint import slider_patches
from claimcheck.cards.clips.planes import (
    Area,
    Patch,
    Planes,
    empty_planes,
    lay_over,
    mix,
    split,
)
from claimcheck.cards.colours import YELLOW

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

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """The same, where ``out`` still shows the frame at ``before``."""
        ...


@dataclass(slots=True)
class Landing:
    """A stamp that lands: painted anew for each size on its way down, then kept."""

    paint: Callable[[float], Patch]
    frame_s: float
    _kept: dict[float, Patch] = field(default_factory=dict)

    def draw(self, shown: Span, t: float, out: Planes, within: Area | None = None) -> None:
        """Lay the stamp over ``out``: it lands at the start of ``shown`` and fades at its end.

        ``within``: the part of a frame that ``out`` is; without it all of it.
        """
        opacity, scale = self.state(shown, t)
        if opacity > 0.0:
            patch = self._patch(scale)
            lay_over(out, patch.seen_from(within) if within else patch, opacity)

    def state(self, shown: Span, t: float) -> tuple[float, float]:
        """How visible and how large it is: while both stay, so does what is drawn."""
        since = t - shown.start
        opacity = shown.shown(t) * stamp_opacity(since)
        return opacity, stamp_scale(since, self.frame_s) if opacity > 0.0 else 0.0

    def covered(self, shown: Span, t: float) -> Area | None:
        """Where it is at ``t``."""
        opacity, scale = self.state(shown, t)
        return self._patch(scale).area if opacity > 0.0 else None

    def _patch(self, scale: float) -> Patch:
        if scale not in self._kept:
            self._kept[scale] = self.paint(scale)
        return self._kept[scale]


# --- wipe ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Slider:
    """The bar between two frames, and its handle unless ``handle_y`` is ``None``."""

    top: float
    bottom: float
    handle_y: float | None
    accent: str = YELLOW
    _kept: dict[int, tuple[Patch, Patch]] = field(default_factory=dict)

    def snapped(self, x: float) -> float:
        """The nearest place where it can stand."""
        return round(x * _PHASES) / _PHASES

    def draw(self, x: float, out: Planes, within: Area | None = None) -> None:
        """Paint it at ``x``, a snapped place; ``within`` as of a ``Landing``."""
        for patch in self._patches(x):
            lay_over(out, patch.seen_from(within) if within else patch)

    def covered(self, x: float) -> tuple[Area, ...]:
        """Where it is when it stands at ``x``."""
        return tuple(patch.area for patch in self._patches(x))

    def _patches(self, x: float) -> tuple[Patch, ...]:
        whole = 2 * int(x // 2)
        phase = round((x - whole) * _PHASES)
        if phase not in self._kept:
            middle = self.handle_y if self.handle_y is not None else self.top
            x = phase / _PHASES
            self._kept[phase] = slider_patches(x, self.top, self.bottom, middle, self.accent)
        bar, handle = (replace(patch, x=patch.x + whole) for patch in self._kept[phase])
        return (bar, handle) if self.handle_y is not None else (bar,)


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
    left: float = 0.0
    """Where the pictures begin; they end at the frame's right edge."""

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        self._draw_within(Area(0, 0, *out.size), t, out)

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """Compose only what the slider passed and where the stamp changed."""
        old, x = self._snapped_x(before), self._snapped_x(t)
        touched: list[Area] = []
        if old != x:
            # The bars from top to bottom, with what lies between them; then the handles.
            areas = zip(self.slider.covered(old), self.slider.covered(x), strict=True)
            bar, *handle = (one.spanning(other) for one, other in areas)
            touched += [Area(bar.x, 0, bar.width, out.size[1]), *handle]
        if self.landing:
            shown = self._stamped()
            if self.landing.state(shown, before) != self.landing.state(shown, t):
                found = (self.landing.covered(shown, time) for time in (before, t))
                touched += [area for area in found if area]
        for area in touched:
            # Each is composed anew, whole: where two overlap, that is done twice, to the same end.
            self._draw_within(area.inside(*out.size), t, out)

    def _draw_within(self, area: Area, t: float, out: Planes) -> None:
        x = self._snapped_x(t)
        window = area.window(out)
        split(area.window(self.listing), area.window(self.photo), x - area.x, window)
        self.slider.draw(x, window, area)
        if self.landing:
            self.landing.draw(self._stamped(), t, window, area)

    def _snapped_x(self, t: float) -> float:
        return self.slider.snapped(self.slider_x(t))

    def _stamped(self) -> Span:
        uncovering, _, back = self._times()
        end = back.start if self.returns else self.seconds + 1.0
        return Span(uncovering.end - 0.1, end + FADE_S)

    def _times(self) -> tuple[Span, Span, Span]:
        """Uncovering, resting and going back."""
        travel = min(1.5, 0.3 * self.seconds)
        start = min(0.7, 0.12 * self.seconds)
        back = min(1.1, 0.22 * self.seconds) if self.returns else 0.0
        uncovering = Span(start, start + travel)
        last = self.seconds - (0.1 if self.returns else 0.0)
        going = Span(last - back, last)
        return uncovering, Span(uncovering.end, going.start), going

    def slider_x(self, t: float) -> float:
        """Where the slider is at ``t``, before it is snapped."""
        width = self.listing.size[0] - self.left
        uncovering, _, back = self._times()
        part = ease_through(uncovering.part(t))
        if self.returns:
            part -= ease_through(back.part(t))
        return self.left + width * (1 - _PEEK - part * (1 - 2 * _PEEK))


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

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """As ``draw``: nearly all of it changes."""
        del before
        self.draw(t, out)


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

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """As ``draw``: a copy costs next to nothing."""
        del before
        self.draw(t, out)

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

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """As ``draw``: most of it moves."""
        del before
        self.draw(t, out)

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
