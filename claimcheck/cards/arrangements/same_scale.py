"""Both products drawn to one measured scale, with a ruler between them."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cards.arrangements.draft import PanelPlan, Pictures
from claimcheck.cards.arrangements.pairs import photo_with_product
from claimcheck.cards.arrangements.parts import SEAM, Sheet
from claimcheck.cards.arrangements.prints import LEAST_FOOT, UNDER_PRODUCT
from claimcheck.cards.arrangements.rulers import THICK, Ruler, set_ruler
from claimcheck.cards.arrangements.splits import Split, beside_or_below, is_wide, room_in, seen_part
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
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role

_CAPTION = 300.0
"""Below the safe area, at least, where a platform writes a caption over the card."""
_ABOVE_AND_BELOW = 60.0
"""Of a product that lies on a ruler, at least."""
_MUCH_LARGER = 1.3
_BESIDE = 24.0
"""At a product's sides, at least."""


def with_ruler(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> Split:
    """The panels of the template ``size``.

    Without a measured scale on both pictures they are those of ``beside_or_below``, and a warning
    says on which one a measure lacks.
    """
    missing = [role for role in SIDES if content.scale(role) is None]
    if missing:
        plain = beside_or_below(region, card_format, content, pictures)
        for role in missing:
            plain.words.warnings.append(CardWarning(WarningKind.UNMEASURED, str(role)))
        return plain
    pictures = {**pictures, Role.PHOTO: photo_with_product(content, pictures)}
    if _larger_across(region, card_format, content, pictures):
        return _across(region, card_format, content, pictures)
    scale, base, placements = _placed(region, card_format, content, pictures)
    foot: list[Fill] = []
    if card_format.height - card_format.safe_area.bottom > _CAPTION:
        region, foot = _above_foot(region, base, pictures, placements)
    panels: list[PanelPlan] = []
    frames: list[Polygon] = []
    for role, rect in _halves(region).items():
        picture, placement = pictures[role], placements[role]
        frames += _around_photo(picture, placement, rect)
        panels.append(PanelPlan(role, rect, room_in(rect, card_format), fixed=placement))
    ruler = Rect(region.center.x - THICK / 2, region.y, THICK, region.height)
    words = Sheet(fills=foot)
    set_ruler(words, Ruler(ruler, base, scale, upright=True), card_format)
    below = (Polygon(region.corners, PAPER), *frames)
    return Split(tuple(panels), Point(ruler.right, region.y), words=words, below=below)


def _larger_across(
    region: Rect, card_format: Format, content: CardContent, pictures: Pictures
) -> bool:
    """Whether one above the other shows wide products much larger than side by side."""
    seen = seen_part(region, card_format)
    scales = [
        _common_scale(rects, card_format, content, pictures)
        for rects in (_rows(seen, (seen.height - THICK) / 2), _halves(region))
    ]
    return is_wide(pictures[Role.LISTING]) and scales[0] > _MUCH_LARGER * scales[1]


def _across(region: Rect, card_format: Format, content: CardContent, pictures: Pictures) -> Split:
    """Products that are wide: one above the other, on a ruler that lies between them."""
    safe, seen = card_format.safe_area, seen_part(region, card_format)
    rects = _rows(seen, (seen.height - THICK) / 2)
    scale = _common_scale(rects, card_format, content, pictures)
    sizes = [_size_mm(content, pictures[role], role) for role in SIDES]
    if region.bottom - safe.bottom > _CAPTION:  # the lower, the fewer numbers reach the photo
        needed = scale * max(height for _, height in sizes) + 2 * _ABOVE_AND_BELOW
        rects = _rows(seen, min(needed, rects[Role.LISTING].height))
    ruler = Rect(region.x, rects[Role.LISTING].bottom, region.width, THICK)
    zero = _zero(region, ruler, card_format, scale * max(width for width, _ in sizes))
    panels: list[PanelPlan] = []
    frames: list[Polygon] = []
    for role, rect in rects.items():
        placement = _lying(pictures[role], rect, scale * (content.scale(role) or 0.0), zero)
        frames += _around_photo(pictures[role], placement, rect)
        panels.append(PanelPlan(role, rect, room_in(rect, card_format), fixed=placement))
    bottom = rects[Role.PHOTO].bottom
    foot = Rect(region.x, bottom, region.width, max(region.bottom - bottom, 0.0))
    words = Sheet(fills=[Fill(foot, INK)])
    set_ruler(words, Ruler(ruler, zero, scale, upright=False), card_format)
    below = (Polygon(region.corners, PAPER), *frames)
    return Split(tuple(panels), Point(region.x, ruler.bottom), words=words, below=below)


def _rows(region: Rect, height: float) -> dict[Role, Rect]:
    """Above and below a ruler that lies across."""
    upper = replace(region, height=float(round(height)))
    return {Role.LISTING: upper, Role.PHOTO: upper.moved(0.0, upper.height + THICK)}


def _zero(region: Rect, ruler: Rect, card_format: Format, longest: float) -> float:
    """The x from which both products lie: in the middle, but where numbers reach all of them."""
    safe, middle = card_format.safe_area, region.center.x
    left, right = safe.span(ruler.y, safe.bottom)
    left = max(left, region.x)
    if longest < right - left:
        middle = min(max(middle, left + longest / 2), right - longest / 2)
    return middle - longest / 2


def _lying(picture: PictureShape, panel: Rect, scale: float, zero: float) -> Placement:
    """The product from ``zero`` on, in the middle of the panel's height."""
    x, y = zero - scale * picture.subject.x, panel.center.y - scale * picture.subject.center.y
    if picture.background is None and scale * picture.height >= panel.height:
        y = min(max(y, panel.bottom - scale * picture.height), panel.y)
    return Placement(scale, x, y)


def _around_photo(picture: PictureShape, placement: Placement, panel: Rect) -> tuple[Polygon, ...]:
    """The frame of a photo that leaves some of its panel free: it lies on the paper there."""
    lies = intersection(panel, placement.rect(picture.whole)) or panel
    return (_framed(lies, panel),) if picture.background is None and lies != panel else ()


def _halves(region: Rect) -> dict[Role, Rect]:
    """Left and right of the ruler."""
    half = (region.width - THICK) / 2
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
    bottom = float(round(max(min(ends, default=region.bottom), base + UNDER_PRODUCT)))
    if bottom > region.bottom - LEAST_FOOT:
        return region, []
    foot = Rect(region.x, bottom, region.width, region.bottom - bottom)
    return replace(region, height=bottom - region.y), [Fill(foot, INK)]


def _middle(room: Rect, tallest: float, card_format: Format) -> float:
    """Where the products' middle is: where numbers can point at them, if the card goes on below."""
    reach = min(room.bottom, max(card_format.safe_area.bottom, room.y + tallest))
    return (room.y + reach) / 2


def _framed(picture: Rect, panel: Rect) -> Polygon:
    """Ink around a picture, where its panel goes on."""
    frame = intersection(picture.grown(SEAM), panel) or picture
    return Polygon(frame.corners, INK)


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
