"""Ways to share a region between listing image and photo: pure functions, region to panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from claimcheck.cards.boxes import Fill, NumberDisc, Panel, PictureShape, Placement, Polygon
from claimcheck.cards.colours import INK, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.draft import PanelPlan, Pictures
from claimcheck.cards.formats import Format
from claimcheck.cards.framing import Scene, frame_picture
from claimcheck.cards.ornaments import slider_handle
from claimcheck.cards.parts import SEAM, TAB_HEIGHT, Sheet
from claimcheck.model.alignment import Homography, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_BAR, _BAR_EDGE = 24.0, 7.0
_BOTH_SHOW = 0.12
"""Of the region's width: less of a picture is not seen as one."""
_PRODUCT_SHOWS = 0.25
"""Of a product's width: what of it shows on each side of a divider that was moved."""
_STAIRS = 28
_AIR = 8.0
_LEAN = 0.13
"""Of the region's width: how far a slanted divider goes to each side of the middle."""
MOST_GROWN = 3.0
"""Times: how much larger than whole a product is shown to be as large as on a photo."""
_DIVIDED_AT = tuple(0.02 * step * side for step in range(15) for side in (1, -1))
"""Of the region's width: how far from its middle a slider may stand to show the numbers."""


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
    shapes, left, right = _divided(region, upper, lower)
    beyond = _stairs(region, upper, lower)
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
    return Split(panels, Point(upper + _BAR, region.y), (), shapes)


