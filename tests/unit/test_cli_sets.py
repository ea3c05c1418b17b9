"""The command line makes carousels, overlays, captions, and exports again; and checks files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.command_line import run
from tests.helpers.pictures import photo, written


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> str:
    monkeypatch.chdir(tmp_path)
    said = run("demo", "--out", "demo", "--language", "en", "--json")
    assert said.code == 0, said.err
    return str(said.json["review"])


def check_files(said_json: dict[str, object]) -> list[Path]:
    assert set(said_json) >= {"files", "warnings", "seconds"}
    for warning in said_json["warnings"]:  # type: ignore[attr-defined]
        assert set(warning) == {"kind", "text"}
    assert set(said_json["seconds"]) == {"decode", "compose", "encode"}  # type: ignore[call-overload]
    paths = []
    for file in said_json["files"]:  # type: ignore[attr-defined]
        data = Path(file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
        assert set(file) == {"path", "width", "height", "bytes", "sha256", "format"}
        paths.append(Path(file["path"]))
    return paths


def test_every_export_command_tells_its_files(review: str, tmp_path: Path) -> None:
    card = run("card", review, "-o", "card.jpg", "--json")
    assert (card.code, card.json["output"]) == (0, "card.jpg")
    assert check_files(card.json) == [tmp_path / "card.jpg"]
    slides = run("carousel", review, "-o", "post", "--format", "tiktok,youtube-short", "--json")
    assert slides.code == 0, slides.err
    assert len(check_files(slides.json)) == 12
    layers = run("overlays", review, "-o", "post", "--json")
    assert len(check_files(layers.json)) == 5
    clip = run(
        "clip", review, "-o", "clip.webp", "--motion", "blink", "--seconds", "3",
        "--format", "square", "--json",
    )  # fmt: skip
    assert check_files(clip.json) == [tmp_path / "clip.webp"]
    for said in (slides, layers, clip):
        assert set(said.json) == {"files", "warnings", "seconds"}
        assert min(said.json["seconds"].values()) >= 0.0  # nothing is decoded twice
    for path in (*check_files(slides.json), *check_files(card.json)):
        checked = run("formats", "--check", path, "--json")
        assert (checked.code, checked.json["ok"], checked.json["problems"]) == (0, True, [])
    shown = run("review", "show", review, "--json").json["exports"]
    record = next(one["id"] for one in shown if one["path"] == str(tmp_path / "card.jpg"))
    for named in ("card.jpg", card.json["files"][0]["sha256"], record):
        again = run("again", named, "-o", "again.jpg", "--json")
        # The carousel's cover is the same file: which of the two records it is doesn't matter.
        assert (again.code, again.json["same"]) == (0, True)
        assert (tmp_path / "again.jpg").read_bytes() == (tmp_path / "card.jpg").read_bytes()
    there = run("carousel", review, "-o", "post", "--json")
    assert there.code == 1
    assert json.loads(there.err)["kind"] == "file-exists"
    assert run("carousel", review, "-o", "post", "--overwrite").code == 0


def test_words_and_colours_are_given_for_this_once(review: str, tmp_path: Path) -> None:
    given = {
        "title": "Half of it",
        "listing_label": "The ad",
        "photo_label": "My kitchen",
        "handle": "@you",
        "theme": "ink",
        "language": "nl",
    }
    words = [
        part
        for name, value in given.items()
        for part in ("--" + name.replace("_", "-"), value)
    ]  # fmt: skip
    for command in (
        ("card", review, "-o", "own.jpg"),
        ("carousel", review, "-o", "own", "--cover-only"),
        ("overlays", review, "-o", "own"),
        ("clip", review, "-o", "own.webp", "--motion", "blink", "--seconds", "3"),
    ):
        said = run(*command, *words, "--json")
        assert said.code == 0, said.err
        made = said.json["files"][0]["sha256"]
        shown = run("review", "show", review, "--json").json
        record = next(one for one in shown["exports"] if one["sha256"] == made)
        card = json.loads(record["settings"])["review"]["card"]
        assert {name: card[name] for name in given} == given
        assert shown["card"]["title"] != given["title"]  # the review is as it was
    refused = run("clip", review, "-o", "own.mp4", "--theme", "pink", "--json")
    assert (refused.code, refused.error["kind"]) == (1, "value-invalid")


def test_a_file_that_does_not_suit_is_told(tmp_path: Path, qapp: QApplication) -> None:
    square = written(tmp_path / "square.jpg", photo(1080, 1080), comment="hello")
    said = run("formats", "--check", square, "--format", "tiktok", "--json")
    assert (said.code, said.json["ok"], said.json["format"]) == (1, False, "tiktok")
    assert [problem["kind"] for problem in said.json["problems"]] == ["shape", "private"]
    assert run("formats", "--check", tmp_path / "none.jpg").code == 1
    assert run("formats", "--check", square, "--format", "polaroid").code == 1


def test_a_caption_comes_in_the_chosen_language(review: str) -> None:
    english = run("caption", review, "--language", "en", "--json").json
    assert english["hashtags"][0].startswith("#")
    assert "Sources" in english["caption"]
    assert english["alt"] in english["caption"]
    assert any("Lokkabear Official" in line for line in english["sources"])
    assert "3, Lid: shiny teal → matt grey" in english["alt"]
