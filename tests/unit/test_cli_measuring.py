"""``claimcheck colour`` and ``claimcheck measure``, one pair and many."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.command_line import run
from tests.helpers.scenes import Camera


def plain(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (320, 240)) -> Path:
    """A product of one colour on white, with a strip of paper along the bottom."""
    rgb = np.full((size[1], size[0], 3), 250, np.uint8)
    rgb[60:180, 80:240] = colour
    Image.fromarray(rgb).save(path)
    return path


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return plain(tmp_path / "shop.png", (200, 30, 40)), plain(tmp_path / "own.png", (150, 60, 60))


def test_colours_are_compared_without_saying_where(pair: tuple[Path, Path]) -> None:
    found = run("colour", *pair, "--json").json
    assert set(found) == {"listing_lab", "photo_lab", "delta_e_2000", "calibrated"}
    assert found["listing_lab"] == pytest.approx([42.8, 63.5, 40.1], abs=2.5)
    assert found["delta_e_2000"] > 5
    assert found["calibrated"] is False


def test_a_photo_with_white_paper_in_it_is_calibrated(pair: tuple[Path, Path]) -> None:
    patches = ("--listing-patch", "100,80,40,40", "--photo-patch", "100,80,40,40")
    found = run("colour", *pair, *patches, "--white", "10,200,50,30", "--json").json
    assert found["calibrated"] is True
    said = run("colour", *pair, *patches)
    assert "red" in said.out
    assert "uncalibrated" in said.out


def test_a_patch_outside_is_told(pair: tuple[Path, Path]) -> None:
    said = run("colour", *pair, "--photo-patch", "900,900,5,5", "--json")
    assert said.code == 1
    assert said.error["kind"] == "patch-outside"


def as_text(array: np.ndarray) -> str:
    """Pixels as the command line counts them, from the middle of the first."""
    return " ".join(f"{x - 0.5:.3f},{y - 0.5:.3f}" for x, y in array)


def test_a_length_is_measured_by_a_card(pair: tuple[Path, Path], tmp_path: Path) -> None:
    camera = Camera.any(np.random.default_rng(2), steepest=30)
    own = tmp_path / "large.png"
    Image.new("RGB", (4000, 3000)).save(own)
    card = camera.seen(np.array([[0, 0], [85.6, 0], [85.6, 53.98], [0, 53.98]]))
    line = camera.seen(np.array([[-20, -30.0], [80, 45.0]]))
    where = ("--known", "bank-card", "--at", as_text(card), "--between", as_text(line))
    found = run("measure", pair[0], own, *where, "--json").json
    assert set(found) == {"length_mm", "uncertainty_mm"}
    assert found["length_mm"] == pytest.approx(125, rel=0.005)
    assert 0 < found["uncertainty_mm"] < 5
    assert "±" in run("measure", pair[0], own, *where).out


def test_many_pairs_give_a_line_each_and_one_that_fails_stops_none(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    table = tmp_path / "pairs.csv"
    table.write_text(
        "listing,photo,photo-patch\nshop.png,own.png,\nshop.png,gone.png,\n"
        'shop.png,own.png,"90,70,20,20"\n'
    )
    said = run("colour", "--pairs", table, "--json")
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 1
    assert [("kind" in line) for line in lines] == [False, True, False]
    assert lines[1]["kind"] == "file-missing"


def test_measuring_says_what_is_missing(pair: tuple[Path, Path]) -> None:
    for wrong in (
        ("--known", "elephant"),
        ("--known", "line", "--at", "1,2 3,4"),
        ("--known", "bank-card", "--at", "1,2 3,4", "--between", "1,1 2,2"),
        ("--at", "1,2 3"),
        (),
    ):
        said = run("measure", *pair, *wrong, "--json")
        assert said.code == 1, wrong
        assert said.error["error"]
    assert run("measure", "--json").code == 1
