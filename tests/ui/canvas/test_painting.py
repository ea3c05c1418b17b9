"""What stands on the canvas is what the one painter paints."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.marks import paint_callout, paint_disc, paint_marks, paint_place
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Cover, Dash, MarkKind, Role, Sticker
from claimcheck.model.review import Discrepancy, Mark, Style
from claimcheck.ui.canvas.items import DISC_SCALE
from claimcheck.ui.canvas.pyramid import build_pyramid
from claimcheck.ui.canvas.reshaping import TURNED
from claimcheck.ui.canvas.tiles import TileImages, paint_tiles
from claimcheck.ui.images import to_qimage
from claimcheck.workflow.pictures import read_picture
from tests.ui.canvas.hands import Hands

PHOTO = Role.PHOTO
COVER = MarkKind.REDACTION
Pixels = NDArray[np.int16]


def pixels(image: QImage) -> Pixels:
    """``(H, W, 3)`` of an image, blue first."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[..., :3].astype(np.int16)


def marks_on(evidence_id: str) -> list[Mark]:
    """Every kind, plain and with all that a style can do."""
    plain = Style(colour="#FFD60A")
    rich = Style(
        colour="#1558E0",
        filled=True,
        fill="#FBF8F0",
        opacity=0.6,
        dash=Dash.DASHED,
        both_ends=True,
        radius=20,
        shadow=True,
        round=False,
        cover=Cover.BLUR,
        sticker=Sticker.PRICE,
    )
    found = []
    for row, (style, angle) in enumerate(((plain, 0.0), (rich, 20.0))):
        for i, kind in enumerate(MarkKind):
            left, top = 60 + 85 * i, 80 + 260 * row
            points = [Point(left, top), Point(left + 70, top + 110)]
            if kind in (MarkKind.PEN, MarkKind.HIGHLIGHTER):
                points.insert(1, Point(left + 60, top + 20))
            if kind is MarkKind.MAGNIFIER:
                points += [Point(left - 60, top + 130), Point(left + 80, top + 350)]
            text = {MarkKind.TEXT: "Straße 🍅", MarkKind.SWATCH: "#C04608"}.get(kind, "")
            turned = angle if kind in TURNED else 0.0
            mark_id = f"{kind} {row}"
            found.append(Mark(mark_id, evidence_id, kind, tuple(points), style, text, turned))
    return found


@pytest.mark.parametrize("scale", [None, 1.0, 2.3])
def test_the_canvas_shows_what_the_painter_paints(hands: Hands, scale: float | None) -> None:
    scene, view = hands.canvas.sides.scene(PHOTO), hands.view(PHOTO)
    evidence, comparison = scene.evidence, hands.session.document.comparison
    assert evidence is not None
    assert comparison is not None
    marks = marks_on(evidence.id)
    hands.session.document.apply(lambda r: edits.put_marks(r, marks), "Put")
    places = [Rect(700, 500, 200, 150), Rect(300, 700, 0, 0)]
    for place in places:
        one = Discrepancy(f"{place.x}", comparison.id, photo_place=place)
        hands.session.document.apply(partial(edits.put_discrepancy, discrepancy=one), "Put")
    if scale is not None:
        view.zoom_to(scale)
    hands.qtbot.wait(50)
    hands.qtbot.waitUntil(lambda: not view.gliding.is_moving and not view.gliding.is_rough)
    shown = view.viewport().grab().toImage()

    wanted = QImage(shown.size(), QImage.Format.Format_RGB32)
    wanted.fill(view.backgroundBrush().color())
    painter = QPainter(wanted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(view.viewportTransform())
    source = hands.canvas.sides.sources[PHOTO].pyramid
    assert source is not None
    paint_tiles(painter, TileImages(source), QRectF(0, 0, *scene.size), view.framing.scale)
    backdrop = Backdrop(
        source.levels, scene.size, tuple(m for m in marks if m.kind is COVER), False
    )
    paint_marks(painter, marks, scene.size, backdrop)
    unit = 1 / view.framing.scale
    area, point = places
    paint_place(painter, area, scene.size, 3 * unit)
    discs = [item.disc for item in scene.discs.items.values()]
    paint_disc(painter, QPointF(discs[0].x, discs[0].y), 1, DISC_SCALE * unit)
    target = QPointF(point.x, point.y)
    paint_callout(painter, QPointF(discs[1].x, discs[1].y), target, 2, DISC_SCALE * unit)
    painter.end()

    difference = np.abs(pixels(shown) - pixels(wanted)).max(axis=-1)
    assert (difference > 8).mean() < 0.0005, f"{(difference > 8).sum()} pixels differ"
    assert (difference > 8).sum() < 60


@pytest.mark.parametrize("scale", [0.37, 0.8, 1.0, 1.7, 3.1])
def test_tiles_have_no_seams(qapp: QApplication, scale: float) -> None:
    y, x = np.mgrid[0:700, 0:1300]
    smooth = np.stack((x * 255 / 1300, y * 255 / 700, (x + y) * 255 / 2000), -1).astype(np.uint8)
    if scale > 1:  # where pixels are enlarged, tiles must meet exactly
        smooth = np.random.default_rng(3).integers(0, 256, smooth.shape, dtype=np.uint8)
    pyramid = build_pyramid(smooth, (1300, 700))
    # Around the corner where four tiles meet.
    width, height = 300, 200
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.translate(width / 2 + 0.3, height / 2 + 0.6)
    painter.scale(scale, scale)
    painter.translate(-512, -512)
    paint_tiles(painter, TileImages(pyramid), QRectF(0, 0, 1300, 700), scale)
    painter.end()

    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.magenta)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(width / 2 + 0.3, height / 2 + 0.6)
    painter.scale(scale, scale)
    painter.translate(-512, -512)
    painter.drawImage(QPointF(0, 0), to_qimage(smooth))
    painter.end()
    inside = slice(4, -4)
    difference = np.abs(pixels(image) - pixels(whole))[inside, inside]
    # A picture's own edge may round differently; nothing inside may.
    magenta = (pixels(whole)[inside, inside] == (255, 0, 255)).all(axis=-1)
    grown = np.zeros_like(magenta)
    for shift in (-1, 0, 1):
        for axis in (0, 1):
            grown |= np.roll(magenta, shift, axis)
    assert difference[~grown].max() <= 6


def test_the_picture_on_the_canvas_is_the_picture(hands: Hands) -> None:
    view, scene = hands.view(PHOTO), hands.canvas.sides.scene(PHOTO)
    assert scene.evidence is not None
    view.zoom_to(1.0)
    shown = pixels(view.viewport().grab().toImage())
    corner = view.picture_point(QPointF(0, 0))
    left, top = round(corner.x), round(corner.y)
    rgb = read_picture(hands.session.originals, scene.evidence)[..., ::-1]
    height, width = shown.shape[:2]
    wanted = rgb[top : top + height, left : left + width].astype(np.int16)
    assert np.abs(shown[: wanted.shape[0], : wanted.shape[1]] - wanted).max() <= 1


def test_kept_tiles_are_bounded(qapp: QApplication) -> None:
    pyramid = build_pyramid(np.zeros((2100, 2100, 3), np.uint8), (2100, 2100))
    tiles = TileImages(pyramid, kept=4)
    for column, row in pyramid.tiles_in(0, 0, 0, 2100, 2100):
        tiles.image(0, column, row)
    assert len(tiles) == 4
    last = tiles.image(0, 4, 4)
    assert tiles.image(0, 4, 4) is last
