"""Product pages as web shops write them: invented products amid menus, cookies, related ones.

Each is the style of a shop system rather than of one shop; what a reader must say stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

_COOKIES = {
    "en": "We use cookies to improve your experience. Accept all cookies",
    "nl": "Wij gebruiken cookies voor een betere winkelervaring. Alles accepteren",
    "de": "Wir verwenden Cookies, um unsere Website zu verbessern. Alle akzeptieren",
    "fr": "Nous utilisons des cookies pour améliorer votre visite. Tout accepter",
}
_SHIPPING = {
    "en": "Free shipping on orders over {sign}50. 30 days return policy.",
    "nl": "Gratis verzending vanaf {sign} 50. Voor 23:59 besteld, morgen in huis.",
    "de": "Kostenloser Versand ab 50 {sign}. 30 Tage Rückgaberecht.",
    "fr": "Livraison gratuite dès 50 {sign}. Retours gratuits sous 30 jours.",
}
_RELATED = {
    "en": "You may also like", "nl": "Anderen bekeken ook", "de": "Das könnte dir auch gefallen",
    "fr": "Vous aimerez aussi",
}  # fmt: skip
Expected = dict[str, object]


@dataclass(frozen=True)
class ShopPage:
    """A page, and the fields that must be read from it (a price as text)."""

    html: str
    says: Expected = field(default_factory=dict)


def _json(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def _page(
    head: str, product: str, lang: str = "en", sign: str = "€", related: Sequence[str] = ()
) -> str:
    """The product amid what every shop has around it."""
    tiles = "".join(
        f'<li class="product-card"><a href="/p/{number}"><img src="/i/{number}.jpg" alt="Other'
        f' {number}"><h3>Other thing {number}</h3><span class="price">{price}</span></a></li>'
        for number, price in enumerate(related)
    )
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>
<div id="cookie-banner" class="cookie-consent"><p>{_COOKIES[lang[:2]]}</p></div>
<header><nav class="main-menu"><ul><li><a href="/new">New</a></li><li><a href="/sale">Sale</a></li>
<li><a href="/brands">Brands</a></li></ul></nav>
<div class="usp-bar"><ul class="usps"><li>{_SHIPPING[lang[:2]].format(sign=sign)}</li></ul></div>
<div class="minicart"><span class="minicart-total">{sign} 0,00</span></div></header>
<main>{product}</main>
<section class="related-products"><h2>{_RELATED[lang[:2]]}</h2><ul>{tiles}</ul></section>
<footer><p>© Shop</p><a href="/privacy">Privacy</a></footer></body></html>"""


def shopify() -> ShopPage:
    """Amounts in cents in the state, a compare-at price, an offer for each variant."""
    offers = [
        {
            "@type": "Offer", "name": f"{shade} / 30 ml", "price": price, "priceCurrency": "EUR",
            "url": f"https://glow.example/products/dew-serum?variant=4411{count}",
            "sku": f"DEW-30-{count}",
        }
        for count, (shade, price) in enumerate((("Clear", 24.0), ("Rose", 24.0)))
    ]  # fmt: skip
    markup = {
        "@context": "http://schema.org/", "@type": "Product", "name": "Dew Drop Serum",
        "url": "https://glow.example/products/dew-serum",
        "brand": {"@type": "Brand", "name": "Glowly"},
        "image": ["https://glow.example/cdn/shop/products/dew.jpg?v=1&width=1200"],
        "description": "Visible results in 7 days. With 10% niacinamide.", "offers": offers,
    }  # fmt: skip
    state = {
        "product": {
            "id": 7712, "title": "Dew Drop Serum", "vendor": "Glowly", "price": 2400,
            "compare_at_price": 3200, "variants": [{"id": 44110, "sku": "DEW-30-0", "price": 2400}],
        }
    }  # fmt: skip
    product = """<div class="product__info-wrapper"><p class="product__text caption">Glowly</p>
<div class="product__title"><h1>Dew Drop Serum</h1></div>
<div class="price price--large price--on-sale"><div class="price__regular"><span
class="visually-hidden">Regular price</span><span class="price-item">€24,00 EUR</span></div>
<div class="price__sale"><span class="visually-hidden">Regular price</span><span><s
class="price-item price-item--regular">€32,00 EUR</s></span><span class="visually-hidden">Sale
price</span><span class="price-item price-item--sale price-item--last">€24,00 EUR</span></div>
<small class="unit-price caption"><span class="visually-hidden">Unit price</span><span>€80,00</span>
<span>/</span><span> per </span><span>100ml</span></small></div>
<form action="/cart/add"><input type="hidden" name="id" value="44110"><button name="add">Add to
cart</button></form><div class="product__description rte"><p>Visible results in 7 days. With 10%
niacinamide.</p></div></div>"""
    head = (
        "<title>Dew Drop Serum – Glowly</title>"
        '<link rel="canonical" href="https://glow.example/products/dew-serum">'
        '<meta property="og:site_name" content="Glowly Shop">'
        '<meta property="og:price:amount" content="24,00">'
        '<meta property="og:price:currency" content="EUR">'
        + _json(markup)
        + f'<script type="application/json" data-product>{json.dumps(state)}</script>'
    )
    return ShopPage(
        _page(head, product, related=("€18,00", "€12,00", "€30,00", "€9,00")),
        {
            "name": "Dew Drop Serum", "brand": "Glowly", "price": "24", "currency": "EUR",
            "promises": ("Visible results in 7 days.", "With 10% niacinamide."),
        },
    )  # fmt: skip


