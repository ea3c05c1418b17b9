"""How many frames of a clip its preview puts on the screen in a second, in a real window.

``python benchmarks/clip_preview.py`` plays each motion of the sample review by the wall clock and
prints how many frames of the clip were painted in a second (of 30), the longest time without a new
one, and how far apart the clip's clock and the wall's were in the end: a late frame is left out,
and time is never slowed. It needs a display.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from claimcheck.cards.clip import Motion
from claimcheck.library.library import Library
from claimcheck.model.review import Review
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.workflow.sample import add_sample

SECONDS = 8.0


class Paintings(QObject):
    """When the screen was painted with a picture that wasn't there before, in seconds."""

    def __init__(self, preview: ClipPreview) -> None:
        super().__init__(preview)
        self._preview, self._shown = preview, 0
        self.times: list[float] = []
        preview.screen_.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._preview.shown != self._shown:
            self._shown = self._preview.shown
            self.times.append(time.monotonic())
        return False


def main() -> None:
    application = QApplication(sys.argv)
    theme().apply("light")
    with tempfile.TemporaryDirectory() as folder:
        with Library.open(Path(folder) / "library") as library:
            review = add_sample(library, "en")
        session = Session(Path(folder) / "library")
        preview = ClipPreview(session)
        preview.show()
        print(f"{'motion':12}{'frames/s':>10}{'longest ms':>12}")
        for motion in Motion:
            times = played(preview, review, motion)
            gaps = [1000 * (later - earlier) for earlier, later in pairwise(times)]
            rate = len(gaps) / (times[-1] - times[0])
            print(f"{motion:12}{rate:10.1f}{max(gaps):12.0f}", flush=True)
        session.close()
    del application


def played(preview: ClipPreview, review: Review, motion: Motion) -> list[float]:
    """When each new frame was painted, from the first on."""
    seen = Paintings(preview)
    preview.play(review, "en", motion, None)
    wait_until(lambda: bool(seen.times))
    end = time.monotonic() + SECONDS
    wait_until(lambda: time.monotonic() > end)
    preview.stop()
    return seen.times


def wait_until(reached: object) -> None:
    loop, timer = QEventLoop(), QTimer(interval=50)
    timer.timeout.connect(lambda: loop.quit() if reached() else None)  # type: ignore[operator]
    timer.start()
    loop.exec()


if __name__ == "__main__":
    main()
