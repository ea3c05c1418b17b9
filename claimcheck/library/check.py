"""Verifying a library: the database in itself, and every original against its hash."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database

from claimcheck.library.originals import Originals, is_original, is_sound
from claimcheck.library.records import CheckReport, Problem

Progress = Callable[[int, int, str], None]
_HARMLESS = {"stray"}


def check_library(db: Database, originals: Originals, progress: Progress) -> CheckReport:
    """Look at everything; ``progress(done, total, name)`` is told before each original.

    It may raise to stop. Nothing is changed.
    """
    try:
        problems = list(_database_problems(db))
        names = {file: name for _, file, name in referenced_originals(db)}
        reviews = db.execute("SELECT count(*) FROM reviews").fetchone()[0]
        evidence = db.execute("SELECT count(*) FROM evidence").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return CheckReport(False, 0, 0, (Problem("database", str(error)),))
    files = {path.name: path for path in originals.files() if is_original(path)}
    # A file that nothing names is looked at too: keeping that picture again would rely on it.
    wanted = sorted({*files, *names})
    for done, file in enumerate(wanted):
        name = names.get(file, "")
        progress(done, len(wanted), name)
        problem = _original_problem(files.get(file), file, name)
        if problem:
            problems.append(problem)
    problems += [
        Problem("stray", str(path.relative_to(originals.folder)))
        for path in originals.files()
        if not is_original(path)
    ]
    progress(len(wanted), len(wanted), "")
    ok = all(problem.kind in _HARMLESS for problem in problems)
    return CheckReport(ok, reviews, evidence, tuple(problems))


def referenced_originals(db: Database) -> Iterator[tuple[str, str, str]]:
    """Every original that a review needs, now or after an undo: review, file name, user's name."""
    yield from db.execute("SELECT review_id, sha256 || suffix, name FROM evidence")
    steps = "SELECT review_id, patches FROM history WHERE instr(patches, 'sha256')"
    for review_id, patches in db.execute(steps):
        for patch in json.loads(patches):
            for value in (patch["before"], patch["after"]):
                if patch["part"] == "evidence" and isinstance(value, dict):
                    yield review_id, value["sha256"] + value["suffix"], value["name"]


def _database_problems(db: Database) -> Iterator[Problem]:
    for (text,) in db.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Problem("database", text)
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Problem("database", f"{table} row {rowid} names something missing in {parent}")


def _original_problem(path: Path | None, file: str, name: str) -> Problem | None:
    what = f"{name} ({file})" if name else file
    if path is None:
        return Problem("original-missing", what)
    try:
        sound = is_sound(path)
    except OSError as error:
        return Problem("original-unreadable", f"{what}: {error.strerror}")
    return None if sound else Problem("original-altered", what)
