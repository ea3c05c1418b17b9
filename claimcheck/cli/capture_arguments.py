"""The options of the commands that bring evidence in and tell where it came from."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Add = Callable[[Any, str, str, str], argparse.ArgumentParser]
"""Adds a command: its parent, its name, ``module:function``, and its help."""


def add_capture(commands: Any, command: Add, group: Callable[[Any, str, str], Any]) -> None:
    """``capture``, ``evidence`` and ``similar``."""
    page = command(commands, "capture", "pages:capture", "begin a review from a product page")
    page.add_argument(
        "page", metavar="PAGE|URL", help="an .html, .mhtml or .html.gz file, or a web address"
    )
    page.add_argument("--url", default="", help="where the page was, when it doesn't say so")
    page.add_argument("--claims", action="store_true", help="take its promises in as claims")
    page.add_argument("--dry-run", action="store_true", help="only say what the page says")
    page.add_argument(
        "--pictures", type=int, default=3, metavar="N", help="fetch at most so many of a URL (3)"
    )
    page.add_argument(
        "--allow-private", action="store_true", help="also open addresses of your own network"
    )

    evidence = group(commands, "evidence", "every file of a review, and where it came from")
    listed = command(evidence, "list", "evidence:listed", "list the evidence of a review")
    listed.add_argument("review", metavar="REVIEW", help="its id, or how its id begins")
    shown = command(evidence, "show", "evidence:show", "tell all about one piece of evidence")
    shown.add_argument("evidence", metavar="EVIDENCE", help="its id, or how its id begins")
    checked = command(evidence, "verify", "evidence:verify", "check originals against their hash")
    checked.add_argument("review", metavar="REVIEW", nargs="?", help="only of this review")
    receipt = command(
        evidence, "receipt", "evidence:receipt", "keep proof of the purchase, private by default"
    )
    receipt.add_argument("review", metavar="REVIEW")
    receipt.add_argument("files", type=Path, nargs="+", metavar="FILE")
    similar = command(commands, "similar", "evidence:similar", "find a picture in the library")
    similar.add_argument("image", type=Path, metavar="IMAGE", help="any picture, or a part of one")


def add_pictures(parser: argparse.ArgumentParser) -> None:
    """What ``add`` takes: pictures, and frames of clips and of pictures that move."""
    parser.add_argument("review", metavar="REVIEW")
    for option, text in (("--listing", "the shop's pictures"), ("--photo", "your photos")):
        parser.add_argument(
            option, type=Path, nargs="+", action="extend", default=[], metavar="FILE", help=text
        )
    for option, text in (
        ("--listing-frame", "a frame of a clip or an animated picture, as the shop's"),
        ("--photo-frame", "the same, as yours"),
    ):
        parser.add_argument(
            option, nargs=2, action="append", default=[], metavar=("FILE", "TIME"),
            help=f"{text}: at TIME such as 1:02.5, or #3 for the third frame",
        )  # fmt: skip
