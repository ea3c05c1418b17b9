"""SKU and GTIN: what the shop itself, and the trade, call the product."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from claimcheck.capture import words
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.gtin import valid_gtin
from claimcheck.capture.items import Item
from claimcheck.capture.labels import labelled
from claimcheck.capture.main_product import Head
from claimcheck.capture.offers import offers_of
from claimcheck.capture.scripts import Carried
from claimcheck.capture.tree import Page

_GTIN_NAMES = (
    "gtin13", "gtin", "gtin12", "gtin14", "gtin8", "ean", "isbn",
    "upc", "barcode", "ean13",
)  # fmt: skip
# What an element is called that shows nothing but the number.
_CODE_PLACE = re.compile(
    r"(?<![a-z])(?:product|item|article|artikel|style)?[-_]?"
    r"(?:sku[-_]?ref(?:erence)?|sku|reference|ref|code|number)"
    r"(?:[-_](?:value|number|text|code|no))?(?![a-z])"
    r"|(?:product|item)(?:code|number|sku|ref)(?![a-z])"
    r"|(?:produ[ck]t|item|article|artikel|bestell?|order)[-_]?(?:nr|nummer)(?![a-z])"
)
_OTHER_CODE = re.compile(
    r"manufacturer|part[-_]?n|mpn|(?<![a-z])(?:ean|gtin|upc)|barcode|promo|coupon|discount|zip|postal"
    r"|phone|country"
)
_LABEL_BEFORE = re.compile(r"[^\W\d_][^:：#]{0,24}[:：#]\s*")
_ROW = re.compile(r"\d{1,5}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHONE = re.compile(r"(?:\+|0|1-)\d{1,4}(?:[ -]\d{2,4}){2,4}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/#+-]{1,38}")
_PLAIN_LETTERS = re.compile(r"[A-Z]{5,14}")
_CODE_OF_LETTERS = re.compile(r"[A-Z]{1,12}(?:[-_./][A-Z]{1,12}){1,4}")
_NAMED_GTIN = re.compile(r"(?:gtin|ean|upc|isbn)-?\d{0,2}:", re.I)
_NO_CODE = re.compile(r"N[/.]A")
_SPACED_CODE = re.compile(r"[A-Za-z0-9._/-]{1,20}(?: [A-Za-z0-9._/-]{1,12}){0,3}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value, and whether it is more than a suggestion."""

    value: str = ""
    is_sure: bool = False


def choose_gtin(
    page: Page, product: Item | None, carried: Carried, head: Head, deadline: Deadline
) -> Chosen:
    """The GTIN that markup, the page or its scripts give; scripts speak of other products too."""
    if product is not None and (told := _told_gtin(product)).value:
        return told
    for name in ("product:ean", "product:isbn", "product:upc", "og:ean", "og:upc", "og:isbn"):
        if digits := valid_gtin(head.first(name)):
            return Chosen(digits, True)
    for row in labelled(page, words.GTIN_LABEL, deadline):
        if (digits := valid_gtin(row.value)) and not page.elsewhere[row.index]:
            return Chosen(digits, True)
    counts = carried.of(*_GTIN_NAMES)
    valid = {digits: count for text, count in counts.items() if (digits := valid_gtin(text))}
    if len(valid) == 1:
        return Chosen(next(iter(valid)), False)
    return Chosen()


def _told_gtin(product: Item) -> Chosen:
    for holder in (product, *offers_of(product)[:3]):
        for name in _GTIN_NAMES:
            for text in holder.texts(name):
                if digits := valid_gtin(text):
                    return Chosen(digits, True)
        for name in ("productid", "sku"):  # schema.org: productID may be "isbn:…", "ean:…"
            for text in holder.texts(name):
                is_named = _NAMED_GTIN.match(text) is not None
                if (digits := valid_gtin(text)) and (is_named or len(digits) == 13):
                    return Chosen(digits, is_named)
    return Chosen()


