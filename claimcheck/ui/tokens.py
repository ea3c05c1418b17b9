"""The colours of both schemes, and which of them is in use: what icons and the theme agree on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from claimcheck.model.kinds import Verdict

DISABLED = 0.38
"""Opacity of what can't be used now."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, each ``#RRGGBB``."""

    ink: str
    yellow: str
    paper: str
    bg: str
    surface: str
    raised: str
    line: str
    control: str
    text: str
    text_2: str
    selected: str
    primary: str
    on_primary: str
    focus: str
    canvas: str
    holds: str
    partly: str
    misleading: str
    false: str
    unproven: str

    def verdict(self, verdict: Verdict) -> QColor:
        """The colour of a verdict in this scheme."""
        return QColor(getattr(self, verdict.value))

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """The token called ``role`` (``text-2`` or ``text_2``), at ``opacity`` 0 to 1."""
        colour = QColor(getattr(self, role.replace("-", "_")))
        colour.setAlphaF(opacity)
        return colour


LIGHT = Tokens(
    ink="#17150F",
    yellow="#FFD60A",
    paper="#FBF8F0",
    bg="#EFECE4",
    surface="#FAF8F3",
    raised="#FFFFFF",
    line="#DDD8CB",
    control="#8B8474",
    text="#17150F",
    text_2="#5C564A",
    selected="#FFE98A",
    primary="#17150F",
    on_primary="#FFFFFF",
    focus="#1558E0",
    canvas="#D6D6D6",
    holds="#0A6152",
    partly="#1558E0",
    misleading="#C04608",
    false="#8A0620",
    unproven="#6F5BAE",
)
DARK = Tokens(
    ink="#17150F",
    yellow="#FFD60A",
    paper="#FBF8F0",
    bg="#12110D",
    surface="#1C1A15",
    raised="#28251E",
    line="#38342A",
    control="#857E6E",
    text="#F5F2E9",
    text_2="#B9B3A4",
    selected="#322D14",
    primary="#FFD60A",
    on_primary="#17150F",
    focus="#7DB0FF",
    canvas="#232323",
    holds="#2EE4A4",
    partly="#6AA2FF",
    misleading="#FFB638",
    false="#FF6468",
    unproven="#B3A3DA",
)


def tokens(dark: bool) -> Tokens:
    """The colours of the dark or of the light scheme."""
    return DARK if dark else LIGHT


_in_use = [LIGHT]


def in_use() -> Tokens:
    """The colours that the application wears now."""
    return _in_use[-1]


def use(wanted: Tokens) -> None:
    """Wear these from now on; the theme says so when it dresses the application."""
    _in_use[:] = [wanted]


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21, of two opaque colours ``#RRGGBB``."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
