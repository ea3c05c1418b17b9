"""What is brought in, and what becomes of it in the review: one step of its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review
from claimcheck.workflow.intake import Intake
from claimcheck.workflow.progress import Progress

Known = tuple[Evidence, ...]
Work = Callable[[Known, str | None, Progress], Intake]
"""Gets what the review has already, the listing in view, and where to report to."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What becomes of an intake in a review, as one step of its history."""

    edit: Callable[[Review, Intake], Review]
    name: str
    """English, of the context ``history``."""


def adding(intake: Intake) -> Landing:
    """The evidence is added, and that is all."""
    receipts = all(item.role is Role.RECEIPT for item in intake.evidence)
    return Landing(
        lambda review, given: edits.add_evidence(review, given.evidence),
        QT_TRANSLATE_NOOP("history", "Add %n receipt(s)")
        if receipts
        else QT_TRANSLATE_NOOP("history", "Add %n picture(s)"),
    )
