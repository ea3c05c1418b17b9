"""Whatever a file tells besides its picture is found, in every kind of file that we write."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from claimcheck.cards.files.private_parts import private_parts
from tests.helpers.pictures import exif, photo

PICTURE = Image.fromarray(photo(64, 48))
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
EXIF = exif(taken_at="2026:05:01 12:30:00", latitude=True)


def saved(kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    PICTURE.save(buffer, kind, **options)
    return buffer.getvalue()


def found(data: bytes) -> tuple[str, ...]:
    return private_parts(io.BytesIO(data))


def text_chunk(text: str) -> PngImagePlugin.PngInfo:
    chunk = PngImagePlugin.PngInfo()
    chunk.add_text("Comment", text)
    return chunk


def frames(kind: str, **options: Any) -> bytes:
    return saved(
        kind, save_all=True, append_images=[PICTURE.rotate(180)], duration=100, loop=0, **options
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_bare_picture_tells_nothing(kind: str) -> None:
    assert found(saved(kind)) == ()


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 2, "optimize": True}])
def test_every_usual_jpeg_is_understood(options: dict[str, Any]) -> None:
    assert found(saved("JPEG", **options)) == ()


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_an_animation_that_loops_tells_nothing(kind: str) -> None:
    assert found(frames(kind)) == ()


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (saved("JPEG", exif=EXIF), "EXIF or XMP"),
        (saved("JPEG", xmp=b"<x:xmpmeta/>"), "EXIF or XMP"),
        (saved("JPEG", comment="/home/me"), "comment"),
        (saved("JPEG", icc_profile=PROFILE), "colour profile"),
        (saved("JPEG") + b"more", "data after the end"),
        (saved("PNG", exif=EXIF), "PNG chunk eXIf"),
        (saved("PNG", pnginfo=text_chunk("/home/me")), "PNG chunk tEXt"),
        (saved("PNG", dpi=(72, 72)), "PNG chunk pHYs"),
        (saved("PNG") + b"\0", "data after the end"),
        (saved("GIF", comment=b"/home/me"), "comment"),
        (frames("GIF", comment=b"me"), "comment"),
        (saved("GIF") + b"x", "data after the end"),
        (saved("WEBP", exif=EXIF), "WebP chunk EXIF"),
        (saved("WEBP", xmp=b"<x:xmpmeta/>"), "WebP chunk XMP"),
        (frames("WEBP", exif=EXIF), "WebP chunk EXIF"),
        (saved("WEBP") + b"x", "data after the end"),
        (b"%PDF-1.7", "file of another kind"),
        (b"", "file of another kind"),
    ],
)
def test_what_is_more_is_named(data: bytes, part: str) -> None:
    assert part in found(data)


def test_a_thumbnail_in_the_jfif_header_is_found() -> None:
    data = saved("JPEG")
    thumbnail = b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01" + b"\x10\x20\x30"
    segment = b"\xff\xe0" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    assert found(data[:2] + segment + data[20:]) == ("JFIF thumbnail",)


def test_a_chunk_that_nobody_knows_is_found() -> None:
    data = saved("PNG")
    chunk = b"prVt" + b"secret"
    whole = struct.pack(">I", 6) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert found(data[:33] + whole + data[33:]) == ("PNG chunk prVt",)


@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]), st.data())
def test_a_file_cut_anywhere_is_told(kind: str, data: st.DataObject) -> None:
    whole = saved(kind)
    assert found(whole[: data.draw(st.integers(0, len(whole) - 1))])


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def film(mvhd: bytes = bytes(100), name: bytes = b"VideoHandler\0", free: bytes = b"") -> bytes:
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(12) + name)
    moov = box(b"moov", box(b"mvhd", mvhd) + box(b"trak", box(b"mdia", handler)))
    return box(b"ftyp", b"isom") + moov + box(b"free", free) + box(b"mdat", b"")


def test_dates_names_and_hidden_data_in_a_film_are_found() -> None:
    """Where a player needs the box, but not what is in it."""
    assert found(film()) == ()
    assert found(film(free=bytes(64))) == ()
    made = b"\0\0\0\0" + struct.pack(">I", 3_900_000_000) + bytes(92)
    assert found(film(mvhd=made)) == ("date",)
    longer = b"\x01\0\0\0" + bytes(8) + struct.pack(">Q", 3_900_000_000) + bytes(92)
    assert found(film(mvhd=longer)) == ("date",)
    assert found(film(name=b"/home/me/film\0")) == ("name /home/me/film",)
    assert found(film(free=b"52.09 N, 5.12 E")) == ("hidden data",)


def test_what_hides_in_a_frame_of_a_webp_is_found() -> None:
    data = frames("WEBP")
    at = data.index(b"ANMF")
    length = int.from_bytes(data[at + 4 : at + 8], "little")
    extra = b"EXIF" + struct.pack("<I", 4) + b"here"
    end = at + 8 + length + length % 2
    longer = struct.pack("<I", end - at - 8 + len(extra))
    hidden = data[: at + 4] + longer + data[at + 8 : end] + extra + data[end:]
    whole = hidden[:4] + struct.pack("<I", len(hidden) - 8) + hidden[8:]
    assert found(whole) == ("WebP chunk EXIF",)
