"""Whether a card is ready to post: what it warns of and its lint finds, in the app's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.cards.lint import Finding, FindingKind
from claimcheck.errors import QT_TRANSLATE_NOOP

_PARTS = {
    "title": QT_TRANSLATE_NOOP("checks", "the title"),
    "claim": QT_TRANSLATE_NOOP("checks", "the quoted claim"),
    "reasoning": QT_TRANSLATE_NOOP("checks", "the reasoning"),
    "source": QT_TRANSLATE_NOOP("checks", "the source"),
    "handle": QT_TRANSLATE_NOOP("checks", "handle and date"),
    "footer": QT_TRANSLATE_NOOP("checks", "what was done to the pictures"),
    "date": QT_TRANSLATE_NOOP("checks", "the date"),
    "listing tab": QT_TRANSLATE_NOOP("checks", "the left label"),
    "photo tab": QT_TRANSLATE_NOOP("checks", "the right label"),
    "price": QT_TRANSLATE_NOOP("checks", "the listing’s price"),
    "claims": QT_TRANSLATE_NOOP("checks", "a claim with a verdict"),
    "more": QT_TRANSLATE_NOOP("checks", "the number of other differences"),
    "listing": QT_TRANSLATE_NOOP("checks", "the listing image"),
    "photo": QT_TRANSLATE_NOOP("checks", "the photo"),
    "stamp": QT_TRANSLATE_NOOP("checks", "the stamp"),
    "expectation": QT_TRANSLATE_NOOP("checks", "the upper word"),
    "reality": QT_TRANSLATE_NOOP("checks", "the lower word"),
}
_NUMBERED = {
    "legend": QT_TRANSLATE_NOOP("checks", "note {number}"),
    "claim": QT_TRANSLATE_NOOP("checks", "claim {number}"),
    "reasoning": QT_TRANSLATE_NOOP("checks", "the reasoning of claim {number}"),
    "stamp": QT_TRANSLATE_NOOP("checks", "stamp {number}"),
    "number": QT_TRANSLATE_NOOP("checks", "number {number} of the notes"),
    "listing": QT_TRANSLATE_NOOP("checks", "number {number} on the listing image"),
    "photo": QT_TRANSLATE_NOOP("checks", "number {number} on the photo"),
}
_SCRIPTS = {
    "Arabic": QT_TRANSLATE_NOOP("checks", "Arabic"),
    "Cjk": QT_TRANSLATE_NOOP("checks", "Chinese characters"),
    "Devanagari": QT_TRANSLATE_NOOP("checks", "Devanagari"),
    "Hangul": QT_TRANSLATE_NOOP("checks", "Korean"),
    "Hebrew": QT_TRANSLATE_NOOP("checks", "Hebrew"),
    "Hiragana": QT_TRANSLATE_NOOP("checks", "Japanese"),
    "Katakana": QT_TRANSLATE_NOOP("checks", "Japanese"),
    "Thai": QT_TRANSLATE_NOOP("checks", "Thai"),
}
"""By their names in Unicode; those of others are used as they are."""
_KINDS = {
    WarningKind.ELIDED: (
        QT_TRANSLATE_NOOP("checks", "Every text fits"),
        QT_TRANSLATE_NOOP("checks", "Shortened: {part}. Use fewer words."),
    ),
    WarningKind.UNSHOWN: (
        "",
        QT_TRANSLATE_NOOP(
            "checks",
            "Empty boxes instead of letters: {part}. Install a font that has them, or write it "
            "otherwise.",
        ),
    ),
    WarningKind.LEFT_OUT: (
        QT_TRANSLATE_NOOP("checks", "Nothing is left out"),
        QT_TRANSLATE_NOOP(
            "checks", "No room for {part}. Use fewer words, another format or a carousel."
        ),
    ),
    WarningKind.COVERED: (
        QT_TRANSLATE_NOOP("checks", "Every marked spot is in view"),
        QT_TRANSLATE_NOOP(
            "checks",
            "Not in view: {part}. Try another template or format, or point out fewer differences.",
        ),
    ),
    WarningKind.FAR: (
        "",
        QT_TRANSLATE_NOOP(
            "checks",
            "Far from its spot: {part}. The app’s buttons lie there: drag the picture up, or take "
            "another format.",
        ),
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
_FINDINGS = {
    FindingKind.OUTSIDE: (
        QT_TRANSLATE_NOOP("checks", "Everything inside the safe area"),
        QT_TRANSLATE_NOOP("checks", "Outside the safe area: {part}."),
    ),
    FindingKind.OVERLAP: (
        QT_TRANSLATE_NOOP("checks", "Nothing lies on top of each other"),
        QT_TRANSLATE_NOOP("checks", "On top of each other: {part} and {other}."),
    ),
    FindingKind.SMALL: (
        QT_TRANSLATE_NOOP("checks", "Every letter is large enough"),
        QT_TRANSLATE_NOOP("checks", "Too small for a phone: {part}."),
    ),
    FindingKind.CONTRAST: (
        QT_TRANSLATE_NOOP("checks", "Every text stands out"),
        QT_TRANSLATE_NOOP("checks", "Hard to tell from what is under it: {part}."),
    ),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    is_fine: bool
    sentence: str


def checks_of(
    warnings: Sequence[CardWarning], findings: Sequence[Finding] = ()
) -> tuple[Check, ...]:
    """What is fine said once, or each thing that isn't by its name, in a fixed order."""
    found: list[Check] = []
    for finding_kind, (fine, wrong) in _FINDINGS.items():
        told = [
            _say(wrong).format(part=_part(one.what), other=_part(one.with_what))
            for one in findings
            if one.kind is finding_kind
        ]
        found += _either(fine, told)
    for kind, (fine, wrong) in _KINDS.items():
        found += _either(
            fine, [_say(wrong).format(part=_part(w.text)) for w in warnings if w.kind is kind]
        )
    found.append(Check(True, _say(_NOTHING_PRIVATE)))
    return tuple(found)


