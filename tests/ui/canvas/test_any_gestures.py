"""Whatever hands do, undoing all of it leads back to the start."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Review
from claimcheck.model.showing import as_shown
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.monkey import Monkey

FIRST, COUNT = (int(part) for part in os.environ.get("GESTURE_SEEDS", "0:6").split(":"))
SEEDS = range(FIRST, FIRST + COUNT)
"""More of them for a long run: ``GESTURE_SEEDS=1000:200 pytest tests/ui/canvas/…``."""
_OUTSIDE = 1.0
"""Pixels: a straightened picture is shown to within one of its edge."""


def timeless(review: Review) -> Review:
    return replace(review, updated_at=review.created_at)


@pytest.mark.parametrize("seed", SEEDS)
def test_undoing_everything_leads_back(hands: Hands, seed: int) -> None:
    start = timeless(hands.review)
    monkey, changes = Monkey(hands, seed), list[object]()
    hands.session.document.changed.connect(changes.append)
    for _ in range(120):
        monkey.act()
        _check(hands)
    stack = hands.session.document.stack
    assert len(changes) > 20
    assert stack.count() > 3
    while stack.canRedo():
        stack.redo()
    last = timeless(hands.review)
    stack.setIndex(0)
    assert timeless(hands.review) == start
    assert not hands.canvas.sides.scene(Role.LISTING).marks
    stack.setIndex(stack.count())
    assert timeless(hands.review) == last


def _check(hands: Hands) -> None:
    """The scenes show the review, and nothing lies outside its picture."""
    review = as_shown(hands.review)
    for role in SIDES:
        scene = hands.canvas.sides.scene(role)
        assert scene.evidence is not None
        shown = {id_: item.mark for id_, item in scene.marks.items()}
        assert shown == {m.id: m for m in review.marks_on(scene.evidence.id)}
        places = {d.id: d.place(role) for d in review.discrepancies if d.place(role)}
        assert {id_: item.place for id_, item in scene.discs.items.items()} == places
        if scene.discs.proposed is not None:
            assert hands.canvas.tool.name == "number"
            assert Rect(0, 0, *scene.size).grown(0.02).encloses(scene.discs.proposed)
    for picture in hands.review.evidence:
        own = Rect(0, 0, picture.width_px, picture.height_px).grown(_OUTSIDE)
        for one in hands.review.discrepancies:
            place = one.place(picture.role)
            assert place is None or own.contains(place.center)
