"""Make the pictures in docs/screenshots/: the real window and the sample's card (make screenshots).

The window is opened offscreen on libraries in a temporary folder, so nothing of the user's is read
or written: once empty, then with the sample review, in English and light and in Dutch and dark.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tool_screenshots import tool_pictures

from claimcheck.app import App
from claimcheck.cards.text.fonts import load_fonts
from claimcheck.library.library import Library
from claimcheck.ui.tasks import PIXEL_WORKERS
from claimcheck.workflow.card import export_card
from claimcheck.workflow.sample import add_sample

FOLDER = Path(__file__).resolve().parent / "screenshots"
WIDTH, HEIGHT = 1440, 900
STEPS = ("listing", "photos", "compare", "claims", "card")
LOOKS = (("en", "light"), ("nl", "dark"))
ROUND_MS, ROUNDS_AT_MOST = 1200, 20


def main() -> None:
    """Make them all anew."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    load_fonts()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
        empty = Path(scratch) / "empty"
        prepare(empty, "en", "light")
        shoot_first_run(application, empty)
        for language, theme in LOOKS:
            library = Path(scratch) / language
            review_id = prepare(library, language, theme, with_sample=True)
            shoot_steps(application, library, review_id, language)


def prepare(folder: Path, language: str, theme: str, with_sample: bool = False) -> str:
    """Make a library with these settings, and the sample and its card; the sample's id."""
    with Library.open(folder) as library:
        library.set_setting("language", language)
        library.set_setting("theme", theme)
        if not with_sample:
            return ""
        review = add_sample(library, language)
        export_card(library, review, FOLDER / f"sample-card-{language}.jpg", language=language)
        return review.id


def shoot_first_run(application: QApplication, library: Path) -> None:
    """What someone sees who has just installed it."""
    app = opened(application, library)
    save(app, "first-run-en.webp")
    app.close()


def shoot_steps(application: QApplication, library: Path, review_id: str, language: str) -> None:
    """The five steps of the way, with something selected where that shows more."""
    app = opened(application, library)
    assert app.session is not None
    assert app.window is not None
    app.session.open_review(review_id)
    wait(500)
    review = app.session.document.review
    for step in STEPS:
        app.window.show_step(step)
        if step == "compare":
            app.session.selection.select_discrepancy(review.discrepancies[0].id)
        elif step == "claims":
            app.session.selection.select_claim(review.claims[0].id)
        save(app, f"{step}-{language}.webp")
        if step == "compare":
            app.session.selection.clear()
            shoot_tools(app, language)
    app.close()


def shoot_tools(app: App, language: str) -> None:
    """Every tool at work; in the first language only, for the guide is written in it."""
    if language != LOOKS[0][0]:
        return
    wait(500)
    for name, picture in tool_pictures(app, wait):
        picture.save(str(FOLDER / f"tool-{name}.webp"), quality=90)
        print(FOLDER / f"tool-{name}.webp")


def opened(application: QApplication, library: Path) -> App:
    """The app with its window at the size of the pictures."""
    app = App(application)
    assert app.open_library(library)
    assert app.window is not None
    app.window.resize(WIDTH, HEIGHT)
    return app


def save(app: App, name: str) -> None:
    """Save the window once it has stopped changing, for its pictures come from other threads."""
    assert app.window is not None
    shown = QImage()
    for _ in range(ROUNDS_AT_MOST):
        wait(ROUND_MS)
        wait_for_workers(app)
        before, shown = shown, app.window.grab().toImage()
        if shown == before:
            break
    shown.save(str(FOLDER / name), quality=90)  # a sixth of a PNG, and as crisp
    print(FOLDER / name)


def wait(milliseconds: int) -> None:
    """Let the window live on. (``QTest.qWait`` keeps Python's lock, so no worker would get on.)"""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_workers(app: App) -> None:
    """Wait until each worker of the pool has done what was queued: then all can meet here."""
    assert app.session is not None
    meeting = threading.Barrier(PIXEL_WORKERS)
    there: list[int] = []
    for _ in range(PIXEL_WORKERS):
        app.session.tasks.run(lambda _: meeting.wait(), there.append)
    while len(there) < PIXEL_WORKERS:
        wait(20)


if __name__ == "__main__":
    main()
