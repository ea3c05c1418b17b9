"""Picture two, the photo: half a jar of pale gummies under the kitchen lamp."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFilter
from product import DELIVERED, DELIVERED_COUNT

from .bears import add_gummies, seen_bear
from .breakfast import add_bread, add_crumbs, add_cutting_board, add_mug
from .camera import Film, Quality, add_camera, add_light, light_surroundings, render
from .jar import add_jar
from .mesh import empty_scene, plane
from .settle import drop_on_table, pour_into_jar
from .surfaces import tiles, wood
from .towel import add_towel
from .truth import measure

SIZE = (1512, 2016)
FILM = Film("AgX", look="AgX - Base Contrast", exposure=1.35)


def make_photo(texture: Path, work: Path, quality: Quality) -> tuple[Image.Image, dict[str, Any]]:
    """The parcel, and where things are in it (truth.json).

    `texture` is the label's picture, `work` a folder for what passes.
    """
    inside = pour_into_jar(DELIVERED_COUNT, seed=11)
    spilled = drop_on_table([(3.6, -5.6), (5.9, -4.2), (1.2, -7.2), (6.9, -7.4)], seed=21)

    empty_scene()  # the tumbling had scenes of its own
    bear = seen_bear(DELIVERED)
    jar = add_jar(DELIVERED, texture, inside, bear)
    jar.rotation_euler = (0, 0, math.radians(-19))
    add_gummies(spilled, bear, None)
    _lay_table()
    _light_kitchen()
    _hold_phone()
    raw = render(SIZE, FILM, quality, work / "photo.png")
    return _through_a_phone(raw), measure(jar, DELIVERED, inside, True, SIZE)


def _lay_table() -> None:
    oak = wood("table", (0.12, 0.056, 0.024), (0.30, 0.165, 0.078), (0.06, 0.55, 0.5), 0.36)
    plane("table", 70, 0.0, oak)
    wall = plane("wall", 120, 0.0, tiles())
    wall.rotation_euler = (math.pi / 2, 0, 0)
    wall.location = (0, 62, 40)
    add_cutting_board((13.2, 9.5, 0.8), math.radians(-14))
    add_bread((9.7, 6.6, 2.26), math.radians(24))
    add_mug((-10.2, 8.2, 0.0), math.radians(205))
    add_towel((-11.6, -5.2, 0.0), math.radians(24))
    add_crumbs((8.6, 2.0), (1.2, 1.2), 1.6, count=40, seed=1)
    add_crumbs((4.5, -4.5), (3.2, 2.4), 0.0, count=220, seed=2)


def _light_kitchen() -> None:
    light_surroundings((1.0, 0.86, 0.70), 0.16)
    add_light("ceiling lamp", (16, 4, 62), (0, 0, 0), (14, 14), 26000, (1.0, 0.74, 0.46))
    add_light("window far off", (-70, -10, 40), (0, 0, 5), (40, 50), 26000, (0.72, 0.86, 1.0))


def _hold_phone() -> None:
    camera = add_camera((0.6, -27.5, 15.2), (0.3, 0.0, 4.3), lens=43, roll_degrees=-3.0)
    camera.data.dof.use_dof = True
    camera.data.dof.focus_distance = 26.0
    # Blender takes lens millimetres against metres; in a world of centimetres
    # an aperture of a real phone's depth of field needs a small number here.
    camera.data.dof.aperture_fstop = 0.22


def _through_a_phone(picture: Image.Image) -> Image.Image:
    """What a small lens and a small sensor do to a clean render."""
    rng = np.random.default_rng(14)
    soft = picture.convert("RGB").filter(ImageFilter.GaussianBlur(0.8 * picture.width / SIZE[0]))
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
