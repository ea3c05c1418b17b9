"""Habits of shops' own templates: each page an invented one, with what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page


def read(head: str, body: str, lang: str = "en") -> CapturedPage:
    html = f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return read_page(html.encode())


def test_a_logo_in_a_heading_is_not_the_product() -> None:
    page = read(
        "<title>Pear Puree / Hummel - Little Spoon Shop</title>",
        '<div id="Logo"><h1><a href="/"><span>Little Spoon</span> Shop</a></h1></div>'
        '<div class="Breadcrumb"><ul><li><a>Jars</a></li><li>Pear Puree / Hummel</li></ul></div>'
        '<h2>Pear Puree / Hummel</h2><div class="Row"><div>Price:</div>'
        '<div><em class="ProductPrice">L.E 14.50</em></div></div><button>Add to cart</button>',
    )
    assert page.name == "Pear Puree / Hummel"
    assert (page.price, page.currency, page.brand) == (Decimal("14.5"), "EGP", "")


def test_a_trail_of_links_is_not_the_heading() -> None:
    page = read(
        "<title>Tin Whistle - Brass - Music</title>",
        '<div class="breadcrumbs"><ul><li><a href="/">Home</a></li>'
        "<li><strong>Tin Whistle</strong></li></ul></div>"
        '<h2 class="product-name">Tin Whistle</h2><span class="price">$7.25</span>',
    )
    assert (page.name, page.brand, page.price) == ("Tin Whistle", "", Decimal("7.25"))


@pytest.mark.parametrize(
    "line",
    [
        '<div class="product-category"><span>Comics and Manga</span></div>',
        '<div class="viewer"><div class="more">View more pictures</div><img src="a.jpg"></div>',
    ],
    ids=["category", "button"],
)
def test_what_stands_over_the_name_is_not_always_the_brand(line: str) -> None:
    page = read(
        "<title>The Long Night</title>",
        f'{line}<h1>The Long Night</h1><p class="price">22,50 €</p>',
    )
    assert page.brand == ""


@pytest.mark.parametrize("code", ["N/A", "N.A", "n/a"])
def test_a_shop_without_a_number_says_so(code: str) -> None:
    page = read(
        "<title>Bean Bag</title>",
        '<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Bean Bag</h1>'
        '<div itemprop="offers" itemscope itemtype="http://schema.org/Offer">'
        '<meta itemprop="price" content="86"><meta itemprop="priceCurrency" content="EUR"></div>'
        f'SKU: <span class="sku" itemprop="sku">{code}</span></div>',
    )
    assert (page.sku, page.price) == ("", Decimal(86))


def test_a_linked_brand_is_its_name_and_a_named_code_is_a_gtin() -> None:
    page = read(
        "<title>White Spray</title>",
        '<div itemscope itemtype="http://schema.org/Product">'
        '<a itemprop="brand" href="/en/brands/activa">Activa</a>'
        '<h1 itemprop="name">White Spray</h1>'
        '<span itemprop="productID" content="upc:036000291452"></span>'
        '<div itemprop="offers" itemscope itemtype="http://schema.org/Offer">'
        '<span itemprop="price">€ 79</span></div></div>',
    )
    assert (page.brand, page.gtin, page.sku) == ("Activa", "036000291452", "")


def test_a_description_under_a_heading_without_a_name_of_its_own() -> None:
    page = read(
        "<title>Steel Watch</title>",
        '<h1>Steel Watch</h1><b class="price">AED 315</b><div id="down"><h2>Details</h2>'
        "<p>Its strap sits soft on every wrist. It shines for years.</p>"
        "<ul><li>Mineral glass</li><li>100-metre water resistance</li></ul></div>"
        "<div><h2>Reviews</h2><p>I gave it to my brother and he loved it.</p></div>",
    )
    assert page.promises == (
        "Its strap sits soft on every wrist.",
        "It shines for years.",
        "Mineral glass",
        "100-metre water resistance",
    )


@pytest.mark.parametrize(
    "talk",
    [
        "Tilaa Acme Vyö : 38,15 € (2020-12-02) meiltä.",
        "Les meilleures offres pour Acme Vyö sont ici !",
        "Купите Acme Vyö по выгодной цене",
        "Check out Acme Vyö on our pages.",
        "Verfügbarkeit: sofort lieferbar ab Lager",
        "Mo., 07.12.2020 - Di., 08.12.2020",
        "Sélectionner la couleur",
        "Características generales",
        "색상 상품상세설명 참조",
        "488F4PA",
        "Acme Vyö | Clothes, Men, Belts | Bargains",
        "Dispatched with a tracked parcel.",
        "Cumpara Acme Vyö de la noi!",
        "As little as nothing per month, interest free",
        "Se vuoi restituire un prodotto entro 30 giorni",
    ],
)
def test_a_shops_talk_is_no_promise(talk: str) -> None:
    page = read(
        "<title>Acme Vyö</title>",
        '<h1>Acme Vyö</h1><span class="price">€ 38,15</span>'
        '<div role="button"><p class="profile-description">This profile makes the site easy to '
        "read for everybody.</p></div>"
        f'<ul class="description-bullets"><li>{talk}</li><li>Never tears, not in ten years</li>'
        "<li>Wybierz pasek i ciesz się nim przez całe lata</li></ul>",
    )
    assert page.promises == (
        "Never tears, not in ten years",
        "Wybierz pasek i ciesz się nim przez całe lata",
    )


@pytest.mark.parametrize(
    ("body", "price", "currency"),
    [
        (
            '<div class="range-new-box"><span class="range-new-price"><span>£</span>'
            '<span>450</span></span></div><p class="range-new-text">For eight people.</p>',
            "450",
            "GBP",
        ),
        ('<tr><td>Cena</td><td><span class="price">997 zł /szt.</span></td></tr>', "997", "PLN"),
        ('<span class="spec__price">502,20 – 558,00 б.р.</span>', "502.2", "BYN"),
        ('<b class="price">12,– € /100 g</b><b class="price">48,– €</b>', "48", "EUR"),
    ],
    ids=["prefix", "per-piece", "byn", "per-weight"],
)
def test_a_price_that_markup_does_not_tell(body: str, price: str, currency: str) -> None:
    page = read("<title>Oak Table</title>", f"<h1>Oak Table</h1>{body}")
    assert (page.price, page.currency) == (Decimal(price), currency)
