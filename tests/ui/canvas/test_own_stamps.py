"""A picture of one's own as a stamp: brought in, used, painted alike on canvas, card and clip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from claimcheck.cards.clips.clip import Clip, Motion
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.imaging.files.load import load_rgba
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role, Sticker
from claimcheck.model.review import Mark, find
from claimcheck.ui.own_stamps import OwnStamps
from claimcheck.ui.panels.inspector.stamp_rows import StampRows
from claimcheck.ui.panels.mark_panel import MarkPanel
from claimcheck.ui.session import Session
from claimcheck.workflow.card import render_card
from claimcheck.workflow.clip import plan_clip, render_clip
from tests.ui.canvas.hands import Hands

PHOTO = Role.PHOTO
GREEN = (20, 200, 60)


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    """A green ring twice as wide as high, clear inside and outside."""
    y, x = np.mgrid[0:100, 0:200]
    far = np.hypot((x - 100) / 2, y - 50)
    rgba = np.zeros((100, 200, 4), np.uint8)
    rgba[..., :3] = GREEN
    rgba[..., 3] = np.where((far < 48) & (far > 30), 255, 0)
    path = tmp_path / "ring.png"
    Image.fromarray(rgba).save(path)
    return path


def bring(session: Session, qtbot: QtBot, path: Path) -> OwnStamps:
    own = OwnStamps(session, session)
    with qtbot.waitSignal(session.arrivals.finished, timeout=10_000):
        own.bring([path])
    return own


def stamped(hands: Hands, qtbot: QtBot, ring: Path) -> Mark:
    bring(hands.session, qtbot, ring)
    hands.key("Q")
    hands.click(PHOTO, (600, 450))
    return hands.marks[-1]


def test_the_next_stamp_shows_what_was_brought_in(
    hands: Hands,
    qtbot: QtBot,
    ring: Path,
) -> None:
    mark = stamped(hands, qtbot, ring)
    evidence = find(hands.review.evidence, mark.picture_id)
    assert evidence is not None
    assert evidence.role is Role.STICKER
    assert mark.style.sticker is Sticker.PICTURE
    assert mark.frame.width == pytest.approx(2 * mark.frame.height, rel=0.01)
    assert hands.review.comparisons[0].photo_id != evidence.id
    scene = hands.canvas.sides.scene(PHOTO)
    qtbot.waitUntil(
        lambda: scene.backdrop is not None and bool(scene.backdrop.sticker(evidence.id))
    )
    middle, left = mark.frame.center, Point(mark.frame.x + mark.frame.width * 0.1, 0)
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    scene.render(painter, image.rect().toRectF(), image.rect().toRectF())
    painter.end()
    on_ring = image.pixelColor(round(left.x), round(middle.y))
    assert (on_ring.red(), on_ring.green(), on_ring.blue()) == pytest.approx(GREEN, abs=12)
    assert (
        image.pixelColor(round(middle.x), round(middle.y)).green() < 190
    )  # the photo, seen through


def test_it_is_brought_in_once_and_undone_in_one_step(
    session: Session,
    qtbot: QtBot,
    ring: Path,
) -> None:
    own = bring(session, qtbot, ring)
    (first,) = session.document.review.pictures(Role.STICKER)
    with qtbot.waitSignal(session.arrivals.finished, timeout=10_000):
        own.bring([ring])
    assert session.document.review.pictures(Role.STICKER) == (first,)
    assert session.mark_defaults.picture_id == first.id
    session.document.stack.undo()
    assert session.document.review.pictures(Role.STICKER) == ()


def test_card_and_clip_paint_it_as_the_canvas_does(
    hands: Hands,
    qtbot: QtBot,
    ring: Path,
) -> None:
    mark = stamped(hands, qtbot, ring)
    large = replace(mark, points=(Point(300, 300), Point(900, 600)))
    hands.session.document.apply(lambda r: edits.put_marks(r, (large,)), "Larger")
    review, originals = hands.review, hands.session.originals
    without = edits.remove_marks(review, {mark.id})
    card = render_card(originals, review, language="en")
    bare = render_card(originals, without, language="en")
    added = np.abs(as_rgb(card.image).astype(int) - as_rgb(bare.image)).max(axis=2) > 40
    painted = as_rgb(card.image)[added]
    assert len(painted) > 2000
    assert np.median(painted, axis=0) == pytest.approx(GREEN, abs=6)
    plan = plan_clip(review, language="en", motion=Motion.BLINK, seconds=3)
    green = [_green(render_clip(originals, one, plan)) for one in (review, without)]
    assert green[0] - green[1] > 2000


def _green(clip: Clip) -> int:
    """The most pixels in the colour of the ring on any frame, seen at half its size."""
    most = 0
    for quarter in range(12):
        rgb = clip.preview_at(quarter / 4, 540).astype(int)
        most = max(most, int((np.abs(rgb - GREEN).max(axis=2) < 24).sum()))
    return most


def test_taking_the_picture_out_takes_its_stamps_along(
    hands: Hands,
    qtbot: QtBot,
    ring: Path,
) -> None:
    mark = stamped(hands, qtbot, ring)
    hands.session.document.apply(lambda r: edits.remove_evidence(r, mark.picture_id), "Remove")
    assert hands.marks == ()


def test_the_inspector_offers_it(
    session: Session,
    qtbot: QtBot,
    ring: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = MarkPanel(session)
    qtbot.addWidget(panel)
    session.mark_defaults.set_kind(MarkKind.STAMP)
    photo = session.document.review.pictures(PHOTO)[0]
    stamp = Mark("s", photo.id, MarkKind.STAMP, (Point(100, 100), Point(300, 160)))
    session.document.apply(lambda r: edits.put_marks(r, (stamp,)), "Add")
    session.selection.select_marks({"s"})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(ring), ""))
    choice = panel.stamp.sticker
    with qtbot.waitSignal(session.arrivals.finished, timeout=10_000):
        choice.activated.emit(choice.count() - 1)
    (picture,) = session.document.review.pictures(Role.STICKER)
    (mark,) = session.document.review.marks
    assert mark.picture_id == picture.id
    assert choice.currentText() == "ring.png"
    assert not panel.stamp.words.isVisibleTo(panel)
    choice.activated.emit(0)
    assert session.document.review.marks[0].picture_id == ""
    choice.activated.emit(choice.index_of(f"picture {picture.id}"))
    assert session.document.review.marks[0].picture_id == picture.id


def test_transparency_is_kept_and_opaque_pictures_are_opaque(tmp_path: Path, ring: Path) -> None:
    rgba = load_rgba(ring, 50)
    assert rgba.shape == (25, 50, 4)
    assert tuple(rgba[12, 25]) == (0, 0, 0, 0)
    assert rgba[12, 5, 3] > 200
    Image.new("RGB", (30, 20), GREEN).save(tmp_path / "plain.png")
    plain = load_rgba(tmp_path / "plain.png")
    assert (plain[..., 3] == 255).all()
    assert tuple(plain[0, 0, :3]) == GREEN


def test_its_shadow_has_its_shape(ring: Path) -> None:
    backdrop = Backdrop((np.zeros((4, 4, 3), np.uint8),), (4, 4), stickers={"r": load_rgba(ring)})
    shade = backdrop.sticker_shadow("r")
    assert shade is not None
    middle = shade.rect().center()
    assert shade.pixelColor(middle).alpha() < 20
    assert shade.pixelColor(round(shade.width() * 0.14), middle.y()).alpha() > 60


def test_an_own_picture_is_removed_from_the_list_with_the_stamps_that_show_it(
    hands: Hands, qtbot: QtBot, ring: Path
) -> None:
    mark = stamped(hands, qtbot, ring)
    panel = MarkPanel(hands.session)
    qtbot.addWidget(panel)
    panel.show()
    hands.session.selection.select_marks([mark.id])
    rows = panel.findChild(StampRows)
    assert rows is not None
    assert rows.remove.isVisible()
    assert "1" in rows.remove.toolTip()
    before = hands.review
    rows.remove.click()
    assert hands.review.pictures(Role.STICKER) == ()
    assert hands.marks == ()
    assert rows.sticker.index_of("picture " + mark.picture_id) == -1
    hands.session.document.stack.undo()
    assert (hands.review.evidence, hands.marks) == (before.evidence, before.marks)
    hands.session.selection.select_marks([mark.id])
    assert rows.sticker.index_of("picture " + mark.picture_id) >= 0