def woocommerce() -> ShopPage:
    """A graph with a price specification, a sale, and tabs."""
    graph = {
        "@context": "https://schema.org/",
        "@graph": [
            {"@type": "BreadcrumbList", "itemListElement": [
                {"@type": "ListItem", "position": 1, "item": {"name": "Home", "@id": "/"}}]},
            {"@type": "Product", "@id": "https://theehuis.example/product/earl/#product",
             "name": "Earl Blauw losse thee", "url": "https://theehuis.example/product/earl/",
             "sku": "TH-0042", "description": "Biologisch geteeld. Vrij van aroma's.",
             "offers": [{"@type": "Offer", "priceSpecification": [
                {"@type": "UnitPriceSpecification", "price": "6.95", "priceCurrency": "EUR",
                 "valueAddedTaxIncluded": True, "validThrough": "2027-12-31"},
                {"@type": "UnitPriceSpecification", "price": "8.95", "priceCurrency": "EUR",
                 "priceType": "https://schema.org/ListPrice"}],
                "seller": {"@type": "Organization", "name": "Het Theehuis"}}]},
        ],
    }  # fmt: skip
    product = """<div class="summary entry-summary"><h1 class="product_title entry-title">Earl Blauw
losse thee</h1><p class="price"><del aria-hidden="true"><span class="woocommerce-Price-amount
amount"><bdi><span class="woocommerce-Price-currencySymbol">&euro;</span>8,95</bdi></span></del>
<span class="screen-reader-text">Oorspronkelijke prijs was: &euro;8,95.</span><ins><span
class="woocommerce-Price-amount amount"><bdi><span
class="woocommerce-Price-currencySymbol">&euro;</span>6,95</bdi></span></ins><span
class="screen-reader-text">Huidige prijs is: &euro;6,95.</span></p>
<form class="cart"><button class="single_add_to_cart_button">Toevoegen aan
winkelwagen</button></form>
<div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku">TH-0042</span></span>
<span class="posted_in">Categorie: <a href="/thee">Thee</a></span></div></div>
<div class="woocommerce-tabs"><div id="tab-description" class="woocommerce-Tabs-panel--description
panel"><h2>Beschrijving</h2><p>Biologisch geteeld. Vrij van aroma's.</p><ul><li>Goed voor 40
koppen</li></ul></div></div>"""
    return ShopPage(
        _page(
            "<title>Earl Blauw losse thee - Het Theehuis</title>" + _json(graph),
            product,
            "nl-NL",
            related=("€ 5,95", "€ 7,50", "€ 4,25", "€ 3,95"),
        ),
        {
            "name": "Earl Blauw losse thee", "price": "6.95", "currency": "EUR",
            "currency_text": "€", "sku": "TH-0042", "seller": "Het Theehuis",
            "promises": (
                "Biologisch geteeld.", "Vrij van aroma's.", "Goed voor 40 koppen",
            ),
        },
    )  # fmt: skip


