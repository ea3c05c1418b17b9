"""Lengths, angles and areas in the plane of something whose size is known, with their uncertainty.

A pinhole camera (square pixels, focal length and middle known roughly) looks at the plane. Its pose
is fitted to the marked points by Levenberg and Marquardt's method, with what is likely of phones as
a prior (a Gaussian each); the uncertainty is Laplace's: the inverse of JᵀJ at the optimum, carried
to the figure by its gradient (GUM, JCGM 100:2008, section 5.1). Fitting the camera, not any
homography, keeps errors of a pixel from growing far from a small card.

A coin's rim fits two poses that are mirrored: leaning away, or leaning towards the camera
(Y. C. Shiu and S. Ahmad, "3D location of circular and spherical features by monocular model-based
vision", IEEE SMC 1989). The one with the top of the picture further away is taken, as photos of
things on a table are; the interval contains the other one's figure as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Points
from claimcheck.imaging.measuring.pose import Camera, Pose, rim_poses, square_poses
from claimcheck.model.geometry import Point
from claimcheck.model.sizes import COINS, CORNER_PX, POINTS_NEEDED, Known, Measured, Quantity, Scale

Floats = NDArray[np.float64]

_SURE = 2.3  # standard deviations; 1.96 would hold 95 % if hands erred as Gaussians do
_WORST_FIT = 4.0  # root mean square residual, in standard deviations of a set point
_STEP = 1e-5
_UNITS = {Measured.LENGTH: "mm", Measured.ANGLE: "°", Measured.AREA: "mm²", Measured.COUNT: ""}


@dataclass(frozen=True, slots=True)
class Plane:
    """From a picture to millimetres, in the plane of what is known."""

    ways: tuple[Pose, ...]
    """The likeliest first; a coin has two."""
    name: str

    @property
    def tilt_degrees(self) -> float | None:
        """How far the plane leans; ``None`` where a line can't tell."""
        return self.ways[0].tilt_degrees

    def to_mm(self, points: Points) -> Points:
        """Places in the plane (N × 2, mm) of places in the picture (N × 2, px)."""
        return self.ways[0].to_mm(self.ways[0].parameters, points)


def plane_of(
    scale: Scale, picture: tuple[int, int], name: str = "the picture", focal_px: float | None = None
) -> Plane:
    """What ``scale`` says of a picture of this width and height.

    ``focal_px`` is the focal length where it is known. ``KnownError(CORNERS_UNCLEAR)`` when the
    points can't be the outline of such a thing.
    """
    points = _array(scale.points)
    width, height = scale.size_mm
    needed = POINTS_NEEDED.get(scale.known, 4)
    enough = len(points) >= needed if scale.known in COINS else len(points) == needed
    spread = np.ptp(points, axis=0).max() if len(points) else 0.0
    if not enough or spread < 4 or width <= 0 or (height <= 0 and scale.known is not Known.LINE):
        raise _unclear(scale, name)
    sigma = max(scale.corner_px, 0.05)
    if scale.known is Known.LINE:
        return Plane((_along_line(points, width, sigma),), name)
    camera = Camera.likely(picture, focal_px)
    if scale.known in COINS:
        poses = rim_poses(points, width / 2, camera, sigma)
    else:
        turned = scale.known is not Known.RECTANGLE and width != height
        poses = square_poses(points, (width, height), camera, sigma, either_way=turned)
    sound = [pose for pose in poses if pose.misfit <= _WORST_FIT]
    if not sound:
        raise _unclear(scale, name)
    return Plane(tuple(sound), name)


