"""The description of a product: what markup tells and the block of the page that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html

from claimcheck.capture import words
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.items import Item
from claimcheck.capture.main_product import Head, likeness
from claimcheck.capture.money import find_money
from claimcheck.capture.tree import Page

LONGEST = 20_000
"""Characters of a description that are kept."""

_MOST_BLOCKS = 6
_A_LINK = 0.8
"""A line with so much of it linked leads elsewhere."""
# Names that shops give such blocks, in the languages of large web shops.
_PLACE = re.compile(
    r"descripti(?:on|f)|(?:product|item|prod|pro|goods|short|long)-?desc?(?![a-z])|(?:product|goods|item)-?intro|descri[cz][aio]+n[ei]?|beschreibung|omschrijving|(?<![a-z])popis(?![a-z])"
    r"|(?<![a-z])opis(?![a-z])|kuvaus|beskrivning|feature-?bullets|bullet-?points|highlights"
    r"|benefits|key-?points|(?<![a-z])features(?![a-z])|about-this-item|product-?(?:info|text|story)"
    r"|selling-?points|(?<![a-z])usps?(?![a-z])|(?<![a-z])(?:rte|wysiwyg)(?![a-z])"
    r"|voordelen|kenmerken|vorteile|avantages|ventajas|vantaggi"
)
_BULLETS = re.compile(r"bullet|highlight|benefit|key-?points|features|selling-?points|usp")
_BLOCKS = {
    "p", "li", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "ul",
    "ol", "section", "article", "table", "blockquote",
}  # fmt: skip
_CONTROLS = {"button", "dialog", "alertdialog", "menu"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6", "strong", "b", "dt", "summary"}
_LEVELS_UP = 2
_CELLS = {"td", "th", "dd"}  # on one line with what stands before them: "Width 19 cm"
_UNSEEN = {
    "script", "style", "noscript", "template", "button", "select", "form", "svg", "iframe", "nav",
    "figure", "video", "h1",
}  # fmt: skip
# Parts of a description, by name, that are others' words or the shop's about itself.
_NOT_ITS_OWN = re.compile(
    r"review|rating|comment|testimonial|question|accessib(?!le)|a11y|newsletter|share|sharing|social"
    r"|shipping|delivery|returns?(?![a-z])|polic(?:y|ies)|reassur|payment|cookie|consent|price|prijs|preis|prix|prezzo"
    r"|size-?(?:guide|chart|table)|breadcrumb|related|recommend|similar|(?<![a-z])error"
)
_NOT_A_BLOCK = {
    "a", "li", "button", "meta", "img", "input", "body", "html", "main", "h1", "h2", "h3", "span",
    "label",
}  # fmt: skip
_HTML_INSIDE = re.compile(r"</?[a-z][^<>]{0,200}>|&[a-z]{2,8};|&#\d{1,6};", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or bullet point, without line breaks."""

    text: str
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """Lines in the page's own words and order."""

    lines: tuple[Line, ...] = ()
    is_sure: bool = False

    @property
    def text(self) -> str:
        """All of it, one line each."""
        return "\n".join(line.text for line in self.lines)[:LONGEST]


def choose_description(
    page: Page, product: Item | None, head: Head, deadline: Deadline
) -> Description:
    """What markup tells, completed by the blocks of the page that say the same or list points."""
    told = _lines_of_markup(product.text("description")) if product else []
    told_text = " ".join(line.text for line in told)
    # A whole column named "info" may hold the block, and the heading and the prices beside it.
    seen = _of_blocks(page, head, told_text, deadline) or _of_blocks(
        page, head, told_text, deadline, with_heading=True
    )
    if not seen and not told:
        seen = _under_a_heading(page, head, deadline)
    known = " ".join(line.text for line in seen)
    missing = [line for line in told if line.text[:60] not in known]
    short = " ".join(head.first("og:description", "description").split())
    if not told and len(known) < len(short):
        missing = [Line(short)]  # what shops write for search engines, better than nothing
    return Description(tuple(_unlike(missing + seen)), bool(told))


def _of_blocks(
    page: Page, head: Head, told: str, deadline: Deadline, with_heading: bool = False
) -> list[Line]:
    blocks: list[list[Line]] = []
    end = -1
    for index, names in deadline.within(enumerate(page.names)):
        if index <= end or not names or not _PLACE.search(names) or page.elsewhere[index]:
            continue
        if page.unseen[index] == 1 or page.elements[index].tag in _NOT_A_BLOCK:
            continue
        if index <= head.heading_at <= page.last[index] and not with_heading:
            continue
        if _in_margin(page, head, index):
            continue
        lines = _lines(page.elements[index])
        is_marked = page.elements[index].get("itemprop") == "description"
        if _is_description(lines, names, "" if is_marked else told):
            blocks.append([line for line, linked in lines if linked < _A_LINK])
            end = page.last[index]
        if len(blocks) == _MOST_BLOCKS:
            break
    return [line for block in blocks for line in block]


