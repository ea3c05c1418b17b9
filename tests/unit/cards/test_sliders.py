"""Cards whose two pictures share one frame, with a line between them."""

from __future__ import annotations

import math

import pytest

from claimcheck.cards.arrangements.pairs import upright_way
from claimcheck.cards.boxes import PictureShape
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import find_template
from claimcheck.model.alignment import mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role, Verdict
from tests.helpers.layouts import PAIR, SHELF, STUDIO, missing_of, plain


def test_a_slider_lays_the_photo_over_the_listing_image_where_it_is_aligned() -> None:
    """Half as large and shifted: the same spot of the product lies on the same spot of the card."""
    to_listing = (0.5, 0.0, -20.0, 0.0, 0.5, 10.0, 0.0, 0.0, 1.0)
    content = plain(photo_to_listing=to_listing)
    photo = PictureShape(1200, 1200, Rect(300, 100, 500, 700))
    listing = PictureShape(600, 600, Rect(130, 60, 250, 350), "#ffffff")
    pictures = {Role.LISTING: listing, Role.PHOTO: photo}
    layout = lay_out(find_template("slider"), content, find_format("landscape"), pictures)
    shop, real = (layout.panel(role).placement for role in SIDES)
    assert real.scale == pytest.approx(0.5 * shop.scale)
    spot = Point(550.0, 450.0)
    there = Point(0.5 * spot.x - 20.0, 0.5 * spot.y + 10.0)
    assert real.point(spot).x == pytest.approx(shop.point(there).x, abs=0.5)
    assert real.point(spot).y == pytest.approx(shop.point(there).y, abs=0.5)


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
@pytest.mark.parametrize("format_id", ["landscape", "square", "tiktok"])
def test_a_sliders_products_are_equally_large_though_the_photo_is_far_larger(
    template: str, format_id: str
) -> None:
    """An upright photo full of its product must be large to fill a wide card."""
    content = plain(photo_to_listing=(0.05, 0.0, 20.0, 0.0, 0.05, 5.0, 0.0, 0.0, 1.0))
    pictures = {
        Role.LISTING: PictureShape(200, 220, Rect(60, 15, 80, 190), "#ffffff"),
        Role.PHOTO: PictureShape(3000, 4000, Rect(800, 200, 1600, 3800)),
    }
    layout = lay_out(find_template(template), content, find_format(format_id), pictures)
    shop, real = (layout.panel(role).placement for role in SIDES)
    assert real.scale / (0.05 * shop.scale) < 1.05


def test_without_an_alignment_the_same_numbers_lie_on_one_spot() -> None:
    """The shop's product is upright in the middle, the photo's at its left: numbers tell where."""
    listing = PictureShape(200, 200, Rect(60, 5, 80, 190), "#ffffff")
    photo = PictureShape(350, 350, Rect(100, 0, 250, 350))
    spots = ((Point(106, 20), Point(105, 70)), (Point(124, 124), Point(147, 290)))
    legend = tuple(
        LegendEntry(number, "Cap", Rect(one.x, one.y, 0, 0), Rect(other.x, other.y, 0, 0))
        for number, (one, other) in enumerate(spots, 1)
    )
    pictures = {Role.LISTING: listing, Role.PHOTO: photo}
    for card_format in all_formats():
        layout = lay_out(find_template("slider"), plain(legend=legend), card_format, pictures)
        shop, real = (layout.panel(role) for role in SIDES)
        first, second = (shop.placement.point(one) for one, _ in spots)
        length = math.hypot(first.x - second.x, first.y - second.y)
        for one, other in spots:
            here, there = shop.placement.point(one), real.placement.point(other)
            assert math.hypot(here.x - there.x, here.y - there.y) < 0.12 * length, card_format.id
        product = shop.placement.rect(listing.subject)
        line = max(point.x for point in shop.outline)
        assert product.x + 0.2 * product.width < line < product.right - 0.2 * product.width


