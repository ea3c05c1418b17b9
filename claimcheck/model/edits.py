"""Pure edits: each takes a review and returns a new one. Who calls them records the difference.

An edit that names something which is not there raises ``KeyError``: that is a bug of the caller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import NEAREST
from claimcheck.model.findings import without_claim, without_picture
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Numbering, Role
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Identified,
    Listing,
    Mark,
    Product,
    Review,
    find,
    new_id,
    put,
    without,
)

T = TypeVar("T", bound=Identified)


def new_review(name: str = "", brand: str = "") -> Review:
    """An empty review of a product."""
    now = datetime.now(UTC)
    return Review(
        id=new_id(), product=Product(name=name, brand=brand), created_at=now, updated_at=now
    )


def set_product(review: Review, product: Product) -> Review:
    """Change name, brand, GTIN or category."""
    return replace(review, product=product)


def set_card(review: Review, card: CardSettings) -> Review:
    """Change what the creator chose for the card."""
    return replace(review, card=card)


def put_listing(review: Review, listing: Listing) -> Review:
    """Add or change where the product was offered."""
    return replace(review, listings=put(review.listings, listing))


def remove_listing(review: Review, listing_id: str) -> Review:
    """Forget a listing; claims and pictures from it stay, without a source."""
    return replace(
        review,
        listings=without(review.listings, {listing_id}),
        claims=tuple(
            replace(c, listing_id=None) if c.listing_id == listing_id else c for c in review.claims
        ),
        evidence=tuple(
            replace(e, listing_id=None) if e.listing_id == listing_id else e
            for e in review.evidence
        ),
    )


# --- pictures and comparisons -------------------------------------------------------------------


def add_evidence(review: Review, items: Iterable[Evidence]) -> Review:
    """Add pictures, and fill the empty side of the first comparison (made when there is none)."""
    added = tuple(items)
    review = replace(review, evidence=(*review.evidence, *added))
    if not added:
        return review
    comparison = review.comparisons[0] if review.comparisons else Comparison(new_id())
    for role in SIDES:
        if _side(comparison, role) is None:
            first = next(iter(review.pictures(role)), None)
            comparison = _with_side(comparison, role, first.id if first else None)
    return replace(review, comparisons=put(review.comparisons, comparison))


def remove_evidence(review: Review, evidence_id: str) -> Review:
    """Take a picture out, with its marks, and the comparisons that would show nothing without it.

    A comparison moves on to the next picture of that role that it isn't compared with yet; its
    discrepancies lose their places on the removed picture, and go when no place is left.
    """
    gone = find(review.evidence, evidence_id)
    if gone is None:
        raise KeyError(evidence_id)
    review = replace(
        without_picture(review, evidence_id),
        evidence=without(review.evidence, {evidence_id}),
        marks=tuple(m for m in review.marks if evidence_id not in (m.evidence_id, m.picture_id)),
        adjustments=without(review.adjustments, {evidence_id}),
    )
    for comparison in review.comparisons:
        if _side(comparison, gone.role) == evidence_id:
            review = _without_side(review, comparison, gone.role)
    return review


def compare_pictures(review: Review, listing_image_id: str | None, photo_id: str | None) -> Review:
    """Make sure that a comparison of these two exists, and make it the first: the one in view."""
    wanted = next(
        (
            c
            for c in review.comparisons
            if (c.listing_image_id, c.photo_id) == (listing_image_id, photo_id)
        ),
        None,
    ) or Comparison(new_id(), listing_image_id, photo_id)
    others = tuple(
        c
        for c in review.comparisons
        if c.id != wanted.id
        and (review.discrepancies_of(c.id) or (c.listing_image_id and c.photo_id))
    )
    return replace(review, comparisons=(wanted, *others))


def _side(comparison: Comparison, role: Role) -> str | None:
    return comparison.listing_image_id if role is Role.LISTING else comparison.photo_id


def _with_side(comparison: Comparison, role: Role, evidence_id: str | None) -> Comparison:
    if role is Role.LISTING:
        return replace(comparison, listing_image_id=evidence_id)
    return replace(comparison, photo_id=evidence_id)


def _without_side(review: Review, comparison: Comparison, role: Role) -> Review:
    other_role = Role.PHOTO if role is Role.LISTING else Role.LISTING
    taken = {
        _side(c, role)
        for c in review.comparisons
        if c.id != comparison.id and _side(c, other_role) == _side(comparison, other_role)
    }
    next_picture = next((e.id for e in review.pictures(role) if e.id not in taken), None)
    kept = []
    for discrepancy in review.discrepancies:
        changed = discrepancy
        if discrepancy.comparison_id == comparison.id:
            changed = with_place(discrepancy, role, None)
        if changed.listing_place or changed.photo_place:
            kept.append(changed)
    review = replace(review, discrepancies=tuple(kept))
    left = _with_side(comparison, role, next_picture)
    empty = next_picture is None and not review.discrepancies_of(comparison.id)
    if empty and (len(review.comparisons) > 1 or _side(left, other_role) is None):
        return replace(review, comparisons=without(review.comparisons, {comparison.id}))
    return replace(review, comparisons=put(review.comparisons, left))


def set_adjustment(review: Review, adjustment: Adjustment) -> Review:
    """Show a picture in another way; one that does nothing shows it as it is.

    The part of it that the creator chose for the card moves along, as far as it is still shown.
    """
    evidence_id = adjustment.id
    before = find(review.adjustments, evidence_id) or Adjustment(
        evidence_id, adjustment.width_px, adjustment.height_px
    )
    kept = without(review.adjustments, {evidence_id})
    review = replace(
        review, adjustments=kept if adjustment.is_nothing else put(review.adjustments, adjustment)
    )
    card = review.card
    sides = [(c.listing_image_id, c.photo_id) for c in review.comparisons[:1]]
    for listing_image_id, photo_id in sides:
        if listing_image_id == evidence_id and card.listing_crop is not None:
            crop = _crop_carried(card.listing_crop, before, adjustment)
            card = replace(card, listing_crop=crop)
        if photo_id == evidence_id and card.photo_crop is not None:
            card = replace(card, photo_crop=_crop_carried(card.photo_crop, before, adjustment))
    return replace(review, card=card)


def _crop_carried(crop: Rect, before: Adjustment, after: Adjustment) -> Rect | None:
    forth, back = after.transform, before.transform.inverse
    corners = [back(Point(x, y)) for x in (crop.x, crop.right) for y in (crop.y, crop.bottom)]
    if any(forth.depth(corner) < NEAREST for corner in corners):
        return None
    carried = Rect.spanning(forth(corner) for corner in corners).clipped_to(*after.shown_size)
    return carried if carried.width >= 1 and carried.height >= 1 else None


# --- claims and discrepancies ---------------------------------------------------------------------


def put_claim(review: Review, claim: Claim) -> Review:
    """Add or change a claim; judging is changing it."""
    return replace(review, claims=put(review.claims, claim))


def remove_claim(review: Review, claim_id: str) -> Review:
    """Drop a claim; discrepancies that bore on it stay."""
    card = review.card
    return replace(
        without_claim(review, claim_id),
        claims=without(review.claims, {claim_id}),
        discrepancies=tuple(
            replace(d, claim_id=None) if d.claim_id == claim_id else d for d in review.discrepancies
        ),
        card=replace(card, claim_id=None) if card.claim_id == claim_id else card,
    )


def put_discrepancy(review: Review, discrepancy: Discrepancy) -> Review:
    """Add a discrepancy with the next number, or change one."""
    return replace(review, discrepancies=put(review.discrepancies, discrepancy))


def remove_discrepancies(review: Review, ids: Collection[str]) -> Review:
    """Drop discrepancies; the numbers after them move up."""
    return replace(review, discrepancies=without(review.discrepancies, ids))


def renumber(review: Review, discrepancy_id: str, number: int) -> Review:
    """Give a discrepancy another number, as its disc shows it; the others make room."""
    moving = find(review.discrepancies, discrepancy_id)
    if moving is None:
        raise KeyError(discrepancy_id)
    peers = [d for d in review.discrepancies_of(moving.comparison_id) if d.id != discrepancy_id]
    place = number - review.number_at(moving.comparison_id, 0)
    peers.insert(min(max(place, 0), len(peers)), moving)
    queue = iter(peers)
    return replace(
        review,
        discrepancies=tuple(
            next(queue) if d.comparison_id == moving.comparison_id else d
            for d in review.discrepancies
        ),
    )


def set_numbering(
    review: Review, comparison_id: str, first_number: int, numbering: Numbering
) -> Review:
    """Start a comparison's numbers elsewhere, from 1 on, or make them letters."""
    comparison = find(review.comparisons, comparison_id)
    if comparison is None:
        raise KeyError(comparison_id)
    changed = replace(comparison, first_number=max(first_number, 1), numbering=numbering)
    return replace(review, comparisons=put(review.comparisons, changed))


