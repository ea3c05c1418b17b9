"""Fit text into a width: the largest size, the best lines; elided only when nothing else helps."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QTextLayout, QTextOption

from claimcheck.cards.text.breaking import (
    Piece,
    break_evenly,
    clinging_ends,
    fewest_lines,
    hyphenation_points,
    line_text,
    lonely_words,
    torn_sentences,
)
from claimcheck.cards.text.fonts import BARLOW, INTER, face
from claimcheck.cards.text.letters import (
    Runs,
    bolder_by,
    kept_by_each_thread,
    letter_shapes,
    runs_of,
)
from claimcheck.model.geometry import Rect

_ISOLATED, _END = "\u2068", "\u2069"
"""Around a part of a line that runs the other way (Unicode UAX #9): a handle in Arabic took the
digits of the date beside it along.
"""
_MEASURED_AT = 100
_ENDLESS = 1e6
_AIR = 0.03
"""Of the size: what stays free between the letters of two lines of a title."""
_KEPT_LINES = 96
_IDEOGRAPHS = 0x2E80
"""From this letter on scripts break between any two."""
_COSTLY = 0.6
"""Of a text's only line: as long as what is left is not longer, a word is cut at a letter."""
_SLACK = 0.995
"""Part of a width that may be used: a line's pieces are measured apart, its letters kern."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face at a size, in card pixels; ``leading`` is the line's height as a part of the size."""

    family: str
    weight: int
    size: int
    tracking: float = 0.0
    leading: float = 1.2

    def sized(self, size: int) -> TextStyle:
        """The same at another size."""
        return replace(self, size=size)

    @property
    def line_height(self) -> float:
        """From one baseline to the next, in card pixels."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text that fit; ``elided`` when words are missing at the end."""

    style: TextStyle
    lines: tuple[str, ...]
    rtl: bool = False
    elided: bool = False

    @property
    def height(self) -> float:
        """All lines, from the top of the first line's height to the bottom of the last's."""
        return len(self.lines) * self.style.line_height

    @property
    def width(self) -> float:
        """The widest line's advance."""
        return max((advance(line, self.style) for line in self.lines), default=0.0)

    @property
    def parted(self) -> int:
        """How many lines end within a word."""
        return sum(line.endswith("-") for line in self.lines)


_faces: ContextVar[tuple[str, str]] = ContextVar("faces", default=("", ""))


@contextmanager
def faces(title: str, text: str) -> Iterator[None]:
    """Within this, what is fitted is set in these families instead of Barlow and Inter.

    Empty leaves a family as it is. What was fitted keeps its family afterwards.
    """
    token = _faces.set((title, text))
    try:
        yield
    finally:
        _faces.reset(token)


def own_face(style: TextStyle) -> TextStyle:
    """``style`` in the creator's own family, where one is chosen."""
    title, text = _faces.get()
    family = title if style.family == BARLOW else text if style.family == INTER else ""
    return replace(style, family=family) if family else style


# --- measuring -----------------------------------------------------------------------------------


def line_layout(text: str, style: TextStyle, rtl: bool) -> QTextLayout:
    """One shaped line at the origin, ready to measure or draw."""
    font = face(style.family, style.size, style.weight, style.tracking)
    layout = QTextLayout(text, font)
    # Absolute: where the line stands is decided by who places it, not by its direction.
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(right if rtl else left)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(_ENDLESS)
        line.setPosition(QPointF(0.0, -line.ascent()))
    layout.endLayout()
    return layout


@kept_by_each_thread(_KEPT_LINES)
def line_runs(text: str, style: TextStyle, rtl: bool) -> Runs:
    """The letters of one line at the origin, ready to paint."""
    return runs_of(line_layout(text, style, rtl))


@lru_cache(maxsize=4096)
def advance(text: str, style: TextStyle) -> float:
    """The width of one line of text, in card pixels."""
    layout = line_layout(text, style, is_rtl(text))
    return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0


@lru_cache(maxsize=1024)
def ink(text: str, style: TextStyle, rtl: bool = False) -> Rect:
    """What a line really paints, from its origin on the baseline (so y is mostly negative)."""
    bounds, layout = QRectF(), line_layout(text, style, rtl)
    for run in layout.glyphRuns():
        font, more = run.rawFont(), bolder_by(run, layout.font())
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = font.boundingRect(glyph).translated(position)
            bounds = bounds.united(box.adjusted(-more, -more, more, more) if more else box)
    return Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height())


