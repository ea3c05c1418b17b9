"""Sliders: both pictures in one frame, spot on spot, with a line between their parts of it."""

from __future__ import annotations

from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.ornaments import slider_handle
from claimcheck.cards.arrangements.pairs import Pair, marked_spots, upright_way, with_product
from claimcheck.cards.arrangements.prints import under_print
from claimcheck.cards.arrangements.shared_frame import SharedFrame, shared_frame
from claimcheck.cards.arrangements.splits import BAR, Split, divided, room_in, stairs
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role

_LEAN = 0.13
"""Of the frame's width: how far a slanted divider goes to each side of the middle."""
_HANDLE = 56.0
"""From the handle's middle to what keeps clear of it."""
_HANDLES = (0.8, 0.2, 0.5, 0.35, 0.65)
"""Of the frame's height: where the handle is put when numbers would be under it elsewhere."""


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
    shared = shared_frame(region, card_format, lean, _pair(content, pictures))
    frame, spread = shared.frame, lean * shared.frame.width
    upper, lower = shared.middle + spread, shared.middle - spread
    shapes, *outlines = divided(frame, upper, lower)
    hidden_left, hidden_right = stairs(frame, upper, lower)
    center = _handle(region, card_format, shared, (upper, lower))
    reach = Rect(center.x - _HANDLE, center.y - _HANDLE, 2 * _HANDLE, 2 * _HANDLE)
    room = room_in(frame, card_format)
    panels = tuple(
        PanelPlan(role, frame, room, outline=outline, fixed=placement, hidden=(*hidden, reach))
        for role, outline, placement, hidden in zip(
            SIDES, outlines, shared.placements, (hidden_right, hidden_left), strict=True
        )
    )
    return Split(
        panels,
        Point(upper + BAR, region.y),
        (),
        (*shapes, *slider_handle(center)),
        below=() if frame == region else under_print(region, frame),
        one_frame=True,
    )


def _pair(content: CardContent, pictures: Pictures) -> Pair:
    """What of a card decides how its pictures lie."""
    spots = marked_spots(content)
    listing, photo, way = pictures[Role.LISTING], pictures[Role.PHOTO], content.photo_to_listing
    if way is None and (way := upright_way(spots, photo)):
        photo = with_product(photo, listing, way)
    return Pair(
        listing,
        photo,
        content.listing_crop,
        content.photo_crop,
        way,
        content.divided_at,
        spots,
        content.reserved,
    )


def _handle(
    region: Rect, card_format: Format, shared: SharedFrame, ends: tuple[float, float]
) -> Point:
    """Where on the line its handle is: off the slip, and off what is marked."""
    frame, (upper, lower) = shared.frame, ends
    # Clear of a slip low in the safe area: below it where the card goes on, else above it.
    usual = frame.y + (0.88 if region.x > 0.0 else 0.2) * frame.height
    if card_format.height - card_format.safe_area.bottom > 300.0:
        usual = card_format.safe_area.bottom + 120.0
    ys = (min(usual, frame.bottom - 2 * _HANDLE), *(frame.y + p * frame.height for p in _HANDLES))
    points = [Point(upper + (lower - upper) * (y - frame.y) / frame.height, y) for y in ys]
    return next((point for point in points if _is_clear(point, shared)), points[0])


def _is_clear(handle: Point, shared: SharedFrame) -> bool:
    reach = 2 * _HANDLE
    return not any(
        abs(spot.x - handle.x) < reach and abs(spot.y - handle.y) < reach for spot in shared.shown
    )
