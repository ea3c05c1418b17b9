"""Choose how a picture fills its panel: marked spots in the clear, the subject in view, no bars.

A deterministic search: many placements are scored at once, the least bad one is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.arrangements.placements import (
    Floats,
    around,
    covering,
    kept,
    on_background,
    printed,
    refined,
)
from claimcheck.cards.boxes import PictureShape, Placement
from claimcheck.cards.callouts import Ground, may_stand
from claimcheck.cards.formats import SafeArea
from claimcheck.model.geometry import Point, Rect

_TARGET_MARGIN = 26.0
"""A target's halo and some air, in card pixels."""
_DISC_REACH, _DISC_NEAR = 96.0, 70.0
"""From a spot to where a disc may stand: what one length more costs, and what costs nothing."""
_CELL = 15.0
"""Of the grid on which it is looked up where discs may stand, in card pixels."""

_EDGE_MARGIN = 3.0
_TOUCHED = 0.03
"""Of a place's area: its outline may touch the slip's border, no more."""
_HIDDEN, _PARTLY_HIDDEN, _OUTSIDE, _CROWDED = 1000.0, 400.0, 60.0, 20.0
_UNDER_WORDS = 3000.0
_FILLED, _MOST_CROPPED = 0.6, 1.6
"""Of a panel's height that a product should take, and how much larger it gets for it at most."""
_BESIDE_NOTHING = 0.85
"""Of a panel's width: a product with more room than this stands in its panel alone."""
_EYE = 0.42
"""Of a room's height: where a product rests that is much lower than the room."""
_AS_PRINT, _BARE = 120.0, 320.0
"""What it costs to leave anything of a panel free around a photo, and to leave all of it free."""
_COVERED = 140.0
"""What it costs to cover all of a product on a studio background."""
_NEARLY, _SLIVER = 100.0, 48.0
"""What it costs to leave less than this of its width or height free, in card pixels."""


@dataclass(frozen=True, slots=True)
class Framing:
    """A placement, how bad it is, and which spots (by index) it can't show in the clear."""

    placement: Placement
    cost: float
    hidden: tuple[int, ...]
    """Their middle is covered or outside the panel."""
    clipped: tuple[int, ...] = ()
    """Their middle shows, but a part of their area doesn't."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture has to fit into."""

    panel: Rect
    obstacles: tuple[Rect, ...]
    """Slip, stamp, tabs, title: what covers pictures."""
    safe: SafeArea
    room: Rect
    """Where a product on a studio background should stand, as large as it goes."""
    words: tuple[Rect, ...] = ()
    """Type that stands on the picture's background: the product keeps off it."""
    beyond: tuple[Rect, ...] = ()
    """What of the panel doesn't show though nothing covers it: the part beyond a slanted seam."""
    prints: bool = False
    """Whether a photo may lie in the panel as a print, smaller than it, to show all that is marked
    on it."""


def frame_picture(
    picture: PictureShape,
    scene: Scene,
    spots: Sequence[Rect],
    marks: Rect | None = None,
    crop: Rect | None = None,
) -> Framing:
    """The best placement of ``picture``.

    ``spots`` are the marked places and ``marks`` the frame of all drawn marks, in the picture's
    pixels. A ``crop`` chosen by hand is shown whole, and as much around it as the panel needs.
    """
    return _framed(picture, scene, tuple(spots), marks, crop)


@lru_cache(maxsize=256)
def _framed(
    picture: PictureShape,
    scene: Scene,
    spots: tuple[Rect, ...],
    marks: Rect | None,
    crop: Rect | None,
) -> Framing:
    """``frame_picture``; kept, since an edit of a card's words rarely moves its pictures."""
    if crop is not None:
        placements = around(picture, scene.panel, crop)
    elif picture.background is not None:
        placements = on_background(picture, scene.panel, scene.room)
    else:
        placements = covering(picture.width, picture.height, scene.panel)
    base = float(placements[0, 0])
    if scene.prints and crop is None and picture.background is None:
        return _as_print(picture, scene, spots, marks, base)
    costs = _costs(picture, scene, spots, marks, placements, base)
    if crop is None and picture.background is None:
        coarse = tuple(placements[int(np.argmin(costs))].tolist())
        placements = refined(picture.width, picture.height, scene.panel, coarse)
        costs = _costs(picture, scene, spots, marks, placements, base)
    return _chosen(scene, spots, placements, costs)


