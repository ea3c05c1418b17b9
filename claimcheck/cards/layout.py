"""Template + content + format + the pictures' shapes → boxes. Pure: the same in, the same out.

A template names an arrangement; an arrangement is a small function here. Most are a way to share
the pictures' part of the card (``splits``), with the words above it on upright cards and beside it
on wide ones.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.arrangements.beside_column import lay_beside_column
from claimcheck.cards.arrangements.checklist import lay_checklist
from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.arrangements.expectation import lay_expectation
from claimcheck.cards.arrangements.footer import with_footer
from claimcheck.cards.arrangements.price import tagged, tagged_in_rows, with_alternative
from claimcheck.cards.arrangements.same_scale import with_ruler
from claimcheck.cards.arrangements.sliders import slanted_slider, straight_slider
from claimcheck.cards.arrangements.splits import (
    Splitter,
    beside_or_below,
    lie_in_rows,
    rows,
    rows_unless_small,
)
from claimcheck.cards.arrangements.stacked import lay_stacked
from claimcheck.cards.arrangements.under_header import has_low_header, lay_under_header
from claimcheck.cards.arrangements.zoom import magnified
from claimcheck.cards.boxes import CardWarning, Layout, WarningKind
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Arrangement, Template
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role

_UPRIGHT, _SQUARE = 1.1, 0.85
"""From this height for a width of 1 the words stand above the pictures, 4:5 less a footer too; and
from this one where they are so few that a column for them would be half empty.
"""

_SPLITTERS: dict[Arrangement, Splitter] = {
    Arrangement.SIDE_BY_SIDE: beside_or_below,
    Arrangement.STACKED: rows,
    Arrangement.SLIDER: straight_slider,
    Arrangement.SLANTED_SLIDER: slanted_slider,
    Arrangement.ZOOM: magnified,
    Arrangement.SIZE: with_ruler,
    Arrangement.PRICE: tagged,
}
_OTHERWISE: dict[Splitter, Splitter] = {beside_or_below: rows_unless_small, tagged: tagged_in_rows}
"""Where marks all over two photos leave their columns too little to show."""
_BARE = frozenset(
    {
        Arrangement.ZOOM,
        Arrangement.SIZE,
        Arrangement.PRICE,
        Arrangement.SLIDER,
        Arrangement.SLANTED_SLIDER,
    }
)
"""Nothing but a tag lies on the pictures of these if it can be helped."""
_BESIDE_WORDS = frozenset({Arrangement.STACKED, Arrangement.SIZE})
"""On a square these keep their pictures' height, if there is a promise."""
_BELOW_HEADER = 0.58
"""Of an upright card's height: about what the header leaves to the pictures."""

_EQUALLY_LARGE = 0.03
"""Of the size of one: a difference that nobody sees between two products that are not the same."""


def lay_out(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
) -> Layout:
    """Arrange a card. Needs a ``QGuiApplication``, since text is measured with the card's fonts."""
    layout = _with_footer(template, content, card_format, pictures)
    if content.footer_alike and _are_alike(layout, content):
        said = replace(content, footer=content.footer_alike)
        telling = _with_footer(template, said, card_format, pictures)
        return telling if _are_alike(telling, content) else layout
    return layout


def _are_alike(layout: Layout, content: CardContent) -> bool:
    """Whether products that were framed alike are shown equally large."""
    scales = {panel.role: panel.placement.scale for panel in layout.panels}
    if content.photo_to_listing is None or content.lies_exactly or len(scales) < len(SIDES):
        return False
    ratio = scales[Role.PHOTO] / scales[Role.LISTING]
    return abs(ratio / content.photo_to_listing[0] - 1) < _EQUALLY_LARGE


def _with_footer(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    return with_footer(
        content,
        card_format,
        lambda said, room: _arranged(template, said, room, pictures),
        _says_what_was_done(template.arrangement, content),
    )


def _says_what_was_done(kind: Arrangement, content: CardContent) -> bool:
    """Whether an upright card of this arrangement sets the footer among its own words."""
    if kind is Arrangement.STACKED:
        return bool(content.quote or content.legend)
    if kind is Arrangement.EXPECTATION:
        return bool(content.quote)
    return kind is not Arrangement.CHECKLIST or not content.claims


def _arranged(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    kind = template.arrangement
    upright = _is_upright(template, content, card_format)
    if kind is Arrangement.STACKED and upright:
        return lay_stacked(template, content, card_format, pictures)
    if kind is Arrangement.EXPECTATION:
        return lay_expectation(template, content, card_format, pictures)
    if kind is Arrangement.CHECKLIST and content.claims:
        return lay_checklist(template, content, card_format, pictures)
    if kind is Arrangement.PRICE:
        content = with_alternative(content)
    splitter = _SPLITTERS.get(kind, beside_or_below)
    otherwise = _OTHERWISE.get(splitter)
    if not upright:
        layout = lay_beside_column(
            template, content, card_format, pictures, splitter, otherwise=otherwise
        )
    else:
        bare = kind in _BARE or _is_wide(card_format, content, pictures)
        layout = lay_under_header(
            template, content, card_format, pictures, splitter, bare, otherwise
        )
    if kind is Arrangement.CHECKLIST:
        lacking = CardWarning(WarningKind.UNKNOWN, "claims")
        layout = replace(layout, warnings=(*layout.warnings, lacking))
    return layout


def _is_upright(template: Template, content: CardContent, card_format: Format) -> bool:
    """Whether the words stand above the pictures."""
    part = card_format.height / card_format.width
    if part >= _UPRIGHT or part < _SQUARE or not content.quote:
        return part >= _SQUARE
    return template.arrangement not in _BESIDE_WORDS and has_low_header(
        template, content, card_format
    )


def _is_wide(card_format: Format, content: CardContent, pictures: Pictures) -> bool:
    """Whether the pictures will lie in rows, which a slip would cover from edge to edge."""
    height = _BELOW_HEADER * card_format.height
    lower = Rect(0.0, card_format.height - height, float(card_format.width), height)
    return lie_in_rows(lower, card_format, content, pictures)
