"""The command line's one way in: arguments, the command, and what is said when it fails.

Exit codes: 0 done, 1 the user's input was at fault (or a bug of ours, which the log then has),
2 usage.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.cli import console
from claimcheck.cli.arguments import UsageError, build_parser
from claimcheck.cli.interrupt import stopping_between_steps
from claimcheck.cli.log import log_file, logging_to_file
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.paths import default_library

log = logging.getLogger(__name__)

DONE, AT_FAULT, USAGE = 0, 1, 2
INTERRUPTED = 128 + signal.SIGINT

OpenWindow = Callable[[Path, bool], int]
"""Opens the app on a library folder, perhaps read-only; gives the exit code."""


def main(arguments: Sequence[str] | None, open_window: OpenWindow) -> int:
    """Do what ``arguments`` (else the process's own) ask for; the exit code."""
    console.prepare()
    given = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in given
    try:
        chosen = build_parser().parse_args(given)
        return _do(chosen, open_window)
    except UsageError as error:
        console.tell_failure(str(error), "usage", None, as_json)
        return USAGE
    except KnownError as error:
        console.tell_error(error, as_json)
        return AT_FAULT
    except BrokenPipeError:  # whoever read our output has had enough
        console.forget_output()
        return AT_FAULT
    except (KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    except Exception:
        with logging_to_file():
            log.critical("bug, doing %s", sys.argv, exc_info=True)
        sentence = f"Something went wrong in claimcheck itself. Details are in {log_file()}."
        console.tell_failure(sentence, "bug", None, as_json)
        return AT_FAULT


def _do(chosen: argparse.Namespace, open_window: OpenWindow) -> int:
    chosen.json = getattr(chosen, "json", False)
    chosen.library = _library_folder(chosen)
    if chosen.command is None:
        return open_window(chosen.library, chosen.read_only)  # which keeps a log of its own
    module, _, function = chosen.does.partition(":")
    with logging_to_file(), stopping_between_steps():
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
