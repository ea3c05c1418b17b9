"""Finding the listing in a photo: exact where it is there, a reason where it is not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from claimcheck.imaging.aligning.agreement import Shown
from claimcheck.imaging.aligning.align import Alignment, Reason, Refusal, align
from claimcheck.imaging.aligning.features import Features, find_features, luma, scaled_to
from claimcheck.imaging.aligning.homography import (
    corners_of,
    estimate,
    inverse,
    is_plausible,
    mapped,
    scaling,
)
from claimcheck.imaging.aligning.refine import refine
from claimcheck.imaging.aligning.repeats import step_of
from claimcheck.imaging.aligning.steadiness import spread_px
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from tests.helpers.shared import shared_files, shared_folder


def print_of(seed: int, width: int = 300, height: int = 400) -> RGB:
    """Something like a package: blocks of colour, words, shapes."""
    rng = np.random.default_rng(seed)
    picture = np.full((height, width, 3), rng.integers(120, 250, 3), np.uint8)
    for _ in range(25):
        x, y = (int(v) for v in rng.uniform(0, 0.85, 2) * (width, height))
        colour = tuple(int(v) for v in rng.integers(0, 255, 3))
        if rng.random() < 0.5:
            cv2.circle(picture, (x, y), int(rng.integers(5, 30)), colour, -1, cv2.LINE_AA)
        text = "".join(chr(int(v)) for v in rng.integers(65, 90, 5))
        cv2.putText(picture, text, (x, y), 0, rng.uniform(0.4, 1.2), colour, 2, cv2.LINE_AA)
    return picture


def photo_of(
    picture: RGB, matrix: NDArray[np.float64], size: tuple[int, int] = (800, 600), seed: int = 0
) -> RGB:
    """The print as a camera sees it at ``matrix`` (listing → photo), before something else."""
    rng = np.random.default_rng(seed)
    behind = cv2.resize(rng.integers(0, 255, (12, 16, 3), np.uint8), size)
    double = scaling(2, 2)
    twice = (2 * size[0], 2 * size[1])
    there = np.full(picture.shape[:2], 255, np.uint8)
    seen = cv2.warpPerspective(picture, double @ matrix, twice, flags=cv2.INTER_CUBIC)
    mask = cv2.warpPerspective(there, double @ matrix, twice)
    seen, mask = (cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in (seen, mask))
    share = mask[..., None] / 255.0
    mixed = seen * share + behind * (1 - share)
    mixed = 0.8 * mixed + rng.normal(0, 3, mixed.shape)
    return np.asarray(np.clip(mixed, 0, 255), dtype=np.uint8)


def at_corners(picture: RGB, corners: list[tuple[float, float]]) -> NDArray[np.float64]:
    source = corners_of(picture.shape[1], picture.shape[0]).astype(np.float32)
    found = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    return np.asarray(found, dtype=np.float64)


SEEN = [(260.0, 90.0), (520.0, 130.0), (500.0, 480.0), (240.0, 520.0)]
SLANTED = [(300.0, 200.0), (560.0, 150.0), (590.0, 300.0), (310.0, 380.0)]
TURNED = [(540.0, 480.0), (250.0, 500.0), (230.0, 110.0), (520.0, 90.0)]


@pytest.mark.parametrize("corners", [SEEN, SLANTED, TURNED])
def test_the_outline_is_exact(corners: list[tuple[float, float]]) -> None:
    listing = print_of(1)
    found = align(listing, photo_of(listing, at_corners(listing, corners)))
    assert isinstance(found, Alignment)
    assert np.linalg.norm(found.outline - corners, axis=1).mean() < 0.3
    assert np.abs(mapped(found.homography, found.outline) - corners_of(300, 400)).max() < 1e-6
    assert found.reprojection_error_px < 1.5
    assert found.confidence > 0.9


def test_a_small_listing_and_a_large_photo_keep_the_half_pixel() -> None:
    """Enlarged four times, (x, y) lies at (4x + 1.5, 4y + 1.5)."""
    reduced = cv2.resize(print_of(2, 400, 520), (100, 130), interpolation=cv2.INTER_AREA)
    small = np.asarray(reduced, dtype=np.uint8)
    placed = np.array([[4.0, 0, 401.5], [0, 4.0, 301.5], [0, 0, 1]])
    large = cv2.resize(small, (400, 520), interpolation=cv2.INTER_CUBIC)
    photo = np.full((1200, 1600, 3), 90, np.uint8)
    photo[300:820, 400:800] = large
    found = align(small, photo)
    assert isinstance(found, Alignment)
    assert np.abs(found.outline - mapped(placed, corners_of(100, 130))).max() < 0.4


def test_the_answer_is_the_same_every_time() -> None:
    listing = print_of(3)
    photo = photo_of(listing, at_corners(listing, SLANTED))
    first, second = align(listing, photo), align(listing, photo)
    assert isinstance(first, Alignment)
    assert isinstance(second, Alignment)
    assert np.array_equal(first.homography, second.homography)
    assert (first.inliers, first.confidence) == (second.inliers, second.confidence)


def test_covered_parts_do_not_pull() -> None:
    listing = print_of(4)
    photo = photo_of(listing, at_corners(listing, SEEN))
    cv2.ellipse(photo, (300, 300), (120, 40), 30, 0, 360, (205, 150, 120), -1)
    found = align(listing, photo)
    assert isinstance(found, Alignment)
    assert np.linalg.norm(found.outline - SEEN, axis=1).mean() < 0.5


@pytest.mark.parametrize("off", [12.0, 25.0])
def test_what_fits_on_one_side_is_carried_on_to_the_other(off: float) -> None:
    listing = print_of(4)
    grey, seen = luma(listing), luma(photo_of(listing, at_corners(listing, SEEN)))
    left, right = SEEN[::3], [(x + off, y - off) for x, y in SEEN[1:3]]
    start = at_corners(listing, [left[0], right[0], right[1], left[1]])
    found = mapped(refine(Shown(grey), seen, start), corners_of(300, 400))
    assert np.linalg.norm(found - SEEN, axis=1).mean() < 0.5


def test_a_word_on_an_empty_package_does_not_tell_where_its_far_end_is() -> None:
    listing = _word_on(np.full((400, 300, 3), (214, 196, 170), np.uint8))
    found = align(listing, photo_of(listing, at_corners(listing, SEEN)))
    assert isinstance(found, Refusal)
    assert found.reason is Reason.ONE_SPOT


def _word_on(picture: RGB) -> RGB:
    cv2.putText(picture, "Zen", (40, 330), cv2.FONT_HERSHEY_TRIPLEX, 1.0, (40, 30, 90), 2, 16)
    return picture


def _stripes() -> RGB:
    picture = np.full((400, 300, 3), 220, np.uint8)
    picture[(np.arange(400) // 20 % 2) > 0] = 90
    return picture


def test_what_print_does_not_hold_may_be_far_off() -> None:
    """A word tells little of the far end, and stripes nothing along themselves."""
    prints = {
        "print": print_of(1),
        "word": _word_on(np.full((400, 300, 3), 214, np.uint8)),
        "stripes": _stripes(),
    }
    matrix, corners = at_corners(print_of(1), SEEN), corners_of(300, 400)
    off = {
        name: spread_px(Shown(luma(shown)), luma(photo_of(shown, matrix)), matrix, corners)
        for name, shown in prints.items()
    }
    assert off["print"] < 0.5
    assert off["word"] > 10
    assert off["stripes"] > 10


def test_what_lies_beside_the_photo_has_no_place_in_it() -> None:
    grey = luma(print_of(1))
    beside = at_corners(print_of(1), [(x + 5000, y) for x, y in SEEN])
    assert spread_px(Shown(grey), grey, beside, corners_of(300, 400)) == np.inf


@pytest.mark.parametrize("behind", [20, 250])
def test_the_white_around_a_product_is_no_part_of_it(behind: int) -> None:
    """On white the product is darker than what surrounds it, on a dark table lighter."""
    product = np.full((400, 300, 3), (150, 190, 170), np.uint8)
    for place, size in (((30, 50), 1.2), ((150, 370), 0.7), ((40, 230), 0.9)):
        cv2.putText(product, "Calm", place, cv2.FONT_HERSHEY_TRIPLEX, size, (60, 40, 90), 2, 16)
    listing = np.full((520, 420, 3), 255, np.uint8)
    listing[60:460, 60:360] = product
    photo = photo_of(product, at_corners(product, SEEN))
    white = np.full(product.shape[:2], 255, np.uint8)
    there = cv2.warpPerspective(white, at_corners(product, SEEN), (photo.shape[1], photo.shape[0]))
    photo[there == 0] = behind
    found = align(listing, photo)
    assert isinstance(found, Alignment)
    assert found.score > 0.8
    corners = mapped(inverse(found.homography), corners_of(300, 400) + 60)
    assert np.linalg.norm(corners - SEEN, axis=1).mean() < 0.5


def test_of_two_the_better_seen_is_found() -> None:
    listing = print_of(5)
    photo = photo_of(listing, at_corners(listing, SEEN))
    behind = cv2.resize(listing, (75, 100), interpolation=cv2.INTER_AREA)
    photo[20:120, 20:95] = behind // 2
    found = align(listing, photo)
    assert isinstance(found, Alignment)
    assert np.linalg.norm(found.outline - SEEN, axis=1).mean() < 0.5


LOW = [(x, y + 230) for x, y in SEEN]
"""The product's lower third lies outside the photo."""


