"""Product pages in the styles that shops use, each an invented one, with what they say."""

from __future__ import annotations

import base64
from decimal import Decimal

import pytest

from claimcheck.capture.reading import read_page
from claimcheck.errors import ErrorKind, KnownError

PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "microdata": (
        r"""<html lang="en-GB">
<head>
<title>Copper Kettle 1.5 l | Hearth & Co</title>
</head>
<body>
<nav>
<a href="/">Home</a>
</nav>
<div itemscope itemtype="http://schema.org/Product">
<h1 itemprop="name">Copper Kettle 1.5 l</h1>
<img itemprop="image" src="https://h.example/k.jpg" width=800 height=800>
<span itemprop="brand" itemscope itemtype="http://schema.org/Brand">
<span itemprop="name">Hearthside</span>
</span>
<span itemprop="sku">HK-150</span> <meta itemprop="gtin13" content="5012345678900">
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer">
<meta itemprop="priceCurrency" content="GBP">
<span itemprop="price" content="1249.00">£1,249.00</span>
</div>
<div itemprop="description">
<p>Boils in two minutes.</p>
<ul>
<li>Hand made in Wales</li>
<li>Never rusts</li>
</ul>
</div>
</div>
</body>
</html>""",
        {
            "name": "Copper Kettle 1.5 l",
            "brand": "Hearthside",
            "price": "1249",
            "currency": "GBP",
            "currency_text": "£",
            "sku": "HK-150",
            "gtin": "5012345678900",
            "promises": ("Boils in two minutes.", "Hand made in Wales", "Never rusts"),
        },
    ),
    "rdfa": (
        r"""<html lang="fr">
<head>
<title>Crème Lumière</title>
</head>
<body vocab="https://schema.org/">
<div typeof="Product">
<h1 property="name">Crème Lumière</h1>
<span property="brand" typeof="Brand">
<span property="name">Lumia</span>
</span>
<span property="sku">CL9</span>
<div property="offers" typeof="Offer">
<span property="price" content="34.90">34,90</span>
<span property="priceCurrency" content="EUR">€</span>
</div>
<p property="description">Rend la peau plus lisse en 7 jours. Sans parfum.</p>
</div>
</body>
</html>""",
        {
            "name": "Crème Lumière",
            "brand": "Lumia",
            "price": "34.9",
            "currency": "EUR",
            "sku": "CL9",
        },
    ),
    "og": (
        r"""<html>
<head>
<title>Yoga mat - Flexi</title>
<meta property="og:type" content="product">
<meta property="og:title" content="Yoga mat Pro 6 mm">
<meta property="og:url" content="https://flexi.example/p/yoga-mat">
<meta property="product:price:amount" content="59,95">
<meta property="product:price:currency" content="EUR">
<meta property="product:brand" content="Flexi">
<meta property="product:retailer_item_id" content="YM-6">
<meta property="og:description" content="Anti-slip yoga mat. Free of PVC.">
<meta property="og:image" content="https://flexi.example/m.jpg">
</head>
<body>
<div id="app">
</div>
</body>
</html>""",
        {
            "name": "Yoga mat Pro 6 mm",
            "price": "59.95",
            "currency": "EUR",
            "brand": "Flexi",
            "sku": "YM-6",
            "url": "https://flexi.example/p/yoga-mat",
        },
    ),
    "graph": (
        r"""<html>
<head>
<title>Lamp Noor – Lichtwinkel</title>
<script type="application/ld+json">{"@context":"https://schema.org",
"@graph":[{"@type":"WebSite","name":"Lichtwinkel"},{"@type":"BreadcrumbList",
"itemListElement":[{"@type":"ListItem","position":1,"name":"Home"}]},{"@type":["Product",
"Thing"],"@id":"#p","name":"Lamp Noor","sku":20411,"brand":["Noorlicht"],
"description":"Dimbaar. Gaat 25 jaar mee.","offers":[{"@type":"Offer",
"priceSpecification":[{"@type":"UnitPriceSpecification","price":"89.00","priceCurrency":"EUR",
"priceType":"https://schema.org/ListPrice"},{"@type":"UnitPriceSpecification","price":"69.50",
"priceCurrency":"EUR"}],"seller":{"@id":"#org"}}]},{"@type":"Organization","@id":"#org",
"name":"Lichtwinkel BV"}]}</script>
</head>
<body>
<h1>Lamp Noor</h1>
<p class="price">
<del>€ 89,00</del> <ins>€ 69,50</ins>
</p>
<button>In winkelwagen</button>
</body>
</html>""",
        {
            "name": "Lamp Noor",
            "price": "69.5",
            "currency": "EUR",
            "sku": "20411",
            "brand": "Noorlicht",
            "seller": "Lichtwinkel BV",
        },
    ),
    "broken": (
        r"""<html>
<head>
<title>Serum X</title>
<script type="application/ld+json">
/* seo plugin */ { // product
"@context": "https://schema.org/", "@type": "Product", "name": "Serum &quot;X&quot; &amp;
Friends", "sku": "SX1", "brand": {"@type":"Brand","name":"O&#39;Glow",},
"description": "First line
second line.", "offers": {"@type": "Offer", "price": "12.50", "priceCurrency": "USD",}, }
</script>
</head>
<body>
<h1>Serum "X" & Friends</h1>
</body>
</html>""",
        {
            "name": 'Serum "X" & Friends',
            "sku": "SX1",
            "brand": "O'Glow",
            "price": "12.5",
            "currency": "USD",
        },
    ),
    "entities": (
        r"""<html>
<head>
<title>Serum Y</title>
<script type="application/ld+json">{&quot;@context&quot;:&quot;https://schema.org&quot;,
&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;Serum Y&quot;,
&quot;sku&quot;:&quot;SY7&quot;,&quot;brand&quot;:&quot;Glow&quot;,
&quot;offers&quot;:{&quot;@type&quot;:&quot;Offer&quot;,&quot;price&quot;:19.99,
&quot;priceCurrency&quot;:&quot;USD&quot;}}</script>
</head>
<body>
<h1>Serum Y</h1>
</body>
</html>""",
        {"name": "Serum Y", "sku": "SY7", "brand": "Glow", "price": "19.99", "currency": "USD"},
    ),
    "badquote": (
        r"""<html>
<head>
<title>Board 32" x 8"</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",
"name":"Board 32" x 8"","sku":"B-32","brand":{"@type":"Brand","name":"Ridge"},
"offers":{"@type":"Offer","price":"45.00","priceCurrency":"USD"}}</script>
</head>
<body>
<h1>Board 32" x 8"</h1>
<span class="price">$45.00</span>
<button>Add to cart</button>
</body>
</html>""",
        {"price": "45", "currency": "USD", "sku": "B-32", "brand": "Ridge"},
    ),
    "two-values": (
        r"""<html>
<head>
<title>Cup Z</title>
<script type="application/ld+json">{"@type":"Organization",
"name":"Cups"}{"@context":"https://schema.org","@type":"Product","name":"Cup Z","sku":"Z-1",
"offers":{"@type":"Offer","price":"5.00","priceCurrency":"CAD"}}</script>
</head>
<body>
<h1>Cup Z</h1>
</body>
</html>""",
        {"price": "5", "currency": "CAD", "sku": "Z-1"},
    ),
    "next": (
        r"""<html lang="de">
<head>
<title>Föhn Turbo 2000 online kaufen | Haarwelt</title>
</head>
<body>
<div id="__next">
<div>Lädt…</div>
</div>
<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"product":{"id":"p-1",
"name":"Föhn Turbo 2000","brand":{"name":"Aero"},"sku":"FT-2000","ean":"4006381333931",
"price":{"value":79.99,"currency":"EUR"},"description":"Trocknet in 3 Minuten. Leise wie ein
Flüstern.","images":[{"url":"https://h.example/foehn.jpg"}]},"related":[{"id":"p-2",
"name":"Bürste","price":{"value":9.99,"currency":"EUR"}}]}}}</script>
</body>
</html>""",
        {
            "name": "Föhn Turbo 2000",
            "brand": "Aero",
            "sku": "FT-2000",
            "price": "79.99",
            "currency": "EUR",
            "gtin": "4006381333931",
        },
    ),
    "nuxt": (
        r"""<html lang="nl">
<head>
<title>Slaapmasker Zijde - Droom</title>
</head>
<body>
<div id="__nuxt">
<h1>Slaapmasker Zijde</h1>
<div class="prijs">€ 24,95</div>
<button>Bestellen</button>
</div>
<script>window.__NUXT__=(function(a,b){return {data:[{product:{title:a,sku:"SM-01",
vendor:"Droom",price:24.95}}]}}("Slaapmasker Zijde","x"))</script>
</body>
</html>""",
        {"name": "Slaapmasker Zijde", "price": "24.95", "currency": "EUR", "sku": "SM-01"},
    ),
    "shopify": (
        r"""<html lang="en">
<head>
<title>Leggings – Stretchy</title>
<meta property="og:site_name" content="Stretchy">
<meta property="og:type" content="product">
<meta property="og:title" content="Leggings">
<meta property="og:price:amount" content="1,299.00">
<meta property="og:price:currency" content="INR">
</head>
<body>
<h1>Leggings</h1>
<div class="price price--on-sale">
<s class="price-item--regular">Rs. 1,999.00</s>
<span class="price-item--sale">Rs. 1,299.00</span>
</div>
<script>var meta = {"product":{"id":68123,"vendor":"Stretchy","type":"","variants":[{"id":39,
"price":129900,"name":"Leggings - S","sku":"LG-S"},{"id":40,"price":129900,"name":"Leggings -
M","sku":"LG-M"}]}};</script>
<button name="add">Add to cart</button>
</body>
</html>""",
        {"name": "Leggings", "price": "1299", "currency": "INR"},
    ),
    "nl-plain": (
        r"""<html lang="nl">
<head>
<title>Koffiemolen Kees kopen? | Bakje</title>
</head>
<body>
<header>
<a>Winkelwagen (€ 0,00)</a>
</header>
<h1>Koffiemolen Kees</h1>
<p>Artikelnummer: 88-123 <br>Merk: <a>Kees</a>
</p>
<p>Adviesprijs <s>€ 149,-</s>
</p>
<p class="prijs">Nu voor € 99,-</p>
<p>Gratis verzending vanaf € 50</p>
<button>In winkelwagen</button>
<div class="omschrijving">
<p>Maalt in 30 seconden. Stil als een muis!</p>
<ul>
<li>Keramisch maalwerk, slijt niet</li>
<li>Vaatwasserbestendig</li>
</ul>
</div>
<div class="gerelateerd related">
<div class="product">
<a>Filter</a> <span class="prijs">€ 4,95</span>
</div>
</div>
</body>
</html>""",
        {
            "name": "Koffiemolen Kees",
            "price": "99",
            "currency": "EUR",
            "sku": "88-123",
            "brand": "Kees",
        },
    ),
    "de-plain": (
        r"""<html lang="de">
<head>
<title>Wanderschuh Alm - Bergfex Shop</title>
</head>
<body>
<h1>Wanderschuh Alm</h1>
<div>Art.-Nr.: 700.123.4</div>
<div>Hersteller: Almwerk</div>
<div>UVP 1.299,00 €</div>
<div class="preis">1.099,50 €</div>
<small>inkl. MwSt. zzgl. 4,90 € Versand</small>
<button>In den Warenkorb</button>
<h2>Beschreibung</h2>
<div id="beschreibung">Wasserdicht bis 20.000 mm. Ca. 450 g leicht.</div>
</body>
</html>""",
        {
            "name": "Wanderschuh Alm",
            "price": "1099.5",
            "currency": "EUR",
            "sku": "700.123.4",
            "brand": "Almwerk",
        },
    ),
    "ch": (
        r"""<html lang="de-CH">
<head>
<title>Uhr Säntis</title>
<link rel="canonical" href="https://uhren.example.ch/uhr-saentis">
</head>
<body>
<h1>Uhr Säntis</h1>
<span class="price">CHF 1'299.90</span>
<button>Kaufen</button>
</body>
</html>""",
        {"name": "Uhr Säntis", "price": "1299.9", "currency": "CHF"},
    ),
    "se": (
        r"""<html lang="sv-SE">
<head>
<title>Stol Lina</title>
</head>
<body>
<h1>Stol Lina</h1>
<span class="pris">1 299 kr</span>
<button>Lägg i varukorg</button>
</body>
</html>""",
        {"price": "1299", "currency": "SEK"},
    ),
    "several-currencies": (
        r"""<html lang="en">
<head>
<title>Poster Moon</title>
<meta property="og:title" content="Poster Moon">
</head>
<body>
<h1>Poster Moon</h1>
<div class="price">€18.00 <span class="alt">(approx. $19.50 / £15.20)</span>
</div>
<button>Add to basket</button>
<select>
<option>EUR</option>
<option>USD</option>
</select>
</body>
</html>""",
        {"price": "18", "currency": "EUR"},
    ),
    "from": (
        r"""<html lang="en-GB">
<head>
<title>Paint Cloud</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",
"name":"Paint Cloud","offers":{"@type":"AggregateOffer","lowPrice":"14.00","highPrice":"52.00",
"priceCurrency":"GBP","offerCount":3}}</script>
</head>
<body>
<h1>Paint Cloud</h1>
<p class="price">From £14.00</p>
<button>Add to basket</button>
</body>
</html>""",
        {"price": "14", "currency": "GBP"},
    ),
    "sale-plain": (
        r"""<html lang="en-US">
<head>
<title>Headphones Q3 | Audio</title>
</head>
<body>
<h1>Headphones Q3</h1>
<div class="pricing">
<span style="text-decoration:line-through">$199.00</span> <b>$149.00</b> <em>Save $50.00
(25%)</em>
</div>
<p>or 4 payments of $37.25 with Klarna</p>
<button>Add to Cart</button>
<p>SKU: HQ3-BLK</p>
</body>
</html>""",
        {"price": "149", "currency": "USD", "sku": "HQ3-BLK"},
    ),
    "was-now": (
        r"""<html lang="en-GB">
<head>
<title>Coat</title>
</head>
<body>
<h1>Coat</h1>
<p>Was £120.00 Now £84.00</p>
<button>Add to bag</button>
</body>
</html>""",
        {"price": "84", "currency": "GBP"},
    ),
    "van-voor": (
        r"""<html lang="nl">
<head>
<title>Jas</title>
</head>
<body>
<h1>Jas</h1>
<p>Van € 120,00 voor € 84,00</p>
<button>In winkelmand</button>
</body>
</html>""",
        {"price": "84", "currency": "EUR"},
    ),
    "per-kg": (
        r"""<html lang="de">
<head>
<title>Müsli Beere 500 g</title>
</head>
<body>
<h1>Müsli Beere 500 g</h1>
<p>4,49 €</p>
<p>(8,98 € / 1 kg)</p>
<p>3er-Pack: 12,99 €</p>
<button>In den Warenkorb</button>
</body>
</html>""",
        {"price": "4.49", "currency": "EUR"},
    ),
    "split": (
        r"""<html lang="nl"><head><title>Lego set</title></head>
<body><h1>Lego set</h1><div class="promo-price">
119<sup class="promo-price__fraction">99</sup></div>
<button>In winkelwagen</button></body></html>""",
        {"price": "119.99", "currency": "EUR"},
    ),
    "productgroup": (
        r"""<html>
<head>
<title>Tee Sun</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"ProductGroup",
"name":"Tee Sun","brand":{"name":"Sunny"},"productGroupID":"TS",
"hasVariant":[{"@type":"Product","name":"Tee Sun S","sku":"TS-S","offers":{"@type":"Offer",
"price":"25","priceCurrency":"USD"}},{"@type":"Product","name":"Tee Sun M","sku":"TS-M",
"offers":{"@type":"Offer","price":"25","priceCurrency":"USD"}}]}</script>
</head>
<body>
<h1>Tee Sun</h1>
<span>$25</span>
</body>
</html>""",
        {"name": "Tee Sun", "price": "25", "currency": "USD", "brand": "Sunny"},
    ),
    "jpy": (
        r"""<html lang="ja">
<head>
<title>抹茶セット</title>
</head>
<body>
<h1>抹茶セット</h1>
<p class="price">3,980円(税込)</p>
<p>商品番号：MC-398</p>
<button>カートに入れる</button>
</body>
</html>""",
        {"price": "3980", "currency": "JPY", "sku": "MC-398"},
    ),
}
WITHOUT_PRODUCT: dict[str, str] = {
    "list": r"""<html lang="en">
<head>
<title>Shampoos | Store</title>
</head>
<body>
<h1>Shampoos</h1>
<div class="product-tile">
<a>Shampoo 3</a>
<span class="price">$3.99</span>
</div>
<div class="product-tile">
<a>Shampoo 4</a>
<span class="price">$4.99</span>
</div>
<div class="product-tile">
<a>Shampoo 5</a>
<span class="price">$5.99</span>
</div>
<div class="product-tile">
<a>Shampoo 6</a>
<span class="price">$6.99</span>
</div>
<div class="product-tile">
<a>Shampoo 7</a>
<span class="price">$7.99</span>
</div>
<div class="product-tile">
<a>Shampoo 8</a>
<span class="price">$8.99</span>
</div>
<div class="product-tile">
<a>Shampoo 9</a>
<span class="price">$9.99</span>
</div>
<div class="product-tile">
<a>Shampoo 10</a>
<span class="price">$10.99</span>
</div>
<div class="product-tile">
<a>Shampoo 11</a>
<span class="price">$11.99</span>
</div>
<div class="product-tile">
<a>Shampoo 12</a>
<span class="price">$12.99</span>
</div>
<div class="product-tile">
<a>Shampoo 13</a>
<span class="price">$13.99</span>
</div>
<div class="product-tile">
<a>Shampoo 14</a>
<span class="price">$14.99</span>
</div>
<div class="product-tile">
<a>Shampoo 15</a>
<span class="price">$15.99</span>
</div>
<div class="product-tile">
<a>Shampoo 16</a>
<span class="price">$16.99</span>
</div>
<div class="product-tile">
<a>Shampoo 17</a>
<span class="price">$17.99</span>
</div>
<div class="product-tile">
<a>Shampoo 18</a>
<span class="price">$18.99</span>
</div>
<div class="product-tile">
<a>Shampoo 19</a>
<span class="price">$19.99</span>
</div>
</body>
</html>""",
    "article": r"""<html lang="en">
<head>
<title>How we slept - Blog</title>
<meta property="og:type" content="article">
</head>
<body>
<h1>How we slept</h1>
<p>We slept well. It cost $20 to park.</p>
</body>
</html>""",
    "blocked": r"""<html>
<head>
<title>Just a moment...</title>
</head>
<body>
<h1>Checking your browser</h1>
<noscript>Enable JavaScript and cookies to continue</noscript>
</body>
</html>""",
}


