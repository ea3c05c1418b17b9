"""How two pictures lie in the one frame of a slider, and where its line stands.

Both move and grow together, so that they stay spot on spot. A deterministic search: of many places
for them, and for the line, the least bad is taken; where even that hides what is marked, the frame
gets smaller than its region, as a print does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.arrangements.pairs import Pair, laid_alike
from claimcheck.cards.arrangements.splits import BAR, SEEN_BELOW, STAIRS, room_in
from claimcheck.cards.boxes import PictureShape, Placement
from claimcheck.cards.callouts import DISC, LONGEST, TARGET
from claimcheck.cards.formats import Format, SafeArea
from claimcheck.model.geometry import Point, Rect

_BOTH_SHOW = 0.12
"""Of the frame's width: less of a picture is not seen as one."""
_PRODUCT_SHOWS = 0.25
"""Of a product's width: what of it shows on each side of a divider that was moved."""
_AIR = 8.0
_DIVIDED_AT = np.array([0.04 * step * side for step in range(8) for side in (1, -1)][1:])
"""Of the frame's width: how far from its middle a slider may stand to show the numbers."""
_ZOOMS = (1.0, 1.15, 1.35)
_STOPS_X, _STOPS_Y = 7, 5
_FREE = 0.22
"""Of the frame: how far a product on a background may be moved, where no photo has to cover it."""
_INSET, _AT_EDGE = 3.0, 20.0
"""From the frame's edge to the middle of what is marked, at least; and from where it is better."""
_HIDDEN, _FAR, _A_PIXEL, _NEAR = 1000.0, 40.0, 0.15, 70.0
"""What it costs not to show a number, to point at it from afar, and a pixel more than near."""
_TOO_FAR = 640.0
_AT_THE_EDGE, _UNDER_WORDS = 25.0, 90.0
"""What it costs to cut off a target's halo, and to have all of the product under slip and stamp."""
_CUT_FROM, _CUT = 0.1, 500.0
"""Of a product: what may be beyond the frame, and what it costs to cut off all the rest."""
_ELSEWHERE, _LINE_ELSEWHERE, _LARGER = 30.0, 60.0, 25.0
_WITHOUT_PRODUCT = 1e5
_BAD = 80.0
"""From this cost on smaller frames are looked at."""
_AS_PRINT, _BARE = 60.0, 320.0
"""What it costs not to fill the region, and to leave free all of it that can be seen."""
_PARTS = (
    *((1.0, part) for part in (0.82, 0.66, 0.52, 0.42)),
    *((part, 1.0) for part in (0.82, 0.66, 0.52)),
    *((part, part) for part in (0.82, 0.66)),
)
"""Of the region's width and height, for a smaller frame."""
_LEAST, _SMALLER = 0.25, 0.97

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SharedFrame:
    """Where both pictures lie in ``frame``, and the x of the middle of the line between them."""

    frame: Rect
    placements: tuple[Placement, Placement]
    """Of listing image and photo."""
    middle: float
    cost: float
    shown: tuple[Point, ...] = ()
    """What is marked and in view, in card pixels."""


def shared_frame(region: Rect, card_format: Format, lean: float, pair: Pair) -> SharedFrame:
    """The best way to show ``pair`` in ``region``.

    ``lean`` tells, as a part of the frame's width, how far its line goes to each side of the
    middle.
    """
    return _shared(region, card_format, lean, pair)


@lru_cache(maxsize=128)
def _shared(region: Rect, card_format: Format, lean: float, pair: Pair) -> SharedFrame:
    """``shared_frame``; kept, since an edit of a card's words rarely moves its pictures."""
    safe, best = card_format.safe_area, _in_frame(region, card_format, lean, pair)
    if best.cost < _BAD or pair.is_framed_by_hand:
        return best
    extra = {one: _print_cost(region, one, safe) for one in _smaller(region, safe, pair)}
    for frame in sorted(extra, key=lambda one: extra[one]):
        if extra[frame] >= best.cost:
            break
        one = _in_frame(frame, card_format, lean, pair)
        best = min(best, replace(one, cost=one.cost + extra[frame]), key=lambda one: one.cost)
    return best


def _smaller(region: Rect, safe: SafeArea, pair: Pair) -> Iterator[Rect]:
    """Frames in which the pictures are smaller than where they fill the region.

    They stand where numbers can point at most of what they show.
    """
    left, right = safe.span(region.y, safe.bottom)
    middle = (max(left, region.x) + min(right, region.right)) / 2
    filling = _least_scale(pair.photo, region)
    whole = pair.photo.height / pair.photo.width * region.width / region.height
    for across, down in (*_PARTS, (1.0, max(whole, _LEAST)), (max(1.0 / whole, _LEAST), 1.0)):
        width, height = (round(across * region.width), round(down * region.height))
        x = min(max(middle - width / 2, region.x), region.right - width)
        # Beside a column of words in the middle; below a header at the tabs that stand on it.
        y = region.y + (region.height - height) / 2 if region.x > 0.0 else region.y
        frame = Rect(round(x), round(y), float(width), float(height))
        if max(across, down) <= 1.0 and _least_scale(pair.photo, frame) < _SMALLER * filling:
            yield frame


