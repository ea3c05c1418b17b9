"""Reviews for tests: one with everything in it, and any edit that a user could make to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from claimcheck.model import edits, findings
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import AlignedBy, Alignment, PointPair, Proposal, Sameness
from claimcheck.model.colours import ColourComparison, ColourCorrection, ColourReading, Reference
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import (
    SIDES,
    DiscrepancyKind,
    MarkKind,
    Numbering,
    Origin,
    Platform,
    Role,
    Severity,
    Topic,
    Verdict,
)
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Discrepancy,
    Evidence,
    Listing,
    Mark,
    Product,
    Review,
    Style,
    new_id,
)
from claimcheck.model.sizes import Known, Measured, Measurement, Scale

MOMENT = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)


def evidence(role: Role, sha256: str = "ab" * 32, name: str = "picture.jpg") -> Evidence:
    """A picture of 4000 × 3000 pixels that exists nowhere."""
    return Evidence(
        id=new_id(),
        sha256=sha256,
        role=role,
        name=name,
        suffix=".jpg",
        size_bytes=123_456,
        width_px=4000,
        height_px=3000,
        added_at=MOMENT,
        origin=Origin.DROP,
        source="/camera",
        taken_at=datetime(2026, 5, 1, 9, 8, 7),  # noqa: DTZ001 - as cameras write it
        has_location=True,
        camera="Pear phone 9",
        timecode_s=1.25,
        told=(("content-type", "image/jpeg"), ("é", "ü")),
    )


def full_review() -> Review:
    """A review in which no field has its default."""
    listing = Listing(
        id=new_id(),
        platform=Platform.TIKTOK_SHOP,
        url="https://shop.example/gummies?x=1&y=2",
        seller="Glanz & Gloria GmbH",
        promoter="@zoë",
        is_ad=False,
        price=Decimal("39.90"),
        currency="EUR",
        seen_on=date(2026, 2, 28),
        hashtags=("hair", "глянец", "אמת"),
    )
    review = edits.new_review("Crème “Brûlée” 🍮", "Ökobär")
    review = edits.set_product(review, replace(review.product, gtin="4006381333931", category="x"))
    review = edits.put_listing(review, listing)
    shop, photo = evidence(Role.LISTING), evidence(Role.PHOTO, "cd" * 32, "IMG 1.jpg")
    review = edits.add_evidence(review, [replace(shop, listing_id=listing.id), photo])
    claim = Claim(
        new_id(), "60 gummies", Topic.CONTENTS, listing.id, Verdict.FALSE, "Counted: 41", "twice"
    )
    review = edits.put_claim(review, claim)
    comparison = review.comparisons[0]
    review = edits.put_discrepancy(
        review,
        Discrepancy(
            id=new_id(),
            comparison_id=comparison.id,
            listing_place=Rect(0.1, 2, 30.25, 40),
            photo_place=Rect(7, 8, 0, 0),
            kind=DiscrepancyKind.CONTENTS,
            severity=Severity.MAJOR,
            note="Fewer: “60” → 41",
            claim_id=claim.id,
        ),
    )
    points = (Point(1 / 3, 2), Point(400.5, 300), Point(500, 20), Point(800, 320.25))
    marks = [
        Mark(
            id=new_id(),
            evidence_id=photo.id,
            kind=kind,
            points=points if kind is MarkKind.MAGNIFIER else points[:2],
            style=Style("#C04608"),
            text="é",
        )
        for kind in MarkKind
    ]
    review = edits.put_marks(review, marks)
    adjustment = Adjustment(photo.id, 4000, 3000, 2, True, -3.5, Rect(900, 800, 1500, 1000))
    review = edits.set_adjustment(review, adjustment)
    review = edits.set_numbering(review, comparison.id, 4, Numbering.LETTERS)
    review = _with_findings(review, claim.id)
    card = CardSettings(
        title="Half full?",
        template="stacked",
        format="reels",
        handle="@me",
        language="nl",
        claim_id=claim.id,
        listing_crop=Rect(1, 2, 3.5, 4),
        photo_crop=Rect(5, 6, 7, 8),
        caption="#deinfluencing",
    )
    return edits.set_card(review, card)


def _with_findings(review: Review, claim_id: str) -> Review:
    comparison = review.comparisons[0]
    photo_id = comparison.photo_id or ""
    corners = tuple(Point(x, y) for x, y in ((1.5, 2), (90, 3), (91, 60.25), (2, 61)))
    review = findings.set_alignment(review, an_alignment(comparison.id, corners))
    proposal = Proposal(
        new_id(),
        comparison.id,
        Rect(1, 2, 3, 4.5),
        DiscrepancyKind.PRINT,
        0.75,
        "é",
        Rect(5, 6, 7, 8),
    )
    review = findings.propose(review, comparison.id, [proposal])
    correction = ColourCorrection(
        "", "", Reference.CHART, corners, (1.1, 0, 0, 0, 0.9, 0, 0, 0, 1.25), 1.1, 2.5, 6.5, True
    )
    review = findings.set_colour_correction(review, photo_id, correction)
    reading = ColourReading((50.5, 1.25, -3.0), 1.5, 400, "#777878")
    compared = ColourComparison(
        new_id(),
        comparison.id,
        Rect(1, 2, 3, 4),
        Rect(5, 6, 7, 8),
        reading,
        reading,
        3.5,
        True,
        claim_id,
    )
    review = findings.put_colour_comparison(review, compared)
    review = findings.set_scale(review, Scale(photo_id, Known.RECTANGLE, corners, 300, 200.5, 0.75))
    measured = Measurement(new_id(), photo_id, Measured.AREA, corners[:3], claim_id)
    return findings.put_measurement(review, measured)


def an_alignment(comparison_id: str, corners: tuple[Point, ...]) -> Alignment:
    """In which no field has its default."""
    return Alignment(
        id=comparison_id,
        homography=(1.1, 0.02, -3.5, 0.01, 0.9, 4.25, 0.0001, 0.0, 1.0),
        aligned_by=AlignedBy.HAND,
        method="sift",
        inliers=120,
        reprojection_error_px=0.4,
        confidence=0.98,
        pairs=tuple(PointPair(corner, corner.moved(1, 2)) for corner in corners),
        same=Sameness.OTHER_VARIANT,
        doubts=(Rect(1, 2, 3, 4),),
    )


def a_place() -> st.SearchStrategy[Rect | None]:
    """A rectangle or point on a picture, or nothing."""
    number = st.floats(0, 4000, allow_nan=False)
    return st.none() | st.builds(Rect, number, number, number, number)


@st.composite
def an_edit(draw: st.DrawFn, review: Review) -> Review:
    """``review`` after one edit that a user could make."""
    kinds = [*_ALWAYS, *_possible(review)]
    return draw(st.sampled_from(kinds))(draw, review)


@st.composite
def edited_reviews(draw: st.DrawFn, at_most: int = 15) -> list[Review]:
    """An empty review, and its versions after edit upon edit."""
    versions = [edits.new_review("Gummies", "Lokkabear")]
    for _ in range(draw(st.integers(1, at_most))):
        versions.append(draw(an_edit(versions[-1])))
    return versions


Edit = Callable[[st.DrawFn, Review], Review]


def _describe(draw: st.DrawFn, review: Review) -> Review:
    product = st.builds(Product, name=st.text(max_size=9), brand=st.text(max_size=9))
    card = st.builds(CardSettings, title=st.text(max_size=9), listing_crop=a_place())
    if draw(st.booleans()):
        return edits.set_product(review, draw(product))
    return edits.set_card(review, draw(card))


def _add_pictures(draw: st.DrawFn, review: Review) -> Review:
    roles = draw(st.lists(st.sampled_from(Role), max_size=3))
    return edits.add_evidence(review, [evidence(role) for role in roles])


def _add_claim(draw: st.DrawFn, review: Review) -> Review:
    listing_ids = [listing.id for listing in review.listings]
    source = draw(st.sampled_from([None, *listing_ids]))
    return edits.put_claim(review, Claim(new_id(), draw(st.text(max_size=9)), listing_id=source))


def _add_listing(draw: st.DrawFn, review: Review) -> Review:
    return edits.put_listing(review, Listing(new_id(), seller=draw(st.text(max_size=9))))


def _remove_listing(draw: st.DrawFn, review: Review) -> Review:
    return edits.remove_listing(review, draw(st.sampled_from(review.listings)).id)


def _judge(draw: st.DrawFn, review: Review) -> Review:
    claim = draw(st.sampled_from(review.claims))
    return edits.put_claim(review, replace(claim, verdict=draw(st.sampled_from(Verdict))))


def _remove_claim(draw: st.DrawFn, review: Review) -> Review:
    return edits.remove_claim(review, draw(st.sampled_from(review.claims)).id)


def _add_discrepancy(draw: st.DrawFn, review: Review) -> Review:
    comparison = draw(st.sampled_from(review.comparisons))
    claim_id = draw(st.sampled_from([None, *(claim.id for claim in review.claims)]))
    return edits.put_discrepancy(
        review,
        Discrepancy(new_id(), comparison.id, draw(a_place()), draw(a_place()), claim_id=claim_id),
    )


def _place(draw: st.DrawFn, review: Review) -> Review:
    discrepancy = draw(st.sampled_from(review.discrepancies))
    role = draw(st.sampled_from(SIDES))
    return edits.put_discrepancy(review, edits.with_place(discrepancy, role, draw(a_place())))


def _renumber(draw: st.DrawFn, review: Review) -> Review:
    discrepancy = draw(st.sampled_from(review.discrepancies))
    return edits.renumber(review, discrepancy.id, draw(st.integers(-1, 9)))


def _remove_discrepancies(draw: st.DrawFn, review: Review) -> Review:
    return edits.remove_discrepancies(review, draw(_some_ids(review.discrepancies)))


def _compare(draw: st.DrawFn, review: Review) -> Review:
    shop = draw(st.sampled_from([None, *(e.id for e in review.pictures(Role.LISTING))]))
    photo = draw(st.sampled_from([None, *(e.id for e in review.pictures(Role.PHOTO))]))
    return edits.compare_pictures(review, shop, photo)


def _remove_picture(draw: st.DrawFn, review: Review) -> Review:
    return edits.remove_evidence(review, draw(st.sampled_from(review.evidence)).id)


def _draw_mark(draw: st.DrawFn, review: Review) -> Review:
    picture = draw(st.sampled_from(review.evidence))
    points = (Point(0, 0), Point(draw(st.floats(0, 4000)), 1))
    return edits.put_marks(review, [Mark(new_id(), picture.id, MarkKind.BOX, points)])


def _move_mark(draw: st.DrawFn, review: Review) -> Review:
    mark = draw(st.sampled_from(review.marks))
    return edits.put_marks(review, [edits.move_mark(mark, draw(st.floats(-9, 9)), 2)])


def _adjust(draw: st.DrawFn, review: Review) -> Review:
    picture = draw(st.sampled_from(review.evidence))
    crop = draw(st.none() | st.builds(Rect, *[st.floats(1, 900)] * 4))
    return edits.set_adjustment(
        review,
        Adjustment(
            picture.id,
            4000,
            3000,
            draw(st.integers(0, 3)),
            draw(st.booleans()),
            draw(st.floats(-45, 45)),
            crop,
        ),
    )


def _number_anew(draw: st.DrawFn, review: Review) -> Review:
    comparison = draw(st.sampled_from(review.comparisons))
    start, numbering = draw(st.integers(-2, 40)), draw(st.sampled_from(Numbering))
    return edits.set_numbering(review, comparison.id, start, numbering)


def _align(draw: st.DrawFn, review: Review) -> Review:
    comparison = draw(st.sampled_from(review.comparisons))
    if not comparison.listing_image_id or not comparison.photo_id:
        return review
    review = findings.set_alignment(review, an_alignment(comparison.id, (Point(1, 2),)))
    places = draw(st.lists(st.builds(Rect, *[st.floats(0, 900)] * 4), max_size=3))
    return findings.propose(
        review,
        comparison.id,
        [Proposal(new_id(), comparison.id, p, DiscrepancyKind.COLOUR, p.x / 900) for p in places],
    )


def _judge_proposal(draw: st.DrawFn, review: Review) -> Review:
    proposal = draw(st.sampled_from(review.proposals))
    if draw(st.booleans()):
        return findings.accept_proposal(review, proposal.id)
    return findings.dismiss_proposals(review, {proposal.id})


def _measure(draw: st.DrawFn, review: Review) -> Review:
    picture = draw(st.sampled_from(review.evidence))
    claim_id = draw(st.sampled_from([None, *(claim.id for claim in review.claims)]))
    review = findings.set_scale(
        review, Scale(picture.id, Known.LINE, (Point(0, 0), Point(9, 0)), 5)
    )
    return findings.put_measurement(
        review, Measurement(new_id(), picture.id, Measured.COUNT, (Point(1, 2),), claim_id)
    )


def _order_marks(draw: st.DrawFn, review: Review) -> Review:
    ids = draw(_some_ids(review.marks))
    order = draw(st.sampled_from([edits.raise_marks, edits.lower_marks, edits.remove_marks]))
    return order(review, ids)


def _some_ids(items: tuple[Discrepancy, ...] | tuple[Mark, ...]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from([item.id for item in items]))


_ALWAYS: list[Edit] = [_describe, _add_pictures, _add_claim, _add_listing]


def _possible(review: Review) -> list[Edit]:
    found: list[Edit] = []
    if review.listings:
        found += [_remove_listing]
    if review.claims:
        found += [_judge, _remove_claim]
    if review.comparisons:
        found += [_add_discrepancy, _number_anew, _align]
    if review.proposals:
        found += [_judge_proposal]
    if review.discrepancies:
        found += [_place, _renumber, _remove_discrepancies]
    if review.evidence:
        found += [_compare, _remove_picture, _draw_mark, _adjust, _measure]
    if review.marks:
        found += [_move_mark, _order_marks]
    return found


def dangling(review: Review) -> list[str]:
    """What in a review names something that isn't in it."""
    ids = {
        part: {None, *(item.id for item in getattr(review, part))}
        for part in ("listings", "evidence", "claims", "comparisons")
    }
    found = [f"claim {c.id}: listing" for c in review.claims if c.listing_id not in ids["listings"]]
    found += [
        f"evidence {e.id}: listing" for e in review.evidence if e.listing_id not in ids["listings"]
    ]
    for comparison in review.comparisons:
        if not {comparison.listing_image_id, comparison.photo_id} <= ids["evidence"]:
            found.append(f"comparison {comparison.id}: picture")
    for discrepancy in review.discrepancies:
        if discrepancy.comparison_id not in ids["comparisons"]:
            found.append(f"discrepancy {discrepancy.id}: comparison")
        if discrepancy.claim_id not in ids["claims"]:
            found.append(f"discrepancy {discrepancy.id}: claim")
    found += [
        f"adjustment {a.id}: picture" for a in review.adjustments if a.id not in ids["evidence"]
    ]
    compared = {c.id for c in review.comparisons if c.listing_image_id and c.photo_id}
    found += [f"alignment {a.id}: pictures" for a in review.alignments if a.id not in compared]
    found += [
        f"{part} {one.id}: comparison"
        for part in ("proposals", "colour_comparisons")
        for one in getattr(review, part)
        if one.comparison_id not in ids["comparisons"]
    ]
    for part in ("measurements", "colour_corrections"):
        known = getattr(review, part)
        found += [f"{m.id}: picture" for m in known if m.evidence_id not in ids["evidence"]]
    found += [f"scale {s.id}: picture" for s in review.scales if s.id not in ids["evidence"]]
    found += [f"{m.id}: claim" for m in review.measurements if m.claim_id not in ids["claims"]]
    found += [f"mark {m.id}: picture" for m in review.marks if m.evidence_id not in ids["evidence"]]
    if review.card.claim_id not in ids["claims"]:
        found.append("card: claim")
    return found
