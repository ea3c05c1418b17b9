"""Of all drafts of a card the best: pictures framed, discs placed, costs compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures
from claimcheck.cards.arrangements.framing import Framing, Scene, frame_picture
from claimcheck.cards.boxes import (
    PictureShape,
    Placement,
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
from claimcheck.cards.formats import Format
from claimcheck.cards.paint.marks import mark_bounds
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import CalloutStyle, Role

_PLACED, _FRAMED = -2, -1
"""How far a draft is worked out: less is further on."""
_OVER_PRINTS = 500.0
"""What it costs to cover all of the panels that prints leave partly free anyway."""
_FIXED_COVERED = 45.0
"""What covering all of a product costs where its picture can't be moved out of the way."""

REACH = {
    CalloutStyle.LEADER: ON_LEADER,
    CalloutStyle.PIN: AT_SPOT,
    CalloutStyle.RING: ON_RING,
}
RING = 46.0
"""Radius around a point."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One draft with both pictures framed in it."""

    draft: Draft
    framings: tuple[Framing, ...]
    """One for each panel."""
    cost: float


Drafts = Callable[[], Iterable[Draft]]


def best_of(
    card_format: Format,
    content: CardContent,
    pictures: Pictures,
    drafts: Sequence[Draft],
    others: Drafts,
) -> tuple[Attempt, tuple[tuple[Placed, ...], ...]]:
    """The draft that costs least with its pictures framed and its discs placed.

    Costs are only ever added to, so whatever costs least so far is taken a step further, and the
    first that gets to the end is the best: most drafts are never framed. Where even that doesn't
    show all that is marked, ``others`` are tried, and photos as prints.
    """
    drafts = list(drafts)
    # Of equals the one further on comes first, then the earlier draft.
    queue: list[tuple[float, int, int]] = [(one.cost, 0, i) for i, one in enumerate(drafts)]
    heapify(queue)
    attempts: dict[int, Attempt] = {}
    placed: dict[int, tuple[tuple[Placed, ...], ...]] = {}
    tried: set[int] = set()
    while True:
        cost, step, index = heappop(queue)
        if step == _PLACED:
            lacking = _lacking(content, attempts[index], placed[index])
            if index in tried or not any(lacking):
                return attempts[index], placed[index]
            more = [*(others() if not tried else ()), *_with_prints(attempts[index], lacking)]
            tried.add(index)
            heappush(queue, (cost, _PLACED, index))
            for draft in more:
                heappush(queue, (draft.cost, 0, len(drafts)))
                drafts.append(draft)
        elif step == 0:
            attempts[index] = _attempt(card_format, content, pictures, drafts[index])
            heappush(queue, (attempts[index].cost, _FRAMED, index))
        else:
            placed[index] = _all_discs(card_format, content, pictures, attempts[index])
            cost += _disc_cost(content, drafts[index], placed[index])
            heappush(queue, (cost, _PLACED, index))


def _lacking(
    content: CardContent, attempt: Attempt, placed: Sequence[tuple[Placed, ...]]
) -> list[bool]:
    """Of each panel whether it fails to show some of what is marked."""
    elsewhere = shown_numbers(placed) if attempt.draft.one_frame else set()
    return [
        plan.has_callouts
        and bool(framing.clipped or _without_disc(content, plan, items) - elsewhere)
        for plan, framing, items in zip(attempt.draft.panels, attempt.framings, placed, strict=True)
    ]


def _without_disc(content: CardContent, plan: PanelPlan, items: tuple[Placed, ...]) -> set[int]:
    """The numbers that are marked on a panel's picture and have no disc on the panel."""
    return {number for number, _ in spots_of(content, plan.role)} - shown_numbers([items])


