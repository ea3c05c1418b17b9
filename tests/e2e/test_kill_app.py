"""``kill -9`` on the real app in the middle of gestures: the last saved one is there again."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.library import Library
from claimcheck.model.changes import apply
from claimcheck.workflow.sample import add_sample

ROOT = Path(__file__).parents[2]
ROUNDS = 6


def _gesture_until_killed(folder: Path, seconds: float) -> int:
    """Kill the app ``seconds`` after it is ready; how many undo steps it last said are saved."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.gesturing_app", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
        child.wait()
    assert child.returncode == -9, "the app died by itself"
    return int(([line for line in lines if line.endswith("\n")] or ["0"])[-1])


@pytest.mark.slow
def test_the_last_saved_gesture_is_there_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        review_id = add_sample(library, "en").id
    chance, before = random.Random(20261124), 0
    for _ in range(ROUNDS):
        said = _gesture_until_killed(folder, chance.uniform(0.6, 2.0))
        checked = subprocess.run(
            [sys.executable, "-m", "claimcheck", "--library", str(folder), "check", "--json"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        assert json.loads(checked.stdout)["ok"]
        with Library.open(folder) as library:
            review, history = library.load(review_id), library.load_history(review_id)
        assert len(history.steps) == history.done >= max(said, before)
        start = review
        for step in reversed(history.steps):
            start = apply(start, step.change.reversed())
        assert start.marks == ()
        again = start
        for step in history.steps:
            again = apply(again, step.change)
        assert again.marks == review.marks
        before = history.done
    assert before > ROUNDS, "no gestures were made"
