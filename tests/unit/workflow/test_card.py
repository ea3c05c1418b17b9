"""Exporting a card: a whole file or none, on record, without anything private."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review
from claimcheck.workflow.card import export_card, render_card
from claimcheck.workflow.intake import take_in
from tests.helpers.pictures import exif, photo, studio, written
from tests.helpers.shared import shared_folder


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Painting needs one."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def with_pictures(library: Library, listing: Path, shot: Path) -> Review:
    review = edits.new_review("Jar")
    for path, role in ((listing, Role.LISTING), (shot, Role.PHOTO)):
        intake = take_in(library.originals, [path], role)
        assert not intake.problems
        review = edits.add_evidence(review, intake.evidence)
    library.save(review)
    return review


@pytest.fixture
def review(library: Library, tmp_path: Path) -> Review:
    listing = written(tmp_path / "listing.png", studio(), "PNG")
    private = exif(taken_at="2026:05:01 12:30:00", latitude=True)
    shot = written(tmp_path / "photo.jpg", photo(), exif=private)
    return with_pictures(library, listing, shot)


@pytest.mark.parametrize("name", ["card.jpg", "card.png", "CARD.JPEG"])
def test_a_card_is_written_and_recorded(
    library: Library, review: Review, tmp_path: Path, name: str
) -> None:
    exported = export_card(library, review, tmp_path / name, language="en")
    data = (tmp_path / name).read_bytes()
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (1080, 1920)
    assert picture.format == ("PNG" if name.endswith("png") else "JPEG")
    record = exported.record
    assert record.sha256 == hashlib.sha256(data).hexdigest()
    assert library.exports(review.id) == (record,)
    told = json.loads(record.settings)
    assert {p["sha256"] for p in told["pictures"].values()} == {e.sha256 for e in review.evidence}


@pytest.mark.parametrize("name", ["card.jpg", "card.png"])
def test_nothing_private_leaves_with_a_card(
    library: Library, review: Review, tmp_path: Path, name: str
) -> None:
    export_card(library, review, tmp_path / name, language="en")
    data = (tmp_path / name).read_bytes()
    assert not Image.open(io.BytesIO(data)).getexif()
    assert b"Exif" not in data
    assert str(tmp_path).encode() not in data


def test_another_suffix_and_an_existing_file_are_refused(
    library: Library, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as wrong:
        export_card(library, review, tmp_path / "card.gif", language="en")
    assert wrong.value.kind is ErrorKind.VALUE_INVALID
    there = tmp_path / "card.jpg"
    there.write_bytes(b"precious")
    with pytest.raises(KnownError) as exists:
        export_card(library, review, there, language="en", overwrite=False)
    assert exists.value.kind is ErrorKind.FILE_EXISTS
    assert there.read_bytes() == b"precious"


def test_a_folder_that_is_gone_is_told_and_nothing_recorded(
    library: Library, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as told:
        export_card(library, review, tmp_path / "gone" / "card.jpg", language="en")
    assert told.value.kind is ErrorKind.FOLDER_MISSING
    assert library.exports(review.id) == ()


def test_a_review_without_a_photo_says_so(library: Library, tmp_path: Path) -> None:
    listing = written(tmp_path / "listing.png", studio(), "PNG")
    intake = take_in(library.originals, [listing], Role.LISTING)
    half = edits.add_evidence(edits.new_review("Jar"), intake.evidence)
    with pytest.raises(KnownError) as told:
        render_card(library.originals, half, language="en")
    assert told.value.kind is ErrorKind.COMPARISON_MISSING


def test_an_original_that_vanished_is_named(library: Library, review: Review) -> None:
    render_card(library.originals, review, language="en")
    library.originals.find(review.evidence[1]).unlink()
    with pytest.raises(KnownError) as told:
        render_card(library.originals, review, language="en")
    assert told.value.kind is ErrorKind.ORIGINAL_MISSING


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_every_real_pair_makes_a_card(library: Library, template: str) -> None:
    for folder in sorted(p for p in shared_folder("grocery").iterdir() if p.is_dir()):
        pair = with_pictures(library, folder / "listing.jpg", folder / "photo-1.jpg")
        card = render_card(library.originals, pair, language="nl", template=template)
        assert (card.image.width(), card.image.height()) == (1080, 1920)
        assert {w.kind for w in card.warnings} <= {"enlarged"}, folder.name
