"""Formats: what a platform takes and what it covers, as data with its source and date."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from claimcheck import paths
from claimcheck.cards.tables import Table
from claimcheck.errors import ErrorKind, KnownError

PICTURE_KINDS = ("jpeg", "png", "webp")
VIDEO_KINDS = ("mp4", "mov", "webm")
_SIDE_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class SafeArea:
    """The part of a card that a platform leaves uncovered: a polygon with sides along the axes.

    It must be a stack of bands, each one interval wide (no holes, nothing that overhangs).
    """

    corners: tuple[tuple[float, float], ...]

    @property
    def top(self) -> float:
        """The y of the highest side."""
        return min(y for _, y in self.corners)

    @property
    def bottom(self) -> float:
        """The y of the lowest side."""
        return max(y for _, y in self.corners)

    def span(self, top: float, bottom: float) -> tuple[float, float]:
        """The left and right x between which everything from ``top`` to ``bottom`` is free.

        Outside the area's own top and bottom the nearest band counts.
        """
        bands = self.bands()
        top = min(max(top, bands[0][0]), bands[-1][1] - 1e-6)
        bottom = max(min(bottom, bands[-1][1]), top + 1e-6)
        met = [b for b in bands if b[0] < bottom and top < b[1]]
        return max(b[2] for b in met), min(b[3] for b in met)

    def bands(self) -> tuple[tuple[float, float, float, float], ...]:
        """The area as bands from top to bottom: top, bottom, left, right."""
        return _bands(self.corners)

    def encloses(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether the rectangle lies wholly inside (touching the edge is inside)."""
        bands = self.bands()
        if top < bands[0][0] or bottom > bands[-1][1]:
            return False
        free_left, free_right = self.span(top, bottom)
        return free_left <= left and right <= free_right


@lru_cache(maxsize=64)
def _bands(
    corners: tuple[tuple[float, float], ...],
) -> tuple[tuple[float, float, float, float], ...]:
    sides = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    bands = []
    for top, bottom in itertools.pairwise(sorted({y for _, y in corners})):
        middle = (top + bottom) / 2
        upright = [x for (x, y), (_, other) in sides if min(y, other) < middle < max(y, other)]
        bands.append((top, bottom, min(upright), max(upright)))
    return tuple(bands)


@dataclass(frozen=True, slots=True)
class Format:
    """A target's size, safe area and file limit, in pixels and bytes."""

    id: str
    names: tuple[tuple[str, str], ...]
    """Language and name, in pairs."""
    width: int
    height: int
    safe_area: SafeArea
    max_bytes: int
    source: str
    checked_on: date
    order: int
    picture_kinds: tuple[str, ...] = ("jpeg",)
    """What it takes as a picture, the best first: ``jpeg``, ``png``, ``webp``."""
    max_picture_width: int = _SIDE_LIMIT
    video_kinds: tuple[str, ...] = ("mp4",)
    """What it takes as a film: ``mp4``, ``mov``, ``webm``."""
    max_video_bytes: int = 250_000_000
    max_video_seconds: int = 180

    def name(self, language: str) -> str:
        """The name to show, in ``language`` or else in English."""
        return dict(self.names).get(language) or dict(self.names)["en"]


def read_format(path: Path) -> Format:
    """The format in one TOML file; ``KnownError`` TEMPLATE_FAULTY names what is wrong and where."""
    table = Table(path)
    table.only(
        *("id", "order", "width", "height", "safe_area", "max_bytes", "source", "checked_on"),
        *("name.en", "name.nl", "picture_kinds", "max_picture_width"),
        *("video_kinds", "max_video_bytes", "max_video_seconds"),
    )
    width, height = (
        table.number("width", 200, _SIDE_LIMIT),
        table.number("height", 200, _SIDE_LIMIT),
    )
    return Format(
        id=table.get("id", str),
        names=tuple((language, table.get(f"name.{language}", str)) for language in ("en", "nl")),
        width=width,
        height=height,
        safe_area=SafeArea(_corners(table, width, height)),
        max_bytes=table.number("max_bytes", 100_000, 1_000_000_000),
        source=table.get("source", str),
        checked_on=table.get("checked_on", date),
        order=table.number("order", 0, 1000),
        picture_kinds=_kinds(table, "picture_kinds", PICTURE_KINDS, ("jpeg",)),
        max_picture_width=_optional(table, "max_picture_width", width, _SIDE_LIMIT),
        video_kinds=_kinds(table, "video_kinds", VIDEO_KINDS, ("mp4",)),
        max_video_bytes=_optional(table, "max_video_bytes", 1_000_000, 250_000_000),
        max_video_seconds=_optional(table, "max_video_seconds", 3, 180),
    )


def _optional(table: Table, name: str, low: int, usual: int) -> int:
    return table.number(name, low, 10_000_000_000) if table.has(name) else usual


def _kinds(
    table: Table, name: str, known: tuple[str, ...], usual: tuple[str, ...]
) -> tuple[str, ...]:
    if not table.has(name):
        return usual
    kinds = table.get(name, list)
    if not kinds or not all(kind in known for kind in kinds):
        raise table.fault_at(name, f"must name some of {', '.join(known)}")
    return tuple(kinds)


def _corners(table: Table, width: int, height: int) -> tuple[tuple[float, float], ...]:
    name = "safe_area"
    corners = table.get(name, list)
    if len(corners) < 4 or not all(_is_corner(corner) for corner in corners):
        raise table.fault_at(name, "must be a list of at least four corners [x, y]")
    if any(not (0 <= x <= width and 0 <= y <= height) for x, y in corners):
        raise table.fault_at(name, f"must lie inside {width} × {height}")
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    if any((a[0] == b[0]) == (a[1] == b[1]) for a, b in sides):
        raise table.fault_at(name, "must have sides along the axes, one after the other")
    return tuple((float(x), float(y)) for x, y in corners)


def _is_corner(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(part, int | float) and not isinstance(part, bool) for part in value)
    )


@cache
def all_formats() -> tuple[Format, ...]:
    """The formats that claimcheck brings along, in the order to show them."""
    files = sorted((paths.resources() / "formats").glob("*.toml"))
    return tuple(sorted((read_format(file) for file in files), key=lambda f: (f.order, f.id)))


def find_format(format_id: str) -> Format:
    """The format with this id; ``KnownError`` FORMAT_UNKNOWN if there is none."""
    for item in all_formats():
        if item.id == format_id:
            return item
    raise KnownError(ErrorKind.FORMAT_UNKNOWN, id=format_id)
