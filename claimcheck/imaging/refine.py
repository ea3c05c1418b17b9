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

from claimcheck.imaging.features import Grey
from claimcheck.imaging.homography import Matrix, corners_of, inverse, mapped, normalised
from claimcheck.imaging.refine_cells import carried_on
from claimcheck.imaging.refine_frame import Frame, Plane, evened, frame_around, rendered

_STAGES = ((1.5, 5.0, 10), (1.0, 3.0, 10))
"""Blur and reach of the evening out, in working pixels, and steps at most.

A short reach costs range, which feature matches make up for, and gains exactness: what glare and
the fall of light add to a picture is smooth.
"""
_JUDGED = (1.2, 8.0)  # blur and reach for the correlation that decides
_PIXELS = 24_000  # of the strongest gradients; more cost time and add nothing
_CELL = 24
_NO_WORSE = 0.005  # correlation is too blunt to tell a hundredth of a pixel
_FLOOR = 2.0  # grey levels
_CARRIED_ON = 3  # times at most
_NEAR = 0.01  # of the outline's longer side
_LEAP = 0.05  # gained in correlation: a little is gained by bending towards a carton's next face
_COVERED = 0.75  # the share that is seen from which on nothing is left to carry on to
_STILL = 0.01  # working pixels: a step that moves no corner further is the last


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well the overlaid pictures correlate, cell by cell of the working window."""

    correlation: NDArray[np.float32]
    """Rows × columns, −1 to 1; 0 where a cell has no part of the listing."""
    texture: NDArray[np.float32]
    """How much there is to see in the listing: the sum of its squared, evened-out values."""

    @property
    def score(self) -> float:
        """The correlation of a typical cell, weighted by what there is to see."""
        total = float(self.texture.sum())
        return float((self.correlation * self.texture).sum() / total) if total > 0 else 0.0

    @property
    def coverage(self) -> float:
        """The share of what there is to see that is seen, in cells that correlate."""
        total = float(self.texture.sum())
        seen = self.texture[self.correlation > 0.5].sum()
        return float(seen / total) if total > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Fitted:
    matrix: Matrix
    agreement: Agreement


def refine(listing: Grey, photo: Grey, listing_to_photo: Matrix) -> Matrix:
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


def _is_far(listing: Grey, before: Matrix, after: Matrix) -> bool:
    """Whether the corners move by more than what matches may be off."""
    height, width = listing.shape
    was, now = (mapped(matrix, corners_of(width, height)) for matrix in (before, after))
    moved = float(np.linalg.norm(now - was, axis=1).mean())
    return moved > _NEAR * float(np.ptp(was, axis=0).max())


def _descended_to(listing: Grey, photo: Grey, start: Matrix) -> _Fitted:
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


def _carried_on(listing: Grey, photo: Grey, matrix: Matrix) -> Matrix | None:
    frame = _frame(listing, photo, matrix)
    if frame is None:
        return None
    return carried_on(*_evened_pair(listing, frame, matrix, *_JUDGED), frame, matrix)


def agreement(listing: Grey, photo: Grey, listing_to_photo: Matrix) -> Agreement:
    """Lay the listing over the photo and correlate, light evened out."""
    frame = _frame(listing, photo, listing_to_photo)
    if frame is None:
        return Agreement(np.zeros((1, 1), np.float32), np.zeros((1, 1), np.float32))
    template, image, mask = _evened_pair(listing, frame, listing_to_photo, *_JUDGED)
    return _agreement(template, image, mask)


def _frame(listing: Grey, photo: Grey, listing_to_photo: Matrix) -> Frame | None:
    height, width = listing.shape
    return frame_around(photo, mapped(listing_to_photo, corners_of(width, height)))


def _evened_pair(
    listing: Grey, frame: Frame, listing_to_photo: Matrix, blur: float, reach: float
) -> tuple[Plane, Plane, Plane]:
    """Listing and photo in the window, evened out, and where both are."""
    size = (frame.photo.shape[1], frame.photo.shape[0])
    drawn, there = rendered(listing, frame.matrix @ listing_to_photo, size)
    whole = (there > 0.99).astype(np.float32)
    template = evened(drawn, whole, blur, reach, _FLOOR)
    image = evened(frame.photo, np.ones_like(whole), blur, reach, _FLOOR)
    # Near the edge what lies behind the product has a part in the photo's mean.
    inner = cv2.erode(
        whole, np.ones((5, 5), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0
    )
    return template, image, np.asarray(inner, dtype=np.float32)


def _agreement(template: Plane, image: Plane, mask: Plane) -> Agreement:
    both, ours, theirs = (
        _cell_sums(values * mask)
        for values in (template * image, template * template, image * image)
    )
    # A cell with little to see agrees by chance: as if it had some noise of its own.
    noise = 0.02 * _CELL * _CELL
    correlation = both / np.sqrt((ours + noise) * (theirs + noise))
    return Agreement(correlation.astype(np.float32), ours.astype(np.float32))


def _cell_sums(values: Plane) -> Plane:
    rows, columns = (-(-side // _CELL) for side in values.shape)
    padded = np.zeros((rows * _CELL, columns * _CELL), np.float32)
    padded[: values.shape[0], : values.shape[1]] = values
    sums: Plane = padded.reshape(rows, _CELL, columns, _CELL).sum(axis=(1, 3))
    return sums


def _descended(
    listing: Grey, photo: Grey, start: Matrix, blur: float, reach: float, steps: int
) -> Matrix | None:
    frame = _frame(listing, photo, start)
    if frame is None:
        return None
    template, image, mask = _evened_pair(listing, frame, start, blur, reach)
    weights = _cell_weights(_agreement(template, image, mask), mask)
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


def _cell_weights(agreement_: Agreement, mask: Plane) -> Plane:
    """How much each pixel's surroundings agree already: 0 below a correlation of 0.2."""
    weights = np.clip((agreement_.correlation - 0.2) / 0.4, 0, 1)
    spread = np.kron(weights, np.ones((_CELL, _CELL), np.float32))
    return np.asarray(spread[: mask.shape[0], : mask.shape[1]] * mask, dtype=np.float32)


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
