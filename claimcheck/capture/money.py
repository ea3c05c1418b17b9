"""Amounts of money as people and machines write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from price_parser import Price

from claimcheck.capture.currencies import DASH, IN_THOUSANDTHS, SIGN_PATTERN, iso_code
from claimcheck.capture.tree import EDGE

_DIGIT = re.compile(r"\d")
LARGEST = Decimal(10) ** 12

_GAP = rf"[\s{EDGE}]{{0,3}}"
# Groups of three behind a separator, or plain digits; then decimals, which a page may raise into
# an element of their own (119 | 01) or replace by a dash (20,–).
_BETWEEN = rf"(?:[.,'’\s]|{EDGE}[.,]{EDGE})"
_CENTS = rf"(?:{_GAP}[.,]{_GAP}\d{{1,2}}(?!\d)|{EDGE}\d{{2}}(?!\d))?"
_GROUPED = rf"\d{{1,3}}(?:{_BETWEEN}\d{{3}})+(?!\d){_CENTS}"
_PLAIN = rf"\d{{1,9}}{_CENTS}"
_DASH = r"(?:[.,]\s?[-–—]+)?"
_NUMBER = rf"(?:{_GROUPED}|{_PLAIN}){_DASH}"
_AMOUNT = re.compile(rf"(?<![\d.,])(?:{_NUMBER})")
_SIGN_BEFORE = re.compile(rf"({SIGN_PATTERN}){_GAP}$", re.I)
_SIGN_AFTER = re.compile(rf"{_GAP}({SIGN_PATTERN})(?!\d)", re.I)
# Behind the first of two: 12,50 – 18,00 €
_UP_TO = re.compile(rf"{_GAP}[–—-]{_GAP}(?:{_NUMBER}){_GAP}({SIGN_PATTERN})(?!\d)", re.I)
_LONGEST_SIGN = 12
# The euro sign, and some others, in the place of the decimal point: 35€99
_SIGN_INSIDE = re.compile(rf"(?<![\d.,])(\d{{1,6}}){_GAP}([€£₪]){_GAP}[.,]?(\d\d)(?!\d)")
# No sign, but a dash for the cents: 749,- as only prices are written
_DASHED = re.compile(r"[.,][-–—]+$")
_THOUSANDTHS = re.compile(r"([.,])\d{3}$")
_SURCHARGE = re.compile(r"(?:^|[\s(\[])[+\-−–][\s]?$")
_BARE = re.compile(rf"\s*(?:{_NUMBER})\s*")
_PLAIN_DECIMAL = re.compile(r"\d{1,12}(?:\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with the sign that stood with it, "" when none did."""

    amount: Decimal
    sign: str = ""
    start: int = 0
    """Where in the text."""
    end: int = 0


@lru_cache(maxsize=4096)  # an element's text is often the whole of its parent's, and so on up
def find_money(text: str) -> tuple[Money, ...]:
    """The amounts with a sign in a short text, in order."""
    if not _DIGIT.search(text):
        return ()
    found: list[Money] = []
    for match in _SIGN_INSIDE.finditer(text):
        found.append(Money(Decimal(f"{match[1]}.{match[3]}"), match[2], *match.span()))
    if found:
        return tuple(found)
    taken = 0
    for match in _AMOUNT.finditer(text):
        start, end = match.span()
        before = _SIGN_BEFORE.search(text, max(taken, start - _LONGEST_SIGN), start)
        after = None if before else _SIGN_AFTER.match(text, end) or _UP_TO.match(text, end)
        sign = before or after
        is_money = _is_dashed(text, match) if sign is None else not _is_size(sign[1], match[0])
        name = sign[1].strip(f" {EDGE}") if sign is not None else DASH
        amount = _amount_of(match[0], name) if is_money else None
        if amount is None:
            continue
        if sign is not None and sign.re is not _UP_TO:
            start, end = min(start, sign.start()), max(end, sign.end())
        taken = end
        if not _SURCHARGE.search(text, 0, start):  # what an option adds: "+ € 5"
            found.append(Money(amount, name, start, end))
    return tuple(found)


def _amount_of(text: str, sign: str) -> Decimal | None:
    """An amount with its sign: three digits behind a dinar's last point or comma are decimals."""
    thousandths = _THOUSANDTHS.search(text)
    if thousandths and iso_code(sign) in IN_THOUSANDTHS:
        return _checked(Price.fromstring(text, decimal_separator=thousandths[1]).amount)
    return parse_amount(text)


def _is_size(sign: str, amount: str) -> bool:
    """R 399 is rand, R 17 the size of a wheel."""
    return sign == "R" and len(amount) < 3


def _is_dashed(text: str, amount: re.Match[str]) -> bool:
    return bool(_DASHED.search(amount[0])) and not _DIGIT.match(text[amount.end() :].lstrip())


def bare_amount(text: str) -> Decimal | None:
    """The amount, when a short text is a number and nothing else."""
    return parse_amount(text) if _BARE.fullmatch(text) else None


def parse_amount(text: str) -> Decimal | None:
    """An amount as a person writes it: 1.299,00 or 1,299.00 or 119 | 01 or 20,–"""
    text = re.sub(r"[.,]\s?[-–—]+$", "", text.strip(f" {EDGE}"))
    text = re.sub(rf"{EDGE}?([.,]){EDGE}?", r"\1", text)
    text = (
        re.sub(rf"{EDGE}(\d\d)$", r".\1", text) if not re.search(r"[.,]\s*\S{0,2}$", text) else text
    )
    return _checked(Price.fromstring(text.replace(EDGE, "").replace("’", "'")).amount)


def machine_amount(text: str) -> Decimal | None:
    """An amount as a machine writes it: the point is decimal (23.450 is 23.45), else as people."""
    text = text.strip()
    if _PLAIN_DECIMAL.fullmatch(text):
        try:
            return _checked(Decimal(text))
        except InvalidOperation:
            return None
    if len(text) > 60:
        return None
    money = find_money(text)
    return money[0].amount if money else _checked(Price.fromstring(text).amount)


def _checked(amount: Decimal | None) -> Decimal | None:
    if amount is None or not amount.is_finite() or not 0 < amount < LARGEST:
        return None
    return amount


def plain(amount: Decimal) -> Decimal:
    """Without an exponent and without zeros that say nothing: 23.450 is 23.45, 100.00 is 100."""
    short = amount.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short
