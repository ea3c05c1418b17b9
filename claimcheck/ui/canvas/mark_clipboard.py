"""Marks as bytes and back, and copies of marks: for copying, pasting and duplicating. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import cattrs

from claimcheck.library.values import from_plain, to_plain
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.review import Evidence, Mark, new_id
from claimcheck.ui.canvas.gestures import frame_of, held_shift, rounded, shift_onto

Size = tuple[int, int]
_SHIFT = 0.02
"""A copy lies this part of the picture's longer side below and to the right."""


def pack_marks(marks: Iterable[Mark], evidence: Iterable[Evidence]) -> bytes:
    """Marks as bytes for the clipboard, with the pictures that stamps among them show.

    ``evidence`` is that of their review, as it is shown.
    """
    known = {item.id: item for item in evidence}
    packed = []
    for mark in marks:
        home, picture = known[mark.evidence_id], known.get(mark.picture_id)
        one: dict[str, Any] = {"size": (home.width_px, home.height_px), "mark": to_plain(mark)}
        if picture is not None:
            one["picture"] = to_plain(picture)
        packed.append(one)
    return json.dumps(packed).encode()


def unpack_pictures(data: bytes, known: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The pictures of pasted stamps that a review with ``known`` evidence doesn't have yet."""
    ids = {item.id for item in known}
    try:
        found = (
            from_plain(one["picture"], Evidence) for one in json.loads(data) if "picture" in one
        )
        return tuple({item.id: item for item in found if item.id not in ids}.values())
    except (ValueError, KeyError, TypeError, cattrs.BaseValidationError):
        return ()


def unpack_marks(data: bytes, onto: Evidence) -> tuple[Mark, ...]:
    """New marks on picture ``onto``; none when ``data`` is not what ``pack_marks`` makes.

    On another picture they take the same relative place and keep their shape; on their own one
    they lie beside.
    """
    try:
        found = tuple(_unpacked(one) for one in json.loads(data))
    except (ValueError, KeyError, TypeError, cattrs.BaseValidationError):
        return ()  # another program's data under our name: nothing to paste
    own = [mark for mark, _ in found if mark.evidence_id == onto.id]
    copies = list(copies_beside(own, (onto.width_px, onto.height_px)))
    others = [one for one in found if one[0].evidence_id != onto.id]
    for home in dict.fromkeys(size for _, size in others):
        copies += _on_another([mark for mark, size in others if size == home], home, onto)
    return tuple(copies)


def copies_beside(marks: Sequence[Mark], size: tuple[int, int]) -> tuple[Mark, ...]:
    """Copies of marks of one picture, a little to the right and below, or above at the edge."""
    frame = frame_of(mark.frame for mark in marks)
    if frame is None:
        return ()
    step = _SHIFT * max(size)
    dx, dy = held_shift(frame, step, step, size)
    # At the very edge, the other way; a copy exactly on its original would not be seen.
    dx = dx if dx > step / 2 else -step if frame.x >= step else dx
    dy = dy if dy > step / 2 else -step if frame.y >= step else dy
    return tuple(
        replace(mark, id=new_id(), points=tuple(rounded(p.moved(dx, dy)) for p in mark.points))
        for mark in marks
    )


def _on_another(marks: Sequence[Mark], home: Size, onto: Evidence) -> Iterable[Mark]:
    """Copies on a picture of another size: their middle at the same relative place.

    They are as large for its longer side as they were, as strokes are, unless they then don't fit.
    """
    frame, size = frame_of(mark.frame for mark in marks), (onto.width_px, onto.height_px)
    assert frame is not None
    sides = frame.width, frame.height
    fits = (there / here for there, here in zip(size, sides, strict=True) if here)
    scale = min(max(size) / max(home), *fits)
    middle = Point(frame.center.x / home[0] * size[0], frame.center.y / home[1] * size[1])
    width, height = frame.width * scale, frame.height * scale
    dx, dy = shift_onto(Rect(middle.x - width / 2, middle.y - height / 2, width, height), size)

    def there(point: Point) -> Point:
        from_middle = point.x - frame.center.x, point.y - frame.center.y
        x, y = (part * scale for part in from_middle)
        return rounded(middle.moved(x + dx, y + dy))

    return (
        replace(m, id=new_id(), evidence_id=onto.id, points=tuple(there(p) for p in m.points))
        for m in marks
    )


def _unpacked(one: dict[str, Any]) -> tuple[Mark, Size]:
    """A mark as it was copied, and the size of its picture."""
    width, height = one["size"]
    mark = from_plain(one["mark"], Mark)
    if not mark.points or min(width, height) <= 0:
        raise ValueError("a mark without a place")
    return mark, (width, height)
