"""A clip as frames: plan, pictures and review in; any frame out. Nothing is encoded here.

The same plan and review give the same frames; see ``encode`` for the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claimcheck.cards.arrangements.checklist import lay_checklist
from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.boxes import CardWarning, InkedStamp, Layout, WarningKind
from claimcheck.cards.brand import PLAIN, Brand
from claimcheck.cards.clips.paint import around, paint_patch, scaled_about, sticker_patch, still
from claimcheck.cards.clips.pair import Reveal, build_reveal
from claimcheck.cards.clips.planes import Patch, Planes, empty_planes, reduced, rgb_of
from claimcheck.cards.clips.reveal import Stage
from claimcheck.cards.clips.shots import (
    CHANGE_S,
    Blink,
    Checklist,
    Landing,
    Shot,
    Slider,
    Story,
    Wipe,
)
from claimcheck.cards.clips.zoom import SHORTEST_LOOK_S, Zoom, build_zoom
from claimcheck.cards.compose import CardPictures
from claimcheck.cards.content import LegendEntry, content_of, differences_of, entries_of
from claimcheck.cards.formats import Format
from claimcheck.cards.outfit import outfit_of
from claimcheck.cards.paint.card import Artwork, paint_card
from claimcheck.cards.templates import Template
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.imaging.aligning.homography import Matrix
from claimcheck.imaging.pixels import RGB
from claimcheck.model.kinds import Role
from claimcheck.model.review import Claim, Review

SHORTEST_S, LONGEST_S = 3.0, 60.0
_MOST_AT_EASE = 12
"""Differences that a clip of the usual length comes close to."""
FPS = 30


class Motion(StrEnum):
    """How a clip moves; stable names, part of the command line."""

    WIPE = "wipe"
    BLINK = "blink"
    ZOOM = "zoom"
    CHECKLIST = "checklist"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class ClipPlan:
    """What clip to make."""

    motion: Motion
    seconds: float
    """From ``SHORTEST_S`` to ``LONGEST_S``; rounded to whole frames."""
    format: Format
    template: Template
    """Its colours and title sizes."""
    language: str
    """Of the app; the review's card may choose another."""
    fps: int = FPS
    brand: Brand = PLAIN


