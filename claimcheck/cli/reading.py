"""``text``: the print on the listing and on the product, compared word by word."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from claimcheck.cli.many import Told, each_pair
from claimcheck.cli.seeing import draw, region_of
from claimcheck.imaging.aligning.align import Refusal, align
from claimcheck.imaging.differing.difference_kinds import DifferenceKind
from claimcheck.imaging.differing.differences import Difference
from claimcheck.imaging.differing.print_differences import read_pair
from claimcheck.imaging.differing.print_reader import Reader, print_reader
from claimcheck.imaging.differing.print_words import WordDifference
from claimcheck.imaging.files.load import load_rgb


def text(chosen: Namespace) -> int:
    """Words that one product has and the other lacks; ``KnownError(EXTRA_MISSING)``."""
    reader = print_reader()
    return each_pair(chosen, lambda pair: _text(pair, reader))


def _text(chosen: Namespace, reader: Reader) -> Told:
    listing, photo = load_rgb(Path(chosen.listing)), load_rgb(Path(chosen.photo))
    found = align(listing, photo)
    if isinstance(found, Refusal):
        draw(chosen, listing, photo, found, ())
        result: dict[str, Any] = {
            "aligned": False,
            "words": [],
            "listing": [],
            "product": [],
            "reason": str(found.reason),
        }
        return result, f"not aligned: {found.reason}"
    read = read_pair(listing, photo, found.homography, reader)
    regions = [Difference(w.place, DifferenceKind.PRINT, w.strength) for w in read.differences]
    draw(chosen, listing, photo, found, regions)
    words = [
        {**region_of(region), "listing": word.listing or None, "product": word.product or None}
        for region, word in zip(regions, read.differences, strict=True)
    ]
    result = {
        "aligned": True,
        "words": words,
        "listing": [word.text for word in read.listing],
        "product": [word.text for word in read.product],
    }
    return result, "; ".join(map(_line, read.differences)) or "no words differ"


def _line(word: WordDifference) -> str:
    if not word.product:
        return f"“{word.listing}” is on the listing, not on the product"
    if not word.listing:
        return f"“{word.product}” is on the product, not on the listing"
    return f"“{word.listing}” on the listing, “{word.product}” on the product"