def _print_cost(region: Rect, frame: Rect, safe: SafeArea) -> float:
    """What it costs that the frame leaves a part of the region free."""
    height = max(min(region.bottom, safe.bottom + SEEN_BELOW) - region.y, 1.0)
    filled = frame.width * min(frame.height, height) / (region.width * height)
    return _AS_PRINT + _BARE * (1.0 - filled)


def _least_scale(picture: PictureShape, frame: Rect) -> float:
    return max(frame.width / picture.width, frame.height / picture.height)


# --- one frame -----------------------------------------------------------------------------------


def _in_frame(frame: Rect, card_format: Format, lean: float, pair: Pair) -> SharedFrame:
    """The least bad way to lay both pictures in ``frame``, with the line where it costs least."""
    listing, photo = laid_alike(frame, room_in(frame, card_format), card_format, pair)
    moves = _moves(frame, pair, (listing, photo))
    middles = _middles(frame, pair, listing, moves)
    costs = _moving_costs(frame, pair, listing, moves)[:, None]
    costs = costs + _line_costs(frame, pair, listing, moves, middles)
    spread = lean * frame.width
    seen = _Seen(frame, card_format.safe_area, spread, pair.covers)
    shows = [
        [
            seen.costs(moves, middles, placement.point(spot), side) if spot is not None else None
            for placement, spot, side in zip((listing, photo), spots, (-1.0, 1.0), strict=True)
        ]
        for spots in pair.spots
    ]
    for ways in shows:
        costs = costs + np.minimum.reduce([way for way in ways if way is not None])
    row, column = np.unravel_index(int(np.argmin(costs)), costs.shape)
    move, middle = moves[row], float(middles[row, column])
    laid = (_moved(listing, move), _moved(photo, move))
    shown = tuple(
        placement.point(spot)
        for ways, spots in zip(shows, pair.spots, strict=True)
        for placement, spot, way in zip(laid, spots, ways, strict=True)
        if spot is not None and way is not None and way[row, column] < _HIDDEN
    )
    return SharedFrame(frame, laid, middle, float(costs[row, column]), shown)


def _moves(frame: Rect, pair: Pair, placements: tuple[Placement, Placement]) -> Floats:
    """Rows of (zoom, x, y): card pixels become ``zoom`` times theirs and so much more.

    The first leaves the pictures where they are. A photo goes on covering the frame.
    """
    rows = [(1.0, 0.0, 0.0)]
    if pair.is_framed_by_hand:
        return np.array(rows)
    shapes = (pair.listing, pair.photo)
    whole = [p.rect(s.whole) for p, s in zip(placements, shapes, strict=True) if not s.background]
    for zoom in _ZOOMS:
        xs = _along(frame.x, frame.right, [(r.x, r.right) for r in whole], zoom, _STOPS_X)
        ys = _along(frame.y, frame.bottom, [(r.y, r.bottom) for r in whole], zoom, _STOPS_Y)
        rows += [(zoom, x, y) for x in xs for y in ys]
    return np.array(rows)


def _along(
    start: float, end: float, sides: list[tuple[float, float]], zoom: float, stops: int
) -> list[float]:
    """How far to move along one axis so that what lies between ``sides`` covers all of it."""
    middle, reach = (1.0 - zoom) * (start + end) / 2, _FREE * (end - start)
    first = max([middle - reach, *(end - zoom * last for _, last in sides)])
    last = min([middle + reach, *(start - zoom * first for first, _ in sides)])
    return [float(at) for at in np.linspace(first, last, stops)] if last - first > 1.0 else []


def _moved(placement: Placement, move: Floats) -> Placement:
    zoom, x, y = (float(value) for value in move)
    return Placement(zoom * placement.scale, zoom * placement.x + x, zoom * placement.y + y)


def _middles(frame: Rect, pair: Pair, listing: Placement, moves: Floats) -> Floats:
    """For each move the xs at which the line's middle may be."""
    if pair.divided_at is None:
        return np.tile(frame.center.x + _DIVIDED_AT * frame.width, (len(moves), 1))
    at = listing.x + listing.scale * pair.divided_at * pair.listing.width
    margin = _BOTH_SHOW * frame.width  # both stay in view
    over = np.clip(moves[:, 0] * at + moves[:, 1], frame.x + margin, frame.right - margin)
    return np.asarray(over[:, None])


# --- what it costs -------------------------------------------------------------------------------


