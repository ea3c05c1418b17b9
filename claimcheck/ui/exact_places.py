"""Where a mark is, as numbers to read and to type: picture pixels and degrees. Pure.

Boxes and the like have a corner and a size, lines have two ends, a magnifier has a source and an
inset that keeps the source's shape.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from claimcheck.cards.paint.mark_shapes import mark_frame
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark
from claimcheck.ui.canvas.gestures import (
    Handle,
    Size,
    clamped,
    corners,
    frame_handles,
    held_shift,
    rounded,
    shift_onto,
)
from claimcheck.ui.canvas.reshaping import (
    LINES,
    TURNED,
    in_place,
    resized_mark,
    resized_text,
    source_and_inset,
    with_frame,
)


class Number(StrEnum):
    """One number that can be typed."""

    X = "x"
    Y = "y"
    WIDTH = "width"
    HEIGHT = "height"
    ANGLE = "angle"
    TAIL_X = "tail-x"
    TAIL_Y = "tail-y"
    HEAD_X = "head-x"
    HEAD_Y = "head-y"
    INSET_X = "inset-x"
    INSET_Y = "inset-y"
    ZOOM = "zoom"
    """Times that a magnifier enlarges."""


_FRAME = (Number.X, Number.Y, Number.WIDTH, Number.HEIGHT)
_ENDS = (Number.TAIL_X, Number.TAIL_Y, Number.HEAD_X, Number.HEAD_Y)
_LENS = (*_FRAME, Number.INSET_X, Number.INSET_Y, Number.ZOOM)
ENDED = LINES | {MarkKind.SWATCH}


def numbers_for(kind: MarkKind) -> tuple[Number, ...]:
    """What can be typed for marks of this kind, in reading order."""
    if kind in ENDED:
        return _ENDS
    if kind is MarkKind.MAGNIFIER:
        return _LENS
    return (*_FRAME, Number.ANGLE) if kind in TURNED else _FRAME


def numbers_of(mark: Mark, size: Size) -> dict[Number, float]:
    """All numbers of ``mark`` on a picture of ``size``; of a text, of the box it is painted in."""
    if mark.kind in ENDED:
        tail, head = mark.points[0], mark.points[-1]
        return dict(zip(_ENDS, (tail.x, tail.y, head.x, head.y), strict=True))
    if mark.kind is MarkKind.MAGNIFIER:
        source, inset = source_and_inset(mark)
        zoom = inset.width / source.width if source.width else 1.0
        lens = (source.x, source.y, source.width, source.height, inset.x, inset.y, zoom)
        return dict(zip(_LENS, lens, strict=True))
    box = _box(mark, size)
    found = dict(zip(_FRAME, (box.x, box.y, box.width, box.height), strict=True))
    return found | ({Number.ANGLE: mark.angle} if mark.kind in TURNED else {})


def with_number(mark: Mark, number: Number, value: float, size: Size) -> Mark:
    """``mark`` with one number changed, as far as it stays on the picture; else as it was."""
    if number not in numbers_for(mark.kind):
        return mark
    if number is Number.ANGLE:
        return replace(mark, angle=round((value + 180) % 360 - 180, 2))
    if number in _ENDS:
        return _with_end(mark, number, value, size)
    if mark.kind is MarkKind.MAGNIFIER:
        return _with_lens(mark, number, value, size)
    box = _box(mark, size)
    if number in (Number.X, Number.Y):
        dx, dy = (value - box.x, 0.0) if number is Number.X else (0.0, value - box.y)
        shift = held_shift(box, dx, dy, size)
        return edits.move_mark(mark, *(round(part, 2) for part in shift))
    return _with_size(mark, box, number, value, size)


def bent(mark: Mark, curved: bool) -> Mark:
    """A line or arrow that runs straight, or bends a quarter of its length to its left."""
    if curved == (len(mark.points) == 3):
        return mark
    tail, head = mark.points[0], mark.points[-1]
    if not curved:
        return replace(mark, points=(tail, head))
    middle = Point((tail.x + head.x) / 2, (tail.y + head.y) / 2)
    across = middle.moved((head.y - tail.y) / 4, -(head.x - tail.x) / 4)
    return replace(mark, points=(tail, rounded(across), head))


def _box(mark: Mark, size: Size) -> Rect:
    box = mark_frame(mark, size)
    return Rect(box.x(), box.y(), box.width(), box.height())


def _with_end(mark: Mark, number: Number, value: float, size: Size) -> Mark:
    on_tail = number in (Number.TAIL_X, Number.TAIL_Y)
    end = mark.points[0] if on_tail else mark.points[-1]
    across = number in (Number.TAIL_X, Number.HEAD_X)
    to = clamped(Point(value, end.y) if across else Point(end.x, value), size)
    return resized_mark(mark, Handle.TAIL if on_tail else Handle.HEAD, to, size)


def _with_size(mark: Mark, box: Rect, number: Number, value: float, size: Size) -> Mark:
    """The top left corner stays; a turned mark's as it is turned."""
    wide = number is Number.WIDTH
    room = (size[0] - box.x) if wide else (size[1] - box.y)
    length = min(max(value, 1.0), max(room, 1.0))
    if mark.kind is MarkKind.TEXT:
        after = _text_sized(mark, box, wide, length, size)
    else:
        width, height = (length, box.height) if wide else (box.width, length)
        after = with_frame(mark, Rect(box.x, box.y, width, height))
        after = replace(after, points=tuple(rounded(p) for p in after.points))
    if not mark.angle:
        return after
    return edits.move_mark(after, *in_place(box, _box(after, size), mark.angle))