@pytest.mark.parametrize("corners", [SEEN, LOW])
def test_print_that_repeats_itself_is_not_taken_a_step_off(
    corners: list[tuple[float, float]],
) -> None:
    listing = np.vstack([print_of(0, 300, 130)] * 3)
    found = align(listing, photo_of(listing, at_corners(listing, corners)))
    assert isinstance(found, Alignment)
    assert np.linalg.norm(found.outline - corners, axis=1).mean() < 0.5


def test_the_step_of_a_print_is_known_if_it_has_one() -> None:
    def features(picture: RGB) -> Features:
        return find_features(scaled_to(luma(picture), max(picture.shape)), 1500)

    step = step_of(features(np.vstack([print_of(0, 300, 130)] * 3)), 390)
    assert step is not None
    assert np.abs(mapped(step, corners_of(300, 260)) - corners_of(300, 260) - (0, 130)).max() < 0.5
    assert step_of(features(print_of(1)), 400) is None
    assert step_of(features(_colour(300, 400)), 400) is None


def _noise(width: int, height: int) -> RGB:
    return np.random.default_rng(width).integers(0, 255, (height, width, 3), np.uint8)


def _colour(width: int, height: int, level: int = 200) -> RGB:
    return np.full((height, width, 3), level, np.uint8)


