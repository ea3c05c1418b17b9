"""From what was typed to values; what can't be meant is the user's error VALUE_INVALID."""

from __future__ import annotations

import locale
import os
import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model.geometry import Rect

E = TypeVar("E", bound=StrEnum)

LANGUAGES = ("en", "nl")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def one_of(kind: type[E], text: str, what: str) -> E:
    """A member of a closed list, by its stable name."""
    try:
        return kind(text.strip().lower())
    except ValueError:
        raise _invalid(what, text, f"Use one of: {', '.join(kind)}.") from None


def price(text: str) -> Decimal:
    """An amount with a point or comma before the cents, such as ``39.95``."""
    todo = "Give an amount such as 39.95, and the currency apart: --currency EUR."
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise _invalid("The price", text, todo) from None
    if not amount.is_finite() or not 0 <= amount < 10**9 or amount != round(amount, 4):
        raise _invalid("The price", text, todo)
    return amount


def currency(text: str) -> str:
    """The three letters of ISO 4217, in capitals."""
    code = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise _invalid("The currency", text, "Use three letters, such as EUR or USD.")
    return code


def day(text: str) -> date:
    """``2026-11-24``, or ``today``; not in the future."""
    today = datetime.now().astimezone().date()
    if text.strip().lower() == "today":
        return today
    todo = "Write it as year-month-day, such as 2026-11-24, or “today”."
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        raise _invalid("The date", text, todo) from None
    if found > today + timedelta(days=1):  # where the sun rises earlier it is tomorrow already
        raise _invalid("The date", text, "That day is still to come.")
    return found


def place(text: str, what: str) -> Rect:
    """``X,Y`` for a point or ``X,Y,WIDTH,HEIGHT`` for an area, in the picture's own pixels."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) not in {2, 4} or not all(_NUMBER.fullmatch(part) for part in parts):
        raise _invalid(what, text, "Give X,Y or X,Y,WIDTH,HEIGHT in pixels, such as 120,80.")
    x, y, width, height = (*(float(part) for part in parts), 0.0, 0.0)[:4]
    if width < 0 or height < 0:
        raise _invalid(what, text, "Width and height can’t be negative.")
    return Rect(x, y, width, height)


def moment(text: str) -> float | int:
    """Where in a clip: ``62.5`` or ``1:02.5`` is a time in seconds, ``#3`` a frame (an ``int``)."""
    if found := re.fullmatch(r"#([1-9]\d{0,6})", text.strip()):
        return int(found[1])
    found = re.fullmatch(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,6})?)", text.strip())
    if found is None:
        todo = "Give minutes and seconds, such as 1:02.5, or #3 for the third frame."
        raise _invalid("The place in the clip", text, todo)
    return int(found[1] or 0) * 3600.0 + int(found[2] or 0) * 60.0 + float(found[3])


def language(text: str) -> str:
    """``en`` or ``nl``."""
    code = text.strip().lower()
    if code not in LANGUAGES:
        raise _invalid("The language", text, f"Use one of: {', '.join(LANGUAGES)}.")
    return code


def usual_language() -> str:
    """The language of this computer if it is one of ours, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return chosen[:2].lower() if chosen[:2].lower() in LANGUAGES else "en"


def _invalid(what: str, value: str, todo: str) -> KnownError:
    return KnownError(ErrorKind.VALUE_INVALID, what=what, value=value, todo=todo)
