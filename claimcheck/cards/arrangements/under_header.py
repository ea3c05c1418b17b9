"""Words on a header in the template's colour, the two pictures below it from edge to edge.

How the pictures share the rest of the card is a ``Splitter``'s business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures, Slip
from claimcheck.cards.arrangements.legend import LEGEND_PITCH, legend_height, set_legend
from claimcheck.cards.arrangements.parts import (
    SEAM,
    SLIP_MAX,
    SLIP_MAX_FULL,
    TAB_BORDER,
    TAB_HEIGHT,
    Sheet,
    fit_title,
    make_stamp,
    meta_lines,
    moved_stamp,
    set_meta,
    set_tab,
    set_title,
    slip_fills,
    slip_span,
    stamp_across,
    tab_width,
)
from claimcheck.cards.arrangements.quotes import fit_long_quote, fit_quote, set_quote
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.arrangements.splits import (
    OTHERWISE_COST,
    Split,
    Splitter,
    columns,
    rows_as_seen,
)
from claimcheck.cards.boxes import Fill, Layout, PictureShape, Stamp
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_TITLE_TOP = 12.0
"""From the safe area's top to the title's ink."""
_LOWEST_SEAM = 0.44
"""Of the card's height: the pictures keep at least 55 %."""
_META_PITCH = 43.0
_SLIP_HEIGHTS = (SLIP_MAX_FULL, SLIP_MAX, 250.0, 200.0, 160.0)
_STEPS = 7
_SLIVER = 130.0
"""A lower strip of picture than this between seam and slip looks like a mistake."""
_INLAID_COST = 10.0
"""Of a slip in the header: worth it when a slip on the pictures would hide what they show."""
_CROWDED_COST = 40.0
"""Of a slip in a header that is higher than it should be: only where numbers would be hidden."""
_INLAID_TITLES = (100, 84, 76)
_CROWDED_TITLES, _CROWDED_SEAM = (68, 60, 54), 0.47
_INLAID_PITCH = 58.0
_INLAID_TITLE_ROOM = 330.0
_ABOVE_SLIP = 9.0
_LEAST_TAB, _BETWEEN_TABS = 0.3, 52.0
"""Of the safe area's width: what either tab has room for; and what stays free between them."""
_LOW_PRODUCT = 0.6
"""Of the room's height: a product lower than this leaves its panel white above and below."""


def lay_under_header(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    splitter: Splitter,
    inlaid_only: bool = False,
    otherwise: Splitter | None = None,
) -> Layout:
    """Title, legend and tabs in the header; the slip lies on the pictures or in the header.

    With ``inlaid_only`` it keeps off the pictures wherever the header has any room for it.
    ``otherwise`` shares the pictures' region where ``splitter`` doesn't show all that is marked.
    """

    def draft(
        header: _Header,
        seam: float,
        slip: Slip | None,
        cost: float,
        splitter: Splitter = splitter,
    ) -> Draft:
        region = _below(seam, card_format)
        covered = slip.covers if slip else ()
        said = replace(content, reserved=(*content.reserved, *covered))
        split = splitter(region, card_format, said, pictures)
        return _draft(template, content, card_format, header, seam, split, slip, cost)

    def others(header: _Header, seam: float) -> list[Draft]:
        return [draft(header, seam, None, OTHERWISE_COST, otherwise)] if otherwise else []

    header, seam = _header(template, content, card_format)
    if not content.quote:
        usual = draft(header, seam, None, 0.0)
        return assemble(card_format, content, pictures, [usual], lambda: others(header, seam))
    inlaid = _header_with_slip(template, content, card_format, inlaid_only)
    if inlaid is not None and inlaid_only:
        usual = draft(*inlaid, None, 0.0)
        return assemble(card_format, content, pictures, [usual], lambda: others(*inlaid))
    placed = _placed_slips(template, content, card_format, seam + SEAM)
    drafts = [draft(header, seam, slip, 4.0 * step) for step, slip in enumerate(placed)]
    low_product = _is_low(pictures[Role.LISTING], drafts[0].panels[0])
    drafts = [one for one in drafts if not _hides_words(one)]
    if inlaid is not None:
        drafts.append(draft(*inlaid, None, 2.0 if low_product else _INLAID_COST))
    elif crowded := _header_with_slip(template, content, card_format, True):
        drafts.append(draft(*crowded, None, _CROWDED_COST))
    if not drafts:
        bare = replace(content, quote="", reasoning="", verdict=None)
        header, seam = _header(template, bare, card_format)
        header.sheet.warn_left_out("claim")
        drafts.append(draft(header, seam, None, 0.0))
    return assemble(
        card_format, content, pictures, drafts, lambda: others(*inlaid) if inlaid else ()
    )


def has_low_header(template: Template, content: CardContent, card_format: Format) -> bool:
    """Whether all words go into a header that leaves the pictures more than half of the card."""
    return _header_with_slip(template, content, card_format, False) is not None


