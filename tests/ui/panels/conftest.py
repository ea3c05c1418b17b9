"""A real library with a review, small real pictures in it, and the theme on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind, Role, Topic
from claimcheck.model.review import Claim, Discrepancy, Review, new_id
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from tests.helpers.arriving import bring_in
from tests.helpers.pictures import photo, studio, written


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A new review without pictures."""
    theme().apply("light")
    made = Session(tmp_path / "library")
    made.new_review("Gummies", "Lokkabear")
    yield made
    made.close()


@pytest.fixture
def session(qtbot: QtBot, empty: Session, tmp_path: Path) -> Session:
    """A listing image, two photos, two discrepancies and two claims; nothing to undo yet."""
    listing = written(tmp_path / "shop.jpg", studio())
    photos = [written(tmp_path / f"home-{n}.jpg", photo(480, 640, seed=n)) for n in (1, 2)]
    for paths, role in (([listing], Role.LISTING), (photos, Role.PHOTO)):
        bring_in(qtbot, empty, paths, role)
    document = empty.document
    assert document.comparison is not None
    here = document.comparison.id
    claims = [Claim(new_id(), "60 pieces", Topic.CONTENTS), Claim(new_id(), "Thicker hair")]
    places = [(Rect(150, 90, 0, 0), Rect(200, 300, 0, 0)), (None, Rect(60, 60, 40, 40))]
    kinds = [DiscrepancyKind.CONTENTS, DiscrepancyKind.COLOUR]
    found = [
        Discrepancy(new_id(), here, on_listing, on_photo, kind)
        for (on_listing, on_photo), kind in zip(places, kinds, strict=True)
    ]

    def fill(review: Review) -> Review:
        for claim in claims:
            review = edits.put_claim(review, claim)
        for discrepancy in found:
            review = edits.put_discrepancy(review, discrepancy)
        return review

    document.apply(fill, "Fill")
    document.stack.clear()
    return empty
