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
from claimcheck.cards.draft import PanelPlan, Pictures
from claimcheck.cards.fonts import BARLOW
from claimcheck.cards.formats import Format
from claimcheck.cards.parts import SEAM, TAB_HEIGHT, Sheet
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
_UNDER_BASE, _LEAST_FOOT = 60.0, 90.0
"""Below the products' feet, and of the dark foot that follows where a photo ends early."""
_CAPTION = 300.0
"""Below the safe area, at least, where a platform writes a caption over the card."""
_BESIDE = 24.0
"""At a product's sides, at least."""
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
    scale, base, placements = _placed(region, card_format, content, pictures)
    foot: list[Fill] = []
    if card_format.height - card_format.safe_area.bottom > _CAPTION:
        region, foot = _above_foot(region, base, pictures, placements)
    panels, frames = [], []
    for role, rect in _halves(region).items():
        picture, placement = pictures[role], placements[role]
        lies = intersection(rect, placement.rect(picture.whole)) or rect
        if picture.background is None and lies != rect:
            frames.append(_framed(lies, rect))  # a photo lies on the paper, smaller
        panels.append(PanelPlan(role, rect, room_in(rect, card_format), fixed=placement))
    ruler = Rect(region.center.x - _RULER / 2, region.y, _RULER, region.height)
    words = Sheet()
    words.fills += [*foot, Fill(ruler, INK)]
    words.fills.append(
        Fill(Rect(ruler.x + SEAM, ruler.y, ruler.width - 2 * SEAM, ruler.height), PAPER)
    )
    _set_ticks(words, ruler, base, scale, card_format)
    below = (_rectangle(region, PAPER), *frames)
    return Split(tuple(panels), Point(ruler.right, region.y), words=words, below=below)


def _halves(region: Rect) -> dict[Role, Rect]:
    """Left and right of the ruler."""
    half = (region.width - _RULER) / 2
    return {
        Role.LISTING: Rect(region.x, region.y, half, region.height),
        Role.PHOTO: Rect(region.right - half, region.y, half, region.height),
    }


def _placed(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> tuple[float, float, dict[Role, Placement]]:
    """Card pixels of a millimetre, the y on which both products stand, and where they do."""
    rects = _halves(region)
    scale = _common_scale(rects, card_format, content, pictures)
    room = room_in(rects[Role.LISTING], card_format)
    tallest = max(_size_mm(content, pictures[role], role)[1] for role in SIDES) * scale
    base = min(_middle(room, tallest, card_format) + tallest / 2, room.bottom)
    in_reach = card_format.safe_area.span(base - tallest, base)
    placements = {
        role: _standing(pictures[role], rect, scale * (content.scale(role) or 0.0), base, in_reach)
        for role, rect in rects.items()
    }
    return scale, base, placements


def _above_foot(
    region: Rect, base: float, pictures: Pictures, placements: dict[Role, Placement]
) -> tuple[Rect, list[Fill]]:
    """The region down to where a photo of this scale ends, and ink below: captions stand on it."""
    ends = [
        placements[role].rect(pictures[role].whole).bottom
        for role in SIDES
        if pictures[role].background is None
    ]
    bottom = float(round(max(min(ends, default=region.bottom), base + _UNDER_BASE)))
    if bottom > region.bottom - _LEAST_FOOT:
        return region, []
    foot = Rect(region.x, bottom, region.width, region.bottom - bottom)
    return replace(region, height=bottom - region.y), [Fill(foot, INK)]


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


def _standing(
    picture: PictureShape,
    panel: Rect,
    scale: float,
    base: float,
    in_reach: tuple[float, float],
) -> Placement:
    """The product in the middle of the panel, its foot at ``base``; but rather where numbers can
    point at it, from and to the x of ``in_reach``.
    """
    subject = picture.subject
    beside = scale * subject.width / 2 + _BESIDE
    center = min(panel.center.x, max(panel.x + beside, in_reach[1]))
    center = max(center, min(panel.right - beside, in_reach[0]))
    x, y = center - scale * subject.center.x, base - scale * subject.bottom
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
    if ruler.y == 0.0:  # beside a column of words, where the tabs hang over the pictures
        top += TAB_HEIGHT
    numbers: list[tuple[str, float]] = []
    for index in range(math.floor((base - ruler.y - 8.0) / (step_mm * scale)) + 1):
        value = index * step_mm
        y = base - value * scale
        numbered = value % number_mm < 1e-6
        length = _LONG_TICK if numbered else _TICK
        for x in (ruler.x + SEAM, ruler.right - SEAM - length):
            sheet.fills.append(Fill(Rect(x, y - 2.0, length, 4.0), INK))
        if numbered and value and y - 20.0 >= top and y + 20.0 <= safe.bottom:
            number = f"{round(value / 10)}"
            numbers.append((number if numbers else f"{number} cm", y))
    for number, y in numbers:  # after all ticks, which would run into the wide ones
        _set_number(sheet, number, ruler, y)


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