def magento() -> ShopPage:
    """Microdata, with the amounts in attributes."""
    product = """<div itemscope itemtype="http://schema.org/Product"><h1 class="page-title"><span
class="base" data-ui-id="page-title-wrapper" itemprop="name">Nordic Bed Linen 140 × 200</span></h1>
<div class="product-info-price"><div class="price-box price-final_price" data-role="priceBox"
data-product-id="1881"><span class="special-price"><span class="price-container"><span
class="price-label">Special Price</span><span id="product-price-1881" data-price-amount="1049.5"
data-price-type="finalPrice" class="price-wrapper"><span class="price">kr 1.049,50</span></span>
</span></span><span class="old-price"><span class="price-label">Regular Price</span><span
data-price-amount="1399" data-price-type="oldPrice" class="price-wrapper"><span class="price">kr
1.399,00</span></span></span></div><span itemprop="offers" itemscope
itemtype="http://schema.org/Offer"><meta itemprop="price" content="1049.5"><meta
itemprop="priceCurrency" content="DKK"></span></div><div class="product attribute sku"><strong
class="type">SKU</strong><div class="value" itemprop="sku">NBL-1420</div></div><button
class="action primary tocart">Add to Cart</button>
<div class="product attribute description"><div class="value" itemprop="description"><p>Woven from
100% organic cotton. Stays cool all night.</p></div></div>
<table class="data table additional-attributes"><tr><th class="col label">Manufacturer</th><td
class="col data">Nordrum</td></tr></table></div>"""
    return ShopPage(
        _page(
            "<title>Nordic Bed Linen 140 × 200 | Sengetøj</title>",
            product,
            "en",
            "kr",
            ("kr 349,00", "kr 499,00", "kr 899,00", "kr 129,00"),
        ),
        {
            "name": "Nordic Bed Linen 140 × 200", "brand": "Nordrum", "price": "1049.5",
            "currency": "DKK", "sku": "NBL-1420",
            "promises": ("Woven from 100% organic cotton.", "Stays cool all night."),
        },
    )  # fmt: skip


def dutch_marketplace() -> ShopPage:
    """A price in two parts, a seller other than the shop, an advised price struck through."""
    markup = {
        "@context": "https://schema.org", "@type": "Product", "name": "Airo Steelstofzuiger V9",
        "brand": {"@type": "Thing", "name": "Airo"}, "gtin13": "8712345678906",
        "productID": "9300000123456789",
        "description": "Zuigkracht van 180 AW. Tot 60 minuten draadloos.",
        "offers": {"@type": "Offer", "price": 219.99, "priceCurrency": "EUR",
                   "seller": {"@type": "Organization", "name": "HuisKompleet"}},
    }  # fmt: skip
    product = """<h1 class="page-heading"><span data-test="title">Airo Steelstofzuiger
V9</span></h1>
<div class="pdp-header__meta-item">Merk: <a href="/nl/b/airo/">Airo</a></div>
<div class="price-block"><section class="price-block__price"><div class="price-block__highlight">
<span class="promo-price" data-test="price">219<sup class="promo-price__fraction"
data-test="price-fraction">99</sup></span></div><div class="price-block__list-price">Adviesprijs
<del data-test="list-price">279,00</del> Je bespaart 21%</div></section></div>
<div class="buy-block__seller">Verkoop door <a data-test="seller">HuisKompleet</a></div>
<a class="btn btn--cta">In winkelwagen</a><p>of € 18,50 p.m. gespreid betalen</p>
<section id="description"><h2>Productbeschrijving</h2><div class="product-description"
data-test="description"><p>Zuigkracht van 180 AW. Tot 60 minuten draadloos.</p></div></section>
<dl class="specs"><dt>EAN</dt><dd>8712345678906</dd></dl>"""
    return ShopPage(
        _page(
            "<title>Airo Steelstofzuiger V9 | Grootwinkel</title>" + _json(markup),
            product,
            "nl-NL",
            related=("199,99", "249,00", "89,00", "129,95"),
        ),
        {
            "name": "Airo Steelstofzuiger V9", "brand": "Airo", "price": "219.99",
            "currency": "EUR", "gtin": "8712345678906", "seller": "HuisKompleet",
            "promises": ("Zuigkracht van 180 AW.", "Tot 60 minuten draadloos."),
        },
    )  # fmt: skip


