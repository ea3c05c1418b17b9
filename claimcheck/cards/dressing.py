"""Give a laid-out card a theme's and a brand's look: colours, corners, logo. Pure.

The words keep 4.5 : 1 by themselves: what no longer stands out from its new ground becomes ink or
white, whichever does.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from claimcheck.cards.boxes import (
    CardWarning,
    Fill,
    Layout,
    Logo,
    Panel,
    Polygon,
    TextBox,
    WarningKind,
)
from claimcheck.cards.colours import INK, YELLOW, contrast, opposite
from claimcheck.cards.formats import Format
from claimcheck.cards.lint import LEAST_CONTRAST, parts_of, under
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_AIR = 190.0, 96.0, 20.0
_LOGO_PARTS = (1.0, 0.8, 0.62, 0.5)
"""Of that size: a smaller logo is better than none."""


def dressed(layout: Layout, accent: str, radius: float) -> Layout:
    """The same card with ``accent`` where yellow was, and corners of ``radius``."""
    changed = replace(
        layout,
        fills=tuple(_fill(fill, accent, radius) for fill in layout.fills),
        shapes=tuple(_shape(shape, accent) for shape in layout.shapes),
        below=tuple(
            _shape(one, accent) if isinstance(one, Polygon) else one for one in layout.below
        ),
        accent=accent,
    )
    texts = tuple(_legible(changed, _text(text, accent)) for text in changed.texts)
    return replace(changed, texts=texts)


def _fill(fill: Fill, accent: str, radius: float) -> Fill:
    colour = accent if fill.colour == YELLOW else fill.colour
    return replace(fill, colour=colour, radius=max(radius - fill.inset, 0.0) if fill.turns else 0.0)


def _shape(shape: Polygon, accent: str) -> Polygon:
    if shape.colour == INK and shape.edge == INK:  # drawn on the accent: a slider's arrows
        on_it = opposite(QColor(accent)).name()
        return replace(shape, colour=on_it, edge=on_it)
    return replace(shape, colour=accent) if shape.colour == YELLOW else shape


def _text(text: TextBox, accent: str) -> TextBox:
    return replace(text, colour=accent) if text.colour == YELLOW else text


def _legible(layout: Layout, text: TextBox) -> TextBox:
    grounds = [QColor(colour) for colour in under(layout, text)]
    if min(contrast(QColor(text.colour), ground) for ground in grounds) >= LEAST_CONTRAST:
        return text
    best = max(
        (opposite(ground).name() for ground in grounds),
        key=lambda colour: min(contrast(QColor(colour), ground) for ground in grounds),
    )
    return replace(text, colour=best)


def with_logo(layout: Layout, card_format: Format, logo: QImage) -> Layout:
    """The card with a logo in a corner of the photo where nothing else is, or a warning."""
    whole = Rect(0.0, 0.0, float(layout.width), float(layout.height))
    behind = next((one for one in layout.below if isinstance(one, Panel)), None)
    photo = behind or next((p for p in layout.panels if p.role is Role.PHOTO), None)
    taken = _taken(layout, behind)
    areas = [whole] if photo is None else [photo.rect, whole]
    largest = min(_LOGO_WIDTH / logo.width(), _LOGO_HEIGHT / logo.height())
    for part in _LOGO_PARTS:
        size = largest * part * logo.width(), largest * part * logo.height()
        place = _free_place(card_format, areas, taken, size)
        if place is not None:
            return replace(layout, logo=Logo(place, logo))
    lacking = CardWarning(WarningKind.LEFT_OUT, "logo")
    return replace(layout, warnings=(*layout.warnings, lacking))


def _taken(layout: Layout, behind: Panel | None) -> list[Rect]:
    """Where no logo may lie; with a picture ``behind`` everything, the papers are among it too."""
    taken = [part.box.grown(_LOGO_AIR / 2) for part in parts_of(layout)]
    taken += [fill.rect for fill in layout.fills]
    taken += [Rect.spanning((c.disc, c.target)).grown(24.0) for c in layout.callouts]
    papers = layout.shapes
    if behind is not None:
        papers = tuple(one for one in layout.below if isinstance(one, Polygon))
        taken += [panel.rect for panel in layout.panels]
    return taken + [paper.painted() for paper in papers]


def _free_place(
    card_format: Format, areas: list[Rect], taken: list[Rect], size: tuple[float, float]
) -> Rect | None:
    """The first corner of the areas, within what the platform leaves free, where nothing is."""
    width, height = size
    safe = card_format.safe_area
    for area in areas:
        tops = [
            max(area.y, safe.top) + _LOGO_AIR,
            min(area.bottom, safe.bottom) - _LOGO_AIR - height,
        ]
        for y in tops:
            left, right = safe.span(y, y + height)
            left, right = max(left, area.x) + _LOGO_AIR, min(right, area.right) - _LOGO_AIR
            for x in (right - width, left):
                place = Rect(x, y, width, height)
                inside = left <= x and x + width <= right and area.encloses(place)
                if inside and not any(place.overlaps(other) for other in taken):
                    return place
    return None
