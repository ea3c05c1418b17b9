"""Which part of a picture a view shows: zooming at the cursor, fitting, and two linked views.

Pure functions. A ``scale`` is screen pixels (device-independent) per picture pixel; a centre is the
picture point in the middle of the view.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.geometry import Point, Rect

Size = tuple[float, float]

STEP = 1.25
LARGEST_SCALE = 32.0


@dataclass(frozen=True, slots=True)
class Framing:
    """How a view shows its picture."""

    scale: float
    center: Point


def fit_scale(picture: Size, view: Size) -> float:
    """The scale at which the whole picture just fits into the view."""
    if min(*picture, *view) <= 0:
        return 1.0
    return min(view[0] / picture[0], view[1] / picture[1])


def fitted(picture: Size, view: Size) -> Framing:
    """The whole picture, in the middle."""
    return Framing(fit_scale(picture, view), Point(picture[0] / 2, picture[1] / 2))


def showing(
    place: Rect, picture: Size, view: Size, at_most: float = 3.0, around: float = 1.6
) -> Framing:
    """A framing with ``place`` in the middle, large, with some of its surroundings.

    ``around`` times the place fills the view; a point gets a quarter of the picture. No more than
    ``at_most`` times the scale that fits the whole picture, so that one still sees where one is.
    At the edge of the picture the place moves out of the middle rather than showing nothing.
    """
    fit = fit_scale(picture, view)
    least = max(picture) / 4
    wanted = (max(place.width * around, least), max(place.height * around, least))
    scale = min(fit_scale(wanted, view), fit * at_most, LARGEST_SCALE)
    scale = max(scale, fit)
    middle = place.center
    center = Point(
        _filled(middle.x, picture[0], view[0] / scale),
        _filled(middle.y, picture[1], view[1] / scale),
    )
    return Framing(scale, center)


def _filled(center: float, length: float, seen: float) -> float:
    """``center`` moved so that the part seen lies on the picture, where the picture is larger."""
    if seen >= length:
        return length / 2
    return min(max(center, seen / 2), length - seen / 2)


def held(center: Point, picture: Size) -> Point:
    """A centre on the picture, so that it can never be pushed out of sight."""
    return Point(min(max(center.x, 0.0), picture[0]), min(max(center.y, 0.0), picture[1]))


def held_scale(scale: float, picture: Size, view: Size) -> float:
    """Not smaller than a quarter of what fits (or 1 : 1), not larger than 32 times."""
    fit = fit_scale(picture, view)
    return min(max(scale, min(fit, 1.0) / 4), max(LARGEST_SCALE, fit))


def zoomed_at(anchor: Point, offset: Size, scale: float, picture: Size) -> Framing:
    """Zoom to ``scale`` so that picture point ``anchor`` lies ``offset`` from the view's middle."""
    center = Point(anchor.x - offset[0] / scale, anchor.y - offset[1] / scale)
    return Framing(scale, held(center, picture))


def followed(
    other: Framing,
    before: Framing,
    after: Framing,
    picture: Size,
    other_picture: Size,
    view: Size,
    other_view: Size,
) -> Framing:
    """What a linked view does when its partner goes from ``before`` to ``after``.

    It zooms by the same factor and travels the same share of its own picture. Two views that show
    the same relative spot go on doing so; two that were sent to the places of one discrepancy keep
    their offset. Where the other one is zoomed in more deeply, it travels less.
    """
    ratio = after.scale / before.scale
    depth = before.scale / fit_scale(picture, view)
    other_depth = other.scale / fit_scale(other_picture, other_view)
    share = depth / other_depth
    center = other.center.moved(
        (after.center.x - before.center.x) / picture[0] * other_picture[0] * share,
        (after.center.y - before.center.y) / picture[1] * other_picture[1] * share,
    )
    return Framing(other.scale * ratio, held(center, other_picture))
