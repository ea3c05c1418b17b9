"""``capture`` and ``evidence`` in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.paths import default_library
from tests.helpers.command_line import run
from tests.helpers.pictures import encoded, photo, studio, written
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
