"""From parts to a whole card: choose where the slip lies, frame the pictures, place the discs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from claimcheck.cards.arrangements.best_draft import (
    REACH,
    RING,
    Attempt,
    Drafts,
    best_of,
    shown_numbers,
    spots_of,
)
from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures
from claimcheck.cards.arrangements.framing import Framing
from claimcheck.cards.arrangements.prints import ground_of, part_shown, with_level_feet
from claimcheck.cards.boxes import (
    Callout,
    CardWarning,
    Layout,
    Panel,
    PlaceBox,
    WarningKind,
)
from claimcheck.cards.callouts import DISC, LONGEST, Placed
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import CalloutStyle

ENLARGED_ABOVE = 4.0


def assemble(
    card_format: Format,
    content: CardContent,
    pictures: Pictures,
    drafts: Sequence[Draft],
    others: Drafts = tuple,
) -> Layout:
    """Try every draft with the best framing of both pictures in it, and finish the best one.

    ``others`` are made only where none of those shows all that is marked.
    """
    if not drafts:
        raise ValueError("a card needs at least one way to arrange it")
    kept = content.reserved
    best, placed = best_of(
        card_format,
        content,
        pictures,
        [_keeping_off(one, kept) for one in drafts],
        lambda: (_keeping_off(one, kept) for one in others()),
    )
    draft, framings = best.draft, best.framings
    shown = [
        part_shown(plan, pictures[plan.role], framing.placement)
        for plan, framing in zip(draft.panels, framings, strict=True)
    ]
    shown = with_level_feet(draft.panels, shown, *_standing_on(best, pictures, placed))
    grounds = [ground_of(*pair) for pair in zip(draft.panels, shown, strict=True)]
    warnings = list(draft.sheet.warnings)
    elsewhere = shown_numbers(placed) if draft.one_frame else set()
    for plan, framing, items in zip(draft.panels, framings, placed, strict=True):
        warnings += _picture_warnings(content, plan, framing, items, elsewhere)
    return Layout(
        width=card_format.width,
        height=card_format.height,
        ground=draft.ground,
        panels=tuple(
            Panel(p.role, rect, framing.placement, pictures[p.role].background, p.outline)
            for p, rect, framing in zip(draft.panels, shown, framings, strict=True)
        ),
        places=tuple(_place_boxes(content, draft.panels)),
        fills=tuple(draft.sheet.fills),
        texts=tuple(draft.sheet.texts),
        legend_discs=tuple(draft.sheet.discs),
        callouts=tuple(
            _callout(content, plan, framing, item)
            for plan, framing, items in zip(draft.panels, framings, placed, strict=True)
            for item in items
        ),
        stamp=draft.stamp,
        warnings=tuple(dict.fromkeys(warnings)),
        below=(*draft.below, *(part for ground in grounds for part in ground)),
        shades=draft.shades,
        shapes=draft.shapes,
        inked=draft.inked,
    )


def _standing_on(
    best: Attempt, pictures: Pictures, placed: Sequence[tuple[Placed, ...]]
) -> tuple[list[Rect | None], list[float]]:
    """Of each panel its product, if on a studio background, and how far down numbers reach."""
    products = [
        framing.placement.rect(pictures[plan.role].subject)
        if pictures[plan.role].background is not None
        else None
        for plan, framing in zip(best.draft.panels, best.framings, strict=True)
    ]
    ends = [[max(one.disc.y, one.target.y) + DISC for one in items] for items in placed]
    return products, [max(numbers, default=0.0) for numbers in ends]


def _keeping_off(draft: Draft, reserved: tuple[Rect, ...]) -> Draft:
    return replace(draft, covers=(*draft.covers, *reserved)) if reserved else draft


def _callout(content: CardContent, plan: PanelPlan, framing: Framing, placed: Placed) -> Callout:
    """The disc as it is painted: too far away for a pin or a ring, it gets a leader anyway."""
    places = dict(spots_of(content, plan.role))
    place, style, ring = places[placed.number], content.callouts, None
    if style is CalloutStyle.RING and not (place.width > 0 and place.height > 0):
        ring = framing.placement.rect(place).grown(RING)
    if placed.length > REACH[style].ideal + 1.0 and style is not CalloutStyle.RING:
        style = CalloutStyle.LEADER
    return Callout(placed.number, plan.role, placed.disc, placed.target, style, ring, plan.rect)


def _place_boxes(content: CardContent, panels: Sequence[PanelPlan]) -> list[PlaceBox]:
    boxes = []
    for plan in {plan.role: plan for plan in panels}.values():
        for _, place in spots_of(content, plan.role):
            if place.width > 0 and place.height > 0:
                boxes.append(PlaceBox(plan.role, place))
    return boxes


def _picture_warnings(
    content: CardContent,
    plan: PanelPlan,
    framing: Framing,
    placed: Sequence[Placed],
    elsewhere: Collection[int] = (),
) -> list[CardWarning]:
    """What is wrong with one picture; the numbers ``elsewhere`` need not be on it."""
    warnings, role = [], plan.role
    if framing.placement.scale > ENLARGED_ABOVE:
        warnings.append(CardWarning(WarningKind.ENLARGED, str(role)))
    shown = {item.number for item in placed}
    if not plan.has_callouts:
        return warnings
    for index, (number, _) in enumerate(spots_of(content, role)):
        lacks = number not in shown and number not in elsewhere
        if lacks or index in framing.clipped:
            warnings.append(CardWarning(WarningKind.COVERED, f"{role} {number}"))
    warnings += [
        CardWarning(WarningKind.FAR, f"{role} {item.number}")
        for item in placed
        if item.length > LONGEST
    ]
    return warnings
