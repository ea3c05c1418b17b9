"""The window as a person uses it: steps, library, pictures coming in, undo, keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QTranslator, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.library import Library
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, MarkKind, Role, Verdict
from claimcheck.model.review import Claim, Mark, new_id
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.gestures import corners
from claimcheck.ui.dialogs.library_trouble import Choice, LibraryTrouble
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.dialogs.settings_dialog import SettingsDialog
from claimcheck.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.mark_aspects import Aspect
from claimcheck.ui.panels.library_panel import RAIL_WIDTH, WIDTH
from claimcheck.ui.panels.listing_step import ListingStep
from claimcheck.ui.panels.photos_step import PhotosStep
from claimcheck.ui.session import Session
from claimcheck.ui.stage import Stage
from claimcheck.ui.steps import STEPS
from claimcheck.ui.theme import theme
from claimcheck.ui.window_actions import WindowActions
from tests.helpers.pictures import photo, studio, written
from tests.ui.windows import Told, fill_library

REVIEWS = (
    Told("Vine tomatoes", (Verdict.HOLDS, Verdict.FALSE)),
    Told("Bananas", (Verdict.PARTLY,)),
    Told("Oat milk"),
)


class Rooms:
    """Makes sessions and windows on a library, and closes them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self.folder = qtbot, folder
        self.sessions: list[Session] = []
        theme().apply("light")

    def window(self, read_only: bool = False, size: tuple[int, int] = (1440, 900)) -> MainWindow:
        session = Session(self.folder, read_only)
        self.sessions.append(session)
        made = MainWindow(session)
        self._qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        self._qtbot.waitUntil(lambda: made.library.model.known)
        return made

    def filled(self, read_only: bool = False, size: tuple[int, int] = (1440, 900)) -> MainWindow:
        """A window on three reviews, the latest of them open."""
        if not self.folder.exists():
            fill_library(self.folder, REVIEWS)
        made = self.window(read_only, size)
        self._qtbot.waitUntil(lambda: made.session.document.is_open)
        return made


@pytest.fixture
def rooms(qtbot: QtBot, tmp_path: Path) -> Iterator[Rooms]:
    made = Rooms(qtbot, tmp_path / "library")
    yield made
    for session in made.sessions:
        session.close()


def _shop(folder: Path) -> Path:
    return written(folder / "shop.jpg", studio())


def _own(folder: Path) -> Path:
    return written(folder / "own.jpg", photo(300, 400, 7))


def _files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def _enter(on: QWidget, at: QPoint, mime: QMimeData) -> bool:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(on, event)
    return event.isAccepted()


def _drop(on: QWidget, at: QPoint, mime: QMimeData) -> bool:
    """What a person's drag does: enter, then let go where it is welcome."""
    if not _enter(on, at, mime):
        return False
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(on, QDropEvent(QPointF(at), copy, mime, buttons, keys))
    return True


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _pictures(window: MainWindow, role: Role) -> list[str]:
    document = window.session.document
    return [e.name for e in document.review.pictures(role)] if document.is_open else []


# --- an empty library ----------------------------------------------------------------------------


def test_an_empty_library_says_what_to_do(rooms: Rooms) -> None:
    window = rooms.window()
    assert window.first_run.isVisible()
    assert not window.top_bar.stepper.isVisible()
    assert not window.top_bar.next.isVisible()
    assert not window.status.isVisible()
    assert "Open another library" in _words(window)


def _words(window: QWidget) -> set[str]:
    buttons = (b.text() for b in window.findChildren(QAbstractButton) if b.isVisible())
    labels = (b.text() for b in window.findChildren(QLabel) if b.isVisible())
    return {*buttons, *labels}


