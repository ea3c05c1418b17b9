"""Figures in words: as many digits as the uncertainty allows, in the reader's units."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.imaging.measuring.measure import Plane, in_pixels, measured
from claimcheck.model.kinds import MarkKind, Verdict
from claimcheck.model.promised import judge_figures, promised_count, promised_lengths_mm
from claimcheck.model.review import Mark, new_id
from claimcheck.model.sizes import Measured, Measurement, Quantity
from claimcheck.ui.names import name_of

_ = QT_TRANSLATE_NOOP
_PROMISED = _("sizes", "Promised %1, measured %2.")
_CM_FROM = 20.0  # mm; below, millimetres are what one thinks in


def figure_of(one: Measurement, plane: Plane | None) -> Quantity | None:
    """What it measures, in pixels without a plane; ``None`` beyond the plane's horizon."""
    if plane is None:
        return in_pixels(one.kind, one.points)
    try:
        return measured(plane, one.kind, one.points)
    except KnownError:
        return None


def figure_told(figure: Quantity | None) -> str:
    """Such as ``17.4 ± 0.6 cm``; empty for none."""
    if figure is None:
        return ""
    if not figure.unit:
        return QLocale().toString(round(figure.value))
    value, around, unit = _in_reading_units(figure)
    digits = _digits(around)
    return f"{number_told(value, digits)} ± {number_told(around, digits)} {unit}".replace(" °", "°")


def promises_figures(quote: str) -> bool:
    """Whether a quote names a size or a number of things."""
    return bool(promised_lengths_mm(quote)) or promised_count(quote) is not None


def claim_told(
    quote: str, figures: Sequence[tuple[Measured, Quantity]]
) -> tuple[Verdict, str] | None:
    """The verdict that figures propose for a quote, with the reasoning; ``None`` where none."""
    lengths = promised_lengths_mm(quote)
    counted = [figure for kind, figure in figures if kind is Measured.COUNT]
    long = [figure for kind, figure in figures if kind is Measured.LENGTH and figure.unit == "mm"]
    count = promised_count(quote) if not lengths else None
    if lengths:
        judged, used = judge_figures(lengths, long), long
        promised = (
            " × ".join(QLocale().toString(round(length / 10, 2)) for length in lengths) + " cm"
        )
    elif count is not None:
        judged, used = judge_figures((count,), counted), counted
        promised = str(count)
    else:
        return None
    if judged is None:
        return None
    best = sorted(used, key=lambda q: -q.value)[: max(len(lengths), 1)]
    told = " × ".join(figure_told(figure) for figure in best)
    sentence = QCoreApplication.translate("sizes", _PROMISED)
    sentence = sentence.replace("%1", promised).replace("%2", told)
    return judged.verdict, f"{sentence} {name_of(judged.verdict)}."


def length_marks(lengths: Sequence[tuple[Measurement, Quantity | None]]) -> tuple[Mark, ...]:
    """Lengths as marks on the photo, which go along onto the card with their figures."""
    return tuple(
        Mark(new_id(), one.evidence_id, MarkKind.MEASURE, one.points, text=figure_told(figure))
        for one, figure in lengths
        if one.kind is Measured.LENGTH and figure is not None
    )


def _in_reading_units(figure: Quantity) -> tuple[float, float, str]:
    if figure.unit == "mm" and figure.value >= _CM_FROM:
        return figure.value / 10, figure.uncertainty / 10, "cm"
    if figure.unit == "mm²" and figure.value >= _CM_FROM**2:
        return figure.value / 100, figure.uncertainty / 100, "cm²"
    return figure.value, figure.uncertainty, figure.unit


def _digits(around: float) -> int:
    """So that the uncertainty has one digit, two when it begins with 1."""
    if around <= 0 or not math.isfinite(around):
        return 1
    exponent = math.floor(math.log10(around))
    leading = around / 10**exponent
    return min(max(-exponent + (1 if leading < 2 else 0), 0), 3)


def number_told(value: float, digits: int = 1) -> str:
    """With the reader's decimal sign."""
    return QLocale().toString(value, "f", digits)
