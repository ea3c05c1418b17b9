"""The mascot: a bear's face under hair no gummy could grow.

Every function takes the middle of the face (cx, cy) and its radius r in pixels.
"""

from __future__ import annotations

import random

from PIL import ImageDraw

from .shapes import Ink, Spot, bezier, disc, strand

FUR: Ink = (196, 128, 74)
FUR_LIGHT: Ink = (238, 196, 148)
HAIR_TONES: tuple[Ink, ...] = ((92, 40, 20), (138, 66, 28), (178, 96, 40), (214, 136, 62))
NOSE: Ink = (48, 24, 16)
EYE: Ink = (34, 18, 14)
GLINT: Ink = (255, 255, 255)
CHEEK: Ink = (236, 130, 120)


def draw_mascot(
    draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float, rng: random.Random
) -> None:
    """The whole face, back to front; `rng` decides how the hair falls."""
    _draw_hair(draw, cx, cy, r, rng)
    _draw_head(draw, cx, cy, r)
    _draw_fringe(draw, cx, cy, r)
    _draw_face(draw, cx, cy, r)


def _draw_hair(
    draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float, rng: random.Random
) -> None:
    locks: list[tuple[Ink, float, tuple[Spot, Spot, Spot, Spot]]] = []
    for side in (-1, 1):
        for _ in range(46):
            spread = rng.uniform(0.0, 1.0)
            root = (cx + side * r * rng.uniform(0.0, 0.62), cy - r * (1.0 - 0.22 * spread))
            swell = (cx + side * r * (1.1 + 1.0 * spread), cy - r * rng.uniform(0.5, 1.1))
            pinch = (cx + side * r * (0.9 + 0.8 * spread), cy + r * rng.uniform(0.3, 0.8))
            tip = (cx + side * r * (1.3 + 1.75 * spread), cy + r * rng.uniform(0.75, 1.35))
            tone, width = rng.choice(HAIR_TONES), rng.uniform(0.08, 0.2) * r
            locks.append((tone, width, (root, swell, pinch, tip)))
    # Dark locks first, so that the light ones read as highlights.
    locks.sort(key=lambda lock: (sum(lock[0]), lock[1]))
    for tone, width, points in locks:
        strand(draw, bezier(points, 400), width, tone)


def _draw_head(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    for side in (-1, 1):
        x, y = cx + side * r * 0.68, cy - r * 0.72
        disc(draw, x, y, r * 0.33, r * 0.33, FUR)
        disc(draw, x, y, r * 0.19, r * 0.19, FUR_LIGHT)
    disc(draw, cx, cy, r * 0.95, r * 0.88, FUR)


def _draw_fringe(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    for side in (-1, 1):
        for lift in (0.0, 0.16, 0.32):
            points = (
                (cx, cy - r * 1.0),
                (cx + side * r * 0.35, cy - r * (0.98 - lift * 0.2)),
                (cx + side * r * 0.75, cy - r * (0.85 - lift)),
                (cx + side * r * (1.0 - lift * 0.1), cy - r * (0.2 - lift)),
            )
            strand(draw, bezier(points, 200), r * 0.2, HAIR_TONES[1 + int(lift * 6.3)])


def _draw_face(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    disc(draw, cx, cy + r * 0.34, r * 0.44, r * 0.36, FUR_LIGHT)
    disc(draw, cx, cy + r * 0.17, r * 0.17, r * 0.12, NOSE)
    for left, right in ((cx - r * 0.24, cx), (cx, cx + r * 0.24)):  # the smile
        half = (left, cy + r * 0.16, right, cy + r * 0.48)
        draw.arc(half, 20, 160, NOSE, max(2, int(r * 0.045)))
    for side in (-1, 1):
        eye = cx + side * r * 0.38
        disc(draw, eye, cy - r * 0.1, r * 0.115, r * 0.14, EYE)
        disc(draw, eye - r * 0.03, cy - r * 0.15, r * 0.04, r * 0.045, GLINT)
        disc(draw, cx + side * r * 0.62, cy + r * 0.24, r * 0.15, r * 0.1, CHEEK)
