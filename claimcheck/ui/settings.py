"""The user's preferences. They lie in the library, so that nothing is written elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields


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

    @classmethod
    def load(cls, read: Callable[[str], str]) -> Settings:
        """Ask ``read`` for each preference by name; it answers ``""`` for what was never set."""
        return cls(
            language=read("language"),
            theme=read("theme"),
            handle=read("handle"),
            reduce_motion=read("reduce_motion") == "yes",
        )

    def store(self, write: Callable[[str, str], None]) -> None:
        """Hand each preference to ``write`` as text."""
        for field in fields(self):
            value = getattr(self, field.name)
            write(field.name, ("yes" if value else "") if isinstance(value, bool) else value)
