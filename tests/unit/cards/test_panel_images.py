"""What panels show: the same whether it was made before, by another thread, or just now."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTransform

from claimcheck.cards.boxes import Panel, Placement
from claimcheck.cards.files.encode import as_rgb
from claimcheck.cards.paint.panel_images import Source, panel_image, panel_images
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from tests.helpers.pictures import photo

PICTURE = photo(600, 400)
SIZE = (600, 400)
TO_DEVICE = QTransform()


def panel(scale: float, x: float = 3.3, y: float = 7.7, background: str | None = None) -> Panel:
    rect = Rect(0, 0, 300, 260)
    return Panel(Role.PHOTO, rect, Placement(scale, x, y), background)


def pixels(source: Source, one: Panel) -> np.ndarray:
    image = panel_image(one, source, SIZE, TO_DEVICE)
    assert image is not None
    return as_rgb(image.image)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([0.3, 0.49, 0.55, 0.71, 0.9, 1.7]), min_size=2, max_size=5),
    st.floats(-40.0, 40.0),
    st.sampled_from([None, "#ffffff"]),
)
def test_what_is_kept_changes_nothing(
    scales: list[float], x: float, background: str | None
) -> None:
    kept = Source(PICTURE)
    for scale in scales:
        asked = panel(scale, x, background=background)
        assert np.array_equal(pixels(kept, asked), pixels(Source(PICTURE), asked))


def test_a_part_is_made_once_for_formats_that_put_it_elsewhere() -> None:
    source = Source(PICTURE)
    first = source.part(Rect(0.2, 0, 500, 400), 250, 200)
    assert source.part(Rect(0.4, 0, 500, 400), 250, 200) is first
    assert source.part(Rect(2.0, 0, 500, 400), 250, 200) is not first


def test_threads_share_a_picture() -> None:
    scales = [0.52, 0.55, 0.6, 0.65, 0.7] * 4
    source = Source(PICTURE)
    alone = [pixels(Source(PICTURE), panel(scale)) for scale in scales]
    with ThreadPoolExecutor(4) as threads:
        beside = list(threads.map(lambda scale: pixels(source, panel(scale)), scales))
    assert all(np.array_equal(*both) for both in zip(alone, beside, strict=True))


def test_a_panel_that_shows_nothing_has_no_image() -> None:
    beside = panel(0.5, x=400.0)
    sources = Source(PICTURE), SIZE
    assert panel_images([beside], lambda _role: sources, TO_DEVICE) == {}


@pytest.mark.parametrize("scale", [0.4, 0.62, 0.9])
def test_the_edge_of_a_studio_picture_melts_into_its_ground(scale: float) -> None:
    studio = np.full((400, 600, 3), 250, np.uint8)
    studio[150:250, :200] = (200, 30, 30)  # a product that the picture's left edge cuts off
    got = pixels(Source(studio), panel(scale, 20.0, 20.0, "#ffffff"))
    assert got[0, got.shape[1] // 2].min() >= 254  # its edge is nearly all ground
    assert tuple(got[round(90 * scale), got.shape[1] // 2]) == (250, 250, 250)
    assert got[round(200 * scale), 0][0] - got[round(200 * scale), 0][1] > 150  # it keeps its own
