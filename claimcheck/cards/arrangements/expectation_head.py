"""The words on an expectation card’s listing image, and where they leave its product room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.arrangements.legend import one_line_width, set_legend
from claimcheck.cards.arrangements.parts import Sheet
from claimcheck.cards.arrangements.slanted_seam import SlantedSeam
from claimcheck.cards.arrangements.stacked_head import EDGE, carries_type
from claimcheck.cards.boxes import LEGEND_DISC
from claimcheck.cards.colours import TEXT_2, WHITE, contrast, opposite
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.cards.text.fitting import (
    Fitted,
    TextStyle,
    fit_line,
    fit_text,
    ink,
    joined,
    least_apart,
)
from claimcheck.cards.text.fonts import BARLOW, INTER
from claimcheck.cards.words import EXPECTATION, REALITY, CardWords, more_words
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

BIG = TextStyle(BARLOW, 900, 173, leading=0.9)
_NAME = TextStyle(INTER, 700, 44, leading=1.14)
_META = TextStyle(INTER, 500, 34, leading=1.27)
_SCARCE = 80
"""A smaller big word tells that height is scarce: the title takes all of the width then."""
_LEAST_NAME = 0.55
"""Of the safe area's width: so wide at least a title is, else as wide as the big word above it."""
_HIGH = 0.14
"""Of the way down to the seam: from here on a product stands beside all words."""
_LEGEND_PITCH = 58.0
_WIDEST_LEGEND, _USUAL_LEGEND = 0.56, 0.62
"""Up to here, of the card's width, with rows of one line; else of two, in this part of the safe
area's width.
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The words on the listing image, and where they leave room."""

    sheet: Sheet
    below: float
    """Where they end."""
    word: Fitted
    """The big one."""
    slip_content: CardContent
    """What is left to say on the slip."""


def big_words(content: CardContent) -> tuple[str, str]:
    """What stands large on the listing image and on the photo."""
    words = CardWords(content.language)
    return (
        content.listing_label or words.text(EXPECTATION),
        content.photo_label or words.text(REALITY),
    )


def span_of(card_format: Format) -> tuple[float, float]:
    """Where the words on the listing image begin and end."""
    safe = card_format.safe_area
    return safe.span(safe.top, safe.top + 300.0)


def head_of(content: CardContent, card_format: Format, pictures: Pictures, size: int) -> Head:
    """The big word, what the card is about, whose it is; and the legend where it can be read."""
    left, right = span_of(card_format)
    word = fit_line(big_words(content)[0], BIG, right - left, range(size, 60, -3))
    rise = -ink(word.lines[0], word.style, word.rtl).y  # accents stand above flat capitals
    baseline = card_format.safe_area.top + 12.0 + max(rise, 0.72 * word.style.size)
    sheet, (colour, quiet) = Sheet(), _type_colours(pictures)
    sheet.set_text("expectation", word, left, right, baseline, colour)
    below = _set_name(sheet, content, (left, right), word, baseline, (colour, quiet))
    if not content.legend or not carries_type(pictures[Role.LISTING]):
        return Head(sheet, below, word, content)
    more = more_words(content.language, content.left_out)
    widest = one_line_width(content, more)
    if widest > _WIDEST_LEGEND * card_format.width:
        widest = min(widest, _USUAL_LEGEND * (right - left))
    column = left + max(widest, 0.4 * (right - left))
    first = below + 8.0 + LEGEND_DISC
    last = set_legend(sheet, content, more, left, column, first, _LEGEND_PITCH, colour=colour)
    said = replace(content, legend=(), left_out=0)
    return Head(sheet, last + LEGEND_DISC, word, said)


def product_room(seam: SlantedSeam, head: Sheet, pictures: Pictures, width: float) -> Rect:
    """Beside the small type for what is high, below it for what is wide."""
    subject = pictures[Role.LISTING].subject
    boxes = {box.name: box.painted() for box in head.texts}
    title, big = boxes["title"], boxes["expectation"]
    small = [box for name, box in boxes.items() if name not in ("expectation", "title")]
    column = max((box.right for box in small), default=big.x) + 36.0
    rooms = [
        (max(column, title.right + 36.0), big.bottom + 20.0),
        (column, title.bottom + 20.0),
        (big.x + 90.0, max((box.bottom for box in small), default=title.bottom) + 12.0),
        (max(column, title.right + 36.0, big.right + 36.0), _HIGH * seam.top),
    ]
    found = []
    for x, y in rooms:
        room = Rect(x, y, max(width - EDGE - x, 1.0), 0.0)
        bottom = min(seam.y_at(room.x), seam.y_at(room.center.x)) - 26.0
        whole = Rect(x, y, room.width, max(bottom - y, 1.0))
        scale = min(whole.width / max(subject.width, 1.0), whole.height / max(subject.height, 1.0))
        found.append((scale, whole))
    return max(found, key=lambda item: item[0])[1]


def _type_colours(pictures: Pictures) -> tuple[str, str]:
    """What big and small type on the listing image is set in."""
    listing = pictures[Role.LISTING]
    if not carries_type(listing):
        return WHITE, WHITE
    ground = QColor(listing.background or WHITE)
    colour = opposite(ground).name()
    return colour, TEXT_2 if contrast(ground, QColor(TEXT_2)) >= 4.5 else colour


def _set_name(
    sheet: Sheet,
    content: CardContent,
    span: tuple[float, float],
    word: Fitted,
    baseline: float,
    colours: tuple[str, str],
) -> float:
    """What it is about, and whose card it is, below the big ``word``; gives where they end."""
    left, right = span
    # A product stands at its right, but where a small word tells that height is scarce.
    part = _LEAST_NAME if word.style.size > _SCARCE else 1.0
    name = fit_text(content.title, _NAME, max(word.width, part * (right - left)), (44, 40), 2)
    if name.elided:
        name = fit_text(content.title, _NAME, right - left, (44, 40, 36, 34), 3)
    y = baseline + max(26.0 + 0.76 * name.style.size, least_apart(word, name))
    sheet.set_text("title", name, left, right, y, colours[0])
    y += (len(name.lines) - 1) * name.style.line_height
    said = joined(content.handle, content.date)
    if not said:
        return y + 18.0
    meta = fit_line(said, _META, 0.62 * (right - left), (34, SMALLEST_TEXT))
    sheet.set_text("source", meta, left, right, y + 48.0, colours[1])
    return y + 58.0