def is_misplaced(warnings: Sequence[CardWarning], findings: Sequence[Finding]) -> bool:
    """Whether something is wrong that comes of where things are, rather than of their words."""
    return any(one.kind in _OF_FRAMING for one in warnings) or any(
        one.kind in (FindingKind.OUTSIDE, FindingKind.OVERLAP) for one in findings
    )


_OF_FRAMING = (WarningKind.COVERED, WarningKind.FAR, WarningKind.ENLARGED)


def _either(fine: str, told: Sequence[str]) -> list[Check]:
    """Everything that is wrong once, else that nothing is, where that is worth a line."""
    if told:
        return [Check(False, sentence) for sentence in dict.fromkeys(told)]
    return [Check(True, _say(fine))] if fine else []


_NOTHING_PRIVATE = QT_TRANSLATE_NOOP("checks", "No location, no camera data")
"""Of every card: an export that would hold any is refused."""


def _part(text: str) -> str:
    """``legend 2`` → “note 2”, ``photo 2`` → “number 2 on the photo”, in the app's language."""
    if match := re.fullmatch(r"(\d+) discrepancies", text):
        return QCoreApplication.translate("checks", "%n difference(s)", "", int(match[1]))
    if match := re.fullmatch(r"(\d+) claims", text):
        return QCoreApplication.translate("checks", "%n claim(s)", "", int(match[1]))
    if match := re.fullmatch(r"(?:callout )?(\w+) (\d+)", text):
        kind, number = match.groups()
        if kind in _NUMBERED:
            return _say(_NUMBERED[kind]).format(number=number)
    if match := re.fullmatch(r"(.+): ([^:]+)", text):  # letters that no font has
        scripts = [_say(_SCRIPTS.get(one, one)) for one in match[2].split(", ")]
        return f"{_part(match[1])} ({', '.join(scripts)})"
    if text.startswith("ruler "):
        return _say(QT_TRANSLATE_NOOP("checks", "the ruler"))
    return _say(_PARTS[text]) if text in _PARTS else text


def _say(sentence: str) -> str:
    return QCoreApplication.translate("checks", sentence)
