"""What was done to the pictures, in words, and its place on every card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from claimcheck.cards.compose import compose
from claimcheck.cards.content import content_of, footer_of
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.slides import SlideKind, SlidePainter, plan_slides
from claimcheck.cards.templates import all_templates, find_template
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import AlignedBy, Alignment
from claimcheck.model.colours import ColourComparison, ColourCorrection, ColourReading, Reference
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role, Verdict
from claimcheck.model.review import Mark, Review
from claimcheck.model.showing import as_shown
from tests.helpers.cards import card_review, point, prepared, shelf_picture, studio_picture
from tests.helpers.layouts import PAIR, plain

LISTING, PHOTO = studio_picture(), shelf_picture()
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def review() -> Review:
    return card_review(
        LISTING,
        PHOTO,
        name="Carton",
        quote="Not from concentrate.",
        verdict=Verdict.UNPROVEN,
        notes=[("Cap: yellow → green", (point(100, 20), point(180, 60)))],
    )


def adjusted(**photo: object) -> Review:
    return replace(review(), adjustments=(Adjustment("photo", 348, 348, **photo),))  # type: ignore[arg-type]


def said(of: Review, language: str = "en") -> str:
    return footer_of(as_shown(of), language)


def test_untouched_pictures_are_said_to_be() -> None:
    assert said(review()) == "Pictures unchanged; colours unchanged"


def test_each_step_is_named_for_its_picture() -> None:
    turned = adjusted(angle=3.0, mirrored=True, crop=Rect(10, 10, 200, 200))
    assert said(turned) == "Photo: mirrored, straightened, cropped; colours unchanged"
    face = (Point(20, 20), Point(300, 40), Point(290, 310), Point(30, 300))
    flat = adjusted(face=face, face_ratio=1.0)
    assert said(flat) == "Photo: perspective corrected; colours unchanged"


def test_both_pictures_share_a_sentence_when_the_same_was_done() -> None:
    both = replace(
        review(),
        adjustments=(
            Adjustment("listing", 200, 200, quarter_turns=1),
            Adjustment("photo", 348, 348, quarter_turns=1),
        ),
    )
    assert said(both) == "Both pictures: turned; colours unchanged"


def test_what_was_made_unreadable_is_said() -> None:
    mark = Mark("m", "photo", MarkKind.REDACTION, (Point(0, 0), Point(50, 50)))
    assert said(replace(review(), marks=(mark,))).startswith("Photo: parts made unreadable;")


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        (None, "uncalibrated"),
        (Reference.NEUTRAL, "white balance from a neutral patch"),
        (Reference.WHITE, "white balance from white paper"),
        (Reference.CHART, "fitted to a colour chart"),
    ],
)
def test_measured_colours_say_by_which_white(reference: Reference | None, words: str) -> None:
    reading = ColourReading((50.0, 0.0, 0.0), 1.0, 100)
    patch = Rect(0, 0, 9, 9)
    compared = ColourComparison("c", "pair", patch, patch, reading, reading, 3.0)
    known = replace(review(), colour_comparisons=(compared,))
    if reference is not None:
        correction = ColourCorrection("photo", "photo", reference, (Point(0, 0), Point(9, 9)))
        known = replace(known, colour_corrections=(correction,))
    assert said(known).endswith(f"colours unchanged; colours measured: {words}")


def test_products_framed_alike_are_said_to_be_where_the_card_shows_them_so() -> None:
    framed = Alignment("pair", (0.5, 0, 10, 0, 0.5, 20, 0, 0, 1), AlignedBy.FRAMED)
    of = review()
    shop, own = Rect(20, 30, 100, 80), Rect(20, 20, 200, 160)
    card = replace(of.card, footer=True, listing_crop=shop, photo_crop=own)
    alike = replace(of, alignments=(framed,), card=card)
    words = "Pictures unchanged; both shown equally large; colours unchanged"
    bare = "Pictures unchanged; colours unchanged"
    assert footer_on(alike, "slider", "tiktok") == words
    exact = replace(framed, aligned_by=AlignedBy.HAND)
    assert footer_on(replace(alike, alignments=(exact,)), "slider", "tiktok") == bare
    # There the photo's panel is higher than the photo has room for, so that it is enlarged.
    assert footer_on(alike, "stacked", "square") == words
    assert footer_on(alike, "stacked", "instagram-portrait") == bare


def footer_on(of: Review, template: str, format_id: str) -> str:
    content = content_of(of, "en")
    layout = lay_out(find_template(template), content, find_format(format_id), PAIR)
    (footer,) = [box for box in layout.texts if box.name == "footer"]
    return " ".join(footer.fitted.lines)


def test_it_is_said_in_the_language_of_the_card() -> None:
    flat = adjusted(mirrored=True)
    assert said(flat, "nl") == "Foto: gespiegeld; kleuren onveranderd"


def test_a_card_says_it_only_when_asked() -> None:
    asked = replace(review(), card=replace(review().card, footer=True))
    assert content_of(review(), "en").footer == ""
    assert content_of(asked, "en").footer == "Pictures unchanged; colours unchanged"


LONG = (
    "Photo: perspective corrected, mirrored, turned, straightened, cropped, parts made unreadable; "
    "colours unchanged; colours measured: uncalibrated"
)


@pytest.mark.parametrize("text", ["Pictures unchanged; colours unchanged", LONG])
@pytest.mark.parametrize("quote", ["", "“Not from concentrate.”"])
@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", [item.id for item in all_templates()])
def test_every_card_has_room_for_it(
    template: str, card_format: Format, quote: str, text: str
) -> None:
    content = replace(
        plain(quote=quote, seller="Corner shop", handle="@your.handle", price="€ 2"), footer=text
    )
    layout = lay_out(find_template(template), content, card_format, PAIR)
    assert lint(layout, card_format) == ()
    (footer,) = [box for box in layout.texts if box.name == "footer"]
    assert footer.fitted.style.size >= 32
    assert (layout.width, layout.height) == (card_format.width, card_format.height)
    if template != "expectation" or card_format.width <= card_format.height:
        assert not footer.fitted.elided


def test_a_strip_at_the_foot_covers_no_marked_spot() -> None:
    bare = plain(footer=LONG, legend=())
    layout = lay_out(find_template("stacked"), bare, find_format("tiktok"), PAIR)
    (footer,) = [box for box in layout.texts if box.name == "footer"]
    assert footer.painted().bottom <= find_format("tiktok").safe_area.bottom
    assert layout.panel(Role.PHOTO).rect.bottom == 1920


def test_the_pixels_of_a_card_show_it() -> None:
    plainly = review()
    asked = replace(plainly, card=replace(plainly.card, footer=True))
    pictures = prepared(plainly, LISTING, PHOTO)
    without, with_it = (
        as_rgb(compose(one, pictures, "en", "stacked", "square", 0.5).image)
        for one in (plainly, asked)
    )
    assert not np.array_equal(without[-30:], with_it[-30:])


@pytest.mark.parametrize("card_format", ["tiktok", "instagram-portrait", "square", "landscape"])
def test_every_slide_of_a_carousel_says_it_too(card_format: str) -> None:
    asked = replace(review(), card=replace(review().card, footer=True))
    pictures, target = prepared(asked, LISTING, PHOTO), find_format(card_format)
    painter = SlidePainter(asked, pictures, "en", find_template("stacked"), target)
    slides = [plan for plan in plan_slides(asked)[0] if plan.kind is not SlideKind.COVER]
    assert {plan.kind for plan in slides} == {*SlideKind} - {SlideKind.COVER}
    for plan in slides:
        layout = painter.lay_out(plan)
        said = [" ".join(box.fitted.lines) for box in layout.texts if box.name == "footer"]
        assert said == ["Pictures unchanged; colours unchanged"]
        assert lint(layout, target) == ()
