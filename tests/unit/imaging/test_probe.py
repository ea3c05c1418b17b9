"""What a picture is, from its header; and every way in which a file can be no picture."""

from __future__ import annotations

import os
import tracemalloc
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.kinds import kind_of
from tests.helpers.pictures import encoded, exif, photo, png_header_only, written
from tests.helpers.probing import probe
from tests.helpers.shared import shared_files


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("JPEG", ".jpg"),
        ("PNG", ".png"),
        ("WEBP", ".webp"),
        ("AVIF", ".avif"),
        ("TIFF", ".tif"),
        ("GIF", ".gif"),
        ("BMP", ".bmp"),
    ],
)
def test_the_kind_comes_from_the_content_not_from_the_name(
    tmp_path: Path, kind: str, suffix: str
) -> None:
    info = probe(written(tmp_path / "wrong.pdf", photo(60, 40), kind))
    assert (info.suffix, info.width_px, info.height_px) == (suffix, 60, 40)
    assert (info.taken_at, info.has_location) == (None, False)


def test_the_size_is_of_the_upright_picture(tmp_path: Path) -> None:
    lying = written(tmp_path / "a.jpg", photo(60, 40), exif=exif(orientation=6))
    assert (probe(lying).width_px, probe(lying).height_px) == (40, 60)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("", None),
        ("+02:00", timezone(timedelta(hours=2))),
        ("-03:30", timezone(-timedelta(hours=3, minutes=30))),
    ],
)
def test_the_time_has_a_zone_only_where_the_camera_wrote_one(
    offset: str, zone: timezone | None
) -> None:
    data = encoded(photo(60, 40), exif=exif(taken_at="2026:05:01 12:30:59", offset=offset))
    taken_at = probe(Path("a.jpg"), data).taken_at
    assert taken_at == datetime(2026, 5, 1, 12, 30, 59, tzinfo=zone)


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", "\0"])
def test_a_time_that_is_none_is_left_out(text: str) -> None:
    assert probe(Path("a.jpg"), encoded(photo(60, 40), exif=exif(taken_at=text))).taken_at is None


def test_a_place_is_noticed_in_exif_and_in_xmp() -> None:
    with_exif = encoded(photo(60, 40), exif=exif(latitude=True))
    with_xmp = encoded(photo(60, 40), xmp=b'<rdf exif:GPSLatitude="52,5.0N"/>')
    assert probe(Path("a.jpg"), with_exif).has_location
    assert probe(Path("a.jpg"), with_xmp).has_location
    assert not probe(Path("a.jpg"), encoded(photo(60, 40), exif=exif(1))).has_location


def test_real_cameras_times_and_places_are_read() -> None:
    for path in shared_files("images/exif", "jpg__gps__*.jpg"):
        info = probe(path)
        assert info.has_location, path.name
        assert info.taken_at is not None, path.name
        assert info.taken_at.year == 2008, path.name
    canon = probe(shared_files("images/exif", "jpg__Canon_40D.jpg")[0])
    assert canon.taken_at == datetime(2008, 5, 30, 15, 56, 1)  # noqa: DTZ001 - it has no zone
    assert not canon.has_location


@pytest.mark.parametrize(
    ("start", "name", "format_name"),
    [
        (b"%PDF-1.7\n", "a.jpg", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "a.eps", "EPS"),
        (b"8BPS\0\1", "a.psd", "PSD"),
        (b'<?xml version="1.0"?>\n<!-- x --><svg xmlns="x">', "a.svg", "SVG"),
        (b"\xef\xbb\xbf  <svg>", "a.png", "SVG"),
        (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "a.jxl", "JPEG XL"),
        (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "a.jp2", "JPEG 2000"),
        (b"\x00\x00\x00\x18ftypcrx \0\0\0\1crx isom", "a.cr3", "CR3"),
        (b"II*\0\x10\0\0\0CR\2\0", "a.cr2", "CR2"),
        (b"II*\0\x08\0\0\0\0\0", "DSC1.NEF", "NEF"),
        (b"\x00\x00\x00\x14ftypqt  \0\0\0\0qt  ", "clip.mov", "MOV video"),
        (b"\x00\x00\x00\x18ftypmp42\0\0\0\0isommp42", "clip.mp4", "MP4 video"),
        (b"<!DOCTYPE html><html>", "page.jpg", "HTML"),
        (b"\0\0\2\0\0\0\0\0\0\0\0\0", "a.tga", "TGA"),
        (b"\0\0\1\0\1\0", "a.ico", "ICO"),
    ],
)
def test_other_formats_are_refused_by_name(
    tmp_path: Path, start: bytes, name: str, format_name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(start)
    error = _refused(path, ErrorKind.PICTURE_UNSUPPORTED)
    assert error.details["format"] == format_name
    assert name in str(error)
    assert format_name in str(error)


@pytest.mark.parametrize(
    "content", [b"just text\n", b"BMW 320d, well kept, one owner", b"\xff\xd8", b"P6x", b"RIFF"]
)
def test_what_is_no_picture_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    _refused(path, ErrorKind.PICTURE_UNKNOWN)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    _refused(tmp_path / "a.jpg", ErrorKind.FILE_EMPTY)


def test_a_missing_file(tmp_path: Path) -> None:
    _refused(tmp_path / "a.jpg", ErrorKind.FILE_MISSING)
    (tmp_path / "file").touch()
    _refused(tmp_path / "file" / "a.jpg", ErrorKind.FILE_MISSING)
    _refused(tmp_path / "a\0.jpg", ErrorKind.FILE_MISSING)


def test_a_folder(tmp_path: Path) -> None:
    _refused(tmp_path, ErrorKind.FILE_IS_FOLDER)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    _refused(tmp_path / "a.jpg", ErrorKind.FILE_UNREADABLE)


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Not by its mode: root may open everything.
    def refuse(*_arguments: Any, **_options: Any) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path / "a.jpg", photo(60, 40))
    monkeypatch.setattr(Path, "open", refuse)
    _refused(path, ErrorKind.FILE_UNREADABLE)


def test_too_many_pixels_are_refused_without_spending_memory() -> None:
    data = png_header_only(20_000, 15_000)
    tracemalloc.start()
    error = _refused(Path("huge.png"), ErrorKind.PICTURE_TOO_LARGE, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (error.details["megapixels"], error.details["limit"]) == (300, 200)
    assert peak < 10_000_000


def test_two_hundred_megapixels_are_not_too_many() -> None:
    assert probe(Path("large.png"), png_header_only(20_000, 10_000)).width_px == 20_000


def test_heif_and_avif_are_told_apart_by_their_brands() -> None:
    def kind(*brands: bytes) -> str:
        box = b"ftyp" + brands[0] + b"\0\0\0\0" + b"".join(brands[1:])
        found = kind_of((len(box) + 4).to_bytes(4, "big") + box, Path("a.heic"))
        return found.name if found else ""

    assert kind(b"heic", b"mif1", b"heic") == "HEIC"
    assert kind(b"mif1", b"heic") == "HEIC"
    assert kind(b"mif1", b"avif", b"miaf") == "AVIF"
    assert kind(b"mif1", b"miaf") == "HEIF"


def _refused(path: Path, kind: ErrorKind, data: bytes | None = None) -> KnownError:
    with pytest.raises(KnownError) as caught:
        probe(path, data)
    assert caught.value.kind is kind
    assert caught.value.file == path
    return caught.value
