"""A picture at several sizes, in tiles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimcheck.imaging.files.stored import StoredPixels
from claimcheck.ui.canvas import pyramid as pyramids
from claimcheck.ui.canvas.pyramid import TILE_PX, build_pyramid


def noise(width: int, height: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    return np.random.default_rng(4).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_levels_halve_down_to_a_quick_one() -> None:
    pyramid = build_pyramid(noise(1301, 700), (1301, 700))
    sizes = [pyramid.level_size(level) for level in range(len(pyramid.levels))]
    assert sizes == [(1301, 700), (651, 350), (326, 175), (163, 88)]
    assert pyramid.is_full


def test_the_level_has_at_least_a_pixel_for_each_one_on_the_screen() -> None:
    pyramid = build_pyramid(noise(1024, 512), (1024, 512))
    assert pyramid.level_for(3.0) == 0
    assert pyramid.level_for(1.0) == 0
    assert pyramid.level_for(0.5) == 1
    assert pyramid.level_for(0.51) == 0
    assert pyramid.level_for(0.01) == len(pyramid.levels) - 1


def test_a_reduced_decode_knows_what_it_lacks() -> None:
    pyramid = build_pyramid(noise(1000, 750), (8000, 6000))
    assert not pyramid.is_full
    assert pyramid.scale == pytest.approx(0.125)
    assert pyramid.level_for(0.5) == 0


def test_tiles_cover_the_picture_exactly_once() -> None:
    rgb = noise(1301, 700)
    pyramid = build_pyramid(rgb, (1301, 700))
    rebuilt = np.zeros_like(rgb)
    for column, row in pyramid.tiles_in(0, 0, 0, 1301, 700):
        rows, columns = pyramid.tile_span(0, column, row)
        assert not rebuilt[rows, columns].any()
        rebuilt[rows, columns] = pyramid.tile(0, column, row)
    assert (rebuilt == rgb).all()


def test_only_tiles_in_view_are_named() -> None:
    pyramid = build_pyramid(noise(2000, 1500), (2000, 1500))
    assert list(pyramid.tiles_in(0, 600, 10, 700, 400)) == [(1, 0)]
    assert list(pyramid.tiles_in(0, 500, 500, 520, 520)) == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert list(pyramid.tiles_in(0, -500, 0, -1, 10)) == []
    assert list(pyramid.tiles_in(0, 2001, 0, 2100, 10)) == []


def test_a_border_stops_at_the_picture() -> None:
    pyramid = build_pyramid(noise(1301, 700), (1301, 700))
    assert pyramid.tile(0, 0, 0, border=1).shape == (TILE_PX + 1, TILE_PX + 1, 3)
    assert pyramid.tile(0, 1, 0, border=1).shape == (TILE_PX + 1, TILE_PX + 2, 3)
    assert pyramid.tile(0, 2, 1, border=1).shape == (700 - TILE_PX + 1, 1301 - 2 * TILE_PX + 1, 3)


def test_large_levels_lie_in_files_and_look_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pyramids, "STORED_FROM", 300_000)
    rgb = noise(1301, 700)
    inside, apart = build_pyramid(rgb, (1301, 700)), build_pyramid(rgb, (1301, 700), tmp_path)
    kinds = [type(level) for level in apart.levels]
    assert kinds == [StoredPixels, StoredPixels, np.ndarray, np.ndarray]
    for level in range(len(apart.levels)):
        assert apart.level_size(level) == inside.level_size(level)
        for column, row in inside.tiles_in(level, 0, 0, 1301, 700):
            for border in (0, 1):
                tile = apart.tile(level, column, row, border)
                assert np.array_equal(tile, inside.tile(level, column, row, border))
    assert np.array_equal(apart.smallest, inside.smallest)
