"""The command line on reviews, claims, discrepancies, trash and check, in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.library import Library
from claimcheck.model.changes import apply
from claimcheck.model.review import Review
from claimcheck.paths import default_library
from tests.helpers.command_line import run
from tests.helpers.pictures import photo, written


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, Path]:
    shop, mine = tmp_path / "shop.jpg", tmp_path / "mine.jpg"
    written(shop, photo(400, 300, seed=1))
    written(mine, photo(300, 400, seed=2))
    return shop, mine


@pytest.fixture
def review_id(pictures: tuple[Path, Path]) -> str:
    """A review with both pictures and one claim, made by the command line."""
    review_id = str(run("review", "new", "--product", "Oat drink", "--json").json["id"])
    assert run("add", review_id, "--listing", pictures[0], "--photo", pictures[1]).code == 0
    assert run("claim", "add", review_id, "Enriched with calcium").code == 0
    return review_id


def _stored(review_id: str) -> Review:
    with Library.open(default_library(), read_only=True) as library:
        return library.load(review_id)


def test_reviews_are_begun_listed_and_shown() -> None:
    said = run("review", "new", "--product", "Oat drink", "--brand", "Oaty", "--gtin", "7394")
    review_id = said.out.strip()
    assert (said.code, said.err) == (0, "")
    listed = run("review", "list", "--json").json["reviews"]
    assert [item["id"] for item in listed] == [review_id]
    assert listed[0]["product"] == "Oat drink"
    assert listed[0]["brand"] == "Oaty"
    assert (listed[0]["claims"], listed[0]["discrepancies"]) == (0, 0)
    assert listed[0]["updated"].endswith("+00:00")
    assert "Oaty Oat drink" in run("review", "list").out
    shown = run("review", "show", review_id, "--json").json
    assert shown["product"] == {
        "name": "Oat drink",
        "brand": "Oaty",
        "gtin": "7394",
        "category": "",
    }
    assert run("review", "list", "--search", "oaty dri", "--json").json["reviews"]
    assert not run("review", "list", "--search", "milk", "--json").json["reviews"]


def test_an_empty_library_lists_nothing() -> None:
    assert run("review", "list", "--json").json == {"reviews": []}
    assert run("review", "list").out == ""
    assert run("check", "--json").json == {
        "ok": True,
        "reviews": 0,
        "evidence": 0,
        "problems": [],
    }


@pytest.mark.parametrize("command", [("review", "list"), ("check",), ("review", "show", "abc")])
def test_a_command_that_only_looks_makes_no_library(command: tuple[str, ...]) -> None:
    run(*command, "--json")
    assert not default_library().exists()


def test_the_library_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    run("--library", one, "review", "new", "--product", "One")
    run("review", "new", "--product", "Two", "--library", two)
    run("review", "--library", two, "new", "--product", "Two again")
    assert len(run("review", "list", "--library", one, "--json").json["reviews"]) == 1
    assert len(run("--json", "--library", two, "review", "list").json["reviews"]) == 2
    assert run("review", "list", "--json").json["reviews"] == []


def test_without_a_command_the_app_opens(tmp_path: Path) -> None:
    opened: list[tuple[Path, bool]] = []
    run(opened=opened)
    run("--library", tmp_path, "--read-only", opened=opened)
    assert opened == [(default_library(), False), (tmp_path, True)]


def test_pictures_come_in_with_the_listing_they_are_from(pictures: tuple[Path, Path]) -> None:
    review_id = run("review", "new").out.strip()
    said = run(
        *("add", review_id, "--listing", pictures[0], "--photo", pictures[1], "--json"),
        *("--url", "https://shop.example/x", "--platform", "tiktok-shop", "--seller", "Example"),
        *("--price", "2,95", "--currency", "eur", "--seen-on", "2026-01-31"),
        *("--promoter", "@example", "--no-ad"),
    )
    assert said.code == 0
    assert [(item["role"], item["name"]) for item in said.json["added"]] == [
        ("listing", "shop.jpg"),
        ("photo", "mine.jpg"),
    ]
    review = _stored(review_id)
    (listing,) = review.listings
    assert (listing.platform, str(listing.price), listing.currency) == (
        "tiktok-shop",
        "2.95",
        "EUR",
    )
    assert str(listing.seen_on) == "2026-01-31"
    assert listing.is_ad is False
    assert review.evidence[0].listing_id == listing.id
    assert review.evidence[0].origin == "command-line"
    assert review.comparisons[0].photo_id == review.evidence[1].id
    run("add", review_id, "--seller", "Renamed", "--ad")
    (listing,) = _stored(review_id).listings
    assert (listing.seller, listing.is_ad, listing.url) == (
        "Renamed",
        True,
        "https://shop.example/x",
    )
    run("add", review_id, "--url", "https://other.example")
    assert len(_stored(review_id).listings) == 2


def test_a_file_that_fails_does_not_keep_the_others_out(
    pictures: tuple[Path, Path], tmp_path: Path
) -> None:
    review_id = run("review", "new").out.strip()
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "text.jpg").write_bytes(b"not a picture at all")
    bad = [tmp_path / "empty.jpg", tmp_path / "missing.jpg", tmp_path / "text.jpg"]
    said = run("add", review_id, "--photo", bad[0], pictures[1], *bad[1:], pictures[1], "--json")
    assert said.code == 1
    assert [item["name"] for item in said.json["added"]] == ["mine.jpg"]
    assert said.json["repeated"] == ["mine.jpg"]
    kinds = {(item["kind"], item["file"]) for item in said.json["problems"]}
    assert kinds == {
        ("file-empty", str(bad[0])),
        ("file-missing", str(bad[1])),
        ("picture-unknown", str(bad[2])),
    }
    assert said.err.count("\n") == 3
    assert len(_stored(review_id).evidence) == 1


def test_claims_are_added_judged_listed_and_removed(review_id: str) -> None:
    second = run("claim", "add", review_id, "Tasty", "--topic", "other", "--json").json["id"]
    assert run("claim", "judge", review_id, "1", "holds", "--because", "It says so").code == 0
    assert run("claim", "judge", review_id, second[:6], "UNPROVEN", "--tested", "Sipped").code == 0
    claims = run("claim", "list", review_id, "--json").json["claims"]
    assert [(c["number"], c["quote"], c["verdict"]) for c in claims] == [
        (1, "Enriched with calcium", "holds"),
        (2, "Tasty", "unproven"),
    ]
    assert (claims[0]["reasoning"], claims[1]["tested_how"]) == ("It says so", "Sipped")
    assert "holds" in run("claim", "list", review_id).out
    assert run("claim", "remove", review_id, "1").code == 0
    assert [c.quote for c in _stored(review_id).claims] == ["Tasty"]


def test_discrepancies_are_added_listed_and_removed(review_id: str) -> None:
    first = run(
        *("discrepancy", "add", review_id, "--listing", "10,20", "--photo", "30,40,50,60"),
        *("--kind", "colour", "--severity", "major", "--note", "Red → grey", "--claim", "1"),
        "--json",
    ).json
    assert first["number"] == 1
    assert run("discrepancy", "add", review_id, "--photo", "300,400").out.endswith("(no. 2)\n")
    told = run("discrepancy", "list", review_id, "--json").json["discrepancies"]
    assert [d["number"] for d in told] == [1, 2]
    assert told[0]["photo_place"] == {"x": 30.0, "y": 40.0, "width": 50.0, "height": 60.0}
    assert told[0]["listing_place"] == {"x": 10.0, "y": 20.0, "width": 0.0, "height": 0.0}
    assert told[0]["claim_id"] == _stored(review_id).claims[0].id
    assert told[1]["listing_place"] is None
    assert run("discrepancy", "remove", review_id, "1").code == 0
    assert run("discrepancy", "list", review_id).out.startswith("1  ")


def test_a_discrepancy_gets_other_words_and_keeps_its_places(review_id: str) -> None:
    run("discrepancy", "add", review_id, "--photo", "30,40,50,60", "--note", "Red → grey")
    before = _stored(review_id).discrepancies[0]
    said = run(
        *("discrepancy", "change", review_id, "1", "--note", "Lid: red → grey"),
        *("--severity", "major", "--claim", "1", "--json"),
    )
    assert said.json == {"id": before.id, "number": 1}
    after = _stored(review_id).discrepancies[0]
    assert (after.note, after.severity) == ("Lid: red → grey", "major")
    assert after.claim_id == _stored(review_id).claims[0].id
    assert (after.photo_place, after.kind) == (before.photo_place, before.kind)
    assert run("discrepancy", "change", review_id, "1", "--note", "").code == 0
    assert _stored(review_id).discrepancies[0].note == ""
    for wrong in (("2",), ("1", "--kind", "odd"), ("1", "--claim", "9")):
        assert run("discrepancy", "change", review_id, *wrong).code == 1


def test_every_command_is_an_undo_step_in_the_window(review_id: str) -> None:
    run("discrepancy", "add", review_id, "--photo", "1,2")
    run("claim", "judge", review_id, "1", "partly")
    run("discrepancy", "change", review_id, "1", "--note", "Torn")
    run("discrepancy", "remove", review_id, "1")
    with Library.open(default_library(), read_only=True) as library:
        review, history = library.load(review_id), library.load_history(review_id)
    assert [step.change.name for step in history.steps] == [
        "Add %n picture(s)",
        "Add %n claim(s)",
        "Add discrepancy",
        "Judge claim",
        "Change discrepancy",
        "Delete discrepancy",
    ]
    assert history.done == 6
    for step in reversed(history.steps):
        review = apply(review, step.change.reversed())
    assert (review.evidence, review.claims, review.comparisons) == ((), (), ())


def test_deleting_is_to_the_trash_until_it_is_emptied(review_id: str) -> None:
    assert run("review", "delete", review_id).code == 0
    assert run("review", "list", "--json").json["reviews"] == []
    assert run("trash", "list", "--json").json["reviews"][0]["id"] == review_id
    assert run("review", "show", review_id, "--json").json["id"] == review_id
    assert run("review", "delete", review_id).code == 1
    assert run("review", "restore", review_id[:8]).code == 0
    assert run("review", "delete", review_id[:8]).code == 0
    assert run("trash", "empty", "--json").json == {"deleted": 1}
    assert run("review", "restore", review_id).code == 1
    assert list((default_library() / "originals").rglob("*.jpg")) == []


def test_check_names_a_missing_original_and_ends_with_1(review_id: str) -> None:
    assert run("check").out == "All is well: reviews 1, pictures 2.\n"
    gone = next((default_library() / "originals").rglob("*.jpg"))
    gone.unlink()
    said = run("check", "--json")
    assert said.code == 1
    assert (said.json["ok"], said.json["evidence"]) == (False, 2)
    assert [problem["kind"] for problem in said.json["problems"]] == ["original-missing"]
    assert gone.name in said.json["problems"][0]["what"]


def test_looking_works_beside_a_writer_and_writing_says_who_is_in_the_way(review_id: str) -> None:
    with Library.open(default_library()):
        assert run("review", "list").code == 0
        assert run("review", "show", review_id).code == 0
        assert run("claim", "list", review_id).code == 0
        assert run("check").code == 0
        said = run("review", "new", "--json")
    assert said.code == 1
    assert said.error["kind"] == "library-busy"


@pytest.mark.parametrize(
    ("arguments", "kind", "says"),
    [
        (("review", "show", "nobody"), "review-unknown", "no review nobody"),
        (("claim", "judge", "ID", "1", "fake"), "value-invalid", "holds, partly, misleading"),
        (("claim", "judge", "ID", "9", "false"), "item-unknown", "no claim 9"),
        (("claim", "judge", "ID", "0", "false"), "item-unknown", "no claim 0"),
        (("claim", "add", "ID", " "), "value-invalid", "word for word"),
        (("claim", "add", "ID", "x", "--topic", "taste"), "value-invalid", "“taste”"),
        (("discrepancy", "add", "ID"), "value-invalid", "--listing X,Y"),
        (("discrepancy", "add", "ID", "--photo", "1"), "value-invalid", "X,Y,WIDTH,HEIGHT"),
        (("discrepancy", "add", "ID", "--photo", "1,2,3"), "value-invalid", "“1,2,3”"),
        (("discrepancy", "add", "ID", "--photo", "nan,2"), "value-invalid", "“nan,2”"),
        (("discrepancy", "add", "ID", "--photo", "301,2"), "value-invalid", "300 × 400"),
        (("discrepancy", "add", "ID", "--photo", "9,9,300,1"), "value-invalid", "300 × 400"),
        (("discrepancy", "add", "ID", "--listing=-1,0"), "value-invalid", "400 × 300"),
        (("discrepancy", "add", "ID", "--photo", "1,2", "--kind", "x"), "value-invalid", "colour"),
        (("discrepancy", "remove", "ID", "1"), "item-unknown", "no discrepancy 1"),
        (("add", "ID", "--price", "cheap"), "value-invalid", "such as 39.95"),
        (("add", "ID", "--price", "inf"), "value-invalid", "such as 39.95"),
        (("add", "ID", "--price=-1"), "value-invalid", "such as 39.95"),
        (("add", "ID", "--currency", "euro"), "value-invalid", "EUR"),
        (("add", "ID", "--seen-on", "31-12-2026"), "value-invalid", "year-month-day"),
        (("add", "ID", "--seen-on", "2999-01-01"), "value-invalid", "still to come"),
        (("add", "ID", "--platform", "amazon"), "value-invalid", "webshop"),
        (("add", "ID", "--photo", "/nowhere/x.jpg"), "file-missing", "x.jpg"),
    ],
)
def test_what_is_at_fault_is_said_in_one_line(
    review_id: str, arguments: tuple[str, ...], kind: str, says: str
) -> None:
    given = [review_id if argument == "ID" else argument for argument in arguments]
    before = _stored(review_id)
    said = run(*given, "--json")
    assert said.code == 1
    assert said.error["kind"] == kind
    assert says in said.error["error"]
    plain = run(*given)
    assert plain.code == 1
    assert plain.err == f"claimcheck: {said.error['error']}\n"
    assert _stored(review_id) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("review",),
        ("review", "show"),
        ("compare", "a.jpg"),
        ("compare", "a.jpg", "b.jpg"),
        ("compare", "a.jpg", "b.jpg", "-o", "c.jpg", "--verdict", "false"),
        (
            "compare",
            "a.jpg",
            "b.jpg",
            "-o",
            "c.jpg",
            "--claim",
            "x",
            "--topic",
            "a",
            "--topic",
            "b",
        ),
        ("review", "list", "--sea", "x"),
        ("review", "list", "extra"),
        ("--library",),
    ],
)
def test_a_wrong_command_is_said_in_one_line_and_ends_with_2(arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err
    if arguments != ("--library",):
        assert run(*arguments, "--json").error["kind"] == "usage"


@pytest.mark.parametrize(
    "arguments", [(), ("compare",), ("review", "new"), ("claim",), ("discrepancy", "add")]
)
def test_every_command_has_its_help(arguments: tuple[str, ...]) -> None:
    said = run(*arguments, "--help")
    assert (said.code, said.err) == (0, "")
    assert "usage: claimcheck" in said.out


def test_formats_and_templates_are_listed() -> None:
    formats = run("formats", "--json").json["formats"]
    assert {"id": "tiktok", "name": "TikTok", "width": 1080, "height": 1920} in formats
    templates = [item["id"] for item in run("templates", "--json").json["templates"]]
    assert templates[:2] == ["side-by-side", "stacked"]
    assert "1080 × 1920" in run("formats").out
    assert "stacked" in run("templates").out


def test_the_start_of_an_id_must_be_unmistakable(review_id: str) -> None:
    assert run("review", "show", review_id[:4]).code == 0
    assert run("review", "show", review_id[:3]).code == 1
    assert run("review", "show", review_id.upper()).code == 0
    assert run("review", "show", "").code == 1


@pytest.mark.logs_errors
def test_a_bug_is_one_line_that_names_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.cli import reviews
    from claimcheck.paths import cache_folder

    def faulty(*_arguments: object) -> None:
        raise RuntimeError("an odd thing\non two lines")

    monkeypatch.setattr(reviews, "new", faulty)
    log = cache_folder() / "claimcheck.log"
    said = run("review", "new")
    assert said.code == 1
    assert (
        said.err
        == f"claimcheck: Something went wrong in claimcheck itself. Details are in {log}.\n"
    )
    assert "RuntimeError: an odd thing" in log.read_text("utf-8")
    assert run("review", "new", "--json").error["kind"] == "bug"
