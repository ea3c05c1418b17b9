"""Stacked: the listing image above, the photo below; the title on the shop's own background.

A listing image without a uniform background can't carry a title; then it stands under a header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor

from claimcheck.cards.boxes import Fill, Layout, PictureShape, Stamp
from claimcheck.cards.colours import INK, WHITE, YELLOW, contrast, opposite
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import (
    SEAM,
    SLIP_MAX,
    SLIP_MAX_FULL,
    TAB_BORDER,
    TAB_HEIGHT,
    QuoteFit,
    Sheet,
    fit_quote,
    fit_title,
    joined,
    make_stamp,
    moved_stamp,
    set_chip,
    set_legend,
    set_quote,
    set_tab,
    set_title,
    slip_fills,
    stamp_across,
    tab_width,
)
from claimcheck.cards.scene import Draft, PanelPlan, Pictures, Slip, assemble
from claimcheck.cards.templates import Template
from claimcheck.cards.text import Fitted, advance
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_SEAM_AT = 0.375
_LOWEST_SEAM = 0.445
_TITLE_TOP = 12.0
_STAMP_WIDTHS = (330.0, 280.0, 240.0)
"""Beside a quote, tried in this order until the quote has room."""
_SMALLEST_PRODUCT = 215.0
"""Side of a square as large as the product: smaller beside a long title, the title gets a band."""
_RULE = 4.0
_STEPS = 5
_EDGE = 40.0
"""Between a product and the card's edge."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The part of the card down to the seam between the pictures."""

    seam: float
    panel: Rect
    room: Rect
    ground: tuple[Fill, ...]


