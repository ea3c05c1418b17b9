"""What the page tells machines about the price: offers of the main item, meta elements."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.capture.items import Item
from claimcheck.capture.main_product import Head, same_page
from claimcheck.capture.money import machine_amount

_META_PRICE = (
    "product:sale_price:amount", "product:price:amount", "og:price:amount", "og:price",
    "twitter:data1",
)  # fmt: skip
_META_OLD = ("product:original_price:amount", "og:price:standard_amount")  # Facebook's, Pinterest's
_META_CURRENCY = ("product:price:currency", "og:price:currency", "product:sale_price:currency")


@dataclass(frozen=True, slots=True)
class ToldPrice:
    """An amount from markup, with how much to trust it."""

    amount: Decimal
    currency: str
    score: float


def told_prices(product: Item | None, items: list[Item], head: Head) -> list[ToldPrice]:
    """Amounts of the main item's offers and of the meta elements, the likeliest first."""
    found: list[ToldPrice] = []
    if product is not None:
        found += _of_offers(product, head)
    for rank, name in enumerate(_META_PRICE):
        text = head.first(name)
        amount = (
            machine_amount(text)
            if text and (name != "twitter:data1" or re.search(r"\d", text))
            else None
        )
        if amount is not None and (name != "twitter:data1" or re.search(r"[^\d\s.,]", text)):
            currency = next((head.first(meta) for meta in _META_CURRENCY if head.first(meta)), "")
            found.append(ToldPrice(amount, currency, 3.4 - 0.2 * rank))
    found = _without_old(found, {machine_amount(head.first(name)) for name in _META_OLD})
    if not found:
        lone = [item for item in items if item.is_a("offer") and item.above is None]
        if len(lone) == 1:  # an offer whose product isn't marked up
            found += _of_offer(lone[0], 2.5)
    return sorted(found, key=lambda price: -price.score)


def _without_old(found: list[ToldPrice], old: Collection[Decimal | None]) -> list[ToldPrice]:
    """Without what is the price before a sale, unless no other is told."""
    return [price for price in found if price.amount not in old] or found


def in_whole_units(told: list[ToldPrice], seen: Collection[Decimal]) -> list[ToldPrice]:
    """Without cents that a program counts in: 1950, where what the page shows is 19.50."""
    return [
        replace(price, amount=price.amount / 100)
        if price.amount not in seen and price.amount / 100 in seen
        else price
        for price in told
    ]


def offers_of(product: Item) -> list[Item]:
    """The offers of a product, and of its variants where it has none itself."""
    offers = product.items("offers", "offer")
    inner = [deeper for offer in offers for deeper in offer.items("offers")]
    if not offers:
        inner = [
            offer for variant in product.items("hasvariant") for offer in variant.items("offers")
        ]
    return offers + inner


def _of_offers(product: Item, head: Head) -> list[ToldPrice]:
    offers = offers_of(product)
    found: list[ToldPrice] = []
    for count, offer in enumerate(offers[:200]):
        fits = any(same_page(url, head.url) for url in offer.texts("url")) and len(offers) > 1
        sku = offer.text("sku")
        fits_sku = len(offers) > 1 and bool(sku) and (sku in head.url or sku == product.text("sku"))
        found += _of_offer(offer, 4.0 + 0.3 * fits + 0.5 * fits_sku - 0.02 * min(count, 20))
    if not found:  # written on the product itself, against the vocabulary but often
        found += _of_offer(product, 3.0)
    return found


def _of_offer(offer: Item, score: float) -> list[ToldPrice]:
    currency = offer.text("pricecurrency", "currency")
    found: list[ToldPrice] = []
    for rank, name in enumerate(("price", "lowprice", "highprice")):
        # Microdata may carry the price twice: for machines, and the text that people see.
        for text in offer.texts(name)[:3]:
            amount = machine_amount(text)
            if amount is not None:
                found.append(ToldPrice(amount, currency, score - 0.4 * rank))
                break
    for rule in offer.items("pricespecification"):
        kind = f"{rule.text('pricetype')} {rule.text('name')}".lower()
        if (amount := machine_amount(rule.text("price", "minprice"))) is not None:
            old = any(word in kind for word in ("list", "strike", "srp", "msrp", "regular"))
            found.append(
                ToldPrice(amount, rule.text("pricecurrency") or currency, score - 0.2 - 2.0 * old)
            )
    return found
