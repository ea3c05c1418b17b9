"""Where evidence comes from, and where it was seen before, in the window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.dialogs.evidence_dialog import EvidenceDialog
from claimcheck.ui.dialogs.seen_dialog import SeenDialog
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.panels.proof_list import ProofList
from claimcheck.ui.session import Session
from tests.helpers.pictures import exif, photo, written
from tests.unit.workflow.test_seen_before import scene


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    made = Session(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_a_picture_tells_where_it_comes_from(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review("Jar")
    gps = exif(taken_at="2026:05:01 12:30:00", latitude=True)
    session.arrivals.add_pictures(
        [written(tmp_path / "a.jpg", photo(300, 200), exif=gps)], Role.PHOTO
    )
    qtbot.waitUntil(lambda: bool(session.document.review.evidence))
    window.show_step("photos")
    item = session.document.review.evidence[0]
    dialog = EvidenceDialog(session, item)
    qtbot.addWidget(dialog)
    told = dict(dialog.lines)
    assert item.has_location
    assert told["Name"] == "a.jpg"
    assert told["SHA-256"] == item.sha256
    assert told["Taken"].startswith("2026-05-01 12:30:00")
    dialog.write(tmp_path / "a.json")
    plain = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (plain["sha256"], plain["has_location"]) == (item.sha256, True)
    assert item.source == str(tmp_path)
    assert str(tmp_path) not in json.dumps(plain)  # others needn't know where it lay


def test_the_same_picture_again_is_told(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review("Jar")
    picture = written(tmp_path / "a.jpg", photo(300, 200))
    session.arrivals.add_pictures([picture], Role.PHOTO)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence))
    session.arrivals.add_pictures([picture], Role.PHOTO)
    qtbot.waitUntil(lambda: window.messages.texts == ("a.jpg is in this review already.",))
    assert len(session.document.review.evidence) == 1


def test_a_huge_photo_is_worked_on_smaller_and_says_so(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    """108 megapixels, as phones take them; the original and all coordinates stay full size."""
    session.new_review("Jar")
    huge = tmp_path / "huge.jpg"
    Image.new("RGB", (12_000, 9_000), "teal").save(huge)
    session.arrivals.add_pictures([huge], Role.PHOTO)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence), timeout=20_000)
    (item,) = session.document.review.evidence
    assert (item.width_px, item.height_px) == (12_000, 9_000)
    (told,) = window.messages.texts
    assert "108 megapixels" in told
    assert "6000 × 4500" in told
    source = PictureSource(session.originals, session.tasks, window)
    source.show(item)
    source.want(1.0)
    qtbot.waitUntil(
        lambda: source.pyramid is not None and source.pyramid.level_size(0) == (6_000, 4_500),
        timeout=20_000,
    )
    assert dict(EvidenceDialog(session, item).lines)["Size"].startswith(
        "12000 × 9000 (worked on at 6000 × 4500)"
    )


def test_a_picture_of_another_review_is_recognised_at_import(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    first = session.new_review("The original")
    session.arrivals.add_pictures([written(tmp_path / "a.jpg", scene(3))], Role.LISTING)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence))
    qtbot.waitUntil(lambda: session.saved)
    session.new_review("The copy")
    crop = written(tmp_path / "b.jpg", scene(3)[50:560, 50:760])
    with qtbot.waitSignal(session.arrivals.seen_before, timeout=10_000) as seen:
        session.arrivals.add_pictures([crop], Role.LISTING)
    assert [one.review_id for one in seen.args[0]] == [first.id]
    assert any("already" in text for text in window.messages.texts)
    show = next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Show")
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    dialog = window.findChild(SeenDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    go = next(b for b in dialog.rows[0].findChildren(QPushButton) if b.text() == "Open")
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.document.review.id == first.id)


def test_a_new_picture_says_nothing(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_review("One")
    session.arrivals.add_pictures([written(tmp_path / "a.jpg", scene(3))], Role.LISTING)
    qtbot.waitUntil(lambda: bool(session.document.review.evidence))
    session.new_review("Two")
    with qtbot.assertNotEmitted(session.arrivals.seen_before, wait=600):
        session.arrivals.add_pictures([written(tmp_path / "b.jpg", scene(4))], Role.LISTING)
        qtbot.waitUntil(lambda: bool(session.document.review.evidence))
    assert window.messages.texts == ()


def test_a_receipt_is_proof_and_no_picture_for_cards(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    review = session.new_review("Jar")
    proof = ProofList(session)
    qtbot.addWidget(proof)
    session.arrivals.add_pictures([written(tmp_path / "order.png", scene(9), "PNG")], Role.RECEIPT)
    qtbot.waitUntil(lambda: len(proof.rows) == 1)
    assert session.document.stack.undoText() == "Add %n receipt(s)"
    assert not session.document.review.pictures(Role.PHOTO)
    assert not session.document.review.comparisons or (
        session.document.review.comparisons[0].photo_id is None
    )
    QTest.mouseClick(proof.rows[0].remove, Qt.MouseButton.LeftButton)
    assert proof.rows == []
    session.document.stack.undo()
    assert [one.item.name for one in proof.rows] == ["order.png"]
    assert session.document.review.id == review.id
