"""The two typefaces, from the packages that carry them, never from what is installed."""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path

import fontpkg_barlow_condensed
import fontpkg_inter
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QPainterPath, QTransform

INTER = "Inter"
BARLOW = "Barlow Condensed"

OPTICAL_SIZE = 18.0
"""Of Inter, at every size: then a text is as wide at 40 pixels as its measure at 100 says."""

FALLBACKS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
"""Colour emoji of the three systems; other scripts fall back by Qt's own choice."""

_lock = threading.Lock()
_loaded = False


def load_fonts() -> None:
    """Make Inter and Barlow Condensed known to Qt; later calls do nothing.

    Needs a ``QGuiApplication``. May be called from any thread. Raises ``RuntimeError`` when a font
    file of the packages can't be read: that is a broken installation, not the user's doing.
    """
    global _loaded  # noqa: PLW0603 - registering twice would keep the fonts in memory twice
    with _lock:
        if _loaded:
            return
        for file in _font_files():
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise RuntimeError(f"{file} is not a font that Qt can load")
        _loaded = True


def _font_files() -> list[Path]:
    barlow = Path(fontpkg_barlow_condensed.ROOT) / "files"
    return [
        Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf",
        *(barlow / f"BarlowCondensed-{weight}.ttf" for weight in ("Bold", "ExtraBold", "Black")),
    ]


def face(family: str, size_px: int, weight: int, tracking: float = 0.0) -> QFont:
    """A font for painting: unhinted, so that text is equally wide at any scale of the painter.

    ``weight`` is the usual 100 to 900; ``tracking`` is extra space per letter as a part of the size
    (0.04 = 4 %). The families are loaded when they aren't yet.
    """
    return QFont(_face(family, size_px, weight, tracking))


@cache
def _face(family: str, size_px: int, weight: int, tracking: float) -> QFont:
    load_fonts()
    font = QFont([family, *FALLBACKS])
    font.setPixelSize(size_px)
    if family == INTER:
        # One variable file: Qt would smear its regular weight instead of using the axis.
        font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setVariableAxis(QFont.Tag("opsz"), OPTICAL_SIZE)
    else:
        font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Coloured fringes of a particular screen have no place in a picture.
    font.setStyleStrategy(
        QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
    )
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * size_px)
    return font


_OUTLINED_AT = 1000
"""Pixels."""


def outline(text: str, family: str, size_px: float, weight: int) -> QPainterPath:
    """The shapes of letters, from the origin on their baseline, always the same.

    Small letters that Qt painted itself, as in a window, move the outlines of all moderate sizes by
    up to a thousandth (see ``letters``), but not those of this one.
    """
    path = QPainterPath()
    path.addText(QPointF(), face(family, _OUTLINED_AT, weight), text)
    return QTransform.fromScale(size_px / _OUTLINED_AT, size_px / _OUTLINED_AT).map(path)
