"""The command line makes cards: one of two pictures, that of a review, those of the sample."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from claimcheck.cards.templates import all_templates
from claimcheck.library import Library
from claimcheck.paths import cache_folder, default_library
from tests.helpers.command_line import ROOT, run
from tests.helpers.disks import make_read_only, small_disk
from tests.helpers.pictures import photo, studio, written
from tests.helpers.shared import shared_folder

PRODUCTS = ("Oatly-Oat-Milk", "Banana", "Alpro-Blueberry-Soyghurt")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """A folder with two pictures, in which commands run; with the application of other tests."""
    written(tmp_path / "shop.jpg", studio())
    written(tmp_path / "mine.jpg", photo(600, 800, seed=2))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _exports(review_id: str) -> list[str]:
    with Library.open(default_library(), read_only=True) as library:
        return [record.sha256 for record in library.exports(review_id)]


def test_compare_makes_a_card_and_keeps_nothing(here: Path) -> None:
    said = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json["output"] == "card.jpg"
    assert said.json["review"] is None
    assert (said.json["format"], said.json["template"]) == ("tiktok", "side-by-side")
    with Image.open(here / "card.jpg") as card:
        assert (card.format, card.size) == ("JPEG", (1080, 1920))
        assert card.size == (said.json["width"], said.json["height"])
        assert not card.getexif()
    assert not default_library().exists()
    assert list(cache_folder().glob("compare-*")) == []


def test_compare_can_keep_the_review_with_all_that_was_said(here: Path) -> None:
    said = run(
        *("compare", "shop.jpg", "mine.jpg", "-o", "card.png", "--keep", "--json"),
        *("--title", "Half?", "--product", "Gummies", "--brand", "Lokkabear", "--handle", "@me"),
        *("--claim", "Full", "--verdict", "false", "--because", "It is half full"),
        *("--claim", "Tasty", "--verdict", "unproven", "--topic", "other"),
        *("--platform", "webshop", "--price", "5", "--language", "nl", "--template", "stacked"),
    )
    assert said.code == 0, said.err
    with Image.open(here / "card.png") as card:
        assert (card.format, card.size) == ("PNG", (1080, 1920))
    review = run("review", "show", said.json["review"], "--json").json
    assert [(c["quote"], c["verdict"], c["reasoning"]) for c in review["claims"]] == [
        ("Full", "false", "It is half full"),
        ("Tasty", "unproven", ""),
    ]
    assert review["claims"][0]["listing_id"] == review["listings"][0]["id"]
    assert (review["card"]["title"], review["card"]["handle"]) == ("Half?", "@me")
    assert (review["card"]["language"], review["card"]["template"]) == ("nl", "stacked")
    made = hashlib.sha256((here / "card.png").read_bytes()).hexdigest()
    assert [record["sha256"] for record in review["exports"]] == [made]
    plain = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--keep")
    output, review_id = plain.out.splitlines()
    assert output == "card.jpg"
    assert run("review", "show", review_id).code == 0


@pytest.mark.parametrize("name", PRODUCTS)
def test_compare_works_on_real_pairs(name: str, here: Path) -> None:
    folder = shared_folder("grocery") / name
    promise = (folder / "description.txt").read_text("utf-8").split(".")[0]
    said = run(
        *("compare", folder / "listing.jpg", folder / "photo-1.jpg", "-o", "card.jpg", "--json"),
        *("--claim", promise, "--verdict", "holds", "--because", "Read the label"),
    )
    assert said.code == 0, said.err
    assert {warning["kind"] for warning in said.json["warnings"]} <= {"enlarged", "elided"}
    with Image.open(here / "card.jpg") as card:
        assert card.size == (1080, 1920)


def test_a_picture_may_be_compared_with_itself(here: Path) -> None:
    assert run("compare", "shop.jpg", "shop.jpg", "-o", "card.jpg").code == 0


@pytest.mark.parametrize("name", ["mine.jpg", "./shop.jpg"])
def test_a_card_never_takes_the_place_of_its_pictures(here: Path, name: str) -> None:
    before = (here / name).read_bytes()
    said = run("compare", "shop.jpg", "mine.jpg", "-o", name, "--json")
    assert (said.code, said.error["kind"]) == (1, "value-invalid")
    assert (here / name).read_bytes() == before


def test_compare_needs_no_home_to_write_in(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "home").write_text("not a folder")
    monkeypatch.setattr("claimcheck.cli.cards.cache_folder", lambda: here / "home" / "cache")
    said = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg")
    assert (said.code, said.err) == (0, "")
    assert (here / "card.jpg").is_file()


def test_both_pictures_that_fail_are_told(here: Path) -> None:
    (here / "empty.jpg").write_bytes(b"")
    said = run("compare", "empty.jpg", "missing.jpg", "-o", "card.jpg", "--keep", "--json")
    assert said.code == 1
    told = [json.loads(line) for line in said.err.splitlines()]
    assert [(error["kind"], error["file"]) for error in told] == [
        ("file-empty", "empty.jpg"),
        ("file-missing", "missing.jpg"),
    ]
    assert said.out == ""
    assert not (here / "card.jpg").exists()
    assert run("review", "list", "--json").json["reviews"] == []


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("-o", "card.gif"), "value-invalid"),
        (("-o", "nowhere/card.jpg"), "folder-missing"),
        (("-o", "card.jpg", "--template", "collage"), "template-unknown"),
        (("-o", "card.jpg", "--format", "hexagon"), "format-unknown"),
        (("-o", "card.jpg", "--language", "fr"), "value-invalid"),
        (("-o", "card.jpg", "--claim", "x", "--verdict", "fake"), "value-invalid"),
        (("-o", "card.jpg", "--seen-on", "soon"), "value-invalid"),
        (("-o", "."), "value-invalid"),
    ],
)
def test_what_is_at_fault_leaves_nothing_behind(
    here: Path, arguments: tuple[str, ...], kind: str
) -> None:
    said = run("compare", "shop.jpg", "mine.jpg", *arguments, "--keep", "--json")
    assert said.code == 1
    assert said.error["kind"] == kind
    assert sorted(path.name for path in here.iterdir()) == ["mine.jpg", "shop.jpg"]
    assert run("review", "list", "--json").json["reviews"] == []


def test_a_full_disk_keeps_the_earlier_card(here: Path) -> None:
    with small_disk(here / "disk", 64) as disk:
        (disk / "card.png").write_bytes(b"earlier")
        said = run("compare", "shop.jpg", "mine.jpg", "-o", disk / "card.png", "--json")
        assert said.code == 1
        assert said.error["kind"] == "disk-full"
        assert [path.read_bytes() for path in disk.iterdir()] == [b"earlier"]


def test_a_card_is_made_beside_the_open_app_but_not_recorded(here: Path) -> None:
    kept = run("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--keep", "--json").json
    review_id = kept["review"]
    with Library.open(default_library()):
        said = run("card", review_id, "-o", "second.jpg")
    assert (said.code, said.out) == (0, "second.jpg\n")
    assert "not on its record" in said.err
    assert len(_exports(review_id)) == 1
    assert run("card", review_id, "-o", "third.jpg", "--title", "Only here").code == 0
    assert len(_exports(review_id)) == 2
    with Library.open(default_library(), read_only=True) as library:
        assert library.load(review_id).card.title == ""


def test_a_card_is_made_from_a_read_only_disk(here: Path) -> None:
    with small_disk(here / "disk", 4096) as disk:
        kept = run(
            *("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--keep", "--json"),
            *("--library", disk),
        )
        make_read_only(disk)
        said = run("card", kept.json["review"], "-o", "second.jpg", "--library", disk, "--json")
        assert said.code == 0, said.err


def test_a_card_without_a_photo_says_what_is_missing(here: Path) -> None:
    review_id = run("review", "new").out.strip()
    run("add", review_id, "--listing", "shop.jpg")
    said = run("card", review_id, "-o", "card.jpg", "--json")
    assert (said.code, said.error["kind"]) == (1, "comparison-missing")
    assert "no photo yet" in said.error["error"]


def test_the_sample_is_built_once_in_each_language(here: Path) -> None:
    first = run("demo", "--out", "cards", "--language", "en", "--json").json
    assert first["outputs"][:2] == ["cards/sample-side-by-side.jpg", "cards/sample-stacked.jpg"]
    assert len(first["outputs"]) == len(all_templates())
    for output in first["outputs"]:
        with Image.open(here / output) as card:
            assert card.size == (1080, 1920)
    assert run("demo", "--out", "cards", "--language", "en", "--json").json == first
    dutch = run("demo", "--out", "kaarten", "--language", "nl", "--json").json
    assert dutch["review"] != first["review"]
    listed = run("review", "list", "--json").json["reviews"]
    assert [item["brand"] for item in listed] == ["Lokkabear", "Lokkabear"]
    assert run("check", "--json").json["ok"]
    run("review", "delete", first["review"])
    assert run("demo", "--out", "cards", "--language", "en", "--json").json["review"] not in {
        first["review"],
        dutch["review"],
    }


# --- docs/cli.md ----------------------------------------------------------------------------------


def _examples() -> list[tuple[str, str]]:
    """Each command in the document, with what it says there."""
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    found = []
    for block in blocks:
        for part in block.split("$ ")[1:]:
            command, _, said = part.partition("\n")
            found.append((command, said))
    return found


def test_the_document_s_examples_do_what_it_says(here: Path) -> None:
    ids: dict[str, str] = {}
    examples = _examples()
    assert len(examples) > 20
    for command, expected in examples:
        words = [ids.get(word, word) for word in shlex.split(command)]
        assert words[0] == "claimcheck"
        said = run(*words[1:])
        told = said.err if said.code else said.out
        pattern = _pattern(expected, ids)
        match = re.fullmatch(pattern, told, re.DOTALL)
        assert match, f"{command}\nsays\n{told}\nnot\n{expected}"
        ids |= match.groupdict()
        ids = {name.removeprefix("id_"): value for name, value in ids.items()}


def _pattern(expected: str, ids: dict[str, str]) -> str:
    """A regular expression: new ids are caught under their name, “…” is anything."""
    pattern = re.escape(expected).replace("…", ".*")
    for name in re.findall(r"\b[0-9a-f]{12}\b", expected):
        known = ids.get(name)
        pattern = pattern.replace(name, known or f"(?P<id_{name}>[0-9a-f]{{12}})", 1)
    return pattern


def test_a_card_is_linted_by_name(here: Path) -> None:
    kept = run(
        *("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--title", "Half full", "--keep"),
        "--json",
    ).json
    said = run("card", kept["review"], "-o", "again.jpg", "--lint", "--json")
    assert (said.code, said.json["findings"]) == (0, [])
    assert run("card", kept["review"], "-o", "third.jpg", "--lint").out.endswith(
        "Nothing is covered, on each other, too small or too pale.\n"
    )


def test_a_card_says_what_was_done_and_its_record_too(here: Path) -> None:
    said = run("compare", "shop.jpg", "mine.jpg", "-o", "a.png", "--keep", "--json")
    review = said.json["review"]
    plain = (here / "a.png").read_bytes()
    run("card", review, "-o", "b.png", "--footer", "--numbers", "pin")
    assert (here / "b.png").read_bytes() != plain
    with Library.open(default_library(), read_only=True) as library:
        newest = max(library.exports(review), key=lambda record: record.made_at)
    told = json.loads(newest.settings)
    assert told["footer"] == "Pictures unchanged; colours unchanged"
    assert told["review"]["card"]["callouts"] == "pin"
    again = run("again", newest.id, "-o", "c.png", "--json")
    assert again.code == 0
    assert (here / "c.png").read_bytes() == (here / "b.png").read_bytes()
