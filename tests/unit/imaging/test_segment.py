"""The product in a box: its silhouette, or why there is none."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.segment import find_product
from claimcheck.model.geometry import Rect
from tests.helpers.fruit import fruit


@pytest.mark.parametrize("size", [(300, 240), (1500, 1200)])
def test_a_disc_is_found_where_it_is_whatever_the_size(size: tuple[int, int]) -> None:
    unit = size[0] // 300
    rgb = fruit(size, (180 * unit, 110 * unit), 50 * unit)
    found = find_product(rgb, Rect(115 * unit, 48 * unit, 130 * unit, 126 * unit))
    assert (found.middle.x, found.middle.y) == pytest.approx((180 * unit, 110 * unit), abs=2 * unit)
    assert found.area == pytest.approx(math.pi * (50 * unit) ** 2, rel=0.06)
    assert Rect(127 * unit, 57 * unit, 106 * unit, 106 * unit).encloses(found.frame)
    assert len(found.outline) > 6


def test_the_answer_is_the_same_each_time() -> None:
    rgb, box = fruit((300, 240), (150, 120), 60), Rect(80, 50, 140, 140)
    assert find_product(rgb, box) == find_product(rgb, box)


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        (Rect(150, 120, 4, 4), ErrorKind.BOX_TOO_SMALL),
        (Rect(900, 900, 100, 100), ErrorKind.BOX_TOO_SMALL),
        (Rect(0, 0, 300, 240), ErrorKind.BOX_TOO_LARGE),
        (Rect(-50, -50, 900, 900), ErrorKind.BOX_TOO_LARGE),
    ],
)
def test_a_box_that_cannot_be_right_is_refused_with_the_reason(box: Rect, kind: ErrorKind) -> None:
    with pytest.raises(KnownError) as refused:
        find_product(fruit((300, 240), (150, 120), 60), box, "mine.jpg")
    assert refused.value.kind is kind
    assert "mine.jpg" in str(refused.value)


def test_one_fruit_among_many_alike_is_the_box_itself() -> None:
    rgb = fruit((300, 240), (30, 30), 24)
    for x in range(30, 300, 50):
        for y in range(30, 240, 50):
            cv2.circle(rgb, (x, y), 24, (190, 40, 35), -1, cv2.LINE_AA)
    box = Rect(106, 106, 48, 48)
    found = find_product(rgb, box)
    assert found.frame == box or box.grown(6).encloses(found.frame)
    assert found.middle.x == pytest.approx(130, abs=8)


@pytest.mark.parametrize(
    "rgb",
    [
        np.full((240, 300, 3), 128, np.uint8),
        fruit((300, 240), (150, 120), 1),
        np.full((30, 3000, 3), 90, np.uint8),
    ],
    ids=["one colour", "nothing but a table", "a strip"],
)
def test_where_nothing_stands_out_the_box_is_refused(rgb: RGB) -> None:
    height, width = rgb.shape[:2]
    with pytest.raises(KnownError) as refused:
        find_product(rgb, Rect(width * 0.3, height * 0.2, width * 0.3, height * 0.6))
    assert refused.value.kind is ErrorKind.BOX_PLAIN
