"""Whatever hands do, undoing all of it leads back to the start."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Review
from claimcheck.ui.canvas.writing import TextEditor
from tests.ui.canvas.hands import ALT, CTRL, NONE, SHIFT, Hands, Spot

_KEYS = [
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_BracketLeft, CTRL),
    (Qt.Key.Key_BracketRight, CTRL),
    (Qt.Key.Key_Left, NONE),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_0, NONE),
]


def timeless(review: Review) -> Review:
    return replace(review, updated_at=review.created_at)


class _Monkey:
    """Makes one random gesture after another."""

    def __init__(self, hands: Hands, seed: int) -> None:
        self._hands, self._chance = hands, random.Random(seed)

    def act(self) -> None:
        often = (self._tool, self._drag, self._drag, self._click, self._key)
        self._chance.choice((*often, self._wheel, self._break_off))()
        focus = QApplication.focusWidget()
        if isinstance(focus, TextEditor):
            focus.insertPlainText(self._chance.choice(("", "é 🍅", "text")))
            self._hands.key(self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def _role(self) -> Role:
        return self._chance.choice(list(SIDES))

    def _spot(self, role: Role) -> Spot:
        view = self._hands.view(role)
        at = (
            view.picture_point(view.viewport().rect().topLeft().toPointF()),
            view.picture_point(view.viewport().rect().bottomRight().toPointF()),
        )
        return (
            self._chance.uniform(at[0].x, at[1].x),
            self._chance.uniform(at[0].y, at[1].y),
        )

    def _modifiers(self) -> Qt.KeyboardModifier:
        return self._chance.choice((NONE, NONE, SHIFT, ALT))

    def _tool(self) -> None:
        self._hands.canvas.sides.active.setFocus()
        self._hands.key(self._chance.choice("VHNBEATXLPMZSDCQI"))

    def _drag(self) -> None:
        role = self._role()
        self._hands.drag(role, self._spot(role), self._spot(role), self._modifiers())

    def _click(self) -> None:
        role = self._role()
        self._hands.click(role, self._spot(role), self._modifiers())

    def _key(self) -> None:
        self._hands.key(*self._chance.choice(_KEYS))

    def _wheel(self) -> None:
        role = self._role()
        self._hands.wheel(role, self._spot(role), self._chance.choice((-2, -1, 1, 2)))

    def _break_off(self) -> None:
        role = self._role()
        self._hands.press(role, self._spot(role))
        self._hands.move(role, self._spot(role))
        stack = self._hands.session.document.stack
        self._chance.choice((stack.undo, lambda: self._hands.key(Qt.Key.Key_Escape)))()
        self._hands.release(role, self._spot(role))


@pytest.mark.parametrize("seed", range(6))
def test_undoing_everything_leads_back(hands: Hands, seed: int) -> None:
    start = timeless(hands.review)
    monkey, changes = _Monkey(hands, seed), list[object]()
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
    for role in SIDES:
        scene = hands.canvas.sides.scene(role)
        assert scene.evidence is not None
        shown = {id_: item.mark for id_, item in scene.marks.items()}
        assert shown == {m.id: m for m in hands.review.marks_on(scene.evidence.id)}
        places = {d.id: d.place(role) for d in hands.review.discrepancies if d.place(role)}
        assert {id_: item.place for id_, item in scene.discrepancies.items()} == places
        picture = Rect(0, 0, *scene.size).grown(0.02)
        assert all(place and picture.encloses(place) for place in places.values())
