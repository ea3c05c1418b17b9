"""What a new stamp says, and how it is turned."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from claimcheck.cards.words import VERDICT_WORDS, CardWords
from claimcheck.model.kinds import Sticker, Verdict

_VERDICTS = {verdict.value: verdict for verdict in Verdict}

ANGLES = {sticker: -5.0 for sticker in Sticker if sticker.value in _VERDICTS}
"""Degrees clockwise; as a verdict's stamp on a card."""


def first_words(sticker: Sticker) -> str:
    """What stands on a new stamp, in the app's language."""
    verdict = _VERDICTS.get(sticker.value)
    if verdict is not None:
        return CardWords(QLocale().name()[:2]).text(VERDICT_WORDS[verdict])
    return "€ 0,00" if sticker is Sticker.PRICE else ""
