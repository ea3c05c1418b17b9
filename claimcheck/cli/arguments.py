"""The commands and their options. Each names the function that does it, imported only then.

So ``claimcheck --help`` and the small commands start at once, without pixels and without Qt.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from claimcheck import __version__
from claimcheck.cli.capture_arguments import add_capture, add_pictures
from claimcheck.cli.card_words import add_words
from claimcheck.cli.export_arguments import add_exports
from claimcheck.cli.measuring_arguments import add_measuring
from claimcheck.cli.seeing_arguments import add_seeing
from claimcheck.model.kinds import CalloutStyle


class UsageError(Exception):
    """The command itself is wrong; the text says how, and where to look."""


class Parser(argparse.ArgumentParser):
    """Errors in one line, and no guessing at half-typed options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Instead of argparse's many lines."""
        raise UsageError(f"{message}. See “{self.prog} --help”.")


class ClaimOption(argparse.Action):
    """``--claim`` begins a claim; ``--verdict``, ``--because``, ``--topic`` are about the last."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Add to the list of claims, each a dict of texts."""
        claims: list[dict[str, str]] = list(getattr(namespace, "claims", None) or [])
        key = (option_string or "").lstrip("-")
        if key == "claim":
            claims.append({})
        elif not claims:
            raise argparse.ArgumentError(self, "must come after the --claim that it is about")
        elif key in claims[-1]:
            raise argparse.ArgumentError(self, "was given twice for the same --claim")
        claims[-1] = {**claims[-1], key: str(values)}
        namespace.claims = claims


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog="claimcheck",
        description="Show what a product is really like: the listing beside real life, claim by "
        "claim. Without a command, the app opens.",
        epilog="The library is the folder of --library, else of CLAIMCHECK_LIBRARY, else the "
        "usual one of this computer. Exit codes: 0 done, 1 the input was at fault, 2 usage.",
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {__version__}")
    _everywhere(parser)
    parser.add_argument(
        "--read-only", action="store_true", help="open the app without changing anything"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_cards(commands)
    _add_reviews(commands)
    _add_items(commands)
    _add_upkeep(commands)
    return parser


def _everywhere(parser: argparse.ArgumentParser) -> None:
    """What may stand before or after the command. Suppressed, so that neither undoes the other."""
    parser.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder of the library",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="one JSON object instead of lines for people",
    )