def drafts_under_header(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Iterator[Draft]:
    """All words in the header and the pictures bare below it, in rows or columns; for cards of
    another kind on whose pictures a slip hides what is marked.
    """
    if content.quote:
        inlaid = _header_with_slip(template, content, card_format, True)
    else:
        inlaid = _header(template, content, card_format)
    if inlaid is None:
        return
    region = _below(inlaid[1], card_format)
    for share, cost in ((rows_as_seen, OTHERWISE_COST), (columns, 3 * OTHERWISE_COST)):
        split = share(region, card_format, content, pictures)
        yield _draft(template, content, card_format, *inlaid, split, None, cost)


def _below(seam: float, card_format: Format) -> Rect:
    return Rect(0.0, seam + SEAM, card_format.width, card_format.height - seam - SEAM)


def _hides_words(draft: Draft) -> bool:
    """Whether slip or stamp lie on something else to be read: a price tag, a ruler's numbers, a
    tab.
    """
    names = ("ruler", "photo tab")
    own = [box.painted().grown(6.0) for box in draft.sheet.texts if box.name.startswith(names)]
    own += [box.painted().grown(48.0) for box in draft.sheet.texts if box.name == "price"]
    own += [Rect(d.center.x - 31, d.center.y - 31, 62, 62) for d in draft.sheet.discs]
    return any(cover.overlaps(box) for cover in draft.covers for box in own)


def _placed_slips(
    template: Template, content: CardContent, card_format: Format, top: float
) -> list[Slip]:
    """The places for a slip below a header that ends at ``top``.

    Under a high header the slip gets lower, and the claim shorter, until slip and stamp fit.
    """
    for tallest in _SLIP_HEIGHTS:
        slip = _slip(template, content, card_format, tallest)
        low = slip.at(card_format.safe_area.bottom + 12.0 - slip.paper.height)
        if placed := list(_ladder(content, card_format, low, top)):
            return placed
    raise ValueError(f"a header down to {top} leaves no room for a slip")


def _draft(
    template: Template,
    content: CardContent,
    card_format: Format,
    header: _Header,
    seam: float,
    split: Split,
    slip: Slip | None,
    cost: float,
) -> Draft:
    """Header, seam and panels; the slip lies on the pictures unless it is part of the header."""
    width = float(card_format.width)
    sheet = Sheet()
    sheet.fills += split.seams
    sheet.discs += split.discs
    sheet.add(split.words)
    if slip:
        sheet.add(slip.sheet)
    sheet.fills.append(Fill(Rect(0.0, seam, width, SEAM), INK))
    sheet.add(header.sheet)
    photo_tab = _set_tabs(sheet, content, card_format, seam + SEAM - TAB_HEIGHT, split.photo_tab)
    ground = (Fill(Rect(0.0, 0.0, width, seam), template.header_colour),)
    stamp = slip.stamp if slip else header.stamp
    covers = slip.covers if slip else ()
    panels = tuple(replace(one, obstacles=(*one.obstacles, *photo_tab)) for one in split.panels)
    return Draft(
        ground,
        panels,
        sheet,
        stamp,
        covers,
        cost,
        shapes=split.shapes,
        below=split.below,
        one_frame=split.one_frame,
    )


def _is_low(picture: PictureShape, plan: PanelPlan) -> bool:
    """Whether a product on a studio background leaves much of its panel white."""
    subject, room = picture.subject, plan.room
    if picture.background is None or subject.width <= 0:
        return False
    return subject.height / subject.width * room.width < _LOW_PRODUCT * room.height


@dataclass(frozen=True, slots=True)
class _Header:
    sheet: Sheet
    stamp: Stamp | None = None


def _header_with_slip(
    template: Template, content: CardContent, card_format: Format, crowded: bool
) -> tuple[_Header, float] | None:
    """The header with the slip in it, its title smaller for that; ``None`` for want of room.

    ``crowded`` makes it smaller and the header higher than either should be, rather than give up.
    """
    slip = _wide_slip(template, content, card_format)
    lowest = (_CROWDED_SEAM if crowded else _LOWEST_SEAM) * card_format.height
    for largest in (*_INLAID_TITLES, *(_CROWDED_TITLES if crowded else ())):
        smallest = min(template.title_smallest, largest) if crowded else template.title_smallest
        if largest < smallest:
            break
        limit = min(largest, template.title_largest)
        smaller = replace(template, title_largest=limit, title_smallest=smallest)
        header, seam = _header(smaller, content, card_format, slip)
        if seam <= lowest:
            return header, seam
    return None


def _header(
    template: Template, content: CardContent, card_format: Format, slip: Slip | None = None
) -> tuple[_Header, float]:
    """Title, source line (unless a slip has it), legend, slip if given, tabs; and the seam's y."""
    sheet = Sheet()
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    top = safe.top + _TITLE_TOP
    bare = not content.quote
    pitch = _INLAID_PITCH if slip else LEGEND_PITCH
    below = 60.0 + 58.0
    below += _META_PITCH * meta_lines(content, right - left) if bare else 0.0
    for lines in (2, 1):  # a difference loses words before the title does
        rows = legend_height(content, right - left, pitch, lines)
        room = _LOWEST_SEAM * card_format.height - top - below - rows
        title = fit_title(
            template, content.title, right - left, _INLAID_TITLE_ROOM if slip else room
        )
        if slip or not title.elided:
            break
    baseline = set_title(sheet, title, left, right, top, INK)
    y = baseline + 0.27 * title.style.size
    if bare:
        baseline = set_meta(sheet, content, left, right, y + 34.0)
        y = baseline + 16.0
    if content.legend:
        more = more_words(content.language, content.left_out)
        y = set_legend(sheet, content, more, left, right, y + 31.0, pitch, lines) + 28.0
    stamp = None
    if slip:
        inlaid = slip.at(round(y + _ABOVE_SLIP))
        stamp = inlaid.stamp
        sheet.add(inlaid.sheet)
        y = inlaid.paper.bottom
    gap = 8.0 if slip else 18.0 if content.legend else 22.0
    tab_top = round(y + gap)
    seam = tab_top + TAB_HEIGHT - SEAM
    return _Header(sheet, stamp), float(seam)


def _set_tabs(
    sheet: Sheet,
    content: CardContent,
    card_format: Format,
    tab_top: float,
    photo_tab: Point,
) -> tuple[Rect, ...]:
    """Both on the header, or the photo's on its own picture below; gives what covers that."""
    safe = card_format.safe_area
    left, right = safe.span(tab_top, tab_top + TAB_HEIGHT)
    least = tab_width(content.listing_tab, _LEAST_TAB * (right - left))
    start = max(photo_tab.x + 24.0, left + least + _BETWEEN_TABS)  # of a slider far to the left
    start = min(start, right - tab_width(content.photo_tab, _LEAST_TAB * (right - left)))
    end, is_below = start - left - _BETWEEN_TABS, photo_tab.y > tab_top + TAB_HEIGHT
    if is_below:
        end = right - left
    listing = Rect(left, tab_top, tab_width(content.listing_tab, end), TAB_HEIGHT)
    if is_below:
        tab_top = min(photo_tab.y - TAB_BORDER, safe.bottom - TAB_HEIGHT)
        start, right = safe.span(tab_top, tab_top + TAB_HEIGHT)
    photo = Rect(start, tab_top, tab_width(content.photo_tab, right - start), TAB_HEIGHT)
    set_tab(sheet, "listing tab", content.listing_tab, listing, WHITE)
    set_tab(sheet, "photo tab", content.photo_tab, photo, YELLOW)
    return (photo,) if is_below else ()


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


def _slip(template: Template, content: CardContent, card_format: Format, tallest: float) -> Slip:
    """Quote, reasoning and source, with the stamp across the upper edge."""
    left, right = slip_span(card_format)
    sheet = Sheet()
    text_right = right - 24.0
    width = text_right - left
    meta = _META_PITCH * meta_lines(content, width)
    around = 2 * SEAM + 18.0 + 18.0 + meta
    fit = fit_quote(content, width, min(SLIP_MAX, tallest) - around)
    if not fit.whole:
        fit = fit_long_quote(content, width, tallest - around)
    baseline = set_quote(sheet, fit, left, text_right, SEAM + 18.0)
    baseline = set_meta(sheet, content, left, text_right, baseline + _META_PITCH + 2.0)
    height = float(round(baseline + 22.0 + SEAM))
    sheet.fills += slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    return Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp_across(content, sheet, right))


