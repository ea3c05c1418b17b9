"""Stacked: the listing image above, the photo below; the title on the shop's own background.

A listing image without a uniform background can't carry a title; then it stands under a header.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.cards.boxes import Fill, Layout, PictureShape, Stamp, WarningKind
from claimcheck.cards.colours import INK, TEXT_2, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.legend import set_legend
from claimcheck.cards.parts import (
    SEAM,
    SLIP_MAX,
    SLIP_MAX_FULL,
    TAB_BORDER,
    TAB_HEIGHT,
    QuoteFit,
    Sheet,
    chip_fits,
    fit_quote,
    fit_reason,
    joined,
    make_stamp,
    moved_stamp,
    set_chip,
    set_footer,
    set_quote,
    set_tab,
    slip_fills,
    slip_span,
    stamp_across,
    tab_width,
)
from claimcheck.cards.scene import Draft, PanelPlan, Pictures, Slip, assemble
from claimcheck.cards.stacked_head import (
    EDGE,
    Head,
    carries_type,
    head_beside_slip,
    head_on_background,
    head_with_band,
    product_size,
)
from claimcheck.cards.templates import Template
from claimcheck.cards.text import Fitted
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_TALLEST = 440.0
"""A slip with legend and a long promise; rather than a promise that breaks off."""
_STAMP_WIDTHS = (330.0, 280.0, 240.0)
"""Beside a quote, tried in this order until the quote has room."""
_RULE = 4.0
_STEPS = 5
_STAMP_ABOVE = 118.0
"""What a stamp across the slip's upper edge needs above it."""
_INLAID_COST = 1.0
"""Of a slip beside the product: worth it when one on the photo would hide what it shows …"""
_SMALLER_COST, _SMALLER = 30.0, 0.85
"""… but less so the more the product shrinks for it, below this part of its size elsewhere."""
_INLAID_WIDTHS = (0.6, 0.66, 0.72, 0.78, 0.84)
"""Of the safe area's width: the column of title and slip, as narrow as shows every word."""


