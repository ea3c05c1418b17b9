"""Where the product is in a picture: a tight frame on a studio background, a generous one else."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize
from claimcheck.model.geometry import Rect

_WORKING_PX = 160
_FLAT_DELTA = 5.0  # distance in CIELAB up to which a border pixel is "the background's colour"
_DIFFERS_DELTA = 7.0  # from which on a pixel inside belongs to the product
_FLAT_SIDE = 0.9  # share of a side that must be background for the side to count as flat
_FLAT_BORDER = 0.72  # share of the whole border: three sides and a bit
_HISTOGRAM = (10, 16, 16)  # bins for L, a and b
_LEFT_OUT = 0.012  # share of what was found that may lie outside the frame, on each side


@dataclass(frozen=True, slots=True)
class Subject:
    """``frame`` is in pixels of the picture that was looked at."""

    frame: Rect
    background: tuple[int, int, int] | None
    """sRGB of a uniform studio background; ``None`` when there is none."""


def find_subject(rgb: RGB) -> Subject:
    """Find the product in a listing image or a photo; deterministic, some 10 ms at 512 px.

    On a uniform background the frame is tight around all that differs from it. Elsewhere it is a
    generous guess, from what stands out and from where people hold what they photograph.
    """
    height, width = rgb.shape[:2]
    scale = min(1.0, _WORKING_PX / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if min(size) < 8:
        return Subject(Rect(0, 0, width, height), None)
    small = resize(rgb, *size) if size != (width, height) else rgb
    lab = _lab(small)
    backdrop = _backdrop(lab)
    if backdrop is not None:
        frame = _differing(lab, backdrop)
        if frame is not None:
            return Subject(_scaled(frame, size, (width, height)), _colour(small, lab, backdrop))
    return Subject(_scaled(_standing_out(lab), size, (width, height)), None)


def _lab(rgb: RGB) -> NDArray[np.float32]:
    """CIELAB, L from 0 to 100; smoothed so that JPEG noise doesn't count."""
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255.0, cv2.COLOR_RGB2LAB)
    return np.asarray(cv2.GaussianBlur(lab, (3, 3), 0), dtype=np.float32)


# --- studio background --------------------------------------------------------------------------


