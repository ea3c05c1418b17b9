"""From a review and its decoded pictures to a finished card: lay out, then paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtGui import QImage

from claimcheck.cards.boxes import CardWarning, Layout, Panel, PictureShape
from claimcheck.cards.content import CardContent, content_of, pictures_of
from claimcheck.cards.formats import Format, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import Finding, lint
from claimcheck.cards.outfit import PLAIN_STYLE, HouseStyle, outfit_of
from claimcheck.cards.paint.card import Artwork, CardPicture, is_destroyed
from claimcheck.cards.paint.panel_images import PanelImage, Source
from claimcheck.cards.render import render
from claimcheck.cards.templates import Template, find_template
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.imaging.files.decode import bounded_size
from claimcheck.imaging.pixels import RGB, RGBA
from claimcheck.imaging.redact import block_of, redact
from claimcheck.imaging.resample import resize
from claimcheck.imaging.subject import Subject, find_subject
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Mark, Review

ENOUGH_PX = 1900
"""The longer side that pictures are decoded to, or somewhat more: of a 12-megapixel photo half."""
LOOKED_AT = 400
"""The longer side of what products are looked for on: that of the copy made at intake."""
_DIFFERS = 24
"""Of 255: from here on an edge pixel belongs to the product."""
_CUT_PART = 0.5
"""Of the product's extent: with more of it at a side, that side cuts it off."""


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture decoded, redacted and looked at: all that is slow and stays while words change."""

    evidence_id: str
    source: Source
    width: int
    height: int
    shape: PictureShape

    @property
    def rgb(self) -> RGB:
        """The pixels that are in memory, maybe fewer than the full size."""
        return self.source.rgb


@dataclass(frozen=True, slots=True)
class CardPictures:
    """Both pictures of a card, ready to compose."""

    listing: PreparedPicture
    photo: PreparedPicture
    stickers: Mapping[str, RGBA] = field(default_factory=dict)
    """Pictures that stamps show, by their evidence's id."""

    @property
    def shapes(self) -> dict[Role, PictureShape]:
        """What there is to know for laying them out."""
        return {Role.LISTING: self.listing.shape, Role.PHOTO: self.photo.shape}

    def artwork(self, content: CardContent) -> Artwork:
        """Both with the marks on them, ready to paint."""
        pairs = ((Role.LISTING, self.listing), (Role.PHOTO, self.photo))
        return {
            role: CardPicture(one.source, one.width, one.height, content.marks(role), self.stickers)
            for role, one in pairs
        }


