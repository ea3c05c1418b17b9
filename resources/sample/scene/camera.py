"""Lamps, the camera, and the exposure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import bpy
from mathutils import Matrix, Vector
from PIL import Image
from product import Point3, Rgb


@dataclass(frozen=True)
class Quality:
    """How much rendering to spend: `scale` shrinks the picture for a preview."""

    samples: int
    scale: float
    threads: int


@dataclass(frozen=True)
class Film:
    """What a camera makes of the light: Blender's view transform and look, exposure in stops."""

    view: str
    look: str
    exposure: float


def add_light(
    name: str,
    place: Point3,
    target: Point3,
    size: tuple[float, float],
    power: float,
    colour: Rgb = (1, 1, 1),
) -> None:
    """A rectangular lamp at `place` that shines towards `target`; `power` in watts."""
    light = bpy.data.lights.new(name, "AREA")
    light.shape = "RECTANGLE"
    light.size, light.size_y = size
    light.energy = power
    light.color = colour
    obj = bpy.data.objects.new(name, light)
    obj.location = place
    obj.rotation_euler = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(obj)


def light_surroundings(colour: Rgb, strength: float) -> None:
    """Even light from all around."""
    world = bpy.data.worlds.new("surroundings")
    bpy.context.scene.world = world
    background = next(node for node in world.node_tree.nodes if node.type == "BACKGROUND")
    background.inputs["Color"].default_value = (*colour, 1.0)
    background.inputs["Strength"].default_value = strength


def add_camera(
    place: Point3, target: Point3, lens: float, roll_degrees: float = 0.0
) -> bpy.types.Object:
    """Look from `place` at `target`; `lens` in millimetres of a 36 mm sensor."""
    camera = bpy.data.cameras.new("camera")
    camera.lens = lens
    camera.clip_end = 1000
    obj = bpy.data.objects.new("camera", camera)
    aim = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_matrix().to_4x4()
    roll = Matrix.Rotation(math.radians(roll_degrees), 4, "Z")
    obj.matrix_world = Matrix.Translation(place) @ aim @ roll
    bpy.context.scene.collection.objects.link(obj)
    bpy.context.scene.camera = obj
    return obj


def render(size: tuple[int, int], film: Film, quality: Quality, file: Path) -> Image.Image:
    """Render the scene to `file` (PNG, sRGB); `size` is the full width and height in pixels."""
    scene = bpy.context.scene
    settings = scene.render
    settings.engine = "CYCLES"
    settings.resolution_x, settings.resolution_y = size
    settings.resolution_percentage = round(quality.scale * 100)
    settings.threads_mode = "FIXED"
    settings.threads = quality.threads
    settings.image_settings.file_format = "PNG"
    settings.image_settings.color_mode = "RGB"
    settings.filepath = str(file)
    scene.view_settings.view_transform = film.view
    if film.look:
        scene.view_settings.look = film.look
    scene.view_settings.exposure = film.exposure
    _trace(scene.cycles, quality.samples)
    bpy.ops.render.render(write_still=True)
    return Image.open(file)


def _trace(cycles: bpy.types.bpy_struct, samples: int) -> None:
    """Few samples and a denoiser: minutes, not hours, on a machine without a graphics card."""
    cycles.device = "CPU"
    cycles.samples = samples
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
    cycles.seed = 14  # the same noise every time
