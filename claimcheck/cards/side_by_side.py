"""Side by side: words on a yellow header, the two pictures below it from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.cards.boxes import Fill, Layout, PictureShape, Stamp
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import (
    LEGEND_PITCH,
    SEAM,
    SLIP_MAX,
    SLIP_MAX_FULL,
    TAB_HEIGHT,
    Sheet,
    fit_quote,
    fit_title,
    meta_lines,
    set_legend,
    set_meta,
    set_quote,
    set_tab,
    set_title,
    slip_fills,
    stamp_across,
    tab_width,
)
from claimcheck.cards.scene import Draft, PanelPlan, Pictures, Slip, assemble
from claimcheck.cards.templates import Template
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_TITLE_TOP = 12.0
"""From the safe area's top to the title's ink."""
_LOWEST_SEAM = 0.44
"""Of the card's height: the pictures keep at least 55 %."""
_META_PITCH = 43.0
_STEPS = 7
_SLIVER = 130.0
"""A lower strip of picture than this between seam and slip looks like a mistake."""
_LOW_PRODUCT = 0.6
"""Of the room's height: a product lower than this leaves its panel white above and below."""


def lay_side_by_side(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The layout of the template ``side-by-side`` and its kin."""
    slip = _slip(template, content, card_format) if content.quote else None
    header, seam = _header(template, content, card_format)
    top = seam + SEAM
    if slip is None:
        drafts = [_draft(template, card_format, header, seam, None, 0.0)]
    else:
        low = slip.at(card_format.safe_area.bottom + 12.0 - slip.paper.height)
        drafts = [
            _draft(template, card_format, header, seam, placed, 4.0 * step)
            for step, placed in enumerate(_ladder(content, card_format, low, top))
        ]
        tall, low_seam = _header(template, content, card_format, slip)
        if low_seam <= _LOWEST_SEAM * card_format.height:
            cost = 2.0 if _is_low(pictures[Role.LISTING], drafts[0].panels[0]) else 40.0
            drafts.append(_draft(template, card_format, tall, low_seam, None, cost))
    return assemble(card_format, content, pictures, drafts)


def _draft(
    template: Template,
    card_format: Format,
    header: _Header,
    seam: float,
    slip: Slip | None,
    cost: float,
) -> Draft:
    """Header, seam and panels; the slip lies on the pictures unless it is part of the header."""
    top, middle, width = seam + SEAM, card_format.width / 2, float(card_format.width)
    half = middle - SEAM / 2
    sheet = Sheet()
    sheet.fills.append(Fill(Rect(half, top, SEAM, card_format.height - top), INK))
    if slip:
        sheet.add(slip.sheet)
    sheet.fills.append(Fill(Rect(0.0, seam, width, SEAM), INK))
    sheet.add(header.sheet)
    rects = (
        Rect(0.0, top, half, card_format.height - top),
        Rect(middle + SEAM / 2, top, half, card_format.height - top),
    )
    panels = tuple(
        PanelPlan(role, rect, _room(rect, card_format))
        for role, rect in zip((Role.LISTING, Role.PHOTO), rects, strict=True)
    )
    ground = (Fill(Rect(0.0, 0.0, width, seam), template.header_colour),)
    stamp = slip.stamp if slip else header.stamp
    return Draft(ground, panels, sheet, stamp, slip.covers if slip else (), cost)


def _is_low(picture: PictureShape, plan: PanelPlan) -> bool:
    """Whether a product on a studio background leaves much of its panel white."""
    subject, room = picture.subject, plan.room
    if picture.background is None or subject.width <= 0:
        return False
    return subject.height / subject.width * room.width < _LOW_PRODUCT * room.height


def _room(panel: Rect, card_format: Format) -> Rect:
    """Where a product stands: with air at the sides, and clear of the platform's caption."""
    inset = 0.045 * panel.width
    bottom = min(panel.bottom - 24.0, card_format.height - 40.0)
    return Rect(panel.x + inset, panel.y + 26.0, panel.width - 2 * inset, bottom - panel.y - 26.0)


@dataclass(frozen=True, slots=True)
class _Header:
    sheet: Sheet
    stamp: Stamp | None = None


def _header(
    template: Template, content: CardContent, card_format: Format, slip: Slip | None = None
) -> tuple[_Header, float]:
    """Title, source line (unless a slip has it), legend, slip if given, tabs; and the seam's y."""
    sheet = Sheet()
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    top = safe.top + _TITLE_TOP
    bare = not content.quote
    below = 60.0 + 58.0 + LEGEND_PITCH * len(content.legend)
    below += _META_PITCH * meta_lines(content, right - left) if bare else 0.0
    room = _LOWEST_SEAM * card_format.height - top - below
    if slip:
        below += slip.paper.height + _rise(slip)
    title = fit_title(template, content.title, right - left, room)
    baseline = set_title(sheet, title, left, right, top, INK)
    drop = 0.27 * title.style.size
    y = baseline + drop
    if bare:
        baseline = set_meta(sheet, content, left, right, y + 34.0)
        y = baseline + 16.0
    if content.legend:
        more = more_words(content.language, content.left_out)
        y = set_legend(sheet, content, more, left, right, y + 31.0) + 28.0
    stamp = None
    if slip:
        inlaid = slip.at(round(y + _rise(slip)))
        stamp = inlaid.stamp
        sheet.add(inlaid.sheet)
        y = inlaid.paper.bottom
    tab_top = round(y + (18.0 if content.legend and not slip else 22.0))
    seam = tab_top + TAB_HEIGHT - SEAM
    _set_tabs(sheet, content, card_format, (left, right), tab_top)
    return _Header(sheet, stamp), float(seam)


def _rise(slip: Slip) -> float:
    """How far the stamp stands above the slip's edge, with air above it."""
    return 14.0 - slip.stamp.painted().y if slip.stamp else 14.0


def _set_tabs(
    sheet: Sheet,
    content: CardContent,
    card_format: Format,
    span: tuple[float, float],
    tab_top: float,
) -> None:
    left, right = span
    width = tab_width(content.listing_tab, card_format.width / 2 - left - 24.0)
    listing = Rect(left, tab_top, width, TAB_HEIGHT)
    start = card_format.width / 2 + 28.0
    photo = Rect(start, tab_top, tab_width(content.photo_tab, right - start), TAB_HEIGHT)
    set_tab(sheet, "listing tab", content.listing_tab, listing, WHITE)
    set_tab(sheet, "photo tab", content.photo_tab, photo, YELLOW)


def _ladder(content: CardContent, card_format: Format, low: Slip, top: float) -> Iterator[Slip]:
    """The slip low in the safe area, then higher, then hanging from the seam.

    The upper ones carry the stamp across their lower edge, where it is out of the tabs' way.
    """
    lowest, highest = low.paper.y, top - SEAM
    for step in range(_STEPS):
        moved = low.at(round((highest - lowest) * step / (_STEPS - 1)))
        if 0.0 < moved.paper.y - highest < _SLIVER:
            continue
        if moved.stamp and moved.stamp.painted().y < top + 12.0:
            right = moved.paper.right - SEAM
            moved = replace(moved, stamp=stamp_across(content, moved.sheet, right, below=True))
        if not moved.stamp or moved.stamp.painted().bottom <= card_format.safe_area.bottom:
            yield moved


def _slip(template: Template, content: CardContent, card_format: Format) -> Slip:
    """Quote, reasoning and source, with the stamp across the upper edge."""
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 420.0, safe.bottom)
    sheet = Sheet()
    text_right = right - 24.0
    width = text_right - left
    meta = _META_PITCH * meta_lines(content, width)
    around = 2 * SEAM + 18.0 + 18.0 + meta
    fit = fit_quote(content, width, SLIP_MAX - around)
    if not fit.whole:
        fit = fit_quote(content, width, SLIP_MAX_FULL - around)
    baseline = set_quote(sheet, fit, left, text_right, SEAM + 18.0)
    baseline = set_meta(sheet, content, left, text_right, baseline + _META_PITCH + 2.0)
    height = float(round(baseline + 22.0 + SEAM))
    sheet.fills += slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    return Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp_across(content, sheet, right))