def test_two_drops_make_a_review_and_lead_to_compare(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    window = rooms.window()
    _drop(window.first_run.shop, QPoint(40, 80), _files(_shop(tmp_path)))
    qtbot.waitUntil(lambda: _pictures(window, Role.LISTING) == ["shop.jpg"])
    qtbot.waitUntil(lambda: window.step == "photos")
    assert not window.first_run.isVisible()
    with qtbot.waitSignal(window.session.arrivals.finished):
        _drop(window.stage, QPoint(300, 300), _files(_own(tmp_path)))
    qtbot.waitUntil(lambda: window.step == "compare")
    assert _pictures(window, Role.PHOTO) == ["own.jpg"]
    assert window.inspector is not None
    assert window.inspector.isVisible()


def test_a_damaged_file_is_named_and_the_others_come_in(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    window = rooms.window()
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    words = written(tmp_path / "words.jpg", studio())
    words.write_bytes(b"these are words, not a picture")
    _drop(window.first_run.real, QPoint(40, 80), _files(empty, _own(tmp_path), words))
    qtbot.waitUntil(lambda: _pictures(window, Role.PHOTO) == ["own.jpg"])
    told = window.messages.texts
    assert len(told) == 2
    assert any("empty.jpg" in text for text in told)
    assert any("words.jpg" in text for text in told)
    assert window.messages.isVisible()


def test_many_files_with_the_same_problem_are_one_line(rooms: Rooms) -> None:
    window = rooms.filled()
    full = [KnownError(ErrorKind.DISK_FULL, f"IMG_{number}.jpg") for number in range(30)]
    window.session.problems.emit([*full, KnownError(ErrorKind.FILE_EMPTY, "empty.jpg"), full[0]])
    one, other = window.messages.texts
    assert one.startswith("The disk is full: IMG_0.jpg was not written.")
    assert " 29 more file" in one
    assert "empty.jpg" in other
    tips = {made.toolTip() for made in window.messages.findChildren(QWidget)}
    assert "\n".join(f"IMG_{number}.jpg" for number in range(1, 30)) in tips
    window.messages.clear()
    window.session.problems.emit(full[:3])
    assert len(window.messages.texts) == 3


def test_problems_of_no_file_in_particular_are_told_once(rooms: Rooms) -> None:
    window = rooms.filled()
    window.session.problems.emit([ValueError(str(number)) for number in range(9)])
    assert len(window.messages.texts) == 1


def test_the_sample_opens_from_the_first_page(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.window()
    with qtbot.waitSignal(window.session.document.opened, timeout=20_000):
        _click(window.first_run.sample)
    assert window.session.document.review.claims
    assert window.step == "compare"


# --- steps ---------------------------------------------------------------------------------------


def test_the_latest_review_is_open_at_start(rooms: Rooms) -> None:
    window = rooms.filled()
    assert window.session.document.review.product.name == "Oat milk"
    assert window.step == "compare"
    assert window.windowTitle() == "Oat milk"


def test_the_first_page_does_not_flash_up_before_the_review(qtbot: QtBot, rooms: Rooms) -> None:
    fill_library(rooms.folder, REVIEWS)
    session = Session(rooms.folder)
    rooms.sessions.append(session)
    window = MainWindow(session)
    qtbot.addWidget(window)
    seen = {window.stage.currentWidget()}
    window.stage.currentChanged.connect(lambda _: seen.add(window.stage.currentWidget()))
    window.show()
    qtbot.waitUntil(lambda: session.document.is_open)
    assert window.first_run not in seen
    assert window.stage.currentWidget() is window.pages


def test_each_step_can_be_clicked_at_any_time(rooms: Rooms) -> None:
    window = rooms.filled()
    for key in ("card", "listing", "claims", "photos", "compare"):
        _click(window.top_bar.stepper.buttons[key])
        assert window.step == key
        assert window.top_bar.stepper.current == key
        assert window.inspector is not None
        assert window.inspector.isVisible() == (key == "compare")


def test_the_look_of_marks_shows_while_one_is_in_hand_and_takes_the_room_left(
    qtbot: QtBot, rooms: Rooms
) -> None:
    window = rooms.filled()
    inspector, compare = window.inspector, window.pages.currentWidget()
    assert inspector is not None
    assert isinstance(compare, CompareView)
    assert not inspector.marks.isVisible(), "nothing is drawn and nothing selected"
    compare.use_tool("box")
    assert inspector.marks.isVisible()
    qtbot.waitUntil(lambda: inspector.marks.height() == inspector.marks.sizeHint().height())
    compare.use_tool("select")
    assert not inspector.marks.isVisible()


def test_escape_in_a_field_gives_the_canvas_the_keyboard(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.activateWindow()
    inspector, compare = window.inspector, window.pages.currentWidget()
    assert inspector is not None
    assert isinstance(compare, CompareView)
    compare.use_tool("box")
    field = inspector.marks.style_rows.slides[Aspect.STROKE].field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.hasFocus(), "first it puts back what was there"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert compare.canvas.sides.active.hasFocus()


def _comparing(qtbot: QtBot, rooms: Rooms) -> tuple[MainWindow, CompareView]:
    """A window that has the keyboard, at the step Compare."""
    window = rooms.filled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    compare = window.pages.currentWidget()
    assert isinstance(compare, CompareView)
    return window, compare


def test_what_is_typed_after_a_difference_is_on_both_pictures_is_its_note(
    qtbot: QtBot, rooms: Rooms
) -> None:
    window, compare = _comparing(qtbot, rooms)
    compare.use_tool("number")
    views = compare.canvas.sides.views

    def keyboard() -> QWidget:
        now = QApplication.focusWidget()
        assert now is not None
        return now

    for note in ("Cap", "Logo"):  # C crops and L draws lines while a picture has the keyboard
        for role in SIDES:
            QTest.mouseClick(
                views[role].viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80 + len(note), 90)
            )
        QTest.keyClicks(keyboard(), note)
    assert [one.note for one in window.session.document.review.discrepancies] == ["Cap", "Logo"]
    assert compare.canvas.tool.name == "number"
    for _ in range(6):
        QTest.keyClick(keyboard(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document.review.discrepancies == ()


def test_one_key_leads_to_each_part_and_one_back_to_the_pictures(
    qtbot: QtBot, rooms: Rooms
) -> None:
    window, compare = _comparing(qtbot, rooms)
    inspector = window.inspector
    assert inspector is not None
    compare.use_tool("box")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_3, control)
    assert compare.canvas.sides.active.hasFocus()
    for part in (inspector.discrepancies, inspector.marks, window.top_bar):
        QTest.keyClick(window, Qt.Key.Key_Tab, control)
        now = QApplication.focusWidget()
        assert now is not None
        assert part.isAncestorOf(now)
    QTest.keyClick(window, Qt.Key.Key_3, control)
    assert compare.canvas.sides.active.hasFocus()


def test_keys_go_to_steps(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.library.search.setFocus()
    for number, key in enumerate(STEPS, 1):
        QTest.keyClick(
            window.library.search,
            Qt.Key(Qt.Key.Key_0 + number),
            Qt.KeyboardModifier.ControlModifier,
        )
        assert window.step == key


def test_next_leads_on_and_ends_at_the_card(rooms: Rooms) -> None:
    window = rooms.filled()
    window.show_step("listing")
    seen = []
    while window.top_bar.next.isVisible():
        seen.append(window.top_bar.next.text())
        _click(window.top_bar.next)
    assert seen == ["Next: photos", "Next: compare", "Next: claims", "Next: card"]
    assert window.step == "card"


def test_the_steps_show_how_far_the_review_is(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.library.open_asked.emit(window.library.model.summaries[2].id)
    qtbot.waitUntil(lambda: window.windowTitle() == "Vine tomatoes")
    buttons = window.top_bar.stepper.buttons
    assert {key: made.done for key, made in buttons.items()} == {
        "listing": True,
        "photos": True,
        "compare": False,
        "claims": True,
        "card": False,
    }
    assert buttons["claims"].count == 2


def test_another_review_opens_at_the_step_in_view(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.show_step("claims")
    window.library.open_asked.emit(window.library.model.summaries[1].id)
    qtbot.waitUntil(lambda: window.windowTitle() == "Bananas")
    assert window.step == "claims"


def test_the_library_folds_for_the_card_and_unfolds_on_demand(rooms: Rooms) -> None:
    window = rooms.filled()
    assert window.library.width() == WIDTH
    window.show_step("card")
    assert window.library.width() == RAIL_WIDTH
    window.library.fold_asked.emit(False)
    assert window.library.width() == WIDTH
    window.show_step("compare")
    assert window.library.width() == WIDTH


def test_the_library_folds_where_there_is_little_room(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled(size=(1280, 720))
    assert window.library.folded
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: not window.library.folded)


# --- undo, new, trash ----------------------------------------------------------------------------


def _rename(window: MainWindow, name: str) -> None:
    document = window.session.document
    product = replace(document.review.product, name=name)
    document.apply(lambda review: edits.set_product(review, product), "Edit name")


def test_undo_and_redo_work_from_the_bar_and_from_keys(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    assert not window.top_bar.undo.isEnabled()
    _rename(window, "Barley milk")
    assert window.windowTitle() == "Barley milk"
    assert "Edit name" in window.top_bar.undo.toolTip()
    _click(window.top_bar.undo)
    assert window.windowTitle() == "Oat milk"
    assert window.top_bar.redo.isEnabled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.library.list.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window.library.list, Qt.Key.Key_Y, control)
    assert window.windowTitle() == "Barley milk"
    QTest.keyClick(window.library.list, Qt.Key.Key_Z, control)
    assert window.windowTitle() == "Oat milk"
    both = control | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.library.list, Qt.Key.Key_Z, both)
    assert window.windowTitle() == "Barley milk"


@pytest.mark.parametrize("role", [Role.LISTING, Role.PHOTO])
def test_undo_shows_the_picture_that_it_brings_back(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path, role: Role
) -> None:
    window = rooms.filled()
    window.resize(1000, 700)
    paths = [written(tmp_path / f"more-{i}.jpg", photo(60, 80, 50 + i)) for i in range(40)]
    with qtbot.waitSignal(window.session.arrivals.finished, timeout=20_000):
        window.session.arrivals.add_pictures(paths, role)
    document = window.session.document
    gone = [item for item in document.review.evidence if item.role is role][-1]
    document.apply(lambda review: edits.remove_evidence(review, gone.id), "Remove picture")
    window.show_step("claims")
    window.undoing.undo()
    page = window.pages.currentWidget()
    assert isinstance(page, ListingStep if role is Role.LISTING else PhotosStep)
    grid = page.board.grid
    assert grid.selected == gone
    seen = grid.viewport().rect
    qtbot.waitUntil(lambda: seen().contains(grid.visualRect(grid.currentIndex()).center()))


def test_undo_shows_the_place_of_what_it_takes_away(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    compare = window.pages.currentWidget()
    assert isinstance(compare, CompareView)
    view = compare.canvas.sides.views[Role.LISTING]
    evidence = view.picture_scene.evidence
    assert evidence is not None
    frame = Rect(evidence.width_px - 20, evidence.height_px - 20, 10, 10)
    drawn = Mark(new_id(), evidence.id, MarkKind.BOX, corners(frame))
    window.session.document.apply(lambda review: edits.put_marks(review, [drawn]), "Draw")
    view.show_place(Rect(0, 0, 20, 20))

    def seen() -> bool:
        at = view.screen_point(frame.center).toPoint()
        return view.viewport().rect().contains(at)

    assert not seen()
    _click(window.top_bar.undo)
    assert seen()
    view.show_place(Rect(0, 0, 20, 20))
    _click(window.top_bar.redo)
    assert seen()


def test_undo_stays_on_the_card_for_what_the_card_shows(rooms: Rooms) -> None:
    window = rooms.filled()
    document = window.session.document
    claim = Claim(new_id(), "60 pieces", verdict=Verdict.FALSE)
    document.apply(lambda review: edits.put_claim(review, claim), "Add claim")
    for changed, step in (
        (replace(claim, verdict=Verdict.HOLDS), "card"),
        (replace(claim, tested_how="Counted"), "claims"),
    ):
        window.show_step("card")
        document.apply(partial(edits.put_claim, claim=changed), "Edit")
        window.undoing.undo()
        assert window.step == step


def test_the_bar_says_when_all_is_saved(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    assert window.top_bar.saved.word == "Saved"
    _rename(window, "Barley milk")
    assert window.top_bar.saved.word == "Saving …"
    qtbot.waitUntil(lambda: window.top_bar.saved.word == "Saved")
    names = [one.product for one in window.library.model.summaries]
    qtbot.waitUntil(lambda: "Barley milk" in [s.product for s in window.library.model.summaries])
    assert names


def test_a_new_review_begins_at_the_listing(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.library.list.setFocus()
    QTest.keyClick(window.library.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.step == "listing"
    assert not window.session.document.review.evidence
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 4)


def test_what_goes_into_the_trash_comes_back_with_undo(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.library.list.setFocus()
    window.library.list.setCurrentIndex(window.library.model.index(1))
    QTest.keyClick(window.library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 2)
    assert window.toast.isVisible()
    assert "Bananas" in window.toast.text
    undo = window.toast.findChild(QPushButton)
    assert undo is not None
    _click(undo)
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 3)


def test_trashing_the_open_review_opens_the_next(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.library.trash_asked.emit(window.session.document.review.id, "Oat milk")
    qtbot.waitUntil(lambda: window.windowTitle() == "Bananas")
    undo = window.toast.findChild(QPushButton)
    assert undo is not None
    _click(undo)
    qtbot.waitUntil(lambda: window.windowTitle() == "Oat milk")
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 3)


def test_emptying_the_trash_asks_first(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.library.trash_asked.emit(window.library.model.summaries[2].id, "Vine tomatoes")
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 2)
    window.library.show_trash(True)
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 1)
    answers = ["no", "yes"]

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Question):
            _click(dialog.yes if answers.pop(0) == "yes" else dialog.no)

    QTimer.singleShot(200, answer)
    _click(window.library.empty_trash)
    qtbot.wait(50)
    assert len(window.library.model.summaries) == 1
    QTimer.singleShot(200, answer)
    _click(window.library.empty_trash)
    qtbot.waitUntil(lambda: not window.library.model.summaries)
    assert answers == []


def test_the_last_review_gone_the_first_page_is_back(qtbot: QtBot, rooms: Rooms) -> None:
    fill_library(rooms.folder, REVIEWS[:1])
    window = rooms.filled()
    window.library.trash_asked.emit(window.session.document.review.id, "Vine tomatoes")
    qtbot.waitUntil(window.first_run.isVisible)
    assert not window.top_bar.stepper.isVisible()
    qtbot.waitUntil(lambda: "Show the trash" in _words(window.library))
    to_trash = next(
        made for made in window.library.findChildren(QPushButton) if made.text() == "Show the trash"
    )
    _click(to_trash)
    qtbot.waitUntil(lambda: len(window.library.model.summaries) == 1)
    assert window.library.model.trashed


def test_after_another_language_only_the_new_window_hears(qtbot: QtBot, rooms: Rooms) -> None:
    old = rooms.filled()
    session = old.session
    new = MainWindow(session)
    qtbot.addWidget(new)
    for window in (old, new):
        window.library.model.ask()  # the answer will find the old window gone
    shiboken6.delete(old)
    error = KnownError(ErrorKind.DISK_FULL, "library")
    session.problems.emit([error])
    assert new.messages.texts
    session.problem_solved.emit(error)
    assert not new.messages.texts
    session.library_changed.emit()
    qtbot.waitUntil(lambda: new.library.model.known)


def test_closing_asks_when_the_last_changes_can_t_be_saved(
    qtbot: QtBot, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = rooms.filled()
    qtbot.waitUntil(lambda: window.session.saved)
    real = Library.save

    def save(library: Library, *_: object) -> None:
        raise KnownError(ErrorKind.DISK_FULL, library.folder)

    monkeypatch.setattr(Library, "save", save)
    window.session.document.apply(
        lambda review: edits.set_product(review, replace(review.product, name="Oats")), "Edit name"
    )
    qtbot.waitUntil(lambda: len(window.messages.texts) == 1)
    asked: list[str] = []

    def answer(leave: bool) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        asked.extend(said.text() for said in box.findChildren(QLabel))
        _click(box.yes if leave else box.no)

    QTimer.singleShot(0, lambda: answer(leave=False))
    assert not window.close()
    assert "The disk is full" in " ".join(asked)
    assert window.isVisible()
    QTimer.singleShot(0, lambda: answer(leave=True))
    assert window.close()
    monkeypatch.setattr(Library, "save", real)
    window.session.save_now()
    qtbot.waitUntil(lambda: window.messages.texts == ())


# --- pictures coming in --------------------------------------------------------------------------


def test_on_compare_the_half_says_which_side_a_drop_is_for(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    window = rooms.filled()
    y = window.stage.height() // 2
    _drop(window.stage, QPoint(30, y), _files(_shop(tmp_path)))
    qtbot.waitUntil(lambda: len(_pictures(window, Role.LISTING)) == 2)
    _drop(window.stage, QPoint(window.stage.width() - 30, y), _files(_own(tmp_path)))
    qtbot.waitUntil(lambda: len(_pictures(window, Role.PHOTO)) == 2)
    assert window.step == "compare"


def test_the_veil_lights_the_half_below_the_pointer(qtbot: QtBot) -> None:
    theme().apply("light")
    stage = Stage()
    stage.sides = (Role.LISTING, Role.PHOTO)
    qtbot.addWidget(stage)
    stage.resize(800, 400)
    stage.show()
    mime = _files(Path("/a.jpg"), Path("/b.jpg"))
    assert _enter(stage, QPoint(700, 200), mime)
    assert stage.veil.isVisible()
    assert stage.veil.role is Role.PHOTO
    image = stage.grab().toImage()
    assert image.pixelColor(100, 60) != image.pixelColor(700, 60)


def test_a_step_without_pictures_takes_no_drop(qtbot: QtBot) -> None:
    theme().apply("light")
    stage = Stage()
    qtbot.addWidget(stage)
    stage.show()
    mime = _files(Path("/a.jpg"))
    assert not _enter(stage, QPoint(10, 10), mime)
    assert not stage.veil.isVisible()


def _copy_picture() -> None:
    image = QImage(120, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("#338855"))
    QGuiApplication.clipboard().setImage(image)


@pytest.mark.parametrize(
    ("step", "role"), [("listing", Role.LISTING), ("photos", Role.PHOTO), ("compare", Role.PHOTO)]
)
def test_paste_goes_to_the_side_of_the_step(
    qtbot: QtBot, rooms: Rooms, step: str, role: Role
) -> None:
    window = rooms.filled()
    window.show_step(step)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    _copy_picture()
    window.library.list.setFocus()
    QTest.keyClick(window.library.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(_pictures(window, role)) == 2)


def test_paste_without_a_picture_says_so(rooms: Rooms) -> None:
    window = rooms.filled()
    QGuiApplication.clipboard().setText("only words")
    window.incoming.paste(Role.PHOTO)
    assert any("clipboard" in text for text in window.messages.texts)
    _copy_picture()
    window.incoming.paste(Role.PHOTO)
    assert not window.messages.texts, "the second try worked: nothing is wrong any more"


def test_progress_shows_where_the_hint_was_and_goes(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.show_step("card")
    assert not window.status.isVisible()
    window.session.arrivals.progress.emit(3, 40, "IMG_3.jpg")
    assert window.status.isVisible()
    assert window.status.busy
    window.session.arrivals.finished.emit(None)
    assert not window.status.isVisible()
    window.show_step("compare")
    assert window.status.isVisible()
    assert window.status.hint.whole_text()


# --- read-only -----------------------------------------------------------------------------------


def test_a_read_only_library_says_so_and_changes_nothing(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    window = rooms.filled(read_only=True)
    assert any("read-only" in words for words in _words(window))
    assert window.top_bar.saved.word == "Read-only"
    before = window.session.document.review
    assert not _drop(window.stage, QPoint(60, 60), _files(_shop(tmp_path)))
    window.library.new_asked.emit()
    qtbot.wait(100)
    assert window.session.document.review == before
    new = next(b for b in window.findChildren(QPushButton) if b.text() == "New review")
    assert not new.isEnabled()
    assert "read-only" in new.toolTip()


@pytest.mark.parametrize("name", ["choose_listing", "choose_photos", "sample", "trash", "undo"])
def test_a_key_that_a_read_only_library_forbids_says_so(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked: list[str] = []

    def ask(_over: QWidget, title: str, *_: object, **__: object) -> tuple[list[str], str]:
        asked.append(title)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    window = rooms.filled(read_only=True)
    actions = window.findChild(WindowActions)
    assert actions is not None
    actions.do(name)
    assert not asked, "no dialog for what can't be"
    assert not window.toast.isVisible()
    assert "read-only" in window.status.hint.whole_text()


# --- dialogs -------------------------------------------------------------------------------------


def _reason(control: QWidget) -> str:
    """The tool tip that shows over it: its own, or that of what it is in."""
    around: QWidget | None = control
    while around is not None and not around.toolTip():
        around = around.parentWidget()
    return around.toolTip() if around is not None else ""


@pytest.mark.parametrize("step", ["listing", "photos", "compare", "claims", "card"])
def test_what_a_read_only_library_does_not_allow_says_why(
    qtbot: QtBot, tmp_path: Path, step: str
) -> None:
    folder = tmp_path / "library"
    fill_library(folder, REVIEWS[:1])
    session = Session(folder, read_only=True)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: session.document.is_open)
    window.show_step(step)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    off = [
        control
        for kind in kinds
        for control in window.findChildren(kind)
        if control.isVisible() and not control.isEnabled()
    ]
    assert off
    elsewhere = {"Where it comes from"}  # of the selected picture: there is none yet
    silent = [c.accessibleName() or repr(c) for c in off if "read-only" not in _reason(c)]
    assert set(silent) <= elsewhere
    session.close()


def test_settings_are_kept(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    dialog = SettingsDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.language.setCurrentIndex(dialog.language.findData("nl"))
    dialog.theme.setFocus()
    for _ in range(2):
        QTest.keyClick(dialog.theme, Qt.Key.Key_Right)
    QTest.keyClicks(dialog.handle, "@sanne.test ")
    dialog.reduce_motion.setChecked(True)
    done = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Done")
    with qtbot.waitSignal(window.session.settings_changed):
        _click(done)
    settings = window.session.settings
    assert (settings.language, settings.theme) == ("nl", "dark")
    assert (settings.handle, settings.reduce_motion) == ("@sanne.test", True)
    theme().reduce_motion = False


def test_cancelled_settings_change_nothing(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    before = window.session.settings
    dialog = SettingsDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.handle, "@nobody")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.session.settings == before


def test_f1_lists_the_keys(qtbot: QtBot, rooms: Rooms) -> None:
    window = rooms.filled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen: list[set[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ShortcutsDialog):
            seen.append(_words(dialog))
            dialog.reject()

    QTimer.singleShot(200, look)
    window.library.list.setFocus()
    QTest.keyClick(window.library.list, Qt.Key.Key_F1)
    assert {"Ctrl+N", "New review", "Everywhere"} <= seen[0]


def test_a_busy_library_offers_reading_another_or_quitting(qtbot: QtBot, tmp_path: Path) -> None:
    theme().apply("light")
    dialog = LibraryTrouble(KnownError(ErrorKind.LIBRARY_BUSY, tmp_path), tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert {"Open read-only", "Choose another …", "Quit"} <= _words(dialog)
    asked = [dialog.answer.action]
    _click(dialog.read_only)
    asked.append(dialog.answer.action)
    assert asked == [Choice.QUIT, Choice.READ_ONLY]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_library_that_can_t_be_read_doesn_t_offer_reading(qtbot: QtBot, tmp_path: Path) -> None:
    theme().apply("light")
    error = KnownError(ErrorKind.LIBRARY_TOO_NEW, tmp_path)
    dialog = LibraryTrouble(error, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Open read-only" not in _words(dialog)
    assert any("newer" in words for words in _words(dialog))


# --- room and names ------------------------------------------------------------------------------


class Longer(QTranslator):
    """Every word a third longer, as Dutch can be."""

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        words = source.replace("%n", str(n)).split(" ")
        return " ".join(word + "ë" * round(len(word) * 0.3) for word in words)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt asks by this name
        return False


@pytest.fixture
def longer(qtbot: QtBot) -> Iterator[None]:
    translator = Longer()
    QApplication.installTranslator(translator)
    yield
    QApplication.removeTranslator(translator)


def _cut(root: QWidget) -> list[str]:
    """What doesn't fit in its widget, or lies outside its parent."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QPushButton | QLabel | QComboBox):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        parent = widget.parentWidget()
        wraps = isinstance(widget, QLabel) and (widget.wordWrap() or "…" in text)
        too_narrow = not wraps and widget.width() < widget.minimumSizeHint().width()
        too_low = wraps and widget.height() < widget.heightForWidth(widget.width())
        outside = parent is not None and not parent.rect().contains(widget.geometry())
        if text and (too_narrow or too_low or outside):
            found.append(f"{type(widget).__name__} {text!r} {widget.geometry()}")
    return found


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_nothing_of_the_frame_is_cut_in_a_longer_language(
    longer: None, rooms: Rooms, size: tuple[int, int]
) -> None:
    window = rooms.filled(size=size)
    for key in STEPS:
        window.show_step(key)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        for part in (window.top_bar, window.library, window.status):
            assert _cut(part) == []


def test_the_first_page_is_whole_in_a_longer_language(longer: None, rooms: Rooms) -> None:
    window = rooms.window(size=(1280, 720))
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 720)
    assert _cut(window.first_run) == []
    page = window.first_run.widget()
    assert page is not None
    assert page.width() <= window.first_run.viewport().width()


def test_every_control_has_a_name(rooms: Rooms) -> None:
    window = rooms.filled()
    dialogs = [
        SettingsDialog(window.session, window),
        ShortcutsDialog(window.session.shortcuts, window),
    ]
    for root in (window.top_bar, window.library, window.status, window.first_run, *dialogs):
        for control in root.findChildren(QWidget):
            if isinstance(control, QAbstractButton):
                assert control.accessibleName() or control.text(), control
            elif isinstance(control, QLineEdit | QComboBox):
                assert control.accessibleName(), control


def test_tab_walks_through_the_bar_from_left_to_right(rooms: Rooms) -> None:
    window = rooms.filled()
    _rename(window, "Barley milk")
    bar = window.top_bar
    order = [*bar.stepper.buttons.values(), bar.undo, bar.search, bar.settings, bar.next]
    walked: list[QWidget] = []
    widget: QWidget | None = order[0]
    for _ in range(200):
        if widget in order and widget is not None:
            walked.append(widget)
        if widget is None or len(walked) == len(order):
            break
        widget = widget.nextInFocusChain()
    assert walked == order
