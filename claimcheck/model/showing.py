"""The review as it is shown, and back: the one place where adjustments meet places and marks.

Whoever shows pictures works on ``as_shown(review)``: there evidence has the size, and marks and
places have the pixels, of the picture as it is shown. What is recorded stays in each picture's own
pixels, so taking an adjustment back leaves everything where it was.

Points go along exactly. A rectangle's middle goes along exactly and it keeps its size; what can be
turned (box, text, stamp …) is turned with the picture, a place or a lens stays upright. A redaction
is shown as the upright rectangle around it: it may cover more, never less.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from claimcheck.model.adjustment import Adjustment, Affine
from claimcheck.model.alignment import Alignment, Homography, Proposal, inverted, of_affine, times
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Cover, MarkKind, Role
from claimcheck.model.review import Discrepancy, Evidence, Mark, Review, find

_FRAMES = frozenset({MarkKind.BOX, MarkKind.ELLIPSE})
"""Kinds that look the same after a quarter turn with width and height swapped."""
_WORDS = frozenset({MarkKind.TEXT, MarkKind.STAMP})
"""Kinds that a quarter turn lays on their side."""
_UPRIGHT = frozenset({MarkKind.SPOTLIGHT, MarkKind.MAGNIFIER, MarkKind.REDACTION})
_STILL = 1e-9


@dataclass(frozen=True, slots=True)
class ShownEvidence(Evidence):
    """Evidence whose size is that of the picture as it is shown; reading it gives those pixels."""

    adjustment: Adjustment | None = None
    covered: tuple[Rect, ...] = ()
    """Redacted places in the picture's own pixels: destroyed before anything is turned."""


def as_shown(review: Review) -> Review:
    """``review`` in the pixels of its pictures as they are shown; itself when nothing differs."""
    ways = {one.id: _Way(one, inverse=False) for one in review.adjustments}
    turned = any(mark.kind is MarkKind.REDACTION and mark.angle for mark in review.marks)
    if not ways and not turned:
        return review
    return replace(
        review,
        evidence=tuple(shown_evidence(review, item) for item in review.evidence),
        marks=tuple(_shown_mark(ways.get(m.evidence_id), m) for m in review.marks),
        discrepancies=tuple(_shown_places(review, ways, d) for d in review.discrepancies),
        adjustments=(),
        alignments=tuple(_carried(review, ways, a) for a in review.alignments),
        proposals=tuple(_carried_proposal(review, ways, p) for p in review.proposals),
    )


def shown_evidence(review: Review, evidence: Evidence) -> Evidence:
    """One picture of ``review`` with the size that it is shown at."""
    adjustment = find(review.adjustments, evidence.id)
    if adjustment is None or isinstance(evidence, ShownEvidence):
        return evidence
    marks = review.marks_on(evidence.id)
    covered = tuple(
        mark.covered
        for mark in marks
        if mark.kind is MarkKind.REDACTION and mark.style.cover is Cover.SOLID
    )
    return with_adjustment(evidence, adjustment, covered)


def with_adjustment(
    evidence: Evidence, adjustment: Adjustment, covered: tuple[Rect, ...] = ()
) -> ShownEvidence:
    """``evidence`` as ``adjustment`` shows it, with ``covered`` destroyed."""
    known = {field.name: getattr(evidence, field.name) for field in fields(Evidence)}
    known["width_px"], known["height_px"] = adjustment.shown_size
    return ShownEvidence(**known, adjustment=adjustment, covered=covered)


def on_shown(edit: Callable[[Review], Review]) -> Callable[[Review], Review]:
    """``edit``, which works on the review as it is shown, as an edit of what is recorded."""

    def recorded(review: Review) -> Review:
        shown = as_shown(review)
        return edit(review) if shown is review else _recorded(review, shown, edit(shown))

    return recorded


# --- back -----------------------------------------------------------------------------------------


