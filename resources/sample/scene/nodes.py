"""Materials: Blender's shader nodes with as little ceremony as possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bpy
from product import Rgb


class Nodes:
    """One material's node tree while it is being built."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.tree.nodes.new("ShaderNodeOutputMaterial")

    def add(
        self, kind: str, inputs: dict[str | int, Any] | None = None, **settings: Any
    ) -> bpy.types.Node:
        """Add a ``ShaderNode<kind>``; `inputs` are its sockets, `settings` its own properties."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in settings.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            self._feed(node, key, value)
        return node

    def _feed(self, node: bpy.types.Node, key: str | int, value: Any) -> None:
        """Set an input to a constant, or link it if the value is an output socket."""
        socket = node.inputs[key]
        if hasattr(value, "is_linked"):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1.0)
        else:
            socket.default_value = value

    def ramp(self, factor: Any, stops: Sequence[tuple[float, Rgb]]) -> Any:
        """The colour socket of a gradient through `stops`, read at `factor`."""
        node = self.add("ValToRGB", {"Fac": factor})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position = position
            element.color = (*colour, 1.0)
        return node.outputs["Color"]

    def finish(self, shader: bpy.types.Node) -> bpy.types.Material:
        """Make `shader` the material's surface."""
        self.tree.links.new(shader.outputs[0], self.output.inputs["Surface"])
        return self.material

    def finish_principled(self, inputs: dict[str | int, Any]) -> bpy.types.Material:
        """Make Blender's all-round shader the material's surface."""
        return self.finish(self.add("BsdfPrincipled", inputs))


def plain(name: str, colour: Rgb, roughness: float, **more: Any) -> bpy.types.Material:
    """One colour all over; `more` are further inputs, with ``_`` for a space."""
    inputs: dict[str | int, Any] = {"Base Color": colour, "Roughness": roughness}
    inputs.update({key.replace("_", " "): value for key, value in more.items()})
    return Nodes(name).finish_principled(inputs)
