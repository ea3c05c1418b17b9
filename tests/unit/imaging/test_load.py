"""Pixels: upright, sRGB, as large as wanted, whatever the file holds."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files import load
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize
from tests.helpers.pictures import corners, encoded, exif, photo, twelve_megapixels
from tests.helpers.shared import shared_files

HERE = Path("picture")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_all_orientations_come_upright(orientation: int, kind: str) -> None:
    stored = _lay(corners(), orientation)
    options: dict[str, Any] = {"quality": 95} if kind in {"JPEG", "WEBP", "AVIF"} else {}
    data = encoded(stored, kind, exif=exif(orientation), **options)
    for at_most in (None, 30):
        upright = load_rgb(HERE, at_most, data)
        expected = corners() if at_most is None else resize(corners(), 30, 20)
        assert _difference(upright, expected) < 4


def test_real_pictures_in_all_orientations_look_the_same() -> None:
    for name in ("Landscape", "Portrait"):
        upright = [load_rgb(path, 200) for path in shared_files("images/orientation", f"{name}_*")]
        assert len(upright) == 9
        for other in upright[1:]:
            assert _difference(other, upright[0]) < 3


@pytest.mark.parametrize("at_most_px", [1, 37, 100, 250, 399, 400, 1000])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_bounded_picture_is_the_whole_picture_smaller(at_most_px: int, kind: str) -> None:
    options = {"quality": 95} if kind == "JPEG" else {}
    rgb = photo(400, 301)
    small = load_rgb(HERE, at_most_px, encoded(rgb, kind, **options))
    scale = min(1, at_most_px / 400)
    assert small.shape == (max(1, round(301 * scale)), round(400 * scale), 3)
    assert small.dtype == np.uint8
    assert small.flags.c_contiguous
    assert small.flags.writeable
    assert _difference(small, resize(rgb, small.shape[1], small.shape[0])) < 7


@pytest.mark.parametrize("width", [1000, 1001, 1007, 999])
@pytest.mark.parametrize("at_most_px", [60, 125, 126, 249, 333, 700])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_bounded_picture_is_not_shifted(width: int, at_most_px: int, kind: str) -> None:
    """An edge at 73 % of the width stays there, to a fraction of a pixel of the result."""
    rgb = np.zeros((64, width, 3), np.uint8)
    edge = round(0.73 * width)
    rgb[:, edge:] = 255
    small = load_rgb(HERE, at_most_px, encoded(rgb, kind))
    found = at_most_px - small.mean(axis=(0, 2)).sum() / 255
    assert abs(found - edge * at_most_px / width) < 0.4


def test_a_twelve_megapixel_jpeg_comes_small_in_little_time(tmp_path: Path) -> None:
    path = twelve_megapixels(tmp_path)[0]

    def by_pillow() -> None:
        with Image.open(path) as image:
            np.array(image.convert("RGB"))

    whole, small = _seconds(by_pillow), _seconds(lambda: load_rgb(path, 512))
    assert small < 0.45 * whole  # measured: about 0.2
    assert load_rgb(path, 512).shape == (384, 512, 3)


def test_transparency_lies_over_white() -> None:
    rgba = np.zeros((20, 30, 4), np.uint8)
    rgba[:, 10:20] = (200, 0, 0, 255)
    rgba[:, 20:] = (0, 0, 0, 128)
    for kind in ("PNG", "WEBP", "TIFF"):
        rgb = load_rgb(
            HERE, None, encoded(rgba, kind, **({"lossless": True} if kind == "WEBP" else {}))
        )
        assert rgb[5, 5].tolist() == [255, 255, 255]
        assert rgb[5, 15].tolist() == [200, 0, 0]
        assert np.abs(rgb[5, 25].astype(int) - 127).max() <= 1


def test_colours_under_full_transparency_do_not_seep_in_when_reduced() -> None:
    rgba = np.zeros((400, 400, 4), np.uint8)
    rgba[..., 0] = 255
    assert load_rgb(HERE, 50, encoded(rgba, "PNG")).min() == 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "YCbCr", "I;16", "F"])
def test_every_mode_gives_the_same_picture(mode: str) -> None:
    grey = np.tile(np.linspace(0, 255, 64).astype(np.uint8), (48, 1))
    image = Image.fromarray(grey)
    if mode == "I;16":
        image = Image.fromarray(grey.astype(np.uint16) * 257)
    elif mode == "F":
        image = Image.fromarray(grey.astype(np.float32) / 255)
    elif mode in {"YCbCr", "CMYK", "RGBA"}:
        image = image.convert("RGB").convert(mode)
    else:
        image = image.convert(mode)
    buffer = io.BytesIO()
    image.save(buffer, "TIFF")
    rgb = load_rgb(HERE, None, buffer.getvalue())
    tolerance = 140 if mode == "1" else 3
    assert np.abs(rgb.astype(int) - grey[..., None]).mean() < tolerance
    assert _difference(rgb[:, -4:], np.full((48, 4, 3), 255, np.uint8)) < 10
    assert _difference(rgb[:, :4], np.zeros((48, 4, 3), np.uint8)) < 10


def test_the_widest_range_of_light_is_stretched_without_a_word() -> None:
    widest = float(np.finfo(np.float32).max)
    buffer = io.BytesIO()
    Image.fromarray(np.linspace(-widest, widest, 64 * 64, dtype=np.float32).reshape(64, 64)).save(
        buffer, "TIFF"
    )
    rgb = load_rgb(HERE, None, buffer.getvalue())
    assert (rgb[0, 0, 0], rgb[-1, -1, 0]) == (0, 255)
    assert abs(int(rgb[32, 0, 0]) - 128) < 2


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_cmyk_jpegs_are_not_negatives(options: dict[str, Any]) -> None:
    buffer = io.BytesIO()
    Image.fromarray(corners(240, 160)).convert("CMYK").save(buffer, "JPEG", quality=95, **options)
    for at_most in (None, 60):
        rgb = load_rgb(HERE, at_most, buffer.getvalue())
        expected = resize(corners(240, 160), rgb.shape[1], rgb.shape[0])
        assert _difference(rgb, expected) < 5


def test_of_several_pictures_in_a_camera_file_the_first_is_shown() -> None:
    buffer = io.BytesIO()
    Image.fromarray(corners()).save(
        buffer, "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40))], quality=95
    )
    assert _difference(load_rgb(HERE, None, buffer.getvalue()), corners()) < 5


def test_sixteen_bits_become_eight_by_rounding() -> None:
    buffer = io.BytesIO()
    Image.fromarray(np.array([[0, 257, 32767, 65407, 65535]] * 5, np.uint16)).save(buffer, "PNG")
    assert load_rgb(HERE, None, buffer.getvalue())[0, :, 0].tolist() == [0, 1, 127, 255, 255]


def test_an_animation_shows_its_first_frame() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "WEBP", "PNG", "TIFF", "AVIF"):
        buffer = io.BytesIO()
        frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
        red, _green, blue = load_rgb(HERE, None, buffer.getvalue())[15, 15]
        assert red > 245, kind
        assert blue < 10, kind


def test_heif_comes_upright_and_in_colour() -> None:
    heic = shared_files("images/heif", "heif__RGB_8__128x128.heif")[0]
    png = shared_files("images/heif", "non_heif__RGB_8__128x128.png")[0]
    assert _difference(load_rgb(heic), load_rgb(png)) < 4
    twelve_bits = shared_files("images/heif", "heif__RGB_12__128x128.heif")[0]
    sixteen = shared_files("images/heif", "non_heif__RGB_16__128x128.png")[0]
    assert _difference(load_rgb(twelve_bits), load_rgb(sixteen)) < 4


def test_an_embedded_profile_is_applied() -> None:
    """With red and green exchanged in the profile, they must be exchanged in the picture."""
    exchanged = _profile_with_exchanged_primaries()
    rgb = np.zeros((64, 64, 3), np.uint8)
    rgb[..., 0] = 230
    for kind in ("PNG", "JPEG", "TIFF", "WEBP"):
        for at_most in (None, 8):
            seen = load_rgb(HERE, at_most, encoded(rgb, kind, icc_profile=exchanged))
            red, green, _blue = (int(value) for value in seen[4, 4])
            assert green > 180, (kind, at_most)
            assert red < 60, (kind, at_most)


def test_a_picture_in_srgb_is_left_as_it_is() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    rgb = photo(64, 48)
    assert np.array_equal(load_rgb(HERE, None, encoded(rgb, "PNG", icc_profile=srgb)), rgb)


def test_a_damaged_profile_is_left_aside() -> None:
    rgb = photo(64, 48)
    assert np.array_equal(load_rgb(HERE, None, encoded(rgb, "PNG", icc_profile=b"nonsense")), rgb)


def test_real_profiles_change_colours_sensibly() -> None:
    """A wide-gamut picture is never further from its unconverted self than a shade."""
    for name in ("icc_profile_big.jpg", "hopper.jpg", "avif__icc_profile.avif"):
        path = shared_files("images/pillow", name)[0]
        with Image.open(path) as image:
            plain = np.asarray(image.convert("RGB"))
        assert _difference(load_rgb(path), plain) < 40


@pytest.mark.parametrize("share", [0.3, 0.7, 0.97])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"])
def test_a_file_that_breaks_off_is_damaged_never_grey(kind: str, share: float) -> None:
    data = encoded(photo(640, 480), kind)
    for at_most in (None, 64):
        with pytest.raises(KnownError) as caught:
            load_rgb(HERE, at_most, data[: int(len(data) * share)])
        assert caught.value.kind is ErrorKind.PICTURE_DAMAGED
        assert caught.value.file == HERE


def test_a_progressive_jpeg_that_breaks_off_is_damaged() -> None:
    data = encoded(photo(640, 480), progressive=True)
    assert load_rgb(HERE, 64, data).shape == (48, 64, 3)
    with pytest.raises(KnownError):
        load_rgb(HERE, 64, data[:-200])


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (MemoryError(), ErrorKind.MEMORY_FULL),
        (OSError(5, "Input/output error"), ErrorKind.FILE_UNREADABLE),
        (OSError("broken data stream"), ErrorKind.PICTURE_DAMAGED),
        (IndexError("index out of range"), ErrorKind.PICTURE_DAMAGED),
    ],
)
def test_whatever_a_decoder_raises_is_told(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, kind: ErrorKind
) -> None:
    def fail(_image: Image.Image) -> RGB:
        raise raised

    monkeypatch.setattr(load, "to_srgb", fail)
    with pytest.raises(KnownError) as caught:
        load_rgb(HERE, None, encoded(photo(40, 30), "PNG"))
    assert caught.value.kind is kind
    assert caught.value.__cause__ is raised


def test_threads_do_not_disturb_each_other() -> None:
    """The window decodes in two threads; profiles and warning filters are shared by all."""
    broken_exif = b"Exif\0\0II*\0\xff\xff\xff\xff"
    exchanged = _profile_with_exchanged_primaries()
    contents = [
        encoded(photo(300, 200, seed), "JPEG", icc_profile=exchanged, exif=broken_exif)
        for seed in range(4)
    ]
    alone = [load_rgb(HERE, 150, data) for data in contents]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda data: load_rgb(HERE, 150, data), contents * 8))
    for index, rgb in enumerate(together):
        assert np.array_equal(rgb, alone[index % 4])


def _lay(upright: RGB, orientation: int) -> RGB:
    """How a camera stores ``upright`` when it writes ``orientation``; Pillow's way round."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = Image.fromarray(upright)
    turn = turns.get(orientation)
    return np.asarray(image if turn is None else image.transpose(turn))


def _difference(one: RGB, other: RGB) -> float:
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(4):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _profile_with_exchanged_primaries() -> bytes:
    """sRGB's profile with the contents of its tags rXYZ and gXYZ exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red + 4 : red + 12], data[green + 4 : green + 12] = (
        data[green + 4 : green + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)
