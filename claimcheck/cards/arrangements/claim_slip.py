"""The slip: legend, promise and reasoning on paper, the stamp beside them or across its edge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.legend import set_legend
from claimcheck.cards.arrangements.parts import (
    SEAM,
    SLIP_MAX,
    SLIP_MAX_FULL,
    Sheet,
    footer_height,
    make_stamp,
    moved_stamp,
    set_footer,
    slip_fills,
    stamp_across,
)
from claimcheck.cards.arrangements.quotes import (
    QuoteFit,
    fit_long_quote,
    fit_quote,
    fit_reason,
    set_quote,
)
from claimcheck.cards.boxes import Fill, Stamp, WarningKind
from claimcheck.cards.colours import INK, TEXT_2
from claimcheck.cards.content import CardContent
from claimcheck.cards.templates import Template
from claimcheck.cards.text.fitting import Fitted, is_torn, least_apart
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Point, Rect

_TALLEST = 440.0
"""A slip with legend and a long promise; rather than a promise that breaks off."""
_STAMP_WIDTHS = (330.0, 280.0, 240.0)
"""Beside a quote, tried in this order until the quote has room."""
_RULE = 4.0
_STAMP_ABOVE = 118.0
"""What a stamp across the slip's upper edge needs above it."""
_STAMP_BELOW, _OUT = 140.0, 36.0
"""What a stamp below the words of a tall slip needs, and how far it stands out at its right."""
_MUCH_MORE = 1.5
"""Times the letters of a promise: for so many more of them its stamp stands across the edge."""
_INTO_FOOTER = 6.0
"""How far a stamp reaches below the line above a footer: less than its letters' accents rise."""
_NARROWED = (0.62, 0.72, 0.82)
"""Of a slip's usual width."""
_POKES = 24.0
"""How far a stamp beside a quote may stand out of the slip."""


def slip_sheet(
    template: Template,
    content: CardContent,
    left: float,
    right: float,
    tallest: float,
    lines: int = 2,
    low: bool = False,
) -> tuple[Sheet, Stamp | None, float]:
    """Slip and stamp as if the slip's top were at 0, and the slip's outer height.

    ``tallest`` is the height that there is for both together; the legend's rows get so many
    ``lines`` where that leaves them room, else one. A ``low`` slip has its stamp beside the quote
    even without a legend, rather than across its upper edge.
    """
    sheet = Sheet()
    y = SEAM + 16.0
    text_right = right - 24.0
    if content.legend:
        pitch = 64.0 if len(content.legend) < 3 else 60.0
        more = more_words(content.language, content.left_out)
        y = set_legend(sheet, content, more, left, text_right, y + 28.0, pitch, lines) + 28.0
    stamp = None
    if content.quote:
        room = tallest - footer_height(content, text_right - left)
        stamp, y = _set_claim(sheet, content, (left, right), y, room, low)
    inset = 22.0 if content.quote else 16.0
    if content.footer:  # the last line's letters hang below it, a disc's middle doesn't
        y = set_footer(sheet, content, left, text_right, y if content.quote else y - 10.0)
        inset = 22.0
    height = round(y + inset + SEAM)
    if height > tallest and lines > 1:
        return slip_sheet(template, content, left, right, tallest, 1, low)
    paper = slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    sheet.fills[:0] = paper
    if stamp is None and content.verdict and content.quote:
        stamp = stamp_across(content, sheet, right)
    return sheet, stamp, float(height)


def tall_slip_sheet(
    template: Template, content: CardContent, left: float, right: float, tallest: float
) -> tuple[Sheet, Stamp | None, float]:
    """As ``slip_sheet`` for a column without a legend: the stamp below the words, across the foot
    and the right edge of the paper.
    """
    sheet, stamp, text_right = Sheet(), None, right - 24.0
    room = tallest - (_STAMP_BELOW if content.verdict else 0.0) - 2 * SEAM
    fit = fit_quote(content, text_right - left, room)
    y = set_quote(sheet, fit, left, text_right, SEAM + 16.0)
    y = set_footer(sheet, content, left, text_right, y)
    height = y + 22.0 + SEAM
    if content.verdict:
        widest = right + _OUT - left
        stamp = make_stamp(content.verdict, content.verdict_word, widest, largest=58)
        reach = stamp.painted()
        y += 18.0 + reach.height / 2
        x = max(right + _OUT - reach.width / 2, left + reach.width / 2)
        stamp = moved_stamp(stamp, Point(x, y))
        height = y + 4.0
    height = float(round(height))
    sheet.fills[:0] = slip_fills(
        Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour
    )
    return sheet, stamp, height


