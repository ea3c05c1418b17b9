"""Marks as bytes and back, and copies of marks: for copying, pasting and duplicating. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import cattrs

from claimcheck.library.values import from_plain, to_plain
from claimcheck.model.geometry import Point
from claimcheck.model.review import Evidence, Mark, new_id
from claimcheck.ui.canvas.gestures import frame_of, held_shift, rounded

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

    On another picture they take the same relative place, on their own one they lie beside.
    """
    try:
        found = tuple(_unpacked(one, onto) for one in json.loads(data))
    except (ValueError, KeyError, TypeError, cattrs.BaseValidationError):
        return ()  # another program's data under our name: nothing to paste
    beside = iter(copies_beside([m for m, own in found if own], (onto.width_px, onto.height_px)))
    return tuple(next(beside) if own else mark for mark, own in found)


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


def _unpacked(one: dict[str, Any], onto: Evidence) -> tuple[Mark, bool]:
    """A new mark at the same relative place, and whether it comes from this very picture."""
    width, height = one["size"]
    across, down = onto.width_px / width, onto.height_px / height
    mark = from_plain(one["mark"], Mark)
    if not mark.points:
        raise ValueError("a mark without a place")
    own = mark.evidence_id == onto.id
    points = tuple(rounded(Point(p.x * across, p.y * down)) for p in mark.points)
    return replace(mark, id=new_id(), evidence_id=onto.id, points=points), own
