"""A promise, word for word, and below it how its verdict was reached: fitted and put down."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.colours import INK, TEXT_2
from claimcheck.cards.content import CardContent
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.cards.text.fitting import Fitted, TextStyle, fit_text, least_apart
from claimcheck.cards.text.fonts import INTER

_QUOTE = TextStyle(INTER, 700, 48, leading=1.16)
_REASON = TextStyle(INTER, 400, 34, leading=1.27)
_QUOTE_LINES = 4
_LONG_QUOTE, _LONG_QUOTE_LINES = (37, 36, 34, SMALLEST_TEXT), 20
"""Below what a promise should be, above what can be read; as many lines as have room."""


@dataclass(frozen=True, slots=True)
class QuoteFit:
    """Quote and reasoning for a column; the reasoning is ``None`` when there is no room for it."""

    quote: Fitted
    reason: Fitted | None
    whole: bool
    """Nothing is elided or left out."""
    leaves_out_reason: bool = False


def fit_quote(content: CardContent, width: float, max_height: float) -> QuoteFit:
    """Set the quote as large as leaves room for the reasoning; whole if that is possible at all."""
    for reason_lines in (1, 2, 3) if content.reasoning else (0,):
        for sizes in ((48, 44, 40), (37,)):
            left = max_height - (reason_lines * _REASON.line_height + 6.0 if reason_lines else 0.0)
            quote = fit_text(content.quote, _QUOTE, width, sizes, _QUOTE_LINES, left)
            reason = fit_reason(content.reasoning, width, reason_lines)
            if not quote.elided and quote.height <= left and not (reason and reason.elided):
                return QuoteFit(quote, reason, whole=True)
    # Not both: the promise comes first, then as much of the reasoning as is left room for.
    quote = fit_text(content.quote, _QUOTE, width, (40, 37), _QUOTE_LINES, max_height)
    left = max_height - quote.height - 6.0
    reason = fit_reason(content.reasoning, width, min(3, int(left / _REASON.line_height)))
    return QuoteFit(quote, reason, False, bool(content.reasoning) and reason is None)


def fit_long_quote(content: CardContent, width: float, max_height: float) -> QuoteFit:
    """As ``fit_quote``, where a promise takes all the room that there is, smaller than it should be
    but legible, before it loses a word; the reasoning is for what is left.
    """
    fit = fit_quote(content, width, max_height)
    if not fit.quote.elided:
        return fit
    quote = fit_text(content.quote, _QUOTE, width, _LONG_QUOTE, _LONG_QUOTE_LINES, max_height)
    return QuoteFit(quote, None, not (quote.elided or content.reasoning), bool(content.reasoning))


def fit_reason(text: str, width: float, lines: int) -> Fitted | None:
    """The reasoning in at most ``lines`` lines; ``None`` when there is none, or no line for it."""
    if not text or lines < 1:
        return None
    return fit_text(text, _REASON, width, (34, SMALLEST_TEXT), lines)


def set_quote(sheet: Sheet, fit: QuoteFit, x: float, right: float, top: float) -> float:
    """Put quote and reasoning down from ``top``; gives the last baseline."""
    style = fit.quote.style
    baseline = top + 0.76 * style.size
    sheet.set_text("claim", fit.quote, x, right, baseline, INK)
    baseline += (len(fit.quote.lines) - 1) * style.line_height
    if fit.reason is not None:
        baseline += max(1.36 * fit.reason.style.size, least_apart(fit.quote, fit.reason))
        sheet.set_text("reasoning", fit.reason, x, right, baseline, TEXT_2)
        baseline += (len(fit.reason.lines) - 1) * fit.reason.style.line_height
    elif fit.leaves_out_reason:
        sheet.warn_left_out("reasoning")
    return baseline
