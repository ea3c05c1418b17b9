"""Pictures coming in: what becomes of each, and that nothing of a failure is left behind."""

from __future__ import annotations

import errno
import hashlib
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest

from claimcheck.errors import Cancelled, ErrorKind
from claimcheck.library.atomic import sync_file
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Origin, Role
from claimcheck.workflow.intake import Intake, take_in, take_in_bytes
from tests.helpers.disks import make_read_only, small_disk
from tests.helpers.pictures import (
    encoded,
    exif,
    photo,
    png_header_only,
    twelve_megapixels,
    written,
)
from tests.helpers.shared import shared_folder


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    (tmp_path / "library").mkdir()
    return Originals(tmp_path / "library" / "originals")


def test_a_picture_is_copied_by_its_hash_and_described(
    originals: Originals, tmp_path: Path
) -> None:
    metadata = exif(orientation=6, taken_at="2026:05:01 12:30:00")
    source = written(tmp_path / "IMG 1.PNG", photo(60, 40), "JPEG", exif=metadata)
    before = datetime.now(UTC)
    (item,) = _all_in(
        take_in(originals, [source], Role.PHOTO, Origin.DROP, listing_id="0123456789ab")
    )
    data = source.read_bytes()
    assert item.sha256 == hashlib.sha256(data).hexdigest()
    assert originals.find(item).read_bytes() == data
    assert originals.find(item).name == f"{item.sha256}.jpg"
    assert (item.name, item.suffix, item.size_bytes) == ("IMG 1.PNG", ".jpg", len(data))
    assert (item.width_px, item.height_px) == (40, 60)
    assert item.taken_at == datetime(2026, 5, 1, 12, 30)  # noqa: DTZ001 - the camera wrote no zone
    assert (item.role, item.origin, item.listing_id) == (Role.PHOTO, Origin.DROP, "0123456789ab")
    assert item.source == str(tmp_path)
    assert before <= item.added_at <= datetime.now(UTC)
    assert item.added_at.tzinfo is UTC


def test_the_others_still_come_in(originals: Originals, tmp_path: Path) -> None:
    sound = encoded(photo(200, 150))
    bad: dict[str, tuple[bytes, ErrorKind]] = {
        "cut.jpg": (sound[:-500], ErrorKind.PICTURE_DAMAGED),
        "empty.jpg": (b"", ErrorKind.FILE_EMPTY),
        "text.jpg": (b"hello", ErrorKind.PICTURE_UNKNOWN),
        "drawing.svg": (b"<svg xmlns='x'/>", ErrorKind.PICTURE_UNSUPPORTED),
        "icon.png": (encoded(photo(23, 100), "PNG"), ErrorKind.PICTURE_TOO_SMALL),
        "huge.png": (png_header_only(20_000, 15_000), ErrorKind.PICTURE_TOO_LARGE),
    }
    sources, expected = [], []
    for index, (name, (content, kind)) in enumerate(bad.items()):
        (tmp_path / name).write_bytes(content)
        sources += [tmp_path / name, written(tmp_path / f"{index}.jpg", photo(50, 40, index))]
        expected.append((kind, name))
    (tmp_path / "folder").mkdir()
    sources += [tmp_path / "folder", tmp_path / "gone.jpg"]
    expected += [(ErrorKind.FILE_IS_FOLDER, "folder"), (ErrorKind.FILE_MISSING, "gone.jpg")]

    intake = take_in(originals, sources, Role.PHOTO)

    assert [item.name for item in intake.evidence] == [f"{index}.jpg" for index in range(len(bad))]
    assert [(p.kind, p.file.name if p.file else "") for p in intake.problems] == expected
    assert all(name in str(p) for p, (_kind, name) in zip(intake.problems, expected, strict=True))
    assert _kept(originals) == {originals.find(item) for item in intake.evidence}


def test_twenty_four_pixels_are_enough(originals: Originals, tmp_path: Path) -> None:
    _all_in(take_in(originals, [written(tmp_path / "a.png", photo(24, 24), "PNG")], Role.PHOTO))


def test_the_same_picture_twice_comes_in_once(originals: Originals, tmp_path: Path) -> None:
    one = written(tmp_path / "one.jpg", photo(60, 40))
    copy = Path(shutil.copy(one, tmp_path / "copy.jpg"))
    other = written(tmp_path / "other.jpg", photo(60, 40, seed=2))
    intake = take_in(originals, [one, copy, other, one], Role.PHOTO)
    assert [item.name for item in intake.evidence] == ["one.jpg", "other.jpg"]
    assert [(r.name, r.evidence.name) for r in intake.repeated] == [
        ("copy.jpg", "one.jpg"),
        ("one.jpg", "one.jpg"),
    ]
    assert not intake.problems


