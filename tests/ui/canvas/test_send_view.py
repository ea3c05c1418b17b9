"""The view sent to the card: arrangement and framing as looked at, one undo step."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.alignment import mapped_rect
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Origin, Role
from claimcheck.model.review import Mark, find
from claimcheck.ui.canvas.framing import Framing
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.canvas.looks.save_view import overlaid_image
from claimcheck.ui.panels.card_choices import placed_automatically
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import LEFT, NONE, Hands
from tests.ui.canvas.test_looks import aligned

TEXT = "Show the view on the card"


def offered(hands: Hands) -> bool:
    menu = hands.compare.looks_bar.menu()
    (action,) = (one for one in menu.actions() if one.text().startswith(TEXT))
    enabled = action.isEnabled()
    action.trigger()
    menu.close()
    return enabled


@pytest.mark.parametrize(
    ("look", "template"),
    [(Look.BESIDE, "side-by-side"), (Look.STACKED, "stacked"), (Look.WIPE, "slider")],
)
def test_the_card_gets_the_arrangement_of_the_look(
    hands: Hands, session: Session, qtbot: QtBot, look: Look, template: str
) -> None:
    aligned(session)
    session.document.stack.clear()
    before = session.document.review.card
    hands.compare.looks.choose(look)
    with qtbot.waitSignal(session.step_requested) as asked:
        assert offered(hands)
    assert asked.args == ["card"]
    assert session.document.review.card.template == template
    if before.template != template:
        session.document.stack.undo()
    assert session.document.review.card == before


def test_what_is_zoomed_in_on_is_what_the_card_shows(hands: Hands, session: Session) -> None:
    view = hands.compare.canvas.sides.views[Role.LISTING]
    view.show_framing(Framing(4 * view.framing.scale, Point(200, 200)))
    assert offered(hands)
    crop = session.document.review.card.listing_crop
    assert crop is not None
    assert (crop.center.x, crop.center.y) == pytest.approx((200, 200), abs=3)
    assert Rect(0, 0, 400, 400).encloses(crop)
    assert crop.width < 250


def test_the_line_of_the_wipe_stands_on_the_card_where_it_was_dragged(
    hands: Hands, session: Session
) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F4)
    view = hands.compare.looks.view
    start, end = (view.screen_point(Point(x, 200)).toPoint() for x in (200, 120))
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert offered(hands)
    assert session.document.review.card.divided_at == pytest.approx(0.3, abs=0.01)
    assert placed_automatically(session.document.review).card.divided_at is None


def test_a_level_wipe_sends_what_is_above_and_below_its_line(
    hands: Hands, session: Session
) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F4)
    hands.key(Qt.Key.Key_F4)
    hands.compare.looks.view.set_wiped(0.25)
    assert offered(hands)
    card = session.document.review.card
    assert (card.template, card.divided_at) == ("stacked", None)
    assert card.listing_crop == Rect(0, 0, 400, 100)
    assert card.photo_crop is not None
    laid = mapped_rect(session.document.shown.alignments[0].homography, card.photo_crop)
    assert laid.y == pytest.approx(100, abs=45)  # a box around what is slanted
    assert laid.bottom > 380


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_a_view_that_no_card_has_lies_on_the_photo_as_a_picture_made_here(
    hands: Hands, session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    aligned(session)
    session.document.stack.clear()
    before = session.document.review
    hands.key(key)
    with qtbot.waitSignal(session.step_requested) as asked:
        assert offered(hands)
    assert asked.args == ["card"]
    review = session.document.review
    (picture,) = review.pictures(Role.STICKER)
    assert picture.origin is Origin.VIEW
    assert all(item.name in picture.name for item in before.evidence)
    assert picture.width_px == picture.height_px  # as the listing image is: nothing around it
    (mark,) = review.marks
    assert (mark.picture_id, mark.evidence_id) == (picture.id, before.comparisons[0].photo_id)
    photo = find(before.evidence, mark.evidence_id)
    assert photo is not None
    assert Rect(0, 0, photo.width_px, photo.height_px).encloses(mark.frame)
    session.document.stack.undo()
    undone = session.document.review
    assert (undone.evidence, undone.marks) == (before.evidence, ())


def test_the_same_view_again_is_the_same_picture(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F5)
    for _ in range(2):
        with qtbot.waitSignal(session.step_requested):
            assert offered(hands)
    review = session.document.review
    assert len(review.pictures(Role.STICKER)) == 1
    assert len(review.marks) == 2


def test_no_seam_of_the_photo_s_tiles_shows_through(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F5)
    seen = []
    for opacity in (0.0, 0.5, 1.0):
        hands.compare.looks.view.set_opacity(opacity)
        image = overlaid_image(hands.compare.looks).convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        seen.append(rows[:, : 3 * image.width()].astype(int))
    listing, half, photo = seen
    assert np.abs(listing - photo).max() > 40
    assert np.abs(half - (listing + photo) / 2).max() < 4


def test_what_is_redacted_is_not_in_an_inset(hands: Hands, session: Session, qtbot: QtBot) -> None:
    aligned(session)
    listing_id = session.document.review.comparisons[0].listing_image_id or ""
    hidden = Mark("m", listing_id, MarkKind.REDACTION, (Point(100, 100), Point(300, 300)))
    session.document.apply(lambda review: edits.put_marks(review, [hidden]), "hide")
    hands.key(Qt.Key.Key_F5)
    hands.compare.looks.view.set_opacity(0.0)
    seen = overlaid_image(hands.compare.looks)
    middle = {seen.pixelColor(x, 1000).name() for x in range(620, 1380, 7)}
    assert len(middle) == 1


def test_a_blink_is_saved_as_a_picture_instead(
    hands: Hands, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aligned(session)
    before, titles = session.document.review.card, []
    for key in (Qt.Key.Key_F6,):
        path = tmp_path / f"{int(key)}.png"

        def ask(_parent: object, title: str, *_rest: object, path: Path = path) -> tuple[str, str]:
            titles.append(title)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        hands.key(key)
        menu = hands.compare.looks_bar.menu()
        assert not [one for one in menu.actions() if one.text().startswith(TEXT)]
        assert [one for one in menu.actions() if one.text().startswith("Save") and one.isEnabled()]
        menu.close()
        hands.key(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(path.exists)
    assert [title.partition(":")[0] for title in titles] == ["No card shows two pictures so"]
    assert session.document.review.card == before
