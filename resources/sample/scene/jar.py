"""The jar: clear plastic, a ridged lid, a label around its front, gummies within."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import bpy
import numpy as np
from product import (
    JAR_CORNER_RADIUS,
    JAR_HALF_WIDTH,
    JAR_NECK_RADIUS,
    JAR_NECK_Z,
    JAR_SHOULDER_Z,
    LABEL_CENTRE_Z,
    LABEL_HEIGHT,
    LABEL_WIDTH,
    LID_BOTTOM_Z,
    LID_RADIUS,
    LID_TOP_Z,
    Delivery,
    Point3,
)

from .bears import Pose, add_gummies
from .mesh import circle, grid_faces, hook, loft, map_uv, mesh_object, rounded_square
from .nodes import Nodes, plain


def add_jar(
    look: Delivery, texture: Path, poses: Iterable[Pose], bear: bpy.types.Mesh
) -> bpy.types.Object:
    """The whole product, hung on one empty so that it can be turned as one.

    `texture` is the label's picture; `bear` is laid in each of `poses`.
    """
    jar = hook("product")
    for part in (_add_body(), _add_lid(look), _add_label(look, texture)):
        part.parent = jar
    add_gummies(poses, bear, jar)
    return jar


def on_front(along: float, z: float, lift: float) -> Point3:
    """A point `lift` outside the jar's front, `along` from its middle line,
    following the wall around the rounded corners."""
    flat = JAR_HALF_WIDTH - JAR_CORNER_RADIUS
    if abs(along) <= flat:
        return (along, -JAR_HALF_WIDTH - lift, z)
    a = (abs(along) - flat) / JAR_CORNER_RADIUS
    radius = JAR_CORNER_RADIUS + lift
    x = flat + radius * math.sin(a)
    return (math.copysign(x, along), -flat - radius * math.cos(a), z)


def on_label(u: float, v: float, tilt_degrees: float) -> Point3:
    """The label's (u, v), both 0..1 from the bottom left, as a point on the jar."""
    t = math.radians(tilt_degrees)
    s, d = (u - 0.5) * LABEL_WIDTH, (v - 0.5) * LABEL_HEIGHT
    along = s * math.cos(t) - d * math.sin(t)
    z = LABEL_CENTRE_Z + s * math.sin(t) + d * math.cos(t)
    return on_front(along, z, lift=0.025)


def _add_body() -> bpy.types.Object:
    rings = []
    for t in np.linspace(0, 1, 8):  # rounded foot
        a = t * math.pi / 2
        half = JAR_HALF_WIDTH - 0.35 * (1 - math.sin(a))
        rings.append(rounded_square(half, JAR_CORNER_RADIUS, 0.35 * (1 - math.cos(a))))
    for z in np.linspace(1.0, JAR_SHOULDER_Z, 6):
        rings.append(rounded_square(JAR_HALF_WIDTH, JAR_CORNER_RADIUS, float(z)))
    for t in np.linspace(0.08, 1, 14):  # shoulder: from rounded square to round neck
        a = t * math.pi / 2
        half = JAR_NECK_RADIUS + (JAR_HALF_WIDTH - JAR_NECK_RADIUS) * math.cos(a)
        corner = JAR_CORNER_RADIUS + (half - JAR_CORNER_RADIUS) * (1 - math.cos(a))
        z = JAR_SHOULDER_Z + (JAR_NECK_Z - JAR_SHOULDER_Z) * math.sin(a)
        rings.append(rounded_square(half, corner, z))
    rings.append(rounded_square(JAR_NECK_RADIUS, JAR_NECK_RADIUS, LID_TOP_Z - 0.3))
    return loft("jar", rings, _clear_plastic(), cap_start=True)


