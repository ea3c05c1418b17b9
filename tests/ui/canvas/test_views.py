"""Zooming, panning, linking, and bringing pictures in view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.picture_menu import PictureMenu
from claimcheck.ui.session import Session
from tests.helpers.arriving import bring_in
from tests.ui.canvas.conftest import save_picture
from tests.ui.canvas.hands import CTRL, Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO


def test_pictures_are_fitted_at_first(hands: Hands) -> None:
    for role, view in hands.canvas.sides.views.items():
        width, height = hands.canvas.sides.scene(role).size
        corner = view.screen_point(view.picture_point(QPointF(0, 0)))
        assert corner.manhattanLength() < 1e-6
        scale = view.framing.scale
        assert scale * width <= view.viewport().width() + 1
        assert scale * height <= view.viewport().height() + 1
        assert max(scale * width / view.view_size[0], scale * height / view.view_size[1]) > 0.99


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CTRL])
@pytest.mark.parametrize("notches", [1, 4, -1])
def test_the_wheel_keeps_the_pixel_under_the_pointer(
    hands: Hands, modifiers: Qt.KeyboardModifier, notches: int
) -> None:
    view = hands.view(PHOTO)
    view.zoom_to(0.7)
    at = hands.screen(PHOTO, (700, 400))
    before, scale = view.picture_point(QPointF(at)), view.framing.scale
    hands.wheel(PHOTO, (700, 400), notches, modifiers)
    after = view.picture_point(QPointF(at))
    assert view.framing.scale == pytest.approx(scale * 2 ** (notches / 3))
    on_screen = 1 / view.framing.scale  # scroll bars stop at whole pixels
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=on_screen)


def test_linked_views_stay_on_the_same_relative_spot(hands: Hands) -> None:
    hands.wheel(LISTING, (100, 120), 5)
    hands.wheel(LISTING, (150, 110), 2)
    hands.view(LISTING).pan(30, -20)
    mine, other = hands.view(LISTING), hands.view(PHOTO)
    spot = [
        (v.framing.center.x / v.picture_size[0], v.framing.center.y / v.picture_size[1])
        for v in (mine, other)
    ]
    assert spot[0] == pytest.approx(spot[1])
    hands.wheel(PHOTO, (600, 450), -3)
    fit = [
        v.framing.scale
        / min(v.view_size[0] / v.picture_size[0], v.view_size[1] / v.picture_size[1])
        for v in (mine, other)
    ]
    assert fit[0] == pytest.approx(fit[1])


def test_unlinked_views_go_their_own_way(hands: Hands) -> None:
    hands.compare.zoom_bar.linked.click()
    assert not hands.canvas.sides.is_linked
    before = hands.view(PHOTO).framing
    hands.wheel(LISTING, (100, 120), 5)
    assert hands.view(PHOTO).framing == before
    hands.key("K")
    assert hands.compare.zoom_bar.linked.isChecked()


def test_keys_fit_and_show_true_size(hands: Hands) -> None:
    fitted = hands.view(LISTING).framing
    hands.wheel(LISTING, (100, 120), 5)
    hands.key("1")
    assert hands.view(LISTING).framing.scale == pytest.approx(1.0)
    assert hands.compare.zoom_bar.percent.text() == "100 %"
    for key in ("0", "F"):
        hands.wheel(LISTING, (100, 120), 2)
        hands.key(key)
        assert hands.view(LISTING).framing == fitted
    hands.key("+")
    hands.key("+")
    hands.key("-")
    assert hands.view(LISTING).framing.scale == pytest.approx(fitted.scale * 1.25)


def drag_with(hands: Hands, button: Qt.MouseButton, start: QPoint, to: QPoint) -> None:
    viewport = hands.view(LISTING).viewport()
    QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, start)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(viewport.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, to)


@pytest.mark.parametrize("how", ["middle", "space", "hand"])
def test_the_picture_follows_the_hand(hands: Hands, how: str) -> None:
    hands.view(LISTING).zoom_to(4.0)
    start, to = QPoint(100, 100), QPoint(140, 130)
    held = hands.view(LISTING).picture_point(QPointF(start))
    hands.key("B")
    if how == "hand":
        hands.key("H")
    focus = QApplication.focusWidget()
    assert focus is not None
    if how == "space":
        QTest.keyPress(focus, Qt.Key.Key_Space)
    button = Qt.MouseButton.MiddleButton if how == "middle" else Qt.MouseButton.LeftButton
    drag_with(hands, button, start, to)
    if how == "space":
        QTest.keyRelease(focus, Qt.Key.Key_Space)
    now = hands.view(LISTING).picture_point(QPointF(to))
    assert (now.x, now.y) == pytest.approx((held.x, held.y), abs=0.3)
    assert hands.marks == ()


def test_two_fingers_on_a_touchpad_pan(hands: Hands) -> None:
    view = hands.view(LISTING)
    view.zoom_to(4.0)
    before = view.framing
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(view.viewport().mapToGlobal(QPoint(50, 50))),
        QPoint(-20, 12),
        QPoint(-40, 24),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.framing.scale == before.scale
    assert view.framing.center.x == pytest.approx(before.center.x + 5)
    assert view.framing.center.y == pytest.approx(before.center.y - 3)


def test_a_pinch_zooms_at_the_fingers(hands: Hands) -> None:
    view = hands.view(LISTING)
    before, at = view.framing, QPointF(120, 90)
    held = view.picture_point(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.framing.scale == pytest.approx(before.scale * 1.5)
    now = view.picture_point(at)
    assert (now.x, now.y) == pytest.approx((held.x, held.y), abs=0.5)


def test_zooming_never_loses_the_picture(hands: Hands) -> None:
    for _ in range(30):
        hands.wheel(LISTING, (399, 399), -3)
    for _ in range(60):
        hands.wheel(LISTING, (399, 399), 3)
    view = hands.view(LISTING)
    assert view.framing.scale == 32
    assert 0 <= view.framing.center.x <= 400


def test_selecting_changes_neither_zoom_nor_size(hands: Hands) -> None:
    view = hands.view(LISTING)
    hands.key("N")
    before = view.framing, view.size()
    hands.click(LISTING, (100, 100))
    hands.session.selection.clear()
    QApplication.processEvents()
    assert (view.framing, view.size()) == before


def test_a_large_picture_is_decoded_fully_only_when_it_is_looked_at_closely(
    qtbot: QtBot, session: Session, tmp_path: Path, show: Callable[[], CompareView]
) -> None:
    large = save_picture(tmp_path / "large.jpg", (4000, 3000))
    bring_in(qtbot, session, [large], PHOTO)
    photo = session.document.review.pictures(PHOTO)[-1]
    listing = session.document.review.pictures(LISTING)[0]
    session.document.apply(lambda r: edits.compare_pictures(r, listing.id, photo.id), "Compare")
    compare = show()
    source, view = compare.canvas.sides.sources[PHOTO], compare.canvas.sides.views[PHOTO]
    assert source.pyramid is not None
    assert not source.pyramid.is_full
    view.zoom_to(1.0)
    qtbot.waitUntil(lambda: bool(source.pyramid and source.pyramid.is_full), timeout=10_000)
    tiles = compare.canvas.sides.scene(PHOTO).picture.tiles
    assert tiles is not None
    assert tiles.pyramid.is_full


def test_the_menu_compares_another_photo(
    qtbot: QtBot, session: Session, tmp_path: Path, show: Callable[[], CompareView]
) -> None:
    compare = show()
    header = compare.headers[PHOTO]
    assert not header.chooser.isVisible()
    other = save_picture(tmp_path / "other.png", (640, 480))
    bring_in(qtbot, session, [other], PHOTO)
    assert header.chooser.isVisible()
    header.chooser.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PictureMenu)
    assert [b.isChecked() for b in menu.buttons] == [True, False]
    qtbot.waitUntil(lambda: all(not b.icon().isNull() for b in menu.buttons))
    menu.buttons[1].click()
    evidence = compare.canvas.sides.scene(PHOTO).evidence
    assert evidence is not None
    assert evidence.name == "other.png"
    assert "640 × 480" in header.words.whole_text()
    qtbot.waitUntil(lambda: compare.canvas.sides.sources[PHOTO].pyramid is not None)
    session.document.stack.undo()
    assert "1200 × 900" in header.words.whole_text()


def test_a_side_without_a_picture_asks_for_one(
    qtbot: QtBot, session: Session, show: Callable[[], CompareView], tmp_path: Path
) -> None:
    compare = show()
    session.new_review("Empty")
    side = compare.sides[PHOTO]
    assert side.currentWidget() is side.zone
    source = save_picture(tmp_path / "new.png", (300, 200))
    bring_in(qtbot, session, [source], PHOTO)
    assert side.currentWidget() is side.view


def test_a_missing_original_is_said_in_its_place(
    qtbot: QtBot, session: Session, show: Callable[[], CompareView]
) -> None:
    photo = session.document.review.pictures(PHOTO)[0]
    session.originals.find(photo).unlink()
    compare = CompareView(session)
    qtbot.addWidget(compare)
    compare.resize(900, 760)
    compare.show()
    qtbot.waitUntil(compare.sides[PHOTO].trouble.isVisible)
    assert "photo.png" in compare.sides[PHOTO].trouble.text()


def test_a_view_that_is_gone_leaves_the_session_in_peace(
    qtbot: QtBot, session: Session, show: Callable[[], CompareView]
) -> None:
    old = show()
    old.canvas.use("box")
    old.hide()
    old.deleteLater()
    qtbot.wait(20)  # a new theme or language builds a new window on the same session
    new = show()
    listing = session.document.review.pictures(LISTING)[0]
    session.document.apply(lambda r: edits.compare_pictures(r, listing.id, None), "Compare")
    session.selection.clear()
    assert new.canvas.sides.scene(PHOTO).evidence is None
    session.document.stack.undo()
    qtbot.waitUntil(lambda: new.canvas.sides.sources[PHOTO].pyramid is not None)
