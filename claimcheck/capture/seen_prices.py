"""Prices as a visitor sees them, each with how likely it is that the product costs that now."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.capture import words
from claimcheck.capture.currencies import currencies_of_place
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.main_product import Head
from claimcheck.capture.money import Money, bare_amount, find_money, machine_amount
from claimcheck.capture.tree import EDGE, Page

_LONGEST = 120
_DIGIT = re.compile(r"\d")
_STRUCK = {"del", "s", "strike"}
_OLD = 3.0
_LOWER = 0.5
_NAMED = 1.2
_LEAST = Decimal("0.3")
"""Of a price is left in a sale; what is less is something else."""
_HEADINGS = {"h1", "h2", "h3", "strong", "b"}


@dataclass(frozen=True, slots=True)
class SeenPrice:
    """One amount at one place."""

    amount: Decimal
    sign: str
    index: int
    """Number of its element."""
    score: float
    is_old: bool = False
    """Struck through, or named as what it cost before."""


def seen_prices(page: Page, head: Head, deadline: Deadline) -> list[SeenPrice]:
    """All amounts that look like prices, the likeliest first."""
    is_rand = "ZAR" in currencies_of_place(head.url, head.languages)
    places = [place for place in _places(page, deadline) if place.sign != "R" or is_rand]
    kinds: dict[str, set[Decimal]] = defaultdict(set)
    for place in places:
        kinds[_kind(page, place.index)].add(place.amount)
    buttons = _buy_buttons(page)
    found = []
    for place in places:
        index, amount, sign = place.index, place.amount, place.sign
        score, is_old = _score(page, head, place)
        alike = len(kinds[_kind(page, index)])  # a list of products has prices that look alike
        score += _near(page, index, buttons) - (
            min(2.5, 0.5 * (alike - 1) ** 0.5) if alike > 3 else 0
        )
        found.append(SeenPrice(amount, sign, index, score, is_old))
    found = [_unless_alone(page, price, found) for price in found]
    found = [_after_higher(page, price, found) for price in found]
    return sorted(found, key=lambda price: (-price.score, price.index))


def _unless_alone(page: Page, price: SeenPrice, others: list[SeenPrice]) -> SeenPrice:
    """An old price has a lower new one beside it; one that has none is what the product costs."""
    if not price.is_old or page.elements[price.index].tag in _STRUCK:
        return price
    for other in others:
        is_lower = not other.is_old and other.amount < price.amount
        is_beside = abs(page.at[other.index] - page.at[price.index]) < 250
        if is_lower and is_beside and other.score > price.score - 1:
            return price
    return replace(price, score=price.score + _OLD, is_old=False)


def _after_higher(page: Page, price: SeenPrice, others: list[SeenPrice]) -> SeenPrice:
    """Of two that stand side by side and are told apart by nothing, a lower second one is meant.

    Where it is named after a measure it is what a part costs, and the first is meant.
    """
    parent = page.parent[price.index]
    beside = [other for other in others if page.parent[other.index] == parent]
    higher, *more = [other for other in beside if other is not price] or [price]
    is_pair = not more and higher.index < price.index and not (higher.is_old or price.is_old)
    if not is_pair or price.amount >= higher.amount:
        return price
    if words.NOT_PRICE_CLASS.search(page.names[price.index]):
        return replace(price, score=price.score - _LOWER)
    if price.amount > _LEAST * higher.amount:
        return replace(price, score=price.score + _LOWER)
    return price


@dataclass(frozen=True, slots=True)
class _Place:
    """An amount in the innermost element that has it, and the words around it there."""

    index: int
    amount: Decimal
    sign: str
    around: str = ""
    is_old: bool = False
    """The line itself says so: "was 120 now 84"."""
    is_aside: bool = False
    """In brackets: what it is in another currency, or for a unit."""


def _places(page: Page, deadline: Deadline) -> list[_Place]:
    found: list[_Place] = []
    inside: dict[int, set[Decimal]] = {}
    for index in deadline.within(range(len(page.elements) - 1, -1, -1)):
        text = page.short[index]
        if not text or len(text) > _LONGEST or not _DIGIT.search(text) or page.unseen[index] == 1:
            continue
        known = inside.get(index, set())
        amounts = find_money(text)
        fresh = [place for place in _of_line(index, text, amounts) if place.amount not in known]
        known = known | {place.amount for place in fresh}
        if not fresh and not known and _is_price(page, index):
            amount = bare_amount(text)
            if amount is not None and not _joins_parent(page, index):
                fresh.append(_Place(index, amount, ""))
                known = {amount}
        found += fresh
        parent = page.parent[index]
        if known and parent >= 0:
            inside[parent] = inside.get(parent, set()) | known
    return found


def _is_price(page: Page, index: int) -> bool:
    """Whether a bare number there is one: by its names, or as machines are told it there too."""
    element = page.elements[index]
    told = (element.get("value") or "") if element.tag == "data" else ""
    return bool(words.PRICE_CLASS.search(page.names[index])) or machine_amount(told) is not None


def _of_line(index: int, text: str, amounts: Sequence[Money]) -> list[_Place]:
    """The amounts of one line, each with its words: those that lead up to one belong to it."""
    found: list[_Place] = []
    end = 0
    for count, money in enumerate(amounts):
        lead = text[end : money.start].replace(EDGE, " ")
        end = money.end
        around = f"{text[: money.start]} {text[money.end :]}"
        behind = text[money.end : amounts[count + 1].start] if count + 1 < len(amounts) else ""
        is_old = len(amounts) > 1 and bool(
            words.OLD_PRICE.search(lead)
            or (words.NOW.search(behind) and not words.NOW.search(lead))
        )
        if len(amounts) > 1:
            around = f"{lead} {around}" if words.NOT_PRICE.search(lead) else around
            around = words.OLD_PRICE.sub(" ", around)  # said of one of them, not of all
        before = text[: money.start]
        is_aside = before.count("(") > before.count(")")
        found.append(_Place(index, money.amount, money.sign, around, is_old, is_aside))
    return list({place.amount: place for place in reversed(found)}.values())[::-1]


def _joins_parent(page: Page, index: int) -> bool:
    """Whether a bare number is a part of an amount that its parent shows (119 of € 119 01)."""
    for _ in range(2):
        index = page.parent[index]
        if index < 0:
            return False
        text = page.short[index]
        if text and len(text) <= 40 and (find_money(text) or _is_split(page, index, text)):
            return True
    return False


def _is_split(page: Page, index: int, text: str) -> bool:
    """Whether it shows one amount in parts and without a sign: 119 | 99"""
    return (
        EDGE in text
        and bool(words.PRICE_CLASS.search(page.names[index]))
        and (bare_amount(text) is not None)
    )


def _kind(page: Page, index: int) -> str:
    """Elements of one kind look alike: the prices of a list of products do."""
    parent = page.parent[index]
    above = page.parent[parent] if parent >= 0 else -1
    return "/".join(
        f"{page.elements[number].tag}.{page.elements[number].get('class') or ''}"
        for number in (index, parent, above)
        if number >= 0
    )


def _score(page: Page, head: Head, place: _Place) -> tuple[float, bool]:
    index, around, is_old = place.index, place.around, place.is_old
    score = (2.0 if place.sign else 0.0) - 1.0 * place.is_aside
    number = index
    for step in range(5):
        if number < 0:
            break
        names, tag = page.names[number], page.elements[number].tag
        weight = 1.0 - 0.15 * step
        if words.PRICE_CLASS.search(names) and step < 4:
            score += 0.8 * weight
        if tag in _STRUCK or (words.OLD_CLASS.search(names) and step < 3):
            is_old = True
        if words.NOT_PRICE_CLASS.search(names):
            score -= 2.0 * weight
        if words.SALE_CLASS.search(names) and step < 3:
            score += 0.5 * weight
        if tag in _HEADINGS and step < 2:
            score += 0.3
        number = page.parent[number]
    beside = f"{_before(page, index)} {around.replace(EDGE, ' ')}"
    if words.OLD_PRICE.search(beside):
        is_old = True
    if words.NOT_PRICE.search(beside):
        score -= 2.5
    elif words.PRICE_LABEL.search(beside):
        score += _NAMED
    elif words.PER_PIECE.search(beside):
        score -= 1.0
    words_around = words.PER_PIECE.sub("", around.replace(EDGE, " "))
    wide = sum(2 if character > "\u2e80" else 1 for character in words_around)
    score -= min(2.0, wide / 30)  # a number in a sentence
    score += _place(page, head, index) - _OLD * is_old
    return score, is_old


def _before(page: Page, index: int) -> str:
    """The words that lead up to an amount: earlier in its line or in a label beside it."""
    parent = page.parent[index]
    if parent < 0:
        return ""
    text, own = page.short[parent] or "", page.short[index] or ""
    if text and own in text and len(text) <= _LONGEST:
        rest = text.replace(own, " ", 1).replace(EDGE, " ")
        # Where the line has other amounts, the words belong to those as likely.
        return "" if find_money(rest) else rest
    previous = page.elements[index].getprevious()
    number = page.number.get(previous, -1) if previous is not None else -1
    if number < 0:
        return ""
    label = page.text(number)
    return label if len(label) < 40 and not find_money(label) else ""


def _place(page: Page, head: Head, index: int) -> float:
    score = 0.0
    if head.heading_at >= 0:
        distance = page.at[index] - page.at[head.heading_at]
        if index > head.heading_at:
            score += 3.0 * math.exp(-distance / 1200)
        else:
            score += 1.5 * math.exp(distance / 200) - 0.5
    if page.elsewhere[index]:
        score -= 3.0
    if page.unseen[index]:
        score -= 1.0
    if any(
        page.elements[number].tag in {"header", "nav", "footer"} for number in _above(page, index)
    ):
        score -= 1.5
    return score


def _above(page: Page, index: int) -> list[int]:
    numbers: list[int] = []
    while index >= 0 and len(numbers) < 60:
        numbers.append(index)
        index = page.parent[index]
    return numbers


def _buy_buttons(page: Page) -> list[int]:
    found = []
    for index, element in enumerate(page.elements):
        if (
            element.tag not in {"button", "a", "input"}
            or page.unseen[index]
            or page.elsewhere[index]
        ):
            continue
        text = page.text(index) or element.get("value") or element.get("title") or ""
        if (0 < len(text) < 60 and words.BUY.search(text)) or re.search(
            r"add-?to-?(?:cart|basket|bag)|addtocart|buy-?now|buy-?button", page.names[index]
        ):
            found.append(index)
    return found[:200]


def is_article(page: Page, head: Head) -> bool:
    """Whether it calls itself one and has nothing to buy with: an amount in it is no offer."""
    return head.first("og:type").lower() in {"article", "blog"} and not _buy_buttons(page)


def _near(page: Page, index: int, buttons: list[int]) -> float:
    if not buttons:
        return 0.0
    distance = min(abs(page.at[index] - page.at[button]) for button in buttons)
    return 1.2 * math.exp(-distance / 400) / (1 + 0.1 * len(buttons))
