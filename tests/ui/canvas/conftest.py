"""A real library with two real pictures, and the Compare view on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from tests.helpers.arriving import bring_in
from tests.ui.canvas.hands import Hands

LISTING_SIZE, PHOTO_SIZE = (400, 400), (1200, 900)


def save_picture(path: Path, size: tuple[int, int]) -> Path:
    """A picture on which every place looks different."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    rgb = np.stack(
        (x * 255 // width, y * 255 // height, (x // 20 + y // 20) % 2 * 90 + 60), axis=-1
    )
    Image.fromarray(rgb.astype(np.uint8)).save(path)
    return path


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    theme().apply("light")
    made = Session(tmp_path / "library")
    made.new_review("Vine tomatoes", "Own brand")
    sources = {
        Role.LISTING: save_picture(tmp_path / "listing.png", LISTING_SIZE),
        Role.PHOTO: save_picture(tmp_path / "photo.png", PHOTO_SIZE),
    }
    for role, path in sources.items():
        bring_in(qtbot, made, [path], role)
    made.document.stack.clear()
    yield made
    made.close()


@pytest.fixture
def show(qtbot: QtBot, session: Session) -> Callable[[], CompareView]:
    def make() -> CompareView:
        view = CompareView(session)
        qtbot.addWidget(view)
        view.resize(900, 760)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        canvas = view.canvas
        qtbot.waitUntil(lambda: all(s.pyramid is not None for s in canvas.sides.sources.values()))
        return view

    return make


@pytest.fixture
def compare(show: Callable[[], CompareView]) -> CompareView:
    return show()


@pytest.fixture
def hands(compare: CompareView, qtbot: QtBot) -> Hands:
    return Hands(compare, qtbot)