def video_shop() -> ShopPage:
    """Everything is in the state of the shop's own program; the page itself is empty."""
    state = {
        "loaderData": {"product": {"productInfo": {
            "product_id": "1729384756", "title": "Magic Lint Roller XL",
            "seller": {"name": "TidyTok"},
            "sale_price": "7.99", "original_price": "19.99", "currency": "USD",
            "desc": "Removes pet hair in seconds",
        }}}
    }  # fmt: skip
    head = (
        "<title>Magic Lint Roller XL - Shop</title>"
        '<meta property="og:title" content="Magic Lint Roller XL">'
        '<meta property="og:image" content="https://v.example/roller.webp">'
        '<meta property="og:description" content="Removes pet hair in seconds. No refills needed.">'
        f'<script type="application/json" id="__MODERN_ROUTER_DATA__">{json.dumps(state)}</script>'
    )
    return ShopPage(
        f'<html lang="en-US"><head>{head}</head><body><div id="root"></div></body></html>',
        {"name": "Magic Lint Roller XL", "price": "7.99", "currency": "USD"},
    )


def fashion() -> ShopPage:
    """The maker in the title, an offer for each size, "from" and original prices."""
    markup = {
        "@context": "https://schema.org/", "@type": "Product", "name": "Wollmantel - camel",
        "sku": "KA121U00R-B11", "brand": {"@type": "Brand", "name": "Kaatje"},
        "description": "Obermaterial: 80% Wolle. Passform: oversized", "color": "camel",
        "offers": [
            {"@type": "Offer", "price": "127.45", "priceCurrency": "EUR",
             "sku": f"KA121U00R-B110{n}"}
            for n in range(4)
        ],
    }  # fmt: skip
    product = """<div data-testid="pdp"><h1><span class="_brand"><a href="/kaatje">Kaatje</a></span>
<span class="_name">Wollmantel - camel</span></h1><div class="_price"><p><span
class="sDq_FX">127,45&nbsp;€</span> <span>inkl. MwSt.</span></p><p>Ursprünglich:
<span class="_strike">149,95&nbsp;€</span> <span>-15%</span></p><p>Niedrigster Preis der letzten 30
Tage: 134,95&nbsp;€</p></div><button>In den Warenkorb</button>
<div data-testid="pdp-accordion-details" class="product-info"><ul><li>Obermaterial: 80% Wolle</li>
<li>Knitterfrei auch nach der Reise</li></ul></div></div>"""
    return ShopPage(
        _page(
            "<title>Kaatje Wollmantel - camel</title>" + _json(markup),
            product,
            "de-DE",
            related=("49,95 €", "79,95 €", "99,95 €", "29,95 €"),
        ),
        {
            "name": "Wollmantel - camel", "brand": "Kaatje", "price": "127.45",
            "currency": "EUR", "sku": "KA121U00R-B11",
        },
    )  # fmt: skip


def everything_store() -> ShopPage:
    """No markup at all: a price in parts, a list price, a price for each ounce, a byline."""
    product = """<div id="centerCol"><h1 id="title"><span id="productTitle"> ZenBrew Cold Brew
Coffee
Maker, 1.3 L </span></h1><a id="bylineInfo" href="/stores/zenbrew">Visit the ZenBrew Store</a>
<div id="corePriceDisplay"><span class="a-price priceToPay"><span class="a-offscreen">$34.49</span>
<span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">34<span
class="a-price-decimal">.</span></span><span class="a-price-fraction">49</span></span></span>
<span class="a-size-mini">($0.78 / Fl Oz)</span><span class="basisPrice">List Price: <span
class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">$44.99</span></span>
</span></div><div id="feature-bullets"><h3>About this item</h3><ul><li><span
class="a-list-item">Smooth coffee with 60% less acid</span></li><li><span class="a-list-item">Made
of
shatterproof glass</span></li></ul></div><div id="merchantInfo">Sold by <a>BrewDirect</a></div>
<input id="add-to-cart-button" type="submit" value="Add to Cart"><input type="hidden" name="ASIN"
value="B0C1ZENBRW"><table id="productDetails"><tr><th>Brand</th><td>ZenBrew</td></tr><tr><th>ASIN
</th><td>B0C1ZENBRW</td></tr></table></div>"""
    return ShopPage(
        _page(
            "<title>ZenBrew Cold Brew Coffee Maker, 1.3 L : Kitchen</title>"
            '<link rel="canonical" href="https://all.example/ZenBrew-Cold/dp/B0C1ZENBRW">',
            product,
            "en-US",
            "$",
            ("$12.99", "$24.50", "$18.00", "$61.10"),
        ),
        {
            "name": "ZenBrew Cold Brew Coffee Maker, 1.3 L", "brand": "ZenBrew", "price": "34.49",
            "currency": "USD", "sku": "B0C1ZENBRW",
            "promises": ("Smooth coffee with 60% less acid", "Made of shatterproof glass"),
        },
    )  # fmt: skip