def test_what_is_known_is_not_added_again(originals: Originals, tmp_path: Path) -> None:
    source = written(tmp_path / "one.jpg", photo(60, 40))
    first = take_in(originals, [source], Role.PHOTO)
    again = take_in(originals, [source], Role.PHOTO, known=first.evidence)
    assert again.evidence == ()
    assert [r.evidence for r in again.repeated] == list(first.evidence)
    # Without knowing, it is a new piece of evidence with the same original.
    (new,) = _all_in(take_in(originals, [source], Role.LISTING))
    assert new.id != first.evidence[0].id
    assert new.sha256 == first.evidence[0].sha256
    assert len(_kept(originals)) == 1


def test_a_copy_that_broke_off_and_was_filled_with_zeros(
    originals: Originals, tmp_path: Path
) -> None:
    """The decoder takes zeros for grey, so only this check notices."""
    sound = encoded(photo(1200, 900), quality=95)
    half = sound[: len(sound) // 2] + bytes(len(sound) - len(sound) // 2)
    (tmp_path / "half.jpg").write_bytes(half)
    (problem,) = take_in(originals, [tmp_path / "half.jpg"], Role.PHOTO).problems
    assert problem.kind is ErrorKind.PICTURE_DAMAGED
    # Padding after the end marker is fine: some cameras fill up a whole block.
    (tmp_path / "padded.jpg").write_bytes(sound + bytes(8192))
    _all_in(take_in(originals, [tmp_path / "padded.jpg"], Role.PHOTO))


def test_progress_names_each_file(originals: Originals, tmp_path: Path) -> None:
    sources = [written(tmp_path / f"{n}.jpg", photo(40, 30, n)) for n in range(3)]
    seen: list[tuple[int, int, str]] = []
    take_in(originals, sources, Role.PHOTO, progress=lambda *step: seen.append(step))
    assert seen == [(0, 3, "0.jpg"), (1, 3, "1.jpg"), (2, 3, "2.jpg"), (3, 3, "")]


def test_cancelling_leaves_nothing_half_written(originals: Originals, tmp_path: Path) -> None:
    sources = [written(tmp_path / f"{n}.jpg", photo(40, 30, n)) for n in range(4)]

    def cancel(done: int, _total: int, _what: str) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(originals, sources, Role.PHOTO, progress=cancel)
    kept = _kept(originals)
    assert len(kept) <= 2
    assert all(hashlib.sha256(p.read_bytes()).hexdigest() == p.stem for p in kept)


def test_a_pasted_picture(originals: Originals) -> None:
    data = encoded(photo(80, 60), "PNG")
    intake = take_in_bytes(
        originals, data, "pasted.png", Role.LISTING, source="https://shop.example/p/1"
    )
    (item,) = _all_in(intake)
    assert (item.name, item.origin, item.source) == (
        "pasted.png",
        Origin.PASTE,
        "https://shop.example/p/1",
    )
    assert originals.find(item).read_bytes() == data
    again = take_in_bytes(originals, data, "b.png", Role.LISTING, known=intake.evidence)
    assert again.repeated[0].evidence == item


def test_a_pasted_something_else(originals: Originals) -> None:
    for data, kind in ((b"", ErrorKind.FILE_EMPTY), (b"text", ErrorKind.PICTURE_UNKNOWN)):
        (problem,) = take_in_bytes(originals, data, "pasted", Role.LISTING).problems
        assert problem.kind is kind
    assert _kept(originals) == set()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, ErrorKind.DISK_FULL),
        (errno.EROFS, ErrorKind.FOLDER_READ_ONLY),
        (errno.EACCES, ErrorKind.FOLDER_READ_ONLY),
        (errno.EIO, ErrorKind.WRITE_FAILED),
    ],
)
def test_a_disk_that_fails_for_one_picture(
    originals: Originals,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: ErrorKind,
) -> None:
    sources = [written(tmp_path / f"{n}.jpg", photo(40, 30, n)) for n in range(3)]
    _fail_at_second_call(monkeypatch, "claimcheck.library.originals.sync_file", number)
    intake = take_in(originals, sources, Role.PHOTO)
    (problem,) = intake.problems  # which one it hits is the threads' affair
    assert problem.kind is kind
    kept = [source for source in sources if source != problem.file]
    assert [item.name for item in intake.evidence] == [source.name for source in kept]
    assert len(kept) == 2
    assert _kept(originals) == {originals.find(item) for item in intake.evidence}


