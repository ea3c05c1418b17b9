"""Which words one product has and the other lacks, tolerant of what a reader gets wrong.

A word counts as different only where that can be told: its place is in view on both, and there the
other product has plainly read, other print, or plainly none. What can't be made out says nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

from claimcheck.imaging.differing.print_reader import Word
from claimcheck.model.geometry import Rect

_LEGIBLE = 0.85  # of the reader's own score
_LEGIBLE_FIGURE = 0.9  # a figure has no spelling that would give a misreading away
_HERE, _ELSEWHERE = 0.6, 0.8  # likeness from which on a word is the same, at its place and anywhere
_OTHER = 0.5  # likeness up to which what is read at its place is another word
_SURE = 0.95  # of both readings: they count even where the pictures look the same
_SAME_PLACE = 0.3  # of the smaller word's area
_LETTERS, _FIGURES = 3, 2  # at least
_ALIKE = str.maketrans("01|!i58462$€ı", "ollllsbagzsel")
"""Characters that readers take for each other, folded to one."""


class Ground(Enum):
    """What the other picture shows at the place of a word."""

    HIDDEN = auto()
    """Out of view, or something lies over it."""
    BLANK = auto()
    """The ground that the word would be printed on, and nothing on it."""
    SAME = auto()
    """The same print, whatever was read there."""
    PRINTED = auto()
    """Print of some kind."""


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Words on the listing that the product lacks, the reverse, or one in the place of another."""

    listing: str
    """Empty where the listing has no print."""
    product: str
    place: Rect
    strength: float
    """0 to 1: how sure both readings are."""


def differing_words(
    listing: Sequence[Word],
    product: Sequence[Word],
    on_product: Callable[[Rect], Ground],
    on_listing: Callable[[Rect], Ground],
) -> tuple[WordDifference, ...]:
    """What differs, the surest first; both are read in pixels of one plane.

    ``on_product`` tells what the photo shows at the place of a word of the listing, and the other
    way round.
    """
    missing = _lacking(listing, product, on_product)
    extra = _lacking(product, listing, on_listing)
    found, left = [], _joined(extra)
    for lacking in _joined(missing):
        instead = [one for one in left if _shared(lacking.place, one.place) > _SAME_PLACE]
        left = [one for one in left if one not in instead]
        sure = min(one.score for one in (lacking, *instead))
        text = " ".join(one.text for one in instead)
        found.append(WordDifference(lacking.text, text, lacking.place, round(sure, 3)))
    found += [WordDifference("", one.text, one.place, round(one.score, 3)) for one in left]
    return tuple(sorted(found, key=lambda one: -one.strength))


def likeness(one: str, other: str) -> float:
    """0 to 1: how alike two words are, but for case, accents and what readers mix up.

    Figures must be the same: 500 g isn't nearly 450 g.
    """
    first, second = _folded(one), _folded(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if _figures(one) != _figures(other):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def is_legible(word: Word) -> bool:
    """Whether a word was read well enough to build on."""
    plain = [letter for letter in word.text if letter.isalnum()]
    if any(letter.isdigit() for letter in plain):
        shown = [letter for letter in word.text if letter.isalnum() or letter == "%"]
        return word.score >= _LEGIBLE_FIGURE and len(shown) >= _FIGURES
    return word.score >= _LEGIBLE and len(plain) >= _LETTERS


def _lacking(
    words: Sequence[Word], others: Sequence[Word], ground: Callable[[Rect], Ground]
) -> list[Word]:
    """Those of ``words`` that the other product hasn't."""
    return [
        word
        for word in words
        if is_legible(word) and not _is_among(word, others) and _is_lacking(word, others, ground)
    ]


def _is_among(word: Word, others: Sequence[Word]) -> bool:
    """Whether the other product has it anywhere, also as a part of what was read as one word."""
    for other in others:
        near = _shared(word.place, other.place) > 0
        if likeness(word.text, other.text) >= (_HERE if near else _ELSEWHERE):
            return True
    folded = _folded(word.text)
    return any(_holds(line, folded) for line in _lines(others)) if len(folded) >= 4 else False


def _holds(line: str, folded: str) -> bool:
    """Whether a line holds the word, perhaps with a letter misread."""
    if folded in line:
        return True
    size = len(folded)
    windows = (line[at : at + size] for at in range(max(0, len(line) - size) + 1))
    matcher = SequenceMatcher(None, "", folded, autojunk=False)
    for window in windows:
        matcher.set_seq1(window)
        if matcher.quick_ratio() >= _ELSEWHERE and matcher.ratio() >= _ELSEWHERE:
            return True
    return False


def _is_lacking(word: Word, others: Sequence[Word], ground: Callable[[Rect], Ground]) -> bool:
    shown = ground(word.place)
    if shown in (Ground.BLANK, Ground.HIDDEN):
        return shown is Ground.BLANK
    here = [one for one in others if _shared(word.place, one.place) > _SAME_PLACE]
    legible = [one for one in here if is_legible(one)]
    if not legible or any(_may_be(word.text, one.text) for one in here):
        return False
    sure = min(one.score for one in (word, *legible))
    enough = _LEGIBLE_FIGURE if _figures(word.text) else _SURE  # one digit hardly shows
    return shown is not Ground.SAME or sure >= enough


def _may_be(one: str, other: str) -> bool:
    """Whether two readings may be of one word."""
    plain = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
    return likeness(one, other) >= _HERE or (plain > _OTHER and _figures(one) == _figures(other))


def _joined(words: Sequence[Word]) -> list[Word]:
    """Neighbours on one line as one."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and last.line == word.line and _is_next(last.place, word.place):
            spots = (last.place, word.place)
            left, top = min(r.x for r in spots), min(r.y for r in spots)
            right, bottom = max(r.right for r in spots), max(r.bottom for r in spots)
            place = Rect(left, top, right - left, bottom - top)
            text = f"{last.text} {word.text}"
            joined[-1] = Word(text, place, min(last.score, word.score), word.line)
        else:
            joined.append(word)
    return joined


def _is_next(one: Rect, other: Rect) -> bool:
    gap = max(other.x - one.right, one.x - other.right, other.y - one.bottom, one.y - other.bottom)
    return gap < 1.5 * min(one.height, other.height, max(one.width, 1.0))


def _lines(words: Sequence[Word]) -> list[str]:
    lines: dict[int, str] = {}
    for word in words:
        lines[word.line] = lines.get(word.line, "") + _folded(word.text)
    return list(lines.values())


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    folded = plain.translate(_ALIKE)
    return "".join(letter for letter in folded if letter.isalnum() or letter == "%")


def _figures(text: str) -> str:
    """The digits of a text that has any."""
    return "".join(letter for letter in text if letter.isdigit())


def _shared(one: Rect, other: Rect) -> float:
    """The share of the smaller one that lies in the other."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    if across <= 0 or down <= 0:
        return 0.0
    smaller = min(one.width * one.height, other.width * other.height)
    return across * down / max(smaller, 1e-9)
