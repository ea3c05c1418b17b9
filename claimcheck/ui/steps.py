"""The five steps of a review: what they are called, when each is done, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review

STEPS = ("listing", "photos", "compare", "claims", "card")
_NAMES = {
    "listing": QT_TRANSLATE_NOOP("steps", "Listing"),
    "photos": QT_TRANSLATE_NOOP("steps", "Photos"),
    "compare": QT_TRANSLATE_NOOP("steps", "Compare"),
    "claims": QT_TRANSLATE_NOOP("steps", "Claims"),
    "card": QT_TRANSLATE_NOOP("steps", "Card"),
}
_NEXT = {
    "listing": QT_TRANSLATE_NOOP("steps", "Next: photos"),
    "photos": QT_TRANSLATE_NOOP("steps", "Next: compare"),
    "compare": QT_TRANSLATE_NOOP("steps", "Next: claims"),
    "claims": QT_TRANSLATE_NOOP("steps", "Next: card"),
}
_HINTS = {
    "listing": QT_TRANSLATE_NOOP(
        "steps", "Drop the shop’s pictures here, or paste a screenshot with Ctrl+V."
    ),
    "photos": QT_TRANSLATE_NOOP("steps", "Drop your own photos here, several at once."),
    "claims": QT_TRANSLATE_NOOP(
        "steps", "Quote each promise word for word, then judge what you found."
    ),
}


@dataclass(frozen=True, slots=True)
class StepState:
    """Whether a step has what it is for, and how many things it holds (0: nothing to count)."""

    done: bool
    count: int = 0


def step_name(key: str) -> str:
    """The step's word in the app's language."""
    return QCoreApplication.translate("steps", _NAMES[key])


def next_words(key: str) -> str:
    """What the button that leads on from this step says; empty after the last."""
    return QCoreApplication.translate("steps", _NEXT[key]) if key in _NEXT else ""


def hint(key: str) -> str:
    """The next useful action in one sentence; empty where the step says it itself."""
    return QCoreApplication.translate("steps", _HINTS[key]) if key in _HINTS else ""


def following(key: str) -> str:
    """The step after this one; the last stays."""
    return STEPS[min(STEPS.index(key) + 1, len(STEPS) - 1)]


def preceding(key: str) -> str:
    """The step before this one; the first stays."""
    return STEPS[max(STEPS.index(key) - 1, 0)]


def states(review: Review) -> dict[str, StepState]:
    """How far each step of ``review`` is. The card is never done: there is always another one."""
    claims = review.claims
    return {
        "listing": StepState(bool(review.pictures(Role.LISTING))),
        "photos": StepState(bool(review.pictures(Role.PHOTO))),
        "compare": StepState(bool(review.discrepancies)),
        "claims": StepState(bool(claims) and all(c.verdict for c in claims), len(claims)),
        "card": StepState(False),
    }


def first_step(review: Review) -> str:
    """Where to go when a review is opened: the first side that has no picture, else Compare."""
    if not review.pictures(Role.LISTING):
        return "listing"
    return "compare" if review.pictures(Role.PHOTO) else "photos"
