"""The library at the left: found while typing, opened with a click, restored from the trash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Verdict
from claimcheck.ui.panels.library_panel import RAIL_WIDTH, WIDTH, LibraryPanel
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from tests.ui.windows import Told, fill_library

REVIEWS = (
    Told("Vine tomatoes", (Verdict.HOLDS, Verdict.FALSE)),
    Told("Bananas", (Verdict.PARTLY,)),
    Told("Oat milk"),
)


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    return fill_library(tmp_path / "library", REVIEWS)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, ids: list[str]) -> Iterator[Session]:
    theme().apply("light")
    made = Session(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> LibraryPanel:
    made = LibraryPanel(session)
    qtbot.addWidget(made)
    made.fold(False, foldable=False)
    made.resize(WIDTH, 700)
    made.show()
    qtbot.waitUntil(lambda: made.model.known)
    return made


def _names(panel: LibraryPanel) -> list[str]:
    model = panel.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def _middle(panel: LibraryPanel, row: int) -> QPoint:
    return panel.list.visualRect(panel.model.index(row)).center()


def test_the_latest_review_comes_first(panel: LibraryPanel) -> None:
    assert _names(panel) == ["Oat milk", "Bananas", "Vine tomatoes"]


def test_typing_filters_at_once_and_escape_brings_all_back(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    QTest.keyClicks(panel.search, "tom")
    qtbot.waitUntil(lambda: _names(panel) == ["Vine tomatoes"])
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(_names(panel)) == 3)


def test_enter_opens_the_hit_of_what_was_typed_last(
    qtbot: QtBot, panel: LibraryPanel, ids: list[str]
) -> None:
    QTest.keyClicks(panel.search, "banan")
    with qtbot.waitSignal(panel.open_asked) as told:
        QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert told.args == [ids[1]]


def test_a_search_without_a_hit_says_so(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "zebra")
    qtbot.waitUntil(lambda: not _names(panel))
    assert not panel.is_empty
    assert any("zebra" in text for text in _texts(panel))


def _texts(panel: LibraryPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_reviews_can_be_sorted_by_name(panel: LibraryPanel) -> None:
    panel.sort.menu().actions()[1].trigger()
    assert _names(panel) == ["Bananas", "Oat milk", "Vine tomatoes"]
    assert panel.sort.text() == "Name"
    panel.sort.menu().actions()[0].trigger()
    assert _names(panel)[0] == "Oat milk"


def test_a_click_asks_to_open(qtbot: QtBot, panel: LibraryPanel, ids: list[str]) -> None:
    with qtbot.waitSignal(panel.open_asked) as told:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=_middle(panel, 2))
    assert told.args == [ids[0]]


def test_keys_walk_open_and_delete(qtbot: QtBot, panel: LibraryPanel, ids: list[str]) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.open_asked) as opened:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.trash_asked) as trashed:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert opened.args == [ids[1]]
    assert trashed.args == [ids[1], "Bananas"]


def test_verdicts_are_said_aloud(panel: LibraryPanel) -> None:
    model = panel.model
    row = model.row_of(panel.model.summaries[2].id)
    said = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Vine tomatoes: Holds, False"
    first = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert first == "Oat milk: No claims yet"


def test_the_open_review_has_the_selected_ground(
    qtbot: QtBot, session: Session, panel: LibraryPanel, ids: list[str]
) -> None:
    at = _middle(panel, 1) + QPoint(90, 0)
    before = panel.list.viewport().grab().toImage().pixelColor(at)
    with qtbot.waitSignal(session.document.opened):
        session.open_review(ids[1])
    after = panel.list.viewport().grab().toImage().pixelColor(at)
    assert after.name().upper() == theme().tokens.selected
    assert before != after


def test_thumbnails_arrive_from_another_thread(qtbot: QtBot, panel: LibraryPanel) -> None:
    evidence = panel.model.summaries[0].photo
    qtbot.waitUntil(lambda: panel.thumbnails.get(evidence) is not None)
    image = panel.thumbnails.get(evidence)
    assert image is not None
    assert max(image.width(), image.height()) <= 144


def test_what_was_trashed_can_be_restored(
    qtbot: QtBot, session: Session, panel: LibraryPanel, ids: list[str]
) -> None:
    session.trash_review(ids[0])
    qtbot.waitUntil(lambda: len(_names(panel)) == 2)
    panel.show_trash(True)
    qtbot.waitUntil(lambda: _names(panel) == ["Vine tomatoes"])
    assert panel.empty_trash.isVisible()
    menu = panel.list.menu_for(panel.model.summaries[0])
    assert [act.text() for act in menu.actions()] == ["Restore"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: not _names(panel))
    assert not panel.empty_trash.isEnabled()
    back = next(b for b in panel.findChildren(QToolButton) if "Back" in b.accessibleName())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_names(panel)) == 3)


def test_deleting_does_nothing_in_the_trash(
    qtbot: QtBot, session: Session, panel: LibraryPanel, ids: list[str]
) -> None:
    session.trash_review(ids[0])
    qtbot.waitUntil(lambda: len(_names(panel)) == 2)
    panel.show_trash(True)
    qtbot.waitUntil(lambda: _names(panel) == ["Vine tomatoes"])
    asked: list[str] = []
    panel.trash_asked.connect(lambda key, _name: asked.append(key))
    panel.list.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert asked == []


def test_the_rail_shows_photos_only(panel: LibraryPanel) -> None:
    panel.fold(True, foldable=True)
    assert panel.width() == RAIL_WIDTH
    assert not panel.search.isVisible()
    assert panel.list.isVisible()
    panel.fold(False, foldable=True)
    assert panel.width() == WIDTH
    assert panel.search.isVisible()


def test_a_late_answer_does_not_replace_a_newer_one(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.model.look_for("oat", False)
    panel.model.look_for("banan", False)
    panel.model.look_for("vine", False)
    with qtbot.waitSignal(panel.model.refreshed):
        pass
    qtbot.wait(50)
    assert _names(panel) == ["Vine tomatoes"]


def test_read_only_lists_but_changes_nothing(qtbot: QtBot, tmp_path: Path, ids: list[str]) -> None:
    theme().apply("light")
    session = Session(tmp_path / "library", read_only=True)
    try:
        panel = LibraryPanel(session)
        qtbot.addWidget(panel)
        qtbot.waitUntil(lambda: panel.model.known)
        asked: list[str] = []
        panel.trash_asked.connect(lambda key, _name: asked.append(key))
        panel.list.setCurrentIndex(panel.model.index(0))
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
        assert asked == []
        acts = panel.list.menu_for(panel.model.summaries[0]).actions()
        assert [act.isEnabled() for act in acts if act.text()] == [True, False]
    finally:
        session.close()
