"""What keeps a file from being taken by a platform as it is, and what there is to know of a file
before it is held against one platform or another.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a platform would refuse or change."""

    kind: str
    """``name``, ``type``, ``shape``, ``size``, ``bytes``, ``colour``, ``private`` or ``damaged``;
    of films also ``codec``, ``keyframes``, ``rate``, ``length``, ``order``, ``edits``, ``sound``.
    """
    text: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A picture or a film, looked at once."""

    kind: str
    """What it really is: ``jpeg``, ``png``, ``webp``, ``mp4``, ``mov``, ``webm`` or another."""
    size: tuple[int, int]
    """Width and height in pixels as it is shown; (0, 0) when it can't be."""
    faults: tuple[Fault, ...]
    """What is wrong with it whoever takes it."""
    seconds: float | None = None
    """Of a film."""
