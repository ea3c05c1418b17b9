"""Pixels in a file: the same as in memory, whatever part of them is asked for."""

from __future__ import annotations

import gc
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.load import load_rgb, load_stored
from claimcheck.imaging.files.stored import StoredPixels, stored
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import crop_resize
from claimcheck.model.geometry import Rect
from tests.helpers.pictures import encoded, exif


def noise(width: int, height: int) -> RGB:
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


def kept(rgb: RGB, folder: Path) -> StoredPixels:
    made = stored(rgb, folder)
    assert isinstance(made, StoredPixels)
    return made


@given(
    st.integers(1, 60),
    st.integers(1, 400),
    st.tuples(st.integers(0, 420), st.integers(0, 420)),
    st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_any_part_is_what_it_was(
    width: int, height: int, rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    rgb = noise(width, height)
    with tempfile.TemporaryDirectory() as folder:
        pixels = kept(rgb, Path(folder))
        assert pixels.shape == rgb.shape
        part = slice(*sorted(rows)), slice(*sorted(columns))
        assert np.array_equal(pixels[part], rgb[part])


@pytest.mark.parametrize(
    ("crop", "size"),
    [
        (Rect(0, 0, 640, 480), (320, 240)),
        (Rect(101.5, 7, 300, 200), (300, 200)),
        (Rect(300.25, 200.75, 20.5, 15.5), (205, 155)),
        (Rect(-50, -50, 800, 600), (64, 48)),
    ],
)
def test_resampling_sees_no_difference(tmp_path: Path, crop: Rect, size: tuple[int, int]) -> None:
    rgb = noise(640, 480)
    assert np.array_equal(
        crop_resize(kept(rgb, tmp_path), crop, *size), crop_resize(rgb, crop, *size)
    )


def test_turned_pixels_are_stored_as_they_look(tmp_path: Path) -> None:
    turned = np.rot90(noise(300, 200))
    assert np.array_equal(kept(turned, tmp_path)[:, :], turned)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_picture_decoded_into_a_file_is_the_same(
    tmp_path: Path, orientation: int, mode: str
) -> None:
    image = Image.fromarray(noise(301, 600)).resize((150, 300)).convert(mode)
    path = tmp_path / "picture.jpg"
    image.save(path, exif=exif(orientation))
    pixels = load_stored(path, 300, tmp_path)
    assert isinstance(pixels, StoredPixels)
    assert np.array_equal(pixels[:, :], load_rgb(path))


def test_what_cannot_be_decoded_into_a_file_comes_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    Image.fromarray(noise(80, 60)).convert("RGBA").save(path)
    assert np.array_equal(load_stored(path, None, tmp_path)[:, :], load_rgb(path))
    assert np.array_equal(load_stored(path, 40, tmp_path)[:, :], load_rgb(path, 40))
    path.write_bytes(encoded(noise(80, 60), "PNG"))
    assert np.array_equal(load_stored(path, None, path)[:, :], load_rgb(path))  # no folder at all


def test_a_damaged_picture_is_told_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(noise(800, 600))[:5000])
    with pytest.raises(KnownError) as told:
        load_stored(path, None, tmp_path)
    assert told.value.kind is ErrorKind.PICTURE_DAMAGED


def test_a_part_may_be_changed(tmp_path: Path) -> None:
    pixels = kept(noise(30, 20), tmp_path)
    before = pixels[:, :]
    pixels[:, :][:] = 0
    assert np.array_equal(pixels[:, :], before)


def test_many_threads_read_at_once(tmp_path: Path) -> None:
    rgb = noise(800, 600)
    pixels = kept(rgb, tmp_path)
    parts = [(slice(y, y + 90), slice(x, x + 90)) for y in range(0, 600, 45) for x in (0, 200, 700)]
    with ThreadPoolExecutor(4) as pool:
        for part, read in zip(parts, pool.map(pixels.__getitem__, parts), strict=True):
            assert np.array_equal(read, rgb[part])


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    pixels = kept(noise(300, 200), tmp_path / "pixels")
    assert list((tmp_path / "pixels").iterdir()) == []
    assert pixels[:1, :1].shape == (1, 1, 3)
    del pixels
    gc.collect()
    assert list((tmp_path / "pixels").iterdir()) == []


def test_without_a_folder_to_write_to_they_stay_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    rgb = noise(30, 20)
    assert stored(rgb, tmp_path / "file") is rgb
