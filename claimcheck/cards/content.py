"""What a card says: taken from the review, with the words of the card's language filled in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import numpy as np

from claimcheck.cards.what_was_done import said_of
from claimcheck.cards.words import (
    DEFAULT_TITLE,
    KIND_WORDS,
    PLATFORM_WORDS,
    REAL_LIFE,
    VERDICT_WORDS,
    CardWords,
)
from claimcheck.errors import KnownError
from claimcheck.imaging.measuring.measure import plane_of
from claimcheck.model.alignment import Homography
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, CalloutStyle, Role, Severity, Verdict
from claimcheck.model.numbering import DiscNumber
from claimcheck.model.review import (
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Listing,
    Mark,
    Review,
    find,
)
from claimcheck.model.showing import ShownEvidence
from claimcheck.model.sizes import Known, Scale

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}

LEGEND_ROWS = 3
"""More differences than this belong on another card."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One difference: its number, what it says, and where it is in each picture's own pixels."""

    number: int
    text: str
    listing_place: Rect | None
    photo_place: Rect | None

    def place(self, role: Role) -> Rect | None:
        """Where it is on the listing image or on the photo."""
        return self.listing_place if role is Role.LISTING else self.photo_place


@dataclass(frozen=True, slots=True)
class CardContent:
    """All that a card says and marks; empty texts are parts that the card does without."""

    language: str
    title: str
    quote: str
    """The claim in its quotation marks."""
    reasoning: str
    verdict: Verdict | None
    verdict_word: str
    listing_tab: str
    photo_tab: str
    seller: str
    handle: str
    date: str
    legend: tuple[LegendEntry, ...] = ()
    left_out: int = 0
    """Differences that the card has no room for."""
    listing_marks: tuple[Mark, ...] = ()
    photo_marks: tuple[Mark, ...] = ()
    listing_crop: Rect | None = None
    photo_crop: Rect | None = None
    divided_at: float | None = None
    """Where the creator put a slider's line, as a part of the listing image's width."""
    claims: tuple[Claim, ...] = ()
    """Those with a verdict, in the review's order."""
    price: str = ""
    """What the listing asks, as one writes it in the card's language."""
    alternative: str = ""
    """What to buy instead, in the creator's words."""
    photo_to_listing: Homography | None = None
    """How the photo lies on the listing image, where that is known."""
    lies_exactly: bool = False
    """Whether spot lies on spot, so that the one picture tells where the product is in the other;
    not where both were only made to look equally large."""
    listing_scale: float | None = None
    """Millimetres of a pixel of the listing image at the product, as measured."""
    photo_scale: float | None = None
    footer: str = ""
    """What was done to the pictures, where the card is to say so."""
    footer_alike: str = ""
    """The same when they are shown equally large, which nobody knows before they are laid out."""
    callouts: CalloutStyle = CalloutStyle.LEADER
    listing_label: str = ""
    """The creator's own word over the listing image; empty for the usual one."""
    photo_label: str = ""
    reserved: tuple[Rect, ...] = ()
    """What of the card its footer covers, and its slip where that lies, in card pixels."""

    def scale(self, role: Role) -> float | None:
        """Millimetres of a picture's pixel at the product; ``None`` when nobody measured."""
        return self.listing_scale if role is Role.LISTING else self.photo_scale

    def marks(self, role: Role) -> tuple[Mark, ...]:
        """The marks on the listing image or on the photo, bottom to top."""
        return self.listing_marks if role is Role.LISTING else self.photo_marks

    def crop(self, role: Role) -> Rect | None:
        """The part of a picture that the creator chose, in its pixels, or ``None``."""
        return self.listing_crop if role is Role.LISTING else self.photo_crop


def pictures_of(review: Review) -> tuple[Evidence | None, Evidence | None]:
    """Listing image and photo of the comparison that the card shows; never a receipt or a page."""
    comparison = compared(review)
    sides = [item for item in review.evidence if item.role in SIDES] if comparison else []
    listing = find(sides, comparison.listing_image_id if comparison else None)
    return listing, find(sides, comparison.photo_id if comparison else None)


