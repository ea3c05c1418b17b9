"""A picture for people into a file of the user's choice: whole, or not at all."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.library.atomic import write_atomically

_KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def write_picture(rgb: RGB, out: Path) -> None:
    """Write ``rgb`` as the name says. ``KnownError``: VALUE_INVALID for another kind of file, and
    as ``write_atomically``.
    """
    kind = _KINDS.get(out.suffix.lower())
    if kind is None:
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            what="The output",
            value=out.name,
            todo="Give a name that ends in .jpg or .png.",
        )
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, kind, quality=92)  # which PNG passes over
    write_atomically(out, buffer.getvalue())