def _as_print(
    picture: PictureShape, scene: Scene, spots: tuple[Rect, ...], marks: Rect | None, base: float
) -> Framing:
    """The best of the photo's placements as a print."""
    placements = printed(picture.width, picture.height, scene.panel)
    costs = _costs(picture, scene, spots, marks, placements, base)
    panel = scene.panel
    shown = _overlap(picture.whole, panel, placements) / (panel.width * panel.height)
    costs += _AS_PRINT + _BARE * (1.0 - shown) + _NEARLY * _nearly_fills(picture, panel, placements)
    return _chosen(scene, spots, placements, costs)


def _nearly_fills(picture: PictureShape, panel: Rect, placements: Floats) -> NDArray[np.bool_]:
    """Whether a print leaves a strip so narrow that it looks like a mistake."""
    scale = placements[:, 0]
    gaps = panel.width - scale * picture.width, panel.height - scale * picture.height
    return np.asarray(
        ((gaps[0] > 0.5) & (gaps[0] < _SLIVER)) | ((gaps[1] > 0.5) & (gaps[1] < _SLIVER))
    )


def _chosen(scene: Scene, spots: tuple[Rect, ...], placements: Floats, costs: Floats) -> Framing:
    """The placement that costs least, and what it can't show."""
    best = int(np.argmin(costs))
    chosen = placements[best : best + 1]
    scale, x, y = (float(value) for value in chosen[0])
    hidden = [i for i, spot in enumerate(spots) if _is_hidden(scene, spot, chosen)[0]]
    clipped = [
        i
        for i, spot in enumerate(spots)
        if i not in hidden
        and spot.width * spot.height > 0
        and (_covered(spot, (*scene.obstacles, *scene.beyond), chosen)[0] > _TOUCHED)
    ]
    return Framing(Placement(scale, x, y), float(costs[best]), tuple(hidden), tuple(clipped))


# --- judging placements --------------------------------------------------------------------------


def _costs(
    picture: PictureShape,
    scene: Scene,
    spots: Sequence[Rect],
    marks: Rect | None,
    placements: Floats,
    base: float,
) -> Floats:
    """How bad each placement is; ``base`` is the scale that would do without any marked spot."""
    scale = placements[:, 0]
    panel, subject = scene.panel, picture.subject
    costs = np.zeros(len(placements))
    for index, spot in enumerate(spots):
        # When not all can be seen, the first are those that matter most.
        weight = 1.0 + 0.1 * (len(spots) - index)
        costs += _HIDDEN * weight * _is_hidden(scene, spot, placements)
        costs += _OUTSIDE * _distance_outside(scene, spot.center, placements)
        costs += _CROWDED * _distance_to_edge(scene, spot.center, placements)
        if spot.width > 0 and spot.height > 0:
            costs += _PARTLY_HIDDEN * _covered(spot, (*scene.obstacles, *scene.beyond), placements)
            costs += _PARTLY_HIDDEN * (1.0 - _shown(spot, panel, placements))
    studio = picture.background is not None
    enlarged = _filling(picture, scene, base) if studio else 1.0
    whole = 30.0 if not studio else 90.0 if enlarged == 1.0 else 40.0
    costs += whole * (1.0 - _shown(subject, panel, placements))
    costs += (_COVERED if studio else 35.0) * _covered(subject, scene.obstacles, placements)
    costs += _UNDER_WORDS * (_covered(subject, scene.words, placements) > 0.0)
    if marks is not None:
        costs += 150.0 * (1.0 - _shown(marks, panel, placements))
        costs += 150.0 * _covered(marks, scene.obstacles, placements)
    costs += (60.0 if studio else 16.0) * np.abs(np.log(scale / (base * enlarged)))
    middle = _resting_place(picture, scene)
    at_y = placements[:, 2] + scale * subject.center.y
    off_x = (placements[:, 1] + scale * subject.center.x - middle.x) / panel.width
    off_y = (at_y - middle.y) / panel.height
    if studio:  # what matters belongs where the platform covers nothing
        costs += 40.0 * np.maximum(at_y - scene.safe.bottom, 0.0) / panel.height
    return np.asarray(costs + 12.0 * off_x**2 + 12.0 * off_y**2 + np.abs(off_x) + np.abs(off_y))


def _filling(picture: PictureShape, scene: Scene, base: float) -> float:
    """How much larger than whole a product should be where it would leave its panel mostly empty.

    Its sides are cropped for that, not what is marked on it.
    """
    if scene.room.width < _BESIDE_NOTHING * scene.panel.width:
        return 1.0  # it has words or a slip at its side
    height = max(picture.subject.height * base, 1.0)
    return min(max(_FILLED * scene.panel.height / height, 1.0), _MOST_CROPPED)


