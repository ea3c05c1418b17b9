"""Letters are painted from outlines, which nothing painted before changes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.text.fitting import TextStyle, ink, line_layout, line_runs
from claimcheck.cards.text.fonts import BARLOW, INTER, face
from claimcheck.cards.text.letters import letter_shapes, paint_runs

WORDS = "REAL LIFE, Yellow"


def shapes(family: str) -> list[tuple[float, float]]:
    path = letter_shapes(line_layout(WORDS, TextStyle(family, 800, 100), rtl=False))
    return [(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]


def painted(text: str, style: TextStyle, x: float) -> QImage:
    image = QImage(700, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    paint_runs(painter, line_runs(text, style, rtl=False), QPointF(x, 90.0))
    painter.end()
    return image


@pytest.mark.parametrize("family", [BARLOW, INTER])
def test_painting_leaves_the_outlines_as_they_were(family: str) -> None:
    """Qt's own painting of small letters moves all later outlines by up to a tenth of a pixel."""
    first = shapes(family)
    for size in (17, 30, 42):
        for x in (10.25, 10.5, 10.75, 10.9):
            painted(WORDS, TextStyle(family, 800, size, 0.04), x)
            assert shapes(family) == first


@pytest.mark.parametrize("family", [BARLOW, INTER])
def test_words_that_qt_painted_itself_leave_the_outlines_as_they_were(family: str) -> None:
    """As a window's words are; a card painted after them would not be the same to the byte."""
    first = shapes(family)
    image = QImage(700, 120, QImage.Format.Format_RGB32)
    for step in range(1, 8):
        painter = QPainter(image)
        painter.setFont(face(family, 40, 800))
        painter.drawText(QPointF(3.0 + 0.13 * step, 20.0), f"{WORDS} {step}")
        painter.end()
        assert shapes(family) == first


def test_letters_and_emoji_stand_where_the_layout_has_them() -> None:
    style = TextStyle(INTER, 700, 60)
    layout = line_layout("Hi 🍓", style, rtl=False)
    pixels = as_rgb(painted("Hi 🍓", style, 20.0)).astype(int)
    (rows, columns) = np.nonzero((255 - pixels).max(axis=2) > 60)
    width = layout.lineAt(0).naturalTextWidth()
    assert columns.min() == pytest.approx(24, abs=4)
    assert 20 + 0.8 * width < columns.max() <= 20 + width + 2
    assert 90 - 60 < rows.min() < 60
    coloured = (pixels.max(axis=2) - pixels.min(axis=2)) > 80
    assert coloured[:, int(20 + 0.6 * width) :].any()  # the strawberry is red, not a black blot
    assert not coloured[:, : int(20 + 0.4 * width)].any()


@pytest.mark.parametrize("text", ["写真と実物", "عصير طازج"])
def test_heavy_words_are_heavy_in_scripts_that_our_typefaces_lack(text: str) -> None:
    style = TextStyle(INTER, 700, 80)
    runs = line_layout(text, style, rtl=False).glyphRuns()
    if {run.rawFont().familyName() for run in runs} == {INTER}:
        pytest.skip("no font of this machine has these letters")
    heavy, regular = (
        (255 - as_rgb(painted(text, face, 20.0)).astype(int)).max(axis=2)
        for face in (style, TextStyle(INTER, 400, 80))
    )
    assert heavy.sum() > 1.15 * regular.sum()
    (rows, columns) = np.nonzero(heavy > 60)
    box = ink(text, style).moved(20.0, 90.0).grown(1.5)
    assert box.x <= columns.min() <= columns.max() + 1 <= box.right
    assert box.y <= rows.min() <= rows.max() + 1 <= box.bottom


def test_a_letter_whose_font_has_no_name_is_measured_and_painted() -> None:
    """Asked for the family of such a font, Qt ends the program."""
    style, letter = TextStyle(INTER, 700, 60), chr(0x704)
    assert ink(letter, style).width > 0
    assert as_rgb(painted(letter, style, 20.0)).min() < 128
