"""Zooming without trembling: a picture in several sizes, sampled at any fraction of a pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.boxes import Layout, Panel, Placement
from claimcheck.cards.clips.planes import Bytes, Planes, planes_of
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.paint.card import Artwork
from claimcheck.cards.render import render
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_LARGEST_SIDE = 2600.0
_ENLARGED_BY = 2.0
"""A small picture is enlarged well, once, to this many times its own pixels; beyond, per frame."""
CLOSEST = 2.1
"""Times its size as a whole that a picture gets at most where it moves: more makes dizzy."""
_FURTHEST = 0.8
"""Times its size as a whole that a picture gets at least, for a place that is nearly all of it."""
_SOFT, _SOFT_STEP = 0.02, 8
"""How soft the ground beyond a photo's edges is, of the longer side; and how much reduced it is
made: a blur needs no more.
"""
_FADE = 0.005
"""Of the longer side: how gently the photo gives way to that ground."""
_LARGE = 1200
"""Pixels of the longer side from which a picture isn't small."""


def between(start: Placement, end: Placement, part: float) -> Placement:
    """A placement on the way: the zoom is even to the eye, around the one spot that stays put."""
    scale = start.scale ** (1 - part) * end.scale**part
    if abs(end.scale / start.scale - 1.0) < 1e-6:
        shift = part
    else:
        shift = (scale - start.scale) / (end.scale - start.scale)
    x = start.x + (end.x - start.x) * shift
    return Placement(scale, x, start.y + (end.y - start.y) * shift)


def brought_to(
    whole: Placement,
    place: Rect,
    room: Rect,
    panel: Rect,
    picture: Rect,
    covers: bool,
    closest: float = CLOSEST,
) -> Placement:
    """The placement that brings ``place`` close, to the middle of ``room``.

    A place with an area comes up to ``closest`` times as close as it is in ``whole``, and never so
    close that it has no room. ``covers``: the picture goes on to the panel's edges as far as it
    can, for it has no background of its own; where that would keep ``place`` out of the room, it
    doesn't.
    """
    scale = _closeness(whole, place, room, closest)
    if covers:
        scale = max(scale, panel.width / picture.width, panel.height / picture.height)
    at = place.center
    centred = Placement(scale, room.center.x - scale * at.x, room.center.y - scale * at.y)
    if not covers:
        return centred
    over = centred.over(panel, picture)
    x, y = over.x, over.y
    x += into(room.x, room.right, x + scale * place.x, x + scale * place.right)
    y += into(room.y, room.bottom, y + scale * place.y, y + scale * place.bottom)
    return Placement(scale, x, y)


def _closeness(whole: Placement, place: Rect, room: Rect, closest: float) -> float:
    """The scale at which ``place`` is seen well."""
    if not (place.width > 0 and place.height > 0):
        return min(closest, CLOSEST) * whole.scale
    widest = min(room.width / place.width, room.height / place.height)
    usual = min(max(0.62 * widest, 1.35 * whole.scale), closest * whole.scale)
    return min(usual, max(0.9 * widest, _FURTHEST * whole.scale))


def into(start: float, end: float, first: float, last: float) -> float:
    """How far what lies from ``first`` to ``last`` moves to lie between ``start`` and ``end``."""
    if last - first > end - start:
        return (start + end - first - last) / 2
    return max(start - first, 0.0) + min(end - last, 0.0)


def view_of(placement: Placement, panel: Rect) -> Rect:
    """What a panel shows, in the picture's pixels."""
    return Rect(
        (panel.x - placement.x) / placement.scale,
        (panel.y - placement.y) / placement.scale,
        panel.width / placement.scale,
        panel.height / placement.scale,
    )


@dataclass(frozen=True, slots=True)
class Pyramid:
    """A part of a picture, painted once, in halving sizes.

    Pixel = ``scale`` × (picture pixel − the part's corner) on the first level.
    """

    levels: tuple[Planes, ...]
    scale: float
    x: float
    y: float


def build_pyramid(
    role: Role, artwork: Artwork, background: str | None, region: Rect, largest_scale: float
) -> Pyramid:
    """Paint ``region`` (picture pixels) as large as it will be shown, with its marks, and halve."""
    picture = artwork[role]
    own = picture.rgb.shape[1] / picture.width
    enlarged = own if max(picture.rgb.shape) >= _LARGE else _ENLARGED_BY * own
    scale = min(largest_scale, enlarged, _LARGEST_SIDE / max(region.width, region.height))
    rgb = paint_region(role, artwork, background, region, scale, multiple=16)
    if background is None:
        inside = Rect(-region.x, -region.y, picture.width, picture.height)
        rgb = with_soft_ground(rgb, inside, scale)
    levels = [planes_of(rgb)]
    while min(rgb.shape[:2]) >= 64 and len(levels) < 5:
        rgb = _reduced(rgb)
        levels.append(planes_of(rgb))
    return Pyramid(tuple(levels), scale, region.x, region.y)


