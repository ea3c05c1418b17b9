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

    def followed_by(self, change: Change) -> History:
        """This history with one more step done; what was undone can't be redone after it."""
        kept = self.steps[: self.done]
        step = Step(max((step.id for step in self.steps), default=0) + 1, change)
        return History((*kept, step), len(kept) + 1)
