"""The form writes what is typed, word by word, and never fights the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Platform, Role
from claimcheck.model.review import Listing
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import Field
from claimcheck.ui.panels.listing_step import ListingStep
from claimcheck.ui.session import Session
from tests.helpers.arriving import bring_in
from tests.helpers.pictures import studio, written


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def step(qtbot: QtBot, empty: Session) -> ListingStep:
    made = ListingStep(empty)
    qtbot.addWidget(made)
    made.resize(1016, 664)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def listing(session: Session) -> Listing:
    return session.document.review.listings[0]


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def choose(qtbot: QtBot, combo: Choice, value: str) -> None:
    combo.setFocus()
    steps = combo.index_of(value) - combo.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_a_word_is_one_undo_step(qtbot: QtBot, empty: Session, step: ListingStep) -> None:
    stack = empty.document.stack
    type_into(qtbot, step.form.category, "food supplement")
    assert empty.document.review.product.category == "food supplement"
    assert stack.count() == 2
    stack.undo()
    assert empty.document.review.product.category == "food "
    assert step.form.category.text() == "food "
    stack.undo()
    assert step.form.category.text() == ""
    stack.redo()
    stack.redo()
    assert step.form.category.text() == "food supplement"


def test_typing_in_the_middle_leaves_the_cursor_there(
    qtbot: QtBot, empty: Session, step: ListingStep
) -> None:
    name = step.form.name
    name.setFocus()
    name.setCursorPosition(3)
    QTest.keyClicks(name, "xyz")
    assert name.text() == "Gumxyzmies"
    assert name.cursorPosition() == 6
    assert empty.document.review.product.name == "Gumxyzmies"


def test_ctrl_z_in_a_field_undoes_the_review(
    qtbot: QtBot, empty: Session, step: ListingStep
) -> None:
    type_into(qtbot, step.form.brand, "X")
    QTest.keyClick(step.form.brand, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert empty.document.review.product.brand == "Lokkabear"
    assert step.form.brand.text() == "Lokkabear"


def test_two_fields_are_two_steps(qtbot: QtBot, empty: Session, step: ListingStep) -> None:
    type_into(qtbot, step.form.seller, "Shop")
    type_into(qtbot, step.form.promoter, "@lena")
    type_into(qtbot, step.form.seller, "s")
    assert empty.document.stack.count() == 3
    assert listing(empty).seller == "Shops"
    assert listing(empty).promoter == "@lena"


@pytest.mark.parametrize(("typed", "shown"), [("12,5", "12.50"), ("12.50", "12.50")])
def test_a_price_is_taken_either_way_and_written_out_on_leaving(
    qtbot: QtBot, empty: Session, step: ListingStep, typed: str, shown: str
) -> None:
    type_into(qtbot, step.form.price, typed)
    assert step.form.price.text() == typed, "left alone while it is being typed"
    assert listing(empty).price == Decimal("12.50")
    step.form.name.setFocus()
    assert step.form.price.text() == shown


def test_no_price_is_told_beside_the_field_and_changes_nothing(
    qtbot: QtBot, empty: Session, step: ListingStep
) -> None:
    type_into(qtbot, step.form.price, "12")
    step.form.price.selectAll()
    QTest.keyClicks(step.form.price, "cheap")
    assert listing(empty).price == Decimal(12)
    assert "12.50" in step.form.price.accessibleDescription()
    assert step.form.price.property("faulty") is True
    step.form.price.selectAll()
    QTest.keyClicks(step.form.price, "7")
    assert step.form.price.property("faulty") is False
    assert step.form.price.accessibleDescription() == ""


def test_a_strange_web_address_is_kept_and_told_softly(
    qtbot: QtBot, empty: Session, step: ListingStep
) -> None:
    type_into(qtbot, step.form.url, "that shop")
    assert listing(empty).url == "that shop"
    assert "web address" in step.form.url.accessibleDescription()
    assert step.form.url.property("faulty") is not True
    step.form.url.selectAll()
    QTest.keyClicks(step.form.url, "https://shop.example")
    assert step.form.url.accessibleDescription() == ""


def test_barcode_numbers_are_checked(qtbot: QtBot, empty: Session, step: ListingStep) -> None:
    type_into(qtbot, step.form.gtin, "4006381333932")
    assert step.form.gtin.accessibleDescription()
    QTest.keyClick(step.form.gtin, Qt.Key.Key_Backspace)
    QTest.keyClicks(step.form.gtin, "1")
    assert empty.document.review.product.gtin == "4006381333931"
    assert step.form.gtin.accessibleDescription() == ""


def test_platform_ad_currency_and_hashtags(qtbot: QtBot, empty: Session, step: ListingStep) -> None:
    choose(qtbot, step.form.platform, Platform.TIKTOK_SHOP)
    choose(qtbot, step.form.currency, "EUR")
    step.form.is_ad.setFocus()
    QTest.keyClick(step.form.is_ad, Qt.Key.Key_Left)
    type_into(qtbot, step.form.hashtags, "hairtok, #musthave")
    found = listing(empty)
    assert found.platform is Platform.TIKTOK_SHOP
    assert found.currency == "EUR"
    assert found.is_ad is False
    assert found.hashtags == ("hairtok", "musthave")
    step.form.name.setFocus()
    assert step.form.hashtags.text() == "#hairtok #musthave"
    while empty.document.stack.canUndo():
        empty.document.stack.undo()
    assert step.form.platform.currentText() == "Webshop"
    assert step.form.is_ad.key == "unknown"
    assert step.form.hashtags.text() == ""


def test_a_day_is_typed_or_picked(qtbot: QtBot, empty: Session, step: ListingStep) -> None:
    type_into(qtbot, step.form.seen_on, "2026-11-20")
    assert listing(empty).seen_on == date(2026, 11, 20)
    QTest.keyClick(step.form.seen_on, Qt.Key.Key_Down)
    calendar = step.form.seen_on.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    QTest.keyClick(calendar.focusProxy() or calendar.focusWidget() or calendar, Qt.Key.Key_Left)
    calendar.activated.emit(calendar.selectedDate())
    assert listing(empty).seen_on == date(2026, 11, 19)
    assert step.form.seen_on.text() == "19 Nov 2026"


def test_another_review_fills_the_form_anew(
    qtbot: QtBot, empty: Session, step: ListingStep
) -> None:
    type_into(qtbot, step.form.price, "nothing")
    empty.new_review("Lamp", "Glow")
    assert step.form.name.text() == "Lamp"
    assert step.form.price.text() == ""
    assert step.form.price.property("faulty") is False
    type_into(qtbot, step.form.seller, "Shop")
    assert listing(empty).seller == "Shop"


def test_pictures_come_in_by_drop_and_the_grid_shows_them(
    qtbot: QtBot, empty: Session, step: ListingStep, tmp_path: Path
) -> None:
    assert step.board.zone.isVisible()
    path = written(tmp_path / "shop.jpg", studio())
    bring_in(qtbot, empty, [path], Role.LISTING)
    assert not step.board.zone.isVisible()
    assert step.board.grid.pictures.rowCount() == 1


def test_read_only_switches_everything_off_and_says_why(
    qtbot: QtBot, empty: Session, tmp_path: Path
) -> None:
    empty.save_now()
    qtbot.waitUntil(lambda: empty.saved)
    reader = Session(tmp_path / "library", read_only=True)
    try:
        step = ListingStep(reader)
        qtbot.addWidget(step)
        for control in (step.form.name, step.form.platform, step.form.price, step.form.is_ad):
            assert not control.isEnabled()
            assert "read-only" in control.toolTip()
        assert not step.board.choose.isEnabled()
    finally:
        reader.close()


def test_every_control_has_a_name_and_every_label_a_buddy(step: ListingStep) -> None:
    for field in step.form.findChildren(Field):
        assert field.control.accessibleName(), field.label.text()
        assert field.label.buddy() is field.control
    assert step.form.currency.accessibleName()


def test_a_product_seen_in_two_places_has_two_listings(
    qtbot: QtBot, empty: Session, step: ListingStep, tmp_path: Path
) -> None:
    form, stack = step.form, empty.document.stack
    type_into(qtbot, form.seller, "Rosy")
    assert form.picker.choice.isHidden()
    QTest.mouseClick(form.picker.add, Qt.MouseButton.LeftButton)
    assert form.seller.text() == ""
    type_into(qtbot, form.seller, "Dropshop")
    type_into(qtbot, form.price, "9.95")
    assert [one.seller for one in empty.document.review.listings] == ["Rosy", "Dropshop"]
    bring_in(qtbot, empty, [written(tmp_path / "shop.jpg", studio())], Role.LISTING)
    second = empty.document.review.listings[1]
    assert empty.document.review.evidence[-1].listing_id == second.id
    QTest.keyClick(form.picker.choice, Qt.Key.Key_Up)
    assert (form.seller.text(), form.price.text()) == ("Rosy", "")
    QTest.keyClick(form.picker.choice, Qt.Key.Key_Down)
    assert form.seller.text() == "Dropshop"
    before = empty.document.review.listings, empty.document.review.evidence
    QTest.mouseClick(form.picker.remove, Qt.MouseButton.LeftButton)
    assert [one.seller for one in empty.document.review.listings] == ["Rosy"]
    assert form.seller.text() == "Rosy"
    stack.undo()
    assert (empty.document.review.listings, empty.document.review.evidence) == before
    while stack.canUndo():
        stack.undo()
    assert form.picker.choice.isHidden()
    assert form.seller.text() == ""
