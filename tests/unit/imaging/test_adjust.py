"""Pixels turned, straightened and cropped: where each lands, and at which size."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from claimcheck.imaging.adjust import adjusted, decoding_side
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect

WIDTH, HEIGHT = 60, 40


def spotted(x: int, y: int, width: int = WIDTH, height: int = HEIGHT) -> RGB:
    """Black, with one white pixel."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[y, x] = 255
    return rgb


def spot(rgb: RGB) -> tuple[float, float]:
    """The middle of what is bright."""
    light = rgb[..., 0].astype(float)
    rows, columns = np.indices(light.shape)
    total = light.sum()
    return (
        float((light * (columns + 0.5)).sum() / total),
        float((light * (rows + 0.5)).sum() / total),
    )


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("crop", [None, Rect(2, 3, 30, 25)])
def test_quarter_turns_and_mirrors_move_whole_pixels(
    turns: int, mirrored: bool, crop: Rect | None
) -> None:
    adjustment = Adjustment("p", WIDTH, HEIGHT, turns, mirrored, 0.0, crop)
    x, y = next(
        (x, y) for x in range(8, WIDTH) for y in range(8, HEIGHT) if _inside(adjustment, x, y)
    )
    shown = adjusted(spotted(x, y), adjustment)
    assert (shown.shape[1], shown.shape[0]) == adjustment.shown_size
    wanted = adjustment.transform(Point(x + 0.5, y + 0.5))
    assert spot(shown) == pytest.approx((wanted.x, wanted.y))
    assert int(shown.max()) == 255


def _inside(adjustment: Adjustment, x: int, y: int) -> bool:
    at = adjustment.transform(Point(x + 0.5, y + 0.5))
    return Rect(0, 0, *adjustment.shown_size).grown(-2).contains(at)


@pytest.mark.parametrize("angle", [-30.0, -2.5, 0.1, 7.0, 45.0])
@pytest.mark.parametrize("reduced", [False, True])
def test_a_straightened_spot_is_where_the_transform_says(angle: float, reduced: bool) -> None:
    adjustment = Adjustment("p", 600, 400, 1, True, angle)
    rgb = spotted(0, 0, 600, 400)
    rgb[0, 0] = 0
    rgb[190:206, 296:312] = 255
    shown = adjusted(resize(rgb, 300, 200) if reduced else rgb, adjustment)
    wanted = adjustment.transform(Point(304, 198))
    share = shown.shape[1] / adjustment.shown_size[0]
    assert share == pytest.approx(0.5 if reduced else 1.0, abs=0.01)
    at = spot(shown)
    assert at == pytest.approx((wanted.x * share, wanted.y * share), abs=0.15)


def test_a_straightened_picture_has_no_empty_corners() -> None:
    white = np.full((400, 600, 3), 255, np.uint8)
    assert int(adjusted(white, Adjustment("p", 600, 400, angle=12.0)).min()) == 255


def test_it_is_no_larger_than_asked_and_decodes_no_more_than_it_needs() -> None:
    adjustment = Adjustment("p", 8000, 6000, crop=Rect(1000, 1000, 4000, 3000))
    assert decoding_side(adjustment, 1000) == 2000
    assert decoding_side(adjustment, 5000) is None
    small = adjusted(np.zeros((1500, 2000, 3), np.uint8), adjustment, 1000)
    assert small.shape[:2] == (750, 1000)
    assert adjusted(np.zeros((1500, 2000, 3), np.uint8), adjustment, 90).shape[:2] == (68, 90)
    tall = replace(adjustment, quarter_turns=1)
    assert adjusted(np.zeros((1500, 2000, 3), np.uint8), tall, 1000).shape[:2] == (750, 1000)


FACE = (Point(120, 60), Point(470, 110), Point(500, 330), Point(70, 370))


@pytest.mark.parametrize("turns", [0, 1])
@pytest.mark.parametrize("reduced", [False, True])
def test_a_rectified_spot_is_where_the_transform_says(turns: int, reduced: bool) -> None:
    adjustment = Adjustment("p", 600, 400, turns, True, 2.0, None, FACE, 1.6)
    rgb = spotted(0, 0, 600, 400)
    rgb[0, 0] = 0
    rgb[192:200, 300:308] = 255
    shown = adjusted(resize(rgb, 300, 200) if reduced else rgb, adjustment)
    wanted = adjustment.transform(Point(304, 196))
    share = shown.shape[1] / adjustment.shown_size[0]
    assert spot(shown) == pytest.approx((wanted.x * share, wanted.y * share), abs=0.5)


def test_a_rectified_face_fills_the_picture_from_corner_to_corner() -> None:
    rgb = np.full((400, 600, 3), 30, np.uint8)
    corners = np.array([[(p.x, p.y) for p in FACE]], np.int32)
    cv2.fillPoly(rgb, list(corners), (220, 220, 220))
    shown = adjusted(rgb, Adjustment("p", 600, 400, face=FACE, face_ratio=1.6))
    inside = shown[2:-2, 2:-2]
    assert float((inside > 200).mean()) > 0.995
