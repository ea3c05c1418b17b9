"""What the texts of a card say in the review, and how each is changed from the card.

A text that is made of several things, as a card's “seller · @handle · day” is, gives one for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale

from claimcheck.capture.currencies import iso_code
from claimcheck.cards.boxes import TextBox
from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.content import CardContent, content_of, listing_of
from claimcheck.cards.templates import Arrangement
from claimcheck.cards.text.fitting import TextStyle, advance
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Verdict
from claimcheck.model.review import Claim, Listing, Review, find, new_id
from claimcheck.model.showing import as_shown
from claimcheck.ui.panels.entries import read_date, read_price

Write = Callable[[Review, str], Review]
_BETWEEN = " · "
_ROW = 36.0
"""What stands in one row on a card is about as high."""
_TEXT = QT_TRANSLATE_NOOP("history", "Edit text on the card")


@dataclass(frozen=True, slots=True)
class CardText:
    """One thing that stands on the card and can be changed there."""

    key: str
    """The same on every painting of the card."""
    rect: Rect
    """Where it is painted, in card pixels."""
    style: TextStyle
    said: str
    """As the review has it, or the card where it says something of its own accord."""
    name: str
    """The history's phrase."""
    write: Write
    """Nothing typed is automatic; ``ValueError`` for what can't be meant: “cheap” for a price."""


@dataclass(frozen=True, slots=True)
class CardStamp:
    """A verdict on the card, and the claim that it is of."""

    rect: Rect
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Source:
    said: str
    name: str
    write: Write


def texts_of(card: RenderedCard, review: Review, language: str) -> tuple[CardText, ...]:
    """All that can be changed, in the order in which one reads it.

    What was done to the pictures, numbers and rulers can't: they are what they are.
    """
    content = content_of(as_shown(review), language)
    found = []
    for text in card.layout.texts:
        for rect, shown, key in _pieces(text, content):
            source = _source(key, review, content, card.template.arrangement is Arrangement.PRICE)
            if source is not None:
                style = text.fitted.style
                said = source.said or shown
                one = CardText(key, rect, style, said, source.name, source.write)
                found.append(one)
    return tuple(sorted(found, key=lambda one: (round(one.rect.center.y / _ROW), one.rect.x)))


def stamps_of(card: RenderedCard, review: Review, language: str) -> tuple[CardStamp, ...]:
    """The verdicts on the card; each can be another."""
    content = content_of(as_shown(review), language)
    found = []
    if card.layout.stamp is not None and review.quoted_claim is not None:
        found.append(CardStamp(card.layout.stamp.painted(), review.quoted_claim))
    inked = zip(card.layout.inked, content.claims, strict=False)
    return (*found, *(CardStamp(stamp.painted(), claim) for stamp, claim in inked))


def judge(review: Review, claim: Claim, verdict: Verdict) -> Review:
    """The review with another verdict on a claim."""
    return edits.put_claim(review, replace(find(review.claims, claim.id) or claim, verdict=verdict))


# --- pieces --------------------------------------------------------------------------------------


def _pieces(text: TextBox, content: CardContent) -> Iterator[tuple[Rect, str, str]]:
    """Where each thing in a text is, what stands there, and the key of what it is."""
    whole = text.painted()
    if text.name not in {"source", "handle", "date"}:
        yield whole, " ".join(text.fitted.lines), text.name
        return
    style = text.fitted.style
    for line, x, baseline in text.lines():
        pieces = line.split(_BETWEEN)
        for number, piece in enumerate(pieces):
            start = advance(_BETWEEN.join([*pieces[:number], ""]), style) if number else 0.0
            top = baseline - style.size
            rect = Rect(x + start, top, advance(piece, style), style.line_height)
            key = _key_of(piece, content)
            if key:
                yield rect, piece, key


def _key_of(piece: str, content: CardContent) -> str:
    bare = piece.rstrip("…").strip() or "…"  # it may be shortened
    sources = {"date": content.date, "handle": content.handle, "seller": content.seller}
    return next((key for key, value in sources.items() if value and value.startswith(bare)), "")


