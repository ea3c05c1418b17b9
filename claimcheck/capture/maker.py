"""Brand and seller."""

from __future__ import annotations

import re

from claimcheck.capture import words
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.identifiers import Chosen
from claimcheck.capture.items import Item
from claimcheck.capture.labels import labelled
from claimcheck.capture.main_product import Head, likeness, shown
from claimcheck.capture.offers import offers_of
from claimcheck.capture.scripts import Carried
from claimcheck.capture.tree import Page

_NOBODY = re.compile(
    r"n/?a|none|null|undefined|true|false|unbranded|no brand|generic|does not apply|other|unknown"
    r"|brand|-+|various|markenlos|sans marque|\d{1,12}",
    re.I,
)
# "Visit the Acme Store", "Brand: Acme", "by Acme", as shops and marketplaces dress a maker's name.
_DRESSED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:visit the|shop the|shop all|more from|see all|view all|discover)\s+(.{1,60}?)"
        r"(?:\s+store| shop)?",
        r"(?:besuche den|besuchen sie den)\s+(.{1,60}?)[- ]store",
        r"(?:visiter la boutique|visita lo store di|visita la tienda de|bezoek de|visite a loja)\s+"
        r"(.{1,60}?)(?:-winkel)?",
        r"(?:by|von|par|di|de|door|von der marke|brand|marke|marque|marca|merk)\s*:\s*(.{1,60})",
        r"(?:by|von|door)\s+(.{1,60})",
    )
)
_PLACE = re.compile(
    r"(?<![a-z])(?:product[-_]?)?"
    r"(?:brand|manufacturer|byline|bylineinfo|designer|marke|marque|marca|merk|maker|vendor)"
    r"(?:[-_]?(?:name|link|title|logo|label|text))?(?![a-z])"
)
_CARRIED = (
    "brand", "brandname", "brand_name", "productbrand", "product_brand",
    "manufacturer", "item_brand", "data-brand", "data-product-brand", "data-vendor",
    "data-manufacturer",
)  # fmt: skip


def choose_brand(
    page: Page, product: Item | None, carried: Carried, head: Head, deadline: Deadline
) -> Chosen:
    """The brand that markup tells, else a label, a link beside the heading, or scripts."""
    told = product.texts("brand") + product.texts("manufacturer") if product else []
    told += [head.first(name) for name in ("product:brand", "og:brand", "product:manufacturer")]
    if brand := next(filter(None, map(_clean, told)), ""):
        return Chosen(brand, True)
    scores: dict[str, float] = {}
    for row in labelled(page, words.BRAND_LABEL, deadline):
        if (brand := _clean(row.value)) and not page.elsewhere[row.index]:
            scores[brand] = max(scores.get(brand, 0), 3.0)
    _beside_heading(page, head, scores)
    counts = carried.of(*_CARRIED)
    total = sum(counts.values())
    for text, count in list(counts.items())[:20]:
        if brand := _clean(text):
            scores[brand] = scores.get(brand, 0) + 1.6 * count / total
    for brand in scores:
        if likeness(brand, head.first("og:site_name") or head.title.rpartition(" ")[2]) == 1.0:
            scores[brand] -= 3.0  # a shop's logo or its own name, unless the title has it too
        if likeness(brand, head.heading or head.og_title) == 1.0:
            scores[brand] += 1.0
    best = max(scores, key=lambda brand: scores[brand], default="")
    return Chosen(best, scores[best] >= 3.0) if best and scores[best] >= 1.5 else Chosen()


def _beside_heading(page: Page, head: Head, scores: dict[str, float]) -> None:
    for index, names in enumerate(page.names):
        if not _PLACE.search(names) or page.unseen[index] == 1 or page.elsewhere[index]:
            continue
        text = page.text(index)
        if not text:
            images = page.elements[index].xpath("self::img/@alt|.//img/@alt")
            text = str(images[0]) if images else ""
        brand = _clean(text)
        if not brand or head.heading_at < 0:
            continue
        distance = abs(page.at[index] - page.at[head.heading_at])
        if distance < 1500:
            scores[brand] = max(scores.get(brand, 0), 3.2 - distance / 1000)


def choose_seller(page: Page, product: Item | None, head: Head, deadline: Deadline) -> Chosen:
    """Who sells it: the offer's seller, a label such as "Sold by", else the shop's own name."""
    if product is not None:
        for offer in offers_of(product)[:5]:
            if seller := _clean(offer.text("seller", "offeredby")):
                return Chosen(seller, True)
    for row in labelled(page, words.SELLER_LABEL, deadline):
        if (seller := _clean(row.value)) and not page.elsewhere[row.index]:
            return Chosen(seller, False)
    shop = _clean(head.first("og:site_name", "application-name"))
    return Chosen(shop, False)


def _clean(text: str) -> str:
    text = shown(text).strip(" :|-–,\u200e\u200f")
    for pattern in _DRESSED:
        if found := pattern.fullmatch(text):
            text = found[1].strip(" :")
            break
    if ":" in text and words.BRAND_LABEL.search(text.rpartition(":")[0][-20:] + ":"):
        text = text.rpartition(":")[2].strip()  # "See more of the brand: Acme"
    text = re.split(r"\s+[|｜]\s+", text)[0]
    if (
        not text
        or len(text) > 60
        or text[0] in "$#{"
        or _NOBODY.fullmatch(text)
        or "://" in text
        or "{" in text
    ):
        return ""
    return text
