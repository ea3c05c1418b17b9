"""The words that a card says of itself, in the card's own language, whatever the app's is."""

from __future__ import annotations

from datetime import date
from functools import cache

from PySide6.QtCore import QLocale, QTranslator

from claimcheck import paths
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import DiscrepancyKind, Platform, Verdict

_ = QT_TRANSLATE_NOOP

DEFAULT_TITLE = _("card", "What they show. What you got.")
REAL_LIFE = _("card", "REAL LIFE")
EXPECTATION = _("card", "EXPECTATION")
REALITY = _("card", "REALITY")
INSTEAD = _("card", "Instead: {what}")
MORE = _("card", "+{count} more")

VERDICT_WORDS = {
    Verdict.HOLDS: _("card", "HOLDS"),
    Verdict.PARTLY: _("card", "PARTLY"),
    Verdict.MISLEADING: _("card", "MISLEADING"),
    Verdict.FALSE: _("card", "FALSE"),
    Verdict.UNPROVEN: _("card", "UNPROVEN"),
}

PLATFORM_WORDS = {
    Platform.WEBSHOP: _("card", "WEBSHOP"),
    Platform.TIKTOK_SHOP: _("card", "TIKTOK SHOP"),
    Platform.INSTAGRAM_STORY: _("card", "INSTAGRAM"),
    Platform.INFLUENCER_POST: _("card", "POST"),
    Platform.AD: _("card", "AD"),
    Platform.MARKETPLACE: _("card", "MARKETPLACE"),
    Platform.OTHER: _("card", "ONLINE"),
}

KIND_WORDS = {
    DiscrepancyKind.COLOUR: _("card", "Other colour"),
    DiscrepancyKind.SIZE: _("card", "Other size"),
    DiscrepancyKind.SHAPE: _("card", "Other shape"),
    DiscrepancyKind.MATERIAL: _("card", "Other material"),
    DiscrepancyKind.CONTENTS: _("card", "Other contents"),
    DiscrepancyKind.PRINT: _("card", "Other print"),
    DiscrepancyKind.PACKAGING: _("card", "Other packaging"),
    DiscrepancyKind.MISSING: _("card", "Missing"),
    DiscrepancyKind.DAMAGE: _("card", "Damaged"),
    DiscrepancyKind.OTHER: _("card", "Different"),
}


class CardWords:
    """The card's own words and dates in one language; English where a translation is missing."""

    def __init__(self, language: str) -> None:
        self.language = language

    def text(self, source: str) -> str:
        """The translation of an English ``source`` text of context ``card``."""
        translator = _translator(self.language)
        return (translator.translate("card", source) if translator else "") or source

    def date(self, day: date) -> str:
        """A short date: “24 Nov 2026” or “24 nov 2026”."""
        return f"{day.day} {_month(self.language, day.month)} {day.year}"


def more_words(language: str, count: int) -> str:
    """What stands for the differences that have no room: “+2 more”; nothing for none."""
    return CardWords(language).text(MORE).format(count=count) if count else ""


@cache
def _translator(language: str) -> QTranslator | None:
    file = paths.resources() / "translations" / f"claimcheck_{language}.qm"
    translator = QTranslator()
    return translator if file.is_file() and translator.load(str(file)) else None


def _month(language: str, month: int) -> str:
    # Some versions of the world's month names put a dot here ("nov."), which looks like an end.
    name = QLocale(language).standaloneMonthName(month, QLocale.FormatType.ShortFormat)
    return name.rstrip(".")