def _moving_costs(frame: Rect, pair: Pair, listing: Placement, moves: Floats) -> Floats:
    """Of each move: product out of the frame, product away from where it best is, and larger."""
    product = listing.rect(pair.listing.subject)
    zoom, x, y = moves.T
    costs = _LARGER * np.log(zoom) / np.log(_ZOOMS[-1])
    if pair.listing.background is not None:
        cut = 1.0 - _part_in(product, frame, moves)
        costs = costs + _CUT * np.maximum(cut - _CUT_FROM, 0.0)
    for cover in pair.covers:
        costs = costs + _UNDER_WORDS * _part_in(product, cover, moves)
    center = product.center
    off_x = ((zoom - 1.0) * center.x + x) / frame.width
    off_y = ((zoom - 1.0) * center.y + y) / frame.height
    return np.asarray(costs + _ELSEWHERE * np.hypot(off_x, off_y))


def _part_in(part: Rect, other: Rect, moves: Floats) -> Floats:
    """How much (0 to 1) of ``part``, moved, lies in ``other``."""
    zoom, x, y = moves.T
    left, right = zoom * part.x + x, zoom * part.right + x
    top, bottom = zoom * part.y + y, zoom * part.bottom + y
    across = np.maximum(np.minimum(right, other.right) - np.maximum(left, other.x), 0.0)
    down = np.maximum(np.minimum(bottom, other.bottom) - np.maximum(top, other.y), 0.0)
    return np.asarray(across * down / np.maximum((right - left) * (bottom - top), 1e-9))


def _line_costs(
    frame: Rect, pair: Pair, listing: Placement, moves: Floats, middles: Floats
) -> Floats:
    """Of each place of the line: how far it is from the frame's middle.

    It stays within the product, or that is seen on one side only.
    """
    if pair.divided_at is not None:
        return np.zeros_like(middles)
    product = listing.rect(pair.listing.subject)
    zoom, x, _ = moves.T
    least = _PRODUCT_SHOWS * product.width
    first, last = zoom * (product.x + least) + x, zoom * (product.right - least) + x
    parts = (first[:, None] < middles) & (middles < last[:, None])
    away = np.abs(middles - frame.center.x) / frame.width
    return np.asarray(_LINE_ELSEWHERE * away + _WITHOUT_PRODUCT * ~parts)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Whether marked spots show on their side of the line, with room for their discs."""

    frame: Rect
    safe: SafeArea
    spread: float
    covers: tuple[Rect, ...]

    def costs(self, moves: Floats, middles: Floats, spot: Point, side: float) -> Floats:
        """Of each move and place of the line, for a spot left (-1) or right (1) of it.

        ``_HIDDEN`` where it doesn't show, less where only its disc has to stand far off.
        """
        x = (moves[:, 0] * spot.x + moves[:, 1])[:, None]
        y = (moves[:, 0] * spot.y + moves[:, 2])[:, None]
        frame = self.frame
        edge = middles + self.spread * (1.0 - 2.0 * (y - frame.y) / frame.height)
        beside = BAR + _AIR + 2.0 * abs(self.spread) / STAIRS
        inner = frame.grown(-_INSET)
        shows = (side * (x - edge) > beside) & (x > inner.x) & (x < inner.right)
        away = self._to_disc_room(x, y, edge + side * beside, side)
        shows &= (y > inner.y) & (y < inner.bottom) & (away < _TOO_FAR)
        for cover in (cover.grown(_INSET + TARGET) for cover in self.covers):
            shows &= ~((cover.x < x) & (x < cover.right) & (cover.y < y) & (y < cover.bottom))
        costs = _A_PIXEL * np.maximum(away - _NEAR, 0.0) + _FAR * (away > LONGEST - _AIR)
        clear = frame.grown(-_AT_EDGE)
        edges = (x < clear.x) | (x > clear.right) | (y < clear.y) | (y > clear.bottom)
        costs = costs + _AT_THE_EDGE * edges
        return np.where(shows, costs, _HIDDEN)

    def _to_disc_room(self, x: Floats, y: Floats, edge: Floats, side: float) -> Floats:
        """From spots to where a disc can stand on their side, in card pixels."""
        frame, safe, inset = self.frame, self.safe, DISC + _AIR
        top, bottom = max(frame.y, safe.top) + inset, min(frame.bottom, safe.bottom) - inset
        left, right = safe.span(max(frame.y + 2 * inset, safe.top), safe.bottom)
        left, right = max(left, frame.x) + inset, min(right, frame.right) - inset
        first = np.maximum(left, edge + inset) if side > 0 else np.full_like(edge, left)
        last = np.minimum(right, edge - inset) if side < 0 else np.full_like(edge, right)
        off_x = np.maximum(np.maximum(first - x, x - last), 0.0) + np.maximum(first - last, 0.0)
        off_y = np.maximum(np.maximum(top - y, y - bottom), 0.0)
        return np.asarray(np.hypot(off_x, off_y))
