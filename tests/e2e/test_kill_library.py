"""``kill -9`` at any moment: the last gesture said to be saved is there, and all is sound."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.errors import KnownError
from claimcheck.library import Library
from claimcheck.model.changes import apply
from tests.e2e.crash_writer import REVIEW_ID

ROOT = Path(__file__).parents[2]
OPEN = "import sys, pathlib, claimcheck.library as l; l.Library.open(pathlib.Path(sys.argv[1]))"
ROUNDS = 24
MUTANT_ROUNDS = 40


def _run_until_killed(folder: Path, mutant: str, seconds: float) -> int:
    """Kill the child ``seconds`` after it got going; the last number it printed, or 0."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.crash_writer", str(folder), mutant],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        printed = [first, *child.stdout.read().splitlines(keepends=True)]
        child.wait()
    assert child.returncode == -9, "the child died by itself"
    whole = [line for line in printed if line.endswith("\n")]
    return int(whole[-1]) if whole else 0


def _faults(folder: Path, last_printed: int) -> list[str]:
    """What is wrong after a kill: nothing, or the test fails."""
    with Library.open(folder) as library:
        faults = [f"{problem.kind}: {problem.what}" for problem in library.check().problems]
        review, history = library.load(REVIEW_ID), library.load_history(REVIEW_ID)
        left = list(folder.glob("originals/incoming/*"))
    if left:
        faults.append(f"half-copied files are left: {left}")
    if len(review.marks) < last_printed:
        faults.append(f"gesture {last_printed} was saved, {len(review.marks)} are there")
    if not len(review.marks) == len(history.steps) == history.done:
        faults.append(f"{len(review.marks)} gestures, {len(history.steps)} undo steps")
    for step in reversed(history.steps):
        review = apply(review, step.change.reversed())
    if review.marks or review.evidence:
        faults.append("undoing everything does not lead back to the start")
    return faults


@pytest.mark.slow
def test_nothing_said_to_be_saved_is_lost(tmp_path: Path) -> None:
    chance = random.Random(20260801)
    for number in range(ROUNDS):
        folder = tmp_path / str(number // 12)  # grows for twelve kills, then a fresh one
        last = _run_until_killed(folder, "", chance.uniform(0, 0.15))
        assert _faults(folder, last) == [], f"round {number}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mutant", "fault"), [("row-first", "original-missing"), ("in-place", "original-altered")]
)
def test_the_two_known_mistakes_would_be_noticed(tmp_path: Path, mutant: str, fault: str) -> None:
    chance = random.Random(20260802)
    for number in range(MUTANT_ROUNDS):
        folder = tmp_path / str(number)
        last = _run_until_killed(folder, mutant, chance.uniform(0, 0.15))
        if any(found.startswith(fault) for found in _faults(folder, last)):
            return
    pytest.fail(f"{MUTANT_ROUNDS} kills did not show that {mutant} loses pictures")


def test_a_library_killed_while_it_is_born_can_be_opened(tmp_path: Path) -> None:
    chance = random.Random(20260803)
    for number in range(10):
        folder = tmp_path / str(number)
        with subprocess.Popen([sys.executable, "-c", OPEN, str(folder)], cwd=ROOT) as child:
            while not folder.exists() and child.poll() is None:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.03))
            child.kill()
        try:
            with Library.open(folder) as library:
                assert library.check().ok
        except KnownError as error:
            pytest.fail(f"round {number}: {error}")