def content_of(review: Review, language: str) -> CardContent:
    """What the card of ``review`` says in ``language`` (``en`` or ``nl``)."""
    words = CardWords(language)
    comparison = compared(review)
    listing_image, photo = pictures_of(review)
    listing = listing_of(review)
    claim, card = review.quoted_claim, review.card
    legend, left_out = _legend(review, comparison, words)
    tab = PLATFORM_WORDS[listing.platform] if listing else "WEBSHOP"
    aligned = find(review.alignments, comparison.id) if comparison else None
    return CardContent(
        language=language,
        title=_title(review, words),
        quote=_quoted(claim.quote) if claim else "",
        reasoning=_one_line(claim.reasoning) if claim else "",
        verdict=claim.verdict if claim else None,
        verdict_word=words.text(VERDICT_WORDS[claim.verdict]) if claim and claim.verdict else "",
        listing_tab=_as_label(card.listing_label) or words.text(tab),
        photo_tab=_as_label(card.photo_label) or words.text(REAL_LIFE),
        listing_label=_as_label(card.listing_label),
        photo_label=_as_label(card.photo_label),
        seller=_one_line(listing.seller) if listing else "",
        handle=as_handle(review.card.handle),
        date=words.date(_day(review, listing, photo)),
        legend=legend,
        left_out=left_out,
        listing_marks=review.marks_on(listing_image.id) if listing_image else (),
        photo_marks=review.marks_on(photo.id) if photo else (),
        listing_crop=review.card.listing_crop,
        photo_crop=review.card.photo_crop,
        divided_at=review.card.divided_at,
        claims=_claims(review),
        price=price_words(listing, language),
        alternative=_one_line(review.card.alternative),
        photo_to_listing=aligned.homography if aligned else None,
        lies_exactly=aligned is not None and aligned.is_exact,
        listing_scale=measured_scale(review, listing_image),
        photo_scale=measured_scale(review, photo),
        callouts=review.card.callouts,
        footer=footer_of(review, language) if review.card.footer else "",
        footer_alike=footer_of(review, language, alike=True) if review.card.footer else "",
    )


def footer_of(review: Review, language: str, alike: bool = False) -> str:
    """What was done to both pictures of a review as it is shown; nothing while one lacks.

    ``alike`` as ``said_of`` takes it.
    """
    listing, photo = pictures_of(review)
    if listing is None or photo is None:
        return ""
    return said_of(review, compared(review), listing, photo, language, alike)


def _claims(review: Review) -> tuple[Claim, ...]:
    """The judged claims that the creator chose, in that order, else all."""
    judged = {claim.id: claim for claim in review.claims if claim.verdict is not None}
    picked = tuple(judged[one] for one in review.card.shown_claims if one in judged)
    return picked or tuple(judged.values())


def price_words(listing: Listing | None, language: str) -> str:
    """“€ 39,90”: with the sign that its country uses; nothing when no price is known."""
    if listing is None or listing.price is None:
        return ""
    amount = f"{listing.price:,.2f}".removesuffix(".00")
    if language == "nl":
        amount = amount.translate(str.maketrans(",.", ".,"))
    sign = _SIGNS.get(listing.currency.upper(), listing.currency.upper())
    return f"{sign} {amount}".strip()


def measured_scale(review: Review, evidence: Evidence | None) -> float | None:
    """Millimetres of a pixel as it is shown, on the whole, at the thing of known size."""
    scale = find(review.scales, evidence.id) if evidence else None
    if evidence is None or scale is None:
        return None
    shown = evidence if isinstance(evidence, ShownEvidence) else None
    own = shown.adjustment if shown else None
    if own is not None and own.face and scale.known is Known.LINE and len(scale.points) == 2:
        start, end = (own.transform(point) for point in scale.points)  # it tells no tilt itself
        length_px = math.hypot(end.x - start.x, end.y - start.y)
        return scale.width_mm / length_px if length_px > 0.0 and scale.width_mm > 0.0 else None
    size = (own.width_px, own.height_px) if own else (evidence.width_px, evidence.height_px)
    millimetres = _scale_of(scale, *size)
    if millimetres is None:
        return None
    middle = Rect.spanning(scale.points).center
    return millimetres / (shown.enlargement(middle) if shown else 1.0)


