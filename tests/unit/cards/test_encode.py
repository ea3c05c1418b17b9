"""Files of a card: right kind, within the limit, and nothing in them but the picture."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from claimcheck.cards.files.encode import as_rgb, encode_jpeg, encode_png
from claimcheck.cards.files.jpeg import jpeg_of
from claimcheck.cards.files.private_parts import private_parts
from tests.helpers.pictures import photo


def noisy(width: int = 400, height: int = 300) -> QImage:
    """The worst case for any encoder."""
    pixels = np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()


def test_a_png_holds_every_pixel() -> None:
    image = noisy()
    read = np.asarray(Image.open(io.BytesIO(encode_png(image))).convert("RGB"))
    assert np.array_equal(read, as_rgb(image))


def test_quality_steps_down_until_the_file_fits() -> None:
    image = noisy()
    roomy, tight = encode_jpeg(image, 10_000_000), encode_jpeg(image, 60_000)
    assert len(tight) <= 60_000 < len(roomy)
    assert Image.open(io.BytesIO(tight)).size == (400, 300)


def test_no_limit_is_too_small_for_a_file() -> None:
    assert Image.open(io.BytesIO(encode_jpeg(noisy(), 10))).format == "JPEG"


def test_a_file_says_nothing_about_its_maker() -> None:
    for data in (encode_jpeg(noisy(), 10_000_000), encode_png(noisy())):
        picture = Image.open(io.BytesIO(data))
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("height", [512, 777, 1000])
@pytest.mark.parametrize("halved_colour", [False, True])
def test_both_halves_of_a_jpeg_are_one_picture(height: int, halved_colour: bool) -> None:
    image = noisy(300, height).convertToFormat(QImage.Format.Format_RGB32)
    bgra = np.frombuffer(image.constBits(), np.uint8).reshape(height, 300, 4)
    data = jpeg_of(bgra, 93, halved_colour)
    assert jpeg_of(bgra, 93, halved_colour, threads=1) == data
    method = Image.fromarray(np.ascontiguousarray(bgra[..., 2::-1]))
    alone = io.BytesIO()
    method.save(alone, "JPEG", quality=93, subsampling=2 if halved_colour else 0)
    decoded = [np.asarray(Image.open(io.BytesIO(one))) for one in (data, alone.getvalue())]
    # With colours at half resolution a decoder blurs them across the seam, in both alike.
    assert np.array_equal(decoded[0], decoded[1])
    assert private_parts(io.BytesIO(data)) == ()


def test_a_png_keeps_its_transparency() -> None:
    pixels = np.random.default_rng(5).integers(0, 256, (40, 30, 4), dtype=np.uint8)
    image = QImage(pixels.data, 30, 40, 120, QImage.Format.Format_RGBA8888).copy()
    data = encode_png(image)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(data))), pixels)
    assert private_parts(io.BytesIO(data)) == ()


def test_a_png_that_is_too_large_is_packed_with_more_care() -> None:
    pixels = photo(600, 400)
    image = QImage(pixels.data, 600, 400, 1800, QImage.Format.Format_RGB888).copy()
    quick, careful = encode_png(image), encode_png(image, 10)
    assert len(careful) < len(quick)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(careful))), pixels)
