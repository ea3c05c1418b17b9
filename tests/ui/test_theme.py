"""Colours are readable, and the style sheet names nothing that isn't there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Verdict
from claimcheck.paths import resources
from claimcheck.ui.dressing import _ICONS
from claimcheck.ui.icons import icon
from claimcheck.ui.theme import style_sheet, theme
from claimcheck.ui.tokens import DARK, LIGHT, Tokens, contrast

SCHEMES = pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("bg", "surface", "raised", "selected")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "text_2"])
def test_text_reaches_4_5_on_every_ground(of: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(of, text), getattr(of, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_reach_4_5_on_surface_and_3_on_selected(of: Tokens, verdict: Verdict) -> None:
    colour = of.verdict(verdict).name()
    assert contrast(colour, of.surface) >= 4.5
    assert contrast(colour, of.selected) >= 3.0


@SCHEMES
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_edges_and_focus_reach_3(of: Tokens, ground: str) -> None:
    assert contrast(of.control, getattr(of, ground)) >= 3.0
    assert contrast(of.focus, getattr(of, ground)) >= 3.0


@SCHEMES
def test_what_stands_on_filled_buttons_can_be_read(of: Tokens) -> None:
    assert contrast(of.on_primary, of.primary) >= 7.0
    assert contrast(of.ink, of.yellow) >= 7.0


@SCHEMES
def test_style_sheet_is_filled_in_and_its_pictures_exist(of: Tokens) -> None:
    sheet = style_sheet(of)
    assert "$" not in sheet
    pictures = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert len(pictures) >= 6
    for picture in pictures:
        assert QFile.exists(picture), picture


@pytest.mark.parametrize(
    "file", sorted((resources() / "theme").glob("*.svg")), ids=lambda f: f.stem
)
def test_pictures_of_the_style_sheet_use_the_tokens(file: Path) -> None:
    of = DARK if file.stem.endswith("-dark") else LIGHT
    colours = set(re.findall(r"#[0-9A-F]{6}", file.read_text(encoding="utf-8")))
    assert colours
    assert colours <= {of.text, of.text_2, of.on_primary}


def _pixel(widget: QWidget, x: int, y: int) -> str:
    return QColor(widget.grab().toImage().pixelColor(x, y)).name().upper()


@pytest.mark.parametrize(("choice", "of"), [("light", LIGHT), ("dark", DARK)])
def test_apply_dresses_the_application(qtbot: QtBot, choice: str, of: Tokens) -> None:
    theme().apply(choice)
    window = QWidget()
    window.setProperty("role", "surface")
    window.setFixedSize(200, 80)
    button = QPushButton("Next")
    button.setProperty("kind", "primary")
    QVBoxLayout(window).addWidget(button)
    qtbot.addWidget(window)
    window.show()
    assert QApplication.palette().color(QPalette.ColorRole.WindowText).name().upper() == of.text
    assert _pixel(button, 8, button.height() // 2) == of.primary
    assert button.height() == 32


def test_labels_get_the_weight_of_their_role(qtbot: QtBot) -> None:
    theme().apply("light")
    plain, title = QLabel("Vine tomatoes"), QLabel("Vine tomatoes")
    title.setProperty("role", "strong")
    for label in (plain, title):
        qtbot.addWidget(label)
        label.show()
    assert title.sizeHint().width() > plain.sizeHint().width()


def test_a_change_of_scheme_is_told_once(qtbot: QtBot) -> None:
    theme().apply("light")
    told: list[bool] = []
    theme().changed.connect(lambda: told.append(theme().dark))
    theme().apply("dark")
    theme().apply("dark")
    assert told == [True]
    theme().apply("nonsense")
    assert theme().choice == ""


def test_reduced_motion_takes_no_time(qtbot: QtBot) -> None:
    theme().reduce_motion = True
    try:
        assert theme().duration(160) == 0
    finally:
        theme().reduce_motion = False
    assert theme().duration(160) == 160


def test_qt_s_own_dialogs_show_our_icons(qtbot: QtBot) -> None:
    theme().apply("dark")
    style = QApplication.style()
    for which in QStyle.StandardPixmap.SP_DirIcon, QStyle.StandardPixmap.SP_FileDialogToParent:
        image = style.standardIcon(which).pixmap(18, 18).toImage()
        seen = {
            image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200
        }
        assert min(seen) > 180


@pytest.mark.parametrize(("choice", "of"), [("light", LIGHT), ("dark", DARK)])
def test_suggestions_can_be_read(qtbot: QtBot, choice: str, of: Tokens) -> None:
    """As the file dialog makes them below the name: a window of its own, so not see-through."""
    theme().apply(choice)
    field = QLineEdit()
    completer = QCompleter(["apple.jpg", "apricot.jpg"], field)
    field.setCompleter(completer)
    qtbot.addWidget(field)
    field.show()
    completer.setCompletionPrefix("ap")
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert _pixel(popup, popup.width() - 40, 12) == of.raised
    popup.hide()


def test_every_standard_icon_is_there(qtbot: QtBot) -> None:
    theme().apply("light")
    for name in set(_ICONS.values()):
        assert not icon(name).isNull()
