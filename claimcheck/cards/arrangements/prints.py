"""A photo as a print: smaller than its panel, so that all that is marked on it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.cards.arrangements.draft import PanelPlan
from claimcheck.cards.boxes import PictureShape, Placement, Polygon, intersection
from claimcheck.cards.colours import INK, PAPER
from claimcheck.model.geometry import Rect

_BORDER = 10.0
"""Of paper around a print, on ink: there white captions can be read, and discs stand out."""
_SLIVER = 0.5
UNDER_PRODUCT, LEAST_FOOT = 60.0, 90.0
"""Below a product, at least, and of the ink that follows."""


def part_shown(plan: PanelPlan, picture: PictureShape, placement: Placement) -> Rect:
    """What of a panel its picture fills: all of it, but for a print."""
    if picture.background is not None:
        return plan.rect
    lies = placement.rect(picture.whole)
    if lies.grown(_SLIVER).encloses(plan.rect):
        return plan.rect
    return intersection(plan.rect, lies) or plan.rect


def with_level_feet(
    plans: Sequence[PanelPlan],
    shown: Sequence[Rect],
    products: Sequence[Rect | None],
    lowest: Sequence[float],
) -> list[Rect]:
    """``shown``, but what stands beside a print ends where that does, so that no half is ink.

    ``products`` are those on studio backgrounds, where they lie on the card (``None`` for photos),
    ``lowest`` how far down the numbers of each panel reach.
    """
    if len(plans) != 2 or plans[0].rect.y != plans[1].rect.y or any(p.outline for p in plans):
        return list(shown)
    level = list(shown)
    for one, other in ((0, 1), (1, 0)):
        product, rect = products[one], plans[one].rect
        if product is None or plans[one].fixed is not None or shown[other] == plans[other].rect:
            continue
        bottom = max(shown[other].bottom, product.bottom + UNDER_PRODUCT)
        if lowest[one] <= bottom <= rect.bottom - LEAST_FOOT:
            level[one] = replace(rect, height=bottom - rect.y)
    return level


def ground_of(plan: PanelPlan, shown: Rect) -> tuple[Polygon, ...]:
    """What lies under a print and shows around it; nothing where a picture fills its panel."""
    if shown == plan.rect or plan.fixed is not None:
        return ()
    if plan.outline:  # a border would run over its slanted side
        return (Polygon(plan.outline, INK),)
    return under_print(plan.rect, shown)


def under_print(around: Rect, shown: Rect) -> tuple[Polygon, ...]:
    """What lies in ``around`` under a print that fills the part ``shown`` of it."""
    border = intersection(shown.grown(_BORDER), around) or shown
    return Polygon(around.corners, INK), Polygon(border.corners, PAPER)