@lru_cache(maxsize=256)
@lru_cache(maxsize=64)
def spread_lines(fitted: Fitted, widest: float = 1.1) -> Fitted:
    """The same lines a little further apart where a “g” would touch the “J” below it."""
    shapes = [letter_shapes(line_layout(line, fitted.style, fitted.rtl)) for line in fitted.lines]
    air = _AIR * fitted.style.size
    leading = fitted.style.leading
    while leading < widest and any(
        above.intersects(below.translated(0.0, leading * fitted.style.size - air))
        for above, below in pairwise(shapes)
    ):
        leading = min(leading + 0.02, widest)
    return replace(fitted, style=replace(fitted.style, leading=leading))


def least_apart(above: Fitted, below: Fitted) -> float:
    """Between last and first baseline: some scripts' letters hang deep, or rise high."""
    hangs = ink(above.lines[-1], above.style, above.rtl).bottom
    return hangs - ink(below.lines[0], below.style, below.rtl).y + _AIR * above.style.size


def is_torn(fitted: Fitted, text: str) -> bool:
    """Whether a word of ``text`` is broken between two letters or digits, without a hyphen.

    Scripts without spaces between words break there as a matter of course.
    """
    return any(
        f"{above}{below}" in text and above[-1:].isalnum() and ord(above[-1]) < _IDEOGRAPHS
        for above, below in pairwise(fitted.lines)
    )


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def joined(*parts: str) -> str:
    """The parts that there are, with a middle dot between; each is read in its own direction."""
    there = [part for part in parts if part]
    if any(is_rtl(part) for part in there) and not all(is_rtl(part) for part in there):
        there = [f"{_ISOLATED}{part}{_END}" for part in there]
    return " · ".join(there)


# --- cutting -------------------------------------------------------------------------------------


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[int]:
    """Positions in ``text``, by Python's counting; Qt counts an emoji as two."""
    at_unit, index = {}, 0
    for number, char in enumerate(text):
        at_unit[index] = number
        index += 2 if ord(char) > 0xFFFF else 1
    at_unit[index] = len(text)
    finder = QTextBoundaryFinder(kind, text)
    found = []
    while (position := finder.toNextBoundary()) >= 0:
        if position in at_unit:
            found.append(at_unit[position])
    return found


@lru_cache(maxsize=512)
def _pieces(text: str, style: TextStyle, longest: float) -> tuple[Piece, ...]:
    """The pieces of ``text`` measured at ``_MEASURED_AT``; none is wider than ``longest``."""
    sample = style.sized(_MEASURED_AT)
    space, hyphen = advance("n n", sample) - advance("nn", sample), advance("-", sample)
    pieces: list[Piece] = []
    start = 0
    for end in _boundaries(text, QTextBoundaryFinder.BoundaryType.Line):
        raw = text[start:end]
        word, start = raw.rstrip(), end
        if not word:
            continue
        gap = space if raw != word else 0.0
        width = advance(word, sample)
        if width <= longest:
            pieces.append(Piece(word, width, gap))
            continue
        parts = _parted(word, sample, longest - hyphen)
        for number, (part, hyphenated) in enumerate(parts, start=1):
            last = number == len(parts)
            pieces.append(
                Piece(
                    part,
                    advance(part, sample),
                    gap if last else 0.0,
                    hyphen if hyphenated and not last else 0.0,
                )
            )
    return tuple(pieces)


def _parted(word: str, style: TextStyle, longest: float) -> list[tuple[str, bool]]:
    """Parts of a word that is too wide, each with whether it takes a hyphen."""
    cuts = hyphenation_points(word)
    graphemes = _boundaries(word, QTextBoundaryFinder.BoundaryType.Grapheme)
    parts: list[tuple[str, bool]] = []
    start = 0
    while start < len(word):
        if advance(word[start:], style) <= longest:
            parts.append((word[start:], False))
            break
        fitting = [c for c in cuts if c > start and advance(word[start:c], style) <= longest]
        if fitting:
            cut, hyphenated = (
                _most_even(word[start:], [c - start for c in fitting], style, longest),
                True,
            )
            cut += start
        else:
            inside = [g for g in graphemes if g > start]
            wide = [g for g in inside if advance(word[start:g], style) <= longest]
            cut, hyphenated = (wide or inside[:1])[-1], False
        parts.append((word[start:cut], hyphenated))
        start = cut
    return parts


