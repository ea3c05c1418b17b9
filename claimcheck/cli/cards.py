"""``compare``, ``card`` and ``demo``: from pictures and reviews to cards."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.cards.lint import Finding, FindingKind
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.cards.templates import all_templates
from claimcheck.cli import values
from claimcheck.cli.card_words import as_given
from claimcheck.cli.claims import claim_of
from claimcheck.cli.console import tell, tell_error, tell_warning
from claimcheck.cli.files import tell_exported
from claimcheck.cli.interrupt import progress
from claimcheck.cli.listing_options import details_of
from claimcheck.cli.opening import open_to_export, open_to_write
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.library.atomic import write_errors_told
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Listing, Product, Review, new_id
from claimcheck.paths import cache_folder
from claimcheck.workflow.card import export_card, house_style
from claimcheck.workflow.exports import Exported
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.reviews import find_review
from claimcheck.workflow.sample import add_sample

_TIDY = "Nothing is covered, on each other, too small or too pale."
_FINDINGS = {
    FindingKind.OUTSIDE: "where the platform covers the card",
    FindingKind.OVERLAP: "on {with_what}",
    FindingKind.SMALL: "too small to be read on a phone",
    FindingKind.CONTRAST: "too pale against what is under it",
}


def _finding_words(finding: Finding) -> str:
    told = _FINDINGS[finding.kind].format(with_what=finding.with_what)
    return f"{finding.what}: {told}."


def compare(chosen: Namespace) -> int:
    """A card of two pictures; the review is kept only when that is asked for."""
    review = _described(chosen)
    _spare_pictures(chosen)
    with _library_for(chosen) as library:
        review, problems = _with_pictures(library, review, chosen)
        for problem in problems:
            tell_error(problem, chosen.json)
        if problems:
            return 1
        library.save(review)
        try:
            exported = _export(library, review, chosen)
        except (KnownError, Cancelled):
            library.trash(review.id)  # a second try must not find it twice
            raise
    _tell_card(exported, chosen, review.id if chosen.keep else None)
    return 0


def card(chosen: Namespace) -> None:
    """The card of a review in the library, as it is there but for what is given here."""
    with open_to_export(chosen) as library:
        review = library.load(find_review(library, chosen.review))
        review = as_given(review, chosen)
        exported = _export(library, review, chosen)
        unrecorded = library.read_only
    if unrecorded and not chosen.json:
        tell_warning("the library is in use or read-only, so this card is not on its record.")
    _tell_card(exported, chosen, review.id)


def demo(chosen: Namespace) -> None:
    """The sample review, and its card from every template."""
    language = _language(chosen)
    ensure_gui_application()
    with write_errors_told(chosen.out):
        chosen.out.mkdir(parents=True, exist_ok=True)
    outputs = []
    with open_to_write(chosen) as library:
        review = add_sample(library, language)
        for template in all_templates():
            out = chosen.out / f"sample-{template.id}.jpg"
            export_card(
                library,
                review,
                out,
                language=language,
                template=template.id,
                progress=progress,
            )
            outputs.append(str(out))
    result = {"library": str(chosen.library), "review": review.id, "outputs": outputs}
    tell(result, outputs, chosen.json)


def _spare_pictures(chosen: Namespace) -> None:
    """VALUE_INVALID when the card would take the place of one of its own pictures."""
    for picture in (chosen.listing, chosen.photo):
        with suppress(OSError):  # one that isn't there is told later, or is no trouble
            if chosen.output.samefile(picture):
                raise KnownError(
                    ErrorKind.VALUE_INVALID,
                    chosen.output,
                    what="The name of the card",
                    value=chosen.output.name,
                    todo="That is one of the pictures themselves: choose another name.",
                )


def _described(chosen: Namespace) -> Review:
    """The review without its pictures; VALUE_INVALID when some of it can't be meant."""
    claims = [
        claim_of(
            given["claim"], given.get("topic"), given.get("verdict"), given.get("because"), None
        )
        for given in getattr(chosen, "claims", [])
    ]
    details = details_of(chosen).given
    review = edits.set_product(edits.new_review(), Product(chosen.product, chosen.brand))
    if details:
        review = edits.put_listing(review, replace(Listing(new_id()), **details))
    listing_id = review.listings[0].id if review.listings else None
    for claim in claims:
        review = edits.put_claim(review, replace(claim, listing_id=listing_id))
    card = replace(
        review.card,
        language=values.usual_language(),
        template=chosen.template or review.card.template,
        format=chosen.format or review.card.format,
    )
    return as_given(edits.set_card(review, card), chosen)


def _with_pictures(
    library: Library, review: Review, chosen: Namespace
) -> tuple[Review, list[KnownError]]:
    """The review with both pictures, or what is wrong with them."""
    listing_id = review.listings[0].id if review.listings else None
    problems: list[KnownError] = []
    for path, role, source in (
        (chosen.listing, Role.LISTING, listing_id),
        (chosen.photo, Role.PHOTO, None),
    ):
        intake = take_in(
            library.originals, [path], role, Origin.COMMAND_LINE, source, progress=progress
        )
        problems += intake.problems
        review = edits.add_evidence(review, intake.evidence)
    return review, problems


@contextmanager
def _library_for(chosen: Namespace) -> Iterator[Library]:
    """The user's library when the review is to be kept, else one that goes with the command."""
    if chosen.keep:
        with open_to_write(chosen) as library:
            yield library
        return
    with _scratch_folder() as name, Library.open(Path(name)) as library:
        yield library


def _scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """In the cache folder, or where temporary files go when there is no home to write in."""
    cache = cache_folder()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix="compare-", dir=cache)
    except OSError:
        with write_errors_told(cache):
            return tempfile.TemporaryDirectory(prefix="claimcheck-compare-")


def _export(library: Library, review: Review, chosen: Namespace) -> Exported:
    ensure_gui_application()
    return export_card(
        library,
        review,
        chosen.output,
        language=review.card.language or values.usual_language(),
        template=chosen.template,
        format=chosen.format,
        style=house_style(chosen.library),
        progress=progress,
    )


def _language(chosen: Namespace) -> str:
    return values.language(chosen.language) if chosen.language else values.usual_language()


def _tell_card(exported: Exported, chosen: Namespace, review_id: str | None) -> None:
    record = exported.record
    card: dict[str, Any] = {
        "output": str(chosen.output),
        "width": record.width_px,
        "height": record.height_px,
        "format": record.format,
        "template": record.template,
        "review": review_id,
    }
    lines = [review_id] if chosen.command == "compare" and review_id else []
    if getattr(chosen, "lint", False):
        card["findings"] = [
            {"kind": one.kind, "what": one.what, "with": one.with_what} for one in exported.findings
        ]
        lines = [*([_finding_words(one) for one in exported.findings] or [_TIDY]), *lines]
    tell_exported(exported, chosen, card, lines)
