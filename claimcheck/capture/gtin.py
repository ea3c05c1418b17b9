"""GTINs (EAN, UPC, ISBN-13): digits with a check digit."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\D*((?:\d[\s-]?){7,13}\d)\D*")
_LENGTHS = {8, 12, 13, 14}


def valid_gtin(text: str) -> str:
    """The digits of a GTIN whose check digit is right, else ""."""
    found = _DIGITS.fullmatch(text.strip())
    digits = re.sub(r"\D", "", found[1]) if found else ""
    if len(digits) not in _LENGTHS or not digits.isascii() or not digits.strip("0"):
        return ""
    weighted = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(digits[-2::-1])
    )
    return digits if (weighted + int(digits[-1])) % 10 == 0 else ""
