"""What the window's tests begin with: a library with reviews in it, and a session on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.library.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Role, Verdict
from claimcheck.model.review import Claim, Listing, Review, new_id
from claimcheck.workflow.intake import take_in
from tests.helpers.pictures import photo, studio, written


@dataclass(frozen=True)
class Told:
    """A review to put into a library."""

    name: str
    verdicts: tuple[Verdict, ...] = ()
    pictures: bool = True


def fill_library(folder: Path, told: Sequence[Told]) -> list[str]:
    """Make a library with these reviews, the last one the latest; their ids."""
    made = []
    with Library.open(folder) as library:
        for number, one in enumerate(told):
            review = _review(library, one, folder.parent, number)
            library.save(review)
            made.append(review.id)
    return made


def _review(library: Library, told: Told, scratch: Path, seed: int) -> Review:
    review = edits.put_listing(edits.new_review(told.name), Listing(new_id()))
    if told.pictures:
        shop = written(scratch / f"shop-{seed}.jpg", studio((400 + seed, 300)))
        own = written(scratch / f"own-{seed}.jpg", photo(240, 320, seed + 1))
        for path, role in ((shop, Role.LISTING), (own, Role.PHOTO)):
            review = edits.add_evidence(review, take_in(library.originals, [path], role).evidence)
    for verdict in told.verdicts:
        claim = Claim(new_id(), f"“{verdict.value}”", verdict=verdict)
        review = edits.put_claim(review, claim)
    return review