def test_spots_that_do_not_lie_alike_tell_nothing() -> None:
    photo = PictureShape(400, 400, Rect(100, 20, 120, 360))
    pairs = [(Point(50, 40), Point(100, 60)), (Point(150, 240), Point(300, 460))]
    way = upright_way(pairs, photo)
    assert way is not None
    here = mapped(way, Point(100, 60))
    assert (here.x, here.y) == pytest.approx((50, 40))
    assert upright_way(pairs[:1], photo) is None
    assert upright_way([*pairs[:1], (None, Point(300, 460))], photo) is None
    assert upright_way([pairs[0], (Point(51, 40), Point(101, 60))], photo) is None, "too near"
    upside_down = [(pairs[0][0], pairs[1][1]), (pairs[1][0], pairs[0][1])]
    assert upright_way(upside_down, photo) is None


@pytest.mark.parametrize("part", [0.35, 0.7])
def test_a_sliders_line_stands_over_the_spot_where_it_was_put(part: float) -> None:
    content = plain(divided_at=part)
    layout = lay_out(find_template("slider"), content, find_format("tiktok"), PAIR)
    shop, real = (layout.panel(role) for role in SIDES)
    line = shop.placement.x + shop.placement.scale * part * PAIR[Role.LISTING].width
    assert (max(p.x for p in shop.outline), min(p.x for p in real.outline)) == (line, line)


@pytest.mark.parametrize("part", [0.0, 1.0])
def test_a_sliders_line_leaves_something_of_both_pictures(part: float) -> None:
    layout = lay_out(find_template("slider"), plain(divided_at=part), find_format("tiktok"), PAIR)
    for role in SIDES:
        panel = layout.panel(role)
        xs = [point.x for point in panel.outline]
        assert max(xs) - min(xs) > 0.1 * panel.rect.width


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
def test_a_slider_warns_of_a_number_only_when_neither_half_shows_it(template: str) -> None:
    shelf = PictureShape(200, 200, Rect(60, 10, 80, 180))
    pictures = {Role.LISTING: STUDIO, Role.PHOTO: shelf}
    left, right = Rect(75, 60, 0, 0), Rect(125, 60, 0, 0)
    seen = plain(legend=(LegendEntry(1, "Cap", left, left), LegendEntry(2, "Cap", right, right)))
    layout = lay_out(find_template(template), seen, find_format("tiktok"), pictures)
    assert missing_of(layout) == set()
    assert {c.number for c in layout.callouts} == {1, 2}
    lost = plain(legend=(LegendEntry(1, "Cap", Rect(160, 60, 0, 0), Rect(40, 60, 0, 0)),))
    layout = lay_out(find_template(template), lost, find_format("tiktok"), pictures)
    assert missing_of(layout) == {"listing 1", "photo 1"}


def test_a_slip_keeps_off_the_product_between_sliders_that_cannot_move() -> None:
    low = PictureShape(200, 200, Rect(20, 70, 160, 60), "#ffffff")
    content = plain(quote="“Round tomatoes.”", verdict=Verdict.PARTLY, verdict_word="PARTLY")
    pictures = {Role.LISTING: low, Role.PHOTO: SHELF}
    layout = lay_out(find_template("slider"), content, find_format("tiktok"), pictures)
    panel = layout.panel(Role.LISTING)
    product = panel.placement.rect(low.subject)
    papers = [fill.rect for fill in layout.fills if fill.colour == "#FBF8F0"]
    assert papers
    assert not any(paper.overlaps(product) for paper in papers)


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
def test_a_moved_line_of_a_slider_leaves_the_product_on_both_sides(template: str) -> None:
    legend = (LegendEntry(1, "Cap", Rect(195, 100, 0, 0), Rect(5, 100, 0, 0)),)
    card_format = find_format("landscape")
    layout = lay_out(find_template(template), plain(legend=legend), card_format, PAIR)
    panel = layout.panel(Role.LISTING)
    product = panel.placement.rect(STUDIO.subject)
    right = sorted(corner.x for corner in panel.outline)[-2:]
    middle = sum(right) / 2
    assert product.x + 0.25 * product.width < middle < product.right - 0.25 * product.width


SLIDERS = ["slider", "slanted-slider"]


