"""What cards, slides and clips wear: one theme and one brand kit, put on what is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.cards.boxes import Layout
from claimcheck.cards.brand import PLAIN, Brand
from claimcheck.cards.colours import YELLOW
from claimcheck.cards.content import CardContent, as_handle
from claimcheck.cards.dressing import dressed
from claimcheck.cards.formats import Format
from claimcheck.cards.logo import with_logo
from claimcheck.cards.templates import Template
from claimcheck.cards.text.fitting import faces
from claimcheck.cards.themes import Theme, find_theme
from claimcheck.cards.unshown import telling_unshown
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Review


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a library adds to the looks of its cards."""

    brand: Brand = PLAIN
    templates: Path | None = None
    """The folder of the user's own templates."""
    digest: str = ""
    """Tells this brand kit from another; empty for none."""


PLAIN_STYLE = HouseStyle()


@dataclass(frozen=True, slots=True)
class Outfit:
    """A template in the colours of a theme and a brand, and what else the brand brings."""

    template: Template
    accent: str
    """What stands for yellow."""
    brand: Brand = PLAIN

    def faces(self) -> AbstractContextManager[None]:
        """Within this, what is fitted is set in the brand's families."""
        return faces(self.brand.title_family, self.brand.text_family)

    def signed(self, content: CardContent) -> CardContent:
        """With the brand's handle, where the review has none of its own."""
        if content.handle or not self.brand.handle:
            return content
        return replace(content, handle=as_handle(self.brand.handle))

    def on(self, layout: Layout) -> Layout:
        """``layout`` in these colours and corners; it tells of letters that no font has."""
        return telling_unshown(dressed(layout, self.accent, self.brand.radius))

    def with_logo(
        self, layout: Layout, card_format: Format, products: Sequence[Rect] = ()
    ) -> Layout:
        """With the brand's logo where nothing else is, nor one of the ``products``; itself when
        there is no logo.
        """
        logo = self.brand.logo
        if logo is None:
            return layout
        return with_logo(layout, card_format, logo, self.brand.radius, products)


def outfit_of(review: Review, template: Template, brand: Brand = PLAIN) -> Outfit:
    """What the cards of ``review`` wear. ``KnownError`` VALUE_INVALID for an unknown theme."""
    theme = find_theme(review.card.theme or "yellow")
    accent = brand.colour if brand.colour and theme.accent == YELLOW else theme.accent
    return Outfit(_coloured(template, theme, accent), accent, brand)


def _coloured(template: Template, theme: Theme, accent: str) -> Template:
    header = template.header_colour
    if theme.id != "yellow" or header == YELLOW:
        header = accent if theme.header == YELLOW else theme.header
    slip = template.slip_colour if theme.id == "yellow" else theme.slip
    return replace(template, header_colour=header, slip_colour=slip)
