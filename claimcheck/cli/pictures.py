"""``add``: pictures and listing details into a review."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from claimcheck.cli import values
from claimcheck.cli.console import tell, tell_error
from claimcheck.cli.interrupt import progress
from claimcheck.cli.listing_options import details_of
from claimcheck.cli.opening import open_to_write
from claimcheck.errors import KnownError
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.add_pictures import ClipFrame, add_pictures
from claimcheck.workflow.pictures import working_size
from claimcheck.workflow.reviews import find_review


def add(chosen: Namespace) -> int:
    """Take in what comes in; each file that fails is told on its own, and makes the code 1."""
    details = details_of(chosen)
    frames = [
        ClipFrame(Path(file), values.moment(where), role)
        for role, given in (
            (Role.LISTING, chosen.listing_frame),
            (Role.PHOTO, chosen.photo_frame),
        )
        for file, where in given
    ]
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        review, intake = add_pictures(
            library, review_id, chosen.listing, chosen.photo, details, progress, frames
        )
    for problem in intake.problems:
        tell_error(problem, chosen.json)
    result = {
        "review": review.id,
        "added": [
            {
                "id": item.id,
                "role": item.role,
                "name": item.name,
                "sha256": item.sha256,
                "width": item.width_px,
                "height": item.height_px,
                "timecode": item.timecode_s,
                "worked_on_at": dict(zip(("width", "height"), working_size(item), strict=True)),
            }
            for item in intake.evidence
        ],
        "repeated": [item.name for item in intake.repeated],
        "problems": [_plain(problem) for problem in intake.problems],
    }
    lines = [f"{item.role}: {item.name}{_reduced(item)}" for item in intake.evidence]
    lines += [f"already there: {item.name}" for item in intake.repeated]
    tell(result, lines, chosen.json)
    return 1 if intake.problems else 0


def _reduced(item: Evidence) -> str:
    width, height = working_size(item)
    return f" (worked on at {width} × {height})" if width < item.width_px else ""


def _plain(problem: KnownError) -> dict[str, str | None]:
    file = str(problem.file) if problem.file else None
    return {"error": str(problem), "kind": problem.kind, "file": file}
