"""Pictures are framed so that what is marked shows, with room for its number beside it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimcheck.cards.arrangements.framing import Scene, frame_picture
from claimcheck.cards.boxes import PictureShape, WarningKind
from claimcheck.cards.callouts import DISC, Ground, Spot, place_discs
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import find_template
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from tests.helpers.layouts import plain

PANEL = Rect(0.0, 700.0, 1080.0, 1220.0)
PHOTO = PictureShape(1500, 2000, Rect(300, 300, 900, 1400))
SCENE = Scene(PANEL, (), find_format("tiktok").safe_area, PANEL.grown(-40.0))
SPOT = Rect(420.0, 300.0, 0.0, 0.0)
CORNERS = [Rect(x, y, 0.0, 0.0) for x in (120.0, 2880.0) for y in (80.0, 720.0)]
WIDE = PictureShape(3000, 800, Rect(300, 100, 2400, 600))


def test_a_spot_is_not_brought_to_where_its_panel_is_cut_off() -> None:
    usual = frame_picture(PHOTO, SCENE, [SPOT]).placement.point(SPOT.center)
    beyond = Rect(usual.x - 120.0, usual.y - 120.0, 240.0, 240.0)
    moved = frame_picture(PHOTO, replace(SCENE, beyond=(beyond,)), [SPOT])
    assert beyond.contains(usual)
    assert not beyond.contains(moved.placement.point(SPOT.center))


def test_a_spot_is_brought_to_where_its_number_can_stand() -> None:
    # A slip over all of the safe area but a strip right below the panel's upper edge.
    slip = Rect(-20.0, 940.0, 900.0, 400.0)
    scene = replace(SCENE, obstacles=(slip,))
    framing = frame_picture(PHOTO, scene, [Rect(700.0, 900.0, 0.0, 0.0)])
    spot = framing.placement.point(Rect(700.0, 900.0, 0.0, 0.0).center)
    ground = Ground(PANEL, scene.safe, scene.obstacles, None)
    (placed,) = place_discs([Spot(1, Rect(spot.x, spot.y, 0.0, 0.0))], ground)
    assert placed.disc.y + DISC <= slip.y
    assert placed.length <= 165.0


def test_a_photo_too_wide_for_its_panel_shows_all_that_is_marked_as_a_print() -> None:
    panel = Rect(0.0, 700.0, 540.0, 1220.0)
    scene = replace(SCENE, panel=panel, room=panel)
    filling = frame_picture(WIDE, scene, CORNERS)
    as_print = frame_picture(WIDE, replace(scene, prints=True), CORNERS)
    assert filling.hidden
    assert as_print.hidden == ()
    assert panel.encloses(as_print.placement.rect(WIDE.whole))


@pytest.mark.parametrize("template", ["side-by-side", "stacked", "price"])
@pytest.mark.parametrize("format_id", ["instagram-portrait", "square", "landscape"])
def test_a_card_points_at_marks_all_over_its_pictures(template: str, format_id: str) -> None:
    upright = PictureShape(900, 2600, Rect(200, 200, 500, 2200))
    rng = np.random.default_rng(5)
    for _ in range(3):
        legend = tuple(
            LegendEntry(number, "Cap", _anywhere(WIDE, rng), _anywhere(upright, rng))
            for number in (1, 2, 3)
        )
        content = plain(legend=legend, quote="“Fresh.”")
        pictures = {Role.LISTING: WIDE, Role.PHOTO: upright}
        card_format = find_format(format_id)
        layout = lay_out(find_template(template), content, card_format, pictures)
        assert not [w for w in layout.warnings if w.kind is WarningKind.COVERED]
        assert len(layout.callouts) == 6
        assert lint(layout, card_format) == ()


def _anywhere(picture: PictureShape, rng: np.random.Generator) -> Rect:
    x, y = rng.uniform(0.06, 0.94, 2) * (picture.width, picture.height)
    return Rect(float(x), float(y), 0.0, 0.0)


def test_a_print_leaves_no_strip_so_narrow_that_it_looks_like_a_mistake() -> None:
    panel = Rect(0.0, 1100.0, 1080.0, 280.0)
    picture = PictureShape(2400, 700, Rect(0.0, 0.0, 2400.0, 700.0))
    tab = Rect(120.0, 1095.0, 200.0, 64.0)
    scene = Scene(panel, (tab,), SCENE.safe, panel, prints=True)
    spots = [Rect(1619, 560, 0, 0), Rect(353, 16, 0, 0), Rect(1323, 475, 0, 0)]
    shown = frame_picture(picture, scene, spots).placement.rect(picture.whole)
    for free in (panel.width - shown.width, panel.height - shown.height):
        assert free < 0.5 or free >= 48.0
