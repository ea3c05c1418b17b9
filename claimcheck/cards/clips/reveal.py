"""One picture from edge to edge under its words, or beside them: what slider and blink show.

Painted by the same painter as cards, so a clip looks like its card.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.beside_column import column_width, set_column
from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures, Slip
from claimcheck.cards.arrangements.parts import (
    SEAM,
    TAB_BORDER,
    TAB_HEIGHT,
    Sheet,
    fit_title,
    make_stamp,
    moved_stamp,
    set_meta,
    set_tab,
    set_title,
    slip_fills,
    tab_width,
)
from claimcheck.cards.arrangements.quotes import QuoteFit, fit_long_quote, fit_quote, set_quote
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.boxes import Fill, Layout, Placement, Stamp
from claimcheck.cards.clips.close_up import WIDE, even
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_TITLE_TOP = 12.0
_TITLE_PART = 0.15
"""Of the height: how high a title over a moving picture gets at most."""
_QUOTE_PARTS = (0.1, 0.13, 0.16)
"""Of the height, tried in this order until a promise is whole beside its stamp."""
_LONG_QUOTE, _LONG_QUOTE_PART = 0.36, 0.26
"""Of the width, and of the height at most: a longer one with its stamp below it."""
_SLIP_INSET, _SLIP_AIR = 26.0, 24.0
"""Above and below a promise, and at its right where no stamp stands."""
_UPRIGHT = 1.1
"""Height to a width of 1 from which words stand above the picture."""
_STAMP_WIDTHS = (360.0, 320.0, 280.0, 240.0)
"""Beside a quote, tried in this order until the quote is whole."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A layout without its stamp, which lands on its own; and what must stay uncovered."""

    layout: Layout
    stamp: Stamp | None
    panel: Rect
    clear: Rect
    """The part of the panel that neither its tab nor a platform's caption covers."""

    def placed(self, placement: Placement) -> Stage:
        """The same with its picture placed otherwise."""
        panels = tuple(replace(panel, placement=placement) for panel in self.layout.panels)
        return replace(self, layout=replace(self.layout, panels=panels))


@dataclass(frozen=True, slots=True)
class _Words:
    """All that is written, and what it leaves for the picture."""

    sheet: Sheet
    stamp: Stamp | None
    ground: Rect
    """Below the words, in the template's colour."""
    panel: Rect
    tab_y: float
    tab_span: tuple[float, float]
    """Between which x the tabs stand."""
    foot: float
    """Where a platform's caption begins."""
    insets: tuple[float, float, float]
    """Left and right of, above and below the product."""


def lay_reveal(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    role: Role,
    tabs_apart: bool,
) -> Stage:
    """Title and quote above, or at the left of a wide clip; one picture in the rest, with nothing
    on it but its tab.

    All but picture and tab is the same for both roles. With ``tabs_apart`` the photo's tab stands
    at the right, where a slider uncovers it. Differences are for the zoom to show.
    """
    content = replace(content, legend=(), left_out=0)
    lay_words = _words_beside if _has_column(card_format, pictures) else _words_above
    words = lay_words(template, content, card_format)
    tab = _reveal_tab(words.sheet, content, role, words.tab_y, words.tab_span, tabs_apart)
    panel, (across, above, below) = words.panel, words.insets
    clear = Rect(panel.x, tab.bottom, panel.width, max(words.foot - tab.bottom, 1.0))
    height = max(clear.height - above - below, 1.0)
    room = Rect(panel.x + across, clear.y + above, panel.width - 2 * across, height)
    ground = (Fill(words.ground, template.header_colour),)
    covers = (words.stamp.painted(),) if words.stamp else ()
    plans = (PanelPlan(role, panel, room, (tab,)),)
    draft = Draft(ground, plans, words.sheet, None, covers, 0.0)
    layout = assemble(card_format, content, pictures, [draft])
    return Stage(layout, words.stamp, panel, clear)


def _has_column(card_format: Format, pictures: Pictures) -> bool:
    """Whether the words stand beside the picture: under them a flat strip of it would be left.

    On a square that strip is right for products that are wider than high.
    """
    width, height = card_format.width, card_format.height
    product = pictures[Role.LISTING].subject
    return width > WIDE * height or (height < _UPRIGHT * width and product.height >= product.width)


def _words_above(template: Template, content: CardContent, card_format: Format) -> _Words:
    """Title, source and promise from edge to edge, the picture below them."""
    width, height = float(card_format.width), float(card_format.height)
    sheet, y = _header(template, content, card_format)
    slip = _quote_slip(template, content, card_format)
    seam = even(y + 14.0)
    if slip:
        rise = -slip.stamp.painted().y if slip.stamp else 0.0
        slip = slip.at(even(y + max(rise, 0.0) + 14.0))
        seam = slip.paper.bottom - SEAM
    sheet.fills.append(Fill(Rect(0.0, seam, width, SEAM), INK))
    if slip:
        sheet.add(slip.sheet)
    top = seam + SEAM
    hung = top - TAB_BORDER
    return _Words(
        sheet,
        slip.stamp if slip else None,
        Rect(0.0, 0.0, width, seam),
        Rect(0.0, top, width, height - top),
        hung,
        card_format.safe_area.span(hung, hung + TAB_HEIGHT),
        min(0.8 * height, height - 40.0),
        (90.0, 24.0, 0.0),
    )


