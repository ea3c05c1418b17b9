"""What is worth knowing of pictures that came in, though nothing went wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.review import Evidence
from claimcheck.workflow.intake import Intake
from claimcheck.workflow.pictures import working_size

_CONTEXT = "IntakeNotes"
_REDUCED = QT_TRANSLATE_NOOP(
    "IntakeNotes",
    "{name} has {megapixels} megapixels: you work on it at {width} × {height}. The original stays "
    "as it is.",
)
_THERE = QT_TRANSLATE_NOOP("IntakeNotes", "{name} is in this review already.")
_ALL_THERE = QT_TRANSLATE_NOOP(
    "IntakeNotes", "{count} of these pictures are in this review already."
)


def notes_of(intake: Intake) -> list[str]:
    """Sentences in the user's language: what was there already, what is worked on reduced."""
    found = [told for item in intake.evidence if (told := reduced_note(item))]
    if len(intake.repeated) == 1:
        found.append(_translated(_THERE).format(name=intake.repeated[0].name))
    elif intake.repeated:
        found.append(_translated(_ALL_THERE).format(count=len(intake.repeated)))
    return found


def reduced_note(item: Evidence) -> str:
    """That a picture is worked on at a reduced size, or nothing."""
    width, height = working_size(item)
    if (width, height) == (item.width_px, item.height_px):
        return ""
    megapixels = round(item.width_px * item.height_px / 1e6)
    return _translated(_REDUCED).format(
        name=item.name, megapixels=megapixels, width=width, height=height
    )


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