def test_the_same_picture_again_is_lost_with_the_first(
    originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "no room")

    source = written(tmp_path / "a.jpg", photo(40, 30))
    again = tmp_path / "b.jpg"
    again.write_bytes(source.read_bytes())
    monkeypatch.setattr("claimcheck.library.originals.sync_file", fail)
    intake = take_in(originals, [source, again], Role.PHOTO)
    assert [problem.kind for problem in intake.problems] == [ErrorKind.DISK_FULL] * 2
    assert not intake.evidence
    assert not intake.repeated
    assert _kept(originals) == set()


def test_a_full_disk(tmp_path: Path) -> None:
    sources = [written(tmp_path / f"{n}.jpg", photo(800, 600, n), quality=97) for n in range(6)]
    with small_disk(tmp_path / "disk", 600) as disk:
        originals = Originals(disk / "originals")
        intake = take_in(originals, sources, Role.PHOTO)
        assert intake.evidence
        assert {p.kind for p in intake.problems} == {ErrorKind.DISK_FULL}
        assert {p.file for p in intake.problems} < set(sources)
        assert _kept(originals) == {originals.find(item) for item in intake.evidence}


def test_a_read_only_disk(tmp_path: Path) -> None:
    source = written(tmp_path / "a.jpg", photo(40, 30))
    with small_disk(tmp_path / "disk", 400) as disk:
        make_read_only(disk)
        (problem,) = take_in(Originals(disk / "originals"), [source], Role.PHOTO).problems
        assert problem.kind is ErrorKind.FOLDER_READ_ONLY
        assert problem.file == source


def test_a_folder_of_pictures_that_vanishes(originals: Originals, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    sources = [written(card / f"{n}.jpg", photo(40, 30, n)) for n in range(3)]

    def pull_out(done: int, _total: int, _what: str) -> None:
        if done == 1:
            shutil.rmtree(card)

    intake = take_in(originals, sources, Role.PHOTO, progress=pull_out)
    assert [item.name for item in intake.evidence] == ["0.jpg"]
    assert [(p.kind, p.file) for p in intake.problems] == [
        (ErrorKind.FILE_MISSING, source) for source in sources[1:]
    ]


def test_a_file_that_changes_meanwhile_is_not_described_wrongly(
    originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path / "a.jpg", photo(40, 30))
    receive = originals.receive

    def receive_and_change(path: Path, data: bytes | None, synced: bool = True) -> Any:
        received = receive(path, data, synced)
        written(path, photo(80, 60))
        return received

    monkeypatch.setattr(originals, "receive", receive_and_change)
    (item,) = take_in(originals, [source], Role.PHOTO).evidence
    assert (item.width_px, item.height_px) == (40, 30)
    assert hashlib.sha256(originals.find(item).read_bytes()).hexdigest() == item.sha256


def test_a_bug_is_not_told_as_the_users_fault(
    originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: Any, **_named: Any) -> NoReturn:
        raise ZeroDivisionError

    source = written(tmp_path / "a.jpg", photo(40, 30))
    monkeypatch.setattr(originals, "receive", fail)
    with pytest.raises(ZeroDivisionError):
        take_in(originals, [source], Role.PHOTO)


def test_a_large_photo_comes_in_quickly(originals: Originals, tmp_path: Path) -> None:
    sources = twelve_megapixels(tmp_path, 4)
    start = time.perf_counter()
    intake = take_in(originals, sources, Role.PHOTO)
    assert len(intake.evidence) == 4
    assert (time.perf_counter() - start) / 4 < 0.5  # measured: 0.05


def test_real_reviews_come_in_whole(originals: Originals) -> None:
    sources = sorted(shared_folder("grocery").glob("*/*.jpg"))
    intake = take_in(originals, sources, Role.PHOTO)
    assert not intake.problems
    assert len(intake.evidence) + len(intake.repeated) == len(sources)


def _all_in(intake: Intake) -> tuple[Any, ...]:
    assert intake.problems == ()
    assert intake.repeated == ()
    return intake.evidence


def _kept(originals: Originals) -> set[Path]:
    """Every file below the originals, also what should not be there."""
    return {path for path in originals.folder.rglob("*") if path.is_file()}


def _fail_at_second_call(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    calls = iter(range(1000))

    def fail(file: Any) -> None:
        if next(calls) == 1:
            raise OSError(number, "injected")
        sync_file(file)

    monkeypatch.setattr(name, fail)
