"""What dragging a mark's handle does to it, kind by kind. Pure, in picture pixels."""

from __future__ import annotations

import math
from dataclasses import replace

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.gestures import (
    CORNERS,
    Handle,
    Size,
    clamped,
    corners,
    dragged_line,
    frame_handles,
    held_shift,
    resized,
    rounded,
    straight_end,
    turned,
)

SMALLEST_TYPE, LARGEST_TYPE = 5.0, 400.0
"""Of a text mark, in thousandths of the picture's longer side."""
LINES = frozenset({MarkKind.ARROW, MarkKind.LINE, MarkKind.MEASURE})
"""Kinds with a handle at each end."""
BENT = frozenset({MarkKind.ARROW, MarkKind.LINE})
"""Kinds that can be bent in the middle."""
DRAWN = frozenset({MarkKind.PEN, MarkKind.HIGHLIGHTER})
"""Kinds that follow the hand; their frame stretches all their points."""
TURNED = frozenset({MarkKind.BOX, MarkKind.ELLIPSE, MarkKind.TEXT, MarkKind.STAMP})
"""Kinds that can be turned."""
SOURCES = {
    Handle.SOURCE_NW: Handle.NW,
    Handle.SOURCE_NE: Handle.NE,
    Handle.SOURCE_SE: Handle.SE,
    Handle.SOURCE_SW: Handle.SW,
}
"""The corners of what a magnifier enlarges, and which corners they are."""

_STRAIGHT_WITHIN = 0.03
"""A line bent by less than this part of its length is straight."""
_STEP = 15.0
"""Degrees between the angles that Shift holds a turn to."""


def source_and_inset(mark: Mark) -> tuple[Rect, Rect]:
    """What a magnifier enlarges, and where it shows that."""
    source = Rect.spanning(mark.points[:2])
    return source, Rect.spanning(mark.points[2:4]) if len(mark.points) >= 4 else source


def middle_of(mark: Mark) -> Point:
    """Where the handle that bends a line is: halfway along it."""
    tail, head = mark.points[0], mark.points[-1]
    if len(mark.points) == 3:
        return mark.points[1]
    return Point((tail.x + head.x) / 2, (tail.y + head.y) / 2)


def mark_handles(mark: Mark) -> dict[Handle, Point]:
    """What a mark can be reshaped by: a line by its ends, most others by their frame."""
    if mark.kind in LINES or mark.kind is MarkKind.SWATCH:
        ends = {Handle.TAIL: mark.points[0], Handle.HEAD: mark.points[-1]}
        return ends | ({Handle.BEND: middle_of(mark)} if mark.kind in BENT else {})
    if mark.kind is MarkKind.MAGNIFIER:
        source, inset = source_and_inset(mark)
        on_source, on_inset = frame_handles(source), frame_handles(inset)
        around = {handle: on_source[corner] for handle, corner in SOURCES.items()}
        return around | {handle: on_inset[handle] for handle in CORNERS}
    return frame_handles(mark.frame)


def resized_mark(
    mark: Mark,
    handle: Handle,
    to: Point,
    size: Size,
    *,
    square: bool = False,
    from_center: bool = False,
) -> Mark:
    """``mark`` after one of ``mark_handles`` was dragged to ``to``."""
    if handle is Handle.BEND:
        return _bent(mark, clamped(to, size))
    if handle in (Handle.TAIL, Handle.HEAD):
        points = _ends_moved(mark, handle, to, size, square, from_center)
    elif mark.kind is MarkKind.MAGNIFIER:
        points = _lens_resized(mark, handle, to, size, square, from_center)
    else:
        frame = resized(mark.frame, handle, to, size, square=square, from_center=from_center)
        points = stretched(mark, frame) if mark.kind in DRAWN else corners(frame)
    return replace(mark, points=tuple(rounded(point) for point in points))


def resized_text(mark: Mark, box: Rect, handle: Handle, to: Point, size: Size) -> Mark:
    """A text mark after a handle of ``box``, the rectangle it is painted in, was dragged.

    A side changes where its lines break; a corner makes the letters larger or smaller, the
    opposite corner staying where it is.
    """
    to = clamped(to, size)
    if handle in (Handle.E, Handle.W):
        left = min(to.x, box.right) if handle is Handle.W else box.x
        right = max(to.x, box.x) if handle is Handle.E else box.right
        inset = mark.frame.x - box.x  # its casing is painted outside its frame
        frame = Rect(left + inset, mark.frame.y, max(right - left - 2 * inset, 1.0), 0.0)
        return replace(mark, points=tuple(rounded(p) for p in corners(frame)))
    opposite = CORNERS[(CORNERS.index(handle) + 2) % 4]
    anchor = frame_handles(box)[opposite]
    diagonal = math.hypot(box.width, box.height) or 1.0
    grown = math.hypot(to.x - anchor.x, to.y - anchor.y) / diagonal
    font_size = min(max(mark.style.font_size * grown, SMALLEST_TYPE), LARGEST_TYPE)
    share = font_size / mark.style.font_size
    points = (
        Point(anchor.x + (p.x - anchor.x) * share, anchor.y + (p.y - anchor.y) * share)
        for p in mark.points
    )
    style = replace(mark.style, font_size=round(font_size, 2))
    return replace(mark, points=tuple(rounded(p) for p in points), style=style)


def turned_mark(
    mark: Mark, middle: Point, to: Point, *, straight: bool, below: bool = False
) -> Mark:
    """``mark`` with its turning handle dragged to ``to``; it is above its middle, or ``below``."""
    angle = math.degrees(math.atan2(to.y - middle.y, to.x - middle.x)) + (-90 if below else 90)
    angle = round(angle / _STEP) * _STEP if straight else round(angle, 1)
    return replace(mark, angle=(angle + 180) % 360 - 180)


