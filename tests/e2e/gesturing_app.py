"""The real app with an untiring hand on it; prints what it shows and what is saved, until killed.

``python -m tests.e2e.gesturing_app FOLDER``. Opens the library with its first review in the real
main window, and uses all tools, keys and menus at random. A line ``now DIGEST`` for every version
of the review, ``saved DIGEST`` when that one is in the database.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimcheck.app import App
from claimcheck.library.values import to_plain
from claimcheck.model.kinds import SIDES
from claimcheck.model.review import Review
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.monkey import Monkey

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


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
    session.document.changed.connect(lambda _: _say("now", session))
    session.saved_changed.connect(lambda saved: _say("saved", session) if saved else None)
    compare = window.pages.currentWidget()
    assert isinstance(compare, CompareView)
    hands = Hands(compare, None)  # type: ignore[arg-type]
    _wait_until(lambda: all(s.pyramid is not None for s in hands.canvas.sides.sources.values()))
    print("ready", flush=True)
    _say("saved", session)
    monkey = Monkey(hands, random.randrange(1 << 30))
    chance = random.Random()
    for number in itertools.count(1):
        if number % 3 == 0:  # so that the history never stops growing
            _draw_a_box(compare, hands, chance)
        else:
            monkey.act()
        QTest.qWait(chance.choice((1, 5, 30)))


def _draw_a_box(compare: CompareView, hands: Hands, chance: random.Random) -> None:
    hands.session.document.stack.setIndex(hands.session.document.stack.count())
    role = chance.choice(list(SIDES))
    width, height = hands.canvas.sides.scene(role).size
    start = (chance.uniform(0, width / 2), chance.uniform(0, height / 2))
    to = (start[0] + chance.uniform(40, 400), start[1] + chance.uniform(40, 400))
    compare.use_tool("box")
    hands.drag(role, start, to)


def _open_first_review(session: Session) -> None:
    found: list[object] = []
    session.summaries("", False, found.extend)
    _wait_until(lambda: bool(found))
    session.open_review(found[0].id)  # type: ignore[attr-defined]
    _wait_until(lambda: session.document.is_open)


def _say(what: str, session: Session) -> None:
    print(what, digest(session.document.review), flush=True)


def digest(review: Review) -> str:
    """The same for equal reviews, whenever they were written and whether 1 or 1.0 stands there."""
    plain = json.dumps(to_plain(replace(review, updated_at=MOMENT)))
    even = json.loads(plain, parse_int=_number, parse_float=_number)
    return hashlib.sha256(json.dumps(even).encode()).hexdigest()[:16]


def _number(text: str) -> float:
    return float(text) + 0.0  # never minus nothing


def _wait_until(true: object) -> None:
    while not true():  # type: ignore[operator]
        QTest.qWait(5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
