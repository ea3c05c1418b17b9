"""Side by side: words on a yellow header, the two pictures below it from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.cards.boxes import Fill, Layout
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import (
    LEGEND_PITCH,
    SEAM,
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
from claimcheck.cards.scene import PanelPlan, Pictures, SlipPlan, assemble
from claimcheck.cards.templates import Template
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_TITLE_TOP = 12.0
"""From the safe area's top to the title's ink."""
_LOWEST_SEAM = 0.44
"""Of the card's height: the pictures keep at least 55 %."""
_SLIP_MAX = 300.0
_META_PITCH = 43.0


def lay_side_by_side(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
) -> Layout:
    """The layout of the template ``side-by-side`` and its kin."""
    fixed = Sheet()
    seam = _set_header(fixed, template, content, card_format)
    top = seam + SEAM
    middle = card_format.width / 2
    left_panel = Rect(0.0, top, middle - SEAM / 2, card_format.height - top)
    right_panel = Rect(middle + SEAM / 2, top, middle - SEAM / 2, card_format.height - top)
    fixed.fills.insert(0, Fill(Rect(0.0, seam, float(card_format.width), SEAM), INK))
    fixed.fills.insert(0, Fill(Rect(middle - SEAM / 2, top, SEAM, card_format.height - top), INK))
    panels = tuple(
        PanelPlan(role, rect, _room(rect, card_format))
        for role, rect in ((Role.LISTING, left_panel), (Role.PHOTO, right_panel))
    )
    ground = [Fill(Rect(0.0, 0.0, float(card_format.width), seam), template.header_colour)]
    slips = list(_slips(template, content, card_format, top))
    divider = fixed.fills.pop(0)
    for slip in slips:
        slip.sheet.fills.insert(0, divider)
    return assemble(card_format, content, pictures, ground, panels, fixed, slips)


def _room(panel: Rect, card_format: Format) -> Rect:
    """Where a product stands: with air at the sides, and clear of the platform's caption."""
    inset = 0.045 * panel.width
    bottom = min(panel.bottom - 24.0, card_format.height - 40.0)
    return Rect(panel.x + inset, panel.y + 26.0, panel.width - 2 * inset, bottom - panel.y - 26.0)


def _set_header(
    sheet: Sheet, template: Template, content: CardContent, card_format: Format
) -> float:
    """Title, source line (when there is no slip for it), legend and tabs; gives the seam's y."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    top = safe.top + _TITLE_TOP
    bare = not content.quote
    below = 60.0 + 58.0 + LEGEND_PITCH * len(content.legend)
    below += _META_PITCH * meta_lines(content, right - left) if bare else 0.0
    room = _LOWEST_SEAM * card_format.height - top - below
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
    tab_top = round(y + (18.0 if content.legend else 22.0))
    seam = tab_top + TAB_HEIGHT - SEAM
    width = tab_width(content.listing_tab, card_format.width / 2 - left - 24.0)
    listing = Rect(left, tab_top, width, TAB_HEIGHT)
    start = card_format.width / 2 + 28.0
    photo = Rect(start, tab_top, tab_width(content.photo_tab, right - start), TAB_HEIGHT)
    set_tab(sheet, "listing tab", content.listing_tab, listing, WHITE)
    set_tab(sheet, "photo tab", content.photo_tab, photo, YELLOW)
    return float(seam)


def _slips(
    template: Template,
    content: CardContent,
    card_format: Format,
    top: float,
) -> Iterator[SlipPlan]:
    """The slip low in the safe area, then higher, then hanging from the seam."""
    if not content.quote:
        yield SlipPlan(Sheet(), (), None, 0.0)
        return
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 420.0, safe.bottom)
    sheet, height = _slip_sheet(template, content, left, right)
    lowest = safe.bottom + 12.0 - height
    highest = top - SEAM
    steps = 7
    for step in range(steps):
        y = round(lowest + (highest - lowest) * step / (steps - 1))
        stamp = stamp_across(content, sheet, right, below=step >= steps - 2)
        plan = SlipPlan.at(sheet, y, Rect(0.0, 0.0, right + SEAM, height), stamp, 4.0 * step)
        if not plan.stamp or plan.stamp.painted().bottom <= safe.bottom:
            yield plan


def _slip_sheet(
    template: Template, content: CardContent, left: float, right: float
) -> tuple[Sheet, float]:
    """The slip's parts as if its top were at 0, and its outer height."""
    sheet = Sheet()
    text_right = right - 24.0
    width = text_right - left
    meta = _META_PITCH * meta_lines(content, width)
    room = _SLIP_MAX - 2 * SEAM - 18.0 - 18.0 - meta
    quote, reason = fit_quote(content, width, room)
    baseline = set_quote(sheet, quote, reason, left, text_right, SEAM + 18.0)
    baseline = set_meta(sheet, content, left, text_right, baseline + _META_PITCH + 2.0)
    height = round(baseline + 22.0 + SEAM)
    sheet.fills += slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    if content.reasoning and reason is None:
        sheet.warn_left_out("reasoning")
    return sheet, float(height)