def in_place(before: Rect, after: Rect, angle: float) -> tuple[float, float]:
    """How far a turned mark must move after its frame was changed from ``before`` to ``after``.

    It turns about its middle; when that moves, everything else would swing away.
    """
    old, new = before.center, after.center
    away = turned(new, old, angle)
    return away.x - new.x, away.y - new.y


def stretched(mark: Mark, frame: Rect) -> tuple[Point, ...]:
    """All points of ``mark``, moved along as its frame becomes ``frame``."""
    old = mark.frame
    across = frame.width / old.width if old.width else 0.0
    down = frame.height / old.height if old.height else 0.0
    return tuple(
        rounded(Point(frame.x + (p.x - old.x) * across, frame.y + (p.y - old.y) * down))
        for p in mark.points
    )


def with_frame(mark: Mark, frame: Rect) -> Mark:
    """``mark`` filling ``frame`` exactly: what typing numbers does. Lines keep their direction."""
    if mark.kind in {MarkKind.BOX, MarkKind.ELLIPSE, MarkKind.REDACTION, MarkKind.SPOTLIGHT}:
        return replace(mark, points=corners(frame))
    return replace(mark, points=stretched(mark, frame))


def moved_lens(mark: Mark, grabbed: Point, dx: float, dy: float, size: Size) -> Mark:
    """A magnifier with its inset moved, or its source when that is what was grabbed."""
    source, inset = source_and_inset(mark)
    on_source = source.contains(grabbed) and not inset.contains(grabbed)
    part = source if on_source else inset
    moved = part.moved(*held_shift(part, dx, dy, size))
    both = (moved, inset) if on_source else (source, moved)
    return replace(mark, points=tuple(rounded(p) for part in both for p in corners(part)))


def _ends_moved(
    mark: Mark, handle: Handle, to: Point, size: Size, square: bool, from_center: bool
) -> tuple[Point, ...]:
    tail, head = mark.points[0], mark.points[-1]
    if mark.kind is MarkKind.SWATCH:
        to = clamped(to, size)
        return (to, head) if handle is Handle.TAIL else (tail, to)
    if len(mark.points) == 3:
        return _bent_end_moved(mark, handle, to, size, square)
    fixed = head if handle is Handle.TAIL else tail
    if from_center:
        fixed = mark.frame.center
    far, near = dragged_line(fixed, to, size, straight=square, from_center=from_center)
    return (near, far) if handle is Handle.TAIL else (far, near)


def _bent_end_moved(
    mark: Mark, handle: Handle, to: Point, size: Size, square: bool
) -> tuple[Point, ...]:
    """The bend follows: it keeps its place beside the straight way from tail to head."""
    tail, bend, head = mark.points
    fixed = head if handle is Handle.TAIL else tail
    to = clamped(to, size)
    to = straight_end(fixed, to, size) if square else to
    new_tail, new_head = (to, head) if handle is Handle.TAIL else (tail, to)
    old_way = complex(head.x - tail.x, head.y - tail.y)
    share = complex(bend.x - tail.x, bend.y - tail.y) / old_way if old_way else 0.5 + 0j
    at = share * complex(new_head.x - new_tail.x, new_head.y - new_tail.y)
    return new_tail, clamped(new_tail.moved(at.real, at.imag), size), new_head


def _bent(mark: Mark, to: Point) -> Mark:
    tail, head = mark.points[0], mark.points[-1]
    length = math.hypot(head.x - tail.x, head.y - tail.y)
    off = math.hypot(to.x - (tail.x + head.x) / 2, to.y - (tail.y + head.y) / 2)
    if off <= _STRAIGHT_WITHIN * length:
        return replace(mark, points=(tail, head))
    return replace(mark, points=(tail, rounded(to), head))


def _lens_resized(
    mark: Mark, handle: Handle, to: Point, size: Size, square: bool, from_center: bool
) -> tuple[Point, ...]:
    """The inset keeps the shape of its source, so nothing in it is distorted."""
    source, inset = source_and_inset(mark)
    zoom = inset.width / source.width if source.width else 1.0
    if handle in SOURCES:
        corner = SOURCES[handle]
        source = resized(source, corner, to, size, square=square, from_center=from_center)
        middle = inset.center
        width, height = source.width * zoom, source.height * zoom
        inset = Rect(middle.x - width / 2, middle.y - height / 2, width, height)
    else:
        inset = _same_shape(inset, source, handle, to)
    inset = inset.moved(*_back_inside(inset, size))
    return (*corners(source), *corners(inset))


def _same_shape(inset: Rect, source: Rect, handle: Handle, to: Point) -> Rect:
    """``inset`` with a corner dragged towards ``to``, the opposite one fixed, shaped as before."""
    opposite = CORNERS[(CORNERS.index(handle) + 2) % 4]
    anchor = frame_handles(inset)[opposite]
    ratio = source.height / source.width if source.width else 1.0
    width = max(abs(to.x - anchor.x), abs(to.y - anchor.y) / (ratio or 1.0), 1.0)
    across = -1 if handle in (Handle.NW, Handle.SW) else 1
    down = -1 if handle in (Handle.NW, Handle.NE) else 1
    return Rect.spanning((anchor, anchor.moved(across * width, down * width * ratio)))


def _back_inside(rect: Rect, size: Size) -> tuple[float, float]:
    """The shift that brings ``rect`` onto the picture, or its corner when it is too large."""
    return (
        -rect.x if rect.x < 0 else min(0.0, max(size[0] - rect.right, -rect.x)),
        -rect.y if rect.y < 0 else min(0.0, max(size[1] - rect.bottom, -rect.y)),
    )
