"""One pair of pictures, or many from a file with a line for each."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.cli.console import tell
from claimcheck.errors import ErrorKind, KnownError

Told = tuple[dict[str, Any], str]
"""A result as JSON, and as a line for people."""


def each_pair(chosen: Namespace, work: Callable[[Namespace], Told]) -> int:
    """Do ``work`` for LISTING and PHOTO, or for every line of ``--pairs``; the exit code.

    A line that fails is told as ``{"error", "kind", "file"}``, and the others are done as well.
    """
    if chosen.pairs is None:
        if chosen.listing is None or chosen.photo is None:
            raise KnownError(
                ErrorKind.VALUE_INVALID,
                what="The pictures",
                value="",
                todo="Name LISTING and PHOTO, or a file of pairs with --pairs.",
            )
        result, line = work(chosen)
        tell(result, [line], chosen.json)
        return 0
    failed = 0
    for pair in pairs_in(chosen):
        try:
            result, line = work(pair)
        except KnownError as error:
            failed, file = 1, str(error.file) if error.file else None
            result = {"error": str(error), "kind": error.kind.value, "file": file}
            line = str(error)
        shown = line if chosen.json else f"{pair.listing}  {pair.photo}  {line}"
        tell(result, [shown], chosen.json)
    return failed


def pairs_in(chosen: Namespace) -> Iterator[Namespace]:
    """``chosen`` with the values of each line; columns are named like options.

    Without a line of names, the first two columns are listing and photo. Names of files count from
    the folder of the file of pairs.
    """
    path: Path = chosen.pairs
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise KnownError(ErrorKind.FILE_MISSING, path) from None
    except IsADirectoryError:
        raise KnownError(ErrorKind.FILE_IS_FOLDER, path) from None
    except (OSError, UnicodeDecodeError):
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from None
    lines = [line for line in csv.reader(text.splitlines()) if any(line)]
    if not lines:
        raise KnownError(ErrorKind.FILE_EMPTY, path)
    names = [name.strip().lower().replace("-", "_") for name in lines[0]]
    headed = {"listing", "photo"} <= set(names)
    for line in lines[1:] if headed else lines:
        known = dict(zip(names if headed else ("listing", "photo"), line, strict=False))
        if not known.get("listing") or not known.get("photo"):
            raise KnownError(
                ErrorKind.VALUE_INVALID,
                what="A line of the pairs",
                value=",".join(line),
                todo="Each needs a listing and a photo.",
            )
        yield Namespace(**{**vars(chosen), **_typed(known, path.parent)})


def _typed(known: dict[str, str], folder: Path) -> dict[str, Any]:
    typed: dict[str, Any] = {name: text for name, text in known.items() if text != ""}
    for side in ("listing", "photo"):
        typed[side] = folder / known[side]
    return typed
