"""Prices as shops around the world write them: each page an invented one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page


def read(body: str, head: str = "<title>Oak Table</title>") -> CapturedPage:
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("text", "price", "currency"),
    [
        ("1 259,000 TND", "1259", "TND"),
        ("289.500 DT", "289.5", "TND"),
        ("2,350 DT", "2.35", "TND"),
        ("12.750 KWD", "12.75", "KWD"),
        ("1,024.900 OMR", "1024.9", "OMR"),
        ("1 259,000 MAD", "1259000", "MAD"),
        ("120 DT", "120", "TND"),
    ],
)
def test_dinars_have_three_decimals(text: str, price: str, currency: str) -> None:
    page = read(f'<h1>Oak Table</h1><span class="price">{text}</span><button>Acheter</button>')
    assert (page.price, page.currency) == (Decimal(price), currency)


def test_a_dinar_seen_is_the_one_that_markup_tells() -> None:
    page = read(
        '<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Oak Table</h1>'
        '<div itemprop="offers" itemscope itemtype="https://schema.org/Offer">'
        '<meta itemprop="priceCurrency" content="TND">'
        '<span class="price" itemprop="price" content="1259">1 259,000 TND</span></div></div>'
    )
    assert page.price == Decimal(1259)
    assert "price" not in page.unsure


@pytest.mark.parametrize("measure", ["ea", "each", "item"])
def test_a_price_per_measure_behind_the_one_per_unit(measure: str) -> None:
    page = read(
        '<h1>Plums, six</h1><div class="pricing">'
        '<p class="pricePerUnit">£2.40<abbr>/</abbr><abbr><span>unit</span></abbr></p>'
        f'<p class="pricePerMeasure">£0.40<abbr>/</abbr><abbr><span>{measure}</span></abbr></p>'
        '</div><input type="submit" value="Add to basket">',
        "<title>Plums, six</title>",
    )
    assert page.price == Decimal("2.40")


@pytest.mark.parametrize(
    "bar",
    [
        '<div class="promocode-bar">SAVE20: <span>€ 240,00</span></div>',
        '<p>com o código SAVE20: <b class="price">€ 240,00</b></p>',
        '<p>Mit dem Code SAVE20: <b class="price">€ 240,00</b></p>',
        '<p>Met code SAVE20 <b class="price">€ 240,00</b></p>',
    ],
)
def test_what_it_costs_with_a_code_is_not_the_price(bar: str) -> None:
    page = read(
        f'<h1>Oak Table</h1><div class="price">299<sup>,99</sup></div>{bar}'
        '<div><meta itemprop="price" content="299.99"></div><button>Buy now</button>'
    )
    assert page.price == Decimal("299.99")


@pytest.mark.parametrize(
    "row",
    [
        '<p class="price">السعر : 650 جنيه</p><p class="price">العمولة : <b>100 جنيه</b></p>',
        '<p class="price">Price : 650 EGP</p><p class="price">Commission : <b>100 EGP</b></p>',
    ],
)
def test_an_amount_that_is_called_the_price(row: str) -> None:
    page = read(
        f"<header><article><h6>Brown boots</h6>{row}</article></header>",
        '<title>Shop | Details</title><meta property="og:url" content="https://s.test/product/46">',
    )
    assert (page.price, page.currency) == (Decimal(650), "EGP")


def test_another_model_in_a_list_is_not_the_page_s_product() -> None:
    page = read(
        '<h1>TV Acme 55C7</h1><div class="price">499,99 €</div><button>Comprar</button>'
        '<section><article itemprop="itemListElement" itemscope '
        'itemtype="http://schema.org/Product"><meta itemprop="name" content="TV Acme 65X11">'
        '<meta itemprop="sku" content="F12618"><div itemprop="brand" itemscope>'
        '<meta itemprop="name" content="Acme"></div><div itemprop="offers" itemscope '
        'itemtype="http://schema.org/Offer"><div itemprop="price" content="899.99">899,99 €</div>'
        "</div></article></section>",
        "<title>TV Acme 55C7</title>",
    )
    assert (page.name, page.price, page.sku) == ("TV Acme 55C7", Decimal("499.99"), "")
    assert page.brand == "Acme"


@pytest.mark.parametrize(("number", "sku"), [("2109", ""), ("40981", ""), ("112949", "112949")])
def test_a_row_of_the_shops_tables_is_no_number_of_the_product(number: str, sku: str) -> None:
    page = read(
        '<h1>Oak Table</h1><b>€ 97</b><form action="/cart">'
        f'<input type="hidden" name="product_id" value="{number}"><button>Buy now</button></form>'
    )
    assert page.sku == sku


@pytest.mark.parametrize(
    ("shown", "price"),
    [
        ("€ 61.70", "61.7"),  # with tax, which markup leaves out
        ("€ 51.00 € 61.70", "51"),
        ("€ 5.95", "51"),  # what something else costs
    ],
)
def test_a_price_shown_instead_of_the_one_told(shown: str, price: str) -> None:
    page = read(
        f'<h1>Oak Table</h1><p class="price">{shown}</p><small>Incl. tax</small>'
        "<form><button>Add to cart</button></form>",
        '<title>Oak Table</title><script type="application/ld+json">{"@type": "Product", '
        '"name": "Oak Table", "offers": {"@type": "Offer", "price": "51.00", '
        '"priceCurrency": "EUR"}}</script>',
    )
    assert (page.price, page.currency) == (Decimal(price), "EUR")


@pytest.mark.parametrize("name", ["og:price:standard_amount", "product:original_price:amount"])
@pytest.mark.parametrize(("now", "price"), [("120.00", "120"), ("150.00", "150")])
def test_a_price_before_the_sale_in_the_head(name: str, now: str, price: str) -> None:
    page = read(
        "<h1>Oak Table</h1>",
        f'<title>Oak Table</title><meta property="{name}" content="150.00">'
        f'<meta property="product:price:amount" content="{now}">'
        '<meta property="product:price:currency" content="USD">'
        '<script type="application/ld+json">{"@type": "Product", "name": "Oak Table", '
        '"offers": {"@type": "Offer", "price": "150.00", "priceCurrency": "USD"}}</script>',
    )
    assert page.price == Decimal(price)


@pytest.mark.parametrize(
    ("title", "currency"), [("橡木餐桌", "CNY"), ("オークのテーブル 木製", "JPY"), ("5 μ", "JPY")]
)
def test_a_yen_or_a_yuan_by_the_script_of_the_page(title: str, currency: str) -> None:
    page = read(f'<h1>{title}</h1><b class="price">¥ 4699</b>', f"<title>{title}</title>")
    assert (page.price, page.currency) == (Decimal(4699), currency)
