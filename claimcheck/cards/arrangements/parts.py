"""The parts of every card: title, legend, tabs, slip, stamp. Sizes of a 1080-pixel-wide card."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimcheck.cards.boxes import CardWarning, Fill, NumberDisc, Stamp, TextBox, WarningKind
from claimcheck.cards.colours import INK, PAPER, TEXT_2
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text.fitting import (
    Fitted,
    TextStyle,
    advance,
    faces,
    fit_line,
    fit_text,
    ink,
    joined,
    own_face,
    spread_lines,
)
from claimcheck.cards.text.fonts import BARLOW, INTER
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Verdict

SEAM = 8.0
"""Ink between pictures, and around the slip."""
TAB_HEIGHT = 64.0
TAB_BORDER = 5.0
_CHIP_INSETS = (20.0, 13.0, 7.0)
LEGEND_INDENT = 75.0

_TITLE = TextStyle(BARLOW, 800, 126, tracking=-0.01, leading=0.90)
_CROWDED_TITLE = (68, 64, 60)
_CROWDED_COLUMN = (68, 64, 60, 56, 52, 48)
"""Below what a title should be, above what can be read: for names that would lose words."""
_TAB = TextStyle(BARLOW, 800, 42, tracking=0.04)
META = TextStyle(INTER, 500, 34, leading=1.27)
_STAMP = TextStyle(BARLOW, 800, 72, tracking=0.04)
_STAMP_ANGLE = -5.0
_FOOTER_LINES = 4

SLIP_MAX = 300.0
"""How high a slip should be at most …"""
SLIP_MAX_FULL = 350.0
"""… and how high it gets before a promise or the reasoning loses words."""


@dataclass
class Sheet:
    """The boxes of one part while it is put together, and what couldn't be shown whole."""

    fills: list[Fill] = field(default_factory=list)
    texts: list[TextBox] = field(default_factory=list)
    discs: list[NumberDisc] = field(default_factory=list)
    warnings: list[CardWarning] = field(default_factory=list)

    def add(self, other: Sheet) -> None:
        """Take over the boxes of ``other``."""
        self.fills += other.fills
        self.texts += other.texts
        self.discs += other.discs
        self.warnings += other.warnings

    def set_text(
        self, name: str, fitted: Fitted, x: float, right: float, baseline: float, colour: str
    ) -> None:
        """Put a text down, and tell when it is shortened.

        Right-to-left lines end where the block's widest one does, so that it stays beside its disc.
        """
        # Letters such as Î lean out of their line; what counts is what is painted.
        reach = [ink(line, fitted.style, fitted.rtl) for line in fitted.lines]
        ends = [advance(line, fitted.style) for line in fitted.lines]
        before = max(0.0, *(-box.x for box in reach))
        after = max(0.0, *(box.right - end for box, end in zip(reach, ends, strict=True)))
        x, right = x + before, min(right - after, x + before + fitted.width)
        self.texts.append(TextBox(name, fitted, x, right, baseline, colour))
        if fitted.elided:
            self.warnings.append(CardWarning(WarningKind.ELIDED, name))

    def warn_left_out(self, name: str) -> None:
        """Tell that a text is not on the card at all."""
        self.warnings.append(CardWarning(WarningKind.LEFT_OUT, name))

    def lowered(self, y: float) -> Sheet:
        """The same boxes ``y`` further down."""
        return Sheet(
            [replace(fill, rect=fill.rect.moved(0.0, y)) for fill in self.fills],
            [replace(box, baseline=box.baseline + y) for box in self.texts],
            [replace(disc, center=disc.center.moved(0.0, y)) for disc in self.discs],
            list(self.warnings),
        )

    def shadowed(self, margin: float) -> list[Rect]:
        """What the texts and discs keep covered, with some air."""
        boxes = [box.painted() for box in self.texts]
        boxes += [Rect(d.center.x - 31, d.center.y - 31, 62, 62) for d in self.discs]
        return [box.grown(margin) for box in boxes]


def steps(largest: int, smallest: int) -> tuple[int, ...]:
    """Sizes from ``largest`` down in steps of 4; ``smallest`` is always among them."""
    return (*range(largest, smallest, -4), smallest)


# --- title ---------------------------------------------------------------------------------------


