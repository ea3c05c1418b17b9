"""Themes, brand kits and templates of one's own: what they change, and how a bad one is refused."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter

from claimcheck.cards.brand import PLAIN, Brand, colour_fault, nearest_usable, read_brand
from claimcheck.cards.colours import INK, YELLOW, contrast
from claimcheck.cards.compose import RenderedCard, compose
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.formats import all_formats, find_format
from claimcheck.cards.outfit import HouseStyle
from claimcheck.cards.slides import SlideKind, SlidePainter, SlidePlan
from claimcheck.cards.templates import all_templates, find_template, own_templates
from claimcheck.cards.themes import all_themes, find_theme
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Verdict
from claimcheck.model.review import CardSettings
from claimcheck.paths import resources
from tests.helpers.cards import card_review, prepared, shelf_picture, studio_picture

GUIDE = (resources().parent / "docs" / "templates.md").read_text("utf-8")
BLUE = 'colour = "#0A3D91"\n'


def made(style: HouseStyle, **settings: str) -> RenderedCard:
    listing, photo = studio_picture(), shelf_picture()
    review = card_review(
        listing,
        photo,
        name="Half full?",
        quote="60 gummies",
        verdict=Verdict.FALSE,
        notes=[("Lid: yellow → grey", (Rect(70, 20, 0, 0), Rect(150, 60, 20, 20)))],
        settings=CardSettings(**settings),  # type: ignore[arg-type]
    )
    return compose(review, prepared(review, listing, photo), "en", scale=0.25, style=style)


def example(number: int) -> str:
    return str(re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[number])


def test_the_guide_s_template_makes_a_card_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "sale.toml").write_text(example(0), "utf-8")
    for card_format in all_formats():
        card = made(HouseStyle(templates=tmp_path), template="sale", format=card_format.id)
        assert card.template.name("nl") == "Uitverkoop"
        assert card.findings == ()
        assert card.image.width() == round(card_format.width / 4)


def test_the_guide_s_brand_kit_can_be_used(tmp_path: Path) -> None:
    Image.new("RGB", (200, 80), "#0A3D91").save(tmp_path / "logo.png")
    (tmp_path / "brand.toml").write_text(example(1), "utf-8")
    brand = read_brand(tmp_path)
    card = made(HouseStyle(brand))
    assert card.layout.accent == "#0A3D91"
    assert card.layout.logo is not None
    assert {text.fitted.style.family for text in card.layout.texts} == {"Inter"}
    assert any("@your.handle" in line for t in card.layout.texts for line in t.fitted.lines)
    assert card.findings == ()
    pixels = as_rgb(card.image).reshape(-1, 3).astype(int)
    assert (np.abs(pixels - (10, 61, 145)).max(axis=1) < 12).mean() > 0.1


@pytest.mark.parametrize("theme", [theme.id for theme in all_themes()])
@pytest.mark.parametrize("colour", ["", BLUE, 'colour = "#9BE8B0"\n'])
def test_every_template_stays_readable_in_every_look(
    tmp_path: Path, theme: str, colour: str
) -> None:
    (tmp_path / "brand.toml").write_text(colour, "utf-8")
    style = HouseStyle(read_brand(tmp_path))
    for number, template in enumerate(all_templates()):
        card_format = all_formats()[number % len(all_formats())]
        card = made(style, template=template.id, format=card_format.id, theme=theme)
        assert card.findings == (), template.id


def test_a_theme_changes_the_ground_and_the_words_on_it() -> None:
    card = made(HouseStyle(), theme="ink")
    title = next(text for text in card.layout.texts if text.name == "title")
    assert (card.layout.ground[0].colour, title.colour) == (INK, "#ffffff")
    assert made(HouseStyle()).layout.ground[0].colour == YELLOW


def test_without_a_brand_kit_nothing_changes(tmp_path: Path) -> None:
    assert read_brand(tmp_path) == PLAIN


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('colour = "#777777"', 1, "7 : 1"),
        ('handle = "me"\ncolour = "red"', 2, "#FFD60A"),
        ('corners = "wavy"', 1, "square, round"),
        ('[fonts]\ntitle = "No Such Font"', 2, "font"),
        ('logo = "missing.png"', 1, "picture"),
        ('logo = "../secret.png"', 1, "library"),
        ('color = "#0A3D91"', 1, "not known"),
        ("colour = ", 1, ""),
    ],
)
def test_a_faulty_brand_kit_is_refused_with_line_and_reason(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    (tmp_path / "brand.toml").write_text(text + "\n", "utf-8")
    with pytest.raises(KnownError) as caught:
        read_brand(tmp_path)
    assert caught.value.kind is ErrorKind.TEMPLATE_FAULTY
    assert f"line {line}" in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize("colour", ["#808080", "#E4002B", "#1DA1F2", "#00A651", "#FF5A5F"])
def test_a_colour_in_the_middle_has_a_near_one_that_can_be_used(colour: str) -> None:
    assert colour_fault(colour)
    near = nearest_usable(colour)
    assert colour_fault(near) == ""
    apart = [abs(a - b) for a, b in zip(rgb_of(near), rgb_of(colour), strict=True)]
    assert max(apart) < 110
    assert nearest_usable("#0A3D91") == "#0A3D91"


def rgb_of(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def a_sign(colour: str, width: int = 120, height: int = 60) -> QImage:
    """A bar of one colour with nothing around it."""
    logo = QImage(width, height, QImage.Format.Format_ARGB32)
    logo.fill(QColor(0, 0, 0, 0))
    painter = QPainter(logo)
    painter.fillRect(width // 4, height // 4, width // 2, height // 2, QColor(colour))
    painter.end()
    return logo


@pytest.mark.parametrize("colour", ["#101010", "#F8F8F8", "#B00030"])
@pytest.mark.parametrize("card_format", ["tiktok", "square", "landscape"])
def test_a_cut_out_logo_stands_out_wherever_it_lies(colour: str, card_format: str) -> None:
    """A dark sign on a dark photo was not to be seen."""
    brand = Brand("#4A0030", 18.0, logo=a_sign(colour))
    card = made(HouseStyle(brand), format=card_format)
    logo = card.layout.logo
    assert logo is not None
    ground = logo.plate.colour if logo.plate else card.layout.ground[0].colour
    assert contrast(QColor(colour), QColor(ground)) >= 3.0
    area, lies = find_format(card_format).safe_area, logo.painted()
    assert area.encloses(lies.x, lies.y, lies.right, lies.bottom)
    if logo.plate:
        assert logo.plate.rect.encloses(logo.rect.grown(8.0))
        assert logo.plate.radius == 18.0


@pytest.mark.parametrize("card_format", [one.id for one in all_formats()])
def test_a_logo_lies_on_nothing_that_is_marked(card_format: str) -> None:
    brand = Brand(logo=a_sign("#101010"))
    listing, photo = studio_picture(), shelf_picture()
    corners = [Rect(0, 0, 60, 60), Rect(288, 0, 60, 60), Rect(0, 288, 60, 60)]
    notes = [(f"Dent {at.x:g}", (None, at)) for at in corners]
    review = card_review(listing, photo, name="Whole?", notes=notes)
    pictures = prepared(review, listing, photo)
    for template in all_templates():
        layout = compose(
            review, pictures, "en", template.id, card_format, 0.1, HouseStyle(brand)
        ).layout
        for place in layout.places if layout.logo else ():
            for panel in layout.panels:
                if panel.role is place.role and layout.logo:
                    marked = panel.placement.rect(place.place)
                    assert not layout.logo.painted().overlaps(marked), template.id


def test_a_logo_without_gaps_needs_no_plate() -> None:
    whole = QImage(120, 60, QImage.Format.Format_RGB32)
    whole.fill(QColor("#101010"))
    card = made(HouseStyle(Brand(logo=whole)))
    assert card.layout.logo is not None
    assert card.layout.logo.plate is None


def test_a_drawn_logo_is_sharp(tmp_path: Path) -> None:
    """It was read at its own size of 24 pixels and enlarged."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"><path d="M0 0h9v9z"/>'
    (tmp_path / "logo.svg").write_text(drawing + "</svg>", "utf-8")
    (tmp_path / "brand.toml").write_text('logo = "logo.svg"', "utf-8")
    logo = read_brand(tmp_path).logo
    assert logo is not None
    assert (logo.width(), logo.height()) == (600, 300)