def _most_even(rest: str, cuts: list[int], style: TextStyle, longest: float) -> int:
    """The cut that leaves parts of one length: three letters alone look like a mistake."""
    width = advance(rest, style)
    even = width / math.ceil(width / longest)
    return min(cuts, key=lambda cut: abs(advance(rest[:cut], style) - even))


# --- fitting -------------------------------------------------------------------------------------


def fit_text(
    text: str,
    style: TextStyle,
    width: float,
    sizes: Iterable[int],
    max_lines: int,
    max_height: float = _ENDLESS,
) -> Fitted:
    """Set ``text`` as large as fits into ``width``, ``max_lines`` and ``max_height``.

    Larger type is worth a line more, up to a point: a line costs as much as 14 pixels of size.
    A word is parted only when it is too wide whole at the smallest size. What doesn't fit at the
    smallest size is elided.
    """
    tried = tuple(sorted(set(sizes), reverse=True))
    return _fitted(text, own_face(style), width, tried, max_lines, max_height)


@lru_cache(maxsize=2048)
def _fitted(
    text: str,
    style: TextStyle,
    width: float,
    sizes: tuple[int, ...],
    max_lines: int,
    max_height: float,
) -> Fitted:
    """``fit_text``; kept, since most of a card's words stay as they are while one is edited."""
    rtl = is_rtl(text)
    smallest = sizes[-1]
    pieces = _pieces(text, style, _SLACK * width * _MEASURED_AT / smallest)
    best: tuple[float, Fitted] | None = None
    for lines in range(1, max_lines + 1):
        for size in sizes:
            sized = style.sized(size)
            room = _SLACK * width * _MEASURED_AT / size
            if (
                lines * sized.line_height > max_height
                or not 0 < fewest_lines(pieces, room) <= lines
            ):
                continue
            broken = break_evenly(pieces, room, lines)
            if broken is None:
                continue
            worth = size - 14 * (lines - 1) - 20 * torn_sentences(broken)
            worth -= 20 * lonely_words(broken)
            worth -= 12 * clinging_ends(broken)
            fitted = Fitted(sized, tuple(line_text(line) for line in broken), rtl)
            if fitted.width > width:
                continue  # a sign that no font has is as wide as it likes at each size
            if best is None or worth > best[0]:
                best = worth, fitted
            break
    return best[1] if best else _elided(text, style.sized(smallest), width, max_lines, max_height)


def fit_line(text: str, style: TextStyle, width: float, sizes: Iterable[int]) -> Fitted:
    """Set ``text`` on one line, as large as fits; elided at the smallest size."""
    return fit_text(text, style, width, sizes, 1)


def _elided(text: str, style: TextStyle, width: float, max_lines: int, max_height: float) -> Fitted:
    lines_left = max(1, min(max_lines, int(max_height // style.line_height)))
    room = _SLACK * width * _MEASURED_AT / style.size
    pieces = _pieces(text, style, room)
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if lines[-1] and fewest_lines([*lines[-1], piece], room) != 1:
            if len(lines) == lines_left:
                break
            lines.append([])
        lines[-1].append(piece)
    ending = "…”" if text.startswith("“") else "…"
    whole = [line_text(line) for line in lines[:-1]]
    whole = [
        line if advance(line, style) <= width else _shortened(line, "", style, width)
        for line in whole
    ]
    last = line_text(lines[-1]) if lines[-1] else ""
    return Fitted(
        style,
        (*whole, _shortened(last, ending, style, width, 0.0 if whole else _COSTLY)),
        is_rtl(text),
        elided=True,
    )


def _shortened(
    text: str, ending: str, style: TextStyle, width: float, costly: float = _COSTLY
) -> str:
    """``text`` with ``ending``, cut at the end of a word; at a letter where no more than a
    ``costly`` part of the line would be left.
    """
    for cut in reversed([0, *_boundaries(text, QTextBoundaryFinder.BoundaryType.Grapheme)]):
        kept = text[:cut].rstrip(" ,;:.-–—…”")
        if advance(kept + ending, style) <= _SLACK * width:
            at_word = text[:cut].rfind(" ")
            if cut < len(text) and at_word > costly * cut:
                kept = text[:at_word].rstrip(" ,;:.-–—…”")
            return kept + ending
    return ending