def lay_stacked(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The layout of the template ``stacked`` and its kin."""
    fixed = Sheet()
    picture = pictures[Role.LISTING]
    if _carries_type(picture):
        head = _head_on_background(fixed, template, content, card_format, picture)
    else:
        head = None
    if head is None:
        head = _head_with_band(fixed, template, content, card_format)
    shadows = tuple(fixed.shadowed(14.0)) if not head.ground else ()
    width = float(card_format.width)
    top = head.seam + SEAM
    photo_panel = Rect(0.0, top, width, card_format.height - top)
    fixed.fills.append(Fill(Rect(0.0, head.seam, width, SEAM), INK))
    listing_covers, photo_covers = _set_tabs(fixed, content, card_format, head.seam)
    photo_room = Rect(_EDGE, top + 90.0, width - 2 * _EDGE, 0.82 * card_format.height - top - 90.0)
    panels = (
        PanelPlan(Role.LISTING, head.panel, head.room, (*shadows, *listing_covers), shadows),
        PanelPlan(Role.PHOTO, photo_panel, photo_room, tuple(photo_covers)),
    )
    drafts = []
    for step, slip in enumerate(_ladder(template, content, card_format, top + TAB_HEIGHT)):
        sheet = Sheet()
        if slip:
            sheet.add(slip.sheet)
        sheet.add(fixed)
        stamp, covers = (slip.stamp, slip.covers) if slip else (None, ())
        drafts.append(Draft(head.ground, panels, sheet, stamp, covers, 4.0 * step))
    return assemble(card_format, content, pictures, drafts)


# --- above the seam ------------------------------------------------------------------------------


def _carries_type(picture: PictureShape) -> bool:
    """Whether the listing image has a background on which ink or white can be read."""
    if picture.background is None:
        return False
    ground = QColor(picture.background)
    return contrast(ground, opposite(ground)) >= 4.5


def _head_on_background(
    sheet: Sheet,
    template: Template,
    content: CardContent,
    card_format: Format,
    picture: PictureShape,
) -> _Head | None:
    """Title beside or above the product, whichever lets both be larger; ``None`` for no room."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    seam = round(max(_SEAM_AT * card_format.height, safe.top + 440.0))
    top, bottom = safe.top + _TITLE_TOP, seam - TAB_HEIGHT - 32.0
    panel = Rect(0.0, 0.0, float(card_format.width), float(seam))
    best: tuple[float, Fitted, Rect] | None = None
    for part in (1.0, 0.86, 0.76, 0.68, 0.6, 0.54, 0.48):
        width = (right - left) * part
        for beside in (True, False):
            height = (bottom - top) * (1.0 if beside else 0.55)
            title = fit_title(template, content.title, width, height)
            room = _product_room(title, beside, panel, left, top)
            worth = _worth(title, room, picture.subject, template.title_smallest)
            if best is None or worth > best[0]:
                best = worth, title, room
    assert best is not None
    _, title, room = best
    if _product_size(room, picture.subject) < _SMALLEST_PRODUCT:
        return None
    ground = opposite(QColor(picture.background or WHITE))
    set_title(sheet, title, left, left + title.width, top, ground.name())
    return _Head(float(seam), panel, room, ())


def _product_room(title: Fitted, beside: bool, panel: Rect, left: float, top: float) -> Rect:
    """Where the product can stand next to a title that begins at ``left``, ``top``."""
    bottom = panel.bottom - 26.0
    if beside:
        x, y = left + title.width + 36.0, panel.y + 0.16 * panel.height
    else:
        x, y = left + 250.0, top + title.height + 8.0
    return Rect(x, y, max(panel.right - _EDGE - x, 1.0), max(bottom - y, 1.0))


def _worth(title: Fitted, room: Rect, subject: Rect, smallest: int) -> float:
    """How well title and product do together: both large, the title in few whole lines."""
    size = _product_size(room, subject)
    lost = 400.0 if title.elided else 0.0
    crowded = 40.0 * max(0, len(title.lines) - 2)
    widths = [advance(line, title.style) for line in title.lines]
    crowded += 40.0 * sum(width < 0.5 * max(widths) for width in widths)
    crowded += 60.0 * sum(bool(re.search(r"[.!?] ", line)) for line in title.lines)
    crowded += 200.0 if title.style.size < smallest else 0.0
    return size + 2.0 * title.style.size - crowded - lost


def _product_size(room: Rect, subject: Rect) -> float:
    """The side of a square as large as the product in ``room``."""
    scale = min(room.width / max(subject.width, 1.0), room.height / max(subject.height, 1.0))
    return float(scale * (subject.width * subject.height) ** 0.5)


def _head_with_band(
    sheet: Sheet, template: Template, content: CardContent, card_format: Format
) -> _Head:
    """Title on the template's colour, the listing image below it from edge to edge."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    top = safe.top + _TITLE_TOP
    lowest = _LOWEST_SEAM * card_format.height
    title = fit_title(template, content.title, right - left, lowest - 360.0 - top)
    band = round(set_title(sheet, title, left, right, top, INK) + 0.27 * title.style.size + 14.0)
    seam = round(min(max(_SEAM_AT * card_format.height, band + 420.0), lowest))
    width = float(card_format.width)
    panel = Rect(0.0, band + SEAM, width, seam - band - SEAM)
    sheet.fills.append(Fill(Rect(0.0, float(band), width, SEAM), INK))
    ground = (Fill(Rect(0.0, 0.0, width, float(band)), template.header_colour),)
    return _Head(float(seam), panel, panel.grown(-_EDGE), ground)


def _set_tabs(
    sheet: Sheet, content: CardContent, card_format: Format, seam: float
) -> tuple[list[Rect], list[Rect]]:
    """Tabs above and below the seam, with source and handle in chips; what they cover."""
    safe = card_format.safe_area
    covers: list[list[Rect]] = []
    rows = (
        (
            "listing tab",
            content.listing_tab,
            WHITE,
            "source",
            content.seller,
            seam + SEAM - TAB_HEIGHT,
        ),
        (
            *("photo tab", content.photo_tab, YELLOW, "handle"),
            *(joined(content.handle, content.date), seam + SEAM - TAB_BORDER),
        ),
    )
    for name, word, colour, chip_name, chip_text, y in rows:
        left, right = safe.span(y, y + TAB_HEIGHT)
        tab = Rect(left, y, tab_width(word, 420.0), TAB_HEIGHT)
        set_tab(sheet, name, word, tab, colour)
        chip = set_chip(sheet, chip_name, chip_text, tab.right, right, tab)
        covers.append([tab, *([chip] if chip else [])])
    return covers[0], covers[1]


# --- the slip ------------------------------------------------------------------------------------


def _ladder(
    template: Template, content: CardContent, card_format: Format, top: float
) -> Iterator[Slip | None]:
    """The slip low in the safe area, then higher, up to the tab; ``None`` for a card without."""
    if not content.quote and not content.legend:
        yield None
        return
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 420.0, safe.bottom)
    sheet, stamp, height = _slip_sheet(template, content, left, right)
    slip = Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
    lowest, highest = safe.bottom + 12.0 - height, top + 40.0
    if stamp and not content.legend:
        highest += stamp.painted().height  # it stands across the upper edge
    for step in range(_STEPS):
        yield slip.at(round(lowest + (min(highest, lowest) - lowest) * step / (_STEPS - 1)))


def _slip_sheet(
    template: Template, content: CardContent, left: float, right: float
) -> tuple[Sheet, Stamp | None, float]:
    """Slip and stamp as if the slip's top were at 0, and the slip's outer height."""
    sheet = Sheet()
    y = SEAM + 16.0
    text_right = right - 24.0
    if content.legend:
        pitch = 64.0 if len(content.legend) < 3 else 60.0
        more = more_words(content.language, content.left_out)
        y = set_legend(sheet, content, more, left, text_right, y + 28.0, pitch) + 28.0
    stamp = None
    if content.quote:
        stamp, y = _set_claim(sheet, content, left, right, y)
    height = round(y + 22.0 + SEAM) if content.quote else round(y + 16.0 + SEAM)
    paper = slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), template.slip_colour)
    sheet.fills[:0] = paper
    if stamp is None and content.verdict and content.quote:
        stamp = stamp_across(content, sheet, right)
    return sheet, stamp, float(height)


def _set_claim(
    sheet: Sheet, content: CardContent, left: float, right: float, y: float
) -> tuple[Stamp | None, float]:
    """Rule, quote and reasoning, with the stamp at their right; gives the stamp and the last y."""
    text_right = right - 24.0
    if not content.legend:
        fit = _fit_claim(content, text_right - left, y)
        return None, set_quote(sheet, fit, left, text_right, y)
    rule_y = y + 12.0
    top = rule_y + _RULE + 16.0
    stamp, fit = None, _fit_claim(content, text_right - left, top)
    if content.verdict:
        for width in _STAMP_WIDTHS:
            stamp = make_stamp(content.verdict, content.verdict_word, width)
            fit = _fit_claim(content, right - stamp.painted().width - 14.0 - left, top)
            if fit.whole:
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
    bottom = max(bottom, center + reach.height / 2 - 30.0)
    return moved_stamp(stamp, Point(right - reach.width / 2, center)), bottom


def _fit_claim(content: CardContent, width: float, top: float) -> QuoteFit:
    """Quote and reasoning below ``top``; the slip grows before they lose words."""
    fit = fit_quote(content, width, SLIP_MAX - top - 22.0)
    return fit if fit.whole else fit_quote(content, width, SLIP_MAX_FULL - top - 22.0)
