"""The options of ``carousel``, ``overlays``, ``caption`` and ``again``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimcheck.cli.card_words import add_words

Command = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_exports(commands: Any, command: Command) -> None:
    """Add the four commands."""
    carousel = command(commands, "carousel", "sets:carousel", "make all slides of a review")
    _folder_options(carousel, "product, brand, format, template, language, number, what, date")
    carousel.add_argument(
        "--format",
        action="append",
        default=[],
        help="repeatable; “all” for every one; see “claimcheck formats”",
    )
    carousel.add_argument(
        "--type", choices=("jpeg", "png", "webp"), default="", help="else what the format takes"
    )
    carousel.add_argument(
        "--cover-only", action="store_true", help="just the card, in each of the formats"
    )

    overlays = command(
        commands, "overlays", "sets:overlays", "make transparent PNGs to lay over your own footage"
    )
    _folder_options(overlays, "as of “carousel”")
    overlays.add_argument("--format", default="", help="see “claimcheck formats”")

    caption = command(commands, "caption", "sets:caption", "print the words to post beside a card")
    caption.add_argument("review", metavar="REVIEW")
    caption.add_argument("--language", help="en or nl")

    again = command(commands, "again", "sets:again", "make an export again, as its record says")
    again.add_argument(
        "export",
        metavar="EXPORT",
        help="the file, its SHA-256, or its id (see “claimcheck review show”)",
    )
    again.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _folder_options(parser: argparse.ArgumentParser, fields: str) -> None:
    parser.add_argument("review", metavar="REVIEW")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="the folder for the files"
    )
    parser.add_argument(
        "--name", default="", metavar="PATTERN", help=f"of the files, with {{…}}: {fields}"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace files that are there")
    parser.add_argument("--template", default="", help="see “claimcheck templates”")
    add_words(parser)
