"""The slides of a carousel: cover, each difference close, the claims with verdicts, the sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QPainter

from claimcheck.cards.boxes import (
    Callout,
    CardWarning,
    Layout,
    PictureShape,
    PlaceBox,
    WarningKind,
)
from claimcheck.cards.clip_layouts import label_rect, lay_label, lay_zoom
from claimcheck.cards.clip_receipt import MOST_ROWS, Receipt, lay_receipt, receipt_image
from claimcheck.cards.clip_zoom import close_up
from claimcheck.cards.compose import (
    PLAIN_STYLE,
    CardPictures,
    HouseStyle,
    compose,
    in_colours,
)
from claimcheck.cards.content import (
    CardContent,
    LegendEntry,
    content_of,
    differences_of,
    entries_of,
)
from claimcheck.cards.dressing import dressed
from claimcheck.cards.formats import Format
from claimcheck.cards.paint import Artwork, Painted, render
from claimcheck.cards.scene import Pictures
from claimcheck.cards.sources import lay_sources
from claimcheck.cards.templates import Template
from claimcheck.cards.text import faces
from claimcheck.cards.themes import find_theme
from claimcheck.model.kinds import Role, Severity
from claimcheck.model.review import Claim, Review

MOST_SLIDES = 35
"""TikTok takes no more pictures in one post; nobody takes more."""
_GRAVE = (Severity.MAJOR, Severity.CLEAR, Severity.MINOR)


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
    claims = [
        SlidePlan(SlideKind.CLAIMS, first) for first in range(0, len(judged(review)), MOST_ROWS)
    ]
    grave = {int(number): _GRAVE.index(item.severity) for number, item in differences_of(review)}
    shown = sorted(grave, key=lambda number: (grave[number], number))
    claims = claims[: MOST_SLIDES - 2]
    shown = shown[: MOST_SLIDES - 2 - len(claims)]
    differences = [SlidePlan(SlideKind.DIFFERENCE, number) for number in sorted(shown)]
    return (cover, *differences, *claims, sources), len(grave) - len(shown)


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
        if plan.kind is SlideKind.COVER:
            card = compose(
                self.review,
                self.pictures,
                self.language,
                self.template.id,
                self.format.id,
                style=self.style,
            )
            return Painted(card.image, card.warnings)
        if plan.kind is SlideKind.DIFFERENCE:
            return self._difference(plan.number)
        if plan.kind is SlideKind.CLAIMS:
            return self._claims(plan.number)
        layout, paper = lay_sources(self.review, self._content, self.template, self.format)
        image = receipt_image(layout, paper, self._shapes[Role.PHOTO], self._artwork)
        return Painted(image, layout.warnings)

    def _difference(self, number: int) -> Painted:
        entries = entries_of(self.review, self._content.language)
        entry = next(entry for entry in entries if entry.number == number)
        theme, brand = find_theme(self.review.card.theme or "yellow"), self.style.brand
        template, accent = in_colours(self.template, theme, brand)
        with faces(brand.title_family, brand.text_family):
            layout = lay_difference(template, self._content, entry, self.format, self._shapes)
        layout = dressed(layout, accent, brand.radius)
        return Painted(render(layout, self._artwork), layout.warnings)

    def _claims(self, first: int) -> Painted:
        claims = judged(self.review)[first : first + MOST_ROWS]
        receipt: Receipt = lay_receipt(
            self.template, self._content, claims, self.format, self._shapes
        )
        warnings = list(receipt.layout.warnings)
        if receipt.left_out:
            warnings.append(CardWarning(WarningKind.LEFT_OUT, f"{receipt.left_out} claims"))
        photo = self._shapes[Role.PHOTO]
        image = receipt_image(receipt.layout, receipt.paper, photo, self._artwork)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stamp in receipt.stamps:
            stamp.paint(painter)
        painter.end()
        return Painted(image, tuple(warnings))

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
    stage = lay_zoom(content, card_format, pictures, height, height)
    whole = {panel.role: panel.placement for panel in stage.whole.panels}
    placements, callouts = close_up(stage, entry, card_format, pictures, whole)
    label = sheet.lowered(label_rect(card_format, height).y)
    panels = tuple(replace(p, placement=placements[p.role]) for p in stage.whole.panels)
    places = ((panel.role, entry.place(panel.role)) for panel in panels)
    return replace(
        stage.whole,
        panels=panels,
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
