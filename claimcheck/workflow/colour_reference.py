"""What sets a photo's colours right: read in its pixels, with everything compared read anew."""

from __future__ import annotations

from claimcheck.imaging.aligning.homography import Points
from claimcheck.imaging.measuring.chart import fit_chart
from claimcheck.imaging.measuring.chart_finder import find_chart
from claimcheck.imaging.measuring.white_balance import balance_from_patch
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import ColourCorrection, Reference
from claimcheck.model.geometry import Rect

Place = Rect | Points | None
"""A patch; a chart's four corners; ``None`` for a chart that is to be found."""


def read_reference(rgb: RGB, reference: Reference, place: Place, name: str) -> ColourCorrection:
    """The correction that the reference in a photo gives.

    ``KnownError`` as ``balance_from_patch``, ``find_chart`` and ``fit_chart``.
    """
    if isinstance(place, Rect):
        return balance_from_patch(rgb, place, reference, name=name)
    corners = find_chart(rgb, name) if place is None else place
    return fit_chart(rgb, corners, name=name).correction
