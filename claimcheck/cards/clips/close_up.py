"""Both pictures as layouts, with room to come close to what differs: for zooms and slides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures
from claimcheck.cards.arrangements.parts import (
    LEGEND_INDENT,
    SEAM,
    TAB_BORDER,
    TAB_HEIGHT,
    Sheet,
    fit_title,
    set_tab,
    set_title,
    slip_fills,
    tab_width,
)
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.boxes import LEGEND_DISC, Fill, Layout, NumberDisc, Placement
from claimcheck.cards.callouts import Ground, Placed, Spot, direction, place_discs
from claimcheck.cards.clips.camera import CLOSEST, brought_to
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text.fitting import TextStyle, fit_text
from claimcheck.cards.text.fonts import INTER
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

WIDE = 1.3
"""Width to a height of 1 from which a clip is wide."""
_TITLE_PARTS = (0.11, 0.15, 0.19)
"""Of the height: a title on its slip, tried in this order until it is whole."""
_TOP_AIR, _WHOLE_WIDTH = 0.06, 0.84
"""Of a panel: what stays free above a whole product, and how wide it gets."""
_TITLE_AIR, _FOOT = 20.0, 0.74
"""Above and below the title's slip; and how far down a whole product reaches in a tall panel, of
its width: to where platforms write their caption.
"""
_DIFFERENCE = TextStyle(INTER, 600, 40, leading=1.16)

Placements = dict[Role, Placement]


def even(value: float) -> float:
    """The nearest whole number that 4:2:0 can cut at."""
    return float(2 * round(value / 2))


@dataclass(frozen=True, slots=True)
class ZoomStage:
    """Both panels, how the whole pictures lie in them, and where a spot is brought to."""

    whole: Layout
    rooms: dict[Role, Rect]
    covers: tuple[Rect, ...]
    """Tabs and slip."""
    frame: Layout
    """Seam and tabs alone."""
    title: Rect
    """The slip over whole pictures."""


def lay_zoom(
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    label_height: float,
    title_height: float | None = None,
) -> ZoomStage:
    """Listing image above (or left), photo below (or right): on a square as it suits the product.

    The slip over them is ``label_height`` high; over whole pictures lies one with the title, where
    its ``title_height`` is given (0 for none).
    """
    panels, seam = _zoom_panels(card_format, pictures)
    sheet = Sheet()
    sheet.fills.append(Fill(seam, INK))
    tabs = _zoom_tabs(sheet, content, card_format, panels)
    slip = title = label_rect(card_format, label_height)
    if title_height is not None:
        title = _title_rect(card_format, tabs, title_height)
    safe = card_format.safe_area
    rooms = {}
    for role, panel in panels.items():
        top = max(panel.y, safe.top - 60.0)
        bottom = min(panel.bottom, safe.bottom)
        for cover in (*tabs, slip):
            if cover.x < panel.right and panel.x < cover.right and cover.bottom > panel.y:
                if cover.center.y < (top + bottom) / 2:
                    top = max(top, cover.bottom)
                elif cover.y < bottom:
                    bottom = cover.y
        # Where a platform's buttons leave room for the number too.
        left, right = safe.span(top, bottom)
        left, right = max(left, panel.x + 60.0), min(right, panel.right - 60.0)
        rooms[role] = Rect(left, top + 20.0, right - left, bottom - top - 40.0)
    covers = (*tabs, slip)
    wholes = {role: _whole_room(rect, rooms[role], safe.top) for role, rect in panels.items()}
    if title is not slip and panels[Role.PHOTO].y > 0:
        wholes[Role.PHOTO] = _room_below(title, panels[Role.PHOTO])
    plans = tuple(
        PanelPlan(role, rect, wholes[role], (*tabs, title)) for role, rect in panels.items()
    )
    bare = replace(content, legend=(), left_out=0)
    draft = Draft((), plans, sheet, None, (), 0.0)
    whole = assemble(card_format, bare, pictures, [draft])
    frame = replace(whole, panels=(), places=())
    return ZoomStage(whole, rooms, covers, frame, title)


def _title_rect(card_format: Format, tabs: tuple[Rect, ...], height: float) -> Rect:
    """Where the slip with the title lies: between pictures that lie one above the other, so that
    it hides neither product; else where labels do.
    """
    low = label_rect(card_format, height)
    listing, photo = tabs
    if photo.y == listing.y:  # they hang side by side
        return low
    return replace(low, y=even(photo.bottom + _TITLE_AIR if height else photo.bottom))


def _room_below(title: Rect, panel: Rect) -> Rect:
    """Where a whole product stands below the title: as low as a platform's caption begins."""
    top = title.bottom + _TITLE_AIR
    width = _WHOLE_WIDTH * panel.width
    foot = min(panel.bottom - _TITLE_AIR, panel.y + _FOOT * panel.width)
    return Rect(panel.center.x - width / 2, top, width, max(foot - top, 1.0))


