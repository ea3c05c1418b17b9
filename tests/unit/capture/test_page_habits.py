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
        "<p>New</p><h3>Bestseller</h3><p>New</p><p>Bestseller</p>",
        '<div class="viewer"><div class="more">View more pictures</div><img src="a.jpg"></div>',
    ],
    ids=["category", "badges", "button"],
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
        "Model # P215K1",
        "Modèle : 90LM0500-B03370",
        "GTIN:4260123456783",
        "매장상품번호: 6543219876 - 17654321234",
        "Bestell-Nr.: 2345678 - 62 Hst.-Teile-Nr.: VC-330 EAN: 4064161123456",
        "À vista R$ 296,91 no boleto (10% de desconto)",
        "dont 1€00 d'éco-participation",
        "Ophalen in Zwolle.",
    ],
)
def test_a_shops_talk_is_no_promise(talk: str) -> None:
    page = read(
        "<title>Acme Vyö</title>",
        '<h1>Acme Vyö</h1><span class="price">€ 38,15</span>'
        '<div role="button"><p class="profile-description">This profile makes the site easy to '
        "read for everybody.</p></div>"
        f'<ul class="description-bullets"><li>{talk}</li><li>Never tears, not in ten years</li>'
        "<li>Inhoud: 500ml</li>"
        "<li>Wybierz pasek i ciesz się nim przez całe lata</li></ul>",
    )
    assert page.promises == (
        "Never tears, not in ten years",
        "Inhoud: 500ml",
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
        ('<div><span>5 490.-</span></div><div>Från 229 kr/mån</div>', "5490", "SEK"),
        (
            '<p class="cost">$&nbsp;<i>85</i><i>.</i><i>999</i></p><p>12 x $ 9.999</p>',
            "85999",
            "ARS",
        ),
        ('<s>1.899,00 TL</s><span class="prc-org">1.899,00 TL</span><b>1.399,90 TL</b>',
         "1399.9", "TRY"),
        (
            "<p>de R$ 2.199,00</p><div><b>por R$</b> <span>1.599,90</span> à vista</div>",
            "1599.9",
            "BRL",
        ),
        ('<div><span class="currency">R 399</span></div><div>R 599 List Price</div>', "399", "ZAR"),
        ('<data value="59.99">59,99</data> <span>Norm. 99,99</span>', "59.99", "EUR"),
        ("<p><i>$ 89.999</i> <i>$ 62.999</i></p><p>6 x $ 10.499,83</p>", "62999", "ARS"),
        ("<p><i>$ 89.999</i> <i>$ 9.999</i></p>", "89999", "ARS"),
        ('<p class="price"><i>349</i><b><i>€</i><i>,90</i></b></p>', "349.9", "EUR"),
        ('<div class="price"><span class="js-price">3.</span><sup>50</sup></div>', "3.5", "EUR"),
        (
            '<p><b class="Price-int">1.499</b><sup>,<i>90</i></sup> <i>lei</i></p>',
            "1499.9",
            "RON",
        ),
        ("<div>قبل : 499.00 د.إ.</div><div>الآن: <b>د.إ. 329.00</b></div>", "329", "AED"),
        (
            '<ul><li><h2>71.990 RSD</h2></li></ul><div class="product-thumb"><p class="price">'
            "52.990 RSD</p></div>",
            "71990",
            "RSD",
        ),
    ],
    ids=[
        "prefix", "per-piece", "byn", "per-weight", "dash", "parts", "original", "from-to", "rand",
        "data", "side-by-side", "far-lower", "sign-inside", "raised", "raised-comma", "before-now",
        "thumb",
    ],
)  # fmt: skip
def test_a_price_that_markup_does_not_tell(body: str, price: str, currency: str) -> None:
    lang = {"SEK": "sv", "ARS": "es-AR", "TRY": "tr", "BRL": "pt-BR", "ZAR": "en-ZA", "EUR": "fi"}
    page = read("<title>Oak Table</title>", f"<h1>Oak Table</h1>{body}", lang.get(currency, "en"))
    assert (page.price, page.currency) == (Decimal(price), currency)


def test_a_dash_for_the_cents_is_no_sign() -> None:
    page = read("<title>Oak Table</title>", "<h1>Oak Table</h1><b>7 990,-</b>", "cs")
    assert (page.price, page.currency, page.currency_text) == (Decimal(7990), "CZK", "")


