"""The options of ``align``, ``frame``, ``same``, ``differences`` and ``text``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck.cli.measuring_arguments import Add, add_pair

_COMMANDS = (
    ("align", "seeing:align_pictures", "find a listing in a photo"),
    ("frame", "framing:frame", "lay what can't be aligned over the listing, equally large"),
    ("same", "seeing:same", "whether a photo shows the listing's product, or another variant"),
    ("differences", "seeing:differences", "what differs between a listing and a photo"),
    ("text", "reading:text", "which words a listing has and its photo lacks, and the reverse"),
)


def add_seeing(commands: Any, command: Add) -> None:
    """The five."""
    for name, does, text in _COMMANDS:
        parser = command(commands, name, does, text)
        add_pair(parser)
        parser.add_argument(
            "-o", "--output", type=Path, metavar="FILE", help="a .jpg or .png to look at"
        )
        if name == "frame":
            for side, whose in (("listing", "the listing image"), ("photo", "the photo")):
                parser.add_argument(
                    f"--{side}-box",
                    metavar="PLACE",
                    help=f"X,Y,WIDTH,HEIGHT around the product on {whose}; without it, where it "
                    "seems to be",
                )
