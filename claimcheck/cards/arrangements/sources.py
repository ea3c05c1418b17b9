"""The last slide: where everything comes from, on a receipt."""

from __future__ import annotations

from claimcheck.cards.arrangements.parts import Sheet, fit_title, set_meta, set_title
from claimcheck.cards.arrangements.receipt import column_of, set_dashes
from claimcheck.cards.boxes import Layout
from claimcheck.cards.colours import INK, TEXT_2
from claimcheck.cards.content import CardContent, price_words
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text.fitting import TextStyle, fit_text
from claimcheck.cards.text.fonts import INTER
from claimcheck.cards.words import PLATFORM_WORDS, CardWords
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Listing, Review

SOURCES = QT_TRANSLATE_NOOP("card", "Sources")
SEEN = QT_TRANSLATE_NOOP("card", "seen {date}")
PHOTO = QT_TRANSLATE_NOOP("card", "Photo")
OWN_PHOTO = QT_TRANSLATE_NOOP("card", "my own")
TAKEN = QT_TRANSLATE_NOOP("card", "taken {date}")
TESTED = QT_TRANSLATE_NOOP("card", "How it was tested")
_HEAD = TextStyle(INTER, 700, 40, leading=1.16)
_LINE = TextStyle(INTER, 400, 34, leading=1.22)
_MARGIN = 36.0
_TORN = 46.0
_ADDRESS_LETTERS = 60


def sources_of(review: Review, language: str) -> tuple[tuple[str, ...], ...]:
    """What the review rests on, each as a head and its lines: listings, photo, tests."""
    words = CardWords(language)
    rows: list[tuple[str, ...]] = [_listing_row(listing, words) for listing in review.listings]
    comparison = next((c for c in review.comparisons if c.photo_id), None)
    photo = next((e for e in review.evidence if comparison and e.id == comparison.photo_id), None)
    if photo is not None:
        day = photo.taken_at.date() if photo.taken_at else None
        told = words.text(TAKEN).format(date=words.date(day)) if day else words.text(OWN_PHOTO)
        rows.append((words.text(PHOTO), told))
    tests = [" ".join(claim.tested_how.split()) for claim in review.claims if claim.tested_how]
    if tests:
        rows.append((words.text(TESTED), " ".join(dict.fromkeys(tests))))
    return tuple(rows)


def _listing_row(listing: Listing, words: CardWords) -> tuple[str, ...]:
    head = [words.text(PLATFORM_WORDS[listing.platform])]
    head += [part for part in (listing.seller, listing.promoter) if part]
    line = []
    if listing.price is not None:
        line.append(price_words(listing, words.language))
    if listing.seen_on:
        line.append(words.text(SEEN).format(date=words.date(listing.seen_on)))
    lines = (" · ".join(line), _address(listing.url) if listing.url else "")
    named = " · ".join(" ".join(part.split()) for part in head)
    return named, *(text for text in lines if text)


def _address(url: str) -> str:
    """As a person would write it: without scheme, ``www.`` and query."""
    bare = url.split("://", 1)[-1].split("?", 1)[0].split("#", 1)[0].rstrip("/")
    bare = bare.removeprefix("www.")
    return bare if len(bare) <= _ADDRESS_LETTERS else bare[: _ADDRESS_LETTERS - 1] + "…"


def lay_sources(
    review: Review, content: CardContent, template: Template, card_format: Format
) -> tuple[Layout, Rect]:
    """The receipt and its paper; what has no room is warned of."""
    safe = card_format.safe_area
    left, right = column_of(card_format)
    sheet = Sheet()
    words = CardWords(content.language)
    title = fit_title(template, words.text(SOURCES), right - left, 150.0)
    y = set_title(sheet, title, left, right, safe.top + 22.0, INK) + 0.27 * title.style.size
    end = safe.bottom - 90.0
    for number, row in enumerate(sources_of(review, content.language), start=1):
        below = _set_row(sheet, f"source {number}", row, (left, right), (y, end))
        if below is None:
            sheet.warn_left_out(f"source {number}")
            continue
        y = below
    set_dashes(sheet, left, right, y)
    y = set_meta(sheet, content, left, right, y + 46.0)
    paper = Rect(left - _MARGIN, -40.0, right - left + 2 * _MARGIN, y + 24.0 + _TORN + 40.0)
    layout = Layout(
        card_format.width,
        card_format.height,
        (),
        (),
        (),
        tuple(sheet.fills),
        tuple(sheet.texts),
        (),
        (),
        None,
        tuple(sheet.warnings),
    )
    return layout, paper


def _set_row(
    sheet: Sheet,
    name: str,
    row: tuple[str, ...],
    across: tuple[float, float],
    down: tuple[float, float],
) -> float | None:
    """One source below a dashed rule; gives the y below it, or ``None`` when it doesn't fit."""
    left, right = across
    top, end = down
    width = right - left
    title = fit_text(row[0], _HEAD, width, (40, 36), 2)
    texts = [fit_text(line, _LINE, width, (34, SMALLEST_TEXT), 4) for line in row[1:]]
    height = 34.0 + title.height + sum(text.height for text in texts) + 26.0
    if top + height > end:
        return None
    set_dashes(sheet, left, right, top)
    baseline = top + 30.0 + 0.8 * title.style.size
    sheet.set_text(name, title, left, right, baseline, INK)
    baseline += (len(title.lines) - 1) * title.style.line_height + 10.0
    for text in texts:
        baseline += text.style.line_height
        sheet.set_text(f"{name} details", text, left, right, baseline, TEXT_2)
        baseline += (len(text.lines) - 1) * text.style.line_height
    return top + height
