"""What was redacted can't be found again, at any size."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.imaging.files.decode import bounded_size
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB, turned_upright
from claimcheck.imaging.redact import INK, block_of, redact
from claimcheck.imaging.resample import crop_resize, resize
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.showing import with_adjustment
from tests.helpers import reviews
from tests.helpers.pictures import encoded, exif, photo

WIDTH, HEIGHT = 97, 61
jpeg_evidence = reviews.evidence(Role.PHOTO)
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


@given(
    size=st.tuples(st.integers(40, 260), st.integers(40, 260)),
    share=st.tuples(*(st.floats(0.0, 0.99) for _ in range(4))),
    orientation=st.integers(1, 8),
    subsampling=st.integers(0, 2),
    at_most_px=st.none() | st.integers(12, 200),
    progressive=st.booleans(),
)
@settings(max_examples=120, deadline=None)
def test_the_ripples_of_a_jpeg_around_a_redaction_go_too(
    size: tuple[int, int],
    share: tuple[float, float, float, float],
    orientation: int,
    subsampling: int,
    at_most_px: int | None,
    progressive: bool,
) -> None:
    """What fills the redaction to its border shimmers beyond it, in the file's own blocks."""
    width, height = size
    x, y = int(share[0] * width), int(share[1] * height)
    right, bottom = x + 1 + int(share[2] * (width - x)), y + 1 + int(share[3] * (height - y))
    below = np.zeros((height, width, 1), np.uint8)
    below[y:bottom, x:right] = 1
    rows, columns, _ = np.nonzero(turned_upright(np.repeat(below, 3, axis=2), orientation))
    place = Rect(
        float(columns.min()), float(rows.min()),
        float(np.ptp(columns) + 1), float(np.ptp(rows) + 1),
    )  # fmt: skip
    full = size if orientation < 5 else (height, width)
    evidence = replace(jpeg_evidence, width_px=full[0], height_px=full[1])
    results = []
    for seed in (1, 2):
        rgb = photo(width, height)
        secret = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
        rgb = np.where(below, secret, rgb)
        data = encoded(
            rgb,
            quality=70,
            subsampling=subsampling,
            progressive=progressive,
            exif=exif(orientation),
        )
        loaded = load_rgb(Path("a.jpg"), at_most_px, data)
        results.append(redact(loaded, [place], full, block_of(evidence)))
    assert np.array_equal(results[0], results[1])


def test_only_a_jpeg_as_it_is_has_blocks() -> None:
    assert block_of(jpeg_evidence) == 16
    assert block_of(replace(jpeg_evidence, suffix=".png")) == 1
    turned = with_adjustment(jpeg_evidence, Adjustment(jpeg_evidence.id, 97, 61, 1))
    assert block_of(turned) == 1
