"""Same size and middle: from two boxes to how the photo lies, and to what a card shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.cards.content import content_of
from claimcheck.imaging.segment import find_product
from claimcheck.library.library import Library
from claimcheck.model import findings
from claimcheck.model.alignment import AlignedBy, mapped, mapped_rect
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.framing import boxes_of, crops_alike, find_in_box, framing_by_boxes
from claimcheck.workflow.intake import take_in
from tests.helpers.fruit import fruit, saved
from tests.helpers.reviews import full_review

SHOP_BOX, OWN_BOX = Rect(60, 60, 180, 180), Rect(550, 250, 450, 450)


@pytest.fixture
def pictures(tmp_path: Path) -> Iterator[tuple[Library, Evidence, Evidence]]:
    shop = saved(tmp_path / "shop.png", fruit((300, 300), (150, 150), 75, (250, 250, 250)))
    own = saved(tmp_path / "own.png", fruit((1200, 900), (770, 475), 150))
    with Library.open(tmp_path / "library") as library:
        (listing,) = take_in(library.originals, [shop], Role.LISTING).evidence
        (photo,) = take_in(library.originals, [own], Role.PHOTO).evidence
        yield library, listing, photo


def test_both_products_get_one_size_and_one_middle(
    pictures: tuple[Library, Evidence, Evidence],
) -> None:
    library, listing, photo = pictures
    products = (
        find_in_box(library.originals, listing, SHOP_BOX),
        find_in_box(library.originals, photo, OWN_BOX),
    )
    framed = framing_by_boxes("c", products, (SHOP_BOX, OWN_BOX))
    assert framed.aligned_by is AlignedBy.FRAMED
    assert not framed.is_exact
    middle = mapped(framed.homography, Point(770, 475))
    assert (middle.x, middle.y) == pytest.approx((150, 150), abs=2)
    rim = mapped(framed.homography, Point(920, 475))
    assert rim.x == pytest.approx(225, abs=3)
    assert boxes_of(framed) == (SHOP_BOX, OWN_BOX)
    crops = crops_alike(framed, products, (1200, 900))
    back = mapped_rect(framed.homography, crops[1])
    assert (back.x, back.width, back.bottom) == pytest.approx(
        (crops[0].x, crops[0].width, crops[0].bottom)
    )
    assert all(crop.encloses(one.frame) for crop, one in zip(crops, products, strict=True))
    assert Rect(0, 0, 1200, 900).encloses(crops[1])


def test_a_redacted_product_is_not_seen(pictures: tuple[Library, Evidence, Evidence]) -> None:
    library, _listing, photo = pictures
    seen = find_in_box(library.originals, photo, OWN_BOX)
    hidden = find_in_box(library.originals, photo, OWN_BOX, hidden=(Rect(770, 250, 230, 450),))
    assert hidden != seen


def test_a_card_does_not_take_a_framing_for_a_measurement() -> None:
    review = full_review()
    comparison = review.comparisons[0]
    box = Rect(0, 0, 100, 100)
    product = find_product(fruit((300, 300), (150, 150), 75), Rect(60, 60, 180, 180))
    framed = framing_by_boxes(comparison.id, (product, product), (box, box))
    content = content_of(findings.set_alignment(review, framed), "en")
    assert content.photo_to_listing is not None
    assert not content.lies_exactly
