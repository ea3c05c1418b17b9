"""The listing under the photo's light: how its print would look there if nothing differed.

A camera's tone curve, white balance and the fall of light are one regression: in logarithms, a
channel of the photo is the listing's times a contrast, plus the channel's own gain, plus a surface
over the picture. What differs (a recoloured patch, a hand) is an outlier and has no say:
iteratively reweighted least squares with Tukey's biweight (Huber, "Robust Statistics", 1981).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.refine_frame import Plane

_DARK = 2.0  # grey levels added before the logarithm, which black has none of
_NOISY = 20.0  # grey levels in the photo of which half is noise, as far as a logarithm sees it
_CELL = 8
_ROUNDS = 12
_TUKEY = 3.5  # standard deviations beyond which a cell has no say
_LENIENT = 4.0  # how much more may be off in the first round; half of it in the next
_LEVELS, _RAREST = 12, 8.0
_LEAST_SPREAD = 0.03
_COMPARED_SPREAD = 0.08
_CONTRASTS = (0.65, 1.0, 1.5)  # to begin from
_PRIOR = (0.02,) * 3 + (1e-6,) * 3 + (0.01, 0.01, 0.05, 0.05, 0.05)  # of a cell's trust
_CONTRAST = (0.45, 1.9)
_CLIPPED = 246.0
_LEAST_CELLS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """What the photo's camera and light do to the listing's print."""

    fit: NDArray[np.float64]
    """Three contrasts, three gains (at level 128) and the surface."""
    size: tuple[int, int]
    """Width and height of the listing it was fitted to."""
    lit: tuple[NDArray[np.float64], NDArray[np.float64]]
    """The corners between which it was fitted, −1 to 1: beyond, light stays as at the edge."""

    def on(self, picture: Plane) -> Plane:
        """``picture`` (sRGB 0 to 255) as the photo would show it; clipped as a camera clips."""
        logarithms = np.log(picture + np.float32(_DARK)) - np.float32(np.log(128))
        curves = logarithms * self.fit[:3].astype(np.float32) + self._gain(picture.shape, 0)
        return np.asarray(np.clip(np.exp(curves) - _DARK, 0, 255), dtype=np.float32)

    def off(self, photo: Plane, margin: int = 0) -> Plane:
        """The way back: ``photo`` in the light of the listing.

        It lies on the listing, with ``margin`` pixels more on every side.
        """
        curves = np.log(photo + np.float32(_DARK)) - self._gain(photo.shape, margin)
        logarithms = curves / self.fit[:3].astype(np.float32) + np.float32(np.log(128))
        return np.asarray(np.clip(np.exp(logarithms) - _DARK, 0, 255), dtype=np.float32)

    def _gain(self, shape: tuple[int, ...], margin: int) -> Plane:
        """The logarithm of what level 128 becomes, height × width × 3."""
        width, height = self.size
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
        (left, top), (right, bottom) = (corner.astype(np.float32) for corner in self.lit)
        across = np.clip(2 * (columns - margin) / width - 1, left, right)
        down = np.clip(2 * (rows - margin) / height - 1, top, bottom)
        surface = np.tensordot(self.fit[6:].astype(np.float32), np.stack(_surface(across, down)), 1)
        return np.asarray(surface[..., None] + self.fit[3:6].astype(np.float32), dtype=np.float32)


def light_of(listing: Plane, photo: Plane, usable: NDArray[np.bool_]) -> Light | None:
    """Fit the light where ``usable``; ``None`` with too little to fit to.

    Both are height × width × 3, sRGB 0 to 255.
    """
    cells = _cells(listing, photo, usable)
    if len(cells.places) < _LEAST_CELLS:
        return None
    size = listing.shape[1], listing.shape[0]
    return Light(_fitted(cells), size, (cells.places.min(axis=0), cells.places.max(axis=0)))


@dataclass(frozen=True, slots=True)
class _Cells:
    """The mean logarithms of both, cell by cell."""

    ours: NDArray[np.float64]
    """N × 3."""
    theirs: NDArray[np.float64]
    places: NDArray[np.float64]
    """N × 2, −1 to 1."""
    trust: NDArray[np.float64]
    """N × 3: less where noise or print blurs the logarithm."""


def _cells(listing: Plane, photo: Plane, usable: NDArray[np.bool_]) -> _Cells:
    """The cells that are whole and not clipped."""
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
    even = 1 / (1 + spread.mean(axis=2)[rows, columns] / 200)  # the mean of a logarithm misleads
    clear = 1 / (1 + (_NOISY / np.exp(theirs[rows, columns])) ** 2)
    trust = even[:, None].astype(np.float64) * clear
    return _Cells(ours[rows, columns], theirs[rows, columns], places, trust)


def _means(values: Plane) -> Plane:
    rows, columns = values.shape[0] // _CELL, values.shape[1] // _CELL
    cells = values.reshape(rows, _CELL, columns, _CELL, *values.shape[2:])
    means: Plane = cells.mean(axis=(1, 3))
    return means


def _surface(across: Plane, down: Plane) -> list[Plane]:
    return [across, down, across * across, across * down, down * down]


def _fitted(cells: _Cells) -> NDArray[np.float64]:
    """Three contrasts, three gains (at level 128) and the surface.

    Tukey's weights find the optimum near where they begin, and the ends of a curve look like
    outliers from a wrong contrast; so it begins from several, and the best agreement wins.
    """
    count = len(cells.places)
    terms = np.stack(_surface(cells.places[:, 0], cells.places[:, 1]), axis=1)  # type: ignore[arg-type]
    design = np.zeros((3, count, 11))
    for channel in range(3):
        design[channel, :, channel] = cells.ours[:, channel] - np.log(128)
        design[channel, :, 3 + channel] = 1
        design[channel, :, 6:] = terms
    trust = cells.trust * _rarity(cells.ours.mean(axis=1))[:, None]
    fits = [_descended(design, cells.theirs, trust, contrast) for contrast in _CONTRASTS]
    return min(fits, key=lambda fit: _misfit(design, cells.theirs, trust, fit))


def _descended(
    design: NDArray[np.float64],
    theirs: NDArray[np.float64],
    trust: NDArray[np.float64],
    contrast: float,
) -> NDArray[np.float64]:
    """Iteratively reweighted least squares from one contrast and each channel's median gain."""
    flat, wanted = design.reshape(-1, 11), theirs.T.reshape(-1)
    expected = np.array([1.0] * 3 + [0.0] * 8)
    fit = np.array([contrast] * 3 + [0.0] * 8)
    fit[3:6] = [np.median(theirs[:, one] - design[one] @ fit) for one in range(3)]
    for turn in range(_ROUNDS):
        size = _sizes(design, theirs, trust, fit)
        # Strict only in the end: at first the curve's ends are far off, and right all the same.
        spread = max(_LEAST_SPREAD, 1.2 * float(np.median(size))) * (1 + _LENIENT * 0.5**turn)
        agrees = np.clip(1 - (size / (_TUKEY * spread)) ** 2, 0, 1) ** 2
        weight = (trust * agrees[:, None]).T.reshape(-1)
        prior = np.diag(_PRIOR) * float(weight.sum()) / 3
        trusted = flat * weight[:, None]
        fit = np.linalg.solve(trusted.T @ flat + prior, trusted.T @ wanted + prior @ expected)
        fit[:3] = np.clip(fit[:3], *_CONTRAST)
    return fit


