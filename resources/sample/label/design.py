"""The label's layout, from the sun behind the mascot to the stripes along the foot.

Dense on purpose: every corner of print is something a feature detector can hold
on to when the two pictures are aligned. Uneven on purpose: whatever repeats
would offer the matcher many equally good answers.
"""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw
from product import LABEL_HEIGHT, LABEL_WIDTH

from .mascot import draw_mascot
from .shapes import (
    BLUSH,
    CREAM,
    DEEP_RASPBERRY,
    GOLD,
    PINK,
    RASPBERRY,
    TEAL,
    Ink,
    Sheet,
    barlow,
    disc,
    inter,
)

PIXELS_PER_CM = 300
# Drawn at twice the size, because Pillow's shapes have hard edges.
OVERSAMPLING = 2

BERRY: Ink = (222, 30, 84)
BERRY_GLINT: Ink = (255, 170, 190)
LEAF: Ink = (52, 132, 60)
BAND_DOT: Ink = (214, 42, 94)


def draw_label() -> Image.Image:
    """The whole label as an sRGB picture; the same one every time."""
    width = int(LABEL_WIDTH * PIXELS_PER_CM) * OVERSAMPLING
    height = int(LABEL_HEIGHT * PIXELS_PER_CM) * OVERSAMPLING
    rng = random.Random(14)
    image = Image.new("RGB", (width, height), CREAM)
    sheet = Sheet(ImageDraw.Draw(image), width, height)
    u = sheet.unit

    _draw_backdrop(sheet, rng)
    _draw_brand_band(sheet, rng)
    sheet.write(50, 31.2, "HAIR GROWTH GUMMIES", barlow(int(9.6 * u), "ExtraBold"), TEAL)
    draw_mascot(sheet.draw, 50 * u, 49.5 * u, 10.8 * u, rng)
    _draw_badge(sheet.draw, 13 * u, 46 * u, 10.4 * u)
    _draw_raspberry(sheet.draw, 87.6 * u, 42.6 * u, 4.3 * u)
    _draw_flavour(sheet)
    _draw_promise(sheet)
    _draw_foot(sheet, rng)
    return image.resize((width // OVERSAMPLING, height // OVERSAMPLING), Image.Resampling.LANCZOS)


def _draw_backdrop(sheet: Sheet, rng: random.Random) -> None:
    """Sun rays and confetti behind the mascot."""
    u = sheet.unit
    sun_x, sun_y, far = 50 * u, 49 * u, 90 * u
    for i in range(40):
        ray = [(sun_x, sun_y)]
        for a in (math.tau * i / 40, math.tau * (i + 0.5) / 40):
            ray.append((sun_x + math.cos(a) * far, sun_y + math.sin(a) * far))
        sheet.draw.polygon(ray, fill=BLUSH)
    for _ in range(150):
        x, y, r = rng.uniform(4, 96) * u, rng.uniform(37.5, 62) * u, rng.uniform(0.25, 0.8) * u
        disc(sheet.draw, x, y, r, r, rng.choice((RASPBERRY, TEAL, GOLD, PINK)))


def _draw_brand_band(sheet: Sheet, rng: random.Random) -> None:
    """The name on a band of dots, no two of one size."""
    draw, u = sheet.draw, sheet.unit
    draw.rectangle((0, 0, sheet.width, 25 * u), fill=RASPBERRY)
    for row in range(9):
        for column in range(37):
            r = rng.uniform(0.12, 0.62) * u
            x, y = (column + 0.5 * (row % 2)) * 2.8 * u, (row + 0.3) * 2.9 * u
            disc(draw, x, y, r, r, BAND_DOT)
    draw.rectangle((0, 25 * u, sheet.width, 26 * u), fill=GOLD)
    sheet.write(50, 13.4, "Lokkabear", barlow(int(22 * u)), DEEP_RASPBERRY)  # the name's shadow
    sheet.write(49.5, 12.8, "Lokkabear", barlow(int(22 * u)), CREAM)


def _draw_badge(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    """How many gummies are promised; the middle and the radius in pixels."""
    points = []
    for i in range(48):
        radius = r if i % 2 == 0 else r * 0.9
        a = math.tau * i / 48
        points.append((cx + math.cos(a) * radius, cy + math.sin(a) * radius))
    draw.polygon(points, fill=GOLD)
    disc(draw, cx, cy, r * 0.82, r * 0.82, CREAM)
    disc(draw, cx, cy, r * 0.77, r * 0.77, RASPBERRY)
    draw.text((cx, cy - r * 0.15), "60", font=barlow(int(r * 0.86)), fill=CREAM, anchor="mm")
    unit = barlow(int(r * 0.33), "Bold")
    draw.text((cx, cy + r * 0.4), "gummies", font=unit, fill=CREAM, anchor="mm")


def _draw_raspberry(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    """The middle and about half the height, in pixels."""
    for row, count in enumerate((3, 4, 3, 2, 1)):
        for i in range(count):
            x = cx + (i - (count - 1) / 2) * r * 0.52
            y = cy + (row - 1.6) * r * 0.46
            disc(draw, x, y, r * 0.31, r * 0.31, DEEP_RASPBERRY)
            disc(draw, x, y, r * 0.26, r * 0.26, BERRY)
            disc(draw, x - r * 0.08, y - r * 0.09, r * 0.08, r * 0.08, BERRY_GLINT)
    x, y = cx, cy - r * 0.95
    for angle in (-150, -120, -90, -60, -30):
        a = math.radians(angle)
        tip = (x + math.cos(a) * r * 0.75, y + math.sin(a) * r * 0.5 + r * 0.1)
        leaf = [(x - r * 0.14, y + r * 0.1), tip, (x + r * 0.14, y + r * 0.1)]
        draw.polygon(leaf, fill=LEAF)


def _draw_flavour(sheet: Sheet) -> None:
    u = sheet.unit
    box = (77.8 * u, 49.4 * u, 97.6 * u, 60 * u)
    sheet.draw.rounded_rectangle(box, 1.4 * u, fill=CREAM, outline=RASPBERRY, width=int(0.5 * u))
    font = barlow(int(4.6 * u), "Bold")
    sheet.write(87.7, 52.2, "Real", font, RASPBERRY)
    sheet.write(87.7, 56.6, "raspberry", font, RASPBERRY)


def _draw_promise(sheet: Sheet) -> None:
    """The banner with swallow-tail ends, and the contents under it."""
    u = sheet.unit
    top, bottom = 63.5 * u, 74.5 * u
    middle = (top + bottom) / 2
    right_end = [(98.5 * u, top), (96 * u, middle), (98.5 * u, bottom)]
    left_end = [(1.5 * u, bottom), (4 * u, middle)]
    sheet.draw.polygon([(1.5 * u, top), *right_end, *left_end], fill=TEAL)
    promise = "Visibly longer hair in 14 days"
    sheet.write(50, 68.7, promise, barlow(int(8.8 * u), "Bold"), CREAM)
    contents = "Biotin 5000 µg  ·  Zinc  ·  Vitamin C  ·  2 bears a day"
    sheet.write(50, 77.1, contents, inter(int(2.25 * u), 600), DEEP_RASPBERRY)


def _draw_foot(sheet: Sheet, rng: random.Random) -> None:
    """Candy stripes of uneven width, and the small print on them."""
    draw, u = sheet.draw, sheet.unit
    x, top, bottom = -8 * u, 79.4 * u, sheet.height
    while x < sheet.width:
        width = rng.uniform(0.9, 2.6) * u
        stripe = [(x, bottom), (x + width, bottom), (x + width + 5 * u, top), (x + 5 * u, top)]
        draw.polygon(stripe, fill=rng.choice((RASPBERRY, PINK, GOLD)))
        x += width + rng.uniform(0.7, 1.8) * u
    draw.rounded_rectangle((27 * u, 80.1 * u, 73 * u, 84.3 * u), 0.8 * u, fill=CREAM)
    small_print = "FOOD SUPPLEMENT  ·  150 g  ·  DAY 1 – DAY 14"
    sheet.write(50, 82.2, small_print, inter(int(1.75 * u), 700), DEEP_RASPBERRY)
