"""Sizes and colours stay right however the picture is shown: they belong to the picture itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from claimcheck.cards.content import measured_scale
from claimcheck.imaging.measuring.measure import measured, plane_of
from claimcheck.model import edits, findings
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, Review, find
from claimcheck.model.showing import as_shown, on_shown
from claimcheck.model.sizes import Known, Measured, Scale
from claimcheck.model.way import Way
from tests.helpers.reviews import evidence
from tests.helpers.scenes import PICTURE, Camera, points

SHEET = np.array([[-70.0, -50], [70, -50], [70, 50], [-70, 50]])
CARD = np.array([[-42.8, -26.99], [42.8, -26.99], [42.8, 26.99], [-42.8, 26.99]])


def looking(tilt: float) -> Camera:
    """At the plane from the side, so that across is shorter than along."""
    return Camera(4000.0, _turned(tilt), np.array([0.0, 0.0, 600.0]))


def _turned(tilt: float) -> np.ndarray:
    around = np.radians(tilt)
    c, s = np.cos(around), np.sin(around)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def reviewed(camera: Camera, adjustment: Adjustment | None) -> Review:
    photo = replace(evidence(Role.PHOTO), id="p", width_px=PICTURE[0], height_px=PICTURE[1])
    review = edits.add_evidence(edits.new_review(), [photo])
    review = findings.set_scale(review, Scale("p", Known.BANK_CARD, points(camera.seen(CARD))))
    return edits.set_adjustment(review, adjustment) if adjustment else review


def rectified(camera: Camera) -> Adjustment:
    face = points(camera.seen(SHEET))
    return Adjustment("p", *PICTURE, face=face, face_ratio=1.4)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"quarter_turns": 1},
        {"mirrored": True, "angle": 12.0},
        {"crop": Rect(900, 700, 2000, 1500)},
        {"quarter_turns": 3, "crop": Rect(700, 900, 1500, 2000)},
    ],
)
def test_a_scale_set_before_the_picture_was_turned_or_cropped_still_holds(
    changed: dict[str, object],
) -> None:
    camera = looking(0)
    review = reviewed(camera, replace(Adjustment("p", *PICTURE), **changed) if changed else None)  # type: ignore[arg-type]
    shown = as_shown(review)
    millimetres = measured_scale(shown, find(shown.evidence, "p"))
    assert millimetres == pytest.approx(600 / 4000, rel=0.01)


@pytest.mark.parametrize("tilt", [0, 25, 40])
def test_on_a_rectified_face_the_scale_is_that_of_the_face(tilt: float) -> None:
    camera = looking(tilt)
    adjustment = rectified(camera)
    shown = as_shown(reviewed(camera, adjustment))
    millimetres = measured_scale(shown, find(shown.evidence, "p"))
    way = Way(adjustment, inverse=False)
    ends = [way.point(end) for end in points(camera.seen(np.array([[-42.8, 0.0], [42.8, 0.0]])))]
    assert millimetres is not None
    assert abs(ends[1].x - ends[0].x) * millimetres == pytest.approx(85.6, rel=0.03)


@pytest.mark.parametrize("ends", [[[-40, 0], [40, 0]], [[0, -40], [0, 40]]])
def test_a_line_scales_a_rectified_face_whichever_way_it_lies(ends: list[list[float]]) -> None:
    camera = looking(40)
    line = Scale("p", Known.LINE, points(camera.seen(np.array(ends, dtype=float))), 80.0)
    adjustment = rectified(camera)
    shown = as_shown(findings.set_scale(reviewed(camera, adjustment), line))
    millimetres = measured_scale(shown, find(shown.evidence, "p"))
    width_px = adjustment.shown_size[0]
    assert millimetres == pytest.approx(140 / width_px, rel=0.02)


def test_a_length_drawn_on_a_rectified_picture_measures_the_same_there_and_back() -> None:
    camera = looking(30)
    review = reviewed(camera, rectified(camera))
    own = points(camera.seen(np.array([[-60.0, -40.0], [40.0, 30.0]])))
    way = Way(rectified(camera), inverse=False)
    drawn = Mark("m", "p", MarkKind.MEASURE, tuple(way.point(end) for end in own))
    kept = on_shown(lambda shown: edits.put_marks(shown, [drawn]))(review)
    back = find(kept.marks, "m")
    assert back is not None
    for end, wanted in zip(back.points, own, strict=True):
        assert (end.x, end.y) == pytest.approx((wanted.x, wanted.y), abs=0.01)
    scale = find(kept.scales, "p")
    assert scale is not None
    length = measured(plane_of(scale, PICTURE), Measured.LENGTH, back.points)
    assert length.value == pytest.approx(np.hypot(100, 70), rel=0.01)


def test_a_swatch_put_on_a_turned_and_cropped_picture_is_over_the_same_pixel() -> None:
    turned = Adjustment("p", *PICTURE, quarter_turns=1, crop=Rect(500, 900, 1800, 2200))
    review = reviewed(looking(0), turned)
    spot = Point(1500.0, 1200.0)
    shown_spot = Way(turned, inverse=False).point(spot)
    swatch = Mark("m", "p", MarkKind.SWATCH, (shown_spot, shown_spot.moved(90, -60)))
    kept = on_shown(lambda shown: edits.put_marks(shown, [swatch]))(review)
    mark = find(kept.marks, "m")
    assert mark is not None
    assert (mark.points[0].x, mark.points[0].y) == pytest.approx((spot.x, spot.y), abs=1e-6)
    again = find(as_shown(kept).marks, "m")
    assert again is not None
    assert again.points[0].x == pytest.approx(shown_spot.x)