@dataclass(frozen=True, slots=True)
class RenderedCard:
    """A finished card with the layout that it was painted from."""

    image: QImage
    layout: Layout
    artwork: Artwork
    warnings: tuple[CardWarning, ...]
    format: Format
    template: Template

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a reader or a platform would stumble over, by name."""
        return lint(self.layout, self.format)


def redactions_of(marks: tuple[Mark, ...]) -> tuple[Rect, ...]:
    """The places whose pixels must go."""
    return tuple(mark.covered for mark in marks if is_destroyed(mark))


def prepare_picture(
    evidence: Evidence,
    rgb: RGB,
    redactions: tuple[Rect, ...],
    shape: PictureShape | None = None,
) -> PreparedPicture:
    """Redact a decoded picture (all of it, maybe reduced) and, without ``shape``, look at it.

    In this order: what is hidden must not even tell by how the picture is framed.
    """
    size = (evidence.width_px, evidence.height_px)
    shown = redact(rgb, redactions, size, block_of(evidence)) if redactions else rgb
    return PreparedPicture(evidence.id, Source(shown), *size, shape or shape_of(shown, size))


def shape_of(rgb: RGB, size: tuple[int, int]) -> PictureShape:
    """Where the product of a picture of ``size`` is, found on all of it, maybe reduced.

    ``LOOKED_AT`` pixels are enough: framing needs no finer answer.
    """
    height, width = rgb.shape[:2]
    if max(width, height) > LOOKED_AT:
        reduced = bounded_size((width, height), LOOKED_AT)
        rgb, (width, height) = resize(rgb, *reduced), reduced
    subject = find_subject(rgb)
    across, down = size[0] / width, size[1] / height
    frame = subject.frame
    return PictureShape(
        *size,
        Rect(frame.x * across, frame.y * down, frame.width * across, frame.height * down),
        "#{:02x}{:02x}{:02x}".format(*subject.background) if subject.background else None,
        _cut_sides(rgb, subject),
    )


def _cut_sides(rgb: RGB, subject: Subject) -> frozenset[str]:
    """The sides where the product goes on beyond the picture, rather than just touching it."""
    if subject.background is None:
        return frozenset()
    ground = np.array(subject.background, np.int16)
    frame = subject.frame
    edges = {
        "left": (rgb[:, 0], frame.height),
        "right": (rgb[:, -1], frame.height),
        "top": (rgb[0], frame.width),
        "bottom": (rgb[-1], frame.width),
    }
    return frozenset(
        side
        for side, (pixels, extent) in edges.items()
        if (np.abs(pixels - ground).max(axis=1) > _DIFFERS).sum() > _CUT_PART * max(extent, 1.0)
    )


def both_pictures(review: Review) -> tuple[Evidence, Evidence]:
    """Listing image and photo of the card; ``KnownError`` COMPARISON_MISSING when one lacks."""
    listing, photo = pictures_of(review)
    if listing is None:
        what = QT_TRANSLATE_NOOP("errors", "listing image")
        raise KnownError(ErrorKind.COMPARISON_MISSING, what=what)
    if photo is None:
        what = QT_TRANSLATE_NOOP("errors", "photo")
        raise KnownError(ErrorKind.COMPARISON_MISSING, what=what)
    return listing, photo


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A card laid out; to paint it only the pictures' pixels are missing."""

    content: CardContent
    layout: Layout
    format: Format
    template: Template


def compose(
    review: Review,
    pictures: CardPictures,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002 - the vocabulary's word
    scale: float = 1.0,
    style: HouseStyle = PLAIN_STYLE,
) -> RenderedCard:
    """Lay out and paint the card of ``review``; parameters and errors as ``plan_card``."""
    plan = plan_card(review, pictures.shapes, language, template, format, style)
    return paint_plan(plan, pictures, scale)


def plan_card(
    review: Review,
    shapes: Mapping[Role, PictureShape],
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002
    style: HouseStyle = PLAIN_STYLE,
) -> CardPlan:
    """Lay out the card of ``review`` (as it is shown); no file is read.

    ``template`` and ``format`` are ids, empty for the review's own; ``language`` is that of the
    app, and gives way to the card's own. ``KnownError`` TEMPLATE_UNKNOWN or FORMAT_UNKNOWN.
    """
    chosen = find_template(template or review.card.template, style.templates)
    target = find_format(format or review.card.format)
    content = content_of(review, review.card.language or language)
    if content.crop(Role.PHOTO) is None:
        shapes = {**shapes, Role.PHOTO: _covering(shapes[Role.PHOTO])}
    outfit = outfit_of(review, chosen, style.brand)
    content = outfit.signed(content)
    with outfit.faces():
        layout = lay_out(outfit.template, content, target, dict(shapes))
    layout = outfit.with_logo(outfit.on(layout), target)
    return CardPlan(content, layout, target, chosen)


def paint_plan(
    plan: CardPlan,
    pictures: CardPictures,
    scale: float = 1.0,
    begun: QImage | None = None,
    ready: Mapping[Panel, PanelImage] | None = None,
) -> RenderedCard:
    """The finished card, ``scale`` times its size; what was made before is as for ``render``."""
    layout, artwork = plan.layout, pictures.artwork(plan.content)
    image = render(layout, artwork, scale, begun, ready)
    return RenderedCard(image, layout, artwork, layout.warnings, plan.format, plan.template)


def _covering(shape: PictureShape) -> PictureShape:
    """A photo fills its panel with what was around the thing, even where that is plain."""
    return replace(shape, background=None)
