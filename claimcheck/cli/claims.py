"""``claim``: the promises that a review quotes, and what the reviewer found."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from claimcheck.cli import values
from claimcheck.cli.console import table, tell
from claimcheck.cli.opening import open_to_read, open_to_write
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.library.values import to_plain
from claimcheck.model import edits
from claimcheck.model.kinds import Topic, Verdict
from claimcheck.model.review import Claim, new_id
from claimcheck.workflow.reviews import add_claims, change_review, find_item, find_review


def claim_of(
    quote: str, topic: str | None, verdict: str | None, because: str | None, tested: str | None
) -> Claim:
    """A claim from what was typed; VALUE_INVALID when some of it can't be meant."""
    if not quote.strip():
        todo = "Quote the promise word for word."
        raise KnownError(ErrorKind.VALUE_INVALID, what="A claim", value=quote, todo=todo)
    return Claim(
        id=new_id(),
        quote=quote.strip(),
        topic=values.one_of(Topic, topic, "The topic") if topic else Topic.OTHER,
        verdict=values.one_of(Verdict, verdict, "The verdict") if verdict else None,
        reasoning=because or "",
        tested_how=tested or "",
    )


def add(chosen: Namespace) -> None:
    """Quote a promise; it is taken to be from the review's last listing."""
    claim = claim_of(chosen.quote, chosen.topic, chosen.verdict, chosen.because, chosen.tested)
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        listings = library.load(review_id).listings
        claim = replace(claim, listing_id=listings[-1].id if listings else None)
        add_claims(library, review_id, [claim])
    tell({"id": claim.id}, [claim.id], chosen.json)


def judge(chosen: Namespace) -> None:
    """Give a claim its verdict, with the reasoning and the test if they are given."""
    verdict = values.one_of(Verdict, chosen.verdict, "The verdict")
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        claim = find_item(library.load(review_id).claims, chosen.claim, "claim")
        judged = replace(
            claim,
            verdict=verdict,
            reasoning=claim.reasoning if chosen.because is None else chosen.because,
            tested_how=claim.tested_how if chosen.tested is None else chosen.tested,
        )
        name = QT_TRANSLATE_NOOP("history", "Judge claim")
        change_review(library, review_id, lambda r: edits.put_claim(r, judged), name)
    tell(to_plain(judged), [f"“{judged.quote}”: {judged.verdict}"], chosen.json)


def listed(chosen: Namespace) -> None:
    """List the claims with their numbers."""
    with open_to_read(chosen) as library:
        claims = library.load(find_review(library, chosen.review)).claims
    plain: list[dict[str, Any]] = [
        {"number": number, **to_plain(claim)} for number, claim in enumerate(claims, start=1)
    ]
    rows = [
        (str(number), claim.id, claim.verdict or "not judged", f"“{claim.quote}”")
        for number, claim in enumerate(claims, start=1)
    ]
    tell({"claims": plain}, table(rows), chosen.json)


def remove(chosen: Namespace) -> None:
    """Drop a claim; discrepancies that bore on it stay."""
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        claim = find_item(library.load(review_id).claims, chosen.claim, "claim")
        name = QT_TRANSLATE_NOOP("history", "Delete claim")
        change_review(library, review_id, lambda r: edits.remove_claim(r, claim.id), name)
    tell({"id": claim.id}, [f"Removed: “{claim.quote}”"], chosen.json)
