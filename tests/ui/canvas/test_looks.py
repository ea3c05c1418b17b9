"""Ways to look at two pictures at once, by key and by mouse, aligned and not."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimcheck.errors import KnownError
from claimcheck.model import edits, findings
from claimcheck.model.alignment import AlignedBy, Alignment, inverted, mapped
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, new_id
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.looks.look import LOOKS, Look
from claimcheck.ui.canvas.looks.save_view import save_view
from claimcheck.ui.panels.refusal_panel import RefusalPanel
from claimcheck.ui.session import Session
from tests.helpers.arriving import bring_in
from tests.ui.canvas.hands import LEFT, NONE, Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO
WAY = (0.4, 0.05, -20.0, -0.03, 0.42, 15.0, 0.00005, 0.00002, 1.0)
"""The photo (1200 × 900) on the listing image (400 × 400), at a slant."""


def aligned(session: Session) -> None:
    comparison = session.document.review.comparisons[0]
    alignment = Alignment(comparison.id, WAY, AlignedBy.FOUND, "sift", 99, 0.3, 0.97)
    session.document.apply(lambda r: findings.set_alignment(r, alignment), "Align")


def painted(compare: CompareView, size: tuple[int, int] = (400, 400)) -> QImage:
    """What the one view paints, at 1 : 1."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    compare.looks.view.item.paint_look(painter, QRectF(0, 0, *size), 1.0)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    found = image.pixelColor(x, y)
    return found.red(), found.green(), found.blue()


def on_photo(spot: tuple[int, int]) -> tuple[float, float]:
    """The first two channels of the photo's pattern at the spot of the listing image."""
    at = mapped(inverted(WAY), Point(spot[0] + 0.5, spot[1] + 0.5))
    return at.x * 255 / 1200, at.y * 255 / 900


def test_every_look_has_a_key_of_its_own(hands: Hands, session: Session) -> None:
    aligned(session)
    for spec in LOOKS[::-1]:
        hands.key(Qt.Key[f"Key_{spec.key}"])
        assert hands.compare.looks.look is spec.look
        assert hands.compare.looks_bar.buttons[spec.look].isChecked()
        assert hands.compare.looks.view.isVisible() is spec.look.lays_over
        assert hands.compare.sides[PHOTO].isVisible() is not spec.look.lays_over


def test_the_photo_lies_where_the_alignment_says(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F6)
    item = hands.compare.looks.view.item
    item.shows_photo = True
    image = painted(hands.compare)
    for spot in ((60, 60), (200, 200), (330, 280), (120, 300)):
        assert colour(image, *spot)[:2] == pytest.approx(on_photo(spot), abs=2.5)
    item.shows_photo = False
    image = painted(hands.compare)
    assert colour(image, 200, 100)[:2] == pytest.approx((200 * 255 / 400, 100 * 255 / 400), abs=2)


def test_a_dragged_line_parts_the_pictures_both_ways(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F4)
    view = hands.compare.looks.view
    at = [view.screen_point(Point(x, 200)).toPoint() for x in (200, 300)]
    QTest.mousePress(view.viewport(), LEFT, NONE, at[0])
    QTest.mouseMove(view.viewport(), at[1])
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at[1])
    assert view.item.wiped == pytest.approx(0.75, abs=0.02)
    image = painted(hands.compare)
    assert colour(image, 250, 60)[0] == pytest.approx(250 * 255 / 400, abs=2)
    assert colour(image, 340, 60)[:2] == pytest.approx(on_photo((340, 60)), abs=3)
    hands.key(Qt.Key.Key_F4)
    image = painted(hands.compare)
    assert colour(image, 340, 60)[0] == pytest.approx(340 * 255 / 400, abs=2)
    assert colour(image, 60, 340)[:2] == pytest.approx(on_photo((60, 340)), abs=3)


def test_onion_mixes_by_the_slider_and_by_keys(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F5)
    hands.compare.looks_bar.slider.setValue(30)
    image = painted(hands.compare)
    wanted = 0.7 * 200 * 255 / 400 + 0.3 * on_photo((200, 200))[0]
    assert colour(image, 200, 200)[0] == pytest.approx(wanted, abs=3)
    hands.compare.looks.view.setFocus()
    hands.key("]")
    assert hands.compare.looks_bar.slider.value() == 40


def test_blinking_goes_on_by_itself_and_stops_elsewhere(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F6)
    view = hands.compare.looks.view
    view.set_period(150)
    qtbot.waitUntil(lambda: view.item.shows_photo, timeout=2000)
    qtbot.waitUntil(lambda: not view.item.shows_photo, timeout=2000)
    hands.key(Qt.Key.Key_F2)
    assert not view._blink.isActive()


