"""Rendered scenes of known size: a plane before a camera, with a card, a sheet or a coin on it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.model.geometry import Point
from claimcheck.model.sizes import COINS, KNOWN_SIZES_MM, Known, Scale

PICTURE = (4000, 3000)
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Camera:
    """Looks at the plane z = 0, whose places are in mm."""

    focal_px: float
    turning: Array
    place: Array

    @staticmethod
    def any(rng: np.random.Generator, steepest: float = 45.0, leaning_away: bool = False) -> Camera:
        """Tilted by up to ``steepest`` degrees; ``leaning_away``: as over things on a table."""
        tilt = np.radians(rng.uniform(0, steepest))
        way = rng.uniform(-0.5, 0.5) + np.pi if leaning_away else rng.uniform(0, 2 * np.pi)
        axis = np.array([np.cos(way), np.sin(way), 0]) * tilt
        spin = np.array([0, 0, rng.uniform(0, 2 * np.pi)])
        turning = cv2.Rodrigues(axis)[0] @ cv2.Rodrigues(spin)[0]
        place = np.array([rng.uniform(-60, 60), rng.uniform(-60, 60), rng.uniform(450, 800)])
        return Camera(rng.uniform(0.7, 1.3) * PICTURE[0], turning, place)

    def seen(self, plane: Array) -> Array:
        """Where places of the plane (N × 2, mm) are in the picture (px)."""
        solid = np.column_stack([plane, np.zeros(len(plane))]) @ self.turning.T + self.place
        return solid[:, :2] / solid[:, 2:] * self.focal_px + np.array(PICTURE) / 2


def points(array: Array) -> tuple[Point, ...]:
    """As the model has them."""
    return tuple(Point(float(x), float(y)) for x, y in array)


def lying(rng: np.random.Generator, known: Known, camera: Camera, noise_px: float) -> Scale:
    """Something of known size somewhere on the plane, as a person marks it: any corner first."""
    width, height = KNOWN_SIZES_MM[known]
    if known in COINS:
        around = np.linspace(0, 2 * np.pi, 8)[:-1]
        outline = np.column_stack([np.cos(around), np.sin(around)]) * width / 2
    else:
        outline = np.array([[0, 0], [width, 0], [width, height], [0, height]])
        outline = np.roll(outline, rng.integers(4), axis=0)[:: rng.choice([1, -1])]
    seen = camera.seen(outline + rng.uniform(-80, 0, 2))
    return Scale("p", known, points(seen + rng.normal(0, noise_px, seen.shape)))


def ends(rng: np.random.Generator) -> Array:
    """Two places on the plane, at least 40 mm apart."""
    while True:
        found: Array = rng.uniform(-120, 120, (2, 2))
        if np.linalg.norm(found[0] - found[1]) >= 40:
            return found
