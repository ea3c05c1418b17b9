"""``capture`` and ``evidence`` in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.paths import default_library
from tests.helpers.command_line import run
from tests.helpers.films import film
from tests.helpers.pictures import animated, encoded, photo, studio, written
from tests.helpers.web import serving
from tests.helpers.web_pages import JSON_LD


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(JSON_LD)
    return path


def test_a_page_is_only_told_of(page: Path) -> None:
    told = run("capture", page, "--dry-run", "--json").json
    assert (told["name"], told["brand"], told["price"]) == ("Rosy Hair Gummies", "Rosy", "39.95")
    assert (told["currency"], told["currency_text"]) == ("EUR", None) or told["currency"] == "EUR"
    assert set(told) == {
        "name", "brand", "price", "currency", "currency_text", "sku", "gtin", "seller", "url",
        "description", "images", "promises", "unsure",
    }  # fmt: skip
    assert not default_library().exists()


def test_a_captured_page_is_evidence(page: Path) -> None:
    made = run("capture", page, "--claims", "--json").json
    listed = run("evidence", "list", str(made["review"]), "--json").json["evidence"]
    assert [item["role"] for item in listed] == ["page"]
    shown = run("evidence", "show", listed[0]["id"], "--json").json
    assert (shown["sha256"], shown["name"]) == (listed[0]["sha256"], "page.html")
    assert shown["source"] == str(page.parent)
    assert run("review", "show", str(made["review"]), "--json").json["claims"]


def test_a_page_is_fetched_by_its_address() -> None:
    with serving() as web:
        web.page("/p", JSON_LD.replace(b"https://shop.example/jar.jpg", web.url("/j.jpg").encode()))
        web.page("/j.jpg", encoded(studio()))
        refused = run("capture", web.url("/p"), "--json")
        assert refused.code == 1
        assert refused.error["kind"] == "address-private"
        made = run("capture", web.url("/p"), "--allow-private", "--json").json
    listed = run("evidence", "list", str(made["review"]), "--json").json["evidence"]
    assert [(item["role"], item["origin"]) for item in listed] == [
        ("page", "web"), ("listing", "web"),
    ]  # fmt: skip


def test_originals_are_verified(tmp_path: Path) -> None:
    review = str(run("review", "new", "--product", "Jar", "--json").json["id"])
    run("add", review, "--photo", written(tmp_path / "a.jpg", photo()))
    assert run("evidence", "verify", "--json").json["ok"]
    (original,) = (default_library() / "originals").rglob("*.jpg")
    original.chmod(0o644)
    original.write_bytes(b"other")
    checked = run("evidence", "verify", review, "--json")
    assert checked.code == 1
    assert checked.json["evidence"][0]["state"] == "altered"
    original.unlink()
    assert run("evidence", "verify", "--json").json["evidence"][0]["state"] == "missing"


def test_a_receipt_is_kept_and_shown_on_no_card(tmp_path: Path) -> None:
    review = str(run("review", "new", "--product", "Jar", "--json").json["id"])
    run("add", review, "--photo", written(tmp_path / "a.jpg", photo()))
    receipt = written(tmp_path / "order.png", studio())
    added = run("evidence", "receipt", review, receipt, "--json").json["added"]
    assert len(added) == 1
    shown = run("review", "show", review, "--json").json
    assert {item["role"] for item in shown["evidence"]} == {"photo", "receipt"}
    assert shown["comparisons"][0]["listing_image_id"] is None


def test_unknown_evidence_is_told() -> None:
    said = run("evidence", "show", "beefbeef", "--json")
    assert said.code == 1
    assert said.error["kind"] == "item-unknown"


def test_frames_of_clips_and_of_pictures_that_move_are_taken(tmp_path: Path) -> None:
    review = str(run("review", "new", "--product", "Jar", "--json").json["id"])
    clip, moving = film(tmp_path / "clip.mp4"), animated(tmp_path / "moving.gif")
    added = run(
        "add", review, "--photo-frame", clip, "0:01.5", "--photo-frame", moving, "#3",
        "--listing-frame", clip, "#2", "--json",
    ).json["added"]  # fmt: skip
    assert [(item["role"], item["name"], item["timecode"]) for item in added] == [
        ("listing", "clip 0m00.033s.png", pytest.approx(1 / 30, abs=1e-4)),
        ("photo", "clip 0m01.500s.png", 1.5),
        ("photo", "moving 0m00.400s.png", 0.4),
    ]
    shown = run("evidence", "show", added[1]["id"], "--json").json
    assert (shown["origin"], dict(shown["told"])["video"]) == ("video", "clip.mp4")
    assert shown["taken_at"].startswith("2026-05-04T10:20:31.5")


def test_a_frame_that_can_not_be_taken_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    review = str(run("review", "new", "--product", "Jar", "--json").json["id"])
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no clip at all")
    moving = animated(tmp_path / "moving.gif")
    told = run("add", review, "--photo-frame", broken, "1", "--photo-frame", moving, "#9", "--json")
    assert told.code == 1
    assert [item["timecode"] for item in told.json["added"]] == [0.6]
    assert [item["kind"] for item in told.json["problems"]] == ["video-damaged"]
    asked = run("add", review, "--photo-frame", moving, "noon", "--json")
    assert (asked.code, asked.error["kind"]) == (1, "value-invalid")
