"""The chart of 24 patches: what makes the colours of a photo right that it lies in.

Reference: X-Rite, "New color specifications for ColorChecker SG and Classic charts", November 2014
and later, CIELAB D50 2°, brought to D65 by Bradford's adaptation (coloraide). Correction: a tone
power from the grey row where it helps, then a 3 × 3 matrix by least squares in linear light,
weighted by CIELAB's slope (as in Finlayson, Mackiewicz and Hurlbert, "Color Correction Using
Root-Polynomial Regression", IEEE Trans. Image Processing 24, 2015, for the linear case). Which of
the two fits better is judged on patches left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from coloraide import Color
from numpy.typing import NDArray

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Points
from claimcheck.imaging.measuring.colour_reading import Light, delta_e_2000, lab_of_light, light_of
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import ColourCorrection, Lab, Reference
from claimcheck.model.geometry import Point

COLUMNS, ROWS = 6, 4
REFERENCE_D50: tuple[Lab, ...] = (
    (37.54, 14.37, 14.92),
    (64.66, 19.27, 17.50),
    (49.32, -3.82, -22.54),
    (43.46, -12.74, 22.72),
    (54.94, 9.61, -24.79),
    (70.48, -32.26, -0.37),
    (62.73, 35.83, 56.50),
    (39.43, 10.75, -45.17),
    (50.57, 48.64, 16.67),
    (30.10, 22.54, -20.87),
    (71.77, -24.13, 58.19),
    (71.51, 18.24, 67.37),
    (28.37, 15.42, -49.80),
    (54.38, -39.72, 32.27),
    (42.43, 51.05, 28.62),
    (81.80, 2.67, 80.41),
    (50.63, 51.28, -14.12),
    (49.57, -29.71, -28.32),
    (95.19, -1.03, 2.93),
    (81.29, -0.57, 0.44),
    (66.89, -0.75, -0.06),
    (50.76, -0.13, 0.14),
    (35.63, -0.46, -0.48),
    (20.64, 0.07, -0.46),
)
"""Row by row from dark skin; the last six are the greys, white first."""

_CELL_PX = 32
_SAMPLED = 0.4  # of a cell's side: clear of the gaps even when the corners are a little off
_WORST_FIT = 14.0  # mean ΔE2000 above which this is no chart
_GREYS = slice(18, 24)


@dataclass(frozen=True, slots=True)
class ChartFit:
    """A correction, and how well it does patch by patch."""

    correction: ColourCorrection
    residuals: tuple[float, ...]
    """ΔE2000 of each of the 24, predicted by the fit to the other 23."""
    before: float
    """Mean ΔE2000 of the chart as photographed."""


def fit_chart(
    rgb: RGB, corners: Points, *, name: str = "the picture", evidence_id: str = ""
) -> ChartFit:
    """The correction that makes the chart inside ``corners`` (4 × 2, in pixels) right.

    The corners are the outer ones of the chart's corner patches, going round; the first may be
    any. ``KnownError(CHART_MISMATCH, name)`` when no way of turning makes it a chart.
    """
    _misfit, measured = min(
        (unlikeness(rgb, order) for order in orders(corners)), key=lambda found: found[0]
    )
    fits = [_fitted(measured, tone) for tone in (1.0, _grey_tone(measured))]
    tone, residuals = min(fits, key=lambda fit: float(np.mean(fit[1])))
    mean = float(np.mean(residuals))
    if mean > _WORST_FIT or not np.isfinite(mean):
        raise KnownError(ErrorKind.CHART_MISMATCH, name)
    matrix = _matrix(measured**tone, reference_light(), np.ones(24, dtype=bool))
    correction = ColourCorrection(
        id="",
        evidence_id=evidence_id,
        reference=Reference.CHART,
        points=tuple(Point(float(x), float(y)) for x, y in corners),
        matrix=tuple(float(part) for part in matrix.ravel()),
        tone=tone,
        residual=mean,
        largest_residual=float(np.max(residuals)),
    )
    before = np.mean(
        [delta_e_2000(lab_of_light(m), lab) for m, lab in zip(measured, _labs(), strict=True)]
    )
    return ChartFit(correction, tuple(float(r) for r in residuals), float(before))


@lru_cache(maxsize=1)
def reference_light() -> Light:
    """What the 24 patches are in linear sRGB (24 × 3); cyan lies a little outside of it."""
    colours = [Color("lab", list(lab)).convert("srgb-linear").coords() for lab in REFERENCE_D50]
    return np.array(colours, dtype=np.float64)


@lru_cache(maxsize=1)
def _labs() -> tuple[Lab, ...]:
    return tuple(lab_of_light(light) for light in reference_light())


def orders(corners: Points) -> tuple[Points, ...]:
    """The eight ways of going round four corners; in four of them the chart is seen in a mirror."""
    ways = (np.roll(way, -turn, axis=0) for way in (corners, corners[::-1]) for turn in range(4))
    return tuple(ways)


def unlikeness(rgb: RGB, corners: Points) -> tuple[float, Light]:
    """How little the cells inside ``corners`` (dark skin first) look like the chart under any
    simple tint, as the sum of squares of what is left in cube-root light; and their light.
    """
    measured = _sampled(rgb, corners)
    lightness = np.column_stack([np.cbrt(np.maximum(measured, 0)), np.ones(24)])
    wanted = np.cbrt(np.maximum(reference_light(), 0))
    fit, *_rest = np.linalg.lstsq(lightness, wanted, rcond=None)
    return float(((lightness @ fit - wanted) ** 2).sum()), measured


def _sampled(rgb: RGB, corners: Points) -> Light:
    """The median light in the middle of each cell (24 × 3), row by row."""
    width, height = COLUMNS * _CELL_PX, ROWS * _CELL_PX
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat: NDArray[Any] = cv2.warpPerspective(rgb, matrix, (width, height), flags=cv2.INTER_LINEAR)
    cells = flat.reshape(ROWS, _CELL_PX, COLUMNS, _CELL_PX, 3).transpose(0, 2, 1, 3, 4)
    edge = round(_CELL_PX * (1 - _SAMPLED) / 2)
    middle = cells[:, :, edge:-edge, edge:-edge].reshape(24, -1, 3)
    light: Light = np.median(light_of(middle.astype(np.uint8)), axis=1)
    return light


def _grey_tone(measured: Light) -> float:
    """The power that makes the grey row as steep as it should be."""
    mine = np.log(np.maximum(measured[_GREYS].mean(axis=1), 1e-4))
    wanted = np.log(reference_light()[_GREYS].mean(axis=1))
    usable = (measured[_GREYS].max(axis=1) < 0.98) & (mine > np.log(2e-3))
    if usable.sum() < 3:
        return 1.0
    return float(np.clip(np.polyfit(mine[usable], wanted[usable], 1)[0], 0.4, 2.5))


def _fitted(measured: Light, tone: float) -> tuple[float, NDArray[np.float64]]:
    """Every patch's ΔE2000 when it is left out of the fit."""
    toned, wanted = np.maximum(measured, 0) ** tone, reference_light()
    residuals = np.empty(24)
    for index, lab in enumerate(_labs()):
        others = np.arange(24) != index
        predicted = _matrix(toned, wanted, others) @ toned[index]
        residuals[index] = delta_e_2000(lab_of_light(predicted), lab)
    return tone, residuals


def _matrix(toned: Light, wanted: Light, used: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The 3 × 3 that brings ``toned`` to ``wanted``; CIELAB's slope in light goes as Y^(−2/3)."""
    usable = used & (toned.max(axis=1) < 0.995)  # an over-exposed patch tells nothing
    if usable.sum() < 8:
        usable = used
    weight = (wanted[usable].mean(axis=1) + 0.01) ** (-2 / 3)
    solved, *_rest = np.linalg.lstsq(
        toned[usable] * weight[:, None], wanted[usable] * weight[:, None], rcond=None
    )
    return np.asarray(solved.T, dtype=np.float64)
