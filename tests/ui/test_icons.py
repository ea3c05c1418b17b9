"""Icons are Lucide's, in our colours, sharp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from claimcheck.ui.icons import icon, pixmap, stroke, svg
from claimcheck.ui.theme import theme
from claimcheck.ui.tokens import DARK, LIGHT


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    theme().apply("light")


def _strongest(image: QImage) -> QColor:
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(x, y) for x, y in points), key=lambda colour: colour.alpha())


def test_stroke_grows_as_icons_shrink() -> None:
    assert [stroke(size) for size in (20, 18, 16, 14, 12)] == [1.75, 1.75, 2.0, 2.5, 3.0]


def test_svg_has_colour_and_stroke() -> None:
    text = svg("undo-2", "#123456", 1.75).decode()
    assert "#123456" in text
    assert 'stroke-width="1.75"' in text
    assert "currentColor" not in text


def test_an_unknown_icon_is_a_bug() -> None:
    with pytest.raises(KeyError):
        pixmap("no-such-icon", 20, "#000000")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pixmaps_have_the_screen_s_own_pixels(ratio: float) -> None:
    made = pixmap("square", 20, "#17150F", ratio)
    assert made.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert made.deviceIndependentSize().width() == pytest.approx(20)
    assert _strongest(made.toImage()).alpha() > 200


def test_icons_follow_the_theme() -> None:
    light = _strongest(icon("square").pixmap(QSize(20, 20), 1.0).toImage())
    theme().apply("dark")
    dark = _strongest(icon("square").pixmap(QSize(20, 20), 1.0).toImage())
    assert light.name().upper() == LIGHT.text
    assert abs(dark.lightness() - QColor(DARK.text).lightness()) < 4


def test_disabled_icons_are_dimmed_and_checked_ones_are_ink() -> None:
    theme().apply("dark")
    made = icon("square")
    off = _strongest(made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage())
    assert off.alpha() < 110
    on = _strongest(made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage())
    assert on.lightness() < 40
