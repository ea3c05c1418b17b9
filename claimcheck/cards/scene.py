"""From parts to a whole card: choose where the slip lies, frame the pictures, place the discs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from claimcheck.cards.boxes import (
    Callout,
    CardWarning,
    Layout,
    Panel,
    PictureShape,
    PlaceBox,
    Placement,
    WarningKind,
    intersection,
)
from claimcheck.cards.callouts import (
    AT_SPOT,
    LONGEST,
    ON_LEADER,
    ON_RING,
    TARGET,
    Ground,
    Placed,
    Spot,
    direction,
    place_discs,
)
from claimcheck.cards.content import CardContent
from claimcheck.cards.draft import Draft, PanelPlan, Pictures
from claimcheck.cards.formats import Format
from claimcheck.cards.framing import Framing, Scene, frame_picture
from claimcheck.cards.paint_marks import mark_bounds
from claimcheck.cards.prints import ground_of, part_shown
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import CalloutStyle, Role

ENLARGED_ABOVE = 4.0
_PLACED, _FRAMED = -2, -1
"""How far a draft is worked out: less is further on."""
_FIXED_COVERED = 45.0
"""What covering all of a product costs where its picture can't be moved out of the way."""


_REACH = {
    CalloutStyle.LEADER: ON_LEADER,
    CalloutStyle.PIN: AT_SPOT,
    CalloutStyle.RING: ON_RING,
}
_RING = 46.0
"""Radius around a point."""