def narrow_slip_sheet(
    template: Template, content: CardContent, left: float, right: float
) -> tuple[Sheet, Stamp | None, float]:
    """As ``slip_sheet`` for a narrow column: the reasoning lies below the stamp, not beside it."""
    sheet, stamp = Sheet(), None
    text_right = quote_right = right - 24.0
    y = SEAM
    if content.legend:
        more = more_words(content.language, content.left_out)
        y = set_legend(sheet, content, more, left, text_right, SEAM + 42.0, 58.0) + 36.0
        sheet.fills.append(Fill(Rect(left, y, text_right - left, _RULE), INK))
        y += _RULE
    if content.verdict:
        stamp = make_stamp(content.verdict, content.verdict_word, 270.0, largest=52)
        reach = stamp.painted()
        stamp = moved_stamp(stamp, Point(right - reach.width / 2, y + 4.0 + reach.height / 2))
        quote_right = right - reach.width - 14.0
    quote = fit_quote(replace(content, reasoning=""), quote_right - left, SLIP_MAX)
    baseline = set_quote(sheet, quote, left, quote_right, y + 14.0)
    reason = fit_reason(content.reasoning, quote_right - left, 1)
    beside = reason is not None and not reason.elided
    if not beside:
        reason = fit_reason(content.reasoning, text_right - left, 2)
    if reason is not None:
        below = stamp.painted().bottom + 36.0 if stamp and not beside else 0.0
        baseline = max(baseline + max(44.0, least_apart(quote.quote, reason)), below)
        sheet.set_text("reasoning", reason, left, text_right, baseline, TEXT_2)
        baseline += (len(reason.lines) - 1) * reason.style.line_height
    into = _INTO_FOOTER if content.footer else 22.0
    bottom = max(baseline, stamp.painted().bottom - into if stamp else 0.0)
    bottom = set_footer(sheet, content, left, text_right, bottom)
    height = float(round(bottom + 20.0 + SEAM))
    sheet.fills[:0] = slip_fills(
        Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour
    )
    return sheet, stamp, height


def narrowest_slip(
    template: Template, content: CardContent, left: float, right: float, room: float
) -> tuple[Sheet, Stamp | None, float] | None:
    """A slip from ``left`` to well before ``right``, which leaves numbers room beside it.

    ``None`` where its words would be torn for that, or it gets higher than ``room``.
    """
    for part in _NARROWED:
        column = left + part * (right - left)
        if content.quote:
            slip = narrow_slip_sheet(template, content, left, column)
        else:
            slip = slip_sheet(template, content, left, column, room)
        sheet, _, height = slip
        lost = any(w.kind is WarningKind.ELIDED for w in sheet.warnings)
        if (
            height <= room
            and not lost
            and not (content.quote and reads_badly(sheet, content.quote))
        ):
            return slip
    return None


def reads_badly(sheet: Sheet, quote: str, most_lines: int = 3) -> bool:
    """Whether the quote is torn: shortened, broken within a word, or a column of single words."""
    fitted = next(box.fitted for box in sheet.texts if box.name == "claim")
    torn = is_torn(fitted, quote) or fitted.parted > 0
    return torn or fitted.elided or len(fitted.lines) > most_lines


def _set_claim(
    sheet: Sheet,
    content: CardContent,
    span: tuple[float, float],
    y: float,
    tallest: float,
    low: bool,
) -> tuple[Stamp | None, float]:
    """Rule, quote and reasoning, with the stamp at their right; gives the stamp and the last y.

    Without a stamp where there is a verdict, it is to stand across the slip's edge.
    """
    left, right = span
    text_right = right - 24.0
    rule_y, top = (y + 12.0, y + 12.0 + _RULE + 16.0) if content.legend else (y, y)
    across = tallest - (_STAMP_ABOVE if content.verdict else 0.0)
    stamp, fit = None, _fit_claim(content, text_right - left, top, across)
    if content.verdict is not None and (content.legend or low):
        stamp, fit, below = _stamp_beside(content, span, top, tallest, fit)
        if below is not None:
            return _set_reason_below(sheet, below, span, (rule_y, top))
    bottom = set_quote(sheet, fit, left, text_right, top)
    if content.legend:
        sheet.fills.append(Fill(Rect(left, rule_y, text_right - left, _RULE), INK))
    if stamp is None:
        return None, bottom
    reach = stamp.painted()
    above = _rows_above(sheet, right - reach.width)
    center = max(above + reach.height / 2, (rule_y + bottom + 30.0) / 2)
    bottom = max(bottom, center + reach.height / 2 - 16.0)
    return moved_stamp(stamp, Point(right - reach.width / 2, center)), bottom


