"""Where the product is: tight on studio backgrounds, generous on photos."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.subject import find_subject
from claimcheck.model.geometry import Rect
from tests.helpers.pictures import encoded, photo, studio
from tests.helpers.shared import shared_files

PRODUCT = Rect(120, 60, 140, 180)


def _is_tight(frame: Rect, product: Rect, slack: float = 8) -> bool:
    return frame.grown(3).encloses(product) and product.grown(slack).encloses(frame)


@pytest.mark.parametrize(
    "background", [(255, 255, 255), (246, 244, 240), (20, 20, 24), (250, 210, 60), (120, 140, 160)]
)
@pytest.mark.parametrize("quality", [40, 90])
def test_a_product_on_a_flat_colour(background: tuple[int, int, int], quality: int) -> None:
    rgb = _through_jpeg(studio(background=background), quality)
    subject = find_subject(rgb)
    # At quality 40 an edge rings through its 8-pixel block.
    assert _is_tight(subject.frame, PRODUCT, slack=15 if quality == 40 else 8)
    assert subject.background is not None
    assert np.abs(np.subtract(subject.background, background)).max() <= 4


def test_light_that_falls_off_to_a_side() -> None:
    rgb = studio(background=(250, 250, 250))
    lit = (rgb * np.linspace(1, 0.86, 400)[None, :, None]).astype(np.uint8)
    lit[60:240, 120:260] = rgb[60:240, 120:260]
    subject = find_subject(lit)
    assert subject.background is not None
    assert _is_tight(subject.frame, PRODUCT)


@pytest.mark.parametrize("product", [(120, 120, 140, 180), (0, 60, 200, 180), (120, 0, 140, 220)])
def test_a_product_that_touches_a_border(product: tuple[int, int, int, int]) -> None:
    subject = find_subject(studio(product=product))
    assert subject.background == (255, 255, 255)
    assert _is_tight(subject.frame, Rect(*product))


def test_dust_does_not_count() -> None:
    rgb = studio()
    rgb[10, 10] = rgb[290, 380] = 90
    assert _is_tight(find_subject(rgb).frame, PRODUCT)


def test_a_photo_has_no_studio_background() -> None:
    for seed in range(8):
        assert find_subject(photo(400, 300, seed)).background is None


def test_a_flat_picture_and_a_tiny_one_are_all_subject() -> None:
    for rgb in (np.full((200, 300, 3), 200, np.uint8), photo(40, 5), photo(1, 1)):
        frame = find_subject(rgb).frame
        height, width = rgb.shape[:2]
        assert Rect(0, 0, width, height).encloses(frame)
        assert frame.width > 0.4 * width
        assert frame.height > 0.4 * height


@pytest.mark.parametrize("place", [(130, 90), (60, 60), (200, 80)])
def test_a_thing_that_stands_out_of_clutter_is_framed(place: tuple[int, int]) -> None:
    rgb = (photo(400, 300) // 4 + (60, 70, 60)).astype(np.uint8)
    x, y = place
    rgb[y : y + 150, x : x + 110] = (230, 60, 40)
    frame = find_subject(rgb).frame
    assert frame.grown(4).encloses(Rect(x, y, 110, 150))
    assert frame.width * frame.height < 0.6 * 400 * 300


def test_the_frame_scales_with_the_picture() -> None:
    small, large = studio(), np.kron(studio(), np.ones((3, 3, 1), np.uint8))
    one, other = find_subject(small).frame, find_subject(large).frame
    assert abs(one.x * 3 - other.x) < 12
    assert abs(one.right * 3 - other.right) < 12


@pytest.mark.alone
def test_it_is_deterministic_and_quick() -> None:
    rgb = photo(512, 384)
    first = find_subject(rgb)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert find_subject(rgb) == first
        times.append(time.perf_counter() - start)
    assert min(times) < 0.06


def test_real_listing_images_are_framed_tight() -> None:
    for path in shared_files("grocery", "*/listing.jpg"):
        rgb = load_rgb(path)
        subject = find_subject(rgb)
        assert subject.background is not None, path.parent.name
        assert min(subject.background) > 250, path.parent.name
        # What lies outside the frame is background.
        outside = np.ones(rgb.shape[:2], bool)
        frame = subject.frame
        outside[int(frame.y) : int(frame.bottom) + 1, int(frame.x) : int(frame.right) + 1] = False
        assert not outside.any() or np.percentile(rgb[outside], 2) > 215, path.parent.name
        ends = rgb[
            int(frame.y) + 1 : int(frame.bottom) - 1, int(frame.x) + 1 : int(frame.right) - 1
        ]
        assert ends.shape[0] * ends.shape[1] < 0.85 * rgb.shape[0] * rgb.shape[1]


def test_real_photos_keep_the_middle_and_most_of_the_height() -> None:
    for path in shared_files("grocery", "*/photo-*.jpg"):
        rgb = load_rgb(path)
        height, width = rgb.shape[:2]
        subject = find_subject(rgb)
        middle = Rect(0.38 * width, 0.3 * height, 0.24 * width, 0.4 * height)
        assert subject.background is None, path
        assert subject.frame.encloses(middle), path
        assert subject.frame.height > 0.6 * height, path


def _through_jpeg(rgb: RGB, quality: int) -> RGB:
    return load_rgb(Path("a.jpg"), None, encoded(rgb, quality=quality))
