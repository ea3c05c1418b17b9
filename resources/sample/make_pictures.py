#!/usr/bin/env python3
"""Make claimcheck's two sample pictures from nothing but code.

The app compares a webshop picture with a real-life photo. So that nobody's
product is accused and nobody's picture is borrowed, this script invents the
product, draws its label and renders it twice with Blender's Cycles:

* ``listing.jpg``  the studio shot: pure white, full jar, saturated gummies
* ``photo.jpg``    the same jar as delivered, on a kitchen table
* ``truth.json``   where things are in each picture, in pixels from the top left

How to run (Python 3.11, about 10 minutes on two cores)::

    python3.11 -m venv /tmp/sample-venv
    /tmp/sample-venv/bin/pip install bpy==5.0.1 numpy pillow \\
        opencv-python-headless fontpkg-barlow-condensed fontpkg-inter
    /tmp/sample-venv/bin/python resources/sample/make_pictures.py
    /tmp/sample-venv/bin/python resources/sample/make_pictures.py --check

``--check`` renders nothing; it verifies the finished pictures (uniform border,
file sizes, and that RootSIFT finds the label of the one in the other).

This is a workshop tool. The app ships its results and never imports it.

All lengths are centimetres: one Blender unit is one centimetre, which keeps
the rigid-body solver in the range it is tuned for.
"""

# Blender is imported where it is used: --check does without it, and its helper
# modules (bmesh, mathutils) exist only once bpy has been loaded.
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import importlib.resources
import json
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

if TYPE_CHECKING:
    import bpy

HERE = Path(__file__).resolve().parent

Rgb = tuple[float, float, float]
Point3 = tuple[float, float, float]

# --- the product ------------------------------------------------------------

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
LABEL_PIXELS_PER_CM = 300

GUMMY_SCALE = 1.1
FULL_COUNT = 76
DELIVERED_COUNT = 34


@dataclass(frozen=True)
class Delivery:
    """What differs between the promised jar and the delivered one."""

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


# --- the label, drawn -------------------------------------------------------

RASPBERRY = (200, 16, 70)
DEEP_RASPBERRY = (122, 6, 48)
BLUSH = (255, 226, 232)
CREAM = (255, 250, 243)
TEAL = (0, 134, 130)
GOLD = (240, 170, 40)
FUR = (196, 128, 74)
FUR_LIGHT = (238, 196, 148)
HAIR_TONES = ((92, 40, 20), (138, 66, 28), (178, 96, 40), (214, 136, 62))


def barlow(size: int, weight: str = "Black") -> ImageFont.FreeTypeFont:
    """The condensed display face, for everything that shouts."""
    folder = importlib.resources.files("fontpkg_barlow_condensed") / "files"
    return ImageFont.truetype(str(folder / f"BarlowCondensed-{weight}.ttf"), size)


def inter(size: int, weight: int = 500) -> ImageFont.FreeTypeFont:
    """The text face, for the small print."""
    folder = importlib.resources.files("fontpkg_inter") / "files"
    font = ImageFont.truetype(str(folder / "Inter[opsz,wght].ttf"), size)
    font.set_variation_by_axes([14, weight])
    return font


def _bezier(points: Sequence[tuple[float, float]], steps: int = 40) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    curve = []
    for i in range(steps + 1):
        t = i / steps
        u = 1 - t
        k0, k1, k2, k3 = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        curve.append((k0 * ax + k1 * bx + k2 * cx + k3 * dx, k0 * ay + k1 * by + k2 * cy + k3 * dy))
    return curve


def _disc(
    draw: ImageDraw.ImageDraw, x: float, y: float, rx: float, ry: float, fill: tuple[int, int, int]
) -> None:
    draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=fill)


def _draw_strand(
    draw: ImageDraw.ImageDraw,
    curve: Sequence[tuple[float, float]],
    width: float,
    colour: tuple[int, int, int],
) -> None:
    """A lock of hair: discs along a curve, thick at the root, fine at the tip."""
    for i, (x, y) in enumerate(curve):
        t = i / (len(curve) - 1)
        r = 0.5 * width * (1 - 0.85 * t**1.6)
        _disc(draw, x, y, r, r, colour)


def _draw_long_haired_bear(
    draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float, rng: random.Random
) -> None:
    """The mascot: a bear's face under hair no gummy could grow."""
    strands = []
    for side in (-1, 1):
        for _ in range(46):
            spread = rng.uniform(0.0, 1.0)
            root = (cx + side * r * rng.uniform(0.0, 0.62), cy - r * (1.0 - 0.22 * spread))
            swell = (cx + side * r * (1.1 + 1.0 * spread), cy - r * rng.uniform(0.5, 1.1))
            pinch = (cx + side * r * (0.9 + 0.8 * spread), cy + r * rng.uniform(0.3, 0.8))
            tip = (cx + side * r * (1.3 + 1.75 * spread), cy + r * rng.uniform(0.75, 1.35))
            strands.append(
                (rng.choice(HAIR_TONES), rng.uniform(0.08, 0.2) * r, (root, swell, pinch, tip))
            )
    # Dark locks first, so that the light ones read as highlights.
    strands.sort(key=lambda strand: (sum(strand[0]), strand[1]))
    for tone, width, points in strands:
        _draw_strand(draw, _bezier(points, 400), width, tone)

    for side in (-1, 1):
        _disc(draw, cx + side * r * 0.68, cy - r * 0.72, r * 0.33, r * 0.33, FUR)
        _disc(draw, cx + side * r * 0.68, cy - r * 0.72, r * 0.19, r * 0.19, FUR_LIGHT)
    _disc(draw, cx, cy, r * 0.95, r * 0.88, FUR)
    for side in (-1, 1):
        for lift in (0.0, 0.16, 0.32):
            fringe = (
                (cx, cy - r * 1.0),
                (cx + side * r * 0.35, cy - r * (0.98 - lift * 0.2)),
                (cx + side * r * 0.75, cy - r * (0.85 - lift)),
                (cx + side * r * (1.0 - lift * 0.1), cy - r * (0.2 - lift)),
            )
            _draw_strand(draw, _bezier(fringe, 200), r * 0.2, HAIR_TONES[1 + int(lift * 6.3)])
    _disc(draw, cx, cy + r * 0.34, r * 0.44, r * 0.36, FUR_LIGHT)
    _disc(draw, cx, cy + r * 0.17, r * 0.17, r * 0.12, (48, 24, 16))
    draw.arc(
        (cx - r * 0.24, cy + r * 0.16, cx, cy + r * 0.48),
        20,
        160,
        (48, 24, 16),
        max(2, int(r * 0.045)),
    )
    draw.arc(
        (cx, cy + r * 0.16, cx + r * 0.24, cy + r * 0.48),
        20,
        160,
        (48, 24, 16),
        max(2, int(r * 0.045)),
    )
    for side in (-1, 1):
        _disc(draw, cx + side * r * 0.38, cy - r * 0.1, r * 0.115, r * 0.14, (34, 18, 14))
        _disc(
            draw,
            cx + side * r * 0.38 - r * 0.03,
            cy - r * 0.15,
            r * 0.04,
            r * 0.045,
            (255, 255, 255),
        )
        _disc(draw, cx + side * r * 0.62, cy + r * 0.24, r * 0.15, r * 0.1, (236, 130, 120))


