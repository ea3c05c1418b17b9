"""How far off the corners of an aligned product may be, by where its print holds it.

The covariance of the fit on the pixels, carried on to the corners (Hartley and Zisserman, "Multiple
View Geometry", 2nd ed., 5.2). A word on an empty package tells little of its far end, and stripes
tell nothing along themselves. Pixels side by side are no independent witnesses: print bulges,
lenses bend and blur is lopsided by some tenths of a pixel over a whole cell, so a cell's place
counts as known no better than that, however much there is to see in it.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.agreement import (
    Shown,
    agreement_in,
    cell_sums,
    cell_weights,
    evened_pair,
    frame_of,
)
from claimcheck.imaging.aligning.features import Grey
from claimcheck.imaging.aligning.homography import Matrix, Points, mapped
from claimcheck.imaging.aligning.refine_frame import Plane

_BLUR, _REACH = 1.0, 3.0  # as the refinement's last stage
_CELL_PX = 0.5  # standard deviation of a cell's place at best, in working pixels
_DRAWN = 0.02  # of the squared slope across an edge
_NOISE = 1e-3  # of squared, evened-out values, at least

Floats = NDArray[np.float64]


def spread_px(listing: Shown, photo: Grey, listing_to_photo: Matrix, places: Points) -> float:
    """How far off ``places`` (N × 2, listing) may be: their mean standard deviation, photo pixels.

    Infinite where the listing hardly lies in the photo, hundreds where nothing holds it.
    """
    frame = frame_of(listing, photo, listing_to_photo)
    if frame is None:
        return float("inf")
    template, image, mask = evened_pair(listing, frame, listing_to_photo, _BLUR, _REACH)
    weights = cell_weights(agreement_in(template, image, mask), mask)
    middles, known = _cells(template, image, weights)
    middle, unit = (np.array(template.shape[::-1]) - 1) / 2, max(template.shape) / 2
    ways = _ways(middles, middle, unit)
    information = np.einsum("cik,cij,cjl->kl", ways, known, ways)
    # What nothing holds may be anywhere in the window.
    covariance = np.linalg.inv(information + np.eye(8))
    carried = _ways(mapped(frame.matrix @ listing_to_photo, places), middle, unit)
    squared = np.einsum("pik,kl,pil->p", carried, covariance, carried)
    scale = float(frame.matrix[0, 0])
    return float(np.sqrt(np.maximum(squared, 0)).mean()) / scale


def _cells(template: Plane, image: Plane, weights: Plane) -> tuple[Points, Floats]:
    """Each cell's middle, and the inverse covariance (2 × 2) of where its print is."""
    residual = image - template
    say = weights / (1 + residual * residual) ** 2
    total = max(float(say.sum()), 1e-9)
    noise = float((say * residual**2).sum()) / total + _NOISE
    across = cv2.Sobel(template, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(template, cv2.CV_32F, 0, 1, scale=1 / 8)
    products = (across * across, across * down, down * down)
    xx, xy, yy = (cell_sums(np.asarray(say * one, np.float32)).ravel() for one in products)
    # Blurred, pixels within a disc of this area say the same.
    alike = 4 * np.pi * _BLUR**2
    slopes = np.stack([xx, xy, xy, yy], axis=1).reshape(-1, 2, 2).astype(np.float64)
    strong, axes = np.linalg.eigh(slopes / (noise * alike))
    # Along an edge the steps in which it is drawn look like slopes.
    strong = np.maximum(strong - _DRAWN * strong[:, -1:], 0)
    known = (axes * (strong / (1 + _CELL_PX**2 * strong))[:, None]) @ axes.transpose(0, 2, 1)
    return _middles(np.asarray(say * (across * across + down * down), np.float32)), known


def _middles(strength: Plane) -> Points:
    rows, columns = np.mgrid[: strength.shape[0], : strength.shape[1]].astype(np.float32)
    total = np.maximum(cell_sums(strength).ravel(), 1e-9)
    x, y = (cell_sums(strength * one).ravel() / total for one in (columns, rows))
    return np.stack([x, y], axis=1).astype(np.float64)


def _ways(points: Points, middle: Points, unit: float) -> Floats:
    """N × 2 × 8: how points move with the entries of a homography near identity."""
    x, y = ((points - middle) / unit).T
    one, none = np.ones_like(x), np.zeros_like(x)
    across = np.stack([x, y, one, none, none, none, -x * x, -x * y], axis=1)
    down = np.stack([none, none, none, x, y, one, -x * y, -y * y], axis=1)
    ways: Floats = unit * np.stack([across, down], axis=1)
    return ways