def test_a_wide_face_takes_no_words_from_a_tab() -> None:
    for family in ("", "Inter"):  # bold, it is half as wide again as the own one
        for card_format in ("tiktok", "everywhere", "youtube-short"):
            card = made(
                HouseStyle(Brand(title_family=family)),
                photo_label="At my own kitchen",
                format=card_format,
            )
            assert [w.text for w in card.warnings if "tab" in w.text] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('"price"', '"sideways"', 3, "side-by-side, stacked"),
        ("order = 20", "order = ", 2, ""),
        ("order = 20", "order = nan", 2, "whole number"),
        ('"#FFFFFF"', '"white"', 15, "#FFD60A"),
        ("largest = 96", "largest = 9000", 10, "400"),
        ("smallest = 64", "smallest = 200", 10, "from 200"),
        ("lines = 3", "lines = 3.5", 12, "whole number"),
        ('arrangement = "price"\n', "", 1, "missing"),
        ('nl = "Uitverkoop"\n', "", 5, "missing"),
        ("[title]", "[tittle]", 10, "not known"),
        ('"sale"', '"../../etc"', 1, "letters, digits and hyphens"),
        ('"sale"', '"Summer Sale"', 1, "letters, digits and hyphens"),
    ],
)
def test_a_faulty_template_is_refused_with_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    assert old in example(0)
    (tmp_path / "own.toml").write_text(example(0).replace(old, new), "utf-8")
    found, problems = own_templates(tmp_path)
    assert found == []
    assert f"own.toml, line {line}:" in str(problems[0])
    assert reason in str(problems[0])


