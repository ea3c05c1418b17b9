"""A tea towel dropped on the table: a few ridges, flattening to the hem."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import bpy
from product import Point3, Rgb

from .mesh import grid_faces, map_uv, mesh_object
from .nodes import Nodes

WIDTH, DEPTH = 17.0, 22.0
LINEN: Rgb = (0.62, 0.59, 0.52)
BLUE: Rgb = (0.06, 0.12, 0.22)


@dataclass(frozen=True)
class Ridge:
    """One wave through the cloth: angles in radians, `frequency` in radians per centimetre."""

    direction: float
    frequency: float
    phase: float
    strength: float

    def height(self, x: float, y: float) -> float:
        """How far it lifts the cloth; only crests do, for the table holds up the troughs."""
        along = x * math.cos(self.direction) + y * math.sin(self.direction)
        return self.strength * max(0.0, math.sin(self.frequency * along + self.phase)) ** 2.2


def add_towel(place: Point3, turn: float) -> None:
    """Lay the towel down, turned about Z in radians."""
    columns = rows = 120
    rng = random.Random(5)
    ridges = [
        Ridge(
            rng.uniform(0, math.tau),
            rng.uniform(0.25, 0.55),
            rng.uniform(0, math.tau),
            rng.uniform(0.5, 0.9),
        )
        for _ in range(7)
    ]
    uvs = [(i / columns, j / rows) for j in range(rows + 1) for i in range(columns + 1)]
    vertices = [_draped((u - 0.5) * WIDTH, (v - 0.5) * DEPTH, ridges) for u, v in uvs]
    obj = mesh_object("towel", vertices, grid_faces(columns, rows), _cloth())
    map_uv(obj, "weave", uvs)
    thick = obj.modifiers.new("thickness", "SOLIDIFY")
    thick.thickness = 0.12
    obj.location = place
    obj.rotation_euler = (0, 0, turn)


def _draped(x: float, y: float, ridges: list[Ridge]) -> Point3:
    """Where a point of the flat towel ends up."""
    height = sum(ridge.height(x, y) for ridge in ridges)
    ripple = 0.5 * math.sin(0.45 * y + 0.8) + 0.35 * math.sin(0.7 * x + 2.0)
    to_hem = min(x + WIDTH / 2, WIDTH / 2 - x, y + DEPTH / 2, DEPTH / 2 - y)
    height *= 0.12 + 0.88 * min(1.0, to_hem / 5.0)  # a hem lies nearly flat
    return (x + 0.8 * ripple, y + 0.5 * math.sin(0.5 * x), 0.14 + height)


def _cloth() -> bpy.types.Material:
    """Linen with woven stripes, from the towel's own UV map."""
    nodes = Nodes("tea towel")
    uv = nodes.add("TexCoord").outputs["UV"]
    axes = nodes.add("SeparateXYZ", {0: uv})
    along = nodes.add("Math", {0: axes.outputs["X"], 1: 5.0}, operation="MULTIPLY").outputs[0]
    band = nodes.add("Math", {0: along}, operation="FRACT").outputs[0]
    stripes = nodes.add("ValToRGB", {"Fac": band})
    stripes.color_ramp.interpolation = "CONSTANT"
    elements = stripes.color_ramp.elements
    stops = ((0.62, BLUE), (0.66, LINEN), (0.70, BLUE), (0.82, LINEN), (0.86, BLUE))
    for position, colour in stops:
        elements.new(position).color = (*colour, 1.0)
    elements[0].color = (*LINEN, 1.0)
    elements[-1].position, elements[-1].color = 0.90, (*LINEN, 1.0)
    weave = nodes.add("TexNoise", {"Vector": uv, "Scale": 260.0, "Detail": 2.0})
    bump = nodes.add("Bump", {"Strength": 0.35, "Distance": 0.05, "Height": weave.outputs[0]})
    return nodes.finish_principled(
        {
            "Base Color": stripes.outputs["Color"],
            "Roughness": 0.95,
            "Sheen Weight": 0.3,
            "Normal": bump.outputs[0],
        }
    )
