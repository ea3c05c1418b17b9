"""What people type is understood, in either locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from claimcheck.ui.panels import entries

EN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
NL = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


@pytest.mark.parametrize(
    ("typed", "locale", "amount"),
    [
        ("12,50", NL, "12.50"),
        ("12.50", NL, "12.50"),
        ("12,50", EN, "12.50"),
        ("12.50", EN, "12.50"),
        ("€ 12,5", NL, "12.5"),
        ("EUR 39.95", EN, "39.95"),
        ("1.250", NL, "1250"),
        ("1,250", EN, "1250"),
        ("1.250", EN, "1.250"),
        ("1.234,56", NL, "1234.56"),
        ("1,234.56", EN, "1234.56"),
        (",99", NL, "0.99"),
        ("15", EN, "15"),
        ("15,-", NL, "15"),
        ("12.50.", EN, "12.50"),
    ],
)
def test_prices_as_people_write_them(typed: str, locale: QLocale, amount: str) -> None:
    assert entries.read_price(typed, locale) == Decimal(amount)


def test_no_price_is_no_amount() -> None:
    assert entries.read_price("  ", EN) is None
    assert entries.write_price(None, EN) == ""


@pytest.mark.parametrize("typed", ["cheap", "-5", "1e9 euros", "9999999999", "€"])
def test_what_is_no_price_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        entries.read_price(typed, EN)


def test_a_price_is_written_as_the_locale_does() -> None:
    assert entries.write_price(Decimal("12.5"), NL) == "12,50"
    assert entries.write_price(Decimal("12.5"), EN) == "12.50"
    assert entries.write_price(Decimal("0.125"), EN) == "0.125"


@pytest.mark.parametrize(
    "typed", ["24 Nov 2026", "24 November 2026", "2026-11-24", "24-11-2026", "24/11/2026"]
)
def test_days_as_people_write_them(typed: str) -> None:
    assert entries.read_date(typed, EN) == date(2026, 11, 24)


def test_a_day_is_read_back_as_written() -> None:
    day = date(2026, 3, 1)
    for locale in (EN, NL):
        assert entries.read_date(entries.write_date(day, locale), locale) == day


@pytest.mark.parametrize("typed", ["yesterday", "31-02-2026", "24 Nov 0026"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        entries.read_date(typed, EN)


def test_hashtags_once_each_with_their_sign_only_in_the_field() -> None:
    assert entries.read_hashtags("#a, b #a #c#d  ##") == ("a", "b", "c", "d")
    assert entries.write_hashtags(("a", "#b")) == "#a #b"


def test_promises_lose_bullets_and_the_quotation_marks_around_them_only() -> None:
    pasted = (
        '• Visibly “thicker” hair\n\n  “In 14 days”\n1. 60 gummies\n- -20 % hair loss\n"a" or "b"'
    )
    assert entries.read_promises(pasted) == (
        "Visibly “thicker” hair",
        "In 14 days",
        "60 gummies",
        "-20 % hair loss",
        '"a" or "b"',
    )


@pytest.mark.parametrize("good", ["", "4006381333931", "96385074", "0 36000 29145 2"])
def test_barcode_numbers_that_add_up(good: str) -> None:
    assert entries.is_gtin(good)


@pytest.mark.parametrize("bad", ["4006381333932", "12", "hello", "９６３８５０７４"])
def test_barcode_numbers_that_dont(bad: str) -> None:
    assert not entries.is_gtin(bad)


@pytest.mark.parametrize("good", ["", "https://shop.example/x?y=1", "shop.example/gummies"])
def test_web_addresses(good: str) -> None:
    assert entries.is_web_address(good)


@pytest.mark.parametrize("bad", ["gummies", "ftp://x.example", "the big shop.example", "http://["])
def test_what_is_no_web_address(bad: str) -> None:
    assert not entries.is_web_address(bad)


@pytest.mark.parametrize(
    ("before", "after", "begins"),
    [
        ("", "H", False),
        ("Hal", "Half", False),
        ("Half", "Half ", False),
        ("Half ", "Half a", True),
        ("Half a", "Half ", False),
        ("Half", "Half a jar", True),
        ("a b", "a xb", True),
    ],
)
def test_a_new_word_is_a_new_step(before: str, after: str, begins: bool) -> None:
    assert entries.begins_step(before, after) is begins
