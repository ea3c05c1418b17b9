"""Cycles that hold QObjects are never collected in a thread that works for the window."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from claimcheck.ui.garbage import GarbageTimer, collect_when_due
from claimcheck.ui.tasks import TaskRunner


class _InACycle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def _leave_cycles(count: int, collected_in: Callable[[int], None]) -> None:
    for _ in range(count):
        weakref.finalize(_InACycle(), lambda: collected_in(threading.get_ident()))


def _allocate(count: int = 20_000) -> int:
    return len([{"a": [number]} for number in range(count)])


def _thread_of_collection(qtbot: QtBot) -> list[int]:
    """Leave garbage here, then let a worker allocate far beyond the collector's thresholds."""
    tasks = TaskRunner()
    seen: list[int] = []
    ended: list[int] = []
    _leave_cycles(20, seen.append)
    tasks.run(lambda _: _allocate(), ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    tasks.close()
    return seen


@pytest.fixture
def automatic() -> None:
    """Python's own way, which the directory's fixture has switched off."""
    gc.collect()
    gc.enable()


@pytest.mark.usefixtures("automatic")
def test_left_alone_python_collects_in_the_worker(qtbot: QtBot) -> None:
    """What this is about: should it ever stop being so, the timer can go."""
    assert {*_thread_of_collection(qtbot)} - {threading.get_ident()}


@pytest.mark.usefixtures("automatic")
def test_with_the_timer_only_the_gui_thread_collects(qtbot: QtBot) -> None:
    timer = GarbageTimer()
    timer.start()
    try:
        seen = _thread_of_collection(qtbot)
        _leave_cycles(1000, seen.append)
        qtbot.waitUntil(lambda: len(seen) == 1020, timeout=5000)
        assert set(seen) == {threading.get_ident()}
    finally:
        timer.stop()
    assert gc.isenabled()


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    assert collect_when_due() == 0
