"""The creator's own look: a form that shows it at once, tells what is off, and keeps it or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimcheck.cards.brand import Kit, contrasts, kit_as_toml, read_brand, read_kit
from claimcheck.paths import resources
from claimcheck.ui.dialogs.brand_dialog import BrandDialog
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.session import Session
from claimcheck.workflow.brand_kit import keep_kit

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> BrandDialog:
    made = BrandDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def accent(dialog: BrandDialog) -> str:
    return dialog.preview.card.layout.accent if dialog.preview.card else ""


def test_a_colour_is_tried_on_at_once_and_kept_by_done(
    qtbot: QtBot, session: Session, dialog: BrandDialog
) -> None:
    dialog.colour.setFocus()
    QTest.keyClicks(dialog.colour, "#0a3d91")
    qtbot.waitUntil(lambda: accent(dialog) == "#0A3D91", timeout=5000)
    assert "White" in dialog._fields["colour"].remark.text()
    assert not (session.library_folder / "brand.toml").exists()
    QTest.keyClicks(dialog.handle, "@me.reviews")
    dialog.corners.setFocus()
    QTest.keyClick(dialog.corners, Qt.Key.Key_Right)
    with qtbot.waitSignal(session.brand_changed):
        QTest.mouseClick(dialog.done_, LEFT)
    assert read_kit(session.library_folder) == Kit("#0A3D91", "round", "@me.reviews")
    assert read_brand(session.library_folder).radius > 0


def test_what_cannot_be_used_is_told_where_it_stands(
    qtbot: QtBot, session: Session, dialog: BrandDialog
) -> None:
    told = dialog._fields["colour"].remark
    QTest.keyClicks(dialog.colour, "#808080")
    assert "7 : 1" in told.text()
    assert dialog.colour.property("faulty")
    assert not dialog.done_.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.nearest.isVisible()
    QTest.mouseClick(dialog.nearest, LEFT)
    assert dialog.colour.text() in dialog.nearest.text()
    assert dialog.done_.isEnabled()
    assert not dialog.nearest.isVisible()
    dialog.colour.setText("blue")
    assert "#FFD60A" in told.text()
    dialog.colour.setText("#9BE8B0")
    assert dialog.done_.isEnabled()
    assert not dialog.colour.property("faulty")
    broken = session.library_folder / "no picture.png"
    broken.write_bytes(b"nothing")
    dialog.take_logo(broken)
    assert dialog._fields["logo"].remark.text()
    assert not dialog.done_.isEnabled()
    QTest.mouseClick(dialog.remove_logo, LEFT)
    assert dialog.done_.isEnabled()


def test_every_colour_on_offer_reaches_seven_to_one(dialog: BrandDialog) -> None:
    for colour, _ in dialog.swatches._colours:
        assert max(contrasts(colour)) >= 7.0, colour


def test_a_logo_is_copied_into_the_library(
    qtbot: QtBot, session: Session, dialog: BrandDialog, tmp_path: Path
) -> None:
    mine = tmp_path / "My Logo.PNG"
    Image.new("RGB", (200, 80), "#0A3D91").save(mine, format="PNG")
    dialog.take_logo(mine)
    qtbot.waitUntil(
        lambda: dialog.preview.card is not None and dialog.preview.card.layout.logo is not None,
        timeout=5000,
    )
    dialog.accept()
    mine.unlink()
    assert read_kit(session.library_folder).logo == "logo.png"
    assert read_brand(session.library_folder).logo is not None


def test_cancel_leaves_it_and_reset_takes_all_away(
    qtbot: QtBot, session: Session, dialog: BrandDialog
) -> None:
    keep_kit(session.library_folder, Kit("#0A3D91", handle="@me"))
    dialog.colour.setText("#9BE8B0")
    dialog.reject()
    assert read_kit(session.library_folder).colour == "#0A3D91"
    again = BrandDialog(session)
    qtbot.addWidget(again)
    assert (again.colour.text(), again.handle.text()) == ("#0A3D91", "@me")
    QTest.mouseClick(again.empty, LEFT)
    assert again.kit == Kit()
    assert read_kit(session.library_folder).colour == "#0A3D91"
    again.accept()
    assert not (session.library_folder / "brand.toml").exists()


def test_a_file_with_a_fault_is_told_and_replaced(qtbot: QtBot, session: Session) -> None:
    file = session.library_folder / "brand.toml"
    file.write_text('colour = "blue"\n', "utf-8")
    dialog = BrandDialog(session)
    qtbot.addWidget(dialog)
    assert "brand.toml" in dialog.trouble.text()
    dialog.colour.setText("#9BE8B0")
    dialog.accept()
    assert read_brand(session.library_folder).colour == "#9BE8B0"


def test_the_open_card_takes_the_new_look(qtbot: QtBot, session: Session) -> None:
    step = CardStep(session)
    qtbot.addWidget(step)
    step.resize(1216, 664)
    step.show()
    qtbot.waitUntil(lambda: step.card is not None, timeout=10_000)
    keep_kit(session.library_folder, Kit("#0A3D91"))
    session.brand_changed.emit()
    qtbot.waitUntil(
        lambda: step.card is not None and step.card.layout.accent == "#0A3D91", timeout=5000
    )


@pytest.mark.parametrize(
    "kit",
    [
        Kit(),
        Kit("#0A3D91", "round", 'é "quoted" \\ @me', "Inter", "Inter", ""),
        Kit(handle="\t#?\u2028"),
        Kit(text_family="Inter"),
    ],
)
def test_what_is_written_is_read_again(tmp_path: Path, kit: Kit) -> None:
    (tmp_path / "brand.toml").write_text(kit_as_toml(kit), "utf-8")
    assert read_kit(tmp_path) == kit


@pytest.mark.parametrize("language", ["", "nl"])
def test_no_line_is_cut_off_by_what_a_colour_is_told(
    qtbot: QtBot, session: Session, language: str
) -> None:
    translator = QTranslator()
    if language:
        assert translator.load(str(resources() / "translations" / f"claimcheck_{language}.qm"))
        QApplication.installTranslator(translator)
    dialog = BrandDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.colour.setText("#E4002B")
    QApplication.processEvents()
    QApplication.removeTranslator(translator)
    cut = [
        one.text()
        for one in dialog.findChildren(QLabel)
        if one.isVisible() and one.wordWrap() and one.height() < one.heightForWidth(one.width())
    ]
    assert cut == []
