"""Picture one, the listing: a full jar in a softbox, cut out on pure white."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from PIL import Image
from product import FULL_COUNT, PROMISED

from .bears import add_gummies, seen_bear
from .camera import Film, Quality, add_camera, add_light, light_surroundings, render
from .jar import add_jar
from .mesh import empty_scene, plane
from .nodes import Nodes
from .settle import drop_on_table, pour_into_jar, stand_on_table
from .truth import measure

SIZE = (1200, 1200)
FILM = Film("Khronos PBR Neutral", look="", exposure=0.0)


def make_listing(texture: Path, work: Path, quality: Quality) -> tuple[Image.Image, dict[str, Any]]:
    """The promise, and where things are in it (truth.json).

    `texture` is the label's picture, `work` a folder for what passes.
    """
    inside = pour_into_jar(FULL_COUNT, seed=3)
    strewn = drop_on_table([(-4.55, -1.4), (5.0, -3.6)], seed=8)
    standing = stand_on_table([(-3.5, -4.3, -14), (4.75, -1.6, 16), (3.55, -4.6, 10)])

    empty_scene()  # the tumbling had scenes of its own
    bear = seen_bear(PROMISED)
    jar = add_jar(PROMISED, texture, inside, bear)
    add_gummies([*strewn, *standing], bear, None)
    _set_up_studio()
    raw = render(SIZE, FILM, quality, work / "listing.png")
    return _retouch_to_white(raw), measure(jar, PROMISED, inside, False, SIZE)


def _set_up_studio() -> None:
    plane("floor", 80, 0.0, _white_sweep())
    backdrop = plane("backdrop", 200, 0.0, _white_sweep())
    backdrop.rotation_euler = (math.pi / 2, 0, 0)
    backdrop.location.y = 80

    light_surroundings((1, 1, 1), 0.75)
    middle = (0.0, 0.0, 5.0)
    add_light("key softbox", (-26, -24, 34), middle, (24, 34), 14000)
    add_light("fill softbox", (30, -20, 16), middle, (12, 30), 6500)
    add_light("back light", (10, 34, 26), middle, (40, 24), 6000)
    add_camera((0.0, -56.0, 14.0), (0.0, 0.0, 4.75), lens=146)


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


def _retouch_to_white(picture: Image.Image) -> Image.Image:
    """Set the white point on the paper, as a retoucher does."""
    pixels = np.asarray(picture.convert("RGB"), dtype=np.float32) / 255
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
