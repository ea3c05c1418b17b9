"""Libraries that earlier claimchecks wrote still open, with their whole undo history."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.library import Library
from claimcheck.model.changes import apply
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Cover, Dash, MarkKind
from claimcheck.model.review import Style

REVIEW = "0a0b0c0d0e0f"
OLD_STYLE = Style("#1558E0", 8.0, 56.0)


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    """As a claimcheck without mark styles saved it: five marks, one moved, one deleted."""
    dump = (Path(__file__).parent / "before_mark_styles.sql").read_text("utf-8")
    with closing(sqlite3.connect(tmp_path / "claimcheck.db")) as connection:
        connection.executescript(dump)
    return tmp_path


@pytest.mark.parametrize("read_only", [True, False])
def test_marks_from_before_there_were_styles_look_as_they_did(
    old_library: Path, read_only: bool
) -> None:
    with Library.open(old_library, read_only=read_only) as library:
        marks = library.load(REVIEW).marks
    assert [mark.kind for mark in marks] == [
        MarkKind.BOX,
        MarkKind.ARROW,
        MarkKind.TEXT,
        MarkKind.REDACTION,
    ]
    assert marks[0].style == OLD_STYLE
    assert marks[0].points == (Point(15.5, 26.0), Point(305.0, 406.0))
    assert (marks[0].angle, marks[0].style.opacity, marks[0].style.dash) == (0.0, 1.0, Dash.SOLID)
    assert marks[3].style.cover is Cover.SOLID


def test_their_undo_steps_lead_back_to_the_start_and_forth(old_library: Path) -> None:
    with Library.open(old_library) as library:
        last, history = library.load(REVIEW), library.load_history(REVIEW)
    assert history.done == len(history.steps) == 3
    review = last
    for step in reversed(history.steps):
        review = apply(review, step.change.reversed())
    assert review.marks == ()
    for step in history.steps:
        review = apply(review, step.change)
    assert review == last


def test_what_is_drawn_in_an_older_library_is_kept_whole(old_library: Path) -> None:
    with Library.open(old_library) as library:
        review = library.load(REVIEW)
        library.save(review, library.load_history(REVIEW))
        assert library.load(REVIEW) == review
    with Library.open(old_library) as library:
        assert library.load(REVIEW) == review
        assert library.check(lambda *_: None).problems != ()  # its picture was never there
