"""Which maker's name a page gives: told in markup, or shown in several places that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from claimcheck.capture import words
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.identifiers import Chosen
from claimcheck.capture.items import Item
from claimcheck.capture.labels import LabelValue, labelled
from claimcheck.capture.main_product import Head, likeness, words_of
from claimcheck.capture.maker import clean_maker
from claimcheck.capture.scripts import Carried
from claimcheck.capture.tree import EDGE, Page

_PLACE = re.compile(
    r"(?<![a-z])(?:product[-_]{0,2})?"
    r"(?:brand|manufacturer|byline|bylineinfo|designer|marke|marque|marca|merk|maker|vendor|supplier)"
    r"(?:[-_]?(?:name|link|title|logo|label|text))?(?![a-z]|[-_](?:part|item|code|number|no|model))"
)
_BRAND_PATH = re.compile(
    r"/(?:brands?|manufacturers?|makers?|designers?|mark(?:en?|i)|hersteller|marques?|marcas?|marchi[oe]?"
    r"|merk(?:en)?|fabricantes?|producent|producator|znacka|brend|vyrobce)(?:[/_-]|$)",
    re.I,
)
_OF_LOGO = re.compile(r"^(?:brand|marke|merk|marque|marca|logo)\s+|\s+logo$", re.I)
_NUMBERED = re.compile(r":.*\d")
_BRAND_QUERY = re.compile(r"[?&=](?:brands?|manufacturer|marke|marca|merk)[=:]", re.I)
_CARRIED = (
    "brand", "brandname", "brand_name", "productbrand", "product_brand",
    "manufacturer", "item_brand", "vendor",
)  # fmt: skip
_ATTRIBUTES = ("data-brand", "data-product-brand", "data-vendor", "data-manufacturer")
_META = ("product:brand", "og:brand", "product:manufacturer")
_LONGEST = 40
_CONTROLS = {"label", "button", "option", "select", "input", "th", "dt"}
_ENOUGH, _SURE = 1.5, 3.0

Scores = dict[str, float]


def choose_brand(
    page: Page,
    product: Item | None,
    items: list[Item],
    carried: Carried,
    head: Head,
    deadline: Deadline,
) -> Chosen:
    """The brand that markup tells, else the one that the most places on the page agree on.

    Not a brand: what the whole heading says; and a shop's own name that its system fills in as
    bare text without showing it, since that is who sells it.
    """
    shop = _shop_names(page, head)
    for brand, is_entity in _told(product, head):
        if _same(brand, head.heading):
            continue
        if is_entity or not _is_shop(brand, shop) or likeness(brand, head.heading) == 1.0:
            return Chosen(brand, True)
    scores: Scores = {}
    _from_rows(page, head, deadline, scores)
    _beside_heading(page, head, shop, scores)
    _before_name(page, head, scores)
    _from_others(items, head, scores)
    _from_scripts(carried, head, shop, scores)
    best = max(scores, key=lambda brand: scores[brand], default="")
    if not best or scores[best] < _ENOUGH:
        return Chosen()
    return Chosen(best, scores[best] >= _SURE)


def _told(product: Item | None, head: Head) -> Iterator[tuple[str, bool]]:
    """What markup says, and whether as a thing with a name (``Brand``) or as a bare text."""
    values = (
        [*product.props.get("brand", ()), *product.props.get("manufacturer", ())]
        if product is not None
        else []
    )
    for value in values:
        is_entity = isinstance(value, Item)
        text = value.text("name", "@value", "@id") if isinstance(value, Item) else value
        if brand := clean_maker(text):
            yield brand, is_entity
    for name in _META:
        if brand := clean_maker(head.first(name)):
            yield brand, True


def _from_rows(page: Page, head: Head, deadline: Deadline, scores: Scores) -> None:
    for row in labelled(page, words.BRAND_LABEL, deadline):
        if page.elsewhere[row.index] or not (brand := clean_maker(row.value)):
            continue
        if _same(brand, head.heading) or _is_linked(page, row):
            continue  # "Brands" in a menu, with the next entry beside it
        is_person = row.label.lower().startswith("designer")
        scores[brand] = max(scores.get(brand, 0), 1.0 if is_person else 3.0)


def _is_linked(page: Page, row: LabelValue) -> bool:
    """Whether the label is a link: then it is a menu's entry, and what follows is another."""
    above = page.parent[row.index]
    if page.elements[row.index].tag == "a" or (above >= 0 and page.elements[above].tag == "a"):
        return True
    label = _letters(row.label)
    return any(
        page.elements[number].tag == "a" and _letters(page.text(number)) == label
        for number in range(row.index + 1, page.last[row.index] + 1)
    )


def _beside_heading(page: Page, head: Head, shop: set[str], scores: Scores) -> None:
    """Places near the heading that are named after a brand, or link to the brand's own page."""
    if head.heading_at < 0:
        return
    for index, names in enumerate(page.names):
        if page.unseen[index] == 1 or page.elsewhere[index]:
            continue
        element = page.elements[index]
        text = page.text(index)
        is_link = element.tag == "a" and (
            _leads_to_brand(element.get("href"), text, head) or _begins_heading(page, head, index)
        )
        if not is_link and not (names and _PLACE.search(names)):
            continue
        if not text:
            images = element.xpath("self::img/@alt|.//img/@alt")
            text = _OF_LOGO.sub("", str(images[0])) if images else ""
        brand = clean_maker(text)
        distance = abs(page.at[index] - page.at[head.heading_at])
        if not brand or distance >= 1500 or _same(brand, head.heading) or _NUMBERED.search(brand):
            continue
        is_own = _is_shop(brand, shop) and likeness(brand, head.heading) < 1.0
        score = 3.2 - distance / 1000 - 3.0 * is_own
        scores[brand] = max(scores.get(brand, 0), score + likeness(brand, head.heading))


