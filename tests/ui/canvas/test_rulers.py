"""Rulers and the pixel grid: what is exact can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from claimcheck.model import findings
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role
from claimcheck.model.sizes import Known, Scale
from claimcheck.ui.canvas.rulers import BREADTH, long_step, ticks
from tests.ui.canvas.hands import CTRL, Hands

PHOTO = Role.PHOTO


@given(st.floats(0.001, 64), st.floats(-50_000, 500), st.floats(50, 2000))
def test_written_values_are_round_and_have_room(
    per_unit: float, start: float, length: float
) -> None:
    step = long_step(per_unit)
    assert f"{step:e}"[0] in "125"
    assert step * per_unit >= 63
    shown = [tick for tick in ticks(start, per_unit, length) if tick.is_long]
    for tick in shown:
        assert tick.at_px == pytest.approx(start + tick.value * per_unit, abs=0.01)
        assert tick.value / step == pytest.approx(round(tick.value / step), abs=1e-6)


def test_a_key_shows_rulers_that_agree_with_the_picture(hands: Hands) -> None:
    view = hands.view(PHOTO)
    before = view.viewport().width()
    hands.key(Qt.Key.Key_R, CTRL)
    assert hands.compare.zoom_bar.rulers.isChecked()
    rulers = hands.canvas.sides.rulers[PHOTO]
    assert rulers.across.isVisible()
    assert view.viewport().width() == before - BREADTH
    assert rulers.across.x() == view.viewport().x()
    assert rulers.unit == "px"
    view.zoom_to(2.0)
    origin = view.screen_point(Point(0, 0)).x()
    shown = [t for t in ticks(origin, view.framing.scale, view.width()) if t.is_long]
    assert len(shown) >= 2
    for tick in shown:
        assert tick.at_px == pytest.approx(view.screen_point(Point(tick.value, 0)).x(), abs=0.6)
    hands.key(Qt.Key.Key_R, CTRL)
    assert view.viewport().width() == before


def test_millimetres_once_something_of_known_size_is_marked(hands: Hands) -> None:
    hands.key(Qt.Key.Key_R, CTRL)
    photo = hands.canvas.sides.scene(PHOTO).evidence
    assert photo is not None
    known = Scale(photo.id, Known.LINE, (Point(100, 100), Point(500, 100)), 200.0)
    hands.session.document.apply(lambda r: findings.set_scale(r, known), "Scale")
    rulers = hands.canvas.sides.rulers[PHOTO]
    assert rulers.unit == "mm"
    assert rulers.across.per_pixel == pytest.approx(0.5)
    rulers.corner.click()
    assert rulers.unit == "px"
    hands.session.document.stack.undo()
    assert not rulers.corner.isEnabled()


@pytest.mark.parametrize(("scale", "seen"), [(7.9, False), (8.0, True), (20.0, True)])
def test_a_grid_parts_the_pixels_from_800_percent_on(
    hands: Hands, scale: float, seen: bool
) -> None:
    view = hands.view(PHOTO)
    view.zoom_to(scale)
    with_grid = view.viewport().grab().toImage()
    view.picture_scene._grid.hide()
    without = view.viewport().grab().toImage()
    differ = 0
    for x in range(0, with_grid.width(), 3):
        a, b = (QColor(image.pixel(x, 200)) for image in (with_grid, without))
        differ += a != b
    assert (differ > 5) is seen
