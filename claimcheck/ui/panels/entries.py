"""What people type into fields, read as values: prices, dates, hashtags, promises. No widgets.

A reader returns the value or raises ``ValueError``; an adviser returns ``True`` when what was
typed looks right. Neither decides what to say: the forms do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from PySide6.QtCore import QDate, QLocale

_TYPED_DATES = ("yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "d MMM yyyy")
_BULLET = re.compile(r"^\s*(?:[-–—*•·▪✓✔✅☑]+|\d{1,2}[.)])\s+")
_QUOTES = {"“": "”", "„": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}


def read_price(text: str, locale: QLocale) -> Decimal | None:
    """``12,50``, ``12.50``, ``€ 1.234,50``: an amount of at least 0; nothing typed is ``None``.

    The last separator is the decimal one, unless exactly three digits follow it and the
    locale groups thousands with it.
    """
    digits = "".join(c for c in text if c.isdecimal() or c in ".,-").rstrip(".,-")
    rest = "".join(c for c in text if c.isalpha())
    if not text.strip():
        return None
    last = max(digits.rfind("."), digits.rfind(","))
    if last >= 0:
        whole, fraction = digits[:last], digits[last + 1 :]
        groups = len(fraction) == 3 and digits[last] == locale.groupSeparator()
        whole = whole.replace(".", "").replace(",", "")
        digits = whole + fraction if groups else f"{whole or '0'}.{fraction}"
    try:
        amount = Decimal(digits)
    except InvalidOperation:
        raise ValueError(text) from None
    if amount < 0 or amount >= 10**9 or len(rest) > 4:
        raise ValueError(text)
    return amount


def write_price(amount: Decimal | None, locale: QLocale) -> str:
    """An amount as the locale writes it, with at least two decimals, without currency."""
    if amount is None:
        return ""
    plain = f"{amount:f}"
    decimals = max(2, len(plain.partition(".")[2]))
    return f"{amount:.{decimals}f}".replace(".", locale.decimalPoint())


def read_date(text: str, locale: QLocale) -> date | None:
    """A day as the locale or anyone writes it, year last or first; nothing typed is ``None``."""
    text = text.strip()
    if not text:
        return None
    for pattern in ("d MMM yyyy", "d MMMM yyyy", *_TYPED_DATES):
        day = locale.toDate(text, pattern)
        if not day.isValid():
            day = QDate.fromString(text, pattern)
        if day.isValid() and 1990 <= day.year() <= 2200:
            return date(day.year(), day.month(), day.day())
    raise ValueError(text)


def write_date(day: date | None, locale: QLocale) -> str:
    """A day with the month as a word, so that no one swaps day and month."""
    if day is None:
        return ""
    return locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def read_hashtags(text: str) -> tuple[str, ...]:
    """``#a, b #c`` → ``("a", "b", "c")``: each once, without its sign, in the order typed."""
    words = (word.strip("#.,;") for word in re.split(r"[\s,;]+|(?<=\w)(?=#)", text))
    return tuple(dict.fromkeys(word for word in words if word))


def write_hashtags(tags: Iterable[str]) -> str:
    """``("a", "b")`` → ``#a #b``."""
    return " ".join(f"#{tag.lstrip('#')}" for tag in tags)


def read_promises(text: str) -> tuple[str, ...]:
    """One promise a line; bullets and the quotation marks around a line are not part of it."""
    return tuple(quote for line in text.splitlines() if (quote := _bare(line)))


def is_web_address(text: str) -> bool:
    """Whether ``text`` is empty or could be a product page's address."""
    text = text.strip()
    if not text:
        return True
    try:
        parts = urlsplit(text if "//" in text else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".") and " " not in text


def is_gtin(text: str) -> bool:
    """Whether ``text`` is empty or 8, 12, 13 or 14 digits of which the last checks the others."""
    digits = text.replace(" ", "").replace("-", "")
    if not digits:
        return True
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in {8, 12, 13, 14}:
        return False
    # GS1: from the right, weights 1 (the check digit itself), 3, 1, 3 … add up to a multiple of 10.
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return total % 10 == 0


def begins_step(before: str, after: str) -> bool:
    """Whether going from ``before`` to ``after`` starts a new undo step: a new word, or a paste."""
    grown = len(after) - len(before)
    if abs(grown) > 1:
        return True
    if grown != 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), -1)
    at = len(before) if at < 0 else at
    return at > 0 and after[at - 1].isspace() and not after[at].isspace()


def _bare(line: str) -> str:
    line = _BULLET.sub("", line).strip()
    if len(line) > 1 and line[-1] == _QUOTES.get(line[0]) and line[0] not in line[1:-1]:
        line = line[1:-1].strip()
    return line
