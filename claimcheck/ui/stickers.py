"""What a new stamp says, how it is turned, and what becomes of it when that changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from claimcheck.cards.paint_stamp import sticker_ratio
from claimcheck.cards.words import VERDICT_WORDS, CardWords
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Sticker, Verdict
from claimcheck.model.review import Mark

_VERDICTS = {verdict.value: verdict for verdict in Verdict}

ANGLES = {sticker: -5.0 for sticker in Sticker if sticker.value in _VERDICTS}
"""Degrees clockwise; as a verdict's stamp on a card."""


def first_words(sticker: Sticker) -> str:
    """What stands on a new stamp, in the app's language."""
    verdict = _VERDICTS.get(sticker.value)
    if verdict is not None:
        return CardWords(QLocale().name()[:2]).text(VERDICT_WORDS[verdict])
    return "€ 0,00" if sticker is Sticker.PRICE else ""


def with_sticker(mark: Mark, sticker: Sticker) -> Mark:
    """``mark`` as another stamp; words that the user wrote stay, the usual ones change."""
    old = mark.style.sticker
    words = first_words(sticker) if mark.text == first_words(old) else mark.text
    usual = mark.angle == ANGLES.get(old, 0.0)
    return fitted_stamp(
        replace(
            mark,
            style=replace(mark.style, sticker=sticker),
            text=words,
            picture_id="",
            angle=ANGLES.get(sticker, 0.0) if usual else mark.angle,
        )
    )


def fitted_stamp(mark: Mark) -> Mark:
    """``mark`` as high as it is, and as wide as its words need, about its middle."""
    if mark.style.sticker is Sticker.PICTURE:
        return mark
    height, middle = mark.frame.height, mark.frame.center
    width = height * sticker_ratio(mark)
    corners = (
        Point(round(middle.x - width / 2, 2), round(middle.y - height / 2, 2)),
        Point(round(middle.x + width / 2, 2), round(middle.y + height / 2, 2)),
    )
    return replace(mark, points=corners)
