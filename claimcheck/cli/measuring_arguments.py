"""The options of ``colour`` and ``measure``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Add = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_pair(parser: argparse.ArgumentParser) -> None:
    """A pair of pictures, or a file of pairs."""
    parser.add_argument("listing", type=Path, nargs="?", metavar="LISTING", help="the shop's")
    parser.add_argument("photo", type=Path, nargs="?", metavar="PHOTO", help="yours")
    parser.add_argument(
        "--pairs",
        type=Path,
        metavar="CSV",
        help="a pair a line: columns listing, photo, and any option of this command by its name",
    )


def add_measuring(commands: Any, command: Add) -> None:
    """``colour`` and ``measure``."""
    colour = command(commands, "colour", "measuring:colour", "how different a spot's colour is")
    add_pair(colour)
    for side, whose in (("listing", "the listing image"), ("photo", "the photo")):
        colour.add_argument(
            f"--{side}-patch",
            metavar="PLACE",
            help=f"X,Y or X,Y,WIDTH,HEIGHT on {whose}; without it, the product's middle",
        )
    colour.add_argument("--white", metavar="PLACE", help="white paper in the photo")
    colour.add_argument("--neutral", metavar="PLACE", help="something grey in the photo")
    colour.add_argument(
        "--chart",
        nargs="?",
        const="find",
        metavar="CORNERS",
        help="a chart of 24 patches in the photo: found, or by four corners “x,y x,y x,y x,y”",
    )

    measure = command(commands, "measure", "measuring:measure", "a length in the photo, in mm")
    add_pair(measure)
    measure.add_argument(
        "--known",
        default="bank-card",
        help="what of known size lies in the photo: bank-card, a4, euro-1, euro-2, line, rectangle",
    )
    measure.add_argument(
        "--at",
        metavar="POINTS",
        help="its four corners going round, five or more points of a coin's rim, or two ends",
    )
    measure.add_argument("--size", metavar="MM", help="of a line (50) or a rectangle (300x200)")
    measure.add_argument(
        "--between",
        metavar="POINTS",
        help="the two ends to measure; without it, the listing's width and height where the photo "
        "has it",
    )
    measure.add_argument(
        "--corner-px", metavar="PX", help="how far off a given point is: standard deviation (1)"
    )
