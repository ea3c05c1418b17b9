"""Other sizes: exact areas when smaller, no halos and exact places when larger."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_quickly, crop_resize, resize
from claimcheck.model.geometry import Rect
from tests.helpers.pictures import photo


def test_shrinking_is_the_mean_of_the_area() -> None:
    rgb = photo(120, 90)
    mean = rgb.reshape(30, 3, 40, 3, 3).mean(axis=(1, 3))
    assert np.abs(resize(rgb, 40, 30).astype(float) - mean).max() <= 0.51


def test_shrinking_keeps_the_brightness() -> None:
    rgb = photo(301, 207)
    for size in ((100, 80), (299, 206), (7, 5), (1, 1)):
        assert abs(resize(rgb, *size).mean() - rgb.mean()) < 0.8


def test_the_same_size_is_a_copy() -> None:
    rgb = photo(40, 30)
    same = resize(rgb, 40, 30)
    assert np.array_equal(same, rgb)
    assert not np.shares_memory(same, rgb)


@pytest.mark.parametrize("low_high", [(0, 255), (40, 200), (250, 255)])
@pytest.mark.parametrize("factor", [1.3, 2, 3.7, 11])
def test_enlarging_an_edge_leaves_no_halo(low_high: tuple[int, int], factor: float) -> None:
    low, high = low_high
    edge = np.full((20, 24, 3), low, np.uint8)
    edge[:, 12:] = high
    large = resize(edge, round(24 * factor), round(20 * factor))
    assert large.min() == low
    assert large.max() == high
    assert (np.diff(large[5, :, 0].astype(int)) >= 0).all()  # monotone: no ripple beside the edge


@pytest.mark.parametrize("period_px", [4.3, 6.1, 9.7])
def test_enlarging_is_truer_than_linear_interpolation(period_px: float) -> None:
    def wave(x: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        return np.asarray(0.5 + 0.4 * np.sin(2 * np.pi * x / period_px), dtype=np.float64)

    codes = np.rint(_codes(wave(np.arange(60) + 0.5))).astype(np.uint8)
    rgb = np.ascontiguousarray(np.broadcast_to(codes[None, :, None], (12, 60, 3)))
    ours = _light(resize(rgb, 600, 120)[60, :, 0])
    row = cv2.resize(_light(codes)[None], (600, 1), interpolation=cv2.INTER_LINEAR)[0]
    truth = wave((np.arange(600) + 0.5) / 10)
    inside = slice(40, -40)
    assert np.std((ours - truth)[inside]) < 0.75 * np.std((row - truth)[inside])


def test_enlarging_mixes_light_not_codes() -> None:
    """Half-way between black and white lies half the light: code 188, not 128."""
    edge = np.zeros((4, 4, 3), np.uint8)
    edge[:, 2:] = 255
    row = resize(edge, 4 * 101, 4)[2, :, 0]
    assert abs(int(row[202]) - 188) <= 2


def test_enlarging_keeps_places() -> None:
    """A dot's centre stays at the same share of the width: centres lie at half coordinates."""
    for column in (3, 10, 20):
        rgb = np.zeros((9, 24, 3), np.uint8)
        rgb[4, column] = 255
        large = resize(rgb, 24 * 8, 9 * 8)
        weight = large[..., 0].astype(float)
        centre = (weight.sum(axis=0) * (np.arange(192) + 0.5)).sum() / weight.sum()
        assert abs(centre / 8 - (column + 0.5)) < 0.05


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (3.25, 2.5), (7.75, 1.1), (14.0, 9.0)])
def test_a_crop_starts_at_fractions_of_pixels(x: float, y: float) -> None:
    """On a ramp in light every place has its own value."""
    light = np.linspace(0.05, 0.95, 24)
    codes = np.rint(_codes(light)).astype(np.uint8)
    rgb = np.ascontiguousarray(np.broadcast_to(codes[None, :, None], (20, 24, 3)))
    part = crop_resize(rgb, Rect(x, y, 8, 6), 64, 48)
    seen = _light(part[24, :, 0])
    places = x + (np.arange(64) + 0.5) / 8
    inside = (places > 2) & (places < 22)
    expected = 0.05 + 0.9 * (places - 0.5) / 23
    assert np.abs(seen - expected)[inside].max() < 0.012  # half a pixel would be 0.02


def test_a_crop_that_shrinks_shows_its_part() -> None:
    rgb = photo(300, 200)
    part = crop_resize(rgb, Rect(50.3, 20.4, 200, 150), 100, 75)
    assert np.abs(part.astype(int) - resize(rgb[20:170, 50:250], 100, 75)).max() == 0


def test_a_crop_is_kept_inside_the_picture() -> None:
    rgb = photo(60, 40)
    assert np.array_equal(crop_resize(rgb, Rect(-20, -20, 200, 200), 30, 20), resize(rgb, 30, 20))
    with pytest.raises(ValueError, match="nothing to show"):
        crop_resize(rgb, Rect(60, 0, 10, 10), 30, 20)
    with pytest.raises(ValueError, match="nothing to show"):
        resize(rgb, 0, 20)


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (2, 3)])
@pytest.mark.parametrize("size", [(1, 1), (200, 3), (3, 200), (64, 64)])
def test_odd_shapes_come_out_at_the_size_asked_for(
    shape: tuple[int, int], size: tuple[int, int]
) -> None:
    rgb: RGB = np.full((*shape, 3), 77, np.uint8)
    result = resize(rgb, *size)
    assert result.shape == (size[1], size[0], 3)
    assert result.dtype == np.uint8
    assert np.abs(result.astype(int) - 77).max() <= 1


def _light(codes: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The inverse of sRGB's curve, its straight foot aside."""
    return ((codes.astype(np.float64) / 255 + 0.055) / 1.055) ** 2.4


def _codes(light: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(255 * (1.055 * light ** (1 / 2.4) - 0.055), dtype=np.float64)


@pytest.mark.parametrize("scale", [0.05, 0.26, 0.36, 0.44, 0.49, 0.6, 0.8, 1.0])
def test_quickly_looks_as_by_area(scale: float) -> None:
    rgb = photo(1280, 960)
    crop, size = Rect(3.0, 5.0, 1201.0, 899.0), (round(1201 * scale), round(899 * scale))
    quick, exact = crop_quickly(rgb, crop, *size), crop_resize(rgb, crop, *size)
    assert quick.shape == exact.shape
    difference = quick.astype(int) - exact
    assert np.abs(difference).mean() < 3.0
    assert np.abs(difference.mean(axis=(0, 1))).max() < 0.5  # neither lighter nor moved