@pytest.mark.parametrize("template", SLIDERS)
def test_a_slider_moves_both_pictures_to_show_what_lies_low_in_them(template: str) -> None:
    """At rest the spots lie below the frame, which the photo covers; they stay spot on spot."""
    to_listing = (0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 1.0)
    listing = PictureShape(600, 900, Rect(150, 60, 300, 760), "#ffffff")
    photo = PictureShape(1200, 1800, Rect(300, 120, 600, 1520))
    low = ((170.0, 800.0), (400.0, 780.0))
    legend = tuple(
        LegendEntry(n, "Foot", Rect(x, y, 0, 0), Rect(2 * x, 2 * y, 0, 0))
        for n, (x, y) in enumerate(low, start=1)
    )
    content = plain(legend=legend, photo_to_listing=to_listing)
    pictures = {Role.LISTING: listing, Role.PHOTO: photo}
    layout = lay_out(find_template(template), content, find_format("landscape"), pictures)
    assert not layout.warnings
    assert {callout.number for callout in layout.callouts} == {1, 2}
    shop, real = (layout.panel(role).placement for role in SIDES)
    assert real.scale == pytest.approx(0.5 * shop.scale)
    assert real.point(Point(340.0, 1600.0)).x == pytest.approx(shop.point(Point(170.0, 800.0)).x)
    assert real.point(Point(340.0, 1600.0)).y == pytest.approx(shop.point(Point(170.0, 800.0)).y)


@pytest.mark.parametrize("template", SLIDERS)
def test_wide_photos_get_a_lower_frame_that_shows_all_that_is_marked(template: str) -> None:
    wide = PictureShape(2400, 900, Rect(100, 300, 2200, 300))
    places = (Rect(130, 420, 0, 0), Rect(2300, 450, 0, 0))
    legend = tuple(LegendEntry(n, "End", place, place) for n, place in enumerate(places, start=1))
    content = plain(legend=legend, photo_to_listing=(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    card_format = find_format("tiktok")
    pictures = {Role.LISTING: wide, Role.PHOTO: wide}
    layout = lay_out(find_template(template), content, card_format, pictures)
    assert missing_of(layout) == set()
    shop, real = (layout.panel(role) for role in SIDES)
    assert shop.rect == real.rect
    assert shop.rect.bottom < 0.85 * card_format.height
    assert shop.rect.width == card_format.width
    for panel in (shop, real):
        assert panel.placement.rect(wide.whole).grown(0.01).encloses(panel.rect)
    assert lint(layout, card_format) == ()


def test_a_slider_whose_pictures_were_framed_by_hand_leaves_them_so() -> None:
    low = (LegendEntry(1, "Foot", Rect(70, 185, 0, 0), Rect(100, 330, 0, 0)),)
    crop = Rect(60, 10, 80, 120)
    shown = [
        lay_out(
            find_template("slider"),
            plain(legend=legend, listing_crop=crop),
            find_format("tiktok"),
            PAIR,
        )
        for legend in (low, tuple(LegendEntry(1, e.text, None, None) for e in low))
    ]
    assert [panel.placement for panel in shown[0].panels] == [
        panel.placement for panel in shown[1].panels
    ]


@pytest.mark.parametrize("template", SLIDERS)
def test_a_sliders_handle_keeps_off_what_is_marked(template: str) -> None:
    card_format = find_format("landscape")
    bare = lay_out(find_template(template), plain(), card_format, PAIR)
    handle = max(bare.shapes, key=lambda shape: len(shape.corners)).painted()
    shop = bare.panel(Role.LISTING).placement
    spot = Point((handle.x + 10.0 - shop.x) / shop.scale, (handle.center.y - shop.y) / shop.scale)
    legend = (LegendEntry(1, "Cap", Rect(spot.x, spot.y, 0, 0), None),)
    layout = lay_out(find_template(template), plain(legend=legend), card_format, PAIR)
    assert missing_of(layout) == set()
    moved = max(layout.shapes, key=lambda shape: len(shape.corners)).painted()
    (callout,) = layout.callouts
    assert not moved.grown(20.0).contains(callout.target)


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", SLIDERS)
@pytest.mark.parametrize("part", [0.0, 0.08, 1.0])
def test_the_labels_over_a_line_that_was_put_far_aside_stay_in_the_safe_area(
    template: str, card_format: Format, part: float
) -> None:
    content = plain(divided_at=part, quote="“60 gummies”", listing_tab="INFLUENCERBERICHT")
    layout = lay_out(find_template(template), content, card_format, PAIR)
    assert lint(layout, card_format) == ()
