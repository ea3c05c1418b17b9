"""Sizes in millimetres, against rendered scenes whose sizes are known."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.measuring.measure import in_pixels, measured, plane_of
from claimcheck.model.geometry import Point
from claimcheck.model.sizes import Known, Measured, Scale
from tests.helpers.scenes import PICTURE, Camera, ends, lying, points


@pytest.mark.parametrize(
    ("known", "leaning_away"), [(Known.BANK_CARD, False), (Known.A4, False), (Known.EURO_2, True)]
)
def test_lengths_are_right_and_their_intervals_hold_the_truth(
    known: Known, leaning_away: bool
) -> None:
    rng, errors, held = np.random.default_rng(11), [], []
    for _ in range(30):
        camera = Camera.any(rng, leaning_away=leaning_away)
        scale, line = lying(rng, known, camera, noise_px=1.0), ends(rng)
        truth = float(np.linalg.norm(line[0] - line[1]))
        marked = points(camera.seen(line) + rng.normal(0, 1.0, (2, 2)))
        found = measured(plane_of(scale, PICTURE), Measured.LENGTH, marked)
        errors.append(abs(found.value - truth) / truth)
        held.append(abs(found.value - truth) <= found.uncertainty)
    # A coin is small, and its rim tells less of its tilt than four corners do.
    assert np.median(errors) <= (0.01 if known is not Known.EURO_2 else 0.02)
    assert np.mean(held) >= 0.9


def test_intervals_are_no_wider_than_they_must_be() -> None:
    rng, shares = np.random.default_rng(3), []
    for _ in range(20):
        camera = Camera.any(rng)
        scale, line = lying(rng, Known.A4, camera, noise_px=1.0), ends(rng)
        found = measured(plane_of(scale, PICTURE), Measured.LENGTH, points(camera.seen(line)))
        shares.append(found.uncertainty / found.value)
    assert np.median(shares) < 0.01


def test_a_coin_seen_askew_admits_that_it_may_lean_either_way() -> None:
    rng = np.random.default_rng(8)
    for _ in range(10):
        camera = Camera.any(rng)
        scale, line = lying(rng, Known.EURO_1, camera, noise_px=0.01), ends(rng)
        truth = float(np.linalg.norm(line[0] - line[1]))
        found = measured(plane_of(scale, PICTURE), Measured.LENGTH, points(camera.seen(line)))
        assert abs(found.value - truth) <= found.uncertainty


def test_angles_and_areas_are_those_of_the_plane() -> None:
    rng = np.random.default_rng(5)
    camera = Camera.any(rng, steepest=40)
    plane = plane_of(lying(rng, Known.A4, camera, noise_px=0.01), PICTURE)
    square = camera.seen(np.array([[0, 0], [60, 0], [60, 60], [0, 60.0]]))
    angle = measured(plane, Measured.ANGLE, points(square[:3]))
    area = measured(plane, Measured.AREA, points(square))
    assert angle.value == pytest.approx(90, abs=0.3)
    assert area.value == pytest.approx(3600, rel=0.01)
    assert (angle.unit, area.unit) == ("°", "mm²")
    assert abs(area.value - 3600) <= area.uncertainty


def test_a_line_gives_a_scale_without_tilt() -> None:
    scale = Scale("p", Known.LINE, (Point(0, 0), Point(300, 400)), width_mm=50)
    plane = plane_of(scale, PICTURE)
    found = measured(plane, Measured.LENGTH, (Point(10, 10), Point(10, 1010)))
    assert found.value == pytest.approx(100)
    assert 0.3 < found.uncertainty < 1.5
    assert plane.tilt_degrees is None


def test_the_tilt_is_told() -> None:
    camera = Camera(4000.0, np.eye(3), np.array([0.0, 0, 500]))
    flat = camera.seen(np.array([[0, 0], [85.6, 0], [85.6, 53.98], [0, 53.98]]))
    plane = plane_of(Scale("p", Known.BANK_CARD, points(flat)), PICTURE)
    assert plane.tilt_degrees == pytest.approx(0, abs=3)


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (10, 10), (20, 20), (30, 30)],
        [(5, 5)] * 4,
        [(0, 0), (100, 0), (0, 60), (100, 60)],
        [(0, 0), (100, 0), (100, 60)],
        [(0, 0), (2000, 0), (2000, 30), (0, 30)],
    ],
)
def test_what_can_be_no_card_is_refused(corners: list[tuple[float, float]]) -> None:
    scale = Scale("p", Known.BANK_CARD, tuple(Point(*c) for c in corners))
    with pytest.raises(KnownError) as told:
        plane_of(scale, PICTURE)
    assert told.value.kind is ErrorKind.CORNERS_UNCLEAR


def test_nothing_is_measured_beyond_the_horizon() -> None:
    rng = np.random.default_rng(1)
    camera = Camera.any(rng)
    tilt = np.radians(45)
    turning = np.array(
        [[1, 0, 0], [0, np.cos(tilt), np.sin(tilt)], [0, -np.sin(tilt), np.cos(tilt)]]
    )
    camera = Camera(3000.0, turning, np.array([0.0, 0, 500]))
    plane = plane_of(lying(rng, Known.A4, camera, noise_px=0.01), PICTURE)
    with pytest.raises(KnownError) as told:
        measured(plane, Measured.LENGTH, (Point(2000, 2000), Point(2000, -9000)))
    assert told.value.kind is ErrorKind.POINTS_UNCLEAR


def test_counting_is_exact() -> None:
    plane = plane_of(Scale("p", Known.LINE, (Point(0, 0), Point(9, 0)), width_mm=9), PICTURE)
    found = measured(plane, Measured.COUNT, tuple(Point(i, i) for i in range(41)))
    assert (found.value, found.uncertainty) == (41, 0)
    assert in_pixels(Measured.LENGTH, (Point(0, 0), Point(3, 4))).value == pytest.approx(5)
