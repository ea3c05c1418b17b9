"""The sample review: whole, fair, and in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from claimcheck.cards.compose import plan_card
from claimcheck.cards.formats import all_formats
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import all_templates
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Origin, Role, Topic, Verdict
from claimcheck.model.review import find
from claimcheck.model.showing import as_shown
from claimcheck.paths import resources
from claimcheck.workflow.prepared import known_shapes
from claimcheck.workflow.sample import add_sample
from tests.helpers.reviews import dangling


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_sample_is_whole_and_kept(library: Library, language: str) -> None:
    review = add_sample(library, language)
    assert library.load(review.id) == review
    assert dangling(review) == []
    assert library.check().ok
    assert [item.origin for item in review.evidence] == [Origin.SAMPLE] * 2
    (comparison,) = review.comparisons
    assert review.card.language == language
    assert review.card.title
    (listing,) = review.listings
    assert listing.platform == "tiktok-shop"
    assert f"{listing.price} {listing.currency}" == "39.95 EUR"
    assert ".example/" in listing.url
    for discrepancy in review.discrepancies:
        assert " → " in discrepancy.note
        for role in SIDES:
            place = discrepancy.place(role)
            side = comparison.listing_image_id if role is Role.LISTING else comparison.photo_id
            picture = find(review.evidence, side)
            assert picture is not None
            assert place is not None
            assert Rect(0, 0, picture.width_px, picture.height_px).encloses(place)
    assert len(review.discrepancies) == 3


def test_the_sample_judges_fairly(library: Library) -> None:
    review = add_sample(library, "en")
    verdicts = {claim.topic: claim.verdict for claim in review.claims}
    # One reviewer with a camera can count gummies, but can't prove what makes hair grow.
    assert verdicts[Topic.EFFECT] is Verdict.UNPROVEN
    assert verdicts[Topic.CONTENTS] is Verdict.FALSE
    assert all(claim.reasoning and claim.tested_how for claim in review.claims)
    quoted = review.quoted_claim
    assert quoted is not None
    assert quoted.topic is Topic.CONTENTS


def test_the_sample_is_added_once_in_each_language(library: Library) -> None:
    english, dutch = add_sample(library, "en"), add_sample(library, "nl")
    assert add_sample(library, "en") == english
    assert add_sample(library, "fr") == english
    assert english.card.title != dutch.card.title
    library.trash(english.id)
    assert add_sample(library, "en").id != english.id
    assert len(library.summaries()) == 2


def test_the_sample_says_everything_in_both_languages() -> None:
    told = tomllib.loads((resources() / "sample" / "sample.toml").read_text("utf-8"))["text"]

    def keys(part: dict[str, Any], before: str = "") -> set[str]:
        found: set[str] = set()
        for key, value in part.items():
            found |= keys(value, f"{before}{key}.") if isinstance(value, dict) else {before + key}
        return found

    assert keys(told["en"]) == keys(told["nl"])
    # What stands on the label is quoted word for word, in whatever language it is.
    for key, claim in told["en"]["claims"].items():
        assert told["nl"]["claims"][key]["quote"] == claim["quote"]
        assert told["nl"]["claims"][key]["reasoning"] != claim["reasoning"]


def test_a_library_open_to_read_takes_no_sample(library: Library) -> None:
    with Library.open(library.folder, read_only=True) as reader:
        with pytest.raises(KnownError) as caught:
            add_sample(reader, "en")
        assert caught.value.kind is ErrorKind.LIBRARY_READ_ONLY


@pytest.mark.parametrize(
    ("language", "formats"),
    [
        ("en", ("tiktok", "everywhere", "instagram-portrait", "square")),
        ("nl", ("everywhere", "instagram-story", "landscape")),
    ],
)
def test_the_samples_cards_have_nothing_to_warn_of(
    qapp: QGuiApplication, library: Library, language: str, formats: tuple[str, ...]
) -> None:
    review = as_shown(add_sample(library, language))
    shapes = known_shapes(library.originals, review)
    assert shapes is not None
    told = {}
    for template in all_templates():
        for card_format in formats:
            plan = plan_card(review, shapes, language, template.id, card_format)
            found = (*plan.layout.warnings, *lint(plan.layout, plan.format))
            if found:
                told[template.id, card_format] = found
    assert told == {}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_samples_stacked_cards_have_one_picture_above_the_other(
    qapp: QGuiApplication, library: Library, language: str
) -> None:
    """A title a few pixels too high for its place made a Dutch one lie side by side."""
    review = as_shown(add_sample(library, language))
    shapes = known_shapes(library.originals, review)
    assert shapes is not None
    for card_format in all_formats():
        plan = plan_card(review, shapes, language, "stacked", card_format.id)
        shop, real = (plan.layout.panel(role).rect for role in SIDES)
        assert shop.bottom <= real.y, card_format.id
