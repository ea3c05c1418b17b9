"""Whether a card is ready to post: what its layout warns of, told in the app's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.errors import QT_TRANSLATE_NOOP

_PARTS = {
    "title": QT_TRANSLATE_NOOP("checks", "the title"),
    "claim": QT_TRANSLATE_NOOP("checks", "the quoted claim"),
    "reasoning": QT_TRANSLATE_NOOP("checks", "the reasoning"),
    "source": QT_TRANSLATE_NOOP("checks", "the source"),
    "handle": QT_TRANSLATE_NOOP("checks", "handle and date"),
    "listing tab": QT_TRANSLATE_NOOP("checks", "the left label"),
    "photo tab": QT_TRANSLATE_NOOP("checks", "the right label"),
    "price": QT_TRANSLATE_NOOP("checks", "the listing’s price"),
    "claims": QT_TRANSLATE_NOOP("checks", "a claim with a verdict"),
    "more": QT_TRANSLATE_NOOP("checks", "the number of other differences"),
    "listing": QT_TRANSLATE_NOOP("checks", "the listing image"),
    "photo": QT_TRANSLATE_NOOP("checks", "the photo"),
}
_KINDS = {
    WarningKind.ELIDED: (
        QT_TRANSLATE_NOOP("checks", "Every text fits"),
        QT_TRANSLATE_NOOP("checks", "Shortened: {part}. Use fewer words."),
    ),
    WarningKind.LEFT_OUT: (
        QT_TRANSLATE_NOOP("checks", "Nothing is left out"),
        QT_TRANSLATE_NOOP("checks", "No room for {part}."),
    ),
    WarningKind.COVERED: (
        QT_TRANSLATE_NOOP("checks", "Every marked spot is in view"),
        QT_TRANSLATE_NOOP("checks", "Covered: {part}."),
    ),
    WarningKind.FAR: (
        "",
        QT_TRANSLATE_NOOP("checks", "Far from its spot: {part}. The app’s buttons lie there."),
    ),
    WarningKind.UNMEASURED: (
        "",
        QT_TRANSLATE_NOOP("checks", "Not to scale: nothing of known size on {part}."),
    ),
    WarningKind.UNKNOWN: (
        "",
        QT_TRANSLATE_NOOP("checks", "Not known: {part}."),
    ),
    WarningKind.ENLARGED: (
        QT_TRANSLATE_NOOP("checks", "Pictures are large enough"),
        QT_TRANSLATE_NOOP("checks", "Enlarged over 4 times: {part}. A larger one is sharper."),
    ),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    is_fine: bool
    sentence: str


def checks_of(warnings: Sequence[CardWarning]) -> tuple[Check, ...]:
    """What is fine first said once, or each thing that isn't, in a fixed order."""
    found: list[Check] = [Check(True, _say("Everything inside the safe area"))]
    for kind, (fine, wrong) in _KINDS.items():
        mine = [warning for warning in warnings if warning.kind is kind]
        if mine:
            found += [Check(False, _say(wrong).format(part=_part(w.text))) for w in mine]
        elif fine:
            found.append(Check(True, _say(fine)))
    found.append(Check(True, _say("No location, no camera data")))
    return tuple(found)


_ALWAYS = (
    QT_TRANSLATE_NOOP("checks", "Everything inside the safe area"),
    QT_TRANSLATE_NOOP("checks", "No location, no camera data"),
)


def _part(text: str) -> str:
    """``legend 2`` → “note 2”, ``photo 2`` → “number 2 on the photo”, in the app's language."""
    if match := re.fullmatch(r"legend (\d+)", text):
        return _say(QT_TRANSLATE_NOOP("checks", "note {number}")).format(number=match[1])
    if match := re.fullmatch(r"(\d+) discrepancies", text):
        return QCoreApplication.translate("checks", "%n difference(s)", "", int(match[1]))
    if match := re.fullmatch(r"(\d+) claims", text):
        return QCoreApplication.translate("checks", "%n claim(s)", "", int(match[1]))
    if match := re.fullmatch(r"(claim|reasoning) (\d+)", text):
        where = (
            QT_TRANSLATE_NOOP("checks", "claim {number}")
            if match[1] == "claim"
            else QT_TRANSLATE_NOOP("checks", "the reasoning of claim {number}")
        )
        return _say(where).format(number=match[2])
    if match := re.fullmatch(r"(listing|photo) (\d+)", text):
        where = (
            QT_TRANSLATE_NOOP("checks", "number {number} on the listing image")
            if match[1] == "listing"
            else QT_TRANSLATE_NOOP("checks", "number {number} on the photo")
        )
        return _say(where).format(number=match[2])
    return _say(_PARTS[text]) if text in _PARTS else text


def _say(sentence: str) -> str:
    return QCoreApplication.translate("checks", sentence)