def _recorded(review: Review, before: Review, after: Review) -> Review:
    """What ``after``, an edit of ``before``, means for ``review``: only what it changed goes back.

    An edit that changes adjustments works on what is recorded, not on what is shown.
    """
    ways = {one.id: _Way(one, inverse=True) for one in review.adjustments}
    own_marks = {m.id: m for m in review.marks}
    shown_marks = {m.id: m for m in before.marks}

    def mark(shown: Mark) -> Mark:
        if shown_marks.get(shown.id) == shown:
            return own_marks[shown.id]
        return _own_mark(ways.get(shown.evidence_id), shown)

    evidence = {e.id: e for e in review.evidence}
    left = {e.id for e in after.evidence}
    return replace(
        after,
        evidence=tuple(evidence.get(e.id, e) for e in after.evidence),
        marks=tuple(mark(one) for one in after.marks),
        discrepancies=tuple(_own_places(review, before, ways, d) for d in after.discrepancies),
        adjustments=tuple(one for one in review.adjustments if one.id in left),
        alignments=tuple(_own_alignment(review, before, ways, a) for a in after.alignments),
        proposals=tuple(_own_proposal(review, before, ways, p) for p in after.proposals),
    )


def _own_proposal(
    review: Review, before: Review, ways: dict[str, _Way], shown: Proposal
) -> Proposal:
    own, old = find(review.proposals, shown.id), find(before.proposals, shown.id)
    return own if old == shown and own is not None else _carried_proposal(review, ways, shown)


def _own_alignment(
    review: Review, before: Review, ways: dict[str, _Way], shown: Alignment
) -> Alignment:
    own, old = find(review.alignments, shown.id), find(before.alignments, shown.id)
    return own if old == shown and own is not None else _carried(review, ways, shown)


def _own_places(
    review: Review, before: Review, ways: dict[str, _Way], shown: Discrepancy
) -> Discrepancy:
    own, old = find(review.discrepancies, shown.id), find(before.discrepancies, shown.id)
    if old == shown and own is not None:
        return own
    places = {}
    for role in SIDES:
        place = shown.place(role)
        if own is not None and old is not None and old.place(role) == place:
            places[role] = own.place(role)
        else:
            way = ways.get(_picture(review, shown, role) or "")
            places[role] = way.rect(place) if way and place else place
    return replace(shown, listing_place=places[Role.LISTING], photo_place=places[Role.PHOTO])


def _own_mark(way: _Way | None, mark: Mark) -> Mark:
    return mark if way is None else way.mark(mark)


# --- forth ----------------------------------------------------------------------------------------


def _shown_mark(way: _Way | None, mark: Mark) -> Mark:
    shown = mark if way is None else way.mark(mark)
    if shown.kind is not MarkKind.REDACTION or not shown.angle:
        return shown
    return replace(shown, points=_corners(shown.covered), angle=0.0)


def _shown_places(review: Review, ways: dict[str, _Way], one: Discrepancy) -> Discrepancy:
    """A place that the crop leaves out isn't there."""
    places = {}
    for role in SIDES:
        place = one.place(role)
        way = ways.get(_picture(review, one, role) or "")
        if way and place:
            place = way.rect(place)
            size = way.adjustment.shown_size
            place = place if Rect(0, 0, *size).contains(place.center) else None
        places[role] = place
    return replace(one, listing_place=places[Role.LISTING], photo_place=places[Role.PHOTO])


def _carried_proposal(review: Review, ways: dict[str, _Way], one: Proposal) -> Proposal:
    """A proposal's places on the two pictures over there."""
    to_listing = ways.get(_side(review, one.comparison_id, Role.LISTING) or "")
    to_photo = ways.get(_side(review, one.comparison_id, Role.PHOTO) or "")
    listing_place, photo_place = one.listing_place, one.photo_place
    if to_listing is not None:
        listing_place = to_listing.rect(listing_place)
    if to_photo is not None and photo_place is not None:
        photo_place = to_photo.rect(photo_place)
    return replace(one, listing_place=listing_place, photo_place=photo_place)


