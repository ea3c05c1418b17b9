"""Gummy bears: their shape, their jelly, and where each one lies."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import bmesh
import bpy
from mathutils import Matrix
from product import GUMMY_SCALE, Delivery, Point3

from .mesh import place
from .nodes import Nodes

# centre, radii, mirrored to the other side? The bear faces -Y, its feet point to -Z.
BEAR_PARTS: tuple[tuple[Point3, Point3, bool], ...] = (
    ((0.0, 0.05, -0.10), (0.60, 0.50, 0.78), False),  # body
    ((0.0, -0.12, -0.15), (0.44, 0.48, 0.52), False),  # belly
    ((0.0, 0.02, 0.86), (0.50, 0.44, 0.46), False),  # head
    ((0.0, -0.36, 0.76), (0.24, 0.22, 0.18), False),  # muzzle
    ((0.0, -0.55, 0.82), (0.09, 0.08, 0.07), False),  # nose
    ((0.34, 0.04, 1.22), (0.17, 0.14, 0.17), True),  # ears
    ((0.19, -0.38, 0.98), (0.07, 0.07, 0.07), True),  # eyes
    ((0.46, -0.36, 0.20), (0.19, 0.26, 0.20), True),  # paws
    ((0.37, -0.32, -0.70), (0.25, 0.38, 0.26), True),  # feet
)

BEAR_FOOT_DEPTH = 0.93 * GUMMY_SCALE  # from the bear's origin down to its soles

# What the camera sees needs finer jelly than what merely tumbles.
SEEN_VOXEL, TUMBLING_VOXEL = 0.045, 0.16


@dataclass(frozen=True)
class Pose:
    """A gummy at rest: a 4x4 matrix as nested rows, so that it outlives its Blender scene."""

    rows: tuple[tuple[float, ...], ...]

    @classmethod
    def of(cls, matrix: Matrix) -> Pose:
        """Copy a matrix."""
        return cls(tuple(tuple(row) for row in matrix))

    @property
    def z(self) -> float:
        """The height of the gummy's origin."""
        return self.rows[2][3]

    @property
    def top(self) -> float:
        """The height of the gummy's highest point, from the ellipsoids it is made of."""
        tilt = self.rows[2][:3]
        highest = 0.0
        for centre, radii, mirrored in BEAR_PARTS:
            for side in (1, -1) if mirrored else (1,):
                x, y, z = centre
                middle = tilt[0] * side * x + tilt[1] * y + tilt[2] * z
                reach = math.hypot(*(t * r for t, r in zip(tilt, radii, strict=True)))
                highest = max(highest, middle + reach)
        return self.z + highest * GUMMY_SCALE


def bear_mesh(voxel: float) -> bpy.types.Mesh:
    """One bear: ellipsoids, welded by a voxel remesh and smoothed like jelly."""
    shape = bmesh.new()
    for (x, y, z), radii, mirrored in BEAR_PARTS:
        for side in (1, -1) if mirrored else (1,):
            matrix = Matrix.Translation((side * x, y, z)) @ Matrix.Diagonal((*radii, 1.0))
            bmesh.ops.create_icosphere(shape, subdivisions=4, radius=1.0, matrix=matrix)
    bmesh.ops.scale(shape, vec=(GUMMY_SCALE,) * 3, verts=shape.verts)
    rough = bpy.data.meshes.new("bear parts")
    shape.to_mesh(rough)
    shape.free()
    obj = place("bear parts", rough)
    remesh = obj.modifiers.new("weld", "REMESH")
    remesh.mode = "VOXEL"
    remesh.voxel_size = voxel
    jelly = obj.modifiers.new("jelly", "SMOOTH")
    jelly.factor = 0.5
    jelly.iterations = max(2, int(0.35 / voxel))
    graph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(graph))
    mesh.shade_smooth()
    bpy.data.objects.remove(obj)
    return mesh


def seen_bear(look: Delivery) -> bpy.types.Mesh:
    """A bear fit for the camera, in the jelly of one delivery."""
    mesh = bear_mesh(SEEN_VOXEL)
    mesh.materials.append(_jelly(look))
    return mesh


def add_gummies(
    poses: Iterable[Pose], mesh: bpy.types.Mesh, parent: bpy.types.Object | None
) -> None:
    """Lay a gummy in each pose; with a parent, they move along with it."""
    for pose in poses:
        obj = place("gummy", mesh)
        obj.matrix_world = Matrix(pose.rows)
        obj.parent = parent


def _jelly(look: Delivery) -> bpy.types.Material:
    nodes = Nodes("gummy")
    jitter = nodes.add("ObjectInfo").outputs["Random"]
    value = nodes.add("MapRange", {"Value": jitter, "To Min": 0.86, "To Max": 1.1})
    colour = nodes.add(
        "HueSaturation", {"Color": look.gummy_colour, "Value": value.outputs["Result"]}
    )
    red, green, blue = look.gummy_colour
    body = nodes.add(
        "BsdfPrincipled",
        {
            "Base Color": colour.outputs["Color"],
            "Roughness": look.gummy_roughness,
            "IOR": 1.42,
            "Subsurface Weight": 1.0,
            # Light travels furthest in the colour the gummy keeps.
            "Subsurface Radius": (max(red, 0.3), max(green, 0.08), max(blue, 0.1)),
            "Subsurface Scale": 0.9,
            "Transmission Weight": look.gummy_translucency,
            "Coat Weight": 0.5 if look.gummy_roughness < 0.2 else 0.0,
            "Coat Roughness": 0.06,
        },
    )
    # Shadows let tinted light through; otherwise the heart of the jar goes black
    # in a path tracer that finds no way for light through a hundred gummies.
    tint = tuple(min(1.0, c * 1.1) for c in look.gummy_colour)
    veil = nodes.add("BsdfTransparent", {"Color": tint})
    is_shadow = nodes.add("LightPath").outputs["Is Shadow Ray"]
    amount = nodes.add("Math", {0: is_shadow, 1: 0.6}, operation="MULTIPLY").outputs[0]
    return nodes.finish(nodes.add("MixShader", {0: amount, 1: body.outputs[0], 2: veil.outputs[0]}))