def straight_slider(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """One frame for both; the left half shows the listing image, the right half the photo."""
    return _slider(region, card_format, content, pictures, 0.0)


def slanted_slider(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """As ``straight_slider``, divided from the upper right to the lower left."""
    return _slider(region, card_format, content, pictures, _LEAN)


def _slider(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures, lean: float
) -> Split:
    room = room_in(region, card_format)
    placements = _alike(region, room, card_format, content, pictures)
    spread = lean * region.width
    if content.divided_at is None:
        product = placements[0].rect(pictures[Role.LISTING].subject)
        middle = _divider(region, spread, card_format, content, placements, product)
    else:
        middle = _where_chosen(region, content.divided_at, placements[0], pictures)
    upper, lower = middle + spread, middle - spread
    shapes, left, right = _divided(region, upper, lower)
    hidden_left, hidden_right = _stairs(region, upper, lower)
    # Clear of a slip low in the safe area: below it where the card goes on, else above it.
    handle = region.y + (0.88 if region.x > 0.0 else 0.2) * region.height
    if card_format.height - card_format.safe_area.bottom > 300.0:
        handle = card_format.safe_area.bottom + 120.0
    part = (handle - region.y) / region.height
    center = Point(upper + (lower - upper) * part, handle)
    reach = Rect(center.x - 56.0, center.y - 56.0, 112.0, 112.0)
    return Split(
        (
            PanelPlan(
                Role.LISTING,
                region,
                room,
                outline=left,
                fixed=placements[0],
                hidden=(*hidden_right, reach),
            ),
            PanelPlan(
                Role.PHOTO,
                region,
                room,
                outline=right,
                fixed=placements[1],
                hidden=(*hidden_left, reach),
            ),
        ),
        Point(upper + _BAR, region.y),
        (),
        (*shapes, *slider_handle(center)),
        one_frame=True,
    )


def _divider(
    region: Rect,
    spread: float,
    card_format: Format,
    content: CardContent,
    placements: tuple[Placement, Placement],
    product: Rect,
) -> float:
    """The x of the divider's middle: as near to the region's as shows each number on a side.

    Away from there it stays within the ``product``, or that is seen on one side only.
    """

    def hidden(middle: float) -> int:
        return sum(
            not any(
                _is_beside(region, middle, spread, card_format, placement.point(place.center), side)
                for placement, place, side in zip(
                    placements, (entry.listing_place, entry.photo_place), (-1.0, 1.0), strict=True
                )
                if place is not None
            )
            for entry in content.legend
            if entry.listing_place is not None or entry.photo_place is not None
        )

    center, least = region.center.x, _PRODUCT_SHOWS * product.width
    tries = [center + part * region.width for part in _DIVIDED_AT]
    tries = [x for x in tries if x == center or product.x + least < x < product.right - least]
    return min(tries, key=lambda middle: (hidden(middle), abs(middle - center)))


def _where_chosen(region: Rect, at: float, listing: Placement, pictures: Pictures) -> float:
    """The x of the divider's middle over the spot where the creator put it, with both in view."""
    x = listing.x + listing.scale * at * pictures[Role.LISTING].width
    margin = _BOTH_SHOW * region.width
    return min(max(x, region.x + margin), region.right - margin)


def _is_beside(
    region: Rect,
    middle: float,
    spread: float,
    card_format: Format,
    spot: Point,
    side: float,
) -> bool:
    """Whether a spot shows left (-1) or right (1) of the divider, with room for its disc."""
    edge = middle + spread * (1.0 - 2.0 * (spot.y - region.y) / region.height)
    hidden = _BAR + _AIR + 2.0 * abs(spread) / _STAIRS
    is_clear = side * (spot.x - edge) > hidden and region.grown(-20.0).contains(spot)
    return is_clear and spot.y < card_format.safe_area.bottom + 60.0


def _divided(
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
        for half, colour in ((_BAR / 2, INK), (_BAR / 2 - _BAR_EDGE, YELLOW))
    ]
    ends = (Point(upper, top), Point(lower, bottom))
    left = (Point(region.x, top), *ends, Point(region.x, bottom))
    right = (ends[0], Point(region.right, top), Point(region.right, bottom), ends[1])
    return tuple(bars), left, right


def _stairs(region: Rect, upper: float, lower: float) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """What lies left and right of the divider, as stairs of rectangles with the bar in both."""
    step = region.height / _STAIRS
    lefts, rights = [], []
    for index in range(_STAIRS):
        y = region.y + index * step
        ends = [upper + (lower - upper) * (index + more) / _STAIRS for more in (0, 1)]
        edge = max(ends) + _BAR
        lefts.append(Rect(region.x, y, edge - region.x, step))
        edge = min(ends) - _BAR
        rights.append(Rect(edge, y, region.right - edge, step))
    return tuple(lefts), tuple(rights)


def _alike(
    region: Rect, room: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> tuple[Placement, Placement]:
    """Both pictures in one frame, their products of one height and on one spot."""
    scene = Scene(region, (), card_format.safe_area, room)
    listing, photo = pictures[Role.LISTING], pictures[Role.PHOTO]
    first = frame_picture(listing, scene, (), None, content.crop(Role.LISTING)).placement
    if content.crop(Role.PHOTO) is not None:
        crop = content.crop(Role.PHOTO)
        return first, frame_picture(photo, scene, (), None, crop).placement
    if content.photo_to_listing is not None:
        return _equally_large(first, listing, photo, region, content)
    shown = first.rect(listing.subject)
    scale = min(shown.height, room.height) / max(photo.subject.height, 1.0)
    return first, covering(photo, region, scale, shown.center)


def _equally_large(
    first: Placement, listing: PictureShape, photo: PictureShape, region: Rect, content: CardContent
) -> tuple[Placement, Placement]:
    """Spot on spot; where the photo must be larger to fill the region, the listing image grows."""
    assert content.photo_to_listing is not None
    wanted, goal = _laid_over(first, photo, content.photo_to_listing)
    second = covering(photo, region, wanted, goal)
    grown = min(second.scale / wanted, MOST_GROWN)
    if grown <= 1.0 or content.crop(Role.LISTING) is not None:
        return first, second
    first = _grown(first, listing, region, grown)
    return first, covering(photo, region, *_laid_over(first, photo, content.photo_to_listing))


def _grown(placement: Placement, picture: PictureShape, region: Rect, by: float) -> Placement:
    """So much larger around the product's middle, and still without a bar."""
    middle, scale = placement.point(picture.subject.center), by * placement.scale
    x = middle.x - scale * picture.subject.center.x
    y = middle.y - scale * picture.subject.center.y
    if picture.background is None:
        x = min(max(x, region.right - scale * picture.width), region.x)
        y = min(max(y, region.bottom - scale * picture.height), region.y)
    return Placement(scale, x, y)


def _laid_over(
    listing: Placement, photo: PictureShape, to_listing: Homography
) -> tuple[float, Point]:
    """The photo's scale, and where the product's middle comes, that lay it on the listing image.

    Of the homography that is what a picture can follow without being turned or slanted.
    """
    center = photo.subject.center
    reach = 0.1 * max(photo.subject.width, photo.subject.height, 1.0)
    here, right, below = (
        mapped(to_listing, center.moved(dx, dy)) for dx, dy in ((0, 0), (reach, 0), (0, reach))
    )
    area = (right.x - here.x) * (below.y - here.y) - (right.y - here.y) * (below.x - here.x)
    return listing.scale * abs(area) ** 0.5 / reach, listing.point(here)


def covering(picture: PictureShape, panel: Rect, scale: float, center: Point) -> Placement:
    """The subject at ``center`` as near to ``scale`` as leaves nothing of the panel free."""
    least = max(panel.width / picture.width, panel.height / picture.height)
    scale = max(scale, least)
    middle = picture.subject.center
    x, y = center.x - scale * middle.x, center.y - scale * middle.y
    x = min(max(x, panel.right - scale * picture.width), panel.x)
    y = min(max(y, panel.bottom - scale * picture.height), panel.y)
    return Placement(scale, x, y)


def room_in(panel: Rect, card_format: Format) -> Rect:
    """Where a product stands: with air at the sides, and clear of the platform's caption."""
    inset = 0.045 * panel.width
    bottom = min(panel.bottom - 24.0, card_format.height - 40.0)
    top = 26.0 if panel.y > 0.0 else 0.04 * panel.height + TAB_HEIGHT
    return Rect(panel.x + inset, panel.y + top, panel.width - 2 * inset, bottom - panel.y - top)
