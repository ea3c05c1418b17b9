"""Easing: it arrives, never jumps, and stamps overshoot for one frame."""

from __future__ import annotations

import itertools

import pytest

from claimcheck.cards.clips.motion import (
    STAMP_LANDS_S,
    Span,
    bezier,
    ease_out,
    ease_through,
    pop_scale,
    stamp_opacity,
    stamp_scale,
)


def test_curves_are_those_of_style_sheets() -> None:
    straight = bezier(0.25, 0.25, 0.75, 0.75)
    assert straight(0.3) == pytest.approx(0.3, abs=1e-6)
    ease = bezier(0.25, 0.1, 0.25, 1.0)
    assert ease(0.5) == pytest.approx(0.8024, abs=1e-3)  # as every browser has it


@pytest.mark.parametrize("curve", [ease_out, ease_through])
def test_curves_rise_from_nought_to_one(curve: object) -> None:
    assert callable(curve)
    steps = [curve(i / 200) for i in range(-10, 211)]
    assert steps[0] == 0.0
    assert steps[-1] == 1.0
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise(steps))
    assert max(b - a for a, b in itertools.pairwise(steps)) < 0.04  # nothing jumps


@pytest.mark.parametrize("fps", [24, 30, 60])
def test_a_stamp_lands_with_one_frame_of_overshoot(fps: int) -> None:
    frames = [stamp_scale(i / fps, 1 / fps) for i in range(fps)]
    assert frames[0] == 1.25
    landing = [scale for i, scale in enumerate(frames) if i / fps < STAMP_LANDS_S - 1e-9]
    assert all(a > b for a, b in itertools.pairwise(landing))
    assert all(scale > 1.0 for scale in landing)
    assert sum(scale < 1.0 for scale in frames) == 1
    assert frames[len(landing)] < 1.0
    assert set(frames[len(landing) + 1 :]) == {1.0}
    assert stamp_opacity(STAMP_LANDS_S) == 1.0


def test_a_label_pops_a_little_beyond_its_size() -> None:
    sizes = [pop_scale(i / 300) for i in range(100)]
    assert 1.04 < max(sizes) < 1.08
    assert sizes[0] == 0.5
    assert sizes[-1] == pytest.approx(1.0)


def test_what_is_shown_fades_at_its_end() -> None:
    span = Span(1.0, 2.0)
    shown = [span.shown(t, 0.2) for t in (0.9, 1.0, 1.5, 1.9, 2.0)]
    assert shown == pytest.approx([0.0, 1.0, 1.0, 0.5, 0.0])
