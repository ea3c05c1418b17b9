"""Cards of things that are wide: in rows, which show them much larger than columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimcheck.cards.arrangements.splits import seen_part
from claimcheck.cards.boxes import Layout, PictureShape
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import find_template
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role, Verdict
from tests.helpers.layouts import PAIR, missing_of, plain

BRUSH = PictureShape(1200, 360, Rect(60, 110, 1080, 140), "#ffffff")
SHELF = PictureShape(1600, 900, Rect(200, 420, 1200, 160))
WIDE = {Role.LISTING: BRUSH, Role.PHOTO: SHELF}
SAID = {
    "title": "Toothbrush Ultra",
    "quote": "“Lasts a whole year”",
    "reasoning": "Bristles bent in week six",
    "verdict": Verdict.FALSE,
    "verdict_word": "FALSE",
    "price": "€ 24.90",
    "seller": "shop.example",
    "legend": (
        LegendEntry(1, "Shorter", Rect(1000, 150, 0, 0), Rect(1300, 470, 0, 0)),
        LegendEntry(2, "Straw missing", Rect(300, 180, 0, 0), Rect(480, 500, 0, 0)),
    ),
}
FORMATS = pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))


def laid(template: str, card_format: Format, **changes: object) -> Layout:
    return lay_out(find_template(template), plain(**SAID, **changes), card_format, WIDE)


@FORMATS
@pytest.mark.parametrize("template", ["side-by-side", "price", "size"])
def test_wide_things_lie_in_rows_of_one_size(template: str, card_format: Format) -> None:
    """Under a platform's caption the photo goes on, where it shows more than the row needs."""
    layout = laid(template, card_format)
    shop, real = (layout.panel(role).rect for role in SIDES)
    assert (shop.x, shop.width) == (real.x, real.width)
    assert real.y > shop.bottom
    caption = seen_part(Rect(0, 0, card_format.width, card_format.height), card_format).bottom
    assert min(real.bottom, caption) - real.y == pytest.approx(shop.height)
    assert shop.right == card_format.width
    assert lint(layout, card_format) == ()


@FORMATS
@pytest.mark.parametrize("template", ["side-by-side", "price", "size"])
def test_the_photos_label_stands_on_the_photo(template: str, card_format: Format) -> None:
    layout = laid(template, card_format)
    label = next(text for text in layout.texts if text.name == "photo tab").painted()
    photo = layout.panel(Role.PHOTO).rect
    assert photo.y - 40.0 < label.y < photo.y + 80.0
    assert photo.x <= label.x


@pytest.mark.parametrize("template", ["side-by-side", "price", "size"])
def test_other_things_lie_side_by_side(template: str) -> None:
    said = plain(**{**SAID, "legend": ()})
    layout = lay_out(find_template(template), said, find_format("tiktok"), PAIR)
    shop, real = (layout.panel(role).rect for role in SIDES)
    assert shop.y == real.y
    assert shop.right < real.x


def test_a_photo_of_a_phone_leaves_no_ink_below_it() -> None:
    card_format, square = find_format("tiktok"), PictureShape(1200, 1200, Rect(100, 500, 1000, 200))
    for template in ("side-by-side", "price"):
        pictures = {**WIDE, Role.PHOTO: square}
        layout = lay_out(find_template(template), plain(**SAID), card_format, pictures)
        assert layout.panel(Role.PHOTO).rect.bottom == card_format.height
        assert lint(layout, card_format) == ()


def test_a_photo_in_which_the_thing_stands_upright_keeps_its_column() -> None:
    upright = PictureShape(900, 1600, Rect(400, 100, 120, 1400))
    pictures = {Role.LISTING: BRUSH, Role.PHOTO: upright}
    layout = lay_out(find_template("side-by-side"), plain(**SAID), find_format("tiktok"), pictures)
    shop, real = (layout.panel(role).rect for role in SIDES)
    assert shop.y == real.y


@FORMATS
def test_a_ruler_lies_across_between_wide_things_from_the_end_of_both(card_format: Format) -> None:
    measured = {"listing_scale": 190.0 / 1080.0, "photo_scale": 170.0 / 1200.0}
    layout = laid("size", card_format, **measured)
    shop, real = (layout.panel(role) for role in SIDES)
    one, other = shop.placement.rect(BRUSH.subject), real.placement.rect(SHELF.subject)
    assert one.x == pytest.approx(other.x)
    assert one.width / other.width == pytest.approx(190.0 / 170.0)
    numbers = [text for text in layout.texts if text.name.startswith("ruler")]
    assert len(numbers) >= 3
    assert numbers[0].name.endswith("cm")
    of_a_cm = one.width / 19.0
    for text in numbers:
        told = float(text.name.split()[1])
        assert text.painted().center.x == pytest.approx(one.x + told * of_a_cm, abs=2.0)
        assert shop.rect.bottom < text.painted().center.y < real.rect.y
    assert all(a.painted().right < b.painted().x for a, b in pairwise(numbers))
    if card_format.height < 1.5 * card_format.width:  # no caption of a platform's covers its foot
        assert real.rect.bottom > 0.85 * card_format.height
    assert lint(layout, card_format) == ()


@pytest.mark.parametrize("format_id", ["everywhere", "instagram-story"])
def test_a_stacked_card_keeps_its_slip_off_wide_photos_with_marks_all_along(format_id: str) -> None:
    wide = PictureShape(2800, 500, Rect(100, 100, 2600, 300))
    places = [Rect(x, y, 0, 0) for x, y in ((300, 150), (1500, 120), (2300, 180))]
    legend = tuple(LegendEntry(n, "Shorter", place, place) for n, place in enumerate(places, 1))
    card_format = find_format(format_id)
    content = plain(**{**SAID, "legend": legend})
    pictures = {Role.LISTING: wide, Role.PHOTO: wide}
    layout = lay_out(find_template("stacked"), content, card_format, pictures)
    assert len(missing_of(layout)) <= 1
    claim = next(text.painted() for text in layout.texts if text.name == "claim")
    assert not any(panel.rect.overlaps(claim) for panel in layout.panels)
    assert lint(layout, card_format) == ()
