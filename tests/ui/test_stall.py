"""The window stays alive while a holiday's worth of photos comes in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Origin, Role
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from tests.helpers.pictures import twelve_megapixels

PHOTOS = 40
LONGEST_STALL_S = 0.25
"""A tenth of a second is felt as a hitch; the rest is for a busy machine with two cores."""


class Heartbeat:
    """Asks to be called all the time, and remembers how long it once had to wait."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.parametrize("step", ["photos", "compare"])
def test_forty_photos_come_in_without_a_stall(qtbot: QtBot, tmp_path: Path, step: str) -> None:
    photos = twelve_megapixels(tmp_path, PHOTOS)
    theme().apply("light")
    session = Session(tmp_path / "library")
    session.new_review("Holiday")
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.show_step(step)
    qtbot.waitExposed(window)
    qtbot.wait(300)  # whatever the window does once when it is shown
    heart = Heartbeat()
    with qtbot.waitSignal(session.arrivals.finished, timeout=120_000):
        session.arrivals.add_pictures(photos, Role.PHOTO, Origin.DROP)
    qtbot.wait(3000)  # thumbnails and the picture in view
    heart.stop()
    print(f"longest stall while {PHOTOS} photos came in: {heart.longest_s * 1000:.0f} ms")
    assert len(session.document.review.evidence) == PHOTOS
    assert heart.longest_s < LONGEST_STALL_S
    window.close()
    session.close()
