"""Proposals and sameness as the review keeps them: in full-size pixels, counted from edges."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from claimcheck.errors import Cancelled
from claimcheck.imaging.pixels import RGB
from claimcheck.library.library import Library
from claimcheck.model.alignment import Alignment, Sameness
from claimcheck.model.kinds import DiscrepancyKind, Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.differences import find_differences, same_thing
from claimcheck.workflow.intake import take_in
from tests.unit.imaging.test_align import print_of

SHIFT = 240


def _pair(library: Library, folder: Path) -> tuple[Evidence, Evidence, Alignment]:
    """A photo four times as large and moved, with one patch of another colour."""
    shop = print_of(11, 720, 960)
    own = shop.copy()
    own[400:520, 200:340, 0], own[400:520, 200:340, 2] = 30, 210
    grown = cv2.resize(own, None, fx=4, fy=4, interpolation=cv2.INTER_LINEAR)
    grown = cv2.copyMakeBorder(grown, SHIFT, 0, SHIFT, 0, cv2.BORDER_CONSTANT, value=(90, 90, 90))
    way = (0.25, 0.0, -SHIFT / 4, 0.0, 0.25, -SHIFT / 4, 0.0, 0.0, 1.0)
    kept = [
        _taken_in(library, folder, np.asarray(rgb, np.uint8), role)
        for rgb, role in ((shop, Role.LISTING), (grown, Role.PHOTO))
    ]
    return kept[0], kept[1], Alignment("c", way)


def _taken_in(library: Library, folder: Path, rgb: RGB, role: Role) -> Evidence:
    path = folder / f"{role}.png"
    cv2.imwrite(str(path), rgb[..., ::-1])
    (evidence,) = take_in(library.originals, [path], role).evidence
    return evidence


def test_a_difference_has_its_place_on_both_pictures(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        listing, photo, alignment = _pair(library, tmp_path)
        (one,) = find_differences(library.originals, listing, photo, alignment)
        judged = same_thing(library.originals, listing, photo, alignment)
    assert (one.comparison_id, one.kind) == ("c", DiscrepancyKind.COLOUR)
    assert one.listing_place.center.x == pytest.approx(270, abs=12)
    assert one.listing_place.center.y == pytest.approx(460, abs=12)
    assert one.photo_place is not None
    assert one.photo_place.x == pytest.approx(4 * one.listing_place.x + SHIFT, abs=1)
    assert one.photo_place.width == pytest.approx(4 * one.listing_place.width, abs=1)
    assert judged.homography == alignment.homography
    assert judged.same is Sameness.YES
    assert len(judged.doubts) == 1


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    def stop(done: int, _total: int, _what: str) -> None:
        if done == 2:
            raise Cancelled

    with Library.open(tmp_path / "library") as library:
        listing, photo, alignment = _pair(library, tmp_path)
        with pytest.raises(Cancelled):
            find_differences(library.originals, listing, photo, alignment, stop)
