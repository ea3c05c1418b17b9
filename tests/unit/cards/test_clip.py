"""Clips as frames: what moves, that it moves smoothly, loops, and keeps words where they belong."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from claimcheck.cards.arrangements.receipt import lay_receipt
from claimcheck.cards.boxes import CardWarning, Placement, TextBox, WarningKind
from claimcheck.cards.brand import Brand
from claimcheck.cards.clips.camera import (
    between,
    brought_to,
    build_pyramid,
    draw_view,
    with_soft_ground,
)
from claimcheck.cards.clips.clip import Clip, ClipPlan, Motion, clip_frames, usual_seconds
from claimcheck.cards.clips.motion import Span
from claimcheck.cards.clips.planes import Planes, empty_planes, rgb_of
from claimcheck.cards.clips.reveal import lay_reveal
from claimcheck.cards.clips.shots import Blink, Checklist, Story, Wipe
from claimcheck.cards.clips.zoom import Zoom
from claimcheck.cards.content import content_of
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.paint.card import CardPicture
from claimcheck.cards.paint.panel_images import Source
from claimcheck.cards.templates import find_template
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role, Verdict
from claimcheck.model.review import CardSettings, Claim, Mark, Review
from tests.helpers.cards import card_review, point, prepared, shelf_picture, studio_picture

LISTING, PHOTO = studio_picture(), shelf_picture()


def a_review(**changes: Any) -> Review:
    review = card_review(
        LISTING,
        PHOTO,
        name="Oat drink, one litre",
        quote="Made with oats",
        verdict=Verdict.FALSE,
        notes=[
            ("Lid: yellow → grey", (point(100, 30), point(150, 60))),
            ("Label: white → torn", (Rect(80, 100, 40, 30), Rect(140, 190, 60, 40))),
        ],
        seller="The shop",
        settings=CardSettings(title="Promised and delivered", handle="@me"),
    )
    others = (Claim("b", "Resealable", verdict=Verdict.HOLDS), Claim("c", "Not judged"))
    return replace(replace(review, claims=(*review.claims, *others)), **changes)


def a_clip(
    motion: Motion, seconds: float = 4.0, review: Review | None = None, target: str = "tiktok"
) -> Clip:
    review = review or a_review()
    plan = ClipPlan(motion, seconds, find_format(target), find_template("side-by-side"), "en")
    return clip_frames(plan, review, prepared(review, LISTING, PHOTO))


def difference(one: Planes, other: Planes) -> float:
    return float(np.abs(one.y.astype(int) - other.y).mean())


@pytest.mark.parametrize("motion", list(Motion))
def test_every_frame_has_the_size_and_all_of_it_is_painted(motion: Motion) -> None:
    clip = a_clip(motion)
    assert clip.frame_count == 120
    out = empty_planes(*clip.size)
    for index in range(0, clip.frame_count, 7):
        for plane in out.each:
            plane[...] = 1  # below black: no picture has it
        clip.write_frame(index, out)
        assert out.size == (1080, 1920)
        assert min(int(out.y.min()), int(out.u.min()), int(out.v.min())) > 10


@pytest.mark.parametrize("motion", list(Motion))
def test_a_format_with_odd_sides_makes_a_clip_with_even_ones(motion: Motion) -> None:
    odd = replace(find_format("square"), width=1081, height=1079)
    plan = ClipPlan(motion, 4.0, odd, find_template("side-by-side"), "en")
    review = a_review()
    clip = clip_frames(plan, review, prepared(review, LISTING, PHOTO))
    assert clip.size == (1080, 1078)
    assert clip.frame_at(2.0).size == clip.size


@pytest.mark.parametrize("motion", list(Motion))
def test_a_clip_loops_without_a_jump(motion: Motion) -> None:
    clip = a_clip(motion, 6.0)
    first, last = clip.frame_at(0.0), clip.frame_at(5.9999)
    steps = []
    for index in range(1, clip.frame_count):
        before, after = clip.frame_at((index - 1) / 30), clip.frame_at(index / 30)
        steps.append(difference(before, after))
    assert difference(last, first) <= max(steps)


@pytest.mark.parametrize("motion", list(Motion))
def test_a_long_clip_plays_again_rather_than_stand_still(motion: Motion) -> None:
    """In a minute a slider went once there and back, and nothing moved for 55 seconds."""
    clip = a_clip(motion, 60.0)
    frames = [clip.preview_at(t / 2, 90) for t in range(120)]
    still = longest = 0
    for before, after in itertools.pairwise(frames):
        still = 0 if (before != after).any() else still + 1
        longest = max(longest, still)
    assert longest / 2 < 5.0
    assert all(one.kind != WarningKind.LEFT_OUT for one in clip.warnings)


@pytest.mark.parametrize("motion", list(Motion))
def test_the_same_plan_gives_the_same_frames(motion: Motion) -> None:
    one, other = a_clip(motion), a_clip(motion)
    for t in (3.1, 0.4, 1.7):  # in any order
        for plane, again in zip(one.frame_at(t).each, other.frame_at(t).each, strict=True):
            assert np.array_equal(plane, again)


@pytest.mark.parametrize("target", [one.id for one in all_formats()])
@pytest.mark.parametrize("motion", [Motion.ZOOM, Motion.WIPE])
def test_nothing_of_what_was_in_memory_is_in_a_frame(motion: Motion, target: str) -> None:
    clip = a_clip(motion, target=target)
    frames = []
    for number in (0, 255):
        frame = empty_planes(*clip.size)
        for plane in frame.each:
            plane[...] = number
        a_clip(motion, target=target).write_frame(30, frame)
        frames.append(frame)
    for one, other in zip(frames[0].each, frames[1].each, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("motion", list(Motion))
def test_composing_only_what_changed_gives_the_same_frame(motion: Motion) -> None:
    clip = a_clip(motion, 5.0)
    kept = empty_planes(*clip.size)
    holds: int | None = None
    for index in (*range(0, clip.frame_count), 100, 3, 60, 60):  # also there and back
        clip.write_frame(index, kept, holds)
        holds = index
        if index % 3 == 0 or index > 130:
            for plane, whole in zip(kept.each, clip.frame_at(index / 30).each, strict=True):
                assert np.array_equal(plane, whole), index


# --- wipe, blink, checklist ----------------------------------------------------------------------


def test_the_slider_goes_all_the_way_and_back_gently() -> None:
    clip = a_clip(Motion.WIPE, 6.0)
    assert isinstance(clip.shot, Wipe)
    places = [clip.shot.slider_x(i / 30) for i in range(180)]
    assert places[0] == pytest.approx(999, abs=1)
    assert min(places) == pytest.approx(81, abs=1)
    assert places[-1] == pytest.approx(places[0], abs=1)
    speeds = np.diff(places)
    assert np.abs(np.diff(speeds)).max() < 20  # pixels per frame, per frame: no jerk


def test_left_of_the_slider_is_the_listing_right_of_it_the_photo() -> None:
    clip = a_clip(Motion.WIPE, 6.0)
    shot = clip.shot
    assert isinstance(shot, Wipe)
    times = [i / 30 for i in range(180) if 300 < shot.slider_x(i / 30) < 800]
    assert times
    for t in times:
        frame, x = clip.frame_at(t), shot.slider_x(t)
        low = slice(1300, 1900)
        assert np.array_equal(frame.y[low, : int(x) - 70], shot.listing.y[low, : int(x) - 70])
        assert np.array_equal(frame.y[low, int(x) + 70 :], shot.photo.y[low, int(x) + 70 :])


def test_the_slider_stands_between_pixels_too() -> None:
    """Its yellow middle is where it should be, to a tenth of a pixel."""
    clip = a_clip(Motion.WIPE, 6.0)
    shot = clip.shot
    assert isinstance(shot, Wipe)
    for wanted in (400.0, 400.125, 400.5, 401.75, 403.0):
        out = empty_planes(*clip.size)
        shot.photo.copy_to(out)
        shot.slider.draw(wanted, out)
        row = out.y[1800, 380:424].astype(float)
        light = np.clip(row - 40, 0, None) * ((np.arange(380, 424) + 0.5 - wanted) ** 2 < 64)
        middle = (light * (np.arange(380, 424) + 0.5)).sum() / light.sum()
        assert middle == pytest.approx(wanted, abs=0.1)


def test_blinking_shows_both_in_turn() -> None:
    clip = a_clip(Motion.BLINK, 5.4)
    shot = clip.shot
    assert isinstance(shot, Blink)
    low = slice(1000, 1900)
    shown = []
    for i in range(162):
        frame = clip.frame_at(i / 30).y[low]
        listing = np.array_equal(frame, shot.listing.y[low])
        photo = np.array_equal(frame, shot.photo.y[low])
        shown.append("listing" if listing else "photo" if photo else "between")
    runs = [name for name, _ in itertools.groupby(shown)]
    assert runs == ["listing", "between", "photo", "between"] * 3


def test_stamps_land_one_by_one_and_stay() -> None:
    clip = a_clip(Motion.CHECKLIST, 5.0)
    shot = clip.shot
    assert isinstance(shot, Checklist)
    assert len(shot.landings) == 2  # the third claim is not judged
    first, second = shot.starts()
    assert second - first > 0.3
    empty = clip.frame_at(0.0)
    one, both = clip.frame_at(second - 0.05), clip.frame_at(second + 0.5)
    assert np.array_equal(empty.y, shot.receipt.y)
    pairs = (empty, one), (one, both)
    changed_rows = [np.flatnonzero((a.y != b.y).any(axis=1)) for a, b in pairs]
    assert changed_rows[0].max() < changed_rows[1].min()  # the first claim is above the second


def test_a_checklist_stamps_the_claims_chosen_for_the_card_in_their_order() -> None:
    review = a_review()
    chosen = replace(review, card=replace(review.card, shown_claims=("b", "claim")))
    one, other = (a_clip(Motion.CHECKLIST, review=r).shot for r in (review, chosen))
    assert isinstance(one, Checklist)
    assert isinstance(other, Checklist)
    assert (one.receipt.y != other.receipt.y).any()
    only = replace(review, card=replace(review.card, shown_claims=("b",)))
    shot = a_clip(Motion.CHECKLIST, review=only).shot
    assert isinstance(shot, Checklist)
    assert len(shot.landings) == 1


@pytest.mark.parametrize("target", all_formats(), ids=lambda target: target.id)
def test_a_long_promise_takes_room_from_short_ones(target: Format) -> None:
    """All rows were as high, so its last words were cut off beside four with one line each."""
    long = "Made of nothing but oats that grew within fifty kilometres, without any additives"
    quotes = (long, "One litre", "Resealable", "Vegan", "Made here")
    claims = tuple(
        Claim(str(number), quote, verdict=Verdict.FALSE) for number, quote in enumerate(quotes)
    )
    clip = a_clip(Motion.CHECKLIST, review=a_review(claims=claims), target=target.id)
    assert [one.text for one in clip.warnings if one.kind == "elided"] == []
    shot = clip.shot
    assert isinstance(shot, Checklist)
    areas = [landing.covered(Span(0.0, 9.0), 5.0) for landing in shot.landings]
    assert len(areas) == 5
    for one, other in itertools.pairwise(areas):
        assert one is not None
        assert other is not None
        assert one.y + one.height <= other.y + 12  # they don't lie on each other


_LONG = (
    "Onze meermaals bekroonde haverdrank bevat uitsluitend biologische ingrediënten van eigen "
    "bodem en blijft na opening minstens twee weken vers, ook buiten de koelkast"
)


@pytest.mark.parametrize("target", all_formats(), ids=lambda target: target.id)
@pytest.mark.parametrize("motion", [Motion.WIPE, Motion.BLINK, Motion.CHECKLIST])
def test_a_promise_of_any_usual_length_is_whole(motion: Motion, target: Format) -> None:
    """From some 110 letters on it broke off, beside a column that was half empty."""
    judged = Claim("claim", _LONG, verdict=Verdict.MISLEADING, reasoning="We kept it for a week.")
    clip = a_clip(motion, review=a_review(claims=(judged,)), target=target.id)
    lost = (WarningKind.ELIDED, WarningKind.LEFT_OUT)
    assert [one.text for one in clip.warnings if one.kind in lost] == []


@pytest.mark.parametrize("target", all_formats(), ids=lambda target: target.id)
def test_a_promise_without_end_breaks_off_after_a_word_and_that_is_told(target: Format) -> None:
    endless = " ".join([_LONG] * 5)
    review = a_review(claims=(Claim("claim", endless, verdict=Verdict.FALSE),))
    pictures = prepared(review, LISTING, PHOTO)
    shapes = {Role.LISTING: pictures.listing.shape, Role.PHOTO: pictures.photo.shape}
    stage = lay_reveal(
        find_template("side-by-side"), content_of(review, "nl"), target, shapes, Role.PHOTO, True
    )
    assert CardWarning(WarningKind.ELIDED, "claim") in stage.layout.warnings
    (box,) = (box for box in stage.layout.texts if box.name == "claim")
    assert box.fitted.style.size >= 32
    shown = " ".join(box.fitted.lines).removeprefix("“").removesuffix("…”")
    assert endless.startswith(shown)
    assert endless[len(shown)] in " ,"


@pytest.mark.parametrize("target", ["square", "landscape"])
def test_a_wide_checklist_shows_both_products_beside_it(target: str) -> None:
    """The receipt used to hang over the photo's product, or right beside where it was."""
    shot = a_clip(Motion.CHECKLIST, target=target).shot
    assert isinstance(shot, Checklist)
    frame = rgb_of(shot.receipt).astype(int)
    for colour in ((190, 40, 50), (150, 60, 60)):  # the listing's carton, the photo's
        product = np.abs(frame - colour).max(axis=2) < 25
        assert product.mean() > 0.02


