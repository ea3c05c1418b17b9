"""From a picture's file to its pixels: upright, sRGB, no larger than needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from claimcheck.imaging.files.colour import alpha_of, is_srgb, to_srgb
from claimcheck.imaging.files.decode import bounded_size, decoded
from claimcheck.imaging.files.jpeg import REDUCTIONS, decode_jpeg, reduction
from claimcheck.imaging.files.kinds import JPEG
from claimcheck.imaging.files.metadata import read_metadata, swaps_sides
from claimcheck.imaging.files.opening import Opened, opened
from claimcheck.imaging.files.stored import StoredPixels, empty
from claimcheck.imaging.pixels import RGB, RGBA, turned_upright, upright_place
from claimcheck.imaging.resample import crop_resize
from claimcheck.model.geometry import Rect

_STRIP = 256
_BY_STRIPS = {"L", "RGB", "CMYK"}
"""Modes whose pixels become sRGB one by one, whatever the others are."""


def load_rgb(path: Path, at_most_px: int | None = None, data: bytes | None = None) -> RGB:
    """Decode a picture (of an animation the first frame), upright, sRGB, transparency over white.

    With ``at_most_px`` neither side is longer than that; JPEGs are then decoded at a fraction of
    their size, which takes a quarter of the time. Never enlarges. With ``data`` the content is in
    memory and ``path`` only names it. ``KnownError`` as ``opened``.
    """
    with opened(path, data) as picture:
        orientation = read_metadata(picture.image, picture.kind).orientation
        wanted = bounded_size(picture.image.size, at_most_px)
        rgb, part = _decoded(picture, path, data, wanted)
        if (rgb.shape[1], rgb.shape[0]) != wanted:
            rgb = crop_resize(rgb, part, *wanted)
        return np.ascontiguousarray(turned_upright(rgb, orientation))


def load_stored(path: Path, at_most_px: int | None, folder: Path) -> RGB | StoredPixels:
    """As ``load_rgb``, but into a file in ``folder`` where that is possible without a detour.

    Then no more than what the decoder itself takes is in memory at once.
    """
    with opened(path) as picture:
        image = picture.image
        if bounded_size(image.size, at_most_px) == image.size and _goes_by_strips(image):
            orientation = read_metadata(image, picture.kind).orientation
            width, height = image.size
            turned = swaps_sides(orientation)
            shape = (width, height, 3) if turned else (height, width, 3)
            pixels = empty(shape, folder)
            if pixels is not None:
                image.load()
                for rows, strip in _strips(image):
                    place = upright_place(rows, height, orientation)
                    pixels[place] = turned_upright(strip, orientation)
                return pixels
    return load_rgb(path, at_most_px)


def load_reduced(path: Path, at_least_px: int) -> RGB:
    """Decode a picture at a whole fraction of its size: a JPEG's pixels as its decoder gives them.

    All of it, a half, a quarter or an eighth: the smallest whose longer side is still
    ``at_least_px``. A last row or column that is only partly the picture's is left out. Else as
    ``load_rgb``.
    """
    with opened(path) as picture:
        orientation = read_metadata(picture.image, picture.kind).orientation
        wanted = fraction_of(picture.image.size, at_least_px)
        rgb, part = _decoded(picture, path, None, wanted)
        width, height = wanted
        if 0 <= rgb.shape[1] - width <= 1 and 0 <= rgb.shape[0] - height <= 1:
            rgb = rgb[:height, :width]
        else:
            rgb = crop_resize(rgb, part, *wanted)
        return np.ascontiguousarray(turned_upright(rgb, orientation))


def fraction_of(size: tuple[int, int], at_least_px: int) -> tuple[int, int]:
    """Width and height at the fraction that ``load_reduced`` chooses."""
    longest = max(size)
    factor = next((one for one in REDUCTIONS if longest // one >= at_least_px), 1)
    return max(size[0] // factor, 1), max(size[1] // factor, 1)


def _decoded(
    picture: Opened, path: Path, data: bytes | None, wanted: tuple[int, int]
) -> tuple[RGB, Rect]:
    """The pixels at ``wanted`` size or more, not turned; and which part of that the picture is."""
    image = picture.image
    factor = reduction(image.size, wanted)
    # Below an eighth Pillow goes on reducing.
    enough = min(image.width // factor // wanted[0], image.height // factor // wanted[1]) < 2
    if picture.kind is JPEG and enough and is_srgb(image):
        content = path.read_bytes() if data is None else data
        rgb = decode_jpeg(content, image.size, factor)
        if rgb is not None:
            return rgb, Rect(0, 0, image.width / factor, image.height / factor)
    image, part = decoded(image, wanted)
    return _pixels(image), part


def _pixels(image: Image.Image) -> RGB:
    """All pixels, as an array of their own: a strip at a time, which takes half the memory."""
    if not _goes_by_strips(image):
        return np.array(to_srgb(image))
    rgb: RGB = np.empty((image.height, image.width, 3), np.uint8)
    for rows, strip in _strips(image):
        rgb[rows] = strip
    return rgb


def _goes_by_strips(image: Image.Image) -> bool:
    return image.mode in _BY_STRIPS and "transparency" not in image.info


def _strips(image: Image.Image) -> Iterator[tuple[slice, RGB]]:
    """Some rows after the other, in sRGB."""
    for top in range(0, image.height, _STRIP):
        bottom = min(top + _STRIP, image.height)
        strip = image.crop((0, top, image.width, bottom))
        yield slice(top, bottom), np.asarray(to_srgb(strip))


def load_rgba(path: Path, at_most_px: int | None = None) -> RGBA:
    """Decode a picture with its transparency, upright: what is put over other pictures.

    One without transparency is opaque. ``KnownError`` as ``opened``.
    """
    with opened(path) as picture:
        orientation = read_metadata(picture.image, picture.kind).orientation
        wanted = bounded_size(picture.image.size, at_most_px)
        over_white = np.asarray(to_srgb(picture.image), dtype=np.int16)
        alpha = alpha_of(picture.image)
        # Laid over white a pixel is c·a + 255·(1 − a): without the white, c·a is left.
        colours = np.clip(over_white - (255 - alpha.astype(np.int16))[..., None], 0, None)
        colours = np.minimum(colours, alpha[..., None])
        rgba = np.dstack((colours.astype(np.uint8), alpha))
        if (rgba.shape[1], rgba.shape[0]) != wanted:
            small = cv2.resize(rgba, wanted, interpolation=cv2.INTER_AREA)
            rgba = np.asarray(small, dtype=np.uint8)
        return np.ascontiguousarray(turned_upright(rgba, orientation))
