"""The zoom: both pictures come close to each difference, which then gets its number and label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.boxes import Callout, Layout, Panel
from claimcheck.cards.callouts import DISC, Placed
from claimcheck.cards.clips.camera import Pyramid, between, build_pyramid, draw_view, view_of
from claimcheck.cards.clips.close_up import (
    Placements,
    ZoomStage,
    close_up,
    has_area,
    label_rect,
    lay_label,
    lay_zoom,
)
from claimcheck.cards.clips.motion import (
    FADE_S,
    POP_S,
    Span,
    ease_out,
    ease_through,
    part_of,
    pop_scale,
)
from claimcheck.cards.clips.paint import (
    layout_patch,
    paint_patch,
    paint_scrim,
    scaled_about,
    scrim_rect,
)
from claimcheck.cards.clips.planes import Patch, Planes, copied, flood, lay_over
from claimcheck.cards.colours import INK
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import Format
from claimcheck.cards.outfit import Outfit
from claimcheck.cards.paint.card import FULL_SCREEN, Artwork, paint_card
from claimcheck.cards.paint.marks import paint_callout, paint_place
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

SHORTEST_LOOK_S = 1.3
"""Less time than this for a difference, and nobody has read its label."""
_BOX_STROKE = 6.0
_SLIDE_S = 0.2
_LIGHT = 16 + 219 * 0.30
"""Mean luma of the lowest part from which a white caption needs a scrim, as on cards."""


@dataclass(frozen=True, slots=True)
class Look:
    """One difference: when, from where the camera comes, where it rests, and its callouts."""

    entry: LegendEntry | None
    """``None``: the whole pictures, with the title."""
    travel: Span
    rest: Span
    placements: Placements
    callouts: tuple[tuple[Role, Placed], ...] = ()


@dataclass(slots=True)
class Zoom:
    """Whole pictures, then each difference close, then whole again."""

    seconds: float
    stage: ZoomStage
    looks: tuple[Look, ...]
    labels: tuple[Layout, ...]
    """One for each look; painted over the pictures, where there is anything in it."""
    label_rects: tuple[Rect, ...]
    pyramids: dict[Role, Pyramid]
    sizes: dict[Role, tuple[int, int]]
    accent: str
    _kept: dict[object, Patch] = field(default_factory=dict)
    _needs_scrim: bool | None = None
    _resting: tuple[Placements, Planes] | None = None
    """Where the camera was last, and what it saw: while it rests that stays."""

    def draw(self, t: float, out: Planes) -> None:
        """The frame at ``t``."""
        placements = self._placements(t)
        if self._resting and self._resting[0] == placements:
            self._resting[1].copy_to(out)
        else:
            for panel in self.stage.whole.panels:
                draw_view(self.pyramids[panel.role], placements[panel.role], panel.rect, out)
            # Chroma is soft at the seam's sides, so what lies below it must not be left to chance.
            flood(out, self.stage.frame.fills[0].rect, INK)
            self._draw_scrim(out)
            self._resting = placements, copied(out)
        whole = Rect(0.0, 0.0, *(float(side) for side in out.size))
        frame = self.stage.frame
        logo = [frame.logo.painted()] if frame.logo else []
        painted = reduce(Rect.united, [*(fill.rect for fill in frame.fills), *logo])
        bounds = painted.common(whole) or whole
        lay_over(out, self._patch("frame", lambda: layout_patch(frame, bounds)))
        for number, look in enumerate(self.looks):
            self._draw_callouts(number, look, t, out)
        for number, look in enumerate(self.looks):
            self._draw_label(number, look, t, out)

    def redraw(self, before: float, t: float, out: Planes) -> None:
        """As ``draw``: where the camera rests, what it saw is kept."""
        del before
        self.draw(t, out)

    def _placements(self, t: float) -> Placements:
        before = self.looks[0].placements
        for look in self.looks:
            if t < look.travel.start:
                break
            part = ease_through(look.travel.part(t))
            now = {
                role: between(before[role], placement, part)
                for role, placement in look.placements.items()
            }
            if t < look.travel.end:
                return now
            before = look.placements
        return before

    def _patch(self, key: object, make: Callable[[], Patch]) -> Patch:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def _draw_scrim(self, out: Planes) -> None:
        area = scrim_rect(self.stage.whole)
        if self._needs_scrim is None:
            # Only what fills a phone's screen has the platform's caption over it.
            tall = self._whole.height >= FULL_SCREEN * self._whole.width
            self._needs_scrim = tall and float(out.y[round(area.y) :].mean()) > _LIGHT
        if self._needs_scrim:
            layout = self.stage.whole
            lay_over(
                out,
                self._patch("scrim", lambda: paint_patch(area, lambda p: paint_scrim(p, layout))),
            )

    def _draw_callouts(self, number: int, look: Look, t: float, out: Planes) -> None:
        opacity = look.rest.shown(t)
        if opacity <= 0.0:
            return
        for role, placed in look.callouts:
            if look.entry is not None and has_area(look.entry.place(role)):
                box = self._patch(("box", number, role), partial(self._box, look, role))
                lay_over(out, box, opacity * part_of(t, look.rest.start, look.rest.start + FADE_S))
            scale = round(pop_scale(t - look.rest.start), 4)
            key = ("callout", number, role, scale)
            lay_over(out, self._patch(key, partial(self._callout, placed, scale)), opacity)

    def _callout(self, placed: Placed, scale: float) -> Patch:
        disc, target = placed.disc, placed.target
        bounds = _dot(disc).united(_dot(target)).grown(12.0)
        paint = scaled_about(
            target,
            scale,
            lambda painter: paint_callout(
                painter,
                QPointF(disc.x, disc.y),
                QPointF(target.x, target.y),
                placed.number,
                accent=self.accent,
            ),
        )
        return paint_patch(bounds, paint)

    def _box(self, look: Look, role: Role) -> Patch:
        assert look.entry is not None
        place = look.entry.place(role)
        assert place is not None
        placement, panel = look.placements[role], self.stage.whole.panel(role).rect

        def paint(painter: QPainter) -> None:
            painter.translate(placement.x, placement.y)
            painter.scale(placement.scale, placement.scale)
            paint_place(painter, place, self.sizes[role], _BOX_STROKE / placement.scale)

        return paint_patch(placement.rect(place).grown(10.0).common(panel) or panel, paint)

    def _draw_label(self, number: int, look: Look, t: float, out: Planes) -> None:
        """It slides in from the left edge as the camera arrives, and out before the next one."""
        arrives = look.travel.start + 0.5 * look.travel.length
        part = 1.0 if number == 0 else ease_out(part_of(t, arrives, arrives + _SLIDE_S))
        if number + 1 < len(self.looks):
            following = self.looks[number + 1].travel
            leaves = following.start + 0.5 * following.length
            part -= ease_out(part_of(t, leaves - _SLIDE_S, leaves))
        if part <= 0.0 or not self.labels[number].fills:
            return
        rect = self.label_rects[number]
        shift = round(-(1 - part) * (rect.right + 12.0), 2)

        def make() -> Patch:
            bounds = rect.moved(shift, 0.0).grown(8.0).common(self._whole) or rect
            layout = self.labels[number]

            def paint(painter: QPainter) -> None:
                painter.translate(shift, 0.0)
                paint_card(painter, layout, {})

            return paint_patch(bounds, paint)

        if rect.right + shift > 4.0:
            lay_over(out, self._patch(("label", number, shift), make))

    @property
    def _whole(self) -> Rect:
        return Rect(0.0, 0.0, float(self.stage.whole.width), float(self.stage.whole.height))


def _dot(point: Point) -> Rect:
    return Rect(point.x - DISC, point.y - DISC, 2 * DISC, 2 * DISC)


# --- building ------------------------------------------------------------------------------------


def build_zoom(
    outfit: Outfit,
    content: CardContent,
    entries: tuple[LegendEntry, ...],
    card_format: Format,
    pictures: Pictures,
    artwork: Artwork,
    seconds: float,
    titled: bool,
) -> Zoom:
    """Lay out, plan the camera's way, and paint both pictures as large as they will be seen.

    Whole pictures are ``titled`` unless the title has just been read.
    """
    shown: tuple[LegendEntry | None, ...] = (None, *entries, None)
    sheets = [
        lay_label(outfit.template, content, card_format, entry) if entry or titled else Sheet()
        for entry in shown
    ]
    heights = [sheet.fills[0].rect.height if sheet.fills else 0.0 for sheet in sheets]
    stage = lay_zoom(content, card_format, pictures, max(heights[1:-1]), heights[0])
    stage = replace(stage, frame=outfit.on(stage.frame), whole=outfit.on(stage.whole))
    looks = _looks(stage, entries, card_format, pictures, seconds)
    labels, rects = [], []
    for entry, sheet, height in zip(shown, sheets, heights, strict=True):
        rect = label_rect(card_format, height) if entry else stage.title
        low = sheet.lowered(rect.y)
        rects.append(rect)
        label = replace(
            stage.frame,
            fills=tuple(low.fills),
            texts=tuple(low.texts),
            legend_discs=tuple(low.discs),
            warnings=tuple(low.warnings),
        )
        labels.append(outfit.on(label))
    stage = _with_logo(outfit, stage, looks, labels, card_format)
    pyramids = {panel.role: _pyramid(panel, looks, artwork) for panel in stage.whole.panels}
    return Zoom(
        seconds,
        stage,
        looks,
        tuple(labels),
        tuple(rects),
        pyramids,
        {role: (shape.width, shape.height) for role, shape in pictures.items()},
        outfit.accent,
    )


def _pyramid(panel: Panel, looks: Sequence[Look], artwork: Artwork) -> Pyramid:
    """Of all that will be seen of a picture, as large as it will be."""
    placements = [look.placements[panel.role] for look in looks]
    seen = reduce(Rect.united, (view_of(placement, panel.rect) for placement in placements))
    largest = max(placement.scale for placement in placements)
    return build_pyramid(panel.role, artwork, panel.background, seen, largest)


def _with_logo(
    outfit: Outfit,
    stage: ZoomStage,
    looks: Sequence[Look],
    labels: Sequence[Layout],
    card_format: Format,
) -> ZoomStage:
    """The frame with the brand's logo where neither a label nor a callout comes at any time."""
    callouts = [
        Callout(placed.number, role, placed.disc, placed.target)
        for look in looks
        for role, placed in look.callouts
    ]
    fills = [fill for label in labels for fill in label.fills]
    crowded = replace(
        stage.whole, fills=(*stage.whole.fills, *fills), callouts=tuple(callouts), warnings=()
    )
    marked = [
        look.placements[role].rect(place)
        for look in looks
        for role, _ in look.callouts
        if look.entry is not None and (place := look.entry.place(role)) is not None
    ]
    found = outfit.with_logo(crowded, card_format, marked)
    warnings = (*stage.whole.warnings, *found.warnings)
    return replace(
        stage,
        frame=replace(stage.frame, logo=found.logo),
        whole=replace(stage.whole, warnings=warnings),
    )


def _looks(
    stage: ZoomStage,
    entries: tuple[LegendEntry, ...],
    card_format: Format,
    pictures: Pictures,
    seconds: float,
) -> tuple[Look, ...]:
    whole = {panel.role: panel.placement for panel in stage.whole.panels}
    intro, back = min(0.9, 0.12 * seconds), min(0.9, 0.14 * seconds)
    each = (seconds - intro - back - 0.1) / max(len(entries), 1)
    looks = [Look(None, Span(0.0, 0.0), Span(0.0, intro), whole)]
    for number, entry in enumerate(entries):
        start = intro + number * each
        arrival = start + min(1.5, 0.5 * each)
        placements, callouts = close_up(stage, entry, card_format, pictures, whole)
        rest = Span(arrival - 0.5 * POP_S, start + each)
        looks.append(Look(entry, Span(start, arrival), rest, placements, callouts))
    start = intro + len(entries) * each
    looks.append(Look(None, Span(start, start + back), Span(start + back, seconds), whole))
    return tuple(looks)
