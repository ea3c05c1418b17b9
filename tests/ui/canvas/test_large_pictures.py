"""Pictures too large for memory: looked at, measured and covered as any other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from claimcheck.imaging.files.stored import StoredPixels
from claimcheck.imaging.redact import INK
from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Cover, MarkKind, Role
from claimcheck.model.review import Mark, Style, new_id
from claimcheck.model.showing import ShownEvidence
from claimcheck.ui.canvas import picture_source
from claimcheck.ui.canvas import pyramid as pyramids
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.canvas.pyramid import Pyramid
from claimcheck.ui.canvas.tiles import TileImages
from tests.ui.canvas.conftest import PHOTO_SIZE
from tests.ui.canvas.hands import Hands

LISTING, PHOTO = Role.LISTING, Role.PHOTO
COVERED = Rect(400, 300, 333, 222)


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """The photo of these tests is taken for a large one: seen at half its size at first."""
    monkeypatch.setattr(pyramids, "STORED_FROM", 200_000)
    monkeypatch.setattr(picture_source, "QUICK_PX", 600)


@pytest.fixture
def hands(stored: None, show: Callable[[], CompareView], qtbot: QtBot) -> Hands:
    return Hands(show(), qtbot)


def look_closely(hands: Hands) -> Pyramid:
    """All of the photo's pixels, of which the finer levels lie in files."""
    hands.view(PHOTO).zoom_to(1.0)
    source = hands.canvas.sides.sources[PHOTO]
    hands.qtbot.waitUntil(lambda: bool(source.pyramid and source.pyramid.is_full), timeout=10_000)
    assert source.pyramid is not None
    assert isinstance(source.pyramid.levels[0], StoredPixels)
    return source.pyramid


def pixels(image: QImage) -> NDArray[np.uint8]:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), -1, 3).copy()


def own_pixel(x: int, y: int) -> tuple[int, int, int]:
    """What the photo of these tests has there."""
    width, height = PHOTO_SIZE
    return x * 255 // width, y * 255 // height, (x // 20 + y // 20) % 2 * 90 + 60


def test_a_large_picture_is_seen_pixel_by_pixel(hands: Hands) -> None:
    look_closely(hands)
    view = hands.view(PHOTO)
    shown = pixels(view.viewport().grab().toImage())
    for spot in ((520, 410), (600, 450), (655, 520)):
        at = view.screen_point(Point(spot[0] + 0.5, spot[1] + 0.5))
        assert tuple(shown[int(at.y()), int(at.x())]) == own_pixel(*spot)


def test_the_eyedropper_takes_its_colours(hands: Hands) -> None:
    look_closely(hands)
    backdrop = hands.canvas.sides.scene(PHOTO).backdrop
    assert backdrop is not None
    colour = backdrop.mean(QRectF(530, 410, 1, 1))
    assert (colour.red(), colour.green(), colour.blue()) == own_pixel(530, 410)


def test_a_magnifier_shows_it(hands: Hands) -> None:
    look_closely(hands)
    scene = hands.canvas.sides.scene(PHOTO)
    assert scene.evidence is not None
    points = (Point(520, 400), Point(540, 420), Point(600, 420), Point(700, 520))
    style = Style(round=False, stroke=1.0)
    mark = Mark(new_id(), scene.evidence.id, MarkKind.MAGNIFIER, points, style)
    hands.session.document.apply(lambda r: edits.put_marks(r, [mark]), "Magnify")
    view = hands.view(PHOTO)
    at = view.screen_point(Point(650, 470)).toPoint()  # the middle of the source, (530, 410)
    shown = pixels(view.viewport().grab().toImage())[at.y(), at.x()].astype(int)
    assert np.abs(shown - own_pixel(530, 410)).max() <= 3


@pytest.mark.parametrize("cover", [Cover.SOLID, Cover.PIXELATE])
def test_what_is_covered_is_covered_in_every_close_look(hands: Hands, cover: Cover) -> None:
    look_closely(hands)
    scene = hands.canvas.sides.scene(PHOTO)
    assert scene.evidence is not None
    corners = (Point(COVERED.x, COVERED.y), Point(COVERED.right, COVERED.bottom))
    mark = Mark(new_id(), scene.evidence.id, MarkKind.REDACTION, corners, Style(cover=cover))
    hands.session.document.apply(lambda r: edits.put_marks(r, [mark]), "Cover")
    assert scene.backdrop is not None
    part = QRectF(COVERED.x + 60, COVERED.y + 60, 120, 120)
    for size in (120, 60, 15):
        image = pixels(scene.backdrop.image(part, size, size))
        if cover is Cover.SOLID:
            assert (image == INK).all()
        else:  # in blocks: far fewer colours than there are pixels
            assert len(np.unique(image.reshape(-1, 3), axis=0)) < 60


@pytest.mark.parametrize("how", [{"quarter_turns": 1}, {"angle": 3.0}, {"crop": COVERED}])
def test_redacted_pixels_are_in_no_tile_of_any_level(
    hands: Hands, qtbot: QtBot, how: dict[str, object]
) -> None:
    """They are destroyed before anything is turned, scaled or put into a file."""
    photo = hands.session.document.review.pictures(PHOTO)[0]
    adjustment = Adjustment(photo.id, *PHOTO_SIZE, **how)  # type: ignore[arg-type]
    whole = Rect(0, 0, *PHOTO_SIZE)
    shown = ShownEvidence(
        **{
            **{name: getattr(photo, name) for name in photo.__dataclass_fields__},
            "width_px": adjustment.shown_size[0],
            "height_px": adjustment.shown_size[1],
        },
        adjustment=adjustment,
        covered=(whole,),
    )
    source = PictureSource(hands.session.originals, hands.session.tasks, hands.session)
    source.show(shown)
    source.want(1.0)
    qtbot.waitUntil(lambda: bool(source.pyramid and source.pyramid.is_full), timeout=10_000)
    pyramid = source.pyramid
    assert pyramid is not None
    tiles = TileImages(pyramid)
    for level in range(len(pyramid.levels)):
        for column, row in pyramid.tiles_in(level, 0, 0, *pyramid.level_size(level)):
            assert (pixels(tiles.image(level, column, row)) == INK).all()


def test_leaving_a_picture_leaves_its_tiles(hands: Hands) -> None:
    look_closely(hands)
    tiles = hands.canvas.sides.scene(PHOTO).picture.tiles
    assert tiles is not None
    hands.view(PHOTO).viewport().grab()
    assert len(tiles) > 0
    listing = hands.session.document.review.pictures(LISTING)[0]
    hands.session.document.apply(lambda r: edits.compare_pictures(r, listing.id, None), "Compare")
    assert len(tiles) == 0
