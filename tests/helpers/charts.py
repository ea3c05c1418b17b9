"""A rendered chart of 24 patches in a scene, tilted, tinted, with crosstalk and noise."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.measuring.chart import reference_light
from claimcheck.imaging.measuring.colour_reading import srgb_of_light
from claimcheck.imaging.pixels import RGB

CELL, GAP, BORDER = 60, 9, 25


def flat_chart() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The chart in linear light, seen straight on, and the outer corners of its corner patches."""
    width, height = 6 * CELL + 5 * GAP + 2 * BORDER, 4 * CELL + 3 * GAP + 2 * BORDER
    light = np.full((height, width, 3), 0.01)
    for index, patch in enumerate(np.clip(reference_light(), 0, 1)):
        row, column = divmod(index, 6)
        y, x = BORDER + row * (CELL + GAP), BORDER + column * (CELL + GAP)
        light[y : y + CELL, x : x + CELL] = patch
    right, bottom = width - BORDER, height - BORDER
    corners = np.array([[BORDER, BORDER], [right, BORDER], [right, bottom], [BORDER, bottom]])
    return light, corners - 0.5


def chart_photo(
    seed: int, size: tuple[int, int] = (1600, 1200)
) -> tuple[RGB, NDArray[np.float64], NDArray[np.float64]]:
    """A photo of the chart on something soft, its corners in it, and the light's three gains."""
    rng = np.random.default_rng(seed)
    light, corners = flat_chart()
    height, width = light.shape[:2]
    frame = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    angle, scale = np.radians(rng.uniform(-20, 20)), rng.uniform(1.1, 2.0)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array(size) * rng.uniform(0.42, 0.58, 2)
    placed = (frame - frame.mean(axis=0)) @ turn.T * scale + middle + rng.uniform(-40, 40, (4, 2))
    matrix = cv2.getPerspectiveTransform(
        (frame - 0.5).astype(np.float32), placed.astype(np.float32)
    )
    table = cv2.resize(rng.uniform(0.05, 0.6, (6, 8, 3)), size, interpolation=cv2.INTER_CUBIC)
    scene = cv2.warpPerspective(
        light,
        matrix,
        size,
        dst=np.clip(table, 0, 1),
        borderMode=cv2.BORDER_TRANSPARENT,
        flags=cv2.INTER_AREA,
    )
    gains = rng.uniform(0.6, 1.1, 3)
    seen = (scene * gains) @ (0.88 * np.eye(3) + 0.04).T + rng.normal(0, 0.004, scene.shape)
    codes = np.rint(255 * srgb_of_light(np.clip(seen, 0, 1) ** rng.uniform(0.9, 1.1)))
    return codes.astype(np.uint8), cv2.perspectiveTransform(corners[None], matrix)[0], gains
