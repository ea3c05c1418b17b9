"""Originals are kept by hash, read-only, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Originals
from claimcheck.library.originals import is_original, is_sound
from claimcheck.model.kinds import Role
from tests.helpers.disks import make_read_only, small_disk
from tests.helpers.reviews import evidence

DATA = bytes(range(256)) * 20_000
SHA256 = hashlib.sha256(DATA).hexdigest()


def _left_behind(originals: Originals) -> list[Path]:
    return [path for path in originals.folder.rglob("*") if path.is_file()]


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    (tmp_path / "library").mkdir()
    return Originals(tmp_path / "library" / "originals")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "IMG 1.JPG"
    path.write_bytes(DATA)
    return path


def test_a_picture_is_kept_by_its_hash_and_read_only(originals: Originals, picture: Path) -> None:
    stored = originals.keep(picture, ".jpg")
    assert stored.sha256 == SHA256
    assert stored.size_bytes == len(DATA)
    assert stored.path == originals.folder / SHA256[:2] / f"{SHA256}.jpg"
    assert stored.path.read_bytes() == DATA
    assert stored.path.stat().st_mode & 0o777 == 0o444
    assert picture.read_bytes() == DATA
    item = replace(evidence(Role.PHOTO, SHA256), suffix=".jpg")
    assert originals.find(item) == stored.path
    assert _left_behind(originals) == [stored.path]


def test_the_same_content_is_one_original(originals: Originals, picture: Path) -> None:
    first = originals.keep(picture, ".jpg")
    assert originals.keep_bytes(DATA, ".jpg") == first
    assert _left_behind(originals) == [first.path]


@pytest.mark.parametrize("damage", [b"", DATA[:-1], DATA[:-1] + b"?"])
def test_a_damaged_original_is_repaired(originals: Originals, picture: Path, damage: bytes) -> None:
    stored = originals.keep(picture, ".jpg")
    stored.path.chmod(0o644)
    stored.path.write_bytes(damage)
    assert not is_sound(stored.path)
    originals.keep(picture, ".jpg")
    assert stored.path.read_bytes() == DATA
    assert is_sound(stored.path)


def test_many_threads_may_keep_the_same_picture(originals: Originals, picture: Path) -> None:
    found: list[Path] = []
    threads = [
        threading.Thread(target=lambda: found.append(originals.keep(picture, ".jpg").path))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert _left_behind(originals) == [found[0]]


def test_a_missing_original_is_told_by_the_name_it_came_with(originals: Originals) -> None:
    with pytest.raises(KnownError, match=r"The original of beach\.jpg is missing") as caught:
        originals.find(evidence(Role.PHOTO, name="beach.jpg"))
    assert caught.value.kind is ErrorKind.ORIGINAL_MISSING


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("nothing.jpg", ErrorKind.FILE_MISSING),
        (".", ErrorKind.FILE_IS_FOLDER),
        ("IMG 1.JPG/x.jpg", ErrorKind.FILE_MISSING),
    ],
)
def test_what_cant_be_read_is_told(
    originals: Originals, picture: Path, source: str, kind: ErrorKind
) -> None:
    with pytest.raises(KnownError) as caught:
        originals.keep(picture.parent / source, ".jpg")
    assert caught.value.kind is kind
    assert not originals.folder.exists()


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, picture: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        originals = Originals(disk / "originals")
        small = originals.keep_bytes(b"small", ".png")
        with pytest.raises(KnownError) as caught:
            originals.keep(picture, ".jpg")
        assert caught.value.kind is ErrorKind.DISK_FULL
        assert "IMG 1.JPG" in str(caught.value)
        assert _left_behind(originals) == [small.path]


def test_a_read_only_disk_is_told(tmp_path: Path, picture: Path) -> None:
    with small_disk(tmp_path / "disk", 1024) as disk:
        originals = Originals(disk / "originals")
        make_read_only(disk)
        with pytest.raises(KnownError) as caught:
            originals.keep(picture, ".jpg")
        assert caught.value.kind is ErrorKind.FOLDER_READ_ONLY


def test_a_library_that_is_gone_is_not_made_again(tmp_path: Path, picture: Path) -> None:
    """Its disk was pulled out: a second library in its place would hide it when it comes back."""
    library = tmp_path / "disk" / "library"
    with pytest.raises(KnownError) as told:
        Originals(library / "originals").keep(picture, ".jpg")
    assert (told.value.kind, told.value.file) == (ErrorKind.FOLDER_MISSING, library)
    assert not (tmp_path / "disk").exists()


def test_a_library_open_to_read_keeps_nothing(tmp_path: Path, picture: Path) -> None:
    originals = Originals(tmp_path / "originals", read_only=True)
    with pytest.raises(KnownError) as caught:
        originals.keep(picture, ".jpg")
    assert caught.value.kind is ErrorKind.LIBRARY_READ_ONLY
    assert not originals.folder.exists()


def test_names_never_lead_out_of_the_folder(originals: Originals) -> None:
    for sha256, suffix in [("../../etc/passwd", ""), (SHA256, "/../x"), (SHA256[:-1], ".jpg")]:
        with pytest.raises(ValueError, match="not an original"):
            originals.path_of(sha256, suffix)


def test_what_a_crash_left_half_copied_is_cleared(originals: Originals, picture: Path) -> None:
    stored = originals.keep(picture, ".jpg")
    (originals.folder / "incoming" / "0123").write_bytes(b"half")
    originals.clear_incoming()
    assert _left_behind(originals) == [stored.path]


def test_originals_are_told_from_other_files(originals: Originals, picture: Path) -> None:
    stored = originals.keep(picture, ".jpg")
    (stored.path.parent / "Thumbs.db").write_bytes(b"")
    (originals.folder / "note.txt").write_bytes(b"")
    found = list(originals.files())
    assert len(found) == 3
    assert [path for path in found if is_original(path)] == [stored.path]
    originals.remove(stored.path)
    assert not stored.path.exists()


def test_the_name_is_given_only_after_the_content_is_on_the_disk(
    originals: Originals, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        order.append("sync")
        real_fsync(handle)

    def rename(self: Path, target: Path) -> Path:
        order.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", rename)
    originals.keep(picture, ".jpg")
    assert order[0] == "sync"
    assert order[-2:] == ["rename", "sync"]