def test_the_size_of_a_wheel_is_no_price() -> None:
    page = read(
        '<title>Tyre</title><meta property="og:type" content="product">',
        "<h1>Tyre 225/45 R 17</h1><p>Rim R 17, load 94</p>",
        "en-ZA",
    )
    assert page.price is None


def test_an_r_is_rand_where_rand_is_paid() -> None:
    page = read(
        "<title>Bavaria R 1250 GS</title>",
        '<h1>Bavaria R 1250 GS</h1><div class="price">R 1250 GS</div><p>15.900 €</p>',
        "de-DE",
    )
    assert (page.price, page.currency) == (Decimal(15900), "EUR")


@pytest.mark.parametrize(
    ("body", "sku"),
    [
        ('<div class="shop-sku-item"><label>CODE:</label><span>GB-4411</span></div>', "GB-4411"),
        ('<div class="product-articlecode">Artikelcode BS-30</div>', "BS-30"),
        ('<div class="skuReference">AFN-40-BI</div>', "AFN-40-BI"),
        ("<small>Advertentienummer: m1712345678</small>", "m1712345678"),
        ("<span>Objednací kód: IRBi3152</span>", "IRBi3152"),
        ("<span>Termékkód: DKTNZQMBM</span>", "DKTNZQMBM"),
        ("<span>Termékkód: OAKTABLE</span>", "1041234"),  # letters that the address has not
        ('<div class="manufacturer-part-number"><b>Part:</b> <i>TM-882</i></div>', "1041234"),
        ('<div class="modelNumber">Model: CV-950F</div>', "1041234"),
        ('<div class="item-no">Réf. 612345</div>', "612345"),
        ("<p>Best.-Nr. 645311</p>", "645311"),
        ('<p class="artikelnr">Bestelnummer 2034</p>', "2034"),
        ("<span>ID: 712345678</span>", "712345678"),
        ("<dl><dt>품번</dt><dd>CW2288-111</dd></dl>", "CW2288-111"),
        ("<dl><dt>Référence Shop</dt><dd>ME345</dd></dl>", "ME345"),
        ("<dl><dt>Référence Maker</dt><dd>ME345</dd></dl>", "1041234"),
        ("", "1041234"),
    ],
)
def test_a_number_of_the_shops(body: str, sku: str) -> None:
    page = read(
        "<title>Oak Table</title>"
        '<link rel="canonical" href="https://shop.test/DKTNZQMBM/1041234-oak-table.html">',
        f'<h1>Oak Table</h1>{body}<b class="price">€ 97</b>',
    )
    assert page.sku == sku


@pytest.mark.parametrize(
    ("body", "brand"),
    [
        (
            '<div class="manufacturers"><span class="label">Manufacturer:</span> '
            '<a href="/maker">Moser</a></div><div class="manufacturer-part-number">'
            '<span class="label">Manufacturer part number:</span> <span>TM-882</span></div>',
            "Moser",
        ),
        ('<div class="product--supplier"><a href="/m"><img alt="Moser"></a></div>', "Moser"),
        ("<ul><li>Manufactured by: Moser</li></ul>", "Moser"),
        ('<p>od <a href="/marki/moser">Moser</a></p>', "Moser"),
        ('<a href="/all?filter=Brand:Moser">Moser</a>', "Moser"),
        ('<div class="article-brand"><img alt="Marke MOSER"></div>', "MOSER"),
        ('<a href="/m/x1">Shop all Oak</a>', "Oak"),
        ('<a href="/m/x1">Shop all tables</a>', ""),
        ('<div class="supplier-styleId">Product Code: 12345678</div>', ""),
    ],
)
def test_a_brand_by_its_label_or_its_link(body: str, brand: str) -> None:
    page = read("<title>Oak Table</title>", f"<h1>Oak Table</h1>{body}<b>€ 97</b>")
    assert page.brand == brand


@pytest.mark.parametrize(
    ("shown", "price"), [("CHF 19.50", "19.5"), ("CHF 1'950.00", "1950"), ("CHF 5.90", "1950")]
)
def test_a_programs_data_in_cents(shown: str, price: str) -> None:
    page = read(
        "<title>Oak Table</title>",
        f"<h1>Oak Table</h1><b>{shown}</b><script>window.__STATE__ = "
        '{"product": {"name": "Oak Table", "sku": "OT-1", "price": "1950"}}</script>',
        "de-CH",
    )
    assert page.price == Decimal(price)


