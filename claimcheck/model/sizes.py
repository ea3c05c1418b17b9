"""Sizes that were measured: what gives a picture its scale, and what was measured in that plane.

Only what lies in the plane of the reference is measured right. Points are in the picture's own
pixels. The figures themselves are computed from these (``imaging/measuring/measure.py``), never
kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point


class Known(StrEnum):
    """What of known size lies in the picture."""

    LINE = "line"
    """Two points with a length that the user gives: no tilt can be seen, none is corrected."""
    BANK_CARD = "bank-card"
    A4 = "a4"
    EURO_1 = "euro-1"
    EURO_2 = "euro-2"
    RECTANGLE = "rectangle"
    """Four corners of a rectangle whose sides the user gives."""


class Measured(StrEnum):
    """What is measured."""

    LENGTH = "length"
    ANGLE = "angle"
    AREA = "area"
    COUNT = "count"


KNOWN_SIZES_MM: dict[Known, tuple[float, float]] = {
    Known.BANK_CARD: (85.60, 53.98),
    Known.A4: (297.0, 210.0),
    Known.EURO_1: (23.25, 23.25),
    Known.EURO_2: (25.75, 25.75),
}
"""Width and height: ISO/IEC 7810 ID-1; ISO 216; Council Regulation (EU) No 729/2014."""

COINS = frozenset({Known.EURO_1, Known.EURO_2})
POINTS_NEEDED = {Known.LINE: 2, Known.EURO_1: 5, Known.EURO_2: 5}
"""A coin's rim takes five points or more; everything else has four corners."""
CORNER_PX = 1.0
"""How far off a point is that a person sets with the loupe: the standard deviation, each way."""

_ = QT_TRANSLATE_NOOP
KNOWN_WORDS: dict[Known, str] = {
    Known.LINE: _("sizes", "a line of known length"),
    Known.BANK_CARD: _("sizes", "a bank card"),
    Known.A4: _("sizes", "a sheet of A4"),
    Known.EURO_1: _("sizes", "a €1 coin"),
    Known.EURO_2: _("sizes", "a €2 coin"),
    Known.RECTANGLE: _("sizes", "a rectangle of known size"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What of known size lies in one picture."""

    id: str
    """Of the evidence."""
    known: Known
    points: tuple[Point, ...]
    """Two ends, four corners going round, or five and more points of a coin's rim."""
    width_mm: float = 0.0
    """Of a line its length; of a rectangle the side from its first corner to its second."""
    height_mm: float = 0.0
    corner_px: float = CORNER_PX
    """Standard deviation of each set point, each way."""

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the known thing."""
        return KNOWN_SIZES_MM.get(self.known, (self.width_mm, self.height_mm))


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something measured in one picture."""

    id: str
    evidence_id: str
    kind: Measured
    points: tuple[Point, ...]
    """Two ends; the two ends of an angle with its corner between; a polygon; what was clicked."""
    claim_id: str | None = None
    """The claim that it bears on."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its uncertainty."""

    value: float
    uncertainty: float
    """Half the width of the interval that contains the truth in 95 % of cases."""
    unit: str
    """``mm``, ``mm²``, ``°``, or nothing for a count."""

    @property
    def interval(self) -> tuple[float, float]:
        """From the least to the most it is."""
        return self.value - self.uncertainty, self.value + self.uncertainty
