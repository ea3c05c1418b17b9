"""An alignment as the review keeps it: in full-size pixels, whatever was looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from claimcheck.errors import Cancelled
from claimcheck.imaging.aligning.align import Refusal
from claimcheck.library.library import Library
from claimcheck.model.alignment import AlignedBy, Alignment, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.alignment import find_alignment, find_framing, matched_framing
from claimcheck.workflow.intake import take_in
from tests.helpers.pictures import photo, written

SHOP, OWN = (600, 450), (4200, 3000)


def print_of_a_carton() -> np.ndarray:
    """A picture with enough to see everywhere."""
    rng = np.random.default_rng(5)
    rgb = np.full((SHOP[1], SHOP[0], 3), 235, np.uint8)
    for _ in range(140):
        at, colour = rng.integers(0, 600, 2).tolist(), rng.integers(0, 255, 3).tolist()
        cv2.circle(rgb, (at[0], at[1] * 3 // 4), int(rng.integers(6, 30)), colour, -1)
    for row in range(8):
        cv2.putText(rgb, f"gummies {row} x{row * 7}", (30, 50 + 50 * row), 0, 1.1, (9, 9, 9), 3)
    return rgb


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def _taken_in(library: Library, tmp_path: Path, rgb: np.ndarray, role: Role) -> Evidence:
    path = tmp_path / f"{role}.png"
    cv2.imwrite(str(path), rgb[..., ::-1])
    (evidence,) = take_in(library.originals, [path], role).evidence
    return evidence


def test_a_large_photo_is_aligned_in_its_own_pixels(library: Library, tmp_path: Path) -> None:
    shop = print_of_a_carton()
    corners = np.array([[1210, 640], [3120, 800], [3010, 2300], [1090, 2150]], np.float32)
    edges = np.array([[0, 0], [SHOP[0], 0], [SHOP[0], SHOP[1]], [0, SHOP[1]]], np.float32)
    way = cv2.getPerspectiveTransform(edges - 0.5, corners - 0.5)
    own = cv2.warpPerspective(shop, way, OWN, borderValue=(90, 120, 100))
    listing = _taken_in(library, tmp_path, shop, Role.LISTING)
    taken = _taken_in(library, tmp_path, own, Role.PHOTO)
    found = find_alignment(library.originals, listing, taken, "c")
    assert isinstance(found, Alignment)
    assert (found.id, found.aligned_by) == ("c", AlignedBy.FOUND)
    for corner, wanted in zip(found.outline(*SHOP), corners.tolist(), strict=True):
        assert (corner.x, corner.y) == pytest.approx(wanted, abs=2.0)
    back = mapped(found.homography, Point(*corners[2].tolist()))
    assert (back.x, back.y) == pytest.approx(SHOP, abs=1.0)


def test_unlike_pictures_are_refused_with_a_reason(library: Library, tmp_path: Path) -> None:
    listing = _taken_in(library, tmp_path, print_of_a_carton(), Role.LISTING)
    (other,) = take_in(
        library.originals, [written(tmp_path / "o.jpg", photo(300, 400, 3))], Role.PHOTO
    ).evidence
    found = find_alignment(library.originals, listing, other, "c")
    assert isinstance(found, Refusal)
    framed = find_framing(library.originals, listing, other, "c")
    assert framed.aligned_by is AlignedBy.FRAMED


def test_aligning_stops_when_it_is_told_to(library: Library, tmp_path: Path) -> None:
    listing = _taken_in(library, tmp_path, print_of_a_carton(), Role.LISTING)

    def stop(done: int, _total: int, _what: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_alignment(library.originals, listing, listing, "c", stop)


def test_matched_framing_gives_one_middle_and_one_area() -> None:
    shop, own = Rect(10, 20, 100, 50), Rect(1000, 500, 400, 200)
    way = matched_framing(shop, own)
    middle = mapped(way, own.center)
    assert (middle.x, middle.y) == pytest.approx((shop.center.x, shop.center.y))
    corner = mapped(way, Point(own.x, own.y))
    assert (corner.x, corner.y) == pytest.approx((shop.x, shop.y))