def test_a_reduced_price_in_a_programs_data() -> None:
    page = read(
        "<title>Oak Table</title>",
        '<h1>Oak Table</h1><script>window.__STATE__ = {"product": {"name": "Oak Table", '
        '"sku": "OT-1", "price": {"originalPrice": {"value": 120}, '
        '"discountedPrice": {"value": "97.5"}, "currency": "EUR"}}}</script>',
    )
    assert page.price == Decimal("97.5")


def test_the_brand_is_a_link_in_the_heading() -> None:
    page = read(
        "<title>Acme Oak Table</title>",
        '<h1><a href="/acme/">Acme</a> <span>Oak Table</span></h1><b>€ 97</b>',
    )
    assert page.brand == "Acme"


def test_a_line_above_the_name_is_the_vendor_that_a_program_names() -> None:
    """Shops that sell many makers' things say so in their program's data."""
    for vendor, brand in (("Acme", "Acme"), ("Google", "")):
        page = read(
            "<title>Linen Shirt – Norrland</title>",
            "<p class='caption'>Acme</p><h1>Linen Shirt</h1><b>$ 78</b><script>var meta = "
            f'{{"product":{{"id":829,"vendor":"{vendor}","type":"Shirts"}}}};</script>',
        )
        assert page.brand == brand


def test_a_shops_own_brand_is_one_where_the_name_has_it() -> None:
    for name, brand in (("Acme Oak Table", "Acme"), ("Oak Table", "")):
        page = read(
            '<title>Table</title><meta property="og:site_name" content="Acme">',
            f'<p class="brand">Acme</p><h1>{name}</h1><b>€ 97</b>',
        )
        assert page.brand == brand


@pytest.mark.parametrize(
    ("address", "sku"),
    [
        ("https://shop.test/prod/DMAB1A-A900B2C3D", "DMAB1A-A900B2C3D"),
        ("https://shop.test/jazz-in-the-park-2024", ""),
        ("https://shop.test/ad.html?adcode=234567890", "234567890"),
        ("https://shop.test/ad.html?catid=234567890", ""),
    ],
)
def test_a_number_in_the_address(address: str, sku: str) -> None:
    page = read(
        f'<title>Oak Table</title><link rel="canonical" href="{address}">',
        "<h1>Oak Table</h1><b>€ 97</b>",
    )
    assert (page.sku, "sku" in page.unsure) == (sku, bool(sku))


def test_a_number_under_the_name_is_no_promise() -> None:
    page = read(
        "<title>Oak Table</title>",
        '<div class="product-info"><h1>Oak Table</h1><p>item number 5410123</p><b>€ 97</b>'
        "<p>Its top dries within a minute and never stains.</p></div>",
    )
    assert page.promises == ("Its top dries within a minute and never stains.",)


@pytest.mark.parametrize("name", ["rte", "wysiwyg", "voordelen", "product-vorteile", "avantages"])
def test_a_block_of_text_or_of_points_is_the_description(name: str) -> None:
    page = read(
        "<title>Oak Table</title>",
        f'<h1>Oak Table</h1><b>€ 97</b><div class="{name}"><p>Stands on any floor for life.</p>'
        '</div><div class="deliver"><p>Your table comes whenever you want it.</p></div>',
    )
    assert page.promises == ("Stands on any floor for life.",)


def test_a_column_that_holds_the_heading_is_not_the_description() -> None:
    page = read(
        "<title>Oak Table</title>",
        '<div class="product-info-main"><h1>Oak Table</h1><div>In stock in Ghent</div><b>€ 97</b>'
        '<div itemprop="description"><p>Stands on any floor for life.</p></div></div>',
    )
    assert page.description == "Stands on any floor for life."


def test_a_description_under_a_title_that_is_no_heading() -> None:
    page = read(
        '<title>Oak Table</title><meta name="description" content="We make tables.">',
        '<h1>Oak Table</h1><b>€ 97</b><div><div class="boxtitle">Product Description</div>'
        "<span>* Stands on any floor for life</span><br></div>",
    )
    assert page.promises == ("Stands on any floor for life",)


def test_a_letter_with_a_full_stop_ends_no_sentence() -> None:
    page = read(
        "<title>Агата</title>",
        '<h1>Агата</h1><b>97 ₽</b><div class="description"><p>КРОВАТЬ Ш. 2220 В. 1440</p></div>',
    )
    assert page.promises == ("КРОВАТЬ Ш. 2220 В. 1440",)
