"""The rim of a coin, found exactly in the pixels from a few points set by hand.

Edges are sought along the normals of the ellipse through those points, each to a fraction of a
pixel by a parabola through the steepest slope (F. Devernay, "A Non-Maxima Suppression Method for
Edge Detection with Sub-Pixel Accuracy", INRIA RR-2724, 1995). Only the rim's place is read here:
that a circle before a camera isn't quite an ellipse about its middle is the pose's to know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.features import luma
from claimcheck.imaging.aligning.homography import Points
from claimcheck.imaging.aligning.refine_frame import blurred
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Point
from claimcheck.model.sizes import Scale

Floats = NDArray[np.float64]

_Ellipse = tuple[float, float, float, float, float]
"""Middle, half axes, and the angle of the first of them."""
_NORMALS = 96
_REACHES = (0.10, 0.03)  # of the mean radius, in turn: how far from the ellipse edges are sought
_LEAST_REACH_PX = (4.0, 2.5)
_MOST_REACH_PX = 40.0
_STEP_PX = 0.25
_BLUR_PX = 1.0
_LEAST_SLOPE = 2.0  # grey levels a pixel
_NEARER = 0.35  # how much an edge counts less at the reach's end: coins have rings within
_LEAST_SHARE = 0.5  # of the normals that must find the rim
_OUTLIERS = 3.0  # times the median deviation
_LEAST_SIGMA_PX = 0.12  # what lenses bend, and a coin's thickness


@dataclass(frozen=True, slots=True, eq=False)
class Rim:
    """Where the rim is in the picture."""

    points: Points
    """N × 2, px, from the picture's top-left corner as ``model.geometry`` counts."""
    sigma_px: float
    """Standard deviation of one point, each way."""


def find_rim(rgb: RGB, marked: Points, count: int = 12) -> Rim | None:
    """``count`` points of the rim near five or more ``marked`` ones; ``None`` if it is not plain.

    ``rgb`` H × W × 3, uint8; points as the model counts them. A rim that is half hidden, or lies on
    ground of its own brightness, is left as it was marked.
    """
    ellipse = _ellipse(marked - 0.5) if len(marked) >= 5 else None
    if ellipse is None:
        return None
    corner, part = _around_rim(rgb, ellipse)
    if min(part.shape[:2]) < 8:
        return None
    ellipse = (ellipse[0] - corner[0], ellipse[1] - corner[1], *ellipse[2:])
    found = _found(part, ellipse)
    if found is None:
        return None
    ellipse, spots = found
    sigma = float(np.sqrt((_deviation(spots, ellipse) ** 2).mean()))
    if len(spots) < _LEAST_SHARE * _NORMALS or sigma > _plain(ellipse):
        return None
    # A circle before a camera is an ellipse, so its places are known better than any one edge.
    smooth, _normals = _around(ellipse, count)
    smoothed = sigma * float(np.sqrt(count / len(spots)))
    return Rim(smooth + corner + 0.5, max(_LEAST_SIGMA_PX, smoothed))


def _found(part: RGB, ellipse: _Ellipse) -> tuple[_Ellipse, Points] | None:
    """The ellipse through the edges near ``ellipse``, and those edges."""
    grey = blurred(luma(part).astype(np.float32), _BLUR_PX)
    spots = None
    for reach, least in zip(_REACHES, _LEAST_REACH_PX, strict=True):
        far = float(np.clip(reach * _radius(ellipse), least, _MOST_REACH_PX))
        spots = _edges(grey, ellipse, far)
        nearer = _ellipse(spots) if spots is not None else None
        if nearer is None:
            return None
        ellipse = nearer
    return None if spots is None else (ellipse, spots)


def _radius(ellipse: _Ellipse) -> float:
    return float(np.sqrt(ellipse[2] * ellipse[3]))


def _plain(ellipse: _Ellipse) -> float:
    """How far edges may lie off the ellipse, px: noise has edges everywhere."""
    return max(0.8, 0.004 * _radius(ellipse))


