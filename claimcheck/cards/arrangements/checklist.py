"""A receipt of claims with their verdicts, hanging over the photo."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.arrangements.beside_column import set_tabs
from claimcheck.cards.arrangements.draft import Draft, Pictures
from claimcheck.cards.arrangements.ornaments import torn_paper
from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.arrangements.receipt import Receipt, lay_receipt, on_photo
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.arrangements.splits import rows
from claimcheck.cards.boxes import (
    CardWarning,
    Fill,
    Layout,
    WarningKind,
)
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.model.geometry import Rect

_PAPER, _PAPER_SQUARE = 0.5, 0.6
"""Of a wide card's width: where the words of the receipt end."""


def lay_checklist(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The layout of the template ``checklist``; it needs a claim that is judged."""
    if card_format.height < 1.1 * card_format.width:
        return _beside_pictures(template, content, card_format, pictures)
    receipt = lay_receipt(template, content, content.claims, card_format, pictures)
    return replace(
        on_photo(receipt.layout, receipt.paper, card_format, pictures),
        inked=receipt.stamps,
        warnings=_warnings(receipt, receipt.layout.warnings),
    )


def _beside_pictures(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """On wide cards: the receipt at the left, both pictures at its right, one above the other."""
    width, height = float(card_format.width), float(card_format.height)
    left = card_format.safe_area.span(0.0, height)[0]
    part = _PAPER if width > 1.3 * height else _PAPER_SQUARE
    column = (max(left, 48.0), part * width)
    receipt = lay_receipt(template, content, content.claims, card_format, pictures, column)
    region = Rect(receipt.paper.right, 0.0, width - receipt.paper.right, height)
    split = rows(region, card_format, content, pictures)
    sheet = Sheet()
    sheet.fills += split.seams
    sheet.texts += receipt.layout.texts
    sheet.fills += receipt.layout.fills
    tabs = set_tabs(sheet, content, card_format, region, split)
    ground = (Fill(Rect(0.0, 0.0, width, height), template.header_colour),)
    bare = replace(content, legend=(), left_out=0)  # the claims are what this card is about
    draft = Draft(ground, split.panels, sheet, None, tabs, 0.0)
    layout = assemble(card_format, bare, pictures, [draft])
    return replace(
        layout,
        shapes=torn_paper(receipt.paper),
        inked=receipt.stamps,
        warnings=_warnings(receipt, (*layout.warnings, *receipt.layout.warnings)),
    )


def _warnings(receipt: Receipt, warnings: tuple[CardWarning, ...]) -> tuple[CardWarning, ...]:
    if receipt.left_out:
        warnings += (CardWarning(WarningKind.LEFT_OUT, f"{receipt.left_out} claims"),)
    return tuple(dict.fromkeys(warnings))