def _under_a_heading(page: Page, head: Head, deadline: Deadline) -> list[Line]:
    """What stands with a heading such as "Details", on pages that name no block after it."""
    for index in deadline.within(range(max(head.heading_at, 0), len(page.elements))):
        is_heading = page.elements[index].tag in _HEADINGS or "title" in page.names[index]
        if not is_heading or page.elsewhere[index]:
            continue
        if page.unseen[index] == 1 or not words.SECTION.fullmatch(page.text(index)):
            continue
        is_term = page.elements[index].tag == "dt"
        block = page.last[index] + 1 if is_term else page.parent[index]
        for _ in range(1 if is_term else _LEVELS_UP):
            if not 0 <= block < len(page.elements) or block <= head.heading_at <= page.last[block]:
                break
            lines = _lines(page.elements[block])
            rows = sum(1 for _ in page.elements[block].iter("tr"))
            if 2 * rows < len(lines) and _is_description(lines, "", ""):
                return [line for line, linked in lines if linked < _A_LINK]
            block = page.parent[block]
    return []


def _in_margin(page: Page, head: Head, index: int) -> bool:
    """Whether it is at the head or the foot of the page, or in a control or a dialog.

    There the shop speaks of itself, and overlays for accessibility of what they do.
    """
    while index >= 0:
        element = page.elements[index]
        if element.tag in {"header", "nav", "footer", "button"} or element.get("role") in _CONTROLS:
            return not index <= head.heading_at <= page.last[index]
        index = page.parent[index]
    return False


def _is_description(lines: list[tuple[Line, float]], names: str, told: str) -> bool:
    """Prose or points: not links, not prices; and where markup tells it, something of the same."""
    size = sum(len(line.text) for line, _ in lines)
    if not 20 <= size <= LONGEST:
        return False
    if sum(len(line.text) * linked for line, linked in lines) > 0.3 * size:
        return False
    if sum(len(find_money(line.text)) for line, _ in lines if len(line.text) < 60) > 1:
        return False
    if sum(bool(words.SHOP_TALK.search(line.text)) for line, _ in lines) > 0.5 * len(lines):
        return False
    if _BULLETS.search(names) or len(told) < 150:
        return True
    return likeness(" ".join(line.text for line, _ in lines)[:2000], told) > 0.4


def _unlike(lines: list[Line]) -> list[Line]:
    """Each line once; pages repeat their description for small screens."""
    return list({line.text: line for line in reversed(lines)}.values())[::-1]


def _lines_of_markup(text: str) -> list[Line]:
    """The lines of a description in markup, which may hold HTML itself, even escaped twice."""
    text = re.sub(r"(?:\\r)?\\n", "\n", text)  # escaped once too often
    for _ in range(2):
        if not _HTML_INSIDE.search(text):
            break
        try:
            element = html.fragment_fromstring(text, create_parent="div")
        except (etree.LxmlError, ValueError, AssertionError):
            break
        lines = [line for line, _ in _lines(element)]
        text = "\n".join(line.text for line in lines)
        if not _HTML_INSIDE.search(text):
            return lines
    parts = (" ".join(part.split()) for part in text.splitlines())
    return [Line(part) for part in parts if part]


def _lines(root: html.HtmlElement) -> list[tuple[Line, float]]:
    """The visible lines, a line per block, each with its part that is links.

    Without recursion: pages nest as deep as they like.
    """
    writer = _Writer()
    skipping: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if skipping is None and _is_skipped(element) and element is not root:
                skipping = element
            writer.open(element.tag)
            text = element.text
        else:
            if skipping is element:
                skipping = None
            writer.close(element.tag)
            text = element.tail if element is not root else None
        if skipping is None and text:
            writer.write(text)
        if writer.size > 3 * LONGEST:
            break
    writer.flush()
    return writer.lines


class _Writer:
    """Gathers texts into lines."""

    def __init__(self) -> None:
        self.lines: list[tuple[Line, float]] = []
        self.size = 0
        self._texts: list[str] = []
        self._linked = 0
        self._links = 0
        self._items = 0

    def open(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in _CELLS:
            self._texts.append(" ")
        self._links += tag == "a"
        self._items += tag == "li"

    def close(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        self._links -= tag == "a"
        self._items -= tag == "li"

    def write(self, text: str) -> None:
        self._texts.append(text)
        self.size += len(text)
        self._linked += len(text.strip()) * (self._links > 0)

    def flush(self) -> None:
        if text := " ".join("".join(self._texts).split()):
            part = min(1.0, self._linked / len(text))
            self.lines.append((Line(text, self._items > 0), part))
        self._texts.clear()
        self._linked = 0


def _is_skipped(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    if element.tag in _UNSEEN or "display:none" in style:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(_NOT_ITS_OWN.search(names)) and not _PLACE.search(names)
