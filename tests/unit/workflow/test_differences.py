"""Proposals and sameness as the review keeps them: in full-size pixels, counted from edges."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from claimcheck.errors import Cancelled
from claimcheck.imaging.pixels import RGB
from claimcheck.library.library import Library
from claimcheck.model.alignment import Alignment, Proposal, Sameness
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind, Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.alignment import Redactions
from claimcheck.workflow.differences import find_differences, hidden_on_both, same_thing
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


def _aligned_and_looked_at(
    library: Library, pair: tuple[Evidence, Evidence, Alignment], hidden: Redactions
) -> tuple[tuple[Proposal, ...], Alignment]:
    listing, photo, alignment = pair
    found = find_differences(library.originals, listing, photo, alignment, redactions=hidden)
    return found, same_thing(library.originals, listing, photo, alignment, redactions=hidden)


@pytest.mark.parametrize("side", [0, 1])
def test_what_is_redacted_on_one_picture_differs_from_nothing(tmp_path: Path, side: int) -> None:
    """Neither the difference below a redaction is proposed, nor the redaction itself."""
    below = Rect(170, 370, 200, 180)
    on_photo = Rect(4 * below.x + SHIFT, 4 * below.y + SHIFT, 4 * below.width, 4 * below.height)
    elsewhere = Rect(500, 120, 160, 120)
    with Library.open(tmp_path / "library") as library:
        pair = _pair(library, tmp_path)
        (seen,), _ = _aligned_and_looked_at(library, pair, ((elsewhere,), ()))
        hidden = ((below,), ()) if side == 0 else ((), (on_photo,))
        nothing, judged = _aligned_and_looked_at(library, pair, hidden)
    assert seen.listing_place.center.x == pytest.approx(270, abs=12)
    assert nothing == ()
    assert (judged.same, judged.doubts) == (Sameness.YES, ())


def test_a_redaction_far_from_the_product_hides_nothing_of_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        listing, photo, _ = _pair(library, tmp_path)
    steep = Alignment("c", (0.25, 0.0, -60.0, 0.0, 0.25, -60.0, 0.0006, 0.0, 1.0))
    behind = Rect(-3000, 10, 900, 40)  # beyond the horizon, where a place would be anywhere
    assert hidden_on_both(steep, listing, photo, ((), (behind,))) == ((), (behind,))


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    def stop(done: int, _total: int, _what: str) -> None:
        if done == 2:
            raise Cancelled

    with Library.open(tmp_path / "library") as library:
        listing, photo, alignment = _pair(library, tmp_path)
        with pytest.raises(Cancelled):
            find_differences(library.originals, listing, photo, alignment, stop)