def _sizes(
    design: NDArray[np.float64],
    theirs: NDArray[np.float64],
    trust: NDArray[np.float64],
    fit: NDArray[np.float64],
) -> NDArray[np.float64]:
    """How far off each cell is: the root mean square over the channels, the clear ones first."""
    residual = theirs - np.einsum("cij,j->ic", design, fit)
    off: NDArray[np.float64] = np.sqrt((trust * residual**2).sum(axis=1) / trust.sum(axis=1))
    return off


def _misfit(
    design: NDArray[np.float64],
    theirs: NDArray[np.float64],
    trust: NDArray[np.float64],
    fit: NDArray[np.float64],
) -> float:
    """Tukey's loss over all cells, at one scale for all fits."""
    off = np.minimum(_sizes(design, theirs, trust, fit) / (_TUKEY * _COMPARED_SPREAD), 1)
    return float((trust.mean(axis=1) * (1 - (1 - off**2) ** 3)).sum())


def _rarity(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """More for levels that few cells have: they hold the ends of the tone curve."""
    counts, edges = np.histogram(levels, _LEVELS)
    cells = np.clip(np.digitize(levels, edges[1:-1]), 0, _LEVELS - 1)
    rare: NDArray[np.float64] = np.clip(len(levels) / _LEVELS / counts[cells], 1, _RAREST)
    return rare