def _draw_raspberry(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    for row, count in enumerate((3, 4, 3, 2, 1)):
        for i in range(count):
            x = cx + (i - (count - 1) / 2) * r * 0.52
            y = cy + (row - 1.6) * r * 0.46
            _disc(draw, x, y, r * 0.31, r * 0.31, DEEP_RASPBERRY)
            _disc(draw, x, y, r * 0.26, r * 0.26, (222, 30, 84))
            _disc(draw, x - r * 0.08, y - r * 0.09, r * 0.08, r * 0.08, (255, 170, 190))
    for angle in (-150, -120, -90, -60, -30):
        a = math.radians(angle)
        x, y = cx, cy - r * 0.95
        tip = (x + math.cos(a) * r * 0.75, y + math.sin(a) * r * 0.5 + r * 0.1)
        draw.polygon(
            [(x - r * 0.14, y + r * 0.1), tip, (x + r * 0.14, y + r * 0.1)], fill=(52, 132, 60)
        )


def _draw_badge(draw: ImageDraw.ImageDraw, cx: float, cy: float, r: float) -> None:
    points = []
    for i in range(48):
        radius = r if i % 2 == 0 else r * 0.9
        a = math.tau * i / 48
        points.append((cx + math.cos(a) * radius, cy + math.sin(a) * radius))
    draw.polygon(points, fill=GOLD)
    _disc(draw, cx, cy, r * 0.82, r * 0.82, CREAM)
    _disc(draw, cx, cy, r * 0.77, r * 0.77, RASPBERRY)
    draw.text((cx, cy - r * 0.15), "60", font=barlow(int(r * 0.86)), fill=CREAM, anchor="mm")
    draw.text(
        (cx, cy + r * 0.4), "gummies", font=barlow(int(r * 0.33), "Bold"), fill=CREAM, anchor="mm"
    )


def draw_label() -> Image.Image:
    """The whole label. Dense on purpose: every corner of print is something
    a feature detector can hold on to when the two pictures are aligned."""
    over = 2  # drawn at twice the size, because Pillow's shapes have hard edges
    w = int(LABEL_WIDTH * LABEL_PIXELS_PER_CM) * over
    h = int(LABEL_HEIGHT * LABEL_PIXELS_PER_CM) * over
    rng = random.Random(14)
    image = Image.new("RGB", (w, h), CREAM)
    draw = ImageDraw.Draw(image)
    u = w / 100  # one percent of the width; all sizes follow from it

    # Backdrop behind the mascot: sun rays and confetti dots.
    sun_x, sun_y = 50 * u, 49 * u
    for i in range(40):
        a0, a1 = math.tau * i / 40, math.tau * (i + 0.5) / 40
        far = 90 * u
        draw.polygon(
            [
                (sun_x, sun_y),
                (sun_x + math.cos(a0) * far, sun_y + math.sin(a0) * far),
                (sun_x + math.cos(a1) * far, sun_y + math.sin(a1) * far),
            ],
            fill=BLUSH,
        )
    for _ in range(150):
        x, y, r = rng.uniform(4, 96) * u, rng.uniform(37.5, 62) * u, rng.uniform(0.25, 0.8) * u
        _disc(draw, x, y, r, r, rng.choice((RASPBERRY, TEAL, GOLD, (246, 150, 176))))

    # Brand band with a dotted texture of varying dot size, so no two dots are
    # alike: a regular grid would offer the matcher many equally good answers.
    draw.rectangle((0, 0, w, 25 * u), fill=RASPBERRY)
    for row in range(9):
        for column in range(37):
            r = rng.uniform(0.12, 0.62) * u
            x, y = (column + 0.5 * (row % 2)) * 2.8 * u, (row + 0.3) * 2.9 * u
            _disc(draw, x, y, r, r, (214, 42, 94))
    draw.rectangle((0, 25 * u, w, 26 * u), fill=GOLD)
    draw.text(
        (50 * u, 13.4 * u), "Lokkabear", font=barlow(int(22 * u)), fill=DEEP_RASPBERRY, anchor="mm"
    )
    draw.text((49.5 * u, 12.8 * u), "Lokkabear", font=barlow(int(22 * u)), fill=CREAM, anchor="mm")

    draw.text(
        (50 * u, 31.2 * u),
        "HAIR GROWTH GUMMIES",
        font=barlow(int(9.6 * u), "ExtraBold"),
        fill=TEAL,
        anchor="mm",
    )

    _draw_long_haired_bear(draw, 50 * u, 49.5 * u, 10.8 * u, rng)
    _draw_badge(draw, 13 * u, 46 * u, 10.4 * u)
    _draw_raspberry(draw, 87.6 * u, 42.6 * u, 4.3 * u)
    draw.rounded_rectangle(
        (77.8 * u, 49.4 * u, 97.6 * u, 60 * u),
        1.4 * u,
        fill=CREAM,
        outline=RASPBERRY,
        width=int(0.5 * u),
    )
    draw.text(
        (87.7 * u, 52.2 * u), "Real", font=barlow(int(4.6 * u), "Bold"), fill=RASPBERRY, anchor="mm"
    )
    draw.text(
        (87.7 * u, 56.6 * u),
        "raspberry",
        font=barlow(int(4.6 * u), "Bold"),
        fill=RASPBERRY,
        anchor="mm",
    )

    # Promise banner with swallow-tail ends.
    top, bottom = 63.5 * u, 74.5 * u
    draw.polygon(
        [
            (1.5 * u, top),
            (98.5 * u, top),
            (96 * u, (top + bottom) / 2),
            (98.5 * u, bottom),
            (1.5 * u, bottom),
            (4 * u, (top + bottom) / 2),
        ],
        fill=TEAL,
    )
    draw.text(
        (50 * u, 68.7 * u),
        "Visibly longer hair in 14 days",
        font=barlow(int(8.8 * u), "Bold"),
        fill=CREAM,
        anchor="mm",
    )
    small = inter(int(2.25 * u), 600)
    draw.text(
        (50 * u, 77.1 * u),
        "Biotin 5000 µg  ·  Zinc  ·  Vitamin C  ·  2 bears a day",
        font=small,
        fill=DEEP_RASPBERRY,
        anchor="mm",
    )

    # Candy stripes of uneven width along the foot, again against self-similarity.
    x = -8 * u
    stripe_top = 79.4 * u
    while x < w:
        width = rng.uniform(0.9, 2.6) * u
        draw.polygon(
            [(x, h), (x + width, h), (x + width + 5 * u, stripe_top), (x + 5 * u, stripe_top)],
            fill=rng.choice((RASPBERRY, (246, 150, 176), GOLD)),
        )
        x += width + rng.uniform(0.7, 1.8) * u
    draw.rounded_rectangle((27 * u, 80.1 * u, 73 * u, 84.3 * u), 0.8 * u, fill=CREAM)
    draw.text(
        (50 * u, 82.2 * u),
        "FOOD SUPPLEMENT  ·  150 g  ·  DAY 1 – DAY 14",
        font=inter(int(1.75 * u), 700),
        fill=DEEP_RASPBERRY,
        anchor="mm",
    )

    return image.resize((w // over, h // over), Image.Resampling.LANCZOS)


# --- Blender helpers --------------------------------------------------------


def _reset() -> bpy.types.Scene:
    import bpy

    bpy.ops.wm.read_factory_settings(use_empty=True)
    return bpy.context.scene


def _mesh_object(
    name: str,
    vertices: Sequence[Point3],
    faces: Sequence[Sequence[int]],
    material: bpy.types.Material | None = None,
    smooth: bool = True,
) -> bpy.types.Object:
    import bpy

    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices, [], faces)
    mesh.validate()
    mesh.shade_smooth() if smooth else mesh.shade_flat()
    return _place(name, mesh, material)


def _place(
    name: str, mesh: bpy.types.Mesh, material: bpy.types.Material | None = None
) -> bpy.types.Object:
    import bpy

    obj = bpy.data.objects.new(name, mesh)
    if material is not None and not mesh.materials:
        mesh.materials.append(material)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def _loft(
    name: str,
    rings: Sequence[Sequence[Point3]],
    material: bpy.types.Material | None,
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
    return _mesh_object(name, vertices, faces, material)


def _circle(
    radius: float, z: float, count: int = 96, ridge: float = 0.0, ridges: int = 0
) -> list[Point3]:
    ring = []
    for i in range(count):
        a = math.tau * i / count
        r = radius + ridge * math.cos(ridges * a)
        ring.append((r * math.cos(a), r * math.sin(a), z))
    return ring


def _rounded_square(half: float, corner: float, z: float, per_corner: int = 24) -> list[Point3]:
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


class Nodes:
    """A material's node tree with as little ceremony as possible."""

    def __init__(self, name: str) -> None:
        import bpy

        self.material = bpy.data.materials.new(name)
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.tree.nodes.new("ShaderNodeOutputMaterial")

    def add(
        self, kind: str, inputs: dict[str | int, Any] | None = None, **settings: Any
    ) -> bpy.types.Node:
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in settings.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            self.feed(node, key, value)
        return node

    def feed(self, node: bpy.types.Node, key: str | int, value: Any) -> None:
        """Set an input to a constant, or link it if the value is an output socket."""
        socket = node.inputs[key]
        if hasattr(value, "is_linked"):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1.0)
        else:
            socket.default_value = value

    def finish(self, shader: bpy.types.Node) -> bpy.types.Material:
        self.tree.links.new(shader.outputs[0], self.output.inputs["Surface"])
        return self.material

    def ramp(self, factor: Any, stops: Sequence[tuple[float, Rgb]]) -> Any:
        node = self.add("ValToRGB", {"Fac": factor})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position = position
            element.color = (*colour, 1.0)
        return node.outputs["Color"]


def _plain(name: str, colour: Rgb, roughness: float = 0.5, **more: Any) -> bpy.types.Material:
    nodes = Nodes(name)
    inputs: dict[str | int, Any] = {"Base Color": colour, "Roughness": roughness}
    inputs.update({key.replace("_", " "): value for key, value in more.items()})
    return nodes.finish(nodes.add("BsdfPrincipled", inputs))


def _gummy_material(look: Delivery) -> bpy.types.Material:
    nodes = Nodes("gummy")
    jitter = nodes.add("ObjectInfo").outputs["Random"]
    value = nodes.add("MapRange", {"Value": jitter, "To Min": 0.86, "To Max": 1.1}).outputs[
        "Result"
    ]
    colour = nodes.add("HueSaturation", {"Color": look.gummy_colour, "Value": value}).outputs[
        "Color"
    ]
    red, green, blue = look.gummy_colour
    body = nodes.add(
        "BsdfPrincipled",
        {
            "Base Color": colour,
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
    veil = nodes.add(
        "BsdfTransparent", {"Color": tuple(min(1.0, c * 1.1) for c in look.gummy_colour)}
    )
    is_shadow = nodes.add("LightPath").outputs["Is Shadow Ray"]
    amount = nodes.add("Math", {0: is_shadow, 1: 0.6}, operation="MULTIPLY").outputs[0]
    return nodes.finish(nodes.add("MixShader", {0: amount, 1: body.outputs[0], 2: veil.outputs[0]}))


def _glass_material() -> bpy.types.Material:
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


def _label_material(texture: Path, fade: float) -> bpy.types.Material:
    import bpy

    nodes = Nodes("label")
    image = nodes.add("TexImage", image=bpy.data.images.load(str(texture)), extension="EXTEND")
    colour = nodes.add(
        "MixRGB", {"Fac": fade, "Color1": image.outputs["Color"], "Color2": (0.62, 0.58, 0.52)}
    )
    return nodes.finish(
        nodes.add(
            "BsdfPrincipled",
            {"Base Color": colour.outputs[0], "Roughness": 0.42, "Specular IOR Level": 0.35},
        )
    )


# --- gummy bears ------------------------------------------------------------

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


def _bear_mesh(voxel: float) -> bpy.types.Mesh:
    """One bear: ellipsoids, welded by a voxel remesh and smoothed like jelly."""
    import bmesh
    import bpy
    from mathutils import Matrix

    shape = bmesh.new()
    for (x, y, z), radii, mirrored in BEAR_PARTS:
        for side in (1, -1) if mirrored else (1,):
            place = Matrix.Translation((side * x, y, z)) @ Matrix.Diagonal((*radii, 1.0))
            bmesh.ops.create_icosphere(shape, subdivisions=4, radius=1.0, matrix=place)
    bmesh.ops.scale(shape, vec=(GUMMY_SCALE,) * 3, verts=shape.verts)
    rough = bpy.data.meshes.new("bear parts")
    shape.to_mesh(rough)
    shape.free()
    obj = _place("bear parts", rough)
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


@dataclass(frozen=True)
class Pose:
    """A gummy at rest: a 4x4 matrix as nested lists, free of any Blender scene."""

    rows: tuple[tuple[float, ...], ...]


def _passive_box(centre: Point3, half: Point3, turn_z: float = 0.0) -> None:
    import bmesh
    import bpy
    from mathutils import Matrix

    shape = bmesh.new()
    bmesh.ops.create_cube(shape, size=2.0, matrix=Matrix.Diagonal((*half, 1.0)))
    mesh = bpy.data.meshes.new("wall")
    shape.to_mesh(mesh)
    shape.free()
    obj = _place("wall", mesh)
    obj.location = centre
    obj.rotation_euler = (0, 0, turn_z)
    bpy.context.view_layer.objects.active = obj
    bpy.ops.rigidbody.object_add(type="PASSIVE")
    obj.rigid_body.collision_shape = "BOX"
    obj.rigid_body.friction = 0.4
    obj.rigid_body.collision_margin = 0.0


def _settle(
    starts: Iterable[tuple[Point3, Point3]], walls: Callable[[], None], frames: int
) -> list[Pose]:
    """Drop gummies (place, Euler angles) between walls; return where they lie."""
    import bpy

    scene = _reset()
    bpy.ops.rigidbody.world_add()
    scene.gravity = (0, 0, -90)  # brisk, to settle in few frames
    world = scene.rigidbody_world
    world.substeps_per_frame = 14
    world.solver_iterations = 16
    world.point_cache.frame_end = frames
    walls()
    mesh = _bear_mesh(voxel=0.16)
    bears = []
    for place, angles in starts:
        obj = _place("bear", mesh)
        obj.location = place
        obj.rotation_euler = angles
        bpy.context.view_layer.objects.active = obj
        bpy.ops.rigidbody.object_add(type="ACTIVE")
        body = obj.rigid_body
        body.collision_shape = "CONVEX_HULL"
        body.collision_margin = 0.0
        body.friction = 0.35
        body.restitution = 0.0
        body.linear_damping = 0.1
        body.angular_damping = 0.3
        bears.append(obj)
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    graph = bpy.context.evaluated_depsgraph_get()
    return [
        Pose(tuple(tuple(row) for row in obj.evaluated_get(graph).matrix_world)) for obj in bears
    ]


def _jar_walls() -> None:
    inner = JAR_HALF_WIDTH - WALL_CLEARANCE
    tall, thick = 60.0, 4.0
    _passive_box((0, 0, -thick + WALL_CLEARANCE), (12, 12, thick))
    for turn in range(4):
        a = turn * math.pi / 2
        reach = inner + thick
        _passive_box((reach * math.cos(a), reach * math.sin(a), tall), (thick, 12, tall), a)
        # Rounded corners, flattened: one slanted wall each.
        b = a + math.pi / 4
        slant = (inner - JAR_CORNER_RADIUS) * math.sqrt(2) + JAR_CORNER_RADIUS * 0.97 + thick
        _passive_box((slant * math.cos(b), slant * math.sin(b), tall), (thick, 12, tall), b)


def pour_into_jar(count: int, seed: int) -> list[Pose]:
    """Let gummies tumble into the jar, four at a time."""
    rng = random.Random(seed)
    starts = []
    for i in range(count):
        layer, spot = divmod(i, 4)
        x = (1.45 if spot % 2 else -1.45) + rng.uniform(-0.1, 0.1)
        y = (1.45 if spot // 2 else -1.45) + rng.uniform(-0.1, 0.1)
        angles = (rng.uniform(0, math.tau), rng.uniform(0, math.tau), rng.uniform(0, math.tau))
        starts.append(((x, y, 2.2 + layer * 3.2), angles))
    poses = _settle(starts, _jar_walls, frames=170)
    return [pose for pose in poses if _is_inside_jar(pose)]


def _is_inside_jar(pose: Pose) -> bool:
    """No gummy may stand up into the lid, which the simulation knows nothing of."""
    return pose.rows[2][3] > 0 and _top_of(pose) < JAR_NECK_Z + 0.13


def _top_of(pose: Pose) -> float:
    """The height of a gummy's highest point, from the ellipsoids it is made of."""
    tilt = pose.rows[2][:3]
    highest = 0.0
    for centre, radii, mirrored in BEAR_PARTS:
        for side in (1, -1) if mirrored else (1,):
            x, y, z = centre
            middle = tilt[0] * side * x + tilt[1] * y + tilt[2] * z
            reach = math.hypot(*(t * r for t, r in zip(tilt, radii, strict=True)))
            highest = max(highest, middle + reach)
    return pose.rows[2][3] + highest * GUMMY_SCALE


def drop_on_table(places: Sequence[tuple[float, float]], seed: int) -> list[Pose]:
    """Let single gummies fall flat on the table top (z = 0)."""
    rng = random.Random(seed)
    starts = []
    for x, y in places:
        lean = -math.pi / 2 + rng.uniform(-0.5, 0.5)
        starts.append(((x, y, 1.1), (lean, rng.uniform(-0.4, 0.4), rng.uniform(0, math.tau))))

    def floor() -> None:
        _passive_box((0, 0, -4), (60, 60, 4))

    return _settle(starts, floor, frames=60)


def stand_on_table(spots: Sequence[tuple[float, float, float]]) -> list[Pose]:
    """Gummies upright as a stylist sets them: (x, y, turn in degrees), facing front."""
    from mathutils import Matrix

    poses = []
    for x, y, turn in spots:
        place = Matrix.Translation((x, y, BEAR_FOOT_DEPTH)) @ Matrix.Rotation(
            math.radians(turn), 4, "Z"
        )
        poses.append(Pose(tuple(tuple(row) for row in place)))
    return poses


def _add_gummies(
    poses: Iterable[Pose], mesh: bpy.types.Mesh, parent: bpy.types.Object | None
) -> list[bpy.types.Object]:
    from mathutils import Matrix

    gummies = []
    for pose in poses:
        obj = _place("gummy", mesh)
        obj.matrix_world = Matrix(pose.rows)
        obj.parent = parent
        gummies.append(obj)
    return gummies


# --- the jar ----------------------------------------------------------------


def _on_front(along: float, z: float, lift: float) -> Point3:
    """A point on the jar's front, `along` centimetres from its middle line,
    following the wall around the rounded corners."""
    flat = JAR_HALF_WIDTH - JAR_CORNER_RADIUS
    if abs(along) <= flat:
        return (along, -JAR_HALF_WIDTH - lift, z)
    a = (abs(along) - flat) / JAR_CORNER_RADIUS
    radius = JAR_CORNER_RADIUS + lift
    x = flat + radius * math.sin(a)
    return (math.copysign(x, along), -flat - radius * math.cos(a), z)


def _label_point(u: float, v: float, tilt_degrees: float, lift: float = 0.025) -> Point3:
    """The label's (u, v), both 0..1 from the bottom left, as a point on the jar."""
    t = math.radians(tilt_degrees)
    s, d = (u - 0.5) * LABEL_WIDTH, (v - 0.5) * LABEL_HEIGHT
    along = s * math.cos(t) - d * math.sin(t)
    z = LABEL_CENTRE_Z + s * math.sin(t) + d * math.cos(t)
    return _on_front(along, z, lift)


def _add_label(look: Delivery, texture: Path) -> bpy.types.Object:
    columns, rows = 80, 8
    vertices, faces, uvs = [], [], []
    for j in range(rows + 1):
        for i in range(columns + 1):
            u, v = i / columns, j / rows
            vertices.append(_label_point(u, v, look.label_tilt_degrees))
            uvs.append((u, v))
    for j in range(rows):
        for i in range(columns):
            k = j * (columns + 1) + i
            faces.append([k, k + 1, k + columns + 2, k + columns + 1])
    obj = _mesh_object("label", vertices, faces, _label_material(texture, look.label_fade))
    layer = obj.data.uv_layers.new(name="label")
    for loop in obj.data.loops:
        layer.data[loop.index].uv = uvs[loop.vertex_index]
    return obj


def _add_jar(
    look: Delivery, texture: Path, poses: Iterable[Pose], bear: bpy.types.Mesh
) -> bpy.types.Object:
    """The whole product, hung on one empty so that it can be turned as one."""
    import bpy

    jar = bpy.data.objects.new("product", None)
    bpy.context.scene.collection.objects.link(jar)

    rings = []
    for t in np.linspace(0, 1, 8):  # rounded foot
        a = t * math.pi / 2
        half = JAR_HALF_WIDTH - 0.35 * (1 - math.sin(a))
        rings.append(_rounded_square(half, JAR_CORNER_RADIUS, 0.35 * (1 - math.cos(a))))
    for z in np.linspace(1.0, JAR_SHOULDER_Z, 6):
        rings.append(_rounded_square(JAR_HALF_WIDTH, JAR_CORNER_RADIUS, float(z)))
    for t in np.linspace(0.08, 1, 14):  # shoulder: from rounded square to round neck
        a = t * math.pi / 2
        half = JAR_NECK_RADIUS + (JAR_HALF_WIDTH - JAR_NECK_RADIUS) * math.cos(a)
        corner = JAR_CORNER_RADIUS + (half - JAR_CORNER_RADIUS) * (1 - math.cos(a))
        rings.append(
            _rounded_square(
                half, corner, JAR_SHOULDER_Z + (JAR_NECK_Z - JAR_SHOULDER_Z) * math.sin(a)
            )
        )
    rings.append(_rounded_square(JAR_NECK_RADIUS, JAR_NECK_RADIUS, LID_TOP_Z - 0.3))
    glass = _loft("jar", rings, _glass_material(), cap_start=True)

    lid_material = _plain(
        "lid", look.lid_colour, look.lid_roughness, Coat_Weight=look.lid_coat, Coat_Roughness=0.05
    )
    count, ridges = 720, 90
    side = LID_TOP_Z - 0.28
    lid_rings = [
        _circle(LID_RADIUS - 0.12, LID_BOTTOM_Z, count),
        _circle(LID_RADIUS, LID_BOTTOM_Z + 0.03, count),
        _circle(LID_RADIUS + 0.02, LID_BOTTOM_Z + 0.12, count),
        _circle(LID_RADIUS + 0.02, LID_BOTTOM_Z + 0.26, count),
        _circle(LID_RADIUS - 0.03, LID_BOTTOM_Z + 0.30, count),
        _circle(LID_RADIUS - 0.02, LID_BOTTOM_Z + 0.38, count, 0.03, ridges),
        _circle(LID_RADIUS - 0.02, side - 0.08, count, 0.03, ridges),
    ]
    for t in np.linspace(0, 1, 9):
        a = t * math.pi / 2
        lid_rings.append(
            _circle(LID_RADIUS - 0.03 - 0.28 * (1 - math.cos(a)), side + 0.28 * math.sin(a), count)
        )
    for inset, drop in (
        (0.45, 0.0),
        (0.52, 0.02),
        (0.58, 0.07),
        (0.66, 0.09),
        (1.6, 0.09),
        (2.9, 0.09),
    ):
        lid_rings.append(_circle(LID_RADIUS - inset, LID_TOP_Z - drop, count))
    lid = _loft("lid", lid_rings, lid_material, cap_end=True)

    label = _add_label(look, texture)
    for part in (glass, lid, label):
        part.parent = jar
    _add_gummies(poses, bear, jar)
    return jar


# --- light and camera -------------------------------------------------------


def _add_light(
    name: str,
    place: Point3,
    target: Point3,
    size: tuple[float, float],
    power: float,
    colour: Rgb = (1, 1, 1),
) -> bpy.types.Object:
    import bpy
    from mathutils import Vector

    light = bpy.data.lights.new(name, "AREA")
    light.shape = "RECTANGLE"
    light.size, light.size_y = size
    light.energy = power
    light.color = colour
    obj = bpy.data.objects.new(name, light)
    obj.location = place
    obj.rotation_euler = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(obj)
    return obj


def _add_camera(
    place: Point3, target: Point3, lens: float, roll_degrees: float = 0.0
) -> bpy.types.Object:
    import bpy
    from mathutils import Matrix, Vector

    camera = bpy.data.cameras.new("camera")
    camera.lens = lens
    camera.clip_end = 1000
    obj = bpy.data.objects.new("camera", camera)
    aim = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_matrix().to_4x4()
    obj.matrix_world = (
        Matrix.Translation(place) @ aim @ Matrix.Rotation(math.radians(roll_degrees), 4, "Z")
    )
    bpy.context.scene.collection.objects.link(obj)
    bpy.context.scene.camera = obj
    return obj


def _set_world(colour: Rgb, strength: float) -> None:
    import bpy

    world = bpy.data.worlds.new("surroundings")
    bpy.context.scene.world = world
    background = next(node for node in world.node_tree.nodes if node.type == "BACKGROUND")
    background.inputs["Color"].default_value = (*colour, 1.0)
    background.inputs["Strength"].default_value = strength


@dataclass(frozen=True)
class Quality:
    """How much rendering to spend: `scale` shrinks the picture for a preview."""

    samples: int
    scale: float
    threads: int


def _render(
    size: tuple[int, int], view: str, look: str, exposure: float, quality: Quality, file: Path
) -> Image.Image:
    import bpy

    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = round(quality.scale * 100)
    scene.render.threads_mode = "FIXED"
    scene.render.threads = quality.threads
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.filepath = str(file)
    scene.view_settings.view_transform = view
    if look:
        scene.view_settings.look = look
    scene.view_settings.exposure = exposure
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = quality.samples
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.02
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.max_bounces = 6
    cycles.diffuse_bounces = 3
    cycles.glossy_bounces = 3
    cycles.transmission_bounces = 4
    cycles.transparent_max_bounces = 12
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 4.0
    cycles.seed = 14
    bpy.ops.render.render(write_still=True)
    return Image.open(file)


# --- where things are -------------------------------------------------------


def _pixel(point: Any, size: tuple[int, int]) -> list[float]:
    import bpy
    from bpy_extras.object_utils import world_to_camera_view
    from mathutils import Vector

    scene = bpy.context.scene
    seen = world_to_camera_view(scene, scene.camera, Vector(point))
    return [round(seen.x * size[0], 1), round((1 - seen.y) * size[1], 1)]


def _fill_height(poses: Sequence[Pose]) -> float:
    """How high the gummies stand: the mean of the topmost few, as an eye levels them."""
    tops = sorted((_top_of(pose) for pose in poses), reverse=True)[:8]
    return sum(tops) / len(tops)


def _measure(
    jar: bpy.types.Object, look: Delivery, fill_z: float, beside_label: bool, size: tuple[int, int]
) -> dict[str, Any]:
    """Project known points of the product through the camera.

    `beside_label` reads the gummies at the jar's rounded corner, where no label is in the way.
    """
    import bpy
    from mathutils import Vector

    bpy.context.view_layer.update()
    place = jar.matrix_world

    def spot(point: Point3) -> list[float]:
        return _pixel(place @ Vector(point), size)

    wall = JAR_HALF_WIDTH
    if beside_label:
        gummies, fill = _on_front(2.95, fill_z * 0.55, 0), _on_front(2.95, fill_z, 0)
    else:
        above_label = (LABEL_CENTRE_Z + LABEL_HEIGHT / 2 + fill_z) / 2
        gummies, fill = (0.0, -wall, above_label), (0.0, -wall, fill_z)
    corners = [(u, v) for u, v in ((0, 1), (1, 1), (1, 0), (0, 0))]

    outline = []
    for part in jar.children:
        if part.name.startswith(("jar", "lid")):
            outline += [
                _pixel(part.matrix_world @ vertex.co, size) for vertex in part.data.vertices
            ]
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    left, top = min(xs), min(ys)
    return {
        "size": list(size),
        "bears": spot(gummies),
        "fill_level": spot(fill),
        "lid": spot((0.0, -LID_RADIUS, (LID_BOTTOM_Z + LID_TOP_Z) / 2)),
        "box": [round(v, 1) for v in (left, top, max(xs) - left, max(ys) - top)],
        "label_corners": [spot(_label_point(u, v, look.label_tilt_degrees)) for u, v in corners],
        "fill_percent": round(100 * fill_z / JAR_NECK_Z),
    }


# --- picture one: the listing -----------------------------------------------

LISTING_SIZE = (1200, 1200)
PHOTO_SIZE = (1512, 2016)


def _plane(
    name: str, half: float, z: float, material: bpy.types.Material | None
) -> bpy.types.Object:
    corners = [(-half, -half, z), (half, -half, z), (half, half, z), (-half, half, z)]
    return _mesh_object(name, corners, [[0, 1, 2, 3]], material, smooth=False)


def make_listing(texture: Path, work: Path, quality: Quality) -> tuple[Image.Image, dict[str, Any]]:
    """The promise: a full jar in a softbox, cut out on pure white."""
    inside = pour_into_jar(FULL_COUNT, seed=3)
    strewn = drop_on_table([(-4.55, -1.4), (5.0, -3.6)], seed=8)
    standing = stand_on_table([(-3.5, -4.3, -14), (4.75, -1.6, 16), (3.55, -4.6, 10)])

    _reset()
    bear = _bear_mesh(voxel=0.045)
    bear.materials.append(_gummy_material(PROMISED))
    jar = _add_jar(PROMISED, texture, inside, bear)
    _add_gummies([*strewn, *standing], bear, None)

    _plane("floor", 80, 0.0, _white_sweep())
    backdrop = _plane("backdrop", 200, 0.0, _white_sweep())
    backdrop.rotation_euler = (math.pi / 2, 0, 0)
    backdrop.location.y = 80

    _set_world((1, 1, 1), 0.75)
    middle = (0.0, 0.0, 5.0)
    _add_light("key softbox", (-26, -24, 34), middle, (24, 34), 14000)
    _add_light("fill softbox", (30, -20, 16), middle, (12, 30), 6500)
    _add_light("back light", (10, 34, 26), middle, (40, 24), 6000)
    _add_camera((0.0, -56.0, 14.0), (0.0, 0.0, 4.75), lens=146)
    raw = _render(LISTING_SIZE, "Khronos PBR Neutral", "", 0.0, quality, work / "listing.png")
    truth = _measure(jar, PROMISED, _fill_height(inside), False, LISTING_SIZE)
    return _retouch_to_white(raw), truth


def _white_sweep() -> bpy.types.Material:
    """Studio paper that the camera sees overexposed: to the camera alone it
    also glows, so only real shadows stay visible; what falls back on the jar is
    the light of ordinary white paper."""
    nodes = Nodes("white sweep")
    paper = nodes.add("BsdfDiffuse", {"Color": (0.85, 0.85, 0.85)})
    seen = nodes.add("LightPath").outputs["Is Camera Ray"]
    strength = nodes.add("Math", {0: seen, 1: 0.12}, operation="MULTIPLY").outputs[0]
    glow = nodes.add("Emission", {"Color": (1.0, 1.0, 1.0), "Strength": strength})
    return nodes.finish(nodes.add("AddShader", {0: paper.outputs[0], 1: glow.outputs[0]}))


def _retouch_to_white(render: Image.Image) -> Image.Image:
    """Set the white point on the paper, as a retoucher does."""
    pixels = np.asarray(render.convert("RGB"), dtype=np.float32) / 255
    height, width = pixels.shape[:2]
    # A little below the paper's tone, or its faint unevenness would show.
    paper = np.percentile(pixels[: height // 3, : width // 12], 20)
    flat = np.clip(pixels / (paper * 0.97), 0, 1)
    # The far end of the floor shadow is let go before it reaches the border,
    # which must stay pure white on all four sides.
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    to_border = np.minimum.reduce([x / width, y / height, 1 - x / width, 1 - y / height])
    keep = np.clip((to_border - 0.015) / 0.05, 0, 1)[..., None]
    keep = keep * keep * (3 - 2 * keep)
    flat = 1 - (1 - flat) * keep
    return Image.fromarray((flat * 255 + 0.5).astype(np.uint8))


# --- picture two: the photo -------------------------------------------------


def _wood(
    name: str, dark: Rgb, light: Rgb, grain: tuple[float, float, float], roughness: float
) -> bpy.types.Material:
    nodes = Nodes(name)
    where = nodes.add("TexCoord").outputs["Object"]
    stretched = nodes.add("Mapping", {"Vector": where, "Scale": grain}).outputs[0]
    coarse = nodes.add(
        "TexNoise",
        {"Vector": stretched, "Scale": 1.0, "Detail": 8.0, "Roughness": 0.62, "Distortion": 0.6},
    )
    fine = nodes.add("Mapping", {"Vector": where, "Scale": tuple(8 * g for g in grain)}).outputs[0]
    pores = nodes.add("TexNoise", {"Vector": fine, "Scale": 1.0, "Detail": 3.0})
    blend = nodes.add(
        "MixRGB", {"Fac": 0.28, "Color1": coarse.outputs[0], "Color2": pores.outputs[0]}
    )
    middle = tuple((a + b) / 2 for a, b in zip(dark, light, strict=True))
    colour = nodes.ramp(blend.outputs[0], [(0.32, dark), (0.5, middle), (0.66, light)])  # type: ignore[list-item]
    bump = nodes.add("Bump", {"Strength": 0.12, "Distance": 0.05, "Height": blend.outputs[0]})
    return nodes.finish(
        nodes.add(
            "BsdfPrincipled",
            {"Base Color": colour, "Roughness": roughness, "Normal": bump.outputs[0]},
        )
    )


def _tiles() -> bpy.types.Material:
    nodes = Nodes("tiles")
    where = nodes.add("TexCoord").outputs["Object"]
    brick = nodes.add(
        "TexBrick",
        {
            "Vector": where,
            "Color1": (0.60, 0.60, 0.56),
            "Color2": (0.50, 0.52, 0.50),
            "Mortar": (0.34, 0.32, 0.29),
            "Scale": 0.032,
            "Mortar Size": 0.014,
        },
    )
    return nodes.finish(
        nodes.add("BsdfPrincipled", {"Base Color": brick.outputs["Color"], "Roughness": 0.25})
    )


def _towel_cloth() -> bpy.types.Material:
    """Linen with woven stripes, from the towel's own UV map."""
    nodes = Nodes("tea towel")
    uv = nodes.add("TexCoord").outputs["UV"]
    axes = nodes.add("SeparateXYZ", {0: uv})
    along = nodes.add("Math", {0: axes.outputs["X"], 1: 5.0}, operation="MULTIPLY").outputs[0]
    band = nodes.add("Math", {0: along}, operation="FRACT").outputs[0]
    linen, blue = (0.62, 0.59, 0.52), (0.06, 0.12, 0.22)
    node = nodes.add("ValToRGB", {"Fac": band})
    node.color_ramp.interpolation = "CONSTANT"
    elements = node.color_ramp.elements
    for position, colour in (
        (0.62, blue),
        (0.66, linen),
        (0.70, blue),
        (0.82, linen),
        (0.86, blue),
    ):
        elements.new(position).color = (*colour, 1.0)
    elements[0].color = (*linen, 1.0)
    elements[-1].position, elements[-1].color = 0.90, (*linen, 1.0)
    weave = nodes.add("TexNoise", {"Vector": uv, "Scale": 260.0, "Detail": 2.0})
    bump = nodes.add("Bump", {"Strength": 0.35, "Distance": 0.05, "Height": weave.outputs[0]})
    return nodes.finish(
        nodes.add(
            "BsdfPrincipled",
            {
                "Base Color": node.outputs["Color"],
                "Roughness": 0.95,
                "Sheen Weight": 0.3,
                "Normal": bump.outputs[0],
            },
        )
    )


def _add_towel(place: Point3, turn: float) -> None:
    """A tea towel dropped on the table: a few ridges, flattening to the hem."""
    columns = rows = 120
    width, depth = 17.0, 22.0
    rng = random.Random(5)
    ridges = [
        (
            rng.uniform(0, math.tau),
            rng.uniform(0.25, 0.55),
            rng.uniform(0, math.tau),
            rng.uniform(0.5, 0.9),
        )
        for _ in range(7)
    ]
    vertices, faces = [], []
    for j in range(rows + 1):
        for i in range(columns + 1):
            x, y = (i / columns - 0.5) * width, (j / rows - 0.5) * depth
            height = 0.0
            for direction, frequency, phase, strength in ridges:
                wave = math.sin(
                    frequency * (x * math.cos(direction) + y * math.sin(direction)) + phase
                )
                height += strength * max(0.0, wave) ** 2.2
            ripple = 0.5 * math.sin(0.45 * y + 0.8) + 0.35 * math.sin(0.7 * x + 2.0)
            to_hem = min(x + width / 2, width / 2 - x, y + depth / 2, depth / 2 - y)
            height *= 0.12 + 0.88 * min(1.0, to_hem / 5.0)  # a hem lies nearly flat
            vertices.append((x + 0.8 * ripple, y + 0.5 * math.sin(0.5 * x), 0.14 + height))
    for j in range(rows):
        for i in range(columns):
            k = j * (columns + 1) + i
            faces.append([k, k + 1, k + columns + 2, k + columns + 1])
    obj = _mesh_object("towel", vertices, faces, _towel_cloth())
    layer = obj.data.uv_layers.new(name="weave")
    for loop in obj.data.loops:
        j, i = divmod(loop.vertex_index, columns + 1)
        layer.data[loop.index].uv = (i / columns, j / rows)
    thick = obj.modifiers.new("thickness", "SOLIDIFY")
    thick.thickness = 0.12
    obj.location = place
    obj.rotation_euler = (0, 0, turn)


def _add_mug(place: Point3, turn: float) -> None:
    import bpy

    glaze = _plain("glaze", (0.16, 0.24, 0.30), 0.18, Coat_Weight=0.6)
    coffee = _plain("coffee", (0.03, 0.015, 0.008), 0.08)
    profile = [
        (2.9, 0.0),
        (3.3, 0.15),
        (3.6, 0.5),
        (3.95, 1.4),
        (4.05, 3.0),
        (4.05, 8.9),
        (4.0, 9.1),
        (3.85, 9.15),
    ]
    profile += [(3.72, 9.05), (3.7, 8.8), (3.7, 1.4), (3.2, 0.6)]
    body = _loft("mug", [_circle(r, z) for r, z in profile], glaze, cap_start=True, cap_end=True)
    drink = _loft("coffee", [_circle(3.69, 7.4)], coffee, cap_end=True)
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
    handle = _loft("handle", rings, glaze)
    hook = bpy.data.objects.new("mug", None)
    bpy.context.scene.collection.objects.link(hook)
    for part in (body, drink, handle):
        part.parent = hook
    hook.location = place
    hook.rotation_euler = (0, 0, turn)


def _add_slab(
    name: str,
    half: Point3,
    corner: float,
    bevel: float,
    material: bpy.types.Material,
    place: Point3,
    turn: Point3,
) -> bpy.types.Object:
    """A rounded board: plan with round corners, edges softened by a bevel."""
    rings = []
    stretch_x, stretch_y = half[0] - corner, half[1] - corner

    def outline(inset: float, z: float) -> list[Point3]:
        ring = []
        for x, y, _ in _rounded_square(1.0 + corner, corner, 0.0, 16):
            cx, cy = math.copysign(stretch_x, x), math.copysign(stretch_y, y)
            dx, dy = x - math.copysign(1.0, x), y - math.copysign(1.0, y)
            keep = (corner - inset) / corner
            ring.append((cx + dx * keep, cy + dy * keep, z))
        return ring

    for t in np.linspace(0, 1, 6):
        a = t * math.pi / 2
        rings.append(outline(bevel * (1 - math.sin(a)), -half[2] + bevel * (1 - math.cos(a))))
    for t in np.linspace(0, 1, 6):
        a = t * math.pi / 2
        rings.append(outline(bevel * (1 - math.cos(a)), half[2] - bevel * (1 - math.sin(a))))
    obj = _loft(name, rings, material, cap_start=True, cap_end=True)
    obj.location = place
    obj.rotation_euler = turn
    return obj


def _bread() -> bpy.types.Material:
    nodes = Nodes("bread")
    where = nodes.add("TexCoord").outputs["Object"]
    axes = nodes.add("SeparateXYZ", {0: nodes.add("NewGeometry").outputs["Normal"]})
    holes = nodes.add("TexNoise", {"Vector": where, "Scale": 2.2, "Detail": 6.0, "Roughness": 0.65})
    crumb = nodes.ramp(
        holes.outputs[0],
        [(0.36, (0.36, 0.22, 0.10)), (0.5, (0.62, 0.45, 0.26)), (0.7, (0.74, 0.60, 0.40))],
    )
    crust = nodes.ramp(holes.outputs[0], [(0.3, (0.10, 0.035, 0.012)), (0.7, (0.30, 0.12, 0.04))])
    flatness = nodes.add(
        "MapRange", {"Value": axes.outputs["Z"], "From Min": 0.75, "From Max": 0.97}
    ).outputs[0]
    colour = nodes.add("MixRGB", {"Fac": flatness, "Color1": crust, "Color2": crumb})
    bump = nodes.add("Bump", {"Strength": 0.7, "Distance": 0.12, "Height": holes.outputs[0]})
    return nodes.finish(
        nodes.add(
            "BsdfPrincipled",
            {"Base Color": colour.outputs[0], "Roughness": 0.9, "Normal": bump.outputs[0]},
        )
    )


def _add_crumbs(
    centre: tuple[float, float], spread: tuple[float, float], z: float, count: int, seed: int
) -> None:
    import bmesh
    import bpy
    from mathutils import Euler, Matrix, Vector

    rng = random.Random(seed)
    shape = bmesh.new()
    for _ in range(count):
        size = rng.uniform(0.025, 0.07) if rng.random() < 0.85 else rng.uniform(0.08, 0.15)
        x, y = rng.gauss(centre[0], spread[0]), rng.gauss(centre[1], spread[1])
        tumble = Euler([rng.uniform(0, math.tau) for _ in range(3)]).to_matrix().to_4x4()
        lumpy = Matrix.Diagonal(
            (size, size * rng.uniform(0.6, 1.0), size * rng.uniform(0.5, 0.9), 1.0)
        )
        made = bmesh.ops.create_icosphere(
            shape,
            subdivisions=2,
            radius=1.0,
            matrix=Matrix.Translation((x, y, z + size * 0.5)) @ tumble @ lumpy,
        )
        for vertex in made["verts"]:  # torn, not turned on a lathe
            vertex.co += 0.22 * size * Vector([rng.uniform(-1, 1) for _ in range(3)])
    mesh = bpy.data.meshes.new("crumbs")
    shape.to_mesh(mesh)
    shape.free()
    _place("crumbs", mesh, _plain("crumb", (0.46, 0.27, 0.11), 0.95))


def make_photo(texture: Path, work: Path, quality: Quality) -> tuple[Image.Image, dict[str, Any]]:
    """The parcel: half a jar of pale gummies under the kitchen lamp."""
    inside = pour_into_jar(DELIVERED_COUNT, seed=11)
    spilled = drop_on_table([(3.6, -5.6), (5.9, -4.2), (1.2, -7.2), (6.9, -7.4)], seed=21)

    _reset()
    bear = _bear_mesh(voxel=0.045)
    bear.materials.append(_gummy_material(DELIVERED))
    jar = _add_jar(DELIVERED, texture, inside, bear)
    jar.rotation_euler = (0, 0, math.radians(-19))
    _add_gummies(spilled, bear, None)

    table = _wood("table", (0.12, 0.056, 0.024), (0.30, 0.165, 0.078), (0.06, 0.55, 0.5), 0.36)
    _plane("table", 70, 0.0, table)
    wall = _plane("wall", 120, 0.0, _tiles())
    wall.rotation_euler = (math.pi / 2, 0, 0)
    wall.location = (0, 62, 40)

    board = _wood("board", (0.34, 0.19, 0.085), (0.60, 0.39, 0.20), (0.5, 0.05, 0.5), 0.55)
    _add_slab(
        "cutting board",
        (8.5, 12.5, 0.8),
        1.6,
        0.25,
        board,
        (13.2, 9.5, 0.8),
        (0, 0, math.radians(-14)),
    )
    _add_slab(
        "bread", (4.0, 3.8, 0.65), 2.3, 0.3, _bread(), (9.7, 6.6, 2.26), (0, 0, math.radians(24))
    )
    _add_mug((-10.2, 8.2, 0.0), math.radians(205))
    _add_towel((-11.6, -5.2, 0.0), math.radians(24))
    _add_crumbs((8.6, 2.0), (1.2, 1.2), 1.6, 40, 1)
    _add_crumbs((4.5, -4.5), (3.2, 2.4), 0.0, 220, 2)

    _set_world((1.0, 0.86, 0.70), 0.16)
    _add_light("ceiling lamp", (16, 4, 62), (0, 0, 0), (14, 14), 26000, (1.0, 0.74, 0.46))
    _add_light("window far off", (-70, -10, 40), (0, 0, 5), (40, 50), 26000, (0.72, 0.86, 1.0))
    camera = _add_camera((0.6, -27.5, 15.2), (0.3, 0.0, 4.3), lens=43, roll_degrees=-3.0)
    camera.data.dof.use_dof = True
    camera.data.dof.focus_distance = 26.0
    # Blender takes lens millimetres against metres; in a world of centimetres
    # an aperture of a real phone's depth of field needs a small number here.
    camera.data.dof.aperture_fstop = 0.22
    raw = _render(PHOTO_SIZE, "AgX", "AgX - Base Contrast", 1.35, quality, work / "photo.png")
    truth = _measure(jar, DELIVERED, _fill_height(inside), True, PHOTO_SIZE)
    return _through_a_phone(raw), truth


def _through_a_phone(render: Image.Image) -> Image.Image:
    """What a small lens and a small sensor do to a clean render."""
    rng = np.random.default_rng(14)
    soft = render.convert("RGB").filter(
        ImageFilter.GaussianBlur(0.8 * render.width / PHOTO_SIZE[0])
    )
    pixels = np.asarray(soft, dtype=np.float32)
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    from_centre = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2 * 1.3) / 0.5
    pixels *= (1 - 0.27 * from_centre**1.3)[..., None]
    grain = rng.normal(0, 1, (height, width, 1)).astype(np.float32)
    blotch = rng.normal(0, 1, (height // 3 + 1, width // 3 + 1, 3)).astype(np.float32)
    blotch = blotch.repeat(3, axis=0).repeat(3, axis=1)[:height, :width]
    # Sensor noise shows in the shadows more than in the lights.
    strength = 2.2 + 2.2 * (1 - pixels.mean(axis=2, keepdims=True) / 255)
    pixels += strength * (grain + 0.55 * blotch)
    return Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))


# --- output and check -------------------------------------------------------


def _save(picture: Image.Image, file: Path, limit: int) -> None:
    """The best JPEG quality that fits; Pillow writes no metadata unless asked."""
    for quality in range(93, 60, -2):
        picture.save(file, "JPEG", quality=quality, optimize=True, subsampling="4:2:0")
        if file.stat().st_size <= limit:
            print(f"{file.name}: {file.stat().st_size // 1000} kB at quality {quality}")
            return
    raise RuntimeError(f"{file.name} does not fit in {limit} bytes")


LISTING_LIMIT, PHOTO_LIMIT = 250_000, 600_000


def check(folder: Path, drawing: Path | None) -> bool:
    """Hold the finished pictures to what the app's tutorial needs of them."""
    import cv2

    listing, photo = cv2.imread(str(folder / "listing.jpg")), cv2.imread(str(folder / "photo.jpg"))
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    border = np.concatenate(
        [
            listing[:8].reshape(-1, 3),
            listing[-8:].reshape(-1, 3),
            listing[:, :8].reshape(-1, 3),
            listing[:, -8:].reshape(-1, 3),
        ]
    )

    def features(image: np.ndarray) -> tuple[Any, np.ndarray]:
        points, found = cv2.SIFT_create(8000).detectAndCompute(
            cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), None
        )
        return points, np.sqrt(found / (np.abs(found).sum(axis=1, keepdims=True) + 1e-7))

    photo_points, photo_found = features(photo)
    listing_points, listing_found = features(listing)
    pairs = cv2.BFMatcher(cv2.NORM_L2).knnMatch(photo_found, listing_found, k=2)
    good = [a for a, b in pairs if a.distance < 0.8 * b.distance]
    source = np.float32([photo_points[m.queryIdx].pt for m in good])
    target = np.float32([listing_points[m.trainIdx].pt for m in good])
    homography, mask = cv2.findHomography(source, target, cv2.USAC_MAGSAC, 4.0)
    inliers = int(mask.sum())
    corners = np.float32(truth["photo"]["label_corners"]).reshape(-1, 1, 2)
    mapped = cv2.perspectiveTransform(corners, homography).reshape(-1, 2)
    off = np.linalg.norm(mapped - np.float32(truth["listing"]["label_corners"]), axis=1)
    if drawing is not None:
        cv2.polylines(listing, [mapped.astype(np.int32)], True, (255, 0, 0), 3)
        for image, name in ((listing, "listing"), (photo, "photo")):
            for key in ("bears", "fill_level", "lid"):
                x, y = (int(v) for v in truth[name][key])
                cv2.drawMarker(image, (x, y), (0, 255, 0), cv2.MARKER_CROSS, 40, 4)
                cv2.putText(
                    image, key, (x + 14, y - 8), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (0, 120, 0), 2
                )
            x, y, w, h = (int(v) for v in truth[name]["box"])
            cv2.rectangle(image, (x, y), (x + w, y + h), (0, 160, 255), 2)
        tall = cv2.resize(photo, (900, 1200), interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(drawing), np.hstack([listing, tall]))
    results = {
        f"border minimum {border.min()} (>= 250)": int(border.min()) >= 250,
        f"inliers {inliers} of {len(good)} matches (>= 40)": inliers >= 40,
        f"label corners off by {off.round(1).tolist()} px (<= 15)": bool(off.max() <= 15),
        "listing fits": (folder / "listing.jpg").stat().st_size <= LISTING_LIMIT,
        "photo fits": (folder / "photo.jpg").stat().st_size <= PHOTO_LIMIT,
        "no metadata": all(
            not Image.open(folder / f"{n}.jpg").getexif() for n in ("listing", "photo")
        ),
    }
    for text, passed in results.items():
        print("ok  " if passed else "FAIL", text)
    return all(results.values())


def main() -> int:
    parser = argparse.ArgumentParser(description="Make claimcheck's sample pictures.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for the results")
    parser.add_argument("--only", choices=("listing", "photo", "label"), help="make just this one")
    parser.add_argument(
        "--samples", type=int, default=20, help="per pixel; the denoiser does the rest"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="below 1 for a quick preview")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--check", action="store_true", help="verify the finished pictures, render nothing"
    )
    parser.add_argument("--drawing", type=Path, help="with --check: where to draw what was found")
    options = parser.parse_args()
    if options.check:
        return 0 if check(options.out, options.drawing) else 1

    quality = Quality(options.samples, options.scale, options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    truth_file = options.out / "truth.json"
    truth = json.loads(truth_file.read_text("utf-8")) if truth_file.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        texture = work / "label.png"
        draw_label().save(texture)
        if options.only == "label":
            draw_label().save(options.out / "label.png")
            return 0
        for name, make, limit in (
            ("listing", make_listing, LISTING_LIMIT),
            ("photo", make_photo, PHOTO_LIMIT),
        ):
            if options.only in (None, name):
                begun = time.monotonic()
                picture, truth[name] = make(texture, work, quality)
                _save(picture, options.out / f"{name}.jpg", limit)
                print(f"{name}: {time.monotonic() - begun:.0f} s")
    truth_file.write_text(json.dumps(truth, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
