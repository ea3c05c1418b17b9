"""Pictures on a card: how large they are, what of them shows, what keeps off what is marked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimcheck.cards.boxes import PictureShape, WarningKind
from claimcheck.cards.callouts import TARGET
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import find_template
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role, Verdict
from tests.helpers.layouts import PAIR, SHELF, STUDIO, missing_of, plain


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
@pytest.mark.parametrize("spot", [(20, 20), (330, 60), (30, 300), (170, 170), (300, 330)])
def test_slip_and_stamp_keep_off_a_marked_spot(template: str, spot: tuple[int, int]) -> None:
    place = Rect(*spot, 0.0, 0.0)
    content = plain(
        quote="“Not from concentrate.”",
        reasoning="A photo can’t show this.",
        verdict=Verdict.UNPROVEN,
        verdict_word="UNPROVEN",
        legend=(LegendEntry(1, "Cap: yellow → green", None, place),),
    )
    layout = lay_out(find_template(template), content, find_format("tiktok"), PAIR)
    target = layout.panel(Role.PHOTO).placement.point(place.center)
    (callout,) = layout.callouts
    assert callout.target == target
    for fill in layout.fills:
        assert not fill.rect.grown(TARGET - 1.0).contains(target)
    assert layout.stamp is not None
    assert not layout.stamp.painted().contains(target)


def test_a_crop_chosen_by_hand_is_shown_whole_and_centred() -> None:
    crop = Rect(100, 40, 120, 200)
    content = plain(photo_crop=crop)
    layout = lay_out(find_template("side-by-side"), content, find_format("tiktok"), PAIR)
    panel = layout.panel(Role.PHOTO)
    shown = panel.placement.rect(crop)
    assert panel.rect.grown(0.01).encloses(shown)
    assert np.isclose(shown.width, panel.rect.width) or np.isclose(shown.height, panel.rect.height)


def test_enlarging_more_than_four_times_is_told() -> None:
    small = PictureShape(60, 60, Rect(10, 5, 40, 50))
    pictures = {Role.LISTING: STUDIO, Role.PHOTO: small}
    layout = lay_out(find_template("stacked"), plain(), find_format("tiktok"), pictures)
    assert (WarningKind.ENLARGED, "photo") in {(w.kind, w.text) for w in layout.warnings}


@pytest.mark.parametrize("size", [(1, 400), (400, 1), (1, 1), (8000, 20), (20, 8000)])
@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_pictures_of_extreme_shape_cover_their_panels(template: str, size: tuple[int, int]) -> None:
    shape = PictureShape(*size, Rect(0.0, 0.0, *(float(side) for side in size)))
    pictures = {Role.LISTING: shape, Role.PHOTO: shape}
    layout = lay_out(find_template(template), plain(), find_format("tiktok"), pictures)
    for panel in layout.panels:
        assert panel.placement.rect(shape.whole).grown(0.01).encloses(panel.rect)


def test_an_upright_card_magnifies_all_three_differences() -> None:
    legend = tuple(
        LegendEntry(n, "Cap", Rect(70, 20, 9, 9), Rect(90, 50, 30, 30)) for n in (1, 2, 3)
    )
    layout = lay_out(find_template("zoom"), plain(legend=legend), find_format("tiktok"), PAIR)
    assert {disc.number for disc in layout.legend_discs} == {1, 2, 3}
    assert not layout.warnings
    details = [panel.rect.height for panel in layout.panels[2:]]
    assert len(details) == 6
    assert min(details) >= 190.0


@pytest.mark.parametrize("format_id", ["tiktok", "square", "landscape"])
def test_a_detail_is_enlarged_two_to_four_times(format_id: str) -> None:
    legend = (LegendEntry(1, "Cap", Rect(700, 200, 0, 0), Rect(900, 500, 300, 300)),)
    studio = PictureShape(2000, 2000, Rect(600, 100, 800, 1800), "#ffffff")
    shelf = PictureShape(3480, 3480, Rect(800, 400, 1800, 2800), "#ffffff")
    pictures = {Role.LISTING: studio, Role.PHOTO: shelf}
    layout = lay_out(find_template("zoom"), plain(legend=legend), find_format(format_id), pictures)
    whole = {panel.role: panel.placement.scale for panel in layout.panels[:2]}
    for detail in layout.panels[2:]:
        assert 1.9 <= detail.placement.scale / whole[detail.role] <= 4.1


def test_a_flat_product_fills_more_of_a_high_panel_than_its_width_allows() -> None:
    flat = PictureShape(600, 600, Rect(60, 220, 480, 160), "#ffffff")
    pictures = {Role.LISTING: flat, Role.PHOTO: SHELF}
    spot = LegendEntry(1, "Cap", Rect(300, 300, 0, 0), None)
    layout = lay_out(
        find_template("side-by-side"), plain(legend=(spot,)), find_format("tiktok"), pictures
    )
    panel = layout.panel(Role.LISTING)
    shown = panel.placement.rect(flat.subject)
    assert shown.width > 1.2 * panel.rect.width
    assert panel.rect.contains(panel.placement.point(Point(300, 300)))


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_pictures_keep_more_than_half_of_the_card(template: str) -> None:
    content = plain(
        title="Four lines of a title that goes on and on, until the header is as high as can be",
        quote="“Not from concentrate.”",
        verdict=Verdict.UNPROVEN,
        verdict_word="UNPROVEN",
        legend=tuple(LegendEntry(n, "Cap: yellow → green", None, None) for n in (1, 2, 3)),
    )
    layout = lay_out(find_template(template), content, find_format("tiktok"), PAIR)
    area = sum(panel.rect.width * panel.rect.height for panel in layout.panels)
    assert area >= 0.55 * 1080 * 1920


ALL_OVER = tuple(
    LegendEntry(n, "Cap", None, Rect(x, y, 0, 0))
    for n, (x, y) in enumerate(((110, 330), (690, 120), (400, 540)), start=1)
)


def test_a_product_beside_a_print_ends_where_that_does() -> None:
    """Else a half of the card is ink below the print, beside a white one."""
    pictures = {
        Role.LISTING: PictureShape(200, 200, Rect(20, 40, 160, 120), "#ffffff"),
        Role.PHOTO: PictureShape(800, 600, Rect(0, 0, 800, 600)),
    }
    card_format = find_format("tiktok")
    layout = lay_out(find_template("side-by-side"), plain(legend=ALL_OVER), card_format, pictures)
    shop, real = (layout.panel(role) for role in SIDES)
    assert real.rect.bottom < 0.9 * card_format.height
    product = shop.placement.rect(pictures[Role.LISTING].subject)
    assert shop.rect.bottom == max(real.rect.bottom, product.bottom + 60.0)


def test_marks_all_over_two_photos_put_them_in_rows_rather_than_small_in_columns() -> None:
    photo = PictureShape(800, 600, Rect(0, 0, 800, 600))
    legend = tuple(replace(entry, listing_place=entry.photo_place) for entry in ALL_OVER)
    content = plain(legend=legend, quote="“As on the box”")
    card_format = find_format("square")
    pictures = {Role.LISTING: photo, Role.PHOTO: photo}
    layout = lay_out(find_template("side-by-side"), content, card_format, pictures)
    shop, real = (layout.panel(role).rect for role in SIDES)
    assert real.y > shop.bottom
    assert missing_of(layout) == set()
    assert lint(layout, card_format) == ()


@pytest.mark.parametrize("format_id", ["tiktok", "instagram-portrait", "square"])
def test_what_shades_words_on_a_listing_photo_is_as_large_as_they_are(format_id: str) -> None:
    """A listing image that is darkened all over is no match for a bright photo below it."""
    photo = PictureShape(1600, 1200, Rect(300, 200, 1000, 800))
    card_format = find_format(format_id)
    content = plain(title="As on the box?", handle="@me")
    pictures = {Role.LISTING: photo, Role.PHOTO: photo}
    layout = lay_out(find_template("expectation"), content, card_format, pictures)
    upper = layout.shades[1].rect
    words = [
        text.painted()
        for text in layout.texts
        if text.name in ("expectation", "title", "source", "handle")
    ]
    assert all(upper.encloses(box) for box in words)
    assert upper.right < max(box.right for box in words) + 60.0
    assert upper.y > min(box.y for box in words) - 60.0
    assert lint(layout, card_format) == ()


@pytest.mark.parametrize("format_id", ["tiktok", "instagram-story", "instagram-portrait", "square"])
def test_what_was_expected_is_shown_as_large_as_the_words_let_it(format_id: str) -> None:
    """Below a word from edge to edge it was a quarter as large as what came."""
    card_format = find_format(format_id)
    layout = lay_out(find_template("expectation"), plain(title="Milk?"), card_format, PAIR)
    product = layout.panel(Role.LISTING).placement.rect(PAIR[Role.LISTING].subject)
    assert product.width * product.height > (0.24 * card_format.width) ** 2


@pytest.mark.parametrize("quote", ["", "“Fresh”"])
def test_a_square_with_few_words_has_them_above_and_its_pictures_from_edge_to_edge(
    quote: str,
) -> None:
    content = plain(title="Milk?", quote=quote, verdict=Verdict.HOLDS if quote else None)
    layout = lay_out(find_template("side-by-side"), content, find_format("square"), PAIR)
    panels = [layout.panel(role).rect for role in SIDES]
    assert panels[0].x == 0
    assert panels[1].right == 1080
    assert sum(rect.width * rect.height for rect in panels) > 0.55 * 1080 * 1080


def test_a_column_is_no_wider_than_its_words_need() -> None:
    card_format = find_format("landscape")
    widths = [
        lay_out(find_template("side-by-side"), plain(title=title), card_format, PAIR)
        .panel(Role.LISTING)
        .rect.x
        for title in ("Milk?", "What they show. What you got.")
    ]
    assert widths[0] < 0.8 * widths[1]


def test_a_stacked_card_hides_no_spot_under_a_slip_full_of_words() -> None:
    """Between the tabs and the platform's buttons a slip with three rows leaves no number room."""
    listing = PictureShape(2400, 1800, Rect(456, 261, 1833, 1278), "#f6f4f0")
    photo = PictureShape(1800, 2400, Rect(250, 200, 1250, 2180))
    places = (
        (Rect(2000, 880, 0, 0), Rect(1500, 1140, 0, 0)),
        (Rect(640, 480, 60, 130), Rect(560, 820, 60, 150)),
        (Rect(830, 400, 210, 170), Rect(690, 780, 190, 150)),
    )
    content = plain(
        title="Viral TikTok mini waffle maker: hype or not?",
        quote="“Perfect waffles in 3 minutes”",
        reasoning="Took 9 minutes and stuck.",
        verdict=Verdict.FALSE,
        verdict_word="FALSE",
        legend=tuple(LegendEntry(n, "Cord far too short", *p) for n, p in enumerate(places, 1)),
    )
    pictures = {Role.LISTING: listing, Role.PHOTO: photo}
    layout = lay_out(find_template("stacked"), content, find_format("tiktok"), pictures)
    assert missing_of(layout) == set()
    assert lint(layout, find_format("tiktok")) == ()


def test_a_legend_alone_covers_no_more_of_the_photo_than_its_rows() -> None:
    legend = (LegendEntry(1, "Less", Rect(100, 60, 0, 0), Rect(180, 160, 0, 0)),)
    layout = lay_out(
        find_template("stacked"),
        plain(title="Half full?", legend=legend),
        find_format("tiktok"),
        PAIR,
    )
    row = next(text for text in layout.texts if text.name == "legend 1").painted()
    slip = max(fill.rect.right for fill in layout.fills if fill.rect.encloses(row))
    assert row.right < slip < row.right + 60.0
