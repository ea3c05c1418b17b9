"""Whole pages in the styles of shop systems, with all that stands around a product."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimcheck.capture.reading import read_page
from tests.helpers.shop_pages import STYLES, ShopPage


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_a_shops_page_says_what_it_says(style: Callable[[], ShopPage]) -> None:
    shop = style()
    page = read_page(shop.html.encode())
    found = {name: getattr(page, name) for name in shop.says}
    if "price" in shop.says:
        assert page.price == Decimal(str(shop.says["price"]))
        found["price"] = shop.says["price"]
    assert found == shop.says
