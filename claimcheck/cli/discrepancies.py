"""``discrepancy``: the numbered differences of a review."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cli import values
from claimcheck.cli.console import table, tell
from claimcheck.cli.opening import open_to_read, open_to_write
from claimcheck.cli.reviews import describe
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.library.values import to_plain
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind, Severity
from claimcheck.workflow.reviews import add_discrepancy, change_review, find_item, find_review


def add(chosen: Namespace) -> None:
    """Number a difference of the two pictures in view."""
    listing, photo = _place(chosen.listing, "listing image"), _place(chosen.photo, "photo")
    if listing is None and photo is None:
        todo = "Give --listing X,Y or --photo X,Y, or both."
        raise KnownError(ErrorKind.VALUE_INVALID, what="The place", value="", todo=todo)
    kind = values.one_of(DiscrepancyKind, chosen.kind, "The kind")
    severity = values.one_of(Severity, chosen.severity, "The severity")
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        claims = library.load(review_id).claims
        claim_id = find_item(claims, chosen.claim, "claim").id if chosen.claim else None
        review, added = add_discrepancy(
            library, review_id, listing, photo, kind, severity, chosen.note, claim_id
        )
    number = review.number_of(added)
    tell({"id": added.id, "number": number}, [f"{added.id} (no. {number})"], chosen.json)


def listed(chosen: Namespace) -> None:
    """List the discrepancies with their numbers."""
    with open_to_read(chosen) as library:
        review = library.load(find_review(library, chosen.review))
    plain = [{"number": review.number_of(d), **to_plain(d)} for d in review.discrepancies]
    rows = [(str(review.number_of(d)), d.id, describe(d)) for d in review.discrepancies]
    tell({"discrepancies": plain}, table(rows), chosen.json)


def remove(chosen: Namespace) -> None:
    """Drop a discrepancy; the numbers after it move up."""
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        review = library.load(review_id)
        in_view = review.discrepancies_of(review.comparisons[0].id) if review.comparisons else ()
        shown = (*in_view, *(d for d in review.discrepancies if d not in in_view))
        gone = find_item(shown, chosen.discrepancy, "discrepancy")
        name = QT_TRANSLATE_NOOP("history", "Delete discrepancy")
        change_review(library, review_id, lambda r: edits.remove_discrepancies(r, {gone.id}), name)
    tell({"id": gone.id}, [f"Removed: {describe(gone)}"], chosen.json)


def _place(text: str | None, what: str) -> Rect | None:
    return values.place(text, f"The place on the {what}") if text is not None else None
