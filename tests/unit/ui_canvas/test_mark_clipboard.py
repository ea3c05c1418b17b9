"""Marks to the clipboard and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, Style
from claimcheck.ui.canvas.mark_clipboard import (
    copies_beside,
    pack_marks,
    unpack_marks,
    unpack_pictures,
)
from tests.helpers.reviews import evidence

LISTING = evidence(Role.LISTING)
PHOTO = replace(evidence(Role.PHOTO), width_px=2000, height_px=1000)
STYLE = Style(colour="#1558E0", stroke=9.5, font_size=33.0, filled=True)
MARKS = (
    Mark("a", LISTING.id, MarkKind.TEXT, (Point(400, 300), Point(800, 600)), STYLE, "Ünï 🍬"),
    Mark("b", LISTING.id, MarkKind.ARROW, (Point(0, 0), Point(1000, 900)), Style()),
)


def test_on_another_picture_marks_take_the_same_relative_place() -> None:
    pasted = unpack_marks(pack_marks(MARKS[:1], (LISTING,)), PHOTO)
    assert pasted[0].frame.center == Point(300, 150)
    assert pasted[0].style == STYLE
    assert pasted[0].text == "Ünï 🍬"
    assert {m.evidence_id for m in pasted} == {PHOTO.id}
    assert not {m.id for m in pasted} & {"a", "b"}


def test_on_another_picture_marks_keep_their_shape_and_lie_as_they_did() -> None:
    pasted = unpack_marks(pack_marks(MARKS, (LISTING,)), PHOTO)
    assert [m.kind for m in pasted] == [MarkKind.TEXT, MarkKind.ARROW]
    for before, after in zip(MARKS, pasted, strict=True):
        assert after.frame.width == before.frame.width / 2
        assert after.frame.height == before.frame.height / 2
    apart = [m[0].frame.x - m[1].frame.x for m in (MARKS, pasted)]
    assert apart[1] == apart[0] / 2


def test_what_would_not_fit_on_another_picture_is_smaller_there() -> None:
    tall = replace(MARKS[1], points=(Point(0, 0), Point(400, 3000)))
    (pasted,) = unpack_marks(pack_marks((tall,), (LISTING,)), PHOTO)
    assert pasted.frame.height == 1000
    assert pasted.frame.width == pytest.approx(1000 * 400 / 3000, abs=0.02)


def test_on_their_own_picture_copies_lie_beside() -> None:
    (pasted, _) = unpack_marks(pack_marks(MARKS, (LISTING,)), LISTING)
    assert pasted.points == (Point(480, 380), Point(880, 680))


def test_copies_of_a_mark_at_the_edge_are_still_seen() -> None:
    corner = replace(MARKS[1], points=(Point(3900, 2900), Point(4000, 3000)))
    (copy,) = copies_beside((corner,), (4000, 3000))
    assert copy.points == (Point(3820, 2820), Point(3920, 2920))


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'[{"kind": "box"}]', b"\xff", b"null"])
def test_foreign_data_pastes_nothing(data: bytes) -> None:
    assert unpack_marks(data, LISTING) == ()


def test_a_stamps_picture_rides_along_to_a_review_without_it() -> None:
    sticker = replace(evidence(Role.STICKER), id="sticker")
    stamp = replace(MARKS[0], kind=MarkKind.STAMP, picture_id=sticker.id)
    data = pack_marks((stamp, *MARKS), (LISTING, sticker))
    assert unpack_pictures(data, (LISTING,)) == (sticker,)
    assert unpack_pictures(data, (LISTING, sticker)) == ()
    assert unpack_marks(data, PHOTO)[0].picture_id == sticker.id


@pytest.mark.parametrize("data", [b"", b"[1]", b'[{"picture": 1}]', b"null"])
def test_foreign_data_brings_no_picture(data: bytes) -> None:
    assert unpack_pictures(data, ()) == ()