def _command(commands: Any, name: str, does: str, text: str) -> argparse.ArgumentParser:
    """One command; ``does`` is ``module:function`` in this package."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    _everywhere(parser)
    parser.set_defaults(does=does)
    return parser


def _group(commands: Any, name: str, text: str) -> Any:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    _everywhere(parser)
    return parser.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")


# --- commands that make cards ---------------------------------------------------------------------


def _add_cards(commands: Any) -> None:
    _add_compare(commands)
    _add_card(commands)
    _add_clip(commands)
    add_seeing(commands, _command)
    add_measuring(commands, _command)
    add_capture(commands, _command, _group)
    add_exports(commands, _command)
    _add_offers(commands)


def _add_compare(commands: Any) -> None:
    compare = _command(
        commands, "compare", "cards:compare", "make a card of two pictures, listing and photo"
    )
    compare.add_argument("listing", type=Path, metavar="LISTING", help="the shop's picture")
    compare.add_argument("photo", type=Path, metavar="PHOTO", help="your photo")
    _card_options(compare)
    compare.add_argument("--product", default="", metavar="NAME", help="what was bought")
    compare.add_argument("--brand", default="")
    compare.add_argument(
        "--claim", action=ClaimOption, metavar="QUOTE", help="a promise, word for word; repeatable"
    )
    compare.add_argument(
        "--verdict", action=ClaimOption, help="holds, partly, misleading, false or unproven"
    )
    compare.add_argument("--because", action=ClaimOption, metavar="TEXT", help="your reasoning")
    compare.add_argument("--topic", action=ClaimOption, help="what the claim is about")
    _listing_options(compare)
    compare.add_argument("--keep", action="store_true", help="keep the review in the library")


def _add_card(commands: Any) -> None:
    card = _command(commands, "card", "cards:card", "make the card of a review")
    card.add_argument("review", metavar="REVIEW")
    _card_options(card)
    card.add_argument(
        "--lint", action="store_true", help="tell what is covered, overlapping, small or pale"
    )


def _add_clip(commands: Any) -> None:
    clip = _command(commands, "clip", "clips:clip", "make a clip of a review")
    clip.add_argument("review", metavar="REVIEW")
    clip.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="an .mp4, .gif or .webp file",
    )
    clip.add_argument(
        "--motion", choices=("wipe", "blink", "zoom", "checklist", "story"), default="wipe"
    )
    clip.add_argument("--seconds", metavar="N", help="how long, from 3 to 60")
    clip.add_argument("--format", default="", help="see “claimcheck formats”")
    clip.add_argument("--template", default="", help="see “claimcheck templates”")
    add_words(clip, "clip")


def _add_offers(commands: Any) -> None:
    formats = _command(
        commands, "formats", "offers:formats", "list the formats that cards can have"
    )
    formats.add_argument(
        "--check", type=Path, metavar="FILE", help="say whether this picture or film suits one"
    )
    formats.add_argument("--format", default="", help="the one to check against; else the nearest")
    _command(commands, "templates", "offers:templates", "list the templates of cards")

    demo = _command(commands, "demo", "cards:demo", "build the sample review and its cards")
    demo.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help="where the cards go (here)"
    )
    demo.add_argument("--language", help="en or nl")


def _card_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .jpg, .png or .webp file",
    )
    parser.add_argument("--format", default="", help="see “claimcheck formats”")
    parser.add_argument("--template", default="", help="see “claimcheck templates”")
    add_words(parser)
    parser.add_argument("--instead", metavar="TEXT", default=None, help="what to buy instead")
    parser.add_argument(
        "--numbers",
        choices=tuple(style.value for style in CalloutStyle),
        default=None,
        help="how numbers point at differences",
    )
    parser.add_argument(
        "--footer",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="say on the card what was done to its pictures",
    )


# --- commands about reviews -----------------------------------------------------------------------


def _add_reviews(commands: Any) -> None:
    review = _group(commands, "review", "reviews in the library")
    new = _command(review, "new", "reviews:new", "begin a review; prints its id")
    new.add_argument("--product", default="", metavar="NAME", help="what was bought")
    new.add_argument("--brand", default="")
    new.add_argument("--gtin", default="", help="the number below the bar code")
    new.add_argument("--category", default="")
    new.add_argument("--title", default="", help="what the card says first")
    listed = _command(review, "list", "reviews:listed", "list reviews, newest first")
    listed.add_argument("--search", default="", metavar="WORDS", help="only those with these words")
    listed.add_argument("--trash", action="store_true", help="those in the trash")
    show = _command(review, "show", "reviews:show", "show one review, whole")
    delete = _command(review, "delete", "reviews:delete", "put a review in the trash")
    restore = _command(review, "restore", "reviews:restore", "take a review out of the trash")
    for parser in (show, delete, restore):
        parser.add_argument("review", metavar="REVIEW", help="its id, or how its id begins")

    add = _command(commands, "add", "pictures:add", "add pictures and listing details to a review")
    add_pictures(add)
    _listing_options(add)


def _listing_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", help="where it was offered")
    parser.add_argument("--platform", help="webshop, tiktok-shop, influencer-post …")
    parser.add_argument("--seller", help="who sells it")
    parser.add_argument("--price", help="an amount such as 39.95")
    parser.add_argument("--currency", help="such as EUR")
    parser.add_argument("--seen-on", metavar="DATE", help="2026-11-24, or today")
    parser.add_argument("--promoter", metavar="HANDLE", help="who praised it")
    parser.add_argument(
        "--ad", action=argparse.BooleanOptionalAction, help="whether it was disclosed as an ad"
    )


# --- commands about claims and discrepancies ------------------------------------------------------


def _add_items(commands: Any) -> None:
    claim = _group(commands, "claim", "the promises that a review quotes")
    add = _command(claim, "add", "claims:add", "quote a promise; prints its id")
    add.add_argument("review", metavar="REVIEW")
    add.add_argument("quote", metavar="QUOTE", help="word for word")
    add.add_argument("--topic", help="appearance, size, colour, contents, effect …")
    add.add_argument("--verdict", help="holds, partly, misleading, false or unproven")
    judge = _command(claim, "judge", "claims:judge", "judge a claim")
    judge.add_argument("review", metavar="REVIEW")
    judge.add_argument("claim", metavar="CLAIM", help="its number or id")
    judge.add_argument("verdict", metavar="VERDICT", help="holds, partly, misleading, false …")
    for parser in (add, judge):
        parser.add_argument("--because", metavar="TEXT", help="your reasoning")
        parser.add_argument("--tested", metavar="HOW", help="how you tested it")
    _list_and_remove(claim, "claims", "claim")

    discrepancy = _group(commands, "discrepancy", "the numbered differences of a review")
    add = _command(discrepancy, "add", "discrepancies:add", "number a difference; prints its id")
    add.add_argument("review", metavar="REVIEW")
    places = "X,Y or X,Y,WIDTH,HEIGHT in its own pixels"
    add.add_argument("--listing", metavar="PLACE", help=f"on the listing image: {places}")
    add.add_argument("--photo", metavar="PLACE", help=f"on the photo: {places}")
    change = _command(
        discrepancy, "change", "discrepancies:change", "change what a difference says"
    )
    change.add_argument("review", metavar="REVIEW")
    change.add_argument("discrepancy", metavar="DISCREPANCY", help="its number or id")
    for parser, kind, severity, note in (
        (add, "other", "clear", ""),
        (change, None, None, None),
    ):
        parser.add_argument("--kind", default=kind, help="colour, size, contents, missing …")
        parser.add_argument("--severity", default=severity, help="minor, clear or major")
        parser.add_argument(
            "--note",
            default=note,
            metavar="TEXT",
            help="the words on the card, such as “Lid: red → grey”",
        )
        parser.add_argument("--claim", help="number or id of the claim that it bears on")
    _list_and_remove(discrepancy, "discrepancies", "discrepancy")


def _list_and_remove(group: Any, module: str, what: str) -> None:
    listed = _command(group, "list", f"{module}:listed", f"list every {what} of a review")
    listed.add_argument("review", metavar="REVIEW")
    remove = _command(group, "remove", f"{module}:remove", f"remove a {what}")
    remove.add_argument("review", metavar="REVIEW")
    remove.add_argument(what, metavar=what.upper(), help="its number or id")


# --- commands about the library -------------------------------------------------------------------


def _add_upkeep(commands: Any) -> None:
    trash = _group(commands, "trash", "reviews that were deleted")
    _command(trash, "list", "reviews:trashed", "list what is in the trash")
    _command(trash, "empty", "reviews:empty", "delete what is in the trash for good")
    _command(
        commands, "check", "reviews:check", "verify the database and every original in the library"
    )
