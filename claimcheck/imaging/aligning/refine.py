"""Make a homography exact: Gauss-Newton on all pixels of the product that agree.

The inverse compositional algorithm (Baker and Matthews, "Lucas-Kanade 20 years on", IJCV 2004) on
locally normalised pictures, from blurred to sharp. Cells that do not correlate (a hand, glare, what
lies behind the product) have no say, nor do single pixels far off (Geman-McClure weights).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.agreement import (
    JUDGED,
    Agreement,
    Shown,
    agreement,
    agreement_in,
    cell_weights,
    evened_pair,
    frame_of,
)
from claimcheck.imaging.aligning.features import Grey
from claimcheck.imaging.aligning.homography import Matrix, corners_of, inverse, mapped, normalised
from claimcheck.imaging.aligning.refine_cells import carried_on
from claimcheck.imaging.aligning.refine_frame import Plane

_STAGES = ((1.5, 5.0, 10), (1.0, 3.0, 10))
"""Blur and reach of the evening out, in working pixels, and steps at most.

A short reach costs range, which feature matches make up for, and gains exactness: what glare and
the fall of light add to a picture is smooth.
"""
_PIXELS = 24_000  # of the strongest gradients; more cost time and add nothing
_NO_WORSE = 0.005  # correlation is too blunt to tell a hundredth of a pixel
_CARRIED_ON = 3  # times at most
_NEAR = 0.01  # of the outline's longer side
_LEAP = 0.05  # gained in correlation: a little is gained by bending towards a carton's next face
_COVERED = 0.75  # the share that is seen from which on nothing is left to carry on to
_STILL = 0.01  # working pixels: a step that moves no corner further is the last


@dataclass(frozen=True, slots=True)
class _Fitted:
    matrix: Matrix
    agreement: Agreement


def refine(listing: Shown, photo: Grey, listing_to_photo: Matrix) -> Matrix:
    """A better homography near the given one, or the given one where nothing is better."""
    first = best = _descended_to(listing, photo, listing_to_photo)
    for _ in range(_CARRIED_ON):
        if best.agreement.coverage > _COVERED:
            break
        further = _carried_on(listing, photo, best.matrix)
        if further is None:
            break
        fitted = _descended_to(listing, photo, further)
        gained = fitted.agreement.score - best.agreement.score
        since = fitted.agreement.score - first.agreement.score
        if gained < 0 or (since < _LEAP and _is_far(listing, first.matrix, fitted.matrix)):
            break
        best = fitted
        if gained < _NO_WORSE:
            break
    return best.matrix


def _is_far(listing: Shown, before: Matrix, after: Matrix) -> bool:
    """Whether the corners move by more than what matches may be off."""
    height, width = listing.grey.shape
    was, now = (mapped(matrix, corners_of(width, height)) for matrix in (before, after))
    moved = float(np.linalg.norm(now - was, axis=1).mean())
    return moved > _NEAR * float(np.ptp(was, axis=0).max())


def _descended_to(listing: Shown, photo: Grey, start: Matrix) -> _Fitted:
    best = _Fitted(start, agreement(listing, photo, start))
    matrix = start
    for blur, reach, steps in _STAGES:
        refined = _descended(listing, photo, matrix, blur, reach, steps)
        if refined is None:
            continue
        found = agreement(listing, photo, refined)
        if found.score >= best.agreement.score - _NO_WORSE:
            best, matrix = _Fitted(refined, found), refined
    return best


def _carried_on(listing: Shown, photo: Grey, matrix: Matrix) -> Matrix | None:
    frame = frame_of(listing, photo, matrix)
    if frame is None:
        return None
    return carried_on(*evened_pair(listing, frame, matrix, *JUDGED), frame, matrix)


def _descended(
    listing: Shown, photo: Grey, start: Matrix, blur: float, reach: float, steps: int
) -> Matrix | None:
    frame = frame_of(listing, photo, start)
    if frame is None:
        return None
    template, image, mask = evened_pair(listing, frame, start, blur, reach)
    weights = cell_weights(agreement_in(template, image, mask), mask)
    rows, columns = _strongest(template, weights)
    if len(rows) < 200:
        return None
    size = max(template.shape) / 2
    centre = np.array([template.shape[1] - 1, template.shape[0] - 1]) / 2
    to_pixels = np.array([[size, 0, centre[0]], [0, size, centre[1]], [0, 0, 1.0]])
    jacobian = _jacobian(template, rows, columns, centre, size)
    wanted, weight = template[rows, columns], weights[rows, columns]
    unit = np.column_stack([(columns - centre[0]) / size, (rows - centre[1]) / size])
    warp = np.eye(3)  # in units of the window, from where the listing was drawn to the photo
    for _ in range(steps):
        places = mapped(to_pixels @ warp, unit).astype(np.float32)
        residual = _sampled(image, places) - wanted
        robust = weight / (1 + residual * residual) ** 2
        weighted = jacobian * robust[:, None]
        hessian = (weighted.T @ jacobian).astype(np.float64)
        hessian += np.eye(8) * 1e-4 * np.trace(hessian) / 8
        step = np.linalg.solve(hessian, (weighted.T @ residual).astype(np.float64))
        change = np.append(step, 0.0).reshape(3, 3) + np.eye(3)
        warp = normalised(warp @ np.linalg.inv(change))
        if not np.isfinite(warp).all() or np.abs(warp - np.eye(3)).max() > 0.5:
            return None
        if np.abs(step).max() * size < _STILL:
            break
    moved = inverse(frame.matrix) @ to_pixels @ warp @ inverse(to_pixels) @ frame.matrix
    return normalised(moved @ start)


def _strongest(template: Plane, weights: Plane) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the template changes most, among pixels with a say."""
    across, down = cv2.Sobel(template, cv2.CV_32F, 1, 0), cv2.Sobel(template, cv2.CV_32F, 0, 1)
    strength = (across * across + down * down) * weights
    count = min(_PIXELS, int(np.count_nonzero(strength)))
    if count == 0:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    chosen = np.sort(np.argpartition(strength.ravel(), -count)[-count:])
    rows, columns = np.divmod(chosen, template.shape[1])
    return rows, columns


def _jacobian(
    template: Plane,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    centre: NDArray[np.float64],
    size: float,
) -> NDArray[np.float32]:
    """How the template's values change with the eight entries of a homography near identity."""
    across = cv2.Sobel(template, cv2.CV_32F, 1, 0, scale=1 / 8)[rows, columns] * size
    down = cv2.Sobel(template, cv2.CV_32F, 0, 1, scale=1 / 8)[rows, columns] * size
    x = ((columns - centre[0]) / size).astype(np.float32)
    y = ((rows - centre[1]) / size).astype(np.float32)
    inward = -(across * x + down * y)
    parts = [across * x, across * y, across, down * x, down * y, down, inward * x, inward * y]
    return np.stack(parts, axis=1).astype(np.float32)


def _sampled(image: Plane, places: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values between pixels; in rows, since OpenCV's maps have at most 32 767 of them."""
    width = 256
    count = len(places)
    padded = np.zeros((-(-count // width) * width, 2), np.float32)
    padded[:count] = places
    across, down = (padded[:, axis].reshape(-1, width) for axis in (0, 1))
    values = cv2.remap(image, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(values, dtype=np.float32).ravel()[:count]