def _text_sized(mark: Mark, box: Rect, wide: bool, length: float, size: Size) -> Mark:
    """A width is where lines break; a height makes the letters larger or smaller."""
    at = frame_handles(box)
    if wide:
        return resized_text(mark, box, Handle.E, Point(box.x + length, box.center.y), size)
    share = length / box.height if box.height else 1.0
    corner = at[Handle.NW].moved(box.width * share, length)
    # Beyond the picture's edge letters may still grow: only the box's height was asked for.
    beyond = (max(size[0], int(corner.x) + 1), size[1])
    return resized_text(mark, box, Handle.SE, corner, beyond)


def _with_lens(mark: Mark, number: Number, value: float, size: Size) -> Mark:
    source, inset = source_and_inset(mark)
    zoom = inset.width / source.width if source.width else 1.0
    if number in (Number.INSET_X, Number.INSET_Y):
        way = (value - inset.x, 0.0) if number is Number.INSET_X else (0.0, value - inset.y)
        inset = inset.moved(*held_shift(inset, *way, size))
    elif number in (Number.X, Number.Y):
        way = (value - source.x, 0.0) if number is Number.X else (0.0, value - source.y)
        source = source.moved(*held_shift(source, *way, size))
    else:
        if number is Number.WIDTH:
            width = min(max(value, 1.0), max(size[0] - source.x, 1.0))
            source = Rect(source.x, source.y, width, source.height)
        elif number is Number.HEIGHT:
            height = min(max(value, 1.0), max(size[1] - source.y, 1.0))
            source = Rect(source.x, source.y, source.width, height)
        else:
            most = min(size[0] / max(source.width, 1.0), size[1] / max(source.height, 1.0))
            zoom = min(max(value, 1.0), max(most, 1.0))
        inset = _around(inset.center, source.width * zoom, source.height * zoom)
        inset = inset.moved(*shift_onto(inset, size))
    return replace(
        mark, points=tuple(rounded(p) for part in (source, inset) for p in corners(part))
    )


def _around(middle: Point, width: float, height: float) -> Rect:
    return Rect(middle.x - width / 2, middle.y - height / 2, width, height)