def on_rim(scale: Scale, rgb: RGB) -> Scale:
    """A coin's scale with its points where its rim is in the picture; as marked if it isn't plain.

    ``rgb`` is the whole picture at the size that the points count in.
    """
    marked = np.array([[p.x, p.y] for p in scale.points], dtype=float).reshape(-1, 2)
    rim = find_rim(rgb, marked)
    if rim is None:
        return scale
    points = tuple(Point(float(x), float(y)) for x, y in rim.points)
    return replace(scale, points=points, corner_px=rim.sigma_px)


def _ellipse(points: Points) -> _Ellipse | None:
    (x, y), axes, angle = cv2.fitEllipseDirect(points.astype(np.float32).reshape(-1, 1, 2))
    values = (x, y, axes[0] / 2, axes[1] / 2, float(np.radians(angle)))
    if not np.isfinite(values).all() or min(axes) < 8:
        return None
    return values


def _around_rim(rgb: RGB, ellipse: _Ellipse) -> tuple[Points, RGB]:
    """The part of the picture that matters, and where it begins."""
    spots, _normals = _around(ellipse)
    margin = _MOST_REACH_PX + 8
    height, width = rgb.shape[:2]
    left, top = np.clip(np.floor(spots.min(axis=0) - margin), 0, (width, height)).astype(int)
    right, bottom = np.clip(np.ceil(spots.max(axis=0) + margin), 0, (width, height)).astype(int)
    return np.array([left, top], dtype=float), rgb[top:bottom, left:right]


def _edges(grey: NDArray[np.float32], ellipse: _Ellipse, reach: float) -> Points | None:
    """The steepest place across the rim on each normal, all of them rising the same way."""
    spots, normals = _around(ellipse)
    steps = np.arange(-reach, reach + _STEP_PX, _STEP_PX)
    at = spots[:, None] + steps[None, :, None] * normals[:, None]
    height, width = grey.shape
    inside = ((at >= 0) & (at <= (width - 1, height - 1))).all(axis=(1, 2))
    values = cv2.remap(
        grey,
        at[..., 0].astype(np.float32),
        at[..., 1].astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    slope = np.gradient(values, _STEP_PX, axis=1) * (1 - _NEARER * np.abs(steps) / reach)
    way = 1.0 if slope.max(axis=1).mean() >= -slope.min(axis=1).mean() else -1.0
    slope = way * slope
    best = np.clip(slope.argmax(axis=1), 1, len(steps) - 2)
    rows = np.arange(len(spots))
    before, peak, after = (slope[rows, best + shift] for shift in (-1, 0, 1))
    bend = before - 2 * peak + after
    shift = np.where(np.abs(bend) > 1e-9, 0.5 * (before - after) / np.where(bend, bend, 1), 0)
    far = steps[best] + np.clip(shift, -1, 1) * _STEP_PX
    kept = inside & (peak > _LEAST_SLOPE)
    if kept.sum() < _LEAST_SHARE * _NORMALS:
        return None
    found = spots[kept] + far[kept, None] * normals[kept]
    return _agreeing(found)


def _agreeing(found: Points) -> Points | None:
    """Without what lies off the ellipse that most are on."""
    for _ in range(3):
        ellipse = _ellipse(found)
        if ellipse is None:
            return None
        off = np.abs(_deviation(found, ellipse))
        kept = off <= max(_OUTLIERS * 1.48 * float(np.median(off)), 0.2)
        if kept.all() or kept.sum() < 12:
            break
        found = found[kept]
    return found


def _around(ellipse: _Ellipse, count: int = _NORMALS) -> tuple[Points, Points]:
    """Places on the ellipse, and the directions straight out of it."""
    x, y, across, down, angle = ellipse
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    spots = np.column_stack([across * np.cos(turn), down * np.sin(turn)])
    out = np.column_stack([np.cos(turn) / across, np.sin(turn) / down])
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return spots @ rotation.T + (x, y), out @ rotation.T


def _deviation(points: Points, ellipse: _Ellipse) -> Floats:
    """How far outside each point lies, px (to first order)."""
    x, y, across, down, angle = ellipse
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    local = (points - (x, y)) @ rotation
    value = (local[:, 0] / across) ** 2 + (local[:, 1] / down) ** 2 - 1
    slope = 2 * np.hypot(local[:, 0] / across**2, local[:, 1] / down**2)
    return np.asarray(value / np.maximum(slope, 1e-9))