def fit_title(
    template: Template, title: str, width: float, max_height: float, lines: int = 0
) -> Fitted:
    """The title as large as fits; smaller than it should be before it loses or parts a word.

    In at most ``lines`` lines, or the template's own number of them.
    """
    lines = max(lines, template.title_lines)
    sizes = steps(template.title_largest, template.title_smallest)
    fitted = fit_text(title, _TITLE, width, sizes, lines, max_height)
    if fitted.elided:
        crowded = _CROWDED_TITLE if lines == template.title_lines else _CROWDED_COLUMN
        return fit_text(title, _TITLE, width, crowded, lines, max_height)
    if fitted.parted:
        smaller = fit_text(title, _TITLE, width, _CROWDED_TITLE, lines, max_height)
        if not smaller.elided and smaller.parted < fitted.parted:
            return smaller
    return fitted


_HANGS = 0.27
"""Of the size: below a title's last baseline."""


def title_height(fitted: Fitted) -> float:
    """From the top of what ``set_title`` paints to its foot."""
    return set_title(Sheet(), fitted, 0.0, 0.0, 0.0, INK) + _HANGS * fitted.style.size


def set_title(
    sheet: Sheet, fitted: Fitted, x: float, right: float, top: float, colour: str
) -> float:
    """Put the title down with its first line's ink at ``top``; gives the last baseline.

    Below it Latin letters hang a quarter of the size; of letters that hang deeper it is so much
    lower.
    """
    fitted = spread_lines(fitted)
    rise = -ink(fitted.lines[0], fitted.style, fitted.rtl).y
    # Flat capitals and Greek-high accents start at the same height, so that cards look alike.
    baseline = top + max(rise, 0.72 * fitted.style.size)
    last = baseline + (len(fitted.lines) - 1) * fitted.style.line_height
    sheet.set_text("title", fitted, x, right, baseline, colour)
    hangs = ink(fitted.lines[-1], fitted.style, fitted.rtl).bottom
    return last + max(hangs - _HANGS * fitted.style.size, 0.0)


# --- tabs and chips ------------------------------------------------------------------------------


def tab_width(word: str, largest: float = 400.0) -> float:
    """The outer width of a tab."""
    return min(round(advance(word, own_face(_TAB)) + 46.0), largest)


def set_tab(sheet: Sheet, name: str, word: str, rect: Rect, colour: str) -> None:
    """A tab: ink border, its colour, the word centred by its capitals."""
    sheet.fills.append(Fill(rect, INK, turns=True))
    sheet.fills.append(Fill(rect.grown(-TAB_BORDER), colour, turns=True, inset=TAB_BORDER))
    largest = round(42 * rect.height / TAB_HEIGHT)
    sizes = (*steps(largest, 42)[:-1], 42, 38, 34, SMALLEST_TEXT)
    fitted = fit_line(word, _TAB, rect.width - 30.0, sizes)
    if fitted.elided:  # in a brand's wide face; the own one is narrow on purpose
        with faces("", ""):
            fitted = fit_line(word, _TAB, rect.width - 30.0, sizes)
    # Tracking leaves a space after the last letter; half of it belongs on the other side.
    x = rect.center.x - (fitted.width - fitted.style.tracking * fitted.style.size) / 2
    hangs = ink(fitted.lines[0], fitted.style, fitted.rtl).bottom  # of some scripts deep
    baseline = min(rect.center.y + 0.35 * fitted.style.size, rect.bottom - 2 * TAB_BORDER - hangs)
    sheet.set_text(name, fitted, x, x + fitted.width, baseline, INK)


def set_chip(
    sheet: Sheet, name: str, text: str, x: float, right: float, rect_y: Rect
) -> Rect | None:
    """An ink chip beside a tab, as wide as its text; nothing when there is no text."""
    if not text or right - x < 120.0:
        return None
    inset, fitted = _fit_chip(text, right - x)
    rect = Rect(x, rect_y.y, fitted.width + 2 * inset, rect_y.height)
    sheet.fills.append(Fill(rect, INK, turns=True))
    baseline = rect.center.y + 0.36 * fitted.style.size
    sheet.set_text(name, fitted, x + inset, rect.right - inset, baseline, PAPER)
    return rect


def chip_fits(text: str, width: float) -> bool:
    """Whether ``set_chip`` can show ``text`` whole in ``width``, with air at its sides."""
    return not text or not _fit_chip(text, width, _CHIP_INSETS[:2])[1].elided


def _fit_chip(
    text: str, width: float, insets: tuple[float, ...] = _CHIP_INSETS
) -> tuple[float, Fitted]:
    """The text and the air at its sides, which is given up before words are."""
    for inset in insets:
        fitted = fit_line(text, META, width - 2 * inset, (34, SMALLEST_TEXT))
        if not fitted.elided:
            break
    return inset, fitted


