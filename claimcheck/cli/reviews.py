"""``review``, ``trash`` and ``check``."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from claimcheck.cli.console import table, tell
from claimcheck.cli.interrupt import progress
from claimcheck.cli.opening import open_to_read, open_to_write
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library, ReviewSummary
from claimcheck.library.values import to_plain
from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.review import CardSettings, Discrepancy, Product, Review, find
from claimcheck.workflow.reviews import find_review


def new(chosen: Namespace) -> None:
    """Begin a review."""
    product = Product(chosen.product, chosen.brand, chosen.gtin, chosen.category)
    review = replace(edits.new_review(), product=product, card=CardSettings(title=chosen.title))
    with open_to_write(chosen) as library:
        library.save(review)
    tell({"id": review.id}, [review.id], chosen.json)


def listed(chosen: Namespace) -> None:
    """List the reviews."""
    with open_to_read(chosen) as library:
        summaries = library.summaries(chosen.search, chosen.trash)
    tell({"reviews": [_plain(item) for item in summaries]}, _lines(summaries), chosen.json)


def trashed(chosen: Namespace) -> None:
    """List what is in the trash."""
    listed(Namespace(**vars(chosen), search="", trash=True))


def show(chosen: Namespace) -> None:
    """Show a review, whole; in the trash or not."""
    with open_to_read(chosen) as library:
        review = library.load(_any_review(library, chosen.review))
        exports = [to_plain(record) for record in library.exports(review.id)]
    plain = to_plain(review)
    for item, discrepancy in zip(plain["discrepancies"], review.discrepancies, strict=True):
        item["number"] = int(number := review.number_of(discrepancy))
        item["label"] = str(number)
    tell({**plain, "exports": exports}, _whole(review), chosen.json)


def delete(chosen: Namespace) -> None:
    """Put a review in the trash."""
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        library.trash(review_id)
    line = f"{review_id} is in the trash. “claimcheck review restore {review_id}” takes it out."
    tell({"id": review_id}, [line], chosen.json)


def restore(chosen: Namespace) -> None:
    """Take a review out of the trash."""
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review, trashed=True)
        library.restore(review_id)
    tell({"id": review_id}, [f"{review_id} is back."], chosen.json)


def empty(chosen: Namespace) -> None:
    """Delete what is in the trash for good."""
    with open_to_write(chosen) as library:
        count = library.empty_trash()
    tell({"deleted": count}, [f"Deleted for good: {count}"], chosen.json)


def check(chosen: Namespace) -> int:
    """Verify the library; 1 when something is wrong."""
    with open_to_read(chosen) as library:
        report = library.check(progress)
    lines = [f"{problem.kind}: {problem.what}" for problem in report.problems]
    state = "All is well" if report.ok else "Something is wrong"
    lines.append(f"{state}: reviews {report.reviews}, pictures {report.evidence}.")
    tell(to_plain(report), lines, chosen.json)
    return 0 if report.ok else 1


def _any_review(library: Library, text: str) -> str:
    try:
        return find_review(library, text)
    except KnownError as error:
        if error.kind is not ErrorKind.REVIEW_UNKNOWN:
            raise
        return find_review(library, text, trashed=True)


def _plain(summary: ReviewSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "product": summary.product,
        "brand": summary.brand,
        "claims": summary.claims,
        "discrepancies": summary.discrepancies,
        "verdicts": list(summary.verdicts),
        "updated": summary.updated_at.isoformat(timespec="seconds"),
    }


def _lines(summaries: tuple[ReviewSummary, ...]) -> list[str]:
    return table(
        [
            (
                item.id,
                " ".join(filter(None, (item.brand, item.product))) or "(no name)",
                f"claims {item.claims}",
                f"discrepancies {item.discrepancies}",
                ", ".join(item.verdicts),
            )
            for item in summaries
        ]
    )


def _whole(review: Review) -> list[str]:
    product = review.product
    lines = [f"{review.id}  {product.brand} {product.name}".rstrip()]
    for listing in review.listings:
        parts = [listing.platform, listing.seller, listing.promoter, listing.url]
        amount = f"{listing.price} {listing.currency}".strip() if listing.price is not None else ""
        lines.append("listing  " + ", ".join(part for part in (*parts, amount) if part))
    for item in review.evidence:
        size = f"{item.width_px} × {item.height_px}"
        lines.append(f"{item.role:<8} {item.name} ({size}, {item.sha256[:12]})")
        adjustment = find(review.adjustments, item.id)
        if adjustment is not None:
            lines.append(f"         shown {_told(adjustment)}")
    for claim in review.claims:
        verdict = claim.verdict or "not judged"
        because = f" ({claim.reasoning})" if claim.reasoning else ""
        lines.append(f"claim    “{claim.quote}”: {verdict}{because}")
    lines += [f"no. {review.number_of(d)!s:<4} {describe(d)}" for d in review.discrepancies]
    return lines


def _told(adjustment: Adjustment) -> str:
    """How a picture is shown, in one line."""
    parts = []
    if adjustment.face:
        corners = " ".join(f"{point.x:.0f},{point.y:.0f}" for point in adjustment.face)
        parts.append(f"face {corners} from straight in front")
    if adjustment.mirrored:
        parts.append("mirrored")
    if adjustment.quarter_turns:
        parts.append(f"turned {90 * adjustment.quarter_turns}°")
    if adjustment.angle:
        parts.append(f"straightened {adjustment.angle:g}°")
    crop = adjustment.crop
    if crop is not None:
        width, height = adjustment.shown_size
        parts.append(f"cropped to {width} × {height} at {crop.x:g}, {crop.y:g}")
    return ", ".join(parts)


def describe(discrepancy: Discrepancy) -> str:
    """A discrepancy in one line: its note or kind, and how much it matters."""
    return f"{discrepancy.note or discrepancy.kind} ({discrepancy.severity})"