@lru_cache(maxsize=8)
def _scale_of(scale: Scale, width: int, height: int) -> float | None:
    """Of the picture itself; kept, since finding the plane takes longer than painting a card."""
    try:
        plane = plane_of(scale, (width, height), "")
    except KnownError:
        return None  # its corners are unclear: then nothing is known of its size
    middle = Rect.spanning(scale.points).center
    reach = 0.01 * width
    spots = [[middle.x - reach, middle.y], [middle.x + reach, middle.y]]
    spots += [[middle.x, middle.y - reach], [middle.x, middle.y + reach]]
    left, right, above, below = plane.to_mm(np.array(spots))
    # By area, as ``enlargement`` is: across, a slanted plane is shorter than along.
    across, along = right - left, below - above
    area_mm2 = abs(float(across[0] * along[1] - across[1] * along[0]))
    return area_mm2**0.5 / (2 * reach) if area_mm2 > 0.0 else None


def compared(review: Review) -> Comparison | None:
    """The comparison that the card shows: the first that is complete, else the first."""
    whole = (c for c in review.comparisons if c.listing_image_id and c.photo_id)
    return next(whole, next(iter(review.comparisons), None))


def listing_of(review: Review) -> Listing | None:
    """Where the listing image on the card is from; else the review's first."""
    listing_image, _ = pictures_of(review)
    own = find(review.listings, listing_image.listing_id) if listing_image else None
    return own or next(iter(review.listings), None)


def _title(review: Review, words: CardWords) -> str:
    chosen = review.card.title or review.product.name
    return _one_line(chosen) or words.text(DEFAULT_TITLE)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _as_label(text: str) -> str:
    return _one_line(text).upper()


def _quoted(text: str) -> str:
    bare = _one_line(text).strip("\"“”„«»'‘’ ")
    return f"“{bare}”" if bare else ""


def as_handle(text: str) -> str:
    """“@me” of “me”; what has spaces in it is no handle and stays as it is."""
    text = _one_line(text)
    return f"@{text}" if text and " " not in text and not text.startswith("@") else text


def _day(review: Review, listing: Listing | None, photo: Evidence | None) -> date:
    """When it was seen: as the creator noted, else when the photo was taken or came in."""
    if listing and listing.seen_on:
        return listing.seen_on
    if photo and photo.taken_at:
        return photo.taken_at.date()
    return _local_day(photo.added_at if photo else review.created_at)


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _legend(
    review: Review, comparison: Comparison | None, words: CardWords
) -> tuple[tuple[LegendEntry, ...], int]:
    """The gravest differences, in the order of their numbers, and how many are left out."""
    if comparison is None:
        return (), 0
    grave = {Severity.MAJOR: 0, Severity.CLEAR: 1, Severity.MINOR: 2}
    numbered = [(review.number_of(d), d) for d in review.discrepancies_of(comparison.id)]
    by_id = {item.id: (number, item) for number, item in numbered}
    if picked := [by_id[one] for one in review.card.shown_differences if one in by_id]:
        shown = picked[:LEGEND_ROWS]  # what the creator left out is not missing
        return tuple(_entry(*item, words) for item in shown), len(picked) - len(shown)
    chosen = sorted(numbered, key=lambda item: (grave[item[1].severity], item[0]))[:LEGEND_ROWS]
    entries = tuple(_entry(number, item, words) for number, item in sorted(chosen, key=_number))
    return entries, len(numbered) - len(entries)


def differences_of(review: Review) -> tuple[tuple[DiscNumber, Discrepancy], ...]:
    """All of the comparison that the card shows, with their numbers."""
    comparison = compared(review)
    found = review.discrepancies_of(comparison.id) if comparison else ()
    return tuple((review.number_of(item), item) for item in found)


def entries_of(review: Review, language: str) -> tuple[LegendEntry, ...]:
    """The same as the legend says it."""
    words = CardWords(language)
    return tuple(_entry(number, item, words) for number, item in differences_of(review))


def _number(item: tuple[DiscNumber, Discrepancy]) -> int:
    return item[0]


def _entry(number: DiscNumber, item: Discrepancy, words: CardWords) -> LegendEntry:
    text = _one_line(item.note) or words.text(KIND_WORDS[item.kind])
    return LegendEntry(number, text, item.listing_place, item.photo_place)