# --- zoom ----------------------------------------------------------------------------------------


def test_the_camera_moves_evenly_and_keeps_pictures_covering() -> None:
    start, end = Placement(2.0, 0.0, 0.0), Placement(5.0, -900.0, -300.0)
    way = [between(start, end, i / 100) for i in range(101)]
    assert way[0] == start
    assert way[-1].x == pytest.approx(end.x)
    ratios = [b.scale / a.scale for a, b in itertools.pairwise(way)]
    assert max(ratios) - min(ratios) < 1e-9
    assert all(p.x <= 0 and p.x + p.scale * 400 >= 800 for p in way)


def test_a_difference_is_brought_close_to_the_middle() -> None:
    panel, room = Rect(0, 700, 1080, 1220), Rect(60, 800, 960, 300)
    place, picture = Rect(300, 300, 40, 40), Rect(0, 0, 800, 800)
    whole = Placement(1.6, -100, 690)
    close = brought_to(whole, place, room, panel, picture, covers=True)
    assert close.scale > 1.3 * whole.scale
    middle = close.point(place.center)
    assert abs(middle.x - room.center.x) < 1
    assert abs(middle.y - room.center.y) < 1
    corner = brought_to(whole, Rect(0, 0, 0, 0), room, panel, picture, covers=True)
    assert (corner.x, corner.y) == (room.x, room.y)  # no further from the panel's edge than needed
    large = brought_to(whole, Rect(100, 100, 600, 600), room, panel, picture, covers=True)
    assert large.scale == panel.height / picture.height  # as far away as it goes


