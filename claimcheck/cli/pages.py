"""``capture``: what a saved product page, or one fetched by its address, says, as a new review."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from claimcheck.capture.page import CapturedPage
from claimcheck.cli.console import table, tell, tell_error
from claimcheck.cli.interrupt import progress
from claimcheck.cli.opening import open_to_write
from claimcheck.model.kinds import Origin
from claimcheck.workflow.captured import review_of_page
from claimcheck.workflow.page_source import Capture, fetch_page, open_page


def capture(chosen: Namespace) -> int:
    """Read a page; begin a review with it unless only asked what it says."""
    captured = _captured(chosen)
    result = _plain(captured.page)
    lines = table([(name, str(value)) for name, value in result.items() if isinstance(value, str)])
    problems = 0
    if not chosen.dry_run:
        at_most = chosen.pictures if captured.origin is Origin.WEB else 0
        with open_to_write(chosen) as library:
            review, intake = review_of_page(
                library.originals, captured, chosen.claims, at_most, chosen.allow_private, progress
            )
            library.save(review)
        for problem in intake.problems:
            tell_error(problem, chosen.json)
        problems = len(intake.problems)
        result |= {
            "review": review.id,
            "evidence": [item.id for item in review.evidence],
        }
        lines = [review.id]
    tell(result, lines, chosen.json)
    return 1 if problems else 0


def _captured(chosen: Namespace) -> Capture:
    if chosen.page.lower().startswith(("http://", "https://")):
        return fetch_page(chosen.page, chosen.allow_private, progress)
    return open_page(Path(chosen.page), chosen.url, Origin.COMMAND_LINE)


def _plain(page: CapturedPage) -> dict[str, Any]:
    """What the page says, with ``None`` for what it doesn't."""
    return {
        "name": page.name or None,
        "brand": page.brand or None,
        "price": None if page.price is None else f"{page.price:f}",
        "currency": page.currency or None,
        "currency_text": page.currency_text or None,
        "sku": page.sku or None,
        "gtin": page.gtin or None,
        "seller": page.seller or None,
        "url": page.url or None,
        "description": page.description or None,
        "images": [
            {"url": image.url, "width": image.width or None, "height": image.height or None}
            for image in page.images
        ],
        "promises": list(page.promises),
        "unsure": list(page.unsure),
    }
