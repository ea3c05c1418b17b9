"""The review as it is shown, and back: the one place where adjustments meet places and marks.

Whoever shows pictures works on ``as_shown(review)``: there evidence has the size, and marks and
places have the pixels, of the picture as it is shown. What is recorded stays in each picture's own
pixels, so taking an adjustment back leaves everything where it was.

Points go along exactly. A rectangle's middle goes along exactly and it keeps its size; what can be
turned (box, text, stamp …) is turned with the picture, a place or a lens stays upright. A redaction
is shown as the upright rectangle around it: it may cover more, never less.

Where a face is rectified, a box, an ellipse or a place gets as much wider and higher as what lies
below its middle, a lens as much larger on the whole, and boxes turn along; words and stamps keep
their size and are not turned, for they are to be read. Strokes keep their breadth. What lies beyond
the horizon of that face is put far outside of the picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import Alignment, Homography, Proposal, inverted, times
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Cover, MarkKind, Role
from claimcheck.model.review import Discrepancy, Evidence, Mark, Review, find
from claimcheck.model.way import Way, corners, moved_redaction

_SAME_PX = 0.05
"""What is moved is rounded to hundredths of a pixel; what is resized changes by more."""


@dataclass(frozen=True, slots=True)
class ShownEvidence(Evidence):
    """Evidence whose size is that of the picture as it is shown; reading it gives those pixels."""

    adjustment: Adjustment | None = None
    covered: tuple[Rect, ...] = ()
    """Redacted places in the picture's own pixels: destroyed before anything is turned."""

    def enlargement(self, own: Point) -> float:
        """How many times longer something small at this place of the picture itself is shown."""
        one = self.adjustment
        return one.rectifying.enlargement(own) if one is not None and one.face else 1.0


def as_shown(review: Review) -> Review:
    """``review`` in the pixels of its pictures as they are shown; itself when nothing differs."""
    ways = {one.id: Way(one, inverse=False) for one in review.adjustments}
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
    ways = {one.id: Way(one, inverse=True) for one in review.adjustments}
    own_marks = {m.id: m for m in review.marks}
    shown_marks = {m.id: m for m in before.marks}

    def mark(shown: Mark) -> Mark:
        old, way = shown_marks.get(shown.id), ways.get(shown.evidence_id)
        if old == shown:
            return own_marks[shown.id]
        moved = _moved_redaction(way, own_marks[old.id], old, shown) if way and old else None
        return moved or _own_mark(way, shown)

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
    review: Review, before: Review, ways: dict[str, Way], shown: Proposal
) -> Proposal:
    own, old = find(review.proposals, shown.id), find(before.proposals, shown.id)
    return own if old == shown and own is not None else _carried_proposal(review, ways, shown)


def _own_alignment(
    review: Review, before: Review, ways: dict[str, Way], shown: Alignment
) -> Alignment:
    own, old = find(review.alignments, shown.id), find(before.alignments, shown.id)
    return own if old == shown and own is not None else _carried(review, ways, shown)


def _own_places(
    review: Review, before: Review, ways: dict[str, Way], shown: Discrepancy
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


def _own_mark(way: Way | None, mark: Mark) -> Mark:
    return mark if way is None else way.mark(mark)


def _moved_redaction(way: Way, own: Mark, old: Mark, shown: Mark) -> Mark | None:
    """A redaction of a rectified picture that was moved and not resized: it stays as large."""
    if shown.kind is not MarkKind.REDACTION or not way.adjustment.face:
        return None
    sizes = ((mark.frame.width, mark.frame.height) for mark in (old, shown))
    if any(abs(a - b) > _SAME_PX for a, b in zip(*sizes, strict=True)):
        return None
    moved = moved_redaction(way.adjustment, own, shown.frame)
    return replace(shown, points=moved.points, angle=0.0) if moved is not None else None


# --- forth ----------------------------------------------------------------------------------------


def _shown_mark(way: Way | None, mark: Mark) -> Mark:
    shown = mark if way is None else way.mark(mark)
    if shown.kind is not MarkKind.REDACTION or not shown.angle:
        return shown
    return replace(shown, points=corners(shown.covered), angle=0.0)


def _shown_places(review: Review, ways: dict[str, Way], one: Discrepancy) -> Discrepancy:
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


def _carried_proposal(review: Review, ways: dict[str, Way], one: Proposal) -> Proposal:
    """A proposal's places on the two pictures over there."""
    to_listing = ways.get(_side(review, one.comparison_id, Role.LISTING) or "")
    to_photo = ways.get(_side(review, one.comparison_id, Role.PHOTO) or "")
    listing_place, photo_place = one.listing_place, one.photo_place
    if to_listing is not None:
        listing_place = to_listing.rect(listing_place)
    if to_photo is not None and photo_place is not None:
        photo_place = to_photo.rect(photo_place)
    return replace(one, listing_place=listing_place, photo_place=photo_place)


def _carried(review: Review, ways: dict[str, Way], one: Alignment) -> Alignment:
    """An alignment between the two pictures over there."""
    to_listing = ways.get(_side(review, one.id, Role.LISTING) or "")
    to_photo = ways.get(_side(review, one.id, Role.PHOTO) or "")
    homography: Homography = one.homography
    if to_photo is not None:
        homography = times(homography, inverted(to_photo.point.numbers))
    if to_listing is not None:
        homography = times(to_listing.point.numbers, homography)
    if homography == one.homography:
        return one
    pairs = tuple(
        replace(
            pair,
            listing=to_listing.point(pair.listing) if to_listing else pair.listing,
            photo=to_photo.point(pair.photo) if to_photo else pair.photo,
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
