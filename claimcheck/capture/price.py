"""The price: what markup tells and what a visitor sees, weighed together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.capture.currencies import DASH, iso_code
from claimcheck.capture.money import plain
from claimcheck.capture.offers import ToldPrice
from claimcheck.capture.seen_prices import SeenPrice

_ENOUGH = 3.0
"""What an amount that markup doesn't tell must score to be believed."""
_ENOUGH_ALONE = 2.0
"""The same where markup tells none."""
_SHOWN, _SHOWN_INSTEAD = 0.7, 1.0
"""How much a seen amount that markup doesn't tell counts; the more where the page shows none of
those told but one near them, which are then of another day, or without tax."""
_NEAR = 2  # times as much, or as little


@dataclass(frozen=True, slots=True)
class ChosenPrice:
    """The product's price, and how it came about."""

    amount: Decimal | None = None
    currency: str = ""
    sign: str = ""
    is_sure: bool = False
    index: int = -1
    """Number of the element that shows it, -1 when none does."""


def choose_price(
    told: list[ToldPrice],
    seen: list[SeenPrice],
    carried: Mapping[Decimal, int],
    places: tuple[str, ...],
) -> ChosenPrice:
    """Weigh all amounts.

    ``carried`` are amounts that scripts give, as often as they do; ``places`` the currencies that
    address and language suggest.
    """
    scores: dict[Decimal, float] = defaultdict(float)
    for price in told:
        scores[price.amount] = max(scores[price.amount], price.score)
    best_seen: dict[Decimal, SeenPrice] = {}
    times: dict[Decimal, int] = defaultdict(int)
    for place in seen:
        best_seen.setdefault(place.amount, place)
        times[place.amount] += not place.is_old
    enough = _ENOUGH if told else _ENOUGH_ALONE
    unseen = [] if any(price.amount in best_seen for price in told) else told
    for amount, place in best_seen.items():
        bonus = 0.15 * min(times[amount] - 1, 4)
        if amount in scores:
            scores[amount] += max(-2.0, min(place.score, 7.0)) * _SHOWN + bonus
        elif place.score >= enough and not place.is_old:
            weight = _SHOWN_INSTEAD if _is_near(amount, unseen) else _SHOWN
            scores[amount] = place.score * weight + bonus
    if not scores and len(carried) == 1:
        scores.update(dict.fromkeys(carried, 1.0))
    if not scores:
        return ChosenPrice()
    for amount in scores:
        scores[amount] += 0.3 * (amount in carried)
    best = max(scores, key=lambda amount: scores[amount])
    return _described(best, scores, told, best_seen, places)


def _is_near(amount: Decimal, told: list[ToldPrice]) -> bool:
    return any(price.amount / _NEAR <= amount <= price.amount * _NEAR for price in told)


def _described(
    best: Decimal,
    scores: dict[Decimal, float],
    told: list[ToldPrice],
    seen: dict[Decimal, SeenPrice],
    places: tuple[str, ...],
) -> ChosenPrice:
    codes = [price.currency for price in told if price.amount == best] + [
        price.currency for price in told
    ]
    code = next((code for text in codes if text and (code := iso_code(text, places))), "")
    place = seen.get(best)
    sign = place.sign if place else ""
    if not sign:
        sign = next((price.sign for price in seen.values() if price.sign), "")
    hints = (code, *places) if code else places
    others = sorted((score for amount, score in scores.items() if amount != best), reverse=True)
    agreed = place is not None and place.score > 2 and any(price.amount == best for price in told)
    clear = not others or scores[best] - others[0] > 1.0
    by_sign = iso_code(sign, hints) if sign else ""
    return ChosenPrice(
        plain(best),
        code or by_sign or (places[0] if places else ""),
        code if sign == DASH else sign or code,
        agreed and clear,
        place.index if place else -1,
    )
