"""What else stands on the table: a mug, a board, a slice of bread and its crumbs.

Everything is put down at a place and turned about Z, in radians.
"""

from __future__ import annotations

import math
import random

import bmesh
import bpy
import numpy as np
from mathutils import Euler, Matrix, Vector
from product import Point3

from .mesh import Ring, circle, hook, loft, place, rounded_square
from .nodes import plain
from .surfaces import bread_slice, wood


def add_mug(where: Point3, turn: float) -> None:
    """A mug of coffee; its ear points to +X before the turn."""
    glaze = plain("glaze", (0.16, 0.24, 0.30), 0.18, Coat_Weight=0.6)
    coffee = plain("coffee", (0.03, 0.015, 0.008), 0.08)
    outside = [(2.9, 0.0), (3.3, 0.15), (3.6, 0.5), (3.95, 1.4), (4.05, 3.0), (4.05, 8.9)]
    rim = [(4.0, 9.1), (3.85, 9.15), (3.72, 9.05)]
    inside = [(3.7, 8.8), (3.7, 1.4), (3.2, 0.6)]
    rings = [circle(radius, z) for radius, z in (*outside, *rim, *inside)]
    body = loft("mug", rings, glaze, cap_start=True, cap_end=True)
    drink = loft("coffee", [circle(3.69, 7.4)], coffee, cap_end=True)
    ear = loft("handle", _ear(), glaze)
    mug = hook("mug")
    for part in (body, drink, ear):
        part.parent = mug
    mug.location = where
    mug.rotation_euler = (0, 0, turn)


def _ear() -> list[Ring]:
    rings = []
    for t in np.linspace(-0.56, 0.56, 30):
        a = t * math.pi
        cx, cz = 3.7 + 2.7 * math.cos(a), 4.9 + 2.9 * math.sin(a)
        ring = []
        for i in range(20):
            b = math.tau * i / 20
            out = 0.42 * math.cos(b)
            ring.append((cx + out * math.cos(a), 0.62 * math.sin(b), cz + out * math.sin(a)))
        rings.append(ring)
    return rings


def add_cutting_board(where: Point3, turn: float) -> None:
    """A board of light wood."""
    beech = wood("board", (0.34, 0.19, 0.085), (0.60, 0.39, 0.20), (0.5, 0.05, 0.5), 0.55)
    board = loft("cutting board", _slab((8.5, 12.5, 0.8), 1.6, 0.25), beech, True, True)
    board.location = where
    board.rotation_euler = (0, 0, turn)


def add_bread(where: Point3, turn: float) -> None:
    """One slice, lying flat."""
    bread = loft("bread", _slab((4.0, 3.8, 0.65), 2.3, 0.3), bread_slice(), True, True)
    bread.location = where
    bread.rotation_euler = (0, 0, turn)


def _slab(half: Point3, corner: float, bevel: float) -> list[Ring]:
    """A board `half` to each side of its middle: `corner` is the radius seen from above,
    `bevel` that of the edges."""
    rings = []
    angles = [t * math.pi / 2 for t in np.linspace(0, 1, 6)]
    for a in angles:
        inset = bevel * (1 - math.sin(a))
        rings.append(_slab_ring(half, corner, inset, -half[2] + bevel * (1 - math.cos(a))))
    for a in angles:
        inset = bevel * (1 - math.cos(a))
        rings.append(_slab_ring(half, corner, inset, half[2] - bevel * (1 - math.sin(a))))
    return rings


def _slab_ring(half: Point3, corner: float, inset: float, z: float) -> Ring:
    """A rounded square of straight sides 2 long, pulled apart to the slab's length and width."""
    stretch_x, stretch_y = half[0] - corner, half[1] - corner
    keep = (corner - inset) / corner
    ring = []
    for x, y, _ in rounded_square(1.0 + corner, corner, 0.0, 16):
        cx, cy = math.copysign(stretch_x, x), math.copysign(stretch_y, y)
        dx, dy = x - math.copysign(1.0, x), y - math.copysign(1.0, y)
        ring.append((cx + dx * keep, cy + dy * keep, z))
    return ring


def add_crumbs(
    centre: tuple[float, float], spread: tuple[float, float], z: float, count: int, seed: int
) -> None:
    """Strew crumbs around `centre` at height `z`; `spread` is the standard deviation."""
    rng = random.Random(seed)
    shape = bmesh.new()
    for _ in range(count):
        size = rng.uniform(0.025, 0.07) if rng.random() < 0.85 else rng.uniform(0.08, 0.15)
        x, y = rng.gauss(centre[0], spread[0]), rng.gauss(centre[1], spread[1])
        spot = Matrix.Translation((x, y, z + size * 0.5))
        tumble = Euler([rng.uniform(0, math.tau) for _ in range(3)]).to_matrix().to_4x4()
        lumpy = Matrix.Diagonal(
            (size, size * rng.uniform(0.6, 1.0), size * rng.uniform(0.5, 0.9), 1.0)
        )
        made = bmesh.ops.create_icosphere(
            shape, subdivisions=2, radius=1.0, matrix=spot @ tumble @ lumpy
        )
        for vertex in made["verts"]:  # torn, not turned on a lathe
            vertex.co += 0.22 * size * Vector([rng.uniform(-1, 1) for _ in range(3)])
    mesh = bpy.data.meshes.new("crumbs")
    shape.to_mesh(mesh)
    shape.free()
    place("crumbs", mesh, plain("crumb", (0.46, 0.27, 0.11), 0.95))
