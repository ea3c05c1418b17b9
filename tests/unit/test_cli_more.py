"""The command line makes clips, finds listings in photos and reads saved pages."""

from __future__ import annotations

import json
from pathlib import Path

import av
import pytest
from PySide6.QtWidgets import QApplication

from claimcheck.imaging.files.load import load_rgb
from claimcheck.library import Library
from claimcheck.paths import default_library
from tests.helpers.command_line import run
from tests.helpers.pictures import photo, studio, written
from tests.helpers.shared import shared_folder

PAGE = """<!doctype html><html><head><title>Jar of bears</title>
<link rel="canonical" href="https://shop.example/bears">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product",
"name": "Jar of bears", "sku": "B-60", "brand": {"@type": "Brand", "name": "Lokkabear"},
"description": "Sixty gummies in every jar. Made with real raspberry.",
"offers": {"@type": "Offer", "price": "39.95", "priceCurrency": "EUR"}}</script></head>
<body><h1>Jar of bears</h1><p>Sixty gummies in every jar.</p></body></html>"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """A folder with two pictures and a page, in which commands run."""
    written(tmp_path / "shop.jpg", studio())
    written(tmp_path / "mine.jpg", photo(600, 800, seed=2))
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clip_is_made_of_a_review(here: Path) -> None:
    kept = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--keep", "--json")
    said = run("clip", kept.json["review"], "-o", "clip.mp4", "--seconds", "3", "--json")
    assert (said.code, said.err) == (0, "")
    (made,) = said.json["files"]
    assert (made["width"], made["height"]) == (1080, 1920)
    with av.open(str(here / "clip.mp4")) as film:
        assert float(film.duration or 0) / av.time_base == pytest.approx(3.0, abs=0.1)


@pytest.mark.parametrize("seconds", ["1", "61", "long"])
def test_a_clip_has_a_sensible_length(here: Path, seconds: str) -> None:
    kept = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--keep", "--json")
    said = run("clip", kept.json["review"], "-o", "clip.mp4", "--seconds", seconds, "--json")
    assert said.code == 1
    assert json.loads(said.err)["kind"] == "value-invalid"
    assert not (here / "clip.mp4").exists()


def test_what_is_not_in_the_photo_is_refused_with_a_reason(here: Path) -> None:
    said = run("align", "shop.jpg", "mine.jpg", "--json")
    assert said.code == 0
    assert said.json["accepted"] is False
    assert said.json["reason"]


def test_a_carton_is_found_in_a_photo(here: Path) -> None:
    pair = shared_folder("grocery") / "Oatly-Oat-Milk"
    said = run("align", str(pair / "listing.jpg"), str(pair / "photo-2.jpg"), "--json")
    assert said.json["accepted"], said.json
    assert len(said.json["outline"]) == 4
    assert len(said.json["homography"]) == 3


def test_a_carton_is_compared_and_drawn(here: Path) -> None:
    pair = shared_folder("grocery") / "Oatly-Oat-Milk"
    files = str(pair / "listing.jpg"), str(pair / "photo-2.jpg")
    said = run("same", *files, "--json", "-o", "seen.png")
    assert said.json["same"] == "yes"
    assert 0 <= said.json["confidence"] <= 1
    assert load_rgb(here / "seen.png").shape[0] == 900
    said = run("differences", *files, "--json")
    assert said.json["aligned"] is True
    assert all(set(region) >= {"x", "y", "kind", "strength"} for region in said.json["regions"])


def test_many_pairs_give_a_line_each(here: Path) -> None:
    (here / "pairs.csv").write_text("listing,photo\nshop.jpg,mine.jpg\nshop.jpg,gone.jpg\n")
    for command, key in (("align", "accepted"), ("same", "same"), ("differences", "aligned")):
        said = run(command, "--pairs", "pairs.csv", "--json")
        assert said.code == 1  # for the one that isn't there
        lines = [json.loads(line) for line in said.out.splitlines()]
        assert key in lines[0]
        assert lines[1]["kind"] == "file-missing"
    said = run("align", "--pairs", "pairs.csv", "-o", "many.png", "--json")
    assert json.loads(said.out.splitlines()[0])["kind"] == "value-invalid"


def test_a_page_says_what_it_sells_and_nothing_is_kept(here: Path) -> None:
    said = run("capture", "page.html", "--dry-run", "--json")
    assert (said.code, said.err) == (0, "")
    assert (said.json["name"], said.json["brand"]) == ("Jar of bears", "Lokkabear")
    assert (said.json["price"], said.json["currency"], said.json["sku"]) == ("39.95", "EUR", "B-60")
    assert said.json["gtin"] is None
    assert not default_library().exists()


def test_a_page_begins_a_review_with_its_promises(here: Path) -> None:
    said = run("capture", "page.html", "--claims", "--json")
    with Library.open(default_library(), read_only=True) as library:
        review = library.load(said.json["review"])
    assert review.product.name == "Jar of bears"
    assert str(review.listings[0].price) == "39.95"
    assert review.listings[0].url == "https://shop.example/bears"
    assert "Sixty gummies in every jar." in [claim.quote for claim in review.claims]


def test_a_page_without_a_product_and_no_page_at_all_are_told(here: Path) -> None:
    (here / "poem.html").write_text("<p>Roses are red.</p>", "utf-8")
    for name, kind in (("poem.html", "page-without-product"), ("gone.html", "file-missing")):
        said = run("capture", name, "--json")
        assert said.code == 1
        assert json.loads(said.err)["kind"] == kind
