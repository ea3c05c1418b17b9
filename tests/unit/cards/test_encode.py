"""Files of a card: right kind, within the limit, and nothing in them but the picture."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from claimcheck.cards.encode import as_rgb, encode_jpeg, encode_png


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