@dataclass
class _Codes:
    """Codes with a score; each kind of source counts once, and agreement counts for something."""

    address: str
    best: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, source: str, text: str, score: float) -> None:
        if code := self.code_of(text, source == "markup"):
            known = self.best[code]
            known[source] = max(known.get(source, 0.0), score)

    def code_of(self, text: str, is_named_so: bool = False) -> str:
        """The text when it can be an identifier; letters alone are one that the address has too."""
        text = text.strip()
        if _PLAIN_LETTERS.fullmatch(text) and re.search(rf"[/-]{text}(?![\w-])", self.address):
            return text
        return _code(text, is_named_so)

    def scores(self) -> dict[str, float]:
        return {
            code: max(known.values()) + 0.4 * min(len(known.keys() - {"mpn"}) - 1, 2)
            for code, known in self.best.items()
        }


def choose_sku(
    page: Page,
    product: Item | None,
    items: list[Item],
    carried: Carried,
    head: Head,
    deadline: Deadline,
) -> Chosen:
    """The likeliest of the identifiers that markup, page, scripts and address give."""
    codes = _Codes(head.url)
    if product is not None:
        _from_item(product, items, codes)
    for name in ("product:retailer_item_id", "og:sku", "product:sku", "product:retailer_part_no"):
        codes.add("meta", head.first(name), 3.0)
    _from_page(page, codes, deadline)
    _from_shops_own(page, head, codes, deadline)
    _from_carried(carried, codes)
    for code in _of_address(head.url):
        codes.add("address", code, 1.6)
    scores = _weighed(codes, head, product)
    best = max(scores, key=lambda code: scores[code], default="")
    return Chosen(best, scores[best] >= 4.0) if best and scores[best] >= 1.5 else Chosen()


def _weighed(codes: _Codes, head: Head, product: Item | None) -> dict[str, float]:
    address = unquote(head.url)
    names = f"{head.heading} {head.og_title} {product.text('name') if product else ''}".lower()
    scores = codes.scores()
    for code, known in codes.best.items():
        whole = rf"(?<![A-Za-z0-9]){re.escape(code)}(?![A-Za-z0-9])"
        if len(code) >= 4 and re.search(whole, address, re.I):
            scores[code] += 1.5
        if len(code) < 3:
            scores[code] -= 1.0
        if _ROW.fullmatch(code) and known.keys() <= {"script", "input"}:
            scores[code] -= 1.0  # in the shop's tables, and shown nowhere
        if re.search(whole, names, re.I) and not known.keys() & {"markup", "label"}:
            scores[code] -= 1.0  # a model number of the maker, not the shop's own
        if re.search(r"[^\W\d_]{3,}.* ", code):
            scores[code] -= 1.5  # words: a name rather than a code
    return scores


def _from_page(page: Page, codes: _Codes, deadline: Deadline) -> None:
    rows = [row for row in labelled(page, words.SKU_LABEL, deadline) if codes.code_of(row.value)]
    several = len({codes.code_of(row.value) for row in rows if not page.elsewhere[row.index]}) > 1
    for rank, row in enumerate(rows[:200]):
        away = 2.5 * page.elsewhere[row.index] + 0.5 * page.unseen[row.index]
        # Several different ones are those of a set's parts, or of variants.
        firm = 1.4 * (bool(words.FIRM_SKU_LABEL.match(row.label)) and not several)
        codes.add("label", row.value, 3.6 + firm - 0.2 * min(rank, 5) - away)
    shown: dict[str, int] = {}
    for index, names in deadline.within(enumerate(page.names)):
        if not _CODE_PLACE.search(names) or _OTHER_CODE.search(names):
            continue
        if page.unseen[index] or page.elsewhere[index]:
            continue
        text = page.text(index)
        label = words.SKU_LABEL.match(text) or _LABEL_BEFORE.match(text)
        rest = text[label.end() :] if label else ""
        is_apart = label is not None and (rest[:1] == " " or label[0][-1:] in " :：#")
        if code := (_code(rest) if is_apart else "") or _code(text):
            shown.setdefault(code, index)
    if len(shown) == 1:  # several are a list of variants or of products
        codes.add("place", next(iter(shown)), 4.6)


def _from_shops_own(page: Page, head: Head, codes: _Codes, deadline: Deadline) -> None:
    """A number that is labelled with the shop's name, not one that its maker gave."""
    host = (urlsplit(head.url).hostname or "") if "://" in head.url else ""
    shop = re.sub(r"[\W_]", "", f"{host} {head.first('og:site_name')}".lower())
    for row in labelled(page, words.SHOPS_OWN_LABEL, deadline):
        found = words.SHOPS_OWN_LABEL.match(row.label)
        name = re.sub(r"[\W_]", "", found[1].lower()) if found else ""
        if len(name) > 1 and name in shop and not page.elsewhere[row.index]:
            codes.add("label", row.value, 5.0)


