"""What points mean for a scale and for measurements: set one by one, drawn, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.model.geometry import Point
from claimcheck.model.review import new_id
from claimcheck.model.sizes import (
    COINS,
    CORNER_PX,
    POINTS_NEEDED,
    Known,
    Measured,
    Measurement,
    Quantity,
    Scale,
)
from claimcheck.ui.points.figures import figure_told
from claimcheck.ui.points.pane import Spot, Stroke

Points = tuple[Point, ...]
Handle = tuple[str, int]
"""Of which measurement, ``SCALING`` or what is ``BEGUN``, and which of its points."""
SCALING, BEGUN = "scale", ""


def scale_with(
    kept: Scale | None, blank: Scale, begun: Points, point: Point
) -> tuple[Points, Scale | None]:
    """What is begun with one more point, and the scale that it makes whole.

    ``blank`` is the scale that is asked for, without points. A coin's rim that is there already
    gets the point: it is known better with every one.
    """
    if kept is not None and kept.known is blank.known and blank.known in COINS and not begun:
        return (), replace(kept, points=(*kept.points, point), corner_px=CORNER_PX)
    begun = (*begun, point)
    if len(begun) < POINTS_NEEDED.get(blank.known, 4):
        return begun, None
    return (), replace(blank, points=begun)


def count_with(measurements: Sequence[Measurement], photo_id: str, point: Point) -> Measurement:
    """The count of a photo with one more: there is one count in it."""
    counted = next((m for m in measurements if m.kind is Measured.COUNT), None)
    if counted is None:
        counted = Measurement(new_id(), photo_id, Measured.COUNT, ())
    return replace(counted, points=(*counted.points, point))


def without_point(points: Points, at: int) -> Points:
    """All but one."""
    return points[:at] + points[at + 1 :]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lies on the photo, and whose each spot is."""

    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]
    handles: tuple[Handle, ...]


def drawn(
    scale: Scale | None,
    measurements: Sequence[Measurement],
    figures: Mapping[str, Quantity | None],
    begun: Points,
    chosen: Handle | None,
) -> Drawn:
    """The scale, all that was measured with its ``figures``, and what is begun."""
    strokes: list[Stroke] = []
    owned: list[tuple[str, Points]] = []
    if scale is not None:
        if scale.known not in COINS:
            strokes.append(Stroke(scale.points, "", scale.known is not Known.LINE, strong=False))
        owned.append((SCALING, scale.points))
    for one in measurements:
        if one.kind is not Measured.COUNT:
            told = figure_told(figures[one.id])
            strokes.append(Stroke(one.points, told, one.kind is Measured.AREA))
        owned.append((one.id, one.points))
    if begun:
        strokes.append(Stroke(begun))
        owned.append((BEGUN, begun))
    spots, handles = [], []
    counts = {one.id for one in measurements if one.kind is Measured.COUNT}
    for owner, points in owned:
        for at, point in enumerate(points):
            handles.append((owner, at))
            spots.append(
                Spot(point, str(at + 1) if owner in counts else "", chosen=chosen == (owner, at))
            )
    return Drawn(tuple(spots), tuple(strokes), tuple(handles))
