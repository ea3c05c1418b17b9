"""How the window looks: colour tokens, palette, fonts, and the one style sheet made from them.

Widgets say what they *are* with a dynamic property, and the style sheet (``resources/theme/``) says
how that looks: ``kind`` on buttons (``primary``, ``secondary``, ``tertiary``, ``icon``, ``tool``)
and ``role`` on labels and frames (``title``, ``label``, ``meta``, ``headline``, ``surface``,
``card``, ``line`` …). Painted widgets take their colours from ``theme().tokens``.
"""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from claimcheck.cards.text.fonts import BARLOW, INTER, load_fonts
from claimcheck.paths import resources
from claimcheck.ui.dressing import Dressing
from claimcheck.ui.tokens import DARK, DISABLED, Tokens, tokens, use


class ThemeChoice(StrEnum):
    """What the user chose in the settings; the values stand in the library."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"


def inter(size_px: int = 13, weight: int = 400) -> QFont:
    """The text face with tabular figures, so numbers don't jump while they change."""
    font = QFont(INTER)
    font.setPixelSize(size_px)
    # One variable file: by weight alone Qt would smear its regular instead of using the axis.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setVariableAxis(QFont.Tag("opsz"), min(32.0, max(14.0, size_px)))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def barlow(size_px: int, weight: int = 800, tracking: float = 0.0) -> QFont:
    """The narrow face of wordmark, tabs and headlines; ``tracking`` in hundredths of an em."""
    font = QFont(BARLOW)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size_px * tracking / 100)
    return font


def palette(of: Tokens) -> QPalette:
    """The same colours for whatever Qt paints without asking the style sheet."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: of.surface,
        QPalette.ColorRole.WindowText: of.text,
        QPalette.ColorRole.Base: of.raised,
        QPalette.ColorRole.AlternateBase: of.surface,
        QPalette.ColorRole.Text: of.text,
        QPalette.ColorRole.Button: of.raised,
        QPalette.ColorRole.ButtonText: of.text,
        QPalette.ColorRole.BrightText: of.on_primary,
        QPalette.ColorRole.ToolTipBase: of.raised,
        QPalette.ColorRole.ToolTipText: of.text,
        QPalette.ColorRole.Highlight: of.yellow,
        QPalette.ColorRole.HighlightedText: of.ink,
        QPalette.ColorRole.Link: of.focus,
        QPalette.ColorRole.LinkVisited: of.focus,
        QPalette.ColorRole.Accent: of.yellow,
        QPalette.ColorRole.Light: of.raised,
        QPalette.ColorRole.Midlight: of.line,
        QPalette.ColorRole.Mid: of.line,
        QPalette.ColorRole.Dark: of.control,
        QPalette.ColorRole.Shadow: of.bg,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    made.setColor(QPalette.ColorRole.PlaceholderText, of.colour("text_2"))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, of.colour("text", DISABLED))
    return made


def style_sheet(of: Tokens) -> str:
    """The window's style sheet: the template in ``resources/theme`` with these colours."""
    folder = resources() / "theme"
    values = asdict(of)
    for name, role, opacity in (
        ("hover", "text", 0.06),
        ("pressed", "text", 0.11),
        ("text_off", "text", DISABLED),
        ("text_2_off", "text_2", DISABLED),
        ("control_off", "control", DISABLED),
        ("primary_off", "primary", DISABLED),
        ("thumb", "control", 0.55),
        ("edge", "control", 0.45),
        ("toast_hover", "surface", 0.12),
    ):
        colour = of.colour(role, opacity)
        values[name] = (
            f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {round(opacity * 100)}%)"
        )
    # The toast is the other scheme's plate: its button is yellow on ink, or ink on cream.
    values["toast"] = of.ink if of == DARK else of.yellow
    values["scheme"] = "dark" if of == DARK else "light"
    values["folder"] = folder.as_posix()
    return Template((folder / "window.qss").read_text(encoding="utf-8")).substitute(values)


class Theme(QObject):
    """The scheme in use. It follows the system unless the user chose otherwise.

    ``changed`` is emitted after the application has been restyled; whoever owns the window makes
    it anew then.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = ThemeChoice.SYSTEM
        self.dark = False
        self.reduce_motion = False
        self._dressing: Dressing | None = None
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return tokens(self.dark)

    def apply(self, choice: ThemeChoice | str = ThemeChoice.SYSTEM) -> None:
        """Dress the whole application: style, palette, font and style sheet."""
        self.choice = ThemeChoice(choice) if choice in set(ThemeChoice) else ThemeChoice.SYSTEM
        before, self.dark = self.dark, self._wants_dark()
        use(self.tokens)
        self._dress()
        if self.dark != before:
            self.changed.emit()

    def duration(self, milliseconds: int) -> int:
        """How long a movement lasts: not at all for those who asked for less motion."""
        return 0 if self.reduce_motion else milliseconds

    def _wants_dark(self) -> bool:
        if self.choice is ThemeChoice.SYSTEM:
            return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.choice is ThemeChoice.DARK

    def _follow_system(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._wants_dark() != self.dark:
            self.apply(self.choice)

    def _dress(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("A theme needs an application to dress.")
        load_fonts()
        if self._dressing is None:
            self._dressing = Dressing()
            app.setStyle(self._dressing)
        app.setFont(inter())
        colours = palette(self.tokens)
        app.setPalette(colours)
        QToolTip.setPalette(colours)
        QToolTip.setFont(inter(12))
        app.setStyleSheet(style_sheet(self.tokens))


_themes: list[Theme] = []


def theme() -> Theme:
    """The application's theme, made when it is first asked for and owned by the application."""
    if not _themes:
        made = Theme(QApplication.instance())
        made.destroyed.connect(_themes.clear)
        _themes.append(made)
    return _themes[0]
