"""What scripts and attributes carry: state that a shop's own program reads (dataLayer, __STATE__).

Nothing is run or parsed as a program: names with plain values are looked up in the text.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.capture.deadline import Deadline
from claimcheck.capture.money import machine_amount
from claimcheck.capture.tree import Page

_MOST_TEXT = 6 << 20
_NAMES = (
    "sku", "skuid", "sku_id", "productsku", "product_sku", "productid", "product_id", "prodid",
    "ecomm_prodid", "itemid", "item_id", "itemnumber", "item_number", "articlenumber",
    "article_number", "articleid", "article_id", "productcode", "product_code", "productnumber",
    "partnumber", "part_number", "id_product", "product_reference", "reference", "asin", "pid",
    "content_ids", "mpn", "gtin", "gtin13", "gtin12", "gtin14", "ean", "ean13", "upc", "isbn",
    "barcode", "brand", "brandname", "brand_name", "productbrand", "product_brand", "manufacturer",
    "item_brand", "vendor", "pricecurrency", "currency", "currencycode", "currency_code", "dealid",
)  # fmt: skip
_PRICE_NAMES = (
    "price", "saleprice", "sale_price", "finalprice", "final_price", "currentprice",
    "current_price", "offerprice", "sellingprice", "specialprice", "special_price", "productprice",
    "product_price", "priceamount", "price_amount", "discountedprice", "data-price",
    "data-product-price", "data-price-amount", "input:price", "input:product_price",
)  # fmt: skip
_WANTED = frozenset((*_NAMES, *_PRICE_NAMES))
_NAME = re.compile(r"""(?<![\w-])([A-Za-z_]\w{2,20})\\?["']?\s{0,3}[:=]\s{0,3}""")
_VALUE = re.compile(
    r"""(?:\[\s{0,3})?(?:\\?["']([^"'\\<>{}\[\]]{1,80})\\?["']|(\d{1,20}(?:\.\d{1,4})?)(?![\w.]))"""
)
_DATA_NAMES = {
    "data-sku", "data-product-sku", "data-product-id", "data-productid", "data-item-id",
    "data-product-code", "data-article", "data-article-number", "data-pid", "data-itemid",
    "data-asin", "data-product_id", "data-product_sku", "data-id-product",
    "data-price", "data-product-price", "data-price-amount", "data-brand", "data-product-brand",
    "data-vendor", "data-manufacturer",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """Values by name (lower case): each with how often it occurs, the most frequent first."""

    values: dict[str, dict[str, int]]

    def of(self, *names: str) -> dict[str, int]:
        """Counts of the values under any of ``names``."""
        counts: dict[str, int] = defaultdict(int)
        for name in names:
            for value, count in self.values.get(name, {}).items():
                counts[value] += count
        return dict(sorted(counts.items(), key=lambda pair: -pair[1]))

    def amounts(self) -> dict[Decimal, int]:
        """How often each amount stands under a name for a price."""
        counts: dict[Decimal, int] = defaultdict(int)
        for text, count in self.of(*_PRICE_NAMES).items():
            if (amount := machine_amount(text)) is not None:
                counts[amount] += count
        return dict(counts)


def read_scripts(page: Page, deadline: Deadline) -> Carried:
    """Look up the usual names in scripts, hidden inputs and data attributes."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    left = _MOST_TEXT
    for script in page.root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").startswith("application/ld+json") or left <= 0:
            continue
        for pair in deadline.within(_NAME.finditer(text[:left])):
            if (key := pair[1].lower()) in _WANTED and (found := _VALUE.match(text, pair.end())):
                counts[key][html.unescape((found[1] or found[2]).strip())] += 1
        left -= len(text)
    for element in deadline.within(page.elements):
        if element.tag == "input":
            name = (element.get("name") or element.get("id") or "").lower().replace("-", "_")
            value = (element.get("value") or "").strip()
            if value and len(value) <= 80:
                counts["input:" + name][value] += 1
        for name, value in element.attrib.items():
            if name in _DATA_NAMES and 0 < len(value) <= 60:
                counts[name][value.strip()] += 1
    return Carried({name: dict(values) for name, values in counts.items()})
