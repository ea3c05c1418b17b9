"""``kill -9`` on the real app in the middle of gestures: the last saved one is there again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.library import Library
from claimcheck.model.changes import apply
from claimcheck.workflow.sample import add_sample
from tests.e2e.gesturing_app import digest

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("KILLS", "3"))
SEED = int(os.environ.get("KILL_SEED", "20261124"))


def _gesture_until_killed(folder: Path, seconds: float) -> list[str]:
    """Kill the app ``seconds`` after it first saved; what it may have saved last, oldest first.

    That is the version that it last said is saved, and all that came after.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.gesturing_app", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        lines = [child.stdout.readline()]
        while lines[-1] and not lines[-1].startswith("saved"):
            lines.append(child.stdout.readline())
        time.sleep(seconds)
        child.kill()
        lines += child.stdout.read().splitlines(keepends=True)
        child.wait()
    assert child.returncode == -9, "the app died by itself"
    told = [line.split() for line in lines if line.endswith("\n")]
    saved = max((at for at, (what, _) in enumerate(told) if what == "saved"))
    return [version for _, version in told[saved:]]


@pytest.mark.slow
def test_the_last_saved_gesture_is_there_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        first = library.load(add_sample(library, "en").id)
    chance, longest = random.Random(SEED), 0
    for _ in range(ROUNDS):
        allowed = _gesture_until_killed(folder, chance.uniform(0.6, 2.0))
        checked = subprocess.run(
            [sys.executable, "-m", "claimcheck", "--library", str(folder), "check", "--json"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        assert json.loads(checked.stdout)["ok"]
        with Library.open(folder) as library:
            review, history = library.load(first.id), library.load_history(first.id)
        assert digest(review) in allowed
        start = review
        for step in reversed(history.steps[: history.done]):
            start = apply(start, step.change.reversed())
        assert digest(start) == digest(first)
        again = start
        for step in history.steps[: history.done]:
            again = apply(again, step.change)
        assert digest(again) == digest(review)
        for step in history.steps[history.done :]:
            again = apply(again, step.change)
        longest = max(longest, len(history.steps))
    assert longest > ROUNDS, "no gestures were made"
