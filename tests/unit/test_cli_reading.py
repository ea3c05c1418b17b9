"""``claimcheck text``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from claimcheck.cli import reading
from claimcheck.imaging.differing.print_reader import Reader
from tests.helpers.command_line import run
from tests.helpers.labels import label, label_photo
from tests.unit.imaging.test_print_words import WORDS, pretended

BARE = ("Ecological", "", "crunchy", "500 g", "Hafer")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    Image.fromarray(label(WORDS)).save(tmp_path / "shop.png")
    Image.fromarray(label_photo(BARE)).save(tmp_path / "own.png")
    return tmp_path / "shop.png", tmp_path / "own.png"


def pretend(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(reading, "print_reader", lambda: reader)


def test_missing_words_are_told_with_their_place(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, pretended(WORDS, BARE))
    out = tmp_path / "seen.png"
    found = run("text", *pair, "-o", out, "--json").json
    assert found["aligned"] is True
    (word,) = found["words"]
    assert (word["listing"], word["product"], word["kind"]) == ("Müsli", None, "print")
    assert word["x"] == pytest.approx(150, abs=3)
    assert found["listing"] == list(WORDS)
    assert out.exists()
    pretend(monkeypatch, pretended(WORDS, BARE))
    assert "“Müsli” is on the listing, not on the product" in run("text", *pair).out


def test_many_pairs_give_a_line_each(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, pretended(WORDS, BARE))
    for name, side in (("blank", (300, 300)), ("tiny", (3, 2)), ("long", (3000, 4))):
        Image.new("RGB", side, (200, 200, 200)).save(tmp_path / f"{name}.png")
    noise = np.random.default_rng(1).integers(0, 255, (300, 400, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    table = tmp_path / "pairs.csv"
    bad = "".join(f"shop.png,{name}.png\n" for name in ("blank", "tiny", "long", "noise", "shop"))
    table.write_text(f"listing,photo\nshop.png,own.png\n{bad}shop.png,gone.png\n")
    said = run("text", "--pairs", table, "--json")
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert [line.get("aligned") for line in lines] == [True, *[False] * 5, None]
    assert all(line["reason"] for line in lines[1:6])
    assert lines[6]["kind"] == "file-missing"


def test_without_the_extra_it_says_what_to_install(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.imaging.differing.print_reader.find_spec", lambda _: None)
    said = run("text", *pair, "--json")
    assert said.code == 1
    assert said.error["kind"] == "extra-missing"
    assert "claimcheck[ocr]" in said.error["error"]
