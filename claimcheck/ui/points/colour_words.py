"""What comparing colours says: of the reference, and what to click next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.colours import REFERENCE_WORDS, ColourCorrection, Reference
from claimcheck.model.kinds import Role
from claimcheck.ui.points.figures import number_told

_ = QT_TRANSLATE_NOOP
_NOTHING = _(
    "ColourDialog", "Nothing neutral is known in the photo: figures are marked “uncalibrated”."
)
_CLIPPED = _("ColourDialog", "The reference is over-exposed, so nothing is corrected by it.")
_LEFT_OVER = _("ColourDialog", "Left over: ΔE %1 on average, %2 at most.")
_NEXT = {
    None: _("ColourDialog", "Click a spot, or drag over an area, on both pictures."),
    Role.LISTING: _("ColourDialog", "Now the same spot on the photo."),
    Role.PHOTO: _("ColourDialog", "Now the same spot on the listing image."),
}
_MARK_CHART = _("ColourDialog", "Let the chart be found, or drag over it in the photo.")
_DRAG_CHART = _("ColourDialog", "Drag the corners onto the chart’s own, if they aren’t there yet.")
_PICK = {
    Reference.WHITE: _("ColourDialog", "Click or drag over white paper in the photo."),
    Reference.NEUTRAL: _("ColourDialog", "Click or drag over something grey in the photo."),
}


def reference_told(correction: ColourCorrection | None) -> str:
    """What sets the photo's colours right, and how well."""
    if correction is None:
        return _words(_NOTHING)
    if correction.clipped:
        return _words(_CLIPPED)
    told = QCoreApplication.translate("colours", REFERENCE_WORDS[correction.reference])
    told = told[0].upper() + told[1:]
    if correction.reference is not Reference.CHART:
        return f"{told}."
    rest = number_told(correction.residual), number_told(correction.largest_residual)
    return f"{told}. {_words(_LEFT_OVER).replace('%1', rest[0]).replace('%2', rest[1])}"


def spot_hint(picked: Role | None) -> str:
    """What to click next, with a spot picked on one of the pictures or on neither."""
    return _words(_NEXT[picked])


def reference_hint(reference: Reference, has_corners: bool) -> str:
    """What to click for a reference."""
    if reference is Reference.CHART:
        return _words(_DRAG_CHART if has_corners else _MARK_CHART)
    return _words(_PICK[reference])


def _words(text: str) -> str:
    return QCoreApplication.translate("ColourDialog", text)
