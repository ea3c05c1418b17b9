"""A file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import write_atomically, write_error, writing, writing_together
from tests.helpers.disks import make_read_only, small_disk


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / ("long name " + "x" * 230 + ".jpg")
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert _names(tmp_path) == [target.name]


def test_what_fails_halfway_leaves_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "card.jpg"
    target.write_bytes(b"earlier")

    def interrupted() -> None:
        with writing(target) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_bytes() == b"earlier"
    assert _names(tmp_path) == ["card.jpg"]


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "card.jpg"
    link.symlink_to(tmp_path / "real" / "card.jpg")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "card.jpg").read_bytes() == b"new"


def test_what_is_no_ordinary_file_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("missing/card.jpg", ErrorKind.FOLDER_MISSING),
        ("file/card.jpg", ErrorKind.FOLDER_MISSING),
        (".", ErrorKind.WRITE_FAILED),
        ("x" * 300, ErrorKind.WRITE_FAILED),
    ],
)
def test_impossible_places_are_told(tmp_path: Path, path: str, kind: ErrorKind) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError) as caught:
        write_atomically(tmp_path / path, b"data")
    assert caught.value.kind is kind
    assert _names(tmp_path) == ["file"]


def test_a_full_disk_keeps_the_earlier_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        target = disk / "card.jpg"
        write_atomically(target, b"earlier")
        with pytest.raises(KnownError) as caught:
            write_atomically(target, b"x" * 100_000)
        assert caught.value.kind is ErrorKind.DISK_FULL
        assert "card.jpg" in str(caught.value)
        assert target.read_bytes() == b"earlier"
        assert _names(disk) == ["card.jpg"]


def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        make_read_only(disk)
        with pytest.raises(KnownError) as caught:
            write_atomically(disk / "card.jpg", b"data")
        assert caught.value.kind is ErrorKind.FOLDER_READ_ONLY


def test_an_unusual_error_gives_its_reason(tmp_path: Path) -> None:
    error = write_error(OSError(errno.EIO, "Input/output error"), tmp_path / "card.jpg")
    assert error.kind is ErrorKind.WRITE_FAILED
    assert "input/output error" in str(error)


def test_files_that_are_written_together_appear_together(tmp_path: Path) -> None:
    one, other = tmp_path / "new" / "one.jpg", tmp_path / "new" / "other.jpg"
    with writing_together(one.parent) as together:
        together.write(one, b"1")
        together.write(other, b"2")
        assert not one.exists()
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert _names(one.parent) == ["one.jpg", "other.jpg"]


def test_one_of_several_that_cannot_be_written_is_named_and_takes_the_others_along(
    tmp_path: Path,
) -> None:
    earlier, lost = tmp_path / "earlier.jpg", tmp_path / "nowhere" / "lost.jpg"
    earlier.write_bytes(b"earlier")

    def write() -> None:
        with writing_together(tmp_path) as together:
            for path in (earlier, lost, tmp_path / "third.jpg"):
                together.write(path, b"later")

    with pytest.raises(KnownError, match=lost.name) as raised:
        write()
    assert raised.value.kind is ErrorKind.FOLDER_MISSING
    assert _names(tmp_path) == ["earlier.jpg"]
    assert earlier.read_bytes() == b"earlier"


def test_what_a_killed_program_left_is_tidied_up_by_the_next_file(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name for name in (".claimcheck-0a.part", ".claimcheck-0b.part", "my.part")
    )
    for file in (old, new, other):
        file.write_bytes(b"half")
    long_ago = time.time() - 2 * 3600
    for file in (old, other):
        os.utime(file, (long_ago, long_ago))
    with writing(tmp_path / "whole") as whole:
        whole.write(b"whole")
    assert {one.name for one in tmp_path.iterdir()} == {new.name, other.name, "whole"}
