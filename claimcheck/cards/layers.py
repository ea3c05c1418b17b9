"""A card's words and signs without its pictures, in layers, to lay over footage of one's own."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from claimcheck.cards.boxes import Fill, Layout
from claimcheck.cards.colours import PAPER
from claimcheck.cards.paint import PLACE_STROKE, Artwork, paint_card
from claimcheck.cards.paint_marks import paint_place
from claimcheck.model.geometry import Rect

_PLATE_AIR = 26.0


class Layer(StrEnum):
    """The parts of an overlay; stable names, part of file names and records."""

    CALLOUTS = "callouts"
    LABELS = "labels"
    STAMPS = "stamps"
    TITLE = "title"
    ALL = "all"


def layers_of(layout: Layout) -> tuple[Layer, ...]:
    """The layers that have something in them, ``ALL`` last."""
    found = [layer for layer in Layer if layer is not Layer.ALL and not _is_empty(layout, layer)]
    return (*found, Layer.ALL)


def paint_layer(layout: Layout, artwork: Artwork, layer: Layer) -> QImage:
    """One layer in the card's size and place, on nothing; premultiplied alpha.

    ``artwork`` gives the pictures' sizes, no pixel of them is painted. Words that stand on the
    card's ground or on a picture get a plate of their own, since those aren't there.
    """
    image = QImage(layout.width, layout.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layer in {Layer.CALLOUTS, Layer.ALL}:
        _paint_places(painter, layout, artwork)
    paint_card(painter, _only(layout, layer), {})
    painter.end()
    return image


def _only(layout: Layout, layer: Layer) -> Layout:
    """What belongs to ``layer``, and nothing else."""
    title = [box for box in layout.texts if box.name == "title"]
    words = [box for box in layout.texts if box.name != "title"]
    discs = layout.legend_discs
    fills: list[Fill] = []
    if layer in {Layer.TITLE, Layer.ALL}:
        fills += _behind(layout, [box.painted() for box in title])
    if layer in {Layer.LABELS, Layer.ALL}:
        around = [Rect(d.center.x - 31.0, d.center.y - 31.0, 62.0, 62.0) for d in discs]
        fills += _behind(layout, [*(box.painted() for box in words), *around])
    texts = {Layer.TITLE: title, Layer.LABELS: words, Layer.ALL: [*title, *words]}
    return replace(
        layout,
        ground=(),
        panels=(),
        places=(),
        below=(),
        shades=(),
        shapes=(),
        fills=tuple(dict.fromkeys(fills)),
        texts=tuple(texts.get(layer, ())),
        legend_discs=discs if layer in {Layer.LABELS, Layer.ALL} else (),
        callouts=layout.callouts if layer in {Layer.CALLOUTS, Layer.ALL} else (),
        stamp=layout.stamp if layer in {Layer.STAMPS, Layer.ALL} else None,
        inked=layout.inked if layer in {Layer.STAMPS, Layer.ALL} else (),
    )


def _is_empty(layout: Layout, layer: Layer) -> bool:
    only = _only(layout, layer)
    return not (only.texts or only.callouts or only.stamp or only.inked or only.legend_discs)


def _behind(layout: Layout, things: list[Rect]) -> list[Fill]:
    """Papers, tabs and chips below ``things``; one plate for those that have none."""
    bare = [
        thing
        for thing in things
        if not any(fill.rect.contains(thing.center) for fill in layout.fills)
    ]
    plates = [_plate(layout, bare)] if bare else []
    own = (
        fill for fill in layout.fills if any(fill.rect.contains(thing.center) for thing in things)
    )
    return [*plates, *own]


def _plate(layout: Layout, things: list[Rect]) -> Fill:
    """As the ground below them, and paper where they stand on a picture."""
    box = things[0]
    for thing in things[1:]:
        box = box.united(thing)
    spot = things[0].center
    colours = [fill.colour for fill in layout.ground if fill.rect.contains(spot)]
    return Fill(box.grown(_PLATE_AIR), colours[-1] if colours else PAPER)


def _paint_places(painter: QPainter, layout: Layout, artwork: Artwork) -> None:
    """The boxes of differences, where the card has them."""
    for panel in layout.panels:
        picture = artwork[panel.role]
        painter.save()
        rect = panel.rect
        painter.setClipRect(QRectF(rect.x, rect.y, rect.width, rect.height))
        painter.translate(panel.placement.x, panel.placement.y)
        painter.scale(panel.placement.scale, panel.placement.scale)
        for place in layout.places:
            if place.role is panel.role:
                stroke = PLACE_STROKE / panel.placement.scale
                paint_place(painter, place.place, (picture.width, picture.height), stroke)
        painter.restore()