@pytest.mark.parametrize(
    ("listing", "photo", "reason"),
    [
        (_colour(300, 300, 255), print_of(1), Reason.BLANK),
        (print_of(1), _colour(800, 600), Reason.BLANK),
        (_colour(300, 300), _colour(300, 300, 10), Reason.BLANK),
        (print_of(1)[:10, :10], print_of(1), Reason.TINY),
        (print_of(1), _colour(1, 1), Reason.TINY),
        (print_of(1), print_of(1), Reason.IDENTICAL),
        (print_of(1), print_of(7), Reason.NO_MATCH),
        (print_of(1), _noise(500, 400), Reason.NO_MATCH),
        (print_of(1), _noise(3000, 24), Reason.NO_MATCH),
        (_noise(24, 2000), print_of(1), Reason.NO_MATCH),
    ],
)
def test_bad_pairs_are_refused_with_a_reason(listing: RGB, photo: RGB, reason: Reason) -> None:
    found = align(listing, photo)
    assert isinstance(found, Refusal)
    assert found.reason is reason
    assert found.confidence < 0.5


def test_a_mirrored_print_is_not_the_product() -> None:
    listing = print_of(8)
    photo = photo_of(np.ascontiguousarray(listing[:, ::-1]), at_corners(listing, SEEN))
    assert isinstance(align(listing, photo), Refusal)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 1000),
    sides=st.tuples(*[st.integers(1, 300)] * 4),
    kind=st.sampled_from(["noise", "stripes", "blocks", "print", "part"]),
)
def test_nothing_makes_it_fall_over(seed: int, sides: tuple[int, int, int, int], kind: str) -> None:
    rng = np.random.default_rng(seed)
    listing = print_of(seed, max(sides[0], 8), max(sides[1], 8))
    height, width = sides[2:]
    photo = rng.integers(0, 255, (height, width, 3), np.uint8)
    if kind == "stripes":
        photo[:] = (np.arange(width) // 7 % 2 * 255).astype(np.uint8)[None, :, None]
    elif kind == "blocks":
        photo = np.kron(photo[: height // 9 + 1, : width // 9 + 1], np.ones((9, 9, 1), np.uint8))
    elif kind == "print":
        photo = print_of(seed + 1, max(width, 8), max(height, 8))
    elif kind == "part":
        photo = listing[: max(1, height // 2)].copy()
    found = align(listing, photo)
    if isinstance(found, Alignment):
        assert np.isfinite(found.homography).all()
        sizes = listing.shape[1::-1], photo.shape[1::-1]
        assert is_plausible(inverse(found.homography), *sizes)
        assert 0.65 <= found.confidence <= 1


def test_degenerate_point_pairs_give_no_homography() -> None:
    line = np.column_stack([np.arange(20.0), np.arange(20.0)])
    spot = np.zeros((20, 2))
    for source, target in ((line, spot), (spot, line), (spot, spot), (line[:3], line[:3])):
        fit = estimate(source, target, 3.0)
        assert fit is None or not is_plausible(fit.matrix, (100, 100), (100, 100))


@pytest.mark.parametrize(
    ("corners", "plausible"),
    [
        (SEEN, True),
        (SLANTED, True),
        ([SEEN[1], SEEN[0], SEEN[3], SEEN[2]], False),  # mirrored
        ([SEEN[0], SEEN[2], SEEN[1], SEEN[3]], False),  # crossed
        ([(100, 100), (105, 100), (105, 104), (100, 104)], False),  # a speck
        ([(100, 100), (500, 100), (500, 112), (100, 112)], False),  # a sliver
        ([(x + 5000, y) for x, y in SEEN], False),  # outside
    ],
)
def test_what_a_camera_can_see(corners: list[tuple[float, float]], plausible: bool) -> None:
    matrix = at_corners(print_of(1), corners)
    assert is_plausible(matrix, (300, 400), (800, 600)) is plausible


def test_real_cartons_are_found_and_other_products_are_not() -> None:
    carton = shared_folder("grocery/God-Morgon-Orange-Juice")
    listing = load_rgb(carton / "listing.jpg")
    for path in shared_files("grocery/God-Morgon-Orange-Juice", "photo-*.jpg"):
        assert isinstance(align(listing, load_rgb(path)), Alignment), path.name
    for path in shared_files("grocery/Vine-Tomato", "photo-*.jpg"):
        assert isinstance(align(listing, load_rgb(path)), Refusal), path.name