@pytest.mark.parametrize("style", PAGES)
def test_each_style_is_read(style: str) -> None:
    html, expected = PAGES[style]
    page = read_page(html.encode())
    found = {name: getattr(page, name) for name in expected}
    if "price" in expected:
        assert page.price == Decimal(str(expected["price"]))
        found["price"] = expected["price"]
    assert found == expected


@pytest.mark.parametrize("kind", WITHOUT_PRODUCT)
def test_pages_without_one_product_are_refused(kind: str) -> None:
    with pytest.raises(KnownError) as refusal:
        read_page(WITHOUT_PRODUCT[kind].encode())
    assert refusal.value.kind is ErrorKind.PAGE_WITHOUT_PRODUCT


def test_what_only_the_shops_own_program_tells_is_a_suggestion() -> None:
    page = read_page(PAGES["next"][0].encode())
    assert {"name", "brand", "price", "sku", "gtin"} <= set(page.unsure)


def test_a_picture_inside_the_file_is_offered_though_markup_names_it_elsewhere() -> None:
    picture = base64.b64encode(bytes(range(256)) * 100).decode()
    html = PAGES["graph"][0].replace("<h1>", f'<img src="data:image/jpeg;base64,{picture}"><h1>')
    page = read_page(html.encode())
    assert [len(data) for data in page.embedded.values()] == [25_600]


