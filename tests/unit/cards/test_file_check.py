"""Any file is checked against what a platform takes."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageCms

from claimcheck.cards.files.file_check import check_file
from claimcheck.cards.formats import all_formats
from tests.helpers.films import film, picture
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


def film_kinds(path: Path, card_format: str = "landscape") -> set[str]:
    return {fault.kind for fault in check_file(path, path.read_bytes(), card_format).faults}


def test_a_phones_film_has_the_shape_in_which_it_is_shown(tmp_path: Path) -> None:
    assert "shape" in film_kinds(film(tmp_path / "lying.mp4"), "tiktok")
    upright = film(tmp_path / "turned.mp4", turn=90)
    assert {fault.text for fault in check_file(upright, upright.read_bytes(), "tiktok").faults} >= {
        "It is 96 × 160, another shape than 1080 × 1920."
    }
    assert "shape" in film_kinds(film(tmp_path / "over.mp4", turn=180), "tiktok")


@pytest.mark.parametrize(
    ("options", "kind", "word"),
    [
        ({"aspect": Fraction(4, 3)}, "shape", "square"),
        ({"interlaced": True}, "codec", "interlaced"),
    ],
)
def test_what_players_would_have_to_convert_is_told(
    tmp_path: Path, options: dict[str, Any], kind: str, word: str
) -> None:
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=30)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        if "aspect" in options:
            stream.codec_context.sample_aspect_ratio = options["aspect"]
        if "interlaced" in options:
            stream.options = {"x264-params": "interlaced=1"}
        for number in range(6):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture(number), format="rgb24")))
        out.mux(stream.encode(None))
    found = check_file(path, path.read_bytes(), "landscape").faults
    assert (kind, True) in {(fault.kind, word in fault.text) for fault in found}


def test_a_film_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    """Its index was there, so it was told to be of a codec without a name."""
    path = film(tmp_path / "film.mp4")
    with (
        av.open(str(path)) as whole,
        av.open(str(tmp_path / "first.mp4"), "w", options={"movflags": "+faststart"}) as out,
    ):
        stream = out.add_stream_from_template(whole.streams.video[0])
        for packet in whole.demux(whole.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    data = (tmp_path / "first.mp4").read_bytes()
    for kept in (0.4, 0.9):
        cut = check_file(path, data[: int(kept * len(data))], "landscape")
        assert [fault.kind for fault in cut.faults] == ["damaged"]
