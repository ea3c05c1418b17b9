"""The upper part of a stacked card: the title with the listing image, down to the seam.

A listing image on a uniform background carries the title itself; any other stands under a band.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from claimcheck.cards.arrangements.draft import Slip
from claimcheck.cards.arrangements.parts import (
    SEAM,
    TAB_HEIGHT,
    Sheet,
    fit_title,
    set_title,
    title_height,
)
from claimcheck.cards.boxes import Fill, PictureShape
from claimcheck.cards.colours import INK, WHITE, contrast, opposite
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.cards.text.fitting import Fitted, advance
from claimcheck.model.geometry import Rect

_SEAM_AT = 0.375
_LOWEST_SEAM = 0.445
_TITLE_TOP = 12.0
_LARGEST_BESIDE = 92
_LOWEST_BESIDE = 0.49
"""Of the card's height: listing image and photo are about equal then."""
_ABOVE_SLIP, _ABOVE_TABS = 16.0, 14.0
_INTO_TAB_AIR = 24.0
"""How far what hangs below a title's last line may come nearer to the tabs than the line."""
EDGE = 40.0
"""Between a product and the card's edge."""
_SMALLEST_PRODUCT = 270.0
"""Side of a square as large as the product: smaller beside a long title, the title gets a band."""


@dataclass(frozen=True, slots=True)
class Head:
    """The part of the card down to the seam between the pictures."""

    seam: float
    panel: Rect
    room: Rect
    ground: tuple[Fill, ...]


def carries_type(picture: PictureShape) -> bool:
    """Whether the listing image has a background on which ink or white can be read."""
    if picture.background is None:
        return False
    ground = QColor(picture.background)
    return contrast(ground, opposite(ground)) >= 4.5


def head_on_background(
    sheet: Sheet,
    template: Template,
    content: CardContent,
    card_format: Format,
    picture: PictureShape,
) -> Head | None:
    """Title beside or above the product, whichever lets both be larger; ``None`` for no room."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    seam = round(max(_SEAM_AT * card_format.height, safe.top + 440.0))
    top, bottom = safe.top + _TITLE_TOP, seam - TAB_HEIGHT - 32.0
    panel = Rect(0.0, 0.0, float(card_format.width), float(seam))
    found: list[tuple[float, Fitted, Rect]] = []
    for part in (1.0, 0.86, 0.76, 0.68, 0.6, 0.54, 0.48):
        width = (right - left) * part
        for beside in (True, False):
            height = (bottom - top) * (1.0 if beside else 0.55)
            title = fit_title(template, content.title, width, height)
            room = _product_room(title, beside, panel, left, top)
            if not title.elided:
                worth = _worth(title, room, picture.subject, template.title_smallest)
                found.append((worth, title, room))
    sizes = [product_size(room, picture.subject) for _, _, room in found]
    least = _SMALLEST_PRODUCT
    if not any(size >= least for size in sizes):  # a slim product is no larger below a band
        band = head_with_band(Sheet(), template, content, card_format)
        least = min(least, product_size(band.room, picture.subject))
    found = [one for one, size in zip(found, sizes, strict=True) if size >= least]
    found.sort(key=lambda one: -one[0])
    # Letters of some scripts hang deeper than a line is high.
    deepest = bottom + _INTO_TAB_AIR - top
    best = next((one for one in found if title_height(one[1]) <= deepest), None)
    if best is None:
        return None
    _, title, room = best
    ground = opposite(QColor(picture.background or WHITE))
    set_title(sheet, title, left, right, top, ground.name())
    return Head(float(seam), panel, room, ())


def _product_room(title: Fitted, beside: bool, panel: Rect, left: float, top: float) -> Rect:
    """Where the product can stand next to a title that begins at ``left``, ``top``."""
    bottom = panel.bottom - 26.0
    if beside:
        x, y = left + title.width + 36.0, panel.y + 0.16 * panel.height
    else:
        x, y = left + 250.0, top + title.height + 8.0
    return Rect(x, y, max(panel.right - EDGE - x, 1.0), max(bottom - y, 1.0))


def _worth(title: Fitted, room: Rect, subject: Rect, smallest: int) -> float:
    """How well title and product do together: both large, the title in few whole lines."""
    size = product_size(room, subject)
    crowded = 40.0 * max(0, len(title.lines) - 2) + (60.0 if len(title.lines) > 3 else 0.0)
    widths = [advance(line, title.style) for line in title.lines]
    crowded += 40.0 * sum(width < 0.5 * max(widths) for width in widths)
    crowded += 60.0 * sum(bool(re.search(r"[.!?] ", line)) for line in title.lines)
    crowded += 200.0 if title.style.size < smallest else 0.0
    crowded += 2.0 * max(_SMALLEST_PRODUCT - size, 0.0)
    return size + 2.0 * title.style.size - crowded


def product_size(room: Rect, subject: Rect) -> float:
    """The side of a square as large as the product in ``room``."""
    scale = min(room.width / max(subject.width, 1.0), room.height / max(subject.height, 1.0))
    return float(scale * (subject.width * subject.height) ** 0.5)


def head_with_band(
    sheet: Sheet, template: Template, content: CardContent, card_format: Format
) -> Head:
    """Title on the template's colour, the listing image below it from edge to edge."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.top + 420.0)
    top = safe.top + _TITLE_TOP
    lowest = _LOWEST_SEAM * card_format.height
    title = fit_title(template, content.title, right - left, lowest - 360.0 - top)
    band = round(set_title(sheet, title, left, right, top, INK) + 0.27 * title.style.size + 14.0)
    if len(title.lines) > 2 and not content.quote and not content.legend:
        lowest = _LOWEST_BESIDE * card_format.height  # or the listing image is a mere strip
    seam = round(min(max(_SEAM_AT * card_format.height, band + 420.0), lowest))
    width = float(card_format.width)
    panel = Rect(0.0, band + SEAM, width, seam - band - SEAM)
    sheet.fills.append(Fill(Rect(0.0, float(band), width, SEAM), INK))
    ground = (Fill(Rect(0.0, 0.0, width, float(band)), template.header_colour),)
    return Head(float(seam), panel, panel.grown(-EDGE), ground)


