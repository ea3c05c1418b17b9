"""The words to post beside a card: what it says, hashtags, sources, and what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.cards.arrangements.sources import SOURCES, sources_of
from claimcheck.cards.content import content_of, entries_of
from claimcheck.cards.words import VERDICT_WORDS, CardWords
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.review import Review

HASHTAGS = QT_TRANSLATE_NOOP("card", "deinfluencing claimcheck")
ALT_TEXT = QT_TRANSLATE_NOOP("card", "Alt text")
ALT_PAIR = QT_TRANSLATE_NOOP(
    "card", "How {product} is sold, and beside or below it a photo of what came."
)
ALT_MARKED = QT_TRANSLATE_NOOP("card", "Marked are: {differences}.")
ALT_CLAIM = QT_TRANSLATE_NOOP("card", "The claim {quote} is stamped {verdict}.")
THING = QT_TRANSLATE_NOOP("card", "the product")
_MOST_HASHTAGS = 8


@dataclass(frozen=True, slots=True)
class Caption:
    """All parts of it, each ready to paste."""

    text: str
    """What the creator wrote, or else what the review says."""
    hashtags: tuple[str, ...]
    """With their ``#``."""
    sources: tuple[str, ...]
    """One a line."""
    alt: str
    """What the card shows, for those who don't see it."""
    language: str

    @property
    def whole(self) -> str:
        """All of it as one text."""
        words = CardWords(self.language)
        parts = [self.text]
        if self.sources:
            lines = "\n".join(f"– {line}" for line in self.sources)
            parts.append(f"{words.text(SOURCES)}:\n{lines}")
        parts += [" ".join(self.hashtags), f"{words.text(ALT_TEXT)}: {self.alt}"]
        return "\n\n".join(part for part in parts if part)


def caption_of(review: Review, language: str) -> Caption:
    """The caption of ``review`` in ``language`` (``en`` or ``nl``), whatever the card's own is."""
    return Caption(
        review.card.caption.strip() or _summary(review, language),
        _hashtags(review, language),
        tuple(" · ".join(part for part in row if part) for row in sources_of(review, language)),
        _alt(review, language),
        language,
    )


def _summary(review: Review, language: str) -> str:
    """Title, differences and verdicts, one a line."""
    words = CardWords(language)
    lines = [content_of(review, language).title]
    lines += [f"{entry.number!s}. {entry.text}" for entry in entries_of(review, language)]
    for claim in review.claims:
        if claim.verdict:
            told = f"“{_plain(claim.quote)}”: {words.text(VERDICT_WORDS[claim.verdict]).lower()}"
            lines.append(f"{told}. {_plain(claim.reasoning)}".rstrip() if claim.reasoning else told)
    return "\n".join(lines)


def _hashtags(review: Review, language: str) -> tuple[str, ...]:
    """The app's own, then those of the listings and the product's name."""
    own = CardWords(language).text(HASHTAGS).split()
    told = [tag for listing in review.listings for tag in listing.hashtags]
    names = [review.product.brand, review.product.name]
    tags = [re.sub(r"[^\w]", "", text).lower() for text in (*own, *told, *names)]
    return tuple(f"#{tag}" for tag in dict.fromkeys(tags) if tag)[:_MOST_HASHTAGS]


def _alt(review: Review, language: str) -> str:
    words, content = CardWords(language), content_of(review, language)
    product = _plain(f"{review.product.brand} {review.product.name}") or words.text(THING)
    parts = [words.text(ALT_PAIR).format(product=product)]
    entries = entries_of(review, language)
    if entries:
        told = "; ".join(f"{entry.number!s}, {entry.text}" for entry in entries)
        parts.append(words.text(ALT_MARKED).format(differences=told))
    if content.quote and content.verdict:
        word = content.verdict_word.lower()
        parts.append(words.text(ALT_CLAIM).format(quote=content.quote, verdict=word))
    return " ".join(parts)


def _plain(text: str) -> str:
    return " ".join(text.split())
