"""An eighth of a JPEG without its coefficients: a decoder's own means, or left to the decoder."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from claimcheck.errors import KnownError
from claimcheck.imaging import examine as examining
from claimcheck.imaging.block_means import block_means, get_ready
from claimcheck.imaging.examine import examine
from claimcheck.imaging.guarded import guarded
from claimcheck.imaging.pixels import RGB
from tests.helpers.pictures import encoded, photo, profile_with_exchanged_primaries

HERE = Path("picture")


@pytest.mark.parametrize("subsampling", ["4:4:4", "4:2:2", "4:2:0"])
@pytest.mark.parametrize(
    ("size", "options"),
    [
        ((640, 480), {"quality": 90}),
        ((641, 479), {"quality": 98}),
        ((327, 205), {"quality": 30}),
        ((90, 1000), {"quality": 100, "optimize": True}),
        ((8, 8), {}),
        ((17, 9), {"qtables": [[255] * 64, [40] * 64]}),
    ],
)
def test_light_is_a_decoders_own(
    size: tuple[int, int], options: dict[str, Any], subsampling: str
) -> None:
    data = encoded(_grained(*size), subsampling=subsampling, **options)
    means = block_means(data)
    assert means is not None
    assert means.mode == "RGB"
    decoded = _by_pillow(data, "YCbCr")
    # Back from sRGB, of which each of the three is rounded.
    light = np.abs(_pixels(means.convert("YCbCr"))[..., 0] - _pixels(decoded)[..., 0])
    assert light.max() <= 2
    if subsampling == "4:4:4":
        assert np.abs(_pixels(means) - _pixels(decoded.convert("RGB"))).max() <= 1


@pytest.mark.parametrize("size", [(640, 480), (203, 81)])
def test_grey_is_a_decoders_own_to_the_last_level(size: tuple[int, int]) -> None:
    buffer = io.BytesIO()
    Image.fromarray(_grained(*size)).convert("L").save(buffer, "JPEG", quality=85)
    means = block_means(buffer.getvalue())
    assert means is not None
    assert np.array_equal(_pixels(means), _pixels(_by_pillow(buffer.getvalue(), "L")))


def test_the_small_copy_looks_as_if_it_was_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    for size, orientation in (((4032, 3024), 1), ((4033, 3021), 6), ((8000, 500), 3)):
        exif = Image.Exif()
        exif[0x0112] = orientation
        data = encoded(_grained(*size), quality=92, exif=exif.tobytes())
        assert block_means(data) is not None
        fast = examine(data, HERE)
        with monkeypatch.context() as patch:
            patch.setattr(examining, "block_means", lambda data: None)
            slow = examine(data, HERE)
        assert fast.info == slow.info
        difference = np.abs(_opened(fast.small) - _opened(slow.small))
        assert difference.mean() < 1.5
        assert np.percentile(difference, 99) <= 6


def test_an_embedded_profile_is_applied() -> None:
    """With red and green exchanged in the profile, they must be exchanged in the small copy."""
    rgb = np.zeros((3024, 4032, 3), np.uint8)
    rgb[..., 0] = 230
    data = encoded(rgb, icc_profile=profile_with_exchanged_primaries())
    assert block_means(data) is not None
    red, green, _blue = _opened(examine(data, HERE).small)[100, 100]
    assert green > 180
    assert red < 60


@pytest.mark.parametrize(
    "options",
    [{"progressive": True}, {"restart_marker_rows": 1}, {"keep_rgb": True}],
    ids=["progressive", "restarts", "rgb"],
)
def test_other_builds_are_left_to_the_decoder(options: dict[str, Any]) -> None:
    assert block_means(encoded(_grained(640, 480), **options)) is None


def test_four_colours_and_other_kinds_are_left_to_the_decoder() -> None:
    buffer = io.BytesIO()
    Image.fromarray(_grained(640, 480)).convert("CMYK").save(buffer, "JPEG")
    assert block_means(buffer.getvalue()) is None
    assert block_means(encoded(photo(), "PNG")) is None
    assert block_means(b"") is None


def test_what_is_cut_off_is_left_to_the_decoder_which_tells() -> None:
    data = encoded(_grained(4000, 3000))
    for size in (len(data) - 1, len(data) - 2, len(data) * 9 // 10, 700, 30, 3):
        assert block_means(data[:size]) is None
    with pytest.raises(KnownError):
        examine(data[: len(data) * 9 // 10], HERE)


def test_a_larger_picture_than_its_bits_is_left_to_the_decoder() -> None:
    data = encoded(_grained(640, 480))
    at = data.index(b"\xff\xc0")
    for size in ((480, 648), (488, 640), (65535, 65535), (464, 640), (0, 640)):
        assert block_means(data[: at + 5] + struct.pack(">HH", *size) + data[at + 9 :]) is None


def test_damage_ends_in_a_picture_of_that_size_or_in_none() -> None:
    rng = random.Random(20)
    seen = set()
    for number in range(400):
        data = bytearray(encoded(_grained(320, 240), subsampling=("4:2:0", "4:4:4")[number % 2]))
        for _ in range(rng.choice((1, 1, 2, 8))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        means = block_means(bytes(data))
        seen.add(means is None)
    assert seen == {True, False}
    whole = encoded(_grained(320, 240))
    assert block_means(whole) is not None  # and nothing of it stays behind


def test_a_huge_file_is_left_to_the_decoder() -> None:
    whole = encoded(_grained(640, 480))
    padded = whole[:2] + (b"\xff\xfe\xff\xff" + bytes(65533)) * 700 + whole[2:]
    assert block_means(padded) is None
    assert block_means(whole) is not None


def test_a_process_with_bounded_memory_has_it_too() -> None:
    assert guarded(get_ready, (), HERE, 5.0).result()


def _grained(width: int, height: int) -> RGB:
    """Smooth colours under the grain of a camera."""
    rng = np.random.default_rng(width)
    coarse = rng.integers(70, 190, (height // 80 + 2, width // 80 + 2, 3), np.uint8)
    smooth = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    grain = rng.normal(0, 5, (height, width, 1))
    return np.asarray(np.clip(np.asarray(smooth) + grain, 0, 255), np.uint8)


def _by_pillow(data: bytes, mode: str) -> Image.Image:
    """At an eighth, by the decoder's own reduction."""
    image = Image.open(io.BytesIO(data))
    image.draft(mode, (max(image.width // 8, 1), max(image.height // 8, 1)))
    image.load()
    assert image.mode == mode
    return image


def _pixels(image: Image.Image) -> Any:
    return np.asarray(image, np.int16)


def _opened(jpeg: bytes) -> Any:
    return _pixels(Image.open(io.BytesIO(jpeg)))
