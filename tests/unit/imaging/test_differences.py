"""What differs between a listing and a photo laid over it, and of what kind it is."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.imaging.aligning.align import Alignment, align
from claimcheck.imaging.aligning.homography import inverse
from claimcheck.imaging.aligning.refine_frame import Plane
from claimcheck.imaging.differing.difference_kinds import DifferenceKind
from claimcheck.imaging.differing.difference_map import Differing, best_fit, saturated
from claimcheck.imaging.differing.differences import Difference, find_differences, regions_of
from claimcheck.imaging.differing.overlay import Overlay
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from tests.helpers.shared import shared_files, shared_folder
from tests.unit.imaging.test_align import SEEN, at_corners, photo_of, print_of

PATCH = (slice(150, 210), slice(90, 160))


def relit(rgb: RGB) -> RGB:
    """Warm, dim light that falls off to the right, and another contrast."""
    fall = np.linspace(1.0, 0.7, rgb.shape[1])[None, :, None]
    seen = 255 * (rgb / 255.0) ** 1.2 * np.array([1.0, 0.85, 0.65]) * fall
    return np.asarray(np.clip(seen, 0, 255), np.uint8)


def recoloured(rgb: RGB) -> None:
    part = cv2.cvtColor(rgb[PATCH], cv2.COLOR_RGB2HSV)
    part[..., 0] = (part[..., 0].astype(int) + 70) % 180
    part[..., 1] = np.maximum(part[..., 1], 150)
    rgb[PATCH] = cv2.cvtColor(part, cv2.COLOR_HSV2RGB)


def removed(rgb: RGB) -> None:
    rgb[PATCH] = rgb[152, 92]


def scribbled(rgb: RGB) -> None:
    for x in range(96, 156, 12):
        cv2.line(rgb, (x, 155), (x + 6, 205), (10, 10, 10) if x % 24 else (250, 250, 250), 4)


def promising() -> RGB:
    """A print with small words in the patch."""
    listing = print_of(11)
    listing[PATCH] = (235, 230, 210)
    for line, word in enumerate(("SIXTY", "SWEET", "BEARS")):
        at = 95, 168 + 18 * line
        cv2.putText(listing, word, at, 0, 0.55, (40, 60, 90), 2, cv2.LINE_AA)
    return listing


def seen_with(change: object) -> tuple[Difference, ...]:
    listing = promising()
    changed = listing.copy()
    if callable(change):
        change(changed)
    matrix = at_corners(listing, SEEN)
    return find_differences(listing, relit(photo_of(changed, matrix)), inverse(matrix))


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (recoloured, {DifferenceKind.COLOUR}),
        (removed, {DifferenceKind.MISSING}),
        (scribbled, {DifferenceKind.PRINT, DifferenceKind.EXTRA}),
    ],
)
def test_a_change_is_found_where_it_is(change: object, kinds: set[DifferenceKind]) -> None:
    found = seen_with(change)
    assert len(found) == 1
    (one,) = found
    assert one.kind in kinds
    assert 0.5 <= one.strength <= 1
    assert abs(one.place.center.x - 125) < 20
    assert abs(one.place.center.y - 180) < 20


def test_light_alone_is_no_difference() -> None:
    assert seen_with(None) == ()


def test_a_hand_before_the_product_is_no_difference() -> None:
    listing = print_of(11)
    matrix = at_corners(listing, SEEN)
    photo = relit(photo_of(listing, matrix))
    cv2.ellipse(photo, (230, 300), (110, 26), 10, 0, 360, (205, 150, 120), -1)
    assert find_differences(listing, photo, inverse(matrix)) == ()


def test_of_a_vivid_colour_its_hue_counts_more_than_how_saturated_it_looks() -> None:
    vivid = np.full((24, 24, 3), (40.0, 20.0, -70.0), np.float32)
    grey = np.full((24, 24, 3), (40.0, 2.0, -3.0), np.float32)
    away, aside = (np.array([0.0, *way], np.float32) * 30 for way in ((-0.27, 0.96), (0.96, 0.27)))

    def told(ours: Plane, gap: Plane) -> float:
        return float(best_fit(ours, ours + gap, 2, saturated(ours)).mean())

    assert told(vivid, away) < 0.3 * 30
    assert told(vivid, aside) > 1.5 * told(vivid, away)
    assert told(grey, away) > 0.8 * 30


@pytest.mark.parametrize(("cut", "count"), [(0, 1), (115, 0)])
def test_what_begins_where_nothing_is_seen_any_more_is_no_difference(cut: int, count: int) -> None:
    """A strip along the rim of what both show is a fold or a thumb."""
    strength = np.full((300, 300), 0.8, np.float32)
    strength[80:220, 115:140] = 5.0
    visible = np.ones((300, 300), np.bool_)
    visible[:, :cut] = False
    lab = np.zeros((300, 300, 3), np.float32)
    found = Differing(strength, lab, lab + 9, visible, visible, strength, visible, None)
    plain = np.full((300, 300, 3), 200, np.float32)
    overlay = Overlay(plain, plain, visible, visible, plain, 0, (1.0, 1.0))
    assert len(regions_of(overlay, found)) == count


def test_places_are_in_listing_pixels_whatever_its_size() -> None:
    listing = print_of(11)
    changed = listing.copy()
    recoloured(changed)
    matrix = at_corners(listing, SEEN)
    photo = photo_of(changed, matrix)
    grown = cv2.resize(listing, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    large = np.asarray(grown, np.uint8)
    to_large = np.array([[4, 0, 1.5], [0, 4, 1.5], [0, 0, 1.0]])
    (small_one,) = find_differences(listing, photo, inverse(matrix))
    (large_one,) = find_differences(large, photo, to_large @ inverse(matrix))
    for side in ("x", "y", "width", "height"):
        assert getattr(large_one.place, side) == pytest.approx(
            4 * getattr(small_one.place, side), abs=16
        )


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    sides=st.tuples(*[st.sampled_from([1, 2, 7, 40, 1000])] * 4),
    level=st.integers(0, 255),
    shift=st.floats(-2000, 2000),
)
def test_nothing_makes_it_fall_over(
    sides: tuple[int, int, int, int], level: int, shift: float
) -> None:
    listing = np.full((*sides[:2], 3), level, np.uint8)
    photo = np.random.default_rng(level).integers(0, 255, (*sides[2:], 3), np.uint8)
    matrix = np.array([[1, 0, shift], [0, 1, shift / 2], [0, 0, 1.0]])
    for one in find_differences(listing, photo, matrix):
        assert one.place.right <= sides[1] + 1
        assert one.place.bottom <= sides[0] + 1


def test_a_true_carton_differs_in_few_places() -> None:
    carton = shared_folder("grocery/God-Morgon-Orange-Juice")
    listing = load_rgb(carton / "listing.jpg")
    for path in shared_files("grocery/God-Morgon-Orange-Juice", "photo-*.jpg"):
        photo = load_rgb(path)
        found = align(listing, photo)
        assert isinstance(found, Alignment)
        assert len(find_differences(listing, photo, found.homography)) <= 3, path.name
