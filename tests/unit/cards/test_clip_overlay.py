"""A blink or wipe shows the product at one place, equally large, on both pictures."""

from __future__ import annotations

import pytest

from claimcheck.cards.boxes import PictureShape, Placement
from claimcheck.cards.clip_overlay import frame_alike
from claimcheck.model.geometry import Point, Rect

WIDE_PANEL = Rect(0.0, 410.0, 1920.0, 670.0)


@pytest.mark.parametrize("side", [400, 1200, 4000])
def test_a_small_studio_product_is_as_large_as_on_a_large_photo(side: int) -> None:
    """The photo must be large to fill a wide panel: the listing image grows with it."""
    listing = PictureShape(200, 200, Rect(70, 10, 60, 180), "#ffffff")
    photo = PictureShape(side, side, Rect(0.35 * side, 0.05 * side, 0.3 * side, 0.9 * side))
    whole = Placement(3.3, 630.0, 430.0)
    spots = [(0.45, 0.1), (0.55, 0.9)]
    pairs = [(Point(200 * x, 200 * y), Point(side * x, side * y)) for x, y in spots]
    found = frame_alike(whole, listing, photo, pairs, WIDE_PANEL)
    assert found is not None
    first, second = found
    assert second.scale * side == pytest.approx(first.scale * 200, rel=0.02)
    assert second.rect(photo.whole).grown(0.01).encloses(WIDE_PANEL)
