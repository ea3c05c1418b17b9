"""The real app with an untiring hand on it; prints how many steps are saved, until it is killed.

``python -m tests.e2e.gesturing_app FOLDER``. Opens the library with its first review in the real
main window, draws boxes with the mouse, types in the title's field and undoes now and then.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimcheck.app import App
from claimcheck.model.kinds import SIDES
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import Hands


def main(folder: Path) -> None:
    """Gesture until killed."""
    application = QApplication([])
    app = App(application)
    assert app.open_library(folder)
    session, window = app.session, app.window
    assert session is not None
    assert window is not None
    _open_first_review(session)
    window.show_step("compare")
    session.saved_changed.connect(lambda saved: _say(session) if saved else None)
    compare = window.pages.currentWidget()
    assert isinstance(compare, CompareView)
    hands = Hands(compare, None)  # type: ignore[arg-type]
    _wait_until(lambda: all(s.pyramid is not None for s in hands.canvas.sides.sources.values()))
    print("ready", flush=True)
    chance = random.Random()
    for number in itertools.count(1):
        role = chance.choice(list(SIDES))
        width, height = 1000, 1000
        start = (chance.uniform(50, width / 2), chance.uniform(50, height / 2))
        to = (start[0] + chance.uniform(40, 400), start[1] + chance.uniform(40, 400))
        compare.use_tool("box")
        hands.drag(role, start, to)
        if number % 7 == 0:
            hands.key(Qt.Key.Key_Escape)
            session.document.stack.undo()
            session.document.stack.redo()
        QTest.qWait(chance.choice((1, 5, 30)))


def _open_first_review(session: Session) -> None:
    found: list[object] = []
    session.summaries("", False, found.extend)
    _wait_until(lambda: bool(found))
    session.open_review(found[0].id)  # type: ignore[attr-defined]
    _wait_until(lambda: session.document.is_open)


def _say(session: Session) -> None:
    print(session.document.stack.index(), flush=True)


def _wait_until(true: object) -> None:
    while not true():  # type: ignore[operator]
        QTest.qWait(5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
