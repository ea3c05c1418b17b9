"""What the kitchen is made of."""

from __future__ import annotations

import bpy
from product import Rgb

from .nodes import Nodes


def wood(
    name: str, dark: Rgb, light: Rgb, grain: tuple[float, float, float], roughness: float
) -> bpy.types.Material:
    """Wood between two tones; `grain` is how tightly its figure repeats along x, y and z."""
    nodes = Nodes(name)
    where = nodes.add("TexCoord").outputs["Object"]
    stretched = nodes.add("Mapping", {"Vector": where, "Scale": grain}).outputs[0]
    coarse = nodes.add(
        "TexNoise",
        {"Vector": stretched, "Scale": 1.0, "Detail": 8.0, "Roughness": 0.62, "Distortion": 0.6},
    )
    fine = nodes.add("Mapping", {"Vector": where, "Scale": tuple(8 * g for g in grain)}).outputs[0]
    pores = nodes.add("TexNoise", {"Vector": fine, "Scale": 1.0, "Detail": 3.0})
    figure = nodes.add(
        "MixRGB", {"Fac": 0.28, "Color1": coarse.outputs[0], "Color2": pores.outputs[0]}
    ).outputs[0]
    middle = ((dark[0] + light[0]) / 2, (dark[1] + light[1]) / 2, (dark[2] + light[2]) / 2)
    colour = nodes.ramp(figure, [(0.32, dark), (0.5, middle), (0.66, light)])
    bump = nodes.add("Bump", {"Strength": 0.12, "Distance": 0.05, "Height": figure})
    return nodes.finish_principled(
        {"Base Color": colour, "Roughness": roughness, "Normal": bump.outputs[0]}
    )


def tiles() -> bpy.types.Material:
    """The kitchen wall, far enough back to blur."""
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
    return nodes.finish_principled({"Base Color": brick.outputs["Color"], "Roughness": 0.25})


def bread_slice() -> bpy.types.Material:
    """Crumb on what lies flat, crust around the edge."""
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
    return nodes.finish_principled(
        {"Base Color": colour.outputs[0], "Roughness": 0.9, "Normal": bump.outputs[0]}
    )
