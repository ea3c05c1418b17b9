"""The difference between two versions of a review: what undo, redo and the history are made of.

``difference(before, after)`` holds only what differs, as values before and after. Applying it to
``before`` gives ``after`` and its reverse leads back, exactly; so no edit needs an undo of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from claimcheck.model.review import Identified, Review

COLLECTIONS = (
    "listings",
    "evidence",
    "claims",
    "comparisons",
    "discrepancies",
    "marks",
    "adjustments",
    "alignments",
    "proposals",
    "colour_corrections",
    "colour_comparisons",
    "scales",
    "measurements",
)
VALUES = ("product", "card")


@dataclass(frozen=True, slots=True)
class Patch:
    """One part of a review before and after: an item of a collection, or a whole value.

    ``None`` stands for "not there". For the order of a collection ``item_id`` is empty and the
    values are tuples of ids.
    """

    part: str
    item_id: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """All that one edit changed. ``name`` is English with ``%n``, translated where it is shown."""

    name: str
    count: int
    patches: tuple[Patch, ...]

    def reversed(self) -> Change:
        """The change that undoes this one."""
        return replace(
            self, patches=tuple(replace(p, before=p.after, after=p.before) for p in self.patches)
        )

    def followed_by(self, later: Change) -> Change:
        """One change that does both; what is as it was in the end is left out."""
        merged = {(p.part, p.item_id): p for p in self.patches}
        for patch in later.patches:
            key = (patch.part, patch.item_id)
            earlier = merged.get(key)
            merged[key] = replace(patch, before=earlier.before) if earlier else patch
        return replace(later, patches=tuple(p for p in merged.values() if p.before != p.after))

    def touches(self, part: str) -> bool:
        """Whether anything of ``part`` (a field of ``Review``) changed."""
        return any(patch.part == part for patch in self.patches)


def difference(before: Review, after: Review, name: str = "", count: int = 1) -> Change:
    """What to do to ``before`` to get ``after``; ``updated_at`` doesn't count."""
    patches: list[Patch] = []
    for part in VALUES:
        old, new = getattr(before, part), getattr(after, part)
        if old != new:
            patches.append(Patch(part, "", old, new))
    for part in COLLECTIONS:
        patches += _collection_difference(part, getattr(before, part), getattr(after, part))
    return Change(name, count, tuple(patches))


def apply(review: Review, change: Change) -> Review:
    """``review`` with ``change`` made; it must be the version that the change started from."""
    parts: dict[str, Any] = {}
    for part in COLLECTIONS:
        mine = [patch for patch in change.patches if patch.part == part]
        if mine:
            parts[part] = _patched(getattr(review, part), mine)
    for patch in change.patches:
        if patch.part in VALUES:
            parts[patch.part] = patch.after
    return replace(review, **parts)


def _collection_difference(
    part: str, before: tuple[Identified, ...], after: tuple[Identified, ...]
) -> list[Patch]:
    if before == after:
        return []
    old, new = {item.id: item for item in before}, {item.id: item for item in after}
    patches = [
        Patch(part, item_id, old.get(item_id), new.get(item_id))
        for item_id in {**old, **new}
        if old.get(item_id) != new.get(item_id)
    ]
    if tuple(old) != tuple(new):
        patches.append(Patch(part, "", tuple(old), tuple(new)))
    return patches


def _patched(items: tuple[Identified, ...], patches: list[Patch]) -> tuple[Identified, ...]:
    by_id = {item.id: item for item in items}
    order: tuple[str, ...] = tuple(by_id)
    for patch in patches:
        if patch.item_id:
            by_id[patch.item_id] = patch.after
        else:
            order = patch.after
    return tuple(by_id[item_id] for item_id in order)