@dataclass(frozen=True, slots=True)
class Clip:
    """Frames on demand. Not for several threads at once: it keeps what it painted."""

    plan: ClipPlan
    shot: Shot
    """What is shown, again and again until the clip ends."""
    warnings: tuple[CardWarning, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, both even."""
        return self.plan.format.width, self.plan.format.height

    @property
    def fps(self) -> int:
        """Frames per second."""
        return self.plan.fps

    @property
    def frame_count(self) -> int:
        """How many frames there are."""
        return round(self.plan.seconds * self.plan.fps)

    def write_frame(self, index: int, out: Planes, holds: int | None = None) -> None:
        """Fill ``out`` with frame ``index``.

        ``holds``: the number of the frame that ``out`` still shows, untouched since it was written
        here; then only what differs is composed. The result is the same.
        """
        if holds is None:
            self.shot.draw(self._time_in_turn(index), out)
        else:
            self.shot.redraw(self._time_in_turn(holds), self._time_in_turn(index), out)

    def _time_in_turn(self, index: int) -> float:
        return index / self.fps % self.shot.seconds

    def frame_at(self, t: float) -> Planes:
        """The frame that is shown at ``t`` seconds, from 0 to the clip's end."""
        out = empty_planes(*self.size)
        self.write_frame(min(max(int(t * self.fps + 1e-6), 0), self.frame_count - 1), out)
        return out

    def preview_at(self, t: float, width: int) -> RGB:
        """The frame at ``t`` as (H, W, 3) sRGB, ``width`` (even) pixels wide."""
        return rgb_of(reduced(self.frame_at(t), width))


def usual_seconds(motion: Motion, review: Review) -> float:
    """How long a clip of this motion needs to be followed at ease."""
    placed = [one.id for one in review.discrepancies if one.listing_place or one.photo_place]
    judged = [claim.id for claim in review.claims if claim.verdict is not None]
    differences = min(_shown_of(placed, review.card.shown_differences), _MOST_AT_EASE)
    verdicts = min(_shown_of(judged, review.card.shown_claims), 5)
    return {
        Motion.WIPE: 6.0,
        Motion.BLINK: 5.4,
        Motion.ZOOM: 2.0 + 2.6 * max(differences, 1),
        Motion.CHECKLIST: 3.2 + 0.9 * max(verdicts, 1),
        Motion.STORY: 7.0 + 2.4 * differences + (3.0 + 0.9 * verdicts if verdicts else 0.0),
    }[motion]


def _shown_of(there: Sequence[str], chosen: Sequence[str]) -> int:
    """How many are shown: those chosen for the card, else all that there are."""
    return sum(one in there for one in chosen) or len(there)


def clip_frames(
    plan: ClipPlan,
    review: Review,
    pictures: CardPictures,
    photo_to_listing: Matrix | None = None,
) -> Clip:
    """Lay out and paint all stills of a clip; frames are then composed from them.

    ``photo_to_listing``: the homography between both pictures' full-size pixels (pixel 0 covers 0
    to 1), where there is one; then slider and blink lay the photo exactly over the listing image.
    ``KnownError``: VALUE_INVALID for a length outside the limits; COMPARISON_MISSING when the
    motion needs a discrepancy or a judged claim and there is none.
    """
    if not SHORTEST_S <= plan.seconds <= LONGEST_S:
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            what=QT_TRANSLATE_NOOP("errors", "The length of a clip"),
            value=f"{plan.seconds:g}",
            todo=QT_TRANSLATE_NOOP("errors", "Choose {least} to {most} seconds."),
            least=f"{SHORTEST_S:g}",
            most=f"{LONGEST_S:g}",
        )
    width, height = (side // 2 * 2 for side in (plan.format.width, plan.format.height))
    plan = replace(plan, format=replace(plan.format, width=width, height=height))
    maker = _Maker(plan, review, pictures, photo_to_listing)
    with maker.outfit.faces():
        # Given more time than it takes to follow, a clip plays again rather than stand still.
        turns = max(round(plan.seconds / usual_seconds(plan.motion, review)), 1)
        shot = maker.shot(plan.motion, plan.seconds / turns)
    return Clip(plan, shot, tuple(dict.fromkeys(maker.warnings)))


class _Maker:
    """Builds shots for one plan; collects what the creator should know."""

    def __init__(
        self,
        plan: ClipPlan,
        review: Review,
        pictures: CardPictures,
        photo_to_listing: Matrix | None,
    ) -> None:
        self.plan, self.review, self.photo_to_listing = plan, review, photo_to_listing
        self.outfit = outfit_of(review, plan.template, plan.brand)
        self.content = self.outfit.signed(content_of(review, review.card.language or plan.language))
        self.shapes: Pictures = {
            Role.LISTING: pictures.listing.shape,
            Role.PHOTO: pictures.photo.shape,
        }
        if self.content.crop(Role.PHOTO) is None:
            # A photo fills its panel with what was around the thing, even where that is plain.
            self.shapes[Role.PHOTO] = replace(self.shapes[Role.PHOTO], background=None)
        self.artwork: Artwork = pictures.artwork(self.content)
        self.warnings: list[CardWarning] = []
        self.frame_s = 1.0 / plan.fps

    def shot(self, motion: Motion, seconds: float) -> Shot:
        """The whole clip of one motion."""
        if motion is Motion.WIPE:
            return self.wipe(seconds)
        if motion is Motion.BLINK:
            return self.blink(seconds)
        if motion is Motion.ZOOM:
            return self.zoom(seconds)
        if motion is Motion.CHECKLIST:
            return self.checklist(seconds)
        return self.story(seconds)

    # --- wipe and blink ---

    def wipe(self, seconds: float, returns: bool = True) -> Wipe:
        """The slider reveal."""
        both = self._reveal(tabs_apart=True)
        stage = both.stage
        handle = stage.clear.y + 0.62 * stage.clear.height
        slider = Slider(stage.panel.y, stage.panel.bottom, handle, self.outfit.accent)
        sticker = self._sticker(stage)
        return Wipe(seconds, both.listing, both.photo, slider, sticker, returns, stage.panel.x)

    def blink(self, seconds: float) -> Blink:
        """Before, after, before, after."""
        both = self._reveal(tabs_apart=False)
        return Blink(seconds, both.listing, both.photo, self._sticker(both.stage))

    def _reveal(self, tabs_apart: bool) -> Reveal:
        both = build_reveal(
            self.outfit,
            self.content,
            self.plan.format,
            self.shapes,
            self.artwork,
            self.photo_to_listing,
            tabs_apart,
        )
        self.warnings += both.warnings
        return both

    def _sticker(self, stage: Stage) -> Landing | None:
        stamp, layout = stage.stamp, stage.layout
        if stamp is None:
            return None
        return Landing(lambda scale: sticker_patch(layout, stamp, scale), self.frame_s)

    # --- zoom ---

    @property
    def placed(self) -> tuple[LegendEntry, ...]:
        """The differences to come close to: those chosen for the card, else all that have a place;
        unlike a card, a clip has time for them.
        """
        entries = {one.number: one for one in entries_of(self.review, self.content.language)}
        numbers = {item.id: number for number, item in differences_of(self.review)}
        picked = [numbers[one] for one in self.review.card.shown_differences if one in numbers]
        found = [entries[number] for number in picked or entries]
        return tuple(entry for entry in found if entry.listing_place or entry.photo_place)

    def zoom(self, seconds: float, titled: bool = True) -> Zoom:
        """Close to each difference."""
        entries = self.placed
        if not entries:
            what = QT_TRANSLATE_NOOP("errors", "discrepancy with a place")
            raise KnownError(ErrorKind.COMPARISON_MISSING, what=what)
        fitting = max(int((seconds - 1.4) / SHORTEST_LOOK_S), 1)
        left_out = len(entries[fitting:])
        if left_out:
            self.warnings.append(CardWarning(WarningKind.LEFT_OUT, f"{left_out} discrepancies"))
        shot = build_zoom(
            self.outfit,
            self.content,
            entries[:fitting],
            self.plan.format,
            self.shapes,
            self.artwork,
            seconds,
            titled,
        )
        for layout in (shot.stage.whole, *shot.labels):
            self.warnings += layout.warnings
        return shot

    # --- checklist ---

    @property
    def judged(self) -> tuple[Claim, ...]:
        """The claims that can be stamped: those chosen for the card, else all."""
        return self.content.claims

    def checklist(self, seconds: float, clears: bool = True) -> Checklist:
        """One stamp after the other."""
        if not self.judged:
            what = QT_TRANSLATE_NOOP("errors", "claim with a verdict")
            raise KnownError(ErrorKind.COMPARISON_MISSING, what=what)
        laid = lay_checklist(self.outfit.template, self.content, self.plan.format, self.shapes)
        layout = self.outfit.with_logo(self.outfit.on(laid), self.plan.format)
        self.warnings += layout.warnings
        ground = still(replace(layout, inked=()), self.artwork)
        landings = (Landing(_inked(layout, stamp), self.frame_s) for stamp in layout.inked)
        return Checklist(seconds, ground, tuple(landings), clears)

    # --- story ---

    def story(self, seconds: float) -> Story:
        """Reveal, differences, claims; a part for which there is nothing is left out."""
        parts: list[tuple[Motion, float]] = [(Motion.WIPE, 5.0)]
        places = self.placed
        if places:
            parts.append((Motion.ZOOM, 2.0 + 2.4 * len(places)))
        if self.judged:  # the last thing that is seen is what was found, by whom and where
            parts.append((Motion.CHECKLIST, 2.6 + 0.9 * min(len(self.judged), 5)))
        while len(parts) > 1 and seconds / len(parts) < 2.4 + CHANGE_S:
            parts.pop(1)
        left = seconds - CHANGE_S * len(parts)
        total = sum(weight for _, weight in parts)
        shots: list[Shot] = []
        for motion, weight in parts:
            length = left * weight / total
            if motion is Motion.WIPE:
                shots.append(self.wipe(length, returns=len(parts) == 1))
            elif motion is Motion.ZOOM:
                shots.append(self.zoom(length, titled=False))
            else:
                shots.append(self.checklist(length, clears=False))
        size = self.plan.format.width, self.plan.format.height
        return Story(tuple(shots), Slider(0.0, float(size[1]), None, self.outfit.accent), size)


def _inked(layout: Layout, stamp: InkedStamp) -> Callable[[float], Patch]:
    bare = Layout(layout.width, layout.height, (), (), (), (), (), (), (), None, (), inked=(stamp,))

    def paint(scale: float) -> Patch:
        painted = scaled_about(stamp.center, scale, lambda painter: paint_card(painter, bare, {}))
        return paint_patch(around(stamp.painted(), scale), painted)

    return paint
