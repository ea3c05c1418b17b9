"""A card's words and signs without its pictures, in layers, to lay over footage of one's own."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from claimcheck.cards.boxes import Layout, Panel, Polygon, intersection
from claimcheck.cards.colours import PAPER
from claimcheck.cards.paint.card import PLACE_STROKE, Artwork, paint_card
from claimcheck.cards.paint.marks import paint_place
from claimcheck.cards.paint.shapes import paint_polygon, path_of
from claimcheck.model.geometry import Rect

_PLATE_AIR, _PICTURE_AIR = 26.0, 12.0
"""Around words that get a plate of their own; little where it hides some of a picture."""


class Layer(StrEnum):
    """The parts of an overlay; stable names, part of file names and records."""

    CALLOUTS = "callouts"
    LABELS = "labels"
    STAMPS = "stamps"
    TITLE = "title"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Plate:
    """What words stand on that have no paper of their own."""

    rect: Rect
    colour: str
    on_picture: bool


def layers_of(layout: Layout) -> tuple[Layer, ...]:
    """The layers that have something in them, ``ALL`` last."""
    found = [layer for layer in Layer if layer is not Layer.ALL and not _is_empty(layout, layer)]
    return (*found, Layer.ALL)


def paint_layer(layout: Layout, artwork: Artwork, layer: Layer) -> QImage:
    """One layer in the card's size and place, on nothing; premultiplied alpha.

    ``artwork`` gives the pictures' sizes, no pixel of them is painted. Words that stand on the
    card's ground get a plate of its colour, since that isn't there. Over the card without its words
    (``without_words``) ``ALL`` gives the card, and so do labels, title, callouts and stamps, in
    that order.
    """
    image = QImage(layout.width, layout.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layer in {Layer.CALLOUTS, Layer.ALL}:
        _paint_places(painter, layout, artwork)
    plates, papers, only = _only(layout, layer)
    painter.save()
    painter.setClipPath(_beside_pictures(layout))
    for paper in papers:
        paint_polygon(painter, paper)
    for plate in plates:
        painter.setClipping(not plate.on_picture)
        painter.fillRect(_qt_rect(plate.rect), QColor(plate.colour))
    painter.restore()
    paint_card(painter, only, {})
    painter.end()
    return image


def without_words(layout: Layout) -> Layout:
    """The card with nothing that any layer has: pictures, seams and ground."""
    _, papers, every = _only(layout, Layer.ALL)
    return replace(
        layout,
        places=(),
        below=tuple(one for one in layout.below if one not in papers),
        shades=(),
        shapes=tuple(one for one in layout.shapes if one not in every.shapes),
        fills=tuple(one for one in layout.fills if one not in every.fills),
        texts=(),
        legend_discs=(),
        callouts=(),
        stamp=None,
        inked=(),
        logo=None,
    )


def _only(layout: Layout, layer: Layer) -> tuple[list[Plate], list[Polygon], Layout]:
    """Plates and papers to lie below the words of ``layer``, and its part of the layout."""
    labels, title = _words(layout, Layer.LABELS), _words(layout, Layer.TITLE)
    words = {Layer.LABELS: labels, Layer.TITLE: title, Layer.ALL: [*labels, *title]}.get(layer, [])
    # What carries both is the labels': it lies below everything.
    carry = partial(_carries, words=words, others=labels if layer is Layer.TITLE else [])
    papers = [one for one in layout.below if isinstance(one, Polygon) and not _is_ground(one)]
    papers = [one for one in papers if carry(one.painted())]
    shapes = [one for one in layout.shapes if carry(one.painted())]
    fills = [one for one in layout.fills if carry(one.rect)]
    # Rules on a paper and the hole of a price tag go along with what they are on.
    carriers = [one.painted() for one in (*papers, *shapes)] + [one.rect for one in fills]
    shapes = [one for one in layout.shapes if one in shapes or _lies_on(one.painted(), carriers)]
    fills = [one for one in layout.fills if one in fills or _lies_on(one.rect, carriers)]
    both = layer is Layer.ALL
    only = replace(
        layout,
        ground=(),
        panels=(),
        places=(),
        below=(),
        shades=tuple(one for one in layout.shades if carry(one.rect)),
        shapes=tuple(shapes),
        fills=tuple(fills),
        texts=tuple(
            one
            for one in layout.texts
            if both or layer is (Layer.TITLE if one.name == "title" else Layer.LABELS)
        ),
        legend_discs=layout.legend_discs if both or layer is Layer.LABELS else (),
        callouts=layout.callouts if both or layer is Layer.CALLOUTS else (),
        stamp=layout.stamp if both or layer is Layer.STAMPS else None,
        inked=layout.inked if both or layer is Layer.STAMPS else (),
        logo=layout.logo if both or layer is Layer.LABELS else None,
    )
    carriers += [one.rect for one in only.shades]
    bare = [one for one in words if not any(_lies_under(rect, one) for rect in carriers)]
    if both:  # as they are one by one
        plates = [plate for one in (Layer.LABELS, Layer.TITLE) for plate in _only(layout, one)[0]]
    else:
        obstacles = [*labels, *title, *(fill.rect for fill in layout.fills)]
        plates = _plates(layout, bare, obstacles)
    return plates, papers, only


def _words(layout: Layout, layer: Layer) -> list[Rect]:
    """Where the words of a layer are painted; a legend's discs are among its words."""
    if layer is Layer.TITLE:
        return [box.painted() for box in layout.texts if box.name == "title"]
    texts = [box.painted() for box in layout.texts if box.name != "title"]
    return [*texts, *_discs(layout)]


