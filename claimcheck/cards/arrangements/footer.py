"""The footer that says what was done to the pictures, where a card has no other place for it.

Its place is taken before all others'. Where a card goes on below its safe area, it is a strip of
ink at that area's foot; else a band along the lower edge, and the rest is that much shorter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.boxes import CardWarning, Fill, Layout, WarningKind
from claimcheck.cards.colours import INK, PAPER
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format, SafeArea
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.cards.text.fitting import Fitted, TextStyle, fit_text
from claimcheck.cards.text.fonts import INTER
from claimcheck.model.geometry import Rect

_STYLE = TextStyle(INTER, 500, 34, leading=1.24)
_LINES = 4
_ABOVE, _BESIDE = 12.0, 22.0
"""Ink around the words."""
_GAP = 40.0
"""Between it and what stands above it: torn paper reaches that far below what it may."""
_GOES_ON = 120.0
"""Below the safe area, from here on a card has a picture there."""

Arrange = Callable[[CardContent, Format], Layout]


def with_footer(
    content: CardContent, card_format: Format, arrange: Arrange, says_it: bool
) -> Layout:
    """The card that ``arrange`` makes with the footer of ``content`` on it, if it has one.

    ``says_it`` when what it arranges has a place for the footer among its own words.
    """
    if not content.footer or (says_it and _goes_on(card_format)):
        return arrange(content, card_format)
    bare = replace(content, footer="")
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 100.0, safe.bottom)
    inset = _BESIDE if _goes_on(card_format) else 0.0
    fitted = fit_text(content.footer, _STYLE, right - left - inset, (34, SMALLEST_TEXT), _LINES)
    top = float(int(safe.bottom - fitted.height - _ABOVE))
    if _goes_on(card_format):
        strip = Rect(-_BESIDE, top, left + fitted.width + 2 * _BESIDE, safe.bottom + 8.0 - top)
        room = replace(card_format, safe_area=_ending(safe, top - _GAP))
        layout = arrange(replace(bare, reserved=(strip,)), room)
    else:
        strip = Rect(0.0, top, float(card_format.width), card_format.height - top)
        room = replace(card_format, safe_area=_ending(safe, top - 24.0), height=int(top))
        layout = replace(arrange(bare, room), height=card_format.height)
    return _finished(layout, strip, fitted, (left, right))


def _goes_on(card_format: Format) -> bool:
    return card_format.height - card_format.safe_area.bottom > _GOES_ON


def _ending(safe: SafeArea, bottom: float) -> SafeArea:
    """The same area, not below ``bottom``."""
    return SafeArea(tuple((x, min(y, bottom)) for x, y in safe.corners))


def _finished(layout: Layout, strip: Rect, fitted: Fitted, span: tuple[float, float]) -> Layout:
    sheet, style = Sheet(), fitted.style
    block = (len(fitted.lines) - 1) * style.line_height
    first = strip.y + _ABOVE + 0.5 * style.line_height + 0.36 * style.size
    if strip.x >= 0.0:  # a band: in the middle of what is inside the safe area
        first = strip.y + _ABOVE + (fitted.height - block) / 2 + 0.3 * style.size
    sheet.set_text("footer", fitted, span[0], span[1], first, PAPER)
    lacking = [w for w in sheet.warnings if w.kind is WarningKind.ELIDED]
    told: tuple[CardWarning, ...] = (*layout.warnings, *lacking)
    return replace(
        layout,
        fills=(*layout.fills, Fill(strip, INK, turns=strip.x < 0.0)),
        texts=(*layout.texts, *sheet.texts),
        warnings=told,
    )
