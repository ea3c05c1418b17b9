"""``claimcheck frame``: what can't be aligned, with the same size and middle."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.helpers.command_line import run
from tests.helpers.fruit import fruit, saved


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    shop = saved(tmp_path / "shop.png", fruit((300, 300), (150, 150), 75, (250, 250, 250)))
    return shop, saved(tmp_path / "own.png", fruit((600, 450), (360, 240), 50))


def test_a_box_on_each_lays_one_over_the_other(pair: tuple[Path, Path], tmp_path: Path) -> None:
    seen = tmp_path / "seen.jpg"
    boxes = ("--listing-box", "60,60,180,180", "--photo-box", "290,170,140,140")
    found = run("frame", *pair, *boxes, "-o", seen, "--json").json
    assert found["scale"] == pytest.approx(1.5, rel=0.04)
    middle = np.array(found["homography"]) @ (359.5, 239.5, 1)
    assert middle[:2] == pytest.approx((149.5, 149.5), abs=2)
    assert seen.stat().st_size > 1000


@pytest.mark.parametrize(
    ("box", "kind"),
    [("0,0,600,450", "box-too-large"), ("9,9,3,3", "box-too-small"), ("9,9,99,99", "box-plain")],
)
def test_a_bad_box_is_refused(pair: tuple[Path, Path], box: str, kind: str) -> None:
    said = run("frame", *pair, "--photo-box", box, "--json")
    assert said.code == 1
    assert said.error["kind"] == kind
