"""Reading colours: means without outliers, ΔE2000 as published, names, and the two corrections."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.measuring.chart import fit_chart, orders, reference_light
from claimcheck.imaging.measuring.chart_finder import find_chart
from claimcheck.imaging.measuring.colour_names import NAMES, colour_name
from claimcheck.imaging.measuring.colour_reading import (
    delta_e_2000,
    lab_of_light,
    light_of,
    read_patch,
    srgb_of_light,
)
from claimcheck.imaging.measuring.white_balance import balance_from_patch
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import DifferenceSize, Lab, Reference, difference_size
from claimcheck.model.geometry import Rect
from tests.helpers.charts import chart_photo
from tests.helpers.pictures import photo

labs = st.tuples(st.floats(0, 100), st.floats(-90, 90), st.floats(-90, 90))


def plain(colour: tuple[int, int, int], width: int = 60, height: int = 40) -> RGB:
    return np.full((height, width, 3), colour, np.uint8)


# Sharma, Wu and Dalal (2005), table 1: pairs where careless implementations go wrong.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_the_published_one(one: Lab, other: Lab, expected: float) -> None:
    assert delta_e_2000(one, other) == pytest.approx(expected, abs=1e-4)


@given(labs, labs)
def test_the_difference_is_the_same_from_either_side(one: Lab, other: Lab) -> None:
    assert delta_e_2000(one, other) == pytest.approx(delta_e_2000(other, one), abs=1e-9)
    assert delta_e_2000(one, one) == pytest.approx(0, abs=1e-9)
    assert delta_e_2000(one, other) >= 0


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_plain_patch_reads_as_opencv_says(colour: tuple[int, int, int]) -> None:
    reading = read_patch(plain(colour), Rect(5, 5, 20, 20))
    pixel = np.array([[colour]], np.float32) / 255
    wanted = np.asarray(cv2.cvtColor(pixel, cv2.COLOR_RGB2Lab))[0, 0]
    assert reading.lab == pytest.approx(wanted.tolist(), abs=0.6)  # OpenCV’s table is 0.43 off
    assert reading.spread == pytest.approx(0, abs=0.3)
    assert reading.pixels == 400
    assert reading.hex == "#{:02X}{:02X}{:02X}".format(*colour)


def test_letters_and_glints_are_left_out() -> None:
    rgb = plain((200, 40, 60))
    rgb[10:14] = 255
    rgb[20:24, :30] = 0
    clean, printed = read_patch(plain((200, 40, 60)), Rect(0, 0, 60, 40)), None
    printed = read_patch(rgb, Rect(0, 0, 60, 40))
    assert delta_e_2000(clean.lab, printed.lab) < 0.1
    assert printed.pixels < 60 * 40


def test_noise_shows_as_spread_and_not_in_the_mean() -> None:
    rng = np.random.default_rng(3)
    noisy = np.clip(plain((120, 140, 90)) + rng.normal(0, 8, (40, 60, 3)), 0, 255).astype(np.uint8)
    clean = read_patch(plain((120, 140, 90)), Rect(0, 0, 60, 40))
    reading = read_patch(noisy, Rect(0, 0, 60, 40))
    assert delta_e_2000(clean.lab, reading.lab) < 1
    assert 2 < reading.spread < 12


def test_a_patch_that_hangs_over_the_edge_counts_what_is_there() -> None:
    assert read_patch(plain((9, 9, 9)), Rect(50, 30, 100, 100)).pixels == 100


@pytest.mark.parametrize("patch", [Rect(60, 0, 5, 5), Rect(-20, 0, 10, 10), Rect(0, 90, 4, 4)])
def test_a_patch_outside_is_refused(patch: Rect) -> None:
    with pytest.raises(KnownError) as refused:
        read_patch(plain((9, 9, 9)), patch, name="mine.jpg")
    assert refused.value.kind is ErrorKind.PATCH_OUTSIDE
    assert "mine.jpg" in str(refused.value)


def test_a_point_reads_what_is_around_it() -> None:
    assert read_patch(plain((9, 9, 9)), Rect(30, 20, 0, 0)).pixels >= 16


def test_sizes_grow_with_the_figure() -> None:
    sizes = [difference_size(value) for value in (0.2, 1.5, 3, 6, 30)]
    assert sizes == list(DifferenceSize)


@pytest.mark.parametrize(
    ("rgb", "english", "dutch"),
    [
        ((255, 0, 0), "red", "rood"),
        ((0, 0, 255), "bright blue", "felblauw"),
        ((255, 255, 0), "yellow", "geel"),
        ((250, 250, 252), "white", "wit"),
        ((5, 5, 5), "black", "zwart"),
        ((128, 128, 128), "grey", "grijs"),
        ((255, 192, 203), "light pink", "lichtroze"),
        ((0, 0, 128), "dark blue", "donkerblauw"),
        ((34, 139, 34), "green", "groen"),
        ((255, 165, 0), "orange", "oranje"),
        ((101, 67, 33), "brown", "bruin"),
        ((245, 222, 179), "beige", "beige"),
        ((64, 224, 208), "turquoise", "turquoise"),
        ((128, 0, 128), "purple", "paars"),
    ],
)
def test_colours_have_names(rgb: tuple[int, int, int], english: str, dutch: str) -> None:
    lab = lab_of_light(light_of(np.array(rgb, np.uint8)))
    assert (colour_name(lab), colour_name(lab, "nl")) == (english, dutch)


def test_every_name_is_the_name_of_its_own_colour() -> None:
    for english, dutch, hexadecimal in NAMES:
        codes = np.frombuffer(bytes.fromhex(hexadecimal[1:]), np.uint8)
        lab = lab_of_light(light_of(codes))
        assert (colour_name(lab), colour_name(lab, "nl")) == (english, dutch)


# --- white balance --------------------------------------------------------------------------------


def tinted(rgb: RGB, gains: tuple[float, float, float]) -> RGB:
    light = np.clip(light_of(rgb) * np.array(gains), 0, 1)
    return np.asarray(np.rint(255 * srgb_of_light(light)), dtype=np.uint8)


def product_and_paper() -> RGB:
    rgb = plain((246, 246, 246), 100, 60)
    rgb[:, :50] = (60, 110, 170)
    return rgb


@pytest.mark.parametrize("gains", [(1.0, 0.8, 0.5), (0.5, 0.7, 0.95), (0.4, 0.4, 0.4)])
def test_white_paper_takes_off_tint_and_exposure(gains: tuple[float, float, float]) -> None:
    product, paper = Rect(5, 5, 40, 40), Rect(60, 5, 30, 40)
    true = read_patch(product_and_paper(), product).lab
    seen = tinted(product_and_paper(), gains)
    before = delta_e_2000(read_patch(seen, product).lab, true)
    correction = balance_from_patch(seen, paper)
    after = delta_e_2000(read_patch(seen, product, correction).lab, true)
    assert before > 5
    assert after < 1.5


def test_a_neutral_patch_takes_off_the_tint_alone() -> None:
    rgb = tinted(plain((119, 119, 119)), (1.0, 0.8, 0.6))
    correction = balance_from_patch(rgb, Rect(0, 0, 60, 40), Reference.NEUTRAL)
    before = read_patch(rgb, Rect(0, 0, 60, 40)).lab
    after = read_patch(rgb, Rect(0, 0, 60, 40), correction).lab
    assert after[1:] == pytest.approx((0, 0), abs=0.05)
    assert after[0] == pytest.approx(before[0], abs=0.3)


@given(st.tuples(*[st.integers(40, 250)] * 3))
def test_what_was_balanced_on_is_neutral(colour: tuple[int, int, int]) -> None:
    correction = balance_from_patch(plain(colour), Rect(0, 0, 60, 40))
    lightness, a, b = read_patch(plain(colour), Rect(0, 0, 60, 40), correction).lab
    assert (lightness, a, b) == pytest.approx((96, 0, 0), abs=0.1)


def test_over_exposed_paper_corrects_nothing_and_says_so() -> None:
    correction = balance_from_patch(plain((255, 250, 240)), Rect(0, 0, 60, 40))
    assert correction.clipped
    everything = Rect(0, 0, 60, 40)
    assert read_patch(photo(), everything, correction) == read_patch(photo(), everything)


def test_paper_in_the_dark_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        balance_from_patch(plain((3, 3, 3)), Rect(0, 0, 60, 40))
    assert refused.value.kind is ErrorKind.PATCH_TOO_DARK


# --- the chart ------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_the_chart_is_found_and_makes_colours_right(seed: int) -> None:
    rgb, corners, _gains = chart_photo(seed)
    found = find_chart(rgb)
    assert np.abs(found - corners).max() < 8
    fit = fit_chart(rgb, found)
    assert fit.correction.residual < 1.0 < fit.before / 2
    assert len(fit.residuals) == 24
    assert max(fit.residuals) == fit.correction.largest_residual
    assert fit_chart(rgb, corners).correction.residual < 1.0


def test_any_corner_may_come_first() -> None:
    rgb, corners, _gains = chart_photo(9)
    residuals = [fit_chart(rgb, order).correction.residual for order in orders(corners)]
    assert residuals == pytest.approx([residuals[0]] * 8, abs=0.02)


def test_what_is_no_chart_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        find_chart(photo())
    assert refused.value.kind is ErrorKind.CHART_NOT_FOUND
    corners = np.array([[20, 20], [300, 25], [305, 250], [15, 240]], float)
    with pytest.raises(KnownError) as refused:
        fit_chart(photo(), corners)
    assert refused.value.kind is ErrorKind.CHART_MISMATCH


def test_the_reference_is_x_rite_s() -> None:
    white, black = lab_of_light(reference_light()[18]), lab_of_light(reference_light()[23])
    assert white[0] == pytest.approx(95.19, abs=0.3)  # lightness hardly moves from D50 to D65
    assert black[0] == pytest.approx(20.64, abs=0.3)
    # The maker's own sRGB for "red" and "green" of the earlier edition.
    for index, codes in ((14, (175, 54, 60)), (13, (70, 148, 73))):
        assert 255 * srgb_of_light(reference_light()[index]) == pytest.approx(codes, abs=12)
