"""Sizes and numbers that a claim promises, and what measuring says of them.

A promise is read from its own words: ``30 × 20 cm``, ``60 gummies``. The verdict is proposed, never
given: a figure holds within a tolerance, and what the uncertainty leaves open stays unproven.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.kinds import Verdict
from claimcheck.model.sizes import Quantity

TOLERANCE = 0.02
"""Of what was promised: what is nearer is as promised."""
_FALSE_FROM = 0.10

_MM = {"mm": 1.0, "cm": 10.0, "dm": 100.0, "m": 1000.0, "inch": 25.4, "in": 25.4, '"': 25.4}
_MM |= {"″": 25.4, "inches": 25.4, "millimeter": 1.0, "centimeter": 10.0, "meter": 1000.0}
_UNIT = r"millimeter|centimeter|meter|inches|inch|in|mm|cm|dm|m|″|\""
_NUMBER = r"\d+(?:[.,]\d+)?"
_LENGTHS = re.compile(
    rf"(?<![\w.,])({_NUMBER})\s*(?:({_UNIT})\b\s*)?"
    rf"(?:(?:x|×|\*|by|bij|op)\s*({_NUMBER})\s*(?:({_UNIT})\b\s*)?)?"
    rf"(?:(?:x|×|\*|by|bij|op)\s*({_NUMBER})\s*)?({_UNIT})?(?!\w)",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"(?<![\w.,])(\d{{1,5}})\s+(?!(?:{_UNIT})\b)[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that the figures propose."""

    verdict: Verdict
    off: float
    """How far the worst figure is from what was promised, as a part of it; below 0 is less."""


def promised_lengths_mm(quote: str) -> tuple[float, ...]:
    """The first size in ``quote``, in its order: ``30 × 20 cm`` is (300, 200)."""
    for found in _LENGTHS.finditer(quote):
        numbers = [found.group(1), found.group(3), found.group(5)]
        units = [found.group(2), found.group(4), found.group(6)]
        known = [unit for unit in units if unit]
        if not known:
            continue
        last = _MM[known[-1].lower()]
        return tuple(
            float(number.replace(",", ".")) * (_MM[unit.lower()] if unit else last)
            for number, unit in zip(numbers, units, strict=True)
            if number
        )
    return ()


def promised_count(quote: str) -> int | None:
    """The first number of things in ``quote``: ``60 gummies`` is 60."""
    found = _COUNT.search(quote)
    return int(found.group(1)) if found else None


def judge_figures(
    promised: Sequence[float], measured: Sequence[Quantity], tolerance: float = TOLERANCE
) -> Judged | None:
    """What ``measured`` says of ``promised``, the largest of either compared with each other.

    ``None`` when there is nothing to compare, or fewer figures than were promised.
    """
    if not promised or len(measured) < len(promised):
        return None
    pairs = list(
        zip(
            sorted(promised, reverse=True),
            sorted(measured, key=lambda q: -q.value)[: len(promised)],
            strict=True,
        )
    )
    worst = max(pairs, key=lambda pair: abs(pair[1].value / pair[0] - 1))
    off = worst[1].value / worst[0] - 1
    verdicts = [_verdict(wanted, found, tolerance) for wanted, found in pairs]
    order = (Verdict.FALSE, Verdict.MISLEADING, Verdict.PARTLY, Verdict.UNPROVEN, Verdict.HOLDS)
    return Judged(next(v for v in order if v in verdicts), off)


def _verdict(wanted: float, found: Quantity, tolerance: float) -> Verdict:
    low, high = found.interval
    least, most = wanted * (1 - tolerance), wanted * (1 + tolerance)
    if least <= found.value <= most:
        return Verdict.HOLDS
    if low <= most and high >= least:
        return Verdict.UNPROVEN  # the interval reaches what was promised
    if found.value > wanted:
        return Verdict.PARTLY  # more than was promised is not what was promised either
    return Verdict.FALSE if found.value < wanted * (1 - _FALSE_FROM) else Verdict.MISLEADING
