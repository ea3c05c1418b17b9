"""Frames in BT.709 4:2:0: the numbers of the standard, and composing without drift."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.cards.clips.planes import (
    Planes,
    copied,
    empty_planes,
    lay_over,
    mix,
    patch_of,
    planes_of,
    reduced,
    rgb_of,
    split,
)
from claimcheck.imaging.pixels import RGB


def flat(*colour: int, width: int = 16, height: int = 8) -> RGB:
    return np.full((height, width, 3), colour, np.uint8)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [  # ITU-R BT.709-6, items 3.2 to 3.5, eight bits
        ((0, 0, 0), (16, 128, 128)),
        ((255, 255, 255), (235, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
        ((255, 214, 10), (195, 34, 154)),
    ],
)
def test_colours_are_those_of_the_standard(
    colour: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    planes = planes_of(flat(*colour))
    assert tuple(int(plane[2, 2]) for plane in planes.each) == expected
    assert np.abs(rgb_of(planes).astype(int) - colour).max() <= 3


def test_chroma_lies_on_even_columns_between_two_rows() -> None:
    # From column 5 on all is red. A sample over column 4 takes 1-2-1: a quarter of it is red.
    picture = flat(0, 0, 0)
    picture[:, 5:] = (255, 0, 0)
    v = planes_of(picture).v[1].astype(float) - 128
    assert v[1] == pytest.approx(0)
    assert v[2] == pytest.approx(112 / 4, abs=1)
    assert v[3] == pytest.approx(112, abs=1)
    # Rows come in pairs: rows 0 and 1 make the first row of chroma.
    picture = flat(0, 0, 0)
    picture[3:] = (255, 0, 0)
    column = planes_of(picture).v[:, 2].astype(float) - 128
    assert column[:3] == pytest.approx([0, 56, 112], abs=1)


def test_smooth_pictures_survive_there_and_back() -> None:
    y, x = np.mgrid[0:64, 0:96]
    picture = np.dstack([x * 2, y * 3, 255 - x - y]).astype(np.uint8)
    error = rgb_of(planes_of(picture))[2:-2, 2:-2].astype(int) - picture[2:-2, 2:-2]
    assert np.abs(error).max() <= 4


def test_odd_sides_are_refused() -> None:
    with pytest.raises(ValueError, match="even"):
        planes_of(flat(0, 0, 0, width=15))
    with pytest.raises(ValueError, match="even"):
        empty_planes(16, 7)


def test_mixing_goes_from_one_to_the_other() -> None:
    black, white = planes_of(flat(0, 0, 0)), planes_of(flat(255, 255, 255))
    out = empty_planes(16, 8)
    levels = []
    for weight in (-1.0, 0.0, 0.5, 1.0, 2.0):
        mix(black, white, weight, out)
        levels.append(int(out.y[3, 3]))
    assert levels == [16, 16, 126, 235, 235]


def test_a_split_can_lie_between_two_columns() -> None:
    black, white = planes_of(flat(0, 0, 0)), planes_of(flat(255, 255, 255))
    out = empty_planes(16, 8)
    split(black, white, 5.25, out)
    row = out.y[4].astype(float)
    assert set(row[:5]) == {16.0}
    assert set(row[6:]) == {235.0}
    assert row[5] == pytest.approx(16 * 0.25 + 235 * 0.75, abs=1)


@pytest.mark.parametrize("x", [-3.0, 0.0, 16.0, 19.5])
def test_a_split_beyond_the_edges_shows_one_side_only(x: float) -> None:
    black, white = planes_of(flat(0, 0, 0)), planes_of(flat(255, 0, 0))
    out = empty_planes(16, 8)
    split(black, white, x, out)
    whole = white if x <= 0 else black
    for plane, expected in zip(out.each, whole.each, strict=True):
        assert np.array_equal(plane, expected)


def test_a_patch_covers_as_much_as_it_is_opaque() -> None:
    patch = np.zeros((4, 4, 4), np.uint8)
    patch[...] = (255, 214, 10, 255)
    for opacity, cover in ((1.0, 1.0), (0.5, 0.5), (0.0, 0.0)):
        out = planes_of(flat(0, 0, 255))
        before = copied(out)
        lay_over(out, patch_of(patch, 4, 2), opacity)
        yellow = planes_of(flat(255, 214, 10))
        for now, was, there in zip(out.each, before.each, yellow.each, strict=True):
            step = 16 // now.shape[1]
            inside = now[2 // step + 1, 4 // step + 1]
            below, above = int(was[0, 0]), int(there[0, 0])
            assert int(inside) == pytest.approx(below + (above - below) * cover, abs=2)
        assert np.array_equal(out.y[:, 8:], before.y[:, 8:])
        assert np.array_equal(out.y[6:], before.y[6:])


def test_see_through_patches_mix_with_what_is_below() -> None:
    patch = np.zeros((4, 4, 4), np.uint8)
    patch[...] = (64, 64, 64, 64)  # white, a quarter opaque, premultiplied
    out = planes_of(flat(0, 0, 0))
    lay_over(out, patch_of(patch, 4, 2))
    assert int(out.y[4, 6]) == pytest.approx(16 + 219 / 4, abs=2)
    assert int(out.u[2, 3]) == pytest.approx(128, abs=1)


def test_what_hangs_over_the_edge_is_left_out() -> None:
    patch = np.full((8, 8, 4), 255, np.uint8)
    out = planes_of(flat(0, 0, 0))
    lay_over(out, patch_of(patch, -4, -4))
    lay_over(out, patch_of(patch, 12, 4))
    lay_over(out, patch_of(patch, 40, 40))
    white = out.y == 235
    assert white[:4, :4].all()
    assert white[4:, 12:].all()
    assert white.sum() == 32
    with pytest.raises(ValueError, match="even"):
        patch_of(patch, 3, 0)


def test_previews_keep_shape_and_colour() -> None:
    small = reduced(planes_of(flat(255, 214, 10, width=1080, height=1920)), 270)
    assert small.size == (270, 480)
    assert np.abs(rgb_of(small).astype(int) - (255, 214, 10)).max() <= 3


def test_planes_must_match() -> None:
    one = Planes(*(np.zeros(shape, np.uint8) for shape in ((8, 16), (4, 8), (4, 8))))
    with pytest.raises(ValueError, match="broadcast"):
        one.copy_to(empty_planes(18, 8))
