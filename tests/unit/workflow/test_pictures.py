"""Pictures of evidence, and their thumbnails with and without a cache."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

from claimcheck import paths
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.redact import INK
from claimcheck.library.originals import Originals
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.workflow import pictures
from claimcheck.workflow.intake import take_in_bytes
from claimcheck.workflow.pictures import read_picture, thumbnail
from tests.helpers.disks import make_read_only, small_disk
from tests.helpers.pictures import encoded, photo


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    (tmp_path / "library").mkdir()
    return Originals(tmp_path / "library" / "originals")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(paths, "cache_folder", lambda: folder)
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the originals that were decoded."""
    names: list[str] = []

    def load(path: Path, at_most_px: int | None = None) -> RGB:
        names.append(path.name)
        return load_rgb(path, at_most_px)

    monkeypatch.setattr(pictures, "load_rgb", load)
    return names


def _evidence(originals: Originals, rgb: RGB) -> Evidence:
    return take_in_bytes(originals, encoded(rgb, "PNG"), "a.png", Role.PHOTO).evidence[0]


def test_a_picture_is_read_whole_or_bounded(originals: Originals) -> None:
    rgb = photo(120, 90)
    item = _evidence(originals, rgb)
    assert np.array_equal(read_picture(originals, item), rgb)
    assert read_picture(originals, item, 60).shape == (45, 60, 3)


def test_a_missing_original_is_named_as_the_user_knows_it(
    originals: Originals, cache: Path
) -> None:
    item = _evidence(originals, photo(120, 90))
    originals.remove(originals.find(item))
    for read in (read_picture, thumbnail):
        with pytest.raises(KnownError) as caught:
            read(originals, item, 64)
        assert caught.value.kind is ErrorKind.ORIGINAL_MISSING
        assert "a.png" in str(caught.value)


def test_a_damaged_original_is_named_as_the_user_knows_it(originals: Originals) -> None:
    item = _evidence(originals, photo(120, 90))
    path = originals.find(item)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(KnownError) as caught:
        read_picture(originals, item)
    assert caught.value.kind is ErrorKind.PICTURE_DAMAGED
    assert str(caught.value.file) == "a.png"


def test_a_thumbnail_is_made_once(originals: Originals, cache: Path, reads: list[str]) -> None:
    item = _evidence(originals, photo(300, 200))
    reads.clear()
    first = thumbnail(originals, item, 64)
    assert first.shape == (43, 64, 3)
    again = thumbnail(originals, item, 64)
    assert np.array_equal(first, again)
    assert len(reads) == 1
    assert thumbnail(originals, item, 32).shape == (21, 32, 3)
    assert len(reads) == 2
    assert _files(cache, ".part") == []
    assert len(_files(cache, ".png")) == 2


def test_what_was_seen_at_intake_is_not_decoded_again(
    originals: Originals, cache: Path, reads: list[str]
) -> None:
    rgb = photo(1200, 900)
    item = _evidence(originals, rgb)
    small = thumbnail(originals, item, 200)
    assert reads == []
    assert small.shape == (150, 200, 3)
    made = load_rgb(originals.find(item), 200)
    assert np.abs(small.astype(int) - made).mean() < 6
    thumbnail(originals, item, 200, (Rect(10, 10, 50, 50),))
    thumbnail(originals, item, 640)
    assert len(reads) == 2


def test_a_small_picture_is_not_enlarged(originals: Originals, cache: Path) -> None:
    rgb = photo(60, 40)
    item = _evidence(originals, rgb)
    for _ in range(2):
        assert np.array_equal(thumbnail(originals, item, 256), rgb)


def test_a_redacted_thumbnail_gives_nothing_away(originals: Originals, cache: Path) -> None:
    one = photo(300, 200)
    other = one.copy()
    other[50:101, 80:181] = 255 - other[50:101, 80:181]
    place = Rect(80.2, 50.7, 100, 50)
    results = [
        thumbnail(originals, _evidence(originals, rgb), 64, (place,))
        for rgb in (one, other)
        for _ in range(2)
    ]
    for result in results[1:]:
        assert np.array_equal(result, results[0])
    assert results[0][16, 28].tolist() == list(INK)


def test_redactions_have_thumbnails_of_their_own(originals: Originals, cache: Path) -> None:
    item = _evidence(originals, photo(300, 200))
    plain = thumbnail(originals, item, 64)
    redacted = thumbnail(originals, item, 64, (Rect(0, 0, 150, 200),))
    moved = thumbnail(originals, item, 64, (Rect(0, 0, 150.5, 200),))
    assert not np.array_equal(plain, redacted)
    assert np.array_equal(plain, thumbnail(originals, item, 64))
    assert np.array_equal(redacted, thumbnail(originals, item, 64, (Rect(0, 0, 150, 200),)))
    assert moved.shape == redacted.shape
    assert len(_files(cache, ".png")) == 3


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\x89PNG\r\n\x1a\n"])
def test_a_damaged_cache_is_made_anew(
    originals: Originals, cache: Path, reads: list[str], damage: bytes
) -> None:
    item = _evidence(originals, photo(300, 200))
    good = thumbnail(originals, item, 64)
    (cached,) = _files(cache, ".png")
    cached.write_bytes(damage)
    reads.clear()
    assert np.array_equal(thumbnail(originals, item, 64), good)
    assert np.array_equal(thumbnail(originals, item, 64), good)
    assert len(reads) == 1


def test_a_cached_picture_of_another_size_is_not_used(originals: Originals, cache: Path) -> None:
    item = _evidence(originals, photo(300, 200))
    thumbnail(originals, item, 64)
    (cached,) = _files(cache, ".png")
    cached.write_bytes(encoded(photo(64, 64), "PNG"))
    assert thumbnail(originals, item, 64).shape == (43, 64, 3)


def test_without_room_for_a_cache_thumbnails_are_still_made(
    originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = _evidence(originals, photo(300, 200))
    with small_disk(tmp_path / "disk", 8) as disk:
        monkeypatch.setattr(paths, "cache_folder", lambda: disk / "cache")
        for side in (250, 251, 252):
            assert max(thumbnail(originals, item, side).shape) == side
        assert _files(disk, ".part") == []
        make_read_only(disk)
        assert max(thumbnail(originals, item, 253).shape) == 253


@pytest.mark.parametrize("method", ["mkdir", "write_bytes", "replace"])
def test_no_failure_of_the_cache_fails_the_thumbnail(
    originals: Originals, cache: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def fail(*_arguments: Any, **_options: Any) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    item = _evidence(originals, photo(300, 200))
    monkeypatch.setattr(Path, method, fail)
    assert thumbnail(originals, item, 64).shape == (43, 64, 3)
    assert _files(cache, ".part") == []


def test_the_cache_stays_in_the_cache_folder(originals: Originals, cache: Path) -> None:
    item = _evidence(originals, photo(300, 200))
    before = {path for path in originals.folder.rglob("*") if path.is_file()}
    thumbnail(originals, replace(item, id="f" * 12), 64)
    assert {path for path in originals.folder.rglob("*") if path.is_file()} == before
    assert len(_files(cache, ".png")) == 1


def _files(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.rglob(f"*{suffix}"))
