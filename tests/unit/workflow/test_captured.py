"""From a page to a review: from a file, from a folder beside it, and from a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.library.originals import is_sound
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Listing, new_id
from claimcheck.workflow.captured import (
    fetch_pictures,
    listing_of,
    place_for,
    review_of_page,
    with_capture,
)
from claimcheck.workflow.page_source import fetch_page, open_page
from tests.helpers.pictures import encoded, photo, studio, written
from tests.helpers.web import Web, serving
from tests.helpers.web_pages import JSON_LD


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as made:
        yield made


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def _page_showing(url: str) -> bytes:
    return JSON_LD.replace(b"https://shop.example/jar.jpg", url.encode())


def test_a_saved_page_with_its_folder(library: Library, tmp_path: Path) -> None:
    shown = b'<img alt="Rosy Hair Gummies" class="gallery" src="./Rosy_files/jar.jpg"><ul>'
    page = tmp_path / "Rosy.html"
    page.write_bytes(JSON_LD.replace(b"<ul>", shown))
    (tmp_path / "Rosy_files").mkdir()
    written(tmp_path / "Rosy_files" / "jar.jpg", studio())
    review, intake = review_of_page(library.originals, open_page(page), with_claims=True)
    library.save(review)
    assert intake.problems == ()
    (kept,) = review.pictures(Role.PAGE)
    assert is_sound(library.originals.find(kept))
    assert library.originals.find(kept).read_bytes() == page.read_bytes()
    (picture,) = review.pictures(Role.LISTING)
    assert (picture.name, picture.source) == ("jar.jpg", "https://shop.example/gummies")
    assert review.comparisons[0].listing_image_id == picture.id
    assert review.product.name == "Rosy Hair Gummies"
    assert {claim.listing_id for claim in review.claims} == {review.listings[0].id}
    assert library.load(review.id) == review
    assert library.check().ok


def test_a_fetched_page_keeps_what_the_server_told(library: Library, web: Web) -> None:
    web.page("/old", b"", "Location: /new", status="301 Moved")
    web.page(
        "/new",
        _page_showing(web.url("/jar.jpg")),
        "Content-Type: text/html",
        "Set-Cookie: secret=1",
        "Date: Tue, 24 Nov 2026 09:00:00 GMT",
    )
    web.page("/jar.jpg", encoded(studio()), "Content-Type: image/jpeg")
    captured = fetch_page(web.url("/old"), allow_private=True)
    review, intake = review_of_page(
        library.originals, captured, with_claims=False, fetch_at_most=2, allow_private=True
    )
    assert intake.problems == ()
    (kept,) = review.pictures(Role.PAGE)
    assert (kept.origin, kept.source) == (Origin.WEB, web.url("/new"))
    assert dict(kept.told) == {
        "asked": web.url("/old"), "redirect": web.url("/new"), "status": "200",
        "date": "Tue, 24 Nov 2026 09:00:00 GMT", "content-type": "text/html",
    }  # fmt: skip
    (picture,) = review.pictures(Role.LISTING)
    assert (picture.origin, picture.source) == (Origin.WEB, web.url("/jar.jpg"))
    assert not review.claims


def test_a_page_without_its_product_asks_to_save_it(web: Web) -> None:
    web.page("/p", b"<html><div id=root></div>" + b"<script>app()</script>" * 4000)
    with pytest.raises(KnownError) as caught:
        fetch_page(web.url("/p"), allow_private=True)
    assert caught.value.kind is ErrorKind.PAGE_BLOCKED
    assert "Ctrl+S" in str(caught.value)


def test_one_picture_that_fails_keeps_no_other_out(library: Library, web: Web) -> None:
    web.page("/good.jpg", encoded(photo()))
    web.page("/bad.jpg", b"<html>no picture</html>")
    urls = [web.url(path) for path in ("/bad.jpg", "/good.jpg", "/gone.jpg", "/good.jpg")]
    intake = fetch_pictures(library.originals, urls, None, (), allow_private=True)
    assert [item.name for item in intake.evidence] == ["good.jpg"]
    assert {problem.kind for problem in intake.problems} == {
        ErrorKind.PICTURE_UNSUPPORTED, ErrorKind.PAGE_MISSING,
    }  # fmt: skip
    assert len(intake.repeated) == 1


def test_a_capture_fills_in_and_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_bytes(JSON_LD)
    captured = open_page(tmp_path / "p.html")
    review = edits.put_listing(edits.new_review("My own name"), Listing(new_id()))
    place = place_for(review)
    assert place == review.listings[0].id
    review = with_capture(review, captured, listing_of(captured, place), (), ["Vegan"])
    assert (review.product.name, review.product.brand) == ("My own name", "Rosy")
    assert [one.seller for one in review.listings] == ["Rosy BV"]
    assert [claim.quote for claim in review.claims] == ["Vegan"]
    assert place_for(review) != place


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        open_page(tmp_path / "gone.html")
    assert caught.value.kind is ErrorKind.FILE_MISSING
