"""Where the chart of 24 patches is in a photo: squares of one colour that lie on a lattice.

Squares are found as K. Hirakawa's CCFind and OpenCV's mcc do, by outlines with four corners; the
lattice is grown from square to neighbour and its perspective fitted; where in the lattice the
chart's 6 × 4 cells are, and which way up, is decided by the colours.
"""

from __future__ import annotations

from collections import deque

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Matrix, Points, inverse, mapped, scaling
from claimcheck.imaging.measuring.chart import COLUMNS, ROWS, orders, unlikeness
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize

_WORKING_PX = (1200, 700, 2000)
_LEAST_SQUARES = 9
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))
_PITCHES = (1.08, 1.16, 1.26)  # from cell to cell, in sides of a cell, of the charts sold
_NEAR = 0.22  # of a pitch: how far a neighbour may be from where it should be
_ALIKE = 0.55  # misfit in cube-root light over all 72 values below which it is the chart

Lattice = dict[tuple[int, int], int]
"""Column and row → index of the square there."""


def find_chart(rgb: RGB, name: str = "the picture") -> Points:
    """The outer corners of the four corner patches (4 × 2 pixels), dark skin first, going round.

    ``KnownError(CHART_NOT_FOUND, name)`` when there is none.
    """
    for longest in _WORKING_PX:
        scale = longest / max(rgb.shape[:2])
        if scale > 1.5:
            continue
        small = rgb
        if scale < 1:
            small = resize(rgb, *(max(1, round(side * scale)) for side in rgb.shape[1::-1]))
        corners = _found(small)
        if corners is not None:
            back = scaling(rgb.shape[1] / small.shape[1], rgb.shape[0] / small.shape[0])
            return mapped(back, corners)
    raise KnownError(ErrorKind.CHART_NOT_FOUND, name)


def _found(rgb: RGB) -> Points | None:
    squares = _squares(rgb)
    best: tuple[float, Points] | None = None
    left = set(range(len(squares)))
    while left:
        start = min(left)
        lattice = max((_grown(squares, start, pitch) for pitch in _PITCHES), key=len)
        left -= set(lattice.values()) | {start}
        if len(lattice) < _LEAST_SQUARES:
            continue
        for corners in _placed(squares, lattice):
            misfit, order = min(
                ((unlikeness(rgb, order)[0], order) for order in orders(corners)),
                key=lambda found: found[0],
            )
            if misfit < (best[0] if best else _ALIKE):
                best = (misfit, order)
    return best[1] if best else None


def _squares(rgb: RGB) -> NDArray[np.float64]:
    """Outlines with four corners that are about square and of one colour inside: N × 4 × 2."""
    smooth = cv2.bilateralFilter(rgb, 7, 30, 5)
    found: list[NDArray[np.float64]] = []
    for mask in _edge_masks(np.asarray(smooth, dtype=np.uint8)):
        outlines, _tree = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            area = cv2.contourArea(outline)
            if not 80 <= area <= rgb.shape[0] * rgb.shape[1] / 30:
                continue
            corners = cv2.approxPolyDP(outline, 0.08 * cv2.arcLength(outline, True), True)
            if len(corners) == 4 and cv2.isContourConvex(corners):
                quad = corners.reshape(4, 2).astype(np.float64)
                if _is_square(quad, area) and not _is_known(quad, found):
                    found.append(quad)
    return np.array(found).reshape(-1, 4, 2)


def _edge_masks(rgb: RGB) -> list[NDArray[np.uint8]]:
    """What lies between edges, seen in several ways: no single threshold finds all patches."""
    masks = []
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)
    strength = np.zeros(rgb.shape[:2], np.float32)
    for channel in cv2.split(lab):
        across = cv2.Sobel(channel, cv2.CV_32F, 1, 0)
        down = cv2.Sobel(channel, cv2.CV_32F, 0, 1)
        strength = np.maximum(strength, cv2.magnitude(across, down))
    around = np.ones((3, 3), np.uint8)
    for threshold in (16, 32, 64):
        edges = (strength > threshold).astype(np.uint8)
        masks.append(np.asarray(255 * (1 - edges), dtype=np.uint8))
        masks.append(np.asarray(255 * (1 - cv2.dilate(edges, around)), dtype=np.uint8))
    for channel in cv2.split(rgb):
        for block in (31, 75):
            masks.append(
                np.asarray(
                    cv2.adaptiveThreshold(
                        channel, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, block, 2
                    ),
                    dtype=np.uint8,
                )
            )
    return masks


