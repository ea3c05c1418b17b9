"""The picture of what was seen: bounded, whatever came in."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.imaging.aligning.homography import scaling
from claimcheck.imaging.differing.overlay_picture import draw_framing, draw_overlay
from claimcheck.imaging.segment import Product
from claimcheck.model.geometry import Point, Rect
from tests.helpers.fruit import fruit


@pytest.mark.parametrize("shape", [(6, 3000, 3), (3000, 6, 3), (24, 9000, 3)])
def test_a_strip_is_drawn_as_a_strip_and_not_enlarged_to_a_wall(
    shape: tuple[int, int, int],
) -> None:
    strip, photo = np.full(shape, 90, np.uint8), fruit((300, 240), (150, 120), 60)
    drawn = draw_overlay(strip, photo, None, ())
    assert drawn.shape[0] == 900
    assert drawn.shape[1] < 3000
    strip_part = drawn[:, : min(1600, drawn.shape[1])]
    assert (strip_part == 90).all(axis=2).sum() < 40_000
    product = Product(Rect(0, 0, shape[1], shape[0]), Point(1, 1), 6.0)
    framed = draw_framing(strip, photo, scaling(0.1, 0.1), (product, product))
    assert framed.nbytes < 20_000_000
