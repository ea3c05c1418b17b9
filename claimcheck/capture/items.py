"""What a page says to machines: JSON-LD, microdata and RDFa (Lite), as one kind of item.

The items keep the element that they stand on, since where a product stands on the page tells
whether it is the main one. That, and that they bring a network library, is why no extraction
library is used here; the tests hold this reader against extruct on real pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from claimcheck.capture.deadline import Deadline
from claimcheck.capture.loose_json import json_values
from claimcheck.capture.tree import Page

Value = "str | Item"

_DEEPEST = 40
_MOST_ITEMS = 4000
_LONGEST = 20_000
# What a link says by its text, whatever microdata's letter (its address) is: shops link a brand's
# name to the page of the brand.
_WORDS = {
    "name", "brand", "manufacturer", "seller", "sku", "mpn", "model", "category", "description",
}  # fmt: skip


@dataclass(eq=False)
class Item:
    """One thing with types and properties; property names are lower case without a vocabulary."""

    types: tuple[str, ...]
    props: dict[str, list[str | Item]] = field(default_factory=dict)
    order: int = 0
    """Number of the element that it stands on."""
    inline: bool = False
    """Written on the visible page itself (microdata, RDFa), not in a script."""
    above: Item | None = None
    """The item whose property it is."""
    role: str = ""
    """Which property of ``above``."""

    def texts(self, *names: str) -> list[str]:
        """The texts of the first of ``names`` that has any; of inner items their names."""
        for name in names:
            found = [_text_of(value) for value in self.props.get(name, ())]
            if kept := [text for text in found if text]:
                return kept
        return []

    def text(self, *names: str) -> str:
        """The first of ``texts``, or ""."""
        return next(iter(self.texts(*names)), "")

    def items(self, *names: str) -> list[Item]:
        """The inner items under any of ``names``."""
        return [
            value for name in names for value in self.props.get(name, ()) if isinstance(value, Item)
        ]

    def is_a(self, *kinds: str) -> bool:
        """Whether a type ends in one of ``kinds`` (lower case)."""
        return any(kind.endswith(kinds) for kind in self.types)


def _text_of(value: str | Item) -> str:
    if isinstance(value, str):
        return value.strip()
    return value.text("name", "@value", "@id") if value.props else ""


def read_items(page: Page, deadline: Deadline) -> list[Item]:
    """All items of the page, inner ones too, in document order. Broken ones are left out."""
    found: list[Item] = []
    for script in deadline.within(page.root.iter("script")):
        kind = (script.get("type") or "").strip().lower()
        if kind.startswith("application/ld+json"):
            for data in json_values(script.text or ""):
                _from_json(data, page.number.get(script, 0), found, None, "", 0)
    _follow_references(found)
    _from_markup(page, deadline, found)
    found.sort(key=lambda item: item.order)
    return found


def _follow_references(items: list[Item]) -> None:
    """An item that is nothing but an ``@id`` gets the texts of the item of that name.

    Only texts, and not its types: so there are no circles, and no second product.
    """
    named: dict[str, Item] = {}
    for item in items:
        if len(item.props) > 1 and (name := item.text("@id")):
            named.setdefault(name, item)
    for item in items:
        if item.props.keys() == {"@id"} and (other := named.get(item.text("@id"))):
            for name, values in other.props.items():
                texts: list[str | Item] = [value for value in values if isinstance(value, str)]
                item.props.setdefault(name, texts)


def _from_json(
    data: Any, order: int, found: list[Item], above: Item | None, role: str, depth: int
) -> list[str | Item]:
    if depth > _DEEPEST or len(found) > _MOST_ITEMS:
        return []
    if isinstance(data, list):
        return [
            value
            for entry in data[:_MOST_ITEMS]
            for value in _from_json(entry, order, found, above, role, depth + 1)
        ]
    if not isinstance(data, dict):
        return [] if data is None or isinstance(data, bool) else [str(data)[:_LONGEST]]
    types = data.get("@type", data.get("type", ""))
    item = Item(_types(types), {}, order, False, above, role)
    found.append(item)
    for key, entry in data.items():
        name = key if key.startswith("@") else _plain(key)
        values = _from_json(
            entry, order, found, None if name == "@graph" else item, name, depth + 1
        )
        item.props.setdefault(name, []).extend(values)
    return [item]


def _types(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else str(value).split()
    return tuple(_plain(str(entry)) for entry in values[:10])


def _plain(name: str) -> str:
    """``http://schema.org/Product``, ``schema:Product`` and ``Product`` are all ``product``."""
    return re.split(r"[/#:]", name.strip().rstrip("/"))[-1].lower()


def _from_markup(page: Page, deadline: Deadline, found: list[Item]) -> None:
    """Microdata, and RDFa as far as its Lite profile; both name a scope, a type and properties."""
    scope_of: dict[int, Item] = {}
    referred = _referred(page)
    for index in deadline.within(range(len(page.elements))):
        element = page.elements[index]
        attributes = element.attrib
        scope = scope_of.get(referred.get(index, page.parent[index]))
        is_scope = "itemscope" in attributes or (
            "typeof" in attributes and "itemprop" not in attributes
        )
        names = (attributes.get("itemprop") or attributes.get("property") or "").split()[:8]
        inner: Item | None = None
        if is_scope and len(found) < _MOST_ITEMS:
            types = attributes.get("itemtype") or attributes.get("typeof") or ""
            inner = Item(_types(types), {}, index, True, None, "")
            found.append(inner)
        if names and scope is not None:
            _add(page, index, scope, [_plain(name) for name in names], inner)
        elif names == ["price"] and attributes.get("content") and len(found) < _MOST_ITEMS:
            lone = Item(("offer",), {}, index, True)  # a shop that forgot to say of what
            found.append(lone)
            _add(page, index, lone, ["price"], None)
        if (current := inner or scope) is not None:
            scope_of[index] = current


def _add(page: Page, index: int, scope: Item, names: list[str], inner: Item | None) -> None:
    if inner is not None:
        inner.above, inner.role = scope, names[0]
    value: str | Item = inner if inner is not None else _value(page, index, names)
    for name in names:
        scope.props.setdefault(name, []).append(value)


def _referred(page: Page) -> dict[int, int]:
    """Microdata's ``itemref``: elements that belong to a scope elsewhere, by their number."""
    places: dict[str, int] = {}
    for index, element in enumerate(page.elements):
        if element.get("itemref"):
            for name in element.get("itemref", "").split()[:20]:
                places.setdefault(name, index)
    if not places:
        return {}
    return {
        index: places[name]
        for index, element in enumerate(page.elements)
        if (name := element.get("id")) in places and places[name] < index
    }


def _value(page: Page, index: int, names: list[str]) -> str:
    element = page.elements[index]
    for name in ("content", "data-content"):
        if (value := element.get(name)) is not None:
            return str(value)[:_LONGEST].strip()
    if element.tag == "a" and not _WORDS.isdisjoint(names) and (text := page.text(index)):
        return text
    if element.tag in {"a", "link", "area"}:
        return str(element.get("href") or "")[:_LONGEST] or page.text(index)
    if element.tag in {"img", "source", "video", "embed", "iframe"}:
        return str(element.get("src") or "")[:_LONGEST]
    if element.tag in {"meta", "data", "meter", "time"}:
        return str(element.get("value") or element.get("datetime") or "") or page.text(index)
    return shown_text(page, index)


def shown_text(page: Page, index: int) -> str:
    """The text of an element, however long."""
    return page.text(index) if page.short[index] is not None else page.long_text(index, _LONGEST)