def _is_square(quad: Points, area: float) -> bool:
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    full = abs(cv2.contourArea(quad.astype(np.float32)))
    return bool(
        sides.min() > 7
        and sides.max() < 2.2 * sides.min()
        and full > 0.4 * sides.max() * sides.min()
        and area > 0.75 * full
    )


def _is_known(quad: Points, found: list[NDArray[np.float64]]) -> bool:
    middle = quad.mean(axis=0)
    size = np.linalg.norm(quad[0] - quad[2])
    return any(np.linalg.norm(middle - other.mean(axis=0)) < 0.25 * size for other in found)


def _grown(squares: NDArray[np.float64], start: int, pitch: float) -> Lattice:
    """The squares that can be reached from ``start`` by going to neighbours of like size."""
    middles = squares.mean(axis=1)
    axes = _axes(squares[start])
    size = float(np.linalg.norm(axes))
    lattice: Lattice = {(0, 0): start}
    steps = {start: axes}
    queue = deque([(0, 0)])
    while queue:
        place = queue.popleft()
        here = lattice[place]
        for column, row in _STEPS:
            target = (place[0] + column, place[1] + row)
            if target in lattice:
                continue
            step = pitch * (column * steps[here][0] + row * steps[here][1])
            distance = np.linalg.norm(middles - (middles[here] + step), axis=1)
            near = int(np.argmin(distance))
            if distance[near] > _NEAR * np.linalg.norm(step) or near in steps:
                continue
            theirs = _axes(squares[near], steps[here])
            if 0.6 * size < np.linalg.norm(theirs) < 1.6 * size:
                lattice[target] = near
                steps[near] = 0.5 * (theirs + steps[here])
                queue.append(target)
    return lattice


def _axes(quad: Points, like: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """A square's two side vectors (2 × 2), turned to be nearest to ``like``."""
    best = np.array([quad[1] - quad[0] + quad[2] - quad[3], quad[3] - quad[0] + quad[2] - quad[1]])
    best = best / 2
    if like is None:
        return np.asarray(best, dtype=np.float64)
    ways = [
        np.array([sign * best[first], other * best[1 - first]])
        for first in (0, 1)
        for sign in (1, -1)
        for other in (1, -1)
    ]
    return min(ways, key=lambda way: float(np.linalg.norm(way - like)))


def _placed(squares: NDArray[np.float64], lattice: Lattice) -> list[Points]:
    """Every way in which 6 × 4 or 4 × 6 cells of the lattice could be the chart: its corners."""
    places = np.array(list(lattice), dtype=float)
    matrix = _lattice_to_picture(places, squares[list(lattice.values())].mean(axis=1))
    if matrix is None:
        return []
    half = 0.5 * _cell_over_pitch(squares, lattice, matrix)
    low, high = places.min(axis=0), places.max(axis=0)
    found = []
    for columns, rows in ((COLUMNS, ROWS), (ROWS, COLUMNS)):
        for left in range(round(high[0]) - columns + 1, round(low[0]) + 1):
            for top in range(round(high[1]) - rows + 1, round(low[1]) + 1):
                ends = (left - half, top - half, left + columns - 1 + half, top + rows - 1 + half)
                frame = np.array([[ends[i], ends[j]] for i, j in ((0, 1), (2, 1), (2, 3), (0, 3))])
                found.append(mapped(matrix, frame))
    return found


def _lattice_to_picture(places: Points, middles: Points) -> Matrix | None:
    if np.ptp(places, axis=0).min() < 1:
        return None
    matrix, _used = cv2.findHomography(places, middles, cv2.LMEDS)
    return None if matrix is None else np.asarray(matrix, dtype=np.float64)


def _cell_over_pitch(squares: NDArray[np.float64], lattice: Lattice, matrix: Matrix) -> float:
    """How much of the way from cell to cell a cell takes: the median over all squares."""
    flat = mapped(inverse(matrix), squares[list(lattice.values())].reshape(-1, 2))
    areas = [cv2.contourArea(quad.astype(np.float32)) for quad in flat.reshape(-1, 4, 2)]
    return float(np.clip(np.sqrt(np.median(areas)), 0.7, 1.0))