def auction() -> ShopPage:
    """A current bid beside a price to buy at once and postage."""
    product = """<div class="vim"><h1 class="x-item-title__mainTitle"><span>Vintage Lens 50mm f/1.8
</span></h1><div class="x-bid-price"><div class="x-price-primary"><span>Current bid</span><span
class="ux-textspans">£41.00</span></div><span>12 bids</span></div><div class="x-shipping"><span
class="ux-labels-values__labels">Postage:</span><span>£4.95 Standard Delivery</span></div>
<button>Place bid</button><div class="ux-row"><span>eBay item number:</span><span>334455667788
</span></div><div class="seller"><span>Seller:</span> <a>lens_attic</a></div>
<div class="ux-layout-section--features"><dl><dt>Brand</dt><dd>Oculo</dd></dl></div></div>"""
    return ShopPage(
        _page(
            "<title>Vintage Lens 50mm f/1.8 | Auctions</title>"
            '<link rel="canonical" href="https://auction.example/itm/334455667788">',
            product,
            "en-GB",
            "£",
            ("£20.00", "£35.00", "£99.00", "£15.50"),
        ),
        {
            "name": "Vintage Lens 50mm f/1.8", "brand": "Oculo", "price": "41", "currency": "GBP",
            "sku": "334455667788", "seller": "lens_attic",
        },
    )  # fmt: skip


def dashes() -> ShopPage:
    """``€ 1.299,–`` in large type, a price a month beside it, no markup."""
    product = """<h1>Balkon Zonnepaneel 800 W</h1><p>Merk: SolVita</p><div class="prijs">
<span class="groot">€ 1.299,–</span> <span class="klein">of € 39,95 per maand</span></div>
<p>Artikelnummer: 55-8001</p><button>Bestellen</button><div class="omschrijving"><p>Levert tot 800
watt op je stopcontact. Verdient zich in drie jaar terug.</p></div>"""
    return ShopPage(
        _page(
            "<title>Balkon Zonnepaneel 800 W - Zonnewinkel</title>",
            product,
            "nl-NL",
            related=("€ 499,–", "€ 899,–", "€ 1.899,–", "€ 59,–"),
        ),
        {
            "name": "Balkon Zonnepaneel 800 W", "brand": "SolVita", "price": "1299",
            "currency": "EUR", "currency_text": "€", "sku": "55-8001",
            "promises": (
                "Levert tot 800 watt op je stopcontact.", "Verdient zich in drie jaar terug.",
            ),
        },
    )  # fmt: skip


def bare_comma() -> ShopPage:
    """``12,95`` without a sign."""
    product = """<div class="product-detail"><h1>Lavendel Badzout</h1><div class="product-price">
<span class="price-current">12,95</span></div><button class="add-to-cart">In winkelmand</button>
<div class="product-description"><p>Met echte lavendelolie uit de Provence.</p></div></div>"""
    return ShopPage(
        _page("<title>Lavendel Badzout | Drogist</title>", product, "nl-NL"),
        {
            "name": "Lavendel Badzout", "price": "12.95", "currency": "EUR",
            "promises": ("Met echte lavendelolie uit de Provence.",),
        },
    )  # fmt: skip


def aggregate() -> ShopPage:
    """Offers of several sellers under one that has the lowest and the highest."""
    markup = {
        "@context": "https://schema.org", "@type": "Product", "name": "Runner Pro 3",
        "brand": "Stridex", "mpn": "RP3-2024",
        "offers": {"@type": "AggregateOffer", "lowPrice": "89.90", "highPrice": "139.00",
                   "priceCurrency": "CHF", "offerCount": 14},
    }  # fmt: skip
    product = """<h1>Stridex Runner Pro 3</h1><p class="offers-from">ab <strong>CHF 89.90</strong>
in 14 Shops</p><ul class="offer-list"><li>Shop A <span class="price">CHF 89.90</span></li><li>Shop B
<span class="price">CHF 99.00</span></li><li>Shop C <span class="price">CHF
139.00</span></li></ul>"""
    return ShopPage(
        _page("<title>Stridex Runner Pro 3</title>" + _json(markup), product, "de-CH", "CHF"),
        {
            "name": "Runner Pro 3", "brand": "Stridex", "price": "89.9", "currency": "CHF",
        },
    )  # fmt: skip