def _whole_room(panel: Rect, room: Rect, safe_top: float) -> Rect:
    """Where a whole product stands: it may rise above the safe area, where nothing is written.

    So narrow that a wide product is not cropped to be larger: close-ups are to come.
    """
    top = room.y
    if panel.y == 0.0:
        top = min(top, max(min(0.16 * panel.height, safe_top), _TOP_AIR * panel.height))
    width = _WHOLE_WIDTH * panel.width
    return Rect(panel.center.x - width / 2, top, width, room.bottom + 10.0 - top)


def label_rect(card_format: Format, height: float) -> Rect:
    """Where the slip with the label lies: low in the safe area, off the left edge."""
    safe = card_format.safe_area
    _, right = safe.span(safe.bottom - 200.0, safe.bottom)
    return Rect(0.0, even(safe.bottom + 12.0 - height), right + SEAM, height)


def lay_label(
    template: Template, content: CardContent, card_format: Format, entry: LegendEntry | None
) -> Sheet:
    """A slip with one difference, or with the title when there is none, its top at 0."""
    safe = card_format.safe_area
    left, right = safe.span(safe.bottom - 200.0, safe.bottom)
    text_right = right - 24.0
    sheet = Sheet()
    if entry is None:
        for part in _TITLE_PARTS:
            tallest = part * card_format.height
            title = fit_title(template, content.title, text_right - left, tallest)
            if not title.elided:
                break
        y = set_title(sheet, title, left, text_right, SEAM + 24.0, INK) + 0.12 * title.style.size
    else:
        y = _set_difference(sheet, entry, left, text_right, SEAM + 16.0) + 16.0
    height = even(y + 20.0 + SEAM)
    colour = template.slip_colour if entry is not None else template.header_colour
    sheet.fills[:0] = slip_fills(Rect(-2 * SEAM, 0.0, right + 3 * SEAM, height), colour)
    return sheet


def _set_difference(
    sheet: Sheet, entry: LegendEntry, left: float, right: float, top: float
) -> float:
    """Number and words of one difference, whole if three lines are enough; gives the y below."""
    x = left + LEGEND_INDENT
    fitted = fit_text(entry.text, _DIFFERENCE, right - x, (40, 38, 36, 35), 1)
    for most in (2, 3):
        if fitted.elided:
            sizes = (40, 38, 36, 34, SMALLEST_TEXT)
            fitted = fit_text(entry.text, _DIFFERENCE, right - x, sizes, most)
    lines = (len(fitted.lines) - 1) * fitted.style.line_height
    middle = top + 34.0 + lines / 2
    sheet.discs.append(NumberDisc(entry.number, Point(left + LEGEND_DISC, middle)))
    baseline = middle - lines / 2 + 0.36 * fitted.style.size
    sheet.set_text(f"legend {entry.number}", fitted, x, right, baseline, INK)
    return middle + lines / 2 + 18.0