def test_the_difference_map_is_computed_elsewhere(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F7)
    item = hands.compare.looks.view.item
    qtbot.waitUntil(lambda: item.difference is not None, timeout=5000)
    assert item.difference is not None
    place, image = item.difference
    assert place.width() <= 400
    assert image.width() > 100


def test_what_is_redacted_shows_in_no_look(hands: Hands, session: Session) -> None:
    aligned(session)
    photo = session.document.review.pictures(PHOTO)[0]
    corners = (Point(0, 0), Point(1200, 900))
    cover = Mark(new_id(), photo.id, MarkKind.REDACTION, corners)
    session.document.apply(lambda r: edits.put_marks(r, [cover]), "Redact")
    hands.key(Qt.Key.Key_F6)
    hands.compare.looks.view.item.shows_photo = True
    image = painted(hands.compare)
    spots = [colour(image, x, y) for x in range(60, 340, 40) for y in range(60, 300, 40)]
    assert len(set(spots)) == 1


def test_zoom_goes_along_into_the_one_view_and_back(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.wheel(LISTING, (100, 120), 5)
    framing = hands.view(LISTING).framing
    hands.key(Qt.Key.Key_F5)
    view = hands.compare.looks.view
    assert view.framing.center.x == pytest.approx(framing.center.x, abs=1)
    hands.key("+")
    assert view.framing.scale == pytest.approx(framing.scale * 1.25)
    hands.key(Qt.Key.Key_F2)
    assert hands.view(LISTING).framing.center.x == pytest.approx(framing.center.x, abs=2)


def test_aligned_views_show_the_same_spot(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.wheel(LISTING, (150, 160), 6)
    hands.view(LISTING).pan(30, -20)
    wanted = mapped(inverted(WAY), hands.view(LISTING).framing.center)
    found = hands.view(PHOTO).framing.center
    assert (found.x, found.y) == pytest.approx((wanted.x, wanted.y), abs=2)
    hands.view(PHOTO).pan(-25, 10)
    wanted = mapped(WAY, hands.view(PHOTO).framing.center)
    found = hands.view(LISTING).framing.center
    assert (found.x, found.y) == pytest.approx((wanted.x, wanted.y), abs=2)


def test_what_cannot_be_aligned_is_framed_alike(hands: Hands, qtbot: QtBot) -> None:
    hands.key(Qt.Key.Key_F4)
    looks = hands.compare.looks
    qtbot.waitUntil(lambda: looks.aligning.way is not None, timeout=5000)
    assert looks.aligning.alignment is None
    assert looks.aligning.way is not None
    assert looks.aligning.way.aligned_by is AlignedBy.FRAMED
    assert not hands.session.document.stack.count()


def test_stacked_has_one_above_the_other(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F3)
    QTest.qWait(1)
    shop, own = hands.compare.sides[LISTING], hands.compare.sides[PHOTO]
    assert own.mapTo(hands.compare, QPoint()).y() > shop.mapTo(hands.compare, QPoint()).y()
    assert abs(own.width() - shop.width()) <= 1
    assert shop.width() > 600


def carton(path: Path, corners: list[list[int]] | None = None) -> Path:
    """A print with much to see; as a photo has it, at a slant."""
    rng = np.random.default_rng(5)
    rgb = np.full((450, 600, 3), 235, np.uint8)
    for _ in range(120):
        x, y = int(rng.integers(600)), int(rng.integers(450))
        cv2.circle(rgb, (x, y), int(rng.integers(6, 28)), rng.integers(0, 255, 3).tolist(), -1)
    for row in range(8):
        cv2.putText(rgb, f"gummies {row} x{row * 7}", (30, 50 + 50 * row), 0, 1.1, (9, 9, 9), 3)
    if corners is not None:
        edges = np.array([[0, 0], [600, 0], [600, 450], [0, 450]], np.float32)
        way = cv2.getPerspectiveTransform(edges, np.array(corners, np.float32))
        rgb = np.asarray(cv2.warpPerspective(rgb, way, (1200, 900)), dtype=np.uint8)
    cv2.imwrite(str(path), rgb)
    return path


def test_aligning_is_one_undo_step_and_survives(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.new_review("Gummies")
    corners = [[310, 140], [820, 180], [800, 600], [280, 560]]
    for role, path in (
        (LISTING, carton(tmp_path / "shop.png")),
        (PHOTO, carton(tmp_path / "own.png", corners)),
    ):
        bring_in(qtbot, session, [path], role)
    compare = CompareView(session)
    qtbot.addWidget(compare)
    compare.resize(900, 760)
    compare.show()
    qtbot.waitExposed(compare)
    steps = session.document.stack.count()
    QTest.mouseClick(compare.looks_bar.align, LEFT)
    assert compare.looks_bar.cancel.isVisible()
    aligning = compare.looks.aligning
    qtbot.waitUntil(lambda: aligning.alignment is not None, timeout=30_000)
    qtbot.waitUntil(lambda: aligning.step is None, timeout=5000)
    found = aligning.alignment
    assert found is not None
    assert session.document.stack.count() == steps + 1
    for corner, wanted in zip(found.outline(600, 450), corners, strict=True):
        assert (corner.x, corner.y) == pytest.approx(wanted, abs=2)
    session.document.stack.undo()
    assert aligning.alignment is None
    session.document.stack.redo()
    assert aligning.alignment == found


def test_an_alignment_that_fails_says_why_and_changes_nothing(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    hands.key(Qt.Key.Key_F9)
    aligning = hands.compare.looks.aligning
    qtbot.waitUntil(lambda: aligning.step is None, timeout=30_000)
    assert aligning.refusal is not None
    assert not session.document.stack.count()
    assert hands.compare.looks_bar.words.whole_text() == "Not aligned"


def test_a_refusal_is_told_whole_beside_what_to_do_instead(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    aligning = hands.compare.looks.aligning
    panel = RefusalPanel(session, hands.compare)
    panel.follow(aligning, hands.compare.looks_bar)
    panel.resize(312, 200)
    bar = hands.compare.looks_bar
    bar.align.setFocus()
    QTest.mouseClick(bar.align, LEFT)
    assert bar.cancel.hasFocus()
    qtbot.waitUntil(lambda: aligning.step is None, timeout=30_000)
    assert bar.align.hasFocus()
    assert panel.isVisible()
    assert panel.reason.text() == aligning.reason != ""
    qtbot.waitUntil(lambda: aligning.way is not None, timeout=10_000)
    QTest.mouseClick(panel.alike, LEFT)
    found = aligning.alignment
    assert found is not None
    assert found.aligned_by is AlignedBy.FRAMED
    assert not panel.isVisible()
    session.document.stack.undo()
    assert not panel.isVisible()  # what was refused is no news any more


def test_cancelling_leaves_everything_as_it_was(
    hands: Hands, session: Session, qtbot: QtBot
) -> None:
    hands.key(Qt.Key.Key_F9)
    QTest.mouseClick(hands.compare.looks_bar.cancel, LEFT)
    aligning = hands.compare.looks.aligning
    qtbot.waitUntil(lambda: aligning.step is None, timeout=30_000)
    assert aligning.refusal is None
    assert not session.document.stack.count()


def test_the_double_loupe_follows_the_pointer(hands: Hands, session: Session) -> None:
    aligned(session)
    hands.key(Qt.Key.Key_F8)
    view = hands.compare.looks.view
    view.item.pointer = view.picture_point(QPointF(200, 150))
    assert painted(hands.compare) != painted_without_lens(hands.compare)


def painted_without_lens(compare: CompareView) -> QImage:
    item = compare.looks.view.item
    pointer, item.pointer = item.pointer, None
    image = painted(compare)
    item.pointer = pointer
    return image


def test_a_read_only_library_can_be_looked_at_and_not_aligned(hands: Hands) -> None:
    hands.session.document.read_only = True
    hands.compare.looks_bar.refresh()
    assert not hands.compare.looks_bar.align.isEnabled()
    hands.key(Qt.Key.Key_F5)
    assert hands.compare.looks.look is Look.ONION


@pytest.mark.parametrize("look", [Look.BESIDE, Look.STACKED, Look.ONION])
def test_a_view_is_saved_as_it_is_seen(
    hands: Hands, session: Session, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    aligned(session)
    looks = hands.compare.looks
    looks.choose(look)
    path = tmp_path / "view.png"
    written: list[Path] = []
    save_view(looks, path, written.append)
    qtbot.waitUntil(lambda: bool(written), timeout=10_000)
    saved = QImage(str(path))
    assert max(saved.width(), saved.height()) == 2000
    views = [looks.view] if look.lays_over else list(looks.canvas.sides.views.values())
    width, height = (sum(side) for side in zip(*(view.view_size for view in views), strict=True))
    if look is Look.STACKED:
        width /= 2
    elif look is Look.BESIDE:
        height /= 2
    assert saved.width() / saved.height() == pytest.approx(width / height, rel=0.1)
    assert not list(tmp_path.glob("*.part"))


def test_a_view_that_cannot_be_saved_is_told(hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[list[Exception]] = []
    hands.session.problems.connect(told.append)
    save_view(hands.compare.looks, tmp_path / "gone" / "view.png", lambda _: None)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert isinstance(told[0][0], KnownError)