def measured(
    plane: Plane, kind: Measured, points: tuple[Point, ...], corner_px: float = CORNER_PX
) -> Quantity:
    """A length (two points), angle (three, its corner in the middle), area or count.

    The uncertainty holds the truth in 95 % of cases, when a set point is ``corner_px`` off (one
    standard deviation, each way). ``KnownError(POINTS_UNCLEAR)`` for points on the horizon.
    """
    if kind is Measured.COUNT:
        return Quantity(float(len(points)), 0.0, "")
    figure, at = _FIGURES[kind], _array(points)
    values = [_value(pose, figure, at, corner_px) for pose in plane.ways]
    best, spread = values[0]
    if not np.isfinite([best, spread]).all() or best <= 0 or _behind(plane.ways[0], at):
        raise KnownError(ErrorKind.POINTS_UNCLEAR, plane.name)
    reach = _SURE * spread
    for other, around in values[1:]:
        if np.isfinite(other) and np.isfinite(around):
            reach = max(reach, abs(other - best) + _SURE * around)
    return Quantity(best, float(reach), _UNITS[kind])


def in_pixels(kind: Measured, points: tuple[Point, ...], corner_px: float = CORNER_PX) -> Quantity:
    """The same figure in the picture itself, where nothing of known size lies in it."""
    if kind is Measured.COUNT:
        return Quantity(float(len(points)), 0.0, "")
    pose = _along_line(np.array([[0.0, 0.0], [1.0, 0.0]]), 1.0, 1e-9)
    value, spread = _value(pose, _FIGURES[kind], _array(points), corner_px)
    units = {Measured.LENGTH: "px", Measured.AREA: "px²", Measured.ANGLE: "°"}
    return Quantity(value, _SURE * spread, units[kind])


# --- figures --------------------------------------------------------------------------------------

Figure = Callable[[Points], float]


def _length(at: Points) -> float:
    return float(np.linalg.norm(at[1] - at[0]))


def _angle(at: Points) -> float:
    one, other = at[0] - at[1], at[2] - at[1]
    cross = one[0] * other[1] - one[1] * other[0]
    return float(np.degrees(np.arctan2(abs(cross), one @ other)))


def _area(at: Points) -> float:
    """The shoelace formula."""
    x, y = at.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


_FIGURES: dict[Measured, Figure] = {
    Measured.LENGTH: _length,
    Measured.ANGLE: _angle,
    Measured.AREA: _area,
}


def _value(pose: Pose, figure: Figure, at: Points, corner_px: float) -> tuple[float, float]:
    """The figure and its standard deviation."""
    value = figure(pose.to_mm(pose.parameters, at))
    slope = np.array(
        [
            _slope(lambda p: figure(pose.to_mm(p, at)), pose.parameters, index)
            for index in range(len(pose.parameters))
        ]
    )
    own = np.array(
        [
            _slope(
                lambda p: figure(pose.to_mm(pose.parameters, p.reshape(-1, 2))), at.ravel(), index
            )
            for index in range(at.size)
        ]
    )
    variance = slope @ pose.covariance @ slope + corner_px**2 * (own @ own)
    return value, float(np.sqrt(max(variance, 0.0)))


def _slope(function: Callable[[Floats], float], at: Floats, index: int) -> float:
    step = np.zeros_like(at)
    step[index] = _STEP * max(1.0, abs(at[index]))
    return float((function(at + step) - function(at - step)) / (2 * step[index]))


def _behind(pose: Pose, at: Points) -> bool:
    """Whether a place lies beyond the plane's horizon."""
    return pose.depth is not None and bool((pose.depth(pose.parameters, at) <= 0).any())


# --- a line of known length -----------------------------------------------------------------------


def _along_line(ends: Points, length_mm: float, sigma: float) -> Pose:
    def to_mm(parameters: Floats, at: Points) -> Points:
        start, end = parameters[:2], parameters[2:]
        placed: Points = (at - start) * (length_mm / np.linalg.norm(end - start))
        return placed

    return Pose(
        parameters=ends.ravel().astype(float),
        covariance=np.eye(4) * sigma**2,
        to_mm=to_mm,
        misfit=0.0,
    )


def _array(points: tuple[Point, ...]) -> Points:
    return np.array([[p.x, p.y] for p in points], dtype=float).reshape(-1, 2)


def _unclear(scale: Scale, name: str) -> KnownError:
    return KnownError(ErrorKind.CORNERS_UNCLEAR, name, what=scale.known.value.replace("-", " "))
