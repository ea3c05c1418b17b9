"""What a card says, taken from the review: nothing invented, the gravest differences first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from claimcheck.cards.content import content_of, pictures_of
from claimcheck.model.kinds import DiscrepancyKind, Platform, Role, Severity, Verdict
from claimcheck.model.review import CardSettings, Claim, Comparison, Discrepancy, Review
from tests.helpers.cards import card_review, point, shelf_picture, studio_picture


def review(**said: object) -> Review:
    return card_review(studio_picture(), shelf_picture(), **said)  # type: ignore[arg-type]


def test_a_bare_review_invents_nothing() -> None:
    content = content_of(review(), "en")
    assert content.title == "What they show. What you got."
    assert (content.quote, content.reasoning, content.handle, content.seller) == ("", "", "", "")
    assert content.verdict is None
    assert content.legend == ()
    assert content.date == "24 Nov 2026"


def test_the_title_is_the_creators_else_the_products_name() -> None:
    named = review(name="  Vine\n tomatoes ")
    assert content_of(named, "en").title == "Vine tomatoes"
    titled = replace(named, card=CardSettings(title="Half of them loose"))
    assert content_of(titled, "en").title == "Half of them loose"


@pytest.mark.parametrize(
    "quote", ["fresh every day", '"fresh every day"', "„fresh every day“", "‘fresh every day’"]
)
def test_a_claim_has_one_pair_of_quotation_marks(quote: str) -> None:
    assert content_of(review(quote=quote), "en").quote == "“fresh every day”"


def test_a_claim_without_verdict_has_no_stamp() -> None:
    content = content_of(review(quote="fresh"), "en")
    assert content.verdict is None
    assert content.verdict_word == ""


def test_the_first_judged_claim_is_quoted_unless_another_is_chosen() -> None:
    judged = Claim("b", "second", verdict=Verdict.FALSE)
    item = replace(review(), claims=(Claim("a", "first"), judged))
    assert content_of(item, "en").quote == "“second”"
    item = replace(item, card=CardSettings(claim_id="a"))
    assert content_of(item, "en").quote == "“first”"


def test_the_gravest_three_differences_keep_their_numbers() -> None:
    grades = (Severity.MINOR, Severity.CLEAR, Severity.MAJOR, Severity.MINOR, Severity.MAJOR)
    item = replace(
        review(),
        discrepancies=tuple(
            Discrepancy(f"d{number}", "pair", point(1, 1), severity=grade, note=f"note {number}")
            for number, grade in enumerate(grades, start=1)
        ),
    )
    content = content_of(item, "en")
    assert [entry.number for entry in content.legend] == [2, 3, 5]
    assert content.left_out == 2


def test_a_difference_without_note_says_its_kind() -> None:
    item = replace(review(), discrepancies=(Discrepancy("d", "pair", kind=DiscrepancyKind.COLOUR),))
    assert content_of(item, "en").legend[0].text == "Other colour"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("your.handle", "@your.handle"), ("@me", "@me"), ("Consumer desk", "Consumer desk")],
)
def test_a_handle_gets_its_sign(typed: str, shown: str) -> None:
    item = replace(review(), card=CardSettings(handle=typed))
    assert content_of(item, "en").handle == shown


def test_the_tab_names_the_platform() -> None:
    item = review()
    (listing,) = item.listings
    item = replace(item, listings=(replace(listing, platform=Platform.TIKTOK_SHOP),))
    assert content_of(item, "en").listing_tab == "TIKTOK SHOP"
    assert content_of(item, "en").photo_tab == "REAL LIFE"


def test_the_date_is_when_it_was_seen_else_when_the_photo_was_taken() -> None:
    item = review()
    (listing,) = item.listings
    assert content_of(item, "nl").date == "24 nov 2026"
    shop, photo = item.evidence
    taken = replace(photo, taken_at=datetime(2026, 3, 9, 23, 59, tzinfo=UTC))
    item = replace(item, listings=(replace(listing, seen_on=None),), evidence=(shop, taken))
    assert content_of(item, "nl").date == "9 mrt 2026"
    item = replace(item, listings=(replace(listing, seen_on=date(2025, 12, 31)),))
    assert content_of(item, "en").date == "31 Dec 2025"


def test_the_first_complete_comparison_is_shown() -> None:
    item = review()
    half = Comparison("half", "listing", None)
    item = replace(item, comparisons=(half, *item.comparisons))
    listing, photo = pictures_of(item)
    assert (listing and listing.id, photo and photo.id) == ("listing", "photo")


@pytest.mark.parametrize("role", [Role.RECEIPT, Role.PAGE, Role.STICKER])
def test_what_is_private_is_on_no_card_whatever_a_comparison_names(role: Role) -> None:
    given = review()
    private = tuple(
        replace(item, role=role) if item.role is Role.PHOTO else item for item in given.evidence
    )
    listing, photo = pictures_of(replace(given, evidence=private))
    assert listing is not None
    assert photo is None


def test_the_creator_chooses_differences_and_claims_and_their_order() -> None:
    listing, photo = studio_picture(), shelf_picture()
    notes = [(f"Note {n}", (point(9, 9), point(9, 9))) for n in range(1, 6)]
    review = card_review(listing, photo, notes=notes, quote="60 gummies", verdict=Verdict.FALSE)
    other = replace(review.claims[0], id="other", quote="vegan", verdict=Verdict.HOLDS)
    review = replace(review, claims=(*review.claims, other))
    automatic = content_of(review, "en")
    assert ([str(e.number) for e in automatic.legend], automatic.left_out) == (["1", "2", "3"], 2)
    chosen = replace(
        review.card, shown_differences=("d4", "gone", "d2"), shown_claims=("other", "claim")
    )
    content = content_of(replace(review, card=chosen), "en")
    assert ([str(e.number) for e in content.legend], content.left_out) == (["4", "2"], 0)
    assert [claim.id for claim in content.claims] == ["other", "claim"]
