"""Overlays: over the card without its words they give the card, whatever the template."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from claimcheck.cards.brand import Brand
from claimcheck.cards.compose import RenderedCard, compose
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.layers import Layer, layers_of, paint_layer, without_words
from claimcheck.cards.outfit import HouseStyle
from claimcheck.cards.render import render
from claimcheck.cards.templates import all_templates
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Verdict
from claimcheck.model.review import CardSettings
from tests.helpers.cards import card_review, prepared, shelf_picture, studio_picture

LISTING, PHOTO = studio_picture(), shelf_picture()
TEMPLATES = [template.id for template in all_templates()]
LAID_OUT_ANEW = ("stacked", "expectation", "zoom", "checklist")
CARDS = [(one, "tiktok") for one in TEMPLATES]
CARDS += [(one, target) for one in LAID_OUT_ANEW for target in ("square", "landscape")]
STACK = (Layer.LABELS, Layer.TITLE, Layer.CALLOUTS, Layer.STAMPS)

Pixels = NDArray[np.float64]


def a_card(template: str, target: str, style: HouseStyle | None = None) -> RenderedCard:
    review = card_review(
        LISTING,
        PHOTO,
        name="Oat drink, one litre",
        quote="Made with oats",
        verdict=Verdict.FALSE,
        reasoning="Oats are the fourth ingredient.",
        notes=[("Label: white → torn", (Rect(80, 100, 40, 30), Rect(140, 190, 60, 40)))],
        seller="The shop",
        settings=CardSettings(title="Promised and delivered", handle="@me", alternative="Oats"),
    )
    pictures = prepared(review, LISTING, PHOTO)
    return compose(review, pictures, "en", template, target, style=style or HouseStyle())


def pixels_of(image: QImage) -> Pixels:
    """H × W × 4, red, green, blue and alpha, premultiplied."""
    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    rows = np.frombuffer(rgba.constBits(), np.uint8).reshape(rgba.height(), rgba.bytesPerLine())
    shape = rgba.height(), rgba.width(), 4
    return rows[:, : 4 * rgba.width()].reshape(shape).astype(np.float64)


def over(below: Pixels, layer: Pixels) -> Pixels:
    return layer[..., :3] + below * (1.0 - layer[..., 3:] / 255.0)


def layered(card: RenderedCard, layers: tuple[Layer, ...]) -> Pixels:
    made = as_rgb(render(without_words(card.layout), card.artwork)).astype(np.float64)
    for layer in layers:
        made = over(made, pixels_of(paint_layer(card.layout, card.artwork, layer)))
    return made


@pytest.mark.parametrize(("template", "target"), CARDS)
def test_layers_over_the_bare_card_give_the_card(template: str, target: str) -> None:
    card = a_card(template, target)
    whole = as_rgb(card.image).astype(np.float64)
    bare = as_rgb(render(without_words(card.layout), card.artwork)).astype(np.float64)
    assert np.abs(bare - whole).max() > 100.0
    for layers in ((Layer.ALL,), STACK):
        differs = np.abs(layered(card, layers) - whole).max(axis=2)
        # On the card the boxes of differences lie below a slider's bar and the platform's scrim.
        assert (differs > 16.0).mean() < 3.5e-3, layers
        assert np.sqrt((differs**2).mean()) < 9.0, layers
    for layer in layers_of(card.layout):
        alpha = pixels_of(paint_layer(card.layout, card.artwork, layer))[..., 3]
        assert 0.0005 < (alpha > 0).mean() < 0.65, layer


@pytest.mark.parametrize("template", ["side-by-side", "checklist"])
def test_overlays_wear_the_brand_kit(template: str) -> None:
    logo = QImage(60, 30, QImage.Format.Format_RGB32)
    logo.fill(QColor("#00FF7F"))
    style = HouseStyle(Brand("#0A3D91", 18.0, "", "", "", logo))
    card = a_card(template, "tiktok", style)
    assert card.layout.logo is not None
    layer = pixels_of(paint_layer(card.layout, card.artwork, Layer.LABELS))
    for colour in ((10, 61, 145), (0, 255, 127)):
        assert (np.abs(layer[..., :3] - colour).max(axis=2) < 1.0).sum() > 500
    whole = as_rgb(card.image).astype(np.float64)
    assert np.abs(layered(card, STACK) - whole).max() < 40.0
