"""What a drag means, in picture pixels: resizing by a handle, squares, straight lines, moving.

Pure functions on the model's points and rectangles. ``size`` is always the picture's
``(width, height)``; nothing that these functions return lies outside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from enum import StrEnum

from claimcheck.model.geometry import Point, Rect

Size = tuple[int, int]


class Handle(StrEnum):
    """What can be dragged: the eight of a frame, the ends and the middle of a line, and so on."""

    NW = "nw"
    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    TAIL = "tail"
    HEAD = "head"
    BEND = "bend"
    """The middle of a line or arrow: dragging it bends the line."""
    TURN = "turn"
    """Turns what can be turned about its middle."""
    SOURCE_NW = "source-nw"
    SOURCE_NE = "source-ne"
    SOURCE_SE = "source-se"
    SOURCE_SW = "source-sw"


CORNERS = (Handle.NW, Handle.NE, Handle.SE, Handle.SW)


def rounded(point: Point) -> Point:
    """To hundredths of a pixel: finer than any screen, and short in the database."""
    return Point(round(point.x, 2), round(point.y, 2))


def rounded_rect(rect: Rect) -> Rect:
    """Both corners to hundredths of a pixel."""
    a, b = rounded(Point(rect.x, rect.y)), rounded(Point(rect.right, rect.bottom))
    return Rect(a.x, a.y, round(b.x - a.x, 2), round(b.y - a.y, 2))


def clamped(point: Point, size: Size) -> Point:
    """The nearest point of the picture."""
    return Point(min(max(point.x, 0.0), size[0]), min(max(point.y, 0.0), size[1]))


def frame_handles(frame: Rect) -> dict[Handle, Point]:
    """Where the eight handles of a frame are."""
    middle = frame.center
    return {
        Handle.NW: Point(frame.x, frame.y),
        Handle.NE: Point(frame.right, frame.y),
        Handle.SE: Point(frame.right, frame.bottom),
        Handle.SW: Point(frame.x, frame.bottom),
        Handle.N: Point(middle.x, frame.y),
        Handle.E: Point(frame.right, middle.y),
        Handle.S: Point(middle.x, frame.bottom),
        Handle.W: Point(frame.x, middle.y),
    }


def nearest_handle(handles: Mapping[Handle, Point], point: Point, reach_px: float) -> Handle | None:
    """The closest handle whose square hit area, ``reach_px`` to each side, holds ``point``."""
    hits = [
        (math.hypot(at.x - point.x, at.y - point.y), handle)
        for handle, at in handles.items()
        if abs(at.x - point.x) <= reach_px and abs(at.y - point.y) <= reach_px
    ]
    return min(hits, key=lambda hit: hit[0])[1] if hits else None


def dragged_frame(
    start: Point,
    to: Point,
    size: Size,
    *,
    square: bool = False,
    from_center: bool = False,
    ratio: float = 1.0,
) -> Rect:
    """The rectangle drawn by dragging from ``start`` (a corner, or the centre) to ``to``.

    ``square`` holds width to height at ``ratio``: what is there already keeps its proportions.
    """
    start, to = clamped(start, size), clamped(to, size)
    dx, dy = to.x - start.x, to.y - start.y
    room_x, room_y = (
        _room(start.x, dx, size[0], from_center),
        _room(start.y, dy, size[1], from_center),
    )
    width, height = min(abs(dx), room_x), min(abs(dy), room_y)
    if square:
        width = min(max(abs(dx), abs(dy) * ratio), room_x, room_y * ratio)
        height = width / ratio
    if from_center:
        return Rect(start.x - width, start.y - height, 2 * width, 2 * height)
    return Rect.spanning((start, start.moved(math.copysign(width, dx), math.copysign(height, dy))))


def dragged_line(
    start: Point, to: Point, size: Size, *, straight: bool = False, from_center: bool = False
) -> tuple[Point, Point]:
    """Tail and head of an arrow dragged from ``start`` (its tail, or its middle) to ``to``."""
    start, head = clamped(start, size), clamped(to, size)
    if straight:
        head = straight_end(start, head, size)
    if not from_center:
        return start, head
    # The mirrored tail may leave the picture: shorten both halves alike, so the middle stays.
    dx, dy = head.x - start.x, head.y - start.y
    share = min(
        1.0,
        _room(start.x, dx, size[0], True) / abs(dx) if dx else 1.0,
        _room(start.y, dy, size[1], True) / abs(dy) if dy else 1.0,
    )
    return start.moved(-dx * share, -dy * share), start.moved(dx * share, dy * share)


def straight_end(start: Point, to: Point, size: Size) -> Point:
    """The end nearest to ``to`` on a line through ``start`` at a multiple of 15°."""
    dx, dy = to.x - start.x, to.y - start.y
    part = round(math.atan2(dy, dx) / (math.pi / 12)) % 24
    if part % 3:
        return _end_along(start, dx, dy, part * math.pi / 12, size)
    way_x, way_y = _EIGHTHS[part // 3]
    steps = (dx * way_x + dy * way_y) / (abs(way_x) + abs(way_y))
    if way_x:
        steps = min(steps, _room(start.x, way_x, size[0], False))
    if way_y:
        steps = min(steps, _room(start.y, way_y, size[1], False))
    return start.moved(way_x * steps, way_y * steps)


def _end_along(start: Point, dx: float, dy: float, angle: float, size: Size) -> Point:
    """The foot of (``dx``, ``dy``) on the line at ``angle``, as far as the picture goes."""
    way_x, way_y = math.cos(angle), math.sin(angle)
    steps = min(
        dx * way_x + dy * way_y,
        _room(start.x, way_x, size[0], False) / abs(way_x),
        _room(start.y, way_y, size[1], False) / abs(way_y),
    )
    return start.moved(way_x * steps, way_y * steps)


_EIGHTHS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))


def resized(
    frame: Rect,
    handle: Handle,
    to: Point,
    size: Size,
    *,
    square: bool = False,
    from_center: bool = False,
) -> Rect:
    """``frame`` after one of its eight handles was dragged to ``to``; it may turn inside out.

    ``square`` keeps its proportions; a side handle keeps the other direction as it is even then.
    """
    to = clamped(to, size)
    if handle in CORNERS:
        opposite = CORNERS[(CORNERS.index(handle) + 2) % 4]
        anchor = frame.center if from_center else frame_handles(frame)[opposite]
        ratio = frame.width / frame.height if min(frame.width, frame.height) > 0 else 1.0
        return dragged_frame(anchor, to, size, square=square, from_center=from_center, ratio=ratio)
    left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    if handle in (Handle.E, Handle.W):
        anchor_x = right if handle is Handle.W else left
        left, right = _span(frame.center.x if from_center else anchor_x, to.x, size[0], from_center)
    else:
        anchor_y = bottom if handle is Handle.N else top
        top, bottom = _span(frame.center.y if from_center else anchor_y, to.y, size[1], from_center)
    return Rect(left, top, right - left, bottom - top)


def held_shift(frame: Rect, dx: float, dy: float, size: Size) -> tuple[float, float]:
    """As much of the shift as keeps ``frame`` on the picture.

    A frame that sticks out already may go back in, never further out.
    """
    return (
        min(max(dx, min(-frame.x, 0.0)), max(size[0] - frame.right, 0.0)),
        min(max(dy, min(-frame.y, 0.0)), max(size[1] - frame.bottom, 0.0)),
    )


def shift_onto(frame: Rect, size: Size) -> tuple[float, float]:
    """The shift that brings ``frame`` onto the picture; one that is larger starts at its edge."""
    x = min(max(frame.x, 0.0), max(size[0] - frame.width, 0.0))
    y = min(max(frame.y, 0.0), max(size[1] - frame.height, 0.0))
    return x - frame.x, y - frame.y


def straight_shift(dx: float, dy: float) -> tuple[float, float]:
    """The shift along one axis only, the longer one."""
    return (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)


def frame_of(rects: Iterable[Rect]) -> Rect | None:
    """The rectangle around all of them; ``None`` around nothing."""
    whole: Rect | None = None
    for rect in rects:
        whole = rect if whole is None else whole.united(rect)
    return whole


def corners(frame: Rect) -> tuple[Point, Point]:
    """The two corners that the model keeps of a rectangle."""
    return Point(frame.x, frame.y), Point(frame.right, frame.bottom)


def turned(point: Point, about: Point, degrees: float) -> Point:
    """``point`` turned clockwise about another."""
    angle = math.radians(degrees)
    dx, dy = point.x - about.x, point.y - about.y
    return about.moved(
        dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle)
    )


def _room(start: float, way: float, length: float, both_ways: bool) -> float:
    """How far one can go from ``start`` before leaving the picture."""
    if both_ways:
        return max(0.0, min(start, length - start))
    return max(0.0, length - start if way >= 0 else start)


def _span(anchor: float, to: float, length: float, from_center: bool) -> tuple[float, float]:
    if not from_center:
        return min(anchor, to), max(anchor, to)
    half = min(abs(to - anchor), _room(anchor, 1, length, True))
    return anchor - half, anchor + half
