"""Reviews come back as they were saved; search, trash, exports, settings, check."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.library import ExportRecord, Library, Problem
from claimcheck.model import edits
from claimcheck.model.changes import difference
from claimcheck.model.geometry import Point
from claimcheck.model.history import History, Step
from claimcheck.model.kinds import MarkKind, Role, Verdict
from claimcheck.model.review import Claim, Listing, Mark, Product, Review
from claimcheck.model.showing import with_adjustment
from tests.helpers.reviews import MOMENT, edited_reviews, evidence, full_review


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library")
    yield library
    library.close()


def _with_picture(library: Library, data: bytes = b"picture", name: str = "a.jpg") -> Review:
    stored = library.originals.keep_bytes(data, ".jpg")
    review = edits.add_evidence(
        edits.new_review("Gummies"), [evidence(Role.PHOTO, stored.sha256, name)]
    )
    library.save(review)
    return review


def test_a_full_review_comes_back_as_it_was(library: Library) -> None:
    review = full_review()
    library.save(review)
    assert library.load(review.id) == review


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edited_reviews(at_most=10), st.data())
def test_every_version_and_its_undo_steps_come_back(
    library: Library, versions: list[Review], data: st.DataObject
) -> None:
    steps: tuple[Step, ...] = ()
    for number, (before, after) in enumerate(zip([versions[0], *versions], versions, strict=False)):
        steps = (*steps, Step(number, difference(before, after, "Edit %n", number)))
        library.save(after, History(steps, len(steps)))
        assert library.load(after.id) == after
    shorter = History(steps[: data.draw(st.integers(1, len(steps)))], 0)
    library.save(versions[0], shorter)
    assert library.load(versions[0].id) == versions[0]
    assert library.load_history(versions[0].id) == shorter


def test_half_a_character_does_not_keep_a_review_from_being_saved(library: Library) -> None:
    review = edits.set_product(edits.new_review(), Product("broken \ud83c emoji é"))
    named = evidence(Role.PHOTO, name="caf\udce9.jpg")
    after = edits.put_claim(edits.add_evidence(review, [named]), Claim("c", "x\ud83c"))
    steps = (Step(1, difference(review, after, "Add", 1)),)
    library.save(after, History(steps, 1))
    loaded = library.load(review.id)
    assert loaded.product.name == "broken ? emoji é"
    assert loaded.evidence[0].name == "caf?.jpg"
    assert library.load_history(review.id).steps[0].change.touches("claims")
    assert library.summaries("emoji")


def test_saving_without_history_leaves_the_history_alone(library: Library) -> None:
    review = full_review()
    history = History((Step(7, difference(edits.new_review(), review, "Add", 2)),), 1)
    library.save(review, history)
    library.save(replace(review, updated_at=MOMENT))
    assert library.load_history(review.id) == history
    assert library.load_history("nobody") == History()


def test_an_unknown_review_is_told(library: Library) -> None:
    for call in (library.load, library.trash, library.restore):
        with pytest.raises(KnownError, match="no review abc") as caught:
            call("abc")
        assert caught.value.kind is ErrorKind.REVIEW_UNKNOWN


def test_a_save_that_fails_changes_nothing(library: Library) -> None:
    review = full_review()
    library.save(review)
    broken = replace(review, evidence=(), product=replace(review.product, name="Changed"))
    with pytest.raises(sqlite3.IntegrityError):
        library.save(broken)
    assert library.load(review.id) == review


def test_one_mark_of_five_hundred_is_saved_at_once(library: Library) -> None:
    review = full_review()
    photo = review.pictures(Role.PHOTO)[0]
    corners = (Point(1, 2), Point(3, 4))
    marks = [Mark(f"m{n}", photo.id, MarkKind.BOX, corners) for n in range(500)]
    review = edits.put_marks(review, marks)
    library.save(review)
    times = []
    for step in range(15):
        review = edits.put_marks(review, [edits.move_mark(review.marks[250], step + 1, 0)])
        started = time.process_time()
        library.save(review)
        times.append(time.process_time() - started)
    assert library.load(review.id) == review
    # Without waiting for the disk, and the fastest of fifteen: what the library itself takes.
    assert min(times) < 0.030


def test_only_rows_that_differ_are_written(library: Library) -> None:
    review = full_review()
    library.save(review)
    with sqlite3.connect(library.folder / "claimcheck.db") as other:
        other.execute("CREATE TABLE seen (id TEXT)")
        other.execute(
            "CREATE TRIGGER watch AFTER UPDATE ON marks BEGIN INSERT INTO seen VALUES (new.id); END"
        )
    other.close()
    moved = edits.move_mark(review.marks[1], 1, 1)
    library.save(edits.put_marks(review, [moved]))
    with sqlite3.connect(library.folder / "claimcheck.db") as other:
        assert other.execute("SELECT id FROM seen").fetchall() == [(moved.id,)]
    other.close()


def test_summaries_tell_what_a_list_shows_newest_first(library: Library) -> None:
    review = full_review()
    old = replace(edits.new_review("Old", "B"), updated_at=MOMENT - timedelta(days=9))
    new = replace(edits.new_review("New", "B"), updated_at=review.updated_at + timedelta(1))
    for item in (review, old, new):
        library.save(item)
    listed = library.summaries()
    assert [item.id for item in listed] == [new.id, review.id, old.id]
    summary = listed[1]
    assert (summary.product, summary.brand) == (review.product.name, review.product.brand)
    assert (summary.claims, summary.discrepancies) == (1, 1)
    assert summary.verdicts == (Verdict.FALSE,)
    assert summary.listing_image == review.evidence[0]
    assert summary.photo == with_adjustment(review.evidence[1], review.adjustments[0])
    assert summary.updated_at == review.updated_at
    assert (listed[0].listing_image, listed[0].photo) == (None, None)


def test_verdicts_are_in_the_order_of_the_claims(library: Library) -> None:
    review = edits.new_review()
    for verdict in (Verdict.HOLDS, None, Verdict.FALSE, Verdict.HOLDS):
        review = edits.put_claim(review, Claim(f"{len(review.claims)}", "q", verdict=verdict))
    library.save(review)
    assert library.summaries()[0].verdicts == (Verdict.HOLDS, Verdict.FALSE, Verdict.HOLDS)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("brul", True),
        ("BRÛLÉE creme", True),
        ("okobar", True),
        ("60 gum", True),
        ("counted", True),
        ("glanz", True),
        ("zoe", True),
        ("fewer", True),
        ("4006381", True),
        ("ummies", False),
        ("brulee xyz", False),
        ('"', True),
        ("*", True),
        ("%", True),
        ("_", True),
        ("AND", False),
        ("NEAR(a b", False),
        ("gummies AND", False),
        ("') OR 1=1 --", False),
        ("🍮", True),
        ("creme*", True),
        ("\x00", True),
    ],
)
def test_search_finds_words_that_begin_so(library: Library, search: str, found: bool) -> None:
    review = full_review()
    library.save(review)
    assert [item.id for item in library.summaries(search)] == ([review.id] if found else [])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_search_raises(library: Library, search: str) -> None:
    library.summaries(search)


def test_search_follows_edits(library: Library) -> None:
    review = edits.put_listing(edits.new_review("Lamp"), Listing("l", seller="Kerzenhaus"))
    library.save(review)
    assert library.summaries("kerz")
    library.save(edits.remove_listing(review, "l"))
    assert not library.summaries("kerz")


def test_search_stays_instant_in_a_big_library(library: Library) -> None:
    for number in range(300):
        review = edits.new_review(f"Product {number}", "Brand")
        for claim in range(5):
            review = edits.put_claim(review, Claim(f"c{claim}", "lorem ipsum dolor " * 10))
        library.save(review)
    started = time.process_time()
    assert len(library.summaries("product 29 lor")) == 11
    assert time.process_time() - started < 0.1


def test_the_trash_can_be_undone_and_emptied(library: Library) -> None:
    kept, thrown = _with_picture(library, b"one"), _with_picture(library, b"two")
    library.trash(thrown.id)
    assert [item.id for item in library.summaries()] == [kept.id]
    assert [item.id for item in library.summaries(trashed=True)] == [thrown.id]
    library.restore(thrown.id)
    assert len(library.summaries()) == 2
    library.trash(thrown.id)
    assert library.load(thrown.id) == thrown
    assert library.empty_trash() == 1
    assert library.empty_trash() == 0
    with pytest.raises(KnownError):
        library.load(thrown.id)
    assert [path.read_bytes() for path in library.originals.files()] == [b"one"]
    report = library.check()
    assert report.ok
    assert not report.problems


def test_emptying_the_trash_keeps_what_others_need(library: Library) -> None:
    thrown, sharing = _with_picture(library, b"shared"), _with_picture(library, b"shared")
    undone = _with_picture(library, b"only in undo steps")
    without = edits.remove_evidence(undone, undone.evidence[0].id)
    library.save(without, History((Step(1, difference(undone, without, "Remove", 1)),), 1))
    extra = library.originals.keep_bytes(b"on its way in", ".jpg")
    library.trash(thrown.id)
    assert library.empty_trash() == 1
    assert sorted(path.read_bytes() for path in library.originals.files()) == [
        b"on its way in",
        b"only in undo steps",
        b"shared",
    ]
    library.trash(sharing.id)
    library.trash(undone.id)
    assert library.empty_trash() == 2
    assert list(library.originals.files()) == [extra.path]


def test_emptying_the_trash_spares_what_was_added_again_since(library: Library) -> None:
    review = _with_picture(library, b"again")
    library.trash(review.id)
    time.sleep(0.02)
    library.originals.keep_bytes(b"again", ".jpg")  # its row is yet to come
    library.empty_trash()
    assert [path.read_bytes() for path in library.originals.files()] == [b"again"]


def test_exports_are_on_record_and_go_with_their_review(library: Library) -> None:
    review = full_review()
    library.save(review)
    first = ExportRecord(
        id="x1",
        review_id=review.id,
        path="/home/me/card.jpg",
        sha256="ab" * 32,
        bytes=1234,
        width_px=1080,
        height_px=1920,
        template="stacked",
        format="tiktok",
        made_at=MOMENT,
        version="1.0",
        settings='{"language": "nl"}',
    )
    second = replace(first, id="x2", made_at=MOMENT + timedelta(seconds=0.5))
    library.record_exports([first, second])
    assert library.exports(review.id) == (second, first)
    library.trash(review.id)
    library.empty_trash()
    assert library.exports(review.id) == ()


def test_settings_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        assert library.setting("handle", "@nobody") == "@nobody"
        library.set_setting("handle", "@me")
        library.set_setting("handle", "@zoë")
    with Library.open(tmp_path / "library") as library:
        assert library.setting("handle") == "@zoë"


def test_check_names_what_is_wrong(library: Library) -> None:
    for number in range(4):
        _with_picture(library, f"picture {number}".encode(), f"{number}.jpg")
    paths = {path.read_bytes(): path for path in library.originals.files()}
    library.originals.remove(paths[b"picture 1"])
    altered = paths[b"picture 2"]
    altered.chmod(0o644)
    altered.write_bytes(b"Picture 2")
    unneeded = library.originals.keep_bytes(b"its row never came", ".jpg").path
    unneeded.chmod(0o644)
    unneeded.write_bytes(b"its r")
    (library.originals.folder / "note.txt").write_text("mine")
    told: list[tuple[int, int, str]] = []
    report = library.check(lambda *progress: told.append(progress))
    assert not report.ok
    assert (report.reviews, report.evidence) == (4, 4)
    assert set(report.problems) == {
        Problem("original-missing", f"1.jpg ({paths[b'picture 1'].name})"),
        Problem("original-altered", f"2.jpg ({altered.name})"),
        Problem("original-altered", unneeded.name),
        Problem("stray", "note.txt"),
    }
    assert [done for done, _, _ in told] == [0, 1, 2, 3, 4, 5]
    assert {total for _, total, _ in told} == {5}


def test_a_stray_file_alone_does_no_harm(library: Library) -> None:
    _with_picture(library)
    library.originals.keep_bytes(b"its row never came", ".jpg")
    (library.originals.folder / ".DS_Store").write_bytes(b"")
    report = library.check()
    assert report.ok
    assert [problem.kind for problem in report.problems] == ["stray"]


def test_check_can_be_cancelled(library: Library) -> None:
    _with_picture(library)

    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.check(stop)


def test_a_library_works_in_the_thread_that_opened_it(tmp_path: Path) -> None:
    found: list[Review] = []

    def work() -> None:
        with Library.open(tmp_path / "library") as library:
            review = _with_picture(library)
            found.append(library.load(review.id))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1


def test_the_claims_can_be_queried_with_any_tool(library: Library) -> None:
    library.save(full_review())
    with sqlite3.connect(library.folder / "claimcheck.db") as other:
        rows = other.execute(
            "SELECT r.product_brand, l.platform, c.quote, c.verdict, d.severity"
            " FROM claims c JOIN reviews r ON r.id = c.review_id"
            " JOIN listings l ON l.review_id = c.review_id AND l.id = c.listing_id"
            " JOIN discrepancies d ON d.review_id = c.review_id AND d.claim_id = c.id"
        ).fetchall()
    other.close()
    assert rows == [("Ökobär", "tiktok-shop", "60 gummies", "false", "major")]
