"""From parts to a whole card: choose where the slip lies, frame the pictures, place the discs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.cards.boxes import (
    Callout,
    CardWarning,
    Fill,
    Layout,
    Panel,
    PictureShape,
    PlaceBox,
    Stamp,
    WarningKind,
)
from claimcheck.cards.callouts import (
    TARGET,
    Ground,
    Placed,
    Spot,
    direction,
    place_discs,
)
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.framing import Framing, Scene, frame_picture
from claimcheck.cards.paint_marks import mark_bounds
from claimcheck.cards.parts import Sheet, moved_stamp
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

ENLARGED_ABOVE = 4.0
_LEADER_LIMIT = 165.0


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """A panel to fill: where it is, and where a product on a studio background should stand."""

    role: Role
    rect: Rect
    room: Rect
    obstacles: tuple[Rect, ...] = ()
    """What covers this panel whatever the slip does: the title, tabs, chips."""


@dataclass(frozen=True, slots=True)
class SlipPlan:
    """One way to lay slip and stamp."""

    sheet: Sheet
    obstacles: tuple[Rect, ...]
    stamp: Stamp | None
    cost: float
    """How much worse than the usual place, before the pictures are looked at."""

    @staticmethod
    def at(sheet: Sheet, y: float, paper: Rect, stamp: Stamp | None, cost: float) -> SlipPlan:
        """Slip and stamp, both put together with the slip's top at 0, moved to ``y``."""
        moved = moved_stamp(stamp, stamp.center.moved(0.0, y)) if stamp else None
        covered = (paper.moved(0.0, y), *([moved.painted()] if moved else []))
        return SlipPlan(sheet.lowered(y), covered, moved, cost)


Pictures = dict[Role, PictureShape]


def assemble(
    card_format: Format,
    content: CardContent,
    pictures: Pictures,
    ground: Sequence[Fill],
    panels: Sequence[PanelPlan],
    fixed: Sheet,
    slips: Sequence[SlipPlan],
) -> Layout:
    """Try every slip with the best framing of both pictures under it, and finish the best."""
    best: tuple[float, SlipPlan, dict[Role, Framing]] | None = None
    for slip in slips:
        framings = {
            plan.role: _framed(card_format, content, pictures[plan.role], plan, slip)
            for plan in panels
        }
        cost = slip.cost + sum(framing.cost for framing in framings.values())
        if best is None or cost < best[0]:
            best = cost, slip, framings
    if best is None:
        raise ValueError("a card needs at least one way to lay its slip")
    _, slip, framings = best
    warnings = [*fixed.warnings, *slip.sheet.warnings]
    callouts: list[Callout] = []
    wanted: dict[int, float] = {}
    for plan in panels:
        picture, framing = pictures[plan.role], framings[plan.role]
        placed = _placed(card_format, content, picture, plan, slip, framing, wanted)
        wanted |= {item.number: direction(item) for item in placed}
        callouts += [Callout(p.number, plan.role, p.disc, p.target) for p in placed]
        warnings += _picture_warnings(content, plan.role, framing, placed)
    return Layout(
        width=card_format.width,
        height=card_format.height,
        ground=tuple(ground),
        panels=tuple(
            Panel(
                plan.role,
                plan.rect,
                framings[plan.role].placement,
                pictures[plan.role].background,
            )
            for plan in panels
        ),
        places=tuple(_place_boxes(content, panels)),
        fills=(*slip.sheet.fills, *fixed.fills),
        texts=(*fixed.texts, *slip.sheet.texts),
        legend_discs=(*fixed.discs, *slip.sheet.discs),
        callouts=tuple(callouts),
        stamp=slip.stamp,
        warnings=tuple(warnings),
    )


def _framed(
    card_format: Format,
    content: CardContent,
    picture: PictureShape,
    plan: PanelPlan,
    slip: SlipPlan,
) -> Framing:
    scene = Scene(plan.rect, (*plan.obstacles, *slip.obstacles), card_format.safe_area, plan.room)
    spots = [place for _, place in _spots(content, plan.role)]
    return frame_picture(
        picture, scene, spots, _marks_frame(content, plan.role, picture), content.crop(plan.role)
    )


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
    slip: SlipPlan,
    framing: Framing,
    wanted: dict[int, float],
) -> tuple[Placed, ...]:
    shown = [
        Spot(number, _inside(framing.placement.rect(place), plan.rect))
        for index, (number, place) in enumerate(_spots(content, plan.role))
        if index not in framing.hidden
    ]
    ground = Ground(
        plan.rect,
        card_format.safe_area,
        (*plan.obstacles, *slip.obstacles),
        framing.placement.rect(picture.subject),
    )
    return place_discs(shown, ground, wanted)


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
    for plan in panels:
        for _, place in _spots(content, plan.role):
            if place.width > 0 and place.height > 0:
                boxes.append(PlaceBox(plan.role, place))
    return boxes


def _picture_warnings(
    content: CardContent, role: Role, framing: Framing, placed: Sequence[Placed]
) -> list[CardWarning]:
    warnings = []
    if framing.placement.scale > ENLARGED_ABOVE:
        warnings.append(CardWarning(WarningKind.ENLARGED, str(role)))
    shown = {item.number for item in placed}
    for number, _ in _spots(content, role):
        if number not in shown:
            warnings.append(CardWarning(WarningKind.COVERED, f"{role} {number}"))
    warnings += [
        CardWarning(WarningKind.FAR, f"{role} {item.number}")
        for item in placed
        if item.length > _LEADER_LIMIT
    ]
    return warnings
