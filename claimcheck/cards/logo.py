"""The brand's logo: in a corner where nothing else is, on a plate if it needs one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from claimcheck.cards.boxes import CardWarning, Fill, Layout, Logo, Panel, Polygon, WarningKind
from claimcheck.cards.colours import INK, PAPER, contrast
from claimcheck.cards.formats import Format
from claimcheck.cards.lint import parts_of
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role

_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_AIR = 190.0, 96.0, 20.0
_LOGO_PARTS = (1.0, 0.8, 0.62, 0.5)
"""Of that size: a smaller logo is better than none."""
_PLATE = 10.0
"""How far a plate reaches beyond its logo: as far as there is air around words."""
_STANDS_OUT, _ENOUGH = 3.0, 0.8
"""The contrast of a sign with its ground, and the part of a logo that should have it."""
_LOOKED_AT = 48
"""Pixels of a side: so much of a logo is enough to judge it."""


def with_logo(
    layout: Layout,
    card_format: Format,
    logo: QImage,
    radius: float = 0.0,
    products: Sequence[Rect] = (),
) -> Layout:
    """The card with a logo in a corner of the photo where nothing else is, or a warning.

    It keeps off ``products``. One that is partly transparent stands on a plate with corners of
    ``radius`` where it would not stand out: over pictures, and on a ground that is too like it.
    """
    plated = _PLATE if _is_cut_out(logo) else 0.0
    whole = Rect(0.0, 0.0, float(layout.width), float(layout.height))
    behind = next((one for one in layout.below if isinstance(one, Panel)), None)
    photo = behind or next((p for p in layout.panels if p.role is Role.PHOTO), None)
    taken = [*_taken(layout, behind, plated), *(one.grown(plated) for one in products)]
    areas = [whole] if photo is None else [photo.rect, whole]
    largest = min(_LOGO_WIDTH / logo.width(), _LOGO_HEIGHT / logo.height())
    for part in _LOGO_PARTS:
        size = largest * part * logo.width(), largest * part * logo.height()
        place = _free_place(card_format, areas, taken, size)
        if place is not None:
            colour = _plate(layout, place, logo) if plated else ""
            plate = Fill(place.grown(plated), colour, radius) if colour else None
            return replace(layout, logo=Logo(place, logo, plate))
    lacking = CardWarning(WarningKind.LEFT_OUT, "logo")
    return replace(layout, warnings=(*layout.warnings, lacking))


def _taken(layout: Layout, behind: Panel | None, plated: float) -> list[Rect]:
    """Where no logo may lie; with a picture ``behind`` everything, the papers are among it too.

    Its plate, ``plated`` wide around it, may touch them, and come closer to what has air around it.
    """
    taken = [part.box.grown(_LOGO_AIR / 2) for part in parts_of(layout)]
    taken += [fill.rect.grown(plated) for fill in layout.fills]
    taken += [Rect.spanning((c.disc, c.target)).grown(24.0) for c in layout.callouts]
    for panel in layout.panels:
        marked = (one.place for one in layout.places if one.role is panel.role)
        taken += [panel.placement.rect(place).grown(plated) for place in marked]
    papers = layout.shapes
    if behind is not None:
        papers = tuple(one for one in layout.below if isinstance(one, Polygon))
        taken += [panel.rect for panel in layout.panels]
    return taken + [paper.painted().grown(plated) for paper in papers]


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


# --- plate ---------------------------------------------------------------------------------------


def _is_cut_out(logo: QImage) -> bool:
    """Whether something of what is below it shows."""
    return bool((_pixels(logo)[:, 3] < 128).any())


def _plate(layout: Layout, place: Rect, logo: QImage) -> str:
    """The colour of the plate that a logo needs; empty when its ground will do."""
    over = [panel.rect for panel in (*layout.panels, *layout.below) if isinstance(panel, Panel)]
    grounds = [fill.colour for fill in layout.ground if fill.rect.encloses(place)]
    is_on_ground = bool(grounds) and not any(rect.overlaps(place) for rect in over)
    if is_on_ground and _standing_out(logo, grounds[-1]) >= _ENOUGH:
        return ""
    return max((PAPER, INK), key=lambda colour: _standing_out(logo, colour))


def _standing_out(logo: QImage, ground: str) -> float:
    """The part of a logo that stands out from a colour."""
    solid = [QColor(*rgba[:3]) for rgba in _pixels(logo).tolist() if rgba[3] >= 128]
    colour = QColor(ground)
    return sum(contrast(one, colour) >= _STANDS_OUT for one in solid) / max(len(solid), 1)


def _pixels(logo: QImage) -> np.ndarray:
    """Some of its pixels: n × 4, red, green, blue and alpha."""
    small = logo.scaled(
        min(_LOOKED_AT, logo.width()),
        min(_LOOKED_AT, logo.height()),
        mode=Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine())
    return rows[:, : 4 * small.width()].reshape(-1, 4).copy()
