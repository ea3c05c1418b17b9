"""Any file is checked against what a platform takes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from claimcheck.cards.file_check import check_file
from claimcheck.cards.formats import all_formats
from tests.helpers.pictures import encoded, exif, photo

CARD = photo(1080, 1920)


def kinds(data: bytes, card_format: str = "instagram-story") -> list[str]:
    return [fault.kind for fault in check_file(Path("file"), data, card_format).faults]


@pytest.mark.parametrize("card_format", [one.id for one in all_formats()])
def test_a_plain_jpeg_of_the_right_size_passes(card_format: str) -> None:
    one = next(f for f in all_formats() if f.id == card_format)
    assert kinds(encoded(photo(one.width, one.height), quality=60), card_format) == []


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (encoded(CARD, "PNG"), ["type"]),
        (encoded(CARD, "BMP"), ["type", "private"]),
        (encoded(photo(1080, 1080)), ["shape"]),
        (encoded(photo(540, 960)), ["size"]),
        (encoded(CARD, exif=exif(latitude=True)), ["private"]),
        (encoded(CARD)[:50_000], ["damaged"]),
        (b"not a picture", ["damaged"]),
    ],
)
def test_what_a_platform_would_refuse_is_told(data: bytes, faults: list[str]) -> None:
    assert kinds(data) == faults


def test_colours_that_are_not_srgb_are_told() -> None:
    cmyk = io.BytesIO()
    Image.fromarray(CARD).convert("CMYK").save(cmyk, "JPEG")
    assert kinds(cmyk.getvalue()) == ["colour", "private"]  # Adobe's segment tells of the inks
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert "colour" in kinds(encoded(CARD, icc_profile=lab))


def test_a_file_that_is_too_large_is_told() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (1920, 1080, 3), dtype=np.uint8)
    assert kinds(encoded(noise, quality=95), "everywhere") == ["bytes"]


def test_without_a_format_the_nearest_is_found() -> None:
    options: dict[str, Any] = {"quality": 60}
    assert check_file(Path("f"), encoded(CARD, **options)).faults == ()
    assert check_file(Path("f"), encoded(CARD, "WEBP")).format.id == "tiktok"
