"""What a new stamp says, how it is turned, and what becomes of it when that changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from claimcheck.cards.paint.stamp import sticker_ratio
from claimcheck.cards.words import VERDICT_WORDS, CardWords
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role, Sticker, Verdict
from claimcheck.model.review import Evidence, Mark, Review, find

_VERDICTS = {verdict.value: verdict for verdict in Verdict}

ANGLES = {sticker: -5.0 for sticker in Sticker if sticker.value in _VERDICTS}
"""Degrees clockwise; as a verdict's stamp on a card."""


def first_words(sticker: Sticker) -> str:
    """What stands on a new stamp, in the app's language."""
    verdict = _VERDICTS.get(sticker.value)
    if verdict is not None:
        return CardWords(QLocale().name()[:2]).text(VERDICT_WORDS[verdict])
    return "€ 0,00" if sticker is Sticker.PRICE else ""


def with_picture(mark: Mark, picture: Evidence) -> Mark:
    """``mark`` showing a picture of one's own: upright, as high as before, in its shape."""
    style = replace(mark.style, sticker=Sticker.PICTURE)
    usual = mark.angle == ANGLES.get(mark.style.sticker, 0.0)
    mark = replace(
        mark, style=style, text="", picture_id=picture.id, angle=0.0 if usual else mark.angle
    )
    return _in_shape(mark, picture.width_px / picture.height_px)


def picture_in_hand(review: Review, picture_id: str) -> Evidence | None:
    """The picture that the next stamp shows: the one chosen, else the newest there is."""
    pictures = review.pictures(Role.STICKER)
    return find(pictures, picture_id) or (pictures[-1] if pictures else None)


def with_sticker(mark: Mark, sticker: Sticker) -> Mark:
    """``mark`` as another drawn stamp; words that the user wrote stay, the usual ones change."""
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
    return _in_shape(mark, sticker_ratio(mark))


def _in_shape(mark: Mark, ratio: float) -> Mark:
    """As high as it is, so many times as wide, about its middle."""
    height, middle = mark.frame.height, mark.frame.center
    width = height * ratio
    corners = (
        Point(round(middle.x - width / 2, 2), round(middle.y - height / 2, 2)),
        Point(round(middle.x + width / 2, 2), round(middle.y + height / 2, 2)),
    )
    return replace(mark, points=corners)
