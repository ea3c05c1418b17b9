"""Pictures are framed so that what is marked shows, with room for its number beside it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.boxes import PictureShape
from claimcheck.cards.callouts import DISC, Ground, Spot, place_discs
from claimcheck.cards.formats import find_format
from claimcheck.cards.framing import Scene, frame_picture
from claimcheck.model.geometry import Rect

PANEL = Rect(0.0, 700.0, 1080.0, 1220.0)
PHOTO = PictureShape(1500, 2000, Rect(300, 300, 900, 1400))
SCENE = Scene(PANEL, (), find_format("tiktok").safe_area, PANEL.grown(-40.0))
SPOT = Rect(420.0, 300.0, 0.0, 0.0)


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
