"""Where things are in a picture: known points of the product, seen by the scene's camera."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import bpy
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector
from product import (
    JAR_NECK_Z,
    LABEL_CENTRE_Z,
    LABEL_HEIGHT,
    LID_BOTTOM_Z,
    LID_RADIUS,
    LID_TOP_Z,
    Delivery,
    Point3,
)

from .bears import Pose
from .jar import on_front, on_label

Size = tuple[int, int]


def measure(
    jar: bpy.types.Object, look: Delivery, inside: Sequence[Pose], beside_label: bool, size: Size
) -> dict[str, Any]:
    """One picture's entry of truth.json; places in pixels from the top left of `size`.

    `inside` are the gummies in the jar. `beside_label` reads them at the jar's
    rounded corner, where no label is in the way.
    """
    bpy.context.view_layer.update()

    def spot(point: Point3) -> list[float]:
        return _pixel(jar.matrix_world @ Vector(point), size)

    fill_z = _fill_height(inside)
    # To the right on both pictures, and not in one line, so that callouts keep apart.
    if beside_label:
        gummies, fill = on_front(2.95, fill_z * 0.55, 0), on_front(2.95, fill_z, 0)
    else:
        above_label = (LABEL_CENTRE_Z + LABEL_HEIGHT / 2 + fill_z) / 2
        gummies, fill = on_front(1.8, above_label, 0), on_front(0.9, fill_z, 0)
    corners = ((0, 1), (1, 1), (1, 0), (0, 0))
    return {
        "size": list(size),
        "bears": spot(gummies),
        "fill_level": spot(fill),
        "lid": spot(_on_lid(-35.0)),
        "box": _box(jar, size),
        "label_corners": [spot(on_label(u, v, look.label_tilt_degrees)) for u, v in corners],
        "fill_percent": round(100 * fill_z / JAR_NECK_Z),
    }


def _on_lid(degrees: float) -> Point3:
    """Halfway up the lid's side, that far around it from the front."""
    a = math.radians(degrees)
    middle = (LID_BOTTOM_Z + LID_TOP_Z) / 2
    return (LID_RADIUS * math.sin(a), -LID_RADIUS * math.cos(a), middle)


def _fill_height(poses: Sequence[Pose]) -> float:
    """How high the gummies stand: the mean of the topmost few, as an eye levels them."""
    tops = sorted((pose.top for pose in poses), reverse=True)[:8]
    return sum(tops) / len(tops)


def _box(jar: bpy.types.Object, size: Size) -> list[float]:
    """The jar with its lid as left, top, width, height."""
    outline = []
    for part in jar.children:
        if part.name.startswith(("jar", "lid")):
            outline += [_pixel(part.matrix_world @ dot.co, size) for dot in part.data.vertices]
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    left, top = min(xs), min(ys)
    return [round(v, 1) for v in (left, top, max(xs) - left, max(ys) - top)]


def _pixel(point: Vector, size: Size) -> list[float]:
    scene = bpy.context.scene
    seen = world_to_camera_view(scene, scene.camera, point)
    return [round(seen.x * size[0], 1), round((1 - seen.y) * size[1], 1)]