def test_faulty_templates_are_told_and_the_others_work(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(example(0), "utf-8")
    (tmp_path / "b.toml").write_text(example(0).replace('"price"', '"sideways"'), "utf-8")
    (tmp_path / "c.toml").write_text(example(0).replace('"sale"', '"stacked"'), "utf-8")
    (tmp_path / "d.toml").write_text(example(0), "utf-8")
    found, problems = own_templates(tmp_path)
    assert [template.id for template in found] == ["sale"]
    told = [str(problem) for problem in problems]
    assert ["b.toml" in told[0], "line 3" in told[0], "sideways" not in told[0]] == [True] * 3
    assert "stacked" in told[1]
    assert "d.toml" in told[2]
    with pytest.raises(KnownError):
        find_template("nowhere", tmp_path)


def test_an_unknown_theme_is_told() -> None:
    with pytest.raises(KnownError, match="yellow, ink, paper, white"):
        find_theme("pink")


def test_a_slide_of_a_carousel_wears_the_brand_too(tmp_path: Path) -> None:
    (tmp_path / "brand.toml").write_text(BLUE, "utf-8")
    listing, photo = studio_picture(), shelf_picture()
    note = ("Lid: yellow → grey", (Rect(70, 20, 0, 0), Rect(150, 60, 20, 20)))
    review = card_review(listing, photo, name="Half full?", notes=[note])
    painter = SlidePainter(
        review,
        prepared(review, listing, photo),
        "en",
        find_template("stacked"),
        all_formats()[0],
        HouseStyle(read_brand(tmp_path)),
    )
    for plan in (SlidePlan(SlideKind.COVER), SlidePlan(SlideKind.DIFFERENCE, 1)):
        pixels = as_rgb(painter.paint(plan).image).reshape(-1, 3).astype(int)
        blue = np.abs(pixels - (10, 61, 145)).max(axis=1) < 6
        yellow = np.abs(pixels - (255, 214, 10)).max(axis=1) < 6
        assert blue.sum() > 3000
        assert yellow.sum() < 300
