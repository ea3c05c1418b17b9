"""Template + content + format + the pictures' shapes → boxes. Pure: the same in, the same out."""

from __future__ import annotations

from claimcheck.cards.boxes import Layout
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.scene import Pictures
from claimcheck.cards.side_by_side import lay_side_by_side
from claimcheck.cards.stacked import lay_stacked
from claimcheck.cards.templates import Arrangement, Template


def lay_out(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
) -> Layout:
    """Arrange a card. Needs a ``QGuiApplication``, since text is measured with the card's fonts."""
    if template.arrangement is Arrangement.STACKED:
        return lay_stacked(template, content, card_format, pictures)
    return lay_side_by_side(template, content, card_format, pictures)
