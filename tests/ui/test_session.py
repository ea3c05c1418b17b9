"""A session saves as it goes, takes pictures in beside it, and loses nothing on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import SIDES, Origin, Role
from claimcheck.model.review import Product, Review
from claimcheck.ui.session import Session
from tests.helpers.arriving import bring_in, paste
from tests.helpers.pictures import photo, written


def rename(name: str) -> Callable[[Review], Review]:
    return lambda review: edits.set_product(review, replace(review.product, name=name))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def session(qtbot: QtBot, folder: Path) -> Iterator[Session]:
    opened = Session(folder)
    yield opened
    opened.close()


def test_an_edit_is_in_the_database_within_a_second(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    review = session.new_review("Jar")
    session.document.apply(rename("Half a jar"), "Edit name")
    assert not session.saved
    qtbot.waitUntil(lambda: session.saved, timeout=1000)
    with Library.open(folder, read_only=True) as reader:
        assert reader.load(review.id).product.name == "Half a jar"
        assert reader.load_history(review.id).done == 1


def test_edits_while_a_save_is_under_way_are_saved_too(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    review = session.new_review("Jar")
    for number in range(40):
        session.document.apply(rename(f"Jar {number}"), "Edit name")
        qtbot.wait(7)
    qtbot.waitUntil(lambda: session.saved, timeout=1000)
    with Library.open(folder, read_only=True) as reader:
        assert reader.load(review.id) == session.document.review
        assert len(reader.load_history(review.id).steps) == 40


def test_undo_history_is_there_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    first = Session(folder)
    review = first.new_review("Jar")
    first.document.apply(rename("Half a jar"), "Edit name")
    first.close()
    second = Session(folder)
    with qtbot.waitSignal(second.document.opened):
        second.open_review(review.id)
    assert second.document.review.product.name == "Half a jar"
    second.document.stack.undo()
    assert second.document.review.product.name == "Jar"
    second.close()


def test_good_pictures_come_in_and_bad_ones_are_named(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    good = [written(tmp_path / f"{n}.jpg", photo(seed=n)) for n in range(3)]
    bad = tmp_path / "broken.jpg"
    bad.write_bytes(good[0].read_bytes()[:900])
    told: list[Exception] = []
    session.problems.connect(told.extend)
    with qtbot.waitSignal(session.arrivals.finished, timeout=10000):
        session.arrivals.add_pictures([*good[:2], bad, good[2]], Role.PHOTO, Origin.DROP)
    assert [item.name for item in session.document.review.evidence] == ["0.jpg", "1.jpg", "2.jpg"]
    assert [str(error).split(" ")[0] for error in told] == ["broken.jpg"]
    assert session.document.stack.count() == 1
    session.document.stack.undo()
    assert session.document.review.evidence == ()


def test_the_same_picture_may_be_on_both_sides(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = written(tmp_path / "same.jpg", photo())
    for role in SIDES:
        bring_in(qtbot, session, [path], role)
    assert [item.role for item in session.document.review.evidence] == [Role.LISTING, Role.PHOTO]


def test_pictures_land_in_the_review_they_were_meant_for(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    first = session.new_review("First")
    with qtbot.waitSignal(session.arrivals.finished, timeout=10000):
        paste(session, Role.PHOTO)
        second = session.new_review("Second")

    with Library.open(folder, read_only=True) as reader:
        qtbot.waitUntil(lambda: {first.id, second.id} <= {one.id for one in reader.summaries()})
        qtbot.waitUntil(lambda: bool(reader.load(first.id).evidence))
        assert [item.name for item in reader.load(first.id).evidence] == ["pasted.jpg"]
        assert reader.load_history(first.id).steps[-1].change.name == "Add %n picture(s)"
        assert reader.load(second.id).evidence == ()


def test_cancelling_leaves_the_review_as_it_was(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    paths = [written(tmp_path / f"{n}.jpg", photo(1200, 900, seed=n)) for n in range(30)]
    session.new_review("Jar")
    session.arrivals.progress.connect(lambda *_: session.arrivals.cancel())
    with qtbot.waitSignal(session.arrivals.finished, timeout=10000) as finished:
        session.arrivals.add_pictures(paths, Role.PHOTO)
    assert finished.args == [None]
    assert session.document.review.evidence == ()
    with Library.open(session.library_folder, read_only=True) as reader:
        assert reader.check().problems == ()


class Disk:
    """Says that it is full when told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full, real = False, Library.save
        monkeypatch.setattr("claimcheck.ui.saving.RETRY_AFTER_MS", 50)

        def save(library: Library, *arguments: object) -> None:
            if self.full:
                raise KnownError(ErrorKind.DISK_FULL, library.folder)
            real(library, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Library, "save", save)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_a_failing_save_is_told_once_and_tried_until_it_works(
    qtbot: QtBot, session: Session, disk: Disk
) -> None:
    session.new_review("Jar")
    qtbot.waitUntil(lambda: session.saved)
    told: list[ErrorKind] = []
    session.problems.connect(lambda errors: told.extend(error.kind for error in errors))
    disk.full = True
    session.document.apply(rename("Half a jar"), "Edit name")
    qtbot.wait(400)
    assert told == [ErrorKind.DISK_FULL]
    assert not session.saved
    disk.full = False
    with qtbot.waitSignal(session.problem_solved, timeout=2000) as solved:
        pass
    assert solved.args is not None
    assert solved.args[0].kind is ErrorKind.DISK_FULL
    assert session.saved


