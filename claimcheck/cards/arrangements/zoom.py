"""Whole pictures below; above them what differs, magnified, each place on both pictures."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.parts import SEAM, TAB_HEIGHT
from claimcheck.cards.arrangements.scene import ENLARGED_ABOVE
from claimcheck.cards.arrangements.splits import Split, columns
from claimcheck.cards.boxes import Fill, NumberDisc, PictureShape, Placement
from claimcheck.cards.colours import INK
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Point, Rect

_DETAILS = 0.56
"""Of the region's height; the whole pictures have the rest."""
_DISC_IN = 38.0
"""From the first row's top to the middle of its number; the others stand on the seam above."""
_DISC_REACH = 34.0
_USUAL, _LEAST, _MOST = 3.0, 2.0, 4.0
"""Times as large as on the whole picture below."""
_AROUND = 1.7
"""Times the place itself: what a detail rather shows."""


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
        for plan, below in zip(pair.panels, whole.panels, strict=True):
            fixed = _detail(entry, plan, below, pictures[plan.role])
            panels.append(replace(plan, fixed=fixed, has_callouts=False))
        y = row.y - SEAM / 2
        if region.x > 0.0:  # beside a column of words, where the tabs hang into the first row
            lowest = max(row.y, card_format.safe_area.top) + TAB_HEIGHT + _DISC_IN
            y = row.center.y if index else max(row.center.y, lowest)
        elif index == 0:
            y = max(row.y, card_format.safe_area.top) + _DISC_IN
        discs.append(NumberDisc(entry.number, Point(row.center.x, y)))
    photo_tab = Point(region.center.x + SEAM / 2, region.y)
    return Split(tuple(panels), photo_tab, tuple(seams), discs=tuple(discs))


def _details_height(region: Rect, card_format: Format, count: int) -> float:
    """So much that the last row's number is still in the safe area."""
    height = _DETAILS * region.height
    if count > 1:
        free = card_format.safe_area.bottom - _DISC_REACH - region.y
        height = min(height, max(free * count / (count - 1), 0.25 * region.height))
    return float(round(height))


def _detail(
    entry: LegendEntry, plan: PanelPlan, whole: PanelPlan, picture: PictureShape
) -> Placement:
    """The place in the middle of its cell, so much larger than below that one sees it.

    A place with an area is shown whole, and no picture beyond what its pixels bear.
    """
    cell, place, subject = plan.rect, entry.place(plan.role), picture.subject
    assert place is not None
    room = whole.room
    usual = min(room.width / max(subject.width, 1.0), room.height / max(subject.height, 1.0))
    scale = _USUAL * usual
    if place.width > 0.0 and place.height > 0.0:
        fits = min(cell.width / place.width, cell.height / place.height)
        scale = min(max(fits / _AROUND, _LEAST * usual), _MOST * usual, fits / 1.1)
    least = max(cell.width / picture.width, cell.height / picture.height)
    scale = max(min(scale, ENLARGED_ABOVE), least)
    x = cell.center.x - scale * place.center.x
    y = cell.center.y - scale * place.center.y
    return Placement(scale, x, y).over(cell, picture.whole)