def _resting_place(picture: PictureShape, scene: Scene) -> Point:
    """Where the subject's middle rather is: a low product on a high white wall stands higher."""
    room, subject = scene.room, picture.subject
    fit = min(room.width / max(subject.width, 1.0), room.height / max(subject.height, 1.0))
    slack = 1.0 - subject.height * fit / room.height if picture.background else 0.0
    return Point(room.center.x, room.y + room.height * (0.5 + (_EYE - 0.5) * min(2 * slack, 1.0)))


def _is_hidden(scene: Scene, spot: Rect, placements: Floats) -> NDArray[np.bool_]:
    """Whether the middle of a spot is out of the panel or under something."""
    scale, x, y = placements.T
    middle = spot.center
    at_x, at_y = x + scale * middle.x, y + scale * middle.y
    panel = scene.panel.grown(-_EDGE_MARGIN)
    hidden = (at_x < panel.x) | (at_x > panel.right) | (at_y < panel.y) | (at_y > panel.bottom)
    for obstacle in (*scene.obstacles, *scene.beyond):
        near = obstacle.grown(_TARGET_MARGIN)
        hidden |= (near.x < at_x) & (at_x < near.right) & (near.y < at_y) & (at_y < near.bottom)
    return np.asarray(hidden)


def _distance_to_edge(scene: Scene, spot: Point, placements: Floats) -> Floats:
    """How much of a target's halo the panel's edge may cut off: 0 none, 1 most of it."""
    scale, x, y = placements.T
    at_x, at_y = x + scale * spot.x, y + scale * spot.y
    panel = scene.panel
    across = np.minimum(at_x - panel.x, panel.right - at_x)
    down = np.minimum(at_y - panel.y, panel.bottom - at_y)
    return np.asarray(np.clip(1.0 - np.minimum(across, down) / _TARGET_MARGIN, 0.0, 1.0))


def _distance_outside(scene: Scene, spot: Point, placements: Floats) -> Floats:
    """How far a spot is from where a disc can stand beside it: 0 near, 1 a leader away."""
    scale, x, y = placements.T
    panel, grid = scene.panel, _to_disc_room(scene.panel, scene.safe, scene.obstacles, scene.beyond)
    across = (x + scale * spot.x - panel.x) / _CELL
    down = (y + scale * spot.y - panel.y) / _CELL
    rows, columns = grid.shape
    column, row = np.clip(across, 0, columns - 1), np.clip(down, 0, rows - 1)
    away = _CELL * np.hypot(across - column, down - row)
    away += grid[row.astype(int), column.astype(int)]
    return np.asarray(np.minimum(np.maximum(away - _DISC_NEAR, 0.0) / _DISC_REACH, 10.0))


@lru_cache(maxsize=64)
def _to_disc_room(
    panel: Rect, safe: SafeArea, obstacles: tuple[Rect, ...], beyond: tuple[Rect, ...]
) -> Floats:
    """From each cell of a panel to the nearest one where a disc may stand, in card pixels."""
    xs = np.arange(panel.x, panel.right, _CELL) + _CELL / 2
    ys = np.arange(panel.y, panel.bottom, _CELL) + _CELL / 2
    cells = (xs[None, :] + 1j * ys[:, None]).ravel()
    free = may_stand(cells, Ground(panel, safe, (*obstacles, *beyond), None))
    taken = (~free).reshape(len(ys), len(xs)).astype(np.uint8)
    if taken.all():
        return np.full(taken.shape, 1e4)
    return kept(_CELL * np.asarray(cv2.distanceTransform(taken, cv2.DIST_L2, 3), np.float64))


def _shown(part: Rect, panel: Rect, placements: Floats) -> Floats:
    """Which part (0 to 1) of the area of ``part`` lies inside the panel."""
    area = np.maximum(part.width * part.height * placements[:, 0] ** 2, 1e-9)
    return (
        _overlap(part, panel, placements) / area if part.width * part.height > 0 else (area * 0 + 1)
    )


def _covered(part: Rect, obstacles: Sequence[Rect], placements: Floats) -> Floats:
    """Which part (0 to 1) of the area of ``part`` lies under ``obstacles``."""
    area = np.maximum(part.width * part.height * placements[:, 0] ** 2, 1e-9)
    total = np.zeros(len(placements))
    for obstacle in obstacles:
        total += _overlap(part, obstacle.grown(6.0), placements)
    return np.minimum(total / area, 1.0)


def _overlap(part: Rect, other: Rect, placements: Floats) -> Floats:
    scale, x, y = placements.T
    left = np.maximum(x + scale * part.x, other.x)
    right = np.minimum(x + scale * part.right, other.right)
    top = np.maximum(y + scale * part.y, other.y)
    bottom = np.minimum(y + scale * part.bottom, other.bottom)
    return np.asarray(np.maximum(right - left, 0.0) * np.maximum(bottom - top, 0.0))