def _begins_heading(page: Page, head: Head, index: int) -> bool:
    """Whether it is a link in the heading with which that begins: ``<h1><a>Acme</a> Pan``."""
    text = _plain(page.text(index))
    is_inside = head.heading_at < index <= page.last[head.heading_at]
    return is_inside and bool(text) and _plain(head.heading).startswith(f"{text} ")


def _leads_to_brand(address: str | None, text: str, head: Head) -> bool:
    """Whether a link's address says so, or its words do ("Shop all Acme") with a name's part."""
    if _BRAND_PATH.search(_path(address)) or _BRAND_QUERY.search(unquote(address or "")):
        return True
    brand = clean_maker(text) if len(text) <= 2 * _LONGEST else ""
    return bool(brand) and brand != text and likeness(brand, head.heading) == 1.0


def _before_name(page: Page, head: Head, scores: Scores) -> None:
    """A line of its own with which the name begins, in the title or the heading, or stands above.

    Shops of many brands write "Acme" over "Rain jacket" and call the page "Acme Rain jacket".
    """
    if head.heading_at < 0 or not head.heading:
        return
    heading, titles = _plain(head.heading), [_plain(head.title), _plain(head.og_title)]
    lines: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(page.short):
        if (
            text
            and len(text) <= _LONGEST
            and EDGE not in text
            and page.unseen[index] != 1
            and not page.elsewhere[index]
            and page.elements[index].tag not in _CONTROLS
            and not words.SECTION.fullmatch(text)
        ):
            lines[text].append(index)
    for text, places in lines.items():
        line, score = text.casefold(), 0.0
        if any(title.startswith(f"{line} {heading}") for title in titles):
            score = 3.0
        elif heading.startswith(f"{line} ") and any(_is_value(page, place) for place in places):
            score = 1.6
        elif any(_leads_to(page, place, head.heading_at) for place in places):
            score = 1.0 + 0.6 * (_times_shown(page, places) > 1)
        if score and line != heading and (brand := clean_maker(text)) and words_of(brand):
            scores[brand] = max(scores.get(brand, 0), score)


def _is_value(page: Page, index: int) -> bool:
    """Whether it is what a row of a table or a list of properties says."""
    for _ in range(3):
        if index < 0:
            return False
        if page.elements[index].tag in {"dd", "td"}:
            return True
        index = page.parent[index]
    return False


def _times_shown(page: Page, places: list[int]) -> int:
    """In how many places of the page; an element and the one around it are the same place."""
    times, end = 0, -1
    for place in places:
        times += place > end
        end = max(end, page.last[place])
    return times


def _leads_to(page: Page, index: int, heading: int) -> bool:
    """Whether it is the line right above the heading, and not what kind of thing it is.

    The last entry of a menu or of the trail to the page is a kind of thing.
    """
    tags = {page.elements[number].tag for number in (index, page.parent[index]) if number >= 0}
    if "categor" in page.names[index] or tags & {"li", "ul", "ol"}:
        return False
    # Between the two, by what stands before each.
    gap = page.at[heading - 1] - page.at[index - 1] - len(page.text(index))
    return heading - 8 <= index < heading and page.last[index] < heading and -2 <= gap <= 2


def _from_others(items: list[Item], head: Head, scores: Scores) -> None:
    """Brands told of other products on the page, where the heading has one of them too."""
    for item in items:
        brand = clean_maker(item.text("brand")) if item.is_a("product") else ""
        if brand and not _same(brand, head.heading) and likeness(brand, head.heading) == 1.0:
            scores[brand] = max(scores.get(brand, 0), 2.0)


def _from_scripts(carried: Carried, head: Head, shop: set[str], scores: Scores) -> None:
    """Scripts speak of many products and brands: theirs counts where the page's name has it.

    Attributes of the page's own elements that name one brand alone speak of the product at hand.
    """
    counts = carried.of(*_CARRIED, *_ATTRIBUTES)
    total = sum(counts.values())
    named = {_letters(text) for text in carried.of(*_ATTRIBUTES)}
    for text, count in list(counts.items())[:20]:
        brand = clean_maker(text)
        if not brand or _is_shop(brand, shop) or _same(brand, head.heading):
            continue
        score = 1.6 * count / total
        is_named = named == {_letters(text)}
        if is_named or brand in scores or likeness(brand, head.heading or head.og_title) == 1.0:
            scores[brand] = scores.get(brand, 0) + score + 0.4


def _shop_names(page: Page, head: Head) -> set[str]:
    """What the shop calls itself: its site's name, its host, the end of the title, its logo."""
    names = [head.first("og:site_name"), head.first("application-name")]
    host = (urlsplit(head.url).hostname or "") if "://" in head.url else ""
    names += [part for part in host.split(".") if len(part) > 3]
    names.append(head.title.rpartition(" ")[2])
    end = head.heading_at if head.heading_at >= 0 else len(page.names) // 4
    for index in range(min(end, len(page.names))):
        if "logo" in page.names[index] and page.unseen[index] != 1:
            names.append(page.text(index) or page.elements[index].get("alt") or "")
    return {letters for name in names if (letters := _letters(name))}


def _is_shop(brand: str, shop: set[str]) -> bool:
    letters = _letters(brand)
    return any(name == letters or (len(letters) >= 4 and name.startswith(letters)) for name in shop)


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _plain(text: str) -> str:
    return " ".join(text.replace(EDGE, " ").split()).casefold()


def _path(address: str | None) -> str:
    try:
        return unquote(urlsplit(address or "").path)
    except ValueError:
        return ""