def _discs(layout: Layout) -> list[Rect]:
    return [Rect(d.center.x - 31.0, d.center.y - 31.0, 62.0, 62.0) for d in layout.legend_discs]


def _is_empty(layout: Layout, layer: Layer) -> bool:
    only = _only(layout, layer)[2]
    return not (only.texts or only.callouts or only.stamp or only.inked or only.legend_discs)


def _carries(carrier: Rect, words: list[Rect], others: list[Rect]) -> bool:
    """Whether it lies under some of the words, and under none of ``others``."""
    return any(_lies_under(carrier, one) for one in words) and not any(
        _lies_under(carrier, one) for one in others
    )


def _lies_under(carrier: Rect, word: Rect) -> bool:
    shared = intersection(carrier, word)
    return shared is not None and shared.width * shared.height > 0.5 * word.width * word.height


def _lies_on(thing: Rect, carriers: list[Rect]) -> bool:
    return any(carrier.grown(0.5).encloses(thing) for carrier in carriers)


def _is_ground(shape: Polygon) -> bool:
    """A plain rectangle below the pictures, rather than a paper with a shape of its own."""
    return len(shape.corners) == 4


# --- plates --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ground:
    """What of one colour words stand on, and how far it goes."""

    rect: Rect
    colour: str
    is_picture: bool = False


def _plates(layout: Layout, bare: list[Rect], obstacles: list[Rect]) -> list[Plate]:
    """One plate for the ``bare`` words on each ground, of its colour, clear of ``obstacles``."""
    discs = _discs(layout)
    boxes: dict[_Ground, Rect] = {}
    alone: list[tuple[_Ground, Rect]] = []
    for word in bare:
        ground = _ground_under(layout, word)
        if not ground.is_picture:
            boxes[ground] = boxes[ground].united(word) if ground in boxes else word
        elif word not in discs:  # which is a plate itself
            alone.append((ground, word))
    plates = []
    for ground, box in (*boxes.items(), *alone):
        wide = box.grown(_PICTURE_AIR if ground.is_picture else _PLATE_AIR)
        for other in obstacles:
            wide = _clear_of(wide, box, other)
        within = intersection(wide, ground.rect)
        if within is not None:
            plates.append(Plate(within, ground.colour, ground.is_picture))
    return plates


def _ground_under(layout: Layout, word: Rect) -> _Ground:
    """The topmost thing of one colour that ``word`` stands on; paper where there is none."""
    shapes = [one for one in (*layout.below, *layout.shapes) if isinstance(one, Polygon)]
    grounds = [_Ground(fill.rect, fill.colour) for fill in layout.ground]
    grounds += [_Ground(one.painted(), one.colour) for one in shapes if one.colour]
    grounds += [_Ground(one.rect, one.background or PAPER, True) for one in layout.panels]
    grounds += [_Ground(fill.rect, fill.colour) for fill in layout.fills]
    under = [ground for ground in grounds if _lies_under(ground.rect, word)]
    whole = Rect(0.0, 0.0, float(layout.width), float(layout.height))
    return under[-1] if under else _Ground(whole, PAPER, True)


def _clear_of(plate: Rect, box: Rect, other: Rect) -> Rect:
    """``plate`` around ``box`` cut where ``other`` begins."""
    if not plate.overlaps(other) or box.overlaps(other):
        return plate
    left, top, right, bottom = plate.x, plate.y, plate.right, plate.bottom
    if other.y >= box.bottom:
        bottom = math.floor(other.y)
    elif other.bottom <= box.y:
        top = math.ceil(other.bottom)
    elif other.x >= box.right:
        right = math.floor(other.x)
    else:
        left = math.ceil(other.right)
    return Rect(left, top, right - left, bottom - top)


def _beside_pictures(layout: Layout) -> QPainterPath:
    """All of the card but its panels: they lie on grounds and papers."""
    beside = QPainterPath()
    beside.addRect(QRectF(0.0, 0.0, float(layout.width), float(layout.height)))
    for panel in layout.panels:
        beside = beside.subtracted(_shown(panel))
    return beside


def _shown(panel: Panel) -> QPainterPath:
    """The part of the card in which a panel is seen."""
    shown = QPainterPath()
    shown.addRect(_qt_rect(panel.rect))
    return shown.intersected(path_of(panel.outline)) if panel.outline else shown


def _qt_rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _paint_places(painter: QPainter, layout: Layout, artwork: Artwork) -> None:
    """The boxes of differences, where the card has them."""
    for panel in layout.panels:
        picture = artwork[panel.role]
        painter.save()
        painter.setClipPath(_shown(panel))
        painter.translate(panel.placement.x, panel.placement.y)
        painter.scale(panel.placement.scale, panel.placement.scale)
        for place in layout.places:
            if place.role is panel.role:
                stroke = PLACE_STROKE / panel.placement.scale
                paint_place(painter, place.place, (picture.width, picture.height), stroke)
        painter.restore()