def _zoom_panels(card_format: Format, pictures: Pictures) -> tuple[dict[Role, Rect], Rect]:
    width, height = float(card_format.width), float(card_format.height)
    product = pictures[Role.LISTING].subject
    if height >= 1.2 * width or (width <= WIDE * height and product.width > product.height):
        # Both get the same height between the platform's upper edge and the slip.
        safe = card_format.safe_area
        seam = even(min((safe.top + safe.bottom) / 2 - 0.03 * height, 0.5 * height))
        below = seam + SEAM
        return {
            Role.LISTING: Rect(0.0, 0.0, width, seam),
            Role.PHOTO: Rect(0.0, below, width, height - below),
        }, Rect(0.0, seam, width, SEAM)
    seam = even(width / 2 - SEAM / 2)
    beyond = seam + SEAM
    return {
        Role.LISTING: Rect(0.0, 0.0, seam, height),
        Role.PHOTO: Rect(beyond, 0.0, width - beyond, height),
    }, Rect(seam, 0.0, SEAM, height)


def _zoom_tabs(
    sheet: Sheet, content: CardContent, card_format: Format, panels: dict[Role, Rect]
) -> tuple[Rect, ...]:
    listing, photo = panels[Role.LISTING], panels[Role.PHOTO]
    safe = card_format.safe_area
    stacked = photo.y > 0
    tops = (
        (photo.y - TAB_HEIGHT, photo.y - TAB_BORDER)
        if stacked
        else (safe.top + 8.0, safe.top + 8.0)
    )
    rects = []
    for role, panel, y, word in (
        (Role.LISTING, listing, tops[0], content.listing_tab),
        (Role.PHOTO, photo, tops[1], content.photo_tab),
    ):
        left, right = safe.span(y, y + TAB_HEIGHT)
        left = max(left, panel.x + (0.0 if stacked else 28.0))
        rect = Rect(left, y, tab_width(word, min(right, panel.right) - left - 24.0), TAB_HEIGHT)
        name = "listing tab" if role is Role.LISTING else "photo tab"
        set_tab(sheet, name, word, rect, WHITE if role is Role.LISTING else YELLOW)
        rects.append(rect)
    return tuple(rects)


# --- coming close ---------------------------------------------------------------------------------


def has_area(place: Rect | None) -> bool:
    """Whether there is a place, and more than a point of it."""
    return place is not None and place.width > 0 and place.height > 0


def close_up(
    stage: ZoomStage,
    entry: LegendEntry,
    card_format: Format,
    pictures: Pictures,
    whole: Placements,
    closest: float = CLOSEST,
) -> tuple[Placements, tuple[tuple[Role, Placed], ...]]:
    """Where both pictures lie for one difference, and its callouts there."""
    placements, callouts = dict(whole), []
    wanted: dict[int, float] = {}
    for panel in stage.whole.panels:
        place, shape = entry.place(panel.role), pictures[panel.role]
        if place is None:
            continue
        placement = brought_to(
            whole[panel.role],
            place,
            stage.rooms[panel.role],
            panel.rect,
            shape.whole,
            covers=panel.background is None,
            closest=closest,
        )
        placements[panel.role] = placement
        ground = Ground(panel.rect, card_format.safe_area, stage.covers, None)
        for placed in _beside(entry.number, placement.rect(place), ground, wanted):
            wanted[placed.number] = direction(placed)
            callouts.append((panel.role, placed))
    return placements, tuple(callouts)


def _beside(
    number: int, place: Rect, ground: Ground, wanted: dict[int, float]
) -> tuple[Placed, ...]:
    """A disc at the edge of a place; pointing to its middle when there is no room beside it."""
    middle = Rect(place.center.x, place.center.y, 0.0, 0.0)
    shown = (place.common(ground.panel.grown(-18.0)) if has_area(place) else None) or middle
    return place_discs([Spot(number, shown)], ground, wanted) or place_discs(
        [Spot(number, middle)], ground, wanted
    )
