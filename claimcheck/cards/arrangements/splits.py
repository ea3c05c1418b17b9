"""Ways to share a region between listing image and photo: pure functions, region to panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.pairs import photo_with_product
from claimcheck.cards.arrangements.parts import SEAM, TAB_HEIGHT, Sheet
from claimcheck.cards.arrangements.prints import LEAST_FOOT
from claimcheck.cards.boxes import Fill, NumberDisc, Panel, PictureShape, Polygon
from claimcheck.cards.colours import INK, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role

BAR, _BAR_EDGE = 24.0, 7.0
"""How thick a divider is painted, and its edge of ink."""
STAIRS = 28
"""Rectangles that stand for one side of a slanted divider."""
SEEN_BELOW = 220.0
"""The safe area: so far down a platform covers little of a card."""
_ROWS_BELOW = 160.0
"""The same for two rows, of which numbers must still reach the lower one."""
_WIDE, _MUCH_LARGER, _LITTLE_SMALLER, _NOT_SMALL = 1.6, 1.3, 0.7, 0.55
OTHERWISE_COST = 60.0
"""Of sharing a region in another way than the template's own: less than of most prints."""


@dataclass(frozen=True, slots=True)
class Split:
    """The panels of a region, what divides them, and where the photo's tab may begin."""

    panels: tuple[PanelPlan, ...]
    photo_tab: Point
    """Left end of the photo's tab on the edge that it hangs from."""
    seams: tuple[Fill, ...] = ()
    shapes: tuple[Polygon, ...] = ()
    discs: tuple[NumberDisc, ...] = ()
    words: Sheet = field(default_factory=Sheet)
    """What is written in the region."""
    below: tuple[Panel | Polygon, ...] = ()
    """Under the panels."""
    one_frame: bool = False
    """Whether the panels are parts of one frame: a number on either of them is enough."""


Splitter = Callable[[Rect, Format, CardContent, Pictures], Split]


def columns(region: Rect, card_format: Format, _content: CardContent, _pictures: Pictures) -> Split:
    """Listing image left, photo right, a seam between them."""
    half = (region.width - SEAM) / 2
    left = Rect(region.x, region.y, half, region.height)
    right = Rect(region.right - half, region.y, half, region.height)
    return Split(
        (
            PanelPlan(Role.LISTING, left, room_in(left, card_format)),
            PanelPlan(Role.PHOTO, right, room_in(right, card_format)),
        ),
        Point(right.x, region.y),
        (Fill(Rect(left.right, region.y, SEAM, region.height), INK),),
    )


