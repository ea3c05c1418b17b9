"""The product in the data that a shop's own program draws the page from (Next, Nuxt and others).

Only asked where the page's markup names no product. Such data follows no vocabulary, so it gives
suggestions: an object counts when it is called what the page's title says.
"""

from __future__ import annotations

import re
from typing import Any

from claimcheck.capture.deadline import Deadline
from claimcheck.capture.items import Item
from claimcheck.capture.loose_json import json_values
from claimcheck.capture.main_product import Head, likeness
from claimcheck.capture.tree import Page

_MOST_OBJECTS = 50_000
_LONGEST_SCRIPT = 4 << 20
_ASSIGNED = re.compile(r"^\s*(?:window|self|globalThis)?\.?[\w.\[\]\"']{1,60}\s*=\s*(?=[{\[])")
_NAMES = ("name", "title", "productname", "displayname", "producttitle")
_PRICES = (
    "saleprice", "discountedprice", "specialprice", "offerprice", "currentprice", "finalprice",
    "sellingprice", "price", "prices", "pricing", "value", "amount", "current", "sale",
    "discounted", "selling", "final", "gross",
)  # fmt: skip
_CURRENCIES = ("currency", "currencycode", "pricecurrency", "currencyiso")
_CODES = {
    "sku": ("sku", "skucode", "articlenumber", "productcode", "itemnumber", "code"),
    "gtin": ("gtin", "gtin13", "ean", "ean13", "upc", "barcode"),
    "brand": ("brand", "brandname", "vendor", "manufacturer"),
    "description": ("description", "longdescription", "descriptionhtml", "shortdescription"),
}
_IMAGES = ("images", "image", "media", "gallery", "pictures")
_ADDRESSES = ("url", "src", "href", "originalsrc")
_MINOR = {"centamount", "fractiondigits", "minorunits"}
"""Keys that tell of amounts in cents; so do a shop's variants under a ``vendor`` (Shopify)."""


def product_of_state(page: Page, head: Head, deadline: Deadline) -> Item | None:
    """The object that best fits the page's title, as an item; None when none does."""
    best: tuple[float, Item] | None = None
    for script in deadline.within(page.root.iter("script")):
        for value in _data_of(script.text or "", script.get("type") or ""):
            for entry in deadline.within(_objects(value)):
                score = _fit(entry, head)
                if score > 0 and (best is None or score > best[0]):
                    best = (score, _as_item(entry, page.number.get(script, 0)))
    return best[1] if best else None


def _data_of(text: str, kind: str) -> list[Any]:
    if len(text) > _LONGEST_SCRIPT or "ld+json" in kind:
        return []
    if kind.endswith("json"):
        return json_values(text)
    if found := _ASSIGNED.match(text):
        return json_values(text[found.end() :])[:1]
    return []


def _objects(value: Any) -> list[dict[str, Any]]:
    """All objects inside, keys in lower case; without recursion, for data nests as it likes."""
    found: list[dict[str, Any]] = []
    waiting = [value]
    while waiting and len(found) < _MOST_OBJECTS:
        entry = waiting.pop()
        if isinstance(entry, dict):
            found.append({_plain(key): inner for key, inner in entry.items()})
            waiting.extend(entry.values())
        elif isinstance(entry, list):
            waiting.extend(entry)
    return found


def _plain(key: str) -> str:
    return re.sub(r"[_-]", "", key).lower()


def _fit(entry: dict[str, Any], head: Head) -> float:
    name = _text(entry, _NAMES)
    titles = [title for title in (head.heading, head.og_title, head.title) if title]
    alike = max((likeness(name, title) for title in titles), default=0.0) if name else 0.0
    if alike < 0.8:
        return 0.0
    told = sum(bool(_text(entry, names)) for names in _CODES.values())
    has_price = bool(_price(entry, 0)[0])
    if not has_price and told < 2:
        return 0.0
    return alike + 0.5 * told + 1.0 * has_price + min(len(name), 100) / 200


def _as_item(entry: dict[str, Any], order: int) -> Item:
    texts = {"name": _text(entry, _NAMES)}
    texts |= {name: _text(entry, names) for name, names in _CODES.items()}
    item = Item(("product",), {name: [text] for name, text in texts.items() if text}, order)
    item.props["image"] = [address for address in _addresses(entry) if address]
    amount, currency = _price(entry, 0)
    if amount:
        props: dict[str, list[str | Item]] = {"price": [amount], "pricecurrency": [currency]}
        item.props["offers"] = [Item(("offer",), props, order, False, item, "offers")]
    return item


def _text(entry: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first text under any of ``names``; of an object its own name."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, dict):
            value = next((value[key] for key in ("name", "title", "label") if key in value), "")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _price(entry: dict[str, Any], depth: int) -> tuple[str, str]:
    """Amount and currency; nothing where the amount may be in cents."""
    if _MINOR & entry.keys() or ("vendor" in entry and "variants" in entry):
        return "", ""
    currency = next((code for name in _CURRENCIES if (code := _text(entry, (name,)))), "")
    for name in _PRICES:
        value = entry.get(name)
        if isinstance(value, str) and re.search(r"\d", value):
            return value, currency
        if isinstance(value, dict) and depth < 3:
            amount, inner = _price({_plain(key): part for key, part in value.items()}, depth + 1)
            if amount:
                return amount, inner or currency
    return "", ""


def _addresses(entry: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name in _IMAGES:
        value = entry.get(name)
        for part in value[:20] if isinstance(value, list) else [value]:
            address = part
            if isinstance(part, dict):
                address = _text({_plain(key): inner for key, inner in part.items()}, _ADDRESSES)
            if isinstance(address, str) and re.match(r"(?:https?:)?/", address):
                found.append(address)
    return found
