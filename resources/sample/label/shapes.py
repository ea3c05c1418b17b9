"""What the label is drawn with: its inks, its type faces, its simplest shapes."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw, ImageFont

Ink = tuple[int, int, int]
Spot = tuple[float, float]

RASPBERRY: Ink = (200, 16, 70)
DEEP_RASPBERRY: Ink = (122, 6, 48)
PINK: Ink = (246, 150, 176)
BLUSH: Ink = (255, 226, 232)
CREAM: Ink = (255, 250, 243)
TEAL: Ink = (0, 134, 130)
GOLD: Ink = (240, 170, 40)


def barlow(size: int, weight: str = "Black") -> ImageFont.FreeTypeFont:
    """The condensed display face, for everything that shouts; `size` in pixels."""
    folder = importlib.resources.files("fontpkg_barlow_condensed") / "files"
    return ImageFont.truetype(str(folder / f"BarlowCondensed-{weight}.ttf"), size)


def inter(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The text face, for the small print; `size` in pixels."""
    folder = importlib.resources.files("fontpkg_inter") / "files"
    font = ImageFont.truetype(str(folder / "Inter[opsz,wght].ttf"), size)
    font.set_variation_by_axes([14, weight])
    return font


@dataclass(frozen=True)
class Sheet:
    """The paper under the pen; `width` and `height` in pixels."""

    draw: ImageDraw.ImageDraw
    width: int
    height: int

    @property
    def unit(self) -> float:
        """One percent of the width in pixels; every size on the label follows from it."""
        return self.width / 100

    def write(self, x: float, y: float, words: str, font: ImageFont.FreeTypeFont, ink: Ink) -> None:
        """Centre words on a place given in units."""
        place = (x * self.unit, y * self.unit)
        self.draw.text(place, words, font=font, fill=ink, anchor="mm")


def bezier(points: tuple[Spot, Spot, Spot, Spot], steps: int) -> list[Spot]:
    """A cubic Bezier curve as `steps` + 1 points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    curve = []
    for i in range(steps + 1):
        t = i / steps
        u = 1 - t
        k0, k1, k2, k3 = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        curve.append((k0 * ax + k1 * bx + k2 * cx + k3 * dx, k0 * ay + k1 * by + k2 * cy + k3 * dy))
    return curve


def disc(draw: ImageDraw.ImageDraw, x: float, y: float, rx: float, ry: float, fill: Ink) -> None:
    """A filled ellipse around (x, y); everything in pixels."""
    draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=fill)


def strand(draw: ImageDraw.ImageDraw, curve: Sequence[Spot], width: float, ink: Ink) -> None:
    """A lock of hair: discs along a curve, thick at the root, fine at the tip."""
    for i, (x, y) in enumerate(curve):
        t = i / (len(curve) - 1)
        r = 0.5 * width * (1 - 0.85 * t**1.6)
        disc(draw, x, y, r, r, ink)
