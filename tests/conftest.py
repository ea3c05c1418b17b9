"""For every test: no window, nothing outside a private folder, and no error that goes unnoticed."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Where a change is judged, it gets the same examples each time; at a desk they are new ones.
settings.register_profile("judged", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "desk")

# Before anything imports Qt. A test that wants a real window starts its own process for it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def private_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A library, cache and settings folder of this test's own, for its subprocesses as well."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLAIMCHECK_LIBRARY", str(home / "library"))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    if sys.platform == "darwin":  # has no such variables; elsewhere fontconfig wants the real home
        monkeypatch.setenv("HOME", str(home))
    return home


class _Remember(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which an error was logged, unless it is marked ``logs_errors``."""
    remember = _Remember()
    logging.getLogger().addHandler(remember)
    yield
    logging.getLogger().removeHandler(remember)
    if remember.records and not request.node.get_closest_marker("logs_errors"):
        logged = "\n".join(f"{r.name}: {r.getMessage()}" for r in remember.records)
        pytest.fail(f"logged as an error during this test:\n{logged}", pytrace=False)