def test_pictures_that_singlefile_shares_through_a_variable_are_found() -> None:
    picture = base64.b64encode(bytes(range(256)) * 100).decode()
    html = PAGES["graph"][0].replace(
        "<h1>",
        f'<style>:root{{--sf-img-1: url("data:image/png;base64,{picture}")}}</style>'
        '<img style="background-image:var(--sf-img-1)!important" src="data:,"><h1>',
    )
    assert len(read_page(html.encode()).embedded) == 1


_BUY = '<div class="price">€ 12,50</div><button>Add to cart</button>'


@pytest.mark.parametrize(
    ("page", "brand"),
    [
        # A line of its own above the name, which the title repeats before it.
        (
            "<title>Acme Fell Rain jacket - yellow | Shop</title><body><h3>Acme Fell</h3>"
            f"<h1>Rain jacket - yellow</h1>{_BUY}",
            "Acme Fell",
        ),
        # A link to the brand's own page, whatever its words and classes.
        (
            '<title>Rain jacket | Shop</title><body><h1>Rain jacket</h1><a href="/marken/acme">'
            f"Acme Fell</a>{_BUY}",
            "Acme Fell",
        ),
        # A logo without words.
        (
            '<title>Rain jacket | Shop</title><body><h1>Rain jacket</h1><div class="product-brand">'
            f'<img src="a.png" alt="Acme Fell"></div>{_BUY}',
            "Acme Fell",
        ),
        # What the rows say, on a market where people sell to people.
        (
            f"<title>Washing machine 6 kg | Market</title><body><h1>Washing machine 6 kg</h1>{_BUY}"
            "<p><span>condition: <b>good</b></span><br><span>make / manufacturer: <b>Whirr</b>"
            "</span></p>",
            "Whirr",
        ),
        # The name begins with what a list of properties gives.
        (
            f"<title>Hearth &amp; Co Throw</title><body><h1>Hearth &amp; Co Throw</h1>{_BUY}<dl>"
            "<dt>Sold under</dt><dd>Hearth &amp; Co</dd></dl>",
            "Hearth & Co",
        ),
        # A menu's entry is no label, however it is called.
        (
            f"<title>Lunch voucher | Shop</title><body><h1>Lunch voucher</h1>{_BUY}"
            "<div><a>Brand</a><a>Gifts</a></div>",
            "",
        ),
        # Who designed it didn't make it.
        (
            f"<title>Table | Shop</title><body><h1>Table</h1>{_BUY}"
            "<p>Designer: <b>Ann Oakley</b></p>",
            "",
        ),
        # Scripts of a list of brands say nothing of this product.
        (
            f"<title>Rain jacket | Shop</title><body><h1>Rain jacket</h1>{_BUY}<script>var l=[{{"
            '"brand":"Zork"}]</script>',
            "",
        ),
    ],
)
def test_a_brand_is_found_where_the_page_shows_it(page: str, brand: str) -> None:
    assert read_page(f'<html lang="en">{page}</body></html>'.encode()).brand == brand


