"""Ways for a picture to lie in its panel, before any is judged: rows of (scale, x, y)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.boxes import PictureShape
from claimcheck.model.geometry import Rect

Floats = NDArray[np.float64]

_COVER_ZOOMS = (1.0, 1.12, 1.25, 1.45, 1.7, 2.0, 2.5)
_SLIDES = 17
_ALONG = np.linspace(0.0, 1.0, _SLIDES)
_AROUND = np.linspace(-1.0, 1.0, 9)
_STUDIO_ZOOMS = (1.0, 0.9, 0.8, 0.7, 1.15, 1.35, 1.6)
_PRINT_SCALES, _PRINT_STOPS = 9, 9


@lru_cache(maxsize=64)
def covering(width: float, height: float, panel: Rect) -> Floats:
    """Placements (scale, x, y) of a picture's size that leave nothing of the panel free."""
    least = max(panel.width / width, panel.height / height)
    parts = []
    for zoom in _COVER_ZOOMS:
        scale = least * zoom
        xs = _slides(panel.x, panel.right, width * scale)
        ys = _slides(panel.y, panel.bottom, height * scale)
        parts.append(_grid(np.array([scale]), xs[None], ys[None]))
    return kept(np.concatenate(parts))


@lru_cache(maxsize=64)
def printed(width: float, height: float, panel: Rect) -> Floats:
    """Placements of a photo as a print: as large as covers the panel down to wholly in it."""
    across, down = panel.width / width, panel.height / height
    parts = []
    for scale in np.geomspace(max(across, down), min(across, down), _PRINT_SCALES):
        xs = np.linspace(panel.x, panel.right - scale * width, _PRINT_STOPS)
        ys = np.linspace(panel.y, panel.bottom - scale * height, _PRINT_STOPS)
        parts.append(_grid(np.array([scale]), xs[None], ys[None]))
    return kept(np.concatenate(parts))


@lru_cache(maxsize=256)
def refined(width: float, height: float, panel: Rect, coarse: tuple[float, ...]) -> Floats:
    """Placements around a coarse one, at the same scale, that leave nothing of the panel free."""
    scale, x, y = coarse
    over_x, over_y = scale * width - panel.width, scale * height - panel.height
    xs = x + max(over_x, 0.0) / (_SLIDES - 1) * _AROUND
    ys = y + max(over_y, 0.0) / (_SLIDES - 1) * _AROUND
    xs = np.minimum(np.maximum(xs, panel.right - scale * width), panel.x)
    ys = np.minimum(np.maximum(ys, panel.bottom - scale * height), panel.y)
    moved = _grid(np.array([scale]), xs[None], ys[None])
    return kept(np.concatenate((np.array([coarse]), moved)))


def _grid(scales: Floats, xs: Floats, ys: Floats) -> Floats:
    """Rows of (scale, x, y): each of n scales with each of its n × k xs and n × m ys."""
    rows = np.empty((len(scales), xs.shape[1], ys.shape[1], 3))
    rows[..., 0] = scales[:, None, None]
    rows[..., 1] = xs[:, :, None]
    rows[..., 2] = ys[:, None, :]
    return rows.reshape(-1, 3)


def kept(placements: Floats) -> Floats:
    """Safe to hand out from a cache."""
    placements.flags.writeable = False
    return placements


def _slides(start: float, end: float, length: float) -> Floats:
    """Where a thing of ``length`` may begin so that it covers ``start`` to ``end``."""
    first, last = end - length, start
    return first + (last - first) * _ALONG if last - first > 1.0 else np.array([first])


@lru_cache(maxsize=64)
def on_background(picture: PictureShape, panel: Rect, room: Rect) -> Floats:
    """Placements of a product on its own studio background, which fills the panel."""
    subject = picture.subject
    fit = min(room.width / max(subject.width, 1.0), room.height / max(subject.height, 1.0))
    scales = fit * np.array(_STUDIO_ZOOMS)
    xs = _standing(room.x, room.right, subject.width * scales, 7)
    ys = _standing(room.y, room.bottom, subject.height * scales, 9)
    corner_x, corner_y = subject.x * scales[:, None], subject.y * scales[:, None]
    placements = _grid(scales, xs - corner_x, ys - corner_y)
    # A product that the picture's own edge cuts off must be cut off by the panel there as well.
    keep = ~_shows_cut_edge(picture, panel, placements)
    if not keep.any():
        return covering(picture.width, picture.height, panel)
    return kept(placements[keep])


def _standing(start: float, end: float, lengths: Floats, steps: int) -> Floats:
    """Where things of n ``lengths`` may begin between ``start`` and ``end``: n × ``steps``."""
    slack = end - start - lengths
    middle = start + slack / 2
    reach = np.maximum(np.abs(slack) / 2, 0.08 * (end - start))
    return np.asarray(middle[:, None] + reach[:, None] * np.linspace(-1.0, 1.0, steps))


def _shows_cut_edge(picture: PictureShape, panel: Rect, placements: Floats) -> NDArray[np.bool_]:
    scale, x, y = placements.T
    shown = np.zeros(len(placements), dtype=bool)
    if "left" in picture.cut:
        shown |= x > panel.x + 0.5
    if "right" in picture.cut:
        shown |= x + scale * picture.width < panel.right - 0.5
    if "top" in picture.cut:
        shown |= y > panel.y + 0.5
    if "bottom" in picture.cut:
        shown |= y + scale * picture.height < panel.bottom - 0.5
    return shown


def around(picture: PictureShape, panel: Rect, crop: Rect) -> Floats:
    """The one placement that shows ``crop`` whole and centred, without leaving the panel free."""
    if picture.background is None:  # else the background goes on beyond the picture
        crop = crop.clipped_to(picture.width, picture.height)
    if crop.width <= 0 or crop.height <= 0:
        crop = picture.whole
    scale = min(panel.width / crop.width, panel.height / crop.height)
    least = max(panel.width / picture.width, panel.height / picture.height)
    if picture.background is None:
        scale = max(scale, least)
    middle, target = crop.center, panel.center
    x, y = target.x - scale * middle.x, target.y - scale * middle.y
    if picture.background is None:
        x = min(max(x, panel.right - scale * picture.width), panel.x)
        y = min(max(y, panel.bottom - scale * picture.height), panel.y)
    return np.array([(scale, x, y)])
