"""What a picture is, from its header alone: its pixels may still be damaged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claimcheck.imaging.files.metadata import Metadata, swaps_sides
from claimcheck.imaging.files.opening import Opened


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