def _wide_slip(template: Template, content: CardContent, card_format: Format) -> Slip:
    """The slip for the header, where the safe area is wider: the stamp stands at its right."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    sheet, stamp, quote_right = Sheet(), None, right - 24.0
    if content.verdict is not None:
        stamp = make_stamp(content.verdict, content.verdict_word, 300.0, largest=54)
        reach = stamp.painted()
        # Across the upper edge on purpose, short of the legend's last row.
        stamp = moved_stamp(stamp, Point(right - reach.width / 2, reach.height / 2 - _ABOVE_SLIP))
        quote_right = right - reach.width - 20.0
    fit = fit_quote(content, quote_right - left, SLIP_MAX - 60.0)
    baseline = set_quote(sheet, fit, left, quote_right, SEAM + 10.0) + _META_PITCH
    source, baseline = _set_source(content, (left, quote_right, right - 24.0), baseline, stamp)
    sheet.add(source)
    height = float(round(baseline + 15.0 + SEAM))
    sheet.fills += slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    return Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)


def _set_source(
    content: CardContent, edges: tuple[float, float, float], baseline: float, stamp: Stamp | None
) -> tuple[Sheet, float]:
    """Source, handle and date at the stamp's left or below it, whichever ends higher.

    ``edges`` are where lines begin, where they end at the stamp's left, and where below it.
    """
    left, beside_right, right = edges
    below, beside = Sheet(), Sheet()
    # Room for capitals with accents, which stand higher than the others.
    start = max(baseline, stamp.painted().bottom + 36.0) if stamp else baseline
    below_last = set_meta(below, content, left, right, start)
    beside_last = set_meta(beside, content, left, beside_right, baseline)
    if beside_last <= below_last and not beside.warnings:
        return beside, beside_last
    return below, below_last
