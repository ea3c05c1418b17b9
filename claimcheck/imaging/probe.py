"""What a picture is, from its header alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimcheck.imaging.metadata import Metadata, read_metadata, swaps_sides
from claimcheck.imaging.opening import Opened, opened


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """``width_px`` and ``height_px`` are of the upright picture, full resolution."""

    suffix: str
    """Of the kind it really is, such as ``.jpg``."""
    width_px: int
    height_px: int
    taken_at: datetime | None
    """Without a time zone where the camera wrote none."""
    has_location: bool
    """Whether it tells where it was taken."""
    camera: str = ""
    """Maker and model, as the camera wrote them; empty where it wrote none."""


def probe(path: Path, data: bytes | None = None) -> PictureInfo:
    """Read the header of a picture; its pixels may still be damaged.

    With ``data`` the content is in memory and ``path`` only names it. ``KnownError`` as ``opened``.
    """
    with opened(path, data) as picture:
        return described(picture, read_metadata(picture.image, picture.kind))


def described(picture: Opened, metadata: Metadata) -> PictureInfo:
    """What an opened picture is; its pixels need not be loaded."""
    width, height = picture.image.size
    if swaps_sides(metadata.orientation):
        width, height = height, width
    return PictureInfo(
        suffix=picture.kind.suffix,
        width_px=width,
        height_px=height,
        taken_at=metadata.taken_at,
        has_location=metadata.has_location,
        camera=metadata.camera,
    )
