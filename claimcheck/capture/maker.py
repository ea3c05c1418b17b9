"""Names of makers and sellers, out of how shops dress them; and who sells."""

from __future__ import annotations

import re

from claimcheck.capture import words
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.identifiers import Chosen
from claimcheck.capture.items import Item
from claimcheck.capture.labels import labelled
from claimcheck.capture.main_product import Head, shown
from claimcheck.capture.offers import offers_of
from claimcheck.capture.tree import Page

_NOBODY = re.compile(
    r"n/?a|none|null|undefined|true|false|unbranded|no brand|generic|does not apply|other|unknown"
    r"|brand|-+|various|markenlos|sans marque|\d{1,12}"
    # What shops pin to a product: badges and buttons.
    r"|new(?: in| arrival)?|sale|best ?sellers?|sold out|exclusive|limited|back|home|share|details"
    r"|nieuw|uitverkoop|uitverkocht|aanbieding|neu|angebot|ausverkauft|nouveau(?:té)?|promo(?:tion)?"
    r"|nuovo|novità|offerta|nuevo|oferta|novo|novidade|nowość|promocja|novinka|akce|újdonság|новинка",
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


def choose_seller(page: Page, product: Item | None, head: Head, deadline: Deadline) -> Chosen:
    """Who sells it: the offer's seller, a label such as "Sold by", else the shop's own name."""
    if product is not None:
        for offer in offers_of(product)[:5]:
            if seller := clean_maker(offer.text("seller", "offeredby")):
                return Chosen(seller, True)
    for row in labelled(page, words.SELLER_LABEL, deadline):
        if (seller := clean_maker(row.value)) and not page.elsewhere[row.index]:
            return Chosen(seller, False)
    shop = clean_maker(head.first("og:site_name", "application-name"))
    return Chosen(shop, False)


def clean_maker(text: str) -> str:
    """The bare name of a maker or a shop, "" when the text is none."""
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