@pytest.mark.parametrize(
    ("brand", "row", "expected"),
    [
        ('"Shoply"', "", ""),  # the shop's system fills in its own name
        ('"Shoply"', "<p>Brand: <b>Shoply</b></p>", "Shoply"),
        ('{"@type":"Brand","name":"Shoply"}', "", "Shoply"),
        ('"Acme"', "", "Acme"),
        ('"Rain jacket"', "", ""),  # the whole name isn't a brand
    ],
)
def test_a_shops_own_name_is_a_brand_where_it_is_told_as_one(
    brand: str, row: str, expected: str
) -> None:
    page = (
        '<html lang="en"><head><title>Rain jacket | Shoply</title>'
        '<meta property="og:site_name" content="Shoply"><script type="application/ld+json">'
        f'{{"@type":"Product","name":"Rain jacket","brand":{brand},'
        '"offers":{"price":"12.5","priceCurrency":"EUR"}}</script></head>'
        f"<body><h1>Rain jacket</h1>{row}</body></html>"
    )
    assert read_page(page.encode()).brand == expected


def test_a_path_of_the_market_is_not_what_is_sold() -> None:
    page = read_page(
        b'<html lang="en"><head><title>Whirr Washing Machine - appliances - by owner</title></head>'
        b'<body><h1 class="breadcrumbs">London &gt; appliances - by owner</h1><h2><span>Whirr '
        b"Washing Machine</span> - <span>\xc2\xa350</span></h2></body></html>"
    )
    assert (page.name, page.price) == ("Whirr Washing Machine", Decimal(50))
