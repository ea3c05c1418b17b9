"""Nothing is exported with boxes for letters unnoticed."""

from __future__ import annotations

import pytest

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.cards.compose import plan_card, shape_of
from claimcheck.cards.formats import find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.templates import find_template
from claimcheck.cards.unshown import telling_unshown
from claimcheck.model.kinds import Role
from tests.helpers.cards import card_review, shelf_picture, studio_picture
from tests.helpers.layouts import PAIR, plain

NOBODYS = "\U0010fffd"
"""For private use: no font has it."""


def told(title: str) -> list[CardWarning]:
    layout = lay_out(find_template("side-by-side"), plain(title=title), find_format("square"), PAIR)
    found = telling_unshown(layout).warnings
    return [warning for warning in found if warning.kind is WarningKind.UNSHOWN]


@pytest.mark.parametrize("title", ["Éclairs → € ① Škoda", "🍏 👩‍👩‍👧‍👦 🕯️ ok", "é – “ß”", "a‍b"])
def test_letters_that_show_are_not_told_of(title: str) -> None:
    assert told(title) == []


@pytest.mark.parametrize("title", [NOBODYS, f"😀 Soap {NOBODYS} 😀", f"Soap {NOBODYS * 3} & more"])
def test_letters_that_no_font_has_are_told_of_once(title: str) -> None:
    assert told(title) == [CardWarning(WarningKind.UNSHOWN, "title: U+10FFFD")]


def test_a_finished_card_tells_of_them() -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = card_review(listing, photo, name="Soap", seller=f"Shop {NOBODYS}")
    shapes = {Role.LISTING: shape_of(listing, (200, 200)), Role.PHOTO: shape_of(photo, (348, 348))}
    plan = plan_card(review, shapes, "en", "stacked", "tiktok")
    assert (WarningKind.UNSHOWN, "source: U+10FFFD") in {
        (warning.kind, warning.text) for warning in plan.layout.warnings
    }
