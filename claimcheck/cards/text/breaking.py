"""Break a text into lines by sense: balanced, no word alone, not after “the”.

A text is cut into pieces at its break opportunities; widths are given per piece, so that all sizes
of a font are tried without shaping anything again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from pyphen import Pyphen

SENTENCE_END = tuple(".!?;:,–—…。、，！？")
_ENGLISH = "a an the of in on to and or for with by at from is are no not my your its"
_DUTCH = "de het een van op en te voor met bij uit naar om als dan zijn geen niet mijn jouw je"
CLINGING = frozenset(f"{_ENGLISH} {_DUTCH} € £ $".split())
"""Words that belong to the next one: a line doesn't end with them if it can be helped."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays together.

    ``width`` is that of the text alone, ``gap`` that of the space after it; ``hyphen`` is the
    width of the hyphen that a line ending here needs (0 for none).
    """

    text: str
    width: float
    gap: float = 0.0
    hyphen: float = 0.0


def line_width(pieces: Sequence[Piece]) -> float:
    """The width of a line of these pieces."""
    body = sum(piece.width + piece.gap for piece in pieces)
    return body - pieces[-1].gap + pieces[-1].hyphen


def line_text(pieces: Sequence[Piece]) -> str:
    """The text of a line of these pieces."""
    text = "".join(piece.text + (" " if piece.gap else "") for piece in pieces).rstrip()
    return text + ("-" if pieces[-1].hyphen else "")


def fewest_lines(pieces: Sequence[Piece], width: float) -> int:
    """Into how few lines of ``width`` the pieces go; 0 when one alone is too wide."""
    lines, used = 1, 0.0
    for piece in pieces:
        if piece.width + piece.hyphen > width:
            return 0
        if used and used + piece.width + piece.hyphen > width:
            lines, used = lines + 1, 0.0
        used += piece.width + piece.gap
    return lines


def break_evenly(
    pieces: Sequence[Piece], width: float, lines: int
) -> tuple[tuple[Piece, ...], ...] | None:
    """The best way to set the pieces in exactly ``lines`` lines of at most ``width``, if any."""
    count = len(pieces)
    if lines > count:
        return None
    starts = [0.0, *accumulate(p.width + p.gap for p in pieces)]
    target = starts[-1] / lines
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, lines + 1):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            for end in range(start + 1, count + 1):
                last = pieces[end - 1]
                used = starts[end] - starts[start] - last.gap + last.hyphen
                if used > width:
                    break
                if (end == count) != (line == lines):
                    continue
                total = cost + _line_cost(pieces, start, end, used, target, width)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, start)
        best.append(reached)
    if count not in best[-1]:
        return None
    ends, end = [count], count
    for line in range(lines, 0, -1):
        end = best[line][end][1]
        ends.append(end)
    ends.reverse()
    return tuple(tuple(pieces[a:b]) for a, b in pairwise(ends))


def _line_cost(
    pieces: Sequence[Piece], start: int, end: int, used: float, target: float, width: float
) -> float:
    """How ugly one line is: 0 for a full, sensible one."""
    cost = ((used - min(target, width)) / width) ** 2
    last = pieces[end - 1].text
    # A sentence that ends in the middle of a line reads worse than one that ends with it.
    cost += 0.06 * _torn_in(pieces[start:end])
    if end == len(pieces):
        alone = end - start == 1 and start > 0
        return cost + (0.25 if alone and used < 0.6 * target else 0.0)
    if last.endswith(SENTENCE_END):
        cost -= 0.08 if last[-1] in ".!?" else 0.04
    elif _clings(pieces[end - 1]):
        cost += 0.06
    if pieces[end - 1].hyphen or _is_pictograph(pieces[end]):
        cost += 0.10
    return cost


def lonely_words(lines: Sequence[Sequence[Piece]]) -> int:
    """How often the last line is one word under a much longer line, another only “the”, or one
    begins with an emoji, which belongs to the word before it.
    """
    found = sum(len(line) == 1 and _clings(line[0]) for line in lines[:-1])
    found += sum(_is_pictograph(line[0]) for line in lines[1:])
    if len(lines) > 1 and len(lines[-1]) == 1:
        found += line_width(lines[-1]) < 0.6 * line_width(lines[-2])
    return found


def clinging_ends(lines: Sequence[Sequence[Piece]]) -> int:
    """How many lines but the last end with a word that belongs to the next one."""
    return sum(_clings(line[-1]) for line in lines[:-1])


def _is_pictograph(piece: Piece) -> bool:
    return unicodedata.category(piece.text[0]) == "So"


def _clings(piece: Piece) -> bool:
    """Whether it belongs to the next piece: an article, a preposition, a number before its noun."""
    word = piece.text.lower().strip("“”\"'")
    return word in CLINGING or word.isdigit()


def torn_sentences(lines: Sequence[Sequence[Piece]]) -> int:
    """How many sentences end in the middle of a line."""
    return sum(_torn_in(line) for line in lines)


def _torn_in(line: Sequence[Piece]) -> int:
    """How many sentences end in the middle of it; an emoji after its last word is their end."""
    return sum(
        piece.text.endswith((".", "!", "?")) and not _is_pictograph(after)
        for piece, after in pairwise(line)
    )


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="nl_NL", left=3, right=3)


def hyphenation_points(word: str) -> list[int]:
    """Where a word may be parted, by the Dutch patterns of hyphenation.

    Only for words that fit in no line whole: most often compounds of Dutch, or German, which parts
    alike. A word that holds none of its letters together (“120-pack”) has no points there.
    """
    start = next((i for i, char in enumerate(word) if char.isalpha()), len(word))
    end = next((i for i in range(len(word), start, -1) if word[i - 1].isalpha()), start)
    if not word[start:end].isalpha():
        return []
    return [start + int(at) for at in _patterns().positions(word[start:end])]
