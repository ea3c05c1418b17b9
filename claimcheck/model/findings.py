"""Pure edits about what was seen and measured: alignments, proposals, colours, sizes.

As in ``edits.py``, each takes a review and returns a new one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from claimcheck.model.alignment import Alignment, Proposal
from claimcheck.model.colours import ColourComparison, ColourCorrection
from claimcheck.model.kinds import DiscrepancyKind, Severity
from claimcheck.model.review import Discrepancy, Review, find, new_id, put, without
from claimcheck.model.sizes import Measurement, Scale

_STRONG, _WEAK = 0.66, 0.33
_SAME_PLACE = 0.5
"""Of the smaller one of two places: sharing more they are one."""


def set_alignment(review: Review, alignment: Alignment) -> Review:
    """Lay the photo of a comparison over its listing image; proposals of the last way go.

    Words that were read stay while the photo lies as it did.
    """
    if find(review.comparisons, alignment.id) is None:
        raise KeyError(alignment.id)
    known = find(review.alignments, alignment.id)
    review = replace(review, alignments=put(review.alignments, alignment))
    if known is not None and known.homography == alignment.homography:
        return propose(review, alignment.id, ())
    return _without_proposals(review, alignment.id)


def remove_alignment(review: Review, comparison_id: str) -> Review:
    """Nothing is known of how the two pictures lie on each other."""
    review = replace(review, alignments=without(review.alignments, {comparison_id}))
    return _without_proposals(review, comparison_id)


def propose(review: Review, comparison_id: str, proposals: Iterable[Proposal]) -> Review:
    """Make these the proposals of a comparison where pixels differ, strongest first."""
    return _proposed(review, comparison_id, proposals, of_words=False)


def propose_words(review: Review, comparison_id: str, proposals: Iterable[Proposal]) -> Review:
    """Make these the proposals of a comparison where print differs, strongest first."""
    return _proposed(review, comparison_id, proposals, of_words=True)


def dismiss_proposals(review: Review, ids: Collection[str]) -> Review:
    """These are no differences."""
    return replace(review, proposals=without(review.proposals, ids))


def accept_proposal(review: Review, proposal_id: str, discrepancy_id: str = "") -> Review:
    """Make a proposal the next numbered discrepancy of its comparison."""
    proposal = find(review.proposals, proposal_id)
    if proposal is None:
        raise KeyError(proposal_id)
    strength = proposal.strength
    severity = Severity.CLEAR if strength >= _WEAK else Severity.MINOR
    made = Discrepancy(
        id=discrepancy_id or new_id(),
        comparison_id=proposal.comparison_id,
        listing_place=proposal.listing_place,
        photo_place=proposal.photo_place,
        kind=proposal.kind,
        severity=Severity.MAJOR if strength >= _STRONG else severity,
        note=proposal.note,
    )
    return replace(
        review,
        proposals=without(review.proposals, {proposal_id}),
        discrepancies=(*review.discrepancies, made),
    )


def set_colour_correction(
    review: Review, evidence_id: str, correction: ColourCorrection | None
) -> Review:
    """How the colours of one picture are read; ``None`` reads them as they are."""
    if correction is None:
        kept = without(review.colour_corrections, {evidence_id})
        return replace(review, colour_corrections=kept)
    kept = put(
        review.colour_corrections, replace(correction, id=evidence_id, evidence_id=evidence_id)
    )
    return replace(review, colour_corrections=kept)


def put_colour_comparison(review: Review, comparison: ColourComparison) -> Review:
    """Keep, or change, the colour of one spot on both pictures."""
    return replace(review, colour_comparisons=put(review.colour_comparisons, comparison))


def remove_colour_comparisons(review: Review, ids: Collection[str]) -> Review:
    """Forget compared colours."""
    return replace(review, colour_comparisons=without(review.colour_comparisons, ids))


def set_scale(review: Review, scale: Scale) -> Review:
    """What of known size lies in a picture."""
    return replace(review, scales=put(review.scales, scale))


def remove_scale(review: Review, evidence_id: str) -> Review:
    """Nothing of known size lies in the picture any more; what was measured stays, in pixels."""
    return replace(review, scales=without(review.scales, {evidence_id}))


def put_measurement(review: Review, measurement: Measurement) -> Review:
    """Keep, or change, something measured."""
    return replace(review, measurements=put(review.measurements, measurement))


def remove_measurements(review: Review, ids: Collection[str]) -> Review:
    """Forget what was measured."""
    return replace(review, measurements=without(review.measurements, ids))


def _proposed(
    review: Review, comparison_id: str, proposals: Iterable[Proposal], *, of_words: bool
) -> Review:
    """The new ones in the place of their kind; the other kind stays.

    Which words differ tells more than that print does: of the same place, only the words stay.
    """
    mine = [p for p in review.proposals if p.comparison_id == comparison_id]
    others = tuple(p for p in review.proposals if p.comparison_id != comparison_id)
    kept = [p for p in mine if p.is_of_words is not of_words]
    made = sorted(proposals, key=lambda p: -p.strength)
    seen, words = (kept, made) if of_words else (made, kept)
    untold = [p for p in seen if not any(_is_told(p, word) for word in words)]
    return replace(review, proposals=(*others, *untold, *words))


def _is_told(seen: Proposal, word: Proposal) -> bool:
    """Whether print that differs is, for the most part, a word that does."""
    one, other = seen.listing_place, word.listing_place
    common = one.common(other)
    if seen.kind is not DiscrepancyKind.PRINT or common is None:
        return False
    smaller = min(one.width * one.height, other.width * other.height)
    return common.width * common.height > _SAME_PLACE * smaller


def _without_proposals(review: Review, comparison_id: str) -> Review:
    others = tuple(p for p in review.proposals if p.comparison_id != comparison_id)
    return replace(review, proposals=others)


# --- what goes along when something else goes -----------------------------------------------------


def without_picture(review: Review, evidence_id: str) -> Review:
    """Nothing was seen or measured in a picture that is taken out."""
    compared = {c.id for c in review.comparisons if evidence_id in (c.listing_image_id, c.photo_id)}
    return replace(
        review,
        alignments=without(review.alignments, compared),
        proposals=tuple(p for p in review.proposals if p.comparison_id not in compared),
        colour_comparisons=tuple(
            c for c in review.colour_comparisons if c.comparison_id not in compared
        ),
        colour_corrections=without(review.colour_corrections, {evidence_id}),
        scales=without(review.scales, {evidence_id}),
        measurements=tuple(m for m in review.measurements if m.evidence_id != evidence_id),
    )


def without_claim(review: Review, claim_id: str) -> Review:
    """What was measured stays when the claim that it bore on goes."""
    return replace(
        review,
        colour_comparisons=tuple(
            replace(c, claim_id=None) if c.claim_id == claim_id else c
            for c in review.colour_comparisons
        ),
        measurements=tuple(
            replace(m, claim_id=None) if m.claim_id == claim_id else m for m in review.measurements
        ),
    )
