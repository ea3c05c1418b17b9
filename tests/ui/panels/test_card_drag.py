"""The finished card, dragged out of the window: a file and its pixels, on record once taken."""

from __future__ import annotations

import io
import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimcheck.cards.files.private_parts import private_parts
from claimcheck.library.library import Library
from claimcheck.library.records import ExportRecord
from claimcheck.model import edits
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.session import Session
from claimcheck.workflow import dragged_out

LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


class Taker:
    """Another program: looks at what hovers over it, and takes it or not."""

    def __init__(self) -> None:
        self.action = COPY
        self.files: list[Path] = []
        self.images: list[QImage] = []

    def exec(self, drag: QDrag, *_actions: object) -> Qt.DropAction:
        mime = drag.mimeData()
        self.files += [Path(url.toLocalFile()) for url in mime.urls()]
        self.images.append(QImage(mime.imageData()))
        assert not drag.pixmap().isNull()
        return self.action


@pytest.fixture
def taker(monkeypatch: pytest.MonkeyPatch) -> Taker:
    made = Taker()

    def take(drag: QDrag, *actions: object) -> Qt.DropAction:
        return made.exec(drag, *actions)

    monkeypatch.setattr(QDrag, "exec", take)
    return made


@pytest.fixture
def step(qtbot: QtBot, session: Session) -> CardStep:
    made = CardStep(session)
    qtbot.addWidget(made)
    made.resize(1300, 840)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: not made.preview.image.isNull(), timeout=10_000)
    return made


def drag_from(
    widget: QWidget, at: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mousePress(widget, LEFT, modifier, at)
    for step in (4, 12, 30):
        QTest.mouseMove(widget, at + QPoint(step, step))


def records_of(qtbot: QtBot, session: Session) -> tuple[ExportRecord, ...]:
    found: list[tuple[ExportRecord, ...]] = []
    review_id = session.document.review.id

    def exports(library: Library) -> tuple[ExportRecord, ...]:
        return library.exports(review_id)

    session.on_library(exports, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]


def test_the_handle_gives_a_file_and_its_pixels(
    qtbot: QtBot, session: Session, step: CardStep, taker: Taker
) -> None:
    handle = step.export.handle
    drag_from(handle, handle.rect().center())
    qtbot.waitUntil(lambda: bool(taker.files), timeout=10_000)
    (path,) = taker.files
    data = path.read_bytes()
    assert path.suffix == ".jpg"
    assert private_parts(io.BytesIO(data)) == ()
    assert (taker.images[0].width(), taker.images[0].height()) == (1080, 1920)
    assert QImage(str(path)) == taker.images[0]
    assert [record.path for record in records_of(qtbot, session)] == [str(path)]
    assert path.name in step.export.where.whole_text()
    if os.name == "posix":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_nobody_takes_is_not_on_record(
    qtbot: QtBot, session: Session, step: CardStep, taker: Taker
) -> None:
    taker.action = Qt.DropAction.IgnoreAction
    handle = step.export.handle
    drag_from(handle, handle.rect().center())
    qtbot.waitUntil(lambda: bool(taker.files), timeout=10_000)
    assert records_of(qtbot, session) == ()
    QTest.mouseRelease(handle, LEFT)
    drag_from(handle, handle.rect().center())  # the same card: its file is there already
    assert len(taker.files) == 2
    assert taker.files[0] == taker.files[1]


def test_a_click_on_the_handle_drags_nothing(
    qtbot: QtBot, session: Session, step: CardStep, taker: Taker
) -> None:
    QTest.mouseClick(step.export.handle, LEFT)
    qtbot.wait(600)
    assert taker.files == []
    assert records_of(qtbot, session) == ()


def test_an_edit_makes_another_file(
    qtbot: QtBot, session: Session, step: CardStep, taker: Taker
) -> None:
    handle = step.export.handle
    drag_from(handle, handle.rect().center())
    qtbot.waitUntil(lambda: len(taker.files) == 1, timeout=10_000)
    session.document.apply(
        lambda review: edits.set_card(review, replace(review.card, title="Other")), "Edit title"
    )
    QTest.mouseRelease(handle, LEFT)
    drag_from(handle, handle.rect().center())
    qtbot.waitUntil(lambda: len(taker.files) == 2, timeout=10_000)
    assert taker.files[0].read_bytes() != taker.files[1].read_bytes()


@pytest.mark.parametrize("on_picture", [False, True])
def test_the_preview_gives_the_card_too(
    qtbot: QtBot, session: Session, step: CardStep, taker: Taker, on_picture: bool
) -> None:
    """From its ground as it is, from a picture (which a drag frames) with Ctrl."""
    box, crop = step.preview.card_box(), session.document.review.card.photo_crop
    at = QPoint(round(box.x() + 0.75 * box.width()), round(box.y() + 0.75 * box.height()))
    modifier = Qt.KeyboardModifier.ControlModifier
    if not on_picture:
        at, modifier = (box.topLeft().toPoint() + QPoint(6, 6)), Qt.KeyboardModifier.NoModifier
    drag_from(step.preview, at, modifier)
    qtbot.waitUntil(lambda: bool(taker.files), timeout=10_000)
    assert taker.images[0].height() == 1920
    assert session.document.review.card.photo_crop == crop


def test_files_of_last_week_are_forgotten(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.paths.cache_folder", lambda: tmp_path)
    review = session.document.review

    def made_file() -> Path:
        made = dragged_out.export_to_drag(session.originals, review, "a.jpg", language="en")
        return Path(made.record.path)

    made = [made_file(), made_file()]
    assert made[0] != made[1]
    long_ago = time.time() - dragged_out.KEPT_S - 60
    os.utime(made[0].parent, (long_ago, long_ago))
    made_file()
    assert [path.exists() for path in made] == [False, True]


def test_a_card_that_cannot_be_written_is_told(
    qtbot: QtBot, step: CardStep, taker: Taker, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError("no")

    monkeypatch.setattr("claimcheck.ui.panels.card_drag.export_to_drag", fail)
    with qtbot.waitSignal(session.problems, timeout=10_000):
        drag_from(step.export.handle, step.export.handle.rect().center())
    assert taker.files == []