# --- what is behind them -------------------------------------------------------------------------


def _source(key: str, review: Review, content: CardContent, is_price: bool) -> _Source | None:
    instead = content.alternative and is_price and ("reasoning" if content.quote else "claim")
    if key == instead:
        name = QT_TRANSLATE_NOOP("history", "Edit alternative")
        return _Source(review.card.alternative, name, partial(_set_card, "alternative"))
    if key in _OF_CARD:
        attribute, name = _OF_CARD[key]
        said = getattr(review.card, attribute) or (review.product.name if key == "title" else "")
        return _Source(said, name, partial(_set_card, attribute))
    kind, _, number = key.partition(" ")
    if kind == "legend":
        return _note(review, number)
    if kind in ("claim", "reasoning"):
        claim = _claim(review, content, number)
        return _of_claim(claim, kind) if claim else None
    if key in ("seller", "date", "price"):
        return _of_listing(key, review, content)
    return None


_OF_CARD = {
    "title": ("title", QT_TRANSLATE_NOOP("history", "Edit title")),
    "handle": ("handle", QT_TRANSLATE_NOOP("history", "Edit handle")),
    "listing tab": ("listing_label", _TEXT),
    "photo tab": ("photo_label", _TEXT),
    "expectation": ("listing_label", _TEXT),
    "reality": ("photo_label", _TEXT),
}


def _set_card(attribute: str, review: Review, typed: str) -> Review:
    changed: dict[str, Any] = {attribute: typed}
    return edits.set_card(review, replace(review.card, **changed))


def _note(review: Review, number: str) -> _Source | None:
    found = (d for d in review.discrepancies if str(review.number_of(d)) == number)
    one = next(found, None)
    if one is None:
        return None

    def write(review: Review, typed: str) -> Review:
        return edits.put_discrepancy(
            review, replace(find(review.discrepancies, one.id) or one, note=typed)
        )

    return _Source(one.note, QT_TRANSLATE_NOOP("history", "Edit note"), write)


def _claim(review: Review, content: CardContent, number: str) -> Claim | None:
    """The quoted one, or the one with a number on a checklist."""
    if not number:
        return review.quoted_claim
    at = int(number) - 1
    return content.claims[at] if at < len(content.claims) else None


def _of_claim(claim: Claim, kind: str) -> _Source:
    def write(review: Review, typed: str) -> Review:
        now = find(review.claims, claim.id) or claim
        if kind == "reasoning":
            return edits.put_claim(review, replace(now, reasoning=typed))
        return edits.put_claim(review, replace(now, quote=typed or now.quote))

    if kind == "reasoning":
        return _Source(claim.reasoning, QT_TRANSLATE_NOOP("history", "Edit reasoning"), write)
    return _Source(claim.quote, QT_TRANSLATE_NOOP("history", "Edit claim"), write)


def _of_listing(key: str, review: Review, content: CardContent) -> _Source:
    listing = listing_of(review) or Listing(new_id())
    locale = QLocale(content.language)

    def write(review: Review, typed: str) -> Review:
        now = find(review.listings, listing.id) or listing
        if key == "price":
            now = replace(now, price=read_price(typed, locale), currency=_currency(typed, now))
        elif key == "date":
            now = replace(now, seen_on=read_date(typed, locale))
        else:
            now = replace(now, seller=typed)
        return edits.put_listing(review, now)

    said = {"price": content.price, "date": content.date, "seller": listing.seller}[key]
    return _Source(said, QT_TRANSLATE_NOOP("history", "Edit listing"), write)


def _currency(typed: str, listing: Listing) -> str:
    """What the sign or the code beside an amount says; without one it stays as it is."""
    sign = re.sub(r"[\d.,\s-]", "", typed)
    return iso_code(sign, (listing.currency,)) or listing.currency
