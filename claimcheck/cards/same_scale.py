"""Both products drawn to one measured scale, with a ruler between them."""

from __future__ import annotations

import math
from dataclasses import replace

from claimcheck.cards.boxes import (
    CardWarning,
    Fill,
    PictureShape,
    Placement,
    Polygon,
    WarningKind,
    intersection,
)
from claimcheck.cards.colours import INK, PAPER
from claimcheck.cards.content import CardContent
from claimcheck.cards.fonts import BARLOW
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import SEAM, Sheet
from claimcheck.cards.scene import PanelPlan, Pictures
from claimcheck.cards.splits import Split, columns, room_in
from claimcheck.cards.text import TextStyle, fit_line, ink
from claimcheck.model.alignment import inverted, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role

_RULER = 104.0
_TICK, _LONG_TICK = 18.0, 34.0
_NUMBER = TextStyle(BARLOW, 700, 36)
_CLOSEST = 14.0
"""Card pixels between two ticks, at least."""
_APART = 64.0
"""Between two numbers, at least."""


def with_ruler(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """The panels of the template ``size``.

    Without a measured scale on both pictures they are those of ``columns``, and a warning says on
    which one a measure lacks.
    """
    missing = [role for role in SIDES if content.scale(role) is None]
    if missing:
        plain = columns(region, card_format, content, pictures)
        for role in missing:
            plain.words.warnings.append(CardWarning(WarningKind.UNMEASURED, str(role)))
        return plain
    pictures = {**pictures, Role.PHOTO: _with_product(content, pictures)}
    half = (region.width - _RULER) / 2
    rects = {
        Role.LISTING: Rect(region.x, region.y, half, region.height),
        Role.PHOTO: Rect(region.right - half, region.y, half, region.height),
    }
    scale = _common_scale(rects, card_format, content, pictures)
    rooms = [room_in(rect, card_format) for rect in rects.values()]
    tallest = max(_size_mm(content, pictures[role], role)[1] for role in SIDES) * scale
    base = min(_middle(rooms[0], tallest, card_format) + tallest / 2, rooms[0].bottom)
    panels, frames = [], []
    for role, rect in rects.items():
        millimetres = content.scale(role)
        assert millimetres is not None
        placement = _standing(pictures[role], rect, scale * millimetres, base)
        picture = pictures[role]
        lies = intersection(rect, placement.rect(picture.whole)) or rect
        if picture.background is None and lies != rect:
            frames.append(_framed(lies, rect))
            rect = lies  # noqa: PLW2901 - no bars around a photo: it lies on paper, smaller
        panels.append(PanelPlan(role, rect, room_in(rect, card_format), fixed=placement))
    ruler = Rect(region.x + half, region.y, _RULER, region.height)
    words = Sheet()
    words.fills.append(Fill(ruler, INK))
    words.fills.append(
        Fill(Rect(ruler.x + SEAM, ruler.y, ruler.width - 2 * SEAM, ruler.height), PAPER)
    )
    _set_ticks(words, ruler, base, scale, card_format)
    below = (_rectangle(region, PAPER), *frames)
    return Split(tuple(panels), Point(ruler.right, region.y), words=words, below=below)


def _with_product(content: CardContent, pictures: Pictures) -> PictureShape:
    """The photo with the product as its subject, where the alignment tells what of it that is."""
    photo, product = pictures[Role.PHOTO], pictures[Role.LISTING].subject
    if content.photo_to_listing is None or not content.lies_exactly:
        return photo
    to_photo = inverted(content.photo_to_listing)
    corners = (
        Point(product.x, product.y),
        Point(product.right, product.y),
        Point(product.right, product.bottom),
        Point(product.x, product.bottom),
    )
    around = Rect.spanning(tuple(mapped(to_photo, corner) for corner in corners))
    seen = intersection(around, photo.whole)
    return replace(photo, subject=seen) if seen is not None else photo


def _middle(room: Rect, tallest: float, card_format: Format) -> float:
    """Where the products' middle is: where numbers can point at them, if the card goes on below."""
    reach = min(room.bottom, max(card_format.safe_area.bottom, room.y + tallest))
    return (room.y + reach) / 2


def _framed(picture: Rect, panel: Rect) -> Polygon:
    """Ink around a picture, where its panel goes on."""
    frame = intersection(picture.grown(SEAM), panel) or picture
    return _rectangle(frame, INK)


def _rectangle(rect: Rect, colour: str) -> Polygon:
    corners = (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )
    return Polygon(corners, colour)


def _size_mm(content: CardContent, picture: PictureShape, role: Role) -> tuple[float, float]:
    """Width and height of the product, in millimetres."""
    millimetres = content.scale(role) or 0.0
    return picture.subject.width * millimetres, picture.subject.height * millimetres


def _common_scale(
    rects: dict[Role, Rect], card_format: Format, content: CardContent, pictures: Pictures
) -> float:
    """Card pixels of a millimetre: both products fit; a photo covers its panel where it can."""
    fits = []
    for role, rect in rects.items():
        room = room_in(rect, card_format)
        width, height = _size_mm(content, pictures[role], role)
        fits.append(room.width / max(width, 1e-6))
        fits.append((room.bottom - room.y) / max(height, 1e-6))
    return min(fits)


def _standing(picture: PictureShape, panel: Rect, scale: float, base: float) -> Placement:
    """The product in the middle of the panel, its foot at ``base``."""
    subject = picture.subject
    x, y = panel.center.x - scale * subject.center.x, base - scale * subject.bottom
    if picture.background is None:
        # As little as possible of the panel is left free; the scale is what counts.
        if scale * picture.width >= panel.width:
            x = min(max(x, panel.right - scale * picture.width), panel.x)
        if scale * picture.height >= panel.height:
            y = min(max(y, panel.bottom - scale * picture.height), panel.y)
    return Placement(scale, x, y)


def _set_ticks(sheet: Sheet, ruler: Rect, base: float, scale: float, card_format: Format) -> None:
    """Ticks upwards from 0 at ``base``, with numbers in centimetres where they can be read."""
    safe = card_format.safe_area
    step_mm = next(s for s in _steps(1.0) if s * scale >= _CLOSEST)
    number_mm = next(s for s in _steps(10.0) if s * scale >= _APART and s % step_mm < 1e-6)
    top = max(ruler.y + 8.0, safe.top)
    has_unit = False
    for index in range(math.floor((base - ruler.y - 8.0) / (step_mm * scale)) + 1):
        value = index * step_mm
        y = base - value * scale
        numbered = value % number_mm < 1e-6
        length = _LONG_TICK if numbered else _TICK
        for x in (ruler.x + SEAM, ruler.right - SEAM - length):
            sheet.fills.append(Fill(Rect(x, y - 2.0, length, 4.0), INK))
        if numbered and value and y - 20.0 >= top and y + 20.0 <= safe.bottom:
            number = f"{round(value / 10)}"
            _set_number(sheet, number if has_unit else f"{number} cm", ruler, y)
            has_unit = True


def _steps(least: float) -> list[float]:
    """1, 2, 5, 10 … millimetres, from ``least`` on."""
    found = [digit * 10.0**power for power in range(8) for digit in (1, 2, 5)]
    return [step for step in found if step >= least]


def _set_number(sheet: Sheet, text: str, ruler: Rect, y: float) -> None:
    """A number across the ruler, between its ticks."""
    line = fit_line(text, _NUMBER, ruler.width - 2 * SEAM - 8.0, (36, 34, 32))
    box = ink(line.lines[0], line.style)
    x = ruler.center.x - box.width / 2 - box.x
    y += box.height / 2
    pad = Rect(x + box.x - 4.0, y + box.y - 4.0, box.width + 8.0, box.height + 8.0)
    sheet.fills.append(Fill(pad, PAPER))
    sheet.set_text(f"ruler {text}", line, x, x + line.width + 1.0, y, INK)
