"""A coin on a table before a camera, as pixels: two metals, a raised edge, relief."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB
from tests.helpers.scenes import PICTURE, Camera

Array = NDArray[np.float64]
_FINE = 4  # samples a pixel, each way


def rim_of(camera: Camera, middle: Array, radius_mm: float, angles: Array) -> Array:
    """Places of the rim in the picture, px."""
    around = np.column_stack([np.cos(angles), np.sin(angles)]) * radius_mm
    return camera.seen(around + middle)


def coin_photo(rng: np.random.Generator, camera: Camera, middle: Array, radius_mm: float) -> RGB:
    """The whole picture, blurred and noisy about the coin; ``middle`` in mm on the table."""
    width, height = PICTURE
    rim = rim_of(camera, middle, radius_mm, np.linspace(0, 2 * np.pi, 200))
    left, top = np.maximum(np.floor(rim.min(axis=0) - 40), 0).astype(int)
    right, bottom = np.minimum(np.ceil(rim.max(axis=0) + 40), PICTURE).astype(int)
    down, across = np.mgrid[0 : (bottom - top) * _FINE, 0 : (right - left) * _FINE]
    places = np.stack([(across + 0.5) / _FINE + left, (down + 0.5) / _FINE + top], axis=-1)
    lens = np.array([[camera.focal_px, 0, width / 2], [0, camera.focal_px, height / 2], [0, 0, 1]])
    way = np.linalg.inv(lens @ np.column_stack([camera.turning[:, :2], camera.place]))
    seen = np.concatenate([places, np.ones((*places.shape[:2], 1))], axis=-1) @ way.T
    at = seen[..., :2] / seen[..., 2:] - middle
    far, angle = np.hypot(at[..., 0], at[..., 1]) / radius_mm, np.arctan2(at[..., 1], at[..., 0])
    colour = np.where(far[..., None] < 0.72, [200.0, 170, 90], [190.0, 190, 195])
    colour *= (1 + 0.12 * np.sin(2 * angle + rng.uniform(0, 6)))[..., None]
    colour[(far > 0.9) & (far < 0.93)] *= 0.75
    there = cv2.resize(
        (far < 1).astype(np.float32), (right - left, bottom - top), interpolation=cv2.INTER_AREA
    )[..., None]
    coin = cv2.resize(
        colour.astype(np.float32), (right - left, bottom - top), interpolation=cv2.INTER_AREA
    )
    ground = rng.uniform(90, 170, (8, 8)).astype(np.float32)
    around = cv2.resize(ground, (right - left, bottom - top), interpolation=cv2.INTER_CUBIC)
    part = around[..., None] * np.array([1, 0.9, 0.75], np.float32) * (1 - there) + coin * there
    part = cv2.GaussianBlur(part, (0, 0), rng.uniform(0.6, 1.4))
    part = part + rng.normal(0, 3, (*part.shape[:2], 1))
    picture = np.full((height, width, 3), 120, np.uint8)
    picture[top:bottom, left:right] = np.clip(part, 0, 255).astype(np.uint8)
    return picture
