"""What cards, slides, overlays and clips say and wear for this once: the options, and their use."""

from __future__ import annotations

import argparse
from argparse import Namespace
from dataclasses import replace

from claimcheck.cli import values
from claimcheck.model import edits
from claimcheck.model.kinds import CalloutStyle
from claimcheck.model.review import Review


def add_words(parser: argparse.ArgumentParser, about: str = "card") -> None:
    """What every command that makes something to post takes."""
    parser.add_argument("--title", default=None, help=f"what the {about} says first")
    parser.add_argument(
        "--listing-label", metavar="TEXT", default=None, help="over the shop's picture"
    )
    parser.add_argument("--photo-label", metavar="TEXT", default=None, help="over your photo")
    parser.add_argument("--handle", default=None, help="your handle, such as @me")
    parser.add_argument("--theme", default=None, help="colours: yellow, ink, paper or white")
    parser.add_argument("--language", help=f"of the {about}'s own words: en or nl")


def as_given(review: Review, chosen: Namespace) -> Review:
    """``review`` with what was given on the command line; the rest is as it was.

    ``KnownError`` VALUE_INVALID for a language that there isn't.
    """
    numbers = getattr(chosen, "numbers", None)
    given = {
        "title": chosen.title,
        "listing_label": chosen.listing_label,
        "photo_label": chosen.photo_label,
        "handle": chosen.handle,
        "theme": chosen.theme,
        "language": values.language(chosen.language) if chosen.language else None,
        "alternative": getattr(chosen, "instead", None),
        "footer": getattr(chosen, "footer", None),
        "callouts": CalloutStyle(numbers) if numbers else None,
    }
    changed = {name: value for name, value in given.items() if value is not None}
    return edits.set_card(review, replace(review.card, **changed))
