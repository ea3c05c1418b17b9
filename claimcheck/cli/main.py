"""The command line's one way in: arguments, the command, and what is said when it fails.

Exit codes: 0 done, 1 the user's input was at fault (or a bug of ours, which the log then has),
2 usage.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from claimcheck.cli import console
from claimcheck.cli.arguments import build_parser
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.paths import cache_folder, default_library

DONE, AT_FAULT = 0, 1
INTERRUPTED = 128 + signal.SIGINT

OpenWindow = Callable[[Path, bool], int]
"""Opens the app on a library folder, perhaps read-only; gives the exit code."""


def main(arguments: Sequence[str] | None, open_window: OpenWindow) -> int:
    """Do what ``arguments`` (else the process's own) ask for; the exit code."""
    console.prepare()
    as_json = False
    try:
        chosen = build_parser().parse_args(arguments)
        as_json = getattr(chosen, "json", False)
        code = _do(chosen, open_window)
        sys.stdout.flush()
        return code
    except KnownError as error:
        console.tell_error(error, as_json)
        return AT_FAULT
    except BrokenPipeError:
        _forget_output()
        return AT_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last line of defence: a bug of ours
        _tell_bug(error, as_json)
        return AT_FAULT


def _do(chosen: argparse.Namespace, open_window: OpenWindow) -> int:
    chosen.json = getattr(chosen, "json", False)
    chosen.library = _library_folder(chosen)
    if chosen.command is None:
        return open_window(chosen.library, chosen.read_only)
    module, _, function = chosen.does.partition(":")
    command = getattr(importlib.import_module(f"claimcheck.cli.{module}"), function)
    return int(command(chosen) or DONE)


def _library_folder(chosen: argparse.Namespace) -> Path:
    given: Path | None = getattr(chosen, "library", None)
    if given is None:
        return default_library()
    if not str(given).strip():
        raise KnownError(
            ErrorKind.VALUE_INVALID, what="--library", value="", todo="Name the folder to use."
        )
    return given.expanduser()


def _forget_output() -> None:
    """Whoever read our output has had enough; Python must not complain when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_bug(error: Exception, as_json: bool) -> None:
    log = cache_folder() / "claimcheck.log"
    told = "".join(traceback.format_exception(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().astimezone().isoformat()} {sys.argv}\n{told}\n")
        sentence = f"Something went wrong in claimcheck itself. Details are in {log}."
    except OSError:
        sentence = f"Something went wrong in claimcheck itself: {error!r}."
    console.tell_failure(sentence, "bug", None, as_json)