def _stamp_beside(
    content: CardContent, span: tuple[float, float], top: float, tallest: float, across: QuoteFit
) -> tuple[Stamp | None, QuoteFit, _Below | None]:
    """The largest stamp that leaves the quote at its left whole, or the quote below both of them.

    No stamp, and the fit ``across``, where the claim would lose words for it.
    """
    assert content.verdict is not None
    left, right = span
    for largest in _STAMP_WIDTHS:
        beside = make_stamp(content.verdict, content.verdict_word, largest)
        width = right - beside.painted().width - 14.0 - left
        tried = _fit_claim(content, width, top, tallest)
        if tried.whole and not is_torn(tried.quote, content.quote):
            return beside, tried, None
    below = _reason_below(content, beside, span, top, tallest)
    if below is not None:
        return None, across, below
    if tried.quote.elided and across.quote.elided:
        has_room = top + across.quote.height + 30.0 + _STAMP_ABOVE <= tallest
        keeps_more = _letters(across) > _MUCH_MORE * _letters(tried)
        return (None, across, None) if has_room and keeps_more else (beside, tried, None)
    lost = _loss(tried, content.quote) - _loss(across, content.quote)
    return (beside, tried, None) if lost <= 0 else (None, across, None)


def _letters(fit: QuoteFit) -> int:
    """How much of a promise is left."""
    return sum(len(line) for line in fit.quote.lines)


def _rows_above(sheet: Sheet, start: float) -> float:
    """Where the legend ends over a stamp that begins at ``start``; above the edge without one."""
    rows = [box.painted() for box in sheet.texts if box.name.startswith(("legend", "more"))]
    if not rows:
        return -_POKES
    return max((row.bottom for row in rows if row.right > start - 10.0), default=0.0) + 5.0


@dataclass(frozen=True, slots=True)
class _Below:
    """A stamp with the quote at its left, and the reasoning below both."""

    stamp: Stamp
    quote: QuoteFit
    reason: Fitted


def _reason_below(
    content: CardContent, stamp: Stamp, span: tuple[float, float], top: float, tallest: float
) -> _Below | None:
    """Quote and reasoning around ``stamp`` without losing a word, or ``None``."""
    left, right = span
    reach = stamp.painted()
    quote = fit_quote(replace(content, reasoning=""), right - reach.width - 14.0 - left, SLIP_MAX)
    reason = fit_reason(content.reasoning, right - 24.0 - left, 2)
    if not quote.whole or reason is None or reason.elided or len(quote.quote.lines) > 2:
        return None
    more_lines = (len(reason.lines) - 1) * reason.style.line_height
    height = max(quote.quote.height + 8.0, reach.height - 10.0) + more_lines + 30.0
    return _Below(stamp, quote, reason) if top + height <= min(tallest, _TALLEST) else None


def _set_reason_below(
    sheet: Sheet,
    below: _Below,
    span: tuple[float, float],
    ys: tuple[float, float],
) -> tuple[Stamp, float]:
    """Put rule, quote and reasoning down; gives the stamp and the last y."""
    (left, right), (rule_y, top) = span, ys
    reach = below.stamp.painted()
    start = right - reach.width
    center = max(_rows_above(sheet, start), rule_y - 24.0) + reach.height / 2
    if any(box.name.startswith("legend") for box in sheet.texts):
        sheet.fills.append(Fill(Rect(left, rule_y, right - 24.0 - left, _RULE), INK))
    baseline = set_quote(sheet, below.quote, left, start - 14.0, top)
    below_quote = baseline + max(46.0, least_apart(below.quote.quote, below.reason))
    baseline = max(below_quote, center + reach.height / 2 + 34.0)
    sheet.set_text("reasoning", below.reason, left, right - 24.0, baseline, TEXT_2)
    bottom = baseline + (len(below.reason.lines) - 1) * below.reason.style.line_height
    return moved_stamp(below.stamp, Point(start + reach.width / 2, center)), bottom


def _loss(fit: QuoteFit, quote: str) -> int:
    """How much of a claim's words is missing or torn: those of the promise itself are the worst."""
    spoilt = fit.quote.elided or is_torn(fit.quote, quote)
    return 2 * spoilt + (fit.reason is None or fit.reason.elided)


def _fit_claim(content: CardContent, width: float, top: float, tallest: float) -> QuoteFit:
    """Quote and reasoning below ``top``; the slip grows before they lose words.

    It gets higher than a slip should be only for the promise itself.
    """
    for limit in (SLIP_MAX, SLIP_MAX_FULL, _TALLEST):
        fit = fit_quote(content, width, min(limit, tallest) - top - 22.0)
        if fit.whole or (limit != SLIP_MAX and not fit.quote.elided):
            return fit
    return fit_long_quote(content, width, min(_TALLEST, tallest) - top - 22.0)
