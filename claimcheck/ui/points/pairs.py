"""Point pairs while they are being set: pure, so that the dialog only shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from claimcheck.errors import KnownError
from claimcheck.imaging.aligning.by_hand import LEAST_PAIRS, HandFit, fit_pairs
from claimcheck.model.alignment import AlignedBy, Alignment, PointPair
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.ui.points.pane import rect_corners
from claimcheck.workflow.alignment import flat


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each side's points in the order they were set; pairs are what both sides have."""

    listing: tuple[Point, ...] = ()
    photo: tuple[Point, ...] = ()
    chosen: int | None = None

    def side(self, role: Role) -> tuple[Point, ...]:
        """One side's points."""
        return self.listing if role is Role.LISTING else self.photo

    @property
    def count(self) -> int:
        """Whole pairs."""
        return min(len(self.listing), len(self.photo))

    @property
    def next_side(self) -> Role:
        """Where the next point belongs."""
        return Role.PHOTO if len(self.photo) < len(self.listing) else Role.LISTING

    def added(self, role: Role, point: Point) -> Pairs:
        """With one more point; a side that is ahead already has its last point moved."""
        mine, other = self.side(role), self.side(_other(role))
        mine = (*mine[:-1], point) if len(mine) > len(other) else (*mine, point)
        return replace(self._with(role, mine), chosen=len(mine) - 1)

    def moved(self, role: Role, index: int, point: Point) -> Pairs:
        """With one point elsewhere."""
        points = list(self.side(role))
        points[index] = point
        return replace(self._with(role, tuple(points)), chosen=index)

    def removed(self, index: int) -> Pairs:
        """Without a pair, or what there is of it."""
        return Pairs(_without(self.listing, index), _without(self.photo, index))

    def fit(self, name: str) -> HandFit:
        """``KnownError`` as ``fit_pairs``; too few pairs are an error too."""
        sides = [
            np.array([[p.x, p.y] for p in side[: self.count]]).reshape(-1, 2)
            for side in (self.listing, self.photo)
        ]
        return fit_pairs(sides[0], sides[1], name)

    def alignment(self, comparison_id: str, name: str) -> Alignment | KnownError | None:
        """What these pairs say; ``None`` for too few, the error for what can't be."""
        if self.count < LEAST_PAIRS:
            return None
        try:
            fit = self.fit(name)
        except KnownError as error:
            return error
        pairs = zip(self.listing, self.photo, strict=False)
        return Alignment(
            id=comparison_id,
            homography=flat(fit.matrix),
            aligned_by=AlignedBy.HAND,
            method="pairs",
            inliers=self.count,
            reprojection_error_px=fit.error_px,
            pairs=tuple(PointPair(shop, own) for shop, own in pairs),
        )

    def _with(self, role: Role, points: tuple[Point, ...]) -> Pairs:
        if role is Role.LISTING:
            return replace(self, listing=points)
        return replace(self, photo=points)


def corners_of(listing: Rect, photo: Rect) -> Pairs:
    """Four pairs to begin with: the corners of a face, to be dragged to where they are."""
    return Pairs(rect_corners(listing), rect_corners(photo), 0)


def _without(points: tuple[Point, ...], index: int) -> tuple[Point, ...]:
    return points[:index] + points[index + 1 :]


def _other(role: Role) -> Role:
    return Role.PHOTO if role is Role.LISTING else Role.LISTING
