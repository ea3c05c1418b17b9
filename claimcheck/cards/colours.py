"""The colours of cards and marks. Each pair that carries text reaches 4.5 : 1."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

from claimcheck.model.kinds import Verdict

INK: Final = "#17150F"
YELLOW: Final = "#FFD60A"
PAPER: Final = "#FBF8F0"
WHITE: Final = "#FFFFFF"
TEXT_2: Final = "#5C564A"

VERDICT_COLOURS: Final = {
    Verdict.HOLDS: "#0A6152",
    Verdict.PARTLY: "#1558E0",
    Verdict.MISLEADING: "#C04608",
    Verdict.FALSE: "#8A0620",
    Verdict.UNPROVEN: "#6F5BAE",
}
"""On cards and in the light theme; the shape and the word say the same without colour."""


def relative_luminance(colour: QColor) -> float:
    """How light sRGB ``colour`` is, 0 (black) to 1 (white), after WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def opposite(colour: QColor) -> QColor:
    """White or ink, whichever stands out from ``colour``: for casings, and for text on it.

    Both are 4.2 : 1 from the colour in the middle between them, of luminance 0.20.
    """
    return QColor(WHITE if relative_luminance(colour) < 0.20 else INK)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21, after WCAG 2."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)