def paint_region(
    role: Role,
    artwork: Artwork,
    background: str | None,
    region: Rect,
    scale: float,
    multiple: int = 1,
) -> RGB:
    """``region`` (picture pixels) with its marks, ``scale`` times its size.

    The sides are rounded up to a ``multiple``.
    """
    width, height = (
        multiple * math.ceil(side * scale / multiple) for side in (region.width, region.height)
    )
    placement = Placement(scale, -region.x * scale, -region.y * scale)
    panel = Panel(role, Rect(0.0, 0.0, width, height), placement, background)
    # Much higher than its panel: what lies below the card's lower edge gets no scrim.
    layout = Layout(width, height + 16, (), (panel,), (), (), (), (), (), None, ())
    return as_rgb(render(layout, artwork))[:height]


def with_soft_ground(rgb: RGB, inside: Rect, scale: float) -> RGB:
    """A painted region with what lies around the picture filled: its mirror image, out of focus.

    ``inside`` is where the picture lies, in picture pixels from the region's corner. Without
    anything around it ``rgb`` itself.
    """
    height, width = rgb.shape[:2]
    left, top = max(math.ceil(scale * inside.x), 0), max(math.ceil(scale * inside.y), 0)
    right = min(math.floor(scale * inside.right), width)
    bottom = min(math.floor(scale * inside.bottom), height)
    if (left, top, right, bottom) == (0, 0, width, height):
        return rgb
    sharp = rgb[top:bottom, left:right]
    border = top, height - bottom, left, width - right
    mirrored = cv2.copyMakeBorder(sharp, *border, cv2.BORDER_REFLECT_101)
    small = cv2.resize(
        mirrored,
        (math.ceil(width / _SOFT_STEP), math.ceil(height / _SOFT_STEP)),
        interpolation=cv2.INTER_AREA,
    )
    small = cv2.GaussianBlur(small, (0, 0), max(_SOFT * max(small.shape), 0.5))
    soft = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    shown = np.zeros((height, width), np.uint8)
    shown[top:bottom, left:right] = 255
    return blended(np.asarray(mirrored, np.uint8), np.asarray(soft, np.uint8), shown)


def blended(sharp: RGB, soft: RGB, shown: NDArray[np.uint8]) -> RGB:
    """``sharp`` where ``shown`` is 255, ``soft`` where it is 0, without an edge between them."""
    weight = cv2.GaussianBlur(shown, (0, 0), _FADE * max(shown.shape)).astype(np.float32) / 255.0
    return np.asarray(cv2.blendLinear(sharp, soft, weight, 1.0 - weight), np.uint8)


def _reduced(rgb: RGB) -> RGB:
    height, width = rgb.shape[0] // 4 * 2, rgb.shape[1] // 4 * 2
    small = cv2.resize(
        rgb[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA
    )
    return np.asarray(small, dtype=np.uint8)


def draw_view(pyramid: Pyramid, placement: Placement, panel: Rect, out: Planes) -> None:
    """Fill ``panel`` (even sides) of a frame with the picture as ``placement`` puts it."""
    step = pyramid.scale / placement.scale
    exact = min(max(math.log2(max(step, 1e-6)), 0.0), len(pyramid.levels) - 1.0)
    level, part = int(exact), exact - int(exact)
    window = _window(panel)
    for number, target in enumerate(out.each):
        rows, columns = window[min(number, 1)]
        fine = _sampled(pyramid, level, number, placement, panel)
        if part > 1e-3 and level + 1 < len(pyramid.levels):
            # Between two sizes: one sharp frame after a soft one would show as breathing.
            coarse = _sampled(pyramid, level + 1, number, placement, panel)
            cv2.addWeighted(fine, 1 - part, coarse, part, 0.0, dst=fine)
        target[rows, columns] = fine


def _window(panel: Rect) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Rows and columns of a panel in the luma plane and in the chroma planes."""
    x0, y0, x1, y1 = (round(v) for v in (panel.x, panel.y, panel.right, panel.bottom))
    return (
        (slice(y0, y1), slice(x0, x1)),
        (slice(y0 // 2, y1 // 2), slice(x0 // 2, x1 // 2)),
    )


def _sampled(pyramid: Pyramid, level: int, number: int, placement: Placement, panel: Rect) -> Bytes:
    """One plane of one level, brought to the panel's pixels by linear interpolation."""
    source = pyramid.levels[level].each[number]
    factor = pyramid.scale / 2**level
    step = factor / placement.scale
    # From the card's coordinates to the level's, both with pixel 0 from 0 to 1.
    from_x = factor * ((panel.x - placement.x) / placement.scale - pyramid.x)
    from_y = factor * ((panel.y - placement.y) / placement.scale - pyramid.y)
    # The middle of sample 0 is half a pixel in; chroma lies on even columns, between rows.
    if number == 0:
        shift_x, shift_y = from_x + 0.5 * step - 0.5, from_y + 0.5 * step - 0.5
    else:
        shift_x, shift_y = (from_x + 0.5 * step - 0.5) / 2, (from_y + step - 1.0) / 2
    half = 1 if number == 0 else 2
    size = round(panel.width) // half, round(panel.height) // half
    matrix = np.array([[step, 0.0, shift_x], [0.0, step, shift_y]])
    flags = (cv2.INTER_LINEAR if step >= 0.75 else cv2.INTER_CUBIC) | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(source, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, dtype=np.uint8)