def test_zooming_is_smooth_to_a_twentieth_of_a_pixel() -> None:
    """A white disc on grey: where its middle is painted, against where it should be."""
    rgb = np.full((800, 800, 3), 90, np.uint8)
    cv2.circle(rgb, (400 * 16, 400 * 16), 60 * 16, (240, 240, 240), -1, cv2.LINE_AA, shift=4)
    artwork = {Role.PHOTO: CardPicture(Source(rgb), 800, 800)}
    panel = Rect(0, 200, 600, 600)
    pyramid = build_pyramid(Role.PHOTO, artwork, None, Rect(0, 0, 800, 800), 3.0)
    out = empty_planes(600, 800)
    rows, columns = np.mgrid[0:800, 0:600] + 0.5
    errors = []
    for step in range(60):
        scale = 0.9 * 1.012**step
        placement = Placement(scale, 300.0 - 400.5 * scale, 500.0 - 400.5 * scale + 0.13 * step)
        draw_view(pyramid, placement, panel, out)
        light = np.clip(out.y[200:].astype(float) - 100, 0, None)
        x = (light * columns[200:]).sum() / light.sum()
        y = (light * rows[200:]).sum() / light.sum()
        errors.append((x - 300.0, y - 500.0 - 0.13 * step))
    assert np.abs(errors).max() < 0.05


