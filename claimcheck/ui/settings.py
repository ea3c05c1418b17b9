"""The user's preferences. They lie in the library, so that nothing is written elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences as plain values; empty means automatic."""

    language: str = ""
    """``en`` or ``nl``; empty follows the system."""
    theme: str = ""
    """``light`` or ``dark``; empty follows the system."""
    handle: str = ""
    """The creator's handle, for new cards."""
    reduce_motion: bool = False
    rulers: bool = False
    ruler_in_pixels: bool = False
    """Also where millimetres are known."""
    views_apart: bool = False
    """Whether each picture is zoomed and moved on its own."""
    stacked: bool = False
    """Whether the two pictures are one above the other."""
    no_pixel_grid: bool = False
    no_snapping: bool = False

    @classmethod
    def load(cls, read: Callable[[str], str]) -> Settings:
        """Ask ``read`` for each preference by name; it answers ``""`` for what was never set."""
        kept: dict[str, Any] = {
            field.name: read(field.name) == "yes" if field.type == "bool" else read(field.name)
            for field in fields(cls)
        }
        return cls(**kept)

    def store(self, write: Callable[[str, str], None]) -> None:
        """Hand each preference to ``write`` as text."""
        for field in fields(self):
            value = getattr(self, field.name)
            write(field.name, ("yes" if value else "") if isinstance(value, bool) else value)
