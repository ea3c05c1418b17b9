"""Decoding at no more than the size that is needed, with Pillow alone: light enough for a process
that is there to be killed.
"""

from __future__ import annotations

from PIL import Image

from claimcheck.model.geometry import Rect

_REDUCIBLE = {"L", "RGB", "CMYK"}  # transparent pixels have a colour too, which must not seep in


def bounded_size(size: tuple[int, int], at_most_px: int | None) -> tuple[int, int]:
    """Width and height shrunk so that the longer is ``at_most_px``; as they are when smaller."""
    longest = max(size)
    if at_most_px is None or longest <= at_most_px:
        return size
    width, height = (max(1, round(side * at_most_px / longest)) for side in size)
    return width, height


def decoded(image: Image.Image, wanted: tuple[int, int]) -> tuple[Image.Image, Rect]:
    """Decode at ``wanted`` size or somewhat more, and which part of that the picture covers.

    A 4001-pixel side at an eighth gives 501 pixels, of which the picture covers 500.125.
    """
    full = image.size
    image.draft(None, wanted)  # only JPEG can; others stay as they are
    image.load()
    factor = min(image.width // wanted[0], image.height // wanted[1])
    if factor >= 2 and image.mode in _REDUCIBLE and "transparency" not in image.info:
        profile = image.info.get("icc_profile")
        image = image.reduce(factor)
        image.info["icc_profile"] = profile
    if image.size in {full, wanted}:
        return image, Rect(0, 0, *image.size)
    scale = round(full[0] / image.width) if full[0] >= full[1] else round(full[1] / image.height)
    return image, Rect(0, 0, full[0] / scale, full[1] / scale)