def _words_beside(template: Template, content: CardContent, card_format: Format) -> _Words:
    """The words in a column, the picture at its right from the upper edge to the lower."""
    width, height = float(card_format.width), float(card_format.height)
    edge = even(column_width(card_format))
    column = set_column(template, content, card_format, edge)
    if any(warning.text in ("claim", "reasoning") for warning in column.sheet.warnings):
        # How the verdict was reached is for the card's reader, where the promise has no room.
        column = set_column(template, replace(content, reasoning=""), card_format, edge)
    sheet = Sheet()
    sheet.fills.append(Fill(Rect(edge - SEAM, 0.0, SEAM, height), INK))
    sheet.add(column.sheet)
    top = max(card_format.safe_area.top, 0.0)
    left, right = card_format.safe_area.span(top, top + TAB_HEIGHT)
    return _Words(
        sheet,
        column.stamp,
        Rect(0.0, 0.0, edge, height),
        Rect(edge, 0.0, width - edge, height),
        top,
        (max(left, edge - TAB_BORDER), right),
        height - 24.0,
        (60.0, 12.0, 12.0),
    )


def with_scrim_of(stage: Stage, other: Stage) -> Layout:
    """The layout with the other's picture hidden under it, so that both have a scrim or neither."""
    theirs = other.layout.panels[0]
    sliver = Rect(stage.panel.x, stage.panel.bottom - 2.0, stage.panel.width, 2.0)
    hidden = replace(theirs, rect=sliver)
    return replace(stage.layout, panels=(hidden, *stage.layout.panels))


def _header(template: Template, content: CardContent, card_format: Format) -> tuple[Sheet, float]:
    """Title and source line on the template's colour; the sheet and the seam's y."""
    sheet = Sheet()
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 300.0)
    top = safe.top + _TITLE_TOP
    title = fit_title(template, content.title, right - left, _TITLE_PART * card_format.height)
    baseline = set_title(sheet, title, left, right, top, INK)
    y = baseline + 0.2 * title.style.size
    if content.seller or content.handle:
        y = set_meta(sheet, content, left, right, y + 38.0)
    return sheet, y + 14.0


def _reveal_tab(
    sheet: Sheet,
    content: CardContent,
    role: Role,
    y: float,
    span: tuple[float, float],
    apart: bool,
) -> Rect:
    left, right = span
    word = content.listing_tab if role is Role.LISTING else content.photo_tab
    width = tab_width(word, (right - left) * (0.48 if apart else 0.7))
    at_right = apart and role is Role.PHOTO
    rect = Rect(right - width if at_right else left, y, width, TAB_HEIGHT)
    name = "listing tab" if role is Role.LISTING else "photo tab"
    set_tab(sheet, name, word, rect, WHITE if role is Role.LISTING else YELLOW)
    return rect


def _quote_slip(template: Template, content: CardContent, card_format: Format) -> Slip | None:
    """The quote, and the stamp at its right; below it where it would lose words; its top at 0."""
    if not content.quote:
        return None
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 0.3 * card_format.height)
    # The verdict is what the clip is about; how it was reached is for the card's reader.
    bare = replace(content, reasoning="")
    for part, widest in itertools.product(_QUOTE_PARTS, _STAMP_WIDTHS):
        stamp = _stamp(content, widest)
        beside = stamp.painted().width + 20.0 if stamp else _SLIP_AIR
        fit = fit_quote(bare, right - beside - left, part * card_format.height)
        if fit.whole:
            return _slip(template, fit, stamp, (left, right, right - beside), 0.0)
    stamp = _stamp(content, _STAMP_WIDTHS[0])
    below = stamp.painted().height if stamp else 0.0
    tallest = min(_LONG_QUOTE * card_format.width, _LONG_QUOTE_PART * card_format.height)
    fit = fit_long_quote(bare, right - _SLIP_AIR - left, tallest - below)
    return _slip(template, fit, stamp, (left, right, right - _SLIP_AIR), below)


def _stamp(content: CardContent, widest: float) -> Stamp | None:
    return make_stamp(content.verdict, content.verdict_word, widest) if content.verdict else None


def _slip(
    template: Template,
    fit: QuoteFit,
    stamp: Stamp | None,
    edges: tuple[float, float, float],
    below: float,
) -> Slip:
    """The paper with the quote and room for the stamp; ``edges`` are where the quote begins, where
    the paper ends and where the quote ends, ``below`` is what the stamp takes below it.
    """
    left, right, text_right = edges
    sheet = Sheet()
    size, line = fit.quote.style.size, fit.quote.style.line_height
    letters = 0.76 * size + (len(fit.quote.lines) - 1) * line
    height = even(max(letters + below + 2 * _SLIP_INSET, 96.0) + 2 * SEAM)
    set_quote(sheet, fit, left, text_right, (height - below - letters) / 2 - 0.02 * size)
    sheet.fills[:0] = slip_fills(
        Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour
    )
    if stamp:
        reach = stamp.painted()
        # It ends above the seam, for a tab hangs right below that.
        lowest = height - 2.0 - reach.height / 2
        middle = lowest - 0.5 * SEAM if below else min(height / 2, lowest)
        stamp = moved_stamp(stamp, Point(right + 6.0 - reach.width / 2, middle))
    return Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