def test_a_zoom_shows_every_difference_with_its_label() -> None:
    clip = a_clip(Motion.ZOOM, 6.0)
    shot = clip.shot
    assert isinstance(shot, Zoom)
    close = [look for look in shot.looks if look.entry is not None]
    assert [look.entry.number for look in close if look.entry] == [1, 2]
    for look in close:
        assert {role for role, _ in look.callouts} == {Role.LISTING, Role.PHOTO}
        for role, placed in look.callouts:
            panel = shot.stage.whole.panel(role).rect
            assert panel.encloses(Rect(placed.target.x, placed.target.y, 0, 0))
            area = clip.plan.format.safe_area
            disc = placed.disc
            assert area.encloses(disc.x - 38, disc.y - 38, disc.x + 38, disc.y + 38)


_EDGES = {
    "corners": (Rect(0, 0, 30, 30), Rect(318, 318, 30, 30)),
    "foot": (Rect(90, 180, 40, 20), Rect(150, 325, 60, 23)),
    "sides": (Rect(0, 90, 20, 20), Rect(0, 170, 20, 20)),
    "points": (point(199, 199), point(347, 347)),
}


@pytest.mark.parametrize("target", all_formats(), ids=lambda target: target.id)
@pytest.mark.parametrize("edge", list(_EDGES))
def test_what_lies_at_a_pictures_edge_is_seen_and_numbered_on_both(
    edge: str, target: Format
) -> None:
    """It was brought no further than where the photo ends: under the label, without a number."""
    review = card_review(LISTING, PHOTO, name="Thing", notes=[("Dent", _EDGES[edge])])
    shot = a_clip(Motion.ZOOM, 4.0, review, target.id).shot
    assert isinstance(shot, Zoom)
    look, label = shot.looks[1], shot.label_rects[1]
    assert {role for role, _ in look.callouts} == {Role.LISTING, Role.PHOTO}
    for role, place in zip((Role.LISTING, Role.PHOTO), _EDGES[edge], strict=True):
        seen = look.placements[role].rect(place)
        assert shot.stage.whole.panel(role).rect.encloses(seen)
        assert not seen.overlaps(label)


