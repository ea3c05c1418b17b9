"""Running claimcheck's command line, in this process or as a program."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout as one JSON object on one line."""
        assert self.out.count("\n") == 1, self.out
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """Stderr as one JSON object on one line."""
        assert self.err.count("\n") == 1, self.err
        return json.loads(self.err)


def run(*arguments: object, opened: list[tuple[Path, bool]] | None = None) -> Said:
    """In this process. Opening the app is only noted in ``opened``."""
    out, err = io.StringIO(), io.StringIO()

    def open_window(folder: Path, read_only: bool) -> int:
        assert opened is not None, "the app was to be opened"
        opened.append((folder, read_only))
        return 0

    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(argument) for argument in arguments], open_window)
        except SystemExit as leaving:  # argparse, after --help and --version
            code = int(leaving.code or 0)
    return Said(code, out.getvalue(), err.getvalue())


def program(*arguments: object, cwd: Path | None = None, **environment: str) -> Said:
    """As a program of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *(os.fsencode(str(a)) for a in arguments)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())
