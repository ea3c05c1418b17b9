"""As in the app, cycles with QObjects in them are collected on the GUI thread alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from claimcheck.ui.garbage import collect_when_due


@pytest.fixture(autouse=True)
def collect_on_the_gui_thread() -> Iterator[None]:
    """Switch the automatic collector off for each test, and collect after it."""
    gc.disable()
    yield
    collect_when_due()
    gc.enable()
