"""Whatever stands on a card and was written by someone is changed where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model import edits
from claimcheck.model.kinds import Platform, Verdict
from claimcheck.model.review import Review
from claimcheck.ui.panels.card_texts import CardText, judge, stamps_of, texts_of
from claimcheck.ui.session import Session
from claimcheck.workflow.card import render_card


@pytest.fixture
def review(session: Session) -> Review:
    """With all that a card can say."""
    found = session.document.review
    listing = replace(
        found.listings[0],
        platform=Platform.TIKTOK_SHOP,
        seller="Glanz GmbH",
        price=Decimal("39.90"),
        currency="EUR",
        seen_on=date(2026, 10, 12),
    )
    found = edits.put_listing(found, listing)
    for claim in found.claims:
        judged = replace(claim, verdict=Verdict.FALSE, reasoning=f"Why not {claim.quote}")
        found = edits.put_claim(found, judged)
    return edits.set_card(found, replace(found.card, handle="@me", footer=True))


def texts(
    session: Session, review: Review, template: str, language: str = "en"
) -> dict[str, CardText]:
    card = render_card(session.originals, review, language=language, template=template, scale=0.1)
    return {text.key: text for text in texts_of(card, review, language)}


LABELS = {"listing tab", "photo tab"}
WHENCE = {"title", "handle", "seller", "date"}
QUOTED = {"claim", "reasoning", "legend 1", "legend 2"}
LISTED = {"claim 1", "reasoning 1", "claim 2", "reasoning 2"}


@pytest.mark.parametrize(
    ("template", "keys"),
    [
        ("side-by-side", WHENCE | LABELS | QUOTED),
        ("stacked", WHENCE | LABELS | QUOTED),
        ("price", WHENCE | LABELS | QUOTED | {"price"}),
        ("expectation", {"title", "handle", "expectation", "reality"}),
        ("checklist", WHENCE | LISTED),
    ],
)
def test_every_text_that_someone_wrote_can_be_changed(
    session: Session, review: Review, template: str, keys: set[str]
) -> None:
    found = texts(session, review, template)
    assert keys <= set(found)
    assert not any(key.startswith(("footer", "ruler")) for key in found)
    for text in found.values():
        changed = text.write(review, "7 Oct 2026" if text.key == "date" else "12.50")
        assert changed != review, text.key


def test_a_sign_of_several_currencies_stays_the_listing_s(session: Session, review: Review) -> None:
    (listing,) = review.listings
    canadian = replace(review, listings=(replace(listing, currency="CAD"),))
    (changed,) = texts(session, canadian, "price")["price"].write(canadian, "$ 12").listings
    assert (changed.price, changed.currency) == (Decimal("12"), "CAD")


def test_what_a_listing_says_is_read_as_it_is_typed(session: Session, review: Review) -> None:
    found = texts(session, review, "price", "nl")
    assert found["price"].said == "€ 39,90"
    for typed, price, currency in (
        ("€ 12,50", "12.50", "EUR"),
        ("7", "7", "EUR"),
        ("£ 1.200", "1200", "GBP"),
        ("CHF 8", "8", "CHF"),
    ):
        (listing,) = found["price"].write(review, typed).listings
        assert (listing.price, listing.currency) == (Decimal(price), currency)
    assert found["price"].write(review, "").listings[0].price is None
    with pytest.raises(ValueError, match="cheap"):
        found["price"].write(review, "cheap")
    assert found["date"].said == "12 okt 2026"
    assert found["date"].write(review, "3 mrt 2026").listings[0].seen_on == date(2026, 3, 3)
    with pytest.raises(ValueError, match="soon"):
        found["date"].write(review, "soon")
    assert found["seller"].write(review, "Shop").listings[0].seller == "Shop"


def test_what_to_buy_instead_is_not_taken_for_the_reasoning(
    session: Session, review: Review
) -> None:
    other = edits.set_card(review, replace(review.card, alternative="Plain jar"))
    text = texts(session, other, "price")["reasoning"]
    assert text.said == "Plain jar"
    changed = text.write(other, "A cup")
    assert changed.card.alternative == "A cup"
    assert changed.claims == other.claims


def test_labels_are_the_creators_own_on_every_template(session: Session, review: Review) -> None:
    mine = texts(session, review, "side-by-side")["listing tab"].write(review, "their ad")
    for template, key in (("stacked", "listing tab"), ("expectation", "expectation")):
        assert texts(session, mine, template)[key].said == "their ad"
    back = texts(session, mine, "stacked")["listing tab"].write(mine, "")
    assert texts(session, back, "stacked")["listing tab"].said == "TIKTOK SHOP"


@pytest.mark.parametrize("template", ["side-by-side", "checklist"])
def test_a_stamp_is_another_verdict(session: Session, review: Review, template: str) -> None:
    card = render_card(session.originals, review, language="en", template=template, scale=0.1)
    stamps = stamps_of(card, review, "en")
    assert [one.claim for one in stamps] == list(review.claims)[: len(stamps)]
    changed = judge(review, stamps[-1].claim, Verdict.HOLDS)
    assert [claim.verdict for claim in changed.claims].count(Verdict.HOLDS) == 1
