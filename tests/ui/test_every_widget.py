"""Every button of the window stands in the action table; everything focusable has a name and role.

The window is walked through step by step, with each kind of mark, a discrepancy and a claim
selected, as panels show more then.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from claimcheck.library.library import Library
from claimcheck.model import edits, findings
from claimcheck.model.alignment import Proposal
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import DiscrepancyKind, MarkKind, Role
from claimcheck.model.review import Mark, Review, new_id
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.language import speak
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.session import Session
from claimcheck.ui.steps import STEPS
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.tips import ACTION_PROPERTY
from claimcheck.workflow.sample import add_sample

EXEMPT = {
    "CardTile": "one value of a list: arrow keys choose in it, as in every list",
    "ProgressStrip": "comes while something runs: Tab leads there",
    "Toast": "offers Undo, which has its own key",
    "MessageBar": "comes and goes with its message: Tab leads there",
    "PictureButton": "one value of a menu: arrow keys choose in it",
    "_SearchField": "the sign and the cross inside a search field: Ctrl+F, and Escape",
    "DateEntry": "the calendar's sign inside the field: Down opens it, too",
    "ColourEntry": "the colour's sign inside the field",
}
"""Buttons of these, and why they have no action of their own."""

Seen = dict[int, tuple[str, QWidget]]


@pytest.fixture(params=["en", "nl"])
def window(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    theme().apply("light")
    with Library.open(tmp_path / "library") as library:
        library.set_setting("language", request.param)
        review = add_sample(library, request.param)
    speak(request.param)
    session = Session(tmp_path / "library")
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    session.open_review(review.id)
    qtbot.waitUntil(lambda: session.document.is_open)
    yield made
    session.close()
    speak("en")


def with_marks(review: Review) -> Review:
    """A mark of each kind on the photo, and two proposals."""
    photo = review.pictures(Role.PHOTO)[0].id
    marks = [
        Mark(new_id(), photo, kind, tuple(Point(100 + 60 * i, 90 + 50 * i) for i in range(n)))
        for kind in MarkKind
        for n in (4 if kind is MarkKind.MAGNIFIER else 2,)
    ]
    place, comparison = Rect(10, 10, 40, 40), review.comparisons[0].id
    proposals = [
        Proposal(new_id(), comparison, place, DiscrepancyKind.COLOUR, 0.8, photo_place=place)
        for _ in range(2)
    ]
    return findings.propose(edits.put_marks(review, marks), comparison, proposals)


def states(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """Bring the window into one state after the other, and say which."""
    session = window.session
    document, selection = session.document, session.selection
    for step in STEPS:
        window.show_step(step)
        qtbot.wait(60)
        yield step
        if step == "claims":
            selection.select_claim(document.review.claims[0].id)
            yield "a claim"
        if step != "compare":
            continue
        document.apply(with_marks, "Marks")
        for mark in document.review.marks:
            selection.select_marks([mark.id])
            yield f"a {mark.kind}"
        selection.select_discrepancy(document.review.discrepancies[0].id)
        yield "a discrepancy"


def owners(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


def shown(window: MainWindow) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def test_every_button_is_in_the_action_table(window: MainWindow, qtbot: QtBot) -> None:
    strays: set[str] = set()
    for state in states(window, qtbot):
        for one in shown(window):
            if not isinstance(one, QAbstractButton) or one.property("drags-card"):
                continue  # a grip only drags the card; the keyboard copies it
            named = one.property(ACTION_PROPERTY)
            exempt = any(type(above).__name__ in EXEMPT for above in owners(one))
            if named not in BY_NAME and not exempt:
                strays.add(f"{state}: {type(one).__name__} “{one.accessibleName() or one.text()}”")
    assert not strays, "\n".join(sorted(strays))


def test_every_widget_that_takes_the_keyboard_has_a_name_and_a_role(
    window: MainWindow, qtbot: QtBot
) -> None:
    mute: set[str] = set()
    for state in states(window, qtbot):
        for one in shown(window):
            if one.focusPolicy() is Qt.FocusPolicy.NoFocus or not one.isEnabled():
                continue
            scrolls = one.parentWidget()
            if isinstance(scrolls, QAbstractScrollArea) and one is scrolls.viewport():
                continue  # a part of it: the keyboard goes to the whole
            told = QAccessible.queryAccessibleInterface(one)
            name = told.text(QAccessible.Text.Name)
            if isinstance(one, QComboBox):  # is announced by its value; this says what of
                name = one.accessibleName() and told.text(QAccessible.Text.Description)
            if not name or told.role() in (QAccessible.Role.Client, QAccessible.Role.NoRole):
                mute.add(f"{state}: {type(one).__name__} “{name}” {told.role().name}")
    assert not mute, "\n".join(sorted(mute))


def test_in_a_read_only_library_whatever_is_off_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    theme().apply("light")
    with Library.open(tmp_path / "library") as library:
        review = with_marks(add_sample(library, "en"))
        library.save(review)
    session = Session(tmp_path / "library", read_only=True)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    session.open_review(review.id)
    qtbot.waitUntil(lambda: session.document.is_open)
    silent: set[str] = set()
    for step in STEPS:
        window.show_step(step)
        session.selection.select_claim(review.claims[0].id)
        for mark in review.marks[::3] if step == "compare" else (None,):
            session.selection.select_marks([mark.id] if mark else [])
            for one in shown(window):
                takes_keys = one.focusPolicy() is not Qt.FocusPolicy.NoFocus
                if takes_keys and not one.isEnabled() and not any(o.toolTip() for o in owners(one)):
                    silent.add(f"{step}: {type(one).__name__} “{one.accessibleName()}”")
    session.close()
    assert not silent, "\n".join(sorted(silent))