def head_beside_slip(
    sheet: Sheet,
    template: Template,
    content: CardContent,
    card_format: Format,
    picture: PictureShape,
    slip: Slip,
    usual_size: float,
) -> tuple[Head, Slip] | None:
    """A small title with the slip below it and the product at their right; ``None`` for no room.

    The product keeps its ``usual_size`` elsewhere, or is large enough all the same.

    ``slip`` comes with its top at 0 and goes back where it lies.
    """
    safe = card_format.safe_area
    left, _ = safe.span(safe.top, safe.top + 420.0)
    column = slip.paper.right - SEAM
    top = safe.top + _TITLE_TOP
    lowest = _LOWEST_BESIDE * card_format.height
    room = lowest - TAB_HEIGHT - _ABOVE_TABS - slip.paper.height - _ABOVE_SLIP - top
    smaller = replace(template, title_largest=min(_LARGEST_BESIDE, template.title_largest))
    for part in (1.0, 0.94, 0.88):  # lines are set closer than their letters are high
        title = fit_title(smaller, content.title, column - left, part * room)
        if title_height(title) <= room:
            break
    if title.elided or title_height(title) > room:
        return None
    ground = opposite(QColor(picture.background or WHITE))
    baseline = set_title(sheet, title, left, column, top, ground.name())
    placed = slip.at(round(baseline + 0.27 * title.style.size + _ABOVE_SLIP))
    seam = round(placed.paper.bottom + _ABOVE_TABS + TAB_HEIGHT - SEAM)
    if seam > lowest:
        return None
    width = float(card_format.width)
    x, y = placed.paper.right + 30.0, 0.1 * seam
    product = Rect(x, y, width - EDGE - x, seam - 26.0 - y)
    if product_size(product, picture.subject) < min(_SMALLEST_PRODUCT, usual_size):
        return None
    return Head(float(seam), Rect(0.0, 0.0, width, float(seam)), product, ()), placed
