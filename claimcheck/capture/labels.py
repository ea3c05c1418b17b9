"""Rows of a page such as "Art. nr: 1234" or a table's "Brand | Acme": a label and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.capture.deadline import Deadline
from claimcheck.capture.tree import EDGE, Page

_ENDS = ":#：.\xa0 -–—\u200e\u200f"


@dataclass(frozen=True, slots=True)
class LabelValue:
    """A value with the number of the element that shows it."""

    value: str
    index: int
    label: str


def labelled(page: Page, label: re.Pattern[str], deadline: Deadline) -> Iterator[LabelValue]:
    """Values that stand behind a label that ``label`` matches, in document order."""
    for index in deadline.within(range(len(page.elements))):
        text = page.short[index]
        if page.unseen[index] == 1:
            continue
        if (row := _behind(page, index, label)) is not None:
            yield row
        if not text or len(text) > 120:
            continue
        found = label.match(text)
        if found is None:
            continue
        rest = text[found.end() :]
        if not rest.strip(_ENDS + EDGE):
            if value := _beside(page, index):
                yield LabelValue(value, index, found[0])
        elif _is_apart(found[0], rest):
            # Only the innermost element that has label and value both.
            value = rest.strip(_ENDS + EDGE).split(EDGE)[0].strip(_ENDS)
            if value and not _repeated_inside(page, index, text):
                yield LabelValue(value, index, found[0])


def _behind(page: Page, index: int, label: re.Pattern[str]) -> LabelValue | None:
    """The row that the text behind an element holds or begins: ``<br>Brand: <a>Acme</a>``."""
    element = page.elements[index]
    tail = element.tail
    if not tail or ":" not in tail:
        return None
    text = " ".join(tail[:200].split())
    found = label.match(text) if ":" in text[:40] else None
    if found is None or found[0].rstrip()[-1:] != ":":
        return None
    value = text[found.end() :].strip(_ENDS)
    if not value and (following := element.getnext()) is not None:
        place = page.number.get(following, -1)
        value = page.text(place).strip(_ENDS) if place >= 0 else ""
    return LabelValue(value, index, found[0]) if 0 < len(value) <= 80 else None


def _is_apart(label: str, rest: str) -> bool:
    """Whether the label ended as labels do: by a sign or an edge, not in the middle of a text."""
    return (
        label.rstrip()[-1:] in ":#：."  # "Réf. 1167890"
        or rest.startswith((EDGE, " " + EDGE))
        or rest.lstrip()[:1] in ":#："
    )


def _repeated_inside(page: Page, index: int, text: str) -> bool:
    return any(
        page.short[number] == text
        for child in page.elements[index]
        if (number := page.number.get(child)) is not None
    )


def _beside(page: Page, index: int) -> str:
    """The text of what follows: the next cell, or the label's tail, or the next of its parent."""
    number = index
    for _ in range(3):
        element = page.elements[number]
        if tail := (element.tail or "").strip(_ENDS + "\n\t"):
            return tail[:160]
        following = element.getnext()
        if following is not None:
            place = page.number.get(following, -1)
            text = page.short[place] if place >= 0 else None
            return (text or "").split(EDGE)[0].strip(_ENDS) if text and len(text) < 120 else ""
        number = page.parent[number]
        if number < 0 or page.elements[number].tag in {"ul", "table", "dl", "body", "tbody"}:
            return ""
    return ""
