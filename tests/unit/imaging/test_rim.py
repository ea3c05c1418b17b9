"""A coin's rim in the pixels: nearer than hands set it, and left alone where it isn't plain."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.imaging.measuring.measure import measured, plane_of
from claimcheck.imaging.measuring.rim import find_rim, on_rim
from claimcheck.model.sizes import KNOWN_SIZES_MM, Known, Measured, Scale
from tests.helpers.coins import coin_photo, rim_of
from tests.helpers.scenes import PICTURE, Camera, ends, points

ANGLES = np.linspace(0, 2 * np.pi, 8)[:-1]


def test_lengths_by_a_coin_are_right_and_their_intervals_hold_the_truth() -> None:
    rng, errors, held = np.random.default_rng(6301), [], []
    for index in range(8):
        camera = Camera.any(rng, steepest=45, leaning_away=True)
        known = (Known.EURO_1, Known.EURO_2)[index % 2]
        radius, middle = KNOWN_SIZES_MM[known][0] / 2, rng.uniform(-80, 0, 2)
        photo = coin_photo(rng, camera, middle, radius)
        marked = rim_of(camera, middle, radius, ANGLES) + rng.normal(0, 1, (7, 2))
        scale = on_rim(Scale("p", known, points(marked)), photo)
        assert scale.corner_px < 0.5
        line = ends(rng)
        truth = float(np.linalg.norm(line[0] - line[1]))
        seen = points(camera.seen(line) + rng.normal(0, 1, (2, 2)))
        found = measured(plane_of(scale, PICTURE), Measured.LENGTH, seen)
        errors.append(abs(found.value - truth) / truth)
        held.append(abs(found.value - truth) <= found.uncertainty)
    assert np.median(errors) <= 0.01
    assert np.mean(held) >= 0.85


def disc(radius: float, inside: int = 200, outside: int = 90) -> np.ndarray:
    down, across = np.mgrid[0:400, 0:500] + 0.5
    far = np.hypot(across - 250, down - 200)
    grey = outside + (inside - outside) * np.clip(radius - far + 0.5, 0, 1)
    return np.repeat(grey[..., None].astype(np.uint8), 3, axis=2)


def around(radius: float, off: float = 0.0) -> np.ndarray:
    circle = np.column_stack([np.cos(ANGLES), np.sin(ANGLES)]) * radius
    return circle * (1 + off * np.sin(3 * ANGLES)[:, None]) + (250, 200)


@pytest.mark.parametrize("radius", [20.0, 63.4, 150.2])
def test_a_disc_is_found_to_a_tenth_of_a_pixel(radius: float) -> None:
    rim = find_rim(disc(radius), around(radius, 0.01))
    assert rim is not None
    far = np.linalg.norm(rim.points - (250, 200), axis=1)
    assert np.abs(far - radius).max() < 0.15


def test_what_shows_no_rim_is_left_as_it_was_marked() -> None:
    flat = np.full((400, 500, 3), 128, np.uint8)
    noise = np.random.default_rng(1).integers(0, 255, (400, 500, 3), np.uint8)
    scale = Scale("p", Known.EURO_1, points(around(80)))
    for picture in (flat, noise, disc(80)[:, :1], disc(20)):
        assert on_rim(scale, picture) == scale


@pytest.mark.parametrize("marked", [[], [(1, 1)] * 6, [(i, i) for i in range(7)]])
def test_points_that_make_no_ellipse_find_none(marked: list[tuple[float, float]]) -> None:
    assert find_rim(disc(80), np.array(marked, dtype=float).reshape(-1, 2)) is None
