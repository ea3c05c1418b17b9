"""Search as one types: every word of the search must begin a word of the review."""

from __future__ import annotations

import re
import unicodedata

from claimcheck.model.review import Review

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> list[str]:
    """The words of ``text`` without case and accents; signs only separate."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def searchable(review: Review) -> str:
    """All that a search looks through, folded, with a space before every word."""
    texts = [
        *(review.product.name, review.product.brand, review.product.gtin, review.product.category),
        *(text for item in review.listings for text in (item.seller, item.promoter)),
        *(text for item in review.claims for text in (item.quote, item.reasoning)),
        *(item.note for item in review.discrepancies),
    ]
    return "".join(f" {word}" for text in texts for word in fold(text))


def patterns(search: str) -> list[str]:
    """For each word a ``LIKE`` pattern; folded words hold nothing that ``LIKE`` would interpret."""
    return [f"% {word}%" for word in fold(search)]
