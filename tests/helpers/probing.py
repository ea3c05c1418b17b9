"""What is told of a picture when it comes in, without the process that does it in the app."""

from __future__ import annotations

from pathlib import Path

from claimcheck.imaging.files.metadata import read_metadata
from claimcheck.imaging.files.opening import opened
from claimcheck.imaging.files.probe import PictureInfo, described


def probe(path: Path, data: bytes | None = None) -> PictureInfo:
    """Read the header of a picture; with ``data``, ``path`` only names it."""
    with opened(path, data) as picture:
        return described(picture, read_metadata(picture.image, picture.kind))