def beside_or_below(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """As ``columns``; what is wide lies in rows, which show it much larger."""
    share = rows_as_seen if lie_in_rows(region, card_format, content, pictures) else columns
    return share(region, card_format, content, pictures)


def rows_as_seen(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """As ``rows``, with both products above a platform's caption: lower, no number reaches them.

    The photo goes on below that as far as it shows anything there; then ink for a caption.
    """
    split = rows(seen_part(region, card_format), card_format, content, pictures)
    listing, photo = split.panels
    bottom = min(_end_of_photo(photo.rect, content, pictures[Role.PHOTO]), region.bottom)
    if region.bottom - bottom < LEAST_FOOT:
        bottom = region.bottom
    below = replace(photo, rect=replace(photo.rect, height=bottom - photo.rect.y))
    foot = Fill(Rect(region.x, bottom, region.width, region.bottom - bottom), INK)
    seams = (*split.seams, foot) if foot.rect.height > 0.0 else split.seams
    return replace(split, panels=(listing, below), seams=seams)


def _end_of_photo(row: Rect, content: CardContent, photo: PictureShape) -> float:
    """Where a photo ends that fills a row's width with what matters in the row's middle."""
    places = [entry.photo_place for entry in content.legend if entry.photo_place is not None]
    matters = (content.photo_crop or photo.subject).center.y
    if places:
        matters = (min(p.y for p in places) + max(p.bottom for p in places)) / 2
    beyond = (photo.height - matters) * row.width / photo.width
    return max(row.center.y + beyond, row.bottom)


def rows_unless_small(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """As ``rows_as_seen``, or ``columns`` for what would get far too small in rows."""
    gains = _gains_in_rows(region, card_format, content, pictures)
    share = rows_as_seen if min(gains.values()) > _NOT_SMALL else columns
    return share(region, card_format, content, pictures)


def lie_in_rows(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> bool:
    """Whether the product is wide, and rows show the listing image's much larger, and the photo's
    little smaller: what of a photo the product is, is only guessed.
    """
    gains = _gains_in_rows(region, card_format, content, pictures)
    wide = is_wide(pictures[Role.LISTING])
    return wide and gains[Role.LISTING] > _MUCH_LARGER and gains[Role.PHOTO] > _LITTLE_SMALLER


def is_wide(picture: PictureShape) -> bool:
    """Whether the product is much wider than high."""
    return picture.subject.width > _WIDE * picture.subject.height


def _gains_in_rows(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> dict[Role, float]:
    """How many times as large as in columns the products can be."""
    seen = seen_part(region, card_format)
    shapes = {**pictures, Role.PHOTO: photo_with_product(content, pictures)}
    gains: dict[Role, float] = {}
    for role in SIDES:
        subject = shapes[role].subject
        in_row, in_column = (
            min(width / max(subject.width, 1.0), height / max(subject.height, 1.0))
            for width, height in ((seen.width, seen.height / 2), (region.width / 2, region.height))
        )
        gains[role] = in_row / in_column
    return gains


def seen_part(region: Rect, card_format: Format) -> Rect:
    """The region without what lies far below the safe area."""
    bottom = min(region.bottom, card_format.safe_area.bottom + _ROWS_BELOW)
    return replace(region, height=bottom - region.y)


def rows(region: Rect, card_format: Format, _content: CardContent, _pictures: Pictures) -> Split:
    """Listing image above, photo below."""
    half = (region.height - SEAM) / 2
    above = Rect(region.x, region.y, region.width, half)
    below = Rect(region.x, region.bottom - half, region.width, half)
    return Split(
        (
            PanelPlan(Role.LISTING, above, room_in(above, card_format)),
            PanelPlan(Role.PHOTO, below, room_in(below, card_format)),
        ),
        Point(region.x, below.y),
        (Fill(Rect(region.x, above.bottom, region.width, SEAM), INK),),
    )


def slanted_columns(
    region: Rect, card_format: Format, _content: CardContent, _pictures: Pictures
) -> Split:
    """Listing image left, photo right, the seam between them slanted; each framed on its own."""
    middle = region.center.x
    upper, lower = middle + 0.05 * region.width, middle - 0.05 * region.width
    shapes, left, right = divided(region, upper, lower)
    beyond = stairs(region, upper, lower)
    frames = (
        Rect(region.x, region.y, upper - region.x, region.height),
        Rect(lower, region.y, region.right - lower, region.height),
    )
    clear = (
        Rect(region.x, region.y, lower - region.x, region.height),
        Rect(upper, region.y, region.right - upper, region.height),
    )
    panels = tuple(
        PanelPlan(role, frame, room_in(room, card_format), outline=outline, hidden=hidden)
        for role, frame, room, outline, hidden in zip(
            (Role.LISTING, Role.PHOTO), frames, clear, (left, right), reversed(beyond), strict=True
        )
    )
    return Split(panels, Point(upper + BAR, region.y), (), shapes)


def divided(
    region: Rect, upper: float, lower: float
) -> tuple[tuple[Polygon, ...], tuple[Point, ...], tuple[Point, ...]]:
    """The bar from ``upper`` on the region's top to ``lower`` on its foot, and both sides of it."""
    top, bottom = region.y, region.bottom
    bars = [
        Polygon(
            (
                Point(upper - half, top),
                Point(upper + half, top),
                Point(lower + half, bottom),
                Point(lower - half, bottom),
            ),
            colour,
        )
        for half, colour in ((BAR / 2, INK), (BAR / 2 - _BAR_EDGE, YELLOW))
    ]
    ends = (Point(upper, top), Point(lower, bottom))
    left = (Point(region.x, top), *ends, Point(region.x, bottom))
    right = (ends[0], Point(region.right, top), Point(region.right, bottom), ends[1])
    return tuple(bars), left, right


def stairs(region: Rect, upper: float, lower: float) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """What lies left and right of the divider, as stairs of rectangles with the bar in both."""
    step = region.height / STAIRS
    lefts, rights = [], []
    for index in range(STAIRS):
        y = region.y + index * step
        ends = [upper + (lower - upper) * (index + more) / STAIRS for more in (0, 1)]
        edge = max(ends) + BAR
        lefts.append(Rect(region.x, y, edge - region.x, step))
        edge = min(ends) - BAR
        rights.append(Rect(edge, y, region.right - edge, step))
    return tuple(lefts), tuple(rights)


def room_in(panel: Rect, card_format: Format) -> Rect:
    """Where a product stands: with air at the sides, and clear of the platform's caption."""
    inset = 0.045 * panel.width
    bottom = min(panel.bottom - 24.0, card_format.height - 40.0)
    top = 26.0 if panel.y > 0.0 else 0.04 * panel.height + TAB_HEIGHT
    return Rect(panel.x + inset, panel.y + top, panel.width - 2 * inset, bottom - panel.y - top)
