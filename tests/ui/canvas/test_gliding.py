"""Zooming over many marks: smooth on the way, and exact where it comes to rest."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, Style, new_id
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.gliding import MANY
from claimcheck.ui.canvas.view import PictureView
from tests.ui.canvas.conftest import PHOTO_SIZE
from tests.ui.canvas.hands import Hands

PHOTO = Role.PHOTO
MIDDLE = (600.0, 450.0)
KINDS = (
    MarkKind.BOX,
    MarkKind.ELLIPSE,
    MarkKind.ARROW,
    MarkKind.TEXT,
    MarkKind.REDACTION,
    MarkKind.HIGHLIGHTER,
    MarkKind.SPOTLIGHT,
)


@pytest.fixture
def hands(show: Callable[[], CompareView], qtbot: QtBot) -> Hands:
    return Hands(show(), qtbot)


def put_marks(hands: Hands, count: int) -> None:
    """Of all kinds, all over the photo, some of them outside what is seen when zoomed in."""
    chance, marks = random.Random(4), []
    evidence = hands.canvas.sides.scene(PHOTO).evidence
    assert evidence is not None
    for number in range(count):
        x, y = chance.uniform(0, PHOTO_SIZE[0] - 150), chance.uniform(0, PHOTO_SIZE[1] - 100)
        corners = (Point(x, y), Point(x + chance.uniform(20, 150), y + chance.uniform(20, 100)))
        style = Style(stroke=3.0, font_size=14.0, opacity=0.6 if number % 9 == 0 else 1.0)
        kind = KINDS[number % len(KINDS)]
        marks.append(Mark(new_id(), evidence.id, kind, corners, style, "Not so"))
    hands.session.document.apply(lambda r: edits.put_marks(r, marks), "Add marks")


def pixels(image: QImage) -> NDArray[np.int64]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), -1, 4)[..., :3].astype(int)


def on_screen(view: PictureView) -> NDArray[np.int64]:
    """What was painted last, without painting anything."""
    corner = view.viewport().mapTo(view.window(), view.viewport().rect().topLeft())
    size = view.viewport().size()
    screen = QApplication.primaryScreen()
    shot = screen.grabWindow(
        view.window().winId(), corner.x(), corner.y(), size.width(), size.height()
    )
    return pixels(shot.toImage())


def rest(hands: Hands) -> PictureView:
    """Wait until the zoom has come to rest and all of it is on the screen."""
    view = hands.view(PHOTO)
    hands.qtbot.waitUntil(lambda: not view.gliding.is_moving, timeout=10_000)
    QApplication.processEvents()
    return view


def is_rough(view: PictureView) -> bool:
    return view.gliding.is_rough


def assert_exact(view: PictureView) -> None:
    """As if it were painted anew, but for what Qt rounds otherwise where it paints only a part."""
    shown = on_screen(view)
    view.viewport().repaint()
    assert not is_rough(view)
    assert np.abs(shown - on_screen(view)).max() <= 4  # of 255


def test_many_marks_are_rough_on_the_way_and_exact_at_rest(hands: Hands) -> None:
    put_marks(hands, 140)
    view = rest(hands)
    for notches in (2, 1, -3):
        hands.wheel(PHOTO, MIDDLE, notches)
        QApplication.processEvents()
        assert is_rough(view)
        on_the_way = on_screen(view)
        rest(hands)
        assert not is_rough(view)
        assert_exact(view)
        # The marks are there on the way, where they ought to be: only their edges are softer.
        difference = np.abs(on_the_way - on_screen(view))
        assert difference.mean() < 6
        assert (difference.max(axis=2) > 128).mean() < 0.01


def test_few_marks_are_simply_painted(hands: Hands) -> None:
    put_marks(hands, MANY)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 2)
    QApplication.processEvents()
    assert not is_rough(view)
    assert_exact(view)


def test_few_of_many_marks_in_view_are_simply_painted(hands: Hands) -> None:
    put_marks(hands, 60)
    view = rest(hands)
    view.zoom_to(7.0)
    QApplication.processEvents()
    assert not is_rough(view)
    assert_exact(view)


def test_a_mark_that_was_just_moved_is_where_it_is_now(hands: Hands) -> None:
    put_marks(hands, 80)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 1)
    QApplication.processEvents()
    rest(hands)
    evidence = hands.canvas.sides.scene(PHOTO).evidence
    assert evidence is not None
    cover = Mark(new_id(), evidence.id, MarkKind.REDACTION, (Point(400, 300), Point(800, 600)))
    hands.session.document.apply(lambda r: edits.put_marks(r, [cover]), "Cover")
    hands.wheel(PHOTO, MIDDLE, 1)  # at once
    QApplication.processEvents()
    assert is_rough(view)
    middle = view.screen_point(Point(600, 450)).toPoint()
    assert on_screen(view)[middle.y(), middle.x()].max() < 30
    rest(hands)
    assert_exact(view)
    hands.session.document.stack.undo()
    hands.wheel(PHOTO, MIDDLE, -1)
    QApplication.processEvents()
    assert is_rough(view)
    rest(hands)
    assert_exact(view)


def test_panning_before_it_rests_leaves_nothing_rough(hands: Hands) -> None:
    put_marks(hands, 140)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 2)
    for step in range(30):
        view.pan(-3 if step % 2 else 5, 2)
        hands.qtbot.wait(15)
    rest(hands)
    assert not is_rough(view)
    assert_exact(view)


def test_panning_on_and_on_does_not_keep_it_rough(hands: Hands) -> None:
    put_marks(hands, 140)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 2)
    QApplication.processEvents()
    assert is_rough(view)
    for step in range(400):  # without a pause between two moves
        view.pan(4 if step % 20 < 10 else -4, 1 if step % 40 < 20 else -1)
        QApplication.processEvents()
        if not view.gliding.is_moving:
            break
    assert not is_rough(view)
    assert_exact(view)


def test_an_image_of_the_view_does_not_pass_for_the_screen(hands: Hands) -> None:
    put_marks(hands, 140)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 2)
    while not is_rough(view):
        QApplication.processEvents()
    for _ in range(300):
        view.viewport().grab()
        QApplication.processEvents()
        if not view.gliding.is_moving:
            break
    rest(hands)
    assert_exact(view)


def test_a_mark_drawn_right_after_zooming_is_seen(hands: Hands) -> None:
    put_marks(hands, 100)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 2)
    QApplication.processEvents()
    hands.canvas.use("box")
    hands.drag(PHOTO, (500, 400), (700, 520))
    assert len(hands.marks) == 101
    rest(hands)
    assert_exact(view)


def test_another_picture_forgets_the_marks_of_the_last(hands: Hands) -> None:
    put_marks(hands, 80)
    view = rest(hands)
    hands.wheel(PHOTO, MIDDLE, 1)
    QApplication.processEvents()
    ids = [mark.id for mark in hands.marks]
    hands.session.document.apply(lambda r: edits.remove_marks(r, ids), "Delete marks")
    hands.wheel(PHOTO, MIDDLE, 1)
    QApplication.processEvents()
    rest(hands)
    assert not is_rough(view)
    assert_exact(view)