def test_a_close_up_goes_on_out_of_focus_where_the_photo_ends() -> None:
    review = card_review(LISTING, PHOTO, name="Thing", notes=[("Dent", _EDGES["foot"])])
    clip = a_clip(Motion.ZOOM, 4.0, review)
    assert isinstance(clip.shot, Zoom)
    look = clip.shot.looks[1]
    end = look.placements[Role.PHOTO].rect(Rect(0, 0, 348, 348)).bottom
    assert end < 1400
    top = round(max(end, clip.shot.label_rects[1].bottom)) + 20
    below = rgb_of(clip.frame_at(look.rest.start + 0.4))[top:1480]
    assert below.std(axis=(0, 1)).min() > 3.0  # no bar of one colour
    assert np.abs(np.diff(below.astype(int), axis=1)).max() < 12  # and nothing sharp


def test_a_photo_gives_way_to_its_ground_without_an_edge() -> None:
    striped = np.zeros((900, 600, 3), np.uint8)
    striped[:, ::40] = striped[:, 1::40] = 255
    made = with_soft_ground(striped.copy(), Rect(0, 0, 600, 500), 1.0).astype(int)
    assert (made[:460] == striped[:460]).all()
    assert np.abs(np.diff(made, axis=0)).max() < 40  # where the stripes end it was 200
    assert made[600:].max() - made[600:].min() < 60


@pytest.mark.parametrize("target", ["instagram-portrait", "square", "landscape"])
def test_nothing_is_darkened_where_no_platform_writes(target: str) -> None:
    clip = a_clip(Motion.ZOOM, target=target)
    frame = rgb_of(clip.frame_at(0.0))
    column = frame[:, 12 if target != "instagram-portrait" else 1060]
    height = frame.shape[0] if target != "instagram-portrait" else 600
    white = column[:height][(column[:height] > 250).all(axis=1)]
    dark = column[:height][(column[:height] < 30).all(axis=1)]
    words = column[:height][(abs(column[:height].astype(int) - (255, 214, 10)) < 12).all(axis=1)]
    assert len(white) + len(dark) + len(words) > height - 12  # only edges lie between


