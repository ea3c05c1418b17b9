"""What the camera wrote beside the pixels: orientation, time, whether a place is in it.

Metadata is often damaged in pictures that are fine, so nothing here raises: what can't be read
isn't there.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PIL import ExifTags, Image

from claimcheck.imaging.files.kinds import HEIC, HEIF, TIFF, Kind

UPRIGHT = 1
"""The EXIF orientation of a picture that is to be shown as it is stored."""

# When the shutter opened, then when it was digitised; not "DateTime", which editors change.
_TIMES = (
    (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
    (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
)
_TIME = re.compile(r"\s*(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"\s*([+-])(\d\d):(\d\d)")
_UPRIGHT_BY_DECODER = {TIFF, HEIC, HEIF}


@dataclass(frozen=True, slots=True)
class Metadata:
    """``orientation`` is what is still to be done (1 to 8) to the pixels that Pillow gives."""

    orientation: int = UPRIGHT
    taken_at: datetime | None = None
    has_location: bool = False
    camera: str = ""


def swaps_sides(orientation: int) -> bool:
    """Whether turning upright exchanges width and height."""
    return orientation in {5, 6, 7, 8}


def read_metadata(image: Image.Image, kind: Kind) -> Metadata:
    """Read the metadata of a picture whose pixels aren't loaded yet; never raises."""
    exif = Image.Exif()
    with suppress(Exception):
        # The base class's: PNG's own decodes the whole picture to look for late chunks.
        exif = Image.Image.getexif(image)
    return Metadata(
        orientation=UPRIGHT if kind in _UPRIGHT_BY_DECODER else _orientation(exif),
        taken_at=_taken_at(exif),
        has_location=_has_location(exif, image),
        camera=_camera(exif),
    )


def _orientation(exif: Image.Exif) -> int:
    value: object = None
    with suppress(Exception):
        value = exif.get(ExifTags.Base.Orientation)
    return value if isinstance(value, int) and 1 <= value <= 8 else UPRIGHT


def _taken_at(exif: Image.Exif) -> datetime | None:
    with suppress(Exception):
        values = exif.get_ifd(ExifTags.IFD.Exif)
        for time_tag, offset_tag in _TIMES:
            time = _TIME.match(_text(values.get(time_tag)))
            if time:
                offset = _OFFSET.match(_text(values.get(offset_tag)))
                return datetime(*map(int, time.groups()), tzinfo=_zone(offset))  # type: ignore[misc,arg-type]
    return None


def _zone(offset: re.Match[str] | None) -> timezone | None:
    if offset is None:
        return None
    delta = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
    return timezone(-delta if offset[1] == "-" else delta)


def _has_location(exif: Image.Exif, image: Image.Image) -> bool:
    with suppress(Exception):
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        if ExifTags.GPS.GPSLatitude in gps or ExifTags.GPS.GPSLongitude in gps:
            return True
    for key in ("xmp", "XML:com.adobe.xmp"):
        packet = image.info.get(key, "")
        text = packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
        if "GPSLatitude" in text:
            return True
    return False


def _camera(exif: Image.Exif) -> str:
    with suppress(Exception):
        maker, model = (
            _text(exif.get(tag)).strip(" \0") for tag in (ExifTags.Base.Make, ExifTags.Base.Model)
        )
        named = model if model.lower().startswith(maker.lower()) else f"{maker} {model}"
        return " ".join("".join(c for c in named if c.isprintable()).split())[:80]
    return ""


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("ascii", "replace")
    return value if isinstance(value, str) else ""