def _with_prints(attempt: Attempt, lacking: Sequence[bool]) -> Iterator[Draft]:
    """The same with prints in the panels that ``lacking`` tells, where that is possible."""
    panels = tuple(
        replace(plan, prints=True) if lacks and plan.fixed is None and not plan.words else plan
        for plan, lacks in zip(attempt.draft.panels, lacking, strict=True)
    )
    if panels != attempt.draft.panels:
        cost = attempt.draft.cost + _OVER_PRINTS * _covered_of(panels, attempt.draft.covers)
        yield replace(attempt.draft, panels=panels, cost=cost)


def _covered_of(panels: Sequence[PanelPlan], covers: Sequence[Rect]) -> float:
    """Which part (0 to 1) of the panels lies under slip and stamp."""
    whole = sum(plan.rect.width * plan.rect.height for plan in panels)
    under = (part for plan in panels for part in _over(plan.rect, covers))
    return sum(part.width * part.height for part in under) / whole


def _attempt(
    card_format: Format, content: CardContent, pictures: Pictures, draft: Draft
) -> Attempt:
    framings = tuple(
        _framed(card_format, content, pictures[plan.role], plan, draft) for plan in draft.panels
    )
    return Attempt(draft, framings, draft.cost + sum(f.cost for f in framings))


def _all_discs(
    card_format: Format,
    content: CardContent,
    pictures: Pictures,
    attempt: Attempt,
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
            shown = shown_numbers(result)
            placed = tuple(p for p in placed if p.length <= LONGEST or p.number not in shown)
        wanted |= {item.number: direction(item) for item in placed}
        result.append(placed)
    return tuple(result)


def shown_numbers(placed: Sequence[tuple[Placed, ...]]) -> set[int]:
    """The numbers that have a disc on any of the panels."""
    return {item.number for items in placed for item in items}


def _disc_cost(content: CardContent, draft: Draft, placed: Sequence[tuple[Placed, ...]]) -> float:
    """What missing and far discs add to an attempt's cost; 0 when all stand where they should."""
    having = [
        _without_disc(content, plan, items)
        for plan, items in zip(draft.panels, placed, strict=True)
        if plan.has_callouts
    ]
    if draft.one_frame:
        having = [set().union(*having) - shown_numbers(placed)]
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
    spots = [place for _, place in spots_of(content, plan.role)] if plan.has_callouts else []
    return frame_picture(
        picture, scene, spots, _marks_frame(content, plan.role, picture), content.crop(plan.role)
    )


def _out_of_view(content: CardContent, plan: PanelPlan, placement: Placement) -> tuple[int, ...]:
    """The spots (by index) that a panel doesn't show: a leader to them would end on another."""
    least = 2 * TARGET  # of a point's surroundings
    return tuple(
        index
        for index, (_, place) in enumerate(spots_of(content, plan.role))
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


def spots_of(content: CardContent, role: Role) -> list[tuple[int, Rect]]:
    """The number and the place of each difference that is marked on a picture."""
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
        for index, (number, place) in enumerate(spots_of(content, plan.role))
        if index not in framing.hidden
    ]
    ground = Ground(
        plan.rect,
        card_format.safe_area,
        (*plan.obstacles, *plan.hidden, *draft.covers),
        framing.placement.rect(picture.subject),
    )
    return place_discs(shown, ground, wanted, REACH[content.callouts])


def _spot(content: CardContent, number: int, place: Rect) -> Spot:
    """What the disc of a difference points at; a point in a ring is as large as the ring."""
    if content.callouts is not CalloutStyle.RING or (place.width > 0 and place.height > 0):
        return Spot(number, place)
    return Spot(number, place.grown(RING), RING)


def _inside(place: Rect, panel: Rect) -> Rect:
    """The part of a box that its panel shows, so that a leader never ends outside."""
    if place.width <= 0 or place.height <= 0:
        return place
    edge = panel.grown(-TARGET)
    left, top = max(place.x, edge.x), max(place.y, edge.y)
    right, bottom = min(place.right, edge.right), min(place.bottom, edge.bottom)
    return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