@pytest.mark.parametrize("motion", [Motion.WIPE, Motion.BLINK])
@pytest.mark.parametrize("target", ["square", "landscape"])
def test_a_wide_clip_shows_the_whole_product(motion: Motion, target: str) -> None:
    """Beside its words: under them a flat strip was left, which cut a carton off twice."""
    shot = a_clip(motion, target=target).shot
    assert isinstance(shot, Wipe | Blink)
    red = np.abs(rgb_of(shot.listing).astype(int) - (190, 40, 50)).max(axis=2) < 40
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    carton = (columns[-1] - columns[0] + 1) / (rows[-1] - rows[0] + 1)
    assert carton == pytest.approx((132 - 68) / (188 - 16), rel=0.03)
    assert rows[-1] - rows[0] > 0.6 * shot.listing.size[1]


def test_a_wide_products_panels_lie_above_each_other_on_a_square() -> None:
    low = np.full((120, 300, 3), 255, np.uint8)
    low[30:90, 20:280] = (190, 40, 50)
    review = card_review(
        low, PHOTO, name="Thing", notes=[("Dent", (point(60, 60), point(150, 60)))]
    )
    plan = ClipPlan(Motion.ZOOM, 4.0, find_format("square"), find_template("stacked"), "en")
    shot = clip_frames(plan, review, prepared(review, low, PHOTO)).shot
    assert isinstance(shot, Zoom)
    panel = shot.stage.whole.panel(Role.LISTING)
    assert panel.rect.width == 1080
    product = panel.placement.rect(Rect(20, 30, 260, 60))
    assert panel.rect.encloses(product)
    assert product.width > 800


def test_a_long_difference_is_whole_on_its_label() -> None:
    note = "Verpakkingsmateriaalkwaliteitsvermindering: glad → geribbeld"
    review = card_review(LISTING, PHOTO, name="X", notes=[(note, (point(60, 60), point(150, 60)))])
    title = "Honderd procent versgeperste appelsap uit eigen boomgaard, of toch uit concentraat?"
    review = replace(review, card=replace(review.card, title=title))
    for target in all_formats():
        warnings = a_clip(Motion.ZOOM, 4.0, review, target.id).warnings
        assert [one.text for one in warnings if one.kind == "elided"] == []


def test_a_short_zoom_leaves_differences_out_and_says_so() -> None:
    notes = [(f"Difference {i}", (point(60 + 20 * i, 100), point(150, 60 + i))) for i in range(3)]
    review = card_review(LISTING, PHOTO, name="Thing", notes=notes)
    clip = a_clip(Motion.ZOOM, 3.0, review)
    assert [(w.kind, w.text) for w in clip.warnings] == [("left-out", "2 discrepancies")]


def test_a_zoom_comes_close_to_more_differences_than_a_card_lists() -> None:
    notes = [(f"Difference {i}", (point(40 + 12 * i, 100), point(150, 60 + i))) for i in range(12)]
    review = card_review(LISTING, PHOTO, name="Thing", notes=notes)
    seconds = usual_seconds(Motion.ZOOM, review)
    clip = a_clip(Motion.ZOOM, seconds, review)
    assert isinstance(clip.shot, Zoom)
    assert sum(look.entry is not None for look in clip.shot.looks) == 12
    assert clip.warnings == ()
    chosen = replace(review.card, shown_differences=("d5", "d2"))
    shot = a_clip(Motion.ZOOM, 6.0, replace(review, card=chosen)).shot
    assert isinstance(shot, Zoom)
    assert [look.entry.number for look in shot.looks if look.entry] == [5, 2]


# --- all of them ---------------------------------------------------------------------------------


def texts_of(clip: Clip) -> list[TextBox]:
    review, plan = a_review(), clip.plan
    shots = clip.shot.shots if isinstance(clip.shot, Story) else (clip.shot,)
    boxes: list[TextBox] = []
    for shot in shots:
        if isinstance(shot, Zoom):
            for layout in (*shot.labels, shot.stage.frame):
                boxes += layout.texts
    pictures = prepared(review, LISTING, PHOTO)
    shapes = {Role.LISTING: pictures.listing.shape, Role.PHOTO: pictures.photo.shape}
    judged = tuple(claim for claim in review.claims if claim.verdict)
    receipt = lay_receipt(plan.template, content_of(review, "en"), judged, plan.format, shapes)
    return [*boxes, *receipt.layout.texts]


