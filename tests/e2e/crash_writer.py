"""A child that saves numbered gestures as fast as it can, and says so; to be killed at any moment.

``python -m tests.e2e.crash_writer FOLDER [MUTANT]``. Each gesture is one picture kept and one mark
drawn on it, saved with its undo step; then its number is printed. The mutants make the two
mistakes that the library must not make, to show that the test would notice.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.errors import KnownError
from claimcheck.library import Library, Originals, Stored
from claimcheck.model import edits
from claimcheck.model.changes import difference
from claimcheck.model.geometry import Point
from claimcheck.model.history import History, Step
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Evidence, Mark, Review

REVIEW_ID = "0123456789ab"


def picture(number: int) -> bytes:
    """The content of a gesture's picture: half a megabyte, so that writing it takes a while."""
    return f"gesture {number:08d} ".encode() * 30_000


class InPlaceOriginals(Originals):
    """The mistake: writing under the final name from the first byte on."""

    def keep_bytes(self, data: bytes, suffix: str) -> Stored:
        stored = _stored(self, data, suffix)
        stored.path.parent.mkdir(parents=True, exist_ok=True)
        with stored.path.open("wb", buffering=0) as file:
            for start in range(0, len(data), 64):  # as a slow disk would
                file.write(data[start : start + 64])
        return stored


class LateOriginals(Originals):
    """The mistake: the row first, the file after it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._late: list[bytes] = []

    def keep_bytes(self, data: bytes, suffix: str) -> Stored:
        self._late.append(data)
        return _stored(self, data, suffix)

    def catch_up(self) -> None:
        for data in self._late:
            super().keep_bytes(data, ".jpg")
        self._late.clear()


def _stored(originals: Originals, data: bytes, suffix: str) -> Stored:
    sha256 = hashlib.sha256(data).hexdigest()
    return Stored(sha256, len(data), originals.path_of(sha256, suffix))


def main(folder: Path, mutant: str) -> None:
    """Save gestures until killed."""
    library = Library.open(folder)
    if mutant == "in-place":
        library.originals = InPlaceOriginals(library.originals.folder)
    elif mutant == "row-first":
        library.originals = LateOriginals(library.originals.folder)
    review, history = _start(library)
    while True:
        number = len(review.marks) + 1
        stored = library.originals.keep_bytes(picture(number), ".jpg")
        shown = Evidence(
            id=f"e{number}",
            sha256=stored.sha256,
            role=Role.PHOTO,
            name=f"{number}.jpg",
            suffix=".jpg",
            size_bytes=stored.size_bytes,
            width_px=4000,
            height_px=3000,
            added_at=datetime.now(UTC),
        )
        corners = (Point(number, 0), Point(number, 1))
        after = edits.add_evidence(review, [shown])
        after = edits.put_marks(after, [Mark(f"m{number}", shown.id, MarkKind.BOX, corners)])
        step = Step(number, difference(review, after, "Gesture", 1))
        review, history = after, History((*history.steps, step), number)
        library.save(review, history)
        if isinstance(library.originals, LateOriginals):
            library.originals.catch_up()
        print(number, flush=True)


def _start(library: Library) -> tuple[Review, History]:
    try:
        return library.load(REVIEW_ID), library.load_history(REVIEW_ID)
    except KnownError:
        return replace(edits.new_review("Gestures"), id=REVIEW_ID), History()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