def rdfa() -> ShopPage:
    """RDFa with prefixes, a French price with a narrow space."""
    product = """<div prefix="schema: http://schema.org/" typeof="schema:Product"><h1
property="schema:name">Casque Studio Aria</h1><div property="schema:brand"
typeof="schema:Brand"><span property="schema:name">Aria Audio</span></div><div
property="schema:offers" typeof="schema:Offer"><span property="schema:price"
content="1190.00">1\u202f190,00\u00a0€</span><meta property="schema:priceCurrency"
content="EUR"/></div>
<button>Ajouter au panier</button><p>3 x 396,67 € sans frais</p><div property="schema:description">
Autonomie de 40 heures. Réduit 98 % du bruit.</div></div>"""
    return ShopPage(
        _page(
            "<title>Casque Studio Aria - Le Son</title>",
            product,
            "fr-FR",
            related=("49,00 €", "89,00 €", "249,00 €", "19,90 €"),
        ),
        {
            "name": "Casque Studio Aria", "brand": "Aria Audio", "price": "1190",
            "currency": "EUR",
            "promises": ("Autonomie de 40 heures.", "Réduit 98 % du bruit."),
        },
    )  # fmt: skip


def opengraph() -> ShopPage:
    """OpenGraph alone, with a sale price of its own."""
    head = """<title>Pet Water Fountain 2.5L</title><meta property="og:type" content="og:product">
<meta property="og:title" content="Pet Water Fountain 2.5L"><meta property="og:site_name"
content="PawPlaza"><meta property="product:price:amount" content="39.00"><meta
property="product:price:currency" content="AUD"><meta property="product:sale_price:amount"
content="29.00"><meta property="product:sale_price:currency" content="AUD"><meta
property="product:brand" content="Lapp"><meta property="product:retailer_item_id" content="PF25">"""
    product = """<h1>Pet Water Fountain 2.5L</h1><span class="was-price">$39.00</span><span
class="now-price">$29.00</span><button>Add to cart</button>"""
    return ShopPage(
        _page(head, product, "en-AU", "$", ("$9.00", "$19.00", "$25.00", "$59.00")),
        {
            "name": "Pet Water Fountain 2.5L", "brand": "Lapp", "price": "29", "currency": "AUD",
            "sku": "PF25", "seller": "PawPlaza",
        },
    )  # fmt: skip


def data_attributes() -> ShopPage:
    """The amount is drawn by a script from attributes; the page's text has none."""
    product = """<article class="pdp" data-product-id="88021" data-sku="MUG-88" data-price="14.50"
data-currency="GBP" data-brand="Kilnworks"><h1>Speckled Mug</h1><div class="pdp-price"></div>
<button class="js-add-to-cart">Add to basket</button><div class="pdp-description"><p>Safe in
dishwasher and microwave.</p></div></article>"""
    return ShopPage(
        _page("<title>Speckled Mug – The Pantry</title>", product, "en-GB", "£"),
        {
            "name": "Speckled Mug", "brand": "Kilnworks", "price": "14.5", "currency": "GBP",
            "sku": "MUG-88", "promises": ("Safe in dishwasher and microwave.",),
        },
    )  # fmt: skip


def script_state() -> ShopPage:
    """A state that is assigned in a script, with what the price was before."""
    state = {
        "page": {"type": "pdp"},
        "product": {
            "name": "Foldable Desk Bike", "articleNumber": "FDB-7",
            "brand": {"name": "Velomo"}, "ean": "4006381333931",
            "price": {"current": {"value": 179.0, "currency": "EUR"},
                      "original": {"value": 249.0, "currency": "EUR"}},
            "description": "<p>Folds in <b>three</b> seconds.</p><p>Makes no sound.</p>",
        },
        "recommendations": [{"name": "Desk Mat", "price": {"current": {"value": 19.0}}}],
    }  # fmt: skip
    head = (
        "<title>Foldable Desk Bike | Fietsenhal</title>"
        f"<script>window.__INITIAL_STATE__ = {json.dumps(state)};</script>"
    )
    return ShopPage(
        f'<html lang="nl"><head>{head}</head><body><div id="app"></div></body></html>',
        {
            "name": "Foldable Desk Bike", "brand": "Velomo", "price": "179", "currency": "EUR",
            "sku": "FDB-7", "gtin": "4006381333931",
            "promises": ("Folds in three seconds.", "Makes no sound."),
        },
    )  # fmt: skip


