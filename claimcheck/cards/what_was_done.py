"""What was done to the pictures of a card, in its own language, from what the review records."""

from __future__ import annotations

from claimcheck.cards.words import CardWords
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.colours import Reference
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Comparison, Evidence, Review, find
from claimcheck.model.showing import ShownEvidence

_ = QT_TRANSLATE_NOOP

_UNCHANGED = _("card", "Pictures unchanged")
_BOTH = _("card", "Both pictures: {done}")
_SIDES = {
    Role.LISTING: _("card", "Listing image: {done}"),
    Role.PHOTO: _("card", "Photo: {done}"),
}
_PERSPECTIVE = _("card", "perspective corrected")
_MIRRORED = _("card", "mirrored")
_TURNED = _("card", "turned")
_STRAIGHTENED = _("card", "straightened")
_CROPPED = _("card", "cropped")
_COVERED = _("card", "parts made unreadable")
_ALIKE = _("card", "both shown equally large")
_SAME_COLOURS = _("card", "colours unchanged")
_MEASURED = _("card", "colours measured: {how}")
_UNCALIBRATED = _("card", "uncalibrated")
_CALIBRATED = {
    Reference.NEUTRAL: _("card", "white balance from a neutral patch"),
    Reference.WHITE: _("card", "white balance from white paper"),
    Reference.CHART: _("card", "fitted to a colour chart"),
}


def said_of(
    review: Review,
    comparison: Comparison | None,
    listing: Evidence,
    photo: Evidence,
    language: str,
    alike: bool = False,
) -> str:
    """“Photo: straightened, cropped; colours unchanged”: one line for both pictures.

    The pictures are those of a review as it is shown. Cards never change a picture's colours; what
    was measured of them says by which white it was. ``alike`` when the card shows both products
    equally large because they were framed so.
    """
    words = CardWords(language)
    done = {
        Role.LISTING: _done_to(review, listing, words),
        Role.PHOTO: _done_to(review, photo, words),
    }
    if not any(done.values()):
        parts = [words.text(_UNCHANGED)]
    elif done[Role.LISTING] == done[Role.PHOTO]:
        parts = [words.text(_BOTH).format(done=", ".join(done[Role.PHOTO]))]
    else:
        parts = [
            words.text(_SIDES[role]).format(done=", ".join(said))
            for role, said in done.items()
            if said
        ]
    if alike:
        parts.append(words.text(_ALIKE))
    parts.append(words.text(_SAME_COLOURS))
    if comparison is not None and (how := _how_measured(review, comparison, photo)):
        parts.append(words.text(_MEASURED).format(how=words.text(how)))
    return "; ".join(parts)


def _done_to(review: Review, picture: Evidence, words: CardWords) -> tuple[str, ...]:
    adjustment = picture.adjustment if isinstance(picture, ShownEvidence) else None
    said = _steps(adjustment) if adjustment is not None else []
    if any(mark.kind is MarkKind.REDACTION for mark in review.marks_on(picture.id)):
        said.append(_COVERED)
    return tuple(words.text(one) for one in said)


def _steps(adjustment: Adjustment) -> list[str]:
    told = (
        (adjustment.face, _PERSPECTIVE),
        (adjustment.mirrored, _MIRRORED),
        (adjustment.quarter_turns, _TURNED),
        (adjustment.angle, _STRAIGHTENED),
        (adjustment.crop is not None, _CROPPED),
    )
    return [word for is_done, word in told if is_done]


def _how_measured(review: Review, comparison: Comparison, photo: Evidence) -> str:
    """By which white the colours of this comparison were measured; nothing when none were."""
    if not any(one.comparison_id == comparison.id for one in review.colour_comparisons):
        return ""
    correction = find(review.colour_corrections, photo.id)
    if correction is None or correction.clipped:
        return _UNCALIBRATED
    return _CALIBRATED[correction.reference]
