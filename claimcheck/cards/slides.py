"""The slides of a carousel: cover, each difference close, the claims with verdicts, the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from enum import StrEnum

from claimcheck.cards.arrangements.checklist import lay_checklist
from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.footer import Arrange, with_footer
from claimcheck.cards.arrangements.prints import ground_of, part_shown
from claimcheck.cards.arrangements.receipt import LONG_QUOTE, MOST_ROWS, on_photo
from claimcheck.cards.arrangements.sources import lay_sources
from claimcheck.cards.boxes import (
    Callout,
    Layout,
    PictureShape,
    PlaceBox,
)
from claimcheck.cards.clips.close_up import close_up, label_rect, lay_label, lay_zoom
from claimcheck.cards.compose import (
    CardPictures,
    plan_card,
)
from claimcheck.cards.content import (
    CardContent,
    LegendEntry,
    content_of,
    differences_of,
    entries_of,
)
from claimcheck.cards.formats import Format
from claimcheck.cards.outfit import PLAIN_STYLE, HouseStyle, Outfit, outfit_of
from claimcheck.cards.paint.card import Artwork
from claimcheck.cards.render import Painted, begin_pictures, render
from claimcheck.cards.templates import Template
from claimcheck.model.kinds import Role, Severity
from claimcheck.model.review import Claim, Review

MOST_SLIDES = 35
"""TikTok takes no more pictures in one post; nobody takes more."""
_GRAVE = (Severity.MAJOR, Severity.CLEAR, Severity.MINOR)


_CLOSEST = 3.2
"""Times its size as a whole that a picture is magnified at most: one should see what differs."""
_LONG_ROWS = 3
"""Long promises have room for all of their lines when so few share the receipt."""


class SlideKind(StrEnum):
    """What a slide is about; stable names, part of file names and records."""

    COVER = "cover"
    DIFFERENCE = "difference"
    CLAIMS = "claims"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide to paint."""

    kind: SlideKind
    number: int = 0
    """Of the difference, or of the first claim that it shows (from 0)."""


def plan_slides(review: Review) -> tuple[tuple[SlidePlan, ...], int]:
    """The slides of ``review``, and how many differences had no room among the 35.

    When there are too many, the least grave differences go.
    """
    cover, sources = SlidePlan(SlideKind.COVER), SlidePlan(SlideKind.SOURCES)
    claims = [SlidePlan(SlideKind.CLAIMS, first) for first, _ in _pages(judged(review))]
    grave = {int(number): _GRAVE.index(item.severity) for number, item in differences_of(review)}
    shown = sorted(grave, key=lambda number: (grave[number], number))
    claims = claims[: MOST_SLIDES - 2]
    shown = shown[: MOST_SLIDES - 2 - len(claims)]
    differences = [SlidePlan(SlideKind.DIFFERENCE, number) for number in sorted(shown)]
    return (cover, *differences, *claims, sources), len(grave) - len(shown)


def _pages(claims: tuple[Claim, ...]) -> Iterator[tuple[int, int]]:
    """From which claim to before which: as many as one receipt shows whole."""
    first = 0
    while first < len(claims):
        after = min(first + MOST_ROWS, len(claims))
        if any(len(claim.quote) > LONG_QUOTE for claim in claims[first:after]):
            after = min(first + _LONG_ROWS, after)
        yield first, after
        first = after


def judged(review: Review) -> tuple[Claim, ...]:
    """The claims that have a verdict, in their order."""
    return tuple(claim for claim in review.claims if claim.verdict is not None)