@pytest.mark.parametrize("target", all_formats(), ids=lambda target: target.id)
def test_words_stay_in_the_safe_area(target: Format) -> None:
    clip = a_clip(Motion.STORY, 16.0, target=target.id)
    outside = []
    for box in texts_of(clip):
        ink = box.painted()
        if not target.safe_area.encloses(ink.x + 1, ink.y + 1, ink.right - 1, ink.bottom - 1):
            outside.append((box.name, ink))
    assert outside == []


def test_a_story_leaves_out_what_there_is_not() -> None:
    def kinds(review: Review, seconds: float = 14.0) -> list[type]:
        shot = a_clip(Motion.STORY, seconds, review).shot
        assert isinstance(shot, Story)
        assert seconds / shot.seconds == pytest.approx(round(seconds / shot.seconds))
        return [type(part) for part in shot.shots]

    assert kinds(a_review()) == [Wipe, Zoom, Checklist]
    assert kinds(a_review(discrepancies=())) == [Wipe, Checklist]
    assert kinds(a_review(claims=a_review().claims[:1])) == [Wipe, Zoom, Checklist]
    assert kinds(a_review(claims=(), discrepancies=())) == [Wipe]
    assert kinds(a_review(), 3.0) == [Wipe]


@pytest.mark.parametrize("target", ["tiktok", "everywhere", "instagram-portrait"])
def test_a_zooms_title_lies_between_pictures_above_each_other(target: str) -> None:
    """It lay across the middle of the photo's product, in the first frame that anyone sees."""
    shot = a_clip(Motion.ZOOM, 6.0, target=target).shot
    assert isinstance(shot, Zoom)
    photo = shot.stage.whole.panel(Role.PHOTO)
    product = photo.placement.rect(Rect(97, 35, 153, 285))
    title = shot.label_rects[0]
    assert title.y >= photo.rect.y
    assert title.bottom < product.y + product.height / 3
    assert all(not title.overlaps(box.painted()) for box in shot.stage.frame.texts)


def test_whole_pictures_in_a_story_have_no_title_over_them() -> None:
    """It has just been read, and it covered the product that the story is about."""
    alone, story = a_clip(Motion.ZOOM, 6.0).shot, a_clip(Motion.STORY, 16.0).shot
    assert isinstance(alone, Zoom)
    assert isinstance(story, Story)
    slip = alone.label_rects[0]
    rows, columns = slice(round(slip.y), round(slip.bottom)), slice(0, round(slip.right))
    yellow = []
    for shot in (alone, story.shots[1]):
        out = empty_planes(1080, 1920)
        shot.draw(0.0, out)
        near = np.abs(rgb_of(out)[rows, columns].astype(int) - (255, 214, 10)).max(axis=2) < 24
        yellow.append(near.mean())
    assert yellow[0] > 0.3
    assert yellow[1] < 0.01


@pytest.mark.parametrize(
    ("motion", "changes"),
    [(Motion.ZOOM, {"discrepancies": ()}), (Motion.CHECKLIST, {"claims": ()})],
)
def test_motions_say_what_they_need(motion: Motion, changes: dict[str, Sequence[object]]) -> None:
    with pytest.raises(KnownError) as raised:
        a_clip(motion, review=a_review(**changes))
    assert raised.value.kind is ErrorKind.COMPARISON_MISSING


@pytest.mark.parametrize("seconds", [2.9, 60.1, float("nan")])
def test_lengths_outside_the_limits_are_refused(seconds: float) -> None:
    with pytest.raises(KnownError) as raised:
        a_clip(Motion.WIPE, seconds)
    assert raised.value.kind is ErrorKind.VALUE_INVALID


def test_a_clip_takes_the_time_of_what_it_shows() -> None:
    """Two differences chosen of twelve were each shown for a quarter of a minute."""
    notes = [(f"Difference {i}", (point(40 + 12 * i, 100), point(150, 60 + i))) for i in range(12)]
    review = card_review(LISTING, PHOTO, name="Thing", notes=notes)
    chosen = replace(review.card, shown_differences=("d5", "d2"))
    assert usual_seconds(Motion.ZOOM, replace(review, card=chosen)) == pytest.approx(7.2)
    two = a_review()
    one = replace(two, card=replace(two.card, shown_claims=("b",)))
    for motion in (Motion.CHECKLIST, Motion.STORY):
        assert usual_seconds(motion, one) == pytest.approx(usual_seconds(motion, two) - 0.9)


