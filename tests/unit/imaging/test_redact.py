"""What was redacted can't be found again, at any size."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.imaging.decode import bounded_size
from claimcheck.imaging.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.redact import INK, redact
from claimcheck.imaging.resample import crop_resize, resize
from claimcheck.model.geometry import Rect
from tests.helpers.pictures import encoded, photo

WIDTH, HEIGHT = 97, 61
coordinates = st.floats(-20, 120, allow_nan=False)
lengths = st.floats(0.01, 90, allow_nan=False)
places = st.builds(Rect, coordinates, coordinates, lengths, lengths)


def test_a_redaction_is_solid_ink_and_nothing_else_changes() -> None:
    rgb = photo(40, 30)
    before = rgb.copy()
    result = redact(rgb, [Rect(10, 5, 12, 8)], (40, 30))
    assert (result[5:13, 10:22] == INK).all()
    outside = np.ones((30, 40), bool)
    outside[5:13, 10:22] = False
    assert np.array_equal(result[outside], rgb[outside])
    assert np.array_equal(rgb, before)


def test_every_touched_pixel_goes() -> None:
    result = redact(photo(40, 30), [Rect(9.9, 4.9, 12.2, 8.2)], (40, 30))
    assert (result[4:14, 9:23] == INK).all()
    assert not (result[14] == INK).all(axis=1).any()


def test_redactions_beyond_the_edge_are_cut_there() -> None:
    rgb = photo(40, 30)
    assert (redact(rgb, [Rect(-50, -50, 500, 500)], (40, 30)) == INK).all()
    for outside in (Rect(-50, 0, 20, 30), Rect(40, 0, 20, 30), Rect(0, -9, 40, 9)):
        assert np.array_equal(redact(rgb, [outside], (40, 30)), rgb)


@given(place=places, width=st.integers(5, WIDTH), height=st.integers(5, HEIGHT))
@settings(max_examples=150, deadline=None)
def test_pictures_that_differ_only_below_are_the_same_after(
    place: Rect, width: int, height: int
) -> None:
    one, other = _pair(place)
    full = (WIDTH, HEIGHT)
    first, second = redact(one, [place], full), redact(other, [place], full)
    assert np.array_equal(first, second)
    assert np.array_equal(resize(first, width, height), resize(second, width, height))
    assert np.array_equal(
        crop_resize(first, Rect(3.3, 2.7, 40.5, 30), 150, 111),
        crop_resize(second, Rect(3.3, 2.7, 40.5, 30), 150, 111),
    )


@given(place=places, width=st.integers(5, WIDTH - 1), height=st.integers(5, HEIGHT - 1))
@settings(max_examples=150, deadline=None)
def test_reduced_before_redacted_gives_nothing_away_either(
    place: Rect, width: int, height: int
) -> None:
    one, other = _pair(place)
    full = (WIDTH, HEIGHT)
    assert np.array_equal(
        redact(resize(one, width, height), [place], full),
        redact(resize(other, width, height), [place], full),
    )


@given(place=places, at_most_px=st.integers(8, WIDTH - 1))
@settings(max_examples=60, deadline=None)
def test_loaded_small_before_redacted_gives_nothing_away_either(
    place: Rect, at_most_px: int
) -> None:
    full = (WIDTH, HEIGHT)
    results = []
    for rgb in _pair(place):
        small = load_rgb(Path("a"), at_most_px, encoded(rgb, "PNG"))
        assert (small.shape[1], small.shape[0]) == bounded_size(full, at_most_px)
        results.append(redact(small, [place], full))
    assert np.array_equal(results[0], results[1])


def _pair(place: Rect) -> tuple[RGB, RGB]:
    """Two pictures that differ, strongly, in just the pixels which ``place`` touches."""
    one = photo(WIDTH, HEIGHT)
    other = one.copy()
    x, y = max(math.floor(place.x), 0), max(math.floor(place.y), 0)
    right, bottom = max(math.ceil(place.right), 0), max(math.ceil(place.bottom), 0)
    other[y:bottom, x:right] = 255 - other[y:bottom, x:right]
    return one, other