@dataclass(frozen=True, slots=True)
class SlidePainter:
    """Paints any slide of one review in one format; keeps nothing."""

    review: Review
    """As it is shown."""
    pictures: CardPictures
    language: str
    template: Template
    format: Format
    style: HouseStyle = PLAIN_STYLE

    def paint(self, plan: SlidePlan) -> Painted:
        """One slide."""
        layout = self.lay_out(plan)
        return Painted(render(layout, self._artwork), layout.warnings)

    def begin(self, plan: SlidePlan, threads: Executor) -> Callable[[], Painted]:
        """Lay out one slide and have its pictures made by ``threads``; the result paints it."""
        layout, artwork = self.lay_out(plan), self._artwork
        pictures = begin_pictures(layout, artwork, threads)
        return lambda: Painted(render(layout, artwork, ready=pictures()), layout.warnings)

    def lay_out(self, plan: SlidePlan) -> Layout:
        """The boxes of any slide; the cover's are those of the card."""
        if plan.kind is SlideKind.COVER:
            chosen, target = self.template.id, self.format.id
            shapes = self.pictures.shapes
            return plan_card(self.review, shapes, self.language, chosen, target, self.style).layout
        if plan.kind is SlideKind.CLAIMS:
            return self._laid_out(lambda outfit: self._claims(outfit, plan.number))
        if plan.kind is SlideKind.DIFFERENCE:
            return self._laid_out(lambda outfit: self._difference(outfit, plan.number))
        return self._laid_out(self._sources)

    def _laid_out(self, lay: Callable[[Outfit], Layout]) -> Layout:
        """What ``lay`` lays out, in the review's theme and the library's brand."""
        outfit = outfit_of(self.review, self.template, self.style.brand)
        with outfit.faces():
            layout = lay(outfit)
        return outfit.with_logo(outfit.on(layout), self.format)

    def _difference(self, outfit: Outfit, number: int) -> Layout:
        content = outfit.signed(self._content)
        entries = entries_of(self.review, content.language)
        entry = next(entry for entry in entries if entry.number == number)
        return self._with_footer(
            content,
            lambda said, room: lay_difference(outfit.template, said, entry, room, self._shapes),
        )

    def _claims(self, outfit: Outfit, first: int) -> Layout:
        claims = judged(self.review)
        claims = claims[first : dict(_pages(claims))[first]]
        content = replace(outfit.signed(self._content), claims=claims)
        return self._with_footer(
            content, lambda said, room: lay_checklist(outfit.template, said, room, self._shapes)
        )

    def _sources(self, outfit: Outfit) -> Layout:
        def arrange(said: CardContent, room: Format) -> Layout:
            layout, paper = lay_sources(self.review, said, outfit.template, room)
            return on_photo(layout, paper, room, self._shapes)

        return self._with_footer(outfit.signed(self._content), arrange)

    def _with_footer(self, content: CardContent, arrange: Arrange) -> Layout:
        """As the cover says it: no slide of these has a place for it among its words."""
        return with_footer(content, self.format, arrange, says_it=False)

    @property
    def _content(self) -> CardContent:
        return content_of(self.review, self.review.card.language or self.language)

    @property
    def _shapes(self) -> Pictures:
        photo: PictureShape = self.pictures.photo.shape
        # A photo fills its panel with what was around the thing, even where that is plain.
        return {
            Role.LISTING: self.pictures.listing.shape,
            Role.PHOTO: replace(photo, background=None),
        }

    @property
    def _artwork(self) -> Artwork:
        return self.pictures.artwork(self._content)


def lay_difference(
    template: Template,
    content: CardContent,
    entry: LegendEntry,
    card_format: Format,
    pictures: Pictures,
) -> Layout:
    """Both pictures close to one difference, with its number on both and its words below."""
    sheet = lay_label(template, content, card_format, entry)
    height = sheet.fills[0].rect.height
    stage = lay_zoom(content, card_format, pictures, height)
    whole = {panel.role: panel.placement for panel in stage.whole.panels}
    placements, callouts = close_up(stage, entry, card_format, pictures, whole, _CLOSEST)
    label = sheet.lowered(label_rect(card_format, height).y)
    plans = [PanelPlan(p.role, p.rect, p.rect) for p in stage.whole.panels]
    shown = {
        plan.role: part_shown(plan, pictures[plan.role], placements[plan.role]) for plan in plans
    }
    panels = tuple(
        replace(p, rect=shown[p.role], placement=placements[p.role]) for p in stage.whole.panels
    )
    places = ((panel.role, entry.place(panel.role)) for panel in panels)
    return replace(
        stage.whole,
        panels=panels,
        below=tuple(part for plan in plans for part in ground_of(plan, shown[plan.role])),
        places=tuple(
            PlaceBox(role, place)
            for role, place in places
            if place is not None and place.width > 0 and place.height > 0
        ),
        fills=(*stage.frame.fills, *label.fills),
        texts=(*stage.frame.texts, *label.texts),
        legend_discs=tuple(label.discs),
        callouts=tuple(
            Callout(placed.number, role, placed.disc, placed.target) for role, placed in callouts
        ),
        warnings=(*stage.frame.warnings, *label.warnings),
    )
