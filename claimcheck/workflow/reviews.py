"""Working on a stored review without a window: every change is an undo step there all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.changes import difference
from claimcheck.model.geometry import Rect
from claimcheck.model.history import History, Step
from claimcheck.model.kinds import DiscrepancyKind, Platform, Severity
from claimcheck.model.review import (
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Identified,
    Listing,
    Review,
    find,
    new_id,
)

T = TypeVar("T", bound=Identified)

SHORTEST_START = 4
"""So many digits of an id must be given, unless fewer are the whole of it."""


@dataclass(frozen=True, slots=True)
class ListingDetails:
    """What is to be noted about a listing; ``None`` leaves a field as it is."""

    platform: Platform | None = None
    url: str | None = None
    seller: str | None = None
    promoter: str | None = None
    is_ad: bool | None = None
    price: Decimal | None = None
    currency: str | None = None
    seen_on: date | None = None

    @property
    def given(self) -> dict[str, Any]:
        """The fields that have a value."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


def change_review(
    library: Library,
    review_id: str,
    edit: Callable[[Review], Review],
    name: str,
    count: int = 1,
) -> Review:
    """Edit a stored review, as one undo step after those that are done; the new version.

    ``name`` is a text of the context ``history``. Nothing is saved when nothing changed.
    """
    before = library.load(review_id)
    after = edit(before)
    change = difference(before, after, name, count)
    if not change.patches:
        return before
    history = library.load_history(review_id)
    next_id = max((step.id for step in history.steps), default=0) + 1
    steps = (*history.steps[: history.done], Step(next_id, change))
    after = replace(after, updated_at=datetime.now(UTC))
    library.save(after, History(steps, len(steps)))
    return after


def find_review(library: Library, text: str, trashed: bool = False) -> str:
    """The id that ``text`` is, or is the unmistakable start of; REVIEW_UNKNOWN if there is none."""
    ids = [summary.id for summary in library.summaries(trashed=trashed)]
    return _matching(ids, text) or _unknown_review(text)


def find_evidence(library: Library, text: str) -> tuple[str, Evidence]:
    """The evidence whose id begins so unmistakably, with its review's id; else ITEM_UNKNOWN."""
    found = library.evidence(text.lower()) if len(text) >= SHORTEST_START else ()
    if len(found) != 1:
        raise KnownError(ErrorKind.ITEM_UNKNOWN, what="evidence", id=text)
    return found[0]


def find_item(items: Sequence[T], text: str, what: str) -> T:
    """The item whose number (from 1), id or unmistakable start of an id ``text`` is.

    Raises ``KnownError`` ITEM_UNKNOWN, which says ``what`` was looked for.
    """
    if text.isdecimal() and 1 <= int(text) <= len(items) and len(text) < SHORTEST_START:
        return items[int(text) - 1]
    item = find(items, _matching([item.id for item in items], text))
    if item is None:
        raise KnownError(ErrorKind.ITEM_UNKNOWN, what=what, id=text)
    return item


def note_listing(library: Library, review_id: str, details: ListingDetails) -> Review:
    """Change the last listing, or add one when there is none or the URL is another's."""

    def edit(review: Review) -> Review:
        last = review.listings[-1] if review.listings else None
        if last and details.url and last.url and details.url != last.url:
            last = None
        listing = replace(last or Listing(new_id()), **details.given)
        return edits.put_listing(review, listing)

    return change_review(library, review_id, edit, QT_TRANSLATE_NOOP("history", "Edit listing"))


def add_claims(library: Library, review_id: str, claims: Iterable[Claim]) -> Review:
    """Add claims as one undo step."""
    added = tuple(claims)

    def edit(review: Review) -> Review:
        for claim in added:
            review = edits.put_claim(review, claim)
        return review

    name = QT_TRANSLATE_NOOP("history", "Add %n claim(s)")
    return change_review(library, review_id, edit, name, len(added))


def add_discrepancy(
    library: Library,
    review_id: str,
    listing_place: Rect | None,
    photo_place: Rect | None,
    kind: DiscrepancyKind = DiscrepancyKind.OTHER,
    severity: Severity = Severity.CLEAR,
    note: str = "",
    claim_id: str | None = None,
) -> tuple[Review, Discrepancy]:
    """Number a difference in the comparison in view; places are in each picture's own pixels.

    Raises ``KnownError``: COMPARISON_MISSING when a place is on a picture that isn't there yet,
    VALUE_INVALID when it lies outside.
    """
    review = library.load(review_id)
    comparison = review.comparisons[0] if review.comparisons else Comparison("")
    check_place(review, comparison.listing_image_id, listing_place, "listing image")
    check_place(review, comparison.photo_id, photo_place, "photo")
    if not comparison.id:
        raise KnownError(ErrorKind.COMPARISON_MISSING, what="listing image or photo")
    added = Discrepancy(
        new_id(), comparison.id, listing_place, photo_place, kind, severity, note, claim_id
    )
    name = QT_TRANSLATE_NOOP("history", "Add discrepancy")
    review = change_review(library, review_id, lambda r: edits.put_discrepancy(r, added), name)
    return review, added


def check_place(review: Review, evidence_id: str | None, place: Rect | None, what: str) -> None:
    """Raise ``KnownError`` unless ``place`` is on the picture, edges included, or is ``None``."""
    if place is None:
        return
    picture = find(review.evidence, evidence_id)
    if picture is None:
        raise KnownError(ErrorKind.COMPARISON_MISSING, what=what)
    whole = Rect(0, 0, picture.width_px, picture.height_px)
    if not whole.encloses(place):
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            what=f"The place on the {what}",
            value=",".join(f"{n:g}" for n in (place.x, place.y, place.width, place.height)),
            todo=f"It must lie within {picture.width_px} × {picture.height_px} pixels.",
        )


def _matching(ids: Sequence[str], text: str) -> str | None:
    if text in ids:
        return text
    found = [item for item in ids if item.startswith(text.lower())]
    return found[0] if len(found) == 1 and len(text) >= SHORTEST_START else None


def _unknown_review(text: str) -> str:
    raise KnownError(ErrorKind.REVIEW_UNKNOWN, id=text)
