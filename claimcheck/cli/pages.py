"""``capture``: what a saved product page says, as a new review."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page
from claimcheck.cli.console import table, tell
from claimcheck.cli.opening import open_to_write
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.workflow.captured import review_of_page


def capture(chosen: Namespace) -> None:
    """Read a saved page; begin a review with it unless only asked what it says."""
    page = read_page(_content(chosen.page), chosen.url, chosen.page.name)
    result = _plain(page)
    lines = table([(name, str(value)) for name, value in result.items() if isinstance(value, str)])
    if not chosen.dry_run:
        with open_to_write(chosen) as library:
            result["review"] = review_of_page(library, page, chosen.claims).id
        lines = [str(result["review"])]
    tell(result, lines, chosen.json)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, path) from error
    except IsADirectoryError as error:
        raise KnownError(ErrorKind.FILE_IS_FOLDER, path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error


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
            {"url": image.url, "width": image.width, "height": image.height}
            for image in page.images
        ],
        "promises": list(page.promises),
        "unsure": list(page.unsure),
    }
