"""Turned and cropped pictures on cards and thumbnails; what is hidden stays hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from claimcheck import paths
from claimcheck.imaging.pixels import RGB
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.face import Face
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, Review
from claimcheck.model.showing import as_shown
from claimcheck.workflow.card import export_card, render_card
from claimcheck.workflow.intake import take_in_bytes
from claimcheck.workflow.pictures import read_picture, thumbnail
from tests.helpers.pictures import encoded

SECRET = Rect(400, 300, 160, 40)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Library]:
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def review(library: Library) -> Review:
    """Grey pictures; the photo has a red word under a redaction, and a blue corner."""
    rgb = np.full((600, 800, 3), 150, np.uint8)
    rgb[300:340, 400:560] = (255, 0, 0)
    rgb[:100, :100] = (0, 0, 255)
    review = edits.new_review("Jar")
    for role, pixels in ((Role.LISTING, np.full((500, 500, 3), 90, np.uint8)), (Role.PHOTO, rgb)):
        intake = take_in_bytes(library.originals, encoded(pixels, "PNG"), "a.png", role)
        review = edits.add_evidence(review, intake.evidence)
    photo = review.pictures(Role.PHOTO)[0]
    corners = (Point(SECRET.x, SECRET.y), Point(SECRET.right, SECRET.bottom))
    return edits.put_marks(review, [Mark("r", photo.id, MarkKind.REDACTION, corners)])


def adjusted(review: Review, **how: object) -> Review:
    photo = review.pictures(Role.PHOTO)[0]
    one = Adjustment(photo.id, photo.width_px, photo.height_px)
    return edits.set_adjustment(review, replace(one, **how))  # type: ignore[arg-type]


def redness(rgb: RGB) -> int:
    """How much redder than anything grey, blue or inked the reddest pixel is."""
    wide = rgb.astype(np.int16)
    return int((wide[..., 0] - wide[..., 1]).max())


FACE = (Point(90, 60), Point(700, 140), Point(760, 560), Point(40, 480))


@pytest.mark.parametrize("face", [(), FACE])
@pytest.mark.parametrize("angle", [0.0, 4.0, -17.0])
@pytest.mark.parametrize("at_most_px", [None, 300, 97])
def test_nothing_redacted_seeps_through_turning_and_reducing(
    library: Library, review: Review, angle: float, at_most_px: int | None, face: Face
) -> None:
    ratio = 1.3 if face else 0.0
    shown = as_shown(adjusted(review, angle=angle, quarter_turns=1, face=face, face_ratio=ratio))
    photo = shown.pictures(Role.PHOTO)[0]
    rgb = read_picture(library.originals, photo, at_most_px)
    assert redness(rgb) < 12  # ink itself is a little warm
    plain = review.pictures(Role.PHOTO)[0]
    assert redness(read_picture(library.originals, plain, at_most_px)) > 200


def test_a_thumbnail_is_made_anew_when_the_picture_is_shown_otherwise(
    library: Library, review: Review
) -> None:
    photo = as_shown(review).pictures(Role.PHOTO)[0]
    assert thumbnail(library.originals, photo, 80).shape == (60, 80, 3)
    turned = as_shown(adjusted(review, quarter_turns=1)).pictures(Role.PHOTO)[0]
    small = thumbnail(library.originals, turned, 80)
    assert small.shape == (80, 60, 3)
    assert tuple(small[2, 57]) == (0, 0, 255)
    cropped = as_shown(adjusted(review, crop=Rect(0, 0, 90, 90))).pictures(Role.PHOTO)[0]
    assert (thumbnail(library.originals, cropped, 80) == (0, 0, 255)).all()


def test_a_card_shows_only_what_the_crop_leaves(library: Library, review: Review) -> None:
    assert blues(render_card(library.originals, review, language="en").image) < 0.2
    cropped = adjusted(review, crop=Rect(0, 0, 98, 98))
    assert blues(render_card(library.originals, cropped, language="en").image) > 0.25


def test_the_record_of_an_export_tells_how_pictures_were_shown(
    library: Library, review: Review, tmp_path: Path
) -> None:
    turned = adjusted(review, angle=2.5, mirrored=True)
    library.save(turned)
    exported = export_card(library, turned, tmp_path / "card.jpg", language="en")
    told = json.loads(exported.record.settings)["pictures"]
    assert told["photo"]["adjustment"]["angle"] == 2.5
    assert told["photo"]["adjustment"]["mirrored"] is True
    assert told["listing"]["adjustment"] is None


def blues(image: QImage) -> float:
    """The share of a card that is blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    rgb = pixels[:, : 3 * image.width()].reshape(-1, 3).astype(np.int16)
    return float(((rgb[:, 2] - rgb[:, 0]) > 100).mean())