def _carried(review: Review, ways: dict[str, _Way], one: Alignment) -> Alignment:
    """An alignment between the two pictures over there."""
    to_listing = ways.get(_side(review, one.id, Role.LISTING) or "")
    to_photo = ways.get(_side(review, one.id, Role.PHOTO) or "")
    homography: Homography = one.homography
    if to_photo is not None:
        homography = times(homography, inverted(of_affine(to_photo.affine)))
    if to_listing is not None:
        homography = times(of_affine(to_listing.affine), homography)
    if homography == one.homography:
        return one
    pairs = tuple(
        replace(
            pair,
            listing=to_listing.affine(pair.listing) if to_listing else pair.listing,
            photo=to_photo.affine(pair.photo) if to_photo else pair.photo,
        )
        for pair in one.pairs
    )
    doubts = tuple(to_listing.rect(d) if to_listing else d for d in one.doubts)
    return replace(one, homography=homography, pairs=pairs, doubts=doubts)


def _picture(review: Review, one: Discrepancy, role: Role) -> str | None:
    return _side(review, one.comparison_id, role)


def _side(review: Review, comparison_id: str, role: Role) -> str | None:
    comparison = find(review.comparisons, comparison_id)
    if comparison is None:
        return None
    return comparison.listing_image_id if role is Role.LISTING else comparison.photo_id


class _Way:
    """From a picture's own pixels to those that are shown, or the other way."""

    def __init__(self, adjustment: Adjustment, *, inverse: bool) -> None:
        self.adjustment, self._inverse = adjustment, inverse
        forth = adjustment.transform
        self.affine: Affine = forth.inverse if inverse else forth
        self._swaps = adjustment.quarter_turns % 2 == 1

    def mark(self, mark: Mark) -> Mark:
        """``mark`` over there."""
        if mark.kind is MarkKind.MAGNIFIER:
            rects = (Rect.spanning(mark.points[:2]), Rect.spanning(mark.points[2:4]))
            points = tuple(p for rect in rects for p in _corners(self.rect(rect)))
            return replace(mark, points=points)
        if mark.kind in _WORDS:
            quarters = 90.0 * self.adjustment.quarter_turns
            points = _corners(self._moved(mark.frame))
            return replace(mark, points=points, angle=self._angle(mark.angle, quarters))
        if mark.kind in _FRAMES or mark.kind is MarkKind.REDACTION:
            points = _corners(self.rect(mark.frame))
            return replace(mark, points=points, angle=self._angle(mark.angle, 0.0))
        if mark.kind in _UPRIGHT:
            return replace(mark, points=_corners(self.rect(mark.frame)))
        return replace(mark, points=tuple(self.affine(point) for point in mark.points))

    def rect(self, rect: Rect) -> Rect:
        """An upright rectangle: its middle goes along, its size stays or is swapped."""
        moved = self._moved(rect)
        if not self._swaps:
            return moved
        middle = moved.center
        width, height = rect.height, rect.width
        return Rect(middle.x - width / 2, middle.y - height / 2, width, height)

    def _moved(self, rect: Rect) -> Rect:
        middle = self.affine(rect.center)
        return Rect(middle.x - rect.width / 2, middle.y - rect.height / 2, rect.width, rect.height)

    def _angle(self, angle: float, quarters: float) -> float:
        """Of what is turned by ``angle``, over there; −180 to 180."""
        by = self.adjustment.angle + quarters
        sign = -1.0 if self.adjustment.mirrored else 1.0
        found = sign * (angle - by) if self._inverse else sign * angle + by
        found = math.remainder(found, 360.0)
        return 0.0 if abs(found) < _STILL else round(found, 9)


def _corners(rect: Rect) -> tuple[Point, Point]:
    return Point(rect.x, rect.y), Point(rect.right, rect.bottom)
