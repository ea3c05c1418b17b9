"""Stacked: the listing image above, the photo below; the title on the shop's own background.

A listing image without a uniform background can't carry a title; then it stands under a header.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.cards.arrangements.claim_slip import (
    narrow_slip_sheet,
    narrowest_slip,
    reads_badly,
    slip_sheet,
)
from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures, Slip
from claimcheck.cards.arrangements.legend import one_line_width
from claimcheck.cards.arrangements.parts import (
    SEAM,
    TAB_BORDER,
    TAB_HEIGHT,
    Sheet,
    chip_fits,
    set_chip,
    set_tab,
    slip_span,
    tab_width,
)
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.arrangements.stacked_head import (
    EDGE,
    Head,
    carries_type,
    head_beside_slip,
    head_on_background,
    head_with_band,
    product_size,
)
from claimcheck.cards.arrangements.under_header import drafts_under_header
from claimcheck.cards.boxes import Fill, Layout, PictureShape, WarningKind
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.cards.text.fitting import joined
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_STEPS = 5
_INSET = 32.0
"""Between a legend and the right edge of a slip that holds nothing else."""
_NARROW_COST = 12.0
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
    content = _with_room(template, content, card_format, top)
    drafts = [
        _draft(content, card_format, head, title, slip, 4.0 * step)
        for step, slip in enumerate(_ladder(template, content, card_format, top))
    ]
    if content.quote and carries_type(picture):
        drafts += _inlaid_drafts(template, content, card_format, picture, head)

    def others() -> Iterator[Draft]:
        if not content.listing_crop and not content.photo_crop:  # else it is covered by choice
            yield from drafts_under_header(template, content, card_format, pictures)
        for step, slip in enumerate(_narrow_ladder(template, content, card_format, top)):
            yield _draft(content, card_format, head, title, slip, _NARROW_COST + 4.0 * step)

    return assemble(card_format, content, pictures, drafts, others)


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
        sheet, stamp, height = narrow_slip_sheet(template, content, left, column)
        if any(w.kind is WarningKind.ELIDED for w in sheet.warnings):
            continue
        if part != _INLAID_WIDTHS[-1] and reads_badly(sheet, content.quote, 2):
            continue
        slip = Slip(sheet, Rect(0.0, 0.0, column + SEAM, height), stamp)
        title = Sheet()
        placed = head_beside_slip(title, template, content, card_format, picture, slip, usual_size)
        if placed is not None:
            size = product_size(placed[0].room, picture.subject)
            cost = _INLAID_COST + _SMALLER_COST * max(0.0, _SMALLER - size / usual_size)
            yield _draft(content, card_format, placed[0], title, placed[1], cost)
            return


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
    left, right = slip_span(card_format)
    # A legend alone takes no more of the photo than its rows need.
    if not content.quote and not content.footer:
        more = more_words(content.language, content.left_out)
        right = min(right, left + one_line_width(content, more) + _INSET)
    sheet, stamp, height = slip_sheet(
        template, content, left, right, card_format.safe_area.bottom - top
    )
    slip = Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
    yield from _rungs(slip, card_format, top, _STEPS)


def _with_room(
    template: Template, content: CardContent, card_format: Format, top: float
) -> CardContent:
    """With as many differences as a slip between tabs and platform has room for, but one."""
    left, right = slip_span(card_format)
    room = card_format.safe_area.bottom + 12.0 - top
    for count in range(len(content.legend), 1, -1):
        out = content.left_out + len(content.legend) - count
        less = replace(content, legend=content.legend[:count], left_out=out)
        if slip_sheet(template, less, left, right, room)[2] <= room:
            return less
    out = content.left_out + max(len(content.legend) - 1, 0)
    return replace(content, legend=content.legend[:1], left_out=out)


def _narrow_ladder(
    template: Template, content: CardContent, card_format: Format, top: float
) -> Iterator[Slip]:
    """A narrow slip, low and high: numbers stand beside it, for what lies below it."""
    room = card_format.safe_area.bottom - top
    found = narrowest_slip(template, content, *slip_span(card_format), room)
    if found is not None:
        sheet, stamp, height = found
        paper = Rect(0.0, 0.0, max(fill.rect.right for fill in sheet.fills), height)
        for slip in _rungs(Slip(sheet, paper, stamp), card_format, top, 2):
            if slip.paper.y > top:  # else it would lie on the tabs
                yield slip


def _rungs(slip: Slip, card_format: Format, top: float, steps: int) -> Iterator[Slip]:
    safe, height, stamp = card_format.safe_area, slip.paper.height, slip.stamp
    lowest, highest = safe.bottom + 12.0 - height, top + 40.0
    if stamp:
        lowest = min(lowest, safe.bottom - stamp.painted().bottom)
        highest += max(-stamp.painted().y, 0.0)  # where it stands across the upper edge
    for step in range(steps):
        # Rounded down: half a pixel lower, the stamp would leave the safe area.
        yield slip.at(int(lowest + (min(highest, lowest) - lowest) * step / (steps - 1)))
