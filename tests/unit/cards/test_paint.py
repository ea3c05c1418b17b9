"""What is painted: the preview is the export, spots stay on what they mark, redactions destroy."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from claimcheck.cards.colours import INK
from claimcheck.cards.compose import compose
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.paint.card import paint_card
from claimcheck.cards.render import begin, render
from claimcheck.cards.text.fitting import TextStyle, advance
from claimcheck.cards.text.fonts import BARLOW, face, outline
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Platform, Role, Verdict
from claimcheck.model.review import CardSettings, Listing, Mark, Review
from tests.helpers.cards import card_review, point, prepared, shelf_picture, studio_picture
from tests.helpers.golden import assert_looks_like

TEMPLATES = ("side-by-side", "stacked")


def tropicana(template: str, listing: RGB, photo: RGB, language: str = "en") -> Review:
    return card_review(
        listing,
        photo,
        quote="Not from concentrate.",
        verdict=Verdict.UNPROVEN,
        reasoning="A photo can’t show this.",
        notes=(
            ("Cap: yellow → green", (point(100, 20), point(180, 60))),
            ("Top flap: plain → printed", (point(80, 30), Rect(130, 70, 60, 40))),
        ),
        seller="Corner shop",
        settings=CardSettings(
            title="Yellow cap online. Green cap in store.",
            template=template,
            handle="@your.handle",
            language=language,
        ),
    )


@pytest.mark.parametrize("card_format", ["tiktok", "square", "landscape"])
def test_the_seam_goes_behind_the_price_tag(card_format: str) -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana("price", listing, photo)
    shop = Listing("shop", Platform.TIKTOK_SHOP, price=Decimal("39.90"), currency="EUR")
    review = replace(review, listings=(shop,))
    card = compose(review, prepared(review, listing, photo), "en", format=card_format)
    price = next(text for text in card.layout.texts if text.name == "price").painted()
    # Above the digits and within the tag, there is nothing but its own colour.
    y, left, right = round(price.y - 12.0), round(price.x), round(price.right)
    assert left < card.layout.panel(Role.PHOTO).rect.x < right
    assert (as_rgb(card.image)[y, left:right] == as_rgb(card.image)[y, left]).all()


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("scale", [1.0, 0.35])
def test_the_preview_is_the_export(template: str, scale: float) -> None:
    """The same painter on a widget's kind of surface, pixel by pixel at the same scale."""
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana(template, listing, photo)
    card = compose(review, prepared(review, listing, photo), "en", scale=scale)
    preview = QImage(card.image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    preview.fill(QColor(INK))  # shines through where a seam falls between two pixels
    painter = QPainter(preview)
    painter.scale(scale, scale)
    paint_card(painter, card.layout, card.artwork)
    painter.end()
    difference = np.abs(as_rgb(preview).astype(int) - as_rgb(card.image))
    # Usually 2 at most. After much other text in one process Qt smooths the edges of large letters
    # up to 9 levels otherwise on a surface with alpha; what is drawn elsewhere differs by 100.
    assert difference.max() <= 2
    assert difference.mean() < 0.01


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_card_is_painted_the_same_twice(template: str) -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana(template, listing, photo)
    first, second = (
        as_rgb(compose(review, prepared(review, listing, photo), "en").image) for _ in range(2)
    )
    assert np.array_equal(first, second)


def test_a_card_is_painted_the_same_after_much_other_text() -> None:
    """Qt keeps letters between paintings; none of it may show, or a record would not give its
    picture again byte for byte."""
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana("side-by-side", listing, photo)
    pictures = prepared(review, listing, photo)
    first = as_rgb(compose(review, pictures, "en").image)
    for size in range(20, 420):  # more fonts than Qt keeps
        advance(f"{size} of these", TextStyle(BARLOW, 800, size))
    for card_format in ("tiktok", "square", "landscape"):
        compose(review, pictures, "nl", format=card_format)
    for _ in range(2):
        again = as_rgb(compose(review, pictures, "en").image)
        assert np.array_equal(again, first)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("spot", [(60, 200), (250, 60), (300, 320), (170, 170)])
def test_a_spot_is_painted_where_its_target_says(template: str, spot: tuple[int, int]) -> None:
    """A planted bright dot in the photo lands under the target's coordinates, to a pixel."""
    listing, photo = studio_picture(), np.full((348, 348, 3), 90, np.uint8)
    x, y = spot
    photo[y - 3 : y + 3, x - 3 : x + 3] = (255, 0, 255)
    marked = card_review(
        listing,
        photo,
        notes=(("Spot", (None, point(*spot))),),
        settings=CardSettings(template=template),
    )
    layout = compose(marked, prepared(marked, listing, photo), "en").layout
    placement = layout.panel(Role.PHOTO).placement
    (callout,) = layout.callouts
    target = placement.point(Point(*spot))
    assert (callout.target.x, callout.target.y) == pytest.approx((target.x, target.y), abs=0.01)
    # The same layout without the callout on it: what lies under the target's middle?
    bare = replace(layout, callouts=())
    image = QImage(layout.width, layout.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_card(painter, bare, compose(marked, prepared(marked, listing, photo), "en").artwork)
    painter.end()
    pixels = as_rgb(image).astype(int)
    magenta = (pixels[..., 0] - pixels[..., 1] > 90) & (pixels[..., 2] - pixels[..., 1] > 90)
    rows, columns = np.nonzero(magenta)
    assert len(rows) > 20
    assert columns.mean() + 0.5 == pytest.approx(target.x, abs=1.0)
    assert rows.mean() + 0.5 == pytest.approx(target.y, abs=1.0)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_redacted_never_reaches_the_card(template: str) -> None:
    listing = studio_picture()
    cards = []
    for secret in (40, 220):
        photo = shelf_picture()
        photo[100:160, 120:240] = secret
        hidden = Mark("m", "photo", MarkKind.REDACTION, (Point(118, 98), Point(242, 162)))
        review = card_review(
            listing, photo, marks=(hidden,), settings=CardSettings(template=template)
        )
        cards.append(as_rgb(compose(review, prepared(review, listing, photo), "en").image))
    assert np.array_equal(cards[0], cards[1])


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_card_looks_as_approved(template: str, language: str) -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana(template, listing, photo, language)
    card = compose(review, prepared(review, listing, photo), "en", scale=0.3)
    assert_looks_like(card.image, f"{template}-{language}")


def test_words_follow_the_language_of_the_card() -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = tropicana("side-by-side", listing, photo, "nl")
    layout = compose(review, prepared(review, listing, photo), "en").layout
    words = {text.name: text.fitted.lines for text in layout.texts}
    assert words["photo tab"] == ("IN HET ECHT",)
    assert any("24 nov 2026" in line for lines in words.values() for line in lines)
    assert layout.stamp is not None
    assert layout.stamp.word == "ONBEWEZEN"


def test_numbers_look_the_same_whatever_was_painted_before() -> None:
    def shapes() -> list[tuple[float, float]]:
        path = outline("41", BARLOW, 44, 800)
        return [(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]

    first = shapes()
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setFont(face(BARLOW, 44, 800))
    painter.drawText(10, 60, "41")
    painter.end()
    assert shapes() == first


@pytest.mark.parametrize("template", ["side-by-side", "stacked", "slider", "price", "zoom"])
@pytest.mark.parametrize(
    ("target", "scale", "most"), [("tiktok", 1.0, 0), ("square", 1.0, 0), ("square", 0.37, 3)]
)
def test_what_was_begun_before_its_pictures_ends_the_same(
    template: str, target: str, scale: float, most: int
) -> None:
    """A preview's curves may differ by ``most`` of 255: Qt smooths them otherwise in a clip."""
    listing, photo = studio_picture(), shelf_picture()
    review = card_review(listing, photo, name="Grow Gummies", quote="Grows hair in a week")
    pictures = prepared(review, listing, photo)
    card = compose(review, pictures, "en", template, target)
    whole = render(card.layout, card.artwork, scale)
    ended = render(card.layout, card.artwork, scale, begin(card.layout, scale))
    assert np.abs(as_rgb(whole).astype(int) - as_rgb(ended)).max() <= most