def test_what_could_not_be_saved_is_there_when_the_user_comes_back(
    qtbot: QtBot, session: Session, disk: Disk, folder: Path
) -> None:
    first = session.new_review("First")
    second = session.new_review("Second")
    with qtbot.waitSignal(session.document.opened):
        session.open_review(first.id)
    disk.full = True
    session.document.apply(rename("First, renamed"), "Edit name")
    for review in (second, first):
        with qtbot.waitSignal(session.document.opened):
            session.open_review(review.id)
        assert not session.saved
    assert session.document.review.product.name == "First, renamed"
    session.document.stack.undo()
    assert session.document.review.product.name == "First"
    session.document.stack.redo()
    with qtbot.waitSignal(session.document.opened):
        session.open_review(second.id)
    disk.full = False
    qtbot.waitUntil(lambda: session.saved, timeout=2000)
    with Library.open(folder, read_only=True) as reader:
        assert reader.load(first.id).product.name == "First, renamed"


def test_a_new_review_that_was_never_saved_comes_back_and_takes_its_pictures(
    qtbot: QtBot, session: Session, disk: Disk, folder: Path
) -> None:
    disk.full = True
    first = session.new_review("First")
    with qtbot.waitSignal(session.arrivals.finished, timeout=10000):
        paste(session, Role.PHOTO)
        session.new_review("Second")
    with qtbot.waitSignal(session.document.opened):
        session.open_review(first.id)
    assert [item.name for item in session.document.review.evidence] == ["pasted.jpg"]
    disk.full = False
    qtbot.waitUntil(lambda: session.saved, timeout=2000)
    with Library.open(folder, read_only=True) as reader:
        assert len(reader.load(first.id).evidence) == 1
        assert len(reader.summaries()) == 2


def test_leaving_says_what_can_t_be_saved(qtbot: QtBot, folder: Path, disk: Disk) -> None:
    session = Session(folder)
    session.new_review("Jar")
    disk.full = True
    session.document.apply(rename("Half a jar"), "Edit name")
    error = session.finish_saving()
    assert isinstance(error, KnownError)
    assert error.kind is ErrorKind.DISK_FULL
    with pytest.raises(KnownError):
        session.close()
    Session(folder).close()  # nothing is held on to


def test_trash_and_restore(qtbot: QtBot, session: Session) -> None:
    review = session.new_review("Jar")
    session.trash_review(review.id)
    assert not session.document.is_open
    found: list[object] = []
    session.summaries("", True, found.extend)
    qtbot.waitUntil(lambda: bool(found))
    session.restore_review(review.id)
    there: list[object] = []
    session.summaries("jar", False, there.extend)
    qtbot.waitUntil(lambda: bool(there))


def test_a_second_session_is_refused_but_may_read(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    review = session.new_review("Jar")
    qtbot.waitUntil(lambda: session.saved)
    with pytest.raises(KnownError) as busy:
        Session(folder)
    assert busy.value.kind is ErrorKind.LIBRARY_BUSY
    reader = Session(folder, read_only=True)
    with qtbot.waitSignal(reader.document.opened):
        reader.open_review(review.id)
    assert not reader.document.apply(lambda r: edits.set_product(r, Product("x")), "Edit name")
    reader.close()


def test_preferences_are_kept_in_the_library(qtbot: QtBot, folder: Path) -> None:
    first = Session(folder)
    wanted = replace(first.settings, language="nl", handle="@me", reduce_motion=True)
    first.change_settings(wanted)
    first.close()
    second = Session(folder)
    assert second.settings == wanted
    assert second.new_review().card.handle == "@me"
    second.close()


def test_opening_what_is_in_view_again_forgets_no_edit(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    """As when the row of the open review is clicked while a gesture is made."""
    review = session.new_review("Jar")
    qtbot.waitUntil(lambda: session.saved)
    session.open_review(review.id)
    session.document.apply(rename("Half a jar"), "Edit name")
    qtbot.wait(50)
    session.document.apply(rename("Half a jar of bears"), "Edit name")
    qtbot.waitUntil(lambda: session.saved)
    assert session.document.review.product.name == "Half a jar of bears"
    with Library.open(folder, read_only=True) as reader:
        assert reader.load(review.id).product.name == "Half a jar of bears"
        assert len(reader.load_history(review.id).steps) == 2


def test_the_review_asked_for_last_is_shown(qtbot: QtBot, session: Session) -> None:
    first, second = session.new_review("First"), session.new_review("Second")
    qtbot.waitUntil(lambda: session.saved)
    session.open_review(first.id)
    session.open_review(second.id)
    qtbot.wait(200)
    assert session.document.review.id == second.id
