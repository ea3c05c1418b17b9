"""The listing under the photo's light: how its print would look there if nothing differed.

A camera's tone curve, white balance and the fall of light are one regression: in logarithms, a
channel of the photo is the listing's times a contrast, plus the channel's own gain, plus a surface
over the picture. What differs (a recoloured patch, a hand) is an outlier and has no say:
iteratively reweighted least squares with Tukey's biweight (Huber, "Robust Statistics", 1981).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.refine_frame import Plane

_DARK = 2.0  # grey levels added before the logarithm, which black has none of
_NOISY = 20.0  # grey levels in the photo of which half is noise, as far as a logarithm sees it
_CELL = 8
_ROUNDS = 12
_TUKEY = 3.5  # standard deviations beyond which a cell has no say
_LENIENT = 4.0  # how much more may be off in the first round; half of it in the next
_LEVELS, _RAREST = 12, 8.0
_LEAST_SPREAD = 0.03
_CONTRAST = (0.45, 1.9)
_CLIPPED = 246.0
_LEAST_CELLS = 24


def relit(listing: Plane, photo: Plane, usable: NDArray[np.bool_]) -> Plane:
    """``listing`` (height × width × 3, sRGB 0 to 255) as the photo's camera would have seen it.

    Fitted where ``usable``; clipped to 255 as a camera clips. With too little to fit to, the
    listing comes back as it is.
    """
    ours, theirs, places, weight = _cells(listing, photo, usable)
    if len(places) < _LEAST_CELLS:
        return listing
    fit = _fitted(ours, theirs, places, weight)
    height, width = listing.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = 2 * columns / width - 1, 2 * rows / height - 1
    surface = np.tensordot(fit[6:].astype(np.float32), np.stack(_surface(across, down)), 1)
    curves = [
        np.float32(fit[channel]) * (np.log(listing[..., channel] + _DARK) - np.float32(np.log(128)))
        + np.float32(fit[3 + channel])
        for channel in range(3)
    ]
    seen = np.exp(np.stack(curves, axis=2) + surface[..., None]) - _DARK
    return np.asarray(np.clip(seen, 0, 255), dtype=np.float32)


def _cells(
    listing: Plane, photo: Plane, usable: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """The mean logarithms of both, cell by cell, where a cell is whole and not clipped."""
    height, width = (side // _CELL * _CELL for side in listing.shape[:2])
    good = usable & (photo.max(axis=2) < _CLIPPED)
    share = _means(good[:height, :width].astype(np.float32))
    ours, theirs = (
        np.log(_means(one[:height, :width]) + _DARK).astype(np.float64) for one in (listing, photo)
    )
    rows, columns = np.nonzero(share > 0.9)
    places = np.column_stack(
        [
            2 * (columns + 0.5) * _CELL / listing.shape[1] - 1,
            2 * (rows + 0.5) * _CELL / listing.shape[0] - 1,
        ]
    )
    spread = _means((listing[:height, :width] - cv2.blur(listing, (9, 9))[:height, :width]) ** 2)
    clear = (np.exp(theirs[rows, columns].min(axis=1)) / _NOISY) ** 2
    even = 1 / (1 + spread.mean(axis=2)[rows, columns] / 200)  # the mean of a logarithm misleads
    trust = even * clear / (1 + clear)
    return ours[rows, columns], theirs[rows, columns], places, trust.astype(np.float64)


def _means(values: Plane) -> Plane:
    rows, columns = values.shape[0] // _CELL, values.shape[1] // _CELL
    cells = values.reshape(rows, _CELL, columns, _CELL, *values.shape[2:])
    means: Plane = cells.mean(axis=(1, 3))
    return means


def _surface(across: Plane, down: Plane) -> list[Plane]:
    return [across, down, across * across, across * down, down * down]


def _fitted(
    ours: NDArray[np.float64],
    theirs: NDArray[np.float64],
    places: NDArray[np.float64],
    weight: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Three contrasts, three gains (at level 128) and the surface."""
    count = len(places)
    terms = np.stack(_surface(places[:, 0], places[:, 1]), axis=1)  # type: ignore[arg-type]
    design = np.zeros((3, count, 11))
    for channel in range(3):
        design[channel, :, channel] = ours[:, channel] - np.log(128)
        design[channel, :, 3 + channel] = 1
        design[channel, :, 6:] = terms
    flat, wanted = design.reshape(-1, 11), theirs.T.reshape(-1)
    prior = np.diag([0.02] * 3 + [1e-6] * 3 + [0.01, 0.01, 0.05, 0.05, 0.05]) * count
    expected = np.array([1.0] * 3 + [0.0] * 8)
    # Begin in the middle: contrast 1, each channel's median gain.
    fit = expected.copy()
    fit[3:6] = np.median(theirs - ours, axis=0) + np.log(128)
    weight = weight * _rarity(ours.mean(axis=1))
    for turn in range(_ROUNDS):
        residual = (wanted - flat @ fit).reshape(3, count)
        size = np.sqrt((residual**2).mean(axis=0))
        # Strict only in the end: at first the curve's ends are far off, and right all the same.
        spread = max(_LEAST_SPREAD, 1.2 * float(np.median(size))) * (1 + _LENIENT * 0.5**turn)
        trust = weight * np.clip(1 - (size / (_TUKEY * spread)) ** 2, 0, 1) ** 2
        trusted = flat * np.tile(trust, 3)[:, None]
        fit = np.linalg.solve(trusted.T @ flat + prior, trusted.T @ wanted + prior @ expected)
        fit[:3] = np.clip(fit[:3], *_CONTRAST)
    return fit


def _rarity(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """More for levels that few cells have: they hold the ends of the tone curve."""
    counts, edges = np.histogram(levels, _LEVELS)
    cells = np.clip(np.digitize(levels, edges[1:-1]), 0, _LEVELS - 1)
    rare: NDArray[np.float64] = np.clip(len(levels) / _LEVELS / counts[cells], 1, _RAREST)
    return rare
