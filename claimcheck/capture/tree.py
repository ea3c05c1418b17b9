"""The parsed document with what ranking asks of each element, worked out in two linear passes."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from lxml import etree, html

from claimcheck.capture.deadline import Deadline

EDGE = "\ufffe"
"""Stands in short texts where one element ends and another begins; decoding lets none through."""
SHORT = 160
"""Characters; longer texts are no label, price or number."""

_MOST_ELEMENTS = 120_000  # the largest of real shops have 20,000
_UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "option", "object"}
_SPACE = re.compile(r"\s+")
_EDGES = re.compile(rf"[ {EDGE}]*{EDGE}[ {EDGE}]*")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Classes by which the usual CSS frameworks hide things.
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|is-hidden|invisible)(?:\s|$)")
# Where other products stand: by the names that shops and their modules give such places.
_ELSEWHERE = re.compile(
    r"related|recommend|reco-|rec-|similar|carousel|upsell|up-sell|cross-?sell|also|recently|sponsor"
    r"|suggest|viewed|accessor|bundle|bought|complement|mini-?cart|minibasket|compare|wishlist"
    r"|footer|navbar|nav-|breadcrumb|review|comment|popular|trending|best-?seller|banner|advert"
    r"|promo-?box|product-?(?:list|grid|card|tile|miniature|thumb(?!nail))|search-?result|modal|popup|tooltip"
    r"|cookie|autocomplete|consent|shopping-?bag|cart-?(?:drop|pop|prev|side)|reels?\b",
)
# A box with a price of its own by name holds the price, whatever else it is named after.
_PRICE_BOX = re.compile(r"price(?!less)|buy-?box|add-?to-?cart")
_NAMED = ("class", "id", "itemprop")
_NAMED_FOR_TESTS = ("data-test", "data-qa", "data-auto", "data-hook", "data-component", "data-ui")


@dataclass
class Page:
    """A document. Elements are numbered in document order; the lists are by that number."""

    root: html.HtmlElement
    elements: list[html.HtmlElement] = field(default_factory=list)
    number: dict[html.HtmlElement, int] = field(default_factory=dict)
    parent: array[int] = field(default_factory=lambda: array("l"))
    """Number of the parent, -1 for the root."""
    last: array[int] = field(default_factory=lambda: array("l"))
    """Number of the last element inside."""
    at: array[int] = field(default_factory=lambda: array("l"))
    """Characters of visible text up to its first child, its own before that included."""
    names: list[str] = field(default_factory=list)
    """Its class, id and the like in lower case."""
    short: list[str | None] = field(default_factory=list)
    """Its visible text, ``EDGE`` between inner elements; None when longer than ``SHORT``."""
    unseen: bytearray = field(default_factory=bytearray)
    """1 inside scripts and the like, 2 where it is merely hidden, 0 when visible."""
    elsewhere: bytearray = field(default_factory=bytearray)
    """1 where other products or the shop itself are shown, 0 otherwise."""

    def text(self, index: int) -> str:
        """The short text on one line, "" when there is none or it is too long."""
        return (self.short[index] or "").replace(EDGE, " ")

    def long_text(self, index: int, longest: int = 400) -> str:
        """All its text on one line, cut off at ``longest`` characters."""
        parts: list[str] = []
        size = 0
        for text in self.elements[index].itertext():
            parts.append(text)
            size += len(text.strip())
            if size > longest:
                break
        return " ".join("".join(parts).split())[:longest]


def parse(text: str, deadline: Deadline) -> Page:
    """Parse markup as browsers do, mending what is broken; scripts are text, nothing is fetched."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = html.document_fromstring("<html><body></body></html>")
    page = Page(root)
    for element in deadline.within(root.iter(etree.Element)):
        if len(page.elements) >= _MOST_ELEMENTS:
            deadline.missed = True
            break
        _enter(page, element)
    _gather(page)
    return page


def _enter(page: Page, element: html.HtmlElement) -> None:
    index = len(page.elements)
    above = element.getparent()
    parent = page.number[above] if above is not None else -1
    page.elements.append(element)
    page.number[element] = index
    page.parent.append(parent)
    page.last.append(index)
    names = _names(element)
    page.names.append(names)
    unseen = page.unseen[parent] if parent >= 0 else 0
    if element.tag in _UNSEEN:
        unseen = 1
    elif not unseen and _is_hidden(element):
        unseen = 2
    page.unseen.append(unseen)
    page.elsewhere.append(_is_elsewhere(element, names))
    before = page.at[index - 1] if index else 0
    length = len(element.text.strip()) if element.text and unseen != 1 else 0
    page.at.append(before + min(length, 2000))


def _names(element: html.HtmlElement) -> str:
    values = [
        value
        for name, value in element.attrib.items()
        if value and (name in _NAMED or name.startswith(_NAMED_FOR_TESTS))
    ]
    return " ".join(values).lower()[:400]


def _is_hidden(element: html.HtmlElement) -> bool:
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    if element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_CLASS.search((element.get("class") or "").lower()))


def _is_elsewhere(element: html.HtmlElement, names: str) -> int:
    if element.tag in {"body", "html", "main"}:
        return 0
    if element.tag in {"nav", "footer", "aside"}:
        return 1
    return 1 if names and _ELSEWHERE.search(names) and not _PRICE_BOX.search(names) else 0


def settle(page: Page, heading: int) -> None:
    """Spread ``elsewhere`` inward; what holds the product's heading isn't, however it is named."""
    above = set()
    index = heading
    while index >= 0:
        above.add(index)
        index = page.parent[index]
    for index, parent in enumerate(page.parent):
        if index in above:
            page.elsewhere[index] = 0
        elif parent >= 0 and page.elsewhere[parent]:
            page.elsewhere[index] = 1


def _gather(page: Page) -> None:
    """From the inside out: where each element ends, and its text while that is short."""
    page.short = [None] * len(page.elements)
    for index in range(len(page.elements) - 1, -1, -1):
        parent = page.parent[index]
        if parent >= 0 and page.last[index] > page.last[parent]:
            page.last[parent] = page.last[index]
        page.short[index] = _short_text(page, index)


def _short_text(page: Page, index: int) -> str | None:
    if page.unseen[index] == 1:
        return ""
    element = page.elements[index]
    parts = [element.text[: SHORT * 4]] if element.text else []
    total = len(parts[0]) if parts else 0
    for child in element:
        number = page.number.get(child)
        text = page.short[number] if number is not None else ""
        if text is None:
            return None
        tail = child.tail or ""
        total += len(text) + len(tail.strip())
        if total > SHORT * 4:
            return None
        parts += (EDGE, text, EDGE, tail)
    joined = _EDGES.sub(EDGE, _SPACE.sub(" ", "".join(parts).replace(EDGE, f" {EDGE} "))).strip(
        f" {EDGE}"
    )
    return joined if len(joined) <= SHORT else None
