"""``discrepancy``: the numbered differences of a review."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from claimcheck.cli import values
from claimcheck.cli.console import table, tell
from claimcheck.cli.opening import open_to_read, open_to_write
from claimcheck.cli.reviews import describe
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.library.values import to_plain
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind, Severity
from claimcheck.model.review import Discrepancy, Review
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


def change(chosen: Namespace) -> None:
    """Change what a difference says and how much it weighs; its places stay."""
    kind = values.one_of(DiscrepancyKind, chosen.kind, "The kind") if chosen.kind else None
    severity = values.one_of(Severity, chosen.severity, "The severity") if chosen.severity else None
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        review = library.load(review_id)
        found = find_item(_in_order(review), chosen.discrepancy, "discrepancy")
        claim_id = find_item(review.claims, chosen.claim, "claim").id if chosen.claim else None
        given = {"kind": kind, "severity": severity, "note": chosen.note, "claim_id": claim_id}
        changed = replace(found, **{name: one for name, one in given.items() if one is not None})
        name = QT_TRANSLATE_NOOP("history", "Change discrepancy")
        change_review(library, review_id, lambda r: edits.put_discrepancy(r, changed), name)
    result = {"id": changed.id, "number": review.number_of(found)}
    tell(result, [f"{changed.id} (no. {result['number']})"], chosen.json)


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
        gone = find_item(_in_order(review), chosen.discrepancy, "discrepancy")
        name = QT_TRANSLATE_NOOP("history", "Delete discrepancy")
        change_review(library, review_id, lambda r: edits.remove_discrepancies(r, {gone.id}), name)
    tell({"id": gone.id}, [f"Removed: {describe(gone)}"], chosen.json)


def _in_order(review: Review) -> tuple[Discrepancy, ...]:
    """As they are numbered: those of the comparison in view first."""
    in_view = review.discrepancies_of(review.comparisons[0].id) if review.comparisons else ()
    return (*in_view, *(d for d in review.discrepancies if d not in in_view))


def _place(text: str | None, what: str) -> Rect | None:
    return values.place(text, f"The place on the {what}") if text is not None else None
