"""What measuring says: of the scale, of each kind of figure, and what to click next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.imaging.measuring.measure import Plane
from claimcheck.model.sizes import COINS, Known, Measured
from claimcheck.ui.language import tell

_ = QT_TRANSLATE_NOOP
_KINDS = {
    Measured.LENGTH: _("SizeDialog", "Length"),
    Measured.ANGLE: _("SizeDialog", "Angle"),
    Measured.AREA: _("SizeDialog", "Area"),
    Measured.COUNT: _("SizeDialog", "Count"),
}
_HINTS = {
    Measured.LENGTH: _("SizeDialog", "Click both ends of what to measure."),
    Measured.ANGLE: _("SizeDialog", "Click an end, the corner, and the other end."),
    Measured.AREA: _("SizeDialog", "Click around the area, then press Enter."),
    Measured.COUNT: _("SizeDialog", "Click each one; Delete takes the last one clicked out."),
}
_RIM = _("SizeDialog", "Click five points or more on the coin’s rim.")
_LINE = _("SizeDialog", "Give the line’s length, then click its two ends.")
_CORNERS = _("SizeDialog", "Click its four corners, going round.")
_NO_SCALE = _("SizeDialog", "Without it, figures are in pixels.")
_NO_TILT = _("SizeDialog", "A line shows no tilt: measure only beside it.")
_TILT = _("SizeDialog", "Tilted %1°, taken into account. Only what lies in its plane counts.")


def kind_told(kind: Measured) -> str:
    """What a kind of figure is called."""
    return _words(_KINDS[kind])


def size_hint(key: str, known: Known) -> str:
    """What to click next, for a kind of figure or for the scale."""
    if key in list(Measured):
        return _words(_HINTS[Measured(key)])
    if known in COINS:
        return _words(_RIM)
    return _words(_LINE if known is Known.LINE else _CORNERS)


def plane_told(plane: Plane | KnownError | None) -> str:
    """What the scale is worth."""
    if isinstance(plane, KnownError):
        return tell(plane)
    if plane is None:
        return _words(_NO_SCALE)
    if plane.tilt_degrees is None:
        return _words(_NO_TILT)
    return _words(_TILT).replace("%1", str(round(plane.tilt_degrees)))


def _words(text: str) -> str:
    return QCoreApplication.translate("SizeDialog", text)
