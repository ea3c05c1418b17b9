"""What the command line says: results on stdout, one line for each error on stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.errors import ErrorKind, KnownError


def prepare() -> None:
    """Make every text printable, wherever the output goes, even when it goes nowhere."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for good
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What can't be encoded (half of a file name in another encoding) becomes "\udce9",
            # which is right in JSON too.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(result: dict[str, Any], lines: list[str], as_json: bool) -> None:
    """Print the result: one JSON object on one line, or ``lines`` for people."""
    text = json.dumps(result, ensure_ascii=False) if as_json else "\n".join(lines)
    if not text:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        reason = (error.strerror or str(error)).lower()
        raise KnownError(ErrorKind.WRITE_FAILED, "stdout", reason=reason) from error


def forget_output() -> None:
    """Let what is still to be printed vanish, so that Python doesn't complain at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_error(error: KnownError, as_json: bool) -> None:
    """Print a user's error on one line of stderr."""
    file = str(error.file) if error.file else None
    tell_failure(str(error), error.kind.value, file, as_json)


def tell_failure(sentence: str, kind: str, file: str | None, as_json: bool) -> None:
    """Print that something failed on one line of stderr."""
    sentence = " ".join(sentence.split())
    if as_json:
        told = {"error": sentence, "kind": kind, "file": file}
        sys.stderr.write(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"claimcheck: {sentence}\n")


def tell_warning(sentence: str) -> None:
    """Print what should be known about a result that is good all the same."""
    sys.stderr.write(f"claimcheck: {' '.join(sentence.split())}\n")


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with the columns of ``rows`` beneath each other."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
