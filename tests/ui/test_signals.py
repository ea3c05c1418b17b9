"""Ctrl-C and a polite kill end the app, whatever is asking something."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from claimcheck.app import _quit_on_signals
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.dialogs.library_trouble import Choice, LibraryTrouble, ask_about_library

BUSY = KnownError(ErrorKind.LIBRARY_BUSY)


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    timer = _quit_on_signals(qapp)
    yield
    timer.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def _give_up(gave_up: list[bool]) -> None:
    """So that a failing test ends."""
    gave_up.append(True)
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.hide()


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_question_about_the_library(
    number: signal.Signals, qtbot: QtBot, tmp_path: Path
) -> None:
    gave_up: list[bool] = []
    rescue = QTimer(singleShot=True, interval=5000)
    rescue.timeout.connect(lambda: _give_up(gave_up))
    rescue.start()
    QTimer.singleShot(50, lambda: os.kill(os.getpid(), number))
    answer = ask_about_library(BUSY, tmp_path)
    rescue.stop()
    assert answer.action is Choice.QUIT
    assert not gave_up, "the signal was not heard"


@pytest.mark.usefixtures("listening")
def test_a_signal_ends_the_dialog_on_top_of_the_question_too(qtbot: QtBot, tmp_path: Path) -> None:
    question = LibraryTrouble(BUSY, tmp_path)
    qtbot.addWidget(question)
    question.open()
    chooser = QFileDialog(question)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.open()
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not question.isVisible() and not chooser.isVisible(), timeout=5000)
    assert question.answer.action is Choice.QUIT