def _from_item(product: Item, items: list[Item], codes: _Codes) -> None:
    name = product.text("name")
    variants = {item.text("sku") for item in items if name and item.text("name") == name}
    variants.discard("")
    for text in product.texts("sku"):
        codes.add("markup", text, 4.0 if len(variants) < 2 else 3.2)
    for text in filter(lambda text: not _NAMED_GTIN.match(text), product.texts("productid")):
        codes.add("markup", re.sub(r"^[a-z]+:", "", text), 3.4)
    offers = offers_of(product)
    for offer in offers[:50]:
        for text in offer.texts("sku"):
            codes.add("offer", text, 3.5 if len(offers) == 1 else 2.6)
    for text in product.texts("mpn"):
        codes.add("mpn", text, 1.5)


# By how surely a name means the shop's own number of the page's product.
_CARRIED = (
    (
        "sku input:sku input:asin data-asin input:product_sku data-sku data-product-sku"
        " input:item_number productsku product_sku",
        2.3,
    ),
    (
        "input:product_id input:productid input:product input:id_product input:products_id"
        " input:add_to_cart input:pid input:item_id input:itemid data-product-id data-productid"
        " data-pid data-item-id data-product_id data-id-product data-itemid data-product-code",
        1.8,
    ),
    (
        "productid product_id ecomm_prodid prodid itemid item_id itemnumber item_number"
        " articlenumber article_number productcode product_code productnumber content_ids asin"
        " skuid sku_id id_product product_reference dealid pid articleid article_id",
        1.6,
    ),
)


def _from_carried(carried: Carried, codes: _Codes) -> None:
    for names, score in _CARRIED:
        for name in names.split():
            counts = carried.of(name)
            most = max(counts.values(), default=1)
            for value, count in list(counts.items())[:30]:
                alone = sum(1 for other in counts.values() if other == count)
                codes.add(
                    name.partition(":")[0] if "input" in name else "script",
                    value,
                    score * (0.4 + 0.6 * count / most) / (1 + 0.1 * (alone - 1)),
                )


def _of_address(url: str) -> list[str]:
    """Numbers and codes at the end of an address, where shops put the product's own."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return []
    path = unquote(parts.path)
    found = [
        segment
        for segment in path.split("/")
        if re.fullmatch(
            r"(?=.*\d)(?:[A-Za-z0-9]{4,24}|[A-Z0-9]{2,12}(?:-[A-Z0-9]{2,12}){1,3})", segment
        )
    ]
    last = path.rstrip("/").rsplit("/", 1)[-1]
    stem = re.sub(r"\.[a-z]{2,5}$", "", last)
    found += re.findall(r"(?:^|[-_.,])([A-Za-z]{0,3}\d{4,20})$", stem)
    found += re.findall(r"^(\d{5,20})-\D", stem)
    found += re.findall(
        r"[?&](?:id|pid|sku|product_?id|item|itemid|article)=([A-Za-z0-9_-]{2,30})",
        "?" + parts.query,
    )
    found += re.findall(
        r"[?&](?!cat|utm)\w{1,12}(?:id|code|kode|nr|no)=(\d{5,20})", "?" + parts.query
    )
    return [code for code in found if not _YEAR.fullmatch(code)]


def _code(text: str, is_named_so: bool = False) -> str:
    """The text when it can be an identifier: no sentence, no price, no address.

    Only what markup names so may do without a digit: MUG-RED.
    """
    text = text.strip().strip("()[]\"'\u200e\u200f").lstrip(": ")
    if is_named_so and _CODE_OF_LETTERS.fullmatch(text):
        return "" if _NO_CODE.fullmatch(text) else text
    if not re.search(r"\d", text) or re.search(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4}$", text):
        return ""
    if _PHONE.fullmatch(text):
        return ""
    if _CODE.fullmatch(text):
        return text
    if _SPACED_CODE.fullmatch(text) and sum(character.isdigit() for character in text) >= 3:
        return text
    return ""
