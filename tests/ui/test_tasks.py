"""Work off the GUI thread comes back on it, in order, and never to a widget that is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.tasks import TaskRunner
from claimcheck.workflow.progress import Progress


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot, tasks: TaskRunner) -> None:
    told: list[tuple[str, str]] = []
    tasks.run(
        lambda _: threading.current_thread().name,
        lambda name: told.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(told))
    worker, here = told[0]
    assert worker.startswith("pixels")
    assert here == threading.current_thread().name


def test_the_database_has_one_thread_and_keeps_the_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[tuple[int, str]] = []

    def note(number: int) -> None:
        seen.append((number, threading.current_thread().name))

    for number in range(50):
        tasks.on_database(partial(note, number))
    tasks.wait_for_database(lambda: None)
    assert [number for number, _ in seen] == list(range(50))
    assert len({name for _, name in seen}) == 1


def test_progress_arrives_and_cancel_stops_the_work(qtbot: QtBot, tasks: TaskRunner) -> None:
    started, go_on = threading.Event(), threading.Event()
    reached: list[int] = []
    ended: list[str] = []

    def work(progress: Progress) -> None:
        progress(0, 2, "first")
        started.set()
        go_on.wait(5)
        progress(1, 2, "second")
        reached.append(1)

    names: list[str] = []
    task = tasks.run(
        work,
        lambda _: ended.append("done"),
        lambda _: ended.append("failed"),
        lambda done, total, what: names.append(what),
        lambda: ended.append("finished"),
    )
    assert started.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert (ended, reached, names) == (["finished"], [], ["first"])


def test_a_failure_goes_to_its_handler_or_is_broadcast(qtbot: QtBot, tasks: TaskRunner) -> None:
    def fail(_: Progress) -> None:
        raise KnownError(ErrorKind.FILE_EMPTY, "jar.jpg")

    handled: list[Exception] = []
    tasks.run(fail, lambda _: None, handled.append)
    qtbot.waitUntil(lambda: bool(handled))
    with qtbot.waitSignal(tasks.broke) as broke:
        tasks.run(fail, lambda _: None)
    assert str(broke.args[0]) == str(handled[0])
    assert "jar.jpg" in str(handled[0])


def test_a_widget_that_is_gone_is_not_called(qtbot: QtBot, tasks: TaskRunner) -> None:
    class Listener(QObject):
        def hear(self, _: object) -> None:
            raise AssertionError("called after its end")

    listener, wait, after = Listener(), threading.Event(), []
    tasks.run(lambda _: wait.wait(5), listener.hear)
    tasks.run(lambda _: wait.wait(5), partial(listener.hear))
    shiboken6.delete(listener)
    wait.set()
    tasks.run(lambda _: None, lambda _: after.append(1))
    qtbot.waitUntil(lambda: bool(after))


def test_closing_finishes_what_is_queued_for_the_database(qtbot: QtBot) -> None:
    runner = TaskRunner()
    written: list[int] = []
    for number in range(20):
        runner.on_database(partial(written.append, number))
    runner.close()
    assert written == list(range(20))
