"""A blink or wipe shows the product at one place, equally large, on both pictures."""

from __future__ import annotations

import pytest

from claimcheck.cards.arrangements.pairs import upright_way
from claimcheck.cards.boxes import PictureShape, Placement
from claimcheck.cards.clips.overlay import frame_alike
from claimcheck.model.geometry import Point, Rect

PANEL = Rect(0.0, 588.0, 1080.0, 1332.0)


@pytest.mark.parametrize("side", [400, 1200, 4000])
def test_a_small_studio_product_grows_with_a_large_photo_while_it_is_in_view(side: int) -> None:
    """The photo must be large to fill the panel: the listing image grows with it, within reason."""
    listing = PictureShape(200, 200, Rect(70, 10, 60, 180), "#ffffff")
    photo = PictureShape(side, side, Rect(0.35 * side, 0.05 * side, 0.3 * side, 0.9 * side))
    whole = Placement(5.0, 40.0, 700.0)
    spots = [(0.45, 0.1), (0.55, 0.9)]
    pairs = [(Point(200 * x, 200 * y), Point(side * x, side * y)) for x, y in spots]
    way = upright_way(pairs, photo)
    assert way is not None
    first, second = frame_alike(whole, listing, photo, way, PANEL)
    assert second.scale * side == pytest.approx(first.scale * 200, rel=0.02)
    assert second.rect(photo.whole).grown(0.01).encloses(PANEL)


def test_a_wide_product_is_not_cut_off_for_a_photo_that_must_be_large() -> None:
    """A panorama on an upright clip: it showed a third of the product in the shop's picture."""
    listing = PictureShape(1000, 600, Rect(50, 100, 900, 400), "#ffffff")
    photo = PictureShape(1740, 800, Rect(300, 100, 1200, 600))
    whole = Placement(1.0, 40.0, 900.0)
    pairs = [(Point(150, 300), Point(500, 400)), (Point(850, 300), Point(1400, 400))]
    way = upright_way(pairs, photo)
    assert way is not None
    first, second = frame_alike(whole, listing, photo, way, PANEL)
    product = first.rect(listing.subject)
    assert PANEL.encloses(product)
    assert product.width > 0.9 * PANEL.width
    assert second.rect(photo.whole).grown(0.01).encloses(PANEL)
