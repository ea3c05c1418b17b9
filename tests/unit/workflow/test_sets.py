"""Carousels and overlays: all files or none, on record, made again exactly, nothing private."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QGuiApplication

from claimcheck.cards.files import encode
from claimcheck.cards.files.jpeg import jpeg_of
from claimcheck.cards.files.private_parts import private_parts
from claimcheck.cards.slides import MOST_SLIDES, SlideKind, plan_slides
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.imaging.pixels import RGB
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Platform, Role, Severity, Verdict
from claimcheck.model.review import Claim, Discrepancy, Listing, Mark, Review, new_id
from claimcheck.workflow.again import export_again
from claimcheck.workflow.card import export_card
from claimcheck.workflow.carousel import export_carousel
from claimcheck.workflow.file_sets import fill_pattern
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.overlays import export_overlays
from claimcheck.workflow.pictures import thumbnail
from tests.helpers.disks import small_disk
from tests.helpers.pictures import photo, studio, written


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Painting needs one."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def made(library: Library, listing: Path, shot: Path, differences: int = 2) -> Review:
    review = edits.put_listing(
        edits.new_review("Jar", "Ökobär"),
        Listing(new_id(), Platform.WEBSHOP, "https://www.shop.example/jar?x=1", "Glanz GmbH"),
    )
    for path, role in ((listing, Role.LISTING), (shot, Role.PHOTO)):
        intake = take_in(library.originals, [path], role)
        assert not intake.problems
        review = edits.add_evidence(review, intake.evidence)
    for number in range(differences):
        place = Rect(30.0 + 9 * number, 40.0, 20.0, 16.0)
        review = edits.put_discrepancy(
            review,
            Discrepancy(
                new_id(),
                review.comparisons[0].id,
                place,
                place,
                severity=Severity.MINOR if number % 2 else Severity.MAJOR,
                note=f"Lid {number}: red → grey",
            ),
        )
    review = edits.put_claim(
        review, Claim(new_id(), "Always full", verdict=Verdict.FALSE, reasoning="Half")
    )
    library.save(review)
    return review


@pytest.fixture
def review(library: Library, tmp_path: Path) -> Review:
    listing = written(tmp_path / "listing.png", studio(), "PNG")
    return made(library, listing, written(tmp_path / "photo.jpg", photo(300, 400)))


def test_a_carousel_has_every_slide_in_every_format(
    library: Library, review: Review, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "new"
    formats = ["tiktok", "instagram-story"]
    exported = export_carousel(library, review, out, language="en", formats=formats)
    kinds = ["cover", "difference", "difference", "claims", "sources"]
    assert [Path(r.path).name for r in exported.records] == [
        f"jar-{one}-{number:02}-{kind}.jpg"
        for one in formats
        for number, kind in enumerate(kinds, start=1)
    ]
    assert {Path(r.path) for r in exported.records} == set(out.iterdir())
    for record in exported.records:
        data = Path(record.path).read_bytes()
        assert hashlib.sha256(data).hexdigest() == record.sha256
        assert private_parts(io.BytesIO(data)) == ()
        with Image.open(io.BytesIO(data)) as picture:
            assert (picture.format, picture.size) == ("JPEG", (1080, 1920))
    assert len({record.sha256 for record in exported.records}) == 10
    assert set(library.exports(review.id)) == set(exported.records)


def test_a_difference_is_large_on_its_slide(
    library: Library, review: Review, tmp_path: Path
) -> None:
    exported = export_carousel(library, review, tmp_path, language="en", kind="png")
    cover, slide = (np.array(Image.open(exported.records[i].path).convert("RGB")) for i in (0, 1))
    assert cv2.norm(cover, slide, cv2.NORM_L1) / cover.size > 5.0


def test_there_are_never_more_slides_than_a_post_takes(library: Library, review: Review) -> None:
    many = replace(
        review,
        discrepancies=tuple(
            replace(
                review.discrepancies[0],
                id=new_id(),
                severity=Severity.MAJOR if i == 49 else Severity.MINOR,
            )
            for i in range(50)
        ),
    )
    plans, left_out = plan_slides(many)
    assert len(plans) == MOST_SLIDES
    numbers = [plan.number for plan in plans if plan.kind is SlideKind.DIFFERENCE]
    assert numbers == sorted(numbers)
    assert 50 in numbers  # the gravest stays
    assert left_out == 50 - len(numbers)


@pytest.mark.parametrize("stop_at", [0, 2, 5])
def test_cancelling_a_carousel_leaves_nothing(
    library: Library, review: Review, tmp_path: Path, stop_at: int
) -> None:
    out = tmp_path / "out"

    def cancel(done: int, _total: int, _what: str) -> None:
        if done == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_carousel(library, review, out, language="en", progress=cancel)
    assert not out.exists()
    assert library.exports(review.id) == ()


def test_progress_counts_all_files_from_the_start(
    library: Library, review: Review, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    made = export_carousel(
        library,
        review,
        tmp_path,
        language="en",
        formats=["tiktok", "square"],
        progress=lambda done, total, _what: told.append((done, total)),
    )
    count = len(made.records)
    assert {total for _, total in told} == {count}
    assert sorted({done for done, _ in told}) == list(range(count + 1))


def test_a_disk_that_fills_up_keeps_what_was_there(
    library: Library, review: Review, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", 600) as disk:
        (disk / "jar-tiktok-01-cover.jpg").write_bytes(b"earlier")
        with pytest.raises(KnownError) as told:
            export_carousel(library, review, disk, language="en", kind="png", pattern="{number}")
        assert told.value.kind is ErrorKind.DISK_FULL
        assert [file.name for file in disk.iterdir()] == ["jar-tiktok-01-cover.jpg"]
    assert library.exports(review.id) == ()


def test_files_that_are_there_are_kept_unless_asked(
    library: Library, review: Review, tmp_path: Path
) -> None:
    there = tmp_path / "jar-tiktok-03-difference.jpg"
    there.write_bytes(b"mine")
    with pytest.raises(KnownError) as told:
        export_carousel(library, review, tmp_path, language="en")
    assert (told.value.kind, told.value.file) == (ErrorKind.FILE_EXISTS, there)
    assert there.read_bytes() == b"mine"
    export_carousel(library, review, tmp_path, language="en", overwrite=True)
    assert there.read_bytes() != b"mine"


@pytest.mark.parametrize("pattern", ["{slide}", "{product}", "{number", "", "{product}}"])
def test_a_pattern_must_tell_files_apart(
    library: Library, review: Review, tmp_path: Path, pattern: str
) -> None:
    with pytest.raises(KnownError) as told:
        export_carousel(library, review, tmp_path / "out", language="en", pattern=pattern)
    assert told.value.kind is ErrorKind.VALUE_INVALID
    assert not (tmp_path / "out").exists()


def test_a_pattern_cannot_leave_the_folder(
    library: Library, review: Review, tmp_path: Path
) -> None:
    named = edits.set_product(review, replace(review.product, name="../../etc/x", brand="…/é ☃"))
    exported = export_carousel(
        library,
        named,
        tmp_path / "out",
        language="en",
        only_cover=True,
        pattern="../{brand}/{product}/..",
    )
    assert [Path(r.path).parent for r in exported.records] == [tmp_path / "out"]


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("Löl/..\\ü:*{what}?", "Löl-..-ü-cover"),
        ("..", "card"),
        ("con", "card-con"),
        ("NUL.x", "card-NUL.x"),
        ("{brand}{number}", "card"),
        ("日" * 90, "日" * 50),
    ],
)
def test_odd_names_are_made_safe(pattern: str, name: str) -> None:
    assert fill_pattern(pattern, edits.new_review("Jar"), what="cover") == name


def test_overlays_are_transparent_layers_that_add_up(
    library: Library, review: Review, tmp_path: Path
) -> None:
    exported = export_overlays(library, review, tmp_path / "o", language="en")
    names = [Path(r.path).stem.rpartition("-")[2] for r in exported.records]
    assert names == ["callouts", "labels", "stamps", "title", "all"]
    layers = {}
    for name, record in zip(names, exported.records, strict=True):
        with Image.open(record.path) as picture:
            assert (picture.mode, picture.size) == ("RGBA", (1080, 1920))
            layers[name] = np.array(picture)
        alpha = layers[name][..., 3]
        assert 0.001 < (alpha > 0).mean() < 0.5
    together = np.maximum.reduce([layers[name][..., 3] for name in names[:-1]])
    assert np.array_equal(layers["all"][..., 3] > 0, together > 0)


def test_overlays_lie_where_they_lie_on_the_card(
    library: Library, review: Review, tmp_path: Path
) -> None:
    export_card(library, review, tmp_path / "card.png", language="en")
    export_overlays(library, review, tmp_path, language="en", pattern="{what}")
    card = np.array(Image.open(tmp_path / "card.png").convert("RGB")).astype(int)
    for layer in ("callouts", "stamps"):
        over = np.array(Image.open(tmp_path / f"{layer}.png")).astype(int)
        solid = over[..., 3] == 255
        assert np.abs(card - over[..., :3])[solid].max() <= 2


@pytest.mark.parametrize("what", ["card", "carousel", "overlays"])
def test_an_export_is_made_again_though_the_review_went_on(
    library: Library, review: Review, tmp_path: Path, what: str
) -> None:
    if what == "card":
        exported = export_card(library, review, tmp_path / "card.webp", language="nl")
    elif what == "carousel":
        exported = export_carousel(library, review, tmp_path / "c", language="nl")
    else:
        exported = export_overlays(library, review, tmp_path / "o", language="nl")
    changed = edits.set_card(review, replace(review.card, title="Other", template="stacked"))
    library.save(replace(changed, discrepancies=(), marks=()))
    for record in exported.records:
        out = tmp_path / f"again{Path(record.path).suffix}"
        again = export_again(library, record.id, out)
        assert (again.same, again.changed) == (True, ())
        assert out.read_bytes() == Path(record.path).read_bytes()
    assert len(library.exports(review.id)) == len(exported.records)


def test_a_record_tells_that_the_brand_kit_is_another_now(
    library: Library, review: Review, tmp_path: Path
) -> None:
    record = export_card(library, review, tmp_path / "card.jpg", language="en").record
    (library.folder / "brand.toml").write_text('colour = "#0A3D91"\n', "utf-8")
    again = export_again(library, record.id, tmp_path / "again.jpg")
    assert (again.same, again.changed) == (False, ("brand",))


def test_a_record_tells_what_differs_now(
    library: Library, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = export_card(library, review, tmp_path / "card.jpg", language="en").record
    told = json.loads(record.settings)
    assert {p["sha256"] for p in told["pictures"].values()} == {e.sha256 for e in review.evidence}
    monkeypatch.setattr("claimcheck.workflow.again.__version__", "99")
    again = export_again(library, record.id[:6], tmp_path / "again.jpg")
    assert again.changed == ("version",)
    for unknown in ("ffffffffffff", record.id[:3]):
        with pytest.raises(KnownError) as raised:
            export_again(library, unknown, tmp_path / "x.jpg")
        assert raised.value.kind is ErrorKind.EXPORT_UNKNOWN


def test_a_file_with_anything_private_in_it_is_not_written(
    library: Library, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaking(bgra: NDArray[np.uint8], quality: int, halved_colour: bool, threads: int) -> bytes:
        data = jpeg_of(bgra, quality, halved_colour, threads)
        return data[:2] + b"\xff\xfe\x00\x0f/home/me/photo"[:17] + data[2:]

    monkeypatch.setattr(encode, "jpeg_of", leaking)
    with pytest.raises(KnownError) as told:
        export_card(library, review, tmp_path / "card.jpg", language="en")
    assert told.value.kind is ErrorKind.EXPORT_PRIVATE
    with pytest.raises(KnownError):
        export_carousel(library, review, tmp_path / "c", language="en")
    assert not (tmp_path / "card.jpg").exists()
    assert not (tmp_path / "c").exists()
    assert library.exports(review.id) == ()


def _differing_below(rgb: RGB, place: Rect, seed: int) -> RGB:
    rgb = rgb.copy()
    x, y, w, h = (round(v) for v in (place.x, place.y, place.width, place.height))
    rgb[y : y + h, x : x + w] = np.random.default_rng(seed).integers(0, 256, (h, w, 3))
    return rgb


def test_what_lies_under_a_redaction_is_in_no_file(library: Library, tmp_path: Path) -> None:
    place = Rect(101.0, 53.0, 61.0, 47.0)
    folders = []
    for seed in (1, 2):
        listing = written(tmp_path / f"l{seed}.png", _differing_below(studio(), place, seed), "PNG")
        shot = written(
            tmp_path / f"p{seed}.png", _differing_below(photo(300, 400), place, seed), "PNG"
        )
        review = made(library, listing, shot)
        corners = (Point(place.x, place.y), Point(place.right, place.bottom))
        review = edits.put_marks(
            review, [Mark(new_id(), e.id, MarkKind.REDACTION, corners) for e in review.evidence]
        )
        library.save(review)
        out = tmp_path / f"out{seed}"
        export_carousel(library, review, out, language="en")
        export_carousel(library, review, out / "png", language="en", kind="png")
        export_overlays(library, review, out / "over", language="en", template="stacked")
        for number, evidence in enumerate(review.evidence):
            small = thumbnail(library.originals, evidence, 120, (place,))
            Image.fromarray(small).save(out / f"thumbnail{number}.png")
        folders.append(out)
    first, second = (
        {str(f.relative_to(out)): f.read_bytes() for f in out.rglob("*.*g")} for out in folders
    )
    assert len(first) == 5 + 5 + 5 + 2
    assert first == second
