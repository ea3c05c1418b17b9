"""How a flat thing of known size stands before the camera: pose, focal length and middle, fitted.

Parameters are: turning (a rotation vector), place (mm), the logarithm of the focal length in
pixels, and the picture's middle (px). Pixels count from the picture's top-left corner, edges at
whole numbers.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.homography import Points

Floats = NDArray[np.float64]
Residuals = Callable[[Floats], Floats]

_STEPS = 40
_STEP = 1e-6
_FOCAL_GUESSES = (1.0,)  # times the likely one; the fit finds its way from there


@dataclass(frozen=True, slots=True)
class Camera:
    """What is known of a camera before anything is marked, as Gaussians."""

    log_focal: float
    focal_spread: float
    middle: tuple[float, float]
    middle_spread: float

    @staticmethod
    def likely(picture: tuple[int, int], focal_px: float | None = None) -> Camera:
        """Phones see as 24 to 80 mm do on 36 × 24 mm film; pictures may be cropped a little."""
        longer = max(picture)
        return Camera(
            log_focal=float(np.log(focal_px or longer)),
            focal_spread=0.05 if focal_px else 0.45,
            middle=(picture[0] / 2, picture[1] / 2),
            middle_spread=0.05 * longer,
        )

    def residuals(self, parameters: Floats) -> Floats:
        """How unlikely a camera is, in standard deviations."""
        return np.array(
            [
                (parameters[6] - self.log_focal) / self.focal_spread,
                *((parameters[7:9] - self.middle) / self.middle_spread),
            ]
        )


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """A fit, and how sure it is."""

    parameters: Floats
    covariance: Floats
    to_mm: Callable[[Floats, Points], Points]
    """Places in the plane (N × 2, mm) of places in the picture (N × 2, px) under parameters."""
    misfit: float
    """Root mean square of the residuals, in standard deviations of a set point."""
    cost: float = 0.0
    depth: Callable[[Floats, Points], Floats] | None = None
    """Of places in the picture: above 0 before the horizon."""
    top_is_further: bool = True

    @property
    def tilt_degrees(self) -> float | None:
        """Between the plane's normal and the line of sight; ``None`` where nobody can tell."""
        if self.depth is None:
            return None
        return float(np.degrees(np.arccos(min(abs(_turning(self.parameters)[2, 2]), 1.0))))


def square_poses(
    corners: Points,
    size_mm: tuple[float, float],
    camera: Camera,
    sigma_px: float,
    *,
    either_way: bool,
) -> list[Pose]:
    """The pose of a rectangle by its four corners, going round either way; best first.

    ``either_way``: the first side may be the long or the short one, whichever fits.
    """
    if not cv2.isContourConvex(corners.astype(np.float32).reshape(-1, 1, 2)):
        return []
    if _turns_left(corners):
        corners = corners[[0, 3, 2, 1]]
        size_mm = (size_mm[1], size_mm[0])
    found = []
    for width, height in dict.fromkeys((size_mm, size_mm[::-1] if either_way else size_mm)):
        plane = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=float)

        def residuals(p: Floats, plane: Points = plane) -> Floats:
            misses = (_seen(p, plane) - corners) / sigma_px
            return np.concatenate([misses.ravel(), camera.residuals(p)])

        starts = _starts(plane, corners, camera)
        poses = [_pose(residuals, start) for start in starts]
        if poses:
            found.append(min(poses, key=lambda pose: pose.cost))
    return sorted(found, key=lambda pose: pose.cost)[:1]


def rim_poses(rim: Points, radius_mm: float, camera: Camera, sigma_px: float) -> list[Pose]:
    """The two mirrored poses of a disc by points on its rim; with its top further away first."""
    (x, y), axes, angle = cv2.fitEllipseDirect(rim.astype(np.float32))
    if not np.isfinite([x, y, *axes, angle]).all() or min(axes) < 2:
        return []
    # OpenCV's angle is that of the first axis.
    longer = max(axes)
    along = np.radians(angle if axes[0] >= axes[1] else angle + 90)
    lean = np.arccos(min(min(axes) / longer, 1.0))

    def residuals(p: Floats) -> Floats:
        px_per_mm = np.exp(p[6]) / max(p[5], 1e-6)
        misses = (np.linalg.norm(_back(p, rim), axis=1) - radius_mm) * px_per_mm / sigma_px
        spin = _turning(p)[1, 0]  # a disc looks the same turned about its middle
        return np.concatenate([misses, camera.residuals(p), [spin]])

    focal, middle = np.exp(camera.log_focal), np.array(camera.middle)
    far = focal * 2 * radius_mm / longer
    place = np.array([*((np.array([x, y]) - middle) * far / focal), far])
    poses = []
    for sign in (1, -1):
        axis = np.array([np.cos(along), np.sin(along), 0.0]) * lean * sign
        start = np.concatenate([axis, place, [camera.log_focal], middle])
        poses.append(_pose(residuals, start))
    poses.sort(key=lambda pose: (not pose.top_is_further, pose.cost))
    best = min(pose.misfit for pose in poses)
    return [pose for pose in poses if pose.misfit <= best + 1]


