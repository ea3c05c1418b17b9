"""Whose library it is, how new, who else has it open; backups and migrations."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library import Library, backups, opening
from claimcheck.library.schema import APPLICATION_ID, MIGRATIONS
from claimcheck.model import edits
from tests.helpers.disks import make_read_only, small_disk
from tests.helpers.reviews import full_review


def _refused(folder: Path, read_only: bool = False) -> ErrorKind:
    before = {path: path.read_bytes() for path in folder.glob("*.db")}
    with pytest.raises(KnownError) as caught:
        Library.open(folder, read_only)
    assert {path: path.read_bytes() for path in folder.glob("*.db")} == before
    return caught.value.kind


def _saved(folder: Path) -> str:
    with Library.open(folder) as library:
        review = full_review()
        library.save(review)
    return review.id


def test_a_second_writer_is_told_and_may_read(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        review = full_review()
        library.save(review)
        assert _refused(tmp_path) is ErrorKind.LIBRARY_BUSY
        with Library.open(tmp_path, read_only=True) as reader:
            assert reader.load(review.id) == review
            library.save(edits.set_product(review, edits.new_review("Renamed").product))
            assert reader.summaries()[0].product == "Renamed"
    Library.open(tmp_path).close()


def test_a_writer_in_another_process_is_told_and_freed_by_a_kill(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from claimcheck.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert _refused(tmp_path) is ErrorKind.LIBRARY_BUSY
        other.kill()
        other.wait()
        Library.open(tmp_path).close()


def test_a_library_open_to_read_refuses_every_change(tmp_path: Path) -> None:
    review_id = _saved(tmp_path)
    with Library.open(tmp_path, read_only=True) as library:
        review = library.load(review_id)
        for change in (
            lambda: library.save(review),
            lambda: library.trash(review_id),
            lambda: library.restore(review_id),
            library.empty_trash,
            lambda: library.set_setting("a", "b"),
        ):
            with pytest.raises(KnownError) as caught:
                change()
            assert caught.value.kind is ErrorKind.LIBRARY_READ_ONLY
        assert library.check().ok is False  # the pictures of this review exist nowhere


def test_a_read_only_disk_can_be_read(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2048) as disk:
        review_id = _saved(disk)
        make_read_only(disk)
        assert _refused(disk) is ErrorKind.FOLDER_READ_ONLY
        with Library.open(disk, read_only=True) as library:
            assert library.load(review_id).id == review_id


def test_a_full_disk_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 512) as disk, Library.open(disk) as library:
        review = full_review()
        library.save(review)
        big = edits.set_card(review, type(review.card)(caption="long " * 200_000))
        with pytest.raises(KnownError) as caught:
            library.save(big)
        assert caught.value.kind is ErrorKind.DISK_FULL
        assert library.load(review.id) == review
        renamed = edits.set_product(review, edits.new_review("Renamed").product)
        library.save(renamed)
        assert library.load(review.id) == renamed


def test_a_disk_full_at_once_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 16) as disk:
        assert _open_kind(disk) is ErrorKind.DISK_FULL


def _open_kind(folder: Path) -> ErrorKind:
    with pytest.raises(KnownError) as caught:
        Library.open(folder)
    return caught.value.kind


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        review = full_review()
        library.save(review)
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(KnownError) as caught:
            library.save(review)
        assert caught.value.kind is ErrorKind.FOLDER_MISSING


def test_a_database_that_was_swapped_below_us_is_told(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        review = full_review()
        library.save(review)
        path = tmp_path / "claimcheck.db"
        data = path.read_bytes()
        path.rename(tmp_path / "old.db")
        path.write_bytes(data)
        with pytest.raises(KnownError) as caught:
            library.save(edits.set_product(review, edits.new_review("Lost?").product))
        assert caught.value.kind is ErrorKind.FOLDER_MISSING


def test_what_is_no_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with closing(sqlite3.connect(other / "claimcheck.db")) as connection:
        connection.execute("CREATE TABLE recipes (id)")
        connection.commit()
    assert _refused(other) is ErrorKind.NOT_A_LIBRARY
    assert _refused(other, read_only=True) is ErrorKind.NOT_A_LIBRARY
    garbage = tmp_path / "garbage"
    garbage.mkdir()
    (garbage / "claimcheck.db").write_bytes(b"\x89PNG" * 4000)
    assert _refused(garbage) is ErrorKind.NOT_A_LIBRARY
    assert _refused(tmp_path / "nothing", read_only=True) is ErrorKind.NOT_A_LIBRARY
    assert not (tmp_path / "nothing").exists()
    a_file = tmp_path / "file"
    a_file.write_bytes(b"")
    assert _open_kind(a_file) is ErrorKind.NOT_A_LIBRARY
    assert _open_kind(a_file / "below") is ErrorKind.FOLDER_MISSING


def test_a_damaged_library_is_told_apart_from_somebody_elses_file(tmp_path: Path) -> None:
    _saved(tmp_path)
    Library.open(tmp_path).close()  # makes the day's backup
    path = tmp_path / "claimcheck.db"
    whole = path.read_bytes()
    path.write_bytes(b"\0" * len(whole))
    assert _refused(tmp_path) is ErrorKind.LIBRARY_DAMAGED
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    assert _refused(tmp_path) is ErrorKind.LIBRARY_DAMAGED
    path.write_bytes(whole[: len(whole) // 2])
    assert _refused(tmp_path) is ErrorKind.LIBRARY_DAMAGED


@pytest.mark.parametrize("left", [None, b""])
def test_a_library_without_its_database_is_not_taken_for_a_new_one(
    tmp_path: Path, left: bytes | None
) -> None:
    _saved(tmp_path)
    Library.open(tmp_path).close()  # which makes the day's backup
    database = tmp_path / opening.DATABASE
    database.unlink()
    if left is not None:
        database.write_bytes(left)
    assert _refused(tmp_path) is ErrorKind.LIBRARY_DAMAGED


def test_check_finds_damage_inside_the_database(tmp_path: Path) -> None:
    _saved(tmp_path)
    path = tmp_path / "claimcheck.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM evidence")
        connection.commit()
    with Library.open(tmp_path) as library:
        report = library.check()
    assert not report.ok
    assert any("missing in evidence" in problem.what for problem in report.problems)


def test_an_empty_file_from_a_crash_at_birth_becomes_a_library(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.db").write_bytes(b"")
    Library.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "claimcheck.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_newer_library_is_refused_politely(tmp_path: Path) -> None:
    _saved(tmp_path)
    with closing(sqlite3.connect(tmp_path / "claimcheck.db")) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('claimcheck', 'm9999_later', '')"
        )
        connection.commit()
    assert _refused(tmp_path) is ErrorKind.LIBRARY_TOO_NEW
    assert _refused(tmp_path, read_only=True) is ErrorKind.LIBRARY_TOO_NEW


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """The migrations of a later claimcheck."""
    later = Migrations("claimcheck")
    with Database(memory=True) as empty:
        for released in MIGRATIONS.pending(empty):
            later()(released.fn)

    @later()
    def m9000_later(db: Database) -> None:
        db.execute("ALTER TABLE reviews ADD COLUMN later TEXT")

    monkeypatch.setattr(opening, "MIGRATIONS", later)
    return later


def _columns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(reviews)")}


def test_an_older_library_is_backed_up_then_migrated(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    review_id = _saved(tmp_path)
    request.getfixturevalue("next_version")
    with Library.open(tmp_path, read_only=True) as library:
        assert library.load(review_id).id == review_id
    assert "later" not in _columns(tmp_path / "claimcheck.db")
    with Library.open(tmp_path) as library:
        assert library.load(review_id).id == review_id
    assert "later" in _columns(tmp_path / "claimcheck.db")
    copy = tmp_path / "backups" / "claimcheck-before-m9000_later.db"
    assert "later" not in _columns(copy)


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    _saved(tmp_path)
    later: Migrations = request.getfixturevalue("next_version")

    @later()
    def m9001_faulty(db: Database) -> None:
        db.execute("CREATE TABLE half (id)")
        raise RuntimeError("a bug of ours")

    with pytest.raises(RuntimeError):
        Library.open(tmp_path)
    with closing(sqlite3.connect(tmp_path / "claimcheck.db")) as connection:
        assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchall()


def test_a_crashed_transaction_is_rolled_back_even_for_a_reader(tmp_path: Path) -> None:
    review_id = _saved(tmp_path)
    script = (
        "import sqlite3, os, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN')\n"
        "c.execute(\"UPDATE reviews SET product_name = 'half done'\")\n"
        "for n in range(500): c.execute('INSERT INTO settings VALUES (?, ?)', (n, 'x' * 900))\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "claimcheck.db")], check=False)
    assert (tmp_path / "claimcheck.db-journal").exists()
    with Library.open(tmp_path, read_only=True) as library:
        assert library.load(review_id).product.name == full_review().product.name


def test_there_is_a_backup_a_day_and_the_last_five_are_kept(tmp_path: Path) -> None:
    review_id = _saved(tmp_path)
    with closing(sqlite3.connect(tmp_path / "claimcheck.db")) as connection:
        for day in range(8):
            backups.back_up_daily(
                connection, tmp_path / "backups", date(2026, 3, 1) + timedelta(day)
            )
    names = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert names == [f"claimcheck-2026-03-0{day}.db" for day in range(4, 9)]
    restored = tmp_path / "restored"
    restored.mkdir()
    (tmp_path / "backups" / names[-1]).rename(restored / "claimcheck.db")
    with Library.open(restored) as library:
        assert library.load(review_id).id == review_id


def test_a_backup_that_fails_does_not_keep_the_library_shut(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _saved(tmp_path)
    (tmp_path / "backups").write_bytes(b"in the way")
    Library.open(tmp_path).close()
    assert "no daily backup" in caplog.text
