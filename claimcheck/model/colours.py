"""Colours that were measured, and what was done to a picture's colours before measuring.

CIELAB is of CIE 15:2018, 2° observer, relative to D65: the white of sRGB.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.geometry import Point, Rect

Lab = tuple[float, float, float]
"""Lightness 0 to 100, green to red, blue to yellow."""

NO_CHANGE = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Reference(StrEnum):
    """What the colours of a picture were set right by."""

    NEUTRAL = "neutral"
    """Something grey, of unknown lightness: the tint goes, the exposure stays."""
    WHITE = "white"
    """White paper: tint and exposure."""
    CHART = "chart"
    """A chart of 24 patches: tint, exposure and the colours themselves."""


class DifferenceSize(StrEnum):
    """A ΔE2000 in plain words."""

    SAME = "same"
    HARDLY = "hardly"
    VISIBLE = "visible"
    CLEAR = "clear"
    ANOTHER = "another"


_ = QT_TRANSLATE_NOOP
DIFFERENCE_WORDS: dict[DifferenceSize, str] = {
    DifferenceSize.SAME: _("colours", "no visible difference"),
    DifferenceSize.HARDLY: _("colours", "hardly different"),
    DifferenceSize.VISIBLE: _("colours", "visibly different"),
    DifferenceSize.CLEAR: _("colours", "clearly different"),
    DifferenceSize.ANOTHER: _("colours", "another colour"),
}
UNCALIBRATED = _("colours", "uncalibrated")
REFERENCE_WORDS: dict[Reference, str] = {
    Reference.NEUTRAL: _("colours", "white balance from a neutral patch"),
    Reference.WHITE: _("colours", "white balance from white paper"),
    Reference.CHART: _("colours", "colours fitted to a chart of 24 patches"),
}
"""How an adjustment is named on a card."""

_UP_TO = (
    (1.0, DifferenceSize.SAME),
    (2.0, DifferenceSize.HARDLY),
    (3.5, DifferenceSize.VISIBLE),
    (10.0, DifferenceSize.CLEAR),
)


def difference_size(delta_e_2000: float) -> DifferenceSize:
    """How large a ΔE2000 looks: the steps of Mokrzycki and Tatol, "Colour difference ΔE – A
    survey" (Machine Graphics and Vision 20, 2011), whose last (from 5: two different colours) is
    drawn at 10 here, since a phone's photo alone is often 5 off.
    """
    return next((size for limit, size in _UP_TO if delta_e_2000 < limit), DifferenceSize.ANOTHER)


@dataclass(frozen=True, slots=True)
class ColourCorrection:
    """What sets the colours of one picture right; only how it is read and shown, never the file.

    To linear sRGB (0 to 1): first to the power ``tone``, then ``matrix``, row by row.
    """

    id: str
    evidence_id: str
    reference: Reference
    points: tuple[Point, ...]
    """Two opposite corners of the patch, or the chart's four corners."""
    matrix: tuple[float, ...] = NO_CHANGE
    tone: float = 1.0
    residual: float = 0.0
    """Mean ΔE2000 of the chart's patches, each predicted without itself; 0 for a single patch."""
    largest_residual: float = 0.0
    clipped: bool = False
    """The reference was over-exposed, so its colour is unknown and nothing is corrected."""


@dataclass(frozen=True, slots=True)
class ColourReading:
    """The colour of a patch of one picture."""

    lab: Lab
    spread: float
    """How much the patch varies: the root mean square distance from its mean in CIELAB."""
    pixels: int
    """How many were counted; outliers were not."""
    hex: str = "#000000"
    """As shown on a screen, ``#RRGGBB``."""


@dataclass(frozen=True, slots=True)
class ColourComparison:
    """The colour of one spot on both pictures of a comparison."""

    id: str
    comparison_id: str
    listing_patch: Rect
    photo_patch: Rect
    listing: ColourReading
    photo: ColourReading
    delta_e_2000: float
    calibrated: bool = False
    """Whether the photo has a reference; otherwise the figure is to carry “uncalibrated”."""
    claim_id: str | None = None

    @property
    def size(self) -> DifferenceSize:
        """The difference in plain words."""
        return difference_size(self.delta_e_2000)