def lay_stacked(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The layout of the template ``stacked`` and its kin."""
    title = Sheet()
    picture, head = pictures[Role.LISTING], None
    if carries_type(picture):
        head = head_on_background(title, template, content, card_format, picture)
    if head is None:
        head = head_with_band(title, template, content, card_format)
    top = head.seam + SEAM + TAB_HEIGHT
    drafts = [
        _draft(content, card_format, head, title, slip, 4.0 * step)
        for step, slip in enumerate(_ladder(template, content, card_format, top))
    ]
    if content.quote and carries_type(picture):
        drafts += _inlaid_drafts(template, content, card_format, picture, head)
    return assemble(card_format, content, pictures, drafts)


def _inlaid_drafts(
    template: Template,
    content: CardContent,
    card_format: Format,
    picture: PictureShape,
    usual: Head,
) -> Iterator[Draft]:
    """Title and slip in a column beside the product: nothing lies on the photo."""
    usual_size = product_size(usual.room, picture.subject)
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    for part in _INLAID_WIDTHS:
        column = left + (right - left) * part
        sheet, stamp, height = _inlaid_sheet(template, content, left, column)
        if any(w.kind is WarningKind.ELIDED for w in sheet.warnings):
            continue
        if part != _INLAID_WIDTHS[-1] and _reads_badly(sheet):
            continue
        slip = Slip(sheet, Rect(0.0, 0.0, column + SEAM, height), stamp)
        title = Sheet()
        placed = head_beside_slip(title, template, content, card_format, picture, slip)
        if placed is not None:
            size = product_size(placed[0].room, picture.subject)
            cost = _INLAID_COST + _SMALLER_COST * max(0.0, _SMALLER - size / usual_size)
            yield _draft(content, card_format, placed[0], title, placed[1], cost)
            return


def _reads_badly(sheet: Sheet) -> bool:
    """Whether the quote is torn: broken within a word, or a column of single words."""
    lines = next(box.fitted.lines for box in sheet.texts if box.name == "claim")
    return len(lines) > 2 or any(line.endswith("-") for line in lines)


def _draft(
    content: CardContent,
    card_format: Format,
    head: Head,
    title: Sheet,
    slip: Slip | None,
    cost: float,
) -> Draft:
    """Everything but the pictures, for one head and one place of the slip."""
    fixed = Sheet()
    fixed.add(title)
    shadows = tuple(title.shadowed(14.0)) if not head.ground else ()
    width = float(card_format.width)
    top = head.seam + SEAM
    photo_panel = Rect(0.0, top, width, card_format.height - top)
    fixed.fills.append(Fill(Rect(0.0, head.seam, width, SEAM), INK))
    listing_covers, photo_covers = _set_tabs(fixed, content, card_format, head.seam)
    photo_room = Rect(EDGE, top + 90.0, width - 2 * EDGE, 0.82 * card_format.height - top - 90.0)
    panels = (
        PanelPlan(Role.LISTING, head.panel, head.room, (*shadows, *listing_covers), shadows),
        PanelPlan(Role.PHOTO, photo_panel, photo_room, tuple(photo_covers)),
    )
    sheet = Sheet()
    if slip:
        sheet.add(slip.sheet)
    sheet.add(fixed)
    stamp, covers = (slip.stamp, slip.covers) if slip else (None, ())
    return Draft(head.ground, panels, sheet, stamp, covers, cost)


def _set_tabs(
    sheet: Sheet, content: CardContent, card_format: Format, seam: float
) -> tuple[list[Rect], list[Rect]]:
    """Tabs above and below the seam, with source and handle in chips; what they cover."""
    safe = card_format.safe_area
    upper, lower = seam + SEAM - TAB_HEIGHT, seam + SEAM - TAB_BORDER
    rows = (
        ("listing tab", content.listing_tab, WHITE, "source", upper),
        ("photo tab", content.photo_tab, YELLOW, "handle", lower),
    )
    for narrower in (1.0, 0.86):  # a narrower tab rather than a chip that loses words
        tabs: list[tuple[Rect, float]] = []
        for _, word, _, _, y in rows:
            left, right = safe.span(y, y + TAB_HEIGHT)
            width = round(narrower * tab_width(word, 420.0))
            tabs.append((Rect(left, y, width, TAB_HEIGHT), right))
        widths = [right - tab.right for tab, right in tabs]
        said = _chip_words(content, widths)
        if all(chip_fits(text, width) for text, width in zip(said, widths, strict=True)):
            break
    for (name, word, colour, _, _), (tab, _) in zip(rows, tabs, strict=True):
        set_tab(sheet, name, word, tab, colour)
    covers: list[list[Rect]] = []
    for (_, _, _, chip_name, _), (tab, right), text in zip(rows, tabs, said, strict=True):
        chip = set_chip(sheet, chip_name, text, tab.right, right, tab)
        covers.append([tab, *([chip] if chip else [])])
    return covers[0], covers[1]


def _chip_words(content: CardContent, widths: list[float]) -> tuple[str, str]:
    """What stands beside the two tabs: the date goes where it fits, rather below."""
    below = content.seller, joined(content.handle, content.date)
    above = joined(content.seller, content.date), content.handle
    for words in (below, above):
        if all(chip_fits(text, width) for text, width in zip(words, widths, strict=True)):
            return words
    return below


# --- the slip ------------------------------------------------------------------------------------


def _ladder(
    template: Template, content: CardContent, card_format: Format, top: float
) -> Iterator[Slip | None]:
    """The slip low in the safe area, then higher, up to the tab; ``None`` for a card without."""
    if not content.quote and not content.legend:
        yield None
        return
    safe = card_format.safe_area
    left, right = slip_span(card_format)
    sheet, stamp, height = slip_sheet(template, content, left, right, safe.bottom - top)
    slip = Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
    lowest, highest = safe.bottom + 12.0 - height, top + 40.0
    if stamp:
        lowest = min(lowest, safe.bottom - stamp.painted().bottom)
        highest += max(-stamp.painted().y, 0.0)  # where it stands across the upper edge
    for step in range(_STEPS):
        # Rounded down: half a pixel lower, the stamp would leave the safe area.
        yield slip.at(int(lowest + (min(highest, lowest) - lowest) * step / (_STEPS - 1)))


def slip_sheet(
    template: Template,
    content: CardContent,
    left: float,
    right: float,
    tallest: float,
    lines: int = 2,
) -> tuple[Sheet, Stamp | None, float]:
    """Slip and stamp as if the slip's top were at 0, and the slip's outer height.

    ``tallest`` is the height that there is for both together; the legend's rows get so many
    ``lines`` where that leaves them room, else one.
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
        stamp, y = _set_claim(sheet, content, (left, right), y, tallest)
    low = 22.0 if content.quote else 16.0
    if content.footer:  # the last line's letters hang below it, a disc's middle doesn't
        y = set_footer(sheet, content, left, text_right, y if content.quote else y - 10.0)
        low = 22.0
    height = round(y + low + SEAM)
    if height > tallest and lines > 1:
        return slip_sheet(template, content, left, right, tallest, lines=1)
    paper = slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    sheet.fills[:0] = paper
    if stamp is None and content.verdict and content.quote:
        stamp = stamp_across(content, sheet, right)
    return sheet, stamp, float(height)


def _inlaid_sheet(
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
        baseline = max(baseline + 44.0, below)
        sheet.set_text("reasoning", reason, left, text_right, baseline, TEXT_2)
        baseline += (len(reason.lines) - 1) * reason.style.line_height
    bottom = max(baseline, stamp.painted().bottom - 22.0 if stamp else 0.0)
    bottom = set_footer(sheet, content, left, text_right, bottom)
    height = float(round(bottom + 20.0 + SEAM))
    sheet.fills[:0] = slip_fills(
        Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour
    )
    return sheet, stamp, height


def _set_claim(
    sheet: Sheet, content: CardContent, span: tuple[float, float], y: float, tallest: float
) -> tuple[Stamp | None, float]:
    """Rule, quote and reasoning, with the stamp at their right; gives the stamp and the last y.

    Without a stamp where there is a verdict, it is to stand across the slip's edge.
    """
    left, right = span
    text_right = right - 24.0
    wide = text_right - left
    across = tallest - (_STAMP_ABOVE if content.verdict else 0.0)
    if not content.legend:
        return None, set_quote(sheet, _fit_claim(content, wide, y, across), left, text_right, y)
    rule_y = y + 12.0
    top = rule_y + _RULE + 16.0
    stamp, fit = None, _fit_claim(content, wide, top, across)
    for largest in _STAMP_WIDTHS:
        if content.verdict is None:
            break
        beside = make_stamp(content.verdict, content.verdict_word, largest)
        width = right - beside.painted().width - 14.0 - left
        tried = _fit_claim(content, width, top, tallest)
        if not tried.whole and largest == _STAMP_WIDTHS[-1]:
            below = _reason_below(content, beside, span, top, tallest)
            if below is not None:
                return _set_reason_below(sheet, below, span, (rule_y, top))
        if tried.whole or (largest == _STAMP_WIDTHS[-1] and _loss(tried) <= _loss(fit)):
            stamp, fit = beside, tried
            break
    bottom = set_quote(sheet, fit, left, text_right, top)
    sheet.fills.append(Fill(Rect(left, rule_y, text_right - left, _RULE), INK))
    if stamp is None:
        return None, bottom
    reach = stamp.painted()
    start = right - reach.width
    rows = [box.painted() for box in sheet.texts if box.name.startswith(("legend", "more"))]
    above = max((row.bottom for row in rows if row.right > start - 10.0), default=0.0) + 5.0
    center = max(above + reach.height / 2, (rule_y + bottom + 30.0) / 2)
    bottom = max(bottom, center + reach.height / 2 - 16.0)
    return moved_stamp(stamp, Point(right - reach.width / 2, center)), bottom


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
    rows = [box.painted() for box in sheet.texts if box.name.startswith(("legend", "more"))]
    start = right - reach.width
    above = max((row.bottom for row in rows if row.right > start - 10.0), default=0.0) + 5.0
    center = max(above, rule_y - 24.0) + reach.height / 2
    sheet.fills.append(Fill(Rect(left, rule_y, right - 24.0 - left, _RULE), INK))
    baseline = set_quote(sheet, below.quote, left, start - 14.0, top)
    baseline = max(baseline + 46.0, center + reach.height / 2 + 34.0)
    sheet.set_text("reasoning", below.reason, left, right - 24.0, baseline, TEXT_2)
    bottom = baseline + (len(below.reason.lines) - 1) * below.reason.style.line_height
    return moved_stamp(below.stamp, Point(start + reach.width / 2, center)), bottom


def _loss(fit: QuoteFit) -> int:
    """How much of a claim's words is missing: those of the promise itself are the worst."""
    return 2 * fit.quote.elided + (fit.reason is None or fit.reason.elided)


def _fit_claim(content: CardContent, width: float, top: float, tallest: float) -> QuoteFit:
    """Quote and reasoning below ``top``; the slip grows before they lose words.

    It gets higher than a slip should be only for the promise itself.
    """
    for limit in (SLIP_MAX, SLIP_MAX_FULL, _TALLEST):
        fit = fit_quote(content, width, min(limit, tallest) - top - 22.0)
        if fit.whole or (limit != SLIP_MAX and not fit.quote.elided):
            break
    return fit
