"""The changes of a review in order, and how far they are done: what undo steps through."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.changes import Change


@dataclass(frozen=True, slots=True)
class Step:
    """One change that was recorded; ``id`` grows, and is never used again for another change."""

    id: int
    change: Change


@dataclass(frozen=True, slots=True)
class History:
    """``steps[:done]`` are in the review; the others were undone and can be redone."""

    steps: tuple[Step, ...] = ()
    done: int = 0