def test_usual_lengths_are_within_the_limits() -> None:
    for review in (a_review(), a_review(claims=(), discrepancies=())):
        for motion in Motion:
            assert 3.0 <= usual_seconds(motion, review) <= 60.0


@pytest.mark.parametrize("motion", list(Motion))
def test_what_is_under_a_redaction_changes_no_frame(motion: Motion) -> None:
    corners = (Point(100.0, 80.0), Point(190.0, 200.0))
    hidden = Mark("m", "photo", MarkKind.REDACTION, corners)
    review = replace(a_review(), marks=(hidden,))
    other = PHOTO.copy()
    other[82:198, 102:188] = np.random.default_rng(4).integers(0, 256, (116, 86, 3), np.uint8)
    plan = ClipPlan(motion, 4.0, find_format("tiktok"), find_template("side-by-side"), "en")
    one = clip_frames(plan, review, prepared(review, LISTING, PHOTO))
    two = clip_frames(plan, review, prepared(review, LISTING, other))
    for t in (0.0, 1.2, 2.5):
        for plane, again in zip(one.frame_at(t).each, two.frame_at(t).each, strict=True):
            assert np.array_equal(plane, again)


@pytest.mark.parametrize("motion", list(Motion))
def test_a_clip_wears_its_theme_and_its_brand_kit(motion: Motion) -> None:
    logo = QImage(60, 30, QImage.Format.Format_RGB32)
    logo.fill(QColor("#00FF7F"))
    plain = a_review()
    review = replace(plain, card=replace(plain.card, theme="ink", handle=""))
    plan = ClipPlan(motion, 4.0, find_format("tiktok"), find_template("side-by-side"), "en")
    worn = replace(plan, brand=Brand("#0A3D91", 18.0, "@own", "", "", logo))
    pictures = prepared(review, LISTING, PHOTO)
    bare, dressed = (clip_frames(one, review, pictures) for one in (plan, worn))
    logos, accents = [], []
    for t in (0.0, 1.3, 2.0, 2.6, 3.3):
        rgb = rgb_of(dressed.frame_at(t)).astype(int)
        logos.append((np.abs(rgb - (0, 255, 127)).max(axis=2) < 30).sum())
        accents.append((np.abs(rgb - (10, 61, 145)).max(axis=2) < 24).sum())
        yellow = np.abs(rgb - (255, 214, 10)).max(axis=2) < 24
        # What is yellow in the pictures stays.
        assert yellow.sum() < 0.04 * yellow.size
    assert min(logos) > 3000
    assert max(logos) < 1.05 * float(np.median(logos))  # it stands still; a slider passes over it
    assert max(accents) > 2000
    assert not np.array_equal(bare.frame_at(1.0).y, dressed.frame_at(1.0).y)


@pytest.mark.parametrize("target", ["tiktok", "instagram-portrait", "square", "landscape"])
def test_a_logo_never_lies_on_the_product_that_a_slider_uncovers(target: str) -> None:
    logo = QImage(60, 30, QImage.Format.Format_RGB32)
    logo.fill(QColor("#00FF7F"))
    plan = ClipPlan(Motion.WIPE, 4.0, find_format(target), find_template("side-by-side"), "en")
    review = a_review()
    pictures = prepared(review, LISTING, PHOTO)
    bare, worn = (
        clip_frames(one, review, pictures).shot
        for one in (plan, replace(plan, brand=Brand(logo=logo)))
    )
    assert isinstance(bare, Wipe)
    assert isinstance(worn, Wipe)
    lies = bare.listing.y != worn.listing.y
    assert lies.any()
    product = np.abs(rgb_of(bare.listing).astype(int) - (190, 40, 50)).max(axis=2) < 40
    assert not (lies & product).any()


def test_previews_are_small_and_alike() -> None:
    clip = a_clip(Motion.WIPE)
    small = clip.preview_at(1.0, 270)
    assert small.shape == (480, 270, 3)
    whole = cv2.resize(rgb_of(clip.frame_at(1.0)), (270, 480), interpolation=cv2.INTER_AREA)
    assert cv2.PSNR(small, np.asarray(whole, dtype=np.uint8)) > 30
