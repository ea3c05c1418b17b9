"""A clip's preview keeps the clip's pace, however long its frames take to compose."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.imaging.pixels import RGB
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.session import Session


class SlowClip:
    """Two seconds; composing a frame takes as long as it is told."""

    fps, frame_count, size = 30, 60, (108, 192)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.asked: list[float] = []

    def preview_at(self, t: float, width: int) -> RGB:
        self.asked.append(t)
        time.sleep(self.seconds)
        return np.zeros((2 * width, width, 3), np.uint8)


@pytest.fixture
def preview(qtbot: QtBot, empty: Session) -> Iterator[ClipPreview]:
    made = ClipPreview(empty)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.stop()


def play(qtbot: QtBot, preview: ClipPreview, seconds: float) -> SlowClip:
    clip = SlowClip(seconds)
    preview.play(1080, 1920, lambda: cast(Any, clip))
    qtbot.waitUntil(lambda: preview.shown > 0)
    return clip


def test_frames_are_left_out_but_time_is_never_slowed(qtbot: QtBot, preview: ClipPreview) -> None:
    clip = play(qtbot, preview, 0.08)
    first, began = preview.frame, time.monotonic()
    qtbot.wait(700)
    passed = (preview.frame - first) / clip.fps
    assert passed == pytest.approx(time.monotonic() - began, abs=0.2)
    assert preview.shown < 12  # of the 21 that passed: each takes more than two frames' time
    assert clip.asked == sorted(clip.asked)


def test_a_clip_stands_still_and_goes_on_from_there(qtbot: QtBot, preview: ClipPreview) -> None:
    clip = play(qtbot, preview, 0.0)
    QTest.keyClick(preview.pause, " ")  # type: ignore[call-overload]
    stood, asked = preview.frame, len(clip.asked)
    qtbot.wait(150)
    assert not preview.is_playing
    assert (preview.frame, len(clip.asked)) == (stood, asked)
    preview.pause.click()
    qtbot.waitUntil(lambda: preview.frame > stood)
    assert preview.frame - stood < 15


def test_where_motion_is_to_be_reduced_it_waits(
    qtbot: QtBot, empty: Session, preview: ClipPreview
) -> None:
    empty.settings = replace(empty.settings, reduce_motion=True)
    clip = play(qtbot, preview, 0.0)
    assert clip.asked == [0.0]
    assert not preview.is_playing