def set_meta(sheet: Sheet, content: CardContent, x: float, right: float, baseline: float) -> float:
    """Source, handle and date in as many lines as they need, and below them what was done to the
    pictures where the card is to say so; gives the last baseline.
    """
    for index, (name, text) in enumerate(_meta(content, right - x)):
        baseline += META.line_height if index else 0.0
        fitted = fit_line(text, META, right - x, (34, SMALLEST_TEXT))
        sheet.set_text(name, fitted, x, right, baseline, TEXT_2)
    return set_footer(sheet, content, x, right, baseline)


def set_footer(
    sheet: Sheet, content: CardContent, x: float, right: float, baseline: float
) -> float:
    """What was done to the pictures, below a line at ``baseline``; gives the last baseline."""
    if not content.footer:
        return baseline
    fitted = _fit_footer(content, right - x)
    sheet.set_text("footer", fitted, x, right, baseline + META.line_height, TEXT_2)
    return baseline + META.line_height + (len(fitted.lines) - 1) * fitted.style.line_height


def footer_height(content: CardContent, width: float) -> float:
    """What ``set_footer`` will add."""
    if not content.footer:
        return 0.0
    fitted = _fit_footer(content, width)
    return META.line_height + (len(fitted.lines) - 1) * fitted.style.line_height


def _fit_footer(content: CardContent, width: float) -> Fitted:
    return fit_text(content.footer, META, width, (34, SMALLEST_TEXT), _FOOTER_LINES)


def meta_lines(content: CardContent, width: float) -> int:
    """How many lines ``set_meta`` will need."""
    below = len(_fit_footer(content, width).lines) if content.footer else 0
    return len(_meta(content, width)) + below


def _meta(content: CardContent, width: float) -> tuple[tuple[str, str], ...]:
    """Name and words of each line: one if all fits there, else two or three."""
    seller, handle, day = content.seller, content.handle, content.date
    ways = (
        (("source", joined(seller, handle, day)),),
        (("source", seller or handle), ("handle", joined(handle if seller else "", day))),
        (("source", seller), ("handle", handle), ("date", day)),
    )
    for way in ways:
        lines = tuple((name, text) for name, text in way if text)
        fits = (fit_line(text, META, width, (34, SMALLEST_TEXT)) for _, text in lines)
        if not any(fitted.elided for fitted in fits):
            return lines
    # A name that is too long even for itself: shortened, without a line more for that.
    return tuple((name, text) for name, text in ways[1] if text)


# --- stamp ---------------------------------------------------------------------------------------


def make_stamp(verdict: Verdict, word: str, max_width: float, largest: int = 72) -> Stamp:
    """The sticker around the origin, as large as ``max_width`` allows, rotated."""
    sizes = steps(largest, 41)
    size = next((s for s in sizes if _stamp_width(word, s) <= max_width), sizes[-1])
    return Stamp(
        Point(0.0, 0.0),
        _stamp_width(word, size),
        stamp_height(size),
        _STAMP_ANGLE,
        verdict,
        word,
        size,
    )


def stamp_height(size: int) -> float:
    """A sticker's height with both edges, for a word of ``size``."""
    return round(1.52 * size) + 22.0


def stamp_style(size: int) -> TextStyle:
    """The face of a stamp's word."""
    return _STAMP.sized(size)


def _stamp_width(word: str, size: int) -> float:
    return round(advance(word, stamp_style(size)) + 2.1 * size) + 22.0


def moved_stamp(stamp: Stamp, center: Point) -> Stamp:
    """The same sticker elsewhere."""
    return replace(stamp, center=center)


def stamp_across(
    content: CardContent, sheet: Sheet, right: float, below: bool = False
) -> Stamp | None:
    """The stamp across the upper or lower edge of the slip of ``sheet``, clear of every letter."""
    if content.verdict is None:
        return None
    stamp = make_stamp(content.verdict, content.verdict_word, 400.0, largest=62)
    reach = stamp.painted()
    letters = [box.painted() for box in sheet.texts]
    if below:
        y = max(box.bottom for box in letters) + 5.0 + reach.height / 2
    else:
        y = min(box.y for box in letters) - 5.0 - reach.height / 2
    return moved_stamp(stamp, Point(right - 2.0 - reach.width / 2, y))


def slip_span(card_format: Format) -> tuple[float, float]:
    """Where the words of a slip begin, and where its paper ends: it covers a part of the pictures.

    It bleeds off the left edge, so it must not nearly reach the right one.
    """
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 420.0, safe.bottom)
    return left, min(right, max(left + 660.0, 0.6 * card_format.width))


def slip_fills(rect: Rect, colour: str) -> list[Fill]:
    """The paper with its ink border; the left border lies off the card."""
    return [
        Fill(rect, INK, turns=True),
        Fill(rect.grown(-SEAM), colour, turns=True, inset=SEAM),
    ]