def assemble(
    card_format: Format, content: CardContent, pictures: Pictures, drafts: Sequence[Draft]
) -> Layout:
    """Try every draft with the best framing of both pictures in it, and finish the best one."""
    if not drafts:
        raise ValueError("a card needs at least one way to arrange it")
    if content.reserved:
        drafts = [replace(one, covers=(*one.covers, *content.reserved)) for one in drafts]
    best, placed = _best(card_format, content, pictures, drafts)
    draft, framings = best.draft, best.framings
    shown = [
        part_shown(plan, pictures[plan.role], framing.placement)
        for plan, framing in zip(draft.panels, framings, strict=True)
    ]
    grounds = [ground_of(*pair) for pair in zip(draft.panels, shown, strict=True)]
    warnings = list(draft.sheet.warnings)
    elsewhere = _shown_numbers(placed) if draft.one_frame else set()
    for plan, framing, items in zip(draft.panels, framings, placed, strict=True):
        warnings += _picture_warnings(content, plan, framing, items, elsewhere)
    return Layout(
        width=card_format.width,
        height=card_format.height,
        ground=draft.ground,
        panels=tuple(
            Panel(
                plan.role,
                shown[index],
                framings[index].placement,
                pictures[plan.role].background,
                plan.outline,
            )
            for index, plan in enumerate(draft.panels)
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


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One draft with both pictures framed in it."""

    draft: Draft
    framings: tuple[Framing, ...]
    """One for each panel."""
    cost: float
    is_last: bool = False
    """Whether the same with prints was proposed already."""


def _best(
    card_format: Format, content: CardContent, pictures: Pictures, drafts: Sequence[Draft]
) -> tuple[_Attempt, tuple[tuple[Placed, ...], ...]]:
    """The draft that costs least with its pictures framed and its discs placed.

    Costs are only ever added to, so whatever costs least so far is taken a step further, and the
    first that gets to the end is the best: most drafts are never framed.
    """
    # Of equals the one further on comes first, then the earlier draft.
    drafts = list(drafts)
    queue: list[tuple[float, int, int]] = [(one.cost, 0, i) for i, one in enumerate(drafts)]
    heapify(queue)
    attempts: dict[int, _Attempt] = {}
    placed: dict[int, tuple[tuple[Placed, ...], ...]] = {}
    while True:
        cost, step, index = heappop(queue)
        if step == _PLACED:
            other = _with_prints(content, pictures, attempts[index], placed[index])
            if other is None:
                return attempts[index], placed[index]
            # Not all is seen: is it where photos lie smaller than their panels?
            heappush(queue, (other.cost, 0, len(drafts)))
            drafts.append(other)
            attempts[index] = replace(attempts[index], is_last=True)
            heappush(queue, (cost, _PLACED, index))
        elif step == 0:
            attempts[index] = _attempt(card_format, content, pictures, drafts[index])
            heappush(queue, (attempts[index].cost, _FRAMED, index))
        else:
            placed[index] = _all_discs(card_format, content, pictures, attempts[index])
            cost += _disc_cost(content, drafts[index], placed[index])
            heappush(queue, (cost, _PLACED, index))


def _with_prints(
    content: CardContent,
    pictures: Pictures,
    attempt: _Attempt,
    placed: Sequence[tuple[Placed, ...]],
) -> Draft | None:
    """The attempt's draft with a print wherever a photo that fills its panel hides marked spots."""
    if attempt.is_last or content.crop(Role.PHOTO) or content.crop(Role.LISTING):
        return None
    panels = []
    for plan, framing, items in zip(attempt.draft.panels, attempt.framings, placed, strict=True):
        lacks = framing.hidden or framing.clipped or len(items) < len(_spots(content, plan.role))
        may = plan.fixed is None and plan.has_callouts and not plan.words
        photo = pictures[plan.role].background is None
        panels.append(replace(plan, prints=bool(lacks) and may and photo))
    if tuple(panels) == attempt.draft.panels or not any(plan.prints for plan in panels):
        return None
    return replace(attempt.draft, panels=tuple(panels))


def _attempt(
    card_format: Format, content: CardContent, pictures: Pictures, draft: Draft
) -> _Attempt:
    framings = tuple(
        _framed(card_format, content, pictures[plan.role], plan, draft) for plan in draft.panels
    )
    return _Attempt(draft, framings, draft.cost + sum(f.cost for f in framings))


def _all_discs(
    card_format: Format,
    content: CardContent,
    pictures: Pictures,
    attempt: _Attempt,
) -> tuple[tuple[Placed, ...], ...]:
    """The discs of each panel; those of the second point the same way where they can."""
    result: list[tuple[Placed, ...]] = []
    wanted: dict[int, float] = {}
    for plan, framing in zip(attempt.draft.panels, attempt.framings, strict=True):
        if not plan.has_callouts:
            result.append(())
            continue
        picture = pictures[plan.role]
        placed = _placed(card_format, content, picture, plan, attempt.draft, framing, wanted)
        if attempt.draft.one_frame:  # one that stands near its spot is on the other part already
            shown = {item.number for items in result for item in items}
            placed = tuple(p for p in placed if p.length <= LONGEST or p.number not in shown)
        wanted |= {item.number: direction(item) for item in placed}
        result.append(placed)
    return tuple(result)


def _shown_numbers(placed: Sequence[tuple[Placed, ...]]) -> set[int]:
    return {item.number for items in placed for item in items}


def _disc_cost(content: CardContent, draft: Draft, placed: Sequence[tuple[Placed, ...]]) -> float:
    """What missing and far discs add to an attempt's cost; 0 when all stand where they should."""
    having = [
        {number for number, _ in _spots(content, plan.role)} - {item.number for item in items}
        for plan, items in zip(draft.panels, placed, strict=True)
        if plan.has_callouts
    ]
    if draft.one_frame:
        having = [set().union(*having) - _shown_numbers(placed)]
    missing = sum(len(lacking) for lacking in having)
    far = sum(item.length > LONGEST for items in placed for item in items)
    return 1000.0 * missing + 30.0 * far


def _framed(
    card_format: Format,
    content: CardContent,
    picture: PictureShape,
    plan: PanelPlan,
    draft: Draft,
) -> Framing:
    if plan.fixed is not None:
        cost = _FIXED_COVERED * _covered_part(picture, plan, draft)
        return Framing(plan.fixed, cost, _out_of_view(content, plan, plan.fixed))
    # Of a picture only its panel shows, so only what lies over the panel can cover it.
    scene = Scene(
        plan.rect,
        _over(plan.rect, (*plan.obstacles, *draft.covers)),
        card_format.safe_area,
        plan.room,
        _over(plan.rect, plan.words),
        plan.hidden,
        plan.prints,
    )
    spots = [place for _, place in _spots(content, plan.role)] if plan.has_callouts else []
    return frame_picture(
        picture, scene, spots, _marks_frame(content, plan.role, picture), content.crop(plan.role)
    )


def _out_of_view(content: CardContent, plan: PanelPlan, placement: Placement) -> tuple[int, ...]:
    """The spots (by index) that a panel doesn't show: a leader to them would end on another."""
    least = 2 * TARGET  # of a point's surroundings
    return tuple(
        index
        for index, (_, place) in enumerate(_spots(content, plan.role))
        if not plan.rect.grown(-1.0).contains(placement.point(place.center))
        and not _shows_much(placement.rect(place), plan.rect, least)
    )


def _shows_much(place: Rect, panel: Rect, least: float) -> bool:
    shown = intersection(place, panel)
    return shown is not None and min(shown.width, shown.height) >= least


def _covered_part(picture: PictureShape, plan: PanelPlan, draft: Draft) -> float:
    """How much (0 to 1) of the product that a panel could show lies under slip and stamp."""
    assert plan.fixed is not None
    shown = intersection(plan.rect, plan.fixed.rect(picture.subject))
    if shown is None:
        return 0.0
    parts = _over(shown, draft.covers)
    return min(sum(p.width * p.height for p in parts) / (shown.width * shown.height), 1.0)


def _over(panel: Rect, rects: Sequence[Rect]) -> tuple[Rect, ...]:
    """The parts of ``rects`` that lie over the panel."""
    parts = [intersection(panel, rect) for rect in rects]
    return tuple(part for part in parts if part is not None)


def _spots(content: CardContent, role: Role) -> list[tuple[int, Rect]]:
    places = ((entry.number, entry.place(role)) for entry in content.legend)
    return [(number, place) for number, place in places if place is not None]


def _marks_frame(content: CardContent, role: Role, picture: PictureShape) -> Rect | None:
    frame: Rect | None = None
    for mark in content.marks(role):
        box = mark_bounds(mark, (picture.width, picture.height))
        rect = Rect(box.x(), box.y(), box.width(), box.height()).clipped_to(
            picture.width, picture.height
        )
        frame = rect if frame is None else frame.united(rect)
    return frame


def _placed(
    card_format: Format,
    content: CardContent,
    picture: PictureShape,
    plan: PanelPlan,
    draft: Draft,
    framing: Framing,
    wanted: dict[int, float],
) -> tuple[Placed, ...]:
    shown = [
        _spot(content, number, _inside(framing.placement.rect(place), plan.rect))
        for index, (number, place) in enumerate(_spots(content, plan.role))
        if index not in framing.hidden
    ]
    ground = Ground(
        plan.rect,
        card_format.safe_area,
        (*plan.obstacles, *plan.hidden, *draft.covers),
        framing.placement.rect(picture.subject),
    )
    return place_discs(shown, ground, wanted, _REACH[content.callouts])


def _spot(content: CardContent, number: int, place: Rect) -> Spot:
    """What the disc of a difference points at; a point in a ring is as large as the ring."""
    if content.callouts is not CalloutStyle.RING or (place.width > 0 and place.height > 0):
        return Spot(number, place)
    return Spot(number, place.grown(_RING), _RING)


def _callout(content: CardContent, plan: PanelPlan, framing: Framing, placed: Placed) -> Callout:
    """The disc as it is painted: too far away for a pin or a ring, it gets a leader anyway."""
    places = dict(_spots(content, plan.role))
    place, style, ring = places[placed.number], content.callouts, None
    if style is CalloutStyle.RING and not (place.width > 0 and place.height > 0):
        ring = framing.placement.rect(place).grown(_RING)
    if placed.length > _REACH[style].ideal + 1.0 and style is not CalloutStyle.RING:
        style = CalloutStyle.LEADER
    return Callout(placed.number, plan.role, placed.disc, placed.target, style, ring, plan.rect)


def _inside(place: Rect, panel: Rect) -> Rect:
    """The part of a box that its panel shows, so that a leader never ends outside."""
    if place.width <= 0 or place.height <= 0:
        return place
    edge = panel.grown(-TARGET)
    left, top = max(place.x, edge.x), max(place.y, edge.y)
    right, bottom = min(place.right, edge.right), min(place.bottom, edge.bottom)
    return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))


def _place_boxes(content: CardContent, panels: Sequence[PanelPlan]) -> list[PlaceBox]:
    boxes = []
    for plan in {plan.role: plan for plan in panels}.values():
        for _, place in _spots(content, plan.role):
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
    for index, (number, _) in enumerate(_spots(content, role)):
        lacks = number not in shown and number not in elsewhere
        if lacks or index in framing.clipped:
            warnings.append(CardWarning(WarningKind.COVERED, f"{role} {number}"))
    warnings += [
        CardWarning(WarningKind.FAR, f"{role} {item.number}")
        for item in placed
        if item.length > LONGEST
    ]
    return warnings
