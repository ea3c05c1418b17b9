"""The invented product: its measures, and what differs between the promise and the parcel.

All lengths are centimetres; colours are linear RGB, 0..1.
"""

from __future__ import annotations

from dataclasses import dataclass

Rgb = tuple[float, float, float]
Point3 = tuple[float, float, float]

JAR_HALF_WIDTH = 3.2
JAR_CORNER_RADIUS = 1.3
JAR_SHOULDER_Z = 7.9
JAR_NECK_Z = 8.85
JAR_NECK_RADIUS = 2.62
LID_BOTTOM_Z = 8.8
LID_TOP_Z = 10.6
LID_RADIUS = 2.95
# Gummies stay this far inside the outer wall: glass plus a hair of air.
WALL_CLEARANCE = 0.16

LABEL_WIDTH = 5.3
LABEL_HEIGHT = 4.5
LABEL_CENTRE_Z = 2.95

GUMMY_SCALE = 1.1
# As many as are poured; the few that end up in the lid are taken out again.
FULL_COUNT = 76
DELIVERED_COUNT = 34


@dataclass(frozen=True)
class Delivery:
    """How one jar looks."""

    gummy_colour: Rgb
    gummy_translucency: float
    gummy_roughness: float
    lid_colour: Rgb
    lid_roughness: float
    lid_coat: float
    label_tilt_degrees: float
    label_fade: float


PROMISED = Delivery(
    gummy_colour=(0.80, 0.012, 0.075),
    gummy_translucency=0.45,
    gummy_roughness=0.12,
    lid_colour=(0.0, 0.36, 0.345),
    lid_roughness=0.18,
    lid_coat=0.15,
    label_tilt_degrees=0.0,
    label_fade=0.0,
)
DELIVERED = Delivery(
    gummy_colour=(0.79, 0.48, 0.385),
    gummy_translucency=0.25,
    gummy_roughness=0.38,
    lid_colour=(0.21, 0.265, 0.25),
    lid_roughness=0.62,
    lid_coat=0.0,
    label_tilt_degrees=1.6,
    label_fade=0.12,
)