def with_place(discrepancy: Discrepancy, role: Role, place: Rect | None) -> Discrepancy:
    """Put the discrepancy somewhere else on one of the two pictures, or take it off it."""
    if role is Role.LISTING:
        return replace(discrepancy, listing_place=place)
    return replace(discrepancy, photo_place=place)


# --- marks ----------------------------------------------------------------------------------------


def put_marks(review: Review, marks: Iterable[Mark]) -> Review:
    """Add marks on top, or change those that are there."""
    items = review.marks
    for mark in marks:
        items = put(items, mark)
    return replace(review, marks=items)


def remove_marks(review: Review, ids: Collection[str]) -> Review:
    """Take marks away."""
    return replace(review, marks=without(review.marks, ids))


def move_mark(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark elsewhere on its picture."""
    return replace(mark, points=tuple(p.moved(dx, dy) for p in mark.points))


def raise_marks(review: Review, ids: Collection[str]) -> Review:
    """Bring marks to the front, keeping their order among themselves."""
    lifted = tuple(mark for mark in review.marks if mark.id in ids)
    return replace(review, marks=(*without(review.marks, ids), *lifted))


def lower_marks(review: Review, ids: Collection[str]) -> Review:
    """Send marks to the back, keeping their order among themselves."""
    sunk = tuple(mark for mark in review.marks if mark.id in ids)
    return replace(review, marks=(*sunk, *without(review.marks, ids)))
