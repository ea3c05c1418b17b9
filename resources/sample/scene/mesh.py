"""Shapes from points: what Blender's own primitives would make clumsier."""

from __future__ import annotations

import math
from collections.abc import Sequence

import bpy
from product import Point3

Ring = list[Point3]


def empty_scene() -> bpy.types.Scene:
    """Throw everything away and start over."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return bpy.context.scene


def place(
    name: str, mesh: bpy.types.Mesh, material: bpy.types.Material | None = None
) -> bpy.types.Object:
    """Put a mesh into the scene; a mesh that already has a material keeps it."""
    obj = bpy.data.objects.new(name, mesh)
    if material is not None and not mesh.materials:
        mesh.materials.append(material)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def hook(name: str) -> bpy.types.Object:
    """An empty to hang parts on, so that they can be moved and turned as one."""
    obj = bpy.data.objects.new(name, None)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def mesh_object(
    name: str,
    vertices: Sequence[Point3],
    faces: Sequence[Sequence[int]],
    material: bpy.types.Material,
    smooth: bool = True,
) -> bpy.types.Object:
    """An object from points and the faces between them (indices into `vertices`)."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices, [], faces)
    mesh.validate()
    mesh.shade_smooth() if smooth else mesh.shade_flat()
    return place(name, mesh, material)


def plane(name: str, half: float, z: float, material: bpy.types.Material) -> bpy.types.Object:
    """A level square, `half` from its middle to each side."""
    corners = [(-half, -half, z), (half, -half, z), (half, half, z), (-half, half, z)]
    return mesh_object(name, corners, [[0, 1, 2, 3]], material, smooth=False)


def grid_faces(columns: int, rows: int) -> list[list[int]]:
    """The faces of a grid whose (columns + 1) x (rows + 1) points go row by row."""
    faces = []
    for j in range(rows):
        for i in range(columns):
            k = j * (columns + 1) + i
            faces.append([k, k + 1, k + columns + 2, k + columns + 1])
    return faces


def map_uv(obj: bpy.types.Object, name: str, uvs: Sequence[tuple[float, float]]) -> None:
    """Give an object a UV map: one (u, v) for each vertex, 0..1 from the bottom left."""
    layer = obj.data.uv_layers.new(name=name)
    for loop in obj.data.loops:
        layer.data[loop.index].uv = uvs[loop.vertex_index]


def loft(
    name: str,
    rings: Sequence[Ring],
    material: bpy.types.Material,
    cap_start: bool = False,
    cap_end: bool = False,
) -> bpy.types.Object:
    """Skin a stack of closed rings that all have the same number of points."""
    count = len(rings[0])
    vertices = [point for ring in rings for point in ring]
    faces: list[list[int]] = []
    for level in range(len(rings) - 1):
        low, high = level * count, (level + 1) * count
        for i in range(count):
            j = (i + 1) % count
            faces.append([low + i, low + j, high + j, high + i])
    if cap_start:
        faces.append(list(reversed(range(count))))
    if cap_end:
        last = (len(rings) - 1) * count
        faces.append([last + i for i in range(count)])
    return mesh_object(name, vertices, faces, material)


def circle(radius: float, z: float, count: int = 96, ridge: float = 0.0, ridges: int = 0) -> Ring:
    """A level circle, or with `ridges` waves of height `ridge` a knurled one."""
    ring = []
    for i in range(count):
        a = math.tau * i / count
        r = radius + ridge * math.cos(ridges * a)
        ring.append((r * math.cos(a), r * math.sin(a), z))
    return ring


def rounded_square(half: float, corner: float, z: float, per_corner: int = 24) -> Ring:
    """A level square with round corners: `half` its side, `corner` the radius."""
    corner = min(corner, half * 0.999)  # a full circle would leave zero-length sides
    inset = half - corner
    ring = []
    for quarter in range(4):
        a0 = quarter * math.pi / 2
        sx = 1 if quarter in (0, 3) else -1
        sy = 1 if quarter in (0, 1) else -1
        for i in range(per_corner):
            a = a0 + (math.pi / 2) * i / (per_corner - 1)
            ring.append((sx * inset + corner * math.cos(a), sy * inset + corner * math.sin(a), z))
    return ring