def _backdrop(lab: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The background's colour at every pixel, or ``None`` when the border isn't uniform.

    A plane through the border's colours: studio light often falls off to one side.
    """
    height, width = lab.shape[:2]
    ring, sides = _border(height, width)
    rows, columns = np.nonzero(ring)
    basis = np.stack([np.ones_like(rows), columns / width, rows / height], axis=1)
    basis = basis.astype(np.float32)
    colours = lab[rows, columns]
    flat = np.linalg.norm(colours - np.median(colours, axis=0), axis=1) <= 2.5 * _FLAT_DELTA
    for _ in range(4):
        if flat.mean() < 0.5:
            return None
        plane, *_rest = np.linalg.lstsq(basis[flat], colours[flat], rcond=None)
        flat = np.linalg.norm(colours - basis @ plane, axis=1) <= _FLAT_DELTA
    shares = [float(flat[sides[rows, columns] == side].mean()) for side in range(4)]
    if flat.mean() < _FLAT_BORDER or sum(share >= _FLAT_SIDE for share in shares) < 2:
        return None
    every_row, every_column = np.mgrid[0:height, 0:width].astype(np.float32)
    backdrop = plane[0] + every_column[..., None] / width * plane[1]
    return np.asarray(backdrop + every_row[..., None] / height * plane[2], dtype=np.float32)


def _border(height: int, width: int) -> tuple[NDArray[np.bool_], NDArray[np.int8]]:
    """A thin ring along the edges, and which side each pixel is nearest to."""
    rows, columns = np.mgrid[0:height, 0:width]
    distances = np.stack([rows, height - 1 - rows, columns, width - 1 - columns])
    thickness = max(2, round(0.015 * max(height, width)))
    return distances.min(axis=0) < thickness, distances.argmin(axis=0).astype(np.int8)


def _differing(lab: NDArray[np.float32], backdrop: NDArray[np.float32]) -> Rect | None:
    """The frame of what isn't background; ``None`` when nothing differs."""
    differs = (np.linalg.norm(lab - backdrop, axis=2) > _DIFFERS_DELTA).astype(np.uint8)
    count, _labels, stats, _centers = cv2.connectedComponentsWithStats(differs)
    areas = stats[1:count, cv2.CC_STAT_AREA]
    if not areas.size or areas.max() < 0.001 * differs.size:
        return None
    frame: Rect | None = None
    for row in stats[1:count][areas >= max(0.0005 * differs.size, 0.002 * areas.max())]:
        part = Rect(*(float(value) for value in row[:4]))
        frame = part if frame is None else frame.united(part)
    return frame


def _colour(
    rgb: RGB, lab: NDArray[np.float32], backdrop: NDArray[np.float32]
) -> tuple[int, int, int]:
    ring, _sides = _border(*lab.shape[:2])
    flat = ring & (np.linalg.norm(lab - backdrop, axis=2) <= _FLAT_DELTA)
    red, green, blue = (int(value) for value in np.median(rgb[flat], axis=0))
    return red, green, blue


# --- photo --------------------------------------------------------------------------------------


def _standing_out(lab: NDArray[np.float32]) -> Rect:
    """The frame of what differs in colour from its surroundings, with a preference for the middle.

    The colours of the middle against those of the rest, by Bayes' rule over smoothed histograms:
    Rahtu, Kannala, Salo and Heikkilä, "Segmenting salient objects from images and videos", ECCV
    2010; here with one soft window, where people hold what they photograph, and repeated with
    what was found. Where the picture is full of one thing, the window itself remains.
    """
    prior = _window(*lab.shape[:2])
    bins = _bins(lab)
    belongs = prior
    for _ in range(3):
        inside, outside = _histogram(bins, belongs), _histogram(bins, 1 - belongs)
        likely = cv2.GaussianBlur((inside / (inside + outside))[bins], (0, 0), 2.0)
        odds = (likely / (1 - likely)) ** 1.5 * prior / (1 - prior)
        belongs = np.asarray(odds / (1 + odds), dtype=np.float32)
    certain = _largest_parts(belongs)
    left, right = _holding(certain.sum(axis=0))
    top, bottom = _holding(certain.sum(axis=1))
    frame = Rect(left, top, right - left, bottom - top)
    return frame.grown(0.05 * max(lab.shape[:2]))


def _largest_parts(belongs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Only what hangs together and is large; specks of the same colour elsewhere become 0."""
    count, labels = cv2.connectedComponents((belongs > 0.35).astype(np.uint8))
    masses = np.bincount(labels.ravel().astype(np.intp), belongs.ravel(), minlength=count)
    masses[0] = 0
    large = masses >= 0.25 * masses.max()
    large[0] = False
    return np.asarray(belongs * large[labels], dtype=np.float32)


def _window(height: int, width: int) -> NDArray[np.float32]:
    """How likely each pixel shows the product, before looking: taller than wide, never certain."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (columns + 0.5) / width - 0.5, (rows + 0.5) / height - 0.5
    window = 0.05 + 0.85 * np.exp(-((x / 0.22) ** 2 + (y / 0.30) ** 2) / 2)
    return np.asarray(window, dtype=np.float32)


def _bins(lab: NDArray[np.float32]) -> NDArray[np.intp]:
    """Each pixel's place in the flattened histogram."""
    low, high = np.array([0, -80, -80]), np.array([100, 80, 80])
    steps = (lab - low) / (high - low) * _HISTOGRAM
    places = np.clip(steps.astype(np.intp), 0, np.array(_HISTOGRAM) - 1)
    flat = np.ravel_multi_index(tuple(np.moveaxis(places, 2, 0)), _HISTOGRAM)
    return np.asarray(flat, dtype=np.intp)


def _histogram(bins: NDArray[np.intp], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The share of each colour, smoothed over neighbouring bins; nowhere zero."""
    cells = math.prod(_HISTOGRAM)
    histogram = np.bincount(bins.ravel(), weight.ravel(), minlength=cells).reshape(_HISTOGRAM)
    for axis in range(3):
        before, after = np.roll(histogram, 1, axis), np.roll(histogram, -1, axis)
        np.moveaxis(before, axis, 0)[0] = 0
        np.moveaxis(after, axis, 0)[-1] = 0
        histogram = 0.5 * histogram + 0.25 * (before + after)
    return np.asarray(histogram.ravel() / histogram.sum() + 1e-5, dtype=np.float32)


def _holding(profile: NDArray[np.float32]) -> tuple[float, float]:
    """The stretch of a profile that leaves out a small share of its sum at either end."""
    sums = np.concatenate([[0.0], np.cumsum(profile, dtype=np.float64)])
    if sums[-1] <= 0:
        return 0.0, float(profile.size)
    places = np.arange(sums.size, dtype=np.float64)
    start, end = np.interp((_LEFT_OUT * sums[-1], (1 - _LEFT_OUT) * sums[-1]), sums, places)
    return float(start), float(end)


def _scaled(frame: Rect, small: tuple[int, int], full: tuple[int, int]) -> Rect:
    x, y = full[0] / small[0], full[1] / small[1]
    scaled = Rect(frame.x * x, frame.y * y, frame.width * x, frame.height * y)
    return scaled.grown(0.01 * max(full)).clipped_to(*full)