def fitted(residuals: Residuals, start: Floats) -> tuple[Floats, Floats, float]:
    """Least squares by Levenberg and Marquardt: the optimum, its covariance, the sum of squares."""
    at, damping = start.astype(float), 1e-3
    now = residuals(at)
    cost = float(now @ now)
    slope = _jacobian(residuals, at)
    for _ in range(_STEPS):
        normal = slope.T @ slope
        step = np.linalg.lstsq(
            normal + damping * np.diag(np.diag(normal) + 1e-12), -slope.T @ now, rcond=None
        )[0]
        there = residuals(at + step)
        better = float(there @ there)
        if np.isfinite(better) and better < cost:
            gained, at, now, cost = cost - better, at + step, there, better
            damping = max(damping / 5, 1e-9)
            slope = _jacobian(residuals, at)
            if gained < 1e-10 * (1 + cost):
                break
        else:
            damping *= 8
            if damping > 1e9:
                break
    return at, np.asarray(np.linalg.pinv(slope.T @ slope)), cost


# --- inside ---------------------------------------------------------------------------------------


def _pose(residuals: Residuals, start: Floats) -> Pose:
    parameters, covariance, cost = fitted(residuals, start)
    count = len(residuals(parameters)) - 3
    normal = _turning(parameters)[:, 2]
    # The plane goes on upwards in the picture (y falls) and away (z grows).
    slope = normal[1] * normal[2]
    return Pose(
        parameters=parameters,
        covariance=covariance,
        to_mm=_back,
        misfit=float(np.sqrt(cost / count)),
        cost=cost if parameters[5] > 0 else np.inf,
        depth=_depth,
        top_is_further=bool(slope >= 0),
    )


def _starts(plane: Points, corners: Points, camera: Camera) -> Sequence[Floats]:
    """Poses to begin with: both of a plane's, for several focal lengths."""
    found = []
    solid = np.column_stack([plane, np.zeros(len(plane))])
    for times, middle in itertools.product(_FOCAL_GUESSES, (np.array(camera.middle),)):
        focal = np.exp(camera.log_focal) * times
        matrix = np.array([[focal, 0, middle[0]], [0, focal, middle[1]], [0, 0, 1.0]])
        _count, turnings, places, _errors = cv2.solvePnPGeneric(
            solid, corners.astype(float), matrix, None, flags=cv2.SOLVEPNP_IPPE
        )
        for turning, place in zip(turnings, places, strict=True):
            start = np.concatenate([turning.ravel(), place.ravel(), [np.log(focal)], middle])
            if np.isfinite(start).all():
                found.append(start)
    return found


def _turning(parameters: Floats) -> Floats:
    return np.asarray(cv2.Rodrigues(parameters[:3])[0], dtype=float)


def _to_picture(parameters: Floats) -> Floats:
    """From the plane (mm) to the picture (px), 3 × 3."""
    focal = np.exp(parameters[6])
    lens = np.array([[focal, 0, parameters[7]], [0, focal, parameters[8]], [0, 0, 1.0]])
    turned = _turning(parameters)
    return np.asarray(lens @ np.column_stack([turned[:, :2], parameters[3:6]]))


def _seen(parameters: Floats, plane: Points) -> Points:
    found = np.column_stack([plane, np.ones(len(plane))]) @ _to_picture(parameters).T
    places: Points = found[:, :2] / np.maximum(found[:, 2:], 1e-9)
    return places


def _back(parameters: Floats, at: Points) -> Points:
    found = np.column_stack([at, np.ones(len(at))]) @ np.linalg.inv(_to_picture(parameters)).T
    depth = np.where(np.abs(found[:, 2:]) < 1e-15, 1e-15, found[:, 2:])
    places: Points = found[:, :2] / depth
    return places


def _depth(parameters: Floats, at: Points) -> Floats:
    """Its sign says on which side of the horizon places lie; the thing itself is before it."""
    back = np.linalg.inv(_to_picture(parameters))
    found: Floats = np.column_stack([at, np.ones(len(at))]) @ back[2]
    return found * np.sign(parameters[5]) if parameters[5] else found


def _jacobian(residuals: Residuals, at: Floats) -> Floats:
    columns = []
    for index in range(len(at)):
        step = np.zeros_like(at)
        step[index] = _STEP * max(1.0, abs(at[index]))
        columns.append((residuals(at + step) - residuals(at - step)) / (2 * step[index]))
    return np.asarray(np.column_stack(columns))


def _turns_left(corners: Points) -> bool:
    """Anticlockwise as seen, with y pointing down."""
    x, y = corners.T
    return bool(x @ np.roll(y, -1) - y @ np.roll(x, -1) < 0)