def list_and_product() -> ShopPage:
    """Markup names related products too, before the page's own."""
    others = [
        {
            "@type": "Product", "name": f"Candle {name}", "sku": f"C-{name}",
            "offers": {"@type": "Offer", "price": f"{9 + n}.50", "priceCurrency": "USD"},
        }
        for n, name in enumerate(("Oak", "Fig", "Sea"))
    ]  # fmt: skip
    listed = {
        "@context": "https://schema.org", "@type": "ItemList",
        "itemListElement": [{"@type": "ListItem", "item": one} for one in others],
    }  # fmt: skip
    own = {
        "@context": "https://schema.org", "@type": "Product", "name": "Candle Amber",
        "sku": "C-AMB", "brand": {"name": "Wickery"},
        "isRelatedTo": others,
        "offers": {"@type": "Offer", "price": "16.00", "priceCurrency": "USD"},
    }  # fmt: skip
    product = """<h1>Candle Amber</h1><div class="price">$16.00</div><p>4 interest-free payments of
$4.00</p><button>Add to bag</button>"""
    return ShopPage(
        _page(
            "<title>Candle Amber | Wickery</title>" + _json(listed) + _json(own),
            product,
            "en-US",
            "$",
            ("$9.50", "$10.50", "$11.50", "$12.50"),
        ),
        {
            "name": "Candle Amber", "brand": "Wickery", "price": "16", "currency": "USD",
            "sku": "C-AMB",
        },
    )  # fmt: skip


def subscription() -> ShopPage:
    """Once or as a subscription, and how much a portion is."""
    markup = {
        "@context": "https://schema.org", "@type": ["Product"], "name": "Daily Greens",
        "brand": {"@type": "Brand", "name": "Verdura"}, "sku": "DG-30",
        "offers": {"@type": "Offer", "price": "49.00", "priceCurrency": "EUR"},
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": "4.8", "reviewCount": 210},
    }  # fmt: skip
    product = """<h1>Daily Greens</h1><div class="purchase-options"><label><input type="radio"
checked><span>Eenmalig</span> <span class="price">€ 49,00</span></label><label><input
type="radio"><span>Abonnement, bespaar 20%</span> <span class="price">€ 39,20</span></label></div>
<p>Slechts € 1,63 per portie</p><button>In winkelwagen</button><div class="benefits"><ul><li>75
vitamines en mineralen</li><li>Meer energie binnen 2 weken</li></ul></div>"""
    return ShopPage(
        _page("<title>Daily Greens | Verdura</title>" + _json(markup), product, "nl"),
        {
            "name": "Daily Greens", "brand": "Verdura", "price": "49", "currency": "EUR",
            "sku": "DG-30",
            "promises": ("75 vitamines en mineralen", "Meer energie binnen 2 weken"),
        },
    )  # fmt: skip


def noisy_description() -> ShopPage:
    """What shops append to every description: delivery, returns, reviews, sharing."""
    product = """<h1>Cloud Pillow</h1><span class="price">£45.00</span><button>Add to
basket</button>
<div class="product-description"><p>Sleep better from the first night. Filled with 900 g of
down.</p>
<ul><li>Hypoallergenic cover</li><li>Machine washable at 60 °C</li></ul>
<h4>Delivery &amp; Returns</h4><p>Free delivery on orders over £30. Order before 10pm for next day
delivery. Returns are free within 30 days.</p><p>Share on Facebook</p><p>Rated 4.7 out of 5 based on
1,204 reviews.</p><p><a href="/care">Read our care guide</a></p><p>Sign up to our newsletter and get
10% off.</p></div>"""
    return ShopPage(
        _page("<title>Cloud Pillow | Slumber</title>", product, "en-GB", "£"),
        {
            "name": "Cloud Pillow", "price": "45", "currency": "GBP",
            "promises": (
                "Sleep better from the first night.", "Filled with 900 g of down.",
                "Hypoallergenic cover", "Machine washable at 60 °C",
            ),
        },
    )  # fmt: skip


STYLES = (
    shopify, woocommerce, magento, dutch_marketplace, video_shop, fashion, everything_store,
    auction, dashes, bare_comma, aggregate, rdfa, opengraph, data_attributes, script_state,
    list_and_product, subscription, noisy_description,
)  # fmt: skip
