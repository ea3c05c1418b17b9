"""The price on a tag across the pictures, and what to buy instead."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.ornaments import price_tag
from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.arrangements.splits import Split, beside_or_below, rows_unless_small
from claimcheck.cards.boxes import CardWarning, Fill, Polygon, WarningKind
from claimcheck.cards.colours import INK
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.text.fitting import TextStyle, fit_line, ink
from claimcheck.cards.text.fonts import BARLOW
from claimcheck.cards.words import INSTEAD, CardWords
from claimcheck.model.geometry import Point, Rect

_PRICE = TextStyle(BARLOW, 900, 120)
_SIZES = range(132, 56, -4)
_HIGHEST = 0.26
"""Of the height in which numbers may stand: how large the price is at most."""
_TOP = 96.0
"""From the region's top, or the tabs, to the tag."""
_ACROSS = 14.0
"""How far a tag hangs over the seam between two rows."""


def with_alternative(content: CardContent) -> CardContent:
    """What the card quotes: the creator's alternative, where there is one, below the reasoning."""
    if not content.alternative:
        return content
    instead = CardWords(content.language).text(INSTEAD).format(what=content.alternative)
    if content.quote:
        return replace(content, reasoning=instead)
    return replace(content, quote=instead, reasoning="")


def tagged(region: Rect, card_format: Format, content: CardContent, pictures: Pictures) -> Split:
    """The panels of ``beside_or_below`` with the price on a tag across their seam."""
    split = beside_or_below(region, card_format, content, pictures)
    return _with_tag(split, region, card_format, content)


def tagged_in_rows(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """As ``tagged``, with both pictures in rows."""
    split = rows_unless_small(region, card_format, content, pictures)
    return _with_tag(split, region, card_format, content)


def _with_tag(split: Split, region: Rect, card_format: Format, content: CardContent) -> Split:
    if not content.price:
        split.words.warnings.append(CardWarning(WarningKind.UNKNOWN, "price"))
        return split
    safe, in_rows = card_format.safe_area, split.photo_tab.y > region.y
    top = max(region.y, safe.top) + (_TOP if region.x > 0.0 else 26.0)
    left, right = safe.span(top, top + 220.0)
    left, right = max(left, region.x + 24.0), min(right, region.right - 24.0)
    tallest = _HIGHEST * (min(safe.bottom, region.bottom) - top)
    if in_rows:
        tallest = _HIGHEST * split.panels[0].rect.height
    sizes = [size for size in _SIZES if size <= tallest] or _SIZES[-1:]
    fitted = fit_line(content.price, _PRICE, 0.5 * (right - left), sizes)
    box = ink(fitted.lines[0], fitted.style, fitted.rtl)
    height = box.height + 2 * 0.34 * fitted.style.size
    width = box.width + 0.42 * height + 70.0
    if in_rows:  # on what the shop shows, since numbers hardly reach the photo's row
        top = split.photo_tab.y + _ACROSS - height
        right = min(safe.span(top, top + height)[1], right)
    middle = right - width / 2 if in_rows else region.center.x
    middle = min(max(middle, left + width / 2), right - width / 2)
    tag = Rect(middle - width / 2, top, width, height)
    x = tag.right - 34.0 - box.width - box.x
    sheet = Sheet()
    baseline = tag.center.y - box.y - box.height / 2
    sheet.set_text("price", fitted, x, x + fitted.width + 1.0, baseline, INK)
    covered = tag.grown(6.0)
    panels = tuple(_keeping_off(plan, covered, in_rows) for plan in split.panels)
    # The seam as a shape too, since shapes lie under all fills: then the tag hides it.
    below = tuple(_flat(seam) for seam in split.seams)
    shapes = (*below, *split.shapes, *price_tag(tag))
    return replace(split, panels=panels, seams=(), shapes=shapes, words=sheet)


def _flat(seam: Fill) -> Polygon:
    box = seam.rect
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return Polygon(tuple(Point(*corner) for corner in corners), seam.colour)


def _keeping_off(plan: PanelPlan, tag: Rect, in_rows: bool) -> PanelPlan:
    room = plan.room
    if tag.bottom > room.y and not in_rows:
        bottom = max(room.bottom, tag.bottom + 60.0)
        room = Rect(room.x, tag.bottom + 18.0, room.width, bottom - tag.bottom - 18.0)
    return replace(plan, room=room, obstacles=(*plan.obstacles, tag))
