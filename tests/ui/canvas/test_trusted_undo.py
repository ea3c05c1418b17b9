"""Undo that can be trusted: 500 commands undone are the start, redone the end, and kept each time.

After every command the database holds what is on the screen.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from claimcheck.model import edits, findings
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import Alignment
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.history import History
from claimcheck.model.kinds import (
    SIDES,
    Cover,
    Dash,
    MarkKind,
    Numbering,
    Role,
    Severity,
    Sticker,
    Topic,
    Verdict,
)
from claimcheck.model.review import Claim, Discrepancy, Mark, Review, new_id
from claimcheck.model.showing import as_shown
from claimcheck.ui.canvas import actions, copying
from claimcheck.ui.exact_places import Number
from claimcheck.ui.restyling import bend_marks, change_marks, place_marks, restyle
from claimcheck.ui.stickers import with_sticker
from tests.ui.canvas.hands import Hands

COMMANDS = 500


def timeless(review: Review) -> Review:
    return replace(review, updated_at=review.created_at)


class _Commander:
    """Does one random thing after another, by the functions that panels, keys and menus call."""

    def __init__(self, hands: Hands, seed: int) -> None:
        self.hands, self.canvas, self.session = hands, hands.canvas, hands.session
        self.chance = random.Random(seed)
        self.done: dict[str, int] = {}

    def act(self) -> None:
        commands: tuple[Callable[[], object], ...] = (
            self.draw, self.draw, self.draw, self.number, self.number, self.select, self.select,
            self.slide, self.restyle, self.type, self.place, self.nudge, self.clipboard,
            self.order, self.renumber, self.number_anew, self.describe, self.judge, self.adjust,
            self.align, self.remove, self.undo_or_redo,
        )  # fmt: skip
        command = self.chance.choice(commands)
        before = self.session.document.stack.index()
        command()
        if self.session.document.stack.index() != before:
            name = getattr(command, "__name__", "")
            self.done[name] = self.done.get(name, 0) + 1

    # --- commands ---

    def draw(self) -> None:
        scene = self.canvas.sides.scene(self.chance.choice(list(SIDES)))
        assert scene.evidence is not None
        kind = self.chance.choice(list(MarkKind))
        points = tuple(
            self._spot(scene.size) for _ in range(4 if kind is MarkKind.MAGNIFIER else 2)
        )
        text = {MarkKind.SWATCH: "#A1B2C3", MarkKind.TEXT: "ünï 🍬"}.get(kind, "")
        style = self.session.mark_defaults.style(kind)
        mark = Mark(new_id(), scene.evidence.id, kind, points, style, text)
        self.canvas.apply(lambda review: edits.put_marks(review, (mark,)), "Draw")
        self.session.selection.select_marks({mark.id})

    def number(self) -> None:
        comparison, role = self.session.document.comparison, self.chance.choice(list(SIDES))
        assert comparison is not None
        spot = self._spot(self.canvas.sides.scene(role).size)
        made = edits.with_place(Discrepancy(new_id(), comparison.id), role, Rect(*_xy(spot), 0, 0))
        self.canvas.apply(lambda review: edits.put_discrepancy(review, made), "Number")
        self.session.selection.select_discrepancy(made.id)

    def select(self) -> None:
        review = self.hands.review
        if review.marks and self.chance.random() < 0.7:
            some = self.chance.sample(
                review.marks, self.chance.randint(1, min(4, len(review.marks)))
            )
            self.session.selection.select_marks(mark.id for mark in some)
        elif review.discrepancies:
            self.session.selection.select_discrepancy(self.chance.choice(review.discrepancies).id)

    def slide(self) -> None:
        field = self.chance.choice(("stroke", "opacity", "font_size", "radius"))
        for _ in range(5):  # one drag of a slider is one step
            value = round(self.chance.uniform(0.1, 1.0) * (1 if field == "opacity" else 40), 2)
            restyle(self.session, "Slide", f"slide {field}", **{field: value})
        self.session.document.end_merging()

    def restyle(self) -> None:
        looks: list[dict[str, Any]] = [
            {"colour": "#1558E0"},
            {"dash": self.chance.choice(list(Dash))},
            {"filled": self.chance.random() < 0.5},
            {"cover": self.chance.choice(list(Cover))},
            {"shadow": True, "both_ends": True},
        ]
        restyle(self.session, "Style", **self.chance.choice(looks))
        sticker = self.chance.choice([s for s in Sticker if s is not Sticker.PICTURE])
        if self.chance.random() < 0.3:
            change_marks(
                self.session,
                "Stamp",
                lambda m: with_sticker(m, sticker) if m.kind is MarkKind.STAMP else m,
            )

    def type(self) -> None:
        discrepancy = self.canvas.selected_discrepancy()
        if discrepancy is None:
            return
        note = ""
        for letter in "Cap: yellow → green"[: self.chance.randint(1, 19)]:
            note += letter
            changed = replace(discrepancy, note=note)
            self.session.document.apply(
                partial(edits.put_discrepancy, discrepancy=changed), "Type", merge="note"
            )
        self.session.document.end_merging()

    def place(self) -> None:
        place_marks(self.session, self.chance.choice(list(Number)), self.chance.uniform(0, 500))
        lines = all(m.kind in (MarkKind.LINE, MarkKind.ARROW) for m in self.canvas.selected_marks())
        if lines:
            bend_marks(self.session, self.chance.random() < 0.5)

    def nudge(self) -> None:
        for _ in range(self.chance.randint(1, 6)):
            actions.nudge_selected(self.canvas, self.chance.choice((-10, -1, 1, 10)), 1)

    def clipboard(self) -> None:
        view = self.canvas.sides.views[self.chance.choice(list(SIDES))]
        self.canvas.sides.activate(view)
        self.chance.choice(
            (
                copying.copy_selected, copying.cut_selected, copying.paste_marks,
                copying.copy_style, copying.paste_style, copying.copy_across,
                actions.duplicate_selected,
            )
        )(self.canvas)  # fmt: skip

    def order(self) -> None:
        self.chance.choice((actions.raise_selected, actions.lower_selected))(self.canvas)

    def renumber(self) -> None:
        review = self.hands.review
        if review.discrepancies:
            one, at = self.chance.choice(review.discrepancies), self.chance.randint(0, 9)
            self.session.document.apply(lambda r: edits.renumber(r, one.id, at), "Renumber")

    def number_anew(self) -> None:
        comparison = self.session.document.comparison
        assert comparison is not None
        first, kind = self.chance.randint(1, 40), self.chance.choice(list(Numbering))
        self.session.document.apply(
            lambda r: edits.set_numbering(r, comparison.id, first, kind), "Number anew"
        )

    def describe(self) -> None:
        review = self.hands.review
        product = replace(review.product, name=self.chance.choice(("Jar", "Pot", "")))
        self.session.document.apply(lambda r: edits.set_product(r, product), "Name")
        if review.discrepancies:
            one = self.chance.choice(review.discrepancies)
            severe = replace(one, severity=self.chance.choice(list(Severity)))
            self.session.document.apply(lambda r: edits.put_discrepancy(r, severe), "Weigh")

    def judge(self) -> None:
        review = self.hands.review
        if not review.claims or self.chance.random() < 0.3:
            claim = Claim(new_id(), "60 pieces", self.chance.choice(list(Topic)))
        else:
            claim = replace(
                self.chance.choice(review.claims), verdict=self.chance.choice(list(Verdict))
            )
        self.session.document.apply(lambda r: edits.put_claim(r, claim), "Judge")

    def adjust(self) -> None:
        picture = self.hands.review.pictures(self.chance.choice(list(SIDES)))[0]
        wanted = Adjustment(picture.id, picture.width_px, picture.height_px)
        wanted = wanted.quarter_turned(self.chance.randint(0, 3))
        wanted = wanted.flipped() if self.chance.random() < 0.4 else wanted
        wanted = wanted.turned_to(self.chance.choice((0.0, 0.0, 7.5, -20.0)))
        self.session.document.apply(lambda r: edits.set_adjustment(r, wanted), "Adjust")

    def align(self) -> None:
        comparison = self.session.document.comparison
        assert comparison is not None
        scale = self.chance.uniform(0.2, 0.5)
        found = Alignment(comparison.id, (scale, 0.0, 5.0, 0.0, scale, 9.0, 0.0, 0.0, 1.0))
        self.canvas.apply(lambda review: findings.set_alignment(review, found), "Align")

    def remove(self) -> None:
        actions.delete_selected(self.canvas)

    def undo_or_redo(self) -> None:
        stack = self.session.document.stack
        for _ in range(self.chance.randint(1, 3)):
            self.chance.choice((stack.undo, stack.undo, stack.redo))()

    def _spot(self, size: tuple[int, int]) -> Point:
        x, y = (round(self.chance.uniform(0, side), 2) for side in size)
        return Point(x, y)


def _xy(point: Point) -> tuple[float, float]:
    return point.x, point.y


@pytest.mark.parametrize("seed", [20261125])
def test_500_commands_are_undone_redone_and_kept(hands: Hands, seed: int) -> None:
    commander, session = _Commander(hands, seed), hands.session
    stack = session.document.stack
    start = timeless(hands.review)
    for _ in range(COMMANDS):
        commander.act()
        _same_on_the_screen(hands)
        _same_in_the_database(hands)
    assert len(commander.done) >= 17, f"some commands never did anything: {commander.done}"
    while stack.canRedo():
        stack.redo()
    end, steps = timeless(hands.review), stack.count()
    assert steps > COMMANDS / 4
    for _ in range(steps):
        stack.undo()
    assert timeless(hands.review) == start
    _same_on_the_screen(hands)
    _same_in_the_database(hands)
    for _ in range(steps):
        stack.redo()
    assert timeless(hands.review) == end
    _same_on_the_screen(hands)
    _same_in_the_database(hands)


def _same_on_the_screen(hands: Hands) -> None:
    review = as_shown(hands.review)
    for role in (Role.LISTING, Role.PHOTO):
        scene = hands.canvas.sides.scene(role)
        assert scene.evidence is not None
        shown = [item.mark for item in sorted(scene.marks.values(), key=lambda i: i.zValue())]
        assert shown == list(review.marks_on(scene.evidence.id))
        discs = {id_: (item.place, str(item.number)) for id_, item in scene.discs.items.items()}
        wanted = {
            d.id: (d.place(role), str(review.number_of(d)))
            for d in review.discrepancies
            if d.place(role) is not None
        }
        assert discs == wanted


def _same_in_the_database(hands: Hands) -> None:
    session, review = hands.session, hands.review
    assert session.finish_saving() is None
    library = session._library
    kept: Review = session.tasks.wait_for_database(lambda: library.load(review.id))
    assert timeless(kept) == timeless(review)
    history: History = session.tasks.wait_for_database(lambda: library.load_history(review.id))
    assert history == session.document.history()
