"""Everything for a post leaves by one dialog: with progress, a way to stop, and on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.cards.layers import Layer
from claimcheck.library.records import ExportRecord
from claimcheck.ui.dialogs.export_dialog import CARDS, CAROUSEL, CLIP, OVERLAYS, ExportDialog
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.panels.card_form import CardForm
from claimcheck.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[ExportDialog]:
    folder = tmp_path / "out"
    folder.mkdir()
    made = ExportDialog(session, folder)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.preview.stop()


def choose(dialog: ExportDialog, key: str) -> None:
    index = [CAROUSEL, CARDS, OVERLAYS, CLIP].index(key)
    spot = dialog.kind.segment_rect(index).center().toPoint()
    QTest.mouseClick(dialog.kind, LEFT, pos=spot)


def tick(dialog: ExportDialog, name: str) -> None:
    box = dialog.slides.formats[name]
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))


def exports(qtbot: QtBot, session: Session) -> list[ExportRecord]:
    found: list[ExportRecord] = []
    review_id = session.document.review.id
    session.on_library(lambda library: library.exports(review_id), found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    return found


def test_a_carousel_in_two_formats(qtbot: QtBot, session: Session, dialog: ExportDialog) -> None:
    session.save_now()
    tick(dialog, "square")
    with qtbot.waitSignal(dialog.exported, timeout=60_000) as signal:
        QTest.mouseClick(dialog.export, LEFT)
    (paths,) = signal.args
    assert len(paths) == 2 * 4  # cover, two differences, sources; no claim is judged
    assert {path.parent for path in paths} == {dialog.folder}
    sizes = set()
    for path in paths:
        with Image.open(path) as picture:
            sizes.add(picture.size)
    assert sizes == {(1080, 1920), (1080, 1080)}
    assert {record.path for record in exports(qtbot, session)} == {str(path) for path in paths}
    qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=5000)
    assert dialog.show_folder.isVisible()


def test_nothing_ticked_exports_nothing(dialog: ExportDialog) -> None:
    tick(dialog, "tiktok")
    assert not dialog.export.isEnabled()
    assert dialog.export.toolTip()
    choose(dialog, OVERLAYS)
    assert dialog.export.isEnabled()


def test_stopping_leaves_nothing(qtbot: QtBot, dialog: ExportDialog) -> None:
    for box in dialog.slides.formats.values():
        box.setChecked(True)
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: dialog.bar.maximum() > 0, timeout=30_000)
    QTest.mouseClick(dialog.close_, LEFT)
    qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=30_000)
    assert dialog.isVisible()
    assert list(dialog.folder.iterdir()) == []


@pytest.mark.parametrize("answer", [True, False])
def test_replacing_is_asked(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked: list[str] = []

    def ask(question: Question) -> bool:
        asked.append(question.windowTitle())
        return answer

    monkeypatch.setattr(Question, "asked", ask)
    there = dialog.folder / "gummies-tiktok.jpg"
    there.write_bytes(b"mine")
    choose(dialog, CARDS)
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: bool(asked) and not dialog.bar.isVisible(), timeout=30_000)
    assert (there.read_bytes() == b"mine") is not answer


@pytest.mark.parametrize("key", [CAROUSEL, OVERLAYS, CLIP])
def test_a_wrong_pattern_is_told_in_place(qtbot: QtBot, dialog: ExportDialog, key: str) -> None:
    choose(dialog, key)
    named = dialog.names_field.remark.text()
    assert named.startswith("gummies-tiktok")
    dialog.names.selectAll()
    QTest.keyClicks(dialog.names, "{slide}-{what}-{number}")
    assert "{slide}" in dialog.names_field.remark.text()
    assert dialog.names.property("faulty")
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: "{slide}" in dialog.told.text(), timeout=10_000)
    assert list(dialog.folder.iterdir()) == []


def test_another_choice_forgets_what_was_exported(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, OVERLAYS)
    for layer, box in dialog.overlays.layers.items():
        box.setChecked(layer is Layer.TITLE)
    with qtbot.waitSignal(dialog.exported, timeout=30_000) as signal:
        QTest.mouseClick(dialog.export, LEFT)
    assert [path.name for path in signal.args[0]] == ["gummies-tiktok-overlay-title.png"]
    qtbot.waitUntil(dialog.export.isEnabled)
    assert dialog.told.text()
    choose(dialog, CARDS)
    assert not dialog.told.text()
    assert not dialog.show_folder.isVisible()


def test_a_layer_that_the_card_has_not_is_told(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, OVERLAYS)
    for layer, box in dialog.overlays.layers.items():
        box.setChecked(layer is Layer.STAMPS)  # no claim is judged
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: "nothing" in dialog.told.text(), timeout=30_000)
    assert list(dialog.folder.iterdir()) == []


def test_a_clip_plays_in_the_window_and_is_exported(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, CLIP)
    assert dialog.preview.isVisible()
    assert dialog.preview.shown or dialog.preview.screen_.words  # never a mere grey pane
    qtbot.waitUntil(lambda: dialog.preview.shown > 3, timeout=60_000)
    QTest.mouseClick(dialog.preview.pause, LEFT)
    assert not dialog.preview.is_playing
    dialog.clip.file_kind.setCurrentIndex(dialog.clip.file_kind.index_of(".webp"))
    dialog.clip.length.setCurrentIndex(dialog.clip.length.index_of(3.0))
    with qtbot.waitSignal(dialog.exported, timeout=90_000) as signal:
        QTest.mouseClick(dialog.export, LEFT)
    (paths,) = signal.args
    assert [path.name for path in paths] == ["gummies-tiktok-wipe.webp"]
    qtbot.waitUntil(lambda: dialog.preview.is_playing, timeout=60_000)  # again


def test_the_caption_is_copied_with_all_that_belongs_to_it(qtbot: QtBot, session: Session) -> None:
    form = CardForm(session)
    qtbot.addWidget(form)
    form.show()
    QTest.mouseClick(form.copy, LEFT)
    text = QGuiApplication.clipboard().text()
    assert "#deinfluencing" in text
    assert "Alt text: How Lokkabear Gummies is sold" in text
