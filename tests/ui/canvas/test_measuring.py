"""Sizes and colours in the window: set with the mouse, told honestly, kept as undo steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model import edits, findings
from claimcheck.model.alignment import Alignment
from claimcheck.model.colours import ColourCorrection, Reference
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role, Topic, Verdict
from claimcheck.model.review import Claim
from claimcheck.model.sizes import Known, Measured, Scale
from claimcheck.ui.points import size_dialog
from claimcheck.ui.points.colour_dialog import ColourDialog
from claimcheck.ui.points.size_dialog import SizeDialog
from claimcheck.ui.session import Session
from claimcheck.workflow import colour_reference
from tests.helpers.arriving import bring_in
from tests.ui.canvas.hands import LEFT, NONE

LISTING, PHOTO = Role.LISTING, Role.PHOTO
MM = 4.0
"""Pixels of the photo per millimetre: a plane seen from straight above."""


@pytest.fixture
def sizes(session: Session, qtbot: QtBot) -> Iterator[SizeDialog]:
    claim = Claim("c1", "Large: 20 × 15 cm", Topic.SIZE)
    count = Claim("c2", "60 gummies", Topic.CONTENTS)
    session.document.apply(lambda r: edits.put_claim(edits.put_claim(r, claim), count), "Claim")
    made = SizeDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.pane.source.pyramid is not None)
    yield made
    made.close()


def click(dialog: SizeDialog, *spots: tuple[float, float]) -> None:
    view = dialog.pane.view
    for spot in spots:
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.screen_point(Point(*spot)).toPoint())


def lay_card(dialog: SizeDialog) -> None:
    width, height = 85.60 * MM, 53.98 * MM
    left, top = 100, 100
    click(
        dialog,
        (left, top),
        (left + width, top),
        (left + width, top + height),
        (left, top + height),
    )


def test_a_card_gives_the_scale_and_then_lengths_in_centimetres(
    sizes: SizeDialog, session: Session
) -> None:
    lay_card(sizes)
    (scale,) = session.document.review.scales
    assert (scale.known, len(scale.points)) == (Known.BANK_CARD, 4)
    click(sizes, (600, 700), (600 + 100 * MM, 700))
    (one,) = session.document.review.measurements
    found = sizes.figure(one, sizes.plane())
    assert found is not None
    assert found.unit == "mm"
    assert abs(found.value - 100) <= found.uncertainty
    assert found.uncertainty < 8
    session.document.stack.undo()
    assert session.document.review.measurements == ()


def test_a_claim_on_size_gets_its_verdict_proposed_and_kept(
    sizes: SizeDialog, session: Session
) -> None:
    lay_card(sizes)
    click(sizes, (100, 600), (100 + 120 * MM, 600))
    click(sizes, (700, 100), (700, 100 + 90 * MM))
    assert "20" in sizes.side.proposal.text()
    assert "±" in sizes.side.proposal.text()
    QTest.mouseClick(sizes.side.judge, LEFT)
    claim = session.document.review.claims[0]
    assert claim.verdict is Verdict.FALSE
    assert claim.reasoning == sizes.side.proposal.text()
    assert claim.tested_how
    assert {m.claim_id for m in session.document.review.measurements} == {"c1"}
    session.document.stack.undo()
    assert session.document.review.claims[0].verdict is None


def test_lengths_are_drawn_with_their_figures_for_the_card(
    sizes: SizeDialog, session: Session
) -> None:
    lay_card(sizes)
    click(sizes, (600, 700), (600 + 100 * MM, 700))
    QTest.mouseClick(sizes.side.draw, LEFT)
    (mark,) = session.document.review.marks
    assert mark.kind is MarkKind.MEASURE
    assert mark.points == session.document.review.measurements[0].points
    assert "±" in mark.text
    assert "cm" in mark.text
    session.document.stack.undo()
    assert session.document.review.marks == ()


def test_counting_is_clicking(sizes: SizeDialog, session: Session) -> None:
    sizes.what.chosen.emit("count")
    sizes.what.set_key("count")
    click(sizes, *((200 + 60 * i, 300) for i in range(7)))
    (one,) = session.document.review.measurements
    assert (one.kind, len(one.points)) == (Measured.COUNT, 7)
    sizes.side.claims.setCurrentIndex(sizes.side.claims.index_of("c2"))
    sizes.side.claims.activated.emit(0)
    assert "60" in sizes.side.proposal.text()
    assert "7" in sizes.side.proposal.text()
    click(sizes, (200 + 60 * 6, 300))  # on the last one: it is chosen, not counted again
    QTest.keyClick(sizes.pane.view, Qt.Key.Key_Delete)
    assert len(session.document.review.measurements[0].points) == 6


def test_without_a_scale_figures_are_pixels_and_judge_nothing(sizes: SizeDialog) -> None:
    sizes.what.set_key("length")
    click(sizes, (200, 200), (500, 600))
    figure = sizes.figure(sizes.measurements[0], sizes.plane())
    assert figure is not None
    assert figure.unit == "px"
    assert figure.value == pytest.approx(500, abs=6)
    assert not sizes.side.judge.isVisible()


def test_an_area_is_finished_with_enter(sizes: SizeDialog, session: Session) -> None:
    lay_card(sizes)
    sizes.what.set_key("area")
    side = 50 * MM
    click(sizes, (600, 500), (600 + side, 500), (600 + side, 500 + side), (600, 500 + side))
    assert not session.document.review.measurements
    QTest.keyClick(sizes, Qt.Key.Key_Return)
    figure = sizes.figure(session.document.review.measurements[0], sizes.plane())
    assert figure is not None
    assert abs(figure.value - 2500) <= figure.uncertainty + 60


def test_corners_that_are_no_card_are_told(sizes: SizeDialog, session: Session) -> None:
    click(sizes, (100, 100), (1100, 100), (1100, 200), (100, 200))
    assert session.document.review.scales
    assert "bank card" in sizes.side.told.text()


# --- colours --------------------------------------------------------------------------------------


@pytest.fixture
def colours(session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[ColourDialog]:
    """A red product on white paper; in the photo all of it under warm light."""
    session.new_review("Red thing")
    shop = np.full((400, 400, 3), 245, np.uint8)
    shop[100:300, 100:300] = (200, 40, 40)
    own = shop.copy().astype(float) * (0.80, 0.68, 0.52)
    for role, rgb in ((LISTING, shop), (PHOTO, own.astype(np.uint8))):
        path = tmp_path / f"{role}.png"
        cv2.imwrite(str(path), rgb[..., ::-1])
        bring_in(qtbot, session, [path], role)
    made = ColourDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: all(p.source.pyramid is not None for p in made.panes.values()))
    yield made
    made.close()


def drag(dialog: ColourDialog, role: Role, start: tuple[int, int], to: tuple[int, int]) -> None:
    view = dialog.panes[role].view
    first, last = (view.screen_point(Point(*spot)).toPoint() for spot in (start, to))
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, last)


def compared(dialog: ColourDialog, qtbot: QtBot) -> None:
    drag(dialog, LISTING, (150, 150), (250, 250))
    drag(dialog, PHOTO, (150, 150), (250, 250))
    qtbot.waitUntil(lambda: dialog._task is None and bool(dialog.comparisons), timeout=10_000)


def test_a_spot_on_both_is_compared_and_marked_uncalibrated(
    colours: ColourDialog, session: Session, qtbot: QtBot
) -> None:
    compared(colours, qtbot)
    (found,) = session.document.review.colour_comparisons
    assert found.delta_e_2000 > 5
    assert not found.calibrated
    colours._draw(found)
    assert [m.text for m in session.document.review.marks] == [found.listing.hex, found.photo.hex]
    session.document.stack.undo()
    session.document.stack.undo()
    assert session.document.review.colour_comparisons == ()
    assert session.document.review.marks == ()


def test_white_paper_sets_it_right_and_what_was_compared_is_read_anew(
    colours: ColourDialog, session: Session, qtbot: QtBot
) -> None:
    compared(colours, qtbot)
    before = session.document.review.colour_comparisons[0]
    colours.what.set_key(Reference.WHITE.value)
    drag(colours, PHOTO, (20, 20), (80, 80))
    qtbot.waitUntil(lambda: colours.correction is not None, timeout=10_000)
    after = session.document.review.colour_comparisons[0]
    assert after.id == before.id
    assert after.calibrated
    assert after.delta_e_2000 < before.delta_e_2000 / 2
    session.document.stack.undo()
    assert session.document.review.colour_comparisons == (before,)
    assert session.document.review.colour_corrections == ()


def test_where_there_is_no_chart_that_is_told(
    colours: ColourDialog, session: Session, qtbot: QtBot
) -> None:
    colours.what.set_key(Reference.CHART.value)
    colours._show()
    QTest.mouseClick(colours.seek, LEFT)
    qtbot.waitUntil(lambda: colours._task is None, timeout=10_000)
    assert session.document.review.colour_corrections == ()
    assert "photo" in colours.words.text()


def test_where_the_pictures_are_aligned_one_click_compares_both(
    colours: ColourDialog, session: Session, qtbot: QtBot
) -> None:
    comparison = session.document.review.comparisons[0]
    same = Alignment(comparison.id, (1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0))
    session.document.apply(lambda r: findings.set_alignment(r, same), "Align")
    drag(colours, LISTING, (150, 150), (250, 250))
    qtbot.waitUntil(lambda: bool(colours.comparisons), timeout=10_000)
    assert colours.comparisons[0].photo_patch.center.x == pytest.approx(200, abs=3)


def test_a_chart_is_read_by_the_corners_that_were_dragged(
    session: Session, qtbot: QtBot, colours: ColourDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[list[tuple[float, float]]] = []

    def fit(_rgb: object, corners: np.ndarray, *, name: str) -> object:
        tried.append([(float(x), float(y)) for x, y in corners.round(0)])
        spots = tuple(Point(float(x) + 0.5, float(y) + 0.5) for x, y in corners)
        if len(tried) == 1:
            raise KnownError(ErrorKind.CHART_MISMATCH, name)
        return SimpleNamespace(correction=ColourCorrection("", "", Reference.CHART, spots))

    monkeypatch.setattr(colour_reference, "fit_chart", fit)
    colours.what.set_key(Reference.CHART.value)
    drag(colours, PHOTO, (100, 100), (300, 200))
    qtbot.waitUntil(lambda: len(tried) == 1 and colours._task is None, timeout=10_000)
    assert session.document.review.colour_corrections == ()
    assert len(colours.chart.marked) == 4  # they stay, to be set right
    drag(colours, PHOTO, (300, 200), (320, 230))
    qtbot.waitUntil(lambda: colours.correction is not None and colours._task is None)
    assert colours.correction is not None
    corner = colours.correction.points[2]
    assert (corner.x, corner.y) == pytest.approx((320, 230), abs=3)
    assert "Drag the corners" in colours.words.text()
    session.document.stack.undo()
    assert session.document.review.colour_corrections == ()


def test_a_coin_is_taken_by_its_rim(
    sizes: SizeDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_rim(scale: Scale, _rgb: object) -> Scale:
        return replace(scale, corner_px=0.2)

    monkeypatch.setattr(size_dialog, "on_rim", on_rim)
    sizes.known.setCurrentIndex(sizes.known.index_of(Known.EURO_2.value))
    turns = np.linspace(0, 2 * np.pi, 6)[:-1]
    click(sizes, *((300 + 50 * np.cos(a), 300 + 50 * np.sin(a)) for a in turns))
    qtbot.waitUntil(lambda: sizes.scale is not None and sizes._task is None, timeout=10_000)
    assert sizes.scale is not None
    assert sizes.scale.corner_px == 0.2
    session.document.stack.undo()
    assert sizes.scale is None
