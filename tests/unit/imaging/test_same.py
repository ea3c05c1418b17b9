"""The same product, another variant of it, or something else."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.imaging.aligning.align import Alignment, Reason, align
from claimcheck.imaging.aligning.features import luma
from claimcheck.imaging.aligning.homography import inverse, is_plausible
from claimcheck.imaging.differing import same as judging
from claimcheck.imaging.differing.same import judge_same, same_thing
from claimcheck.imaging.differing.signs import Signs
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.model.alignment import Sameness
from tests.helpers.shared import shared_folder
from tests.unit.imaging.test_align import SEEN, at_corners, photo_of, print_of


def flavoured(listing: RGB) -> RGB:
    """Below the logo another colour."""
    other = listing.copy()
    part = cv2.cvtColor(other[150:], cv2.COLOR_RGB2HSV)
    part[..., 0] = (part[..., 0].astype(int) + 70) % 180
    other[150:] = cv2.cvtColor(part, cv2.COLOR_HSV2RGB)
    return other


def test_the_same_print_in_a_photo_is_the_same() -> None:
    listing = print_of(3)
    judged = same_thing(listing, photo_of(listing, at_corners(listing, SEEN)))
    assert judged.same is Sameness.YES
    assert judged.confidence > 0.8


def test_another_flavour_is_another_variant_and_says_where() -> None:
    listing = print_of(3)
    judged = same_thing(listing, photo_of(flavoured(listing), at_corners(listing, SEEN)))
    assert judged.same is Sameness.OTHER_VARIANT
    assert judged.regions[0].place.bottom > 300


@pytest.mark.parametrize(("seen", "same"), [(0.5, Sameness.YES), (0.2, Sameness.UNSURE)])
def test_what_little_of_the_product_shows_is_not_enough_to_call_it_the_same(
    monkeypatch: pytest.MonkeyPatch, seen: float, same: Sameness
) -> None:
    monkeypatch.setattr(judging, "signs", lambda *_parts: Signs(0.0, 1.0, seen))
    listing = np.asarray(cv2.resize(print_of(3), None, fx=0.5, fy=0.5), np.uint8)
    assert judging.judge_aligned(listing, listing, np.eye(3)).same is same


@pytest.mark.parametrize("listing_too", [False, True])
def test_a_photo_without_colour_tells_no_variants_apart(listing_too: bool) -> None:
    listing = print_of(3)
    photo = photo_of(listing, at_corners(listing, SEEN))
    grey, seen = (np.repeat(luma(one)[..., None], 3, axis=2) for one in (listing, photo))
    judged = same_thing(grey if listing_too else listing, seen)
    assert judged.same is (Sameness.YES if listing_too else Sameness.UNSURE)


def _flat(side: int) -> RGB:
    return np.full((side, side, 3), 200, np.uint8)


@pytest.mark.parametrize(
    ("listing", "photo", "same"),
    [
        (print_of(1), print_of(1), Sameness.YES),
        (print_of(1), print_of(2), Sameness.NO),
        (_flat(300), print_of(2), Sameness.UNSURE),
        (print_of(1), _flat(1), Sameness.UNSURE),
        (np.zeros((1, 1000, 3), np.uint8), print_of(2), Sameness.UNSURE),
    ],
)
def test_pairs_that_cannot_be_aligned(listing: RGB, photo: RGB, same: Sameness) -> None:
    judged = same_thing(listing, photo)
    assert judged.same is same
    assert judged.regions == ()


@pytest.mark.parametrize("product", ["God-Morgon-Orange-Juice", "Arla-Standard-Milk"])
def test_real_cartons_are_the_same_and_neighbours_are_not(product: str) -> None:
    folder = shared_folder(f"grocery/{product}")
    neighbour = shared_folder("grocery/Arla-Ecological-Medium-Fat-Milk")
    photo = load_rgb(folder / "photo-2.jpg")
    for listing_folder, expected in ((folder, True), (neighbour, False)):
        listing = load_rgb(listing_folder / "listing.jpg")
        judged = judge_same(listing, photo, align(listing, photo))
        assert (judged.same is Sameness.YES) is expected


def _odd(kind: str, width: int, height: int, seed: int) -> RGB:
    """What people drop by mistake: one colour, a gradient, noise, a speck, a strip of a print."""
    rng = np.random.default_rng(seed)
    picture = np.full((height, width, 3), rng.integers(0, 255, 3), np.uint8)
    if kind == "gradient":
        picture[:] = np.linspace(0, 255, width).astype(np.uint8)[None, :, None]
    elif kind == "noise":
        picture = rng.integers(0, 255, (height, width, 3), np.uint8)
    elif kind == "speck":
        picture[height // 2, width // 2] = 255 - picture[height // 2, width // 2]
    elif kind == "strip":
        picture = np.asarray(cv2.resize(print_of(seed % 3), (width, height)), np.uint8)
    return picture


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kinds=st.tuples(*[st.sampled_from(["flat", "gradient", "noise", "speck", "strip"])] * 2),
    sides=st.tuples(*[st.sampled_from([1, 23, 24, 60, 300, 900])] * 4),
    seed=st.integers(0, 50),
)
def test_odd_pairs_get_an_answer_and_never_a_wild_outline(
    kinds: tuple[str, str], sides: tuple[int, int, int, int], seed: int
) -> None:
    listing, photo = _odd(kinds[0], *sides[:2], seed), _odd(kinds[1], *sides[2:], seed + 1)
    found = align(listing, photo)
    judged = judge_same(listing, photo, found)
    assert 0 <= judged.confidence <= 1
    if isinstance(found, Alignment):
        sizes = listing.shape[1::-1], photo.shape[1::-1]
        assert is_plausible(inverse(found.homography), *sizes)
    else:
        assert found.reason in Reason
        assert judged.regions == ()
