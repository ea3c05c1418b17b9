"""Promises in a description: word for word, cut only where the page itself ends a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from claimcheck.capture import words
from claimcheck.capture.description import Line
from claimcheck.capture.main_product import UNSPACED, likeness
from claimcheck.capture.money import find_money

MOST = 60
"""A reviewer ticks a few; a page that lists more is a catalogue."""

_MEASURE = re.compile(r"[\d\s.,×x*/+–-]+(?:[cdmk]?m|k?g|lbs?|oz|in|inch|[cm]?l|W|V|\"|'')?", re.I)
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9._/-]{5,}")
_NUMBER_ROW = re.compile(
    r"[^\W\d][^:#：.!?]{0,24}[:#：]\s*(?=\S*\d\S*\d)[A-Z0-9][A-Z0-9._/-]{4,}(?: [-–/] [A-Z0-9]+)?"
)
_DATE = re.compile(r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{2,4}\b)?")
_BULLET = re.compile(r"^[\s•●▪■◆✓✔✅★☆►▶→*·‣○⭐❤🔥👉➤–—-]+\s*")
# An abbreviation or a single letter before a full stop doesn't end a sentence; nor does a number.
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[^\W\d_]\.)(?<!\b(?:nr|ca|bv|vs|no|St|Dr|Mr|Nr|Ca|No)\.)"
    r"(?<!\b(?:bzw|inc|max|min|Mrs)\.)(?<!\bapprox\.)\s+"
    r"(?=[\"“„'(]?[^\W_a-zß-ÿ])"
    r"|(?<=[a-zß-ÿ][a-zß-ÿ][.!?])(?=[A-ZÀ-Þ][a-zß-ÿ ])"  # two paragraphs run into one
    r"|(?<=[。！？])(?=\S)"
)
# What pages say in descriptions that isn't about the product.
_NO_PROMISE = re.compile(
    r"https?://|©|\w@\w|cookie|read more|show (?:more|less)|see more|learn more|mehr lesen"
    r"|weiterlesen|mehr anzeigen|lire la suite|voir plus|lees meer|meer lezen|leggi |click here"
    r"|javascript|privacy|terms (?:and|&)|customer service|returns?\b.{0,20}polic|share this"
    r"|add to (?:cart|bag)"
    r"|pinterest|facebook|whatsapp|twitter|instagram|exchanges and returns|store availability"
    r"|secure transaction|payment security|log ?in|sign in|in stock",
    re.I,
)


def find_promises(lines: Iterable[Line], name: str) -> tuple[str, ...]:
    """Sentences and bullet points that say something of the product called ``name``."""
    found: dict[str, str] = {}
    for line in lines:
        text = _BULLET.sub("", line.text).strip()
        is_bullet = line.is_bullet or text != line.text
        for sentence in _SENTENCE_END.split(text):
            part = sentence.strip()
            if _is_promise(part, name, is_bullet) and (key := _unlike(part, found)):
                found[key] = part
        if len(found) >= MOST:
            break
    return tuple(found.values())[:MOST]


def _unlike(text: str, found: Mapping[str, str]) -> str:
    """What tells it from those found; "" when it is one of them, or two of them run together."""
    key = re.sub(r"[\W_]+", "", text.casefold())
    joined = (key[len(known) :] for known in found if known and key.startswith(known))
    return "" if any(rest in found or not rest for rest in joined) else key


def _is_promise(text: str, name: str, is_bullet: bool) -> bool:
    if not 5 <= len(text) <= 400 or not re.search(r"[^\W\d_]{2}", text):
        return False
    if text[-1] in ":?" or _is_shop_talk(text):
        return False
    if _MEASURE.fullmatch(text) or words.SECTION.fullmatch(text) or _is_number(text):
        return False
    is_short = len(text.split()) < 4 and not UNSPACED.search(text)
    is_short = is_short and not re.search(r"\d|[.!]$", text)
    if is_short and not is_bullet:
        return False  # a heading
    if len(text) < 40 and _is_detail(text):
        return False
    # The name alone, or a title of the page: "Name | Shop | Kind".
    is_long = len(text) > len(name) + 5 and " | " not in text
    return is_long or likeness(text, name) < 1.0


def _is_shop_talk(text: str) -> bool:
    """What the shop says of itself, or when it would deliver: two dates and little else."""
    if _NO_PROMISE.search(text) or words.SHOP_TALK.search(text) or words.ADVERT.search(text):
        return True
    return len(_DATE.findall(text)) > 1 and len(re.sub(r"[\W\d_]", "", _DATE.sub("", text))) < 8


def _is_number(text: str) -> bool:
    """A row, or several, of what the shop or the maker counts the product by."""
    labels = (words.SKU_LABEL, words.GTIN_LABEL)
    is_named = any(
        (found := label.match(text)) and found[0].rstrip()[-1:] in ":#：" for label in labels
    )
    return _NUMBER_ROW.fullmatch(text) is not None or (is_named and len(text.split()) < 12)


def _is_detail(text: str) -> bool:
    """A number of the shop's, the maker's name or a price, and nothing said of it."""
    if _CODE.fullmatch(text):
        return True
    code = words.SKU_LABEL.match(text)
    if code and (re.search(r"[:#].*\d", text) or _CODE.fullmatch(text[code.end() :].strip())):
        return True
    label = words.BRAND_LABEL.match(text)
    return (label is not None and ":" in label[0]) or (len(text) < 24 and bool(find_money(text)))