def _add_lid(look: Delivery) -> bpy.types.Object:
    material = plain(
        "lid", look.lid_colour, look.lid_roughness, Coat_Weight=look.lid_coat, Coat_Roughness=0.05
    )
    count, ridges = 720, 90
    shoulder = LID_TOP_Z - 0.28
    rings = [
        circle(LID_RADIUS - 0.12, LID_BOTTOM_Z, count),
        circle(LID_RADIUS, LID_BOTTOM_Z + 0.03, count),
        circle(LID_RADIUS + 0.02, LID_BOTTOM_Z + 0.12, count),
        circle(LID_RADIUS + 0.02, LID_BOTTOM_Z + 0.26, count),
        circle(LID_RADIUS - 0.03, LID_BOTTOM_Z + 0.30, count),
        circle(LID_RADIUS - 0.02, LID_BOTTOM_Z + 0.38, count, 0.03, ridges),
        circle(LID_RADIUS - 0.02, shoulder - 0.08, count, 0.03, ridges),
    ]
    for t in np.linspace(0, 1, 9):  # rounded edge
        a = t * math.pi / 2
        radius = LID_RADIUS - 0.03 - 0.28 * (1 - math.cos(a))
        rings.append(circle(radius, shoulder + 0.28 * math.sin(a), count))
    # The top, sunk within a rim: (in from the edge, down from the top).
    top = ((0.45, 0.0), (0.52, 0.02), (0.58, 0.07), (0.66, 0.09), (1.6, 0.09), (2.9, 0.09))
    rings += [circle(LID_RADIUS - inset, LID_TOP_Z - drop, count) for inset, drop in top]
    return loft("lid", rings, material, cap_end=True)


def _add_label(look: Delivery, texture: Path) -> bpy.types.Object:
    columns, rows = 80, 8
    uvs = [(i / columns, j / rows) for j in range(rows + 1) for i in range(columns + 1)]
    vertices = [on_label(u, v, look.label_tilt_degrees) for u, v in uvs]
    paper = _label_paper(texture, look.label_fade)
    obj = mesh_object("label", vertices, grid_faces(columns, rows), paper)
    map_uv(obj, "label", uvs)
    return obj


def _clear_plastic() -> bpy.types.Material:
    """Thin clear plastic: reflects by Fresnel, never bends the view.

    Bending would be dearer to render, and the wall is too thin to show it. The
    view through it darkens at grazing angles, which draws the jar's outline
    even against pure white.
    """
    nodes = Nodes("clear plastic")
    facing = nodes.add("LayerWeight", {"Blend": 0.5}).outputs["Facing"]
    tint = nodes.ramp(
        facing, [(0.0, (0.97, 0.98, 0.98)), (0.75, (0.95, 0.965, 0.965)), (1.0, (0.72, 0.77, 0.79))]
    )
    see_through = nodes.add("BsdfTransparent", {"Color": tint})
    gloss = nodes.add("BsdfAnisotropic", {"Color": (1.0, 1.0, 1.0), "Roughness": 0.035})
    fresnel = nodes.add("Fresnel", {"IOR": 1.5}).outputs[0]
    is_shadow = nodes.add("LightPath").outputs["Is Shadow Ray"]
    invert = nodes.add("Math", {0: 1.0, 1: is_shadow}, operation="SUBTRACT").outputs[0]
    amount = nodes.add("Math", {0: fresnel, 1: invert}, operation="MULTIPLY").outputs[0]
    return nodes.finish(
        nodes.add("MixShader", {0: amount, 1: see_through.outputs[0], 2: gloss.outputs[0]})
    )


def _label_paper(texture: Path, fade: float) -> bpy.types.Material:
    """The printed label; `fade` 0..1 is how far its inks have gone to dust."""
    nodes = Nodes("label")
    image = nodes.add("TexImage", image=bpy.data.images.load(str(texture)), extension="EXTEND")
    dust = (0.62, 0.58, 0.52)
    colour = nodes.add("MixRGB", {"Fac": fade, "Color1": image.outputs["Color"], "Color2": dust})
    return nodes.finish_principled(
        {"Base Color": colour.outputs[0], "Roughness": 0.42, "Specular IOR Level": 0.35}
    )
