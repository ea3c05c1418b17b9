"""How many frames of a clip its preview puts on the screen in a second, in a real window.

``python benchmarks/clip_preview.py`` plays each motion of the sample review by the wall clock and
prints how many frames of the clip were painted in a second (of 30), the longest time without a new
one, and by how much the time in the clip differs from the wall's in the end: late frames are left
out, and time is never slowed. It needs a display.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from claimcheck.cards.clips.clip import FPS, Motion
from claimcheck.library.library import Library
from claimcheck.model.review import Review
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.workflow.clip import plan_clip, render_clip
from claimcheck.workflow.sample import add_sample

SECONDS = 8.0


class Paintings(QObject):
    """When the screen was painted with a frame that wasn't there before, and which."""

    def __init__(self, preview: ClipPreview) -> None:
        super().__init__(preview)
        self._preview, self._shown = preview, preview.shown
        self.seen: list[tuple[float, int]] = []
        preview.screen_.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        is_new = self._preview.shown not in (0, self._shown)
        if event.type() is QEvent.Type.Paint and is_new:
            self._shown = self._preview.shown
            self.seen.append((time.monotonic(), self._preview.frame))
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
        print(f"{'motion':12}{'frames/s':>10}{'longest ms':>12}{'drift ms':>10}")
        for motion in Motion:
            seen = played(session, preview, review, motion)
            gaps = [1000 * (later[0] - earlier[0]) for earlier, later in pairwise(seen)]
            (began, first), (ended, last) = seen[0], seen[-1]
            drift = 1000 * abs((last - first) / FPS - (ended - began))
            rate = len(gaps) / (ended - began)
            print(f"{motion:12}{rate:10.1f}{max(gaps):12.0f}{drift:10.0f}", flush=True)
        session.close()
    del application


def played(
    session: Session, preview: ClipPreview, review: Review, motion: Motion
) -> list[tuple[float, int]]:
    """When each new frame was painted, from the first on, and its number."""
    plan = plan_clip(review, language="en", motion=motion)
    preview.play(
        plan.format.width,
        plan.format.height,
        lambda: render_clip(session.originals, review, plan),
    )
    paintings = Paintings(preview)
    wait_until(lambda: bool(paintings.seen))
    end = time.monotonic() + SECONDS
    wait_until(lambda: time.monotonic() > end)
    preview.stop()
    return paintings.seen


def wait_until(reached: Callable[[], bool]) -> None:
    loop, timer = QEventLoop(), QTimer(interval=50)
    timer.timeout.connect(lambda: loop.quit() if reached() else None)
    timer.start()
    loop.exec()


if __name__ == "__main__":
    main()
