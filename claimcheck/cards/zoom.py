"""Whole pictures below; above them what differs, magnified, each place on both pictures."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.boxes import Fill, NumberDisc, PictureShape, Placement
from claimcheck.cards.colours import INK
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import SEAM, TAB_HEIGHT
from claimcheck.cards.scene import PanelPlan, Pictures
from claimcheck.cards.splits import Split, columns
from claimcheck.model.geometry import Point, Rect

_DETAILS = 0.52
"""Of the region's height; the whole pictures have the rest."""
_DISC_IN = 38.0
"""From a row's top to the middle of its number."""
_AROUND = 2.6
"""Times the place itself: what a detail shows."""
_LEAST_PART = 0.3
"""Of the product: a detail shows at least this, so that one sees where it is."""


def magnified(region: Rect, card_format: Format, content: CardContent, pictures: Pictures) -> Split:
    """The panels of the template ``zoom``; without a place to enlarge, those of ``columns``."""
    entries = [
        entry for entry in content.legend if entry.listing_place is not None and entry.photo_place
    ]
    if not entries:
        return columns(region, card_format, content, pictures)
    height = _details_height(region, card_format, len(entries))
    upper = Rect(region.x, region.y, region.width, height)
    lower = Rect(region.x, upper.bottom + SEAM, region.width, region.bottom - upper.bottom - SEAM)
    whole = columns(lower, card_format, content, pictures)
    in_reach = lower.y + 0.5 * lower.height < card_format.safe_area.bottom
    panels = [replace(plan, has_callouts=in_reach) for plan in whole.panels]
    seams = [*whole.seams, Fill(Rect(region.x, upper.bottom, region.width, SEAM), INK)]
    discs = []
    pitch = (height + SEAM) / len(entries)
    for index, entry in enumerate(entries):
        row = Rect(region.x, region.y + index * pitch, region.width, pitch - SEAM)
        pair = columns(row, card_format, content, pictures)
        seams += [*pair.seams, Fill(Rect(row.x, row.bottom, row.width, SEAM), INK)]
        for plan in pair.panels:
            fixed = _detail(entry, plan, pictures[plan.role])
            panels.append(replace(plan, fixed=fixed, has_callouts=False))
        # Beside a column of words the tabs hang into the first row.
        down = TAB_HEIGHT if region.x > 0.0 and index == 0 else 0.0
        top = max(row.y, card_format.safe_area.top) + down
        discs.append(NumberDisc(entry.number, Point(row.center.x, top + _DISC_IN)))
    photo_tab = Point(region.center.x + SEAM / 2, region.y)
    return Split(tuple(panels), photo_tab, tuple(seams), discs=tuple(discs))


def _details_height(region: Rect, card_format: Format, count: int) -> float:
    """So much that the last row's number is still in the safe area."""
    height = _DETAILS * region.height
    if count > 1:
        free = card_format.safe_area.bottom - _DISC_IN - 34.0 - region.y
        height = min(height, max(free * count / (count - 1), 0.25 * region.height))
    return float(round(height))


def _detail(entry: LegendEntry, plan: PanelPlan, picture: PictureShape) -> Placement:
    """The place in the middle of its cell, with what is around it."""
    cell, place = plan.rect, entry.place(plan.role)
    assert place is not None
    least = _LEAST_PART * max(picture.subject.width, picture.subject.height, 1.0)
    shown = max(_AROUND * place.width, _AROUND * place.height, least)
    scale = min(cell.width, cell.height) / shown
    if place.width > 0.0:
        scale = min(scale, cell.width / (1.3 * place.width))
    scale = max(scale, cell.width / picture.width, cell.height / picture.height)
    x = cell.center.x - scale * place.center.x
    y = cell.center.y - scale * place.center.y
    x = min(max(x, cell.right - scale * picture.width), cell.x)
    y = min(max(y, cell.bottom - scale * picture.height), cell.y)
    return Placement(scale, x, y)
